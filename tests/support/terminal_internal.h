/* SPDX-License-Identifier: MIT */
/* Shared by terminal*.c and bench_paint.c. */
#ifndef TERMINAL_PARTS_H
#define TERMINAL_PARTS_H

#include <stdint.h>

#include "support/terminal.h"

long terminal_now_ms(void);

/* Sets exited and status if the program has ended. */
void terminal_reap(struct terminal *t);

/* Puts new output on the screen, waiting up to ms milliseconds for its first byte. False if there
 * is none. */
bool terminal_show_output(struct terminal *t, int ms);

/* East Asian Ambiguous (UAX #11), as far as the program's pages go. They are moved up by so
 * much. */
enum { TERMINAL_MOVED = 0x30000 };
bool terminal_is_ambiguous(uint32_t cp);

#endif
