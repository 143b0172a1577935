/* SPDX-License-Identifier: MIT */
#include "wizard/sms_practice.h"

#include <stdio.h>
#include <string.h>

enum { HASTY_MAX = 3 };

/* Seconds left of span. If the clock was set back, no time has passed. */
static int rest(const struct sms_practice *s, int64_t now, int span)
{
	int64_t gone = now > s->sent ? now - s->sent : 0;

	return s->sent == 0 || s->moved || gone >= span ? 0 : span - (int)gone;
}

/* FNV-1a. */
static uint64_t hash(const char *text)
{
	uint64_t sum = 14695981039346656037u;

	for (; *text != '\0'; text++)
		sum = (sum ^ (unsigned char)*text) * 1099511628211u;
	return sum;
}

void sms_practice_note_mobile(struct sms_practice *s, const char *mobile)
{
	s->moved = s->sent != 0 && s->to != hash(mobile);
}

bool sms_practice_send(struct sms_practice *s, const char *mobile, int64_t now)
{
	if (sms_practice_pause(s, now) > 0) {
		s->hasty++;
		return false;
	}
	s->sent = now;
	s->hasty = 0;
	s->to = hash(mobile);
	s->moved = false;
	/* Any six digits do, for they protect nothing. The factor makes successive codes differ in
	 * all digits. */
	snprintf(s->code, sizeof s->code, "%06u", (unsigned)((uint64_t)now * 387420489 % 1000000));
	return true;
}

int sms_practice_pause(const struct sms_practice *s, int64_t now)
{
	return rest(s, now, SMS_PAUSE);
}

int sms_practice_life(const struct sms_practice *s, int64_t now)
{
	return rest(s, now, SMS_LIFE);
}

bool sms_practice_locked(const struct sms_practice *s)
{
	return s->hasty >= HASTY_MAX;
}

void sms_practice_check(const struct sms_practice *s, const char *typed, int64_t now,
			struct findings *out)
{
	if (*typed == '\0')
		findings_add(out, FINDING_SMS_CODE,
			     sms_practice_life(s, now) > 0 ? KIND_SMS_SENT : KIND_SMS_EMPTY, 0, 0);
	else if (s->sent == 0)
		findings_add(out, FINDING_SMS_CODE, KIND_SMS_NOT_SENT, 0, 0);
	else if (s->moved)
		findings_add(out, FINDING_SMS_CODE, KIND_SMS_MOVED, 0, 0);
	else if (sms_practice_life(s, now) == 0)
		findings_add(out, FINDING_SMS_CODE, KIND_SMS_EXPIRED, 0, 0);
	else if (strcmp(typed, s->code) != 0)
		findings_add(out, FINDING_SMS_CODE, KIND_SMS_OTHER, 0, 0);
}
