/* SPDX-License-Identifier: MIT */
/* Whatever the bytes: a script that is accepted can be played; what is refused says why. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "demo_script.h"
#include "key.h"
#include "text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_beat(const struct demo_beat *beat)
{
	require(*beat->id != '\0' && *beat->title != '\0' && *beat->caption != '\0');
	require(beat->step <= GUIDE_STEPS_MAX && beat->seconds > 0);
	for (size_t i = 0; i < beat->event_count; i++) {
		const struct demo_event *event = &beat->events[i];

		require(event->key < KEYNAME_LAST && event->pause_ms <= DEMO_PAUSE_MAX);
		require(event->key == 0 || event->pause_ms == 0);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct diag d = { 0 };
	struct demo_script *s = demo_script_parse((const char *)bytes, len, &d);

	require((s == NULL) == (d.count > 0));
	for (size_t i = 0; s != NULL && i < s->beat_count; i++)
		check_beat(&s->beats[i]);
	demo_script_free(s);
	return 0;
}
