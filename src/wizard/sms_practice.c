/* SPDX-License-Identifier: MIT */
#include "wizard/sms_practice.h"

#include <stdio.h>
#include <string.h>

enum { HASTY_MAX = 3 };

/* Seconds left of span. If the clock was set back, no time has passed. */
static int rest(const struct sms_practice *s, int64_t now, int span)
{
	int64_t gone = now > s->sent ? now - s->sent : 0;

	return s->sent == 0 || gone >= span ? 0 : span - (int)gone;
}

bool sms_practice_send(struct sms_practice *s, int64_t now)
{
	if (sms_practice_pause(s, now) > 0) {
		s->hasty++;
		return false;
	}
	s->sent = now;
	s->hasty = 0;
	/* Any six digits do, for they protect nothing. The factor makes successive codes differ in all digits. */
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
		findings_add(out, FINDING_SMS_CODE, 0,
			     "还没有填验证码。先点“免费获取”，看演练短信。");
	else if (s->sent == 0)
		findings_add(out, FINDING_SMS_CODE, 0,
			     "校验码有误：还没有获取过。先点“免费获取”。");
	else if (sms_practice_life(s, now) == 0)
		findings_add(out, FINDING_SMS_CODE, 0,
			     "校验码有误：过了 10 分钟，已失效。重新获取一个。");
	else if (strcmp(typed, s->code) != 0)
		findings_add(out, FINDING_SMS_CODE, 0,
			     "校验码有误：照最新一条演练短信里的 %d 位数字填。", SMS_DIGITS);
}
