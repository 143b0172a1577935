/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"
#include "torture/torture.h"

static struct app app;
static size_t syncs;

/* Stands before the C library's. */
int fsync(int fd)
{
	(void)fd;
	syncs++;
	return 0;
}

static void open_app(const char *slip)
{
	static const struct record record = { .name = "李明", .id_number = "110000200709010014" };

	app_open(&app, "data/guide.json", torture_guide(), &record, true, slip);
	assert_string_equal(app.wizard.notice, "");
}

static void apply(enum action_kind kind, unsigned number)
{
	app_apply(&app, (struct action){ kind, number, NULL });
	app_save(&app);
}

static bool says(const char *text)
{
	return strstr(app.wizard.notice, text) != NULL;
}

/* Saving works, or does not. */
static void let_save(bool works)
{
	const char *lock = torture_path(TORTURE_FOLDER "/progress.lock");

	if (works) {
		assert_int_equal(rmdir(lock), 0);
	} else {
		unlink(lock);
		assert_int_equal(mkdir(lock, 0700), 0);
	}
}

/* Once for each time that it begins to fail; what was not kept then is kept later. */
static void test_failure_is_said_once(void **state)
{
	struct progress kept;

	(void)state;
	open_app(NULL);
	let_save(false);
	apply(ACTION_STEP, 1);
	assert_true(says("没有存上"));
	assert_true(app.wizard.unsaved);
	apply(ACTION_TOGGLE, 0);
	assert_false(says("没有存上"));
	let_save(true);
	apply(ACTION_TOGGLE, 0);
	assert_string_equal(app.wizard.notice, "");
	assert_false(app.wizard.unsaved);
	torture_kept(&kept);
	assert_true(progress_ticked(&kept, torture_guide()->steps[0].items[0].id));
	let_save(false);
	apply(ACTION_STEP, 2);
	assert_true(says("没有存上"));
	/* And when all is over, at the last moment. */
	let_save(true);
	app_close(&app);
	torture_kept(&kept);
	assert_string_equal(kept.step, torture_guide()->steps[1].id);
}

/* The slip is written by the same key as the progress: its word must not cover the other. */
static void test_failure_is_not_covered(void **state)
{
	(void)state;
	open_app(torture_path("slip"));
	apply(ACTION_STEP, 5);
	apply(ACTION_NEXT, 0);
	let_save(false);
	apply(ACTION_NEXT, 0);
	assert_int_equal(access(torture_path("slip"), F_OK), 0);
	assert_true(says("没有存上"));
	let_save(true);
	app_close(&app);
}

/* Neither the first page, with or without --fresh, nor that behind a key waits for the disk. */
static void test_pages_come_before_the_disk(void **state)
{
	(void)state;
	syncs = 0;
	open_app(NULL);
	assert_int_equal(syncs, 0);
	app_save(&app);
	assert_int_equal(syncs, 2);
	app_apply(&app, (struct action){ ACTION_STEP, 1, NULL });
	app_apply(&app, (struct action){ ACTION_TOGGLE, 0, NULL });
	assert_int_equal(syncs, 2);
	app_save(&app);
	assert_int_equal(syncs, 4);
	app_save(&app);
	app_apply(&app, (struct action){ ACTION_DOWN, 0, NULL });
	app_save(&app);
	assert_int_equal(syncs, 4);
	app_apply(&app, (struct action){ ACTION_TOGGLE, 0, NULL });
	app_close(&app);
	assert_int_equal(syncs, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_failure_is_said_once),
		cmocka_unit_test(test_failure_is_not_covered),
		cmocka_unit_test(test_pages_come_before_the_disk),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
