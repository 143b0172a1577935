/* SPDX-License-Identifier: MIT */
/* What each check of the verification is answered with: a choice of its list, or what was typed. */
#ifndef ANSWER_H
#define ANSWER_H

#include "wizard/wizard.h"

enum { NO_CHOICE = -1 };

/* The options of a check: how many (0: none), their labels, and which is chosen, NO_CHOICE if
 * none. */
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);
int wizard_choice(const struct wizard *w, size_t check);
void wizard_choose(struct wizard *w, size_t check, size_t option);

/* The option that a result stands for; NO_CHOICE if none. */
int wizard_option_of(const struct wizard *w, size_t check, const char *result);

/* Answers a check with a result of model/progress.h: in this run, and for the progress. "" takes it
 * back. */
void wizard_answer(struct wizard *w, size_t check, const char *result);
bool wizard_answer_is(const struct wizard *w, size_t check, const char *result);

/* The result of a check in this run. Without an answer that holds of what is expected now, what was
 * typed is judged. */
const char *wizard_result(const struct wizard *w, size_t check);

/* Notes that the text of a check was edited: it agrees, differs, is a dash for what the site does
 * not show, or is open if it is empty now or tells nothing of the site. True if the result
 * changed. */
bool wizard_note_shown(struct wizard *w, size_t check);

/* Whether what the site shows for a check is typed: it is no choice, or a choice of which no option
 * fits. */
bool wizard_takes_text(const struct wizard *w, size_t check);

/* What is chosen for the status and for the kind of student; NO_CHOICE if nothing. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* Whether the site shows a record, by the status that was chosen; and a check for which it does
 * not, so that it is not asked. */
bool wizard_is_listed(const struct wizard *w);
bool wizard_is_unlisted(const struct wizard *w, size_t check);

#endif
