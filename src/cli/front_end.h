/* SPDX-License-Identifier: MIT */
/* Which front end a command uses, the curses one or plain mode, and how the curses one ended. */
#ifndef FRONT_END_H
#define FRONT_END_H

#include "cli/cmd.h"
#include "tui/tui.h"

/* Whether to go line by line, by --plain or by $ACCESSIBLE; *why says which of them, static. */
bool use_plain_mode(const struct options *o, const char **why);

struct tui_options tui_options_of(const struct options *o);

/* What tui_run() returned as an exit status: `status` after an ordinary end. Dies of a signal. */
int end_of_tui(int signal, int status);

/* The same for plain_run() and plain_demo(). */
int end_of_plain(bool read_all, int status);

#endif
