/* SPDX-License-Identifier: MIT */
/* Characters that look like unified ideographs but are none: see name_table.pl. */
#ifndef NAME_TABLE_H
#define NAME_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct name_run {
	uint32_t first;
	size_t count;
	const uint32_t *real; /* replaces each code point from first on; 0: itself */
};

extern const struct name_run name_lookalikes[]; /* sorted by first */
extern const size_t name_lookalike_runs;

#endif
