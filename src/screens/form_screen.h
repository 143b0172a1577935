/* SPDX-License-Identifier: MIT */
/* Shared by the screens with a form: adds the fields as blocks and applies actions to them. */
#ifndef FORM_SCREEN_H
#define FORM_SCREEN_H

#include "rules/finding.h"
#include "view/page.h"
#include "wizard/wizard.h"

enum form_outcome {
	FORM_UNHANDLED, /* not an action of a form */
	FORM_HANDLED,
	FORM_EDITED,   /* the text of the focused field changed */
	FORM_CHOOSING, /* list the options of the focused choice: form_screen_choose() */
	FORM_PRESSED,  /* a button other than the submit button was pressed: the focused one */
	FORM_SUBMITTED /* the form was submitted; any errors in it have been reported */
};

enum form_outcome form_screen_apply(struct wizard *w, struct form *f,
				    const struct form_rules *rules, struct action a);

/* Lists the options of the focused choice. Returns a set of enum effect. */
unsigned form_screen_choose(struct wizard *w, const struct form *f);

/* Returns EFFECT_REGIONS the first time that the focused field holds enough digits of an ID number
 * to look up its region; else 0. */
unsigned form_screen_want_regions(struct wizard *w, const struct form *f);

/* Adds the fields. submit_pause: seconds until the submit button works; 0: it works now. */
void form_screen_build(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, int submit_pause);

/* Sets the mark and the status of a block by the state of its field. */
void form_screen_mark(struct block *b, enum form_state state, const struct form_rules *rules);

#endif
