/* SPDX-License-Identifier: MIT */
/* A form being filled in: lines of text, choices, a tick and buttons, and what the rules say of them. */
#ifndef FORM_H
#define FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "model/guide.h"
#include "rules/finding.h"
#include "rules/record.h"
#include "rules/region.h"
#include "rules/validator.h"
#include "wizard/line_edit.h"
#include "wizard/sms_practice.h"

/* A field of the guide may come with a button or an answer; and the button that submits. */
enum { FORM_FIELDS_MAX = 2 * GUIDE_FIELDS_MAX + 1 };

enum form_kind {
	FORM_NAME,
	FORM_ID_NUMBER,
	FORM_CANDIDATE,
	FORM_MOBILE,
	FORM_SMS_CODE,
	FORM_PASSWORD,
	FORM_PASSWORD_AGAIN,
	FORM_EMAIL,
	FORM_ANSWER, /* of the security question before it */
	FORM_ADDRESS,
	FORM_LOGIN_NAME,
	FORM_LOGIN_PASSWORD,
	FORM_ACCOUNT, /* is there one already? */
	FORM_DOCUMENT,
	FORM_QUESTION, /* choice 0: none */
	FORM_TERMS,
	FORM_SEND, /* asks for the code */
	FORM_BUTTON
};

enum form_shape { SHAPE_TEXT, SHAPE_CHOICE, SHAPE_TICK, SHAPE_BUTTON };

struct form_field {
	enum form_kind kind;
	const char *label;  /* borrowed */
	const char *hint;   /* borrowed, may be NULL */
	const char *advice; /* borrowed, may be NULL */
	bool required;
	bool visited;                /* and left: from now on all that is wrong is said */
	size_t choice, choice_count; /* a tick: 0 or 1 of 2 */
	struct line_edit edit;
};

/* Holds personal data: wipe it. */
struct form {
	size_t count, focus; /* focus: index of a field */
	bool revealed;       /* what is masked is shown */
	bool warned;         /* what is wrong has been said: the button submits all the same */
	bool optional;       /* may be submitted with nothing typed */
	struct form_field fields[FORM_FIELDS_MAX];
};

/* What a form is measured against. Everything is borrowed. */
struct form_rules {
	const struct guide_form *guide; /* may be NULL */
	const struct record *record;    /* may be NULL */
	const struct form *registered;  /* what was registered with, for logging in again */
	const struct sms_practice *sms;
	const struct regions *regions; /* may be NULL */
	struct date today;
	int64_t now;
};

/* The gaokao details of the student; what they are found by in a roster. */
void form_start_record(struct form *f);
void form_start_lookup(struct form *f);

/* What to settle before the registration; its rehearsal, in the order of the site; logging in again. */
void form_start_account(struct form *f, const struct guide_form *guide);
void form_start_register(struct form *f, const struct guide_form *guide);
void form_start_login(struct form *f, const struct guide_form *guide);

enum form_shape form_shape(const struct form_field *field);

/* The next or previous field; false at either end. */
bool form_next(struct form *f);
bool form_previous(struct form *f);

/* The line under the caret, NULL where nothing is typed. */
struct line_edit *form_editing(struct form *f);

/* The first field of that kind; NULL: none. */
const struct form_field *form_find(const struct form *f, enum form_kind kind);

/* What the choice of a field says; "" where there is none. Borrowed from the guide. */
const char *form_choice_label(const struct form_field *field, const struct guide_form *guide);

/* The document chosen in a form; a resident ID card where there is no choice. guide may be NULL. */
enum document_type form_document(const struct form *f, const struct guide_form *guide);

/* The value as it may be seen: masked unless it is being typed or revealed; passwords always but when
 * revealed; names in a hall. Owned by the caller. */
char *form_value(const struct form *f, size_t index, bool hall);

/* The same where nothing is being typed. */
char *form_masked(const struct form *f, size_t index, bool hall);

/* What is wrong with a field. While it is being typed for the first time, only what can be said of an
 * unfinished line. */
void form_check(const struct form *f, size_t index, const struct form_rules *rules,
		struct findings *out);

/* Required fields that are still empty or unticked, and fields that are not. */
size_t form_missing(const struct form *f);
size_t form_filled(const struct form *f);

/* Whether something was typed that leaving would lose. */
bool form_typed(const struct form *f);

/* Overwrites what was typed, or of that only passwords; choices stay. */
void form_forget(struct form *f, bool passwords_only);

void form_wipe(struct form *f);

#endif
