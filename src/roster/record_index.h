/* SPDX-License-Identifier: MIT */
/* Many records in memory, to be found by what a roster tells of a student. Holds personal data, and
 * overwrites what it frees. */
#ifndef RECORD_INDEX_H
#define RECORD_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "roster/records.h"
#include "rules/record.h"

struct record_index;

/* Reads a file of records (records.h). NULL: d says why. d is borrowed until
 * record_index_free(). */
struct record_index *record_index_load(const char *path, struct diag *d);
void record_index_free(struct record_index *index); /* NULL is allowed */

/* The row of the student's record, 0: none. Rows of other records that have the student's name, ID
 * number, candidate number; 0: none, or several. empty: what the student's record lacks, 姓名 or 证件号码, static; NULL: neither. */
struct record_owners {
	size_t row, name, id_number, candidate_number;
	const char *empty;
};

/* The record that a student's is, which counts as found from now on: by candidate number, ID
 * number, name and birth date (else the one in the ID number), or name and what is left of the ID
 * number, where only one record has these and none of them is another record's. Members not known
 * are "". false: no record, or it is not sure which; *out is empty. */
bool record_index_find(struct record_index *index, const struct record *student, struct record *out,
		       struct record_owners *owners);

/* The same for a student of whom that was not sure, when all others were looked for: by all that
 * the row has in common with the records that were not found. First for all such students what is
 * nearly sure, then once more, with `last`, the rest. */
bool record_index_guess(struct record_index *index, const struct record *student, bool last,
			struct record *out, struct record_owners *owners);

/* Counts the record of an ID number as found: it stands in a row that cannot be compared. */
void record_index_explain(struct record_index *index, const char *number);

/* For a student who was not found: whether nothing is left of the ID number, or it is known to
 * be none (by_name), and there are records of the name. One of them is the student's, perhaps. */
bool record_index_namesake(struct record_index *index, const struct record *student, bool by_name);

/* NAMESAKE: there are more such records than students who may be theirs, or two rows have the number
 * of one of that name. */
enum record_left { RECORD_LEFT_NONE, RECORD_LEFT, RECORD_LEFT_NAMESAKE };

/* The next record after *at (0: the first) that was never found, has no number of an earlier one
 * and is no namesake's, its row in the file in *row; *at goes behind it. From the first call on no
 * more are found. NONE: no more. */
enum record_left record_index_left(struct record_index *index, size_t *at, struct record *out,
				   size_t *row);

size_t record_index_count(const struct record_index *index);

/* The file, which was read to its end. */
const struct records *record_index_records(const struct record_index *index);

/* The row of the next record after *at (0: the first) whose cells are not in their columns. false:
 * no more. */
bool record_index_shifted(const struct record_index *index, size_t *at, size_t *row);

/* A number that two records have: their rows. */
struct record_repeat {
	size_t row, first;
	bool of_id; /* it is a resident's ID number, else a candidate number */
};

/* The next such number after *at (0: the first), and the later record, which is none that was left.
 * false: no more. */
bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   struct record_repeat *repeat);

#endif
