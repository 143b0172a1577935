/* SPDX-License-Identifier: MIT */
/* `xueji check`: name and number in, findings out. */
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stdio.h>

#include "base/date.h"
#include "rules/record.h"
#include "rules/region.h"

struct check {
	const struct record *record;   /* borrowed; NULL: form alone, or a roster */
	const char *roster;            /* borrowed; NULL: none */
	void (*rest)(int seconds);     /* waits; with a roster only */
	const struct regions *regions; /* borrowed; NULL: no word about the county */
	struct date today;
	bool json;
};

/* Reads the name and the number, a line each, with a roster the candidate number, too, asking for them
 * when `in` is a terminal, and writes what is found. Returns the exit status: 0 nothing wrong, 1 an
 * error found, 2 not as many lines of text, or no such student in the roster, which is told after a
 * pause (said on standard error). */
int check_run(const struct check *c, FILE *in, FILE *out);

#endif
