/* SPDX-License-Identifier: MIT */
/* The guide: all text about the self-check, read from guide.json. */
#ifndef GUIDE_H
#define GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide_text.h"
#include "rules/validator.h"

enum {
	GUIDE_BYTES_MAX = 1024 * 1024,
	GUIDE_STEPS_MAX = 9,
	GUIDE_CHECKS_MAX = 32,
	GUIDE_FIELDS_MAX = 16
};

struct guide_link {
	const char *label, *url; /* http or https */
	const char *text;        /* shown in place of the url; the url if absent */
};

/* A part of a figure; `**…**` in a line marks where to click. */
struct guide_panel {
	const char *title; /* optional */
	struct guide_text lines;
};

struct guide_figure {
	const char *title;
	const char *caption; /* describes the figure, for narrow windows and screen readers */
	size_t panel_count;
	struct guide_panel *panels; /* side by side if they fit */
};

enum guide_activity { ACTIVITY_NONE, ACTIVITY_REGISTER, ACTIVITY_VERIFY };

struct guide_step {
	const char *id, *title;
	const char *summary; /* a few words for the list of steps; may be NULL */
	struct guide_text text;
	size_t link_count, item_count, later_count;
	struct guide_link *links;
	struct guide_item *items; /* at least one */
	struct guide_later *later;
	struct guide_figure *figure; /* optional */
	enum guide_activity activity;
};

struct guide_law {
	const char *title, *issuer, *number;
};

struct guide_note {
	const char *id, *title;
	struct guide_text text;
	size_t later_count;
	struct guide_later *later;
};

struct guide_contact {
	const char *id, *label, *value;
	const char *as_of;
	const char *note; /* optional */
};

enum guide_field_kind {
	GUIDE_FIELD_MOBILE,
	GUIDE_FIELD_SMS_CODE,
	GUIDE_FIELD_PASSWORD,
	GUIDE_FIELD_PASSWORD_AGAIN,
	GUIDE_FIELD_NAME,
	GUIDE_FIELD_DOCUMENT_TYPE,
	GUIDE_FIELD_ID_NUMBER,
	GUIDE_FIELD_EMAIL,
	GUIDE_FIELD_QUESTION,
	GUIDE_FIELD_TERMS
};

/* A type of identity document, and the rule for its number. */
struct guide_document {
	const char *id, *label;
	const char *hint; /* optional */
	enum document_type rule;
};

struct guide_form_field {
	const char *id, *label;
	const char *hint;   /* optional */
	const char *advice; /* why to fill it in, or why not to press the button again; optional */
	enum guide_field_kind kind;
	bool required;
	const char *button; /* label of a button beside the field: 免费获取; optional */
};

/* The page before the form: asks about an existing account and for the browser's address. */
struct guide_account {
	const char *title;
	struct guide_text intro;
	const char *question; /* asks whether the student has an account */
	size_t option_count;
	struct guide_option *options;
	const char *address, *address_hint; /* label and hint for the browser's address */
};

/* The login page: the notice demands a login after the registration. */
struct guide_login {
	const char *title, *submit;
	struct guide_text intro;
	const char *name, *name_hint, *password;
};

struct guide_form {
	const char *title, *submit;
	struct guide_text intro;
	size_t field_count, document_count, question_count;
	struct guide_form_field *fields;
	struct guide_document *documents; /* at least one; the first is the site's default */
	const char **questions;           /* security questions to choose from */
	struct guide_account *account;    /* optional */
	struct guide_login *login;        /* optional */
};

/* What the value on the site is compared with. */
enum guide_compare {
	GUIDE_COMPARE_BY_EYE,
	GUIDE_COMPARE_PICTURE, /* the student chooses an answer; nothing can be typed */
	GUIDE_COMPARE_NAME,
	GUIDE_COMPARE_ID_NUMBER,
	GUIDE_COMPARE_SEX,
	GUIDE_COMPARE_BIRTH_DATE,
	GUIDE_COMPARE_ETHNIC_GROUP,
	GUIDE_COMPARE_INSTITUTION,
	GUIDE_COMPARE_LEVEL,
	GUIDE_COMPARE_MAJOR,
	GUIDE_COMPARE_STUDENT_NUMBER, /* compared by eye; the report for the college names it */
	GUIDE_COMPARE_STATUS,
	GUIDE_COMPARE_STUDENT /* chosen from the list of students */
};

struct guide_check {
	const char *id, *label;
	enum guide_compare compare;
	bool required;      /* the self-check succeeds only if this check agrees */
	bool fatal;         /* must be looked at and must not differ; implied by required */
	bool empty;         /* the site may show no value */
	const char *advice; /* what to do if it differs; optional, as are the next two */
	const char *proof;  /* documents to bring */
	const char *corrector;
};

enum guide_outcome { OUTCOME_PASS, OUTCOME_WAIT, OUTCOME_FAIL, OUTCOME_COUNT };

struct guide_status {
	const char *id;    /* stable: the progress refers to it */
	const char *label; /* as the site shows it */
	enum guide_outcome outcome;
	bool unlisted; /* the site shows no record: there is nothing to compare yet */
	bool other;    /* any other status: the student types what the site shows */
	const char *meaning;
};

struct guide_verification {
	struct guide_text intro;
	size_t check_count, status_count, student_count;
	struct guide_check *checks;
	struct guide_status *statuses;
	struct guide_option *students; /* kinds of students; advice: which notice they follow */
};

struct guide_verdict {
	const char *title;
	struct guide_text text;
};

struct guide {
	struct arena memory; /* owns all strings and arrays below */
	const char *title, *purpose;
	const char *publisher, *published, *source_title;
	const char *faq_file; /* in the folder of the guide; optional */
	const char *deadline; /* the school's deadline, as text; optional */
	size_t law_count, step_count, note_count, contact_count;
	struct guide_law *laws;
	struct guide_step *steps; /* 1 to GUIDE_STEPS_MAX */
	struct guide_note *notes;
	struct guide_contact *contacts;
	struct guide_form *form;                 /* NULL only if no step has ACTIVITY_REGISTER */
	struct guide_verification *verification; /* NULL only if no step has ACTIVITY_VERIFY */
	struct guide_verdict verdicts[OUTCOME_COUNT];
};

/* Reads a guide, owned by the caller. Returns NULL on failure; d has every problem with its place,
 * such as unknown keys and kinds, missing members, duplicate ids, links that are neither http nor
 * https. */
struct guide *guide_load(const char *path, struct diag *d);
void guide_free(struct guide *g);

#endif
