/* SPDX-License-Identifier: MIT */
/* What there is to do in each step, and how much of it is done. */
#ifndef STEPS_H
#define STEPS_H

#include "wizard/wizard.h"

/* What whoever has an account already does in a step in place of its rehearsal: the answer that
 * says so, in this run, or, as long as this run was not asked and rehearsed nothing, as the ticks
 * tell. NULL: nothing. */
const struct guide_option *wizard_recovery(const struct wizard *w, size_t step);

/* What there is to tick in a step: its items, or those of the recovery. */
const struct guide_item *wizard_items(const struct wizard *w, size_t step, size_t *count);

/* What is to be done in a step (from 0): its items, and its rehearsal or verification as one more.
 * What the student did not tick is never counted as done. */
struct step_count {
	size_t done, count;
};
struct step_count wizard_step_count(const struct wizard *w, size_t step);

/* Whether the present step has a rehearsal or a verification that is not done. Done is one with all
 * of GROUP_MUST asked and answered. */
bool wizard_activity_open(const struct wizard *w);

#endif
