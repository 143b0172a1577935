/* SPDX-License-Identifier: MIT */
/* The rows of a roster in which nothing is to be found, passed over at the speed of reading: nearly all
 * of them. What a glance is not sure of is left to the rules. */
#ifndef FAST_PATH_H
#define FAST_PATH_H

#include <stddef.h>
#include <stdint.h>

#include "roster/roster.h"
#include "rules/resident_id_sound.h"

/* Whose row it was, as far as doubles tell: keys are equal where the values are, 0: none. */
struct roster_person {
	uint64_t number, candidate;
	uint32_t name;
	size_t row;
};

struct roster_glance {
	struct resident_id_births births;
	size_t rows;    /* passed over so far */
	size_t rounded; /* of their numbers, those that end in 000 */
	/* Borrowed, may be NULL: who was passed over; person_count is set anew by each glance, which
	 * ends when it is person_max. */
	struct roster_person *persons;
	size_t person_max, person_count;
};

/* Passes over the rows from the next one on, up to one that has something in it or is not whole in
 * memory: roster_next() gives that one. */
void roster_glance(struct roster *r, struct roster_glance *g);

/* Whether person_name_check() would find nothing in a name of the row given out last; false when a
 * glance does not tell. */
bool roster_name_plain(const struct roster *r, struct slice name);

/* The keys of a row that roster_next() gave out. */
struct roster_person roster_person(const struct roster_row *row);

#endif
