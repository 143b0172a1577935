/* SPDX-License-Identifier: MIT */
/* Shows a step of the guide with its items to tick. */
#include "screens/screen.h"

#include "screens/blocks.h"
#include "wizard/verdict.h"

static const struct guide_step *step_of(const struct wizard *w)
{
	return &w->guide->steps[w->step];
}

static void add_activity(struct page *p, const struct wizard *w)
{
	const struct guide_step *step = step_of(w);
	bool registering = step->activity == ACTIVITY_REGISTER;
	struct block *b;

	if (step->activity == ACTIVITY_NONE)
		return;
	b = page_add(p, BLOCK_CHOICE,
		     registering ? "在这里演练填写注册表单" : "逐项核对网站上显示的");
	b->row = (int)step->item_count;
	block_label(b, wizard_activity_open(w) ? "[ ]" : "[x]");
}

static void build(struct page *p, const struct wizard *w)
{
	const struct guide_step *step = step_of(w);

	page_add(p, BLOCK_HEADING, step->title);
	add_step_text(p, step);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < step->item_count; i++) {
		struct block *b = page_add(p, BLOCK_CHOICE, step->items[i].text);

		b->row = (int)i;
		block_label(b, progress_ticked(&w->progress, step->items[i].id) ? "[x]" : "[ ]");
	}
	add_activity(p, w);
}

static unsigned open_activity(struct wizard *w)
{
	switch (step_of(w)->activity) {
	case ACTIVITY_REGISTER:
		return wizard_push(w, w->guide->form->account != NULL ? SCREEN_ACCOUNT
								      : SCREEN_REGISTER);
	case ACTIVITY_VERIFY:
		return wizard_push(w, SCREEN_VERIFY);
	default:
		return 0;
	}
}

static unsigned tick(struct wizard *w)
{
	const struct guide_step *step = step_of(w);
	size_t *focus = &w->focus[SCREEN_STEP];
	const char *id;
	bool done;

	if (*focus >= step->item_count)
		return open_activity(w);
	id = step->items[*focus].id;
	done = !progress_ticked(&w->progress, id);
	progress_tick(&w->progress, id, done);
	*focus += done && *focus + 1 < step->item_count;
	return EFFECT_SAVE;
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
		return wizard_activity_open(w) ? open_activity(w) : wizard_next_step(w);
	case ACTION_FORWARD:
		return wizard_next_step(w);
	case ACTION_BACK:
		return w->step > 0 ? wizard_go_to_step(w, w->step - 1) : wizard_pop(w);
	case ACTION_CAPTION:
		w->captions = !w->captions;
		return 0;
	case ACTION_TOGGLE:
		return tick(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	return wizard_activity_open(w) ? CONTEXT_ACTIVITY : CONTEXT_STEP;
}

static size_t rows(const struct wizard *w)
{
	return step_of(w)->item_count + (step_of(w)->activity != ACTIVITY_NONE);
}

const struct screen step_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
};
