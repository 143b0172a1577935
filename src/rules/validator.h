/* SPDX-License-Identifier: MIT */
/* Checks an entry by itself and against the gaokao record. */
#ifndef VALIDATOR_H
#define VALIDATOR_H

#include "base/date.h"
#include "rules/finding.h"
#include "rules/record.h"

/* The document that has the number, which decides what the number must look like. */
enum document_type {
	DOCUMENT_RESIDENT_ID,      /* 居民身份证 */
	DOCUMENT_RESIDENCE_PERMIT, /* 港澳台居民居住证: the same with 81 to 83 first */
	DOCUMENT_PERMANENT,        /* 外国人永久居留身份证: the same with 9 first */
	DOCUMENT_OTHER             /* any number without blanks or full-width characters */
};

/* Where sex and date of birth come from: a gaokao record with another number, one with the same
 * number, or another column of the roster. */
enum validator_source { VALIDATOR_RECORD, VALIDATOR_OWN_RECORD, VALIDATOR_COLUMN };

/* Empties a name or an ID number of a record that holds a word such as NULL or 待补, which is empty
 * for the check of an entry, too. */
void validator_drop_words(struct record *r);

/* Adds what is wrong with a name by itself, and how it differs from the record's. record: if it is
 * NULL or has no name, the name is not compared. */
void validator_name(const char *name, const struct record *record, struct findings *out);

/* The same for a number, which is also compared with the record's sex and date of birth. */
void validator_id_number(const char *number, enum document_type type, const struct record *record,
			 struct date today, struct findings *out);

/* True if the name and the number were entered in each other's place. name, number: the findings of
 * each without a record. */
bool validator_exchanged(const struct findings *name, const struct findings *number);

/* Compares the sex and the date of birth in a number with a sex (男, 女) and a date (YYYY-MM-DD)
 * from elsewhere; "": not known. Adds nothing for a number that is not well-formed or whose check
 * character does not fit. */
void validator_holder(const char *number, const char *sex, const char *birth_date,
		      enum validator_source source, struct findings *out);

/* Compares another value that the site shows with the record's and adds the first difference.
 * Characters of private use, which text copied from the site has, are reported first. expected: ""
 * if not known. */
void validator_shown(const char *shown, const char *expected, struct findings *out);

#endif
