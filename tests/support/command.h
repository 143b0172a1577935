/* SPDX-License-Identifier: MIT */
/* Shell commands as a user types them, and what they said. */
#ifndef COMMAND_H
#define COMMAND_H

/* Runs it in sh, where $X is the program under test. Returns its exit status. */
int command_run(const char *command);

/* What the last one wrote, both outputs in their order: borrowed until the next; cut at 128 KiB. */
const char *command_output(void);

/* Fails the running test, and shows the output, when the text is not in it. */
void command_says(const char *text);

/* Fails the running test, and shows the output, unless the command ends with this status. */
void command_expect(const char *command, int status);

#endif
