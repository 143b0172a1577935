/* SPDX-License-Identifier: MIT */
/* Where a running demo is, sent to the presenter's notes in another terminal by one line of a file
 * in the state folder. Demo and notes may start and end in any order, and crash. */
#ifndef DEMO_STATUS_H
#define DEMO_STATUS_H

#include <stdbool.h>
#include <stdint.h>

enum { DEMO_STATUS_PATH = 1024 };

struct demo_status {
	long pid;                      /* of the demo, from 1: another demo, another number */
	unsigned beat;                 /* from 0 */
	unsigned state;                /* enum demo_state */
	bool blank;                    /* nothing is shown */
	int64_t began, since;          /* when the demo, and this beat, began: seconds since 1970 */
	char script[DEMO_STATUS_PATH]; /* absolute */
};

/* Replaces the status. The file stays locked until the next call or the end of the process, which
 * is how a reader knows that the demo runs. Failure is silent: a demo needs no notes. */
void demo_status_write(const struct demo_status *status);

/* Reads the status; false: no demo runs, or its status makes no sense. */
bool demo_status_read(struct demo_status *out);

/* Parses a line, which it changes; false: it makes no sense. */
bool demo_status_parse(char *line, struct demo_status *out);

/* Removes the status that this process wrote, unless another demo replaced it. */
void demo_status_clear(void);

#endif
