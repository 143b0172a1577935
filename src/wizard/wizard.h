/* SPDX-License-Identifier: MIT */
/* The state of one run that the screens share: in memory only; the clock is given to it. */
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
	SCREEN_RECOVER,    /* of an account that there is already */
	SCREEN_REGISTER,   /* the registration form */
	SCREEN_REVIEW,     /* of that form */
	SCREEN_REGISTERED, /* the simulated success */
	SCREEN_LOGIN,
	SCREEN_VERIFY, /* what the site shows */
	SCREEN_RESULT,
	SCREEN_HELP,
	SCREEN_NOTES,
	SCREEN_FAQ,
	SCREEN_FAQ_ANSWER,
	SCREEN_SITE_MESSAGES, /* what the real site may say */
	SCREEN_SITE_MESSAGE,  /* or an answer that was found there */
	SCREEN_QR,
	SCREEN_SAVE_REPORT,
	SCREEN_LEAVE,  /* asks whether to lose what was typed */
	SCREEN_CHOOSE, /* lists the options of a choice */
	SCREEN_COUNT
};

/* What the caller does after an action, in this order. */
enum effect {
	EFFECT_LOOKUP = 1 << 0,     /* search the roster for what record_search_wanted() gives */
	EFFECT_NEW_SCREEN = 1 << 1, /* show it from its top */
	EFFECT_SAVE = 1 << 2,       /* save the progress */
	EFFECT_RESET = 1 << 3,      /* and forget what was saved before */
	EFFECT_FAQ = 1 << 4,        /* load the FAQ into wizard.faq */
	EFFECT_REGIONS = 1 << 5,    /* load the table of regions into wizard.regions */
	EFFECT_REPORT = 1 << 6,     /* write the report, then result_report_done() */
	EFFECT_OPEN = 1 << 7,       /* open wizard.link in a browser */
	EFFECT_COPY = 1 << 8,       /* copy wizard.copied to the terminal's clipboard */
	EFFECT_QUIT = 1 << 9,
	EFFECT_OWN_PROGRESS = 1 << 10, /* the student's own in place of the sample's */
	EFFECT_UNHANDLED = 1 << 11     /* of one screen: the action means nothing special here */
};

/* No option of a choice. */
#define NO_OPTION SIZE_MAX

struct wizard;

/* What the choose screen lists (screens/choose.h), and who takes the answer. Options count from
 * 0. */
struct chooser {
	const char *title;
	size_t count;
	const char *(*label)(const struct wizard *w, size_t option);
	/* Called when the screen that asked is shown again; returns a set of enum effect. */
	unsigned (*take)(struct wizard *w, size_t option);
	bool other; /* what is typed and no option has is an answer, too: the first option's */
};

/* The answer to a check of this run: what an earlier one answered certifies nothing. */
struct check_answer {
	char result[PROGRESS_RESULT]; /* as in the progress; "" if it is open */
	bool compared;                /* with what wizard_expected() has */
};

/* Who is to read the report: whom the names and numbers in it are masked from. */
enum report_form {
	REPORT_MASKED,
	REPORT_FOR_COUNSELLOR, /* the name, and the number in the school or of the candidate */
	REPORT_IN_FULL,
	REPORT_ON_SCREEN /* no file: the page of the result */
};

/* Holds personal data: end with wizard_wipe(). */
struct wizard {
	const struct guide *guide;     /* borrowed, as the next two */
	const struct faq *faq;         /* NULL until EFFECT_FAQ */
	const struct regions *regions; /* NULL until EFFECT_REGIONS */
	bool regions_asked;

	struct record record; /* the gaokao details; empty: none are known */
	/* Whose answers these are while `record` is empty; empty if nobody's. */
	struct record former;
	bool record_from_file, number_wrong; /* number_wrong: its number can be nobody's */
	char sex[8], birth_date[16];         /* of the record, or read from its number */
	struct progress progress;
	/* What an earlier run kept, perhaps somebody else's: it counts for nothing until the
	 * student goes on with it. */
	struct progress earlier;
	struct date today;
	int64_t now; /* seconds since 1970 */

	/* wizard/navigation.h. stack[depth] is shown, stack[0] the welcome screen; none lies there
	 * twice. */
	enum screen_id stack[SCREEN_COUNT];
	size_t depth;
	size_t focus[SCREEN_COUNT]; /* row of each screen, from 0; a form has its own */
	size_t step;                /* of the guide, from 0 */

	bool captions;      /* show figures in words */
	bool presentation;  /* for a projector: body only, names masked */
	bool line_mode;     /* findings are read after the field was left: they stay unmasked */
	bool unsaved;       /* the progress cannot be saved: do not promise it */
	const char *link;   /* borrowed from the guide; for EFFECT_OPEN */
	const char *copied; /* for EFFECT_COPY: a link or a sign that is hard to type; borrowed */
	char notice[256];   /* one sentence for the student; gone with the next action */

	/* What was typed on one screen, and how it stands: used by that screen, by navigation and
	 * by the wipes. */
	struct form record_form, account_form, register_form, login_form;
	const struct guide_option
		*account; /* whether there is one; borrowed, NULL if not answered */
	struct {
		bool wanted;  /* the record is found in a roster */
		bool matched; /* by what stands in record_form */
		struct lookup_pause pause;
	} lookup;
	struct sms_practice sms; /* of the register screen */
	struct {
		/* By check: what was typed from the site, and what this run answered. */
		struct line_edit shown[GUIDE_CHECKS_MAX];
		struct check_answer answers[GUIDE_CHECKS_MAX];
		bool typing;  /* the text of `typed` was edited since its row was focused */
		size_t typed; /* index of the check */
		bool touched; /* a key was pressed in the text of the focused row */
		bool revealed;
		bool passed;       /* the self-check succeeded in this run, as it stands */
		bool unfolded[2];  /* the groups that may be empty, and the others */
		bool wants_record; /* it was left to enter a record: come back to it */
	} verify;
	struct {
		struct line_edit text;
		bool typing;
	} search; /* of the FAQ and the list of messages, of which one is open at most */
	struct {
		struct chooser chooser;
		size_t chosen; /* NO_OPTION: none yet */
		struct line_edit sought;
	} choose;
	unsigned help_context; /* enum key_context that the help lists */
	struct {
		struct line_edit path, written; /* written: by this run, which may replace it */
		enum report_form form;
		enum report_form path_form, written_form; /* for which the two names are */
		bool overwrite;                           /* the file that has this name */
		bool asked;                               /* the name was: it may lack an end */
		bool automatic; /* written whenever the result is reached */
	} report;
};

/* Starts at the welcome screen. w: zeroes, or wiped. guide is borrowed; record (NULL if absent) and
 * progress are copied; progress may be w's own. */
void wizard_start(struct wizard *w, const struct guide *guide, const struct record *record,
		  const struct progress *progress, struct date today, int64_t now);

/* Sets the progress aside as that of an earlier run, and asks on the welcome screen whether to go
 * on with it. Takes it as the student's own again. Which of the two is offered there. */
void wizard_offer_progress(struct wizard *w);
void wizard_take_progress(struct wizard *w);
const struct progress *wizard_offered(const struct wizard *w);

/* The record is no longer typed but found in a roster, by EFFECT_LOOKUP. */
void wizard_use_roster(struct wizard *w);

/* Forgets the progress and what was typed, but not a record from a file. */
void wizard_reset(struct wizard *w);

/* The same for a record from a file: the student enters one. EFFECT_OWN_PROGRESS follows. */
void wizard_use_own_record(struct wizard *w);

/* A check of the guide, by its index; there must be one. */
const struct guide_check *wizard_check(const struct wizard *w, size_t check);

/* Replaces the record by a copy; NULL: by none. One with another name and another number is of
 * another student: the answers are forgotten. */
void wizard_set_record(struct wizard *w, const struct record *record);

/* The record; NULL if none is known. */
const struct record *wizard_record(const struct wizard *w);

/* Whether a name or a number is missing to compare with that the student can enter. */
bool wizard_lacks_record(const struct wizard *w);

/* Which of the two were entered and are wrong, so that nothing is compared with them: "证件号码要改，
 * 没有拿来比"; "" if none is. And what a button says that leads to entering what is missing, or
 * to what was entered. Both owned by the caller. */
char *wizard_left_out(const struct wizard *w);
char *wizard_record_wanted(const struct wizard *w);

/* The value that a check is compared with: the record's, or what its number tells; "" if there is
 * none. */
const char *wizard_expected(const struct wizard *w, enum guide_compare compare);

/* True if that is not registered but read from the record's number: sex and date of birth. */
bool wizard_from_number(const struct wizard *w, enum guide_compare compare);

/* A check that is answered by a choice. One by eye is also typed: it has no record's value to agree
 * with. */
bool wizard_is_choice(const struct guide_check *check);
bool wizard_by_eye(const struct wizard *w, size_t check);

/* True while the record is that of an invented student, which every page says. */
bool wizard_uses_sample(const struct wizard *w);

/* Who reads the sentence of a finding: a set of SENTENCE_ flags. */
unsigned wizard_reader(const struct wizard *w, bool masked);

/* When a time was, as "（昨天）"; "" if it is 0. Owned by the caller. */
char *wizard_day(const struct wizard *w, int64_t time);

/* Sets the notice; what does not fit is cut. */
void wizard_say(struct wizard *w, const char *format, ...) __attribute__((format(printf, 2, 3)));
void wizard_say_too_long(struct wizard *w); /* what was typed does not fit into its line */

/* For front ends. */
void wizard_set_presentation(struct wizard *w, bool on);
void wizard_set_line_mode(struct wizard *w);

/* Carries out an editing action on a line; false if it is none. Of a text of several lines or cells,
 * which was pasted, it takes the first that has something in it. That and text that does not fit set
 * the notice. */
bool wizard_edit(struct wizard *w, struct line_edit *line, struct action a);

/* What the fields of a form are checked against; borrowed from w. */
struct form_rules wizard_form_rules(const struct wizard *w);

/* How many fields of the register form have an error. */
size_t wizard_register_errors(const struct wizard *w);

/* Wipes what was typed to register and log in, or only its passwords. True if there was any. */
bool wizard_wipe_inputs(struct wizard *w, bool passwords_only);
void wizard_wipe(struct wizard *w);

#endif
