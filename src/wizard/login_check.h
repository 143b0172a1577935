/* SPDX-License-Identifier: MIT */
/* Whether a name and a password to log in with are those that were registered. */
#ifndef LOGIN_CHECK_H
#define LOGIN_CHECK_H

#include "rules/finding.h"
#include "wizard/form.h"

/* Adds what is wrong with the first of the two that is wrong: a site does not say which. */
void login_check(const char *name, const char *password, const struct form *registered,
		 struct findings *out);

#endif
