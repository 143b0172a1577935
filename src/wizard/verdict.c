/* SPDX-License-Identifier: MIT */
#include "wizard/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/cell.h"
#include "roster/ethnic_group.h"
#include "rules/name_character.h"
#include "rules/validator.h"

/* What a row may be answered with, and how the progress keeps it: for those without a list of the
 * guide below. */
struct answer {
	const char *result, *label;
};

static const struct answer of_picture[] = {
	{ RESULT_MATCH, "是我" },
	{ RESULT_DIFFER, "不是我" },
	{ RESULT_ABSENT, "没有照片" },
};
/* Of a text that differs in what the eye cannot tell: it may as well be mistyped. */
static const struct answer in_doubt[] = {
	{ RESULT_DIFFER, "网页上真是这样" },
	{ "", "是我打错了，重新打" },
};
static const struct answer by_eye[] = {
	{ RESULT_SEEN, "看过，没问题" },
	{ RESULT_DIFFER, "不对" },
	{ RESULT_ABSENT, "网页上没有" },
};

const struct guide_check *wizard_check(const struct wizard *w, size_t check)
{
	return &w->guide->verification->checks[check];
}

/* Whether nobody can have read a text off a page: it was pasted, and tells nothing of the site. */
static bool is_unreadable(const char *text)
{
	uint32_t cp;

	while (text_next(&text, &cp))
		if (cp == 0xFFFD || text_is_invisible(cp) || (cp >= 0xE000 && cp <= 0xF8FF) ||
		    cp >= 0xF0000)
			return true;
	return false;
}

/* The same of one finding: by the eye neither dots nor other forms of a character can be told
 * apart, an x is typed without Shift, and what is masked or not understood cannot be compared. */
static bool tells_nothing(const struct finding *f)
{
	switch (f->code) {
	case FINDING_NAME_LOOKALIKE:
	case FINDING_NAME_FULLWIDTH:
	case FINDING_ID_X_LOOKALIKE:
	case FINDING_ID_LOWERCASE_X:
	case FINDING_ID_MASKED:
		return true;
	default:
		return f->kind == KIND_DOT_WRONG || f->kind == KIND_DOTS_WRONG ||
		       f->kind == KIND_DAY_UNREAD || f->kind == KIND_SEX_UNCLEAR ||
		       f->kind == KIND_GROUP_UNCLEAR;
	}
}

char *wizard_typed(const struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text, *end = text;
	uint32_t cp;

	for (const char *next = text; text_next(&next, &cp);)
		if (!text_is_blank(cp))
			end = next;
	return xstrndup(text, (size_t)(end - text));
}

/* Whether two texts differ in nothing but capitals, which hands forget, or the end of a number,
 * which was not typed. */
static bool is_slip(enum guide_compare compare, const char *shown, const char *expected)
{
	size_t len = strlen(shown);

	return strcmp(shown, expected) != 0 &&
	       (strcasecmp(shown, expected) == 0 ||
		(compare == GUIDE_COMPARE_ID_NUMBER && strncmp(shown, expected, len) == 0));
}

/* Whether what was typed may be what the site shows, or mistyped: only the student knows. */
static bool is_in_doubt(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	char *shown = wizard_typed(w, check);
	struct findings found = { 0 };
	bool doubt;

	wizard_check_shown(w, check, &found);
	doubt = found.count > 0 && !is_unreadable(shown) &&
		found.items[0].code != FINDING_ID_MASKED &&
		(tells_nothing(&found.items[0]) ||
		 is_slip(compare, shown, wizard_expected(w, compare)));
	xwipe(shown);
	explicit_bzero(&found, sizeof found);
	return doubt;
}

size_t wizard_option_count(const struct wizard *w, size_t check)
{
	const struct guide_verification *v = w->guide->verification;

	switch (wizard_check(w, check)->compare) {
	case GUIDE_COMPARE_STATUS:
		return v->status_count;
	case GUIDE_COMPARE_STUDENT:
		return v->student_count;
	case GUIDE_COMPARE_PICTURE:
		return sizeof of_picture / sizeof of_picture[0];
	default:
		return wizard_by_eye(w, check) ? sizeof by_eye / sizeof by_eye[0]
		       : is_in_doubt(w, check) ? sizeof in_doubt / sizeof in_doubt[0]
					       : 0;
	}
}

/* By eye: what is wrong in itself is not offered first as seen. */
static struct answer by_eye_at(const struct wizard *w, size_t check, size_t option)
{
	struct findings found = { 0 };

	wizard_check_shown(w, check, &found);
	if (found.count > 0 && option < 2)
		option = 1 - option;
	explicit_bzero(&found, sizeof found);
	return by_eye[option];
}

static struct answer option_at(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	switch (wizard_check(w, check)->compare) {
	case GUIDE_COMPARE_STATUS:
		return (struct answer){ v->statuses[option].id, v->statuses[option].label };
	case GUIDE_COMPARE_STUDENT:
		return (struct answer){ v->students[option].id, v->students[option].label };
	case GUIDE_COMPARE_PICTURE:
		return of_picture[option];
	default:
		return wizard_by_eye(w, check) ? by_eye_at(w, check, option) : in_doubt[option];
	}
}

const char *wizard_option_label(const struct wizard *w, size_t check, size_t option)
{
	return option_at(w, check, option).label;
}

/* The option that a result stands for; NO_CHOICE if none. */
static int option_of(const struct wizard *w, size_t check, const char *result)
{
	for (size_t i = 0; i < wizard_option_count(w, check); i++)
		if (*result != '\0' && strcmp(result, option_at(w, check, i).result) == 0)
			return (int)i;
	return NO_CHOICE;
}

/* The value as it is compared: half-width and without blanks. Owned by the caller, who wipes it. */
static char *comparable(const char *value)
{
	char *out = xmalloc(strlen(value) * 3 + 1); /* U+FFFD has three bytes */
	size_t n = 0;
	uint32_t cp;

	while (text_next(&value, &cp))
		if (!text_is_blank(cp))
			n += text_encode(text_narrow(cp), out + n);
	out[n] = '\0';
	return out;
}

/* The number at the start of *text, which ends up after it and the separator that may follow; 0 if
 * there is none of at most `most` digits. */
static int take_number(const char **text, size_t most, const char *const separators[4])
{
	size_t digits = strspn(*text, "0123456789");
	int number = digits > 0 && digits <= most ? text_digits(*text, digits) : 0;

	*text += digits;
	for (size_t i = 0; i < 4; i++)
		if (strncmp(*text, separators[i], strlen(separators[i])) == 0) {
			*text += strlen(separators[i]);
			break;
		}
	return number;
}

/* Reads 2007-09-01, 20070901, 2007年9月1日 and the like; no valid day if it is anything else. */
static struct date read_day(const char *text)
{
	static const char *const parts[3][4] = { { "-", "/", ".", "年" },
						 { "-", "/", ".", "月" },
						 { "日", "号", "日", "号" } };
	struct date d;

	if (strspn(text, "0123456789") == 8 && text[8] == '\0')
		return (struct date){ text_digits(text, 4), text_digits(text + 4, 2),
				      text_digits(text + 6, 2) };
	d.year = take_number(&text, 4, parts[0]);
	d.month = take_number(&text, 2, parts[1]);
	d.day = take_number(&text, 2, parts[2]);
	return *text == '\0' && d.year >= 1000 ? d : (struct date){ 0 };
}

/* Whether a text is the dash that says that the site shows nothing. */
static bool is_dash(const char *text)
{
	char *bare = comparable(text);
	bool dash = strcmp(bare, "-") == 0 || strcmp(bare, "—") == 0;

	xwipe(bare);
	return dash;
}

/* Whether a sex or an ethnic group can be read. */
static bool is_read(enum guide_compare compare, const char *shown)
{
	char sex[CELL_SEX];

	return compare == GUIDE_COMPARE_SEX ? cell_sex(shown, sex) : ethnic_group_read(shown) != 0;
}

/* The site may write a day, a group or a sex in another way than the record. A name is the same in
 * each byte only. */
static bool is_same(enum guide_compare compare, const char *shown, const char *expected)
{
	char *s, *e, sexes[2][CELL_SEX];
	bool same;

	if (compare == GUIDE_COMPARE_NAME)
		return strcmp(shown, expected) == 0;
	if (compare == GUIDE_COMPARE_SEX && cell_sex(shown, sexes[0]) &&
	    cell_sex(expected, sexes[1]))
		return strcmp(sexes[0], sexes[1]) == 0;
	if (compare == GUIDE_COMPARE_ETHNIC_GROUP && is_read(compare, shown))
		return ethnic_group_read(shown) == ethnic_group_read(expected);
	s = comparable(shown);
	e = comparable(expected);
	if (compare == GUIDE_COMPARE_BIRTH_DATE && date_valid(read_day(s)))
		same = date_compare(read_day(s), read_day(e)) == 0;
	else
		same = strcmp(s, e) == 0;
	xwipe(s);
	xwipe(e);
	return same;
}

/* Characters of a text, of a name without its dots. */
static size_t length_of(enum guide_compare compare, const char *text)
{
	size_t count = 0;
	uint32_t cp;

	while (text_next(&text, &cp))
		count += compare != GUIDE_COMPARE_NAME || (cp != INTERPUNCT && !name_is_dot(cp));
	return count;
}

bool wizard_shown_complete(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare);
	char *shown = wizard_typed(w, check);
	bool complete =
		*expected != '\0' && length_of(compare, shown) >= length_of(compare, expected);

	xwipe(shown);
	return complete;
}

/* What is read at one glance: it is told as a whole. */
static bool is_short(enum guide_compare compare)
{
	return compare == GUIDE_COMPARE_SEX || compare == GUIDE_COMPARE_BIRTH_DATE ||
	       compare == GUIDE_COMPARE_ETHNIC_GROUP || compare == GUIDE_COMPARE_LEVEL;
}

/* Writes what of a day is from one character of 2007-09-01 to another. */
static void quote_day(struct date d, size_t from, size_t end, char out[FINDING_TEXT])
{
	char day[16];

	snprintf(day, sizeof day, "%04d-%02d-%02d", d.year % 10000, d.month % 100, d.day % 100);
	day[end] = '\0';
	finding_quote(day + from, out);
	explicit_bzero(day, sizeof day);
}

/* Tells of a day that it cannot be read, or which of its parts differ. */
static void tell_day(const struct wizard *w, const char *shown, const char *expected,
		     struct finding *f)
{
	static const char *const labels[] = {
		[1] = "年份", [2] = "月份",   [3] = "年、月",
		[4] = "日",   [5] = "年、日", [6] = "月、日",
	};
	enum { ALL = 7 };
	char *s = comparable(shown), *e = comparable(expected);
	struct date is = read_day(s), should = read_day(e);
	unsigned parts = (unsigned)(is.year != should.year) |
			 (unsigned)(is.month != should.month) << 1 |
			 (unsigned)(is.day != should.day) << 2;
	size_t from = parts & 1 ? 0 : parts & 2 ? 5 : 8, end = parts & 4 ? 10 : parts & 2 ? 7 : 4;

	xwipe(s);
	xwipe(e);
	if (!date_valid(is)) {
		f->kind = KIND_DAY_UNREAD;
	} else if (date_valid(should) && parts != ALL) {
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

/* Tells that a sex or a date of birth, which is the record's, is not that of the record's
 * number. */
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

/* Tells of a short value, which differs, all of it, or that it cannot be read. */
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
	else if (compare != GUIDE_COMPARE_LEVEL && !is_read(compare, shown))
		f->kind = compare == GUIDE_COMPARE_SEX ? KIND_SEX_UNCLEAR : KIND_GROUP_UNCLEAR;
}

/* The same of what was typed, which is no answer by itself. */
static void check_typed(const struct wizard *w, enum guide_compare compare, const char *shown,
			struct findings *out)
{
	const char *expected = wizard_expected(w, compare);
	bool same = *expected != '\0' && is_same(compare, shown, expected);

	validator_shown(shown, "", out); /* letters of the page's own font */
	/* A number may be wrong in both. */
	if (out->count > 0)
		return;
	if (same && compare != GUIDE_COMPARE_ID_NUMBER)
		check_record(w, compare, out);
	else if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, form_document(&w->register_form, w->guide->form),
				    same ? NULL : &w->record, w->today, out);
	else
		validator_shown(shown, expected, out);
	if (out->count > 0 && is_short(compare) && !same)
		tell_whole(w, compare, shown, &out->items[0]);
	if (out->count > 1)
		out->count = 1;
}

void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out)
{
	char *shown = wizard_typed(w, check);

	if (*shown != '\0' && !is_dash(shown))
		check_typed(w, wizard_check(w, check)->compare, shown, out);
	xwipe(shown);
}

/* Whether what is the same number as the record's cannot be anybody's. */
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

/* The result of what was typed and is not the same as expected. */
static const char *judge_difference(const struct wizard *w, size_t check, const char *shown)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare);
	struct findings found = { 0 };
	const char *result = RESULT_DIFFER;

	wizard_check_shown(w, check, &found);
	if (found.count > 0 && finding_blames_record(found.items[0].kind))
		result = RESULT_ASK;
	else if (*expected == '\0' || (found.count > 0 && tells_nothing(&found.items[0])) ||
		 is_slip(compare, shown, expected))
		result = "";
	explicit_bzero(&found, sizeof found);
	return result;
}

/* The result of what was typed. */
static const char *judge(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;
	const char *expected = wizard_expected(w, compare), *result;
	char *shown = wizard_typed(w, check);

	if (*shown == '\0' || is_unreadable(shown))
		result = "";
	else if (is_dash(shown))
		result = RESULT_ABSENT;
	else if (*expected == '\0' || !is_same(compare, shown, expected))
		result = judge_difference(w, check, shown);
	else if (is_wrong_number(w, check) || wizard_is_contradicted(w, check))
		result = RESULT_ASK;
	else
		result = wizard_from_number(w, compare) ? RESULT_NUMBER : RESULT_MATCH;
	xwipe(shown);
	return result;
}

static bool is_compared(const struct wizard *w, size_t check)
{
	return *wizard_expected(w, wizard_check(w, check)->compare) != '\0';
}

/* The result of a check in this run. Without an answer that holds of what is expected now, what was
 * typed is judged. */
static const char *result_of(const struct wizard *w, size_t check)
{
	const struct check_answer *answer = &w->verify.answers[check];

	return *answer->result != '\0' && answer->compared == is_compared(w, check)
		       ? answer->result
		       : judge(w, check);
}

void wizard_answer(struct wizard *w, size_t check, const char *result)
{
	struct check_answer *answer = &w->verify.answers[check];

	snprintf(answer->result, sizeof answer->result, "%s", result);
	answer->compared = is_compared(w, check);
	progress_set_result(&w->progress, wizard_check(w, check)->id, result);
}

bool wizard_answer_is(const struct wizard *w, size_t check, const char *result)
{
	return strcmp(result_of(w, check), result) == 0;
}

int wizard_choice(const struct wizard *w, size_t check)
{
	return option_of(w, check, result_of(w, check));
}

void wizard_choose(struct wizard *w, size_t check, size_t option)
{
	wizard_answer(w, check, option_at(w, check, option).result);
}

bool wizard_note_shown(struct wizard *w, size_t check)
{
	const struct check_answer before = w->verify.answers[check];
	const char *result = judge(w, check);

	/* What the student called wrong stays so while it is copied. */
	if (wizard_by_eye(w, check) && strcmp(before.result, RESULT_DIFFER) == 0 &&
	    w->verify.shown[check].len > 0 && strcmp(result, RESULT_ABSENT) != 0)
		result = RESULT_DIFFER;
	wizard_answer(w, check, result);
	return strcmp(before.result, result) != 0;
}

bool wizard_takes_text(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	int choice = wizard_choice(w, check);

	return !wizard_is_choice(c) || (c->compare == GUIDE_COMPARE_STATUS && choice != NO_CHOICE &&
					w->guide->verification->statuses[choice].other);
}

static int choice_of(const struct wizard *w, enum guide_compare compare)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (v->checks[i].compare == compare)
			return wizard_choice(w, i);
	return NO_CHOICE;
}

int wizard_status(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STATUS);
}

int wizard_student(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STUDENT);
}

bool wizard_is_listed(const struct wizard *w)
{
	int status = wizard_status(w);

	return status == NO_CHOICE || !w->guide->verification->statuses[status].unlisted;
}

bool wizard_is_unlisted(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;

	return compare != GUIDE_COMPARE_STATUS && compare != GUIDE_COMPARE_STUDENT &&
	       !wizard_is_listed(w);
}

static enum check_state state_of_status(const struct wizard *w)
{
	static const enum check_state outcomes[OUTCOME_COUNT] = {
		[OUTCOME_PASS] = CHECK_AGREES,
		[OUTCOME_WAIT] = CHECK_WAITS,
		[OUTCOME_FAIL] = CHECK_DIFFERS,
	};
	int status = wizard_status(w);

	return status == NO_CHOICE ? CHECK_OPEN
				   : outcomes[w->guide->verification->statuses[status].outcome];
}

/* Of each state: the result of a text or a picture that means it (NULL: none does), and what it is
 * called by the student and by a program. */
static const struct {
	const char *result, *words, *id;
} states[] = {
	[CHECK_OPEN] = { NULL, "还没看", "open" },
	[CHECK_AGREES] = { RESULT_MATCH, "一致", "agrees" },
	[CHECK_FITS] = { RESULT_NUMBER, "与号码一致", "agrees-with-number" },
	[CHECK_SAME] = { RESULT_SAME, "一样", "said-same" },
	[CHECK_SEEN] = { RESULT_SEEN, "看过", "seen" },
	[CHECK_ABSENT] = { RESULT_ABSENT, "网页上没有", "absent" },
	[CHECK_WAITS] = { NULL, "等一等", "waits" },
	[CHECK_ASK] = { RESULT_ASK, "要问", "ask" },
	[CHECK_DIFFERS] = { RESULT_DIFFER, "不一致", "differs" },
};

static enum check_state state_of_result(const char *result)
{
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (states[i].result != NULL && strcmp(result, states[i].result) == 0)
			return (enum check_state)i;
	return CHECK_OPEN;
}

enum check_state wizard_check_state(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	const bool typing = w->verify.typing && w->verify.typed == check;
	enum check_state state;

	if (c->compare == GUIDE_COMPARE_STATUS)
		return state_of_status(w);
	if (c->compare == GUIDE_COMPARE_STUDENT)
		return wizard_student(w) == NO_CHOICE ? CHECK_OPEN : CHECK_SEEN;
	if (wizard_is_unlisted(w, check))
		return CHECK_OPEN;
	state = state_of_result(result_of(w, check));
	/* Halfway through it differs anyway. */
	if ((state == CHECK_DIFFERS || state == CHECK_ASK) && typing &&
	    *wizard_expected(w, c->compare) != '\0' && !wizard_shown_complete(w, check))
		return CHECK_OPEN;
	return state;
}

bool wizard_check_equal(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return state == CHECK_AGREES || state == CHECK_FITS;
}

const char *wizard_check_words(const struct wizard *w, size_t check)
{
	int choice = wizard_choice(w, check);

	if (wizard_is_unlisted(w, check))
		return "还看不到";
	if (wizard_is_choice(wizard_check(w, check)) && choice != NO_CHOICE)
		return wizard_option_label(w, check, (size_t)choice);
	return states[wizard_check_state(w, check)].words;
}

const char *wizard_check_id(const struct wizard *w, size_t check)
{
	return states[wizard_check_state(w, check)].id;
}

const char *wizard_expected_label(const struct wizard *w, size_t check)
{
	if (w->record.typed)
		return "你填的";
	return wizard_check_state(w, check) == CHECK_ASK ? "高考信息里" : "应为";
}

const char *wizard_doubt_words(const struct wizard *w, size_t check)
{
	return w->record.typed && wizard_check_state(w, check) == CHECK_DIFFERS &&
			       *wizard_expected(w, wizard_check(w, check)->compare) != '\0'
		       ? "先看是不是自己填错了高考信息。"
		       : "";
}

const char *wizard_source_words(const struct wizard *w, size_t check)
{
	return wizard_from_number(w, wizard_check(w, check)->compare) ? "（号码里的）" : "";
}

const char *wizard_earlier_words(const struct wizard *w, size_t check)
{
	const char *result = progress_result(&w->progress, wizard_check(w, check)->id);
	int option = option_of(w, check, result);

	/* Nothing that is kept tells whose it was; only the invented student is always the same. */
	if (!wizard_uses_sample(w) || wizard_check_state(w, check) != CHECK_OPEN ||
	    w->verify.shown[check].len > 0 || *result == '\0')
		return "";
	if (wizard_is_choice(wizard_check(w, check)))
		return option == NO_CHOICE ? "" : wizard_option_label(w, check, (size_t)option);
	return state_of_result(result) == CHECK_OPEN ? "" : states[state_of_result(result)].words;
}

char *wizard_set_aside(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	size_t named = 0, len;
	char *text;
	FILE *out = xmemstream(&text, &len);

	for (size_t i = 0; v != NULL && i < v->check_count; i++) {
		enum check_state state = state_of_result(result_of(w, i));

		if (wizard_is_unlisted(w, i) && (state == CHECK_DIFFERS || state == CHECK_ASK))
			fprintf(out, "%s%s", named++ > 0 ? "、" : "前面记过不一致：",
				v->checks[i].label);
	}
	if (named > 0)
		fputs("。网站上看得到它们，学籍就查得到：回去改“学籍状态”。", out);
	fclose(out);
	return text;
}

bool wizard_is_problem(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return state == CHECK_DIFFERS || state == CHECK_WAITS || state == CHECK_ASK ||
	       (state == CHECK_ABSENT && wizard_check(w, check)->required);
}

enum check_group wizard_check_group(const struct guide_check *check)
{
	if (check->fatal || check->compare == GUIDE_COMPARE_STATUS ||
	    check->compare == GUIDE_COMPARE_STUDENT)
		return GROUP_MUST;
	return check->empty ? GROUP_EMPTY : GROUP_OTHER;
}

/* The place of a check among those of its group. */
static int rank(const struct guide_check *check)
{
	switch (check->compare) {
	case GUIDE_COMPARE_PICTURE:
		return 1;
	case GUIDE_COMPARE_STATUS:
		return 2;
	case GUIDE_COMPARE_STUDENT:
		return 3;
	default:
		return 0;
	}
}

size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX])
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (int wanted = 0; v != NULL && wanted <= 3; wanted++)
		for (size_t i = 0; i < v->check_count; i++)
			if (rank(&v->checks[i]) == wanted &&
			    wizard_check_group(&v->checks[i]) == group)
				out[count++] = i;
	return count;
}

/* A site that shows no record has nothing to look at but that; then the kind of student waits,
 * too. */
static bool is_asked(const struct wizard *w, size_t check)
{
	return wizard_is_listed(w) || wizard_check(w, check)->compare == GUIDE_COMPARE_STATUS;
}

/* Nothing takes the place of comparing the two that tell who somebody is. */
static bool is_missing(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);
	const struct guide_check *c = wizard_check(w, check);

	if (!is_asked(w, check))
		return false;
	return state == CHECK_OPEN ||
	       (state == CHECK_SEEN && c->required &&
		(wizard_record(w) == NULL || c->compare == GUIDE_COMPARE_NAME ||
		 c->compare == GUIDE_COMPARE_ID_NUMBER));
}

bool wizard_is_missing(const struct wizard *w, size_t check)
{
	return wizard_check_group(wizard_check(w, check)) == GROUP_MUST && is_missing(w, check);
}

size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX])
{
	size_t must[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, must), missing = 0;

	for (size_t i = 0; i < count; i++)
		if (is_missing(w, must[i]))
			out[missing++] = must[i];
	return missing;
}

size_t wizard_asked(const struct wizard *w)
{
	size_t must[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, must), asked = 0;

	for (size_t i = 0; i < count; i++)
		asked += is_asked(w, must[i]);
	return asked;
}

char *wizard_missing_text(const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing), len;
	char *text;
	FILE *out = xmemstream(&text, &len);

	if (count > 0)
		fprintf(out, "还差 %zu 项：", count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s%s", i > 0 ? "、" : "", wizard_check(w, missing[i])->label);
	fclose(out);
	return text;
}

/* A status is as it is: nothing was expected of it. */
static bool differs(const struct wizard *w, size_t check)
{
	return wizard_check_state(w, check) == CHECK_DIFFERS &&
	       wizard_check(w, check)->compare != GUIDE_COMPARE_STATUS;
}

size_t wizard_differing(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		count += differs(w, i);
	return count;
}

char *wizard_differing_besides(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	const char *before = "";
	char *text;
	size_t len;
	FILE *out = xmemstream(&text, &len);

	if (v != NULL && (wizard_verdict(w) == VERDICT_PASS || wizard_fails_by_status(w)))
		for (size_t i = 0; i < v->check_count; i++)
			if (differs(w, i)) {
				if (*before == '\0')
					fprintf(out, "另有 %zu 项不一致：", wizard_differing(w));
				fprintf(out, "%s%s", before, v->checks[i].label);
				before = "、";
			}
	fclose(out);
	return text;
}

bool wizard_all_compared(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);

	for (size_t i = 0; i < count; i++)
		if (!wizard_is_choice(wizard_check(w, checks[i])) &&
		    wizard_check_state(w, checks[i]) != CHECK_AGREES)
			return false;
	return true;
}

/* A guide that verifies nothing is done when its steps are. */
static enum verdict verdict_of_steps(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++)
		if (wizard_step_state(w, i) != STEP_DONE)
			return VERDICT_OPEN;
	return VERDICT_PASS;
}

enum verdict wizard_verdict(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count;
	bool wait = false;

	if (w->guide->verification == NULL)
		return verdict_of_steps(w);
	count = wizard_checks(w, GROUP_MUST, checks);
	for (size_t i = 0; i < count; i++) {
		if (wizard_check_state(w, checks[i]) == CHECK_DIFFERS)
			return VERDICT_FAIL;
		wait = wait || wizard_is_problem(w, checks[i]) ||
		       wizard_check_state(w, checks[i]) == CHECK_ABSENT;
	}
	if (wizard_missing(w, checks) > 0)
		return VERDICT_OPEN;
	return wait ? VERDICT_WAIT : VERDICT_PASS;
}

bool wizard_fails_by_status(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);

	for (size_t i = 0; i < count; i++)
		if (differs(w, checks[i]))
			return false;
	return wizard_verdict(w) == VERDICT_FAIL;
}

char *wizard_done_text(const struct wizard *w)
{
	char *day = wizard_day(w, w->progress.finished);
	char *text = *day == '\0' ? xstrdup("")
				  : xasprintf("%s%s%s", w->verify.passed ? "" : "上次",
					      wizard_uses_sample(w) ? "示例核对完了" : "自查做完了",
					      day);

	free(day);
	return text;
}

const struct guide_verdict *wizard_verdict_says(const struct wizard *w)
{
	static const struct guide_verdict open = { .title = "自查还没有做完" },
					  again = { .title = "这次还没有核对完" },
					  status = { .title = "学籍状态不对，马上问学院" };
	static const enum guide_outcome outcomes[] = { [VERDICT_PASS] = OUTCOME_PASS,
						       [VERDICT_WAIT] = OUTCOME_WAIT,
						       [VERDICT_FAIL] = OUTCOME_FAIL };
	enum verdict verdict = wizard_verdict(w);

	if (verdict == VERDICT_OPEN)
		return w->progress.finished == 0 ? &open : &again;
	return wizard_fails_by_status(w) ? &status : &w->guide->verdicts[outcomes[verdict]];
}

static size_t count_ticked(const struct wizard *w, const struct guide_item *items, size_t count)
{
	size_t ticked = 0;

	for (size_t i = 0; i < count; i++)
		ticked += progress_ticked(&w->progress, items[i].id);
	return ticked;
}

const struct guide_option *wizard_recovery(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];
	const struct guide_account *asked =
		s->activity == ACTIVITY_REGISTER ? w->guide->form->account : NULL;
	const struct guide_option *option = w->account;

	if (asked == NULL || (option == NULL && progress_ticked(&w->progress, s->id)))
		return NULL;
	for (size_t i = 0; option == NULL && i < asked->option_count; i++)
		if (count_ticked(w, asked->options[i].items, asked->options[i].item_count) > 0)
			option = &asked->options[i];
	return option != NULL && option->item_count > 0 ? option : NULL;
}

const struct guide_item *wizard_items(const struct wizard *w, size_t step, size_t *count)
{
	const struct guide_option *recovery = wizard_recovery(w, step);
	const struct guide_step *s = &w->guide->steps[step];

	*count = recovery != NULL ? recovery->item_count : s->item_count;
	return recovery != NULL ? recovery->items : s->items;
}

static bool activity_done(const struct wizard *w, size_t step)
{
	const struct guide_option *recovery = wizard_recovery(w, step);
	const struct guide_step *s = &w->guide->steps[step];
	size_t missing[GUIDE_CHECKS_MAX];

	if (recovery != NULL)
		return count_ticked(w, recovery->items, recovery->item_count) ==
		       recovery->item_count;
	if (s->activity == ACTIVITY_REGISTER)
		return progress_ticked(&w->progress, s->id);
	return s->activity != ACTIVITY_VERIFY ||
	       (wizard_is_listed(w) && wizard_missing(w, missing) == 0);
}

bool wizard_activity_open(const struct wizard *w)
{
	return !activity_done(w, w->step);
}

struct step_count wizard_step_count(const struct wizard *w, size_t step)
{
	bool active =
		w->guide->steps[step].activity != ACTIVITY_NONE && wizard_recovery(w, step) == NULL;
	size_t count;
	const struct guide_item *items = wizard_items(w, step, &count);

	return (struct step_count){
		count_ticked(w, items, count) + (active && activity_done(w, step)), count + active
	};
}

/* Whether a self-check that succeeded implies a step. */
static bool is_implied(const struct wizard *w, size_t step)
{
	const struct guide *g = w->guide;
	size_t last = step;

	if (g->verification == NULL)
		return false;
	while (last < g->step_count && g->steps[last].activity != ACTIVITY_VERIFY)
		last++;
	if (last == g->step_count) /* the step comes after the verification */
		return false;
	return w->progress.finished != 0 || wizard_verdict(w) == VERDICT_PASS;
}

enum step_state wizard_step_state(const struct wizard *w, size_t step)
{
	struct step_count c = wizard_step_count(w, step);

	if (c.done == c.count)
		return STEP_DONE;
	return is_implied(w, step) ? STEP_IMPLIED : STEP_OPEN;
}

int64_t wizard_step_time(const struct wizard *w, size_t step)
{
	return wizard_step_state(w, step) == STEP_DONE
		       ? progress_time(&w->progress, w->guide->steps[step].id)
		       : 0;
}

void wizard_note_done(struct wizard *w)
{
	enum verdict verdict = wizard_verdict(w);

	/* As long as this run knows nothing else, what an earlier one found is kept. */
	if (verdict == VERDICT_PASS && !w->verify.passed)
		progress_finish(&w->progress, w->now);
	else if (verdict == VERDICT_WAIT || verdict == VERDICT_FAIL)
		progress_finish(&w->progress, 0);
	w->verify.passed = verdict == VERDICT_PASS;
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *id = w->guide->steps[i].id;
		bool noted = progress_time(&w->progress, id) != 0;

		if (noted != (wizard_step_state(w, i) == STEP_DONE))
			progress_set_time(&w->progress, id, noted ? 0 : w->now);
	}
}
