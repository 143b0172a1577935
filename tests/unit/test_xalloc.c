/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "support/left_over.h"

/* Every element has space when it is added, also after others were dropped. */
static void test_grow(void **state)
{
	static const size_t drops[] = { 0, 1, 7, 8, 9, 15, 16, 17, 100, 1000 };
	size_t *items = NULL, count = 0;

	(void)state;
	for (size_t i = 0; i < sizeof drops / sizeof drops[0]; i++) {
		count = count < drops[i] ? count : drops[i];
		while (count < 1500) {
			items = xgrow(items, count, sizeof *items);
			assert_true(malloc_usable_size(items) >= (count + 1) * sizeof *items);
			items[count] = count;
			count++;
		}
		for (size_t k = 0; k < count; k++)
			assert_int_equal(items[k], k);
	}
	free(items);
}

/* A size that overflows is memory that is not there. */
static void test_grow_too_far(void **state)
{
	pid_t child;
	int status;

	(void)state;
#ifdef __SANITIZE_ADDRESS__
	skip(); /* its allocator ends the program itself */
#endif
	child = fork();
	assert_int_not_equal(child, -1);
	if (child == 0) {
		close(STDERR_FILENO);
		xgrow(NULL, (size_t)1 << (sizeof(size_t) * 8 - 2), 8);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
}

static void test_memstream(void **state)
{
	char *out;
	FILE *f = xmemstream(&out);

	(void)state;
	for (int i = 0; i < 10000; i++)
		fprintf(f, "%04d", i);
	fclose(f);
	assert_int_equal(strlen(out), 40000);
	assert_memory_equal(out + 4 * 9999, "9999", 5);
	free(out);
}

static void test_wiped(void **state)
{
	static const char secret[] = "110000200709010014";
	char *copy, *out;
	FILE *f;

	(void)state;
	if (!LEFT_OVER_POSSIBLE)
		skip();
	copy = xstrdup(secret);
	left_over_start(secret, sizeof secret - 1);
	xwipe(copy);
	xwipe(NULL);
	f = xmemstream(&out);
	fputs(secret, f);
	for (int i = 0; i < 10000; i++) /* moves to larger blocks */
		fputc('x', f);
	fclose(f);
	assert_int_equal(strncmp(out, secret, sizeof secret - 1), 0);
	xwipe(out);
	assert_int_equal(left_over_end(), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grow),
		cmocka_unit_test(test_grow_too_far),
		cmocka_unit_test(test_memstream),
		cmocka_unit_test(test_wiped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
