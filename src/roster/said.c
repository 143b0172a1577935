/* SPDX-License-Identifier: MIT */
#include "roster/said.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/eight_bytes.h"
#include "rules/sentence.h"

void said_init(struct said_table *t, unsigned how)
{
	for (size_t kind = 0; kind < FINDING_KIND_COUNT; kind++)
		t->quotes[kind] = sentence_quotes((enum finding_kind)kind, how);
}

static size_t slot_of(const struct finding *f, bool quotes)
{
	const uint64_t factor = 0x9E3779B97F4A7C15U;
	uint64_t hash = (uint64_t)f->kind << 32 ^ f->at << 16 ^ f->count << 8 ^ f->other;

	if (quotes)
		hash ^= eight_load(f->is) * factor >> 32 ^ eight_load(f->should);
	return (size_t)(hash * factor >> 32) % SAID_SLOTS;
}

bool said_find(struct said_table *t, const struct finding *f, struct said **slot)
{
	bool quotes = t->quotes[f->kind];
	struct said *s = *slot = &t->slots[slot_of(f, quotes)];
	const struct finding *old = &s->finding;

	if (s->made && memcmp(old, f, offsetof(struct finding, is)) == 0 &&
	    old->label == f->label &&
	    (!quotes || (strcmp(old->is, f->is) == 0 && strcmp(old->should, f->should) == 0)))
		return true;
	s->made = true;
	s->finding = *f;
	return false;
}
