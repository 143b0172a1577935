/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>
#include <string.h>

#define SLIP_NAME "学籍自查结果单.txt"

unsigned wizard_open_slip(struct wizard *w)
{
	if (w->slip.len == 0)
		line_edit_set(&w->slip, SLIP_NAME);
	return wizard_show_overlay(w, OVERLAY_SLIP);
}

unsigned wizard_write_slip(struct wizard *w)
{
	w->slip_replace =
		w->slip_written.len > 0 && strcmp(w->slip.text, w->slip_written.text) == 0;
	return EFFECT_SLIP;
}

void wizard_slip_done(struct wizard *w, bool written, bool exists, const char *notice)
{
	snprintf(w->notice, sizeof w->notice, "%s", notice);
	if (written)
		line_edit_set(&w->slip_written, w->slip.text);
	else if (exists)
		wizard_show_overlay(w, OVERLAY_REPLACE);
	else
		wizard_show_overlay(w, OVERLAY_SLIP);
}

static unsigned apply_replace(struct wizard *w, struct action a)
{
	if (a.kind == ACTION_YES) {
		w->slip_replace = true;
		return wizard_show_overlay(w, OVERLAY_NONE) | EFFECT_SLIP;
	}
	if (a.kind == ACTION_NO)
		return wizard_show_overlay(w, OVERLAY_SLIP);
	return 0;
}

unsigned wizard_apply_slip(struct wizard *w, struct action a)
{
	if (w->overlay == OVERLAY_REPLACE)
		return apply_replace(w, a);
	switch (a.kind) {
	case ACTION_NEXT:
		return w->slip.len > 0 ? wizard_show_overlay(w, OVERLAY_NONE) | wizard_write_slip(w)
				       : 0;
	case ACTION_CLOSE:
		return wizard_show_overlay(w, OVERLAY_NONE);
	case ACTION_REVEAL:
		w->slip_revealed = !w->slip_revealed;
		return 0;
	default:
		wizard_edit(w, &w->slip, a);
		return 0;
	}
}
