/* SPDX-License-Identifier: MIT */
/* Plays a whole script at once, without a terminal, to find what would go wrong in front of an audience. */
#ifndef DEMO_REHEARSE_H
#define DEMO_REHEARSE_H

#include "demo/demo.h"
#include "rules/record.h"

/* The invented students of each beat, from the folder of the script or the shipped data; owned by the caller
 * (free()). NULL: d says which cannot be read. */
struct record *demo_records_load(const struct demo_script *s, const char *script_path,
				 struct diag *d);

/* Plays a demo that has not begun. Adds a problem, with the place of the beat's keys or expectation, where a command
 * has no meaning, a key has none or would go into a text field, or what is expected is not there. false: d has
 * problems. */
bool demo_rehearse(const struct demo *rehearsed, struct diag *d);

#endif
