/* SPDX-License-Identifier: MIT */
/* The shipped script with the shipped guide and students, to be played without terminal, disk and
 * clock. */
#ifndef SHIPPED_DEMO_H
#define SHIPPED_DEMO_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <time.h>

#include "base/key.h"
#include "base/xalloc.h"
#include "demo/demo_page.h"
#include "demo/demo_rehearse.h"
#include "support/whole_file.h"

static struct app app;
static struct guide *guide;
static struct demo_script *script;
static struct record *records;
static struct demo demo;
static int64_t now;              /* of the demo: milliseconds */
static time_t wall = 1788235200; /* 2026-09-01; the app asks for it */

time_t time(time_t *out)
{
	if (out != NULL)
		*out = wall;
	return wall;
}

/* What was loaded, not begun. */
static inline struct demo prepared(void)
{
	return (struct demo){ .script = script,
			      .app = &app,
			      .guide_path = "data/guide.json",
			      .guide = guide,
			      .records = records,
			      .speed = DEMO_SPEED_USUAL };
}

static inline void start(bool automatic, bool presentation)
{
	demo = prepared();
	demo.automatic = automatic;
	demo.presentation = presentation;
	now = 1000;
	demo_start(&demo, now);
}

static inline bool press(uint32_t key)
{
	return demo_key(&demo, key, now);
}

static inline int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	guide = guide_load("data/guide.json", &d);
	script = demo_script_load("data/demo.json", guide, &d);
	records = script == NULL ? NULL : demo_records_load(script, "data/demo.json", &d);
	return records == NULL ? -1 : 0;
}

static inline int unload(void **state)
{
	(void)state;
	free(records);
	demo_script_free(script);
	guide_free(guide);
	return 0;
}

#endif
