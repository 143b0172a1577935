/* SPDX-License-Identifier: MIT */
/* Reads many students' gaokao details, one after the other, from a roster (roster.h), a JSON list
 * of records, or one record. Holds personal data, and overwrites what it frees. */
#ifndef RECORDS_H
#define RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audit/tally.h"
#include "base/diag.h"
#include "roster/roster.h"
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

/* Returns the rows read so far that are not students'. */
const struct skipped *records_skipped(const struct records *rs);

void records_close(struct records *rs); /* NULL is allowed */

/* Reads the next record. *row, which may be NULL, is its row in the file or, in a JSON list, its
 * position, from 1. The name and ID number are as they are written, without what forces a
 * spreadsheet to keep a number as text, "" for a word such as 无; sex, birth date and candidate
 * number are in the form of a record, "" if the cell has none. false: the end, or a failure: then
 * records_failed() is true and d says why; *out is empty. */
bool records_next(struct records *rs, struct record *out, size_t *row, struct diag *d);
bool records_failed(const struct records *rs);

/* What is wrong with the row of a record. */
struct record_faults {
	/* KIND_RECORD_SHIFTED, _QUOTE or _BROKEN; KIND_BLANK: none */
	enum finding_kind kind;
	bool shifted; /* its cells are not in their columns (audit_row.h) */
	bool absent; /* skipped: a line with a name, which may be of another record, 王芳未报到 */
	bool ruined; /* a spreadsheet has ruined its candidate number */
	/* Bit n: in column n, which a roster has, it has no value, or one that is not understood;
	 * name and ID number count also if the roster has no such column. */
	uint16_t lacks;
};
struct record_faults records_faults(const struct records *rs); /* of the last record */

/* Adds the problem that a file was read to its end without a record. Returns false. */
bool records_nobody(const struct records *rs, struct diag *d);

#endif
