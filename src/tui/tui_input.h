/* SPDX-License-Identifier: MIT */
/* Waits for the next event: keys, the window, signals; part of tui. */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/key_decoder.h"

/* Start with zeroes, for each screen anew. Holds what was typed and pasted: wipe it. */
struct tui_input {
	bool begun;
	struct key_decoder decoder;
	size_t at, count; /* bytes of those read: taken, and all */
	unsigned char bytes[1024];
};

/* Waits for the next event; after wait_ms milliseconds it is EVENT_TICK; -1: waits for ever. After
 * newterm(). */
struct event tui_input_next(struct tui_input *in, int wait_ms);

#endif
