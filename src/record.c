/* SPDX-License-Identifier: MIT */
#include "record.h"

#include <stdio.h>
#include <string.h>

#include "json_in.h"
#include "resident_id.h"

enum { FORMAT = 1 };

/* Copies an optional member; too long a one is a problem. */
static void take(struct json root, const char *key, char *out, size_t size)
{
	const char *text = json_string_or_null(root, key);

	if (text == NULL)
		return;
	if (strlen(text) >= size)
		json_problem(json_member(root, key), "“%s”太长，最多 %zu 字节。", key, size - 1);
	else
		memcpy(out, text, strlen(text) + 1);
}

static void take_required(struct json root, const char *key, char *out, size_t size)
{
	if (*json_string(root, key) != '\0')
		take(root, key, out, size);
}

static bool is_digits(const char *s, size_t min, size_t max)
{
	size_t len = strspn(s, "0123456789");

	return s[len] == '\0' && len >= min && len <= max;
}

static bool is_date(const char *s)
{
	struct date d;
	int end = 0;

	return strlen(s) == 10 && sscanf(s, "%4d-%2d-%2d%n", &d.year, &d.month, &d.day, &end) == 3 &&
	       end == 10 && is_digits(s + 8, 2, 2) && date_valid(d);
}

static void judge(struct json root, const struct record *r)
{
	if (*r->sex != '\0' && strcmp(r->sex, "男") != 0 && strcmp(r->sex, "女") != 0)
		json_problem(json_member(root, "sex"), "“sex”应为“男”或“女”。");
	if (*r->birth_date != '\0' && !is_date(r->birth_date))
		json_problem(json_member(root, "birth_date"),
			     "“birth_date”应为真实的日期，写作 2007-09-01 这样。");
	if (*r->exam_year != '\0' && !is_digits(r->exam_year, 4, 4))
		json_problem(json_member(root, "exam_year"), "“exam_year”应为 4 位年份。");
	if (*r->candidate_number != '\0' && !is_digits(r->candidate_number, 1, 20))
		json_problem(json_member(root, "candidate_number"), "“candidate_number”应全是数字。");
}

static bool read_record(struct json_doc *doc, struct record *out)
{
	static const char *const keys[] = {
		"$schema",	    "format",	 "name",	 "id_number",
		"sex",		    "birth_date", "candidate_number", "exam_year",
		"ethnic_group",	    "institution", "level",	 "major",
		NULL,
	};
	struct json root = json_root(doc);

	json_only(root, keys);
	if (json_member(root, "format").node != NULL)
		json_integer(root, "format", FORMAT, FORMAT);
	take_required(root, "name", out->name, sizeof out->name);
	take_required(root, "id_number", out->id_number, sizeof out->id_number);
	take(root, "sex", out->sex, sizeof out->sex);
	take(root, "birth_date", out->birth_date, sizeof out->birth_date);
	take(root, "candidate_number", out->candidate_number, sizeof out->candidate_number);
	take(root, "exam_year", out->exam_year, sizeof out->exam_year);
	take(root, "ethnic_group", out->ethnic_group, sizeof out->ethnic_group);
	take(root, "institution", out->institution, sizeof out->institution);
	take(root, "level", out->level, sizeof out->level);
	take(root, "major", out->major, sizeof out->major);
	judge(root, out);
	return json_ok(doc);
}

static bool take_doc(struct json_doc *doc, struct record *out)
{
	bool ok;

	memset(out, 0, sizeof *out);
	if (doc == NULL)
		return false;
	ok = read_record(doc, out);
	json_close(doc);
	if (!ok)
		record_wipe(out);
	return ok;
}

bool record_load(const char *path, struct record *out, struct diag *d)
{
	return take_doc(json_load(path, RECORD_BYTES_MAX, d), out);
}

bool record_parse(const char *bytes, size_t len, struct record *out, struct diag *d)
{
	return take_doc(json_parse(bytes, len, d), out);
}

void record_wipe(struct record *r)
{
	explicit_bzero(r, sizeof *r);
}

bool record_given(const struct record *r)
{
	return r->name[0] != '\0' || r->id_number[0] != '\0';
}
