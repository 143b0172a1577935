/* SPDX-License-Identifier: MIT */
/* Chooses the front end of a command, curses or plain mode, and makes its exit status. */
#ifndef FRONT_END_H
#define FRONT_END_H

#include "cli/cmd.h"
#include "tui/tui.h"

/* Returns true if --plain or $ACCESSIBLE asks for plain mode; *why names which of them, static. */
bool use_plain_mode(const struct options *o, const char **why);

struct tui_options tui_options_of(const struct options *o);

/* Turns the result of tui_run() into an exit status: `status` after an ordinary end. Raises the
 * signal that ended it, if any. */
int end_of_tui(int signal, int status);

/* The same for the result of plain_run() or plain_demo(): false is an error. */
int end_of_plain(bool read_all, int status);

#endif
