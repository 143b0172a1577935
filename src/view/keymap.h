/* SPDX-License-Identifier: MIT */
/* One table: a row binds a key, prints its hint in the footer and its line in the help. */
#ifndef KEYMAP_H
#define KEYMAP_H

#include <stdint.h>

#include "base/action.h"

/* Where keys mean the same. */
enum key_context {
	CONTEXT_WELCOME = 1 << 0,
	CONTEXT_STEP = 1 << 1,
	CONTEXT_TEXT = 1 << 2,   /* a line of a form is being typed */
	CONTEXT_CHOICE = 1 << 3, /* a choice or a tick of a form */
	CONTEXT_REVIEW = 1 << 4,
	CONTEXT_VERIFY = 1 << 5,
	CONTEXT_STATUS = 1 << 6, /* a line of the verification that is a choice */
	CONTEXT_RESULT = 1 << 7,
	CONTEXT_READ = 1 << 8, /* text to scroll: help, notes, an answer */
	CONTEXT_FAQ = 1 << 9,
	CONTEXT_SEARCH = 1 << 10,
	CONTEXT_LEAVE = 1 << 11,
	CONTEXT_ACTIVITY = 1 << 12, /* a step whose rehearsal or verification is still to be done */
	CONTEXT_REGISTERED = 1 << 13,
	CONTEXT_COMPLAINTS = 1 << 14,
	CONTEXT_SLIP = 1 << 15,   /* the name of a file is being typed */
	CONTEXT_BUTTON = 1 << 16, /* a button of a form */
	CONTEXT_QR = 1 << 17,
	CONTEXT_REPLACE = 1 << 18
};

struct binding {
	unsigned contexts; /* a set of enum key_context */
	uint32_t key;      /* key.h */
	enum action_kind action;
	unsigned number;
	const char *label; /* the key as the student knows it; NULL: another row says it */
	const char *hint;  /* what it does, in a few characters */
};

/* The action of a key; ACTION_NONE when it has none here. In a line being typed, characters and
 * blanks are to be inserted: that is the caller's part. */
struct action keymap_find(enum key_context context, uint32_t key);

/* The next labelled row for that context after `row` (NULL: the first), the most wanted first; NULL at
 * the end. */
const struct binding *keymap_next(enum key_context context, const struct binding *row);

#endif
