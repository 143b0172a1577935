/* SPDX-License-Identifier: MIT */
/* A wizard with the shipped guide and the example record, without terminal, disk and clock. */
#ifndef ONE_WIZARD_H
#define ONE_WIZARD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "model/guide.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "view/screen_text.h"
#include "wizard/navigation.h"
#include "wizard/verdict.h"
#include "wizard/wizard.h"

static struct guide *guide;
static struct record record; /* of 李明 */
static struct wizard w;
static const struct date today = { 2026, 9, 12 };

static inline unsigned act(enum action_kind kind)
{
	return screens_apply(&w, (struct action){ kind, 0, NULL });
}

static inline void start(bool known)
{
	static struct progress none;

	wizard_wipe(&w);
	wizard_start(&w, guide, known ? &record : NULL, &none, today, 1000);
}

static inline unsigned type(const char *text)
{
	return screens_apply(&w, (struct action){ ACTION_INSERT, 0, text });
}

static inline unsigned go(unsigned step)
{
	return screens_apply(&w, (struct action){ ACTION_STEP, step, NULL });
}

/* Quotation marks as in the data. */
static inline bool in_page(const struct page *page, const char *text)
{
	char *shown = screen_text(text);
	bool found = false;

	for (size_t i = 0; i < page->count && !found; i++) {
		const struct block *b = &page->blocks[i];

		found = strstr(b->text, shown) != NULL || strstr(b->text, text) != NULL ||
			strstr(b->label, shown) != NULL || strstr(b->status, shown) != NULL;
	}
	free(shown);
	return found;
}

/* Whether the present screen shows a text, however far down. */
static inline bool says(const char *text)
{
	struct page page;
	bool found;

	screens_build(&page, &w);
	found = in_page(&page, text);
	page_free(&page);
	return found;
}

static inline size_t line_of(enum guide_compare compare)
{
	for (size_t line = 0; line < guide->verification->check_count; line++)
		if (guide->verification->checks[wizard_check_index(&w, line)].compare == compare)
			return line;
	return 0;
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
