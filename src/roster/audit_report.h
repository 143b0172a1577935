/* SPDX-License-Identifier: MIT */
/* The audit's report for people: totals, a chart of the kinds, then the first rows of each kind. */
#ifndef AUDIT_REPORT_H
#define AUDIT_REPORT_H

#include <stdio.h>

#include "roster/sink.h"

struct report_options {
	bool reveal;     /* names and numbers are not masked */
	bool by_student; /* grouped by row, not by kind */
	bool all;        /* all that was found is listed, not only the first of a kind */
	bool of_all;     /* it is about several rosters together: rows are told with their files */
};

/* Writes to out, which is borrowed. */
struct sink *report_sink(FILE *out, struct report_options options);

#endif
