/* SPDX-License-Identifier: MIT */
/* The screen that lists the options of a choice, for whatever screen asks. */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "wizard/wizard.h"

/* The text typed last if no option contains it and it is not a number; else "". */
const char *choose_unlisted(const struct wizard *w);

/* Shows the list over the present screen. The chooser is copied; what it points to is borrowed
 * until an option is chosen. chosen: index of the present option; NO_OPTION if there is none, and
 * then no row has the focus, so that the student cannot choose an option unread. Returns a set of
 * enum effect. */
unsigned choose_open(struct wizard *w, const struct chooser *chooser, size_t chosen);

#endif
