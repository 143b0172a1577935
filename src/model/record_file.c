/* SPDX-License-Identifier: MIT */
#include "model/record_file.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "rules/validator.h"

enum { FORMAT = 1 };

static bool is_digits(const char *s, size_t min, size_t max)
{
	size_t len = strspn(s, "0123456789");

	return s[len] == '\0' && len >= min && len <= max;
}

static bool is_sex(const char *s)
{
	return strcmp(s, "男") == 0 || strcmp(s, "女") == 0;
}

static bool is_year(const char *s)
{
	return is_digits(s, 4, 4);
}

static bool is_candidate_number(const char *s)
{
	return is_digits(s, 1, 31);
}

static bool is_date(const char *s)
{
	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-' || strspn(s, "0123456789") != 4 ||
	    strspn(s + 5, "0123456789") != 2 || strspn(s + 8, "0123456789") != 2)
		return false;
	return date_valid(
		(struct date){ text_digits(s, 4), text_digits(s + 5, 2), text_digits(s + 8, 2) });
}

#define FIELD(member, is, wanted)                                                               \
	{                                                                                       \
#member, offsetof(struct record, member), sizeof(((struct record *)0)->member), \
			is, wanted                                                              \
	}

/* The members of a record and their checks; "" counts as absent. */
static const struct field {
	const char *key;
	size_t offset, size; /* in struct record; size 0: checked and dropped */
	bool (*is)(const char *text);
	const char *wanted;
} fields[] = {
	FIELD(name, NULL, NULL),
	FIELD(id_number, NULL, NULL),
	FIELD(sex, is_sex, "“男”或“女”"),
	FIELD(birth_date, is_date, "真实的日期，写作 2007-09-01 这样"),
	FIELD(candidate_number, is_candidate_number, "1 到 31 位数字"),
	{ "exam_year", 0, 0, is_year, "4 位年份，写作 2026 这样" },
	FIELD(ethnic_group, NULL, NULL),
	FIELD(institution, NULL, NULL),
	FIELD(level, NULL, NULL),
	FIELD(major, NULL, NULL),
};
enum { FIELD_COUNT = sizeof fields / sizeof fields[0], REQUIRED_COUNT = 2 };

static void take_member(struct json root, const struct field *f, const char *text,
			struct record *out)
{
	struct json value = json_member(root, f->key);

	if (text == NULL || *text == '\0')
		return;
	if (f->is != NULL && !f->is(text))
		json_problem(value, "“%s”应为%s。", f->key, f->wanted);
	else if (f->size > 0 && strlen(text) >= f->size)
		json_problem(value, "“%s”太长，最多 %zu 个汉字。", f->key, (f->size - 1) / 3);
	else if (f->size > 0)
		memcpy((char *)out + f->offset, text, strlen(text) + 1);
}

bool record_read(struct json root, struct record *out)
{
	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < FIELD_COUNT; i++)
		take_member(root, &fields[i],
			    i < REQUIRED_COUNT ? json_string(root, fields[i].key)
					       : json_string_or_null(root, fields[i].key),
			    out);
	out->sample = json_bool_or(root, "sample", false);
	json_member(root, "$schema"); /* for editors */
	if (json_member(root, "format").node != NULL)
		json_integer(root, "format", FORMAT, FORMAT);
	json_no_others(root);
	validator_drop_words(out);
	if (json_ok(root.doc))
		return true;
	record_wipe(out);
	return false;
}

bool record_load(const char *path, struct record *out, struct diag *d)
{
	struct json_doc *doc = json_load(path, RECORD_BYTES_MAX, d);

	memset(out, 0, sizeof *out);
	if (doc != NULL)
		record_read(json_root(doc), out);
	return json_close(doc);
}
