/* SPDX-License-Identifier: MIT */
/* The screen that asks for the name of the report's file. */
#ifndef SAVE_REPORT_H
#define SAVE_REPORT_H

#include "wizard/wizard.h"

/* Asks for whom the report is, every time, and then for the file name, which is preset to the name
 * used last. Returns a set of enum effect. */
unsigned save_report_open(struct wizard *w);

/* Asks, over the screen with the file name, whether to replace the existing file of that name. */
void save_report_ask_to_replace(struct wizard *w);

#endif
