/* SPDX-License-Identifier: MIT */
/* A table that is accepted answers any query. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz_file.h"
#include "rules/region.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char *const digits[] = { "110000", "110101", "320902", "999999", "0", "" };
	struct regions *r = region_load(path_of(bytes, len));
	struct region region;

	for (size_t i = 0; r != NULL && i < sizeof digits / sizeof digits[0]; i++) {
		region_find(r, digits[i], 2007, &region);
		require(strnlen(region.name, sizeof region.name) < sizeof region.name);
		require(text_valid_bytes(region.name, strlen(region.name)) == strlen(region.name));
	}
	region_free(r);
	return 0;
}
