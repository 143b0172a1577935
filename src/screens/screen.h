/* SPDX-License-Identifier: MIT */
/* A screen of the wizard. Each is defined in the file of its name; screens.c has the table of
 * all. */
#ifndef SCREEN_H
#define SCREEN_H

#include <stddef.h>

#include "view/page.h"
#include "wizard/navigation.h"
#include "wizard/wizard.h"

/* All but build are optional; NULL or 0 if absent. */
struct screen {
	const char *name; /* shown in the badge; NULL: the badge shows the number of the step */

	/* Adds the blocks. */
	void (*build)(struct page *p, const struct wizard *w);

	/* Carries out an action. Returns a set of enum effect; EFFECT_UNHANDLED if it did nothing,
	 * and screens.c then applies the general meaning of the action. NULL: no action is
	 * handled. */
	unsigned (*apply)(struct wizard *w, struct action a);

	/* Which rows of the key table apply: `keys`, or what context() returns unless it is NULL.
	 * Unused if there is a form. */
	enum key_context keys;
	enum key_context (*context)(const struct wizard *w);

	/* How many rows can be focused. NULL: as many as the form has fields, or none. */
	size_t (*rows)(const struct wizard *w);

	/* Returns the line being typed; NULL if there is none. If the member is NULL, it is the
	 * line of the form, or none. */
	struct line_edit *(*editing)(struct wizard *w);

	/* Offset in struct wizard of the form that is filled in here; 0 if there is none. */
	size_t form;

	/* Returns true while the page changes every second. */
	bool (*ticking)(const struct wizard *w);
};

extern const struct screen welcome_screen, record_screen, step_screen, account_screen,
	register_screen, recover_screen, review_screen, registered_screen, login_screen,
	verify_screen, result_screen, help_screen, notes_screen, faq_screen, faq_answer_screen,
	site_messages_screen, site_message_screen, qr_screen, save_report_screen, leave_screen,
	choose_screen;

#endif
