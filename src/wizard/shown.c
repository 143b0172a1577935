/* SPDX-License-Identifier: MIT */
#include "wizard/shown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/validator.h"
#include "wizard/site_value.h"

char *wizard_typed(const struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text, *end = text;
	uint32_t cp;

	for (const char *next = text; text_next(&next, &cp);)
		if (!text_is_blank(cp))
			end = next;
	return xstrndup(text, (size_t)(end - text));
}

enum typed_meaning wizard_typed_meaning(const char *text)
{
	static const struct {
		const char *text;
		enum typed_meaning meaning;
	} words[] = {
		{ "", TYPED_SAME },
		{ "=", TYPED_SAME },
		{ "＝", TYPED_SAME },
		{ "一样", TYPED_SAME },
		{ "相同", TYPED_SAME },
		{ "一致", TYPED_SAME },
		{ "相符", TYPED_SAME },
		{ "没错", TYPED_SAME },
		{ "没问题", TYPED_SAME },
		{ "正确", TYPED_SAME },
		{ "对的", TYPED_SAME },
		{ "对", TYPED_YES },
		{ "-", TYPED_ABSENT },
		{ "－", TYPED_ABSENT },
		{ "—", TYPED_ABSENT },
		{ "没有", TYPED_ABSENT },
		{ "网页上没有", TYPED_ABSENT },
	};
	const char *word = text, *next = text;
	uint32_t cp;

	while (text_next(&next, &cp) && text_is_blank(cp))
		word = next;
	for (size_t i = 0; *text != '\0' && i < sizeof words / sizeof words[0]; i++) {
		size_t len = strlen(words[i].text);

		if (strncmp(word, words[i].text, len) == 0 && text_all_blank(word + len))
			return words[i].meaning;
	}
	return TYPED_VALUE;
}

/* True if a text has characters that nobody can read off a page: it was pasted, and proves nothing
 * about the site. */
static bool is_unreadable(const char *text)
{
	uint32_t cp;

	while (text_next(&text, &cp))
		if (cp == 0xFFFD || text_is_invisible(cp) || (cp >= 0xE000 && cp <= 0xF8FF) ||
		    cp >= 0xF0000)
			return true;
	return false;
}

static bool is_masked(const char *text)
{
	return strchr(text, '*') != NULL || strstr(text, "＊") != NULL;
}

bool wizard_is_shown_masked(const struct wizard *w, size_t check)
{
	return is_masked(w->verify.shown[check].text);
}

/* True if a finding proves nothing about the site: the eye cannot tell dots or other forms of a
 * character apart, an x is typed without Shift, and a blank slips in. What is masked, is not a name
 * or number, or is not understood cannot be compared. */
static bool tells_nothing(const struct finding *f)
{
	switch (f->code) {
	case FINDING_NAME_LOOKALIKE:
	case FINDING_NAME_FULLWIDTH:
	case FINDING_ID_X_LOOKALIKE:
	case FINDING_ID_LOWERCASE_X:
	case FINDING_ID_MASKED:
	case FINDING_ID_CHARACTER:
	case FINDING_NAME_CHARACTER:
	case FINDING_NAME_EMPTY:
	case FINDING_NAME_SPACE:
		return true;
	default:
		return f->kind == KIND_DOT_WRONG || f->kind == KIND_DOTS_WRONG ||
		       f->kind == KIND_DOT_OR_NOTHING || f->kind == KIND_DAY_UNREAD ||
		       f->kind == KIND_SEX_UNCLEAR || f->kind == KIND_GROUP_UNCLEAR;
	}
}

/* True if the text typed for a Chinese name has no Chinese character. */
static bool is_no_name(enum guide_compare compare, const char *shown, const char *expected)
{
	return compare == GUIDE_COMPARE_NAME && site_value_in_words(expected) &&
	       !site_value_in_words(shown);
}

/* True if two numbers have the same length, and digits at the same positions. An X counts as a
 * digit. */
static bool is_of_form(const char *number, const char *other)
{
	static const char digits[] = "0123456789X";
	size_t at = 0;

	while (number[at] != '\0' && other[at] != '\0' &&
	       (strchr(digits, number[at]) != NULL) == (strchr(digits, other[at]) != NULL))
		at++;
	return number[at] == other[at];
}

/* True if the typed text differs only in capitals, which are easily forgotten, is the beginning of
 * the expected value, or is not a name or number of that kind at all. */
static bool is_slip(enum guide_compare compare, const char *shown, const char *expected)
{
	const bool number = compare == GUIDE_COMPARE_ID_NUMBER;

	return strcmp(shown, expected) != 0 &&
	       (strcasecmp(shown, expected) == 0 || is_no_name(compare, shown, expected) ||
		(number ? !is_of_form(shown, expected)
			: strncmp(shown, expected, strlen(shown)) == 0));
}

bool wizard_shown_complete(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare);
	char *shown = wizard_typed(w, check);
	bool complete = *expected != '\0' &&
			site_value_length(compare, shown) >= site_value_length(compare, expected);

	xwipe(shown);
	return complete;
}

/* True for values that are read at a glance: a finding quotes them as a whole. */
static bool is_short(enum guide_compare compare)
{
	return compare == GUIDE_COMPARE_SEX || compare == GUIDE_COMPARE_BIRTH_DATE ||
	       compare == GUIDE_COMPARE_ETHNIC_GROUP || compare == GUIDE_COMPARE_LEVEL;
}

/* Copies a part of a day to out: of 2007-09-01, the characters from `from` up to `end`. */
static void quote_day(struct date d, size_t from, size_t end, char out[FINDING_TEXT])
{
	char day[16];

	snprintf(day, sizeof day, "%04d-%02d-%02d", d.year % 10000, d.month % 100, d.day % 100);
	day[end] = '\0';
	finding_quote(day + from, out);
	explicit_bzero(day, sizeof day);
}

/* Makes the finding say which parts of two days differ. */
static void tell_day(const struct wizard *w, const char *shown, const char *expected,
		     struct finding *f)
{
	static const char *const labels[] = {
		[1] = "年份", [2] = "月份",   [3] = "年、月",
		[4] = "“日”", [5] = "年、日", [6] = "月、日",
	};
	enum { ALL = 7 };
	const struct date is = site_value_day(shown), should = site_value_day(expected);
	unsigned parts = (unsigned)(is.year != should.year) |
			 (unsigned)(is.month != should.month) << 1 |
			 (unsigned)(is.day != should.day) << 2;
	size_t from = parts & 1 ? 0 : parts & 2 ? 5 : 8, end = parts & 4 ? 10 : parts & 2 ? 7 : 4;

	if (date_valid(should) && parts != ALL) {
		f->kind = wizard_from_number(w, GUIDE_COMPARE_BIRTH_DATE) ? KIND_DAY_NUMBER
									  : KIND_DAY;
		if (is.year == should.year && is.month == should.day && is.day == should.month)
			f->kind = KIND_DAY_SWAPPED;
		f->label = labels[parts];
		quote_day(is, from, end, f->is);
		quote_day(should, from, end, f->should);
		if (strlen(shown) == strlen("2007-09-01") && shown[4] == '-') {
			f->at = from + 1;
			f->count = end - from;
		}
	}
}

/* Adds a finding if the record's own sex or date of birth is not that of the record's number. */
static void check_record(const struct wizard *w, enum guide_compare compare, struct findings *out)
{
	bool sex = compare == GUIDE_COMPARE_SEX, birth = compare == GUIDE_COMPARE_BIRTH_DATE;

	if (!sex && !birth)
		return;
	validator_holder(w->record.id_number, sex ? w->record.sex : "",
			 birth ? w->record.birth_date : "", VALIDATOR_OWN_RECORD, out);
	out->items[0].at = 0;
}

bool wizard_is_contradicted(const struct wizard *w, size_t check)
{
	struct findings found = { 0 };
	bool contradicted;

	check_record(w, wizard_check(w, check)->compare, &found);
	contradicted = found.count > 0;
	explicit_bzero(&found, sizeof found);
	return contradicted;
}

/* True if a typed day, sex or ethnic group cannot be read; *kind: the finding that says so. */
static bool is_unread(enum guide_compare compare, const char *shown, enum finding_kind *kind)
{
	switch (compare) {
	case GUIDE_COMPARE_BIRTH_DATE:
		*kind = KIND_DAY_UNREAD;
		return !date_valid(site_value_day(shown));
	case GUIDE_COMPARE_SEX:
		*kind = KIND_SEX_UNCLEAR;
		return !site_value_read(compare, shown);
	case GUIDE_COMPARE_ETHNIC_GROUP:
		*kind = KIND_GROUP_UNCLEAR;
		return !site_value_read(compare, shown);
	default:
		return false;
	}
}

/* Makes the finding quote the whole of a short value that differs. */
static void tell_whole(const struct wizard *w, enum guide_compare compare, const char *shown,
		       struct finding *f)
{
	const char *expected = wizard_expected(w, compare);

	f->kind = wizard_from_number(w, compare) ? KIND_SHOWN_NUMBER : KIND_SHOWN_WHOLE;
	f->at = 0;
	finding_quote(shown, f->is);
	finding_quote(expected, f->should);
	if (compare == GUIDE_COMPARE_BIRTH_DATE)
		tell_day(w, shown, expected, f);
}

/* wizard_check_shown() for a text that is not empty. */
static void check_typed(const struct wizard *w, enum guide_compare compare, const char *shown,
			struct findings *out)
{
	const char *expected = wizard_expected(w, compare);
	const bool masked = is_masked(shown);
	const bool same = *expected != '\0' && !masked && site_value_same(compare, shown, expected);
	enum finding_kind unread;

	validator_shown(shown, "", out); /* characters of the page's own font */
	if (out->count > 0)
		return;
	/* If the record contradicts itself, say so only if the site has one of its two values. */
	check_record(w, compare, out);
	if (out->count > 0 && !same && !site_value_same(compare, shown, out->items[0].is))
		out->count = 0;
	/* An ID number may be wrong on the site and in the record: check it even if they are
	 * equal. */
	if (out->count > 0 || (same && compare != GUIDE_COMPARE_ID_NUMBER))
		return;
	if (!masked && is_unread(compare, shown, &unread)) {
		findings_add(out, FINDING_SHOWN_MISMATCH, unread, 0, 0);
		return;
	}
	if (masked && *expected != '\0' && compare != GUIDE_COMPARE_ID_NUMBER)
		findings_add(out, FINDING_SHOWN_MISMATCH, KIND_SHOWN_MASKED, 0, 0);
	else if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, form_document(&w->register_form, w->guide->form),
				    same ? NULL : &w->record, w->today, out);
	else
		validator_shown(shown, expected, out);
	if (out->count > 0 && !same && !masked &&
	    (is_short(compare) || is_no_name(compare, shown, expected)))
		tell_whole(w, compare, shown, &out->items[0]);
	if (out->count > 1)
		out->count = 1;
}

void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out)
{
	char *shown = wizard_typed(w, check);

	if (wizard_typed_meaning(shown) == TYPED_VALUE && *shown != '\0')
		check_typed(w, wizard_check(w, check)->compare, shown, out);
	xwipe(shown);
}

bool wizard_is_doubtful(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	char *shown = wizard_typed(w, check);
	struct findings found = { 0 };
	bool doubt;

	wizard_check_shown(w, check, &found);
	doubt = found.count > 0 && !is_unreadable(shown) &&
		(wizard_is_shown_masked(w, check) || tells_nothing(&found.items[0]) ||
		 is_slip(compare, shown, wizard_expected(w, compare)));
	xwipe(shown);
	explicit_bzero(&found, sizeof found);
	return doubt;
}

/* True if the ID number on the site, which equals the record's, can be nobody's. */
static bool is_wrong_number(const struct wizard *w, size_t check)
{
	struct findings found = { 0 };
	bool wrong;

	if (!w->number_wrong || wizard_check(w, check)->compare != GUIDE_COMPARE_ID_NUMBER)
		return false;
	wizard_check_shown(w, check, &found);
	wrong = findings_any(&found, SEVERITY_ERROR);
	explicit_bzero(&found, sizeof found);
	return wrong;
}

/* The result of a typed text that is not the same as the expected value. */
static const char *judge_difference(const struct wizard *w, size_t check, const char *shown)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare);
	struct findings found = { 0 };
	const char *result = RESULT_DIFFER;

	wizard_check_shown(w, check, &found);
	if (found.count > 0 && (finding_blames_record(found.items[0].kind) ||
				found.items[0].kind == KIND_PLACEHOLDER_OR_NAME))
		result = RESULT_ASK;
	else if (*expected == '\0' || wizard_is_shown_masked(w, check) ||
		 (found.count > 0 && tells_nothing(&found.items[0])) ||
		 is_slip(compare, shown, expected))
		result = "";
	explicit_bzero(&found, sizeof found);
	return result;
}

const char *wizard_judge_shown(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare), *result;
	char *shown = wizard_typed(w, check);

	if (*shown == '\0' || is_unreadable(shown) || wizard_typed_meaning(shown) != TYPED_VALUE)
		result = "";
	else if (*expected == '\0' || is_masked(shown) ||
		 !site_value_same(compare, shown, expected))
		result = judge_difference(w, check, shown);
	else if (is_wrong_number(w, check) || wizard_is_contradicted(w, check))
		result = RESULT_ASK;
	else
		result = wizard_from_number(w, compare) ? RESULT_NUMBER : RESULT_MATCH;
	xwipe(shown);
	return result;
}
