/* SPDX-License-Identifier: MIT */
/* The answers to the checks of the verification: an option of a list, or typed text. */
#ifndef ANSWER_H
#define ANSWER_H

#include "wizard/wizard.h"

enum { NO_CHOICE = -1 };

/* The options of a check: how many there are (0: the check has none), the label of one, and the
 * index of the chosen one (NO_CHOICE if none). wizard_choose() answers the check with an option. */
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);
int wizard_choice(const struct wizard *w, size_t check);
void wizard_choose(struct wizard *w, size_t check, size_t option);

/* The index of the option that a result stands for; NO_CHOICE if there is none. */
int wizard_option_of(const struct wizard *w, size_t check, const char *result);

/* Sets the answer to a check, in this run and in the progress, to a result of model/progress.h; ""
 * takes the answer back. wizard_answer_is(): true if the check has that result now. */
void wizard_answer(struct wizard *w, size_t check, const char *result);
bool wizard_answer_is(const struct wizard *w, size_t check, const char *result);

/* The result of a check in this run. The typed text is judged if there is no answer, or if a value
 * to compare with has appeared or gone since the answer was given. */
const char *wizard_result(const struct wizard *w, size_t check);

/* Judges the text of a check again after it was edited, and sets the answer: it agrees, differs,
 * has to be asked about, or is open if the text is empty or proves nothing about the site. Returns
 * true if the result changed. */
bool wizard_note_shown(struct wizard *w, size_t check);

/* True if what the site shows for a check can be typed: the check is no choice, or the chosen
 * status is the one that none of the others fits. */
bool wizard_takes_text(const struct wizard *w, size_t check);

/* The chosen status and the chosen kind of student, as indices of the guide's lists; NO_CHOICE if
 * none is chosen. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* wizard_is_listed(): false if the chosen status means that the site shows no record.
 * wizard_is_unlisted(): true if a check is not asked for that reason. */
bool wizard_is_listed(const struct wizard *w);
bool wizard_is_unlisted(const struct wizard *w, size_t check);

#endif
