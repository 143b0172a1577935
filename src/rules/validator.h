/* SPDX-License-Identifier: MIT */
/* The entry of a student against form and gaokao record: findings, neither printed nor asked. */
#ifndef VALIDATOR_H
#define VALIDATOR_H

#include "base/date.h"
#include "rules/finding.h"
#include "rules/record.h"

/* Which number the student holds: what applies to its form depends on it. */
enum document_type {
	DOCUMENT_RESIDENT_ID,      /* 居民身份证 */
	DOCUMENT_RESIDENCE_PERMIT, /* 港澳台居民居住证, same form, 81, 82 or 83 */
	DOCUMENT_PERMANENT,        /* 外国人永久居留身份证, same form, begins with 9 */
	DOCUMENT_OTHER             /* no rule of form but "something, and no blanks" */
};

/* Where sex and date of birth come from: the gaokao record, or another column of the roster. */
enum validator_source { VALIDATOR_RECORD, VALIDATOR_COLUMN };

/* The form of the name, then how it differs from the record, in the order of their place. record may
 * be NULL, or its name empty: form alone. */
void validator_name(const char *name, const struct record *record, struct findings *out);

/* The same for the number, with what the record's sex and date of birth say against it. */
void validator_id_number(const char *number, enum document_type type, const struct record *record,
			 struct date today, struct findings *out);

/* What a number of the right form says of its holder against a sex (男, 女) and a date of birth
 * (YYYY-MM-DD) from elsewhere, "" where not known. A garbled number says nothing. */
void validator_holder(const char *number, const char *sex, const char *birth_date,
		      enum validator_source source, struct findings *out);

/* How another value of the site differs from the record's: the first place; private-use characters, as
 * pages copied from the site have them, by themselves. expected may be "": only those then. */
void validator_shown(const char *shown, const char *expected, struct findings *out);

#endif
