/* SPDX-License-Identifier: MIT */
/* What is known of each item of the verification, what is still missing, which steps are done, and
 * whether the self-check succeeded: every screen and the report ask here. */
#ifndef VERDICT_H
#define VERDICT_H

#include "rules/finding.h"
#include "wizard/wizard.h"

enum { NO_CHOICE = -1 };

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

enum check_state {
	CHECK_OPEN, /* not looked at in this run, still being typed, or typed so that it tells nothing */
	CHECK_AGREES, /* compared, and the same */
	CHECK_FITS,   /* compared with what only the number tells, and the same */
	CHECK_SAME,   /* the same by the student's word */
	CHECK_SEEN,   /* looked at, with nothing to compare it with */
	CHECK_ABSENT, /* the site shows nothing for it */
	CHECK_WAITS,  /* a status that is to change */
	CHECK_ASK,    /* not the same, but by the record's fault: nobody knows before asking */
	CHECK_DIFFERS
};

enum check_group {
	GROUP_MUST,  /* must be looked at, and agree */
	GROUP_EMPTY, /* the site may show nothing for it */
	GROUP_OTHER,
	GROUP_COUNT
};

/* A check of the guide, by its index; there must be one. */
const struct guide_check *wizard_check(const struct wizard *w, size_t check);

enum check_state wizard_check_state(const struct wizard *w, size_t check);

/* The words for it, the same wherever it is told: 一致, 与号码一致, 还没看. Of a choice what is chosen. */
const char *wizard_check_words(const struct wizard *w, size_t check);

/* Whether it was compared, and is the same: as the record, or as what only its number tells. */
bool wizard_check_equal(const struct wizard *w, size_t check);

/* What the report of a program calls it; of a choice its state. */
const char *wizard_check_id(const struct wizard *w, size_t check);

/* What the record's value of a check is called beside that of the site: 应为, or whose it is where it
 * may be wrong. */
const char *wizard_expected_label(const struct wizard *w, size_t check);

/* A sentence to put before the advice where the value that the site differs from was typed by the
 * student; else "". */
const char *wizard_doubt_words(const struct wizard *w, size_t check);

/* "（号码里的）" after an expected value that is not registered but read from the number; else "". */
const char *wizard_source_words(const struct wizard *w, size_t check);

/* What an earlier run answered to a check that is open in this one, in words; "" if nothing. */
const char *wizard_earlier_words(const struct wizard *w, size_t check);

/* What was called different and is not asked as long as the site shows no record: a sentence
 * that names it, owned by the caller; "" if there is nothing. */
char *wizard_set_aside(const struct wizard *w);

/* Whether it is a problem that the result and the report explain: it differs, is to be asked about,
 * is not shown though it must agree, or is a status that does not pass. */
bool wizard_is_problem(const struct wizard *w, size_t check);

/* Whether all that must agree was compared with the record itself and is equal. */
bool wizard_all_compared(const struct wizard *w);

enum check_group wizard_check_group(const struct guide_check *check);

/* The checks of a group (indices of the guide) in the order of their rows: texts, pictures, the
 * status, the kind of student. Returns how many. */
size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX]);

/* How many of GROUP_MUST are asked: all but those that are not listed. */
size_t wizard_asked(const struct wizard *w);

/* Of those the ones whose answer is missing. A name and a number that were compared with nothing
 * are missing, and what else is required as long as there is no record at all. */
size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

/* Whether a check is one of these. */
bool wizard_is_missing(const struct wizard *w, size_t check);

/* "还差 3 项：录取照片、学籍状态、学生类别", owned by the caller; "" if nothing is missing. */
char *wizard_missing_text(const struct wizard *w);

/* How many checks of all groups differ from what is expected; and a sentence that names those of a
 * self-check that succeeds or fails without them, owned by the caller; "" if there are none. */
size_t wizard_differing(const struct wizard *w);
char *wizard_differing_besides(const struct wizard *w);

/* Whether it fails by the status alone. */
bool wizard_fails_by_status(const struct wizard *w);

/* Of the verification. Without one: whether all steps are done. */
enum verdict wizard_verdict(const struct wizard *w);

/* That the self-check succeeded, in this run: "自查做完了（今天）"; in an earlier one that the student went
 * on with: "上次自查做完了（昨天）"; else "". Owned by the caller. */
char *wizard_done_text(const struct wizard *w);

/* The guide's words for it; of VERDICT_OPEN a title and no text. */
const struct guide_verdict *wizard_verdict_says(const struct wizard *w);

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

/* How a step stands. A self-check that succeeded implies the steps up to the verification, for the
 * site showed what they lead to, in this run or in an earlier one that nothing contradicts. */
enum step_state { STEP_OPEN, STEP_IMPLIED, STEP_DONE };
enum step_state wizard_step_state(const struct wizard *w, size_t step);

/* When it was done, in seconds since 1970; 0 unless it is STEP_DONE. */
int64_t wizard_step_time(const struct wizard *w, size_t step);

/* Whether the present step has a rehearsal or a verification that is not done. Done is one with all
 * of GROUP_MUST asked and answered. */
bool wizard_activity_open(const struct wizard *w);

/* Notes what follows from the last change: when steps and the self-check were done or undone. */
void wizard_note_done(struct wizard *w);

/* The options of a check: how many (0: none), their labels, and which is chosen, NO_CHOICE if
 * none. */
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);
int wizard_choice(const struct wizard *w, size_t check);
void wizard_choose(struct wizard *w, size_t check, size_t option);

/* Answers a check with a result of model/progress.h: in this run, and for the progress. "" takes it
 * back. */
void wizard_answer(struct wizard *w, size_t check, const char *result);
bool wizard_answer_is(const struct wizard *w, size_t check, const char *result);

/* What is chosen for the status and for the kind of student; NO_CHOICE if nothing. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* What was typed for a check without the blanks at its end, which nobody sees on a page. Owned by
 * the caller, who wipes it. */
char *wizard_typed(const struct wizard *w, size_t check);

/* Notes that the text of a check was edited: it agrees, differs, is a dash for what the site does
 * not show, or is open if it is empty now or tells nothing of the site. True if the result
 * changed. */
bool wizard_note_shown(struct wizard *w, size_t check);

/* Whether what the site shows for a check is typed: it is no choice, or a choice of which no option
 * fits. */
bool wizard_takes_text(const struct wizard *w, size_t check);

/* Whether as much is typed for a check as the record has, dots of a name not counted: it can be
 * judged before the row is left. */
bool wizard_shown_complete(const struct wizard *w, size_t check);

/* Whether the site shows a record, by the status that was chosen; and a check for which it does
 * not, so that it is not asked. */
bool wizard_is_listed(const struct wizard *w);
bool wizard_is_unlisted(const struct wizard *w, size_t check);

/* Whether the record's number tells another value of a check than the record: that the site has the
 * same as the record is not enough. */
bool wizard_is_contradicted(const struct wizard *w, size_t check);

/* How what was typed for a check differs from the record's value: at most one finding. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

#endif
