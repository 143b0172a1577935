/* SPDX-License-Identifier: MIT */
/* Several processes save at once, each its own items: no item is lost. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "model/progress_file.h"
#include "support/terminal.h"
#include "torture/torture.h"

enum { COPIES_MAX = 50, TICKS = 8, RETRIES = 100 };

/* A pipe that all copies read; they begin together when its write end is closed. */
struct gate {
	int wait, hold;
};

static struct gate make_gate(void)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	return (struct gate){ ends[0], ends[1] };
}

static void wait_at(const struct gate *g)
{
	char byte;

	close(g->hold);
	while (read(g->wait, &byte, 1) > 0)
		;
	close(g->wait);
}

static const char *id_of(size_t copy, size_t tick)
{
	static char id[PROGRESS_ID];

	snprintf(id, sizeof id, "copy-%zu.tick-%zu", copy, tick);
	return id;
}

/* Ticks and saves as the app does. Under load a save may give up waiting for the lock and report
 * it: retries at the end. */
_Noreturn static void be_copy(size_t copy)
{
	static struct progress p;
	struct progress_file file;
	char notice[PROGRESS_NOTICE];
	bool saved = true;

	progress_file_open(&file, progress_sample(torture_sample()), &p, notice);
	p.sample = progress_sample(torture_sample());
	for (size_t i = 0; i < TICKS; i++) {
		progress_tick(&p, id_of(copy, i), true);
		progress_file_mark(&file, false);
		saved = progress_file_save(&file, &p, notice);
	}
	for (int i = 0; i < RETRIES && !saved; i++)
		saved = progress_file_save(&file, &p, notice);
	_exit(0);
}

/* The item that a copy of the program ticks, among the first two of each step. false: there are no
 * more. */
static bool find_item(size_t copy, size_t *step, size_t *item)
{
	const struct guide *g = torture_guide();

	*item = copy;
	for (*step = 0; *step < g->step_count; ++*step) {
		size_t count = g->steps[*step].item_count < 2 ? g->steps[*step].item_count : 2;

		if (*item < count)
			return true;
		*item -= count;
	}
	return false;
}

/* The program itself, with input that ticks one item and quits. */
_Noreturn static void be_program(size_t copy)
{
	size_t step, item;
	bool found = find_item(copy, &step, &item);
	size_t rehearses = found && torture_guide()->steps[step].activity == ACTIVITY_REGISTER;
	char *command = xasprintf("printf '1\\ng%zu\\n%zu\\nq\\n' | %s --plain --record "
				  "data/record.example.json >/dev/null 2>&1",
				  step + 1, item + 1 + rehearses, terminal_program());
	char shell[] = "sh", flag[] = "-c", *argv[] = { shell, flag, command, NULL };

	if (found)
		execvp(shell, argv);
	_exit(1);
}

static void run_at_once(size_t copies, void (*be)(size_t copy))
{
	struct gate gate = make_gate();
	pid_t pids[COPIES_MAX];
	int status;

	torture_guide();
	for (size_t i = 0; i < copies; i++) {
		pids[i] = fork();
		assert_int_not_equal(pids[i], -1);
		if (pids[i] == 0) {
			wait_at(&gate);
			be(i);
		}
	}
	close(gate.wait);
	close(gate.hold);
	for (size_t i = 0; i < copies; i++)
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
}

static void check_copies(size_t copies, size_t rounds)
{
	static struct progress kept;
	size_t lost = 0;

	for (size_t round = 0; round < rounds; round++) {
		torture_keep_others();
		run_at_once(copies, be_copy);
		assert_true(torture_kept(&kept));
		for (size_t i = 0; i < copies; i++)
			for (size_t k = 0; k < TICKS; k++)
				lost += !progress_ticked(&kept, id_of(i, k));
	}
	torture_say("copies: %zu at once, %zu times: %zu ticks, %zu lost", copies, rounds,
		    copies * rounds * TICKS, lost);
	assert_int_equal(lost, 0);
}

static void test_two(void **state)
{
	(void)state;
	check_copies(2, torture_number("ROUNDS", 5, 1000));
}

static void test_fifty(void **state)
{
	(void)state;
	check_copies(COPIES_MAX, torture_number("ROUNDS", 1, 100));
}

/* One copy of the program for each of the first two items of each step. */
static void test_program(void **state)
{
	size_t rounds = torture_number("ROUNDS", 1, 100), copies = 0, step, item;
	static struct progress kept;
	size_t lost = 0;

	(void)state;
	while (find_item(copies, &step, &item))
		copies++;
	assert_true(copies > 1);
	for (size_t round = 0; round < rounds; round++) {
		torture_keep_others();
		run_at_once(copies, be_program);
		assert_true(torture_kept(&kept));
		for (size_t i = 0; find_item(i, &step, &item); i++)
			lost += !progress_ticked(&kept,
						 torture_guide()->steps[step].items[item].id);
	}
	torture_say("copies: the program, %zu at once, %zu times: %zu ticks, %zu lost", copies,
		    rounds, copies * rounds, lost);
	assert_int_equal(lost, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_two),
		cmocka_unit_test(test_fifty),
		cmocka_unit_test(test_program),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
