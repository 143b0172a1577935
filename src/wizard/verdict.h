/* SPDX-License-Identifier: MIT */
/* What is known of each item of the verification, what is still missing, which steps are done, and whether the
 * self-check succeeded: every screen and the report ask here. */
#ifndef VERDICT_H
#define VERDICT_H

#include "rules/finding.h"
#include "wizard/wizard.h"

enum { NO_CHOICE = -1 };

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

enum check_state {
	CHECK_OPEN,   /* not looked at, or still being typed */
	CHECK_AGREES, /* compared, and the same */
	CHECK_SEEN,   /* looked at, with nothing to compare it with */
	CHECK_ABSENT, /* the site shows nothing for it */
	CHECK_WAITS,  /* a status that is to change */
	CHECK_DIFFERS
};

enum check_group {
	GROUP_MUST,  /* must be looked at, and agree */
	GROUP_EMPTY, /* the site may show nothing for it */
	GROUP_OTHER,
	GROUP_COUNT
};

enum check_state wizard_check_state(const struct wizard *w, size_t check);
enum check_group wizard_check_group(const struct guide_check *check);

/* The checks of a group (indices of the guide) in the order of their rows: texts, pictures, the status, the
 * kind of student. Returns how many. */
size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX]);

/* Of GROUP_MUST those whose answer is missing. A required one that could be compared with nothing is missing
 * as long as there is no record at all. */
size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

/* "还差 3 项：录取照片、学籍状态、学生类别", owned by the caller; "" if nothing is missing. */
char *wizard_missing_text(const struct wizard *w);

/* How many checks of all groups differ. */
size_t wizard_differing(const struct wizard *w);

/* Of the verification. Without one: whether all steps are done. */
enum verdict wizard_verdict(const struct wizard *w);

/* The guide's words for it; of VERDICT_OPEN a title and no text. */
const struct guide_verdict *wizard_verdict_says(const struct wizard *w);

/* What is to be done in a step (from 0): its items, and its rehearsal or verification as one more. */
struct step_count {
	size_t done, count;
};
struct step_count wizard_step_count(const struct wizard *w, size_t step);
bool wizard_step_done(const struct wizard *w, size_t step);

/* When it was done, in seconds since 1970; 0 if it is not. */
int64_t wizard_step_time(const struct wizard *w, size_t step);

/* Whether the present step has a rehearsal or a verification that is not done: all of GROUP_MUST answered. */
bool wizard_activity_open(const struct wizard *w);

/* Notes what follows from the last change: when steps and the self-check were done or undone. Once it succeeds
 * all steps count as done, for the site showed what they lead to. */
void wizard_note_done(struct wizard *w);

/* The options of a check: how many (0: none), their labels, and which is chosen, NO_CHOICE if none. */
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);
int wizard_choice(const struct wizard *w, size_t check);
void wizard_choose(struct wizard *w, size_t check, size_t option);

/* What is chosen for the status and for the kind of student; NO_CHOICE if nothing. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* Notes that the text of a check was edited: it agrees, differs, or is open if it is empty now. True if the result
 * changed. */
bool wizard_note_shown(struct wizard *w, size_t check);

/* Whether as much is typed for a check as the record has: it can be judged before the row is left. */
bool wizard_shown_complete(const struct wizard *w, size_t check);

/* How what was typed for a check differs from the record's value: at most one finding. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

#endif
