/* SPDX-License-Identifier: MIT */
/* Numbers of other documents than the resident ID card, known by their pattern. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "rules/characters.h"

/* True for words that stand for no number: 无, NULL. */
bool document_is_none(const struct characters *number);

/* The name of the document that has numbers like this; NULL: none that is known. */
const char *document_of(const struct characters *number);

/* What has numbers of this form and is no document: 手机号, 考生号 and the like; separators make no
 * difference. NULL: none that is known. */
const char *document_other_number(const struct characters *number);

enum document_school_number {
	SCHOOL_NUMBER_NONE,
	SCHOOL_NUMBER_OF_RESIDENT, /* G, and after it the resident ID number */
	SCHOOL_NUMBER_OTHER        /* L, for who had none */
};

/* Whether it is a 学籍号 of schools, which students copy by mistake. */
enum document_school_number document_school_number(const struct characters *number);

#endif
