/* SPDX-License-Identifier: MIT */
/* How an entry differs from the recorded value: only in blanks, width or encoding, or in which
 * characters. */
#ifndef COMPARE_H
#define COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/finding.h"

struct normalisation {
	enum finding_code code;
	character_fold *fold; /* removes this kind of difference; NULL after the last step */
};

/* The first difference that the last normalisation applied removes. */
struct normalised_difference {
	enum finding_code code;
	size_t at, count;           /* place in the entry, from 1; characters in a row */
	uint32_t entered, recorded; /* code points; 0: past the end */
};

/* Applies one normalisation after another to both values until they are equal. Both stay
 * normalised. false: they still differ after the last one. */
bool compare_normalised(struct characters *entered, struct characters *recorded,
			const struct normalisation *steps, struct normalised_difference *out);

/* Adds the findings of `alone` that have the code of the difference; if there are none, adds one
 * that blames the record. alone: the findings of the entry by itself. */
void compare_normalised_report(const struct normalised_difference *d, const struct findings *alone,
			       struct findings *out);

/* Adds one finding for the difference of two unequal values: what is changed, surplus or missing
 * between their equal beginnings and ends. Returns it. */
struct finding *compare_places(const struct characters *entered, const struct characters *recorded,
			       enum finding_code code, struct findings *out);

#endif
