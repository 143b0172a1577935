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
	FORM_PRESSED,  /* its button that asks for a code was pressed */
	FORM_SUBMITTED /* its last button was pressed, and what is wrong has been said */
};

enum form_outcome form_screen_apply(struct wizard *w, struct form *f,
				    const struct form_rules *rules, struct action a);

/* EFFECT_REGIONS the first time that the focused field has digits to look up; else 0. */
unsigned form_screen_want_regions(struct wizard *w, const struct form *f);

/* Adds the fields. submit_pause: seconds until the last button works, 0: now. */
void form_screen_build(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, int submit_pause);

/* Sets a block's status from what is known of its field. */
void form_screen_status(struct block *b, const struct form_field *field,
			const struct findings *found);

/* True if the value that is shown is a mask of what was typed. */
bool form_screen_masked(const struct wizard *w, const struct form_field *field, const char *value);

#endif
