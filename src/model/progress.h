/* SPDX-License-Identifier: MIT */
/* The student's progress, by ids of the guide, in memory; progress_file.h saves it. It holds no
 * personal data. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/record.h"

/* PROGRESS_MAX entries are enough for all ids of a guide and a time for each of its steps. The
 * other sizes are in bytes, with the NUL. */
enum { PROGRESS_MAX = 544, PROGRESS_ID = 64, PROGRESS_RESULT = 32 };

/* Results of a check. The result of a check with a list is the id of the chosen option; "" means
 * open. */
#define RESULT_MATCH "match"
#define RESULT_NUMBER "match-number" /* agrees with the ID number; the record has no value */
#define RESULT_SAME "same"           /* the student says that it agrees; nothing was typed */
#define RESULT_DIFFER "differ"
#define RESULT_ABSENT "absent"
#define RESULT_SEEN "seen" /* looked at, with nothing to compare it with */
#define RESULT_ASK "ask"   /* the record seems wrong: the student must ask */

/* The kind of an entry. An id may have one entry of each kind. */
enum progress_map {
	PROGRESS_TICKS,   /* items of a step, and steps whose rehearsal is done */
	PROGRESS_RESULTS, /* of checks */
	PROGRESS_TIMES,   /* when a step was done */
	PROGRESS_MAPS
};

/* Ids and results are [a-z0-9._-], so that nothing personal can hide in them. */
struct progress_entry {
	enum progress_map map;
	char id[PROGRESS_ID];
	bool ticked;
	char result[PROGRESS_RESULT];
	int64_t time; /* seconds since 1970, 0: none */
	bool changed; /* by this run since the last save */
};

struct progress {
	uint16_t sample;        /* progress_sample(); 0: the student's own progress */
	char step[PROGRESS_ID]; /* id of the furthest step visited; "" at the welcome page */
	bool step_changed;
	int64_t started, finished; /* seconds since 1970, 0: not yet */
	bool finished_changed;
	size_t count;
	struct progress_entry entries[PROGRESS_MAX];
};

/* Returns a checksum of a whole record, which tells invented students apart and is too short to
 * reveal anything about a person. Returns 0 if the record is not an invented student's. */
uint16_t progress_sample(const struct record *record);

/* True if an id or a result is made of [a-z0-9._-] and fits into size bytes with its NUL. */
bool progress_is_token(const char *s, size_t size);

/* Setters return false and change nothing if the id or the result is not valid, or if there are
 * PROGRESS_MAX entries already. */
bool progress_ticked(const struct progress *p, const char *id);
bool progress_tick(struct progress *p, const char *id, bool on);

const char *progress_result(const struct progress *p, const char *id);
bool progress_set_result(struct progress *p, const char *id, const char *result);

/* Returns when a step was done, in seconds since 1970; 0: it is not done. */
int64_t progress_time(const struct progress *p, const char *step);
bool progress_set_time(struct progress *p, const char *step, int64_t when);

/* Sets the furthest step visited. */
void progress_go(struct progress *p, const char *step);

/* Sets when the self-check succeeded, in seconds since 1970; 0: it has not. */
void progress_finish(struct progress *p, int64_t when);

/* Empty p, and copy. Neither function touches the unused entries. */
void progress_clear(struct progress *p);
void progress_copy(struct progress *to, const struct progress *from);

/* True if there is anything to resume. */
bool progress_begun(const struct progress *p);

/* Applies what this run changed in `mine` to the saved progress `kept`; entries of other runs stay.
 * Afterwards nothing in kept is marked as changed. */
void progress_merge(struct progress *kept, const struct progress *mine);

/* Returns the progress as JSON, owned by the caller. */
char *progress_write(const struct progress *p);

enum progress_state {
	PROGRESS_READ,
	PROGRESS_DAMAGED,
	PROGRESS_NEWER,     /* of a later version: must not be overwritten */
	PROGRESS_NOTHING,   /* only of a file: there is none */
	PROGRESS_UNREADABLE /* only of a file: errno says why */
};

/* Reads JSON. *out is empty unless the result is PROGRESS_READ. */
enum progress_state progress_parse(const char *bytes, size_t len, struct progress *out);

#endif
