/* SPDX-License-Identifier: MIT */
/* Reads the kinds of values that the guide, the FAQ and the demo's script share. Strings and
 * arrays go to the document's arena (json_load_kept()), problems to its diag. */
#ifndef GUIDE_READ_H
#define GUIDE_READ_H

#include <stdbool.h>

#include "base/json.h"
#include "model/guide_text.h"

/* The ids of a document so far, to find duplicates: progress is kept by id. */
struct guide_ids {
	size_t count;
	const char *ids[GUIDE_IDS_MAX];
};

/* What each document begins with: "format", and "$schema", which is for editors. */
void guide_read_format(struct json root);

/* An array of paragraphs; empty if array is absent. */
struct guide_text guide_read_text(struct json array);

/* A required member, of at least one paragraph. */
struct guide_text guide_read_lines(struct json object, const char *key);

/* The required member "id", valid and not used before. */
const char *guide_read_id(struct json object, struct guide_ids *ids);

/* Adds a problem if id is too long or has characters other than a-z, 0-9, '.', '_' and '-'. */
bool guide_check_id(struct json value, const char *id);

/* A required text in which `**` comes in pairs. */
const char *guide_read_marked(struct json object, const char *key);

/* The required member "as_of": 2026, 2026-11, 2026-11-05 or words; a day that the calendar lacks is
 * a problem. */
const char *guide_read_as_of(struct json object);

/* The optional member "later"; sets *count. */
struct guide_later *guide_read_later(struct json object, size_t *count);

/* Items to tick; there may be none. Sets *count. */
struct guide_item *guide_read_items(struct json array, size_t *count, struct guide_ids *ids);

/* At least one option of id, label, advice and items; none if array is absent. Sets *count. */
struct guide_option *guide_read_options(struct json array, size_t *count, struct guide_ids *ids);

/* The number of elements; none is a problem. */
size_t guide_count(struct json array);

/* count elements of size bytes, all zero, in the arena of value's document. */
void *guide_take(struct json value, size_t count, size_t size);

#endif
