/* SPDX-License-Identifier: MIT */
/* How the report's own sources share the work; nobody else includes this. */
#ifndef REPORT_INTERNAL_H
#define REPORT_INTERNAL_H

#include <stdio.h>

#include "wizard/report.h"
#include "wizard/verdict.h"

/* One differing item, ready to be written: strings are owned and never NULL. */
struct report_item {
	const char *label, *advice, *proof, *corrector; /* borrowed; may be NULL but the label */
	char *shown, *right;                            /* masked where that was wished */
	struct findings found;
};

void report_item_make(const struct wizard *w, size_t check, bool reveal, struct report_item *out);
void report_item_wipe(struct report_item *item);

/* The name or the number of the record, masked or not; owned by the caller. */
char *report_name(const struct wizard *w, bool reveal);
char *report_number(const struct wizard *w, bool reveal);

/* 2026-09-12 10:24 of the local time, "" for 0; static until the next call. */
const char *report_time(int64_t when);

const char *report_verdict(const struct wizard *w); /* pass, wait, fail, open */

void report_write_json(const struct wizard *w, bool reveal, FILE *out);

#endif
