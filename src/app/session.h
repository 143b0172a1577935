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
struct session {
	struct wizard wizard;
	struct viewport viewport;
	struct progress_file kept;
	const char *guide_path;  /* borrowed */
	const char *roster;      /* borrowed; NULL: none */
	struct faq *faq;         /* owned; NULL until asked for */
	struct regions *regions; /* the same */
	bool save_failed;        /* said once, not at every tick */
	bool turned;             /* another page since the caller last cleared this */
	bool quit;
	const char
		*copy; /* borrowed: what the front end is to hand to the terminal; NULL: nothing */
	bool unkept;   /* touches no disk */
};

/* Opens what is kept and starts the wizard. s: zeroes, as static storage is, or closed. guide_path,
 * guide and record are borrowed; record may be NULL. fresh: begins without what was kept. slip:
 * where to save the result when it is reached; NULL: the student is asked. */
void session_open(struct session *s, const char *guide_path, const struct guide *guide,
		  const struct record *record, bool fresh, const char *slip);

/* The same without a disk: nothing is read from it, nothing kept. For demos. */
void session_open_unkept(struct session *s, const char *guide_path, const struct guide *guide,
			 const struct record *record);

/* The gaokao details are to be found in a roster, or a list of records; path is borrowed. */
void session_use_roster(struct session *s, const char *path);

/* Carries out an action; s->quit is set when the student leaves. */
void session_apply(struct session *s, struct action action);

/* A key (key.h), or text that was pasted: line breaks in it never submit. */
void session_key(struct session *s, uint32_t key);
void session_paste(struct session *s, const char *text);

/* A click at a place of the frame; the wheel: so many lines down, or up. */
void session_click(struct session *s, struct hit hit);
void session_wheel(struct session *s, int lines);

/* A second has gone by while something on the page counts it (wizard_ticking()). */
void session_tick(struct session *s);

/* Keeps what is still to be kept, and wipes everything. Returns the exit status: 0, 1 or 3. */
int session_close(struct session *s);

#endif
