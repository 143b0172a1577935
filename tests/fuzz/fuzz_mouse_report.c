/* SPDX-License-Identifier: MIT */
/* Whatever the bytes: a report ends, and what it tells lies on some screen. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "tui/mouse_report.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	enum { FARTHEST = 10 * 1000 * 1000, LONGEST = 24 };
	struct mouse_report m = { 0 };
	size_t taken = 0;

	for (size_t i = 0; i < len; i++) {
		enum mouse_action deed = MOUSE_NOTHING;
		int row = 0, column = 0;

		if (m.form == MOUSE_NONE) {
			mouse_report_begin(&m, bytes[i] % 2 == 0 ? MOUSE_SGR : MOUSE_OLD);
			taken = 0;
			continue;
		}
		require(++taken <= LONGEST);
		if (!mouse_report_take(&m, bytes[i], &deed, &row, &column))
			continue;
		require(m.form == MOUSE_NONE && deed <= MOUSE_WHEEL_DOWN);
		require(row >= 0 && row < FARTHEST && column >= 0 && column < FARTHEST);
	}
	return 0;
}
