/* SPDX-License-Identifier: MIT */
/* Keeps many records in memory, and finds those that share a key: candidate number, ID number, name
 * and birth date, or name. Holds personal data, and overwrites what it frees. */
#ifndef RECORD_TABLE_H
#define RECORD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audit/records.h"
#include "rules/record.h"
#include "table/cell.h"

/* The keys of a record; each has a hash table. ID numbers are compared as recorded_number_bare()
 * writes them, names without what may be a typing mistake. */
enum record_way { BY_CANDIDATE, BY_NUMBER, BY_NAME_AND_BIRTH, BY_NAME, RECORD_WAYS };

struct record_entry {
	char *text;                 /* owned: see record_entry_read() */
	size_t row;                 /* in the file, from 1 */
	uint32_t next[RECORD_WAYS]; /* the next entry with the same key, as in slots */
	bool found;
	bool repeated, repeats; /* a later, an earlier entry has the same resident's ID number */
	bool ambiguous;         /* another entry has the same candidate number */
	struct record_faults faults; /* shifted: it is not compared */

	/* Of the first entry of a name only: */
	uint32_t namesakes; /* rows that have only that name */
	bool taken_twice;   /* two rows have the number of a record of that name */
	uint32_t left;      /* records of the name not found; 0: not counted */
	bool unsure;        /* a row may be a record of that name whose number is unreadable */
};

/* Initialised with zeros. */
struct record_table {
	struct record_entry *entries; /* owned */
	size_t count;
	/* Owned hash tables with open addressing. A slot has the index + 1 of the first entry of a
	 * key; 0: none. For candidate and ID numbers it is the first entry that was not found yet,
	 * as long as there is one. */
	uint32_t *slots[RECORD_WAYS];
	size_t mask;
};

/* Adds a copy of the members of a record that rosters are compared with. */
void record_table_add(struct record_table *t, const struct record *r, size_t row,
		      struct record_faults faults);

/* Fills the hash tables; call it once, after the last record and before the functions below. */
void record_table_build(struct record_table *t);

/* Wipes and frees what it owns. */
void record_table_free(struct record_table *t);

/* Returns the first entry with the record's key in file order; NULL: none, or r lacks the key. */
struct record_entry *record_table_first(const struct record_table *t, const struct record *r,
					enum record_way way);

/* Returns the next entry with the same key; NULL: none. */
struct record_entry *record_table_next(const struct record_table *t, const struct record_entry *e,
				       enum record_way way);

/* Returns the first entry with this key that was not found yet, else the last one; NULL: none.
 * Skipped entries are not looked at again, so that many records with one key take as long as many
 * with different keys. */
struct record_entry *record_table_open(struct record_table *t, const struct record *r,
				       enum record_way way);

void record_entry_read(const struct record_entry *e, struct record *out);

/* Returns true if the entry has the record's key; false also if r lacks it. */
bool record_entry_shares(const struct record_entry *e, const struct record *r, enum record_way way);

/* Copies the date of birth, if the record has a full one, else the one in the ID number. */
void record_birth(const struct record *r, char out[CELL_BIRTH]);

#endif
