/* SPDX-License-Identifier: MIT */
#include "rules/characters.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum { DAMAGED = 0xFFFD };

/* One block for both: values are short, and rosters have millions of them. */
static struct characters reserve(size_t count)
{
	struct characters c = { 0 };

	c.place = xmalloc(count * (sizeof *c.place + sizeof *c.cp));
	c.cp = (uint32_t *)(c.place + count);
	return c;
}

/* Bytes of the next character; most are ASCII, for which no call is needed. */
static inline size_t decode(const char *s, size_t n, uint32_t *cp)
{
	size_t step = 1;

	*cp = (unsigned char)*s;
	if (*cp >= 0x80 && (step = text_decode(s, n, cp)) == 0) {
		*cp = DAMAGED;
		step = 1;
	}
	return step;
}

struct characters characters_read(const char *s)
{
	size_t len = strlen(s);
	struct characters c = reserve(len);

	for (size_t at = 0, step; at < len; at += step, c.count++) {
		step = decode(s + at, len - at, &c.cp[c.count]);
		c.place[c.count] = c.count + 1;
	}
	return c;
}

struct characters characters_fold(const struct characters *c, character_fold *fold)
{
	struct characters folded = reserve(c->count);

	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = fold(c, i);

		if (cp == 0)
			continue;
		folded.cp[folded.count] = cp;
		folded.place[folded.count++] = c->place[i];
	}
	return folded;
}

void characters_wipe(struct characters *c)
{
	explicit_bzero(c->cp, c->count * sizeof *c->cp);
	free(c->place);
	*c = (struct characters){ 0 };
}

size_t characters_differ(const struct characters *a, const struct characters *b)
{
	size_t i = 0;

	while (i < a->count && i < b->count && a->cp[i] == b->cp[i])
		i++;
	return i;
}

bool characters_equal(const struct characters *a, const struct characters *b)
{
	return a->count == b->count && characters_differ(a, b) == a->count;
}

bool characters_same_rest(const struct characters *a, size_t i, const struct characters *b,
			  size_t j)
{
	return memcmp(a->cp + i, b->cp + j, (a->count - i) * sizeof *a->cp) == 0;
}

uint32_t character_drop_blank(const struct characters *c, size_t i)
{
	return text_is_blank(c->cp[i]) ? 0 : c->cp[i];
}

uint32_t character_drop_invisible(const struct characters *c, size_t i)
{
	return text_is_invisible(c->cp[i]) ? 0 : c->cp[i];
}

static uint32_t drop_unseen(const struct characters *c, size_t i)
{
	return text_is_blank(c->cp[i]) ? 0 : character_drop_invisible(c, i);
}

struct characters characters_bare(const struct characters *c)
{
	return characters_fold(c, drop_unseen);
}

uint32_t characters_at(const struct characters *c, size_t i)
{
	return i < c->count ? c->cp[i] : 0;
}

size_t characters_place(const struct characters *c, size_t i)
{
	if (c->count == 0)
		return 0;
	return c->place[i < c->count ? i : c->count - 1];
}

size_t characters_run(const struct characters *c, size_t i, bool (*is)(uint32_t cp))
{
	while (i < c->count && is(c->cp[i]))
		i++;
	return i;
}

/* The word for a character that cannot be shown; NULL: it can. */
static const char *word_for(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		const char *word;
	} known[] = {
		{ 0x09, "制表符" },     { 0x0A, "换行符" },     { 0x0D, "回车符" },
		{ 0x20, "空格" },       { 0xA0, "不间断空格" }, { 0x200B, "零宽空格" },
		{ 0x3000, "全角空格" }, { 0xFEFF, "零宽空格" }, { DAMAGED, "乱码" },
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i].cp == cp)
			return known[i].word;
	if (text_is_blank(cp))
		return "空白";
	if (text_is_invisible(cp) || text_char_width(cp) == 0)
		return "看不见的字符";
	if ((cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000)
		return "私用区字符";
	if (text_clean_char(cp) == cp)
		return NULL;
	return cp >= 0x20000 && cp < 0x40000 ? "生僻字" : "无法显示的字符";
}

const char *character_name(uint32_t cp, char out[CHARACTER_NAME])
{
	const char *word = word_for(cp);
	char shown[5] = "";

	shown[text_encode(cp, shown)] = '\0';
	if (word != NULL)
		snprintf(out, CHARACTER_NAME, "%s（U+%04X）", word, (unsigned)cp);
	else if (cp < 0x80) /* an O is easily taken for a 0 */
		snprintf(out, CHARACTER_NAME, "%s“%s”", isalpha((int)cp) ? "字母" : "", shown);
	else
		snprintf(out, CHARACTER_NAME, "“%s”（U+%04X）", shown, (unsigned)cp);
	return out;
}

const char *character_name_for(const struct findings *f, uint32_t cp, char out[CHARACTER_NAME])
{
	if (!f->brief)
		return character_name(cp, out);
	out[0] = '\0';
	return out;
}

void characters_check_blank(const struct characters *c, enum finding_code code, const char *what,
			    struct findings *out)
{
	char name[CHARACTER_NAME];

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, text_is_blank);
		if (end == i)
			continue;
		character_name_for(out, c->cp[i], name);
		if (i == 0)
			findings_add(out, code, 1, "开头多了 %zu 个%s，%s里不能有。把它删掉。",
				     end - i, name, what);
		else if (end == c->count)
			findings_add(out, code, c->place[i],
				     "末尾多了 %zu 个%s，%s里不能有。按退格键删掉。", end - i, name,
				     what);
		else
			findings_add(out, code, c->place[i],
				     "第 %zu 个字符起有 %zu 个%s，%s里不能有。把它删掉。",
				     c->place[i], end - i, name, what);
	}
}

void characters_check_invisible(const struct characters *c, enum finding_code code,
				struct findings *out)
{
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, text_is_invisible);
		if (end > i)
			findings_add(out, code, c->place[i],
				     "第 %zu 个字符起有 %zu 个看不见的字符（U+%04X）。"
				     "清空这一栏，重新输入，不要粘贴。",
				     c->place[i], end - i, (unsigned)c->cp[i]);
	}
}
