/* SPDX-License-Identifier: MIT */
/* Reads and writes whole files. */
#ifndef WHOLE_FILE_H
#define WHOLE_FILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The bytes of a file and a NUL, owned by the caller; *len, which may be NULL, their number. NULL
 * if there is no such file. */
static inline char *whole_file(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	char *bytes = NULL;
	size_t size = 0, used = 0, n;

	if (f == NULL)
		return NULL;
	do {
		size = size * 2 + 4096;
		bytes = realloc(bytes, size);
		assert_non_null(bytes);
		n = fread(bytes + used, 1, size - 1 - used, f);
		used += n;
	} while (n > 0);
	bytes[used] = '\0';
	fclose(f);
	if (len != NULL)
		*len = used;
	return bytes;
}

static inline void write_whole_file(const char *path, const char *bytes, size_t len)
{
	FILE *f = fopen(path, "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

#endif
