/* SPDX-License-Identifier: MIT */
#include "tui.h"

#include <string.h>
#include <time.h>

#include "page.h"
#include "signals.h"
#include "tui_input.h"
#include "tui_screen.h"

struct tui {
	struct tui_screen screen;
	struct tui_input input;
	struct demo *demo; /* borrowed; NULL: none */
};

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void show(const struct tui *t, struct session *s)
{
	struct page page;
	struct frame frame;

	page_make(&page, &s->wizard);
	if (t->demo != NULL)
		demo_page(t->demo, &page);
	frame_make(&frame, &page, tui_screen_rows(), tui_screen_columns(), t->screen.ascii,
		   &s->viewport);
	tui_screen_paint(&t->screen, &frame);
	frame_free(&frame);
	page_free(&page);
}

static bool press(const struct tui *t, struct session *s, uint32_t key)
{
	if (t->demo != NULL)
		return demo_key(t->demo, key, milliseconds());
	session_key(s, key);
	return !s->quit;
}

/* Handles one event; false: leave the loop. */
static bool handle(const struct tui *t, struct session *s, const struct event *e)
{
	bool goes_on;

	switch (e->kind) {
	case EVENT_KEY:
		goes_on = press(t, s, e->key);
		if (s->copy != NULL)
			tui_screen_copy(s->copy);
		s->copy = NULL;
		return goes_on;
	case EVENT_PASTE:
		if (t->demo == NULL || t->demo->state == DEMO_TAKEN)
			session_paste(s, e->text);
		return true;
	case EVENT_TICK:
		if (t->demo != NULL)
			demo_tick(t->demo, milliseconds());
		else
			session_tick(s);
		return true;
	case EVENT_RESIZE:
		tui_screen_resized();
		return true;
	case EVENT_STOP:
		tui_screen_stop();
		return true;
	default:
		return false;
	}
}

static int wait_ms(const struct tui *t, const struct session *s)
{
	if (t->demo != NULL)
		return demo_wait(t->demo);
	return wizard_ticking(&s->wizard) ? 1000 : -1;
}

int tui_run(struct session *s, struct demo *demo, bool ascii)
{
	/* Zeroed, and off the stack: pasted text passes through. */
	static struct tui t;
	struct event e = { .kind = EVENT_END };

	signals_take();
	if (!tui_screen_open(&t.screen, ascii))
		return 0;
	t.demo = demo;
	if (demo != NULL)
		demo_start(demo, milliseconds());
	do {
		show(&t, s);
		e = tui_input_next(&t.input, wait_ms(&t, s));
	} while (handle(&t, s, &e));
	tui_screen_close(&t.screen);
	explicit_bzero(&t.input, sizeof t.input);
	return e.kind == EVENT_SIGNAL ? e.signal : 0;
}
