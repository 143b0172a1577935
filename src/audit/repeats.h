/* SPDX-License-Identifier: MIT */
/* Finds the rows with a number that an earlier row has, in one roster or in several, and how that
 * changes the states of rows. */
#ifndef REPEATS_H
#define REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audit/duplicates.h"
#include "audit/tally.h"
#include "roster/roster.h"

/* A roster that was read. Rows are counted through all rosters: its own are those above `start`, up
 * to the `start` of the next. */
struct repeats_roster {
	uint32_t start;
	size_t students;
	const char *path; /* borrowed */
	struct roster_file file;
	const char *encoding; /* static: roster_encoding_name() */
	bool even;            /* roster_is_even() */
};

struct repeats_rosters {
	const struct repeats_roster *items; /* borrowed */
	size_t count;
};

/* Returns the index of the roster that a row is in. */
size_t repeats_roster_of(const struct repeats_rosters *rosters, uint32_t row);

/* A row with a number that another row, `first`, has: the first row of its own roster that nothing
 * contradicts, or, for that row, the first such row of all rosters. */
struct repeat {
	uint32_t first, row, last; /* last: end of the rows that were filled down; else row */
	enum finding_code code : 8;
	/* KIND_REPEATED, _OTHER, _OF_ANOTHER, _ELSEWHERE; KIND_FILLED_DOWN, _NAMES */
	enum finding_kind kind : 16;
	bool elsewhere : 1;  /* `first` is in another roster */
	bool doubt : 1;      /* `first` is doubtful if it has another name */
	bool other_name : 1; /* the names have different keys */
	bool wanted : 1;     /* its rows are read again (reread.c) */
};

/* Rows with one name, perhaps filled down; only rows that are not students' stand between them. */
struct name_run {
	uint32_t first, last, students;
};

/* The state of each row by the rules alone, AUDIT_STATES if it is not a student's; rows from
 * `count` on are AUDIT_CLEAN. */
struct row_states {
	uint8_t *items; /* owned */
	size_t count;
};

/* Owned; initialised with zeros. */
struct repeats {
	struct repeat *items;
	size_t count;
	uint8_t *worse; /* for each row below `rows`: enum audit_state by its repeats, or 0 */
	size_t rows;
	/* Rows made wrong (by former state), doubtful; doubtful by their name, which is
	 * reported. */
	size_t wrong[AUDIT_STATES], doubtful, doubtful_names;
};

/* The tag of a row's entries: its state by the rules alone, whether its ID number contradicts its
 * sex or birth date, and as many bits of its name's key as fit. One in a million pairs of different
 * names has the same bits. */
enum {
	REPEATS_STATE_MASK = 3,
	REPEATS_CONTRADICTED = 4,
	REPEATS_NAME_SHIFT = 3,
	REPEATS_NAME_BITS = 20
};
_Static_assert(DUPLICATES_TAG_MAX >> (REPEATS_NAME_BITS + REPEATS_NAME_SHIFT - 1) == 1,
	       "they fill a tag");

static inline uint32_t repeats_tag(uint32_t name, enum audit_state state, bool contradicted)
{
	uint32_t bits = name >> (32 - REPEATS_NAME_BITS);

	bits -= bits == (1U << REPEATS_NAME_BITS) - 1; /* a tag is below DUPLICATES_TAG_MAX */
	return bits << REPEATS_NAME_SHIFT | (contradicted ? REPEATS_CONTRADICTED : 0) |
	       (uint32_t)state;
}

/* What rows are compared by: ID number, candidate number, and the row of their record. Owned; NULL:
 * not compared. */
struct repeats_tables {
	struct duplicates *numbers, *candidates, *people;
};

/* with_people: there are records. */
struct repeats_tables repeats_tables_new(bool with_people);
void repeats_tables_free(struct repeats_tables *tables);

/* Finds the repeats of ID numbers, then those of candidate numbers and of people, unless they are
 * between two rows that already repeat something. */
void repeats_find(struct repeats *out, const struct repeats_tables *tables,
		  const struct repeats_rosters *rosters);

/* Adds rows whose name was filled down, after repeats_find(): the first may be right, the others
 * are wrong. states: of the rows above `start`. */
void repeats_add_names(struct repeats *r, const struct name_run *run,
		       const struct row_states *states, size_t start);

/* Marks a repeat whose rows have different names. kind: the kind that says so. */
void repeats_of_names(struct repeats *r, struct repeat *repeat, enum finding_kind kind);

/* Corrects the counts of rows: a row that repeats another is wrong; the first of two with different
 * names is doubtful, unless the number is clearly its own. */
void repeats_count(const struct repeats *r, struct audit_tally *tally);

void repeats_free(struct repeats *r);

#endif
