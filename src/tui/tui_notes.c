/* SPDX-License-Identifier: MIT */
#include "tui/tui.h"

#include <string.h>
#include <time.h>

#include "base/key.h"
#include "base/signals.h"
#include "demo/notes.h"
#include "tui/tui_input.h"
#include "tui/tui_screen.h"

enum { NOTES_MS = 250 /* how far the notes may lag behind */ };

/* Scrolled by hand, in case they are long. */
static bool handle(struct viewport *v, const struct event *e)
{
	if (e->kind == EVENT_RESIZE)
		tui_screen_resized();
	if (e->kind == EVENT_STOP)
		tui_screen_stop();
	if (e->kind == EVENT_KEY && (e->key == KEYNAME_DOWN || e->key == KEYNAME_UP))
		viewport_scroll(v, e->key == KEYNAME_DOWN ? 1 : -1);
	return e->kind != EVENT_SIGNAL && e->kind != EVENT_END &&
	       !(e->kind == EVENT_KEY && e->key == 'q');
}

static void show(const struct tui_screen *t, struct notes *n, struct viewport *v)
{
	struct page page;
	struct frame frame;

	notes_update(n);
	notes_page(n, (int64_t)time(NULL), &page);
	frame_make(&frame, &page, tui_screen_rows(), tui_screen_columns(), t->ascii, v);
	tui_screen_paint(t, &frame);
	frame_free(&frame);
	page_free(&page);
}

int tui_run_notes(struct tui_look look)
{
	struct tui_screen t = { 0 };
	static struct tui_input input;
	struct notes notes = { 0 };
	struct viewport viewport = { 0 };
	struct event e = { .kind = EVENT_END };

	signals_take();
	if (!tui_screen_open(&t, look.ascii, false))
		return TUI_NO_SCREEN;
	do {
		show(&t, &notes, &viewport);
		e = tui_input_next(&input, NOTES_MS);
	} while (handle(&viewport, &e));
	tui_screen_close(&t);
	explicit_bzero(&input, sizeof input);
	notes_close(&notes);
	return e.kind == EVENT_SIGNAL ? e.signal : 0;
}
