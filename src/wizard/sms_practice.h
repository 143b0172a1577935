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
	uint64_t to;    /* hash of the mobile number, which is not kept itself */
	bool moved;     /* the mobile number was changed since */
	unsigned hasty; /* how often another code was requested too soon */
	char code[SMS_DIGITS + 1];
};

/* Makes a new code. Returns false if it is too soon; the old code stays valid then. */
bool sms_practice_send(struct sms_practice *s, const char *mobile, int64_t now);

/* Notes the current mobile number: the code and the pause apply only to the number that the code
 * was sent to. */
void sms_practice_note_mobile(struct sms_practice *s, const char *mobile);

/* Seconds until another code may be requested, and until the current one expires; 0 if that time
 * has passed. */
int sms_practice_pause(const struct sms_practice *s, int64_t now);
int sms_practice_life(const struct sms_practice *s, int64_t now);

/* True if codes were requested too soon so often that the site would refuse for a day. */
bool sms_practice_locked(const struct sms_practice *s);

/* Adds what the site would say about the typed code. */
void sms_practice_check(const struct sms_practice *s, const char *typed, int64_t now,
			struct findings *out);

#endif
