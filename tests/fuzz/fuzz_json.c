/* SPDX-License-Identifier: MIT */
/* cJSON reads every document that the strict scan accepts, and each value is at its reported place;
 * a refusal has a sentence and a place within the document. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/json_strict.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

struct text {
	const char *bytes;
	size_t len;
};

static size_t lines_of(struct text t)
{
	size_t lines = 1;

	for (size_t i = 0; i < t.len; i++)
		lines += t.bytes[i] == '\n';
	return lines;
}

/* t: without a byte order mark. A document that has nothing else has no places. */
static void check_problems(const struct diag *d, struct text t)
{
	for (size_t i = 0; i < d->count && i < DIAG_MAX; i++) {
		const struct problem *p = &d->items[i];
		size_t len = strlen(p->text);

		require(len > 0 && text_valid_bytes(p->text, len) == len);
		require((p->line == 0) == (t.len == 0) && p->line <= lines_of(t));
		require((p->column == 0) == (t.len == 0) && p->column <= t.len + 1);
	}
}

static bool begins(enum json_kind kind, char byte)
{
	static const char *const first[] = {
		[JSON_NONE] = "",     [JSON_NULL] = "n",
		[JSON_BOOL] = "tf",   [JSON_NUMBER] = "-0123456789",
		[JSON_STRING] = "\"", [JSON_ARRAY] = "[",
		[JSON_OBJECT] = "{",
	};

	return byte != '\0' && strchr(first[kind], byte) != NULL;
}

/* The byte at the place of a value. */
static size_t offset_of(struct json v, struct text t)
{
	size_t line, column, at = 0;

	json_place(v, &line, &column);
	for (; line > 1; line--)
		at = (size_t)((const char *)memchr(t.bytes + at, '\n', t.len - at) - t.bytes) + 1;
	for (uint32_t cp; column > 1; column--)
		at += text_decode(t.bytes + at, t.len - at, &cp);
	return at;
}

/* Checks that values come in the order of their places. Returns the place of the last one. */
static size_t check_values(struct json v, struct text t, size_t behind)
{
	size_t at = offset_of(v, t);

	require(at >= behind && at < t.len && begins(json_kind(v), t.bytes[at]));
	if (json_key(v) != NULL)
		require(text_valid_bytes(json_key(v), strlen(json_key(v))) == strlen(json_key(v)));
	for (struct json child = json_first(v); child.node != NULL; child = json_next(child))
		at = check_values(child, t, at + 1);
	return at;
}

/* Reads every value as every type. */
static void ask(struct json v)
{
	static const char *const names[] = { "a", NULL };

	json_string_value(v);
	json_string(v, "a");
	json_string_or_null(v, "a");
	json_bool(v, "a");
	json_integer(v, "a", -1, 1);
	json_array(v, "a");
	json_object_or_none(v, "a");
	json_choice(v, "a", names, -1);
	json_no_others(v);
	for (struct json child = json_first(v); child.node != NULL; child = json_next(child))
		ask(child);
}

static void check_accepted(struct json_doc *doc, struct text t, struct diag *d)
{
	require(doc != NULL && d->count == 0 && json_ok(doc));
	check_values(json_root(doc), t, 0);
	ask(json_root(doc));
	require(json_ok(doc) == (d->count == 0));
	check_problems(d, t);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct text t = { (const char *)bytes, len };
	struct json_fault fault = { 0 };
	struct diag d = { 0 };
	struct json_doc *doc = json_parse(t.bytes, t.len, &d);

	if (len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		t = (struct text){ t.bytes + 3, len - 3 };
	if (!json_strict(t.bytes, t.len, &fault))
		require(doc == NULL && d.count == 1 && fault.at <= t.len && *fault.message != '\0');
	else
		check_accepted(doc, t, &d);
	check_problems(&d, t);
	json_close(doc);
	return 0;
}
