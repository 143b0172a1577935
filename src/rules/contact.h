/* SPDX-License-Identifier: MIT */
/* The other fields of the registration: mobile number, password, mailbox. Form alone: nothing is looked
 * up, nothing is sent. */
#ifndef CONTACT_H
#define CONTACT_H

#include "rules/finding.h"

enum { MOBILE_DIGITS = 11, PASSWORD_MIN = 6, PASSWORD_MAX = 30 };

/* A mainland mobile number: 11 digits, 1 and 3..9 first. The country's code, blanks and full-width digits
 * are named where they stand. */
void contact_check_mobile(const char *mobile, struct findings *out);

enum password_strength { PASSWORD_LOW, PASSWORD_MEDIUM, PASSWORD_HIGH };

/* By length and by how many of lower case, upper case, digits and signs occur. */
enum password_strength contact_password_strength(const char *password);
const char *contact_strength_name(enum password_strength strength); /* 低, 中, 高 */

/* 6 to 30 printable ASCII characters, no blank; warns of weak ones (one class only; four in a row alike or
 * in the order of keyboard, alphabet or digits), and of parts of the number, of the birthday in it or of
 * the mobile number (four digits in a row at least; both may be ""). No character of the values is put
 * into a message. */
void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out);

/* The second entry of the password: the first place that differs. */
void contact_check_again(const char *again, const char *password, struct findings *out);

/* A mail address as a registration form takes it: local part, one @, a domain with a dot; the place of
 * full-width signs, blanks and commas. Nothing is added for "". */
void contact_check_email(const char *email, struct findings *out);

#endif
