/* SPDX-License-Identifier: MIT */
/* Which forms can the number of a document have that is no resident ID card? */
#ifndef DOCUMENT_FORM_H
#define DOCUMENT_FORM_H

#include "rules/finding.h"

enum document_form {
	DOCUMENT_FORM_UNKNOWN,  /* any number */
	DOCUMENT_FORM_PASSPORT, /* letters and digits */
	DOCUMENT_FORM_MAINLAND, /* 港澳居民来往内地通行证: H or M and 8 or 10 digits */
	DOCUMENT_FORM_TAIWAN, /* 台湾居民来往大陆通行证: 8 to 10 digits, perhaps with a letter */
	DOCUMENT_FORM_TRAVEL,              /* either of the two */
	DOCUMENT_FORM_RESIDENCE_HONG_KONG, /* 居住证: 81 first; 82; either; 83 */
	DOCUMENT_FORM_RESIDENCE_MACAU,
	DOCUMENT_FORM_RESIDENCE_BOTH,
	DOCUMENT_FORM_RESIDENCE_TAIWAN,
};

/* The form that the numbers of a document have. name: what a roster or a list of documents calls
 * it, UTF-8, half-width, with small Latin letters; a code of 学信 is a name, too. */
enum document_form document_form_of(const char *name);

/* Adds what is impossible in a number of this form, unless `out` says that there is no whole number
 * of one document. number: UTF-8, any characters. */
void document_form_check(enum document_form form, const char *number, struct findings *out);

#endif
