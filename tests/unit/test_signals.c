/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/signals.h"

/* What a child that takes its signals is told when these have come before it waits; 0: nothing. */
static int told_after(int first, int second)
{
	pid_t child = fork();
	int status;

	assert_int_not_equal(child, -1);
	if (child == 0) {
		signals_take();
		raise(first);
		raise(second);
		sigsuspend(signals_waiting_mask());
		_exit(signals_ending());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

/* To end outweighs to stop, in whichever order they come and are given out. */
static void test_end_outweighs_stop(void **state)
{
	static const int numbers[] = { SIGHUP, SIGTERM, SIGXCPU, SIGPROF };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		assert_int_equal(told_after(numbers[i], SIGTSTP), numbers[i]);
		assert_int_equal(told_after(SIGTSTP, numbers[i]), numbers[i]);
	}
	assert_int_equal(told_after(SIGTSTP, SIGTSTP), SIGTSTP);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_end_outweighs_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
