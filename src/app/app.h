/* SPDX-License-Identifier: MIT */
/* One run of the wizard for a front end: turns keys into actions, applies them, then does the disk
 * work, links and clock they ask for. Nothing here depends on what was drawn. */
#ifndef APP_H
#define APP_H

#include <stdbool.h>
#include <stdint.h>

#include "model/faq.h"
#include "model/guide.h"
#include "model/progress_file.h"
#include "rules/record.h"
#include "view/frame.h"
#include "wizard/wizard.h"

/* What the front end is to do with its scroll position. */
enum scroll_request {
	SCROLL_KEEP,
	SCROLL_FOLLOW, /* make the focused row visible */
	SCROLL_LINE_UP,
	SCROLL_LINE_DOWN,
	SCROLL_PAGE_UP,
	SCROLL_PAGE_DOWN,
	SCROLL_TOP,
	SCROLL_BOTTOM
};

/* Large: make it static. The wizard holds personal data. Front ends read the fields marked "front
 * end" and reset them after acting on them; what else they need of the wizard they get from
 * screens/screens.h and wizard/. */
struct app {
	struct wizard wizard;
	struct progress_file progress_file;
	const struct guide *guide;  /* borrowed */
	const char *guide_path;     /* borrowed */
	const char *roster;         /* borrowed; NULL if absent */
	struct faq *faq;            /* owned; NULL until first needed */
	struct regions *regions;    /* owned; NULL until first needed */
	bool changed;               /* since app_save() was last called */
	bool save_failed;           /* the last save failed, which was reported */
	bool in_memory;             /* never touches the disk */
	bool help_offered;          /* the student was told which key lists the keys */
	bool new_screen;            /* front end: another screen is shown */
	enum scroll_request scroll; /* front end: asked for by the last action */
	const char *clipboard;      /* front end: text to copy, borrowed; NULL if absent */
	bool quit;                  /* front end: the student left */
};

/* Loads the kept progress and starts the wizard. app: zeroed, or closed. guide_path and guide are
 * borrowed; record is copied and may be NULL. fresh: forgets the kept progress, but a run with the
 * sample's record does not forget the student's own. report: file to write the report to when the
 * result is reached; NULL: the student is asked. */
void app_open(struct app *app, const char *guide_path, const struct guide *guide,
	      const struct record *record, bool fresh, const char *report);

/* Starts the wizard without progress, and never reads or writes any: for demos. */
void app_open_in_memory(struct app *app, const char *guide_path, const struct guide *guide,
			const struct record *record);

/* Makes the student find the gaokao record in a roster; path is borrowed. candidates: by the
 * candidate number, too. */
void app_use_roster(struct app *app, const char *path, bool candidates);

/* For a projector: the body only, names masked. */
void app_set_presentation(struct app *app, bool on);

/* Applies an action, then does what it asks for: saves progress, loads the FAQ and regions, looks
 * up the record, writes the report, opens a link. An action that only scrolls changes nothing but
 * app->scroll. */
void app_apply(struct app *app, struct action action);

/* Applies the meaning of a key (key.h) on the present screen; in a text field, printable characters
 * insert themselves. The first key without a meaning sets a notice on which key lists the keys. */
void app_key(struct app *app, uint32_t key);

/* Makes the focused row visible and clears the notice, which may hide it. */
void app_show_row(struct app *app);

/* Inserts pasted text into the field being edited. If there is none, drops the text and says so. */
void app_paste(struct app *app, const char *text);

/* Applies a click on what the front end drew. */
void app_click(struct app *app, struct hit hit);

/* Reads the clock; call it once a second while screens_ticking(). */
void app_tick(struct app *app);

/* Seconds since 1970 at the last action or tick. */
int64_t app_now(const struct app *app);

/* Saves what has changed since the last call. Waits for the disk: a front end calls it when the
 * page is painted, before it waits for a key. Returns true if it set a notice, so that the page
 * must be painted again. A failure is reported once; what could not be saved is tried again after
 * the next change, and by app_close(). */
bool app_save(struct app *app);

/* Saves what could not be saved before, and writes to out what is kept of this run, in one sentence
 * or two, to be printed when the terminal is restored; "" if nothing was begun. APP_KEPT: bytes. */
enum { APP_KEPT = 512 };
void app_say_kept(struct app *app, char out[APP_KEPT]);

/* Saves what could not be saved before, and wipes everything. Returns the exit status: 0, 1 or 3
 * (wizard_exit_status()). */
int app_close(struct app *app);

#endif
