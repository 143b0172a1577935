/* SPDX-License-Identifier: MIT */
#include "rules/name_other.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "rules/document.h"
#include "rules/name_character.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { SOMEBODY = 0x67D0, GROUP = 0x65CF }; /* 某, 族 */
enum { NAME_LEAST = 2 };                    /* characters */

static const character_word titles[] = { U"同学", U"老师", U"先生", U"女士" };

/* True for punctuation and symbols, but not for what replaces a character that a charset lacks. */
static bool is_symbol(uint32_t cp)
{
	uint32_t narrow = text_narrow(cp);

	if (!name_is_foreign(cp) || name_is_lost(cp) || is_digit(cp))
		return false;
	return narrow < 0x80 || (cp >= 0x2010 && cp <= 0x2BFF) || (cp >= 0x3001 && cp <= 0x3020);
}

/* True for words that are no name, also with a number (学生1), for ethnic groups, for 李同学, 姓名不详
 * and 信息学院. Their last two characters are in src/roster/fast_path.c, too. */
static bool is_word(const struct characters *bare)
{
	static const character_word words[] = {
#define NAME_WORD(word) U##word,
#include "rules/name_words.def"
#undef NAME_WORD
	};
	static const character_word groups[] = {
		U"汉",       U"蒙古",   U"回",       U"藏",   U"维吾尔", U"苗",   U"彝",
		U"壮",       U"布依",   U"朝鲜",     U"满",   U"侗",     U"瑶",   U"白",
		U"土家",     U"哈尼",   U"哈萨克",   U"傣",   U"黎",     U"傈僳", U"佤",
		U"畲",       U"高山",   U"拉祜",     U"水",   U"东乡",   U"纳西", U"景颇",
		U"柯尔克孜", U"土",     U"达斡尔",   U"仫佬", U"羌",     U"布朗", U"撒拉",
		U"毛南",     U"仡佬",   U"锡伯",     U"阿昌", U"普米",   U"怒",   U"塔吉克",
		U"俄罗斯",   U"鄂温克", U"乌孜别克", U"德昂", U"保安",   U"裕固", U"京",
		U"塔塔尔",   U"独龙",   U"鄂伦春",   U"赫哲", U"门巴",   U"珞巴", U"基诺",
	};
	static const character_word heads[] = { U"姓名", U"名字" };
	static const character_word units[] = { U"学院", U"专业", U"大学" };
	enum { UNIT_LEAST = 4 };
	struct characters group = characters_part(bare, 0, bare->count - 1);
	struct characters tail = characters_part(bare, 1, 2), word = *bare;
	struct characters head = characters_part(bare, 0, 2);
	size_t behind = bare->count > 2 ? bare->count - 2 : 0;
	struct characters rest = characters_part(bare, 2, behind);
	struct characters end = characters_part(bare, behind, 2);

	while (word.count > 1 && is_digit(word.cp[word.count - 1]))
		word.count--;
	return characters_are_nothing(bare) || characters_one_of(&word, words, COUNT(words)) ||
	       (bare->cp[bare->count - 1] == GROUP &&
		characters_one_of(&group, groups, COUNT(groups))) ||
	       (bare->count == 3 && characters_one_of(&tail, titles, COUNT(titles))) ||
	       (bare->count >= UNIT_LEAST && characters_one_of(&end, units, COUNT(units))) ||
	       (rest.count > 0 && characters_one_of(&head, heads, COUNT(heads)) &&
		characters_are_nothing(&rest));
}

static bool is_mark(uint32_t cp)
{
	return cp == INTERPUNCT || is_symbol(cp);
}

/* Reports a number of any document in place of a name, or in one field with a name. Blanks and
 * separators in the number are no second mistake. */
static bool check_number(const struct characters *given, struct findings *out)
{
	enum { DIGITS_MIN = 6 };
	size_t digits = 0, first = 0, last = 0;
	const char *other;
	bool named = false;

	for (size_t i = 0; i < given->count; i++) {
		named = named || name_is_ideograph(given->cp[i]);
		if (!is_digit(given->cp[i]))
			continue;
		first = digits++ == 0 ? i : first;
		last = i;
	}
	if (digits < DIGITS_MIN)
		return false;
	other = document_other_number(given);
	if (!named && other != NULL)
		characters_report(*given, FINDING_NAME_CHARACTER, KIND_NAME_OTHER_NUMBER, out)
			->label = other;
	else if (named)
		characters_report(characters_part(given, first, last + 1 - first),
				  FINDING_NAME_CHARACTER, KIND_NAME_WITH_NUMBER, out);
	else
		characters_report(*given, FINDING_NAME_CHARACTER, KIND_NAME_IS_NUMBER, out);
	return true;
}

/* True for interpuncts and for letters of scripts that the site does not take. */
static bool is_of_other_script(uint32_t cp)
{
	return cp == INTERPUNCT ||
	       (name_is_foreign(cp) && !is_symbol(cp) && !name_is_lost(cp) && !is_digit(cp));
}

static bool check_script(const struct characters *bare, struct findings *out)
{
	if (!characters_all(bare, is_of_other_script))
		return false;
	characters_report(*bare, FINDING_NAME_CHARACTER, KIND_NAME_OTHER_SCRIPT, out);
	return true;
}

/* True for the characters of Windows-1252 that are not in ASCII. */
static bool is_of_1252(uint32_t cp)
{
	return cp < 0x100 ? cp >= 0x80
			  : wcschr(L"ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™", (wchar_t)cp) != NULL;
}

/* True for bytes that were decoded in a wrong encoding: U+FFFD of UTF-8 as GBK, UTF-8 as GBK with
 * its byte 80, either as Windows-1252. */
static bool is_garbled(const struct characters *bare)
{
	static const character_word starts[] = { U"锟斤", U"斤拷", U"烫烫烫", U"屯屯屯" };
	enum { EURO = 0x20AC, LEAST = 4 };

	for (size_t length = 2; length <= 3 && length <= bare->count; length++) {
		struct characters start = characters_part(bare, 0, length);

		if (characters_one_of(&start, starts, COUNT(starts)))
			return true;
	}
	return (bare->count >= LEAST && characters_all(bare, is_of_1252)) ||
	       (name_has_ideographs(bare) && characters_find(bare, 0, EURO) < bare->count);
}

static bool parts_word(uint32_t cp)
{
	return text_is_blank(cp) || text_narrow(cp) == '/' || name_is_dot(cp);
}

static bool is_of_name(uint32_t cp)
{
	return name_is_ideograph(cp) || cp == INTERPUNCT;
}

/* Finds a sex or another word that is no name after a name and a blank or mark: 李明 女, 李明-班长.
 * Returns the index of the first blank or mark; the count if there is none. */
static size_t find_word(const struct characters *given)
{
	static const character_word sexes[] = { U"男", U"女" };
	size_t end = given->count, at;
	struct characters word;

	while (end > 0 && name_is_ideograph(given->cp[end - 1]))
		end--;
	at = end;
	while (at > 0 && parts_word(given->cp[at - 1]))
		at--;
	word = characters_part(given, end, given->count - end);
	if (at == end || at < NAME_LEAST || word.count == 0 ||
	    !(word.count > 1 ? is_word(&word) : characters_one_of(&word, sexes, COUNT(sexes))) ||
	    characters_run(given, 0, is_of_name) < at)
		return given->count;
	return at;
}

/* Reports a label beside a name: 学生李明, 姓名 李明, 李明同学, 李明 女, 李明-班长. */
static bool check_label(const struct characters *given, struct findings *out)
{
	static const character_word before[] = { U"姓名", U"学生", U"考生",
						 U"新生", U"我叫", U"我是" };
	size_t count = given->count, word = find_word(given);
	size_t start = characters_run(given, NAME_LEAST, text_is_blank);
	struct characters head = characters_part(given, 0, 2);
	struct characters tail = characters_part(given, count > 2 ? count - 2 : 0, 2);
	struct characters label = { 0 };

	if (word < count)
		label = characters_part(given, word, count - word);
	else if (count >= start + NAME_LEAST &&
		 characters_run(given, start, name_is_ideograph) == count)
		label = characters_one_of(&head, before, COUNT(before))
				? characters_part(given, 0, start)
			: start == NAME_LEAST && characters_one_of(&tail, titles, COUNT(titles))
				? tail
				: label;
	if (label.count > 0)
		characters_report(label, FINDING_NAME_CHARACTER, KIND_NAME_LABEL, out);
	return label.count > 0;
}

static bool is_of_letters(uint32_t cp)
{
	return name_is_latin(cp) || text_is_blank(cp) || cp == '.' || cp == '-' || cp == '\'';
}

static bool parts_scripts(uint32_t cp)
{
	return text_is_blank(cp) || strchr("/,|()", (int)(text_narrow(cp) & 0x7F)) != NULL;
}

/* Reports a name that is written in two scripts: 李明 Li Ming, 李明/Li Ming, Li Ming 李明. */
static bool check_two_scripts(const struct characters *given, struct findings *out)
{
	size_t count = given->count, first = characters_run(given, 0, name_is_ideograph), last = 0;
	size_t from, to;

	while (last < count && name_is_ideograph(given->cp[count - 1 - last]))
		last++;
	if (first == count || (first == 0) == (last == 0))
		return false;
	from = first;
	to = count - last;
	while (from < to && text_narrow(given->cp[from]) < 0x80 && parts_scripts(given->cp[from]))
		from++;
	while (to > from && text_narrow(given->cp[to - 1]) < 0x80 &&
	       parts_scripts(given->cp[to - 1]))
		to--;
	if (first + last < NAME_LEAST || to < from + 2 || (first > 0 && from == first) ||
	    (last > 0 && to == count - last) || characters_run(given, from, is_of_letters) < to)
		return false;
	characters_report(characters_part(given, from, to - from), FINDING_NAME_CHARACTER,
			  KIND_NAME_TWO_SCRIPTS, out);
	return true;
}

/* Reports an escape of a spreadsheet: 李明_x000D_. */
static bool check_escape(const struct characters *given, struct findings *out)
{
	struct characters escape = characters_escape(given);

	if (escape.count > 0)
		characters_report(escape, FINDING_NAME_CHARACTER, KIND_ESCAPE, out);
	return escape.count > 0;
}

bool name_check_other(const struct characters *given, const struct characters *bare,
		      struct findings *out)
{
	if (characters_are_formula_error(bare)) {
		findings_add(out, FINDING_NAME_EMPTY, KIND_FORMULA_ERROR, 0, 0);
		return true;
	}
	if (is_word(bare) || characters_all(bare, is_mark)) {
		struct characters word = characters_bare(given);

		characters_quote(word,
				 findings_add(out, FINDING_NAME_EMPTY, KIND_NAME_WORD, 0, 0)->is);
		characters_wipe(&word);
		return true;
	}
	if (is_garbled(bare)) {
		findings_add(out, FINDING_NAME_CHARACTER, KIND_NAME_GARBLED, 0, 0);
		return true;
	}
	return check_escape(given, out) || check_number(given, out) || check_script(bare, out) ||
	       check_label(given, out) || check_two_scripts(given, out);
}

/* Signs that hide characters. SIGN_STAR: everywhere; SIGN_CIRCLE: two in a row, or in a short name;
 * SIGN_X: two in a row, before other characters, or in a name of two; SIGN_OTHER: two in a row. */
enum sign { SIGN_NONE, SIGN_STAR, SIGN_CIRCLE, SIGN_X, SIGN_OTHER };

static enum sign sign_of(const struct characters *name, size_t i)
{
	static const wchar_t *const signs[] = {
		[SIGN_STAR] = L"*＊∗×✕✖╳",
		[SIGN_CIRCLE] = L"○◯●◎◉",
		[SIGN_X] = L"XxＸｘ",
		[SIGN_OTHER] = L"〇Oo0",
	};

	if (name->cp[i] == SOMEBODY)
		return i == 1 || (i > 0 && i + 1 == name->count) ? SIGN_STAR : SIGN_NONE;
	if (name_is_plain(name->cp[i]))
		return SIGN_NONE;
	for (size_t s = SIGN_STAR; s <= SIGN_OTHER; s++)
		if (wcschr(signs[s], (wchar_t)name->cp[i]) != NULL)
			return (enum sign)s;
	return SIGN_NONE;
}

/* True if the sign at index i hides a character. In a Latin name only a star does. */
static bool is_hiding(const struct characters *name, size_t i, bool latin)
{
	uint32_t cp = name->cp[i];
	enum sign sign = sign_of(name, i);
	bool twice = characters_at(name, i - 1) == cp || characters_at(name, i + 1) == cp;

	if (sign == SIGN_NONE || (latin && sign != SIGN_STAR))
		return false;
	return twice || sign == SIGN_STAR || (sign == SIGN_CIRCLE && name->count < NAME_LONG) ||
	       (sign == SIGN_X && (name->count == 2 || i + 1 < name->count));
}

/* The index where a remark in brackets at the end begins; the count if there is none. */
static size_t remark_at(const struct characters *name)
{
	uint32_t last = text_narrow(characters_at(name, name->count - 1));

	for (size_t i = 1; i < name->count; i++)
		if (name_closing_bracket(text_narrow(name->cp[i])) == last && last != 0)
			return i;
	return name->count;
}

/* True if a character that hides nothing is not a mistake of its own. remark: it stands in a
 * remark. */
static bool is_sound(uint32_t cp, bool latin, bool remark)
{
	if (name_is_ideograph(cp) || cp == INTERPUNCT)
		return true;
	if (remark)
		return name_is_foreign(cp) && !name_is_lost(cp);
	return latin && (cp == ' ' || (name_is_latin(cp) && !name_is_fullwidth_latin(cp)));
}

/* True if a sign before a whole name or a star after one hides nothing: x李明, *陈静, 林晓雨*. */
static bool has_sign_added(const struct characters *name)
{
	size_t at = sign_of(name, 0) != SIGN_NONE ? 0 : characters_find(name, 0, '*');
	struct characters rest = characters_part(name, at == 0, name->count - 1);

	return rest.count >= NAME_LEAST && rest.count <= 3 &&
	       characters_all(&rest, name_is_ideograph) &&
	       (at == 0 ? name_is_surname(rest.cp[0]) : at == rest.count && at == 3);
}

bool name_check_masked(const struct characters *name, struct findings *out)
{
	bool latin = !name_has_ideographs(name);
	size_t first = name->count, remark = remark_at(name);

	for (size_t i = 0; i < name->count; i++) {
		if (i < remark && is_hiding(name, i, latin))
			first = i < first ? i : first;
		else if (!is_sound(name->cp[i], latin, i >= remark))
			return false;
	}
	if (first == name->count || has_sign_added(name))
		return false;
	characters_report(characters_part(name, first, 1), FINDING_NAME_MASKED,
			  first == 2 && name->count == 3 && name->cp[2] == '*' &&
					  name_is_surname(name->cp[0]) &&
					  name_is_ideograph(name->cp[1])
				  ? KIND_NAME_STAR
				  : KIND_NAME_MASKED,
			  out);
	return true;
}
