/* SPDX-License-Identifier: MIT */
#include "demo/demo.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/key.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "screens/screens.h"

enum {
	KEY_MS = 110,     /* after a character: a fast typist */
	COMMAND_MS = 700, /* before a key that may change the screen: time to look at it */
	BEAT_MS = 600,    /* before the first key of a beat */
	MAX_WAIT_MS = 1000
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

static void enter_beat(struct demo *d, size_t beat)
{
	const char *before = beat_of(d)->step;

	d->beat = beat;
	d->event = 0;
	d->beat_began = d->now;
	if (!text_same(before, beat_of(d)->step) || beat == 0)
		d->step_began = d->now;
	d->state = DEMO_PLAYING;
	d->next = d->now + at_speed(d, BEAT_MS);
}

/* Tells the notes in another terminal, but only what is new. */
static void publish(struct demo *d)
{
	int64_t now = app_now(d->app);
	struct demo_status status = { .pid = (long)getpid(),
				      .beat = (unsigned)d->beat,
				      .state = d->state,
				      .since = now - (d->now - d->step_began) / 1000 };

	if (d->script_path == NULL)
		return;
	if (d->published.pid == status.pid && d->published.beat == status.beat &&
	    d->published.state == status.state && d->published_step_began == d->step_began)
		return;
	snprintf(status.script, sizeof status.script, "%s", d->script_path);
	demo_status_write(&status);
	d->published = status;
	d->published_step_began = d->step_began;
}

void demo_start(struct demo *d, int64_t now)
{
	d->now = d->began = now;
	d->beat = 0;
	restart_app(d);
	enter_beat(d, 0);
	d->published = (struct demo_status){ 0 };
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

static void end_beat(struct demo *d)
{
	d->state = DEMO_WAITING;
	d->next = d->beat_began + at_speed(d, beat_of(d)->seconds * 1000);
}

/* Presses all remaining keys of the beat at once. */
static void finish_beat(struct demo *d)
{
	const struct demo_beat *beat = beat_of(d);

	for (; d->event < beat->event_count; d->event++)
		press(d, &beat->events[d->event]);
	end_beat(d);
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
	d->beat = from;
	enter_beat(d, beat);
}

/* After the last beat, an automatic demo begins again. */
static void next_beat(struct demo *d)
{
	if (d->beat + 1 < d->script->beat_count)
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

static bool is_command(uint32_t key)
{
	return key < ' ' || key >= KEYNAME_FIRST;
}

static void play(struct demo *d)
{
	const struct demo_beat *beat = beat_of(d);
	const struct demo_event *event;

	if (d->event == beat->event_count) {
		end_beat(d);
		return;
	}
	event = &beat->events[d->event++];
	press(d, event);
	d->next = d->now + at_speed(d, event->key == 0 ? event->pause_ms : KEY_MS);
	if (d->event < beat->event_count && is_command(beat->events[d->event].key) &&
	    beat->events[d->event].key != 0)
		d->next += at_speed(d, COMMAND_MS);
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

/* To the end of that beat: what it shows is what the presenter looks for. */
static void show_beat(struct demo *d, size_t beat)
{
	go_to_beat(d, beat);
	finish_beat(d);
}

/* step: from 1; without a beat of that step, nothing happens. */
static void go_to_step(struct demo *d, unsigned step)
{
	for (size_t i = 0; i < d->script->beat_count && step <= d->guide->step_count; i++)
		if (text_same(d->script->beats[i].step, d->guide->steps[step - 1].id)) {
			go_to_beat(d, i);
			return;
		}
}

/* A key while the number of a beat is typed: Enter goes there, any other key but a digit does not. */
static void ask(struct demo *d, uint32_t key)
{
	size_t count = d->script->beat_count;

	if (key >= '0' && key <= '9') {
		d->asked = d->asked > count ? d->asked : d->asked * 10 + (key - '0');
		return;
	}
	d->asking = false;
	if (key == KEYNAME_RETURN && d->asked > 0 && d->asked <= count)
		go_to_beat(d, d->asked - 1);
}

/* Gives the key to the wizard. */
static void press_by_hand(struct demo *d, uint32_t key)
{
	if (key == KEYNAME_PAGE_DOWN) {
		forward(d);
		return;
	}
	if (key != KEYNAME_PAGE_UP)
		app_key(d->app, key);
	if (key == KEYNAME_PAGE_UP || d->app->quit)
		show_beat(d, d->beat);
}

/* A key that is the demo's own. false: the presenter left. */
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

/* While the screen is blank or the keys are listed, the next key only takes that away. */
static bool apply_key(struct demo *d, uint32_t key)
{
	bool typing = d->state == DEMO_BY_HAND && screens_editing(&d->app->wizard) != NULL;

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
		ask(d, key);
		return true;
	}
	return press_own(d, key);
}

void demo_tick(struct demo *d, int64_t now)
{
	d->now = now;
	app_tick(d->app);
	if (d->state == DEMO_PLAYING && now >= d->next)
		play(d);
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

unsigned demo_planned(const struct demo_script *s, const char *step)
{
	unsigned planned = 0;

	for (size_t i = 0; i < s->beat_count; i++)
		planned += text_same(s->beats[i].step, step) ? s->beats[i].seconds : 0;
	return planned;
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

static void list_keys(struct page *p)
{
	static const char *const rows[][2] = {
		{ "空格 Enter", "下一段；正在放的先放完（PgDn、右、下也行）" },
		{ "PgUp", "上一段（左、上、退格也行）" },
		{ "Home End", "第一段、最后一段" },
		{ "g 和数字", "到第几段" },
		{ "1-9", "到第几步" },
		{ ". b", "黑屏，再按一下回来" },
		{ "t", "投影模式，或平常的样子" },
		{ "h", "自己来：键都归向导；PgDn 交还" },
		{ "q", "结束演示（Esc 不会）" },
	};

	page_clear(p);
	page_add(p, BLOCK_HEADING, "演示的键");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		block_label(page_add(p, BLOCK_TABLE_ROW, rows[i][1]), rows[i][0]);
}

/* Which keys are the demo's, and which the wizard's. */
static char *footer(const struct demo *d)
{
	static const char *const states[] = {
		[DEMO_PLAYING] = "空格 放完这段  PgUp 上一段  ? 演示的键",
		[DEMO_WAITING] = "空格 下一段  PgUp 上一段  ? 演示的键",
		[DEMO_BY_HAND] = "手动：键都归向导  PgDn 交还演示",
		[DEMO_OVER] = "演完了  PgUp 上一段  q 结束",
	};
	char *title, *text;

	if (d->asking && d->asked == 0)
		return xasprintf("到第几段（1-%zu）：", d->script->beat_count);
	if (d->asking)
		return xasprintf("到第几段（1-%zu）：%u  Enter 就去", d->script->beat_count,
				 d->asked);
	title = text_clean_line(beat_of(d)->title);
	text = xasprintf("%zu/%zu  %s  %s", d->beat + 1, d->script->beat_count,
			 d->keys_listed ? "按任一键回来" : states[d->state], title);
	free(title);
	return text;
}

void demo_page(const struct demo *d, struct page *p)
{
	p->caption = demo_caption(beat_of(d));
	p->footer = footer(d);
	p->blank = d->blank;
	if (d->keys_listed)
		list_keys(p);
}
