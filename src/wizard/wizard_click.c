/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

/* Lines that are answered in more than one way are marked by the first click, and changed by the next. */
static bool acts_at_once(const struct wizard *w)
{
	const struct form *form = w->overlay == OVERLAY_NONE ? wizard_form(w) : NULL;

	if (form != NULL)
		return form_shape(&form->fields[form->focus]) != SHAPE_CHOICE;
	return w->overlay != OVERLAY_NONE || w->screen != SCREEN_VERIFY;
}

/* What was typed stays, and the line is no longer typed in. */
static void stop_typing(struct wizard *w, bool same)
{
	w->searching = false;
	w->typing = w->typing && same;
}

unsigned wizard_click(struct wizard *w, unsigned line)
{
	bool same = wizard_row(w) == line;
	unsigned effects;

	if (line >= wizard_row_count(w))
		return 0;
	if (w->overlay != OVERLAY_NONE || !same)
		stop_typing(w, same);
	if (w->typing)
		return 0;
	effects = wizard_apply(w, (struct action){ ACTION_PICK, line, NULL });
	if (same || acts_at_once(w))
		effects |= wizard_apply(w, (struct action){ ACTION_TOGGLE, 0, NULL });
	return effects;
}
