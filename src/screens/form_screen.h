/* SPDX-License-Identifier: MIT */
/* What the screens with a form share: their fields as blocks, and what actions do in them. */
#ifndef FORM_SCREEN_H
#define FORM_SCREEN_H

#include "rules/finding.h"
#include "view/page.h"
#include "wizard/wizard.h"

enum form_outcome {
	FORM_UNHANDLED, /* no action of a form */
	FORM_HANDLED,
	FORM_EDITED,   /* the text of the focused field changed */
	FORM_CHOOSING, /* the choice that has the focus is to be listed: form_screen_choose() */
	FORM_PRESSED,  /* another button than that which submits was pressed: the focused one */
	FORM_SUBMITTED /* the button that submits was pressed, and what is wrong has been said */
};

enum form_outcome form_screen_apply(struct wizard *w, struct form *f,
				    const struct form_rules *rules, struct action a);

/* Lists the options of the focused choice. Returns a set of enum effect. */
unsigned form_screen_choose(struct wizard *w, const struct form *f);

/* EFFECT_REGIONS the first time that the focused field has digits to look up; else 0. */
unsigned form_screen_want_regions(struct wizard *w, const struct form *f);

/* Adds the fields. submit_pause: seconds until the button that submits works, 0: now. */
void form_screen_build(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, int submit_pause);

/* Sets a block's mark and badge by what is known of its field. */
void form_screen_mark(struct block *b, enum form_state state, const struct form_rules *rules);

#endif
