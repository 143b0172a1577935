/* SPDX-License-Identifier: MIT */
#include "base/json_in.h"

#include <stdio.h>
#include <string.h>

#include "base/eight_bytes.h"
#include "base/json_value.h"
#include "base/text.h"

enum { NAMES_SHOWN = 140 };

static const char *kind_words(enum json_kind kind)
{
	static const char *const words[] = {
		[JSON_NONE] = "没有",      [JSON_NULL] = "空值 null", [JSON_BOOL] = "真假值",
		[JSON_NUMBER] = "数字",    [JSON_STRING] = "文字",    [JSON_ARRAY] = "列表 []",
		[JSON_OBJECT] = "对象 {}",
	};

	return words[kind];
}

static void wrong_kind(struct json value, enum json_kind wanted)
{
	const char *name = json_key(value) != NULL ? json_key(value) : "这一项";

	if (wanted == JSON_STRING && json_kind(value) == JSON_NUMBER)
		json_problem(value, "“%.*s”是文字，要写进引号 \"\"：写成数字会丢掉位数。",
			     json_shown(name), name);
	else
		json_problem(value, "“%.*s”应为%s，现在是%s。", json_shown(name), name,
			     kind_words(wanted), kind_words(json_kind(value)));
}

/* The same value; node NULL when absent or, after a problem, of another kind. */
static struct json of_kind(struct json value, enum json_kind kind)
{
	if (value.node != NULL && json_kind(value) != kind) {
		wrong_kind(value, kind);
		value.node = NULL;
	}
	return value;
}

static struct json optional(struct json object, const char *key, enum json_kind kind)
{
	return of_kind(json_member(object, key), kind);
}

static struct json required(struct json object, const char *key, enum json_kind kind)
{
	struct json value = json_member(object, key);

	if (value.node == NULL && json_kind(object) == JSON_OBJECT)
		json_problem(object, "少了“%s”。", key);
	return of_kind(value, kind);
}

/* The first byte from c on that may begin a control character other than the line's end: one of ASCII, or
 * what leads those of two bytes. */
static const char *next_suspect(const char *c, const char *end)
{
	for (; end - c >= EIGHT_BYTES; c += EIGHT_BYTES) {
		uint64_t word = eight_load(c);
		uint64_t found = (eight_below(word, 0x20) & ~eight_equal(word, '\n')) |
				 eight_equal(word, '\x7F') | eight_equal(word, '\xC2');

		if (found != 0)
			return c + eight_first(found);
	}
	while (c < end && ((unsigned char)*c >= 0x20 || *c == '\n') && *c != '\x7F' && *c != '\xC2')
		c++;
	return c;
}

/* What a terminal would obey instead of showing has no place in a text. */
static const char *plain_text(struct json value)
{
	const char *text = json_text(value), *end = text + strlen(text);

	for (const char *c = next_suspect(text, end); c < end; c = next_suspect(c + 1, end)) {
		unsigned char byte = (unsigned char)*c, next = (unsigned char)c[1];

		if (byte != 0xC2 || next < 0xA0) {
			json_problem(value, "文字里有控制字符（U+%04X），请删掉。",
				     byte == 0xC2 ? (unsigned)next : (unsigned)byte);
			return "";
		}
	}
	if (json_kept(value) == NULL)
		return text;
	return memcpy(arena_take(json_kept(value), (size_t)(end - text) + 1), text,
		      (size_t)(end - text) + 1);
}

const char *json_string_value(struct json value)
{
	const char *text;

	if (value.node == NULL)
		return "";
	if (json_kind(value) != JSON_STRING) {
		wrong_kind(value, JSON_STRING);
		return "";
	}
	text = plain_text(value);
	if (*json_text(value) == '\0')
		json_problem(value, "这里不能是空的。");
	return text;
}

const char *json_string(struct json object, const char *key)
{
	return json_string_value(required(object, key, JSON_STRING));
}

const char *json_string_or_null(struct json object, const char *key)
{
	struct json value = optional(object, key, JSON_STRING);

	return value.node == NULL ? NULL : plain_text(value);
}

bool json_bool(struct json object, const char *key)
{
	return json_true(required(object, key, JSON_BOOL));
}

bool json_bool_or(struct json object, const char *key, bool otherwise)
{
	struct json value = optional(object, key, JSON_BOOL);

	return value.node == NULL ? otherwise : json_true(value);
}

long json_integer(struct json object, const char *key, long min, long max)
{
	struct json value = required(object, key, JSON_NUMBER);
	double number = json_number(value);

	if (value.node == NULL)
		return min;
	if (number < (double)min || number > (double)max || (double)(long)number != number) {
		if (min == max)
			json_problem(value, "“%s”应为 %ld。", key, min);
		else
			json_problem(value, "“%s”应为 %ld 到 %ld 的整数。", key, min, max);
		return min;
	}
	return (long)number;
}

struct json json_array(struct json object, const char *key)
{
	return required(object, key, JSON_ARRAY);
}

struct json json_object(struct json object, const char *key)
{
	return required(object, key, JSON_OBJECT);
}

struct json json_array_or_none(struct json object, const char *key)
{
	return optional(object, key, JSON_ARRAY);
}

struct json json_object_or_none(struct json object, const char *key)
{
	return optional(object, key, JSON_OBJECT);
}

/* The names as “a、b、c”, for a message: as many as fit. */
static void list_names(const char *const names[], char *out, size_t size)
{
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; names[i] != NULL; i++) {
		if (n + strlen(names[i]) + sizeof "、…" > size) {
			memcpy(out + n, "…", sizeof "…");
			return;
		}
		n += (size_t)sprintf(out + n, "%s%s", i > 0 ? "、" : "", names[i]);
	}
}

int json_choice(struct json object, const char *key, const char *const names[], int otherwise)
{
	struct json value = otherwise >= 0 ? optional(object, key, JSON_STRING)
					   : required(object, key, JSON_STRING);
	const char *text = json_text(value);
	char known[NAMES_SHOWN];

	if (text == NULL)
		return otherwise >= 0 && json_member(object, key).node == NULL ? otherwise : 0;
	for (int i = 0; names[i] != NULL; i++)
		if (strcmp(text, names[i]) == 0)
			return i;
	list_names(names, known, sizeof known);
	json_problem(value, "“%s”不认得“%.*s”，应为：%s。", key, json_shown(text), text, known);
	return 0;
}

static bool is_among(const char *name, const char *const names[])
{
	for (size_t i = 0; names[i] != NULL; i++)
		if (text_same(name, names[i]))
			return true;
	return false;
}

void json_only(struct json object, const char *const keys[])
{
	char known[NAMES_SHOWN];

	if (object.node == NULL)
		return;
	if (json_kind(object) != JSON_OBJECT) {
		wrong_kind(object, JSON_OBJECT);
		return;
	}
	for (struct json m = json_first(object); m.node != NULL; m = json_next(m)) {
		if (is_among(json_key(m), keys))
			continue;
		list_names(keys, known, sizeof known);
		json_problem_at(m.doc, json_key_offset(m), "不认得“%.*s”这一项，这里可以有：%s。",
				json_shown(json_key(m)), json_key(m), known);
	}
}
