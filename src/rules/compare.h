/* SPDX-License-Identifier: MIT */
/* How an entry differs from the recorded value: in blanks, width, encoding only, or in which
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
	character_fold *fold; /* makes equal what differs in this way only; NULL after the last */
};

/* The first difference that a normalisation removes. */
struct normalised_difference {
	enum finding_code code;
	size_t at;                  /* place in the entry */
	uint32_t entered, recorded; /* 0: after the end */
};

/* Applies one normalisation after another to both values until they are equal. false: they still
 * differ after the last one; both stay normalised. */
bool compare_normalised(struct characters *entered, struct characters *recorded,
			const struct normalisation *steps, struct normalised_difference *out);

/* Adds findings of that difference: those of its code in `alone`, which is what is wrong with
 * the entry by itself, or, if there are none, one that blames the record. */
void compare_normalised_report(const struct normalised_difference *d, const struct findings *alone,
			       struct findings *out);

/* Adds the difference of two values that are not equal as one finding: what is changed, too much or
 * missing between their equal beginnings and ends. Returns it. */
struct finding *compare_places(const struct characters *entered, const struct characters *recorded,
			       enum finding_code code, struct findings *out);

#endif
