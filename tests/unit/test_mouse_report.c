/* SPDX-License-Identifier: MIT */
/* Reports of the mouse, whole, cut and hostile. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/mouse_report.h"

static const struct report {
	enum mouse_form form;
	const char *bytes; /* the last one ends the report */
	enum mouse_action deed;
	int row, column;
} reports[] = {
	{ MOUSE_SGR, "0;12;5M", MOUSE_CLICK, 4, 11 },
	{ MOUSE_SGR, "0;1;1M", MOUSE_CLICK, 0, 0 },
	{ MOUSE_SGR, "16;300;99M", MOUSE_CLICK, 98, 299 }, /* with Ctrl */
	{ MOUSE_SGR, "64;12;5M", MOUSE_WHEEL_UP, 4, 11 },
	{ MOUSE_SGR, "65;12;5M", MOUSE_WHEEL_DOWN, 4, 11 },
	{ MOUSE_SGR, "0;12;5m", MOUSE_NOTHING, 0, 0 },  /* let go */
	{ MOUSE_SGR, "2;12;5M", MOUSE_NOTHING, 0, 0 },  /* the right button */
	{ MOUSE_SGR, "32;12;5M", MOUSE_NOTHING, 0, 0 }, /* moved */
	{ MOUSE_SGR, "0;0;5M", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "0;5M", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "M", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "0;1;2;", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "0;1;x", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "0;1;9999999", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "000000000000000000000000", MOUSE_NOTHING, 0, 0 }, /* without an end */
	{ MOUSE_SGR, "0;0000000000000000000000", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_SGR, "0;000000000000000000000;", MOUSE_NOTHING, 0, 0 },
	{ MOUSE_OLD, " ,%", MOUSE_CLICK, 4, 11 },
	{ MOUSE_OLD, "`!!", MOUSE_WHEEL_UP, 0, 0 },
	{ MOUSE_OLD, "a!!", MOUSE_WHEEL_DOWN, 0, 0 },
	{ MOUSE_OLD, "#,%", MOUSE_NOTHING, 0, 0 }, /* let go */
	{ MOUSE_OLD, " \001%", MOUSE_NOTHING, 0, 0 },
};

static void test_reports(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof reports / sizeof reports[0]; i++) {
		const struct report *r = &reports[i];
		struct mouse_report m = { 0 };
		enum mouse_action deed = MOUSE_NOTHING;
		int row = 0, column = 0;
		size_t len = strlen(r->bytes);

		mouse_report_begin(&m, r->form);
		for (size_t k = 0; k < len; k++) {
			bool ended = mouse_report_take(&m, (unsigned char)r->bytes[k], &deed, &row,
						       &column);

			if (ended != (k + 1 == len))
				fail_msg("report %zu: byte %zu", i, k);
			assert_int_equal(m.form == MOUSE_NONE, ended);
		}
		if (deed != r->deed ||
		    (deed != MOUSE_NOTHING && (row != r->row || column != r->column)))
			fail_msg("report %zu: %d at %d, %d", i, (int)deed, row, column);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_reports) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
