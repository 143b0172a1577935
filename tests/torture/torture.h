/* SPDX-License-Identifier: MIT */
/* What the parts of `make torture` share. In `make test` each runs in a short form that is the same
 * every time; with TORTURE=long, in its long one. */
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

/* How often: $TORTURE_NAME where it is set, else the number of the form asked for. */
size_t torture_number(const char *name, size_t in_short, size_t in_long);

/* A line for the summary: "part: what was done, what went wrong". */
void torture_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* $TORTURE_SEED, else the same seed every time; then the next number, 0 to limit - 1. */
uint64_t torture_seed(void);
size_t torture_below(uint64_t *seed, size_t limit);

/* Setup and teardown for cmocka: a home folder of the test's own, $HOME and $XDG_STATE_HOME in it. */
int torture_make_home(void **state);
int torture_remove_home(void **state);

/* A path in that home; the four last ones given out stay valid. */
const char *torture_path(const char *name);
#define TORTURE_FOLDER "state/xueji"
#define TORTURE_KEPT TORTURE_FOLDER "/progress.json"

/* The guide the program uses, loaded once. */
const struct guide *torture_guide(void);

/* Entries that no run of the program has reason to touch are kept there, and what else was is gone. */
void torture_keep_others(void);

/* What is kept now, as the next run would find it. false: it is damaged, or one of those is gone. */
bool torture_kept(struct progress *out);

/* Whether the next run could save without waiting. */
bool torture_lock_is_free(void);

/* Whether a program is there to be run, by its name in $PATH. */
bool torture_has(const char *tool);

#endif
