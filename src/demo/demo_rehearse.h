/* SPDX-License-Identifier: MIT */
/* Plays a whole script at once, without a terminal, to find what would go wrong in front of an
 * audience. */
#ifndef DEMO_REHEARSE_H
#define DEMO_REHEARSE_H

#include "demo/demo.h"
#include "rules/record.h"

/* Reads the records of the invented students, one for each beat, from the folder of the script or
 * the shipped data. Returns an array owned by the caller (free()), or NULL if one cannot be read; d
 * says which. */
struct record *demo_records_load(const struct demo_script *s, const char *script_path,
				 struct diag *d);

/* Plays a demo that has not begun, up to the first problem. A problem is a command that cannot
 * be carried out, a key that has no effect or would be typed into a field, or an expectation
 * that is not met. Returns false with the problem in d, with the place of the beat's keys or
 * expectation. */
bool demo_rehearse(const struct demo *rehearsed, struct diag *d);

#endif
