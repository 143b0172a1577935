/* SPDX-License-Identifier: MIT */
#include "rules/person_name.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "rules/person_name_internal.h"

#define HOW_TO_TYPE_INTERPUNCT "中文输入法下按 Shift+2 或 ` 键可以打出。"

static void check_dot(const struct characters *c, size_t i, struct findings *out)
{
	char name[CHARACTER_NAME];

	character_name_for(out, c->cp[i], name);
	if (c->cp[i] != INTERPUNCT && i > 0 && i + 1 < c->count)
		findings_add(out, FINDING_NAME_INTERPUNCT, c->place[i],
			     "第 %zu 个字是%s，应为间隔号“·”（U+00B7）。" HOW_TO_TYPE_INTERPUNCT,
			     c->place[i], name);
	else if (c->cp[i] != INTERPUNCT)
		findings_add(
			out, FINDING_NAME_INTERPUNCT, c->place[i],
			"%s多了%s，删掉它。名字分段用间隔号“·”（U+00B7），" HOW_TO_TYPE_INTERPUNCT,
			i == 0 ? "开头" : "末尾", name);
	else if (i == 0 || i + 1 == c->count || c->cp[i - 1] == INTERPUNCT)
		findings_add(out, FINDING_NAME_INTERPUNCT, c->place[i],
			     "第 %zu 个字的间隔号“·”没有隔开两段名字。多出来的就删掉。",
			     c->place[i]);
}

static const char *kind_of_lookalike(uint32_t cp)
{
	if (cp >= 0x2F00 && cp <= 0x2FDF)
		return "康熙部首";
	return cp < 0x3000 ? "部首符号" : cp < 0x3200 ? "笔画符号" : "兼容汉字";
}

static void check_lookalike(const struct characters *c, size_t i, struct findings *out)
{
	char name[CHARACTER_NAME], real[CHARACTER_NAME];

	findings_add(out, FINDING_NAME_LOOKALIKE, c->place[i],
		     "第 %zu 个字是%s%s，应为%s。看着一样，编码不同，用输入法重新打。", c->place[i],
		     kind_of_lookalike(c->cp[i]), character_name_for(out, c->cp[i], name),
		     character_name_for(out, person_name_fold_lookalike(c->cp[i]), real));
}

static void check_private(const struct characters *c, size_t i, struct findings *out)
{
	uint32_t real = person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
	char name[CHARACTER_NAME];

	if (name_is_ideograph(real))
		findings_add(out, FINDING_NAME_PUA, c->place[i],
			     "第 %zu 个字用了旧编码 U+%04X，应为%s。用新版输入法重新打这个字。",
			     c->place[i], (unsigned)c->cp[i], character_name_for(out, real, name));
	else
		findings_add(out, FINDING_NAME_PUA, c->place[i],
			     "第 %zu 个字是私用区编码 U+%04X，换一台机器就不是这个字。"
			     "用输入法重新打，不要粘贴。",
			     c->place[i], (unsigned)c->cp[i]);
}

/* What no name holds, and no other rule has a better word for. */
static bool is_foreign(uint32_t cp)
{
	return !name_is_latin(cp) && !name_is_ideograph(cp) && cp != INTERPUNCT &&
	       !person_name_is_dot(cp) && !text_is_blank(cp) && !text_is_invisible(cp) &&
	       !name_is_private(cp) && person_name_fold_lookalike(cp) == cp;
}

static void check_runs(const struct characters *c, struct findings *out)
{
	char name[CHARACTER_NAME];

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, name_is_fullwidth_latin);
		if (end > i)
			findings_add(out, FINDING_NAME_FULLWIDTH, c->place[i],
				     "第 %zu 个字起有 %zu 个全角字母：%s。"
				     "切换到英文输入法，重新输入。",
				     c->place[i], end - i, character_name_for(out, c->cp[i], name));
	}
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_foreign);
		if (end > i)
			findings_add(out, FINDING_NAME_CHARACTER, c->place[i],
				     "第 %zu 个字是%s，姓名里不能有。照身份证上的姓名重新输入。",
				     c->place[i], character_name_for(out, c->cp[i], name));
	}
}

static void check_each(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i];

		if (cp == INTERPUNCT || person_name_is_dot(cp))
			check_dot(c, i, out);
		else if (name_is_private(cp))
			check_private(c, i, out);
		else if (person_name_fold_lookalike(cp) != cp)
			check_lookalike(c, i, out);
	}
}

static void check_length(size_t count, struct findings *out)
{
	if (count < NAME_LENGTH_MIN)
		findings_add(out, FINDING_NAME_SHORT, 0,
			     "网站要求姓名至少 %d 个字，现为 %zu 个。身份证上确实只有一个字，"
			     "请联系学信网客服。",
			     NAME_LENGTH_MIN, count);
	else if (count > NAME_LENGTH_MAX)
		findings_add(out, FINDING_NAME_LONG, 0,
			     "姓名有 %zu 个字，网站多半只收 %d 个。没有多输就照身份证填，"
			     "不行再联系学信网客服。",
			     count, NAME_LENGTH_MAX);
}

/* What a Latin name is made of besides letters is as good as a letter. */
static uint32_t pass_latin_mark(const struct characters *c, size_t i)
{
	return name_is_latin_mark(c, i) ? 'A' : c->cp[i];
}

void person_name_check(const char *name, struct findings *out)
{
	struct characters given = characters_read(name);
	struct characters all = characters_fold(&given, pass_latin_mark);
	struct characters bare = characters_bare(&all);

	if (bare.count == 0) {
		findings_add(out, FINDING_NAME_EMPTY, 0, "还没有填姓名。照身份证上的姓名输入。");
	} else {
		check_length(bare.count, out);
		if (bare.count < all.count) {
			characters_check_blank(&all, FINDING_NAME_SPACE, "姓名", out);
			characters_check_invisible(&all, FINDING_NAME_INVISIBLE, out);
		}
		check_runs(&all, out);
		check_each(&bare, out);
	}
	characters_wipe(&given);
	characters_wipe(&all);
	characters_wipe(&bare);
}

char *person_name_mask(const char *name)
{
	struct characters c = characters_read(name);
	char *mask = xmalloc(c.count + 4);
	size_t n = 0;

	if (c.count > 0)
		n = text_encode(c.cp[0], mask);
	for (size_t i = 1; i < c.count; i++)
		mask[n++] = '*';
	mask[n] = '\0';
	characters_wipe(&c);
	return mask;
}
