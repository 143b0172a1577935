/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#include "base/text.h"
#include "rules/finding.h"

static void test_every_code_has_its_name(void **state)
{
	static const char *const prefixes[] = { "name.",     "id.",       "roster.",  "mobile.",
						"sms_code.", "password.", "email.",   "question.",
						"terms.",    "document.", "address.", "login.",
						"shown.",    "candidate." };

	(void)state;
	for (int c = 0; c < FINDING_CODE_COUNT; c++) {
		enum finding_code code = (enum finding_code)c;
		const char *prefix = prefixes[finding_code_field(code)];

		assert_memory_equal(finding_code_name(code), prefix, strlen(prefix));
		for (int other = 0; other < c; other++)
			assert_string_not_equal(finding_code_name(code),
						finding_code_name((enum finding_code)other));
	}
}

/* What a row of a roster can have, a report can head. */
static void test_every_code_of_a_row_has_its_title(void **state)
{
	(void)state;
	for (int c = 0; c < FINDING_CODE_COUNT; c++) {
		enum finding_code code = (enum finding_code)c;
		enum finding_field field = finding_code_field(code);
		bool of_row = field == FIELD_NAME || field == FIELD_ID_NUMBER ||
			      field == FIELD_CANDIDATE_NUMBER || field == FIELD_ROW;

		if ((finding_code_title(code) != NULL) != of_row)
			fail_msg("%s: its title", finding_code_name(code));
	}
}

static void test_names_and_severities(void **state)
{
	(void)state;
	assert_string_equal(finding_code_name(FINDING_ID_LOWERCASE_X), "id.lowercase-x");
	assert_int_equal(finding_code_severity(FINDING_ID_LOWERCASE_X), SEVERITY_ERROR);
	assert_int_equal(finding_code_severity(FINDING_ID_AGE), SEVERITY_WARNING);
	assert_int_equal(finding_code_severity(FINDING_ID_REGION), SEVERITY_NOTE);
	assert_int_equal(finding_code_severity(FINDING_NAME_TRUNCATED), SEVERITY_WARNING);
	assert_string_equal(finding_field_name(FIELD_NAME), "name");
	assert_string_equal(finding_field_name(FIELD_ID_NUMBER), "id_number");
	assert_string_equal(finding_field_name(FIELD_ROW), "row");
	assert_string_equal(severity_name(SEVERITY_ERROR), "error");
	assert_string_equal(severity_name(SEVERITY_WARNING), "warning");
	assert_string_equal(severity_name(SEVERITY_NOTE), "note");
}

static void test_order_of_place(void **state)
{
	struct findings f = { 0 };

	(void)state;
	findings_add(&f, FINDING_ID_SPACE, KIND_BLANK, 18, 4);
	findings_add(&f, FINDING_ID_PROVINCE, KIND_PROVINCE, 1, 2);
	findings_add(&f, FINDING_ID_SEX, KIND_SEX, 18, 5);
	findings_add(&f, FINDING_ID_LENGTH, KIND_TOO_LONG, 0, 1);
	findings_add(&f, FINDING_ID_BIRTH_DATE, KIND_BIRTH_DATE, 7, 3);
	assert_int_equal(f.count, 5);
	for (size_t i = 0; i < f.count; i++)
		assert_int_equal(f.items[i].count, i + 1);
}

static void test_the_last_places_are_dropped(void **state)
{
	struct findings f = { 0 };

	(void)state;
	for (size_t at = 40; at > 0; at--)
		findings_add(&f, FINDING_ID_SPACE, KIND_BLANK, at, 1)->other = at;
	findings_add(&f, FINDING_ID_SPACE, KIND_BLANK, 100, 1)->other = 0;
	assert_int_equal(f.count, FINDINGS_MAX);
	for (size_t i = 0; i < f.count; i++) {
		assert_int_equal(f.items[i].at, i + 1);
		assert_int_equal(f.items[i].other, i + 1);
	}
}

/* Of two findings, which one stays: what the first explains, the second does not say again. */
static const struct {
	enum finding_code specific, general;
	bool at_its_place; /* only there */
} explained[] = {
	{ FINDING_ID_MISMATCH, FINDING_ID_LENGTH, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_FIFTEEN, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_CHARACTER, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_SPACE, true },
	{ FINDING_ID_MISMATCH, FINDING_ID_INVISIBLE, true },
	{ FINDING_ID_MISMATCH, FINDING_ID_LOWERCASE_X, true },
	{ FINDING_ID_MISMATCH, FINDING_ID_X_LOOKALIKE, true },
	{ FINDING_ID_MISMATCH, FINDING_ID_PROVINCE, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_OTHER_DOCUMENT, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_REGION, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_BIRTH_DATE, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_FUTURE, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_AGE, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_CHECKSUM, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_SPREADSHEET, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_SEX, false },
	{ FINDING_ID_MISMATCH, FINDING_ID_BIRTH, false },
	{ FINDING_ID_PROVINCE, FINDING_ID_CHECKSUM, false },
	{ FINDING_ID_PROVINCE, FINDING_ID_AGE, false },
	{ FINDING_ID_PROVINCE, FINDING_ID_REGION, false },
	{ FINDING_ID_BIRTH_DATE, FINDING_ID_CHECKSUM, false },
	{ FINDING_ID_BIRTH_DATE, FINDING_ID_AGE, false },
	{ FINDING_ID_BIRTH_DATE, FINDING_ID_REGION, false },
	{ FINDING_ID_BIRTH_DATE, FINDING_ID_SPREADSHEET, false },
	{ FINDING_ID_FUTURE, FINDING_ID_CHECKSUM, false },
	{ FINDING_ID_FUTURE, FINDING_ID_AGE, false },
	{ FINDING_ID_FUTURE, FINDING_ID_REGION, false },
	{ FINDING_ID_CHECKSUM, FINDING_ID_AGE, false },
	{ FINDING_ID_CHECKSUM, FINDING_ID_REGION, false },
	{ FINDING_ID_BIRTH, FINDING_ID_FUTURE, false },
	{ FINDING_ID_BIRTH, FINDING_ID_BIRTH_DATE, false },
	{ FINDING_ID_BIRTH, FINDING_ID_AGE, false },
	{ FINDING_ID_BIRTH, FINDING_ID_CHECKSUM, false },
	{ FINDING_ID_BIRTH, FINDING_ID_REGION, false },
	{ FINDING_ID_BIRTH, FINDING_ID_SPREADSHEET, false },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_SHORT, false },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_MASKED, false },
	{ FINDING_NAME_CHARACTER, FINDING_NAME_MASKED, false },
	{ FINDING_NAME_INTERPUNCT, FINDING_NAME_MASKED, false },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_CHARACTER, true },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_SPACE, true },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_INVISIBLE, true },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_INTERPUNCT, true },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_LOOKALIKE, true },
	{ FINDING_NAME_MISMATCH, FINDING_NAME_PUA, true },
	{ FINDING_NAME_CHARACTER, FINDING_NAME_SPACE, true },
	{ FINDING_NAME_CHARACTER, FINDING_NAME_INVISIBLE, true },
	{ FINDING_NAME_CHARACTER, FINDING_NAME_INTERPUNCT, true },
	{ FINDING_NAME_CHARACTER, FINDING_NAME_SHORT, false },
	{ FINDING_NAME_INTERPUNCT, FINDING_NAME_SPACE, true },
	{ FINDING_NAME_INTERPUNCT, FINDING_NAME_INVISIBLE, true },
	{ FINDING_ROSTER_QUOTE, FINDING_ROSTER_COLUMNS, false },
	{ FINDING_CANDIDATE_CHARACTER, FINDING_CANDIDATE, false },
	{ FINDING_CANDIDATE_MISMATCH, FINDING_CANDIDATE, false },
};

static bool explains(enum finding_code specific, enum finding_code general, bool same_place)
{
	for (size_t i = 0; i < sizeof explained / sizeof *explained; i++)
		if (explained[i].specific == specific && explained[i].general == general)
			return same_place || !explained[i].at_its_place;
	return false;
}

/* Each pair of codes, in both orders, at one place and at two. */
static void test_what_explains_what(void **state)
{
	(void)state;
	for (int pair = 0; pair < FINDING_CODE_COUNT * FINDING_CODE_COUNT * 2; pair++) {
		enum finding_code first = (enum finding_code)(pair / 2 / FINDING_CODE_COUNT);
		enum finding_code second = (enum finding_code)(pair / 2 % FINDING_CODE_COUNT);
		bool same = pair % 2, dropped = explains(second, first, same);
		struct findings f = { 0 };

		if (first == second)
			continue;
		findings_add(&f, first, KIND_BLANK, 3, 1);
		findings_add(&f, second, KIND_BLANK, same ? 3 : 5, 1);
		dropped = dropped || explains(first, second, same);
		if (f.count != (dropped ? 1 : 2))
			fail_msg("%s, %s at %s place: %zu", finding_code_name(first),
				 finding_code_name(second), same ? "one" : "another", f.count);
		if (dropped)
			assert_int_equal(f.items[0].code,
					 explains(second, first, same) ? second : first);
	}
}

/* No mistake is told as less grave than it is, and the order in which rules are asked makes no
 * difference. */
static void test_the_table_is_consistent(void **state)
{
	const size_t count = sizeof explained / sizeof *explained;

	(void)state;
	for (size_t i = 0; i < count; i++) {
		assert_true(finding_code_severity(explained[i].specific) >=
			    finding_code_severity(explained[i].general));
		assert_false(explains(explained[i].general, explained[i].specific, true));
		for (size_t k = 0; k < count; k++)
			if (explained[i].general == explained[k].specific)
				assert_true(explains(explained[i].specific, explained[k].general,
						     explained[i].at_its_place ||
							     explained[k].at_its_place));
	}
}

/* A difference of several characters tells what each of them is. */
static void test_a_span_is_explained_to_its_end(void **state)
{
	static const enum finding_code codes[] = { FINDING_NAME_MISMATCH, FINDING_NAME_CHARACTER };

	(void)state;
	for (size_t at = 2; at <= 6; at++)
		for (int order = 0; order < 4; order++) {
			enum finding_code code = codes[order / 2];
			struct findings f = { 0 };

			if (order % 2)
				findings_add(&f, code, KIND_CHANGED, 3, 3);
			findings_add(&f, FINDING_NAME_CHARACTER, KIND_NAME_CHARACTER, at, 1);
			if (!(order % 2))
				findings_add(&f, code, KIND_CHANGED, 3, 3);
			assert_int_equal(f.count, at >= 3 && at <= 5 ? 1 : 2);
		}
}

static void test_one_code_at_one_place(void **state)
{
	static const struct {
		enum finding_kind first, second;
		size_t at; /* of the second */
		size_t count;
		enum finding_kind stays;
	} rows[] = {
		{ KIND_ROUNDED, KIND_ROUNDED, 16, 1, KIND_ROUNDED },
		{ KIND_ROUNDED, KIND_ROUNDED, 17, 2, KIND_ROUNDED },
		{ KIND_ROUNDED, KIND_RECORD_ROUNDED, 16, 1, KIND_RECORD_ROUNDED },
		{ KIND_RECORD_ROUNDED, KIND_ROUNDED, 16, 1, KIND_RECORD_ROUNDED },
		{ KIND_ROUNDED, KIND_SCIENTIFIC, 16, 2, KIND_ROUNDED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct findings f = { 0 };

		findings_add(&f, FINDING_ID_SPREADSHEET, rows[i].first, 16, 3);
		findings_add(&f, FINDING_ID_SPREADSHEET, rows[i].second, rows[i].at, 3);
		assert_int_equal(f.count, rows[i].count);
		assert_int_equal(f.items[0].kind, rows[i].stays);
	}
}

static void test_add_all(void **state)
{
	struct findings f = { 0 }, others = { 0 };

	(void)state;
	findings_add(&f, FINDING_ID_CHECKSUM, KIND_CHECKSUM, 18, 1);
	findings_add(&others, FINDING_ID_MISMATCH, KIND_CHANGED, 17, 1)->is[0] = '7';
	findings_add(&others, FINDING_ID_SPACE, KIND_BLANK, 3, 1)->other = 9;
	findings_add_all(&f, &others);
	assert_int_equal(f.count, 2);
	assert_int_equal(f.items[0].other, 9);
	assert_string_equal(f.items[1].is, "7");
	assert_true(findings_has(&f, FINDING_ID_SPACE));
	assert_false(findings_has(&f, FINDING_ID_CHECKSUM));
}

static void test_quotes_are_cut_between_characters(void **state)
{
	static const char longer[] = "aa𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖𬱖"
				     "𬱖𬱖𬱖𬱖𬱖𬱖";

	(void)state;
	for (size_t skip = 0; skip < 3; skip++) {
		char out[FINDING_TEXT];
		size_t len;

		finding_quote(longer + skip, out);
		len = strlen(out);
		assert_int_equal(text_valid_bytes(out, len), len);
		assert_true(len > FINDING_TEXT - 5 && len < FINDING_TEXT);
	}
}

static void test_any(void **state)
{
	struct findings f = { 0 };

	(void)state;
	assert_false(findings_any(&f, SEVERITY_NOTE));
	findings_add(&f, FINDING_ID_REGION, KIND_REGION, 1, 6);
	assert_true(findings_any(&f, SEVERITY_NOTE));
	assert_false(findings_any(&f, SEVERITY_WARNING));
	findings_add(&f, FINDING_ID_AGE, KIND_AGE, 7, 8);
	assert_true(findings_any(&f, SEVERITY_WARNING));
	assert_false(findings_any(&f, SEVERITY_ERROR));
	findings_add(&f, FINDING_ID_EMPTY, KIND_ID_EMPTY, 0, 0);
	assert_true(findings_any(&f, SEVERITY_ERROR));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_has_its_name),
		cmocka_unit_test(test_every_code_of_a_row_has_its_title),
		cmocka_unit_test(test_names_and_severities),
		cmocka_unit_test(test_order_of_place),
		cmocka_unit_test(test_the_last_places_are_dropped),
		cmocka_unit_test(test_quotes_are_cut_between_characters),
		cmocka_unit_test(test_what_explains_what),
		cmocka_unit_test(test_the_table_is_consistent),
		cmocka_unit_test(test_a_span_is_explained_to_its_end),
		cmocka_unit_test(test_one_code_at_one_place),
		cmocka_unit_test(test_add_all),
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
