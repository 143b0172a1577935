/* SPDX-License-Identifier: MIT */
/* Shows a step of the guide with its items to tick. */
#include "screens/screen.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "screens/blocks.h"
#include "screens/verify.h"
#include "wizard/steps.h"
#include "wizard/verdict.h"

static const struct guide_step *step_of(const struct wizard *w)
{
	return &w->guide->steps[w->step];
}

/* The index of the last row, which leads on. The rows are the rehearsal (if there is one), the
 * items, the verification (if there is one), and the button to the next step. */
static size_t next_row(const struct wizard *w)
{
	size_t items;

	wizard_items(w, w->step, &items);
	return items + (step_of(w)->activity != ACTIVITY_NONE);
}

/* The item of a row, NULL if it has none. */
static const struct guide_item *item_of(const struct wizard *w, size_t row)
{
	const size_t activity = wizard_activity_row(w);
	size_t count;

	return row == activity || row == next_row(w)
		       ? NULL
		       : &wizard_items(w, w->step, &count)[row - (row > activity)];
}

static void add_rows(struct page *p, const struct wizard *w)
{
	bool recovers = wizard_recovery(w, w->step) != NULL;
	const char *activity = recovers ? "已有账号：怎么找回" : activity_text(step_of(w));
	const struct guide *g = w->guide;
	struct block *b;

	for (size_t row = 0; row < next_row(w); row++) {
		const struct guide_item *item = item_of(w, row);
		bool done = item != NULL ? progress_ticked(&w->progress, item->id)
					 : !wizard_activity_open(w);

		b = page_add(p, item == NULL && recovers ? BLOCK_BUTTON : BLOCK_CHOICE,
			     item != NULL ? item->text : activity);
		b->row = (int)row;
		if (item != NULL || !recovers)
			b->mark = done ? MARK_TICKED : MARK_UNTICKED;
	}
	if (w->step + 1 < g->step_count)
		b = page_addf(p, BLOCK_BUTTON, "下一步：%s", g->steps[w->step + 1].title);
	else
		b = page_add(p, BLOCK_BUTTON, "看结果");
	b->row = (int)next_row(w);
}

static void add_heading(struct page *p, const struct wizard *w)
{
	struct step_count count = wizard_step_count(w, w->step);
	struct block *b = page_add(p, BLOCK_HEADING, step_of(w)->title);
	char *done =
		xasprintf("做了 %zu/%zu%s", count.done, count.count,
			  wizard_step_state(w, w->step) != STEP_DONE && w->progress.finished != 0
				  ? "，自查成功过"
				  : "");

	block_status(b, done, STYLE_QUIET);
	free(done);
}

/* Returns true if Enter opens the rehearsal or the verification: always on its own row, and on the
 * items until it is done. */
static bool enters_activity(const struct wizard *w)
{
	size_t focus = w->focus[SCREEN_STEP];

	return focus != next_row(w) && (item_of(w, focus) == NULL || wizard_activity_open(w));
}

/* What Enter does if it opens the rehearsal or the verification. */
static const char *activity_verb(const struct wizard *w)
{
	return wizard_recovery(w, w->step) != NULL         ? "怎么找回"
	       : step_of(w)->activity == ACTIVITY_REGISTER ? "开始演练"
							   : "开始核对";
}

/* Adds the text of a presentation: the newest update, and the first line, which matters most. */
static void add_short_text(struct page *p, const struct guide_step *step)
{
	if (step->later_count > 0)
		add_later(p, step->later, 1);
	page_add(p, BLOCK_PARAGRAPH, step->text.lines[0]);
}

static void build(struct page *p, const struct wizard *w)
{
	const struct guide_step *step = step_of(w);
	const struct guide_option *recovery = wizard_recovery(w, w->step);

	if (enters_activity(w))
		p->enter = activity_verb(w);
	else if (w->step + 1 == w->guide->step_count)
		p->enter = "看结果";
	add_heading(p, w);
	if (recovery != NULL)
		page_add(p, BLOCK_PARAGRAPH, recovery->advice.lines[0]);
	else if (w->presentation)
		add_short_text(p, step);
	else
		add_step_text(p, step);
	/* A figure in words is long, so it follows the rows. */
	if (!w->captions && recovery == NULL)
		add_figure(p, step);
	page_add(p, BLOCK_GAP, "");
	add_rows(p, w);
	if (w->captions && recovery == NULL)
		add_figure(p, step);
}

static unsigned open_activity(struct wizard *w)
{
	const struct guide_option *recovery = wizard_recovery(w, w->step);

	switch (step_of(w)->activity) {
	case ACTIVITY_REGISTER:
		if (recovery != NULL) {
			w->account = recovery;
			wizard_push(w, SCREEN_ACCOUNT);
			return wizard_push(w, SCREEN_RECOVER);
		}
		return wizard_push(w, w->guide->form->account != NULL ? SCREEN_ACCOUNT
								      : SCREEN_REGISTER);
	case ACTIVITY_VERIFY:
		return verify_open(w, FIRST_MISSING);
	default:
		return 0;
	}
}

static unsigned enter(struct wizard *w)
{
	return enters_activity(w) ? open_activity(w) : wizard_next_step(w);
}

static unsigned tick(struct wizard *w)
{
	const struct guide_item *item = item_of(w, w->focus[SCREEN_STEP]);

	if (item == NULL)
		return enter(w);
	progress_tick(&w->progress, item->id, !progress_ticked(&w->progress, item->id));
	return EFFECT_SAVE;
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w);
	case ACTION_FORWARD:
		return wizard_next_step(w);
	case ACTION_BACK:
		return w->step > 0 ? wizard_go_to_step(w, w->step - 1) : wizard_pop(w);
	case ACTION_CAPTION:
		w->captions = !w->captions;
		return 0;
	case ACTION_TOGGLE:
		return tick(w);
	case ACTION_INSERT:
		if (!enters_activity(w))
			return EFFECT_UNHANDLED;
		wizard_say(w, "先按 Enter %s，到那里再打。", activity_verb(w));
		return 0;
	default:
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	if (w->focus[SCREEN_STEP] == next_row(w))
		return CONTEXT_STEP_BUTTON;
	if (item_of(w, w->focus[SCREEN_STEP]) == NULL)
		return CONTEXT_TO_DO;
	return wizard_activity_open(w) ? CONTEXT_ACTIVITY : CONTEXT_STEP;
}

static size_t rows(const struct wizard *w)
{
	return next_row(w) + 1;
}

const struct screen step_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
};
