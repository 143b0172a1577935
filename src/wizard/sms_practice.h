/* SPDX-License-Identifier: MIT */
/* The code that the site sends by message, practised: nothing is sent, the brakes are the site's. */
#ifndef SMS_PRACTICE_H
#define SMS_PRACTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/finding.h"

enum { SMS_PAUSE = 60, SMS_LIFE = 600, SMS_DIGITS = 6 }; /* seconds, seconds, digits */

/* Starts with zeroes. */
struct sms_practice {
	int64_t sent;   /* seconds since 1970; 0: never */
	unsigned hasty; /* asked for again before the pause was over */
	char code[SMS_DIGITS + 1];
};

/* Makes a new code. false: asked for too soon; the old one stays. */
bool sms_practice_send(struct sms_practice *s, int64_t now);

/* Seconds until the next may be asked for, and until the present one is too old; 0: none. */
int sms_practice_pause(const struct sms_practice *s, int64_t now);
int sms_practice_life(const struct sms_practice *s, int64_t now);

/* Whether it was asked for so often that the site would lock for a day. */
bool sms_practice_locked(const struct sms_practice *s);

/* What the site would say of the code that was typed. */
void sms_practice_check(const struct sms_practice *s, const char *typed, int64_t now,
			struct findings *out);

#endif
