/* SPDX-License-Identifier: MIT */
/* Sends the position of a running demo to the presenter's notes in another terminal, as one line of
 * a file in the state folder. Demo and notes may start, end or crash in any order. */
#ifndef DEMO_STATUS_H
#define DEMO_STATUS_H

#include <stdbool.h>
#include <stdint.h>

enum { DEMO_STATUS_PATH = 1024 };

struct demo_status {
	long pid;             /* process id of the demo, from 1; differs in another demo */
	unsigned beat;        /* from 0 */
	unsigned state;       /* enum demo_state */
	bool blank;           /* the screen is blank */
	unsigned automatic;   /* speed in percent at which the beats go on by themselves; 0: they
			     * wait for a key */
	int64_t began, since; /* when the demo and this beat began: seconds since 1970 */
	char script[DEMO_STATUS_PATH]; /* absolute path */
};

/* Replaces the status. The file stays locked until the next call or the end of the process, so that
 * a reader knows that the demo is running. Ignores failures, because a demo works without notes. */
void demo_status_write(const struct demo_status *status);

/* Reads the status. Returns false if no demo is running or its status is not valid. */
bool demo_status_read(struct demo_status *out);

/* Parses a line, and changes it. Returns false if the line is not valid. */
bool demo_status_parse(char *line, struct demo_status *out);

/* Removes the status that this process wrote, unless another demo replaced it. */
void demo_status_clear(void);

#endif
