/* SPDX-License-Identifier: MIT */
/* The screen with the verdict. */
#ifndef RESULT_H
#define RESULT_H

#include "wizard/wizard.h"

/* Takes what became of EFFECT_REPORT; notice says it to the student. Written, the result is shown with its
 * last row in focus, which ends the program. exists: not written, for there is a file of that name; whether to
 * replace it is asked. */
void result_report_done(struct wizard *w, bool written, bool exists, const char *notice);

#endif
