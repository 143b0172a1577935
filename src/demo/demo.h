/* SPDX-License-Identifier: MIT */
/* Plays a script: carries out a beat at a human speed, then waits for the presenter's key. Sends
 * its position to the notes (demo_status.h). The caller passes the time, in milliseconds of any
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
	DEMO_WAITING, /* waits for a key at the end of a beat */
	DEMO_BY_HAND, /* the presenter uses the wizard */
	DEMO_OVER     /* after the last beat, which is still shown */
};

enum { DEMO_SPEED_USUAL = 100, DEMO_SPEED_MIN = 10, DEMO_SPEED_MAX = 1000 }; /* percent */

struct demo {
	/* To be set before demo_start(). */
	const struct demo_script *script; /* borrowed; loaded with the guide below */
	struct app *app;        /* borrowed; opened by demo_start(), closed by demo_end() */
	const char *guide_path; /* borrowed, as the next two */
	const struct guide *guide;
	const struct record *records; /* the student of each beat (demo_records_load()) */
	const char *script_path;      /* borrowed, absolute, for the notes; NULL: no notes */
	bool automatic;    /* hold each beat for its seconds, and begin again after the last */
	bool presentation; /* presentation mode of the wizard */
	unsigned speed;    /* percent */

	enum demo_state state;
	bool blank;              /* show nothing */
	bool keys_listed;        /* show the demo's keys */
	bool asking;             /* g was pressed: digits are the number of a beat */
	unsigned asked;          /* the number typed so far; 0: none */
	size_t beat;             /* from 0 */
	size_t event, part;      /* next event of the beat, and its part, from 0 (demo_command.h) */
	int64_t next;            /* when that part, or an automatic demo's next beat, is due */
	int64_t now;             /* the time passed last */
	int64_t beat_began;      /* when the beat began */
	int64_t since, began;    /* when the beat and the demo began: seconds since 1970 */
	struct demo_status told; /* status last sent to the notes; pid 0: none yet */
};

/* Returns a copy of a demo, not begun, to be played at once without an audience: in presentation
 * mode, and without notes. */
struct demo demo_unattended(const struct demo *d);

/* Opens the app and begins with the first beat. */
void demo_start(struct demo *d, int64_t now);
void demo_end(struct demo *d);

/* Returns the beat that is being played, or was played last. */
const struct demo_beat *demo_beat(const struct demo *d);

/* Returns the milliseconds until demo_tick() is to be called, 0 to 1000; -1: not before a key. */
int demo_wait(const struct demo *d);

/* Presses the key that is due, if any. Never begins a beat unless the demo is automatic. */
void demo_tick(struct demo *d, int64_t now);

/* Handles a key of the presenter. Returns false if the demo is to end.
 *
 * Right, Down, PgDn, Enter and Space finish the beat, or begin the next one if it is finished.
 * Left, Up, PgUp and Backspace go back to the end of the previous beat. Home and End go to the
 * first and last beat, 1 to 9 to the first beat of that step of the guide; g, a number and Enter go
 * to the beat of that number. '.' and b blank the screen, t switches the presentation mode, ? lists
 * the keys, h begins DEMO_BY_HAND, q ends the demo. Other keys do nothing; on a terminal, j and k
 * scroll (scroll.h).
 *
 * In DEMO_BY_HAND all keys go to the wizard, except PgDn, which begins the next beat; PgUp, which
 * restores the current beat or, if that is always by hand, goes back to the previous one; and '.',
 * which blanks the screen unless it is typed into a field. Leaving the wizard restores the current
 * beat, too. */
bool demo_key(struct demo *d, uint32_t key, int64_t now);

/* Returns the seconds planned for a beat (from 0) and all beats after it. */
unsigned demo_planned(const struct demo_script *s, size_t beat);

#endif
