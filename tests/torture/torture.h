/* SPDX-License-Identifier: MIT */
/* Fixtures of the torture tests. `make test` runs each in a short, deterministic form; `make
 * torture` (TORTURE=long) in its long form. */
#ifndef TORTURE_H
#define TORTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/guide.h"
#include "model/progress.h"

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

/* A repeat count: $TORTURE_<name> if set, else the count of the chosen form. */
size_t torture_number(const char *name, size_t in_short, size_t in_long);

/* Prints a line for the summary of run.sh: "part: what was done, what went wrong". */
void torture_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The seed, $TORTURE_SEED or a fixed one; and the next random number, 0 to limit - 1. */
uint64_t torture_seed(void);
size_t torture_below(uint64_t *seed, size_t limit);

/* Setup and teardown for cmocka: a temporary home folder, set as $HOME and $XDG_STATE_HOME. */
int torture_make_home(void **state);
int torture_remove_home(void **state);

/* A path in that home, in static memory: valid until the fourth call after it. */
const char *torture_path(const char *name);
#define TORTURE_FOLDER "state/xueji"
#define TORTURE_KEPT TORTURE_FOLDER "/progress.json"

/* The shipped guide, loaded at the first call. */
const struct guide *torture_guide(void);

/* The shipped record, which the programs are tried with. */
const struct record *torture_sample(void);

/* Deletes the saved progress, then saves entries of the sample that no test changes. */
void torture_keep_others(void);

/* Loads the saved progress. False if it is damaged or lacks one of the entries of
 * torture_keep_others(). */
bool torture_kept(struct progress *out);

/* Whether the next run can lock the progress file without waiting. */
bool torture_lock_is_free(void);

/* Whether $PATH has a program of this name. */
bool torture_has(const char *tool);

#endif
