/* SPDX-License-Identifier: MIT */
#include "search_pause.h"

enum { DOUBLINGS_MAX = 6 };

void search_pause_miss(struct search_pause *p, int64_t now)
{
	if (p->misses <= DOUBLINGS_MAX)
		p->misses++;
	p->since = now;
}

int search_pause_left(const struct search_pause *p, int64_t now)
{
	int64_t gone = now - p->since;
	int span = p->misses == 0 ? 0 : 1 << (p->misses - 1);

	span = span < SEARCH_PAUSE_MAX ? span : SEARCH_PAUSE_MAX;
	return gone >= 0 && gone < span ? span - (int)gone : 0;
}
