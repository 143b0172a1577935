/* SPDX-License-Identifier: MIT */
/* Whoever has an account recovers it instead of registering: how, with ticks, then on to the next step. */
#include "screens/screen.h"

#include <stdio.h>

enum { TICK_ID = 64 }; /* bytes */

/* The first line of the advice introduces the others, which are the items. */
static const struct guide_text *advice(const struct wizard *w)
{
	return &w->account->advice;
}

/* The last row leads on. */
static size_t rows(const struct wizard *w)
{
	return advice(w)->count;
}

static bool on_button(const struct wizard *w)
{
	return w->focus[SCREEN_RECOVER] + 1 == rows(w);
}

static const char *tick_id(const struct wizard *w, size_t row, char id[TICK_ID])
{
	snprintf(id, TICK_ID, "%s.%zu", w->account->id, row + 1);
	return id;
}

static void build(struct page *p, const struct wizard *w)
{
	char id[TICK_ID];

	page_add(p, BLOCK_HEADING, "先找回账号");
	page_add(p, BLOCK_PARAGRAPH, advice(w)->lines[0]);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i + 1 < rows(w); i++) {
		struct block *b = page_add(p, BLOCK_CHOICE, advice(w)->lines[i + 1]);

		b->row = (int)i;
		b->mark = progress_ticked(&w->progress, tick_id(w, i, id)) ? MARK_TICKED
									   : MARK_UNTICKED;
	}
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, "找回了，不用注册，去核对学籍")->row = (int)rows(w) - 1;
}

static unsigned tick(struct wizard *w)
{
	char id[TICK_ID];

	tick_id(w, w->focus[SCREEN_RECOVER], id);
	progress_tick(&w->progress, id, !progress_ticked(&w->progress, id));
	return EFFECT_SAVE;
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_FORWARD:
		return wizard_next_step(w);
	case ACTION_TOGGLE:
		return on_button(w) ? wizard_next_step(w) : tick(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	return on_button(w) ? CONTEXT_STEP_BUTTON : CONTEXT_STEP;
}

const struct screen recover_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
};
