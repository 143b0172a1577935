/* SPDX-License-Identifier: MIT */
/* Whether the self-check succeeded, and which steps are done: every screen and the report ask
 * here. */
#ifndef VERDICT_H
#define VERDICT_H

#include "wizard/wizard.h"

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

/* Of the verification. Without one: whether all steps are done. */
enum verdict wizard_verdict(const struct wizard *w);

/* What it is called; and what the guide says of it, without lines where it says nothing. */
const char *wizard_verdict_title(const struct wizard *w);
const struct guide_text *wizard_verdict_text(const struct wizard *w);

/* Whether it fails by the status alone. */
bool wizard_fails_by_status(const struct wizard *w);

/* How many checks of all groups differ from what is expected; and a sentence that names them where
 * the verdict does not depend on them, owned by the caller; "" if there are none. */
size_t wizard_differing(const struct wizard *w);
char *wizard_differing_besides(const struct wizard *w);

/* What was called different and is not asked as long as the site shows no record: a sentence
 * that names it, owned by the caller; "" if there is nothing. */
char *wizard_set_aside(const struct wizard *w);

/* That the self-check succeeded, in this run: "自查做完了（今天）"; in an earlier one that the student went
 * on with: "上次自查做完了（昨天）"; else "". Owned by the caller. */
char *wizard_done_text(const struct wizard *w);

/* How a step stands. A self-check that succeeded implies the steps up to the verification, for the
 * site showed what they lead to, in this run or in an earlier one that nothing contradicts. */
enum step_state { STEP_OPEN, STEP_IMPLIED, STEP_DONE };
enum step_state wizard_step_state(const struct wizard *w, size_t step);

/* When it was done, in seconds since 1970; 0 unless it is STEP_DONE. */
int64_t wizard_step_time(const struct wizard *w, size_t step);

/* Notes what follows from the last change: when steps and the self-check were done or undone. */
void wizard_note_done(struct wizard *w);

#endif
