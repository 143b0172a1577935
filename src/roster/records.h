/* SPDX-License-Identifier: MIT */
/* Reads many students' gaokao details, one after the other, from a roster (roster.h), a JSON list
 * of records, or one record. Holds personal data, and overwrites what it frees. */
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

/* Returns true if a file has many records, and not a single one in JSON, by its first byte. false
 * for a pipe, and for a file that cannot be read. */
bool records_are_many(const char *path);

/* Opens a file, "-" for a roster on standard input. Sets d's file. Returns NULL on failure; d says
 * why. d is borrowed until records_close(). */
struct records *records_open(const char *path, struct diag *d);

/* Returns NULL for JSON, where a row is a position in the list. */
const struct roster *records_roster(const struct records *rs);

/* Returns the rows read so far that are no student's. */
const struct skipped *records_skipped(const struct records *rs);

void records_close(struct records *rs); /* NULL is allowed */

/* Reads the next record. *row, which may be NULL, is its row in the file or, in a JSON list, its
 * position, from 1. The name and ID number of a roster are as they are written, without what forces
 * a spreadsheet to keep a number as text; sex, birth date and candidate number are in the form of a
 * record, "" if the cell has none. false: the end, or a failure: then records_failed() is true and
 * d says why; *out is empty. */
bool records_next(struct records *rs, struct record *out, size_t *row, struct diag *d);
bool records_failed(const struct records *rs);

/* Returns true if the cells of the last record's row are not in their columns (audit_row.h). */
bool records_shifted(const struct records *rs);

/* Adds the problem that a file was read to its end without a record. Returns false. */
bool records_nobody(const struct records *rs, struct diag *d);

#endif
