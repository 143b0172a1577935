/* SPDX-License-Identifier: MIT */
#include "tui/tui.h"

#include <string.h>

#include "base/clock.h"
#include "base/signals.h"
#include "screens/screens.h"
#include "tui/tui_input.h"
#include "tui/tui_screen.h"

struct tui {
	struct tui_screen screen;
	struct tui_input input;
	bool hide_hints;
	struct demo *demo;  /* borrowed; NULL: none */
	struct frame frame; /* what is shown */
};

static void show(struct tui *t, struct app *app)
{
	struct page page;

	screens_build(&page, &app->wizard);
	page.hide_hints = t->hide_hints;
	if (t->demo != NULL)
		demo_page(t->demo, &page);
	frame_free(&t->frame);
	frame_make(&t->frame, &page, tui_screen_rows(), tui_screen_columns(), t->screen.ascii,
		   &app->viewport);
	tui_screen_paint(&t->screen, &t->frame);
	page_free(&page);
}

static bool press(const struct tui *t, struct app *app, uint32_t key)
{
	bool goes_on = true;

	if (t->demo != NULL)
		goes_on = demo_key(t->demo, key, clock_milliseconds());
	else
		app_key(app, key);
	if (app->copy != NULL)
		tui_screen_copy(app->copy);
	app->copy = NULL;
	return goes_on && (t->demo != NULL || !app->quit);
}

/* While a demo plays, the session is not the hand's. */
static bool is_free(const struct tui *t)
{
	return t->demo == NULL || t->demo->state == DEMO_TAKEN;
}

static bool click(const struct tui *t, struct app *app, const struct event *e)
{
	struct hit hit = frame_at(&t->frame, e->row, e->column);

	if (hit.kind == HIT_KEY)
		return press(t, app, hit.key);
	if (is_free(t))
		app_click(app, hit);
	return !app->quit;
}

/* Handles one event; false: leave the loop. */
static bool handle(const struct tui *t, struct app *app, const struct event *e)
{
	switch (e->kind) {
	case EVENT_KEY:
		return press(t, app, e->key);
	case EVENT_CLICK:
		return click(t, app, e);
	case EVENT_WHEEL:
		app_wheel(app, e->lines);
		return true;
	case EVENT_PASTE:
		if (is_free(t))
			app_paste(app, e->text);
		return true;
	case EVENT_TICK:
		if (t->demo != NULL)
			demo_tick(t->demo, clock_milliseconds());
		else
			app_tick(app);
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

static int wait_ms(const struct tui *t, const struct app *app)
{
	if (t->demo != NULL)
		return demo_wait(t->demo);
	return screens_ticking(&app->wizard) ? 1000 : -1;
}

int tui_run(struct app *app, struct demo *demo, struct tui_look look)
{
	/* Zeroed, and off the stack: pasted text passes through. */
	static struct tui t;
	struct event e = { .kind = EVENT_END };

	signals_take();
	if (!tui_screen_open(&t.screen, look.ascii, look.mouse))
		return TUI_NO_SCREEN;
	t.hide_hints = look.hide_hints;
	t.demo = demo;
	if (demo != NULL)
		demo_start(demo, clock_milliseconds());
	do {
		show(&t, app);
		e = tui_input_next(&t.input, wait_ms(&t, app));
	} while (handle(&t, app, &e));
	tui_screen_close(&t.screen);
	frame_free(&t.frame);
	explicit_bzero(&t.input, sizeof t.input);
	return e.kind == EVENT_SIGNAL ? e.signal : 0;
}
