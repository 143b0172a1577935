/* SPDX-License-Identifier: MIT */
/* Numbers of other documents than the resident ID card, known by their pattern. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "rules/characters.h"

/* True for words that are typed instead of a number: 无, NULL. */
bool document_is_none(const struct characters *number);

/* The name of the document that has numbers like this; NULL: unknown. */
const char *document_of(const struct characters *number);

/* The name of a number of this form that is no document's: 手机号, 考生号 and the like; separators
 * are ignored. NULL: unknown. */
const char *document_other_number(const struct characters *number);

enum document_school_number {
	SCHOOL_NUMBER_NONE,
	SCHOOL_NUMBER_OF_RESIDENT, /* G and the resident ID number */
	SCHOOL_NUMBER_OTHER        /* L: issued to students without a resident ID number */
};

/* Tells if this is a 学籍号 of schools, which students copy by mistake. */
enum document_school_number document_school_number(const struct characters *number);

#endif
