/* SPDX-License-Identifier: MIT */
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

#include "base/key.h"
#include "base/xalloc.h"
#include "demo/demo.h"
#include "demo/demo_rehearse.h"
#include "demo/notes.h"

static char script_path[DEMO_STATUS_PATH];
static struct demo_script *script;

static bool says(const struct notes *n, int64_t now, const char *text)
{
	struct page page;
	bool found = false;

	notes_page(n, now, &page);
	for (size_t i = 0; i < page.count; i++)
		found = found || strstr(page.blocks[i].text, text) != NULL;
	page_free(&page);
	return found;
}

/* The list goes from the beat before the present one, which may have been skipped, to the last. */
static void expect_list(unsigned beat)
{
	struct notes n = { .running = true, .status = { .beat = beat }, .script = script };
	struct page page;
	size_t at = beat > 0 ? beat - 1 : 0;

	notes_page(&n, 1000, &page);
	for (size_t i = page.count - (script->beat_count - at); i < page.count; i++, at++) {
		char *text = xasprintf("%2zu %s", at + 1, script->beats[at].title);

		assert_string_equal(page.blocks[i].text, text);
		assert_int_equal(page.blocks[i].mark, at < beat    ? MARK_NONE
						      : at == beat ? MARK_HERE
								   : MARK_UNTOUCHED);
		free(text);
	}
	page_free(&page);
}

static void test_list(void **state)
{
	(void)state;
	expect_list(0);
	expect_list(4);
	expect_list((unsigned)script->beat_count - 1);
}

static struct demo_status at_beat(unsigned beat)
{
	struct demo_status status = {
		.pid = (long)getpid(), .beat = beat, .began = 900, .since = 1000
	};

	snprintf(status.script, sizeof status.script, "%s", script_path);
	return status;
}

/* The notes first, then the demo; the demo goes, and another comes. */
static void test_first_or_last(void **state)
{
	struct notes n = { 0 };
	struct demo_status status = at_beat(4);

	(void)state;
	demo_status_clear();
	notes_update(&n);
	assert_true(says(&n, 1000, "还没有演示"));
	demo_status_write(&status);
	notes_update(&n);
	assert_true(says(&n, 1030, script->beats[4].title));
	assert_true(says(&n, 1030, script->beats[4].notes.lines[0]));
	assert_true(says(&n, 1030, script->beats[5].title));
	assert_true(says(&n, 1010, "这一段 0:10，计划 0:25　已用 1:50　还剩 4:20"));
	assert_false(says(&n, 1025, "超时"));
	assert_true(says(&n, 1026, "计划 0:25：超时了"));
	assert_false(says(&n, 1026, "大屏现在是黑的"));
	status.automatic = 2 * DEMO_SPEED_USUAL;
	status.state = DEMO_WAITING;
	demo_status_write(&status);
	notes_update(&n);
	assert_true(says(&n, 1010, "自动放映　这一段 0:10，计划 0:12　已用 1:50　还剩 2:05"));
	assert_false(says(&n, 1026, "超时"));
	assert_false(says(&n, 1026, "等你按键"));
	status.automatic = 0;
	status.blank = true;
	demo_status_write(&status);
	notes_update(&n);
	assert_true(says(&n, 1026, "大屏现在是黑的"));
	status.beat = (unsigned)script->beat_count - 1;
	demo_status_write(&status);
	notes_update(&n);
	assert_true(says(&n, 1030, "最后一段"));
	demo_status_clear();
	notes_update(&n);
	assert_true(says(&n, 1030, "演示结束了。再开一次 xueji demo"));
	notes_close(&n);
}

/* Another process that writes the status, and lives until the returned descriptor is closed. */
static int start_other(const struct demo_status *status, pid_t *child)
{
	int done[2], told[2];
	char byte;

	assert_int_equal(pipe(done), 0);
	assert_int_equal(pipe(told), 0);
	*child = fork();
	if (*child == 0) {
		close(done[1]);
		demo_status_write(status);
		_exit(write(told[1], "", 1) != 1 || read(done[0], &byte, 1) != 0);
	}
	close(done[0]);
	assert_int_equal(read(told[0], &byte, 1), 1);
	close(told[0]);
	close(told[1]);
	return done[1];
}

static void end_other(int done, pid_t child)
{
	close(done);
	assert_int_equal(waitpid(child, NULL, 0), child);
}

/* Only its lock tells that a demo runs: its number may be that of another process by now. */
static void test_dead(void **state)
{
	struct demo_status status = at_beat(3), read;
	pid_t child;
	int other;

	(void)state;
	status.pid = (long)getpid();
	other = start_other(&status, &child);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 3);
	end_other(other, child);
	assert_false(demo_status_read(&read));
}

/* A status that makes no sense is none. */
static void test_damaged(void **state)
{
	struct notes n = { 0 };
	struct demo_status status = at_beat(999), read;
	char *path = NULL;
	FILE *f;

	(void)state;
	demo_status_write(&status);
	notes_update(&n);
	assert_false(says(&n, 1000, "下一段"));
	snprintf(status.script, sizeof status.script, "/no/such.json");
	demo_status_write(&status);
	notes_update(&n);
	assert_true(says(&n, 1000, "读不出来"));
	notes_close(&n);
	assert_true(asprintf(&path, "%s/xueji/demo.status", getenv("XDG_STATE_HOME")) > 0);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("1 x \033[31m\n", f);
	fclose(f);
	free(path);
	assert_false(demo_status_read(&read));
	demo_status_clear();
}

static void test_parse(void **state)
{
	static const struct {
		const char *line;
		bool good;
	} rows[] = {
		{ "3 7 3 1 0 0 900 1000 /a b.json\n", true },
		{ "3 7 3 1 0 200 900 1000 /a.json\n", true },
		{ "2 7 3 1 0 900 1000 /a.json\n", false },
		{ "3 7 3 1 0 0 900 1000 a.json\n", false },
		{ "1 7 3 1 0 0 900 1000 /a.json\n", false },
		{ "3 0 3 1 0 0 900 1000 /a.json\n", false },
		{ "3 4294967297 3 1 0 0 900 1000 /a.json\n",
		  false }, /* would be told of process 1 */
		{ "3 7 3 1 0 0 -9223372036854775808 1000 /a.json\n", false },
		{ "3 7 3 1 0 0 1000 900 /a.json\n", false },
		{ "3 7 3 1 0 0 900 1000\n", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char line[64];
		struct demo_status status;

		strcpy(line, rows[i].line);
		assert_int_equal(demo_status_parse(line, &status), rows[i].good);
	}
}

/* A demo that ends removes its own status, not that of another. */
static void test_two_demos(void **state)
{
	struct demo_status status = at_beat(1), read;
	pid_t child;
	int other;

	(void)state;
	demo_status_write(&status);
	status.beat = 2;
	other = start_other(&status, &child);
	demo_status_clear();
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 2);
	status.beat = 3;
	demo_status_write(&status);
	end_other(other, child);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 3);
	demo_status_clear();
	assert_false(demo_status_read(&read));
}

/* The demo itself tells; a repeat of the same beat is no news. */
static void test_the_demo_tells(void **state)
{
	static struct app app;
	struct diag d = { 0 };
	struct guide *guide = guide_load("data/guide.json", &d);
	struct record *records = demo_records_load(script, "data/demo.json", &d);
	struct demo demo = { .script = script,
			     .app = &app,
			     .guide_path = "data/guide.json",
			     .guide = guide,
			     .records = records,
			     .speed = DEMO_SPEED_USUAL,
			     .script_path = script_path };
	struct demo_status read;

	(void)state;
	demo_start(&demo, 0);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 0);
	demo_key(&demo, KEYNAME_RIGHT, 100);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 0);
	assert_int_equal(read.state, DEMO_WAITING);
	demo_key(&demo, KEYNAME_RIGHT, 100);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.beat, 1);
	assert_string_equal(read.script, script_path);
	demo_key(&demo, 'h', 200);
	assert_true(demo_status_read(&read));
	assert_int_equal(read.state, DEMO_BY_HAND);
	demo_end(&demo);
	free(records);
	assert_false(demo_status_read(&read));
	guide_free(guide);
}

static bool find_script(void)
{
	char *path = realpath("data/demo.json", NULL);
	bool fits = path != NULL && strlen(path) < sizeof script_path;

	if (fits)
		strcpy(script_path, path);
	free(path);
	return fits;
}

static int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	script = demo_script_load("data/demo.json", NULL, &d);
	return script == NULL || !find_script() ? -1 : 0;
}

static int unload(void **state)
{
	(void)state;
	demo_script_free(script);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_or_last),  cmocka_unit_test(test_dead),
		cmocka_unit_test(test_list),           cmocka_unit_test(test_damaged),
		cmocka_unit_test(test_parse),          cmocka_unit_test(test_two_demos),
		cmocka_unit_test(test_the_demo_tells),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
