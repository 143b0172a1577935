/* SPDX-License-Identifier: MIT */
#include "demo/demo.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/key.h"
#include "base/text.h"
#include "demo/demo_command.h"
#include "screens/screens.h"
#include "wizard/navigation.h"

enum {
	KEY_MS = 110,     /* after a character: a fast typist */
	TICK_MS = 350,    /* after a tick */
	COMMAND_MS = 700, /* before a key that may change the screen: time to look at it */
	MAX_WAIT_MS = 1000
};

const struct demo_beat *demo_beat(const struct demo *d)
{
	return &d->script->beats[d->beat];
}

/* Converts a duration at the usual speed to this demo's speed. */
static int64_t at_speed(const struct demo *d, unsigned ms)
{
	return (int64_t)ms * DEMO_SPEED_USUAL / d->speed;
}

/* Opens the app in its state before the first beat. */
static void restart_app(struct demo *d)
{
	app_open_in_memory(d->app, d->guide_path, d->guide, &d->records[0]);
	app_set_presentation(d->app, d->presentation);
}

/* Sets the wizard's record to the beat's student; what was typed stays. */
static void set_student(struct demo *d)
{
	wizard_set_record(&d->app->wizard, &d->records[d->beat]);
}

static void enter_beat(struct demo *d, size_t beat)
{
	d->beat = beat;
	d->event = d->part = 0;
	d->beat_began = d->now;
	d->since = app_now(d->app);
	set_student(d);
	d->state = DEMO_PLAYING;
	d->next = d->now; /* the page of the beat before has been looked at */
}

/* Sends the status to the notes in another terminal, if it has changed. */
static void publish(struct demo *d)
{
	const struct demo_status *told = &d->told;
	struct demo_status status = { .pid = (long)getpid(),
				      .beat = (unsigned)d->beat,
				      .state = d->state,
				      .blank = d->blank,
				      .automatic = d->automatic ? d->speed : 0,
				      .began = d->began,
				      .since = d->since };

	if (d->script_path == NULL ||
	    (told->pid == status.pid && told->beat == status.beat && told->state == status.state &&
	     told->blank == status.blank && told->since == status.since))
		return;
	snprintf(status.script, sizeof status.script, "%s", d->script_path);
	demo_status_write(&status);
	d->told = status;
}

struct demo demo_unattended(const struct demo *d)
{
	return (struct demo){ .script = d->script,
			      .app = d->app,
			      .guide_path = d->guide_path,
			      .guide = d->guide,
			      .records = d->records,
			      .presentation = true,
			      .speed = DEMO_SPEED_USUAL };
}

void demo_start(struct demo *d, int64_t now)
{
	d->now = now;
	restart_app(d);
	enter_beat(d, 0);
	d->began = d->since;
	d->told = (struct demo_status){ 0 };
	publish(d);
}

void demo_end(struct demo *d)
{
	if (d->script_path != NULL)
		demo_status_clear();
	app_close(d->app);
}

/* Carries out the next part of the beat. Ignores failures, which demo_rehearse() has reported. */
static void do_part(struct demo *d)
{
	const struct demo_beat *beat = demo_beat(d);
	char why[DEMO_WHY];

	if (demo_command(d->app, &beat->events[d->event], beat->step, d->part++, why) !=
	    COMMAND_MORE) {
		d->event++;
		d->part = 0;
	}
	d->app->quit = false; /* only the presenter ends a demo */
}

/* Ends the playing of a beat. A beat with the audience goes on by hand, but not in an automatic
 * demo, which has no presenter. */
static void end_beat(struct demo *d)
{
	d->state = demo_beat(d)->hands && !d->automatic ? DEMO_BY_HAND : DEMO_WAITING;
	d->next = d->beat_began + at_speed(d, demo_beat(d)->seconds * 1000);
}

/* Plays the rest of the beat at once. */
static void finish_beat(struct demo *d)
{
	while (d->event < demo_beat(d)->event_count)
		do_part(d);
	end_beat(d);
}

/* Begins a beat after restarting the app and playing all beats before it at once, which undoes what
 * the presenter did by hand. */
static void go_to_beat(struct demo *d, size_t beat)
{
	app_close(d->app);
	restart_app(d);
	for (d->beat = 0; d->beat < beat; d->beat++) {
		d->event = d->part = 0;
		set_student(d);
		finish_beat(d);
	}
	enter_beat(d, beat);
}

/* True if the SMS code that an earlier beat requested has expired while the presenter talked. */
static bool has_expired(const struct demo *d)
{
	const struct sms_practice *sms = &d->app->wizard.sms;

	return sms->sent > 0 && sms_practice_life(sms, d->app->wizard.now) == 0;
}

/* Begins the next beat. After the last one, an automatic demo begins again. */
static void next_beat(struct demo *d)
{
	if (d->beat + 1 < d->script->beat_count && has_expired(d))
		go_to_beat(d, d->beat + 1);
	else if (d->beat + 1 < d->script->beat_count)
		enter_beat(d, d->beat + 1);
	else if (d->automatic)
		go_to_beat(d, 0);
	else
		d->state = DEMO_OVER;
}

int demo_wait(const struct demo *d)
{
	int64_t left = d->next - d->now;

	if (d->state == DEMO_PLAYING || (d->state == DEMO_WAITING && d->automatic))
		return left > MAX_WAIT_MS ? MAX_WAIT_MS : left > 0 ? (int)left : 0;
	return screens_ticking(&d->app->wizard) ? MAX_WAIT_MS : -1;
}

static bool follows_pause(const struct demo_event *event)
{
	return event->kind > DEMO_PAUSE ||
	       (event->kind == DEMO_KEY && (event->key < ' ' || event->key >= KEYNAME_FIRST));
}

static void play_due(struct demo *d)
{
	const struct demo_beat *beat = demo_beat(d);
	const struct demo_event *event = &beat->events[d->event];
	const enum screen_id before = wizard_screen(&d->app->wizard);
	const bool first = d->event == 0;
	unsigned ms = KEY_MS;

	if (d->event == beat->event_count) {
		end_beat(d);
		return;
	}
	if (event->kind == DEMO_PAUSE)
		ms = event->pause_ms;
	else if (event->kind == DEMO_TICK || event->kind == DEMO_CHECK)
		ms = TICK_MS;
	do_part(d);
	/* A screen that a beat opens may be open already, and a field that was emptied shows
	 * nothing to look at. */
	if ((first && event->kind == DEMO_OPEN && wizard_screen(&d->app->wizard) == before) ||
	    (event->kind == DEMO_FIELD && *event->text == '\0'))
		ms = 0;
	else if (d->part == 0 && d->event < beat->event_count &&
		 follows_pause(&beat->events[d->event]))
		ms += COMMAND_MS;
	d->next = d->now + at_speed(d, ms);
}

static void forward(struct demo *d)
{
	if (d->state == DEMO_PLAYING) {
		finish_beat(d);
		return;
	}
	if (d->state == DEMO_BY_HAND) {
		go_to_beat(d, d->beat);
		finish_beat(d);
	}
	next_beat(d);
}

/* Goes to the end of a beat, because the presenter looks for its finished page. */
static void show_beat(struct demo *d, size_t beat)
{
	go_to_beat(d, beat);
	finish_beat(d);
}

/* Goes to the first beat of a step, from 1; does nothing if there is no such beat. */
static void go_to_step(struct demo *d, unsigned step)
{
	for (size_t i = 0; i < d->script->beat_count && step <= d->guide->step_count; i++)
		if (text_same(d->script->beats[i].step, d->guide->steps[step - 1].id)) {
			go_to_beat(d, i);
			return;
		}
}

/* Handles a key while the number of a beat is typed: Enter and Space go to that beat, any other key
 * but a digit cancels. */
static void type_beat_number(struct demo *d, uint32_t key)
{
	size_t count = d->script->beat_count;

	if (key >= '0' && key <= '9') {
		d->asked = d->asked > count ? d->asked : d->asked * 10 + (key - '0');
		return;
	}
	d->asking = false;
	if ((key == KEYNAME_RETURN || key == ' ') && d->asked > 0 && d->asked <= count)
		go_to_beat(d, d->asked - 1);
}

/* Handles a key in DEMO_BY_HAND: PgUp and PgDn are the demo's, the others the wizard's. */
static void press_by_hand(struct demo *d, uint32_t key)
{
	if (key == KEYNAME_PAGE_DOWN) {
		forward(d);
		return;
	}
	if (key == KEYNAME_PAGE_UP) {
		show_beat(d, demo_beat(d)->hands && d->beat > 0 ? d->beat - 1 : d->beat);
		return;
	}
	app_key(d->app, key);
	if (d->app->quit)
		show_beat(d, d->beat);
}

/* Handles one of the demo's own keys. Returns false if the presenter quits. */
static bool press_own(struct demo *d, uint32_t key)
{
	switch (key) {
	case KEYNAME_RIGHT:
	case KEYNAME_DOWN:
	case KEYNAME_PAGE_DOWN:
	case KEYNAME_RETURN:
	case '\n':
	case ' ':
		forward(d);
		break;
	case KEYNAME_LEFT:
	case KEYNAME_UP:
	case KEYNAME_PAGE_UP:
	case KEYNAME_BACKSPACE:
		show_beat(d, d->beat > 0 ? d->beat - 1 : 0);
		break;
	case KEYNAME_HOME:
		go_to_beat(d, 0);
		break;
	case KEYNAME_END:
		go_to_beat(d, d->script->beat_count - 1);
		break;
	case 'g':
		d->asking = true;
		d->asked = 0;
		break;
	case 'h':
		d->state = DEMO_BY_HAND;
		break;
	case 't':
		d->presentation = !d->presentation;
		app_set_presentation(d->app, d->presentation);
		break;
	case '?':
		d->keys_listed = true;
		break;
	case 'q':
		return false;
	default:
		if (key >= '1' && key <= '9')
			go_to_step(d, key - '0');
	}
	return true;
}

/* Handles a key. On a blank screen, or on the list of keys, any key only shows the page again. */
static bool apply_key(struct demo *d, uint32_t key)
{
	const struct line_edit *line = screens_editing(&d->app->wizard);
	bool typing = d->state == DEMO_BY_HAND && line != NULL &&
		      (line->len > 0 || screens_context(&d->app->wizard) != CONTEXT_SEARCH);

	if (d->blank || d->keys_listed) {
		d->blank = d->keys_listed = false;
		return true;
	}
	if ((key == '.' && !typing) || (key == 'b' && d->state != DEMO_BY_HAND)) {
		d->blank = true;
		return true;
	}
	if (d->state == DEMO_BY_HAND) {
		press_by_hand(d, key);
		return true;
	}
	if (d->asking) {
		type_beat_number(d, key);
		return true;
	}
	return press_own(d, key);
}

void demo_tick(struct demo *d, int64_t now)
{
	d->now = now;
	app_tick(d->app);
	if (d->state == DEMO_PLAYING && now >= d->next)
		play_due(d);
	else if (d->state == DEMO_WAITING && d->automatic && now >= d->next)
		next_beat(d);
	publish(d);
}

bool demo_key(struct demo *d, uint32_t key, int64_t now)
{
	bool goes_on;

	d->now = now;
	app_tick(d->app);
	goes_on = apply_key(d, key);
	publish(d);
	return goes_on;
}

unsigned demo_planned(const struct demo_script *s, size_t beat)
{
	unsigned planned = 0;

	for (size_t i = beat; i < s->beat_count; i++)
		planned += s->beats[i].seconds;
	return planned;
}
