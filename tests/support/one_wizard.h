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
#include "support/shipped.h"
#include "view/screen_text.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/navigation.h"
#include "wizard/shown.h"
#include "wizard/steps.h"
#include "wizard/verdict.h"
#include "wizard/wizard.h"

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

/* What the hint says of Enter in place of the key table's words; "": nothing. */
static inline const char *enter_hint(void)
{
	struct page page;
	const char *hint;

	screens_build(&page, &w);
	hint = page.enter != NULL ? page.enter : "";
	page_free(&page);
	return hint;
}

/* The row of the verification; of those that must agree. */
static inline size_t line_of(enum guide_compare compare)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(&w, GROUP_MUST, checks);

	for (size_t line = 0; line < count; line++)
		if (guide->verification->checks[checks[line]].compare == compare)
			return line + (wizard_record(&w) == NULL);
	return 0;
}

/* The first check of a kind. */
static inline size_t check_of(enum guide_compare compare)
{
	size_t check = 0;

	while (guide->verification->checks[check].compare != compare)
		check++;
	return check;
}

/* Focuses its row, which must be on the screen. */
static inline void focus_on(enum guide_compare compare)
{
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)line_of(compare), NULL });
}

/* Answers a check from a list. */
static inline void choose(enum guide_compare compare, const char *option)
{
	focus_on(compare);
	act(ACTION_NEXT);
	type(option);
	act(ACTION_NEXT);
}

/* Opens the verification and types all texts; those that have no value to compare with were
 * seen. */
static inline void compare_texts(void)
{
	static const enum guide_compare texts[] = { GUIDE_COMPARE_NAME, GUIDE_COMPARE_SEX,
						    GUIDE_COMPARE_BIRTH_DATE,
						    GUIDE_COMPARE_ETHNIC_GROUP,
						    GUIDE_COMPARE_ID_NUMBER };

	go(5);
	act(ACTION_NEXT);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const char *expected = wizard_expected(&w, texts[i]);

		focus_on(texts[i]);
		act(ACTION_ERASE_ALL);
		type(*expected != '\0' ? expected : " ");
		act(ACTION_DOWN);
	}
}

/* And answers the rest: a success, if the option of the status (its number) is one. */
static inline void compare_all(const char *status)
{
	compare_texts();
	choose(GUIDE_COMPARE_PICTURE, "是我");
	choose(GUIDE_COMPARE_STUDENT, "1");
	choose(GUIDE_COMPARE_STATUS, status);
}

static int unload(void **state)
{
	wizard_wipe(&w);
	return unload_shipped(state);
}

#endif
