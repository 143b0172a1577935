/* SPDX-License-Identifier: MIT */
/* Compares what the site shows with the gaokao details, check by check. On a row that takes text,
 * typing starts without a key to begin it. */
#include "screens/verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"
#include "screens/blocks.h"
#include "screens/choose.h"
#include "screens/screen.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/mask.h"
#include "wizard/shown.h"
#include "wizard/site_value.h"
#include "wizard/verdict.h"

enum row_kind { ROW_RECORD, ROW_CHECK, ROW_GROUP, ROW_RESULT };

struct row {
	size_t check; /* ROW_CHECK */
	enum row_kind kind;
	enum check_group group; /* ROW_GROUP */
};

enum { ROWS_MAX = GUIDE_CHECKS_MAX + GROUP_COUNT + 2, NUMBER_CHARACTERS = 18, DIFFERING = 48 };

static bool is_unfolded(const struct wizard *w, enum check_group group)
{
	return group == GROUP_MUST || w->verify.unfolded[group - GROUP_EMPTY];
}

/* Lists the rows from top to bottom; of the checks, only those that are asked. Returns how many
 * there are. */
static size_t list_rows(const struct wizard *w, struct row out[ROWS_MAX])
{
	const int groups = wizard_is_listed(w) ? GROUP_COUNT : GROUP_MUST + 1;
	size_t checks[GUIDE_CHECKS_MAX], rows = 0;

	if (wizard_lacks_record(w))
		out[rows++] = (struct row){ .kind = ROW_RECORD };
	for (int group = GROUP_MUST; group < groups; group++) {
		size_t count = wizard_checks(w, (enum check_group)group, checks);

		if (group != GROUP_MUST && count > 0)
			out[rows++] = (struct row){ 0, ROW_GROUP, (enum check_group)group };
		for (size_t i = 0; is_unfolded(w, (enum check_group)group) && i < count; i++)
			if (!wizard_is_unlisted(w, checks[i]))
				out[rows++] = (struct row){ checks[i], ROW_CHECK, GROUP_MUST };
	}
	out[rows++] = (struct row){ .kind = ROW_RESULT };
	return rows;
}

static size_t rows(const struct wizard *w)
{
	struct row all[ROWS_MAX];

	return list_rows(w, all);
}

static struct row focused_row(const struct wizard *w)
{
	struct row all[ROWS_MAX];
	size_t count = list_rows(w, all), focus = w->focus[SCREEN_VERIFY];

	return all[focus < count ? focus : count - 1];
}

/* Returns true if a row is a check that takes typed text. */
static bool is_text(const struct wizard *w, struct row row)
{
	return row.kind == ROW_CHECK && wizard_takes_text(w, row.check);
}

/* Returns true if a check is answered and its row has no text, so that a stray key must not take
 * the answer back. */
static bool is_settled(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return !w->line_mode && w->verify.shown[check].len == 0 &&
	       !wizard_is_choice(wizard_check(w, check)) &&
	       (wizard_check_equal(w, check) || state == CHECK_SAME || state == CHECK_SEEN ||
		state == CHECK_ABSENT);
}

/* Returns true if Enter opens the list of options on a row that takes text: the check is not
 * answered, or the row has no text yet. In line mode also if nothing was typed since the row was
 * focused, because the list is how line mode asks for the row. */
static bool opens_list(const struct wizard *w, size_t check)
{
	return wizard_option_count(w, check) > 0 && !is_settled(w, check) &&
	       (w->verify.shown[check].len == 0 || wizard_check_state(w, check) == CHECK_OPEN ||
		(w->line_mode && !w->verify.typing));
}

bool verify_answered(const struct wizard *w)
{
	const struct row row = focused_row(w);

	return row.kind == ROW_CHECK && wizard_check_state(w, row.check) != CHECK_OPEN;
}

unsigned verify_open(struct wizard *w, size_t check)
{
	unsigned effects = wizard_push(w, SCREEN_VERIFY);
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing), n;
	struct row all[ROWS_MAX];

	if (check == FIRST_MISSING && count > 0)
		check = missing[0];
	n = list_rows(w, all);
	for (size_t i = n; i-- > 0;)
		if (all[i].kind == ROW_CHECK &&
		    (all[i].check == check ||
		     (check == FIRST_MISSING &&
		      wizard_check_state(w, all[i].check) == CHECK_DIFFERS)))
			w->focus[SCREEN_VERIFY] = i;
	return effects;
}

static bool is_number(const char *value)
{
	return value[strspn(value, "0123456789Xx")] == '\0' && strlen(value) > 6;
}

/* Groups the characters of an ID number, which is then as easy to read as on the card: 110000
 * 20070901 0014. Owned by the caller, who wipes it. */
static char *grouped(const char *value)
{
	const char *birth = value + text_offset(value, 6), *rest = value + text_offset(value, 14);

	return xasprintf("%.*s%s%.*s%s%s", (int)(birth - value), value, *birth != '\0' ? " " : "",
			 (int)(rest - birth), birth, *rest != '\0' ? " " : "", rest);
}

/* Returns how many blanks grouping inserts before character `at`, from 0, of a number. */
static size_t blanks_before(const char *value, size_t at)
{
	const size_t len = text_length(value);

	return (size_t)(at >= 6 && len > 6) + (at >= 14 && len > 14);
}

static char *shown_value(const struct wizard *w, const struct guide_check *check, const char *value,
			 bool focused)
{
	bool number = check->compare == GUIDE_COMPARE_ID_NUMBER;
	const bool needed = focused && !w->line_mode; /* line mode may be read aloud */
	char *text = mask_hides(w, check->compare, value, needed) ? mask_value(value)
								  : xstrdup(value),
	     *parted;

	if (!number || !is_number(text))
		return text;
	parted = grouped(text);
	xwipe(text);
	return parted;
}

/* Sets the mark and the status of a row by the state of its check. below: a line below the row asks
 * the question already. */
static void set_state(struct block *b, const struct wizard *w, size_t check, bool below)
{
	static const struct {
		enum mark mark;
		enum style style;
	} looks[] = {
		[CHECK_OPEN] = { MARK_UNTOUCHED, STYLE_QUIET },
		[CHECK_AGREES] = { MARK_DONE, STYLE_GOOD },
		[CHECK_FITS] = { MARK_DONE, STYLE_GOOD },
		[CHECK_SAME] = { MARK_DONE, STYLE_QUIET },
		[CHECK_SEEN] = { MARK_NONE, STYLE_QUIET },
		[CHECK_ABSENT] = { MARK_LOOK, STYLE_QUIET },
		[CHECK_WAITS] = { MARK_LOOK, STYLE_WARNING },
		[CHECK_ASK] = { MARK_LOOK, STYLE_WARNING },
		[CHECK_DIFFERS] = { MARK_WRONG, STYLE_BAD },
	};
	const struct guide_check *c = wizard_check(w, check);
	enum check_state state = wizard_check_state(w, check);
	const char *earlier = wizard_earlier_words(w, check);
	char *text;

	b->opens = wizard_is_choice(c);
	b->mark = looks[state].mark;
	if (state == CHECK_ABSENT && wizard_check_group(c) != GROUP_MUST)
		b->mark = MARK_NONE;
	if (state == CHECK_SEEN && c->compare == GUIDE_COMPARE_STUDENT)
		b->mark = MARK_DONE;
	if (state == CHECK_SEEN && wizard_is_missing(w, check)) {
		b->mark = MARK_UNTOUCHED;
		block_status(b, wizard_check_words(w, check), STYLE_QUIET);
	} else if (state != CHECK_OPEN) {
		block_status(b, wizard_check_words(w, check),
			     state == CHECK_SEEN && b->opens ? STYLE_PLAIN : looks[state].style);
	} else if (*earlier != '\0') {
		/* The label of an option may be too wide for the column. */
		text = b->opens && !w->line_mode ? xstrdup("上次选过")
						 : xasprintf("上次：%s", earlier);
		block_status(b, text, STYLE_QUIET);
		free(text);
	} else if (b->opens && !w->line_mode) {
		block_status(b, "请选", STYLE_QUIET);
	} else if (!below && wizard_option_count(w, check) > 0 && w->verify.shown[check].len > 0) {
		block_status(b, wizard_by_eye(w, check) ? "对吗？" : "真是这样？", STYLE_QUIET);
	}
}

/* Shifts the places in the blocks from `first` on by the blanks of a grouped number. */
static void point_into_groups(struct page *p, size_t first, const char *value)
{
	for (size_t i = first; i < p->count; i++) {
		uint64_t *places = &p->blocks[i].places, moved = 0;

		for (size_t at = 0; at < PLACES_MAX - 2; at++)
			moved |= (*places >> at & 1) << (at + blanks_before(value, at));
		*places = moved;
	}
}

/* Returns true if findings about the text of a check are shown. While it is typed, they are shown
 * only once it is complete. A check by eye has no expected length: its finding is shown if it is
 * about a place in the text, or once the text has NUMBER_CHARACTERS. */
static bool shows_findings(const struct wizard *w, size_t check, bool focused,
			   const struct findings *found)
{
	bool whole = text_length(w->verify.shown[check].text) >= NUMBER_CHARACTERS;

	return !w->verify.typing || !focused || wizard_shown_complete(w, check) ||
	       (wizard_by_eye(w, check) && found->count > 0 && (found->items[0].at > 0 || whole));
}

/* Sets the caret of a block. plain: the text as shown, perhaps as stars; value: plain, or plain as
 * a grouped number. */
static void set_caret(struct block *b, const struct line_edit *text, const char *plain,
		      const char *value)
{
	char *before = xstrndup(text->text, text->caret);
	size_t caret = text_length(before);

	caret += plain != value ? blanks_before(plain, caret) : 0;
	block_caret(b, value, text_offset(value, caret));
	xwipe(before);
}

/* Returns true if the text of a check is shown as stars even while it is typed. */
static bool hides_typed(const struct wizard *w, size_t check)
{
	return mask_hides(w, wizard_check(w, check)->compare, w->verify.shown[check].text, true);
}

/* Returns true if the finding only says that the text is not understood, and the student answered
 * that the site shows it. */
static bool is_said_unread(const struct wizard *w, size_t check, const struct findings *found)
{
	const enum finding_kind kind = found->count > 0 ? found->items[0].kind : KIND_BLANK;

	return wizard_check_state(w, check) != CHECK_OPEN &&
	       (kind == KIND_DAY_UNREAD || kind == KIND_SEX_UNCLEAR || kind == KIND_GROUP_UNCLEAR);
}

/* Adds the line with the text of a check: of the focused one, or in line mode of each that has
 * text. Returns true if findings about the text are shown. */
static bool add_typed(struct page *p, const struct wizard *w, size_t check, bool focused)
{
	enum { LINES = 2 };
	const struct line_edit *shown = &w->verify.shown[check];
	const struct guide_check *c = wizard_check(w, check);
	bool hidden = hides_typed(w, check);
	const char *expected = wizard_expected(w, c->compare);
	char *plain = hidden ? line_edit_stars(shown) : xstrdup(shown->text), *value = plain;
	struct findings found = { 0 };
	struct block *b;
	size_t first;
	bool shown_findings;

	/* A typed number that is none is grouped, too, to stand below the number to compare. */
	if (c->compare == GUIDE_COMPARE_ID_NUMBER &&
	    is_number(*expected != '\0' ? expected : shown->text))
		value = grouped(plain);
	b = page_add(p, BLOCK_FIELD, value);
	block_label(b, "网站上");
	b->typed = true;
	b->reserved = LINES;
	if (focused)
		set_caret(b, shown, plain, value);
	wizard_check_shown(w, check, &found);
	shown_findings = shows_findings(w, check, focused, &found);
	/* Line mode says both values already. */
	if (!shown_findings || is_said_unread(w, check, &found) ||
	    (w->line_mode && found.count > 0 &&
	     (found.items[0].kind == KIND_SHOWN_WHOLE || found.items[0].kind == KIND_SHOWN_NUMBER ||
	      found.items[0].kind == KIND_DAY)))
		found.count = 0;
	if (hidden && shown->len > 0 && found.count == 0 && !w->line_mode)
		add_hidden(p);
	if (wizard_is_choice(c) && (shown->len == 0 || !w->line_mode))
		page_add(p, BLOCK_FINDING,
			 shown->len == 0 ? "照抄网页上写的。" : "要换一个，按空格。")
			->style = STYLE_QUIET;
	first = p->count;
	add_findings(p, plain, &found, SENTENCE_SITE | wizard_reader(w, hidden));
	if (value != plain) {
		point_into_groups(p, first, plain);
		xwipe(value);
	}
	explicit_bzero(&found, sizeof found);
	xwipe(plain);
	return shown_findings;
}

static void add_quiet(struct page *p, const char *sentence)
{
	if (*sentence != '\0')
		page_add(p, BLOCK_FINDING, sentence)->style = STYLE_QUIET;
}

/* Adds what to do about the answer, or how to give one. asked: only the student can judge the
 * text. */
static void add_advice(struct page *p, const struct wizard *w, size_t check, bool asked)
{
	const struct guide_verification *v = w->guide->verification;
	const struct guide_check *c = wizard_check(w, check);
	enum check_state state = wizard_check_state(w, check);
	bool by_eye = wizard_by_eye(w, check);
	int choice = wizard_choice(w, check);

	if (c->compare == GUIDE_COMPARE_STUDENT && choice != NO_CHOICE) {
		const struct guide_text *text = &v->students[choice].advice;

		for (size_t i = 0; i < text->count; i++)
			add_quiet(p, text->lines[i]);
	} else if (c->compare == GUIDE_COMPARE_STATUS && choice != NO_CHOICE) {
		add_quiet(p, v->statuses[choice].meaning);
	} else if (state == CHECK_DIFFERS && c->advice != NULL) {
		add_quiet(p, wizard_doubt_words(w, check));
		add_quiet(p, c->advice);
	} else if (asked) {
		page_add(p, BLOCK_FINDING,
			 by_eye ? "对吗？按 Enter 选。"
			 : wizard_is_shown_masked(w, check)
				 ? "能点开看全的，看全了再打；不能的，按 Enter 选。"
				 : "网页上真是这样？按 Enter 选。");
	} else if (by_eye && state == CHECK_OPEN) {
		add_quiet(p, w->line_mode ? "没有可比的，自己看。"
					  : "没有可比的：没问题按空格，不对按 Enter 选。");
	}
}

/* Shows what was typed from the site in place of 不一致, which the mark says as well; where it is
 * masked, shows which part differs. For a choice without a fitting option, shows the text. */
static void set_value(struct block *b, const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	const char *shown = w->verify.shown[check].text;
	const char *expected = wizard_expected(w, c->compare);
	const bool differs = wizard_check_state(w, check) == CHECK_DIFFERS;
	char *value, *asked;

	if (w->line_mode || *shown == '\0' || strcmp(shown, expected) == 0 ||
	    (!b->opens && !differs && !wizard_by_eye(w, check)))
		return;
	value = mask_hides(w, c->compare, shown, false)
			? site_value_difference(c->compare, shown, expected)
			: shown_value(w, c, shown, false);
	if (!b->opens && !differs && *value != '\0') {
		asked = xasprintf("%s  %s", value, b->status);
		xwipe(value);
		value = asked;
	}
	if (*value != '\0')
		block_status(b, value, b->style);
	xwipe(value);
}

static void add_check(struct page *p, const struct wizard *w, struct row row, size_t at)
{
	const struct guide_check *check = wizard_check(w, row.check);
	bool focused = w->focus[SCREEN_VERIFY] == at, text = is_text(w, row), shown = false;
	bool filled = w->verify.shown[row.check].len > 0;
	char *value = shown_value(w, check, wizard_expected(w, check->compare), focused);
	/* In line mode the label of a typed record's value says where it comes from. */
	const bool labelled = w->line_mode && w->record.typed;
	struct block *b = page_addf(p, BLOCK_TABLE_ROW, "%s%s", value,
				    labelled ? "" : wizard_source_words(w, row.check));

	xwipe(value);
	block_label(b, check->label);
	b->expected = wizard_expected_label(w, row.check);
	b->row = (int)at;
	set_state(b, w, row.check, focused && !w->line_mode);
	if (!focused && text)
		set_value(b, w, row.check);
	if (text && (w->line_mode ? filled : focused))
		shown = add_typed(p, w, row.check, focused);
	if (focused || w->line_mode)
		add_advice(p, w, row.check,
			   !w->line_mode && filled && (shown || wizard_by_eye(w, row.check)) &&
				   wizard_check_state(w, row.check) == CHECK_OPEN &&
				   wizard_option_count(w, row.check) > 0);
}

/* Writes how many of the checks differ: "2 处不同" if all of these were compared, 不对 if none
 * was; "" if none differs. Returns how many do. */
static size_t count_differing(const struct wizard *w, const size_t *checks, size_t count,
			      char out[DIFFERING])
{
	size_t differ = 0, compared = 0;

	for (size_t i = 0; i < count; i++) {
		bool differs = wizard_check_state(w, checks[i]) == CHECK_DIFFERS;

		differ += differs;
		compared +=
			differs && *wizard_expected(w, wizard_check(w, checks[i])->compare) != '\0';
	}
	*out = '\0';
	if (differ > 0)
		snprintf(out, DIFFERING, "%zu 处%s", differ,
			 compared == differ ? "不同"
			 : compared == 0    ? "不对"
					    : "有问题");
	return differ;
}

static const char *group_title(enum check_group group)
{
	return group == GROUP_EMPTY ? "可以为空" : "顺便看看";
}

/* Adds the row of a group. While the group is folded, the row names its first four checks. */
static void add_group(struct page *p, const struct wizard *w, enum check_group group, size_t at)
{
	enum { NAMED = 4 };
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, group, checks), seen = 0;
	char *text, status[96], differing[DIFFERING];
	const size_t differ = count_differing(w, checks, count, differing);
	FILE *out = xmemstream(&text);
	struct block *b;

	fputs(group_title(group), out);
	for (size_t i = 0; i < count; i++) {
		seen += wizard_check_state(w, checks[i]) != CHECK_OPEN;
		if (!is_unfolded(w, group) && i < NAMED)
			fprintf(out, "%s%s", i == 0 ? "：" : "；",
				wizard_check(w, checks[i])->label);
	}
	if (!is_unfolded(w, group) && count > NAMED)
		fputs("等", out);
	fclose(out);
	if (p->blocks[p->count - 1].kind != BLOCK_GROUP)
		page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_GROUP, text);
	free(text);
	if (seen > 0)
		snprintf(status, sizeof status, "%zu/%zu%s%s", seen, count, differ > 0 ? "  " : "",
			 differing);
	else
		snprintf(status, sizeof status, "%zu 项", count);
	block_status(b, status, differ > 0 ? STYLE_BAD : STYLE_QUIET);
	b->opens = !is_unfolded(w, group);
	b->row = (int)at;
}

/* Adds the button to the result and what is missing; without a gap before it, so that 24 rows show
 * it together with a row that differs. */
static void add_result(struct page *p, const struct wizard *w, size_t at)
{
	char *missing = wizard_missing_text(w);

	page_add(p, BLOCK_BUTTON, "看结果")->row = (int)at;
	if (*missing != '\0')
		page_add(p, BLOCK_FINDING, missing);
	free(missing);
}

static void add_heading(struct page *p, const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX], all[GUIDE_CHECKS_MAX], count = 0;
	size_t asked = wizard_asked(w);
	const struct guide_text *intro = &w->guide->verification->intro;
	const char *space = wizard_record(w) == NULL ? "没问题的按空格。" : "一样的按空格。";
	const char *same = !w->line_mode              ? space
			   : wizard_record(w) == NULL ? "没问题就输入 1。"
						      : "一样就输入“一样”，没有就输入“没有”。";
	char status[96], differing[DIFFERING];
	struct block *b = page_add(p, BLOCK_HEADING, w->guide->steps[w->step].title);

	while (count < w->guide->verification->check_count) {
		all[count] = count;
		count++;
	}
	count = count_differing(w, all, count, differing);
	snprintf(status, sizeof status, "%zu/%zu%s%s", asked - wizard_missing(w, missing), asked,
		 count > 0 ? "  " : "", differing);
	/* A single check needs no count. */
	if (asked > 1)
		block_status(b, status, STYLE_PLAIN);
	for (size_t i = 0; wizard_is_listed(w) && i < intro->count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "%s%s", intro->lines[i],
			  i + 1 < intro->count ? "" : same);
}

/* Sets the widths, in columns, of the longest label, shown or not, and of the longest value. The
 * blanks of a grouped number do not count: it has them only while it is focused. */
static void set_widths(struct page *p, const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	p->text_width = NUMBER_CHARACTERS;
	for (size_t i = 0; i < v->check_count; i++) {
		int label = text_width(v->checks[i].label);
		int text = text_width(wizard_expected(w, v->checks[i].compare)) +
			   text_width(wizard_source_words(w, i));

		p->label_width = label > p->label_width ? label : p->label_width;
		p->text_width = text > p->text_width ? text : p->text_width;
	}
}

static void build(struct page *p, const struct wizard *w)
{
	struct row all[ROWS_MAX];
	size_t count = list_rows(w, all);
	struct row focused = focused_row(w);
	struct block *b;
	char *wanted;

	if (is_text(w, focused) && opens_list(w, focused.check))
		p->enter = "选择";
	if (focused.kind == ROW_GROUP)
		p->enter = is_unfolded(w, focused.group) ? "收起" : "展开";
	p->grows = true;
	set_widths(p, w);
	add_heading(p, w);
	if (!wizard_is_listed(w)) {
		char *aside = wizard_set_aside(w);

		page_addf(p, BLOCK_PARAGRAPH, "网站上还没有学籍，别的项目等有了再看。%s", aside);
		page_add(p, BLOCK_GAP, "");
		free(aside);
	}
	for (size_t i = 0; i < count; i++) {
		if (i == (size_t)(all[0].kind == ROW_RECORD) && !w->line_mode &&
		    wizard_is_listed(w)) {
			b = page_add(p, BLOCK_TABLE_ROW,
				     w->record.typed ? "你填的" : "高考时登记的");
			block_label(b, "必须一致");
			block_status(b, "学信网上的", STYLE_EMPHASIS);
		}
		switch (all[i].kind) {
		case ROW_RECORD:
			wanted = wizard_record_wanted(w);
			page_add(p, BLOCK_BUTTON, wanted)->row = (int)i;
			free(wanted);
			break;
		case ROW_CHECK:
			add_check(p, w, all[i], i);
			break;
		case ROW_GROUP:
			add_group(p, w, all[i].group, i);
			break;
		case ROW_RESULT:
			add_result(p, w, i);
			break;
		}
	}
}

/* Focuses the row of a check again: a status may add or remove rows. */
static void refocus(struct wizard *w, size_t check)
{
	struct row all[ROWS_MAX];

	for (size_t i = list_rows(w, all); i-- > 0;)
		if (all[i].kind == ROW_CHECK && all[i].check == check)
			w->focus[SCREEN_VERIFY] = i;
}

/* Chooses the status that was copied as one that is not listed, although it is. */
static void take_listed_status(struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text;

	for (size_t i = 0; *text != '\0' && i < wizard_option_count(w, check); i++)
		if (site_value_same_words(text, wizard_option_label(w, check, i))) {
			line_edit_wipe(&w->verify.shown[check]);
			wizard_choose(w, check, i);
			wizard_say(w, "%s：列表里有「%s」，选上了。", wizard_check(w, check)->label,
				   wizard_option_label(w, check, i));
			refocus(w, check);
			return;
		}
}

static unsigned set_result(struct wizard *w, size_t check, const char *result)
{
	wizard_answer(w, check, result);
	return EFFECT_SAVE;
}

/* The result that a blank gives to a check: the same as the record, or seen if there is no value to
 * compare with. If the value is masked, the student cannot compare it: says so and returns "". */
static const char *blank_says(struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);

	if (wizard_by_eye(w, check))
		return RESULT_SEEN;
	if (!mask_hides(w, c->compare, wizard_expected(w, c->compare), !w->line_mode))
		return RESULT_SAME;
	wizard_say(w, "%s遮着，比不了。按 Ctrl-R 显示，或照网页打。", c->label);
	return "";
}

/* Answers a check and wipes the text of its row. */
static unsigned say(struct wizard *w, size_t check, enum typed_meaning meaning)
{
	line_edit_wipe(&w->verify.shown[check]);
	w->verify.typing = false;
	return set_result(w, check, meaning == TYPED_ABSENT ? RESULT_ABSENT : blank_says(w, check));
}

static bool says_yes(const struct wizard *w, size_t check)
{
	return !wizard_is_choice(wizard_check(w, check)) &&
	       wizard_typed_meaning(w->verify.shown[check].text) == TYPED_YES;
}

/* Ends the typing in the focused row before the focus leaves it: its text is judged as it is. Text
 * that agrees, or says that the site shows nothing, is wiped, because the answer is kept; other
 * text loses the blanks at its end, and a day is written as the record's. */
static void settle(struct wizard *w)
{
	struct row row = focused_row(w);
	struct line_edit *shown = &w->verify.shown[row.check];

	w->verify.typing = w->verify.touched = false;
	if (is_text(w, row) && says_yes(w, row.check))
		say(w, row.check, TYPED_YES);
	if (is_text(w, row) && wizard_answer_is(w, row.check, RESULT_SAME) &&
	    (wizard_is_contradicted(w, row.check) ||
	     (w->number_wrong && wizard_check(w, row.check)->compare == GUIDE_COMPARE_ID_NUMBER))) {
		/* The site shows the same as the record, and the record is wrong: judge that value
		 * as if it were typed. */
		line_edit_set(shown, wizard_expected(w, wizard_check(w, row.check)->compare));
		wizard_note_shown(w, row.check);
	}
	if (!is_text(w, row))
		return;
	if (wizard_check_equal(w, row.check) || wizard_answer_is(w, row.check, RESULT_ABSENT)) {
		line_edit_wipe(shown);
	} else {
		const enum guide_compare compare = wizard_check(w, row.check)->compare;
		char *typed = wizard_typed(w, row.check);
		char *written = *wizard_expected(w, compare) != '\0'
					? site_value_written(compare, typed)
					: xstrdup(typed);

		line_edit_set(shown, written);
		xwipe(written);
		xwipe(typed);
		if (wizard_is_choice(wizard_check(w, row.check)))
			take_listed_status(w, row.check);
	}
}

static void go_down(struct wizard *w)
{
	settle(w);
	wizard_move_focus(w, rows(w), (struct action){ .kind = ACTION_DOWN });
}

/* Gives an answer, or takes it back if it is given already. */
static unsigned answer(struct wizard *w, size_t check, const char *result)
{
	return set_result(w, check, wizard_answer_is(w, check, result) ? "" : result);
}

/* Returns true if typing replaces the text: the row has a whole text, and no key was pressed in it
 * since the row was focused. */
static bool starts_anew(const struct wizard *w, size_t check)
{
	bool whole = wizard_by_eye(w, check) || wizard_is_choice(wizard_check(w, check)) ||
		     wizard_shown_complete(w, check) ||
		     wizard_check_state(w, check) == CHECK_DIFFERS;

	return !w->verify.touched && !w->line_mode && whole && w->verify.shown[check].len > 0;
}

static const char *option_label(const struct wizard *w, size_t option)
{
	return wizard_option_label(w, focused_row(w).check, option);
}

/* Answers the focused check with an option. If no option fits, the text that was searched for, else
 * the text that the list asked about, is what the site shows. Focuses the next row, unless the
 * value on the site can still be typed: no option fits, or a check by eye differs. */
static unsigned take_option(struct wizard *w, size_t option)
{
	size_t check = focused_row(w).check;
	struct line_edit *shown = &w->verify.shown[check];
	char *typed = xstrdup(choose_unlisted(w)); /* the answer may change the rows */
	const bool copied = w->verify.typing;      /* the list asks about a text just copied */

	w->verify.typing = false;
	wizard_choose(w, check, option);
	if (wizard_check_state(w, check) == CHECK_OPEN) /* the text was mistyped */
		line_edit_wipe(shown);
	if (wizard_is_choice(wizard_check(w, check)) &&
	    (*typed != '\0' || !copied || !wizard_takes_text(w, check)))
		line_edit_set(shown, wizard_takes_text(w, check) ? typed : "");
	xwipe(typed);
	refocus(w, check);
	if (shown->len > 0 || !wizard_takes_text(w, check) ||
	    (wizard_by_eye(w, check) && wizard_check_state(w, check) != CHECK_DIFFERS))
		go_down(w);
	return EFFECT_SAVE;
}

static unsigned type(struct wizard *w, struct row row, struct action a);
static unsigned list_options(struct wizard *w, size_t check);

/* Takes text that was typed in a list as what the site shows. */
static unsigned type_anew(struct wizard *w, const char *text)
{
	const struct row row = focused_row(w);

	/* 对 in answer to 真是这样？ does not say that the value is the record's. */
	if (wizard_typed_meaning(text) == TYPED_YES && !wizard_by_eye(w, row.check))
		return list_options(w, row.check);
	line_edit_wipe(&w->verify.shown[row.check]);
	return type(w, row, (struct action){ ACTION_INSERT, 0, text });
}

/* Returns true if the site shows words for a check, never a number. */
static bool is_in_words(const struct guide_check *check)
{
	switch (check->compare) {
	case GUIDE_COMPARE_NAME:
	case GUIDE_COMPARE_SEX:
	case GUIDE_COMPARE_ETHNIC_GROUP:
	case GUIDE_COMPARE_INSTITUTION:
	case GUIDE_COMPARE_LEVEL:
	case GUIDE_COMPARE_MAJOR:
		return true;
	default:
		return false;
	}
}

static unsigned list_options(struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	const char *shown = w->verify.shown[check].text;
	/* Two asterisks would mark emphasis in the heading. */
	const bool asked = *shown != '\0' && strstr(shown, "**") == NULL && !hides_typed(w, check);
	const struct chooser chooser = { .title = c->label,
					 .count = wizard_option_count(w, check),
					 .label = option_label,
					 .take = take_option,
					 .value = asked ? shown : NULL,
					 .typed = wizard_is_choice(c) ? NULL : type_anew,
					 .digits = !is_in_words(c) };
	int choice = wizard_choice(w, check);

	return choose_open(w, &chooser, choice == NO_CHOICE ? NO_OPTION : (size_t)choice);
}

static unsigned fold(struct wizard *w, enum check_group group)
{
	bool *unfolded = &w->verify.unfolded[group - GROUP_EMPTY];

	*unfolded = !*unfolded;
	if (w->line_mode)
		return EFFECT_NEW_SCREEN;
	w->focus[SCREEN_VERIFY] += *unfolded; /* focus the first row of the group */
	return 0;
}

/* Reports what is wrong with the text of a check. */
static void say_finding(struct wizard *w, size_t check)
{
	bool hidden =
		mask_hides(w, wizard_check(w, check)->compare, w->verify.shown[check].text, true);
	struct findings found = { 0 };
	char sentence[SENTENCE_MAX];

	wizard_check_shown(w, check, &found);
	if (found.count > 0)
		wizard_say(w, "%s：%s", wizard_check(w, check)->label,
			   sentence_make(&found.items[0], SENTENCE_SITE | wizard_reader(w, hidden),
					 sentence));
	explicit_bzero(sentence, sizeof sentence);
	explicit_bzero(&found, sizeof found);
}

/* Returns true if the text typed for a status that is not listed is part of one that is. */
static bool resembles_listed(const struct wizard *w, size_t check)
{
	const char *text = w->verify.shown[check].text;

	for (size_t i = 0; w->verify.typing && i < wizard_option_count(w, check); i++)
		if ((int)i != wizard_choice(w, check) &&
		    site_value_has_words(wizard_option_label(w, check, i), text) &&
		    !site_value_same_words(wizard_option_label(w, check, i), text))
			return true;
	return false;
}

/* Handles Enter: opens the list of options if the check needs one; else reports a finding that was
 * not shown yet and focuses the next row, because what is typed next belongs there. */
static unsigned enter_text(struct wizard *w, size_t check)
{
	bool shown = !w->verify.typing || wizard_shown_complete(w, check) || w->line_mode;

	if (says_yes(w, check)) {
		say(w, check, TYPED_YES);
		if (!wizard_answer_is(w, check, "")) /* it is not masked */
			go_down(w);
		return EFFECT_SAVE;
	}
	if (opens_list(w, check)) {
		if (w->verify.shown[check].len > 0)
			say_finding(w, check);
		return list_options(w, check);
	}
	if (wizard_is_choice(wizard_check(w, check)) && resembles_listed(w, check)) {
		wizard_say(w, "列表里有相近的：是就选它，都不是就选“别的”。");
		return list_options(w, check);
	}
	if (!shown)
		say_finding(w, check);
	go_down(w);
	return EFFECT_SAVE;
}

static unsigned enter(struct wizard *w, struct row row)
{
	switch (row.kind) {
	case ROW_RECORD:
		return wizard_enter_record(w);
	case ROW_GROUP:
		return fold(w, row.group);
	case ROW_RESULT:
		return wizard_finish(w);
	default:
		return is_text(w, row) ? enter_text(w, row.check) : list_options(w, row.check);
	}
}

/* A click on the focused row answers a row without text; it never certifies text that was typed. */
static unsigned toggle(struct wizard *w, struct row row)
{
	if (!is_text(w, row))
		return enter(w, row);
	return w->verify.shown[row.check].len == 0 ? answer(w, row.check, blank_says(w, row.check))
						   : 0;
}

static unsigned say_absent(struct wizard *w, struct row row)
{
	if (row.kind != ROW_CHECK || wizard_check(w, row.check)->compare == GUIDE_COMPARE_STATUS ||
	    wizard_check(w, row.check)->compare == GUIDE_COMPARE_STUDENT)
		return 0;
	return answer(w, row.check, RESULT_ABSENT);
}

/* Skips the blanks before a text. */
static const char *skip_blanks(const char *text)
{
	const char *next = text;
	uint32_t cp;

	while (text_next(&next, &cp) && text_is_blank(cp))
		text = next;
	return text;
}

/* The part of a typed or pasted text that a row takes: no blanks at its beginning; of 姓名：李明,
 * only the name; of an ID number, no blanks at all, because it is shown in groups. Owned by the
 * caller, who wipes it. */
static char *taken(const struct guide_check *check, const struct line_edit *line, const char *text)
{
	size_t len = strlen(check->label), n = 0;
	char *out;
	uint32_t cp;

	if (line->len == 0)
		text = skip_blanks(text);
	if (line->len == 0 && strncmp(text, check->label, len) == 0) {
		const char *value = skip_blanks(text + len);

		value += strncmp(value, "：", strlen("：")) == 0 ? strlen("：") : *value == ':';
		value = skip_blanks(value);
		text = *value != '\0' ? value : text;
	}
	out = xstrdup(text);
	if (check->compare != GUIDE_COMPARE_ID_NUMBER)
		return out;
	while (text_next(&text, &cp))
		if (cp != 0xFFFD &&
		    (cp < ' ' || !text_is_blank(cp))) /* line ends are left to wizard_edit() */
			n += text_encode(text_narrow(cp), out + n);
	explicit_bzero(out + n, strlen(out + n)); /* the rest of the text */
	return out;
}

/* Refuses typed or pasted text, with a notice, if it would overwrite an answer or a whole text by
 * mistake. A blank on an answered row is refused because the key may be held down. Returns true if
 * the text is refused. */
static bool refuses(struct wizard *w, size_t check, const char *text)
{
	const char *label = wizard_check(w, check)->label;
	bool absent = wizard_check_state(w, check) == CHECK_ABSENT;
	const char *done = absent                    ? "记了网页上没有"
			   : wizard_by_eye(w, check) ? "看过了"
						     : "已经核对过";
	enum typed_meaning meaning = wizard_typed_meaning(text);

	if (is_settled(w, check) && (meaning == TYPED_SAME || meaning == TYPED_YES) && !absent)
		wizard_say(w, "%s%s，按 Enter 到下一项。", label, done);
	else if (is_settled(w, check) && meaning == TYPED_VALUE)
		wizard_say(w, "%s%s。要重新打，先按退格。", label, done);
	else if (starts_anew(w, check) && meaning == TYPED_SAME)
		wizard_say(w, "%s打过了。要改成“一样”，先按 Ctrl-U 清空。", label);
	else
		return false;
	return true;
}

static bool insert(struct wizard *w, size_t check, const char *text)
{
	struct line_edit *line = &w->verify.shown[check];
	char *part = taken(wizard_check(w, check), line, text);
	bool inserted;

	if (starts_anew(w, check)) {
		line_edit_wipe(line);
		wizard_say(w, "从头打了。只改几个字的，先按左右或退格。");
	}
	inserted = wizard_edit(w, line, (struct action){ ACTION_INSERT, 0, part });
	xwipe(part);
	return inserted;
}

/* Returns true if a text answers a check as soon as it is typed. */
static bool answers(const char *text)
{
	return wizard_typed_meaning(text) == TYPED_SAME ||
	       wizard_typed_meaning(text) == TYPED_ABSENT;
}

/* Applies an action to the text of a row; EFFECT_UNHANDLED if it does not edit text. Words that
 * answer the check are not kept as its text. */
static unsigned type(struct wizard *w, struct row row, struct action a)
{
	struct line_edit *line = &w->verify.shown[row.check];
	bool choice = wizard_is_choice(wizard_check(w, row.check));
	size_t len = line->len;

	if (len == 0 && !choice && (a.kind == ACTION_ERASE_BEFORE || a.kind == ACTION_ERASE_ALL))
		return set_result(w, row.check, "");
	if (a.kind == ACTION_INSERT && choice && text_all_blank(a.text) &&
	    (len == 0 || starts_anew(w, row.check)))
		return list_options(w, row.check);
	if (a.kind == ACTION_INSERT && !choice && refuses(w, row.check, a.text))
		return 0;
	if (a.kind == ACTION_INSERT && !choice && len == 0 && answers(a.text))
		return say(w, row.check, wizard_typed_meaning(a.text));
	if (a.kind == ACTION_INSERT ? !insert(w, row.check, a.text) : !wizard_edit(w, line, a))
		return EFFECT_UNHANDLED;
	w->verify.touched = true;
	if (line->len == len && a.kind != ACTION_INSERT) /* the caret moved */
		return 0;
	if (!choice && answers(line->text))
		return say(w, row.check, wizard_typed_meaning(line->text));
	w->verify.typed = row.check;
	w->verify.typing = true;
	if (choice)
		return 0;
	return wizard_note_shown(w, row.check) ? EFFECT_SAVE : 0;
}

static unsigned apply(struct wizard *w, struct action a)
{
	struct row row = focused_row(w);
	unsigned effects = is_text(w, row) ? type(w, row, a) : EFFECT_UNHANDLED;

	if (effects != EFFECT_UNHANDLED)
		return effects;
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w, row);
	case ACTION_REVEAL:
		w->verify.revealed = !w->verify.revealed;
		return 0;
	case ACTION_TOGGLE:
		return toggle(w, row);
	case ACTION_MARK_ABSENT:
		return say_absent(w, row);
	case ACTION_INSERT:
		if (row.kind == ROW_CHECK)
			return list_options(w, row.check) | choose_screen.apply(w, a);
		wizard_say(w, "这一行不用打字。");
		return 0;
	default:
		if (a.kind != ACTION_PICK || a.number != w->focus[SCREEN_VERIFY])
			settle(w);
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	struct row row = focused_row(w);

	if (row.kind != ROW_CHECK)
		return CONTEXT_VERIFY_BUTTON;
	if (!is_text(w, row))
		return CONTEXT_STATUS;
	if (is_settled(w, row.check))
		return CONTEXT_CHECK_SETTLED;
	if (starts_anew(w, row.check))
		return CONTEXT_CHECK_WHOLE;
	if (!w->line_mode &&
	    (w->verify.shown[row.check].len > 0 || wizard_is_choice(wizard_check(w, row.check))))
		return CONTEXT_CHECK_TYPED;
	return wizard_option_count(w, row.check) > 0 ? CONTEXT_BY_EYE : CONTEXT_VERIFY;
}

static struct line_edit *editing(struct wizard *w)
{
	struct row row = focused_row(w);

	return is_text(w, row) ? &w->verify.shown[row.check] : NULL;
}

const struct screen verify_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
	.editing = editing,
};
