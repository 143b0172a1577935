/* SPDX-License-Identifier: MIT */
/* The guide: every word the wizard says about the self-check itself, read from guide.json. */
#ifndef GUIDE_H
#define GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

enum {
	GUIDE_BYTES_MAX = 1024 * 1024,
	GUIDE_STEPS_MAX = 9,
	GUIDE_CHECKS_MAX = 32,
	GUIDE_FIELDS_MAX = 16,
	GUIDE_IDS_MAX = 512 /* of all kinds together */
};

/* A school writes any number of paragraphs; `**` marks emphasis inside one. */
struct guide_text {
	size_t count;
	const char **lines;
};

struct guide_link {
	const char *label, *url; /* http or https */
};

/* What became known after the source was published: shown beside it, never in its stead. */
struct guide_later {
	const char *as_of; /* "2023", "2023-10-20" */
	const char *text;
};

struct guide_item {
	const char *id; /* stable: progress is kept under it */
	const char *text;
};

/* One frame of a figure; `**…**` in a line is the target to click. */
struct guide_panel {
	const char *title; /* may be NULL */
	struct guide_text lines;
};

struct guide_figure {
	const char *title;
	const char *caption; /* the same in words, for narrow windows and for ears */
	size_t panel_count;
	struct guide_panel *panels; /* side by side where there is room */
};

enum guide_activity { ACTIVITY_NONE, ACTIVITY_REGISTER, ACTIVITY_VERIFY };

struct guide_step {
	const char *id, *title;
	struct guide_text text;
	size_t link_count, item_count, later_count;
	struct guide_link *links;
	struct guide_item *items; /* at least one */
	struct guide_later *later;
	struct guide_figure *figure; /* may be NULL */
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
	const char *note; /* may be NULL */
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

/* A kind of identity document, and the rule its number follows. */
enum guide_document_rule {
	GUIDE_RULE_RESIDENT_ID,
	GUIDE_RULE_RESIDENCE_PERMIT,
	GUIDE_RULE_PERMANENT,
	GUIDE_RULE_OTHER
};

struct guide_document {
	const char *id, *label;
	const char *hint; /* may be NULL */
	enum guide_document_rule rule;
};

struct guide_form_field {
	const char *id, *label;
	const char *hint;   /* may be NULL */
	const char *advice; /* why to fill it in, or not to press the button again; may be NULL */
	enum guide_field_kind kind;
	bool required;
	const char *button; /* beside the field: 免费获取; may be NULL */
};

/* One of several answers, and what follows from it. */
struct guide_option {
	const char *id, *label;
	struct guide_text advice;
};

/* What to settle before the form is opened. */
struct guide_account {
	const char *title, *submit;
	struct guide_text intro;
	const char *question; /* is there an account already? */
	size_t option_count;
	struct guide_option *options;
	const char *address, *address_hint; /* of the browser: label and hint */
};

/* Logging in again, as the notice demands. */
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
	struct guide_document *documents; /* at least one: the first is the site's default */
	const char **questions;           /* what may be chosen as a security question */
	struct guide_account *account;    /* may be NULL */
	struct guide_login *login;        /* may be NULL */
};

/* What the site's value is compared with: a member of the record, or the status list. */
enum guide_compare {
	GUIDE_COMPARE_BY_EYE,
	GUIDE_COMPARE_PICTURE, /* nothing to type */
	GUIDE_COMPARE_NAME,
	GUIDE_COMPARE_ID_NUMBER,
	GUIDE_COMPARE_SEX,
	GUIDE_COMPARE_BIRTH_DATE,
	GUIDE_COMPARE_ETHNIC_GROUP,
	GUIDE_COMPARE_INSTITUTION,
	GUIDE_COMPARE_LEVEL,
	GUIDE_COMPARE_MAJOR,
	GUIDE_COMPARE_STATUS,
	GUIDE_COMPARE_STUDENT /* which kind of student: the list of students */
};

struct guide_check {
	const char *id, *label;
	enum guide_compare compare;
	bool required;      /* must be seen to agree before the self-check has succeeded */
	bool fatal;         /* must not differ; whatever is required is fatal */
	const char *advice; /* what to do when it differs; the rest may be NULL, too */
	const char *proof;  /* what to bring */
	const char *corrector;
};

enum guide_outcome { OUTCOME_PASS, OUTCOME_WAIT, OUTCOME_FAIL, OUTCOME_COUNT };

struct guide_status {
	const char *id;    /* stable: progress is kept under it */
	const char *label; /* as the site shows it */
	enum guide_outcome outcome;
	const char *meaning;
};

struct guide_verification {
	struct guide_text intro;
	size_t check_count, status_count, student_count;
	struct guide_check *checks;
	struct guide_status *statuses;
	struct guide_option *students; /* their advice: whose notice to follow */
};

struct guide_verdict {
	const char *title;
	struct guide_text text;
};

struct guide {
	struct arena memory; /* of every string and array below */
	const char *title, *purpose;
	const char *publisher, *published, *source_title;
	const char *faq_file; /* beside the guide; may be NULL */
	const char *deadline; /* the school's, as it is to be said; may be NULL */
	size_t law_count, step_count, note_count, contact_count;
	struct guide_law *laws;
	struct guide_step *steps; /* 1 to GUIDE_STEPS_MAX */
	struct guide_note *notes;
	struct guide_contact *contacts;
	struct guide_form *form;                 /* NULL only when no step has ACTIVITY_REGISTER */
	struct guide_verification *verification; /* the same for ACTIVITY_VERIFY */
	struct guide_verdict verdicts[OUTCOME_COUNT];
};

/* Reads and checks a guide. NULL: d says every problem with its place: unknown keys and kinds,
 * missing items, ids used twice, links that are not http or https. Owned by the caller. */
struct guide *guide_load(const char *path, struct diag *d);
struct guide *guide_parse(const char *bytes, size_t len, struct diag *d);
void guide_free(struct guide *g);

#endif
