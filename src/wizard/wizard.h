/* SPDX-License-Identifier: MIT */
/* The state of one run, shared by the screens. It is in memory only; the caller sets the clock. */
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
#include "rules/record.h"
#include "rules/region.h"
#include "wizard/form.h"
#include "wizard/line_edit.h"
#include "wizard/lookup_pause.h"
#include "wizard/sms_practice.h"

/* screens/screens.c has a row for each. */
enum screen_id {
	SCREEN_WELCOME,
	SCREEN_RECORD, /* the gaokao details */
	SCREEN_STEP,
	SCREEN_ACCOUNT,    /* what to settle before the registration */
	SCREEN_RECOVER,    /* recovers an existing account */
	SCREEN_REGISTER,   /* the registration form */
	SCREEN_REVIEW,     /* reviews that form */
	SCREEN_REGISTERED, /* the simulated success */
	SCREEN_LOGIN,
	SCREEN_VERIFY, /* what the site shows */
	SCREEN_RESULT,
	SCREEN_HELP,
	SCREEN_NOTES,
	SCREEN_FAQ,
	SCREEN_FAQ_ANSWER,
	SCREEN_SITE_MESSAGES, /* what the real site may say */
	SCREEN_SITE_MESSAGE,  /* one message, or an answer found in that list */
	SCREEN_QR,
	SCREEN_SAVE_REPORT,
	SCREEN_LEAVE,  /* asks whether to lose what was typed */
	SCREEN_CHOOSE, /* lists the options of a choice */
	SCREEN_COUNT
};

/* What the caller does after an action, in this order, except that EFFECT_PROGRESS comes before
 * EFFECT_SAVE. */
enum effect {
	EFFECT_LOOKUP = 1 << 0,     /* search the roster for what record_search_wanted() gives */
	EFFECT_NEW_SCREEN = 1 << 1, /* show the new screen from its top */
	EFFECT_SAVE = 1 << 2,       /* save the progress */
	EFFECT_RESET = 1 << 3,      /* and discard what was saved before */
	EFFECT_FAQ = 1 << 4,        /* load the FAQ into wizard.faq */
	EFFECT_REGIONS = 1 << 5,    /* load the table of regions into wizard.regions */
	EFFECT_REPORT = 1 << 6,     /* write the report, then result_report_done() */
	EFFECT_OPEN = 1 << 7,       /* open wizard.link in a browser */
	EFFECT_COPY = 1 << 8,       /* copy wizard.copied to the terminal's clipboard */
	EFFECT_QUIT = 1 << 9,
	EFFECT_PROGRESS = 1 << 10, /* open the progress of the sample, or else the student's own */
	EFFECT_UNHANDLED = 1 << 11 /* returned by a screen: it has no use for the action */
};

/* No option is chosen. */
#define NO_OPTION SIZE_MAX

struct wizard;

/* The list that the choose screen shows (screens/choose.h), and the function that takes the answer.
 * Options count from 0. */
struct chooser {
	const char *title;
	size_t count;
	const char *(*label)(const struct wizard *w, size_t option);
	/* Called when the screen that asked is shown again; returns a set of enum effect. */
	unsigned (*take)(struct wizard *w, size_t option);
	bool other;        /* typed text that no option has is an answer, too: the first option */
	const char *value; /* what the list asks about, for the heading; borrowed; NULL if absent */
	/* Called like take() with typed text that no option has, instead of searching on; NULL: the
	 * search goes on. */
	unsigned (*typed)(struct wizard *w, const char *text);
	bool digits; /* what is typed may be a number, too, that no option has */
};

/* The answer to a check in this run; answers of earlier runs do not count. */
struct check_answer {
	char result[PROGRESS_RESULT]; /* as in the progress; "" if it is open */
	bool compared;                /* wizard_expected() had a value for it */
};

/* The reader of the report, from whom some names and numbers are masked. */
enum report_form {
	REPORT_MASKED,
	REPORT_FOR_COUNSELLOR, /* shows the name, the student number and the candidate number */
	REPORT_IN_FULL,
	REPORT_ON_SCREEN /* no file: the page of the result */
};

/* Holds personal data: end with wizard_wipe(). */
struct wizard {
	const struct guide *guide;     /* borrowed, as the next two */
	const struct faq *faq;         /* NULL until EFFECT_FAQ */
	const struct regions *regions; /* NULL until EFFECT_REGIONS */
	bool regions_asked;

	struct record record; /* the gaokao details; empty if unknown */
	/* The student who gave the answers, while `record` is empty, or the sample that the
	 * student's own details are to replace; empty if unknown. */
	struct record former;
	bool record_from_file, number_wrong; /* number_wrong: its number can be nobody's */
	char sex[8], birth_date[16];         /* of the record, or read from its number */
	struct progress progress;
	/* The saved progress of an earlier run, perhaps of another student. It is ignored until the
	 * student continues it. */
	struct progress earlier;
	/* The student's own saved progress in a run with the sample; empty if that starts
	 * afresh. */
	struct progress own;
	struct date today;
	int64_t now; /* seconds since 1970 */

	/* wizard/navigation.h. stack[depth] is shown, stack[0] is the welcome screen; no screen is
	 * on the stack twice. */
	enum screen_id stack[SCREEN_COUNT];
	size_t depth;
	size_t focus[SCREEN_COUNT]; /* focused row of each screen, from 0; forms have their own */
	size_t step;                /* of the guide, from 0 */

	bool captions;      /* show figures in words */
	bool presentation;  /* for a projector: body only, names masked */
	bool line_mode;     /* findings are read after the field is left, so they stay unmasked */
	bool unsaved;       /* the progress cannot be saved: do not promise it */
	const char *link;   /* borrowed from the guide; for EFFECT_OPEN */
	const char *copied; /* for EFFECT_COPY: a link or a character hard to type; borrowed */
	char notice[256];   /* one sentence for the student, cleared by the next action */

	/* The state of single screens, used by that screen, by navigation and by the functions that
	 * wipe. */
	struct form record_form, account_form, register_form, login_form;
	const struct guide_option *account; /* answer about the account; borrowed, or NULL */
	struct {
		bool wanted;     /* the record is looked up in a roster, not typed */
		bool candidates; /* by the candidate number, too */
		bool matched;    /* the lookup found what record_form holds */
		struct lookup_pause pause;
	} lookup;
	struct sms_practice sms; /* of the register screen */
	struct {
		/* Per check: the text typed from the site, and the answer of this run. */
		struct line_edit shown[GUIDE_CHECKS_MAX];
		struct check_answer answers[GUIDE_CHECKS_MAX];
		bool typing;  /* the text of `typed` was edited since its row was focused */
		size_t typed; /* index of the check */
		bool touched; /* a key was pressed in the text of the focused row */
		bool revealed;
		bool passed;       /* the self-check succeeded in this run, and still does */
		bool unfolded[2];  /* GROUP_EMPTY and GROUP_OTHER show their rows */
		bool wants_record; /* left to enter a record: come back afterwards */
	} verify;
	struct {
		struct line_edit text;
		bool typing;
	} search; /* of the FAQ or the list of messages; only one of them can be open */
	struct {
		struct chooser chooser;
		size_t chosen; /* NO_OPTION: none yet */
		struct line_edit sought;
	} choose;
	unsigned help_context; /* enum key_context whose keys the help lists */
	struct {
		struct line_edit path, written; /* written: this run's file, may be replaced */
		enum report_form form;
		enum report_form path_form, written_form; /* readers that the two names are for */
		bool overwrite;                           /* replace an existing file */
		bool asked; /* the student was asked for the name, which may lack an extension */
		bool automatic; /* written whenever the result is reached */
	} report;
};

/* Starts at the welcome screen. w: zeroes, or wiped. guide is borrowed; record (NULL if absent) and
 * progress are copied; progress may be w's own. */
void wizard_start(struct wizard *w, const struct guide *guide, const struct record *record,
		  const struct progress *progress, struct date today, int64_t now);

/* wizard_offer_progress() sets the progress aside as that of an earlier run, and the welcome screen
 * asks whether to continue it. wizard_take_progress() makes it the student's own again.
 * wizard_offered() returns the one of the two that the welcome screen offers. */
void wizard_offer_progress(struct wizard *w);
void wizard_take_progress(struct wizard *w);
const struct progress *wizard_offered(const struct wizard *w);

/* From now on the record is looked up in a roster by EFFECT_LOOKUP instead of typed; by the
 * candidate number, too, if the roster has such numbers. */
void wizard_use_roster(struct wizard *w, bool candidates);

/* Forgets the progress and what was typed, but not a record from a file. */
void wizard_reset(struct wizard *w);

/* wizard_use_own_record() does the same and sets a sample aside, so that the student enters a
 * record. wizard_use_sample_again() takes it back; returns false if there is none, or the student
 * has begun something since. After both, the caller has to return EFFECT_PROGRESS. */
void wizard_use_own_record(struct wizard *w);
bool wizard_use_sample_again(struct wizard *w);

/* A check of the guide by its index; the guide must have it. */
const struct guide_check *wizard_check(const struct wizard *w, size_t check);

/* Replaces the record by a copy of another; NULL removes it. If neither the name nor the number is
 * the same, the record is another student's and the answers are forgotten. */
void wizard_set_record(struct wizard *w, const struct record *record);

/* The record; NULL if none is known. */
const struct record *wizard_record(const struct wizard *w);

/* True if the record lacks a name or a number to compare with that the student can enter. */
bool wizard_lacks_record(const struct wizard *w);

/* wizard_left_out(): says which of the two the student entered with an error, so that they are not
 * compared: "证件号码要改，没有拿来比"; "" if there is none. wizard_record_wanted(): the label of a
 * button that leads to entering what is missing, or to what was entered. Both owned by the
 * caller. */
char *wizard_left_out(const struct wizard *w);
char *wizard_record_wanted(const struct wizard *w);

/* The value that a check is compared with: the record's, or the one read from its number; "" if
 * there is none. */
const char *wizard_expected(const struct wizard *w, enum guide_compare compare);

/* True if that value is not in the record but read from its number: sex and date of birth. */
bool wizard_from_number(const struct wizard *w, enum guide_compare compare);

/* wizard_is_choice(): true if a check is answered by a choice. wizard_by_eye(): true if any other
 * check has no value of the record to be compared with; it can be typed all the same. */
bool wizard_is_choice(const struct guide_check *check);
bool wizard_by_eye(const struct wizard *w, size_t check);

/* True while the record is an invented student's, which every page says. */
bool wizard_uses_sample(const struct wizard *w);

/* The SENTENCE_ flags for the reader of a finding's sentence. masked: the value is masked. */
unsigned wizard_reader(const struct wizard *w, bool masked);

/* A time as a day, "（昨天）"; "" if the time is 0. Owned by the caller. */
char *wizard_day(const struct wizard *w, int64_t time);

/* Sets the notice; what does not fit is cut. */
void wizard_say(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void wizard_say_too_long(struct wizard *w); /* says that the text does not fit into its line */

/* Called by the front ends. */
void wizard_set_presentation(struct wizard *w, bool on);
void wizard_set_line_mode(struct wizard *w);

/* Carries out an editing action on a line; returns false for other actions. Of pasted text with
 * several lines or cells it inserts the first that is not empty. That sets the notice, and so does
 * text that does not fit. */
bool wizard_edit(struct wizard *w, struct line_edit *line, struct action a);

/* What the fields of a form are checked against; borrowed from w. */
struct form_rules wizard_form_rules(const struct wizard *w);

/* How many fields of the register form have an error. */
size_t wizard_register_errors(const struct wizard *w);

/* Wipes what was typed in the register and login forms, or only the passwords. Returns true if
 * there was any. */
bool wizard_wipe_inputs(struct wizard *w, bool passwords_only);
void wizard_wipe(struct wizard *w);

#endif
