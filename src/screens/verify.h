/* SPDX-License-Identifier: MIT */
/* The screen on which what the site shows is compared with the gaokao details. */
#ifndef VERIFY_H
#define VERIFY_H

#include "wizard/wizard.h"

enum { FIRST_MISSING = GUIDE_CHECKS_MAX };

/* Shows it with a check focused; FIRST_MISSING: the first that is still to be looked at, or that differs. Returns a
 * set of enum effect. */
unsigned verify_open(struct wizard *w, size_t check);

#endif
