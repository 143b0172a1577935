/* SPDX-License-Identifier: MIT */
/* Where a demo stands, for the presenter's notes in another terminal. A line in the state folder: either
 * side may come first, go first, or die. */
#ifndef STAGE_H
#define STAGE_H

#include <stdbool.h>
#include <stdint.h>

enum { STAGE_PATH = 1024 };

struct stage {
	long pid;                /* of the demo: from 1 */
	unsigned beat;           /* from 0 */
	unsigned state;          /* enum demo_state */
	int64_t since;           /* when the present step began, seconds since 1970 */
	char script[STAGE_PATH]; /* absolute */
};

/* Says where the demo stands. A demo goes on without: failure is silent. */
void stage_write(const struct stage *stage);

/* Where the running demo stands; false: there is none, or it died without a word. */
bool stage_read(struct stage *out);

/* What the line says; it is changed. false: it says nothing that can be. */
bool stage_parse(char *line, struct stage *out);

/* The demo is over. */
void stage_clear(void);

#endif
