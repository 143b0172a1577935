/* SPDX-License-Identifier: MIT */
#include "tui/tui.h"

#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/kd.h>
#endif

#include "base/clock.h"
#include "base/key.h"
#include "base/signals.h"
#include "demo/demo_page.h"
#include "demo/notes.h"
#include "screens/screens.h"
#include "tui/scroll.h"
#include "tui/tui_input.h"
#include "tui/tui_paint.h"
#include "tui/tui_terminal.h"
#include "view/frame_make.h"

enum { NOTES_MS = 250 /* between two checks of where the demo is */ };

struct tui {
	struct tui_terminal terminal;
	struct tui_input input;
	struct app *app;   /* borrowed; NULL in the notes */
	struct demo *demo; /* borrowed; NULL if absent */
	bool hide_hints;
	struct frame frame; /* drawn last */
	struct scroll scroll;
};

/* Static: starts zeroed. Holds pasted text, which end_run() wipes. */
static struct tui tui;

static void draw_page(struct tui *t, const struct page *page)
{
	frame_free(&t->frame);
	frame_make(&t->frame, page, tui_terminal_rows(), tui_terminal_columns(), t->terminal.ascii,
		   t->scroll);
	t->scroll.top = t->frame.top;
	tui_paint(&t->terminal, &t->frame);
}

static void show_page(struct tui *t)
{
	struct page page;

	if (t->demo != NULL)
		demo_build(t->demo, &page);
	else
		screens_build(&page, &t->app->wizard);
	page.hide_hints = t->hide_hints;
	page.fixed = page.fixed && t->scroll.top == 0;
	draw_page(t, &page);
	page_free(&page);
}

/* Returns true if the app takes input: while a demo plays, only the demo's keys work. */
static bool is_free(const struct tui *t)
{
	return t->demo == NULL || t->demo->state == DEMO_BY_HAND;
}

/* Returns false to leave the loop. */
static bool press(struct tui *t, uint32_t key)
{
	if (!is_free(t))
		scroll_demo_key(&t->scroll, key);
	if (t->demo != NULL)
		return demo_key(t->demo, key, clock_milliseconds());
	if (!scroll_shows_row(t->app, &t->frame, key))
		app_key(t->app, key);
	return !t->app->quit;
}

static bool click_at(struct tui *t, const struct event *e)
{
	struct hit hit = frame_at(&t->frame, e->row, e->column);

	if (hit.kind == HIT_KEY)
		return press(t, hit.key);
	if (is_free(t))
		app_click(t->app, hit);
	return !t->app->quit;
}

static void pass_second(const struct tui *t)
{
	if (t->demo != NULL)
		demo_tick(t->demo, clock_milliseconds());
	else
		app_tick(t->app);
}

/* Handles an event that is not an input. Returns false to leave the loop. */
static bool handle_window(struct tui *t, const struct event *e)
{
	if (e->kind == EVENT_RESIZE)
		tui_terminal_resized(&t->terminal);
	if (e->kind == EVENT_STOP)
		tui_terminal_stop(&t->terminal);
	return e->kind != EVENT_SIGNAL && e->kind != EVENT_END;
}

/* Returns false to leave the loop. */
static bool handle(struct tui *t, const struct event *e)
{
	switch (e->kind) {
	case EVENT_KEY:
		return press(t, e->key);
	case EVENT_CLICK:
		return click_at(t, e);
	case EVENT_WHEEL:
		scroll_lines(&t->scroll, e->lines);
		return true;
	case EVENT_PASTE:
		if (is_free(t))
			app_paste(t->app, e->text);
		return true;
	case EVENT_TICK:
		pass_second(t);
		return true;
	default:
		return handle_window(t, e);
	}
}

/* Does what the app asks of its front end. */
static void follow_app(struct tui *t)
{
	if (t->app->clipboard != NULL)
		tui_terminal_copy(t->app->clipboard);
	t->app->clipboard = NULL;
	scroll_follow_app(&t->scroll, t->app, &t->frame);
}

/* Returns the milliseconds until something on the screen changes by itself; -1: never. */
static int wait_ms(const struct tui *t)
{
	if (t->demo != NULL)
		return demo_wait(t->demo);
	return screens_ticking(&t->app->wizard) ? 1000 : -1;
}

static int end_run(struct tui *t, const struct event *last)
{
	int signal = last->kind == EVENT_SIGNAL ? last->signal : 0;

	tui_terminal_close(&t->terminal);
	frame_free(&t->frame);
	explicit_bzero(t, sizeof *t);
	return signal;
}

bool tui_is_console(void)
{
#ifdef __linux__
	int mode;

	return ioctl(STDOUT_FILENO, KDGKBMODE, &mode) == 0;
#else
	return false;
#endif
}

/* Returns false if the terminal cannot be used: *why says what is missing, and signals are handled
 * as before. */
static bool take_terminal(struct tui *t, struct tui_options options, const char **why)
{
	signals_take();
	*why = tui_terminal_open(&t->terminal, options.ascii, options.mouse);
	if (*why != NULL)
		signals_release();
	else
		tui_paint_begin(&t->terminal);
	return *why == NULL;
}

int tui_run(struct app *app, struct demo *demo, struct tui_options options, const char **why)
{
	struct tui *t = &tui;
	struct event e;
	bool goes_on;

	if (!take_terminal(t, options, why))
		return TUI_NO_TERMINAL;
	t->app = app;
	t->demo = demo;
	t->hide_hints = options.hide_hints;
	if (demo != NULL)
		demo_start(demo, clock_milliseconds());
	do {
		/* What a demo does at once is shown together with what began it. */
		if (wait_ms(t) != 0)
			show_page(t);
		if (app_save(app))
			show_page(t);
		e = tui_input_next(&t->input, wait_ms(t));
		goes_on = handle(t, &e);
		follow_app(t);
	} while (goes_on);
	return end_run(t, &e);
}

static void show_notes(struct tui *t, struct notes *notes)
{
	struct page page;

	notes_update(notes);
	notes_page(notes, (int64_t)time(NULL), &page);
	draw_page(t, &page);
	page_free(&page);
}

/* The arrow keys scroll, as notes may be long. Returns false to leave the loop. */
static bool handle_in_notes(struct tui *t, const struct event *e)
{
	if (e->kind != EVENT_KEY)
		return handle_window(t, e);
	if (e->key == KEYNAME_DOWN || e->key == KEYNAME_UP)
		scroll_lines(&t->scroll, e->key == KEYNAME_DOWN ? 1 : -1);
	return e->key != 'q';
}

int tui_run_notes(struct tui_options options, const char **why)
{
	struct tui *t = &tui;
	struct notes notes = { 0 };
	struct event e;

	options.mouse = false;
	if (!take_terminal(t, options, why))
		return TUI_NO_TERMINAL;
	do {
		show_notes(t, &notes);
		e = tui_input_next(&t->input, NOTES_MS);
	} while (handle_in_notes(t, &e));
	notes_close(&notes);
	return end_run(t, &e);
}
