/* SPDX-License-Identifier: MIT */
/* Writes the totals of an audit: the shares of the students, and a chart of the findings. */
#ifndef TOTALS_REPORT_H
#define TOTALS_REPORT_H

#include <stdio.h>

#include "audit/sink.h"

/* Writes how many students there are, what is wrong with how many, and what was not compared, with
 * up to `most` runs of its rows. */
void totals_report_write(FILE *out, const struct audit_summary *summary, size_t most);

/* Writes a bar for each kind of findings, the most frequent first; equal ones are in the order of
 * FINDING_CODES. Sets kinds to that order and returns how many there are. */
size_t totals_report_chart(FILE *out, const struct audit_tally *tally,
			   enum finding_code kinds[FINDING_CODE_COUNT]);

#endif
