/* SPDX-License-Identifier: MIT */
/* Slows down guessing at other students' records: each miss makes the next search wait longer. */
#ifndef LOOKUP_PAUSE_H
#define LOOKUP_PAUSE_H

#include <stdint.h>

enum { LOOKUP_PAUSE_MAX = 60 }; /* seconds */

/* Starts as zeroes. Only time shortens the pause. */
struct lookup_pause {
	unsigned misses;
	int64_t since; /* time of the last miss, seconds since 1970 */
};

/* Notes a miss: the next search has to wait 1 second, then 2, 4 ... up to LOOKUP_PAUSE_MAX. */
void lookup_pause_miss(struct lookup_pause *p, int64_t now);

/* Seconds until the next search is allowed; 0 also if the clock was set back to before the last
 * miss. */
int lookup_pause_left(const struct lookup_pause *p, int64_t now);

#endif
