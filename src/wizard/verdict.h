/* SPDX-License-Identifier: MIT */
/* Decides whether the self-check succeeded and which steps are done, for all screens and the
 * report. */
#ifndef VERDICT_H
#define VERDICT_H

#include "wizard/wizard.h"

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

/* The verdict of the verification. In a guide without one, VERDICT_PASS once all steps are done. */
enum verdict wizard_verdict(const struct wizard *w);

/* The title of the verdict, and the guide's text about it, which has no lines if there is none. */
const char *wizard_verdict_title(const struct wizard *w);
const struct guide_text *wizard_verdict_text(const struct wizard *w);

/* True if the verdict is VERDICT_FAIL because of the status alone. */
bool wizard_fails_by_status(const struct wizard *w);

/* Names the problems by kind: "姓名、性别 2 项不一致，录取照片不对，学籍状态是暂缓注册。". It
 * begins with 另外 beside a success. Owned by the caller; "" if there is no success and only the
 * status is wrong: the title and the items below it say the rest. */
char *wizard_problem_names(const struct wizard *w);

/* A sentence that names the checks that were answered as different but are not asked while the site
 * shows no record; owned by the caller; "" if there are none. */
char *wizard_set_aside(const struct wizard *w);

/* Says that the self-check succeeded: "自查做完了（今天）" in this run, "上次自查做完了（昨天）" in
 * an earlier one that the student went on with; else "". Owned by the caller. */
char *wizard_done_text(const struct wizard *w);

/* "另有 2 项要告诉辅导员：学校名称、专业。": what was found beside the success that the progress
 * keeps, of this run or of the one that the welcome screen offers; "" if there is none. Owned by
 * the caller. */
char *wizard_kept_wrong(const struct wizard *w);

/* The state of a step. A self-check that succeeded implies the steps up to the verification, for
 * the site showed what they lead to; one of an earlier run, only the steps before it. */
enum step_state { STEP_OPEN, STEP_IMPLIED, STEP_DONE };
enum step_state wizard_step_state(const struct wizard *w, size_t step);

/* When a step was done, in seconds since 1970; 0 unless it is STEP_DONE. */
int64_t wizard_step_time(const struct wizard *w, size_t step);

/* Updates the times at which the steps and the self-check were done, after any change. */
void wizard_note_done(struct wizard *w);

#endif
