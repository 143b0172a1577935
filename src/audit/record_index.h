/* SPDX-License-Identifier: MIT */
/* Keeps many records in memory and finds the one of a student by what a roster says of the student.
 * Holds personal data, and overwrites what it frees. */
#ifndef RECORD_INDEX_H
#define RECORD_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/records.h"
#include "base/diag.h"
#include "rules/record.h"

struct record_index;

/* Reads a file of records (records.h). Returns NULL on failure; d says why. d is borrowed until
 * record_index_free(). */
struct record_index *record_index_load(const char *path, struct diag *d);
void record_index_free(struct record_index *index); /* NULL is allowed */

/* row: of the student's record; 0: none. name, id_number, candidate_number: the row of another
 * record that has the student's; 0: none, or several have the name or candidate number. lacks: of
 * the student's record, as in struct record_faults, without what no record in JSON has, but for the
 * name and ID number; 0 if it is shifted. again: another row has found that record. */
struct record_owners {
	size_t row, name, id_number, candidate_number;
	uint16_t lacks;
	bool again;
};

/* Finds the student's record, which counts as found from then on: by candidate number, by ID
 * number, by name and birth date (if not given, the one in the ID number), or by name and what is
 * left of the ID number, if only one record has these and none of them is another record's; at last
 * by name and a number with one mistake, even if it was found before. Members that are not known
 * are "". false: there is no record, or it is uncertain which one is the student's; *out is
 * empty. */
bool record_index_find(struct record_index *index, const struct record *student, struct record *out,
		       struct record_owners *owners);

/* Returns true if a record with the student's candidate number, or name, was not found yet, or any
 * has the ID number. */
bool record_index_shares(struct record_index *index, const struct record *student);

/* Like record_index_find(), for a student for whom it returned false, after it was called for all
 * students: compares all that the row has in common with the records that were not found. Call it
 * for all these students first, to find the records that are nearly certain, then once more with
 * `last` for the rest. */
bool record_index_guess(struct record_index *index, const struct record *student, bool last,
			struct record *out, struct record_owners *owners);

/* Counts the record with an ID number as found: the number is in a row that cannot be compared. */
void record_index_explain(struct record_index *index, const char *number);

/* For a student whose record was not found. Returns true if nothing is left of the ID number, or it
 * is known to be none (by_name), and there are records of the name; notes that one of them may be
 * the student's. */
bool record_index_namesake(struct record_index *index, const struct record *student, bool by_name);

/* For a student whose record was not found, with a number. Returns the row of the first record of
 * the name that may be the student's, as its number is missing, masked or ruined by a spreadsheet;
 * 0: none. */
size_t record_index_unsure(struct record_index *index, const struct record *student);

/* NAMESAKE: more such records are left than there are students they may belong to, or two rows have
 * the number of a record of that name. */
enum record_left { RECORD_LEFT_NONE, RECORD_LEFT, RECORD_LEFT_NAMESAKE };

/* Finds the next record after *at (0: the first) that was never found, does not repeat the ID
 * number of an earlier one, and is not explained by a namesake in the roster. Sets *row to its row
 * in the file and moves *at behind it. No records may be looked up after the first call. NONE: no
 * more. */
enum record_left record_index_left(struct record_index *index, size_t *at, struct record *out,
				   size_t *row);

size_t record_index_count(const struct record_index *index);

/* The file, which was read to its end. */
const struct records *record_index_records(const struct record_index *index);

/* Finds the next record after *at (0: the first) whose row has a fault, and sets *row to its row.
 * Returns the kind of struct record_faults; KIND_BLANK: no more. */
enum finding_kind record_index_fault(const struct record_index *index, size_t *at, size_t *row);

/* Returns how many records have an ID number that a spreadsheet has ruined, if that is the column:
 * at least half of them and two; else 0. *first: the row of the first. */
size_t record_index_ruined_numbers(const struct record_index *index, size_t *first);

/* Returns how many records have a candidate number that a spreadsheet has ruined. *first: the row
 * of the first, if there is one. */
size_t record_index_ruined(const struct record_index *index, size_t *first);

/* The rows of two records with the same number. */
struct record_repeat {
	size_t row, first;
	bool of_id; /* the number is a resident's ID number, else a candidate number */
};

/* Finds the next such number after *at (0: the first) and the later record; record_index_left()
 * skips that record if the number is an ID number. false: no more. */
bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   struct record_repeat *repeat);

#endif
