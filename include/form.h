/* SPDX-License-Identifier: MIT */
/* A form being filled in: lines of text, choices and buttons, and what the rules say of them. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>

#include "finding.h"
#include "guide.h"
#include "line_edit.h"
#include "record.h"
#include "resident_id.h"

enum { FORM_FIELDS_MAX = 20 };

enum form_kind {
	FORM_NAME,
	FORM_ID_NUMBER,
	FORM_DOCUMENT, /* a choice */
	FORM_BUTTON,
	FORM_SHOWN /* filled in on the site only: here to be seen, never focused */
};

struct form_field {
	enum form_kind kind;
	const char *label; /* borrowed */
	const char *hint;  /* borrowed, may be NULL */
	bool required;
	bool left; /* the student has been here and gone on: everything wrong is said from now on */
	size_t choice, choice_count;
	struct line_edit edit;
};

/* Holds personal data: wipe it. */
struct form {
	size_t count, focus; /* focus: index of a field that is not FORM_SHOWN */
	bool revealed;       /* what is masked is shown */
	bool warned;         /* what is wrong has been said: the button goes on all the same */
	struct form_field fields[FORM_FIELDS_MAX];
};

/* The rehearsal of the registration, in the order of the site; document types from the guide. */
void form_start_rehearsal(struct form *f, const struct guide_form *guide);

/* The gaokao details of the student. */
void form_start_record(struct form *f);

/* The next or previous field that can be focused; false at either end. */
bool form_next(struct form *f);
bool form_previous(struct form *f);

/* The line under the caret, NULL on choices and buttons. */
struct line_edit *form_editing(struct form *f);

/* The first field of that kind; NULL: none. */
const struct form_field *form_find(const struct form *f, enum form_kind kind);

/* What is wrong with a field. While it is being typed for the first time, only what can be said of an
 * unfinished line. record may be NULL. */
void form_check(const struct form *f, size_t index, const struct guide_form *guide,
		const struct record *record, struct date today, struct findings *out);

/* Whether something was typed that leaving would lose. */
bool form_filled(const struct form *f);

void form_wipe(struct form *f);

#endif
