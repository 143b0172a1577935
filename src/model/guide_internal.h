/* SPDX-License-Identifier: MIT */
/* How the guide, the FAQ and the demo's script are read; nobody else includes this. All strings and arrays are
 * kept where the document keeps them, all problems go to its diag. */
#ifndef GUIDE_INTERNAL_H
#define GUIDE_INTERNAL_H

#include <stdbool.h>

#include "base/json_in.h"
#include "model/guide.h"

/* Every id of a guide, to find those used twice: progress is kept under them. */
struct guide_ids {
	size_t count;
	const char *ids[GUIDE_IDS_MAX];
};

/* An array of paragraphs; node NULL gives none. */
struct guide_text guide_read_text(struct json array);

/* A required id: letters, digits, . _ and -, not used before. */
const char *guide_read_id(struct json object, struct guide_ids *ids);

/* A problem when it is no id, whosesoever: of other characters, too long. */
bool guide_check_id(struct json value, const char *id);

/* A required text with paired `**`. */
const char *guide_read_marked(struct json object, const char *key);

/* Reads `later` of an object; *count is set. */
struct guide_later *guide_read_later(struct json object, size_t *count);

/* At least one of id, label, advice; node NULL gives none. */
struct guide_option *guide_read_options(struct json array, size_t *count, struct guide_ids *ids);

void guide_read_step(struct json value, struct guide_step *step, struct guide_ids *ids);
struct guide_form *guide_read_form(struct json value, struct guide_ids *ids);
struct guide_verification *guide_read_verification(struct json value, struct guide_ids *ids);

/* Requires at least one element; returns the count. */
size_t guide_count(struct json array);

/* count things of size bytes, all zeroes, kept where the strings of value are. */
void *guide_take(struct json value, size_t count, size_t size);

#endif
