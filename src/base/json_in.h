/* SPDX-License-Identifier: MIT */
/* The only door for JSON: strict (RFC 8259, unlike cJSON alone), with the place of every problem.
 *
 * Getters never fail loudly: they add a problem to the document's diag and return an empty value, so
 * that a loader reads straight down and asks json_ok() once at its end. */
#ifndef JSON_IN_H
#define JSON_IN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

struct json_doc;

/* A value inside a document, passed by value; borrowed from it. node NULL: there is no such value,
 * and every getter on it returns empty without a further problem. */
struct json {
	struct json_doc *doc;
	const void *node;
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

enum { JSON_DEPTH_MAX = 64 };

/* Reads a whole file of at most max_bytes. NULL when it cannot be read (no such file, a directory, not
 * a regular file, no permission, too large, empty) or is not strict JSON in UTF-8 with unique keys; d
 * says why. d is borrowed until json_close(). Its strings are wiped when the document is closed. */
struct json_doc *json_load(const char *path, size_t max_bytes, struct diag *d);

/* The same from memory; bytes[len] need not be NUL. */
struct json_doc *json_parse(const char *bytes, size_t len, struct diag *d);

void json_close(struct json_doc *doc); /* NULL is allowed */

/* From here on the strings of values (not names) are copies in kept (borrowed), and outlive the document. */
void json_keep(struct json_doc *doc, struct arena *kept);

/* Where they are kept: for what a loader makes of them. */
struct arena *json_kept(struct json value);

/* No problem has been added since the document was opened. */
bool json_ok(const struct json_doc *doc);

struct json json_root(struct json_doc *doc);
enum json_kind json_kind(struct json value);

/* The name of an object's member; NULL for values that are none. */
const char *json_key(struct json value);

/* A member by its exact name; node NULL when absent, or when object is none. */
struct json json_member(struct json object, const char *key);

/* Members of an object or elements of an array in file order; node NULL at the end. */
struct json json_first(struct json container);
struct json json_next(struct json value);
size_t json_count(struct json container);

/* Required members. Missing or of another kind: a problem. Strings are the document's, or kept: see above;
 * never NULL, free of control characters but '\n'; empty only after a problem ("" is one too). A
 * number where a string is wanted is told to be put in quotes, for it has lost digits. An object that
 * is there but no object is left to json_only(). */
const char *json_string(struct json object, const char *key);
bool json_bool(struct json object, const char *key);
long json_integer(struct json object, const char *key, long min,
		  long max);                                  /* min after a problem */
struct json json_array(struct json object, const char *key);  /* node NULL after a problem */
struct json json_object(struct json object, const char *key); /* the same */

/* Optional members: NULL, the given value or node NULL when absent; of another kind: a problem. Here a
 * string may be "". */
const char *json_string_or_null(struct json object, const char *key);
bool json_bool_or(struct json object, const char *key, bool otherwise);
struct json json_array_or_none(struct json object, const char *key);
struct json json_object_or_none(struct json object, const char *key);

/* A string that is an element of an array (or any value): "" after a problem. */
const char *json_string_value(struct json value);

/* The index of the member's string among the names (a NULL ends them); required unless `otherwise` is
 * >= 0, which then stands for an absent one. After a problem, which names those allowed: 0. */
int json_choice(struct json object, const char *key, const char *const names[], int otherwise);

/* A problem for each member whose name is not among keys (a NULL ends them), at the name. Also one
 * when value is there but no object. */
void json_only(struct json object, const char *const keys[]);

/* Adds a problem at the value's place (a member's value, not its name); at the document's start when
 * there is no such value. */
void json_problem(struct json value, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
