/* SPDX-License-Identifier: MIT */
/* How far the student has come, by ids of the guide; nothing personal. In memory: progress_file
 * keeps it. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/record.h"

/* Entries: as many as a guide may have ids, and a time for each of its steps. Sizes in bytes,
 * with the NUL. */
enum { PROGRESS_MAX = 544, PROGRESS_ID = 64, PROGRESS_RESULT = 32 };

/* Results of a verification item; of one with a list, the id of the chosen option. "" if it is
 * open. */
#define RESULT_MATCH "match"
#define RESULT_NUMBER "match-number" /* not with the record, but with what its number tells */
#define RESULT_SAME "same"           /* by the student's word: nothing was typed */
#define RESULT_DIFFER "differ"
#define RESULT_ABSENT "absent"
#define RESULT_SEEN "seen" /* looked at, with nothing to compare it with */
#define RESULT_ASK "ask"   /* not the same, but by the record's fault */

/* The same id may stand in each of these. */
enum progress_map {
	PROGRESS_TICKS,   /* items of a step, and steps whose rehearsal is done */
	PROGRESS_RESULTS, /* of verification items */
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
	bool changed; /* by this run, since it was last saved */
};

struct progress {
	uint16_t sample;        /* of which invented student; 0: of one's own */
	char step[PROGRESS_ID]; /* where the student was; "" at the welcome page */
	bool step_changed;
	int64_t started, finished; /* seconds since 1970, 0: not yet */
	bool finished_changed;
	size_t count;
	struct progress_entry entries[PROGRESS_MAX];
};

/* What tells invented students apart: a checksum of all that the record has, too short to say
 * anything of a person. 0 if it is no invented student's. */
uint16_t progress_sample(const struct record *record);

/* True if an id or a result is made of [a-z0-9._-] and fits into size bytes with its NUL. */
bool progress_is_token(const char *s, size_t size);

/* Setters return false and change nothing if it is not a valid id or result, or if there are
 * PROGRESS_MAX entries already. */
bool progress_ticked(const struct progress *p, const char *id);
bool progress_tick(struct progress *p, const char *id, bool on);

const char *progress_result(const struct progress *p, const char *id);
bool progress_set_result(struct progress *p, const char *id, const char *result);

/* When a step was done, in seconds since 1970; 0: it is not. */
int64_t progress_time(const struct progress *p, const char *step);
bool progress_set_time(struct progress *p, const char *step, int64_t when);

/* Sets the step where the student is. */
void progress_go(struct progress *p, const char *step);

/* Sets when the self-check succeeded; 0: it has not. */
void progress_finish(struct progress *p, int64_t when);

/* Empties p; copies. Neither touches the unused entries. */
void progress_clear(struct progress *p);
void progress_copy(struct progress *to, const struct progress *from);

/* True if there is anything to resume. */
bool progress_begun(const struct progress *p);

/* Applies the entries that this run changed to what is kept; entries of other runs stay. Nothing
 * in kept is marked as changed then. */
void progress_merge(struct progress *kept, const struct progress *mine);

/* As JSON, owned by the caller. */
char *progress_write(const struct progress *p);

enum progress_state {
	PROGRESS_READ,
	PROGRESS_DAMAGED,
	PROGRESS_NEWER,     /* of a later version: must not be overwritten */
	PROGRESS_NOTHING,   /* of a file alone: there is none */
	PROGRESS_UNREADABLE /* of a file alone: errno says why */
};

/* Reads JSON. *out is empty if it is not PROGRESS_READ. */
enum progress_state progress_parse(const char *bytes, size_t len, struct progress *out);

#endif
