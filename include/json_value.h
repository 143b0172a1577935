/* SPDX-License-Identifier: MIT */
/* A value as it stands, unjudged: what the getters of json_in are made of. */
#ifndef JSON_VALUE_H
#define JSON_VALUE_H

#include "json_in.h"

const char *json_text(struct json value); /* NULL: it is no string */
double json_number(struct json value);    /* 0: it is no number */
bool json_true(struct json value);

/* The place of a member's name. */
void json_key_place(struct json member, size_t *line, size_t *column);

struct diag *json_diag(struct json_doc *doc); /* borrowed */

#endif
