/* SPDX-License-Identifier: MIT */
/* The screen that asks for the name of the report's file. */
#ifndef SAVE_REPORT_H
#define SAVE_REPORT_H

#include "wizard/wizard.h"

/* Asks for whom the report is, each time anew, and then for the name, that used last. Returns a set of enum effect. */
unsigned save_report_open(struct wizard *w);

/* Asks, over the screen of the name, whether to replace the file that has it. */
void save_report_ask_to_replace(struct wizard *w);

#endif
