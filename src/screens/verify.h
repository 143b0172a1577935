/* SPDX-License-Identifier: MIT */
/* The screen that compares what the site shows with the gaokao details. */
#ifndef VERIFY_H
#define VERIFY_H

#include "wizard/wizard.h"

enum { FIRST_MISSING = GUIDE_CHECKS_MAX };

/* Shows the screen with a check focused. FIRST_MISSING: the first check whose answer is missing; if
 * there is none, the first that differs. Returns a set of enum effect. */
unsigned verify_open(struct wizard *w, size_t check);

/* True if the focused row is a check that is answered. */
bool verify_answered(const struct wizard *w);

#endif
