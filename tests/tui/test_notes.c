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
#include "demo/demo.h"
#include "demo/notes.h"

static char script_path[STAGE_PATH];
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

static struct stage at_beat(unsigned beat)
{
	struct stage stage = { .pid = (long)getpid(), .beat = beat, .since = 1000 };

	snprintf(stage.script, sizeof stage.script, "%s", script_path);
	return stage;
}

/* The notes first, then the demo; the demo goes, and another comes. */
static void test_first_or_last(void **state)
{
	struct notes n = { 0 };
	struct stage stage = at_beat(4);

	(void)state;
	stage_clear();
	notes_update(&n);
	assert_true(says(&n, 1000, "还没有演示"));
	stage_write(&stage);
	notes_update(&n);
	assert_true(says(&n, 1030, script->beats[4].title));
	assert_true(says(&n, 1030, script->beats[4].notes.lines[0]));
	assert_true(says(&n, 1030, script->beats[5].title));
	assert_true(says(&n, 1030, "0:30，计划 3:10"));
	assert_false(says(&n, 1030, "超时"));
	assert_true(says(&n, 1000 + 191, "超时"));
	stage.beat = (unsigned)script->beat_count - 1;
	stage_write(&stage);
	notes_update(&n);
	assert_true(says(&n, 1030, "最后一段"));
	stage_clear();
	notes_update(&n);
	assert_true(says(&n, 1030, "还没有演示"));
	notes_close(&n);
}

/* A demo that was killed says nothing more; a stage that makes no sense is none. */
static void test_dead_or_damaged(void **state)
{
	struct notes n = { 0 };
	struct stage stage = at_beat(0), read;
	pid_t child = fork();
	char *path = NULL;
	FILE *f;

	(void)state;
	if (child == 0)
		_exit(0);
	assert_int_equal(waitpid(child, NULL, 0), child);
	stage.pid = (long)child;
	stage_write(&stage);
	assert_false(stage_read(&read));
	stage = at_beat(999);
	stage_write(&stage);
	notes_update(&n);
	assert_false(says(&n, 1000, "下一段"));
	snprintf(stage.script, sizeof stage.script, "/no/such.json");
	stage_write(&stage);
	notes_update(&n);
	assert_true(says(&n, 1000, "读不出来"));
	notes_close(&n);
	assert_true(asprintf(&path, "%s/xueji/demo.stage", getenv("XDG_STATE_HOME")) > 0);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs("1 x \033[31m\n", f);
	fclose(f);
	free(path);
	assert_false(stage_read(&read));
	stage_clear();
}

static void test_parse(void **state)
{
	static const struct {
		const char *line;
		bool good;
	} rows[] = {
		{ "1 7 3 1 1000 /a b.json\n", true },
		{ "1 7 3 1 1000 a.json\n", false },
		{ "2 7 3 1 1000 /a.json\n", false },
		{ "1 0 3 1 1000 /a.json\n", false },
		{ "1 4294967297 3 1 1000 /a.json\n", false }, /* would be told of process 1 */
		{ "1 7 3 1 -9223372036854775808 /a.json\n", false },
		{ "1 7 3 1 1000\n", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char line[64];
		struct stage stage;

		strcpy(line, rows[i].line);
		assert_int_equal(stage_parse(line, &stage), rows[i].good);
	}
}

/* A demo that ends takes its own word with it, not another's. */
static void test_two_demos(void **state)
{
	struct stage stage = at_beat(2), read;

	(void)state;
	stage.pid = (long)getppid();
	stage_write(&stage);
	stage_clear();
	assert_true(stage_read(&read));
	assert_int_equal(read.beat, 2);
	stage.pid = (long)getpid();
	stage_write(&stage);
	stage_clear();
	assert_false(stage_read(&read));
}

/* The demo itself tells; a repeat of the same beat is no news. */
static void test_the_demo_tells(void **state)
{
	static struct app app;
	static struct record record;
	struct diag d = { 0 };
	struct guide *guide = guide_load("data/guide.json", &d);
	struct demo demo = { .script = script,
			     .app = &app,
			     .guide_path = "data/guide.json",
			     .guide = guide,
			     .record = &record,
			     .speed = DEMO_SPEED_USUAL,
			     .script_path = script_path };
	struct stage read;

	(void)state;
	demo_start(&demo, 0);
	assert_true(stage_read(&read));
	assert_int_equal(read.beat, 0);
	demo_key(&demo, KEYNAME_RIGHT, 100);
	assert_true(stage_read(&read));
	assert_int_equal(read.beat, 1);
	assert_string_equal(read.script, script_path);
	demo_key(&demo, ' ', 200);
	assert_true(stage_read(&read));
	assert_int_equal(read.state, DEMO_PAUSED);
	demo_end(&demo);
	assert_false(stage_read(&read));
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
		cmocka_unit_test(test_first_or_last),  cmocka_unit_test(test_dead_or_damaged),
		cmocka_unit_test(test_parse),          cmocka_unit_test(test_two_demos),
		cmocka_unit_test(test_the_demo_tells),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
