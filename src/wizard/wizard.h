/* SPDX-License-Identifier: MIT */
/* Where the student is, and what an action changes. Pure: touches memory only, and is told the time. */
#ifndef WIZARD_H
#define WIZARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/action.h"
#include "base/date.h"
#include "model/faq.h"
#include "model/guide.h"
#include "model/progress.h"
#include "roster/record_search.h"
#include "rules/record.h"
#include "rules/region.h"
#include "wizard/form.h"
#include "wizard/lookup_pause.h"
#include "wizard/sms_practice.h"

enum wizard_screen {
	SCREEN_WELCOME,
	SCREEN_RECORD, /* the gaokao details */
	SCREEN_STEP,
	SCREEN_BEFORE,     /* what to settle before the registration, opened from its step */
	SCREEN_REHEARSAL,  /* the registration form */
	SCREEN_REVIEW,     /* everything once more */
	SCREEN_REGISTERED, /* the simulated success */
	SCREEN_LOGIN,      /* and logging in again */
	SCREEN_VERIFY,     /* the list of what the site shows */
	SCREEN_RESULT
};

enum wizard_overlay {
	OVERLAY_NONE,
	OVERLAY_HELP,
	OVERLAY_NOTES,
	OVERLAY_FAQ,        /* the list of questions */
	OVERLAY_ANSWER,     /* one of them */
	OVERLAY_COMPLAINTS, /* what the real site may say */
	OVERLAY_REMEDY,     /* one of them */
	OVERLAY_QR,         /* a link as a picture */
	OVERLAY_SLIP,       /* asks for the name of a file for the result */
	OVERLAY_REPLACE,    /* and whether to replace one */
	OVERLAY_LEAVE       /* asks whether to lose what was typed */
};

/* What the caller is to do after an action, in this order. */
enum effect {
	EFFECT_LOOKUP = 1 << 0,  /* wizard_lookup() in the roster; more may follow */
	EFFECT_TURN = 1 << 1,    /* another page: show it from its top */
	EFFECT_SAVE = 1 << 2,    /* keep the progress */
	EFFECT_FRESH = 1 << 3,   /* and forget what was kept before */
	EFFECT_FAQ = 1 << 4,     /* load the FAQ into wizard.faq */
	EFFECT_REGIONS = 1 << 5, /* load the table of regions into wizard.regions */
	EFFECT_SLIP = 1 << 6,    /* write the slip to the file that wizard.slip names */
	EFFECT_OPEN = 1 << 7,    /* open wizard.link in a browser */
	EFFECT_COPY = 1 << 8,    /* copy it through the terminal */
	EFFECT_QUIT = 1 << 9
};

/* In the stead of an index, where nothing is chosen. */
enum { NO_CHOICE = -1 };

struct wizard {
	const struct guide *guide;     /* borrowed */
	const struct faq *faq;         /* borrowed; NULL until asked for */
	const struct regions *regions; /* the same */
	bool regions_asked;
	struct record record;
	bool record_from_file;
	bool roster; /* the record is found in one */
	bool found;  /* and was, by what stands in `details` */
	struct lookup_pause pause;
	char sex[8], birth_date[16]; /* the record's, else what its number says */
	struct progress progress;
	struct date today;
	int64_t now; /* seconds since 1970 */

	enum wizard_screen screen;
	enum wizard_overlay overlay;
	size_t step;  /* index, from 0 */
	size_t focus; /* the line of a list that is marked: ticks, checks, choices */

	struct form details;   /* of SCREEN_RECORD */
	struct form before;    /* of SCREEN_BEFORE */
	struct form rehearsal; /* of SCREEN_REHEARSAL */
	struct form login;     /* of SCREEN_LOGIN */
	struct sms_practice sms;

	/* SCREEN_VERIFY: what the site shows where it differs, being typed when `typing` */
	struct line_edit shown[GUIDE_CHECKS_MAX]; /* by check */
	bool typing;

	bool captions;     /* figures in words */
	bool presentation; /* for a projector: body only, names masked */
	bool by_line; /* a field is left before what is found of it can be read: no sentence is masked */
	size_t overlay_focus, answer, complaint;
	bool from_faq;               /* the complaints were opened over it */
	enum wizard_overlay beneath; /* what a code was opened over */
	struct line_edit search;     /* in the FAQ */
	bool searching;
	const char *link; /* borrowed from the guide: what EFFECT_OPEN and EFFECT_COPY are about */

	/* The slip. What this run wrote, it may replace. */
	struct line_edit slip, slip_written; /* names of files */
	bool slip_revealed, slip_replace;
	bool slip_always; /* written whenever the result is reached */

	bool unsaved;     /* the progress cannot be kept: not to be promised */
	char notice[256]; /* one sentence for the student; gone with the next action */
};

/* Starts at the welcome page. w: zeroes, as static storage is, or wiped. Everything passed is borrowed but
 * the copies of record and progress; record may be NULL, progress w's own. */
void wizard_start(struct wizard *w, const struct guide *guide, const struct record *record,
		  const struct progress *progress, struct date today, int64_t now);

/* From now on the gaokao details are not typed but found in a roster, by EFFECT_LOOKUP. */
void wizard_use_roster(struct wizard *w);

/* What to look for: borrowed from the details. */
struct record_search wizard_lookup(const struct wizard *w);

/* What became of EFFECT_LOOKUP, with the record that was found, or a sentence why the roster is not
 * read. Returns a set of enum effect. */
unsigned wizard_lookup_done(struct wizard *w, enum record_found result, const struct record *record,
			    const char *trouble);

/* Carries out an action; returns a set of enum effect. An action that means nothing here does nothing. */
unsigned wizard_apply(struct wizard *w, struct action action);

/* Says in the notice that what was typed does not fit into its line. */
void wizard_say_too_long(struct wizard *w);

/* How many lines of the present page can be marked, and which one is, from 0. */
size_t wizard_row_count(const struct wizard *w);
size_t wizard_row(const struct wizard *w);

/* The line of text being typed; NULL when keys are commands. */
struct line_edit *wizard_editing(struct wizard *w);

/* The form of the present page; NULL when it is none. */
const struct form *wizard_form(const struct wizard *w);

/* What a field of it is measured against. */
struct form_rules wizard_rules(const struct wizard *w, const struct form *f);

/* How many fields of the rehearsal the real site, or the look-up, would refuse. */
size_t wizard_wrong(const struct wizard *w);

/* The links of the present page, from 0; url NULL: there are no more. */
struct guide_link wizard_link(const struct wizard *w, size_t index);
size_t wizard_link_count(const struct wizard *w);

/* Whether something on the page changes by itself, second by second. */
bool wizard_ticking(const struct wizard *w);

/* Under which id the progress keeps when a step was done: as seconds since 1970. */
void wizard_when_id(const struct wizard *w, size_t step, char id[PROGRESS_ID]);

/* What became of EFFECT_SLIP: notice says it. exists: the student is asked whether to replace it. */
void wizard_slip_done(struct wizard *w, bool written, bool exists, const char *notice);

/* The gaokao details known so far: those of the file, or those typed; NULL when there are none. */
const struct record *wizard_record(const struct wizard *w);

/* Whether all items of a step are ticked, and its activity has been done. */
bool wizard_step_done(const struct wizard *w, size_t step);

/* Whether the present step has a rehearsal or a verification that is still to be done: Enter opens it. */
bool wizard_activity_open(const struct wizard *w);

/* What is chosen on a check that is a choice, an index into the guide's list; NO_CHOICE: none yet, or
 * another kind of check. */
int wizard_choice(const struct wizard *w, size_t check);
bool wizard_is_choice(const struct guide_check *check);

/* What there is to choose on a check, and how it is called; 0: it is no choice. */
size_t wizard_option_count(const struct wizard *w, size_t check);
const char *wizard_option_label(const struct wizard *w, size_t check, size_t option);

/* The same of the status, and of the kind of student. */
int wizard_status(const struct wizard *w);
int wizard_student(const struct wizard *w);

/* The check on a line of the verification: the kind of student, those that must agree, the others.
 * Both from 0. */
size_t wizard_check_index(const struct wizard *w, size_t line);

/* How the typed differs from the record, for a check that is compared with it. */
void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out);

/* The record's value a check is compared with; "" when there is none. */
const char *wizard_expected(const struct wizard *w, enum guide_compare compare);

/* Whether an answer of the FAQ is shown under the present search. */
bool wizard_answer_matches(const struct wizard *w, const struct faq_answer *answer);

enum verdict { VERDICT_OPEN, VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

/* The rule of the notice: what must agree agrees, and the status is one that passes. */
enum verdict wizard_verdict(const struct wizard *w);

/* What the guide says of it. Of VERDICT_OPEN it says nothing: a title, and no text. */
const struct guide_verdict *wizard_verdict_says(const struct wizard *w);

/* 0: the self-check succeeded, 1: it ended with a problem, 3: left before the end. */
int wizard_exit_status(const struct wizard *w);

void wizard_wipe(struct wizard *w);

#endif
