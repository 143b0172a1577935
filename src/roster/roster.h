/* SPDX-License-Identifier: MIT */
/* A roster: a CSV file of students, UTF-8 or GB 18030, its columns known by their header or,
 * without one, by what they hold. Rows come as raw bytes of the file's encoding; only what is
 * shown or compared needs to be decoded. Holds personal data, and overwrites what it frees. */
#ifndef ROSTER_H
#define ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "base/diag.h"
#include "roster/columns.h"
#include "roster/csv.h"
#include "roster/encoding.h"
#include "roster/fast_path.h"
#include "rules/finding.h"

enum row_kind {
	ROW_STUDENT,
	ROW_TITLE,  /* above the header, or the header itself */
	ROW_SKIPPED /* no student: a total, a signature, a page line, a repeated heading */
};

struct roster_row {
	size_t row, line; /* from 1, in the file */
	enum row_kind kind;
	const char *label; /* of a ROW_SKIPPED: what it is, static */
	const char *
		order; /* what holds of the columns from the next row on, static; NULL: nothing new */
	bool told;     /* no student's, and may be one: its fault says so */
	bool rest;     /* the other half of a student's row before it */
	bool shifted; /* a student's, but its cells fit the columns only if one is put in or left out */
	bool broken;       /* goes on in the next one, which is a ROW_SKIPPED */
	const char *quote; /* a quote that was read as text; NULL: none */
	struct slice fields[ROSTER_COLUMN_COUNT]; /* borrowed; len 0 where absent */
	bool name_valid;                          /* the name certainly has no finding */
	bool number_whole;                        /* as by columns_is_id_number() */
};

struct roster;

/* Opens a file, "-" for standard input (options: see csv.h, may be NULL), finds encoding, delimiter
 * and columns. Sets d's file. NULL: d says why (cannot be
 * opened or read, empty, no text, no column of names or of ID numbers). */
struct roster *roster_open(const char *path, const struct csv_options *options, struct diag *d);

/* The same for an open file, which stays the caller's to close; options may be NULL. */
struct roster *roster_open_fd(int fd, const struct csv_options *options, struct diag *d);

void roster_close(struct roster *r); /* NULL is allowed */

/* Which file it is, as it was when it was opened, to know it again. */
struct roster_file {
	dev_t device;
	ino_t number;
	struct timespec changed;
};
struct roster_file roster_file(const struct roster *r);
bool roster_file_same(struct roster_file a, struct roster_file b);

/* The next row that holds anything but blanks; borrowed until the next call. NULL: the end, or
 * trouble: then roster_failed() and d says why. */
const struct roster_row *roster_next_row(struct roster *r, struct diag *d);

/* Skips rows without a finding (fast_path.h). */
void roster_skip_valid(struct roster *r, struct fast_path *f);

/* Goes on to a later row, by its number. NULL: it is no student's, or cannot be read. */
const struct roster_row *roster_row_at(struct roster *r, size_t row, struct fast_path *f);

/* Whether a name of the row returned last certainly has no finding. */
bool roster_name_valid(const struct roster *r, struct slice name);

/* The bytes of a name of the row returned last without its blanks, in out, which starts with zeros:
 * CSV_BEYOND bytes behind the name may be read. Too long: the name as it is. */
enum { ROSTER_NAME_BARE = 128 };
struct slice roster_name_bare(const struct roster *r, struct slice name,
			      char out[ROSTER_NAME_BARE]);

bool roster_failed(const struct roster *r);

/* All cells of the row given out last. */
const struct table_row *roster_cells(const struct roster *r);

/* Decodes a slice of the row given out last into out, cut at a whole character to fit,
 * NUL-terminated (NUL and what cannot be read become U+FFFD). false: the bytes are of the other
 * encoding, and were read so. The first such line is remembered. */
bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size);

/* The first line whose encoding is not the file's, as far as roster_utf8() has seen it; 0: none. */
size_t roster_mixed_line(const struct roster *r);

const char *roster_encoding_name(const struct roster *r); /* "UTF-16" also for what was converted */

/* The columns in use from the first header on. */
const struct columns *roster_columns(const struct roster *r);

/* What is wrong with the row returned last as a row: a quote was read as text, it goes on in the
 * next one, or it may be a student's though it is skipped. false: nothing. */
bool roster_fault(const struct roster *r, struct finding *out);

/* Adds that as a problem of the file, if it is one. */
void roster_report_fault(const struct roster *r, struct diag *d);

/* The header's row, 0 when there is none; the cells it has, or that the first student's row has. */
size_t roster_header_row(const struct roster *r);
size_t roster_width(const struct roster *r);

const char *roster_delimiter_name(const struct roster *r); /* 逗号, 分号, 制表符 */

/* Adds the problem of a roster that was read through without a student. */
void roster_no_students(const struct roster *r, struct diag *d);

/* Whether by its heading the number of the row returned last is that of another document, and it is
 * no resident's. */
bool roster_is_of_other_documents(const struct roster *r);

bool roster_has(const struct roster *r, enum roster_column column);

/* Whether a cell of the row returned last is known to hold somebody else's. */
bool roster_is_foreign(const struct roster *r, size_t index);

/* The column of a cell of the row returned last; ROSTER_COLUMN_COUNT: another one. *own: it is not
 * known to hold somebody else's, or a second number of the student's. */
enum roster_column roster_column_of(const struct roster *r, size_t index, bool *own);

/* For a progress bar: bytes read and to be read. *total 0: not known (a pipe). */
void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total);

/* Where a byte of the row given out last stands: line, and column in characters. */
void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column);

#endif
