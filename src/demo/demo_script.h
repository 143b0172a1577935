/* SPDX-License-Identifier: MIT */
/* Reads a demo's script from demo.json: beats of keys, pauses, captions and notes. */
#ifndef DEMO_SCRIPT_H
#define DEMO_SCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide.h"

enum { DEMO_BYTES_MAX = 256 * 1024, DEMO_PAUSE_MAX = 60000, DEMO_BEATS_MAX = 99 };

/* A key or a pause. <Step> is read as the digit of the beat's step, or without a guide as a pause
 * of 0 ms. */
struct demo_event {
	uint32_t key;      /* 0: a pause */
	unsigned pause_ms; /* 0 to DEMO_PAUSE_MAX */
};

struct demo_beat {
	const char *id, *title;
	const char *caption;     /* for the audience */
	struct guide_text notes; /* for the presenter */
	const char *step;        /* its id in the guide; "": before or after the steps */
	unsigned seconds;        /* planned */
	size_t event_count;
	struct demo_event *events;
};

struct demo_script {
	struct arena memory; /* owns all strings and arrays below */
	const char *title;
	const char *
		record; /* file name of the example student's record, in the folder of the script */
	size_t beat_count;
	struct demo_beat *beats; /* at least one */
};

/* Reads and checks a script for a guide, which is borrowed for the call; guide NULL: only to be
 * shown, not played. NULL: d has every problem with its place, such as unknown members, keys and
 * steps, pauses that are too long and ids used twice. Free it with demo_script_free(). Keys are
 * written as they are typed, and by name: "<Step><Enter>李 明<Enter><pause 1.5>"; "<<" is a "<". */
struct demo_script *demo_script_load(const char *path, const struct guide *guide, struct diag *d);
struct demo_script *demo_script_parse(const char *bytes, size_t len, const struct guide *guide,
				      struct diag *d);
void demo_script_free(struct demo_script *s); /* NULL is allowed */

#endif
