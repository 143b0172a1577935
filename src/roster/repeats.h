/* SPDX-License-Identifier: MIT */
/* Which rows have a number that an earlier row has, in one roster or in several, and what that
 * makes of them. */
#ifndef REPEATS_H
#define REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/duplicates.h"
#include "roster/roster.h"
#include "roster/tally.h"

/* A roster that was read, of several one behind the other: its rows are those above `start`, up to
 * that of the next. */
struct repeats_roster {
	uint32_t start;
	size_t students;
	const char *path; /* borrowed */
	struct roster_file file;
};

struct repeats_rosters {
	const struct repeats_roster *items; /* borrowed */
	size_t count;
};

/* The roster of a row. */
size_t repeats_roster_of(const struct repeats_rosters *rosters, uint32_t row);

/* A row with a number that another one has: the first of its own roster that nothing contradicts,
 * or, for that row, the first such of all. */
struct repeat {
	uint32_t first, row, last; /* last: of those that were filled down; else row */
	enum finding_code code : 8;
	enum finding_kind
		kind : 16;  /* KIND_REPEATED, _OTHER, _OF_ANOTHER, _ELSEWHERE; KIND_FILLED_DOWN */
	bool elsewhere : 1; /* the first is in another roster */
	bool doubt : 1;     /* the first is doubtful if it has another name */
};

/* Owned; start with zeros. */
struct repeats {
	struct repeat *items;
	size_t count;
	uint8_t *worse; /* of each row up to so many: enum audit_state, if it makes the row that */
	size_t rows;
	size_t wrong[AUDIT_STATES], doubtful; /* rows that it makes so, by what the rules say */
};

/* The tag of a row's entries: its state by the rules alone, whether its ID number contradicts its
 * sex or birth, and as many bits of its name's key as fit. One in a million pairs of different
 * names is called the same. */
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
	return name >> (32 - REPEATS_NAME_BITS) << REPEATS_NAME_SHIFT |
	       (contradicted ? REPEATS_CONTRADICTED : 0) | (uint32_t)state;
}

/* Finds those of the ID numbers, then those of the candidate numbers that are not the same two
 * rows. */
void repeats_find(struct repeats *out, const struct duplicates *numbers,
		  const struct duplicates *candidates, const struct repeats_rosters *rosters);

/* Says of a repeat that its rows have different names. kind: of that. */
void repeats_of_names(struct repeats *r, struct repeat *repeat, enum finding_kind kind);

/* Counts the rows anew: one that repeats another is wrong; the first of two with different names is
 * doubtful, unless it is plain that the number is its own. */
void repeats_count(const struct repeats *r, struct audit_tally *tally);

void repeats_free(struct repeats *r);

#endif
