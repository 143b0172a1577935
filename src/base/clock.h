/* SPDX-License-Identifier: MIT */
/* How much time goes by, whatever the calendar says meanwhile. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>

/* Milliseconds since a moment that stays the same for this run; never goes back. */
int64_t clock_milliseconds(void);

#endif
