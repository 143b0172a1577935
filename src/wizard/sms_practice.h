/* SPDX-License-Identifier: MIT */
/* Simulates the site's codes by text message, with its rate limit. Nothing is sent. */
#ifndef SMS_PRACTICE_H
#define SMS_PRACTICE_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/finding.h"

enum { SMS_PAUSE = 60, SMS_LIFE = 600, SMS_DIGITS = 6 }; /* seconds, seconds, digits */

/* Starts as zeroes. */
struct sms_practice {
	int64_t sent;   /* seconds since 1970; 0: never */
	uint64_t to;    /* tells one mobile number from another, without holding it */
	bool moved;     /* that number was changed since */
	unsigned hasty; /* how often the next was asked for too soon */
	char code[SMS_DIGITS + 1];
};

/* Makes a new code. false if it is too soon; the old one stays. */
bool sms_practice_send(struct sms_practice *s, const char *mobile, int64_t now);

/* Notes what the mobile number is now: only the one that the code was sent to has a code and has to
 * wait. */
void sms_practice_note_mobile(struct sms_practice *s, const char *mobile);

/* Seconds until the next code may be asked for, and until the present one expires; 0 if that has
 * passed. */
int sms_practice_pause(const struct sms_practice *s, int64_t now);
int sms_practice_life(const struct sms_practice *s, int64_t now);

/* Whether it was asked for so often that the site would refuse for a day. */
bool sms_practice_locked(const struct sms_practice *s);

/* Adds what the site would say about the code that was typed. */
void sms_practice_check(const struct sms_practice *s, const char *typed, int64_t now,
			struct findings *out);

#endif
