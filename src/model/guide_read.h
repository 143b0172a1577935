/* SPDX-License-Identifier: MIT */
/* Reads the kinds of values that the guide, the FAQ and the demo's script share. Strings and
 * arrays go to the document's arena (json_load_kept()), problems to its diag. */
#ifndef GUIDE_READ_H
#define GUIDE_READ_H

#include <stdbool.h>

#include "base/json.h"
#include "model/guide_text.h"

/* The ids that were read so far in a document, to find duplicates, because progress is kept by
 * id. */
struct guide_ids {
	size_t count;
	const char *ids[GUIDE_IDS_MAX];
};

/* Reads the members that every document begins with: "format", and "$schema", which is for
 * editors. */
void guide_read_format(struct json root);

/* Reads an array of paragraphs. Returns an empty text if array is absent. */
struct guide_text guide_read_text(struct json array);

/* Reads a required member that has at least one paragraph. */
struct guide_text guide_read_lines(struct json object, const char *key);

/* Reads the required member "id", which must be valid and not used before. */
const char *guide_read_id(struct json object, struct guide_ids *ids);

/* Returns false and adds a problem if id is too long or has characters other than a-z, 0-9, '.',
 * '_' and '-'. */
bool guide_check_id(struct json value, const char *id);

/* Reads a required text in which `**` must come in pairs. */
const char *guide_read_marked(struct json object, const char *key);

/* Reads the required member "as_of": 2026, 2026-11, 2026-11-05 or words. A day that the calendar
 * lacks is a problem. */
const char *guide_read_as_of(struct json object);

/* Reads the optional member "later"; sets *count. */
struct guide_later *guide_read_later(struct json object, size_t *count);

/* Reads items to tick, of which there may be none. Sets *count. */
struct guide_item *guide_read_items(struct json array, size_t *count, struct guide_ids *ids);

/* Reads options, each with an id, label, advice and items: at least one, or none if array is
 * absent. Sets *count. */
struct guide_option *guide_read_options(struct json array, size_t *count, struct guide_ids *ids);

/* Returns the number of elements. An empty array is a problem. */
size_t guide_count(struct json array);

/* Returns count elements of size bytes, set to zero, in the arena of value's document. */
void *guide_take(struct json value, size_t count, size_t size);

#endif
