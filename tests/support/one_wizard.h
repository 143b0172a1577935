/* SPDX-License-Identifier: MIT */
/* A wizard with the shipped guide and the example record, without terminal, disk and clock. */
#ifndef ONE_WIZARD_H
#define ONE_WIZARD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>

#include "model/guide.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "wizard/navigation.h"
#include "wizard/wizard.h"

static struct guide *guide;
static struct record record; /* of 李明 */
static struct wizard w;

static inline unsigned act(enum action_kind kind)
{
	return screens_apply(&w, (struct action){ kind, 0, NULL });
}

static int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	guide = guide_load("data/guide.json", &d);
	return guide != NULL && record_load("data/record.example.json", &record, &d) ? 0 : -1;
}

static int unload(void **state)
{
	(void)state;
	guide_free(guide);
	wizard_wipe(&w);
	return 0;
}

#endif
