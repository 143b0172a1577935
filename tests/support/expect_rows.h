/* SPDX-License-Identifier: MIT */
/* Rows of table tests: a value, optionally one to compare it with, the expected findings, and
 * optionally a part of the first one's sentence. */
#ifndef EXPECT_ROWS_H
#define EXPECT_ROWS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/expect_findings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct row {
	const char *value, *other; /* other: NULL to check only the form */
	const char *codes;
	const char *says; /* NULL: any sentence */
};

/* Expects these codes and places, each in sound sentences. */
static inline void expect_codes(const char *value, const struct findings *f, const char *wanted)
{
	char codes[512];

	if (strcmp(codes_of(f, codes, sizeof codes), wanted) == 0 && findings_sound(f, value))
		return;
	for (size_t i = 0; i < f->count; i++)
		print_error("  %d columns: %s\n", text_width(says(&f->items[i])),
			    says(&f->items[i]));
	fail_msg("“%s”: “%s”, not “%s”", value, codes, wanted);
}

static inline void expect(const struct row *row, const struct findings *f)
{
	expect_codes(row->value, f, row->codes);
	if (row->says != NULL && strstr(says(&f->items[0]), row->says) == NULL)
		fail_msg("“%s”: %s, not %s", row->value, says(&f->items[0]), row->says);
}

/* Checks the values of a table without another to compare with. */
static inline void expect_all(const struct row *rows, size_t count,
			      void (*check)(const char *value, struct findings *out))
{
	for (size_t i = 0; i < count; i++) {
		struct findings f = { 0 };

		check(rows[i].value, &f);
		expect(&rows[i], &f);
	}
}

/* Expects a single finding whose sentence contains these words. */
static inline void expect_words(const char *value, const struct findings *f, const char *words)
{
	assert_int_equal(f->count, 1);
	if (strstr(says(&f->items[0]), words) == NULL)
		fail_msg("%s: %s, not %s", value, says(&f->items[0]), words);
}

#endif
