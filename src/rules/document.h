/* SPDX-License-Identifier: MIT */
/* Numbers of other documents than the resident ID card, known by their form. */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include "rules/characters.h"

/* True for words that stand for no number: 无, NULL. */
bool document_is_none(const struct characters *number);

/* form: A is a letter, 9 a digit, any other character itself; case makes no difference. */
bool document_has_form(const struct characters *number, const char *form);

/* The name of the document that has numbers of this form; NULL: none that is known. */
const char *document_of(const struct characters *number);

#endif
