/* SPDX-License-Identifier: MIT */
/* What a screen is. Each lies in a file of its own name; screens.c has the table of all. */
#ifndef SCREEN_H
#define SCREEN_H

#include <stddef.h>

#include "view/page.h"
#include "wizard/navigation.h"
#include "wizard/wizard.h"

/* All but build are optional; NULL or 0 if absent. */
struct screen {
	const char *name; /* in the badge; NULL: number of the step */

	/* Adds the blocks. */
	void (*build)(struct page *p, const struct wizard *w);

	/* Carries out an action. Returns a set of enum effect; with EFFECT_UNHANDLED it has done nothing, and
	 * screens.c does what the action means everywhere. NULL: so with all actions. */
	unsigned (*apply)(struct wizard *w, struct action a);

	/* Which rows of the key table hold: always the same, or asked for. Not for a form. */
	enum key_context keys;
	enum key_context (*context)(const struct wizard *w);

	/* How many rows can be focused. NULL: as many as the form has fields, or none. */
	size_t (*rows)(const struct wizard *w);

	/* The line being typed, NULL if none is. NULL: the form's, or none. */
	struct line_edit *(*editing)(struct wizard *w);

	/* Where in struct wizard the form that is filled in here lies; 0: none is. */
	size_t form;

	/* Whether what is shown changes every second. */
	bool (*ticking)(const struct wizard *w);
};

extern const struct screen welcome_screen, record_screen, step_screen, account_screen,
	register_screen, recover_screen, review_screen, registered_screen, login_screen,
	verify_screen, result_screen, help_screen, notes_screen, faq_screen, faq_answer_screen,
	site_messages_screen, site_message_screen, qr_screen, save_report_screen, leave_screen,
	choose_screen;

#endif
