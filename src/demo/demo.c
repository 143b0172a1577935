/* SPDX-License-Identifier: MIT */
#include "demo/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/key.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "demo/demo_status.h"
#include "screens/screens.h"

enum {
	KEY_MS = 110,     /* after a character: a fast typist */
	COMMAND_MS = 700, /* before a key that may change the screen: time to look at it */
	BEAT_MS = 600,    /* before the first key of a beat */
	CLOCK_MS = 1000   /* between two updates of the clock */
};

static const struct demo_beat *beat_of(const struct demo *d)
{
	return &d->script->beats[d->beat];
}

/* A duration at the speed of this demo. */
static int64_t at_speed(const struct demo *d, unsigned ms)
{
	return (int64_t)ms * DEMO_SPEED_USUAL / d->speed;
}

/* Begins the wizard as at the first beat. */
static void restart_app(struct demo *d)
{
	app_open_in_memory(d->app, d->guide_path, d->guide, d->record);
	app_set_presentation(d->app, d->presentation);
}

/* from: the beat before, whose step may go on. */
static void enter_beat(struct demo *d, size_t from, size_t beat)
{
	d->beat = beat;
	if (!text_same(d->script->beats[from].step, beat_of(d)->step) || beat == 0)
		d->step_began = d->now;
	d->event = 0;
	d->next = d->now + at_speed(d, BEAT_MS);
}

/* Tells the notes in another terminal, but only what is new. */
static void publish(struct demo *d)
{
	struct demo_status status = { .pid = (long)getpid(),
				      .beat = (unsigned)d->beat,
				      .state = d->state,
				      .since = app_now(d->app) - (d->now - d->step_began) / 1000 };

	if (d->script_path == NULL ||
	    (d->published_beat == d->beat && d->published_state == d->state &&
	     d->published_began == d->step_began))
		return;
	snprintf(status.script, sizeof status.script, "%s", d->script_path);
	demo_status_write(&status);
	d->published_beat = d->beat;
	d->published_state = d->state;
	d->published_began = d->step_began;
}

void demo_start(struct demo *d, int64_t now)
{
	d->now = now;
	d->beat = 0;
	d->state = DEMO_PLAYING;
	restart_app(d);
	enter_beat(d, 0, 0);
	d->published_beat = SIZE_MAX;
	publish(d);
}

void demo_end(struct demo *d)
{
	if (d->script_path != NULL)
		demo_status_clear();
	app_close(d->app);
}

static void press(struct demo *d, const struct demo_event *event)
{
	if (event->key != 0)
		app_key(d->app, event->key);
	d->app->quit = false; /* only the presenter ends a demo */
}

/* Presses all remaining keys of the beat at once. */
static void finish_beat(struct demo *d)
{
	const struct demo_beat *beat = beat_of(d);

	for (; d->event < beat->event_count; d->event++)
		press(d, &beat->events[d->event]);
}

/* Begins again and presses all keys before that beat at once, wherever the presenter went by hand. */
static void go_to_beat(struct demo *d, size_t beat)
{
	size_t from = d->beat;

	app_close(d->app);
	restart_app(d);
	for (d->beat = 0; d->beat < beat; d->beat++) {
		d->event = 0;
		finish_beat(d);
	}
	enter_beat(d, from, beat);
}

/* After the last beat, an automatic demo begins again. */
static void next_beat(struct demo *d)
{
	if (d->beat + 1 < d->script->beat_count)
		enter_beat(d, d->beat, d->beat + 1);
	else if (d->automatic)
		go_to_beat(d, 0);
	else
		d->state = DEMO_OVER;
}

int demo_wait(const struct demo *d)
{
	int64_t left = d->next - d->now;

	if (d->state != DEMO_PLAYING || left > CLOCK_MS)
		return CLOCK_MS;
	return left > 0 ? (int)left : 0;
}

static bool is_command(uint32_t key)
{
	return key < ' ' || key >= KEYNAME_FIRST;
}

static void play(struct demo *d, int64_t now)
{
	const struct demo_beat *beat = beat_of(d);
	const struct demo_event *event;

	d->now = now;
	app_tick(d->app);
	if (d->state != DEMO_PLAYING || now < d->next)
		return;
	if (d->event == beat->event_count) {
		next_beat(d);
		return;
	}
	event = &beat->events[d->event++];
	press(d, event);
	d->next = now + at_speed(d, event->key == 0 ? event->pause_ms : KEY_MS);
	if (d->event < beat->event_count && is_command(beat->events[d->event].key) &&
	    beat->events[d->event].key != 0)
		d->next += at_speed(d, COMMAND_MS);
}

static void forward(struct demo *d)
{
	if (d->state == DEMO_BY_HAND)
		go_to_beat(d, d->beat);
	finish_beat(d);
	next_beat(d);
	if (d->state != DEMO_OVER)
		d->state = DEMO_PLAYING;
}

static void back(struct demo *d)
{
	go_to_beat(d, d->beat > 0 ? d->beat - 1 : 0);
	d->state = DEMO_PLAYING;
}

/* step: from 1. false: no beat belongs to it. */
static bool go_to_step(struct demo *d, unsigned step)
{
	if (step > d->guide->step_count)
		return false;
	for (size_t i = 0; i < d->script->beat_count; i++)
		if (text_same(d->script->beats[i].step, d->guide->steps[step - 1].id)) {
			go_to_beat(d, i);
			d->state = DEMO_PLAYING;
			return true;
		}
	return false;
}

/* Gives the key to the wizard; Enter hands back to the script. false: the presenter left. */
static bool press_by_hand(struct demo *d, uint32_t key)
{
	if (d->state == DEMO_BY_HAND && key == KEYNAME_RETURN) {
		go_to_beat(d, d->beat);
		d->state = DEMO_PLAYING;
		return true;
	}
	d->state = DEMO_BY_HAND;
	app_key(d->app, key);
	return !d->app->quit;
}

static bool apply_key(struct demo *d, uint32_t key, int64_t now)
{
	d->now = now;
	if (key == '.' && !(d->state == DEMO_BY_HAND && screens_editing(&d->app->wizard) != NULL)) {
		d->blank = !d->blank;
		return true;
	}
	d->blank = false;
	if (key == 't' && d->state != DEMO_BY_HAND) {
		d->presentation = !d->presentation;
		app_set_presentation(d->app, d->presentation);
		return true;
	}
	if (key == KEYNAME_PAGE_DOWN || (key == KEYNAME_RIGHT && d->state != DEMO_BY_HAND)) {
		forward(d);
		return true;
	}
	if (key == KEYNAME_PAGE_UP || (key == KEYNAME_LEFT && d->state != DEMO_BY_HAND)) {
		back(d);
		return true;
	}
	if (d->state == DEMO_BY_HAND)
		return press_by_hand(d, key);
	if (key == ' ') {
		d->state = d->state == DEMO_PLAYING ? DEMO_PAUSED : DEMO_PLAYING;
		d->next = now;
		return true;
	}
	if (key == 'q')
		return false;
	return (key >= '1' && key <= '9' && go_to_step(d, key - '0')) || press_by_hand(d, key);
}

void demo_tick(struct demo *d, int64_t now)
{
	play(d, now);
	publish(d);
}

bool demo_key(struct demo *d, uint32_t key, int64_t now)
{
	bool goes_on = apply_key(d, key, now);

	publish(d);
	return goes_on;
}

unsigned demo_planned(const struct demo_script *s, const char *step)
{
	unsigned planned = 0;

	for (size_t i = 0; i < s->beat_count; i++)
		planned += text_same(s->beats[i].step, step) ? s->beats[i].seconds : 0;
	return planned;
}

void demo_clock(const struct demo *d, unsigned *used, unsigned *planned)
{
	*used = (unsigned)((d->now - d->step_began) / 1000);
	*planned = demo_planned(d->script, beat_of(d)->step);
}

char *demo_caption(const struct demo_beat *beat)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(beat->caption, &spans, &count), *clean = text_clean(plain);

	free(plain);
	free(spans);
	return clean;
}

void demo_page(const struct demo *d, struct page *p)
{
	static const char *const states[] = {
		[DEMO_PLAYING] = "空格 暂停  → ← 换段  . 黑屏  q 结束",
		[DEMO_PAUSED] = "已暂停  空格 继续  → ← 换段",
		[DEMO_BY_HAND] = "手动中  Enter 交还  PgDn 下一段",
		[DEMO_OVER] = "演完了  ← 上一段  q 结束",
	};
	char *title = text_clean_line(beat_of(d)->title);
	unsigned used, planned;

	demo_clock(d, &used, &planned);
	p->caption = demo_caption(beat_of(d));
	p->footer = xasprintf("%zu/%zu %s  %u:%02u/%u:%02u  %s", d->beat + 1, d->script->beat_count,
			      title, used / 60, used % 60, planned / 60, planned % 60,
			      states[d->state]);
	free(title);
	p->blank = d->blank;
}
