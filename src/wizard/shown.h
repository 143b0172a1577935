/* SPDX-License-Identifier: MIT */
/* How what was typed from the site compares with what is expected. */
#ifndef SHOWN_H
#define SHOWN_H

#include "rules/finding.h"
#include "wizard/wizard.h"

/* What was typed for a check without the blanks at its end, which nobody sees on a page. Owned by
 * the caller, who wipes it. */
char *wizard_typed(const struct wizard *w, size_t check);

/* Whether as much is typed for a check as the record has, dots of a name not counted: it can be
 * judged before the row is left. */
bool wizard_shown_complete(const struct wizard *w, size_t check);

/* How what was typed for a check differs from the record's value: at most one finding. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

/* What that makes of the check, as a result of model/progress.h; "" if it tells nothing of the site. */
const char *wizard_judge_shown(const struct wizard *w, size_t check);

/* Whether what was typed may be what the site shows, or mistyped: only the student knows. */
bool wizard_is_doubtful(const struct wizard *w, size_t check);

/* Whether the record's number tells another value of a check than the record: that the site has the
 * same as the record is not enough. */
bool wizard_is_contradicted(const struct wizard *w, size_t check);

#endif
