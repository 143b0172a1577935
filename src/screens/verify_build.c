/* SPDX-License-Identifier: MIT */
#include "screens/verify_build.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"
#include "screens/blocks.h"
#include "screens/verify_rows.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/mask.h"
#include "wizard/shown.h"
#include "wizard/site_value.h"
#include "wizard/verdict.h"

enum {
	NUMBER_CHARACTERS = 18,
	DIFFERING = 48 /* bytes of how many checks differ */
};

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
	bool hidden = verify_hides_typed(w, check);
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

static void add_check(struct page *p, const struct wizard *w, struct verify_row row, size_t at)
{
	const struct guide_check *check = wizard_check(w, row.check);
	bool focused = w->focus[SCREEN_VERIFY] == at, text = verify_is_text(w, row), shown = false;
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
		if (!verify_is_unfolded(w, group) && i < NAMED)
			fprintf(out, "%s%s", i == 0 ? "：" : "；",
				wizard_check(w, checks[i])->label);
	}
	if (!verify_is_unfolded(w, group) && count > NAMED)
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
	b->opens = !verify_is_unfolded(w, group);
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

void verify_build(struct page *p, const struct wizard *w)
{
	struct verify_row all[VERIFY_ROWS_MAX];
	size_t count = verify_rows(w, all);
	struct verify_row focused = verify_focused_row(w);
	struct block *b;
	char *wanted;

	if (verify_is_text(w, focused) && verify_opens_list(w, focused.check))
		p->enter = "选择";
	if (focused.kind == VERIFY_GROUP)
		p->enter = verify_is_unfolded(w, focused.group) ? "收起" : "展开";
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
		if (i == (size_t)(all[0].kind == VERIFY_RECORD) && !w->line_mode &&
		    wizard_is_listed(w)) {
			b = page_add(p, BLOCK_TABLE_ROW,
				     w->record.typed ? "你填的" : "高考时登记的");
			block_label(b, "必须一致");
			block_status(b, "学信网上的", STYLE_EMPHASIS);
		}
		switch (all[i].kind) {
		case VERIFY_RECORD:
			wanted = wizard_record_wanted(w);
			page_add(p, BLOCK_BUTTON, wanted)->row = (int)i;
			free(wanted);
			break;
		case VERIFY_CHECK:
			add_check(p, w, all[i], i);
			break;
		case VERIFY_GROUP:
			add_group(p, w, all[i].group, i);
			break;
		case VERIFY_RESULT:
			add_result(p, w, i);
			break;
		}
	}
}
