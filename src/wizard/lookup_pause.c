/* SPDX-License-Identifier: MIT */
#include "wizard/lookup_pause.h"

enum { DOUBLINGS_MAX = 6 };

void lookup_pause_miss(struct lookup_pause *p, int64_t now)
{
	if (p->misses <= DOUBLINGS_MAX)
		p->misses++;
	p->since = now;
}

int lookup_pause_left(const struct lookup_pause *p, int64_t now)
{
	int64_t gone = now - p->since;
	int span = p->misses == 0 ? 0 : 1 << (p->misses - 1);

	span = span < LOOKUP_PAUSE_MAX ? span : LOOKUP_PAUSE_MAX;
	return gone >= 0 && gone < span ? span - (int)gone : 0;
}
