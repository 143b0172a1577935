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

static const uint32_t dots[] = {
	0x00B0, 0x2013, 0x2014, 0x2218, 0x25AA, 0x2E30, 0x318D, '.',    ',',
	'-',    '_',    0x02D9, 0x0387, 0x1427, 0x16EB, 0x2022, 0x2024, 0x2027,
	0x2219, 0x22C5, 0x25CF, 0x25E6, 0x26AB, 0x2981, 0x2E31, 0x2E33, 0x3001,
	0x3002, 0x30FB, 0xA78F, 0xFE52, 0xFF0C, 0xFF0E, 0xFF61, 0xFF65, 0x10101,
};

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

bool person_name_is_dot(uint32_t cp)
{
	for (size_t i = 0; i < COUNT(dots); i++)
		if (dots[i] == cp)
			return true;
	return false;
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
	if (person_name_fold_lookalike(cp) != cp)
		return false;
	return cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) || (cp >= 0x4E00 && cp <= 0x9FFF) ||
	       (cp >= 0xFA0E && cp <= 0xFA29) || (cp >= 0x20000 && cp <= 0x2F7FF) ||
	       (cp >= 0x30000 && cp <= 0x3FFFD);
}

bool name_is_private(uint32_t cp)
{
	return (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

static bool is_comma(uint32_t cp)
{
	return cp == ',' || cp == '.';
}

bool name_is_latin_mark(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];
	size_t before = i, after = i + 1;

	if (cp != ' ' && !is_comma(cp) && cp != '-' && cp != '\'')
		return false;
	/* A comma and the blank after it go together: SMITH, JOHN. */
	if (cp == ' ' && before > 0 && is_comma(c->cp[before - 1]))
		before--;
	if (is_comma(cp) && characters_at(c, after) == ' ')
		after++;
	return before > 0 && name_is_latin(c->cp[before - 1]) &&
	       name_is_latin(characters_at(c, after));
}

static void check_dot(const struct characters *c, size_t i, struct findings *out)
{
	bool inside = i > 0 && i + 1 < c->count;

	if (c->cp[i] != INTERPUNCT && inside)
		characters_report(c, i, 1, FINDING_NAME_INTERPUNCT, SLIP_DOT_WRONG, out);
	else if (!inside || c->cp[i - 1] == INTERPUNCT)
		characters_report(c, i, 1, FINDING_NAME_INTERPUNCT, SLIP_DOT_NEEDLESS, out);
}

static void check_private(const struct characters *c, size_t i, struct findings *out)
{
	uint32_t real = person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
	bool known = name_is_ideograph(real);
	struct finding *f = characters_report(c, i, 1, FINDING_NAME_PUA,
					      known ? SLIP_PRIVATE_KNOWN : SLIP_PRIVATE, out);

	if (known)
		character_quote(real, f->should);
}

/* What no name holds, and no other rule has a better word for. */
static bool is_of_no_name(uint32_t cp)
{
	return !name_is_latin(cp) && !name_is_ideograph(cp) && cp != INTERPUNCT &&
	       !person_name_is_dot(cp) && !text_is_blank(cp) && !text_is_invisible(cp) &&
	       !name_is_private(cp) && person_name_fold_lookalike(cp) == cp;
}

static void check_each(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i], real = person_name_fold_lookalike(cp);

		if (cp == INTERPUNCT || person_name_is_dot(cp))
			check_dot(c, i, out);
		else if (name_is_private(cp))
			check_private(c, i, out);
		else if (real != cp)
			character_quote(real, characters_report(c, i, 1, FINDING_NAME_LOOKALIKE,
								SLIP_LOOKALIKE, out)
						      ->should);
	}
}

static void check_length(size_t count, struct findings *out)
{
	if (count < NAME_LENGTH_MIN)
		findings_add(out, FINDING_NAME_SHORT, SLIP_NAME_SHORT, 0, count);
	else if (count > NAME_LENGTH_MAX)
		findings_add(out, FINDING_NAME_LONG, SLIP_NAME_LONG, 0, count)->other =
			NAME_LENGTH_MAX;
}

/* What a Latin name is made of besides letters is as good as a letter. */
static uint32_t pass_latin_mark(const struct characters *c, size_t i)
{
	return name_is_latin_mark(c, i) ? 'A' : c->cp[i];
}

enum { WORD_MAX = 4 };

/* Words for nothing, and headings. */
static bool is_no_name(const struct characters *name)
{
	static const char *const words[] = { "NULL", "NONE", "N/A",  "NA", "NAN",  "#N/A",
					     "无",   "暂无", "没有", "空", "未知", "待补",
					     "姓名", "-",    "—",    "/",  "?",    "0" };

	for (size_t i = 0; i < COUNT(words) && name->count <= WORD_MAX; i++)
		if (characters_are(name, words[i]))
			return true;
	return false;
}

static bool is_narrow_latin(uint32_t cp)
{
	return name_is_latin(cp) && !name_is_fullwidth_latin(cp);
}

/* 李明（退学）: one slip, not two brackets. */
static bool check_remark(const struct characters *c, struct findings *out)
{
	size_t open = 0;

	while (open < c->count && c->cp[open] != '(' && c->cp[open] != 0xFF08 &&
	       !is_of_no_name(c->cp[open]))
		open++;
	if (open < 2 || open + 2 >= c->count || (c->cp[open] != '(' && c->cp[open] != 0xFF08) ||
	    (c->cp[c->count - 1] != ')' && c->cp[c->count - 1] != 0xFF09))
		return false;
	characters_report(c, open, c->count - open, FINDING_NAME_CHARACTER, SLIP_NAME_REMARK, out);
	return true;
}

/* Latin letters beside ideographs: of two scripts one is a slip of the input method. */
static void check_scripts(const struct characters *c, struct findings *out)
{
	bool ideographs = false;

	for (size_t i = 0; i < c->count; i++)
		ideographs = ideographs || name_is_ideograph(c->cp[i]);
	for (size_t i = 0, end; ideographs && i < c->count; i = end + 1) {
		end = characters_run(c, i, is_narrow_latin);
		if (end > i)
			characters_report(c, i, end - i, FINDING_NAME_CHARACTER,
					  SLIP_NAME_CHARACTER, out);
	}
}

void person_name_check(const char *name, struct findings *out)
{
	struct characters given = characters_read(name);
	struct characters all = characters_fold(&given, pass_latin_mark);
	struct characters bare = characters_bare(&all);

	if (bare.count == 0 || is_no_name(&bare)) {
		findings_add(out, FINDING_NAME_EMPTY, SLIP_NAME_EMPTY, 0, 0);
	} else {
		check_length(bare.count, out);
		characters_report_unseen(&all, FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE, out);
		characters_report_runs(&all, name_is_fullwidth_latin, FINDING_NAME_FULLWIDTH,
				       SLIP_FULLWIDTH, out);
		if (!check_remark(&all, out))
			characters_report_runs(&all, is_of_no_name, FINDING_NAME_CHARACTER,
					       SLIP_NAME_CHARACTER, out);
		check_scripts(&bare, out);
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
