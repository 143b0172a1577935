/* SPDX-License-Identifier: MIT */
/* Checks mobile numbers, passwords and mail addresses; nothing is looked up or sent. */
#ifndef CONTACT_H
#define CONTACT_H

#include "rules/finding.h"

enum { MOBILE_DIGITS = 11, PASSWORD_MIN = 6, PASSWORD_MAX = 30 };

/* Checks a mobile number of the mainland: 11 digits, the first 1, the second 3 to 9. */
void contact_check_mobile(const char *mobile, struct findings *out);

/* Returns 低, 中 or 高, by the length and by how many of lower case, upper case, digits and signs
 * occur. */
const char *contact_password_strength(const char *password);

/* Checks that a password is 6 to 30 printable ASCII characters without blanks. If it is, warns if
 * it is weak (of one class) or holds four characters in a row of the ID or mobile number ("": not
 * known). No sentence quotes a password. */
void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out);

/* Compares the second entry of a password with the first. */
void contact_check_again(const char *again, const char *password, struct findings *out);

/* Checks a mail address as a registration form does: local part, one @, a domain with a dot. Adds
 * nothing for "". */
void contact_check_email(const char *email, struct findings *out);

#endif
