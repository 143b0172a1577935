/* SPDX-License-Identifier: MIT */
/* Many records in memory, to be found by what a roster tells of a student. Holds personal data, and
 * overwrites what it frees. */
#ifndef RECORD_INDEX_H
#define RECORD_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "rules/record.h"

struct record_index;

/* Reads a file of records (records.h). NULL: d says why. */
struct record_index *record_index_load(const char *path, struct diag *d);
void record_index_free(struct record_index *index); /* NULL is allowed */

/* The record that a student's is: by candidate number where both have one (by a sound ID number that only one has,
 * where the candidate number is that of another number and name), else by ID number, else by name and birth date (else
 * the one in the ID number) where only one has these. Members not known are "". It counts as found from now on. false: none, and *out is empty. */
bool record_index_find(struct record_index *index, const struct record *student,
		       struct record *out);

/* The next one after *at (0: the first) that was never found, its row in the file in *row; *at goes
 * behind it. false: no more. */
bool record_index_left(const struct record_index *index, size_t *at, struct record *out,
		       size_t *row);

/* Whether the records came as JSON: then a row is a place in the list. */
bool record_index_is_list(const struct record_index *index);

/* The next candidate number after *at (0: the first) that two records have: the later one with its row, and
 * the row of the one before it. false: no more. */
bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   size_t *row, size_t *first);

#endif
