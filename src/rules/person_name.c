/* SPDX-License-Identifier: MIT */
/* Is this a name as CHSI takes it? Ideographs of GB 18030-2022, U+00B7 between the parts of a name
 * (民委发〔2016〕33号), or Latin letters. */
#include "rules/person_name.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "rules/characters.h"
#include "rules/name_character.h"
#include "rules/name_other.h"
#include "rules/name_placeholder.h"

enum {
	KEYCAP = 0x20E3, /* a visible character that no name has */
	DAMAGED = 0xFFFD
};

static bool is_unseen(uint32_t cp)
{
	return text_is_blank(cp) || text_is_invisible(cp);
}

/* Reports a run of marks as one mistake with the blanks and invisible characters beside it, which
 * are not quoted. */
static void report_dots(const struct characters *given, struct characters dots,
			enum finding_kind kind, struct findings *out)
{
	size_t first = dots.place[0] - 1, behind = dots.place[dots.count - 1];
	size_t start = first, stop = behind;
	struct finding *f;

	while (start > 0 && is_unseen(given->cp[start - 1]))
		start--;
	while (stop < given->count && is_unseen(given->cp[stop]))
		stop++;
	if (kind == KIND_DOT_WRONG && stop - start > 1)
		kind = KIND_DOTS_WRONG;
	f = characters_report(characters_part(given, start, stop - start), FINDING_NAME_INTERPUNCT,
			      kind, out);
	characters_quote(characters_part(given, first, behind - first), f->is);
}

/* True for punctuation that is typed between the parts of a name; false for what only looks like an
 * interpunct. */
static bool is_punctuation(uint32_t cp)
{
	return text_narrow(cp) < 0x80 || (cp >= 0x2010 && cp <= 0x2019) || cp == U'、' ||
	       cp == U'。' || cp == U'｡' || cp == U'､';
}

/* The kind of a wrong mark at index i of c. A short name that begins with a surname has no
 * interpunct; in another short name, punctuation may be surplus, too. given: the mark as it was
 * entered. */
static enum finding_kind kind_of_mark(const struct characters *c, size_t i, uint32_t given)
{
	bool surname = name_is_surname(c->cp[0]);

	if (characters_count(c, name_is_ideograph) >= NAME_LONG || !name_is_ideograph(c->cp[i - 1]))
		return KIND_DOT_WRONG;
	if (is_punctuation(given))
		return surname ? KIND_NAME_MARK : KIND_DOT_OR_NOTHING;
	return surname ? KIND_DOT_OR_NOTHING : KIND_DOT_WRONG;
}

/* Checks a run of interpuncts from index i of c on, which stands for one; there is none at an end
 * of a name. given: the name as it was entered, with look-alikes in place of the interpuncts of c.
 * Returns the end of the run. */
static size_t check_dots(const struct characters *given, const struct characters *c, size_t i,
			 struct findings *out)
{
	size_t end = i, lookalikes = 0;
	enum finding_kind kind = KIND_DOT_NEEDLESS;

	for (; characters_at(c, end) == INTERPUNCT; end++)
		lookalikes += given->cp[c->place[end] - 1] != INTERPUNCT;
	if (i > 0 && end < c->count) {
		if (lookalikes == 0 && end - i == 1)
			return end;
		if (lookalikes > 0)
			kind = kind_of_mark(c, i, given->cp[c->place[i] - 1]);
		else
			i++; /* the first of several is right */
		if (kind == KIND_DOT_WRONG && end - i > 1)
			kind = KIND_DOTS_WRONG;
	}
	report_dots(given, characters_part(c, i, end - i), kind, out);
	return end;
}

/* Reports the character at index i, and which one it should be. */
static void report_one(const struct characters *c, size_t i, enum finding_code code,
		       enum finding_kind kind, uint32_t should, struct findings *out)
{
	character_quote(should,
			characters_report(characters_part(c, i, 1), code, kind, out)->should);
}

static void check_latin_marks(const struct characters *given, struct findings *out)
{
	for (size_t i = 0; i < given->count; i++) {
		uint32_t mark = name_is_plain(given->cp[i]) ? 0 : name_latin_mark(given, i);

		if (mark != 0 && mark != given->cp[i])
			report_one(given, i, FINDING_NAME_CHARACTER, KIND_LATIN_MARK, mark, out);
	}
}

/* If some blanks may stand for a dot and others may not, reports all as surplus in a name that has
 * its dot. */
static void unite_blanks(bool has_dot, struct findings *out)
{
	bool others = false;

	for (size_t i = 0; i < out->count; i++)
		others = others || (out->items[i].code == FINDING_NAME_SPACE &&
				    out->items[i].kind != KIND_BLANK_OR_DOT);
	for (size_t i = 0; i < out->count && others && has_dot; i++)
		if (out->items[i].kind == KIND_BLANK_OR_DOT)
			out->items[i].kind = KIND_BLANK;
}

/* If a mark is surplus at an end of a name, reports the same mark inside as surplus, too, where the
 * name is short or has an interpunct. */
static void unite_dots(const struct characters *given, struct findings *out)
{
	bool none = given->count < NAME_LONG + 2 ||
		    characters_find(given, 0, INTERPUNCT) < given->count;
	const char *needless = NULL;

	for (size_t i = 0; i < out->count; i++)
		if (out->items[i].kind == KIND_DOT_NEEDLESS)
			needless = out->items[i].is;
	for (size_t i = 0; i < out->count && none && needless != NULL; i++)
		if ((out->items[i].kind == KIND_DOT_WRONG ||
		     out->items[i].kind == KIND_DOT_OR_NOTHING ||
		     out->items[i].kind == KIND_NAME_MARK) &&
		    strcmp(out->items[i].is, needless) == 0)
			out->items[i].kind = KIND_DOT_NEEDLESS;
}

/* The index of the first character that is not before a place; the count if there is none. */
static size_t index_of(const struct characters *c, size_t place)
{
	size_t i = 0;

	while (i < c->count && c->place[i] < place)
		i++;
	return i;
}

/* Reports blanks. A blank inside a long name may stand for its interpunct; between Latin words one
 * blank stays. */
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
		before = all->cp[index_of(all, f->at) - 1];
		after = characters_at(all, index_of(all, f->at + f->count));
		if (may_be_dot && before != INTERPUNCT && after != INTERPUNCT)
			f->kind = KIND_BLANK_OR_DOT;
		else if (name_is_latin(before) && name_is_latin(after))
			f->kind = KIND_BLANK_KEEP_ONE;
	}
	unite_blanks(characters_find(bare, 0, INTERPUNCT) < bare->count, out);
}

static void check_each(const struct characters *given, const struct characters *c,
		       struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i], real;

		if (name_is_plain(cp))
			continue;
		real = name_fold_lookalike(name_fold_private(cp));
		if (cp == INTERPUNCT)
			i = check_dots(given, c, i, out) - 1;
		else if (name_is_private(cp) && !name_is_ideograph(real))
			characters_report(characters_part(c, i, 1), FINDING_NAME_PUA, KIND_PRIVATE,
					  out);
		else if (name_is_private(cp))
			report_one(c, i, FINDING_NAME_PUA, KIND_PRIVATE_KNOWN, real, out);
		else if (real != cp)
			report_one(c, i, FINDING_NAME_LOOKALIKE, KIND_LOOKALIKE, real, out);
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

/* True for the invisible characters that join or vary the parts of an emoji. */
static bool is_emoji_joiner(uint32_t cp)
{
	return cp == 0x200D || cp == 0xFE0E || cp == 0xFE0F || (cp >= 0xE0020 && cp <= 0xE007F);
}

/* True if the character at index i joins or varies a part of an emoji, which no name has. */
static bool is_of_emoji(const struct characters *c, size_t i)
{
	enum { JOINERS_MAX = 8 };

	if (!is_emoji_joiner(c->cp[i]))
		return false;
	for (size_t k = i; k > 0 && i - k < JOINERS_MAX; k--)
		if (!is_emoji_joiner(c->cp[k - 1]))
			return name_is_foreign(name_mark(c, k - 1));
	return false;
}

/* Replaces the punctuation of Latin names by a letter, which is right in a name, and what joins an
 * emoji by a character that is wrong in a name. */
static uint32_t pass_mark(const struct characters *c, size_t i)
{
	if (name_is_plain(c->cp[i]) || is_ascii_letter(c->cp[i]))
		return c->cp[i];
	if (is_of_emoji(c, i))
		return KEYCAP;
	return name_latin_mark(c, i) != 0 ? 'A' : name_mark(c, i);
}

/* Reports a remark in brackets, or brackets around the name, as one mistake: 李明（退学）,
 * （女）李明, （李明）. Returns what is left to check, borrowed from c. */
static struct characters check_brackets(const struct characters *c, struct findings *out)
{
	size_t open = 0, last = c->count - 1, close = 1;
	uint32_t closing = name_closing_bracket(text_narrow(c->cp[0]));

	while (open < last && name_drop_foreign(c, open) != 0)
		open++;
	while (closing != 0 && close < last && text_narrow(c->cp[close]) != closing)
		close++;
	if (closing != 0 && close > 1 && close + NAME_LENGTH_MIN <= last &&
	    !name_is_surname(c->cp[1])) {
		characters_report(characters_part(c, 0, close + 1), FINDING_NAME_CHARACTER,
				  KIND_NAME_REMARK, out);
		return characters_part(c, close + 1, last - close);
	}
	if (open == 1 || open + 2 > last ||
	    name_closing_bracket(text_narrow(c->cp[open])) != text_narrow(c->cp[last]))
		return *c;
	if (open > 1) {
		characters_report(characters_part(c, open, c->count), FINDING_NAME_CHARACTER,
				  KIND_NAME_REMARK, out);
		return characters_part(c, 0, open);
	}
	characters_report(characters_part(c, 0, 1), FINDING_NAME_CHARACTER, KIND_NAME_BRACKETS,
			  out);
	return characters_part(c, 1, last - 1);
}

/* Reports each description of a character that could not be typed as one mistake. */
static bool check_stand_ins(const struct characters *c, struct findings *out)
{
	bool found = false;

	size_t length;

	for (size_t i = 0; i<c->count; i += length> 0 ? length : 1) {
		bool dot = false;

		length = name_is_plain(c->cp[i]) ? 0 : name_placeholder_described(c, i, &dot);
		if (length > 0 && dot)
			characters_report(characters_part(c, i, length), FINDING_NAME_INTERPUNCT,
					  KIND_DOTS_WRONG, out);
		else if (length > 0)
			characters_report(characters_part(c, i, length), FINDING_NAME_CHARACTER,
					  KIND_NAME_STAND_IN, out);
		found = found || length > 0;
	}
	return found;
}

static bool parts_people(uint32_t cp)
{
	return wcschr(L",;/&|、\n", (wchar_t)text_narrow(cp)) != NULL;
}

/* Reports several names in one value, each of two or three characters and with a surname:
 * 郑十、钱十一. */
static bool check_several(const struct characters *given, struct findings *out)
{
	size_t separator = 0, length = 0;

	while (separator < given->count && !parts_people(given->cp[separator]))
		separator++;
	if (separator == given->count)
		return false;
	for (size_t i = 0; i < given->count; i++) {
		uint32_t cp = given->cp[i];

		if (parts_people(cp)) {
			if (length < 2)
				return false;
			length = 0;
		} else if (!text_is_blank(cp)) {
			if (++length > 3 || (length == 1 && !name_is_surname(cp)) ||
			    !name_is_ideograph(cp))
				return false;
		}
	}
	if (length < 2)
		return false;
	characters_report(characters_part(given, separator, 1), FINDING_NAME_CHARACTER,
			  KIND_NAMES_SEVERAL, out);
	return true;
}

/* True for a word before a colon: 姓名：李明, but not 赵:六. */
static bool is_label(const struct characters *c, size_t colon)
{
	return text_narrow(c->cp[colon]) == ':' && colon >= NAME_LENGTH_MIN &&
	       !name_is_surname(c->cp[0]);
}

/* Widens the digits of a class, from *first to *end, to all of it: 1班, 计科1班 before a name. */
static void widen_class(const struct characters *c, size_t *first, size_t *end)
{
	enum { CLASS = 0x73ED };

	if (characters_run(c, *first, is_digit) < *end || characters_at(c, *end) != CLASS)
		return;
	++*end;
	if (*end + NAME_LENGTH_MIN <= c->count && *first != 1)
		*first = 0;
}

/* True if index i has a mark that parts a name from what does not belong to it; the interpunct of a
 * name is none, 尼玛·5. */
static bool parts_foreign(const struct characters *given, const struct characters *c, size_t i)
{
	return characters_at(c, i) == INTERPUNCT &&
	       (given->cp[c->place[i] - 1] != INTERPUNCT ||
		name_is_surname(c->cp[i + 1 < c->count && i < 2 ? i + 1 : 0]));
}

/* True if ? from index i to `end` stands where a long name without interpunct may have it:
 * 米热依?艾尼瓦尔. */
static bool is_lost_dot(const struct characters *c, size_t i, size_t end)
{
	return i > 1 && end + 1 < c->count && characters_find(c, 0, INTERPUNCT) == c->count &&
	       characters_count(c, name_is_ideograph) >= NAME_LONG &&
	       characters_count(c, name_is_lost) == end - i;
}

/* Reports characters that no name has, and letters beside ideographs, which come from a wrong input
 * method. */
static void check_foreign(const struct characters *given, const struct characters *c,
			  struct findings *out)
{
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		enum finding_kind kind = c->cp[i] == DAMAGED ? KIND_NAME_DAMAGED : KIND_NAME_LOST;
		struct finding *f;

		for (end = i; end < c->count && name_drop_foreign(c, end) == 0; end++)
			if (!name_is_lost(c->cp[end]))
				kind = KIND_NAME_CHARACTER;
		if (end == i)
			continue;
		widen_class(c, &i, &end);
		if (end < c->count && is_label(c, i)) { /* 姓名：李明 */
			kind = KIND_NAME_LABEL;
			i = 0;
		} else if (text_narrow(c->cp[i]) == ':' && i == 1 && end == 2) { /* 赵:六 */
			kind = KIND_NAME_MARK;
		} else if (i == 0 && parts_foreign(given, c, end)) { /* 1.李明 */
			end++;
		} else if (i > 0 && end == c->count &&
			   parts_foreign(given, c, i - 1)) { /* 李明-2 */
			i--;
		}
		if (kind == KIND_NAME_LOST && is_lost_dot(c, i, end))
			kind = KIND_NAME_LOST_DOT;
		f = characters_report(characters_part(c, i, end - i), FINDING_NAME_CHARACTER, kind,
				      out);
		characters_quote(characters_part(given, f->at - 1, f->count), f->is);
	}
}

static bool parts_row_number(uint32_t cp)
{
	return cp != 0 &&
	       (text_is_blank(cp) || wcschr(L".、,):-", (wchar_t)text_narrow(cp)) != NULL);
}

/* The length of a row number before a name, with what parts the two: 3 王建国, 3. 王建国,
 * (3)王建国. 0: there is none. */
static size_t row_number(const struct characters *c)
{
	enum { DIGITS_MAX = 4 };
	size_t start = text_narrow(characters_at(c, 0)) == '(', digits = start, end;

	while (is_digit(characters_at(c, digits)))
		digits++;
	for (end = digits; parts_row_number(characters_at(c, end));)
		end++;
	return digits > start && digits <= start + DIGITS_MAX && end > digits &&
			       name_is_ideograph(characters_at(c, end))
		       ? end
		       : 0;
}

/* True if all letters and blanks are full-width, which is one mistake: ＬＩ　ＭＩＮＧ. */
static bool is_fullwidth(const struct characters *c)
{
	enum { FULL_BLANK = 0x3000 };
	size_t letters = 0;

	for (size_t i = 0; i < c->count; i++) {
		if (!name_is_fullwidth_latin(c->cp[i]) && c->cp[i] != FULL_BLANK)
			return false;
		letters += c->cp[i] != FULL_BLANK;
	}
	return letters > 0 && c->cp[0] != FULL_BLANK && c->cp[c->count - 1] != FULL_BLANK;
}

/* masks: true if signs may hide characters. */
static void check(const char *name, bool masks, struct findings *out)
{
	struct characters whole = characters_read(name);
	size_t number = row_number(&whole);
	struct characters given = characters_part(&whole, number, whole.count - number);
	struct characters all = characters_fold(&given, pass_mark);
	struct characters bare = characters_bare(&all), rest;

	if (number > 0)
		characters_report(characters_part(&whole, 0, number), FINDING_NAME_CHARACTER,
				  KIND_NAME_SERIAL, out);
	if (bare.count == 0) {
		findings_add(out, FINDING_NAME_EMPTY, KIND_NAME_EMPTY, 0, 0);
	} else if (!name_check_other(&given, &bare, out) && !check_several(&given, out) &&
		   !(masks && name_check_masked(&given, out))) {
		check_length(bare.count, out);
		if (bare.count >= NAME_LENGTH_MIN && !is_fullwidth(&all))
			check_blanks(&all, &bare, out);
		if (bare.count >= NAME_LENGTH_MIN && !name_has_ideographs(&all))
			characters_report_runs(&all, name_is_fullwidth_latin,
					       FINDING_NAME_FULLWIDTH, KIND_FULLWIDTH, out);
		if (!check_stand_ins(&all, out)) {
			rest = check_brackets(&all, out);
			check_foreign(&whole, &rest, out);
		}
		check_latin_marks(&given, out);
		check_each(&whole, &bare, out);
		unite_dots(&given, out);
		findings_merge(out);
		for (size_t i = 0; i < out->count; i++)
			if (out->items[i].kind == KIND_NAME_MARK)
				out->items[i].code = FINDING_NAME_CHARACTER; /* no interpunct */
	}
	characters_wipe(&whole); /* `given` is a part of it */
	characters_wipe(&all);
	characters_wipe(&bare);
}

void person_name_check(const char *name, struct findings *out)
{
	check(name, true, out);
}

void person_name_check_unmasked(const char *name, struct findings *out)
{
	check(name, false, out);
}

/* True if a finding tells of characters beside the name: a row number, a remark, a label, a
 * class. */
static bool is_beside(const struct characters *name, const struct finding *f)
{
	struct characters part = characters_part(name, f->at - 1, f->count);

	return f->code == FINDING_NAME_CHARACTER && f->at > 0 && f->places == 0 &&
	       f->kind != KIND_NAME_STAND_IN &&
	       (f->kind == KIND_NAME_SERIAL || f->kind == KIND_NAME_REMARK ||
		name_has_ideographs(&part));
}

void person_name_bare(const char *name, char out[RECORD_TEXT])
{
	enum { USUAL = 3 * 3 }; /* bytes of three ideographs, which have nothing beside them */
	size_t len = strlen(name), used = 0, ascii = 0;
	struct findings of_name;
	struct characters all;

	while (ascii < len && (name[ascii] & 0x80) != 0)
		ascii++;
	if (len <= USUAL && ascii == len) {
		memcpy(out, name, len + 1);
		return;
	}
	of_name.count = 0;
	person_name_check(name, &of_name);
	all = characters_read(name);
	for (size_t i = 0; i < all.count; i++) {
		bool beside = false;

		for (size_t k = 0; k < of_name.count && !beside; k++) {
			const struct finding *f = &of_name.items[k];

			beside = i + 1 >= f->at && i + 1 < f->at + f->count && is_beside(&all, f);
		}
		if (!beside && used + 4 < RECORD_TEXT)
			used += text_encode(all.cp[i], out + used);
	}
	out[used] = '\0';
	characters_wipe(&all);
	explicit_bzero(of_name.items, of_name.count * sizeof *of_name.items);
}
