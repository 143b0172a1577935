/* SPDX-License-Identifier: MIT */
/* Two values compared in layers: in which way they are alike where they are not equal. */
#ifndef LAYERS_H
#define LAYERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/finding.h"

struct layer {
	enum finding_code code;
	character_fold *fold; /* makes alike what differs in this way only */
};

/* The first difference that a layer takes away. */
struct layer_hit {
	enum finding_code code;
	size_t at;                  /* place in the entry */
	uint32_t entered, recorded; /* 0: behind the end */
};

/* Folds both values layer by layer until they are equal. false: they never are, and both stand as
 * the last layer left them. */
bool layers_equal(struct characters *entered, struct characters *recorded,
		  const struct layer *layers, size_t count, struct layer_hit *hit);

/* Says what the layer took away: in the words of the entry's form where the entry is at fault, as
 * the record's fault where it is not. what: 号码, 姓名. */
void layers_report(const struct layer_hit *hit, const struct findings *form, const char *what,
		   struct findings *out);

#endif
