/* SPDX-License-Identifier: MIT */
/* Plays a script: presses its keys in the app at a human speed and obeys the keys of a presenter.
 * Tells the notes where it is (demo_status.h). The caller gives it the time, in milliseconds of any
 * clock that never goes back. */
#ifndef DEMO_H
#define DEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "demo/demo_script.h"
#include "screens/screens.h"

enum demo_state {
	DEMO_PLAYING,
	DEMO_PAUSED,
	DEMO_BY_HAND, /* the presenter uses the wizard */
	DEMO_OVER     /* after the last beat */
};

enum { DEMO_SPEED_USUAL = 100, DEMO_SPEED_MIN = 10, DEMO_SPEED_MAX = 1000 }; /* percent */

struct demo {
	/* To be set before demo_start(). */
	const struct demo_script *script; /* borrowed; read for the guide below */
	struct app *app;        /* borrowed; opened by demo_start(), closed by demo_end() */
	const char *guide_path; /* borrowed, as the next two */
	const struct guide *guide;
	const struct record *record;
	const char *script_path; /* borrowed, absolute: for the notes; NULL: there are none */
	bool automatic;          /* continue after each beat, and begin again after the last */
	bool presentation;       /* as of the wizard */
	unsigned speed;          /* percent */

	enum demo_state state;
	bool blank;              /* show nothing */
	size_t beat, event;      /* from 0; event: the next one of the beat */
	int64_t next;            /* when it is due */
	int64_t now, step_began; /* the time given last; when the present step of the guide began */
	/* What the notes were told last. */
	size_t published_beat;
	enum demo_state published_state;
	int64_t published_began;
};

/* Opens the app and begins to play. */
void demo_start(struct demo *d, int64_t now);
void demo_end(struct demo *d);

/* Milliseconds until demo_tick() is to be called, 0 to 1000. */
int demo_wait(const struct demo *d);

/* Presses the key that is due, if any. */
void demo_tick(struct demo *d, int64_t now);

/* A key of the presenter: space pauses and continues, Right and PgDn finish the beat, Left and PgUp
 * go back one beat, 1 to 9 go to the first beat of that step of the guide, '.' blanks the screen, t
 * is the presentation mode. Any other key, and a step without a beat, switches to DEMO_BY_HAND:
 * then all keys but PgUp, PgDn and '.' (unless it is typed into a field) go to the wizard, and
 * Enter switches back. false: the demo is to end. */
bool demo_key(struct demo *d, uint32_t key, int64_t now);

/* A beat's caption without emphasis marks; the caller frees it. */
char *demo_caption(const struct demo_beat *beat);

/* Adds the demo's caption and footer to a page of the app. */
void demo_page(const struct demo *d, struct page *p);

/* Seconds that all beats of a step (its id, as in struct demo_beat) are planned for. */
unsigned demo_planned(const struct demo_script *s, const char *step);

/* Seconds since the present step began, and those planned for it. */
void demo_clock(const struct demo *d, unsigned *used, unsigned *planned);

#endif
