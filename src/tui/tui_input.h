/* SPDX-License-Identifier: MIT */
/* What comes from the terminal, one event at a time; part of tui. */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/key_decoder.h"
#include "tui/mouse_report.h"

enum event_kind {
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_CLICK,
	EVENT_WHEEL,
	EVENT_RESIZE,
	EVENT_TICK,   /* the time given went by */
	EVENT_STOP,   /* ^Z */
	EVENT_SIGNAL, /* asks to end */
	EVENT_END     /* no more input: closed, or the terminal is gone */
};

struct event {
	enum event_kind kind;
	uint32_t key;     /* EVENT_KEY: key.h */
	int row, column;  /* EVENT_CLICK: from 0 */
	int lines;        /* EVENT_WHEEL: down, or up */
	int signal;       /* EVENT_SIGNAL */
	const char *text; /* EVENT_PASTE: borrowed until the next event */
};

/* Start with zeroes, for each screen anew. Holds what was pasted: wipe it. */
struct tui_input {
	bool begun;
	struct mouse_report mouse;
	struct key_decoder keys;
};

/* Waits for the next event; at most so many milliseconds, then it is EVENT_TICK; -1: without waking up. After
 * newterm(). */
struct event tui_input_next(struct tui_input *in, int wait_ms);

#endif
