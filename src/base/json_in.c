/* SPDX-License-Identifier: MIT */
#include "base/json_in.h"

#include <cJSON.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file_in.h"
#include "base/json_strict.h"
#include "base/json_value.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { NAME_SHOWN = 48 };

struct json_doc {
	char *bytes; /* owned, NUL-terminated, without a byte order mark */
	size_t len;
	cJSON *root; /* in nodes */
	struct arena nodes;
	struct arena *kept; /* borrowed; NULL: nothing is */
	bool located;       /* its nodes know where they stand */
	struct diag *d;     /* borrowed */
	size_t problems;    /* d's count when the document was opened */
};

/* cJSON asks one at a time, and what it frees it would leave as it was: numbers and names of people,
 * here. So its memory is that of the document being parsed, and is wiped with it. */
static struct arena *parsing;

static void *take(size_t size)
{
	return arena_take(parsing, size);
}

static void leave(void *p)
{
	(void)p;
}

static const cJSON *node_of(struct json value)
{
	return value.node;
}

static void place_of(const struct json_doc *doc, size_t at, size_t *line, size_t *column)
{
	*line = *column = 1;
	for (size_t i = 0; i < at && i < doc->len; i++) {
		if (doc->bytes[i] == '\n') {
			++*line;
			*column = 1;
		} else if ((doc->bytes[i] & 0xC0) != 0x80) {
			++*column;
		}
	}
}

int json_shown(const char *name)
{
	return (int)text_valid_bytes(name, strnlen(name, NAME_SHOWN));
}

/* Whole or not: the buffer's end may have gone through it. */
static void cut_last_character(char *s)
{
	size_t end = strlen(s);

	while (end > 0 && (s[end - 1] & 0xC0) == 0x80)
		end--;
	s[end > 0 ? end - 1 : 0] = '\0';
}

static __attribute__((format(printf, 3, 0))) void add_problem(struct json_doc *doc, size_t at,
							      const char *format, va_list args)
{
	char says[DIAG_TEXT];
	size_t line = 0, column = 0;

	if (vsnprintf(says, sizeof says, format, args) >= (int)sizeof says)
		cut_last_character(says);
	if (doc->d->count < DIAG_MAX) /* a place for each would take long in a hostile file */
		place_of(doc, at, &line, &column);
	diag_add(doc->d, line, column, "%s", says);
}

void json_problem_at(struct json_doc *doc, size_t at, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_problem(doc, at, format, args);
	va_end(args);
}

void json_problem(struct json value, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	add_problem(value.doc, value.node == NULL ? 0 : json_offset(value), format, args);
	va_end(args);
}

static size_t after_blanks(const struct json_doc *doc, size_t at)
{
	return at + strspn(doc->bytes + at, " \t\r\n");
}

/* Where a member's value begins, given where its name does. */
static size_t after_key(const struct json_doc *doc, size_t at)
{
	at = after_blanks(doc, json_strict_string_end(doc->bytes, at));
	return after_blanks(doc, at + 1);
}

/* cJSON keeps no places, and only problems ask for one. valueint, which it fills for numbers only and which nobody here reads,
 * holds where a value begins: for a member, where its name does. Returns the end of the value. */
static size_t locate(const struct json_doc *doc, cJSON *node, size_t at)
{
	at = after_blanks(doc, at);
	node->valueint = (int)at;
	if (node->string != NULL)
		at = after_key(doc, at);
	if (cJSON_IsString(node))
		return json_strict_string_end(doc->bytes, at);
	if (!cJSON_IsArray(node) && !cJSON_IsObject(node))
		return at + strcspn(doc->bytes + at, " \t\r\n,]}");
	at++;
	for (cJSON *child = node->child; child != NULL; child = child->next) {
		at = after_blanks(doc, locate(doc, child, at));
		at += child->next != NULL;
	}
	return after_blanks(doc, at) + 1;
}

static bool parse(struct json_doc *doc)
{
	cJSON_Hooks hooks = { take, leave };
	struct json_fault fault;
	const char *end;

	if (!json_strict(doc->bytes, doc->len, &fault)) {
		json_problem_at(doc, fault.at, "%s", fault.says);
		return false;
	}
	cJSON_InitHooks(&hooks);
	parsing = &doc->nodes;
	doc->root = cJSON_ParseWithLengthOpts(doc->bytes, doc->len + 1, &end, 1);
	if (doc->root == NULL) /* some releases take no number of over 63 characters */
		return diag_add(doc->d, 1, 1, "读不了：有的数字写得太长。");
	json_refuse_doubles(json_root(doc));
	return json_ok(doc);
}

/* By its byte order mark, or by the zero in each of its first characters, which are ASCII. */
static bool is_utf16(const char *bytes, size_t len)
{
	if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return true;
	return len >= 4 && (bytes[0] == '\0') != (bytes[1] == '\0') &&
	       (bytes[0] == '\0') == (bytes[2] == '\0') && (bytes[1] == '\0') == (bytes[3] == '\0');
}

/* Takes over bytes, which are NUL-terminated. */
static struct json_doc *open_doc(char *bytes, size_t len, struct diag *d)
{
	struct json_doc *doc = xcalloc(1, sizeof *doc);

	*doc = (struct json_doc){ .bytes = bytes, .len = len, .d = d, .problems = d->count };
	if (is_utf16(bytes, len)) {
		diag_add(d, 1, 1, "这是 UTF-16 文件，请另存为 UTF-8。");
	} else {
		if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
			doc->len -= 3;
			memmove(bytes, bytes + 3, doc->len + 1);
		}
		if (parse(doc))
			return doc;
	}
	json_close(doc);
	return NULL;
}

struct json_doc *json_parse(const char *bytes, size_t len, struct diag *d)
{
	char *copy = xmalloc(len + 1);

	memcpy(copy, bytes, len);
	copy[len] = '\0';
	return open_doc(copy, len, d);
}

struct json_doc *json_load(const char *path, size_t max_bytes, struct diag *d)
{
	size_t len;
	char *bytes = file_in_read(path, max_bytes, &len, d);

	return bytes == NULL ? NULL : open_doc(bytes, len, d);
}

void json_close(struct json_doc *doc)
{
	if (doc == NULL)
		return;
	arena_wipe(&doc->nodes);
	explicit_bzero(doc->bytes, malloc_usable_size(doc->bytes));
	free(doc->bytes);
	free(doc);
}

void json_keep(struct json_doc *doc, struct arena *kept)
{
	doc->kept = kept;
}

struct arena *json_kept(struct json value)
{
	return value.doc->kept;
}

bool json_ok(const struct json_doc *doc)
{
	return doc->d->count == doc->problems;
}

struct json json_root(struct json_doc *doc)
{
	return (struct json){ doc, doc->root };
}

enum json_kind json_kind(struct json value)
{
	if (value.node == NULL)
		return JSON_NONE;
	switch (node_of(value)->type & 0xFF) {
	case cJSON_NULL:
		return JSON_NULL;
	case cJSON_Number:
		return JSON_NUMBER;
	case cJSON_String:
		return JSON_STRING;
	case cJSON_Array:
		return JSON_ARRAY;
	case cJSON_Object:
		return JSON_OBJECT;
	default:
		return JSON_BOOL;
	}
}

const char *json_key(struct json value)
{
	return value.node == NULL ? NULL : node_of(value)->string;
}

struct json json_member(struct json object, const char *key)
{
	struct json none = { object.doc, NULL };

	if (json_kind(object) != JSON_OBJECT)
		return none;
	return (struct json){ object.doc, cJSON_GetObjectItemCaseSensitive(node_of(object), key) };
}

struct json json_first(struct json container)
{
	return (struct json){ container.doc,
			      container.node == NULL ? NULL : node_of(container)->child };
}

struct json json_next(struct json value)
{
	return (struct json){ value.doc, value.node == NULL ? NULL : node_of(value)->next };
}

size_t json_count(struct json container)
{
	return container.node == NULL ? 0 : (size_t)cJSON_GetArraySize(node_of(container));
}

size_t json_key_offset(struct json member)
{
	if (!member.doc->located)
		locate(member.doc, member.doc->root, 0);
	member.doc->located = true;
	return (size_t)node_of(member)->valueint;
}

size_t json_offset(struct json value)
{
	size_t at = json_key_offset(value);

	return json_key(value) != NULL ? after_key(value.doc, at) : at;
}

const char *json_text(struct json value)
{
	return json_kind(value) == JSON_STRING ? node_of(value)->valuestring : NULL;
}

double json_number(struct json value)
{
	return json_kind(value) == JSON_NUMBER ? node_of(value)->valuedouble : 0;
}

bool json_true(struct json value)
{
	return value.node != NULL && cJSON_IsTrue(node_of(value));
}
