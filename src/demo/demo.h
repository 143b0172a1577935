/* SPDX-License-Identifier: MIT */
/* Plays a script: carries out a beat at a human speed, then waits for the presenter's key.
 * Tells the notes where it is (demo_status.h). The caller gives it the time, in milliseconds of any
 * clock that never goes back. */
#ifndef DEMO_H
#define DEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "demo/demo_script.h"
#include "demo/demo_status.h"
#include "screens/screens.h"

enum demo_state {
	DEMO_PLAYING, /* a beat's keys are being pressed */
	DEMO_WAITING, /* at the end of a beat, for a key */
	DEMO_BY_HAND, /* the presenter uses the wizard */
	DEMO_OVER     /* after the last beat, which is still shown */
};

enum { DEMO_SPEED_USUAL = 100, DEMO_SPEED_MIN = 10, DEMO_SPEED_MAX = 1000 }; /* percent */

struct demo {
	/* To be set before demo_start(). */
	const struct demo_script *script; /* borrowed; read for the guide below */
	struct app *app;        /* borrowed; opened by demo_start(), closed by demo_end() */
	const char *guide_path; /* borrowed, as the next two */
	const struct guide *guide;
	const struct record *records; /* the student of each beat (demo_records_load()) */
	const char *script_path;      /* borrowed, absolute: for the notes; NULL: there are none */
	bool automatic;    /* hold each beat for its seconds, and begin again after the last */
	bool presentation; /* as of the wizard */
	unsigned speed;    /* percent */

	enum demo_state state;
	bool blank;              /* show nothing */
	bool keys_listed;        /* show the demo's keys */
	bool asking;             /* g was pressed: digits are the number of a beat */
	unsigned asked;          /* that number as far as it is typed; 0: nothing yet */
	size_t beat;             /* from 0 */
	size_t event, part;      /* of the beat, from 0: what to press next (demo_command.h) */
	int64_t next;            /* when that is due; at its end, an automatic demo's next beat */
	int64_t now;             /* the time given last */
	int64_t beat_began;      /* the beat */
	int64_t since, began;    /* the beat and the demo began: seconds since 1970 */
	struct demo_status told; /* what the notes were sent last; pid 0: nothing yet */
};

/* The same demo, not begun, as it is played without an audience and at once: for the presentation, and the notes are
 * told nothing. */
struct demo demo_unattended(const struct demo *d);

/* Opens the app and begins with the first beat. */
void demo_start(struct demo *d, int64_t now);
void demo_end(struct demo *d);

/* The beat that is played, or was last. */
const struct demo_beat *demo_beat(const struct demo *d);

/* Milliseconds until demo_tick() is to be called, 0 to 1000; -1: not before a key. */
int demo_wait(const struct demo *d);

/* Presses the key that is due, if any. Never begins a beat unless the demo is automatic. */
void demo_tick(struct demo *d, int64_t now);

/* A key of the presenter. false: the demo is to end.
 *
 * Right, Down, PgDn, Enter and Space finish the beat, or begin the next one if it is finished. Left, Up,
 * PgUp and Backspace go back to the end of the beat before. Home and End go to the first and last beat, 1 to
 * 9 to the first beat of that step of the guide, g, a number and Enter to a beat. '.' and b blank the screen, t is
 * the presentation mode, ? lists the keys, h is DEMO_BY_HAND, q ends. Other keys do nothing; j and k scroll where there
 * is a terminal (scroll.h).
 *
 * By hand all keys go to the wizard but PgDn, which begins the next beat, PgUp, which restores the present
 * one or goes back from one that is always by hand, and '.', unless it is typed into a field. Leaving the wizard
 * gives the demo back, too. */
bool demo_key(struct demo *d, uint32_t key, int64_t now);

/* Seconds that are planned for that beat (from 0) and all after it. */
unsigned demo_planned(const struct demo_script *s, size_t beat);

#endif
