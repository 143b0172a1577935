/* SPDX-License-Identifier: MIT */
/* The key table: each row binds keys and supplies their hint in the footer and in the help. */
#ifndef KEYMAP_H
#define KEYMAP_H

#include <stdint.h>

#include "base/action.h"

/* Contexts, in each of which a key has one meaning. A screen says which one applies. */
enum key_context {
	CONTEXT_WELCOME = 1 << 0,
	CONTEXT_STEP = 1 << 1,
	CONTEXT_TEXT = 1 << 2,   /* a text field of a form is being edited */
	CONTEXT_CHOICE = 1 << 3, /* a choice of a form has the focus */
	CONTEXT_REVIEW = 1 << 4,
	CONTEXT_VERIFY = 1 << 5, /* a text of the verification is being typed */
	CONTEXT_STATUS = 1 << 6, /* a choice of the verification has the focus */
	CONTEXT_RESULT = 1 << 7,
	CONTEXT_READ = 1 << 8,    /* text without rows: help, notes, an answer */
	CONTEXT_FAQ = 1 << 9,     /* a list of questions or of the site's messages */
	CONTEXT_SEARCH = 1 << 10, /* the search text of such a list is being edited */
	CONTEXT_LEAVE = 1 << 11,
	CONTEXT_ACTIVITY = 1 << 12, /* a step whose rehearsal or verification is not done yet */
	CONTEXT_REGISTERED = 1 << 13,
	CONTEXT_CHECK_SETTLED = 1 << 14, /* like CONTEXT_VERIFY, in a row that is answered */
	CONTEXT_SAVE_REPORT = 1 << 15,   /* the name of the report's file is being edited */
	CONTEXT_BUTTON = 1 << 16,        /* a button of a form has the focus */
	CONTEXT_QR = 1 << 17,
	CONTEXT_CHECK_WHOLE = 1 << 18, /* like CONTEXT_CHECK_TYPED, but typing replaces the text */
	CONTEXT_CHOOSE = 1 << 19,      /* a list of options, which typed text filters */
	CONTEXT_BY_EYE = 1 << 20, /* like CONTEXT_VERIFY, but there is no value to compare with */
	CONTEXT_VERIFY_BUTTON = 1 << 21,
	CONTEXT_STEP_BUTTON = 1 << 22,   /* the last row of a step, which leads on */
	CONTEXT_TICK = 1 << 23,          /* a box to tick in a form */
	CONTEXT_CHECK_TYPED = 1 << 24,   /* like CONTEXT_VERIFY, with text in the row */
	CONTEXT_REVIEW_MASKED = 1 << 25, /* like CONTEXT_REVIEW, on a projector */
	CONTEXT_REVIEW_BUTTON = 1 << 26,
	CONTEXT_TO_DO = 1 << 27, /* the row of a step that opens its rehearsal or verification */
	/* The set of contexts in which printable characters insert themselves. */
	CONTEXT_EDITING = CONTEXT_TEXT | CONTEXT_SEARCH | CONTEXT_SAVE_REPORT | CONTEXT_CHOOSE |
			  CONTEXT_VERIFY | CONTEXT_BY_EYE | CONTEXT_CHECK_TYPED |
			  CONTEXT_CHECK_WHOLE | CONTEXT_CHECK_SETTLED
};

enum { BINDING_KEYS = 4 };

struct binding {
	unsigned contexts; /* a set of enum key_context */
	enum action_kind action;
	/* key.h, the one to show first; 0: no more. ACTION_STEP means all digits. */
	uint32_t keys[BINDING_KEYS];
	const char *label; /* the keys' names; NULL: not shown */
	const char *hint;  /* what the keys do, in a few characters; NULL if label is */
};

/* Returns the action of a key in a context; ACTION_NONE if it has none. Inserting the characters
 * typed into a field is up to the caller. */
struct action keymap_find(enum key_context context, uint32_t key);

/* Returns the first shown binding of a context for an action; NULL if there is none. */
const struct binding *keymap_shown(enum key_context context, enum action_kind action);

/* Returns a shorter form of a hint, for narrow windows; the hint itself if it has none. */
const char *keymap_brief(const char *hint);

/* Returns the next shown binding of a context after `binding` (NULL: the first), most useful first;
 * NULL at the end. */
const struct binding *keymap_next(enum key_context context, const struct binding *binding);

#endif
