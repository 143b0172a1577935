/* SPDX-License-Identifier: MIT */
/* The gaokao details found in a roster: transitions, without a terminal, a disk or a clock. */
#include <stdlib.h>
#include <string.h>

#include "screens/record.h"
#include "support/one_wizard.h"

#define CANDIDATE "26110101110001"
#define ID "110000200709010014"

static void fill(enum form_kind kind, const char *text)
{
	size_t place = (size_t)(form_find(&w.record_form, kind) - w.record_form.fields);

	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)place, NULL });
	act(ACTION_ERASE_ALL);
	screens_apply(&w, (struct action){ ACTION_INSERT, 0, text });
}

/* Presses the button, twice if the form warns about its fields first. */
static unsigned submit(void)
{
	unsigned effects;

	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)w.record_form.count - 2, NULL });
	effects = act(ACTION_NEXT);
	if (effects == 0 && w.record_form.warned) {
		screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)w.record_form.count - 2,
						   NULL });
		effects = act(ACTION_NEXT);
	}
	return effects;
}

static unsigned search(const char *candidate, const char *name, const char *number)
{
	fill(FORM_CANDIDATE, candidate);
	fill(FORM_NAME, name);
	fill(FORM_ID_NUMBER, number);
	return submit();
}

static unsigned done(enum record_found result)
{
	static const struct record none;

	return record_search_done(&w, result, result == RECORD_FOUND ? &record : &none,
				  "打不开：没有这个文件。");
}

static void start_lookup(void)
{
	static struct progress none;

	wizard_wipe(&w);
	wizard_start(&w, guide, NULL, &none, (struct date){ 2026, 9, 12 }, 1000);
	wizard_use_roster(&w, true);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_non_null(form_find(&w.record_form, FORM_CANDIDATE));
}

static void test_found(void **state)
{
	struct record_search s;

	(void)state;
	start_lookup();
	assert_int_equal(search(CANDIDATE, "李明", ID), EFFECT_LOOKUP);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_null(wizard_record(&w));
	s = record_search_wanted(&w);
	assert_string_equal(s.candidate_number, CANDIDATE);
	assert_string_equal(s.name, "李明");
	assert_string_equal(s.id_number, ID);
	assert_true(done(RECORD_FOUND) & EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_non_null(strstr(w.notice, "找到了"));
	assert_string_equal(wizard_record(&w)->name, "李明");
	assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_SEX), "男");
	/* Coming back and going on searches no second time. */
	act(ACTION_BACK);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_false(submit() & EFFECT_LOOKUP);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_non_null(wizard_record(&w));
}

/* A difference from the roster stops the student once. */
static void test_found_with_a_difference(void **state)
{
	(void)state;
	start_lookup();
	search(CANDIDATE, "李明", "110000200709010013");
	done(RECORD_FOUND);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_non_null(strstr(w.notice, "1 项"));
	assert_int_equal(w.record_form.fields[w.record_form.focus].kind, FORM_ID_NUMBER);
	assert_non_null(wizard_record(&w));
	assert_false(submit() & EFFECT_LOOKUP);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	/* A change starts a new search. */
	act(ACTION_BACK);
	fill(FORM_ID_NUMBER, ID);
	assert_int_equal(submit(), EFFECT_LOOKUP);
	assert_true(done(RECORD_FOUND) & EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
}

/* Where the roster is at fault, the student is not told to change anything. */
static void test_found_with_the_roster_at_fault(void **state)
{
	static const struct {
		const char *name, *number; /* in the roster */
		enum form_kind kind;
	} rows[] = {
		{ "李 明", ID, FORM_NAME },
		{ "李明", "110000200709010014 ", FORM_ID_NUMBER },
		{ "李MING", ID, FORM_NAME },
		{ "李〇", ID, FORM_NAME },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record found = record;
		struct form_rules rules;

		start_lookup();
		search(CANDIDATE, "李明", ID);
		strcpy(found.name, rows[i].name);
		strcpy(found.id_number, rows[i].number);
		record_search_done(&w, RECORD_FOUND, &found, "");
		rules = wizard_form_rules(&w);
		assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
		assert_non_null(strstr(w.notice, "有 1 处和名册里写得不同"));
		assert_int_equal(w.record_form.fields[w.record_form.focus].kind, rows[i].kind);
		assert_int_equal(form_state(&w.record_form, w.record_form.focus, &rules),
				 FORM_SUSPECT);
		submit();
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	}
}

/* What a roster has of the date of birth may be a part of it. */
static void test_birth_date(void **state)
{
	static const struct {
		const char *recorded, *number, *expected;
	} rows[] = {
		{ "2007-09-01", ID, "2007-09-01" },
		{ "2007-09", ID, "2007-09-01" },
		{ "2007", ID, "2007-09-01" },
		{ "2007", "1.1E+17", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record found = record;

		start_lookup();
		search(CANDIDATE, "李明", ID);
		strcpy(found.birth_date, rows[i].recorded);
		strcpy(found.id_number, rows[i].number);
		record_search_done(&w, RECORD_FOUND, &found, "");
		assert_string_equal(w.birth_date, rows[i].expected);
	}
}

/* The next search forgets the record found before. */
static void test_missed_after_found(void **state)
{
	(void)state;
	start_lookup();
	search(CANDIDATE, "李明", ID);
	done(RECORD_FOUND);
	act(ACTION_BACK);
	assert_int_equal(search(CANDIDATE, "张三", "110000200709010022"), EFFECT_LOOKUP);
	assert_null(wizard_record(&w));
	assert_string_equal(w.sex, "");
	assert_string_equal(w.birth_date, "");
	done(RECORD_MISSED);
	assert_null(wizard_record(&w));
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
}

static void test_missed(void **state)
{
	static const int spans[] = { 1, 2, 4, 8, 16, 32, 60, 60 };

	(void)state;
	start_lookup();
	search(CANDIDATE, "张三", ID);
	for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++) {
		assert_false(screens_ticking(&w));
		assert_int_equal(done(RECORD_MISSED), 0);
		assert_string_equal(w.notice, record_search_message(RECORD_MISSED));
		assert_null(wizard_record(&w));
		assert_true(screens_ticking(&w));
		w.now += spans[i] - 1;
		assert_true(screens_ticking(&w));
		assert_int_equal(submit(), 0);
		assert_non_null(strstr(w.notice, "先核对填的内容：按钮旁的秒数走完"));
		w.now++;
		assert_int_equal(submit(), EFFECT_LOOKUP);
	}
	/* Neither a match nor a reset shortens the pause. */
	done(RECORD_FOUND);
	submit();
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	act(ACTION_BACK);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	act(ACTION_DOWN);
	act(ACTION_NEXT); /* asks by a list */
	type("2");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_null(wizard_record(&w));
	assert_string_equal(form_find(&w.record_form, FORM_NAME)->edit.text, "");
	assert_int_equal(search(CANDIDATE, "张三", ID), EFFECT_LOOKUP);
	done(RECORD_MISSED);
	assert_int_equal(lookup_pause_left(&w.lookup.pause, w.now), LOOKUP_PAUSE_MAX);
}

/* During a pause the student can go on without the roster. */
static void test_skipped(void **state)
{
	(void)state;
	start_lookup();
	assert_true(submit() & EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	act(ACTION_BACK);
	search(CANDIDATE, "张三", ID);
	done(RECORD_MISSED);
	fill(FORM_CANDIDATE, "");
	fill(FORM_NAME, "");
	fill(FORM_ID_NUMBER, "");
	assert_true(submit() & EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_null(wizard_record(&w));
}

static void test_not_to_be_had(void **state)
{
	(void)state;
	start_lookup();
	search(CANDIDATE, "李明", ID);
	done(RECORD_TWICE);
	assert_string_equal(w.notice, record_search_message(RECORD_TWICE));
	assert_false(screens_ticking(&w));
	assert_int_equal(submit(), EFFECT_LOOKUP);
	done(RECORD_UNREAD);
	assert_string_equal(w.notice, "名册读不出来：打不开：没有这个文件。");
	assert_false(screens_ticking(&w));
	assert_null(wizard_record(&w));
	assert_int_equal(submit(), EFFECT_LOOKUP);
}

/* Errors in the fields are shown before anything is searched. */
static void test_the_form_comes_first(void **state)
{
	(void)state;
	start_lookup();
	fill(FORM_NAME, "李明");
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)w.record_form.count - 2, NULL });
	assert_int_equal(act(ACTION_NEXT), 0);
	assert_non_null(strstr(w.notice, "2 项要改。不改多半查不到"));
	assert_int_equal(w.record_form.fields[w.record_form.focus].kind, FORM_CANDIDATE);
}

/* One of one's own details may be left out, which is no error; what is searched for in a roster may
 * not. */
static void test_one_left_out(void **state)
{
	static const struct {
		enum form_kind kind;
		const char *text;
	} rows[] = { { FORM_NAME, "李明" }, { FORM_ID_NUMBER, "110000200709010014" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(false);
		act(ACTION_NEXT);
		fill(rows[i].kind, rows[i].text);
		screens_apply(&w, (struct action){ ACTION_PICK, 2, NULL }); /* 继续 */
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
		assert_string_equal(w.notice, "");
		assert_non_null(wizard_record(&w));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_left_out),
		cmocka_unit_test(test_found),
		cmocka_unit_test(test_found_with_a_difference),
		cmocka_unit_test(test_found_with_the_roster_at_fault),
		cmocka_unit_test(test_birth_date),
		cmocka_unit_test(test_missed_after_found),
		cmocka_unit_test(test_missed),
		cmocka_unit_test(test_skipped),
		cmocka_unit_test(test_not_to_be_had),
		cmocka_unit_test(test_the_form_comes_first),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
