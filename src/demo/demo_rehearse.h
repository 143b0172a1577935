/* SPDX-License-Identifier: MIT */
/* Plays a whole script at once, without a terminal, to find what would go wrong in front of an audience. */
#ifndef DEMO_REHEARSE_H
#define DEMO_REHEARSE_H

#include "app/app.h"
#include "demo/demo_script.h"
#include "rules/record.h"

/* The invented students of each beat, from the folder of the script or the shipped data; owned by the caller
 * (free()). NULL: d says which cannot be read. */
struct record *demo_records_load(const struct demo_script *s, const char *script_path,
				 struct diag *d);

/* Plays the script with that guide and these students. Adds a problem, with the place of the beat's keys or
 * expectation, where a command has no meaning, a key has none or would go into a text field, or what is expected
 * is not there. false: d has problems. app: zeroed, or closed; borrowed for the call. */
bool demo_rehearse(const struct demo_script *s, const struct record *records,
		   const char *guide_path, const struct guide *guide, struct app *app,
		   struct diag *d);

#endif
