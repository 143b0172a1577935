/* SPDX-License-Identifier: MIT */
/* The brake on trying one's luck in a list of others' records: each miss makes the next try wait longer. */
#ifndef LOOKUP_PAUSE_H
#define LOOKUP_PAUSE_H

#include <stdint.h>

enum { LOOKUP_PAUSE_MAX = 60 }; /* seconds */

/* Of one run; nothing ever shortens it but time. Starts with zeroes. */
struct lookup_pause {
	unsigned misses;
	int64_t since; /* seconds since 1970: the last one */
};

/* A miss: 1 second to wait, then 2, 4 ... */
void lookup_pause_miss(struct lookup_pause *p, int64_t now);

/* Seconds until the next try; 0: none, so too when the clock was set back behind the last miss. */
int lookup_pause_left(const struct lookup_pause *p, int64_t now);

#endif
