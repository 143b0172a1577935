/* SPDX-License-Identifier: MIT */
/* The audit's report for people: totals, a chart of the kinds of findings, then the first findings
 * of each kind. */
#ifndef AUDIT_REPORT_H
#define AUDIT_REPORT_H

#include <stdio.h>

#include "audit/sink.h"

struct report_options {
	bool reveal;     /* names and numbers are not masked */
	bool by_student; /* findings are grouped by student, in all rosters, not by kind */
	bool all;        /* all findings are listed, not only the first of each kind */
};

/* Returns a sink that writes the report to out, which is borrowed. */
struct sink *report_sink(FILE *out, struct report_options options);

#endif
