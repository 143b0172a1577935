/* SPDX-License-Identifier: MIT */
/* Lists the options of a choice. Typing a number focuses that option; typing any other text keeps
 * only the options that contain it. */
#include "screens/choose.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/screen.h"
#include "wizard/shown.h"
#include "wizard/site_value.h"
#include "wizard/text_search.h"

/* Lists of at most this many options show the search line only once something is typed. */
enum { SHORT_LIST = 9 };

static const char *label_of(const struct wizard *w, size_t option)
{
	return w->choose.chooser.label(w, option);
}

/* The option whose number was typed, from 0; NO_OPTION if the text is not the number of an
 * option. Where text is an answer, a digit twice is that digit: a key that bounces is no value. */
static size_t numbered(const struct wizard *w)
{
	const struct chooser *c = &w->choose.chooser;
	size_t number = text_small_number(w->choose.sought.text);

	if (c->typed != NULL && !w->line_mode && number > c->count && number < 100 &&
	    number % 11 == 0)
		number /= 11;
	return number > 0 && number <= c->count ? number - 1 : NO_OPTION;
}

static bool is_digit(uint32_t cp)
{
	return text_narrow(cp) >= '0' && text_narrow(cp) <= '9';
}

static bool is_found(const struct wizard *w, size_t option)
{
	const struct chooser *c = &w->choose.chooser;
	const char *label = label_of(w, option), *sought = w->choose.sought.text;

	/* Where text is an answer, letters are no pinyin. */
	return site_value_has_words(label, sought) ||
	       (c->typed == NULL && !c->other && text_search_in(label, sought, true));
}

static bool is_contained(const struct wizard *w)
{
	for (size_t i = 0; i < w->choose.chooser.count; i++)
		if (is_found(w, i))
			return true;
	return false;
}

/* Returns true if an option contains the typed text, or if the text consists of digits. */
static bool finds_any(const struct wizard *w)
{
	return is_contained(w) || text_all(w->choose.sought.text, is_digit);
}

const char *choose_unlisted(const struct wizard *w)
{
	return finds_any(w) ? "" : w->choose.sought.text;
}

/* Returns true if an option is shown. If no option contains the text, the catch-all options (别的,
 * 其他) stay, because the site may use another word for them. */
static bool is_listed(const struct wizard *w, size_t option)
{
	const char *sought = w->choose.sought.text, *label = label_of(w, option);

	if (*sought == '\0' || numbered(w) != NO_OPTION)
		return true;
	if (finds_any(w))
		return is_found(w, option);
	return strncmp(label, "别的", strlen("别的")) == 0 ||
	       strncmp(label, "其他", strlen("其他")) == 0;
}

static size_t rows(const struct wizard *w)
{
	size_t count = 0;

	for (size_t i = 0; i < w->choose.chooser.count; i++)
		count += is_listed(w, i);
	return count;
}

/* The option of the focused row. NO_OPTION until the student picks a row, so that a key that is
 * held down chooses nothing. */
static size_t focused_option(const struct wizard *w)
{
	size_t row = w->focus[SCREEN_CHOOSE];

	for (size_t i = 0; i < w->choose.chooser.count; i++)
		if (is_listed(w, i) && row-- == 0)
			return i;
	return NO_OPTION;
}

unsigned choose_open(struct wizard *w, const struct chooser *chooser, size_t chosen)
{
	unsigned effects = wizard_push(w, SCREEN_CHOOSE);

	w->choose.chooser = *chooser;
	w->choose.chosen = chosen;
	line_edit_wipe(&w->choose.sought);
	w->focus[SCREEN_CHOOSE] = chosen < chooser->count ? chosen : chooser->count;
	return effects;
}

static void add_sought(struct page *p, const struct wizard *w)
{
	const struct line_edit *sought = &w->choose.sought;
	struct block *b;

	if (w->line_mode || (sought->len == 0 && w->choose.chooser.count <= SHORT_LIST))
		return;
	/* The number of a row is no value of the site. */
	if (w->choose.chooser.typed != NULL && numbered(w) != NO_OPTION)
		return;
	b = page_add(p, BLOCK_FIELD, sought->text);
	block_label(b, w->choose.chooser.other   ? "文件名"
		       : w->choose.chooser.typed ? "网站上"
						 : "找");
	block_caret(b, sought->text, sought->caret);
	if (sought->len == 0)
		block_status(b, "打编号或几个字", STYLE_QUIET);
	page_add(p, BLOCK_GAP, "");
}

static void build(struct page *p, const struct wizard *w)
{
	const char *value = w->choose.chooser.value;
	size_t focus = focused_option(w);
	struct block *b = page_addf(p, BLOCK_HEADING, "%s%s%s", w->choose.chooser.title,
				    value != NULL ? "：" : "", value != NULL ? value : "");
	char text[48];
	int row = 0;

	p->grows = w->choose.chooser.count > SHORT_LIST;
	if (focus == NO_OPTION && w->choose.sought.len == 0 && !p->grows &&
	    !w->choose.chooser.other && !w->line_mode)
		strcpy(text, "打编号，按 Enter");
	else
		snprintf(text, sizeof text, "%zu/%zu", focus == NO_OPTION ? 0 : focus + 1,
			 w->choose.chooser.count);
	if (finds_any(w))
		block_status(b, text, STYLE_PLAIN);
	add_sought(p, w);
	for (size_t i = 0; i < w->choose.chooser.count; i++) {
		if (!is_listed(w, i))
			continue;
		b = page_add(p, BLOCK_CHOICE, label_of(w, i));
		snprintf(text, sizeof text, "%2zu", i + 1);
		if (!w->line_mode) /* line mode numbers the rows itself */
			block_label(b, text);
		if (i == w->choose.chosen)
			block_status(b, "现在选的", STYLE_QUIET);
		b->row = row++;
	}
	if (row == 0)
		page_add(p, BLOCK_PARAGRAPH, "没有这一项。退格删掉，就看到全部。");
	else if (!finds_any(w) && !w->choose.chooser.other)
		page_add(p, BLOCK_PARAGRAPH, "打错了就退格；没打错，先按上下，再选上面这项。");
}

static unsigned take(struct wizard *w)
{
	size_t option = focused_option(w);

	if (option == NO_OPTION) {
		if (rows(w) > 0)
			wizard_say(w, w->line_mode ? "先选一项。" : "先选一项：打编号，或按上下。");
		return 0;
	}
	wizard_pop(w);
	return w->choose.chooser.take(w, option) | EFFECT_NEW_SCREEN;
}

static bool is_blank(struct action a)
{
	return a.kind == ACTION_INSERT && (strcmp(a.text, " ") == 0 || strcmp(a.text, "　") == 0);
}

static unsigned focus(struct wizard *w, size_t row)
{
	w->focus[SCREEN_CHOOSE] = row;
	return 0;
}

/* Focuses the option whose number was typed, else the first option that contains the text. If none
 * contains it, focuses the first row only where the text itself is an answer. */
static void seek(struct wizard *w)
{
	bool finds = w->choose.sought.len > 0 && (finds_any(w) || w->choose.chooser.other);

	if (numbered(w) != NO_OPTION)
		focus(w, numbered(w));
	else
		focus(w, finds ? 0 : w->choose.chooser.count);
}

/* Closes the list and hands the typed text over. */
static unsigned hand_over(struct wizard *w)
{
	char *text = xstrdup(w->choose.sought.text);
	unsigned effects;

	wizard_pop(w);
	effects = w->choose.chooser.typed(w, text) | EFFECT_NEW_SCREEN;
	line_edit_wipe(&w->choose.sought);
	xwipe(text);
	return effects;
}

static unsigned apply(struct wizard *w, struct action a)
{
	size_t len = w->choose.sought.len, last = rows(w) > 0 ? rows(w) - 1 : 0;

	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_TOGGLE: /* a click */
		return take(w);
	case ACTION_STEP:
		return 0;
	case ACTION_CARET_HOME:
		return focus(w, 0);
	case ACTION_CARET_END:
		return focus(w, last);
	case ACTION_UP:
		return focused_option(w) == NO_OPTION ? focus(w, last) : EFFECT_UNHANDLED;
	case ACTION_DOWN:
		return focused_option(w) == NO_OPTION ? focus(w, 0) : EFFECT_UNHANDLED;
	default:
		break;
	}
	if (is_blank(a) && !w->choose.chooser.other)
		return take(w);
	if (!wizard_edit(w, &w->choose.sought, a))
		return EFFECT_UNHANDLED;
	if (w->choose.sought.len == len) /* only the caret moved */
		return 0;
	if (w->choose.chooser.typed != NULL && w->choose.sought.len > len &&
	    numbered(w) == NO_OPTION &&
	    (w->choose.chooser.digits || !text_all(w->choose.sought.text, is_digit)) &&
	    (!is_contained(w) || wizard_typed_meaning(w->choose.sought.text) >= TYPED_YES))
		return hand_over(w);
	seek(w);
	return 0;
}

static struct line_edit *editing(struct wizard *w)
{
	return &w->choose.sought;
}

const struct screen choose_screen = {
	.name = "选一项",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_CHOOSE,
	.rows = rows,
	.editing = editing,
};
