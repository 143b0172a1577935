/* SPDX-License-Identifier: MIT */
/* The tasks of each step, and how many of them are done. */
#ifndef STEPS_H
#define STEPS_H

#include "wizard/wizard.h"

/* The option whose items replace the rehearsal of a step for a student who already has an account:
 * the answer given in this run or, if this run did not ask and the rehearsal is not done, the first
 * option with a ticked item. NULL if nothing replaces the rehearsal. */
const struct guide_option *wizard_recovery(const struct wizard *w, size_t step);

/* The items to tick in a step: its own, or those of wizard_recovery(). */
const struct guide_item *wizard_items(const struct wizard *w, size_t step, size_t *count);

/* The tasks of a step (from 0): its items, and its rehearsal or verification as one more. An item
 * counts as done only if the student ticked it. */
struct step_count {
	size_t done, count;
};
struct step_count wizard_step_count(const struct wizard *w, size_t step);

/* True if the present step has a rehearsal or a verification that is not done. A verification is
 * done when all checks of GROUP_MUST are asked and answered. */
bool wizard_activity_open(const struct wizard *w);

#endif
