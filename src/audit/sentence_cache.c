/* SPDX-License-Identifier: MIT */
#include "audit/sentence_cache.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/eight_bytes.h"
#include "rules/sentence.h"

void sentence_cache_init(struct sentence_cache *t, unsigned how)
{
	explicit_bzero(t->slots, sizeof t->slots);
	for (size_t kind = 0; kind < FINDING_KIND_COUNT; kind++)
		t->quotes[kind] = sentence_quotes((enum finding_kind)kind, how);
}

static size_t slot_of(const struct finding *f, bool quotes)
{
	const uint64_t factor = 0x9E3779B97F4A7C15U;
	uint64_t hash =
		(uint64_t)f->kind << 32 ^ f->at << 16 ^ f->count << 8 ^ f->other ^ f->record << 24;

	if (quotes)
		hash ^= eight_load(f->is) * factor >> 32 ^ eight_load(f->should);
	return (size_t)(hash * factor >> 32) % SENTENCE_CACHE_SLOTS;
}

static bool is_same(const struct finding *a, const struct finding *b, bool quotes)
{
	return memcmp(a, b, offsetof(struct finding, is)) == 0 && a->label == b->label &&
	       (!quotes || (strcmp(a->is, b->is) == 0 && strcmp(a->should, b->should) == 0));
}

bool sentence_cache_find(struct sentence_cache *t, const struct finding *f,
			 struct cached_sentence **slot)
{
	enum { PROBES = 8 };
	bool quotes = t->quotes[f->kind];
	size_t start = slot_of(f, quotes);

	for (size_t i = 0; i < PROBES; i++) {
		*slot = &t->slots[(start + i) % SENTENCE_CACHE_SLOTS];
		if (!(*slot)->made)
			break;
		if (is_same(&(*slot)->finding, f, quotes))
			return true;
	}
	(*slot)->made = true;
	(*slot)->finding = *f;
	return false;
}
