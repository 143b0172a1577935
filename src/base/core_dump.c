/* SPDX-License-Identifier: MIT */
#include "base/core_dump.h"

#include <stdbool.h>
#include <sys/resource.h>

static struct rlimit before;
static bool known;

/* The hard limit stays: without privileges, nothing could raise it again. */
void core_dump_forbid(void)
{
	struct rlimit none;

	if (!known && getrlimit(RLIMIT_CORE, &before) < 0)
		return;
	known = true;
	none = (struct rlimit){ 0, before.rlim_max };
	setrlimit(RLIMIT_CORE, &none);
}

void core_dump_restore(void)
{
	if (known)
		setrlimit(RLIMIT_CORE, &before);
}
