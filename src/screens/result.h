/* SPDX-License-Identifier: MIT */
/* The screen with the verdict. */
#ifndef RESULT_H
#define RESULT_H

#include "wizard/wizard.h"

/* Takes the outcome of EFFECT_REPORT; notice tells it to the student. written: shows the result
 * with its last row, which ends the program, focused; else shows the screen with the file name.
 * exists: not written, because a file of that name exists; asks whether to replace it. */
void result_report_done(struct wizard *w, bool written, bool exists, const char *notice);

#endif
