/* SPDX-License-Identifier: MIT */
/* Compares the text typed from the site with the expected value. */
#ifndef SHOWN_H
#define SHOWN_H

#include "rules/finding.h"
#include "wizard/wizard.h"

/* The text typed for a check without trailing blanks, which are invisible on a page. Owned by the
 * caller, who wipes it. */
char *wizard_typed(const struct wizard *w, size_t check);

/* What a text typed for a check means: a dash and 没有 say that the site shows nothing; blanks and
 * words such as 一样 that it shows the same; so does 对, unless more is typed, because a value may
 * begin with it; any other text is a value. */
enum typed_meaning { TYPED_VALUE, TYPED_ABSENT, TYPED_YES, TYPED_SAME };
enum typed_meaning wizard_typed_meaning(const char *text);

/* True if the text typed for a check is at least as long as the record's value, dots of a name not
 * counted: it can be judged before the row is left. */
bool wizard_shown_complete(const struct wizard *w, size_t check);

/* Adds how the text typed for a check differs from the record's value: at most one finding. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

/* The result of the text typed for a check, as in model/progress.h; "" if the text proves nothing
 * about the site. */
const char *wizard_judge_shown(const struct wizard *w, size_t check);

/* True if the typed text may be what the site shows, or a typing mistake: only the student knows
 * which. */
bool wizard_is_doubtful(const struct wizard *w, size_t check);

/* True if the text typed for a check has asterisks for some of its characters. */
bool wizard_is_shown_masked(const struct wizard *w, size_t check);

/* True if the record's number implies another value for a check than the record has. It is not
 * enough then that the site agrees with the record. */
bool wizard_is_contradicted(const struct wizard *w, size_t check);

#endif
