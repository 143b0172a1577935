/* SPDX-License-Identifier: MIT */
/* The demo: a script's keys pressed in a session at a human pace, and a presenter's few keys. Tells
 * the notes where it stands (stage.h); is told the time, milliseconds of any clock that only goes
 * forward. */
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
	DEMO_TAKEN, /* a hand is on the keys */
	DEMO_OVER   /* the last beat is done */
};

enum { DEMO_SPEED_USUAL = 100, DEMO_SPEED_MIN = 10, DEMO_SPEED_MAX = 1000 }; /* percent */

struct demo {
	const struct demo_script *script; /* borrowed; read for the guide below */
	struct app *app;                  /* borrowed; opened by demo_start() */
	const char *guide_path;           /* borrowed, as the next two */
	const struct guide *guide;
	const struct record *record;
	enum demo_state state;
	bool automatic;     /* goes on by itself, and begins again at the end */
	bool blank;         /* the screen shows nothing */
	bool presentation;  /* for a hall */
	unsigned speed;     /* percent */
	size_t beat, event; /* from 0; event: the next one of the beat */
	int64_t next;       /* when it is due */
	int64_t now, step_began;
	const char *script_path; /* borrowed, absolute: for the notes; NULL: tell nobody */
	size_t told_beat;        /* what the notes were told last */
	enum demo_state told_state;
	int64_t told_began;
};

/* Opens the session and stands before the first beat, playing. */
void demo_start(struct demo *d, int64_t now);
void demo_end(struct demo *d);

/* Milliseconds until demo_tick() has something to do, 0 to 1000: the clock is shown. */
int demo_wait(const struct demo *d);

/* Does what is due. */
void demo_tick(struct demo *d, int64_t now);

/* A key of the presenter: space pauses and goes on, Right and PgDn end the beat, Left and PgUp go back to
 * the one before, 1 to 9 go to the first beat of that step of the guide, '.' blanks, t is for a hall.
 * Any other, and a step that no beat has, takes over by hand; then all but PgUp, PgDn and '.' go to the
 * session, and Enter hands back. false: the demo is to end. */
bool demo_key(struct demo *d, uint32_t key, int64_t now);

/* What the hall reads beneath the page: adds caption and clock to a page of the app. */
void demo_page(const struct demo *d, struct page *p);

/* Seconds planned for a step (as struct demo_beat has it), over all its beats. */
unsigned demo_planned(const struct demo_script *s, const char *step);

/* Seconds since the present step of the guide began, and those planned for it in the script. */
void demo_clock(const struct demo *d, unsigned *used, unsigned *planned);

#endif
