/* SPDX-License-Identifier: MIT */
/* A value as characters of Unicode, each with its place in the value. */
#include "rules/characters.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "base/xalloc.h"

/* Allocates one block for both arrays: values are short, and rosters have millions of them. */
static struct characters reserve(size_t count)
{
	struct characters c = { 0 };

	c.place = xmalloc(count * (sizeof *c.place + sizeof *c.cp));
	c.cp = (uint32_t *)(c.place + count);
	return c;
}

struct characters characters_read(const char *s)
{
	struct characters c = reserve(strlen(s));

	while (text_next(&s, &c.cp[c.count])) {
		c.place[c.count] = c.count + 1;
		c.count++;
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
	if (c->count > 0)
		explicit_bzero(c->cp, c->count * sizeof *c->cp);
	free(c->place);
	*c = (struct characters){ 0 };
}

struct characters characters_part(const struct characters *c, size_t from, size_t count)
{
	if (from > c->count)
		from = c->count;
	if (count > c->count - from)
		count = c->count - from;
	return (struct characters){ .count = count, .place = c->place + from, .cp = c->cp + from };
}

size_t characters_differ(const struct characters *a, const struct characters *b)
{
	size_t i = 0;

	while (i < a->count && i < b->count && a->cp[i] == b->cp[i])
		i++;
	return i;
}

struct difference characters_difference(const struct characters *is,
					const struct characters *should)
{
	struct difference d = { .first = characters_differ(is, should) };
	size_t last = 0;

	while (d.first + last < is->count && d.first + last < should->count &&
	       is->cp[is->count - 1 - last] == should->cp[should->count - 1 - last])
		last++;
	d.is = is->count - d.first - last;
	d.should = should->count - d.first - last;
	return d;
}

bool characters_equal(struct characters a, struct characters b)
{
	return a.count == b.count && characters_differ(&a, &b) == a.count;
}

/* True if the characters are the word; the case of ASCII letters is ignored. */
static bool are_word(const struct characters *c, const character_word word)
{
	size_t i = 0;

	while (i < c->count && word[i] != 0 && lower_case(word[i]) == lower_case(c->cp[i]))
		i++;
	return i == c->count && word[i] == 0;
}

bool characters_one_of(const struct characters *c, const character_word words[], size_t count)
{
	uint32_t first = characters_at(c, 0), other = is_ascii_letter(first) ? first ^ 0x20 : first;
	size_t i = c->count < CHARACTER_WORD ? 0 : count;

	while (i < count &&
	       ((words[i][0] != first && words[i][0] != other) || !are_word(c, words[i])))
		i++;
	return i < count;
}

bool characters_are_formula_error(const struct characters *c)
{
	static const character_word words[] = {
		U"#N/A", U"#REF!", U"#VALUE!", U"#NAME?", U"#DIV/0!", U"#NULL!", U"#NUM!",
	};

	return characters_one_of(c, words, sizeof words / sizeof *words) ||
	       (characters_hold(c, 0, "Err:") && c->count == 4 + 3 &&
		characters_run(c, 4, is_ascii_digit) == c->count);
}

bool characters_are_formula(const struct characters *c)
{
	size_t end = characters_run(c, 1, is_ascii_letter);

	return characters_at(c, 0) == '=' && end > 1 && characters_at(c, end) == '(';
}

/* True for brackets, stops and dashes; not for a star, which masks a character, nor for #, which a
 * spreadsheet shows in a column that is too narrow. */
static bool is_mark(uint32_t cp)
{
	return wcschr(L"()[]{}<>-_=+.,:;!?/\\|~`'\"^&【】《》〈〉「」『』〔〕、。·…—–‘’“”〃",
		      (wchar_t)text_narrow(cp)) != NULL;
}

bool characters_are_marks(const struct characters *c)
{
	return c->count > 0 && characters_all(c, is_mark);
}

static bool is_zero(uint32_t cp)
{
	return cp == '0';
}

bool characters_are_nothing(const struct characters *c)
{
	static const character_word words[] = {
		U"无",       U"暂无",   U"没有",   U"空",     U"空白",   U"未知",   U"不详",
		U"不明",     U"待补",   U"待补充", U"待定",   U"待填",   U"暂缺",   U"缺",
		U"缺失",     U"未填",   U"未填写", U"未提供", U"未上传", U"待提供", U"待核实",
		U"暂未提供", U"不清楚", U"不适用", U"无此项", U"无号码", U"跳过",   U"NULL",
		U"NONE",     U"N/A",    U"NA",     U"NAN",    U"NIL",    U"TBD",    U"\\N",
		U"待查",     U"待核",   U"待核对", U"待确认",
	};
	struct characters bare = characters_trim(c, is_mark);

	return characters_are_formula_error(c) ||
	       (bare.count > 0 && characters_all(&bare, is_zero)) ||
	       characters_one_of(&bare, words, sizeof words / sizeof *words) ||
	       (bare.count < c->count && characters_one_of(c, words, sizeof words / sizeof *words));
}

bool is_like_digit(uint32_t cp)
{
	return wcschr(L"OoIl|!\u039F\u03BF\u041E\u043E\u2160○◯〇ＩＯｌｏ", (wchar_t)cp) != NULL;
}

uint32_t character_drop_blank(const struct characters *c, size_t i)
{
	return text_is_blank(c->cp[i]) ? 0 : c->cp[i];
}

uint32_t character_drop_invisible(const struct characters *c, size_t i)
{
	return text_is_invisible(c->cp[i]) ? 0 : c->cp[i];
}

uint32_t character_narrow(const struct characters *c, size_t i)
{
	return text_narrow(c->cp[i]);
}

uint32_t character_lower(const struct characters *c, size_t i)
{
	return lower_case(c->cp[i]);
}

static uint32_t drop_unseen(const struct characters *c, size_t i)
{
	if (c->cp[i] > ' ' && c->cp[i] < 0x7F)
		return c->cp[i];
	return text_is_blank(c->cp[i]) ? 0 : character_drop_invisible(c, i);
}

struct characters characters_bare(const struct characters *c)
{
	return characters_fold(c, drop_unseen);
}

char *characters_ascii(const struct characters *c, character_fold *fold)
{
	char *s = xcalloc(c->count + 1, 1);

	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = fold(c, i);

		s[i] = (char)(cp < 0x80 ? cp : 0x7F);
	}
	return s;
}

uint32_t characters_at(const struct characters *c, size_t i)
{
	return i < c->count ? c->cp[i] : 0;
}

size_t characters_find(const struct characters *c, size_t from, uint32_t cp)
{
	while (from < c->count && c->cp[from] != cp)
		from++;
	return from;
}

bool characters_hold(const struct characters *c, size_t i, const char *word)
{
	for (; *word != '\0'; word++, i++)
		if (characters_at(c, i) != (unsigned char)*word)
			return false;
	return true;
}

size_t characters_place(const struct characters *c, size_t i)
{
	if (c->count == 0)
		return 0;
	return c->place[i < c->count ? i : c->count - 1];
}

size_t characters_count(const struct characters *c, bool (*is)(uint32_t cp))
{
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++)
		count += is(c->cp[i]);
	return count;
}

struct characters characters_trim(const struct characters *c, bool (*is)(uint32_t cp))
{
	struct characters part = characters_part(c, characters_run(c, 0, is), c->count);

	while (part.count > 0 && is(part.cp[part.count - 1]))
		part.count--;
	return part;
}

enum { ESCAPE = 7 };

/* True if an escape like _x000D_ begins at index i. */
static bool is_escape(const struct characters *c, size_t i)
{
	if (i + ESCAPE > c->count || c->cp[i] != '_' || (c->cp[i + 1] | 0x20) != 'x' ||
	    c->cp[i + ESCAPE - 1] != '_')
		return false;
	for (size_t k = i + 2; k < i + ESCAPE - 1; k++)
		if (c->cp[k] >= 0x80 || strchr("0123456789ABCDEFabcdef", (int)c->cp[k]) == NULL)
			return false;
	return true;
}

struct characters characters_escape(const struct characters *c)
{
	size_t first = c->count, last = c->count;

	for (size_t i = 0; (i = characters_find(c, i, '_')) < c->count; i++)
		if (is_escape(c, i)) {
			first = i < first ? i : first;
			last = i + ESCAPE;
		}
	return characters_part(c, first, last - first);
}

void character_quote(uint32_t cp, char out[FINDING_TEXT])
{
	out[text_encode(cp, out)] = '\0';
}

void characters_quote(struct characters c, char out[FINDING_TEXT])
{
	size_t used = 0;
	char one[4];

	for (size_t i = 0; i < c.count; i++) {
		size_t bytes = text_encode(c.cp[i], one);

		if (used + bytes >= FINDING_TEXT)
			break;
		memcpy(out + used, one, bytes);
		used += bytes;
	}
	out[used] = '\0';
}

struct finding *characters_report(struct characters part, enum finding_code code,
				  enum finding_kind kind, struct findings *out)
{
	/* Characters that were dropped between them count, too. */
	size_t places = part.place[part.count - 1] - part.place[0] + 1;
	struct finding *f = findings_add(out, code, kind, part.place[0], places);

	characters_quote(part, f->is);
	return f;
}

size_t characters_report_runs(const struct characters *c, bool (*is)(uint32_t cp),
			      enum finding_code code, enum finding_kind kind, struct findings *out)
{
	size_t found = 0;

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		enum finding_kind here = kind;

		end = i;
		if (!is(c->cp[i]))
			continue;
		end = characters_run(c, i, is);
		found += end - i;
		if (kind == KIND_BLANK && i == 0)
			here = KIND_BLANK_START;
		else if (kind == KIND_BLANK && end == c->count)
			here = KIND_BLANK_END;
		characters_report(characters_part(c, i, end - i), code, here, out);
	}
	return found;
}

void characters_report_unseen(const struct characters *c, enum finding_code blank,
			      enum finding_code invisible, struct findings *out)
{
	characters_report_runs(c, text_is_blank, blank, KIND_BLANK, out);
	characters_report_runs(c, text_is_invisible, invisible, KIND_INVISIBLE, out);
}
