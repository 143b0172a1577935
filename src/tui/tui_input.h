/* SPDX-License-Identifier: MIT */
/* Waits for the next event: keys, the window, signals; part of tui. */
#ifndef TUI_INPUT_H
#define TUI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/key_decoder.h"

/* Start with zeroes each time the terminal is opened. Holds what was typed and pasted: wipe it. */
struct tui_input {
	bool begun;
	struct key_decoder decoder;
	size_t at, count; /* bytes taken, of all bytes read */
	unsigned char bytes[1024];
};

/* Waits for the next event, which is EVENT_TICK after wait_ms milliseconds; -1: waits for ever. To
 * be called after newterm(). */
struct event tui_input_next(struct tui_input *in, int wait_ms);

#endif
