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
	static const char *const prefixes[] = { "name.",     "id.",       "roster.", "mobile.",
						"sms_code.", "password.", "email.",  "question.",
						"terms.",    "address.",  "login.",  "shown.",
						"candidate." };

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
	findings_add(&f, FINDING_ID_SPACE, SLIP_BLANK, 18, 4);
	findings_add(&f, FINDING_ID_PROVINCE, SLIP_PROVINCE, 1, 2);
	findings_add(&f, FINDING_ID_SEX, SLIP_SEX, 18, 5);
	findings_add(&f, FINDING_ID_LENGTH, SLIP_TOO_LONG, 0, 1);
	findings_add(&f, FINDING_ID_BIRTH_DATE, SLIP_BIRTH_DATE, 7, 3);
	assert_int_equal(f.count, 5);
	for (size_t i = 0; i < f.count; i++)
		assert_int_equal(f.items[i].count, i + 1);
}

static void test_the_last_places_are_dropped(void **state)
{
	struct findings f = { 0 };

	(void)state;
	for (size_t at = 40; at > 0; at--)
		findings_add(&f, FINDING_ID_SPACE, SLIP_BLANK, at, 1)->other = at;
	findings_add(&f, FINDING_ID_SPACE, SLIP_BLANK, 100, 1)->other = 0;
	assert_int_equal(f.count, FINDINGS_MAX);
	for (size_t i = 0; i < f.count; i++) {
		assert_int_equal(f.items[i].at, i + 1);
		assert_int_equal(f.items[i].other, i + 1);
	}
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
		assert_true(len > FINDING_TEXT - 5);
	}
}

static void test_any(void **state)
{
	struct findings f = { 0 };

	(void)state;
	assert_false(findings_any(&f, SEVERITY_NOTE));
	findings_add(&f, FINDING_ID_REGION, SLIP_REGION, 1, 6);
	assert_true(findings_any(&f, SEVERITY_NOTE));
	assert_false(findings_any(&f, SEVERITY_WARNING));
	findings_add(&f, FINDING_ID_AGE, SLIP_AGE, 7, 8);
	assert_true(findings_any(&f, SEVERITY_WARNING));
	assert_false(findings_any(&f, SEVERITY_ERROR));
	findings_add(&f, FINDING_ID_EMPTY, SLIP_ID_EMPTY, 0, 0);
	assert_true(findings_any(&f, SEVERITY_ERROR));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_code_has_its_name),
		cmocka_unit_test(test_names_and_severities),
		cmocka_unit_test(test_order_of_place),
		cmocka_unit_test(test_the_last_places_are_dropped),
		cmocka_unit_test(test_quotes_are_cut_between_characters),
		cmocka_unit_test(test_any),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
