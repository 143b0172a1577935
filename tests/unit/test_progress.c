/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/progress.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define ID_63 "a23456789012345678901234567890123456789012345678901234567890123"
#define RESULT_31 "a234567890123456789012345678901"

/* Writes and reads back; the result carries no marks of change. */
static struct progress round_trip(const struct progress *p)
{
	char *json = progress_write(p);
	struct progress back;

	assert_int_equal(progress_parse(json, strlen(json), &back), PROGRESS_READ);
	free(json);
	return back;
}

static void test_set_and_ask(void **state)
{
	struct progress p = { 0 };

	(void)state;
	assert_false(progress_begun(&p));
	assert_false(progress_ticked(&p, "login.open"));
	progress_tick(&p, "login.open", true);
	assert_true(progress_ticked(&p, "login.open"));
	assert_false(progress_ticked(&p, "login"));
	assert_true(progress_begun(&p));
	progress_tick(&p, "login.open", false);
	assert_false(progress_ticked(&p, "login.open"));
	assert_false(progress_begun(&p));
	progress_go(&p, "login");
	assert_true(progress_begun(&p));
	assert_true(p.step_changed);
}

static void test_going_nowhere_is_no_change(void **state)
{
	struct progress p = { 0 };

	(void)state;
	progress_go(&p, "");
	assert_false(p.step_changed);
	progress_go(&p, "login");
	p.step_changed = false;
	progress_go(&p, "login");
	assert_false(p.step_changed);
	progress_go(&p, "李明");
	assert_string_equal(p.step, "login");
}

static void test_round_trip(void **state)
{
	struct progress p = { .started = 1788000000, .finished = 1788000660 }, back;

	(void)state;
	progress_go(&p, "verify");
	progress_tick(&p, "login.open", true);
	progress_set_result(&p, "verify.name", RESULT_MATCH);
	progress_set_result(&p, "verify.sex", RESULT_DIFFER);
	progress_set_result(&p, "verify.class", RESULT_ABSENT);
	progress_tick(&p, "login.read", true);
	progress_tick(&p, "login.read", false); /* open again: not written */
	progress_set_result(&p, ID_63, RESULT_31);
	back = round_trip(&p);
	assert_string_equal(back.step, "verify");
	assert_false(back.step_changed);
	assert_true(back.started == p.started && back.finished == p.finished);
	assert_int_equal(back.count, 5);
	assert_true(progress_ticked(&back, "login.open"));
	assert_string_equal(progress_result(&back, "verify.name"), RESULT_MATCH);
	assert_string_equal(progress_result(&back, "verify.sex"), RESULT_DIFFER);
	assert_string_equal(progress_result(&back, "verify.class"), RESULT_ABSENT);
	assert_string_equal(progress_result(&back, ID_63), RESULT_31);
	for (size_t i = 0; i < back.count; i++)
		assert_false(back.entries[i].changed);
}

static void test_full(void **state)
{
	struct progress p = { 0 }, back;
	char id[PROGRESS_ID];

	(void)state;
	for (int i = 0; i < PROGRESS_MAX + 10; i++) {
		snprintf(id, sizeof id, "item-%d", i);
		progress_tick(&p, id, true);
	}
	assert_int_equal(p.count, PROGRESS_MAX);
	progress_tick(&p, "item-0", false);
	assert_false(progress_ticked(&p, "item-0"));
	back = round_trip(&p);
	assert_int_equal(back.count, PROGRESS_MAX - 1);
	assert_true(progress_ticked(&back, "item-255"));
}

/* No id, no result: nothing personal, and nothing that JSON or a terminal would read otherwise. */
static void test_hostile(void **state)
{
	static const struct {
		const char *id, *result;
	} rows[] = {
		{ "", "done" },         { "李明", "done" }, { "a b", "done" },
		{ "a\"b", "done" },     { "a\\b", "done" }, { "a\nb", "done" },
		{ "\x1B[31m", "done" }, { "X", "done" },    { "a/b", "done" },
		{ ID_63 "4", "done" },  { "a", "李明" },    { "a", "Done" },
		{ "a", "a\"b" },        { "a", "a b" },     { "a", RESULT_31 "2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct progress p = { 0 }, back;

		assert_false(progress_set_result(&p, rows[i].id, rows[i].result));
		assert_string_equal(progress_result(&p, rows[i].id), "");
		assert_false(progress_begun(&p));
		back = round_trip(&p);
		assert_int_equal(back.count, 0);
	}
}

static void test_bad_result_keeps_the_old(void **state)
{
	struct progress p = { 0 };

	(void)state;
	progress_set_result(&p, "a", RESULT_MATCH);
	assert_false(progress_set_result(&p, "a", "no result"));
	assert_string_equal(progress_result(&p, "a"), RESULT_MATCH);
}

/* One id may be ticked, have a result and a time: a school may call an item "STEP.when". */
static void test_maps_are_apart(void **state)
{
	struct progress p = { 0 }, back;

	(void)state;
	progress_set_time(&p, "login", 1788000000);
	progress_tick(&p, "login.when", true);
	progress_tick(&p, "login", true);
	progress_set_result(&p, "login", RESULT_DIFFER);
	back = round_trip(&p);
	assert_int_equal(back.count, 4);
	assert_true(progress_time(&back, "login") == 1788000000);
	assert_true(progress_ticked(&back, "login.when") && progress_ticked(&back, "login"));
	assert_string_equal(progress_result(&back, "login"), RESULT_DIFFER);
	assert_true(progress_time(&back, "login.when") == 0);
	assert_string_equal(progress_result(&back, "login.when"), "");

	progress_set_time(&p, "login", 0);
	progress_tick(&p, "login.when", false);
	progress_tick(&p, "login", false);
	assert_true(progress_begun(&p));
	progress_set_result(&p, "login", "");
	assert_false(progress_begun(&p));
	assert_int_equal(round_trip(&p).count, 0);
}

/* A time is kept past 2038 and past what 32 bits hold. */
static void test_late_times(void **state)
{
	static const int64_t times[] = { INT32_MAX, UINT32_MAX, INT64_C(4294967296),
					 INT64_C(1) << 40 };

	(void)state;
	for (size_t i = 0; i < COUNT(times); i++) {
		struct progress p = { .started = times[i], .finished = times[i] }, back;

		progress_set_time(&p, "login", times[i]);
		back = round_trip(&p);
		assert_true(back.started == times[i] && back.finished == times[i] &&
			    progress_time(&back, "login") == times[i]);
	}
}

/* Two runs started from the same file; each changes something, none loses the other's. */
static void test_merge(void **state)
{
	struct progress kept = { .started = 100 }, mine, yours;

	(void)state;
	progress_tick(&kept, "a", true);
	progress_tick(&kept, "b", true);
	progress_go(&kept, "one");
	kept = round_trip(&kept);
	mine = yours = kept;

	progress_tick(&mine, "b", false);
	progress_tick(&mine, "c", true);
	progress_go(&mine, "two");
	mine.started = 200;
	progress_finish(&mine, 300);
	progress_set_result(&yours, "d", RESULT_MATCH);

	progress_merge(&kept, &mine);
	assert_int_equal(kept.started, 100);
	progress_merge(&kept, &yours);
	assert_true(progress_ticked(&kept, "a"));
	assert_false(progress_ticked(&kept, "b"));
	assert_true(progress_ticked(&kept, "c"));
	assert_string_equal(progress_result(&kept, "d"), RESULT_MATCH);
	assert_string_equal(kept.step, "two");
	assert_true(kept.started == 100 && kept.finished == 300);

	progress_tick(&yours, "c", false); /* the same item: the last save counts */
	progress_merge(&kept, &yours);
	assert_false(progress_ticked(&kept, "c"));
	assert_false(kept.step_changed);
	for (size_t i = 0; i < kept.count; i++)
		assert_false(kept.entries[i].changed);
}

static void test_merge_into_nothing(void **state)
{
	struct progress kept = { 0 }, mine = { .started = 100 };

	(void)state;
	progress_tick(&mine, "a", true);
	progress_go(&mine, "one");
	progress_merge(&kept, &mine);
	assert_true(progress_ticked(&kept, "a"));
	assert_string_equal(kept.step, "one");
	assert_true(kept.started == 100);
}

#define TIMES ", \"started\": 1, \"finished\": 0, "
#define HEAD "{\"format\": 2" TIMES
#define NONE "\"ticks\": [], \"results\": {}, \"times\": {}}"
#define OLD "{\"format\": 1" TIMES
#define A_SAMPLE(sample) HEAD "\"sample\": " sample ", " NONE
#define A_TICK(tick) HEAD "\"ticks\": [" tick "], \"results\": {}, \"times\": {}}"
#define A_RESULT(result) HEAD "\"ticks\": [], \"results\": {" result "}, \"times\": {}}"
#define A_TIME(time) HEAD "\"ticks\": [], \"results\": {}, \"times\": {" time "}}"

static const struct {
	const char *json;
	enum progress_state state;
} files[] = {
	{ HEAD NONE, PROGRESS_READ },
	{ HEAD "\"step\": \"\", " NONE, PROGRESS_READ },
	{ HEAD "\"step\": \"login\", " NONE, PROGRESS_READ },
	{ A_SAMPLE("1"), PROGRESS_READ },
	{ A_SAMPLE("65535"), PROGRESS_READ },
	{ A_SAMPLE("0"), PROGRESS_DAMAGED },
	{ A_SAMPLE("65536"), PROGRESS_DAMAGED },
	{ A_SAMPLE("true"), PROGRESS_DAMAGED }, /* of which sample, is not known */
	{ A_SAMPLE("\"李明\""), PROGRESS_DAMAGED },
	{ A_TICK("\"a\", \"b\""), PROGRESS_READ },
	{ A_RESULT("\"a\": \"match\", \"b\": \"enrolled\""), PROGRESS_READ },
	{ A_TIME("\"a\": 1788000000"), PROGRESS_READ },
	{ A_TIME("\"a\": 1099511627776"), PROGRESS_READ },
	{ "", PROGRESS_DAMAGED },
	{ "null", PROGRESS_DAMAGED },
	{ "[]", PROGRESS_DAMAGED },
	{ "{}", PROGRESS_DAMAGED },
	{ HEAD "\"ticks\": [], \"results\": {}, \"times\": {}", PROGRESS_DAMAGED },
	{ HEAD "\"ticks\": {}, \"results\": {}, \"times\": {}}", PROGRESS_DAMAGED },
	{ HEAD "\"ticks\": [], \"results\": [], \"times\": {}}", PROGRESS_DAMAGED },
	{ HEAD "\"ticks\": [], \"results\": {}, \"times\": []}", PROGRESS_DAMAGED },
	{ HEAD "\"results\": {}, \"times\": {}}", PROGRESS_DAMAGED },
	{ HEAD "\"items\": {}}", PROGRESS_DAMAGED },
	{ HEAD NONE " {}", PROGRESS_DAMAGED },
	{ A_TICK("1"), PROGRESS_DAMAGED },
	{ A_TICK("\"\""), PROGRESS_DAMAGED },
	{ A_TICK("\"李明\""), PROGRESS_DAMAGED },
	{ A_TICK("\"\\u001b[31m\""), PROGRESS_DAMAGED },
	{ A_TICK("\"" ID_63 "4\""), PROGRESS_DAMAGED },
	{ A_RESULT("\"a\": 1"), PROGRESS_DAMAGED },
	{ A_RESULT("\"a\": null"), PROGRESS_DAMAGED },
	{ A_RESULT("\"李明\": \"match\""), PROGRESS_DAMAGED },
	{ A_RESULT("\"a\": \"李明\""), PROGRESS_DAMAGED },
	{ A_RESULT("\"a\": \"" RESULT_31 "2\""), PROGRESS_DAMAGED },
	{ A_TIME("\"a\": \"1\""), PROGRESS_DAMAGED },
	{ A_TIME("\"a\": -1"), PROGRESS_DAMAGED },
	{ A_TIME("\"a\": 1099511627777"), PROGRESS_DAMAGED },
	{ A_TIME("\"李明\": 1"), PROGRESS_DAMAGED },
	{ HEAD "\"step\": \"李明\", " NONE, PROGRESS_DAMAGED },
	{ HEAD "\"step\": \"" ID_63 "4\", " NONE, PROGRESS_DAMAGED },
	{ HEAD "\"step\": 3, " NONE, PROGRESS_DAMAGED },
	{ HEAD "\"more\": 1, " NONE, PROGRESS_DAMAGED },
	{ "{\"format\": \"2\"" TIMES NONE, PROGRESS_DAMAGED },
	{ "{\"format\": 0" TIMES NONE, PROGRESS_DAMAGED },
	{ "{\"format\": 2, \"started\": -1, \"finished\": 0, " NONE, PROGRESS_DAMAGED },
	{ "{\"format\": 2, \"started\": 1.5, \"finished\": 0, " NONE, PROGRESS_DAMAGED },
	{ "{\"format\": 2, \"started\": 1, " NONE, PROGRESS_DAMAGED },
	{ "{\"format\": 3" TIMES NONE, PROGRESS_NEWER },
	{ "{\"format\": 3, \"other\": []}", PROGRESS_NEWER },
	{ OLD NONE, PROGRESS_DAMAGED },
};

static void test_parse(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		static const struct progress nothing;
		struct progress p;

		if (progress_parse(files[i].json, strlen(files[i].json), &p) != files[i].state)
			fail_msg("row %zu: %s", i, files[i].json);
		if (files[i].state != PROGRESS_READ)
			assert_memory_equal(&p, &nothing, offsetof(struct progress, entries));
	}
}

/* Cut anywhere, a file is recognised as damaged; only the last line break can go. */
static void test_truncated(void **state)
{
	struct progress p = { .started = 1788000000 }, back;
	char *json;

	(void)state;
	progress_go(&p, "login");
	progress_tick(&p, "login.open", true);
	progress_set_result(&p, "verify.name", RESULT_MATCH);
	json = progress_write(&p);
	for (size_t len = strlen(json) - 2; len > 0; len--) {
		assert_int_equal(progress_parse(json, len, &back), PROGRESS_DAMAGED);
		assert_int_equal(back.count, 0);
	}
	free(json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_set_and_ask),
		cmocka_unit_test(test_going_nowhere_is_no_change),
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_bad_result_keeps_the_old),
		cmocka_unit_test(test_maps_are_apart),
		cmocka_unit_test(test_late_times),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_merge_into_nothing),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_truncated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
