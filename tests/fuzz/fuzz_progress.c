/* SPDX-License-Identifier: MIT */
/* Progress that is accepted contains only ids and is the same after writing and reading; a refusal
 * gives a reason and an empty result. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/progress.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static bool is_plain(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789._-")] == '\0';
}

static void check_accepted(const struct progress *p)
{
	struct progress back;
	char *written = progress_write(p);

	require(progress_parse(written, strlen(written), &back) == PROGRESS_READ);
	require(strcmp(back.step, p->step) == 0 && back.started == p->started &&
		back.finished == p->finished);
	require(is_plain(p->step) && p->count <= PROGRESS_MAX);
	for (size_t i = 0; i < p->count; i++) {
		const struct progress_entry *e = &p->entries[i];

		require(is_plain(e->id) && is_plain(e->result) && !e->changed);
		require(e->ticked == (e->map == PROGRESS_TICKS && progress_ticked(&back, e->id)));
		require(e->result[0] == '\0' ||
			strcmp(progress_result(&back, e->id), e->result) == 0);
		require(e->time == (e->map == PROGRESS_TIMES ? progress_time(&back, e->id) : 0));
	}
	free(written);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct progress nothing;
	struct progress p;

	if (progress_parse((const char *)bytes, len, &p) == PROGRESS_READ)
		check_accepted(&p);
	else
		require(memcmp(&p, &nothing, offsetof(struct progress, entries)) == 0);
	return 0;
}
