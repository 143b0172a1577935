/* SPDX-License-Identifier: MIT */
/* Reads JSON strictly (RFC 8259, which cJSON alone does not) and reports every problem with its
 * place.
 *
 * A getter that finds something wrong adds a problem to the document's diag and returns an empty
 * value, so that a loader reads straight down and asks json_ok() once at its end. */
#ifndef JSON_H
#define JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"

struct json_doc;
struct cJSON;

/* A value inside a document, passed by value; borrowed from the document. node is NULL if the
 * value is absent: every getter on it returns empty without a further problem. */
struct json {
	struct json_doc *doc;
	const struct cJSON *node;
};

enum json_kind {
	JSON_NONE,
	JSON_NULL,
	JSON_BOOL,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT
};

/* Reads a whole file of at most max_bytes. Returns NULL if it cannot be read (missing, not a
 * regular file, no permission, too large, empty) or is not strict JSON in UTF-8; d says why, and is
 * borrowed until json_close(), which wipes all strings of the document. */
struct json_doc *json_load(const char *path, size_t max_bytes, struct diag *d);

/* Like json_load(), but getters return copies of strings (not of names) in `kept`, which is
 * borrowed. The copies outlive the document. */
struct json_doc *json_load_kept(const char *path, size_t max_bytes, struct arena *kept,
				struct diag *d);

/* Like json_load(), from memory; bytes[len] need not be NUL. */
struct json_doc *json_parse(const char *bytes, size_t len, struct diag *d);

/* Like json_load(), but builds one element of a list at a time, so that a long list needs little
 * more memory than its bytes. The whole file is checked for syntax first. */
struct json_doc *json_load_list(const char *path, size_t max_bytes, struct diag *d);

/* Returns the next element of a document from json_load_list(); a document that is not a list is
 * its own only element. The previous element becomes invalid. node is NULL at the end, after a
 * problem, and for an element of more than max_bytes, which is a problem. */
struct json json_next_element(struct json_doc *doc, size_t max_bytes);

/* Wipes and frees the document. Returns json_ok(); false for NULL. */
bool json_close(struct json_doc *doc);

/* Returns the arena given to json_load_kept(), for what a loader builds from the strings. */
struct arena *json_kept(struct json value);

/* True if no problem has been added since the document was opened. */
bool json_ok(const struct json_doc *doc);

struct json json_root(struct json_doc *doc);
enum json_kind json_kind(struct json value);

/* Returns the name of an object's member; NULL for any other value. */
const char *json_key(struct json value);

/* Finds a member by its exact name, a string literal; node is NULL if there is none, or if object
 * is not an object. */
struct json json_member(struct json object, const char *key);

/* Members of an object or elements of an array, in file order; node is NULL at the end. */
struct json json_first(struct json container);
struct json json_next(struct json value);
size_t json_count(struct json container);

/* Required members: a missing one, or one of another kind, is a problem. Strings belong to the
 * document or to the arena of json_load_kept(), are never NULL, and have no control characters
 * other than '\n'; an empty string is a problem. If `object` is not an object, only
 * json_no_others() reports it. */
const char *json_string(struct json object, const char *key);
bool json_bool(struct json object, const char *key);
struct json json_array(struct json object, const char *key);  /* node NULL after a problem */
struct json json_object(struct json object, const char *key); /* node NULL after a problem */
/* Returns a whole number from min to max, both of at most 15 digits; min after a problem. */
int64_t json_integer(struct json object, const char *key, int64_t min, int64_t max);

/* Optional members: an absent one gives NULL, the given value or node NULL; one of another kind is
 * a problem. A string may be "" here. */
const char *json_string_or_null(struct json object, const char *key);
bool json_bool_or(struct json object, const char *key, bool otherwise);
struct json json_array_or_none(struct json object, const char *key);
struct json json_object_or_none(struct json object, const char *key);

/* Returns the string of any value, such as an element of an array; "" after a problem. */
const char *json_string_value(struct json value);

/* Returns the index of the member's string in names, an array that ends with NULL. If the member is
 * absent, returns `otherwise`; if `otherwise` is < 0, the member is required. Returns 0 after a
 * problem, whose message lists the allowed names. */
int json_choice(struct json object, const char *key, const char *const names[], int otherwise);

/* To be called when an object has been read. Adds a problem for each member that no getter above
 * was called for, for each repeated member, and if the value is present but not an object. */
void json_no_others(struct json object);

/* Adds a problem at the value (for a member: after its name); at the document's start if it is
 * absent. */
void json_problem(struct json value, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Sets the place that json_problem() reports: from 1, the column in characters. */
void json_place(struct json value, size_t *line, size_t *column);

#endif
