/* SPDX-License-Identifier: MIT */
/* The search for the record in a roster that EFFECT_LOOKUP asks for. */
#ifndef RECORD_SCREEN_H
#define RECORD_SCREEN_H

#include "audit/record_search.h"
#include "wizard/wizard.h"

/* The values to search for, borrowed from the fields of the form. */
struct record_search record_search_wanted(const struct wizard *w);

/* Takes the result of the search. record: used with RECORD_FOUND only; trouble: why the roster
 * could not be read, used with RECORD_UNREAD only. Returns a set of enum effect. */
unsigned record_search_done(struct wizard *w, enum record_found result, const struct record *record,
			    const char *trouble);

#endif
