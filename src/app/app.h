/* SPDX-License-Identifier: MIT */
/* One run: applies a key to the wizard, then does the disk work that follows. Knows no screen. */
#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>
#include <stdint.h>

#include "model/faq.h"
#include "model/guide.h"
#include "model/progress_file.h"
#include "rules/record.h"
#include "view/frame.h"
#include "wizard/wizard.h"

/* Big: keep it static, and what is not used of it costs nothing. Holds personal data in the wizard. */
struct app {
	struct wizard wizard;
	struct viewport viewport;
	struct progress_file progress_file;
	const char *guide_path;  /* borrowed */
	const char *roster;      /* borrowed; NULL: none */
	struct faq *faq;         /* owned; NULL until asked for */
	struct regions *regions; /* the same */
	bool save_failed;        /* said once, not at every tick */
	bool new_screen;         /* another page since the caller last cleared this */
	bool quit;
	const char
		*copy;  /* borrowed: what the front end is to hand to the terminal; NULL: nothing */
	bool in_memory; /* touches no disk */
};

/* Opens what is kept and starts the wizard. s: zeroes, as static storage is, or closed. guide_path,
 * guide and record are borrowed; record may be NULL. fresh: begins without what was kept. slip:
 * where to save the result when it is reached; NULL: the student is asked. */
void app_open(struct app *app, const char *guide_path, const struct guide *guide,
	      const struct record *record, bool fresh, const char *slip);

/* The same without a disk: nothing is read from it, nothing kept. For demos. */
void app_open_in_memory(struct app *app, const char *guide_path, const struct guide *guide,
			const struct record *record);

/* The gaokao details are to be found in a roster, or a list of records; path is borrowed. */
void app_use_roster(struct app *app, const char *path);

/* For a projector: the body only, names masked. */
void app_set_presentation(struct app *app, bool on);

/* Carries out an action; s->quit is set when the student leaves. */
void app_apply(struct app *app, struct action action);

/* A key (key.h), or text that was pasted: line breaks in it never submit. */
void app_key(struct app *app, uint32_t key);
void app_paste(struct app *app, const char *text);

/* A click at a place of the frame; the wheel: so many lines down, or up. */
void app_click(struct app *app, struct hit hit);
void app_wheel(struct app *app, int lines);

/* A second has gone by while something on the page counts it (screens_ticking()). */
void app_tick(struct app *app);

/* Keeps what is still to be kept, and wipes everything. Returns the exit status: 0, 1 or 3. */
int app_close(struct app *app);

#endif
