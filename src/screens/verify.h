/* SPDX-License-Identifier: MIT */
/* The screen on which what the site shows is compared with the gaokao details. */
#ifndef VERIFY_H
#define VERIFY_H

#include "wizard/wizard.h"

enum { FIRST_MISSING = GUIDE_CHECKS_MAX };

/* Shows it with a check focused; FIRST_MISSING: the first that is still to be looked at, or that differs. Returns a
 * set of enum effect. */
unsigned verify_open(struct wizard *w, size_t check);

/* What a text says that is typed into a row with text: blanks and 一样 that the site shows the same, a
 * dash and 没有 that it shows nothing. */
enum verify_said { SAID_TEXT, SAID_SAME, SAID_ABSENT };
enum verify_said verify_said_by(const char *text);

#endif
