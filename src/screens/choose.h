/* SPDX-License-Identifier: MIT */
/* The screen that lists the options of a choice, for whatever screen asks. */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "wizard/wizard.h"

/* What was sought last, if no option has it; else "". */
const char *choose_unlisted(const struct wizard *w);

/* Shows the list over the present screen. The chooser is copied, what it points to borrowed until an option is
 * chosen; chosen: index of the present one, NO_OPTION if there is none: then none is
 * focused either, so that no answer is given unread. Returns a set of enum effect. */
unsigned choose_open(struct wizard *w, const struct chooser *chooser, size_t chosen);

#endif
