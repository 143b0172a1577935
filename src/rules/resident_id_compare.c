/* SPDX-License-Identifier: MIT */
#include "rules/resident_id.h"

#include <string.h>

#include "base/text.h"
#include "rules/layers.h"
#include "rules/resident_id_internal.h"

static uint32_t fold_width(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	return text_is_fullwidth(cp) && !id_is_x_lookalike(cp) ? text_narrow(cp) : cp;
}

static uint32_t fold_case(const struct characters *c, size_t i)
{
	return c->cp[i] == 'x' ? 'X' : c->cp[i];
}

static uint32_t fold_x(const struct characters *c, size_t i)
{
	return id_is_x_lookalike(c->cp[i]) ? 'X' : c->cp[i];
}

static const struct layer layers[] = {
	{ FINDING_ID_SPACE, character_drop_blank },
	{ FINDING_ID_INVISIBLE, character_drop_invisible },
	{ FINDING_ID_FULLWIDTH, fold_width },
	{ FINDING_ID_LOWERCASE_X, fold_case },
	{ FINDING_ID_X_LOOKALIKE, fold_x },
};
enum { LAYER_COUNT = sizeof layers / sizeof *layers };

bool id_layers_equal(struct characters *entered, struct characters *recorded, struct layer_hit *hit)
{
	return layers_equal(entered, recorded, layers, LAYER_COUNT, hit);
}

bool id_is_old_form(const struct characters *old, const struct characters *now)
{
	size_t size = sizeof *old->cp;

	return old->count == ID_LENGTH_OLD && now->count == ID_LENGTH && now->cp[6] == '1' &&
	       now->cp[7] == '9' && memcmp(old->cp, now->cp, 6 * size) == 0 &&
	       memcmp(old->cp + 6, now->cp + 8, 9 * size) == 0;
}

bool id_is_cut(const struct characters *cut, const struct characters *whole)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;

	return cut->count == whole->count && characters_differ(cut, whole) >= ID_LENGTH_OLD &&
	       id_normalise(cut, digits) && resident_id_read(digits, &id) && id_is_rounded(digits);
}

/* Slips that have a name of their own: old form, spreadsheet. */
static bool report_known(const struct characters *e, const struct characters *r,
			 struct findings *out)
{
	if (id_is_old_form(e, r))
		findings_add(
			out, FINDING_ID_FIFTEEN, 0,
			"这是同一个号码的 15 位旧写法，高考信息里是 18 位。照现在的身份证填写。");
	else if (id_is_old_form(r, e))
		findings_add(out, FINDING_ID_FIFTEEN, 0,
			     "高考信息里是同一个号码的 15 位旧写法，不是你填错了。"
			     "请老师更正高考信息。");
	else if (id_is_scientific(r))
		findings_add(out, FINDING_ID_SPREADSHEET, 0,
			     "高考信息里的号码被表格软件存成了科学计数，不是你填错了。"
			     "请老师从原表重新导出。");
	else if (id_is_cut(r, e))
		findings_add(out, FINDING_ID_SPREADSHEET, characters_place(e, ID_LENGTH_OLD),
			     "高考信息里的末三位被表格软件抹成了 000，不是你填错了。"
			     "请老师从原表重新导出。");
	else if (id_is_cut(e, r))
		findings_add(out, FINDING_ID_SPREADSHEET, characters_place(e, ID_LENGTH_OLD),
			     "第 16–18 位：末尾的 000 多半是表格软件抹出来的，高考信息里不是。"
			     "照身份证重新输入。");
	else
		return false;
	return true;
}

static void report_lengths(const struct characters *e, const struct characters *r,
			   struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);
	char name[CHARACTER_NAME];

	if (e->count == r->count + 1 && characters_same_rest(e, i + 1, r, i))
		findings_add(out, FINDING_ID_MISMATCH, at,
			     "与高考信息相比，第 %zu 位多了一个%s。把它删掉，再核对一遍。", i + 1,
			     character_name(e->cp[i], name));
	else if (e->count + 1 == r->count && characters_same_rest(e, i, r, i + 1))
		findings_add(out, FINDING_ID_MISMATCH, at,
			     "与高考信息相比，第 %zu 位漏了一个%s。补上它，再核对一遍。", i + 1,
			     character_name(r->cp[i], name));
	else
		findings_add(out, FINDING_ID_MISMATCH, at,
			     "与高考信息从第 %zu 位起不同，位数也不同：高考信息有 %zu 位，"
			     "这里有 %zu 位。",
			     i + 1, r->count, e->count);
}

/* Two places exchanged, first and last; false: it is not that. */
static bool report_exchange(const struct characters *e, const struct characters *r, size_t first,
			    size_t last, struct findings *out)
{
	char one[CHARACTER_NAME], other[CHARACTER_NAME];

	if (e->cp[first] != r->cp[last] || e->cp[last] != r->cp[first])
		return false;
	findings_add(out, FINDING_ID_MISMATCH, e->place[first],
		     "第 %zu%s%zu 位互换了：高考信息是%s在前、%s在后，这里相反。对照身份证核对。",
		     first + 1, last == first + 1 ? "、" : " 位与第 ", last + 1,
		     character_name(r->cp[first], one), character_name(r->cp[last], other));
	return true;
}

static void report_places(const struct characters *e, const struct characters *r,
			  struct findings *out)
{
	size_t first = characters_differ(e, r), last = first, count = 0;
	char here[CHARACTER_NAME], there[CHARACTER_NAME];

	for (size_t i = first; i < e->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		last = i;
		count++;
	}
	if (count == 2 && report_exchange(e, r, first, last, out))
		return;
	character_name(e->cp[first], here);
	character_name(r->cp[first], there);
	if (count == 1)
		findings_add(out, FINDING_ID_MISMATCH, e->place[first],
			     "第 %zu 位：高考信息是%s，这里是%s，其余相同。对照身份证核对。",
			     first + 1, there, here);
	else
		findings_add(out, FINDING_ID_MISMATCH, e->place[first],
			     "有 %zu 位不同，从第 %zu 位起：高考信息是%s，这里是%s。"
			     "对照身份证核对。",
			     count, first + 1, there, here);
}

static void report_difference(const struct characters *e, const struct characters *r,
			      struct findings *out)
{
	if (e->count == r->count)
		report_places(e, r, out);
	else
		report_lengths(e, r, out);
}

void resident_id_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct characters e = characters_read(entered), r = characters_read(recorded);
	struct findings form = { 0 };
	struct layer_hit hit;

	if (!characters_equal(&e, &r)) {
		resident_id_check(entered, (struct date){ 0 }, &form);
		if (id_layers_equal(&e, &r, &hit))
			layers_report(&hit, &form, "号码", out);
		else if (!report_known(&e, &r, out))
			report_difference(&e, &r, out);
	}
	explicit_bzero(&form, sizeof form);
	characters_wipe(&e);
	characters_wipe(&r);
}
