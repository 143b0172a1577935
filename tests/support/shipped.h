/* SPDX-License-Identifier: MIT */
/* The guide and the example student that are shipped, loaded once for a group of tests. */
#ifndef SHIPPED_H
#define SHIPPED_H

#include <locale.h>

#include "model/guide.h"
#include "model/record_file.h"

static struct guide *guide;
static struct record record;

static inline int load_shipped(void **state)
{
	struct diag d = { 0 };

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	guide = guide_load("data/guide.json", &d);
	return guide != NULL && record_load("data/record.example.json", &record, &d) ? 0 : -1;
}

static inline int unload_shipped(void **state)
{
	(void)state;
	guide_free(guide);
	record_wipe(&record);
	return 0;
}

#endif
