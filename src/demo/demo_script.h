/* SPDX-License-Identifier: MIT */
/* A demo as data: beats of keys, pauses, captions and notes, read from demo.json. */
#ifndef DEMO_SCRIPT_H
#define DEMO_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide.h"

enum { DEMO_BYTES_MAX = 256 * 1024, DEMO_PAUSE_MAX = 60000, DEMO_BEATS_MAX = 99 };

/* One event of a beat: a key (key.h), or a pause. <Step> is a digit here; without a guide, a pause of
 * 0 ms. */
struct demo_event {
	uint32_t key;      /* 0: a pause */
	unsigned pause_ms; /* 0 to DEMO_PAUSE_MAX */
};

struct demo_beat {
	const char *id, *title;
	const char *caption;     /* what the hall reads */
	struct guide_text notes; /* what the presenter reads */
	const char *step;        /* its id in the guide; "": before and behind the steps */
	unsigned seconds;        /* planned */
	size_t event_count;
	struct demo_event *events;
};

struct demo_script {
	struct arena memory; /* of every string and array below */
	const char *title;
	const char *record; /* the invented student's file, beside the script */
	size_t beat_count;
	struct demo_beat *beats; /* at least one */
};

/* Reads and checks a script for a guide, borrowed for the call; guide NULL: to look at, not to play.
 * NULL: d says every problem with its place: unknown members and keys, pauses too long, beats used
 * twice, steps that the guide lacks. Owned by the caller. Keys are written as they are typed, others by
 * name: "<Step><Enter>李 明<Enter><pause 1.5>"; <Step> is the digit of the beat's step, "<<" is a "<". */
struct demo_script *demo_script_load(const char *path, const struct guide *guide, struct diag *d);
struct demo_script *demo_script_parse(const char *bytes, size_t len, const struct guide *guide,
				      struct diag *d);
void demo_script_free(struct demo_script *s); /* NULL is allowed */

#endif
