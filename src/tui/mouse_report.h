/* SPDX-License-Identifier: MIT */
/* What a terminal reports of its mouse, a byte at a time: in SGR form (mode 1006, "0;12;5M") or in the old
 * form of three bytes. Knows no curses, whose own decoder would wait for the rest of a report that was cut
 * in two. */
#ifndef MOUSE_REPORT_H
#define MOUSE_REPORT_H

#include <stdbool.h>
#include <stddef.h>

enum mouse_form { MOUSE_NONE, MOUSE_SGR, MOUSE_OLD };

enum mouse_action { MOUSE_NOTHING, MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

/* Start with zeroes. */
struct mouse_report {
	enum mouse_form form; /* MOUSE_NONE: no report is being read */
	size_t field, taken;  /* bytes */
	unsigned fields[3];
};

/* The bytes that announce a report have come. */
void mouse_report_begin(struct mouse_report *m, enum mouse_form form);

/* The next byte of it; true: it is complete, *action says what was done (a button let go is nothing), and
 * row and column where, from 0. A byte that no report has ends it, too, with nothing, and so does one too
 * many. */
bool mouse_report_take(struct mouse_report *m, unsigned char byte, enum mouse_action *action,
		       int *row, int *column);

#endif
