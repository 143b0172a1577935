/* SPDX-License-Identifier: MIT */
/* A form to fill in: lines of text, choices, ticks and buttons, and what the rules find in them. */
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

/* The most answers to the question whether there is an account. */
enum { FORM_ANSWERS_MAX = 8 };

/* Each field of the guide may add a second one, a button or an answer; the row that folds and the
 * submit button come on top. */
enum { FORM_FIELDS_MAX = 2 * GUIDE_FIELDS_MAX + 2 };

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
	FORM_ACCOUNT, /* one answer to the question whether there is an account */
	FORM_DOCUMENT,
	FORM_QUESTION, /* choice 0: none */
	FORM_TERMS,
	FORM_SEND,  /* sends the code to the phone */
	FORM_FOLD,  /* shows or hides the security questions */
	FORM_SKIP,  /* skips the form */
	FORM_BUTTON /* submits */
};

enum form_shape { SHAPE_TEXT, SHAPE_CHOICE, SHAPE_TICK, SHAPE_BUTTON };

struct form_field {
	enum form_kind kind;
	const char *label;  /* borrowed, as the next two; also of a tick or an answer */
	const char *hint;   /* NULL if absent */
	const char *advice; /* NULL if absent */
	bool required;
	bool visited;                /* left with a value: from then on all findings are shown */
	size_t choice, choice_count; /* index; tick: 0 or 1 of 2; FORM_ACCOUNT: in the guide */
	struct line_edit edit;
};

/* Holds personal data: wipe it. */
struct form {
	size_t count, focus; /* focus: index of the focused field */
	bool revealed;       /* show what is masked */
	bool warned;         /* the errors were reported: the button now submits in spite of them */
	bool insisting;      /* so does Enter, until another key is pressed */
	bool optional;       /* may be submitted empty */
	bool partial;        /* and with some of its fields empty */
	bool folded;         /* the security questions are hidden */
	bool reviewed;       /* left the review to change a field: Esc leads back to it */
	struct form_field fields[FORM_FIELDS_MAX];
};

/* What a form is checked against; all borrowed, NULL if absent. */
struct form_rules {
	const struct guide_form *guide;
	const struct record *record;
	const struct form *registered; /* for the login; never NULL, and neither is sms */
	const struct sms_practice *sms;
	const struct regions *regions;
	struct date today;
	int64_t now;
};

/* Start the form of the gaokao details, and the form that finds them in a roster; candidates: by
 * the candidate number, too. */
void form_start_record(struct form *f);
void form_start_lookup(struct form *f, bool candidates);

/* Start the questions before the registration, the registration (required fields first, security
 * questions last), and the login after it. */
void form_start_account(struct form *f, const struct guide_form *guide);
void form_start_register(struct form *f, const struct guide_form *guide);
void form_start_login(struct form *f, const struct guide_form *guide);

enum form_shape form_shape(const struct form_field *field);

/* The state of a field, which decides its mark, its badge and the counts. */
enum form_state {
	FORM_UNKNOWN, /* nothing is known, or nothing is required */
	FORM_OPEN,    /* required, and empty or not yet finished */
	FORM_FORMED,  /* well-formed; compared with nothing */
	FORM_RIGHT,   /* ticked, or right by something else than the record */
	FORM_AGREES,  /* equal to the record */
	FORM_SUSPECT, /* there is a warning */
	FORM_WRONG
};

enum form_state form_state(const struct form *f, size_t index, const struct form_rules *rules);

/* True if a field is folded away: it has no row and cannot be focused. */
bool form_hidden(const struct form *f, size_t index);

/* Returns how many security questions are answered; sets *all to how many there are. */
size_t form_questions(const struct form *f, size_t *all);

/* Focuses a field, unless it is hidden. */
void form_go(struct form *f, size_t index);

/* Focuses the next or previous field that is not hidden; false at either end. */
bool form_next(struct form *f);
bool form_previous(struct form *f);

/* The line of the focused field; NULL if the field has no text. */
struct line_edit *form_editing(struct form *f);

/* The first field of that kind; NULL if there is none. */
const struct form_field *form_find(const struct form *f, enum form_kind kind);

/* How many fields a review lists, the index of the field in one of its rows, from 0, and the row of
 * the focused field, or of the next one that has a row. It lists all that are filled in or
 * required, answers that a chosen question lacks, and the submit button. */
size_t form_review_rows(const struct form *f);
size_t form_review_field(const struct form *f, size_t row);
size_t form_review_row(const struct form *f);

/* The label of the option chosen in a field; "" if the field is no choice. Borrowed from the
 * guide. */
const char *form_choice_label(const struct form_field *field, const struct guide_form *guide);

/* The type of document chosen in a form; a resident ID card if the form does not ask. guide: NULL
 * if absent. */
enum document_type form_document(const struct form *f, const struct guide_form *guide);

/* The value as displayed. Passwords are masked unless revealed, other values also unless focused;
 * names only in a presentation. Owned by the caller, who wipes it. */
char *form_value(const struct form *f, size_t index, bool presentation);

/* The same, but masked even if the field is focused. */
char *form_masked(const struct form *f, size_t index, bool presentation);

/* Adds the findings of a field. Until the field is visited, adds only those that an unfinished text
 * does not cause by itself. */
void form_check(const struct form *f, size_t index, const struct form_rules *rules,
		struct findings *out);

/* Sets *out to the finding to show first: the worst; among equals, one about the value alone before
 * one from the comparison with the record. Returns false if there is none. */
bool form_finding(const struct form *f, size_t index, const struct form_rules *rules,
		  struct finding *out);

/* How many fields have a finding of at least that severity. *first: index of the first of them,
 * unchanged if there is none. */
size_t form_wrong(const struct form *f, const struct form_rules *rules, enum severity least,
		  size_t *first);

/* Marks all fields as visited. */
void form_visit_all(struct form *f);

/* How many required fields there are, and how many of them are filled in and have no error. The
 * document counts from the start, as it always has a choice. */
size_t form_required(const struct form *f);
size_t form_done(const struct form *f, const struct form_rules *rules);

/* True if any field has text. */
bool form_typed(const struct form *f);

/* Wipes all typed text, or only the passwords; choices stay. Returns true if there was any. */
bool form_forget(struct form *f, bool passwords_only);

void form_wipe(struct form *f);

#endif
