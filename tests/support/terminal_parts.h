/* SPDX-License-Identifier: MIT */
/* How the terminal's own sources share the work; nobody else includes this. */
#ifndef TERMINAL_PARTS_H
#define TERMINAL_PARTS_H

#include "support/terminal.h"

long terminal_now_ms(void);

/* Notes it when the program has ended. */
void terminal_reap(struct terminal *t);

/* Shows what has been written, waiting up to ms for the first byte of it. false: nothing was. */
bool terminal_show_output(struct terminal *t, int ms);

#endif
