/* SPDX-License-Identifier: MIT */
/* Many students' gaokao details, one after the other: a roster (roster.h), a JSON list of records,
 * or one record. Holds personal data, and overwrites what it frees. */
#ifndef RECORDS_H
#define RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "roster/roster.h"
#include "roster/tally.h"
#include "rules/record.h"

enum { RECORDS_BYTES_MAX = 64 * 1024 * 1024 }; /* of JSON; a roster is streamed, of any size */

struct records;

/* Whether a file is one of many records, and not a single one in JSON: by the first of its bytes.
 * What cannot be read is not, nor is a pipe. */
bool records_are_many(const char *path);

/* Opens a file, "-" for a roster on standard input. Sets d's file. NULL: d says why. d is borrowed
 * until records_close(). */
struct records *records_open(const char *path, struct diag *d);

/* NULL: it is JSON, where a row is a place in the list. */
const struct roster *records_roster(const struct records *rs);

/* The rows of it so far that are no student's. */
const struct skipped *records_skipped(const struct records *rs);

void records_close(struct records *rs); /* NULL is allowed */

/* The next record; *row, which may be NULL, is its row in the file, or in a JSON list its place,
 * from 1. Name and numbers of a roster as they stand, without what forces a spreadsheet to keep a
 * number as text; sex, birth date and candidate number as a record has them, "" for what says none.
 * false: the end, or trouble: then records_failed() and d says why; *out is empty. */
bool records_next(struct records *rs, struct record *out, size_t *row, struct diag *d);
bool records_failed(const struct records *rs);

/* Whether the cells of its row are not in their columns (audit_row.h). */
bool records_shifted(const struct records *rs);

/* Adds the problem of a file that was read through without a record. Returns false. */
bool records_nobody(const struct records *rs, struct diag *d);

#endif
