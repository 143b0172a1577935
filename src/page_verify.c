/* SPDX-License-Identifier: MIT */
#include "page_parts.h"

#include <stdio.h>
#include <string.h>

#include "resident_id.h"
#include "text.h"
#include "xalloc.h"

static bool is_state(const struct wizard *w, const struct guide_check *check, const char *state)
{
	return progress_is(&w->progress, check->id, state);
}

static void set_aside(struct block *b, const struct wizard *w, const struct guide_check *check)
{
	static const enum tone tones[OUTCOME_COUNT] = { TONE_GOOD, TONE_WARNING, TONE_BAD };
	int status = wizard_status(w);

	if (check->compare == GUIDE_COMPARE_STATUS) {
		if (status == NO_CHOICE)
			block_aside(b, "未选", TONE_PLAIN);
		else
			block_aside(b, w->guide->verification->statuses[status].label,
				    tones[w->guide->verification->statuses[status].outcome]);
	} else if (is_state(w, check, STATE_MATCH)) {
		block_aside(b, "一致", TONE_GOOD);
	} else if (is_state(w, check, STATE_DIFFER)) {
		block_aside(b, "不一致", TONE_BAD);
	} else if (is_state(w, check, STATE_ABSENT)) {
		block_aside(b, "未显示", TONE_WARNING);
	} else {
		block_aside(b, "未核对", TONE_PLAIN);
	}
}

static void add_typed(struct page *p, const struct wizard *w, size_t index, bool typing)
{
	const struct line_edit *shown = &w->shown[index];
	struct findings found = { 0 };
	struct block *b;

	if (!typing && shown->len == 0)
		return;
	if (!typing && w->guide->verification->checks[index].compare == GUIDE_COMPARE_ID_NUMBER) {
		char *masked = resident_id_mask(shown->text);

		b = page_add(p, BLOCK_FIELD, masked);
		xwipe(masked);
	} else {
		b = page_add(p, BLOCK_FIELD, shown->text);
	}
	block_label(b, "网站上是");
	if (typing) {
		char *before = xstrndup(shown->text, shown->caret);
		char *clean = text_clean_line(before);

		b->caret = (long)strlen(clean);
		xwipe(before);
		xwipe(clean);
		return;
	}
	wizard_check_shown(w, index, &found);
	page_findings(p, &found);
}

static void add_check(struct page *p, const struct wizard *w, size_t line)
{
	size_t index = wizard_check_index(w, line);
	const struct guide_check *check = &w->guide->verification->checks[index];
	const char *expected = wizard_expected(w, check->compare);
	bool focused = w->focus == line;
	int status = wizard_status(w);
	struct block *b;

	if (check->compare == GUIDE_COMPARE_ID_NUMBER && !w->rehearsal.revealed) {
		char *masked = resident_id_mask(expected);

		b = page_add(p, BLOCK_ROW, masked);
		xwipe(masked);
	} else {
		b = page_add(p, BLOCK_ROW, expected);
	}
	block_label(b, check->label);
	b->target = (int)line;
	set_aside(b, w, check);
	add_typed(p, w, index, focused && w->typing);
	if (check->compare == GUIDE_COMPARE_STATUS && status != NO_CHOICE)
		page_add(p, BLOCK_FINDING, w->guide->verification->statuses[status].meaning)->tone =
			TONE_QUIET;
	else if (focused && is_state(w, check, STATE_DIFFER) && check->advice != NULL)
		page_add(p, BLOCK_FINDING, check->advice)->tone = TONE_QUIET;
}

static void add_verdict(struct page *p, const struct wizard *w)
{
	static const struct {
		const char *text;
		enum tone tone;
	} verdicts[] = {
		[VERDICT_OPEN] = { "必须一致的还没有核对完。", TONE_PLAIN },
		[VERDICT_PASS] = { "全部一致，学籍自查成功。", TONE_GOOD },
		[VERDICT_WAIT] = { "还不算成功：有的要等一等，再来看。", TONE_WARNING },
		[VERDICT_FAIL] = { "还不算成功：有不一致的，要找人更正。", TONE_BAD },
	};
	enum verdict verdict = wizard_verdict(w);

	page_addf(p, BLOCK_PARAGRAPH, "结论：%s", verdicts[verdict].text)->tone =
		verdicts[verdict].tone;
}

void page_verify(struct page *p, const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	bool was_fatal = true;
	struct block *b;

	page_text(p, &v->intro);
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_ROW, "高考时的信息");
	block_label(b, "必须一致");
	block_aside(b, "学信网显示", TONE_QUIET);
	for (size_t line = 0; line < v->check_count; line++) {
		bool fatal = v->checks[wizard_check_index(w, line)].fatal;

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
