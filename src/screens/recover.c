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

static size_t rows(const struct wizard *w)
{
	return advice(w)->count - 1;
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
	for (size_t i = 0; i < rows(w); i++) {
		struct block *b = page_add(p, BLOCK_CHOICE, advice(w)->lines[i + 1]);

		b->row = (int)i;
		b->mark = progress_ticked(&w->progress, tick_id(w, i, id)) ? MARK_TICKED
									   : MARK_UNTICKED;
	}
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH, "找回以后不用注册，直接去核对学籍。")->style = STYLE_QUIET;
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
		return tick(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

const struct screen recover_screen = {
	.build = build,
	.apply = apply,
	.keys = CONTEXT_STEP,
	.rows = rows,
};
