/* SPDX-License-Identifier: MIT */
/* What a person can ask for, whatever the key: keymap makes actions, wizard carries them out. */
#ifndef ACTION_H
#define ACTION_H

enum action_kind {
	ACTION_NONE,
	ACTION_NEXT,    /* go on: Enter */
	ACTION_BACK,    /* the page before */
	ACTION_FORWARD, /* the next step, whatever is open on this one */
	ACTION_STEP,    /* to the step that number says, from 1 */
	ACTION_UP,
	ACTION_DOWN,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_TOP,
	ACTION_BOTTOM,
	ACTION_TOGGLE, /* tick, choose */
	ACTION_PICK,   /* to the line that number says, from 0 */
	ACTION_CLICK,  /* the same by the mouse, and do what the line is for */
	ACTION_CHOICE_NEXT,
	ACTION_CHOICE_PREVIOUS,
	ACTION_MARK_MATCH,
	ACTION_MARK_DIFFER,
	ACTION_MARK_ABSENT,
	ACTION_MARK_OPEN,
	ACTION_REVEAL, /* show or hide what is masked */
	ACTION_INSERT, /* text at the caret */
	ACTION_ERASE_BEFORE,
	ACTION_ERASE_AFTER,
	ACTION_ERASE_TO_START,
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
	ACTION_OPEN,         /* a link in the browser */
	ACTION_COPY,         /* its address */
	ACTION_PRESENTATION, /* for a hall, and back */
	ACTION_CAPTION,      /* figure or its words */
	ACTION_CLOSE,        /* what lies over the page; Esc */
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
