/* SPDX-License-Identifier: MIT */
/* Writes what was read of a table: its encoding, its columns, its skipped rows. */
#ifndef SOURCE_REPORT_H
#define SOURCE_REPORT_H

#include <stddef.h>
#include <stdio.h>

#include "audit/sink.h"
#include "roster/row_runs.h"

/* Writes what was read of the source's table, and names the first skipped rows. */
void source_report_write(FILE *out, const struct audit_source *source);

/* Lists the skipped rows of the labels of which source_report_write() leaves some out. */
void source_report_skipped(FILE *out, const struct skipped *skipped);

/* Writes up to `most` runs of row numbers as 4–6、9, and …… for those that are left out. */
void source_report_rows(FILE *out, const struct row_runs *rows, size_t most);

#endif
