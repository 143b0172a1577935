/* SPDX-License-Identifier: MIT */
/* How far the student has come: by item id, nothing personal. In memory; progress_file keeps it. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"

/* As many as a guide may have ids, and when each of its steps was done. */
enum { PROGRESS_MAX = 544, PROGRESS_ID = 64, PROGRESS_STATE = 32 };

/* States in use. An item without one is open. */
#define STATE_DONE "done"
#define STATE_MATCH "match"
#define STATE_DIFFER "differ"
#define STATE_ABSENT "absent"

/* Ids and states are [a-z0-9._-], so that nothing personal can hide in them. */
struct progress_entry {
	char id[PROGRESS_ID];
	char state[PROGRESS_STATE]; /* "" when open again */
	bool changed;               /* by this run, since it was last kept */
};

struct progress {
	char step[PROGRESS_ID]; /* where the student was; "" at the welcome page */
	bool step_changed;
	int64_t started, finished; /* seconds since 1970, 0: not yet */
	bool finished_changed;
	size_t count;
	struct progress_entry entries[PROGRESS_MAX];
};

/* The state kept under an id, "" when open. */
const char *progress_state(const struct progress *p, const char *id);
bool progress_is(const struct progress *p, const char *id, const char *state);

/* Sets a state; ids past PROGRESS_MAX, and what is no id or state, are left out. */
void progress_set(struct progress *p, const char *id, const char *state);
void progress_go(struct progress *p, const char *step);

/* Empty again; a copy. Both leave alone what lies behind the last entry: nobody reads it. */
void progress_clear(struct progress *p);
void progress_copy(struct progress *to, const struct progress *from);

/* Sets when the self-check succeeded; 0: it has not. */
void progress_finish(struct progress *p, int64_t when);

/* Whether anything is worth going on with. */
bool progress_begun(const struct progress *p);

/* What the entries that this run changed become in what is kept: other runs' entries stay theirs. */
void progress_merge(struct progress *kept, const struct progress *mine);

/* Nothing in it counts as changed any more. */
void progress_settle(struct progress *p);

/* As JSON, owned by the caller; and back: false when it is no progress, d says why. A newer format
 * sets *newer: such a file is left alone. */
char *progress_write(const struct progress *p);
bool progress_parse(const char *bytes, size_t len, struct progress *out, bool *newer,
		    struct diag *d);

#endif
