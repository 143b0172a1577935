/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "audit/record_search.h"
#include "rules/candidate_number.h"
#include "support/expect_rows.h"

/* Numbers of nobody. */
#define ID "110000200709010014"
#define OTHER "110000200709010030"
#define OLD_18 "110000190001010009"
#define OLD_15 "110000000101000"

static struct record record_of(const char *name, const char *number, const char *candidate)
{
	struct record r = { 0 };

	snprintf(r.name, sizeof r.name, "%s", name);
	snprintf(r.id_number, sizeof r.id_number, "%s", number);
	snprintf(r.candidate_number, sizeof r.candidate_number, "%s", candidate);
	return r;
}

static bool is_of(const struct record *r, const char *name, const char *number)
{
	struct record_search s = { .candidate_number = r->candidate_number,
				   .name = name,
				   .id_number = number };

	record_search_offer(&s, r);
	return record_search_end(&s) == RECORD_FOUND;
}

static void test_whose_a_record_is(void **state)
{
	static const struct {
		const char *recorded, *number; /* the record's, and what is entered */
		const char *name; /* entered; the record's is 阿依古丽·买买提 */
		bool is;
	} rows[] = {
#define SAME_NAME "阿依古丽·买买提"
		/* the number agrees: the name has to, too */
		{ ID, ID, SAME_NAME, true },
		{ ID, ID, "李明", false },
		{ ID, ID, "", false },
		{ ID, " 11000020070901 0014", SAME_NAME, true },
		{ ID, "１１００００２００７０９０１００１４", SAME_NAME, true },
		{ "11010519491231002X", "11010519491231002x", SAME_NAME, true },
		{ "11010519491231002X", "11010519491231002Ⅹ", SAME_NAME, true },
		{ "\xE2\x80\x8B" ID, ID, SAME_NAME, true },
		{ ID ".0", ID, SAME_NAME, true },
		{ "'110,000,200,709,010,014", ID, SAME_NAME, true },
		{ ID ".0", "110000200709010013", SAME_NAME, false },
		{ "G" ID, ID, SAME_NAME, true },
		{ "L" ID, "110000200709010013", SAME_NAME, false },
		{ ID, ID, "阿依古丽•买买提", true },
		{ ID, ID, "阿依古丽买买提", true },
		/* a near miss is a miss: the number is one place apart */
		{ ID, "110000200709010013", SAME_NAME, false },
		{ ID, "210000200709010014", SAME_NAME, false },
		{ ID, "110000200709010013", "阿依古丽•买买提", false },
		{ ID, "110000200709010013", "阿依古丽买买提", false },
		{ ID, "110000200709010013", "阿依古丽 买买提", false },
		{ ID, "110000200709010013", "李明", false },
		{ ID, "110000200709010013", "阿依古丽·买买", false },
		{ ID, "110000200709010013", "", false },
		/* two places, of which one can be known; two exchanged ones */
		{ ID, "120000200709010013", SAME_NAME, false },
		{ ID, "120000200709020014", SAME_NAME, false },
		{ ID, "110000200709010041", SAME_NAME, false },
		{ ID, "110000200709010104", SAME_NAME, false },
		{ ID, "110000200790010014", SAME_NAME, false },
		{ ID, "110000200709010041", "李明", false },
		/* two among the last four, which are guessed; three anywhere */
		{ ID, "110000200709010025", SAME_NAME, false },
		{ ID, OTHER, SAME_NAME, false },
		{ ID, "120000200709020013", SAME_NAME, false },
		{ ID, "220000200809010014", SAME_NAME, false },
		/* a digit too many or missing, here or there */
		{ ID, "11000020070901014", SAME_NAME, false },
		{ ID, "1100002007090100014", SAME_NAME, false },
		{ "11000020070901014", ID, SAME_NAME, false },
		{ "1100002007090100014", ID, SAME_NAME, false },
		{ ID, "11000020070901014", "李明", false },
		{ ID, "1100002007090101", SAME_NAME, false },
		{ ID, "11000020070901025", SAME_NAME, false },
		{ "11000020070901014", "1100002007090114", SAME_NAME, false },
		/* the old form */
		{ OLD_18, OLD_15, SAME_NAME, false },
		{ OLD_15, OLD_18, SAME_NAME, false },
		{ OLD_15, OLD_18, "李明", false },
		{ OLD_15, "110000190001010017", SAME_NAME, false },
		/* what a spreadsheet left in the record; never in the entry */
		{ "110000200709010000", ID, SAME_NAME, true },
		{ "110000200709010000", ID, "李明", false },
		{ "110000200709010000", "110000200709020014", SAME_NAME, false },
		{ ID, "110000200709010000", SAME_NAME, false },
		/* without the date of birth, anybody's of the county */
		{ "1.10000E+17", ID, SAME_NAME, false },
		{ "1.1E+17", ID, SAME_NAME, false },
		{ "1.100002007E17", ID, SAME_NAME, false },
		{ "1.10000200709010E+17", ID, SAME_NAME, true },
		{ "1.10001E+17", "110000990709010014", SAME_NAME, false },
		{ "1.10000E+17", ID, "李明", false },
		{ "1.10105E+17", ID, SAME_NAME, false },
		/* of sixteen digits the last was lost */
		{ "1.100002007090100E+17", ID, SAME_NAME, true },
		{ "1.10000E+16", ID, SAME_NAME, false },
		{ "1.10000E+17", "1.10000E+17", "李明", false },
		{ "1.10000E+17", "", SAME_NAME, false },
		{ ID, "1.10000E+17", SAME_NAME, false },
		/* nothing, or next to nothing, is nobody's */
		{ "", "", SAME_NAME, false },
		{ "", ID, SAME_NAME, false },
		{ ID, "", SAME_NAME, false },
		{ ID, "1", SAME_NAME, false },
		{ "1", "1", SAME_NAME, false },
		{ "无", "无", SAME_NAME, false },
		{ "　", "　", SAME_NAME, false },
		/* the number of another document, or a wrong one, could be guessed: the name,
		 * too */
		{ "H12345678", "H12345678", SAME_NAME, true },
		{ "H12345678", "H12345678", "李明", false },
		{ "H12345678", "H12345679", SAME_NAME, false },
		{ "110000200709010013", "110000200709010013", SAME_NAME, true },
		{ "110000200709010013", "110000200709010013", "李明", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct record r = record_of(SAME_NAME, rows[i].recorded, "26");

		if (is_of(&r, rows[i].name, rows[i].number) != rows[i].is)
			fail_msg("row %zu: %s, entered %s of %s", i, rows[i].recorded,
				 rows[i].number, rows[i].name);
	}
}

/* Names that agree; and names of records that could be anybody's. */
static void test_names(void **state)
{
	static const struct {
		const char *recorded, *name;
		bool is;
	} rows[] = {
		{ "李明", "李明", true },
		{ "李 明", "李明", true },
		{ "李明", "李鸣", false },
		{ "李明", "明李", false },
		{ "李?", "李䶮", true },
		{ "李YAN", "李䶮", true },
		{ "", "李明", false },
		{ "李明", "李", false },
		{ "李明", "？？", false },
		{ "張三", "张三", false },
		{ "李明", "李?", false },
		{ "李明", "李3", false },
		{ "李明", "李_", false },
		{ "李明", "李ming", false },
		/* what is not a name agrees with none */
		{ "李明", "110000", false },
		{ "李明", "13800001111", false },
		{ "李明", "张三110000", false },
		{ "李明", "张三 Zhang San", false },
		{ "李明", "李明 Li Ming", false },
		{ "李明", "张三同学", false },
		{ "李明", "学生张三", false },
		{ "李明", "不详", false },
		{ "李明", "，", false },
		{ "李明", "张三 女", false },
		{ "李明", "张(三+三)", false },
		{ "李明", "李&middot;明", false },
		{ "李明", "李*", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct record r = record_of(rows[i].recorded, ID, "26");

		if (is_of(&r, rows[i].name, ID) != rows[i].is)
			fail_msg("%s: %s", rows[i].recorded, rows[i].name);
	}
}

/* Where a spreadsheet left next to no number, another day of birth is another student's. */
static void test_rounded_with_birth_date(void **state)
{
	struct record r = record_of("李明", "1.10000E+17", "26");

	(void)state;
	strcpy(r.birth_date, "2007-09-01");
	assert_true(is_of(&r, "李明", ID));
	assert_true(is_of(&r, "李明", " 11000020070901001 4"));
	strcpy(r.birth_date, "2007-09");
	assert_true(is_of(&r, "李明", ID));
	strcpy(r.birth_date, "2006");
	assert_false(is_of(&r, "李明", ID));
	strcpy(r.birth_date, "2007-09-02");
	assert_false(is_of(&r, "李明", ID));
	assert_false(is_of(&r, "李明", "110000无"));
}

static void test_searches(void **state)
{
	static const struct record list[] = {
		{ .name = "张三", .id_number = OTHER, .candidate_number = "26110101110001" },
		{ .name = "李明", .id_number = ID, .candidate_number = "26110101110002" },
		{ .name = "李四", .id_number = OTHER, .candidate_number = "26110101110003" },
		{ .name = "李明", .id_number = ID, .candidate_number = "26110101110003" },
		{ .name = "李明", .id_number = ID, .candidate_number = "" },
		{ .name = "李明", .id_number = ID, .candidate_number = "26110101110004" },
		{ .name = "李明", .id_number = ID, .candidate_number = "26110101110004" },
		{ .name = "李明",
		  .id_number = "110000200709010013",
		  .candidate_number = "26110101110005" },
	};
	static const struct {
		const char *candidate, *name, *number;
		enum record_found result;
	} rows[] = {
		{ "26110101110002", "李明", ID, RECORD_FOUND },
		{ " ２６１１０１０１１１０００２ ", "李明", ID, RECORD_FOUND },
		{ "26110101110002", "李鸣", ID, RECORD_MISSED },
		{ "26110101110002", "李明", "110000200709010013", RECORD_MISSED },
		/* the record's check character does not fit, the entered one's does */
		{ "26110101110005", "李明", ID, RECORD_FAULT },
		{ "26110101110005", "李鸣", ID, RECORD_MISSED },
		{ "26110101110005", "李明", OTHER, RECORD_MISSED },
		{ "26110101110001", "李明", ID, RECORD_MISSED },
		{ "26110101110001", "张三", ID, RECORD_MISSED },
		{ "26110101110002", "李明", OTHER, RECORD_MISSED },
		{ "2611010111000", "李明", ID, RECORD_MISSED },
		{ "261101011100020", "李明", ID, RECORD_MISSED },
		{ "", "李明", ID, RECORD_MISSED },
		{ "李明", "李明", ID, RECORD_MISSED },
		/* twice is told to whom it concerns alone */
		{ "26110101110003", "李明", ID, RECORD_TWICE },
		{ "26110101110004", "李明", ID, RECORD_FOUND }, /* one row twice */
		{ "26110101110003", "张三", "110000200709010022", RECORD_MISSED },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct record_search s = { .candidate_number = rows[i].candidate,
					   .name = rows[i].name,
					   .id_number = rows[i].number };

		for (size_t k = 0; k < COUNT(list); k++)
			record_search_offer(&s, &list[k]);
		if (record_search_end(&s) != rows[i].result)
			fail_msg("row %zu: %d, not %d", i, record_search_end(&s), rows[i].result);
		/* Of a miss nothing is left in memory. */
		if (rows[i].result == RECORD_MISSED || rows[i].result == RECORD_FAULT)
			assert_false(record_given(&s.found));
		else
			assert_string_equal(s.found.id_number, ID);
	}
	assert_string_equal(record_search_message(RECORD_FOUND), "");
	assert_string_not_equal(record_search_message(RECORD_TWICE),
				record_search_message(RECORD_MISSED));
}

static void test_candidate_number(void **state)
{
	static const struct {
		const char *number, *codes;
	} rows[] = {
		{ "26110101110001", "" },
		{ " ２６１１０１０１１１０００１ ", "" },
		{ "", "candidate.empty@0" },
		{ "　", "candidate.character@0" },
		{ "2611010111000A", "candidate.character@0" },
		{ "261101011100O1", "candidate.character@13" },
		{ "26,110,101,110,001", "candidate.spreadsheet@0" },
		{ "12345678901234567890123456789012", "candidate.character@0" },
		{ "2611010111", "candidate.format@0" },
		{ ID, "candidate.character@0" },
		{ "26990101110001", "candidate.format@3" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings found = { 0 };

		candidate_number_check_entered(rows[i].number, &found);
		expect_codes(rows[i].number, &found, rows[i].codes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whose_a_record_is),       cmocka_unit_test(test_names),
		cmocka_unit_test(test_rounded_with_birth_date), cmocka_unit_test(test_searches),
		cmocka_unit_test(test_candidate_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
