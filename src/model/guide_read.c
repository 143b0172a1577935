/* SPDX-License-Identifier: MIT */
#include "model/guide_read.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "model/progress.h"

void guide_read_format(struct json root)
{
	enum { FORMAT = 1 };

	json_member(root, "$schema");
	json_integer(root, "format", FORMAT, FORMAT);
}

static void check_marks(struct json value, const char *text)
{
	size_t marks = 0;

	for (const char *m = text; (m = strstr(m, "**")) != NULL; m += 2)
		marks++;
	if (marks % 2 != 0)
		json_problem(value, "** 没有成对：强调的开头和结尾各写一个 **。");
}

struct guide_text guide_read_text(struct json array)
{
	struct guide_text text = { 0, NULL };

	if (json_kind(array) != JSON_ARRAY)
		return text;
	text.lines = guide_take(array, json_count(array), sizeof *text.lines);
	for (struct json v = json_first(array); v.node != NULL; v = json_next(v)) {
		text.lines[text.count] = json_string_value(v);
		check_marks(v, text.lines[text.count++]);
	}
	return text;
}

struct guide_text guide_read_lines(struct json object, const char *key)
{
	struct json array = json_array(object, key);

	guide_count(array);
	return guide_read_text(array);
}

const char *guide_read_marked(struct json object, const char *key)
{
	const char *text = json_string(object, key);

	if (*text != '\0')
		check_marks(json_member(object, key), text);
	return text;
}

bool guide_check_id(struct json value, const char *id)
{
	if (progress_is_token(id, PROGRESS_RESULT))
		return true;
	json_problem(value, "编号“%.*s”只能用小写字母、数字、. _ -，最多 %d 个。",
		     (int)text_fit(id, PROGRESS_RESULT), id, PROGRESS_RESULT - 1);
	return false;
}

const char *guide_read_id(struct json object, struct guide_ids *ids)
{
	const char *id = json_string(object, "id");
	struct json value = json_member(object, "id");

	if (*id == '\0')
		return id;
	guide_check_id(value, id);
	for (size_t i = 0; i < ids->count; i++)
		if (text_same(ids->ids[i], id))
			json_problem(value, "编号“%.*s”前面已经用过，换一个。",
				     (int)text_fit(id, PROGRESS_RESULT), id);
	if (ids->count < GUIDE_IDS_MAX)
		ids->ids[ids->count++] = id;
	else
		json_problem(value, "编号太多，最多 %d 个。", GUIDE_IDS_MAX);
	return id;
}

const char *guide_read_as_of(struct json object)
{
	const char *s = json_string(object, "as_of");
	size_t len = strlen(s);
	struct date d = { .day = 1 };

	if ((len != 7 && len != 10) || strspn(s, "0123456789-") < len || s[4] != '-')
		return s;
	d.year = text_digits(s, 4);
	d.month = text_digits(s + 5, 2);
	if (len == 10)
		d.day = text_digits(s + 8, 2);
	if (!date_valid(d))
		json_problem(json_member(object, "as_of"),
			     "没有这一天：写成年-月-日，如 2026-11-05，或 2026-11。");
	return s;
}

struct guide_later *guide_read_later(struct json object, size_t *count)
{
	struct json array = json_array_or_none(object, "later");
	struct guide_later *later = guide_take(array, json_count(array), sizeof *later);

	*count = 0;
	for (struct json v = json_first(array); v.node != NULL; v = json_next(v)) {
		later[*count].as_of = guide_read_as_of(v);
		later[(*count)++].text = guide_read_marked(v, "text");
		json_no_others(v);
	}
	return later;
}

struct guide_item *guide_read_items(struct json array, size_t *count, struct guide_ids *ids)
{
	struct guide_item *items = guide_take(array, json_count(array), sizeof *items);

	*count = 0;
	for (struct json v = json_first(array); v.node != NULL; v = json_next(v)) {
		struct guide_item *item = &items[(*count)++];

		item->id = guide_read_id(v, ids);
		item->text = guide_read_marked(v, "text");
		json_no_others(v);
	}
	return items;
}

struct guide_option *guide_read_options(struct json array, size_t *count, struct guide_ids *ids)
{
	struct guide_option *options = guide_take(array, json_count(array), sizeof *options);

	*count = 0;
	for (struct json v = json_first(array); v.node != NULL; v = json_next(v)) {
		struct guide_option *option = &options[(*count)++];

		option->id = guide_read_id(v, ids);
		option->label = json_string(v, "label");
		option->advice = guide_read_text(json_array_or_none(v, "advice"));
		option->items =
			guide_read_items(json_array_or_none(v, "items"), &option->item_count, ids);
		if (option->item_count > 0 && option->advice.count == 0)
			json_problem(v, "有“items”，“advice”就至少要有一行说明。");
		json_no_others(v);
	}
	guide_count(array);
	return options;
}

void *guide_take(struct json value, size_t count, size_t size)
{
	return arena_zeroes(json_kept(value), count, size);
}

size_t guide_count(struct json array)
{
	size_t count = json_count(array);

	if (array.node != NULL && count == 0)
		json_problem(array, "“%s”至少要有一项。", json_key(array));
	return count;
}
