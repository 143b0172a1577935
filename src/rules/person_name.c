/* SPDX-License-Identifier: MIT */
/* Is this a name as CHSI takes it? Ideographs of GB 18030-2022, U+00B7 between the parts of a name
 * (民委发〔2016〕33号), or Latin letters. */
#include "rules/person_name.h"

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "rules/name_table.h"
#include "rules/person_name_internal.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
	NAME_LONG = 5, /* characters of a name that is likely to have an interpunct */
	STROKE_DOT = 0x4E36,
	KEYCAP = 0x20E3, /* visible, and of no name */
	DAMAGED = 0xFFFD
};

/* GBK kept 80 code points of two bytes, FE50 to FEA0, for which Unicode had none: U+E815 and on.
 * Six of them (U+E816 …) are private in GB 18030-2022 still. */
static const uint32_t gbk[] = {
	0x2E81, 0x20087, 0x20089, 0x200CC, 0x2E84,  0x3473, 0x3447, 0x2E88, 0x2E8B,  0x9FB4,
	0x359E, 0x361A,  0x360E,  0x2E8C,  0x2E97,  0x396E, 0x3918, 0x9FB5, 0x39CF,  0x39DF,
	0x3A73, 0x39D0,  0x9FB6,  0x9FB7,  0x3B4E,  0x3C6E, 0x3CE0, 0x2EA7, 0x215D7, 0x9FB8,
	0x2EAA, 0x4056,  0x415F,  0x2EAE,  0x4337,  0x2EB3, 0x2EB6, 0x2EB7, 0x2298F, 0x43B1,
	0x43AC, 0x2EBB,  0x43DD,  0x44D6,  0x4661,  0x464C, 0x9FB9, 0x4723, 0x4729,  0x477C,
	0x478D, 0x2ECA,  0x4947,  0x497A,  0x497D,  0x4982, 0x4983, 0x4985, 0x4986,  0x499F,
	0x499B, 0x49B7,  0x49B6,  0x9FBA,  0x241FE, 0x4CA3, 0x4C9F, 0x4CA0, 0x4CA1,  0x4C77,
	0x4CA2, 0x4D13,  0x4D14,  0x4D15,  0x4D16,  0x4D17, 0x4D18, 0x4D19, 0x4DAE,  0x9FBB,
};

/* The upright punctuation that GB 18030-2022 moved out of the private use area: U+E78D and on. */
static const uint32_t upright[] = {
	0xFE10, 0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15, 0xFE16, 0xFE17, 0xFE18, 0xFE19,
};

static const struct name_run privates[] = {
	{ 0xE78D, COUNT(upright), upright },
	{ 0xE815, COUNT(gbk), gbk },
};

/* What is drawn like an interpunct, stops, dashes and rings too. */
static const uint32_t dots[] = {
	',',     '-',     '.',     '_',     0x00B0,  0x02D9,  0x02DA,  0x0387,  0x0660,  0x06D4,
	0x06F0,  0x0701,  0x0F0B,  0x1427,  0x16EB,  0x18DF,  0x2010,  0x2011,  0x2012,  0x2013,
	0x2014,  0x2015,  0x2022,  0x2023,  0x2024,  0x2027,  0x2043,  0x2212,  0x2218,  0x2219,
	0x2299,  0x22C4,  0x22C5,  0x23AF,  0x23FA,  0x2500,  0x2501,  0x25AA,  0x25AB,  0x25AC,
	0x25C9,  0x25CB,  0x25CE,  0x25CF,  0x25E6,  0x25FC,  0x25FD,  0x25FE,  0x26AA,  0x26AB,
	0x26AC,  0x2796,  0x2981,  0x2B1D,  0x2B1E,  0x2B24,  0x2B25,  0x2B29,  0x2B2A,  0x2B2B,
	0x2E30,  0x2E31,  0x2E32,  0x2E33,  0x2E34,  0x2E3A,  0x2E3B,  0x2E3C,  0x3001,  0x3002,
	0x30A0,  0x30FB,  0x30FC,  0x3161,  0x318D,  0xA4F8,  0xA78F,  0xFBB3,  0xFE31,  0xFE32,
	0xFE45,  0xFE46,  0xFE50,  0xFE51,  0xFE52,  0xFE58,  0xFE63,  0xFF0C,  0xFF0D,  0xFF0E,
	0xFF3F,  0xFF61,  0xFF64,  0xFF65,  0xFF70,  0xFFED,  0xFFEE,  0x10101, 0x1091F, 0x10A50,
	0x10A51, 0x10AF4, 0x11049, 0x1F784, 0x1F78C, 0x1F78D, 0x1F797, 0x1F798,
};

/* What is drawn like an apostrophe, the grave accent of the interpunct's key too. */
static const uint32_t apostrophes[] = {
	'`',    0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x02CA,
	0x02CB, 0x02EE, 0x02F4, 0x0374, 0x0384, 0x0559, 0x055A, 0x05F3, 0x07F4, 0x07F5,
	0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD, 0x1FFE, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032,
	0x2035, 0x275B, 0x275C, 0xA78B, 0xA78C, 0xFF07, 0xFF40,
};

static const uint32_t hyphens[] = {
	0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63, 0xFF0D,
};

/* Nearly every character of a name: no mark, and like nothing else. */
static inline bool is_plain_ideograph(uint32_t cp)
{
	return cp >= 0x4E00 && cp <= 0x9FFF && cp != STROKE_DOT;
}

static uint32_t fold(uint32_t cp, const struct name_run *runs, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cp >= runs[i].first && cp - runs[i].first < runs[i].count &&
		    runs[i].real[cp - runs[i].first] != 0)
			return runs[i].real[cp - runs[i].first];
	return cp;
}

uint32_t person_name_fold_lookalike(uint32_t cp)
{
	return fold(cp, name_lookalikes, name_lookalike_runs);
}

uint32_t person_name_fold_private(uint32_t cp)
{
	return fold(cp, privates, COUNT(privates));
}

static bool is_one_of(uint32_t cp, const uint32_t *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (set[i] == cp)
			return true;
	return false;
}

bool person_name_is_dot(uint32_t cp)
{
	return is_one_of(cp, dots, COUNT(dots));
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
	if (is_plain_ideograph(cp))
		return true;
	if (person_name_fold_lookalike(cp) != cp)
		return false;
	return cp == 0x3005 || cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) ||
	       (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xFA0E && cp <= 0xFA29) ||
	       (cp >= 0x20000 && cp <= 0x2F7FF) || (cp >= 0x30000 && cp <= 0x3FFFD);
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
	if (is_one_of(cp, apostrophes, COUNT(apostrophes)))
		return '\'';
	if (is_one_of(cp, hyphens, COUNT(hyphens)))
		return '-';
	return cp == 0xFF0C ? ',' : cp == 0xFF0E ? '.' : 0;
}

static bool is_comma(uint32_t cp)
{
	uint32_t mark = latin_punctuation(cp);

	return mark == ',' || mark == '.';
}

/* What belongs at index i in a Latin name, if what stands there is or looks like it; else 0. */
static uint32_t latin_mark(const struct characters *c, size_t i)
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
	return name_is_latin(characters_at(c, before - 1)) && name_is_latin(characters_at(c, after))
		       ? mark
		       : 0;
}

/* An apostrophe, the @ of Shift+2 or, in a long name, the stroke 丶: interpuncts between ideographs only. */
static bool is_dot_between(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	if (cp != '@' && cp != '\'' && !is_one_of(cp, apostrophes, COUNT(apostrophes)) &&
	    (cp != STROKE_DOT || c->count < NAME_LONG))
		return false;
	return name_is_ideograph(characters_at(c, i - 1)) &&
	       name_is_ideograph(characters_at(c, i + 1));
}

uint32_t name_mark(const struct characters *c, size_t i)
{
	uint32_t mark;

	if (is_plain_ideograph(c->cp[i]))
		return c->cp[i];
	if ((mark = latin_mark(c, i)) != 0)
		return mark;
	return person_name_is_dot(c->cp[i]) || is_dot_between(c, i) ? INTERPUNCT : c->cp[i];
}

bool name_is_mark_lookalike(uint32_t cp)
{
	return person_name_is_dot(cp) ||
	       (latin_punctuation(cp) != 0 && latin_punctuation(cp) != cp);
}

/* Marks in a row, from index i of c on, stand for one interpunct; an end of a name has none. given: the name as
 * it was entered, in which a look-alike may stand for the interpunct of c. Returns the end of the run. */
static size_t check_dots(const struct characters *given, const struct characters *c, size_t i,
			 struct findings *out)
{
	size_t end = i, lookalikes = 0;
	enum finding_kind kind = KIND_DOT_NEEDLESS;
	struct finding *f;

	for (; characters_at(c, end) == INTERPUNCT; end++)
		lookalikes += given->cp[c->place[end] - 1] != INTERPUNCT;
	if (i > 0 && end < c->count) {
		if (lookalikes == 0 && end - i == 1)
			return end;
		if (lookalikes > 0)
			kind = end - i > 1 ? KIND_DOTS_WRONG : KIND_DOT_WRONG;
		else
			i++; /* the first of several is right */
	}
	f = characters_report(c, i, end - i, FINDING_NAME_INTERPUNCT, kind, out);
	characters_quote(given, f->at - 1, f->count, f->is);
	return end;
}

static void check_latin_marks(const struct characters *given, struct findings *out)
{
	for (size_t i = 0; i < given->count; i++) {
		uint32_t mark = is_plain_ideograph(given->cp[i]) ? 0 : latin_mark(given, i);

		if (mark != 0 && mark != given->cp[i])
			character_quote(mark, characters_report(given, i, 1, FINDING_NAME_CHARACTER,
								KIND_LATIN_MARK, out)
						      ->should);
	}
}

static void check_private(const struct characters *c, size_t i, struct findings *out)
{
	uint32_t real = person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
	bool known = name_is_ideograph(real);
	struct finding *f = characters_report(c, i, 1, FINDING_NAME_PUA,
					      known ? KIND_PRIVATE_KNOWN : KIND_PRIVATE, out);

	if (known)
		character_quote(real, f->should);
}

/* What a character becomes where a charset lacks it. */
static bool is_lost(uint32_t cp)
{
	return cp == '?' || cp == DAMAGED;
}

/* What no name holds, and no other rule has a better word for. */
static bool is_of_no_name(uint32_t cp)
{
	return !name_is_ideograph(cp) && !name_is_latin(cp) && cp != INTERPUNCT &&
	       !text_is_blank(cp) && !text_is_invisible(cp) && !name_is_private(cp) &&
	       person_name_fold_lookalike(cp) == cp;
}

bool name_has_ideographs(const struct characters *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (name_is_ideograph(c->cp[i]))
			return true;
	return false;
}

uint32_t name_drop_stray(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	if (is_plain_ideograph(cp))
		return cp;
	if (latin_mark(c, i) != 0)
		return cp;
	return is_of_no_name(cp) || (name_is_latin(cp) && name_has_ideographs(c)) ? 0 : cp;
}

uint32_t name_closing_bracket(uint32_t opening)
{
	static const uint32_t pairs[][2] = {
		{ '(', ')' },       { '[', ']' },       { '{', '}' },       { '<', '>' },
		{ 0x3008, 0x3009 }, { 0x300A, 0x300B }, { 0x300C, 0x300D }, { 0x300E, 0x300F },
		{ 0x3010, 0x3011 }, { 0x3014, 0x3015 }, { 0x3016, 0x3017 }, { 0x3018, 0x3019 },
		{ 0x2018, 0x2019 }, { 0x201C, 0x201D }, { 0x2329, 0x232A }, { 0x27E8, 0x27E9 },
		{ '"', '"' },       { '\'', '\'' },     { '|', '|' },       { '`', '`' },
		{ 0xFE59, 0xFE5A }, { 0xFE5D, 0xFE5E }, { 0xFF5F, 0xFF60 }, { 0xFF62, 0xFF63 },
	};

	for (size_t i = 0; i < COUNT(pairs); i++)
		if (pairs[i][0] == opening)
			return pairs[i][1];
	return 0;
}

/* A blank that is not at an end of a long name may stand for its interpunct; between Latin words one stays. */
static void check_blanks(const struct characters *all, const struct characters *bare,
			 struct findings *out)
{
	bool may_be_dot = bare->count >= NAME_LONG;

	if (all->count == bare->count)
		return;
	for (size_t i = 0; i < bare->count; i++)
		may_be_dot =
			may_be_dot && (name_is_ideograph(bare->cp[i]) || bare->cp[i] == INTERPUNCT);
	characters_report_unseen(all, FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE, out);
	for (size_t i = 0; i < out->count; i++) {
		struct finding *f = &out->items[i];
		uint32_t before, after;

		if (f->kind != KIND_BLANK)
			continue;
		before = all->cp[f->at - 2];
		after = characters_at(all, f->at - 1 + f->count);
		if (may_be_dot && before != INTERPUNCT && after != INTERPUNCT)
			f->kind = KIND_BLANK_OR_DOT;
		else if (name_is_latin(before) && name_is_latin(after))
			f->kind = KIND_BLANK_KEEP_ONE;
	}
}

static void check_each(const struct characters *given, const struct characters *c,
		       struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i], real;

		if (is_plain_ideograph(cp))
			continue;
		real = person_name_fold_lookalike(cp);
		if (cp == INTERPUNCT)
			i = check_dots(given, c, i, out) - 1;
		else if (name_is_private(cp))
			check_private(c, i, out);
		else if (real != cp)
			character_quote(real, characters_report(c, i, 1, FINDING_NAME_LOOKALIKE,
								KIND_LOOKALIKE, out)
						      ->should);
	}
}

static void check_length(size_t count, struct findings *out)
{
	if (count < NAME_LENGTH_MIN)
		findings_add(out, FINDING_NAME_SHORT, KIND_NAME_SHORT, 0, count);
	else if (count > NAME_LENGTH_MAX)
		findings_add(out, FINDING_NAME_LONG, KIND_NAME_LONG, 0, count)->other =
			NAME_LENGTH_MAX;
}

/* What joins or varies the parts of an emoji, unseen itself. */
static bool is_emoji_joiner(uint32_t cp)
{
	return cp == 0x200D || cp == 0xFE0E || cp == 0xFE0F || (cp >= 0xE0020 && cp <= 0xE007F);
}

/* True if index i joins or varies what no name holds: a part of an emoji. */
static bool is_of_emoji(const struct characters *c, size_t i)
{
	enum { JOINERS_MAX = 8 };

	if (!is_emoji_joiner(c->cp[i]))
		return false;
	for (size_t k = i; k > 0 && i - k < JOINERS_MAX; k--)
		if (!is_emoji_joiner(c->cp[k - 1]))
			return is_of_no_name(name_mark(c, k - 1));
	return false;
}

/* What a Latin name is made of besides letters is as good as a letter; what joins an emoji is as bad as it. */
static uint32_t pass_mark(const struct characters *c, size_t i)
{
	if (is_plain_ideograph(c->cp[i]))
		return c->cp[i];
	if (is_of_emoji(c, i))
		return KEYCAP;
	return latin_mark(c, i) != 0 ? 'A' : name_mark(c, i);
}

enum { WORD_MAX = 4 };

/* Punctuation and the like, but for what a character becomes where a charset lacks it. */
static bool is_symbol(uint32_t cp)
{
	uint32_t narrow = text_narrow(cp);

	if (!is_of_no_name(cp) || is_lost(cp) || is_ascii_digit(narrow))
		return false;
	return narrow < 0x80 || (cp >= 0x2010 && cp <= 0x2BFF) || (cp >= 0x3001 && cp <= 0x3020);
}

/* Words for nothing, headings, and marks alone. */
static bool is_no_name(const struct characters *name)
{
	static const char *const words[] = { "NULL", "NONE", "N/A",  "NA",   "NAN",  "#N/A",
					     "无",   "暂无", "没有", "空",   "未知", "待补",
					     "姓名", "?",    "0",    "待定", "测试", "无名氏" };
	bool marks = true;

	for (size_t i = 0; i < COUNT(words) && name->count <= WORD_MAX; i++)
		if (characters_are(name, words[i]))
			return true;
	for (size_t i = 0; i < name->count && marks; i++)
		marks = name->cp[i] == INTERPUNCT || is_symbol(name->cp[i]);
	return marks;
}

/* A number of any document where the name belongs; blanks and separators in it are no second mistake. */
static bool check_number(const struct characters *given, struct findings *out)
{
	enum { DIGITS_MIN = 6 };
	size_t digits = 0;

	for (size_t i = 0; i < given->count; i++) {
		digits += is_ascii_digit(text_narrow(given->cp[i]));
		if (name_is_ideograph(given->cp[i]))
			return false;
	}
	if (digits < DIGITS_MIN)
		return false;
	characters_report(given, 0, given->count, FINDING_NAME_CHARACTER, KIND_NAME_IS_NUMBER, out);
	return true;
}

/* 李明（退学）, （李明）: one mistake, not two brackets. */
static bool check_brackets(const struct characters *c, struct findings *out)
{
	size_t open = 0, last = c->count - 1;

	while (open < last && name_drop_stray(c, open) != 0)
		open++;
	if (open + 2 > last ||
	    name_closing_bracket(text_narrow(c->cp[open])) != text_narrow(c->cp[last]))
		return false;
	if (open > 1)
		characters_report(c, open, c->count - open, FINDING_NAME_CHARACTER,
				  KIND_NAME_REMARK, out);
	else if (open == 0)
		characters_report(c, 0, 1, FINDING_NAME_CHARACTER, KIND_NAME_BRACKETS, out);
	return open != 1;
}

/* A name in another script than the site's. */
static bool check_script(const struct characters *bare, struct findings *out)
{
	for (size_t i = 0; i < bare->count; i++) {
		uint32_t cp = bare->cp[i];

		if (cp != INTERPUNCT && (!is_of_no_name(cp) || is_symbol(cp) || is_lost(cp) ||
					 is_ascii_digit(text_narrow(cp))))
			return false;
	}
	characters_report(bare, 0, bare->count, FINDING_NAME_CHARACTER, KIND_NAME_FOREIGN, out);
	return true;
}

/* What no name holds, and letters beside ideographs, which come from a wrong input method. */
static void check_strays(const struct characters *given, const struct characters *c,
			 struct findings *out)
{
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		bool lost = true, label;
		struct finding *f;

		for (end = i; end < c->count && name_drop_stray(c, end) == 0; end++)
			lost = lost && is_lost(c->cp[end]);
		if (end == i)
			continue;
		/* 姓名：李明 */
		label = i > 0 && end < c->count && text_narrow(c->cp[i]) == ':';
		/* The dot of “1.李明” goes with its number. */
		end += i == 0 && characters_at(c, end) == INTERPUNCT;
		i = label ? 0 : i;
		f = characters_report(c, i, end - i, FINDING_NAME_CHARACTER,
				      label  ? KIND_NAME_LABEL
				      : lost ? KIND_NAME_LOST
					     : KIND_NAME_CHARACTER,
				      out);
		characters_quote(given, f->at - 1, f->count, f->is);
	}
}

void person_name_check(const char *name, struct findings *out)
{
	struct characters given = characters_read(name);
	struct characters all = characters_fold(&given, pass_mark);
	struct characters bare = characters_bare(&all);

	if (bare.count == 0 || is_no_name(&bare)) {
		findings_add(out, FINDING_NAME_EMPTY, KIND_NAME_EMPTY, 0, 0);
	} else if (!check_number(&given, out) && !check_script(&bare, out)) {
		check_length(bare.count, out);
		check_blanks(&all, &bare, out);
		if (!name_has_ideographs(&all))
			characters_report_runs(&all, name_is_fullwidth_latin,
					       FINDING_NAME_FULLWIDTH, KIND_FULLWIDTH, out);
		if (!check_brackets(&all, out))
			check_strays(&given, &all, out);
		check_latin_marks(&given, out);
		check_each(&given, &bare, out);
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
