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

enum demo_event_kind {
	DEMO_KEY,
	DEMO_PAUSE,
	DEMO_STEP,  /* <Step>: go to the beat's step; <Step ID>: go to that step */
	DEMO_FIELD, /* <Field ID TEXT>: type into a field of the form; <Field ID>: empty it */
	DEMO_CODE,  /* <Code>: type the code that was sent */
	/* <Check ID TEXT>: type what the site shows; 一样: as recorded; <Check all 一样>; or
	 * 没有 */
	DEMO_CHECK,
	DEMO_CHOOSE, /* <Choose ID OPTION> */
	DEMO_TICK,   /* <Tick ID>; <Tick>: all items of the beat's step */
	DEMO_OPEN,   /* <Open SCREEN>, <Open messages ID>, <Open faq ID> */
	DEMO_PRESS   /* <Press send>, <Press next> */
};

/* An event. Its ids are the guide's, whole or without the part before the first dot
 * (demo_names.h). */
struct demo_event {
	enum demo_event_kind kind;
	uint32_t key;              /* DEMO_KEY: key.h */
	unsigned pause_ms;         /* DEMO_PAUSE: 0 to DEMO_PAUSE_MAX */
	const char *target, *text; /* "" if absent */
};

/* A page of the script, which is shown in place of the wizard's page. */
struct demo_slide {
	const char *heading; /* NULL: the beat has none */
	struct guide_text text;
	bool school, deadline, contacts, qr; /* add these from the guide */
};

extern const char *const demo_verdicts[]; /* by enum verdict; NULL after the last */

/* What the screen must show at the end of a beat; NULL: anything. */
struct demo_expect {
	const char *finding; /* a code, in any field or check of the screen */
	const char *verdict; /* one of demo_verdicts */
	const char *text;    /* in one block of the page */
	size_t line, column;
};

struct demo_beat {
	const char *id, *title;
	const char *caption;     /* for the audience */
	struct guide_text notes; /* for the presenter */
	const char *step;        /* id of the step in the guide; "": before or after the steps */
	const char *record;      /* file name of the record of this beat's student */
	/* What to point at: a text of the page, an id that stands for one, or a target of the
	 * figure; NULL: the focused row. */
	const char *point;
	bool hands;       /* the beat goes on by hand, so that the audience takes part */
	unsigned seconds; /* planned length */
	size_t event_count;
	struct demo_event *events;
	struct demo_slide slide;
	struct demo_expect expect;
	size_t line, column;               /* of the keys; of the beat if it has none */
	size_t record_line, record_column; /* of the record's name, in the beat or the script */
	size_t point_line, point_column;
};

struct demo_script {
	struct arena memory; /* owns all strings and arrays below */
	const char *title;
	const char *record; /* file name of the example student's record */
	size_t beat_count;
	struct demo_beat *beats; /* at least one */
};

/* Reads and checks a script, but does not play it; demo_rehearse() does. guide: must have the steps
 * that the script names, borrowed for the call; NULL: the steps are not checked, for a script that
 * is only shown. Returns NULL on failure; d has every problem with its place, such as unknown
 * members, keys and steps, pauses that are too long and ids used twice. Free it with
 * demo_script_free().
 *
 * Keys are written as they are typed, or by name: "<Step><Field name 李 明><pause 1.5>"; "<<" is a
 * "<". */
struct demo_script *demo_script_load(const char *path, const struct guide *guide, struct diag *d);
void demo_script_free(struct demo_script *s); /* NULL is allowed */

#endif
