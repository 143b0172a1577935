/* SPDX-License-Identifier: MIT */
/* What kind of character in a name is this, and which one is it mistaken for? GB 18030-2022 for
 * private use, 民委发〔2016〕33号 for the interpunct. */
#include "rules/name_character.h"

#include <wchar.h>

#include "base/text.h"
#include "rules/name_table.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* GBK mapped 80 two-byte codes, FE50 to FEA0, which Unicode lacked, to private use: U+E815 and on.
 * Six of them (U+E816 …) are still private in GB 18030-2022. */
static const uint32_t gbk[] =
	U"⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
	U"䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻";

/* The upright punctuation that GB 18030-2022 moved out of the private use area: U+E78D and on. */
static const uint32_t upright[] = {
	0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19,
};

static const struct name_run privates[] = {
	{ 0xE78D, COUNT(upright), upright },
	{ 0xE815, COUNT(gbk) - 1, gbk },
};

/* Characters that look like an interpunct, also stops, dashes and rings. */
static const wchar_t dots[] = {
	',',     '-',     '.',     '_',     0x00B0,  0x00BA,  0x02D9,  0x02DA,  0x0387,  0x0660,
	0x06D4,  0x06F0,  0x0701,  0x0F0B,  0x119E,  0x1427,  0x16EB,  0x18DF,  0x2010,  0x2011,
	0x2012,  0x2013,  0x2014,  0x2015,  0x2022,  0x2023,  0x2024,  0x2027,  0x2043,  0x2212,
	0x2218,  0x2219,  0x2299,  0x229A,  0x22C4,  0x22C5,  0x23AF,  0x23FA,  0x2500,  0x2501,
	0x25AA,  0x25AB,  0x25AC,  0x25C9,  0x25CB,  0x25CC,  0x25CE,  0x25CF,  0x25D8,  0x25E6,
	0x25EF,  0x25FC,  0x25FD,  0x25FE,  0x2609,  0x26AA,  0x26AB,  0x26AC,  0x2796,  0x2981,
	0x29BF,  0x2B1D,  0x2B1E,  0x2B24,  0x2B25,  0x2B29,  0x2B2A,  0x2B2B,  0x2B58,  0x2E30,
	0x2E31,  0x2E32,  0x2E33,  0x2E34,  0x2E3A,  0x2E3B,  0x2E3C,  0x3001,  0x3002,  0x309C,
	0x30A0,  0x30FB,  0x30FC,  0x3161,  0x318D,  0xA4F8,  0xA78F,  0xFBB3,  0xFE31,  0xFE32,
	0xFE45,  0xFE46,  0xFE50,  0xFE51,  0xFE52,  0xFE58,  0xFE63,  0xFF0C,  0xFF0D,  0xFF0E,
	0xFF3F,  0xFF61,  0xFF64,  0xFF65,  0xFF70,  0xFF9F,  0xFFED,  0xFFEE,  0x10101, 0x1091F,
	0x10A50, 0x10A51, 0x10AF4, 0x11049, 0x1F784, 0x1F78C, 0x1F78D, 0x1F797, 0x1F798,
};

/* Characters that look like an apostrophe, also the grave accent on the key of the interpunct. */
static const wchar_t apostrophes[] = {
	'`',    0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x02CA,
	0x02CB, 0x02EE, 0x02F4, 0x0374, 0x0384, 0x0559, 0x055A, 0x05F3, 0x07F4, 0x07F5,
	0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD, 0x1FFE, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032,
	0x2035, 0x275B, 0x275C, 0xA78B, 0xA78C, 0xFF07, 0xFF40,
};

static const wchar_t hyphens[] = {
	0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D,
};

static uint32_t fold(uint32_t cp, const struct name_run *runs, size_t count)
{
	for (size_t i = 0; i < count && cp >= runs[i].first; i++)
		if (cp - runs[i].first < runs[i].count && runs[i].real[cp - runs[i].first] != 0)
			return runs[i].real[cp - runs[i].first];
	return cp;
}

uint32_t name_fold_lookalike(uint32_t cp)
{
	return fold(cp, name_lookalikes, name_lookalike_runs);
}

uint32_t name_fold_private(uint32_t cp)
{
	return fold(cp, privates, COUNT(privates));
}

bool name_is_dot(uint32_t cp)
{
	return wmemchr(dots, (wchar_t)cp, COUNT(dots)) != NULL;
}

bool name_is_fullwidth_latin(uint32_t cp)
{
	return (cp >= 0xFF21 && cp <= 0xFF3A) || (cp >= 0xFF41 && cp <= 0xFF5A);
}

bool name_is_latin(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
	return (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7) ||
	       (cp >= 0x1E00 && cp <= 0x1EFF) || name_is_fullwidth_latin(cp);
}

bool name_is_ideograph(uint32_t cp)
{
	if (cp < 0x3005)
		return false;
	if (name_is_plain(cp))
		return true;
	return (cp == 0x3005 || cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) ||
		(cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xFA0E && cp <= 0xFA29) ||
		(cp >= 0x20000 && cp <= 0x2F7FF) || (cp >= 0x30000 && cp <= 0x3FFFD)) &&
	       name_fold_lookalike(cp) == cp;
}

bool name_is_private(uint32_t cp)
{
	return (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

/* The punctuation of Latin names that cp is or looks like; 0: none. */
static uint32_t latin_punctuation(uint32_t cp)
{
	if (cp == ' ' || cp == ',' || cp == '.' || cp == '-' || cp == '\'')
		return cp;
	if (name_is_plain(cp) || is_ascii_letter(cp))
		return 0;
	if (wmemchr(apostrophes, (wchar_t)cp, COUNT(apostrophes)) != NULL)
		return '\'';
	if (wmemchr(hyphens, (wchar_t)cp, COUNT(hyphens)) != NULL)
		return '-';
	return cp == 0xFF0C || cp == 0xFF0E ? text_narrow(cp) : 0;
}

static bool is_comma(uint32_t cp)
{
	uint32_t mark = latin_punctuation(cp);

	return mark == ',' || mark == '.';
}

/* True for a Latin letter; in a name with Latin letters also for a combining mark and a letter of
 * another script, which are reported by themselves. */
static bool is_letter(const struct characters *c, size_t i)
{
	uint32_t cp = characters_at(c, i);

	if (name_is_latin(cp))
		return true;
	return ((cp >= 0x300 && cp < 0x2000) || (cp >= 0xAC00 && cp < 0xD7A4)) &&
	       characters_count(c, name_is_latin) > 0;
}

uint32_t name_latin_mark(const struct characters *c, size_t i)
{
	uint32_t mark = latin_punctuation(c->cp[i]);
	size_t before = i, after = i + 1;

	if (mark == 0)
		return 0;
	/* A comma and the blanks after it go together: SMITH, JOHN. */
	if (mark == ' ' && is_comma(characters_at(c, before - 1)))
		before--;
	while (is_comma(mark) && characters_at(c, after) == ' ')
		after++;
	return is_letter(c, before - 1) && is_letter(c, after) ? mark : 0;
}

bool name_is_surname(uint32_t cp)
{
	return wcschr(L"王李张刘陈杨赵黄周吴徐孙朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭"
		      L"曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范廖韦"
		      L"付方邹孟熊秦邱尹薛闫段侯陶黎贺顾毛郝龚邵万钱严覃武戴向",
		      (wchar_t)cp) != NULL;
}

/* True for a colon, or the semicolon of its key, in place of an interpunct: 尼加提:热合曼, but not
 * 姓名:艾力 or 班长:李明. */
static bool is_colon_between(const struct characters *c, size_t i)
{
	size_t left = i, right = i + 1;

	if (wcschr(L":;∶︰", (wchar_t)text_narrow(c->cp[i])) == NULL)
		return false;
	while (left > 0 && text_is_blank(c->cp[left - 1]))
		left--;
	while (text_is_blank(characters_at(c, right)))
		right++;
	for (size_t k = 0; k < 2; k++)
		if (!name_is_ideograph(characters_at(c, left - 1 - k)) ||
		    !name_is_ideograph(characters_at(c, right + k)))
			return false;
	return !name_is_surname(c->cp[right]) &&
	       wcschr(L"名生长员人者号族", (wchar_t)c->cp[left - 1]) == NULL;
}

/* True for characters that stand for an interpunct only between ideographs: a colon, an apostrophe,
 * the @ of Shift+2 or, in a long name, the ideographs 丶 and 〇. */
static bool is_dot_between(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	if (is_colon_between(c, i))
		return true;
	if (cp != '@' && cp != '\'' &&
	    wmemchr(apostrophes, (wchar_t)cp, COUNT(apostrophes)) == NULL &&
	    ((cp != STROKE_DOT && cp != IDEOGRAPH_ZERO) || c->count < NAME_LONG))
		return false;
	return name_is_ideograph(characters_at(c, i - 1)) &&
	       name_is_ideograph(characters_at(c, i + 1));
}

uint32_t name_mark(const struct characters *c, size_t i)
{
	uint32_t mark;

	if (name_is_plain(c->cp[i]) || is_ascii_letter(c->cp[i]))
		return c->cp[i];
	if ((mark = name_latin_mark(c, i)) != 0)
		return mark;
	return name_is_dot(c->cp[i]) || is_dot_between(c, i) ? INTERPUNCT : c->cp[i];
}

bool name_is_mark_lookalike(uint32_t cp)
{
	return name_is_dot(cp) || (latin_punctuation(cp) != 0 && latin_punctuation(cp) != cp);
}

bool name_is_foreign(uint32_t cp)
{
	return !name_is_ideograph(cp) && !name_is_latin(cp) && cp != INTERPUNCT &&
	       !text_is_blank(cp) && !text_is_invisible(cp) && !name_is_private(cp) &&
	       name_fold_lookalike(cp) == cp;
}

bool name_has_ideographs(const struct characters *c)
{
	return characters_count(c, name_is_ideograph) > 0;
}

bool name_is_in_latin(const struct characters *c)
{
	return !name_has_ideographs(c) && c->count > 0 && name_is_latin(c->cp[0]);
}

uint32_t name_drop_foreign(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	if (name_is_plain(cp))
		return cp;
	if (name_is_latin(cp))
		return name_has_ideographs(c) ? 0 : cp;
	return name_is_foreign(cp) && name_latin_mark(c, i) == 0 ? 0 : cp;
}

/* The brackets that open, and in the same order those that close. */
static const wchar_t openings[] = L"([{<〈《「『【〔〖〘‘“\u2329⟨\"'|`﹙﹝｟｢";
static const wchar_t closings[] = L")]}>〉》」』】〕〗〙’”\u232A⟩\"'|`﹚﹞｠｣";

uint32_t name_closing_bracket(uint32_t opening)
{
	const wchar_t *at =
		opening == 0 || name_is_plain(opening) ? NULL : wcschr(openings, (wchar_t)opening);

	return at != NULL ? (uint32_t)closings[at - openings] : 0;
}

bool name_is_bracket(uint32_t cp)
{
	return name_closing_bracket(cp) != 0 ||
	       (cp != 0 && !name_is_plain(cp) && wcschr(closings, (wchar_t)cp) != NULL);
}
