/* SPDX-License-Identifier: MIT */
/* A list of findings that may have millions of items: each takes a few numbers and its students as
 * packed text. Holds personal data. */
#ifndef FINDING_LIST_H
#define FINDING_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct listed_finding {
	size_t row, other;                   /* other: the row that this one repeats; 0: none */
	size_t sentence;                     /* the caller's number of its sentence */
	const char *student, *other_student; /* packed; other_student: only if there is another */
};

/* Initialised with zeros. */
struct finding_list {
	struct finding_chunk *first, *last; /* in the arena; NULL: empty */
	size_t row;                         /* of the last finding */
	bool unsorted;
};

enum { FINDING_LIST_CHUNK = 4032 }; /* bytes; the texts of a finding take less by 64 */

/* Adds a copy of a finding. arena: the same for all findings of a list. */
void finding_list_add(struct finding_list *l, struct arena *arena, const struct listed_finding *f);

/* Calls visit with each finding, sorted by row if `sorted`, else in the order in which they were
 * added, as are those of one row. */
void finding_list_visit(const struct finding_list *l, bool sorted,
			void (*visit)(void *context, const struct listed_finding *f),
			void *context);

#endif
