/* SPDX-License-Identifier: MIT */
/* Reads a roster: a CSV file of students in UTF-8 or GB 18030. Finds its columns by the header or,
 * without one, by the cells. Rows are raw bytes in the file's encoding; only what is shown or
 * compared needs to be decoded. Holds personal data, and overwrites what it frees. */
#ifndef ROSTER_H
#define ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "base/diag.h"
#include "roster/columns.h"
#include "roster/fast_path.h"
#include "roster/roster_row.h"
#include "roster/row_fields.h"
#include "rules/finding.h"
#include "table/csv.h"
#include "table/encoding.h"

struct roster;

/* Opens a file ("-": standard input) and finds its encoding, delimiter and columns. options: see
 * csv.h, may be NULL. Sets the file of d. Returns NULL on failure, and d says why: the file cannot
 * be opened or read, is empty, is not text, or has no column of names or of ID numbers. */
struct roster *roster_open(const char *path, const struct csv_options *options, struct diag *d);

/* The same for an open file descriptor, which the caller closes. */
struct roster *roster_open_fd(int fd, const struct csv_options *options, struct diag *d);

void roster_close(struct roster *r); /* NULL is allowed */

/* Identifies a file as it was when it was opened, to recognise it later. */
struct roster_file {
	dev_t device;
	ino_t number;
	struct timespec changed;
};
struct roster_file roster_file(const struct roster *r);
bool roster_file_same(struct roster_file a, struct roster_file b);

/* Returns the next row that is not blank, borrowed until the next call. NULL: the end of the file,
 * or an error: roster_failed() is true and d says why. */
const struct roster_row *roster_next_row(struct roster *r, struct diag *d);

/* Skips rows without a finding (fast_path.h). */
void roster_skip_valid(struct roster *r, struct fast_path *f);

/* Whether each row read so far, below the header, is a line, and all have the same columns. */
bool roster_is_even(const struct roster *r);

/* Reads on to the row of a student, by its number, for the fields alone. even: roster_is_even() of
 * the file, read before to its end; then no row between is read. NULL: the row is not a student's,
 * or cannot be read. */
const struct roster_row *roster_student_at(struct roster *r, size_t row, bool even);

/* Copies a name of the row returned last without its blanks to out, which must be zeroed so that
 * CSV_BEYOND bytes behind the result can be read. A name that is too long is returned as it is. */
struct slice roster_name_bare(const struct roster *r, struct slice name,
			      char out[ROSTER_NAME_BARE]);

bool roster_failed(const struct roster *r);

/* All cells of the row returned last. */
const struct table_row *roster_cells(const struct roster *r);

/* Decodes a slice of the row returned last into out, NUL-terminated and cut at a whole character to
 * fit; NUL and invalid bytes become U+FFFD. Returns false if the bytes are in the other encoding
 * and were decoded from that. The first such line is remembered. */
bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size);

/* The first line that roster_utf8() found in another encoding than the file's; 0: none. */
size_t roster_mixed_line(const struct roster *r);

/* "UTF-16" for a file converted from it */
const char *roster_encoding_name(const struct roster *r);

/* The columns of the first header, or those found without a header. */
const struct columns *roster_columns(const struct roster *r);

/* Reports headings that stand above other columns than theirs. Returns false if none does. */
bool roster_headings_wrong(const struct roster *r, struct finding *out);

/* Reports what is wrong with the row returned last as a whole: a quote was read as text, the row is
 * broken or the rest of the row before, or it is skipped but may be a student's. Returns false if
 * nothing is. */
bool roster_fault(const struct roster *r, struct finding *out);

/* Adds what roster_fault() reports to d, except for a skipped row that may be a student's. */
void roster_report_fault(const struct roster *r, struct diag *d);

/* The header's row, 0 if there is none; how many cells the header has or, without one, the widest
 * of the first rows. */
size_t roster_header_row(const struct roster *r);
size_t roster_width(const struct roster *r);

const char *roster_delimiter_name(const struct roster *r); /* 逗号, 分号, 制表符 */

/* Adds to d that the roster has no student. */
void roster_no_students(const struct roster *r, struct diag *d);

/* Whether the number of the row returned last is below the heading of another document and is not a
 * resident's. */
bool roster_is_of_other_documents(const struct roster *r);

bool roster_has(const struct roster *r, enum roster_column column);

/* Decodes the birth date of the row returned last like roster_utf8(); of year, month and day in
 * three cells it makes 2007-9-1, up to the first empty one. */
void roster_birth(struct roster *r, char *out, size_t size);

/* Whether nearly all candidate numbers of the first rows, ten or more, have 14 digits. */
bool roster_has_usual_candidates(const struct roster *r);

/* Whether a spreadsheet has replaced the last three digits of ID numbers by 000, as of three or
 * more of the first rows. */
bool roster_is_wiped(const struct roster *r);

/* Whether a cell of the row returned last is in a column known to be another person's. */
bool roster_is_of_others(const struct roster *r, size_t index);

/* The columns, as bits, where the row returned last has the ID number of a second student, as
 * second_numbers_in() says. */
uint64_t roster_second_numbers(struct roster *r);

/* The column of a cell of the row returned last; ROSTER_COLUMN_COUNT: none of these. Sets *own to
 * false if the cell is known to be another person's or a second number of the student's. */
enum roster_column roster_column_of(const struct roster *r, size_t index, bool *own);

/* For a progress bar: the bytes read so far and the file's size; *total is 0 if unknown (a
 * pipe). */
void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total);

/* Finds the line, and the column in characters, of a byte of the row returned last. */
void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column);

#endif
