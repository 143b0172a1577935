/* SPDX-License-Identifier: MIT */
/* A value as it stands, unjudged: what the getters of json_in are made of. */
#ifndef JSON_VALUE_H
#define JSON_VALUE_H

#include "base/json_in.h"

const char *json_text(struct json value); /* NULL: it is no string */
double json_number(struct json value);    /* 0: it is no number */
bool json_true(struct json value);

/* Bytes: where a value begins, and where a member's name does. */
size_t json_offset(struct json value);
size_t json_key_offset(struct json member);

/* How many bytes of a name a sentence shows: whole characters, and not too many. For %.*s. */
int json_shown(const char *name);

/* Adds a problem at a byte of the document; too long a sentence ends with a whole character. */
void json_problem_at(struct json_doc *doc, size_t at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* A problem for each name that an object in value has already: readers disagree on which one
 * counts. */
void json_refuse_doubles(struct json value);

#endif
