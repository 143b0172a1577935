/* SPDX-License-Identifier: MIT */
/* A script that is accepted can be played, and is also accepted without a guide; one that is
 * refused gives a reason. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "demo/demo_script.h"
#include "fuzz/fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static struct guide_step steps[] = { { .id = "one" }, { .id = "two" } };
static const struct guide guide = { .step_count = 2, .steps = steps };

static void check_beat(const struct demo_beat *beat)
{
	require(*beat->id != '\0' && *beat->title != '\0' && *beat->caption != '\0');
	require(beat->seconds > 0);
	for (size_t i = 0; i < beat->event_count; i++) {
		const struct demo_event *event = &beat->events[i];

		require(event->key < KEYNAME_LAST && event->pause_ms <= DEMO_PAUSE_MAX);
		require(event->kind == DEMO_PAUSE || event->pause_ms == 0);
		require(event->kind == DEMO_KEY || event->key == 0);
		require(event->target != NULL && event->text != NULL);
	}
}

static bool is_taken(const uint8_t *bytes, size_t len, const struct guide *g)
{
	struct diag d = { 0 };
	struct demo_script *s = demo_script_load(path_of(bytes, len), g, &d);
	bool taken = s != NULL;

	require(taken == (d.count == 0));
	for (size_t i = 0; taken && i < s->beat_count; i++) {
		const char *step = s->beats[i].step;

		check_beat(&s->beats[i]);
		require(g == NULL || *step == '\0' || strcmp(step, "one") == 0 ||
			strcmp(step, "two") == 0);
	}
	demo_script_free(s);
	return taken;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	bool without = is_taken(bytes, len, NULL);

	require(without || !is_taken(bytes, len, &guide));
	return 0;
}
