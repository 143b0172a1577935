/* SPDX-License-Identifier: MIT */
/* Runs shell commands and checks their output. */
#ifndef COMMAND_H
#define COMMAND_H

/* Runs the command in sh, where $X is the program under test. Returns the exit status. */
int command_run(const char *command);

/* Standard output and error of the last command, interleaved, cut at 128 KiB. Valid until the next.
 * */
const char *command_output(void);

/* Fails the running test unless the output contains the text. */
void command_says(const char *text);

/* Runs the command and fails the running test unless it ends with this status. */
void command_expect(const char *command, int status);

#endif
