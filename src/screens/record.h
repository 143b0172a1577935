/* SPDX-License-Identifier: MIT */
/* The search for the record in a roster that EFFECT_LOOKUP asks for. */
#ifndef RECORD_SCREEN_H
#define RECORD_SCREEN_H

#include "roster/record_search.h"
#include "wizard/wizard.h"

/* What to search for: borrowed from what was typed. */
struct record_search record_search_wanted(const struct wizard *w);

/* Takes what was found. record: of RECORD_FOUND; trouble: why the roster could not be read, of RECORD_UNREAD.
 * Returns a set of enum effect. */
unsigned record_search_done(struct wizard *w, enum record_found result, const struct record *record,
			    const char *trouble);

#endif
