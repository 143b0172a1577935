/* SPDX-License-Identifier: MIT */
/* Which steps are done, what the site showed, and whether the self-check succeeded. */
#ifndef VERDICT_H
#define VERDICT_H

#include "rules/finding.h"
#include "wizard/wizard.h"

enum { NO_CHOICE = -1 };

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

/* Of the verification: what must agree agrees, and the status is one that passes. Without a verification: all
 * steps are done. */
enum verdict wizard_verdict(const struct wizard *w);

/* The guide's words for it; of VERDICT_OPEN a title and no text. */
const struct guide_verdict *wizard_verdict_says(const struct wizard *w);

/* What is to be done in a step (from 0): its items, and its rehearsal or verification as one more. */
struct step_count {
	size_t done, count;
};
struct step_count wizard_step_count(const struct wizard *w, size_t step);

/* Whether all items of a step (from 0) are ticked and its activity is done; when, in seconds since 1970, 0 if
 * it is not. wizard_note_times() notes the time of steps that were done or undone since. */
bool wizard_step_done(const struct wizard *w, size_t step);
int64_t wizard_step_time(const struct wizard *w, size_t step);
void wizard_note_times(struct wizard *w);

/* Whether the present step has a rehearsal or a verification that is not done. */
bool wizard_activity_open(const struct wizard *w);

/* The check in a row of the verification, both from 0: the kind of student, what must agree, the others. */
size_t wizard_check_index(const struct wizard *w, size_t row);

/* A check that is answered by a choice: how many options it has (0: it is another check), what they are
 * called, and which is chosen, NO_CHOICE if none. */
bool wizard_is_choice(const struct guide_check *check);
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);
int wizard_choice(const struct wizard *w, size_t check);
void wizard_choose(struct wizard *w, size_t check, size_t option);

/* What is chosen for the status and for the kind of student; NO_CHOICE if nothing. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* The record's value that a check is compared with; "" if there is none. */
const char *wizard_expected(const struct wizard *w, enum guide_compare compare);

/* How what was typed for a check differs from that. Nothing typed: no finding. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

#endif
