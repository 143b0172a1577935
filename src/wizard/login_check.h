/* SPDX-License-Identifier: MIT */
/* Checks a login name and a password against those that were registered. */
#ifndef LOGIN_CHECK_H
#define LOGIN_CHECK_H

#include "rules/finding.h"
#include "wizard/form.h"

/* Adds a finding about the name if that is wrong, else about the password: a site does not say
 * which of the two is wrong. */
void login_check(const char *name, const char *password, const struct form *registered,
		 struct findings *out);

#endif
