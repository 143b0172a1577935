/* SPDX-License-Identifier: MIT */
/* The screen that asks for the name of the report's file. */
#ifndef SAVE_REPORT_H
#define SAVE_REPORT_H

#include "wizard/wizard.h"

/* Asks for whom the report is, each time anew, and then for the name, that used last. Returns a set of enum effect. */
unsigned save_report_open(struct wizard *w);

/* Takes what became of EFFECT_REPORT; notice says it to the student. exists: not written, for there is a file of
 * that name; whether to replace it is asked. */
void save_report_done(struct wizard *w, bool written, bool exists, const char *notice);

#endif
