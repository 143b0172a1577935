/* SPDX-License-Identifier: MIT */
/* The user's actions, independent of keys: the keymap turns keys into actions, the screens carry
 * them out. */
#ifndef ACTION_H
#define ACTION_H

enum action_kind {
	ACTION_NONE,
	ACTION_NEXT,    /* Enter */
	ACTION_BACK,    /* the previous page */
	ACTION_FORWARD, /* the next step, from any page of the current step */
	ACTION_STEP,    /* to step `number`, from 1 */
	ACTION_UP,
	ACTION_DOWN,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_TOP,
	ACTION_BOTTOM,
	ACTION_FIRST_ROW,
	ACTION_LAST_ROW,
	ACTION_TOGGLE, /* tick or choose the focused row */
	ACTION_PICK,   /* focus row `number`, from 0 */
	ACTION_CLICK,  /* focus row `number` and activate it */
	ACTION_CHOICE_NEXT,
	ACTION_CHOICE_PREVIOUS,
	ACTION_MARK_ABSENT, /* record that the site does not show it */
	ACTION_REVEAL,      /* show or hide masked text */
	ACTION_INSERT,      /* insert text at the caret */
	ACTION_ERASE_BEFORE,
	ACTION_ERASE_AFTER,
	ACTION_ERASE_TO_END,
	ACTION_ERASE_WORD,
	ACTION_ERASE_ALL,
	ACTION_CARET_LEFT,
	ACTION_CARET_RIGHT,
	ACTION_CARET_HOME,
	ACTION_CARET_END,
	ACTION_HELP,
	ACTION_NOTES,
	ACTION_FAQ,
	ACTION_SITE_MESSAGES,
	ACTION_SEARCH,
	ACTION_SAVE_REPORT, /* save the result */
	ACTION_QR,
	ACTION_OPEN,         /* open a link in the browser */
	ACTION_COPY,         /* copy a link */
	ACTION_COPY_DOT,     /* copy the interpunct of names */
	ACTION_PRESENTATION, /* turn the display for a projector on or off */
	ACTION_CAPTION,      /* switch between the figure and its description */
	ACTION_CLOSE,        /* Esc */
	ACTION_LEAVE,
	ACTION_YES,
	ACTION_NO
};

struct action {
	enum action_kind kind;
	unsigned number;  /* ACTION_STEP, ACTION_PICK, ACTION_CLICK */
	const char *text; /* ACTION_INSERT: UTF-8, borrowed for the call */
};

#endif
