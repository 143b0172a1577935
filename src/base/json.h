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

/* The same, but getters return copies of strings (not of names) in kept, borrowed, which outlive the
 * document. */
struct json_doc *json_load_kept(const char *path, size_t max_bytes, struct arena *kept,
				struct diag *d);

/* Like json_load(), from memory; bytes[len] need not be NUL. */
struct json_doc *json_parse(const char *bytes, size_t len, struct diag *d);

/* Like json_load(), but builds one element of a list at a time, so that a long list needs little
 * more memory than its bytes. The whole file is checked for syntax first. */
struct json_doc *json_load_list(const char *path, size_t max_bytes, struct diag *d);

/* The next element of a document from json_load_list(); a document that is no list has itself as
 * the only one. The element before it becomes invalid. node is NULL at the end, after a problem,
 * and for an element of more than max_bytes, which is a problem. */
struct json json_next_element(struct json_doc *doc, size_t max_bytes);

/* Returns json_ok(); false for NULL. */
bool json_close(struct json_doc *doc);

/* The arena given to json_load_kept(), for what a loader builds of the strings. */
struct arena *json_kept(struct json value);

/* True if no problem has been added since the document was opened. */
bool json_ok(const struct json_doc *doc);

struct json json_root(struct json_doc *doc);
enum json_kind json_kind(struct json value);

/* The name of an object's member; NULL for any other value. */
const char *json_key(struct json value);

/* A member by its exact name, a literal; node is NULL if there is none, or if object is no
 * object. */
struct json json_member(struct json object, const char *key);

/* Members of an object or elements of an array, in file order; node is NULL at the end. */
struct json json_first(struct json container);
struct json json_next(struct json value);
size_t json_count(struct json container);

/* Required members: a missing one, or one of another kind, is a problem. Strings belong to the
 * document or to the arena of json_load_kept(), are never NULL and free of control characters other than '\n'; an
 * empty string is a problem. An object value that is no object is reported by json_no_others()
 * alone. */
const char *json_string(struct json object, const char *key);
bool json_bool(struct json object, const char *key);
struct json json_array(struct json object, const char *key);  /* node NULL after a problem */
struct json json_object(struct json object, const char *key); /* the same */
/* A whole number from min to max, both of at most 15 digits; min after a problem. */
int64_t json_integer(struct json object, const char *key, int64_t min, int64_t max);

/* Optional members: NULL, the given value or node NULL if absent; of another kind: a problem. A
 * string may be "" here. */
const char *json_string_or_null(struct json object, const char *key);
bool json_bool_or(struct json object, const char *key, bool otherwise);
struct json json_array_or_none(struct json object, const char *key);
struct json json_object_or_none(struct json object, const char *key);

/* The string of any value, such as an element of an array: "" after a problem. */
const char *json_string_value(struct json value);

/* The index of the member's string in names, which NULL ends. The member is required if
 * otherwise is < 0; else otherwise is returned if it is absent. Returns 0 after a problem, which
 * names the allowed ones. */
int json_choice(struct json object, const char *key, const char *const names[], int otherwise);

/* To be called when an object has been read: adds a problem for each member that none of the
 * getters above was asked for, and for one that stands there twice; also if the value is present
 * but no object. */
void json_no_others(struct json object);

/* Adds a problem at the value (for a member: after its name); at the document's start if it is
 * absent. */
void json_problem(struct json value, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Where json_problem() would say that a problem is: from 1, the column in characters. */
void json_place(struct json value, size_t *line, size_t *column);

#endif
