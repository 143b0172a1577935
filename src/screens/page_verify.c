/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include "base/xalloc.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"

static bool is_state(const struct wizard *w, const struct guide_check *check, const char *state)
{
	return progress_is(&w->progress, check->id, state);
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
	else if (is_state(w, check, STATE_MATCH))
		block_status(b, "一致", STYLE_GOOD);
	else if (is_state(w, check, STATE_DIFFER))
		block_status(b, "不一致", STYLE_BAD);
	else if (is_state(w, check, STATE_ABSENT))
		block_status(b, "未显示", STYLE_WARNING);
	else
		block_status(b, "未核对", STYLE_PLAIN);
}

static char *masked(const struct wizard *w, const struct guide_check *check, const char *value)
{
	if (check->compare == GUIDE_COMPARE_ID_NUMBER && !w->rehearsal.revealed)
		return resident_id_mask(value);
	if (check->compare == GUIDE_COMPARE_NAME && w->presentation)
		return person_name_mask(value);
	return xstrdup(value);
}

static void add_typed(struct page *p, const struct wizard *w, size_t index, bool typing)
{
	const struct line_edit *shown = &w->shown[index];
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
	page_findings(p, value, &found);
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
	else if (focused && is_state(w, check, STATE_DIFFER) && check->advice != NULL)
		page_add(p, BLOCK_FINDING, check->advice)->style = STYLE_QUIET;
}

static void add_check(struct page *p, const struct wizard *w, size_t line)
{
	size_t index = wizard_check_index(w, line);
	const struct guide_check *check = &w->guide->verification->checks[index];
	const char *expected = wizard_expected(w, check->compare);
	bool focused = w->focus == line;
	struct block *b;
	char *value;

	value = masked(w, check, expected);
	b = page_add(p, BLOCK_TABLE_ROW, value);
	xwipe(value);
	block_label(b, check->label);
	b->row = (int)line;
	set_status(b, w, index);
	if (is_state(w, check, STATE_DIFFER))
		add_typed(p, w, index, focused && w->typing);
	add_meaning(p, w, index, focused);
}

static bool others_differ(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->verification->check_count; i++)
		if (is_state(w, &w->guide->verification->checks[i], STATE_DIFFER))
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

void page_verify(struct page *p, const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	bool was_fatal = true;
	struct block *b;

	page_text(p, &v->intro);
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_TABLE_ROW, "高考时的信息");
	block_label(b, "必须一致");
	block_status(b, "学信网显示", STYLE_QUIET);
	for (size_t line = 0; line < v->check_count; line++) {
		const struct guide_check *check = &v->checks[wizard_check_index(w, line)];
		bool fatal = check->fatal || check->compare == GUIDE_COMPARE_STUDENT;

		if (was_fatal && !fatal) {
			page_add(p, BLOCK_GAP, "");
			add_verdict(p, w);
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, "第一学期常常空着，不必着急");
		}
		was_fatal = fatal;
		add_check(p, w, line);
	}
	if (was_fatal) {
		page_add(p, BLOCK_GAP, "");
		add_verdict(p, w);
	}
}
