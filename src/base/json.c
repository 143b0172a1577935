/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <cJSON.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json_strict.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { NAME_SHOWN = 48, NAMES_SHOWN = 140 /* bytes */ };

/* A member that an object may have, because a getter was called for it. */
struct asked {
	const cJSON *object;
	const char *key;
	bool found; /* set by json_no_others() */
};

struct json_doc {
	char *bytes; /* owned, NUL-terminated, without a byte order mark */
	size_t len;
	size_t start;    /* where root begins */
	size_t next;     /* of a list: where the next element begins */
	size_t elements; /* of a list: how many have been read */
	cJSON *root;     /* in nodes; NULL before the first element of a list */
	struct arena nodes;
	struct asked *asked; /* owned: members of the objects that are being read */
	size_t asked_count;
	struct arena *kept; /* borrowed; NULL: strings stay in the document */
	struct diag *d;     /* borrowed */
	size_t problems;    /* d's count when the document was opened */
};

/* The arena of the document that cJSON is parsing. By default, cJSON would free people's names and
 * numbers without wiping them. */
static struct arena *parsing;

static void *allocate(size_t size)
{
	return arena_take(parsing, size);
}

static void ignore(void *p)
{
	(void)p;
}

/* Problems and places */

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

static size_t after_blanks(const struct json_doc *doc, size_t at)
{
	return at + strspn(doc->bytes + at, " \t\r\n");
}

/* Returns where a member's value begins; its name begins at `at`. */
static size_t after_key(const struct json_doc *doc, size_t at)
{
	at = after_blanks(doc, json_strict_string_end(doc->bytes, at));
	return after_blanks(doc, at + 1);
}

/* Finds the place of a value, which cJSON does not keep: walks through node and, from `at` on,
 * through its text. Returns the end of the text; sets *found where the text of wanted begins
 * (a member's name, else the value). */
static size_t find_node(const struct json_doc *doc, const cJSON *node, size_t at,
			const cJSON *wanted, size_t *found)
{
	at = after_blanks(doc, at);
	if (node == wanted)
		*found = at;
	if (node->string != NULL)
		at = after_key(doc, at);
	if (cJSON_IsString(node))
		return json_strict_string_end(doc->bytes, at);
	if (!cJSON_IsArray(node) && !cJSON_IsObject(node))
		return at + strcspn(doc->bytes + at, " \t\r\n,]}");
	at++;
	for (const cJSON *child = node->child; child != NULL; child = child->next) {
		at = after_blanks(doc, find_node(doc, child, at, wanted, found));
		at += child->next != NULL;
	}
	return after_blanks(doc, at) + 1;
}

/* Returns where a member's name begins, or where any other value begins. */
static size_t key_offset(struct json member)
{
	size_t found = 0;

	find_node(member.doc, member.doc->root, member.doc->start, member.node, &found);
	return found;
}

static size_t value_offset(struct json value)
{
	size_t at = key_offset(value);

	return json_key(value) != NULL ? after_key(value.doc, at) : at;
}

/* Returns how many bytes of a name a message shows, for %.*s; never part of a character. */
static int shown_bytes(const char *name)
{
	return (int)text_valid_bytes(name, strnlen(name, NAME_SHOWN));
}

/* Only kept problems need a place: finding one for each would make a hostile file slow. */
static bool needs_place(const struct json_doc *doc)
{
	return doc->d->count < DIAG_MAX;
}

void json_place(struct json value, size_t *line, size_t *column)
{
	place_of(value.doc, value.node != NULL ? value_offset(value) : 0, line, column);
}

void json_problem(struct json value, const char *format, ...)
{
	size_t line = 0, column = 0;
	va_list args;

	if (needs_place(value.doc))
		json_place(value, &line, &column);
	va_start(args, format);
	diag_vadd(value.doc->d, line, column, format, args);
	va_end(args);
}

/* Sets the place of a problem with a member's name; 0, 0 if no place is needed. */
static void key_place(struct json member, size_t *line, size_t *column)
{
	*line = *column = 0;
	if (needs_place(member.doc))
		place_of(member.doc, key_offset(member), line, column);
}

/* Opening and closing */

/* Builds the tree of the bytes from start to end, which are strict JSON. */
static void build_tree(struct json_doc *doc, size_t start, size_t end)
{
	cJSON_Hooks hooks = { allocate, ignore };

	cJSON_InitHooks(&hooks);
	parsing = &doc->nodes;
	doc->start = start;
	doc->root = cJSON_ParseWithLengthOpts(doc->bytes + start, end - start, NULL, 0);
}

/* Returns "UTF-16" or "UTF-32", detected by the byte order mark, or by the zero bytes of the first
 * characters, which are ASCII; else NULL. */
static const char *wide_encoding(const char *bytes, size_t len)
{
	bool zero[4];

	for (size_t i = 0; i < 4; i++)
		zero[i] = i < len && bytes[i] == '\0';
	if (len >= 4 && zero[0] != zero[3] &&
	    ((zero[0] && zero[1] && (zero[2] || memcmp(bytes + 2, "\xFE\xFF", 2) == 0)) ||
	     (zero[3] && zero[2] && (zero[1] || memcmp(bytes, "\xFF\xFE", 2) == 0))))
		return "UTF-32";
	if (len >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0))
		return "UTF-16";
	return len >= 4 && zero[0] != zero[1] && zero[0] == zero[2] && zero[1] == zero[3] ? "UTF-16"
											  : NULL;
}

static bool is_strict(struct json_doc *doc)
{
	const char *wide = wide_encoding(doc->bytes, doc->len);
	struct json_fault fault;
	size_t line, column;

	if (wide != NULL)
		return diag_add(doc->d, 1, 1, "这是 %s 文件，另存为 UTF-8。", wide);
	if (doc->len >= 3 && memcmp(doc->bytes, "\xEF\xBB\xBF", 3) == 0) {
		doc->len -= 3;
		memmove(doc->bytes, doc->bytes + 3, doc->len + 1);
	}
	if (json_strict(doc->bytes, doc->len, &fault))
		return true;
	if (doc->len == 0) /* the place that file_read() reports for an empty file */
		return diag_add(doc->d, 0, 0, "%s", fault.message);
	place_of(doc, fault.at, &line, &column);
	return diag_add(doc->d, line, column, "%s", fault.message);
}

/* Takes ownership of bytes, which end with NUL. Returns NULL if they are not strict JSON. */
static struct json_doc *open_doc(char *bytes, size_t len, struct diag *d)
{
	struct json_doc *doc = xcalloc(1, sizeof *doc);

	*doc = (struct json_doc){ .bytes = bytes, .len = len, .d = d, .problems = d->count };
	if (is_strict(doc))
		return doc;
	json_close(doc);
	return NULL;
}

/* Builds the tree of the whole document, and returns doc; NULL is allowed. */
static struct json_doc *build_whole(struct json_doc *doc)
{
	if (doc != NULL)
		build_tree(doc, 0, doc->len);
	return doc;
}

struct json_doc *json_parse(const char *bytes, size_t len, struct diag *d)
{
	char *copy = memcpy(xcalloc(len + 1, 1), bytes, len);

	return build_whole(open_doc(copy, len, d));
}

struct json_doc *json_load_list(const char *path, size_t max_bytes, struct diag *d)
{
	size_t len = 0;
	char *bytes = file_read(path, max_bytes, &len, d);

	return bytes != NULL ? open_doc(bytes, len, d) : NULL;
}

struct json_doc *json_load(const char *path, size_t max_bytes, struct diag *d)
{
	return build_whole(json_load_list(path, max_bytes, d));
}

struct json_doc *json_load_kept(const char *path, size_t max_bytes, struct arena *kept,
				struct diag *d)
{
	struct json_doc *doc = json_load(path, max_bytes, d);

	if (doc != NULL)
		doc->kept = kept;
	return doc;
}

struct json json_next_element(struct json_doc *doc, size_t max_bytes)
{
	struct json none = { doc, NULL };
	size_t start = after_blanks(doc, doc->next), end, line, column;

	if (!json_ok(doc))
		return none;
	if (doc->bytes[start] == (doc->elements == 0 ? '[' : ','))
		start = after_blanks(doc, start + 1);
	if (doc->bytes[start] == ']' || doc->bytes[start] == '\0')
		return none;
	end = json_strict_value_end(doc->bytes, start);
	doc->next = end;
	doc->elements++;
	arena_wipe(&doc->nodes);
	doc->root = NULL;
	doc->asked_count = 0;
	if (end - start > max_bytes) {
		place_of(doc, start, &line, &column);
		diag_add(doc->d, line, column, "这一项太长，最多 %zu 字节。", max_bytes);
		return none;
	}
	build_tree(doc, start, end);
	return json_root(doc);
}

bool json_close(struct json_doc *doc)
{
	bool ok = doc != NULL && json_ok(doc);

	if (doc == NULL)
		return false;
	arena_wipe(&doc->nodes);
	free(doc->asked);
	explicit_bzero(doc->bytes, malloc_usable_size(doc->bytes));
	free(doc->bytes);
	free(doc);
	return ok;
}

struct arena *json_kept(struct json value)
{
	return value.doc->kept;
}

bool json_ok(const struct json_doc *doc)
{
	return doc->d->count == doc->problems;
}

/* Walking */

struct json json_root(struct json_doc *doc)
{
	return (struct json){ doc, doc->root };
}

enum json_kind json_kind(struct json value)
{
	if (value.node == NULL)
		return JSON_NONE;
	switch (value.node->type & 0xFF) {
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
	return value.node == NULL ? NULL : value.node->string;
}

static struct asked *find_asked(const struct json_doc *doc, const cJSON *object, const char *key)
{
	for (size_t i = doc->asked_count; i-- > 0;)
		if (doc->asked[i].object == object && text_same(doc->asked[i].key, key))
			return &doc->asked[i];
	return NULL;
}

struct json json_member(struct json object, const char *key)
{
	struct json_doc *doc = object.doc;

	if (find_asked(doc, object.node, key) == NULL) {
		doc->asked = xgrow(doc->asked, doc->asked_count, sizeof *doc->asked);
		doc->asked[doc->asked_count++] = (struct asked){ object.node, key, false };
	}
	/* cJSON returns NULL if node is not an object. */
	return (struct json){ object.doc, cJSON_GetObjectItemCaseSensitive(object.node, key) };
}

struct json json_first(struct json container)
{
	return (struct json){ container.doc,
			      container.node == NULL ? NULL : container.node->child };
}

struct json json_next(struct json value)
{
	return (struct json){ value.doc, value.node == NULL ? NULL : value.node->next };
}

size_t json_count(struct json container)
{
	return container.node == NULL ? 0 : (size_t)cJSON_GetArraySize(container.node);
}

/* Getters */

static void wrong_kind(struct json value, enum json_kind wanted)
{
	static const char *const kinds[] = {
		[JSON_NULL] = "空值 null", [JSON_BOOL] = "真假值",   [JSON_NUMBER] = "数字",
		[JSON_STRING] = "文字",    [JSON_ARRAY] = "列表 []", [JSON_OBJECT] = "对象 {}",
	};
	const char *name = json_key(value) != NULL ? json_key(value) : "这一项";

	if (wanted == JSON_STRING && json_kind(value) == JSON_NUMBER)
		json_problem(value, "“%.*s”是文字，要写进引号 \"\"：写成数字会丢掉位数。",
			     shown_bytes(name), name);
	else
		json_problem(value, "“%.*s”应为%s，现在是%s。", shown_bytes(name), name,
			     kinds[wanted], kinds[json_kind(value)]);
}

/* Returns value, with node NULL if it is absent or of another kind, which is a problem. */
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

/* Returns the number of an element in its array, from 1; 0 for a member or the root. In cJSON, prev
 * of the first element is the last element. */
static size_t element_number(struct json value)
{
	const cJSON *node = value.node;
	size_t number = 1;

	if (node->string != NULL || node->prev == NULL)
		return 0;
	for (; node->prev->next != NULL; node = node->prev)
		number++;
	return number;
}

static void report_missing(struct json object, const char *key)
{
	size_t number = needs_place(object.doc) ? element_number(object) : 0;

	if (number > 0)
		json_problem(object, "第 %zu 项少了“%s”。", number, key);
	else
		json_problem(object, "少了“%s”。", key);
}

static struct json required(struct json object, const char *key, enum json_kind kind)
{
	struct json value = json_member(object, key);

	if (value.node == NULL && json_kind(object) == JSON_OBJECT)
		report_missing(object, key);
	return of_kind(value, kind);
}

static const char *text_of(struct json value)
{
	const char *text = value.node->valuestring;
	size_t size = strlen(text) + 1;

	if (value.doc->kept == NULL)
		return text;
	return memcpy(arena_take(value.doc->kept, size), text, size);
}

const char *json_string_value(struct json value)
{
	value = of_kind(value, JSON_STRING);
	if (value.node == NULL)
		return "";
	if (*value.node->valuestring == '\0')
		json_problem(value, "这里不能是空的。");
	return text_of(value);
}

const char *json_string(struct json object, const char *key)
{
	return json_string_value(required(object, key, JSON_STRING));
}

const char *json_string_or_null(struct json object, const char *key)
{
	struct json value = optional(object, key, JSON_STRING);

	return value.node == NULL ? NULL : text_of(value);
}

bool json_bool(struct json object, const char *key)
{
	struct json value = required(object, key, JSON_BOOL);

	return value.node != NULL && cJSON_IsTrue(value.node);
}

bool json_bool_or(struct json object, const char *key, bool otherwise)
{
	struct json value = optional(object, key, JSON_BOOL);

	return value.node == NULL ? otherwise : cJSON_IsTrue(value.node);
}

int64_t json_integer(struct json object, const char *key, int64_t min, int64_t max)
{
	struct json value = required(object, key, JSON_NUMBER);
	double number;

	if (value.node == NULL)
		return min;
	number = value.node->valuedouble;
	if (number >= (double)min && number <= (double)max)
		return (int64_t)number;
	if (min == max)
		json_problem(value, "“%s”应为 %lld。", key, (long long)min);
	else
		json_problem(value, "“%s”应为 %lld 到 %lld 的整数。", key, (long long)min,
			     (long long)max);
	return min;
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

/* Writes the names as “a、b、c”, as many as fit. */
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

static int index_of(const char *name, const char *const names[])
{
	for (int i = 0; names[i] != NULL; i++)
		if (text_same(name, names[i]))
			return i;
	return -1;
}

int json_choice(struct json object, const char *key, const char *const names[], int otherwise)
{
	struct json value = otherwise >= 0 ? optional(object, key, JSON_STRING)
					   : required(object, key, JSON_STRING);
	char known[NAMES_SHOWN];
	const char *text;
	int index;

	if (value.node == NULL)
		return otherwise >= 0 && json_member(object, key).node == NULL ? otherwise : 0;
	text = value.node->valuestring;
	index = index_of(text, names);
	if (index >= 0)
		return index;
	list_names(names, known, sizeof known);
	json_problem(value, "“%s”不认得“%.*s”，应为：%s。", key, shown_bytes(text), text, known);
	return 0;
}

static void report_unknown(struct json member, const cJSON *object)
{
	const struct json_doc *doc = member.doc;
	const char **names = xcalloc(doc->asked_count + 1, sizeof *names);
	char known[NAMES_SHOWN];
	size_t count = 0, line, column;

	for (size_t i = 0; i < doc->asked_count; i++)
		if (doc->asked[i].object == object)
			names[count++] = doc->asked[i].key;
	list_names(names, known, sizeof known);
	free(names);
	key_place(member, &line, &column);
	diag_add(doc->d, line, column, "不认得“%.*s”这一项，这里可以有：%s。",
		 shown_bytes(json_key(member)), json_key(member), known);
}

void json_no_others(struct json object)
{
	struct json_doc *doc = object.doc;
	size_t kept = 0, line, column;

	object = of_kind(object, JSON_OBJECT);
	for (struct json m = json_first(object); m.node != NULL; m = json_next(m)) {
		struct asked *asked = find_asked(doc, object.node, json_key(m));

		if (asked == NULL) {
			report_unknown(m, object.node);
		} else if (asked->found) { /* JSON readers disagree on which one counts */
			key_place(m, &line, &column);
			diag_add(doc->d, line, column, "“%s”写了两次，只留一个。", asked->key);
		} else {
			asked->found = true;
		}
	}
	for (size_t i = 0; i < doc->asked_count; i++)
		if (doc->asked[i].object != object.node)
			doc->asked[kept++] = doc->asked[i];
	doc->asked_count = kept;
}
