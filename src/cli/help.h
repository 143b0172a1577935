/* SPDX-License-Identifier: MIT */
/* What `xueji COMMAND --help` says. */
#ifndef HELP_H
#define HELP_H

/* What a command is for, its options, examples: at most 23 lines of 79 columns, so that the prompt
 * fits under them on the smallest usual screen. NULL stands for no command: all of them at a glance.
 * Returns NULL when there is no such command. */
const char *help_of(const char *command);

#endif
