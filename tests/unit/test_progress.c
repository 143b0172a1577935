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
#define STATE_31 "a234567890123456789012345678901"

static bool parse(const char *json, struct progress *p, bool *newer, struct diag *d)
{
	memset(d, 0, sizeof *d);
	return progress_parse(json, strlen(json), p, newer, d);
}

/* Writes and reads back; the result carries no marks of change. */
static struct progress round_trip(const struct progress *p)
{
	char *json = progress_write(p);
	struct progress back;
	struct diag d;
	bool newer;

	assert_true(parse(json, &back, &newer, &d));
	assert_false(newer);
	assert_int_equal(d.count, 0);
	free(json);
	return back;
}

static void test_set_and_ask(void **state)
{
	struct progress p = { 0 };

	(void)state;
	assert_false(progress_begun(&p));
	assert_string_equal(progress_state(&p, "login.open"), "");
	progress_set(&p, "login.open", STATE_DONE);
	assert_true(progress_is(&p, "login.open", STATE_DONE));
	assert_false(progress_is(&p, "login", STATE_DONE));
	assert_true(progress_begun(&p));
	progress_set(&p, "login.open", "");
	assert_string_equal(progress_state(&p, "login.open"), "");
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
	progress_set(&p, "login.open", STATE_DONE);
	progress_set(&p, "verify.name", STATE_MATCH);
	progress_set(&p, "verify.sex", STATE_DIFFER);
	progress_set(&p, "verify.class", STATE_ABSENT);
	progress_set(&p, "login.read", STATE_DONE);
	progress_set(&p, "login.read", ""); /* open again: not written */
	progress_set(&p, ID_63, STATE_31);
	back = round_trip(&p);
	assert_string_equal(back.step, "verify");
	assert_false(back.step_changed);
	assert_true(back.started == p.started && back.finished == p.finished);
	assert_int_equal(back.count, 5);
	assert_true(progress_is(&back, "login.open", STATE_DONE));
	assert_true(progress_is(&back, "verify.name", STATE_MATCH));
	assert_true(progress_is(&back, "verify.sex", STATE_DIFFER));
	assert_true(progress_is(&back, "verify.class", STATE_ABSENT));
	assert_true(progress_is(&back, ID_63, STATE_31));
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
		progress_set(&p, id, STATE_DONE);
	}
	assert_int_equal(p.count, PROGRESS_MAX);
	progress_set(&p, "item-0", "");
	assert_string_equal(progress_state(&p, "item-0"), "");
	back = round_trip(&p);
	assert_int_equal(back.count, PROGRESS_MAX - 1);
	assert_true(progress_is(&back, "item-255", STATE_DONE));
}

/* No id, no state: nothing personal, and nothing that JSON or a terminal would read otherwise. */
static void test_hostile(void **state)
{
	static const struct {
		const char *id, *state;
	} rows[] = {
		{ "", "done" },         { "李明", "done" }, { "a b", "done" },
		{ "a\"b", "done" },     { "a\\b", "done" }, { "a\nb", "done" },
		{ "\x1B[31m", "done" }, { "X", "done" },    { "a/b", "done" },
		{ ID_63 "4", "done" },  { "a", "李明" },    { "a", "Done" },
		{ "a", "a\"b" },        { "a", "a b" },     { "a", STATE_31 "2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct progress p = { 0 }, back;

		progress_set(&p, rows[i].id, rows[i].state);
		assert_string_equal(progress_state(&p, rows[i].id), "");
		assert_false(progress_begun(&p));
		back = round_trip(&p);
		assert_int_equal(back.count, 0);
	}
}

static void test_bad_state_keeps_the_old(void **state)
{
	struct progress p = { 0 };

	(void)state;
	progress_set(&p, "a", STATE_DONE);
	progress_set(&p, "a", "no state");
	assert_true(progress_is(&p, "a", STATE_DONE));
}

/* Two runs started from the same file; each changes something, none loses the other's. */
static void test_merge(void **state)
{
	struct progress kept = { .started = 100 }, mine, yours;

	(void)state;
	progress_set(&kept, "a", STATE_DONE);
	progress_set(&kept, "b", STATE_DONE);
	progress_go(&kept, "one");
	kept = round_trip(&kept);
	mine = yours = kept;

	progress_set(&mine, "b", "");
	progress_set(&mine, "c", STATE_DONE);
	progress_go(&mine, "two");
	mine.started = 200;
	progress_finish(&mine, 300);
	progress_set(&yours, "d", STATE_MATCH);

	progress_merge(&kept, &mine);
	progress_merge(&kept, &yours);
	assert_true(progress_is(&kept, "a", STATE_DONE));
	assert_true(progress_is(&kept, "b", ""));
	assert_true(progress_is(&kept, "c", STATE_DONE));
	assert_true(progress_is(&kept, "d", STATE_MATCH));
	assert_string_equal(kept.step, "two");
	assert_true(kept.started == 100 && kept.finished == 300);

	progress_set(&yours, "c", STATE_DIFFER); /* the same item: who keeps last */
	progress_merge(&kept, &yours);
	assert_true(progress_is(&kept, "c", STATE_DIFFER));
	assert_false(kept.step_changed);
	for (size_t i = 0; i < kept.count; i++)
		assert_false(kept.entries[i].changed);
}

static void test_merge_into_nothing(void **state)
{
	struct progress kept = { 0 }, mine = { .started = 100 };

	(void)state;
	progress_set(&mine, "a", STATE_DONE);
	progress_go(&mine, "one");
	progress_merge(&kept, &mine);
	assert_true(progress_is(&kept, "a", STATE_DONE));
	assert_string_equal(kept.step, "one");
	assert_true(kept.started == 100);
}

#define TIMES ", \"started\": 1, \"finished\": 0, "
#define HEAD "{\"format\": 1" TIMES

static const struct {
	const char *json;
	bool good, newer;
} files[] = {
	{ HEAD "\"items\": {}}", true, false },
	{ HEAD "\"step\": \"\", \"items\": {}}", true, false },
	{ HEAD "\"step\": \"login\", \"items\": {\"a\": \"done\"}}", true, false },
	{ "", false, false },
	{ "null", false, false },
	{ "[]", false, false },
	{ "{}", false, false },
	{ HEAD "\"items\": {}", false, false },
	{ HEAD "\"items\": []}", false, false },
	{ HEAD "\"items\": {}} {}", false, false },
	{ HEAD "\"items\": {\"a\": 1}}", false, false },
	{ HEAD "\"items\": {\"a\": null}}", false, false },
	{ HEAD "\"items\": {\"a\": \"done\", \"a\": \"match\"}}", false, false },
	{ HEAD "\"items\": {\"李明\": \"done\"}}", false, false },
	{ HEAD "\"items\": {\"a\": \"李明\"}}", false, false },
	{ HEAD "\"items\": {\"a\": \"\\u001b[31m\"}}", false, false },
	{ HEAD "\"items\": {\"" ID_63 "4\": \"done\"}}", false, false },
	{ HEAD "\"items\": {\"a\": \"" STATE_31 "2\"}}", false, false },
	{ HEAD "\"step\": \"李明\", \"items\": {}}", false, false },
	{ HEAD "\"step\": \"" ID_63 "4\", \"items\": {}}", false, false },
	{ HEAD "\"step\": 3, \"items\": {}}", false, false },
	{ HEAD "\"more\": 1, \"items\": {}}", false, false },
	{ "{\"format\": \"1\"" TIMES "\"items\": {}}", false, false },
	{ "{\"format\": 1, \"started\": -1, \"finished\": 0, \"items\": {}}", false, false },
	{ "{\"format\": 1, \"started\": 1.5, \"finished\": 0, \"items\": {}}", false, false },
	{ "{\"format\": 1, \"started\": 1, \"items\": {}}", false, false },
	{ "{\"format\": 2" TIMES "\"items\": {}}", true, true },
	{ "{\"format\": 2, \"other\": []}", false, true },
};

static void test_parse(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		static const struct progress nothing;
		struct progress p;
		struct diag d;
		bool newer, good = parse(files[i].json, &p, &newer, &d);

		if (good != files[i].good || newer != files[i].newer)
			fail_msg("row %zu: %s", i, files[i].json);
		assert_int_equal(d.count == 0, good);
		if (!good)
			assert_memory_equal(&p, &nothing, offsetof(struct progress, entries));
	}
}

/* Cut anywhere, a file is recognised as damaged; only the last line break can go. */
static void test_truncated(void **state)
{
	struct progress p = { .started = 1788000000 }, back;
	struct diag d;
	char *json;
	bool newer;

	(void)state;
	progress_go(&p, "login");
	progress_set(&p, "login.open", STATE_DONE);
	progress_set(&p, "verify.name", STATE_MATCH);
	json = progress_write(&p);
	for (size_t len = strlen(json) - 2; len > 0; len--) {
		memset(&d, 0, sizeof d);
		assert_false(progress_parse(json, len, &back, &newer, &d));
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
		cmocka_unit_test(test_bad_state_keeps_the_old),
		cmocka_unit_test(test_merge),
		cmocka_unit_test(test_merge_into_nothing),
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_truncated),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
