/* SPDX-License-Identifier: MIT */
/* Shows a student who already has an account how to recover it, as items to tick, and then leads to
 * the next step. */
#include "screens/screen.h"

#include <stdio.h>

#include "wizard/steps.h"

/* The buttons below the items: the account was recovered, or a new registration is needed. */
enum { BUTTONS = 2 };

static size_t rows(const struct wizard *w)
{
	return w->account->item_count + BUTTONS;
}

static bool on_button(const struct wizard *w)
{
	return w->focus[SCREEN_RECOVER] >= w->account->item_count;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct guide_option *account = w->account;
	struct step_count count = wizard_step_count(w, w->step);
	char done[64];

	snprintf(done, sizeof done, "做了 %zu/%zu", count.done, count.count);
	block_status(page_add(p, BLOCK_HEADING, "先找回账号"), done, STYLE_QUIET);
	page_add(p, BLOCK_PARAGRAPH, account->advice.lines[0]);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < account->item_count; i++) {
		struct block *b = page_add(p, BLOCK_CHOICE, account->items[i].text);

		b->row = (int)i;
		b->mark = progress_ticked(&w->progress, account->items[i].id) ? MARK_TICKED
									      : MARK_UNTICKED;
	}
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 1; i < account->advice.count; i++)
		page_add(p, BLOCK_PARAGRAPH, account->advice.lines[i]);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, "找回了，去核对学籍")->row = (int)account->item_count;
	page_add(p, BLOCK_BUTTON, "要重新注册，先演练")->row = (int)account->item_count + 1;
}

/* Presses the focused button. "Recovered" ticks all items; "register again" unticks them. */
static unsigned press(struct wizard *w)
{
	const struct guide_option *account = w->account;

	if (w->focus[SCREEN_RECOVER] > account->item_count) {
		w->account = NULL;
		for (size_t i = 0; i < account->item_count; i++)
			progress_tick(&w->progress, account->items[i].id, false);
		return wizard_replace(w, SCREEN_REGISTER) | EFFECT_SAVE;
	}
	for (size_t i = 0; i < account->item_count; i++)
		progress_tick(&w->progress, account->items[i].id, true);
	return wizard_next_step(w);
}

static unsigned apply(struct wizard *w, struct action a)
{
	const char *id;

	switch (a.kind) {
	case ACTION_FORWARD:
		return wizard_next_step(w);
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		if (on_button(w))
			return press(w);
		if (a.kind == ACTION_NEXT)
			return wizard_next_step(w);
		id = w->account->items[w->focus[SCREEN_RECOVER]].id;
		progress_tick(&w->progress, id, !progress_ticked(&w->progress, id));
		return EFFECT_SAVE;
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
