/* SPDX-License-Identifier: MIT */
/* Compares what the site shows with the gaokao details, check by check. */
#include "screens/screen.h"

#include <string.h>

#include "base/xalloc.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "screens/blocks.h"
#include "wizard/verdict.h"

static size_t focused_check(const struct wizard *w)
{
	return wizard_check_index(w, w->focus[SCREEN_VERIFY]);
}

static bool is_state(const struct wizard *w, const struct guide_check *check, const char *state)
{
	return progress_result_is(&w->progress, check->id, state);
}

static void set_choice(struct block *b, const struct wizard *w, const struct guide_check *check,
		       int choice)
{
	static const enum style styles[OUTCOME_COUNT] = { STYLE_GOOD, STYLE_WARNING, STYLE_BAD };
	const struct guide_verification *v = w->guide->verification;

	if (choice == NO_CHOICE)
		block_status(b, "未选", STYLE_PLAIN);
	else if (check->compare == GUIDE_COMPARE_STATUS)
		block_status(b, v->statuses[choice].label, styles[v->statuses[choice].outcome]);
	else
		block_status(b, v->students[choice].label, STYLE_PLAIN);
}

static void set_status(struct block *b, const struct wizard *w, size_t index)
{
	const struct guide_check *check = &w->guide->verification->checks[index];

	if (wizard_is_choice(check))
		set_choice(b, w, check, wizard_choice(w, index));
	else if (is_state(w, check, RESULT_MATCH))
		block_status(b, "一致", STYLE_GOOD);
	else if (is_state(w, check, RESULT_DIFFER))
		block_status(b, "不一致", STYLE_BAD);
	else if (is_state(w, check, RESULT_ABSENT))
		block_status(b, "未显示", STYLE_WARNING);
	else
		block_status(b, "未核对", STYLE_PLAIN);
}

static char *masked(const struct wizard *w, const struct guide_check *check, const char *value)
{
	if (check->compare == GUIDE_COMPARE_ID_NUMBER && !w->verify.revealed)
		return resident_id_mask(value);
	if (check->compare == GUIDE_COMPARE_NAME && w->presentation)
		return person_name_mask(value);
	return xstrdup(value);
}

static void add_typed(struct page *p, const struct wizard *w, size_t index, bool typing)
{
	const struct line_edit *shown = &w->verify.shown[index];
	const struct guide_check *check = &w->guide->verification->checks[index];
	struct findings found = { 0 };
	struct block *b;
	char *value;

	if (!typing && shown->len == 0)
		return;
	value = typing ? xstrdup(shown->text) : masked(w, check, shown->text);
	b = page_add(p, BLOCK_FIELD, value);
	block_label(b, "网站上是");
	if (typing)
		block_caret(b, value, shown->caret);
	else
		wizard_check_shown(w, index, &found);
	add_findings(p, value, &found, false);
	xwipe(value);
	if (!typing && found.count == 0 && *wizard_expected(w, check->compare) != '\0')
		page_add(p, BLOCK_FINDING, "和高考信息一样：再看一遍网页，真的一样就按 y。")
			->style = STYLE_WARNING;
}

static void add_meaning(struct page *p, const struct wizard *w, size_t index, bool focused)
{
	const struct guide_verification *v = w->guide->verification;
	const struct guide_check *check = &v->checks[index];
	int choice = wizard_choice(w, index);

	if (check->compare == GUIDE_COMPARE_STATUS && choice != NO_CHOICE)
		page_add(p, BLOCK_FINDING, v->statuses[choice].meaning)->style = STYLE_QUIET;
	else if (check->compare == GUIDE_COMPARE_STUDENT && choice != NO_CHOICE)
		page_advice(p, &v->students[choice].advice);
	else if (focused && is_state(w, check, RESULT_DIFFER) && check->advice != NULL)
		page_add(p, BLOCK_FINDING, check->advice)->style = STYLE_QUIET;
}

static void add_check(struct page *p, const struct wizard *w, size_t row)
{
	size_t index = wizard_check_index(w, row);
	const struct guide_check *check = &w->guide->verification->checks[index];
	const char *expected = wizard_expected(w, check->compare);
	bool focused = w->focus[SCREEN_VERIFY] == row;
	struct block *b;
	char *value;

	value = masked(w, check, expected);
	b = page_add(p, BLOCK_TABLE_ROW, value);
	xwipe(value);
	block_label(b, check->label);
	b->row = (int)row;
	set_status(b, w, index);
	if (is_state(w, check, RESULT_DIFFER))
		add_typed(p, w, index, focused && w->verify.typing);
	add_meaning(p, w, index, focused);
}

static bool others_differ(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->verification->check_count; i++)
		if (is_state(w, &w->guide->verification->checks[i], RESULT_DIFFER))
			return true;
	return false;
}

static void add_verdict(struct page *p, const struct wizard *w)
{
	static const struct {
		const char *text;
		enum style style;
	} verdicts[] = {
		[VERDICT_OPEN] = { "必须一致的还没有核对完。", STYLE_PLAIN },
		[VERDICT_PASS] = { "必须一致的都一致，学籍自查成功。", STYLE_GOOD },
		[VERDICT_WAIT] = { "还不算成功：有的要等一等，再来看。", STYLE_WARNING },
		[VERDICT_FAIL] = { "还不算成功：有不一致的，要找人更正。", STYLE_BAD },
	};
	enum verdict verdict = wizard_verdict(w);

	page_addf(p, BLOCK_PARAGRAPH, "结论：%s", verdicts[verdict].text)->style =
		verdicts[verdict].style;
	if (verdict == VERDICT_PASS && others_differ(w))
		page_add(p, BLOCK_PARAGRAPH, "其余有不一致的，告诉学院。")->style = STYLE_WARNING;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	bool was_fatal = true;
	struct block *b;

	page_text(p, &v->intro);
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_TABLE_ROW, "高考时的信息");
	block_label(b, "必须一致");
	block_status(b, "学信网显示", STYLE_QUIET);
	for (size_t row = 0; row < v->check_count; row++) {
		const struct guide_check *check = &v->checks[wizard_check_index(w, row)];
		bool fatal = check->fatal || check->compare == GUIDE_COMPARE_STUDENT;

		if (was_fatal && !fatal) {
			page_add(p, BLOCK_GAP, "");
			add_verdict(p, w);
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, "第一学期常常空着，不必着急");
		}
		was_fatal = fatal;
		add_check(p, w, row);
	}
	if (was_fatal) {
		page_add(p, BLOCK_GAP, "");
		add_verdict(p, w);
	}
}

static unsigned choose(struct wizard *w, bool forward)
{
	size_t check = focused_check(w);
	int count = (int)wizard_option_count(w, check), option = wizard_choice(w, check);

	if (count == 0)
		return 0;
	option = forward ? option + 1 : option <= 0 ? count - 1 : option - 1;
	wizard_choose(w, check, (size_t)(option % count));
	return EFFECT_SAVE;
}

static void go_down(struct wizard *w)
{
	wizard_move_focus(w, w->guide->verification->check_count,
			  (struct action){ .kind = ACTION_DOWN });
}

static unsigned mark(struct wizard *w, const char *state)
{
	const struct guide_check *check = &w->guide->verification->checks[focused_check(w)];
	bool match = strcmp(state, RESULT_MATCH) == 0, differ = strcmp(state, RESULT_DIFFER) == 0;

	if (wizard_is_choice(check)) {
		if (match || differ)
			wizard_say(w, "用 ← → 选“%s”。", check->label);
		else
			progress_set_result(&w->progress, check->id, "");
		return EFFECT_SAVE;
	}
	progress_set_result(&w->progress, check->id, state);
	/* The site does not show what was typed, then. */
	if (match)
		line_edit_wipe(&w->verify.shown[focused_check(w)]);
	w->verify.typing = differ && check->compare != GUIDE_COMPARE_PICTURE;
	if (!w->verify.typing && *state != '\0')
		go_down(w);
	return EFFECT_SAVE;
}

static unsigned toggle(struct wizard *w)
{
	const struct guide_check *check = &w->guide->verification->checks[focused_check(w)];

	if (wizard_is_choice(check))
		return choose(w, true);
	return mark(w, is_state(w, check, RESULT_MATCH) ? "" : RESULT_MATCH);
}

static unsigned type(struct wizard *w, struct action a)
{
	if (wizard_edit(w, &w->verify.shown[focused_check(w)], a))
		return 0;
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_DOWN:
		w->verify.typing = false;
		go_down(w);
		return 0;
	case ACTION_UP:
	case ACTION_CLOSE:
		w->verify.typing = false;
		return 0;
	case ACTION_PICK:
		w->verify.typing = a.number == w->focus[SCREEN_VERIFY];
		return EFFECT_UNHANDLED;
	default:
		return EFFECT_UNHANDLED;
	}
}

static unsigned apply(struct wizard *w, struct action a)
{
	if (w->verify.typing)
		return type(w, a);
	switch (a.kind) {
	case ACTION_NEXT:
		return wizard_finish(w);
	case ACTION_REVEAL:
		w->verify.revealed = !w->verify.revealed;
		return 0;
	case ACTION_MARK_MATCH:
		return mark(w, RESULT_MATCH);
	case ACTION_MARK_DIFFER:
		return mark(w, RESULT_DIFFER);
	case ACTION_MARK_ABSENT:
		return mark(w, RESULT_ABSENT);
	case ACTION_MARK_OPEN:
		return mark(w, "");
	case ACTION_TOGGLE:
		return toggle(w);
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		return choose(w, a.kind == ACTION_CHOICE_NEXT);
	default:
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	if (w->verify.typing)
		return CONTEXT_TEXT;
	return wizard_option_count(w, focused_check(w)) > 0 ? CONTEXT_STATUS : CONTEXT_VERIFY;
}

static size_t rows(const struct wizard *w)
{
	return w->guide->verification->check_count;
}

static struct line_edit *editing(struct wizard *w)
{
	return w->verify.typing ? &w->verify.shown[focused_check(w)] : NULL;
}

const struct screen verify_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
	.editing = editing,
};
