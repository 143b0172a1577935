/* SPDX-License-Identifier: MIT */
/* Can the record be this name, written by a system that could not hold all of its characters?
 * Pinyin by 教学司函〔2019〕1号; ? and the like by converters; components and references by
 * typists. */
#include "rules/name_placeholder.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "rules/name_character.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
	NAME_MAX_MATCHED = 128, /* characters of either name; longer ones are no names */
	SLIP_NAME_MAX = 8,      /* name_placeholder_slip() ignores longer names */
	SLIP_RECORD_MAX = 24,
	BRACKETED_MAX = 24,
	BORDER = 0x56D7,      /* 囗, an ideograph that is typed for □, as 〇 is */
	MASKED_MAX = 3,       /* characters hidden by one sign */
	REPEAT = 0x3005,      /* 々, for the character before it */
	SOMEBODY = 0x67D0,    /* 某, for characters left out: 李某 */
	FIELD_WIDTH_MIN = 24, /* bytes of GBK: the narrowest name column of the old tables */
	REST_BYTES = 2,
	REST_MAX = 4, /* bytes of a GB 18030 character */
	LOST = 0xFFFD
};

/* A part of the record that stands for one to `most` characters; most 0: for itself only. */
struct stand_in {
	size_t length, most;
	uint32_t cp;     /* the character that it stands for; 0: not known */
	bool ideographs; /* stands for ideographs only */
	bool bracketed;  /* may also stand for what is in its brackets */
};

/* A letter of pinyin without its tone; 0: no letter. */
static uint32_t plain_letter(uint32_t cp)
{
	static const wchar_t toned[] = L"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüÜêÊ"; /* four for each letter */
	const wchar_t *at = wcschr(toned, (wchar_t)cp);

	if (at != NULL)
		return (unsigned char)"aeiouvv"[(at - toned) / 4];
	cp = lower_case(cp);
	return cp >= 'a' && cp <= 'z' ? cp : 0;
}

static bool is_vowel(uint32_t cp)
{
	uint32_t plain = plain_letter(cp);

	return plain != 0 && strchr("aeiouv", (int)plain) != NULL;
}

/* True for a character that hardly any name has; the digits 1 to 9 may be tones. */
static bool is_mark(uint32_t cp)
{
	return cp == IDEOGRAPH_ZERO || cp == BORDER || cp == REPEAT || cp == SOMEBODY ||
	       cp == '0' ||
	       (cp != INTERPUNCT && !name_is_ideograph(cp) && !name_is_latin(cp) &&
		!is_ascii_digit(cp));
}

/* The same for the character at index j; no name begins or ends with an interpunct. */
static bool is_mark_at(const struct characters *r, size_t j)
{
	return is_mark(r->cp[j]) || (r->cp[j] == INTERPUNCT && (j == 0 || j + 1 == r->count));
}

/* True for a sign that may hide several characters: 李* */
static bool is_mask(uint32_t cp)
{
	return cp == SOMEBODY || cp == '*' || cp == U'＊' || cp == U'○' || cp == U'◯' || cp == U'●';
}

/* The number of syllables, counted as runs of vowels; at least 1. */
static size_t syllables(const struct characters *r, size_t from, size_t end)
{
	size_t count = 0;

	for (size_t i = from; i < end; i++)
		count += is_vowel(r->cp[i]) && (i == from || !is_vowel(r->cp[i - 1]));
	return count > 0 ? count : 1;
}

/* The digit that a character stands for, hexadecimal too; 16: none. */
static uint32_t digit_value(uint32_t cp)
{
	if (is_ascii_digit(cp))
		return cp - '0';
	cp = lower_case(cp);
	return cp >= 'a' && cp <= 'f' ? cp - 'a' + 10 : 16;
}

/* The length of the character reference at index j, as &#20320; &#x4F60; \u4F60 U+4F60 &middot;;
 * 0: there is none. *cp: the character it stands for; 0 if no name has it. */
static size_t reference(const struct characters *r, size_t j, uint32_t *cp)
{
	static const struct {
		const char *start;
		uint32_t base;
	} notations[] = { { "&#x", 16 }, { "&#X", 16 }, { "&#", 10 }, { "\\u", 16 }, { "U+", 16 } };
	size_t n = 0, i;

	*cp = 0;
	if (r->cp[j] != '&' && r->cp[j] != '\\' && r->cp[j] != 'U')
		return 0;
	while (n < COUNT(notations) && !characters_hold(r, j, notations[n].start))
		n++;
	if (n == COUNT(notations)) {
		if (characters_hold(r, j, "&middot;") || characters_hold(r, j, "&bull;"))
			*cp = INTERPUNCT;
		for (i = j + 1; is_ascii_letter(characters_at(r, i));)
			i++;
		return r->cp[j] == '&' && characters_at(r, i) == ';' ? i + 1 - j : 0;
	}
	i = j + strlen(notations[n].start);
	for (; i < r->count && digit_value(r->cp[i]) < notations[n].base && *cp < 0x110000; i++)
		*cp = *cp * notations[n].base + digit_value(r->cp[i]);
	*cp = name_fold_lookalike(name_fold_private(*cp));
	if (name_is_dot(*cp))
		*cp = INTERPUNCT;
	if (!name_is_ideograph(*cp) && *cp != INTERPUNCT)
		*cp = 0;
	return i + (r->cp[j] == '&' && characters_at(r, i) == ';') - j;
}

/* The length of the ideographic description at index j, as ⿰石吉; 0: there is none. An operator
 * takes two parts or three. */
static size_t description(const struct characters *r, size_t j)
{
	size_t i = j, parts = 1;

	for (; parts > 0 && i < r->count; i++) {
		uint32_t cp = r->cp[i];

		if (cp == 0x2FF2 || cp == 0x2FF3) /* of three parts */
			parts += 2;
		else if (cp >= 0x2FF0 && cp <= 0x2FFD)
			parts++;
		else if (cp != 0x2FFE && cp != 0x2FFF) /* of one */
			parts--;
	}
	return parts == 0 && i - j > 1 ? i - j : 0;
}

static bool has(struct characters c, uint32_t cp)
{
	return characters_find(&c, 0, cp) < c.count;
}

/* True if the text in brackets describes the parts of a character: 王+文, 王字旁加文, 左木右子,
 * 上日下文. */
static bool tells_parts(struct characters inside)
{
	return has(inside, '+') || has(inside, U'＋') || has(inside, U'旁') || has(inside, U'加') ||
	       (has(inside, U'左') && has(inside, U'右')) ||
	       (has(inside, U'上') && has(inside, U'下'));
}

size_t name_placeholder_described(const struct characters *name, size_t i, bool *dot)
{
	uint32_t cp = 0, closing = name_closing_bracket(text_narrow(name->cp[i]));
	size_t length = reference(name, i, &cp), end;

	*dot = length > 0 && cp == INTERPUNCT;
	if (length > 0)
		return *dot || name_is_ideograph(cp) ? length : 0;
	if ((length = description(name, i)) > 0 || closing == 0)
		return length;
	for (end = i + 1; end < name->count && text_narrow(name->cp[end]) != closing;)
		end++;
	if (end == name->count || end < i + 2 || end - i > BRACKETED_MAX)
		return 0;
	return i == 1 || (i > 0 && end + 1 < name->count) ||
			       tells_parts(characters_part(name, i + 1, end - i - 1))
		       ? end + 1 - i
		       : 0;
}

static struct stand_in in_brackets(const struct characters *r, size_t j)
{
	size_t end = characters_find(r, j + 1, name_closing_bracket(r->cp[j]));
	struct stand_in s = { .bracketed = true, .ideographs = true };

	if (end == r->count || end - j > BRACKETED_MAX)
		return s;
	s.length = end + 1 - j;
	/* A single ideograph in brackets stands for itself only. */
	if (end != j + 2 || is_mark(r->cp[j + 1]) || !name_is_ideograph(r->cp[j + 1]))
		s.most = syllables(r, j + 1, end);
	return s;
}

/* Returns the stand-in at index j: letters with the digits of their tones, or a single mark. */
static struct stand_in in_a_run(const struct characters *r, size_t j)
{
	struct stand_in s = { .length = 1,
			      .most = is_mask(r->cp[j]) ? MASKED_MAX : is_mark_at(r, j) };
	size_t end = j;

	s.ideographs = name_is_ideograph(r->cp[j]) && r->cp[j] != BORDER; /* 〇 々 某 */
	while (end < r->count && plain_letter(r->cp[end]) != 0)
		end++;
	if (end == j)
		return s;
	s.ideographs = true;
	s.most = syllables(r, j, end);
	while (end < r->count && r->cp[end] >= '1' && r->cp[end] <= '5')
		end++;
	s.length = end - j;
	return s;
}

static struct stand_in stand_in_at(const struct characters *r, size_t j)
{
	struct stand_in s = { .most = 1 };

	s.length = reference(r, j, &s.cp);
	if (s.length == 0 && (s.length = description(r, j)) > 0)
		s.ideographs = true;
	if (s.length == 0 && name_closing_bracket(r->cp[j]) != 0)
		s = in_brackets(r, j);
	return s.length > 0 ? s : in_a_run(r, j);
}

static bool is_same(uint32_t named, uint32_t recorded)
{
	return named == recorded || (named == INTERPUNCT && name_is_dot(recorded));
}

static bool can_stand_for(const struct stand_in *s, uint32_t cp)
{
	if (s->cp != 0)
		return s->cp == cp;
	return name_is_ideograph(cp) || (!s->ideographs && (cp == INTERPUNCT || cp == '\'' ||
							    (cp >= 0x80 && name_is_latin(cp))));
}

/* Which beginnings of the record can stand for which beginnings of the name. */
struct matching {
	const struct characters *e, *r;
	/* [j][i]: the first j characters of the record can stand for the first i of the name. */
	bool reached[NAME_MAX_MATCHED + 1][NAME_MAX_MATCHED + 1];
};

/* True if the character at index j of the record can continue the stand-in before it: several marks
 * may stand for one character, ?? for its two bytes, and so may letters and marks: zhou). */
static bool continues(const struct matching *m, size_t i, size_t j)
{
	return i > 0 && j > 0 && (is_mark(m->r->cp[j - 1]) || plain_letter(m->r->cp[j - 1]) != 0) &&
	       can_stand_for(&(struct stand_in){ 0 }, m->e->cp[i - 1]);
}

/* Marks what can be reached from reached[j][i] with the stand-in at index j of the record. */
static void reach(struct matching *m, size_t i, size_t j)
{
	const struct characters *e = m->e, *r = m->r;
	struct stand_in s = stand_in_at(r, j);
	bool *reached = m->reached[j + s.length];
	size_t inside = s.length - 2;

	if (i < e->count && is_same(e->cp[i], r->cp[j]))
		m->reached[j + 1][i + 1] = true;
	if (s.most > 0 && continues(m, i, j))
		reached[i] = true;
	for (size_t k = 0; k < s.most && i + k < e->count && can_stand_for(&s, e->cp[i + k]); k++)
		reached[i + k + 1] = true;
	if (s.bracketed &&
	    characters_equal(characters_part(e, i, inside), characters_part(r, j + 1, inside)))
		reached[i + inside] = true;
}

static bool matches(const struct characters *e, const struct characters *r)
{
	struct matching m = { .e = e, .r = r, .reached = { { true } } };

	for (size_t j = 0; j < r->count; j++)
		for (size_t i = 0; i <= e->count; i++)
			if (m.reached[j][i])
				reach(&m, i, j);
	return m.reached[r->count][e->count];
}

/* True if the record may hold placeholders. A record all in letters is another name. */
static bool may_hold_placeholders(const struct characters *name, const struct characters *r)
{
	bool letters = false, marks = false, ideographs = false;
	uint32_t cp;

	for (size_t j = 0, length; j<r->count; j += length> 0 ? length : 1) {
		length = reference(r, j, &cp); /* its letters are not the name's */
		letters = letters || (length == 0 && name_is_latin(r->cp[j]));
		marks = marks || length > 0 || is_mark_at(r, j);
		ideographs = ideographs || (name_is_ideograph(r->cp[j]) && !is_mark(r->cp[j]));
	}
	return marks ? !letters || ideographs || name_is_latin(name->cp[0]) : letters && ideographs;
}

/* Returns the length of the stand-in at index i, with the marks after it and, in a name of
 * ideographs, the letters. */
static size_t stand_in_length(const struct characters *name, const struct characters *r, size_t i)
{
	size_t length = stand_in_at(r, i).length, end = i + (length > 0 ? length : 1);

	while (end < r->count && (is_mark(r->cp[end]) ||
				  (!name_is_latin(name->cp[i]) && plain_letter(r->cp[end]) != 0)))
		end++;
	return end - i;
}

bool name_placeholder_match(const struct characters *name, const struct characters *recorded,
			    size_t *first, size_t *length)
{
	size_t i = 0;

	while (i < name->count && i < recorded->count && is_same(name->cp[i], recorded->cp[i]))
		i++;
	if (name->count > NAME_MAX_MATCHED || recorded->count > NAME_MAX_MATCHED ||
	    i >= name->count || i >= recorded->count || !may_hold_placeholders(name, recorded) ||
	    !matches(name, recorded))
		return false;
	*first = i;
	*length = stand_in_length(name, recorded, i);
	return true;
}

bool name_placeholder_slip(const struct characters *name, const struct characters *recorded,
			   size_t *at, uint32_t *should)
{
	uint32_t cp[SLIP_NAME_MAX];
	struct characters changed = { .count = name->count, .place = name->place, .cp = cp };
	bool found = false;

	if (name->count == 0 || name->count > SLIP_NAME_MAX || recorded->count > SLIP_RECORD_MAX ||
	    !may_hold_placeholders(name, recorded))
		return false;
	for (size_t k = 0; !found && k < name->count * recorded->count; k++) {
		size_t i = k / recorded->count;
		uint32_t own = recorded->cp[k % recorded->count];

		/* 男 and 女 are remarks in brackets. */
		if (is_mark(own) || !name_is_ideograph(own) || own == name->cp[i] || own == U'男' ||
		    own == U'女' || !name_is_ideograph(name->cp[i]))
			continue;
		memcpy(cp, name->cp, name->count * sizeof *cp);
		cp[i] = own;
		found = matches(&changed, recorded);
		*at = i;
		*should = own;
	}
	explicit_bzero(cp, sizeof cp);
	return found;
}

/* Returns how many characters of the name the record has if it was cut, else 0. It was cut if it is
 * as wide as a column of the old tables, ends in dots, is too short for a name, or ends where some
 * systems stop: at an interpunct and before a character of four bytes. A cut last character may
 * have left ? or blanks. recorded: the record as it was given. */
size_t name_placeholder_cut(const struct characters *e, const struct characters *r,
			    const struct characters *recorded)
{
	static const wchar_t left[] =
		L"?…."; /* what is left of a cut character, or of the missing rest */
	size_t kept = characters_differ(e, r), end = recorded->count, width = 0, rest = 0;
	bool marks = kept < r->count;

	if (kept == 0 || kept == e->count)
		return 0;
	for (size_t i = kept; i < r->count; i++, rest += REST_BYTES)
		if (r->cp[i] != LOST && wcschr(left, (wchar_t)r->cp[i]) == NULL)
			return 0;
	while (end > 0 && text_is_blank(recorded->cp[end - 1])) {
		end--;
		rest += REST_BYTES;
	}
	for (size_t i = 0; i < kept; i++)
		width += r->cp[i] < 0x80 ? 1 : r->cp[i] > 0xFFFF ? 4 : 2; /* bytes of GBK */
	width += rest < REST_MAX ? rest : REST_MAX;
	if (width < FIELD_WIDTH_MIN && r->count > 1 && e->cp[kept] <= 0xFFFF &&
	    e->cp[kept - 1] != INTERPUNCT && !(marks && e->cp[kept] == INTERPUNCT) &&
	    characters_at(r, kept) != U'…' && characters_at(r, kept) != '.')
		return 0;
	return kept;
}

void name_placeholder_decode(struct characters *recorded)
{
	size_t count = 0;

	if (recorded->count > NAME_MAX_MATCHED)
		return;
	for (size_t j = 0, length; j < recorded->count; j += length) {
		uint32_t cp;

		length = reference(recorded, j, &cp);
		if (length == 0 || cp == 0) {
			length = 1;
			cp = recorded->cp[j];
		}
		recorded->place[count] = recorded->place[j];
		recorded->cp[count++] = cp;
	}
	explicit_bzero(recorded->cp + count, (recorded->count - count) * sizeof *recorded->cp);
	recorded->count = count;
}
