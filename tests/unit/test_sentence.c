/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/expect_findings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* In no sentence of ours, so that they are found if they are quoted. */
#define IS "㐂"
#define SHOULD "魑"

static struct finding any(enum finding_kind kind)
{
	return (struct finding){ .code = FINDING_NAME_MISMATCH,
				 .kind = kind,
				 .at = 2,
				 .count = 3,
				 .other = 7,
				 .is = IS,
				 .should = SHOULD,
				 .label = "号码。" };
}

/* Every kind of finding, for every reader. */
static void test_every_sentence(void **state)
{
	(void)state;
	for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
		const struct finding f = any((enum finding_kind)kind);
		char sentence[SENTENCE_MAX];

		for (unsigned how = 0; how < 16; how++)
			if (!sentence_sound(sentence_make(&f, how, sentence)))
				fail_msg("%s", sentence);
	}
}

/* A counsellor reads a table: there is no key to press, no field to empty. */
static void test_a_roster_names_no_key(void **state)
{
	static const char *const keys[] = {
		"按 ", "Shift", "输入法", "退格", "清空", "粘贴", "重打"
	};

	(void)state;
	for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
		struct finding f = any((enum finding_kind)kind);
		char sentence[SENTENCE_MAX];

		/* the practice form and its address are in no roster */
		if (kind >= KIND_MOBILE_EMPTY && kind <= KIND_SHOWN_OTHER)
			continue;
		sentence_make(&f, SENTENCE_ROSTER, sentence);
		for (size_t i = 0; i < COUNT(keys); i++)
			if (strstr(sentence, keys[i]) != NULL)
				fail_msg("%s", sentence);
	}
}

/* What a masked sentence still quotes is never a character of a name or a number: a blank, a sign
 * in place of a dot or of an X, the name of a document, or of an address, which is not masked. */
static void test_a_mask_quotes_nothing(void **state)
{
	static const enum finding_kind quoting[] = {
		KIND_BLANK,
		KIND_BLANK_START,
		KIND_BLANK_END,
		KIND_BLANK_BOTH_ENDS,
		KIND_MARKED,
		KIND_COLUMN_BLANKS,
		KIND_COLUMN_YOUNGER, /* the letters of columns */
		KIND_COLUMN_NAMES,
		KIND_BLANK_KEEP_ONE,
		KIND_DOTS_WRONG,
		KIND_INVISIBLE,
		KIND_RECORD_EXTRA,
		KIND_RECORD_LACKS,
		KIND_X_LOOKALIKE,
		KIND_DOT_WRONG,
		KIND_DOT_NEEDLESS,
		KIND_BLANK_OR_DOT,
		KIND_DOT_OR_NOTHING,
		KIND_NAME_MARK,
		KIND_LATIN_MARK,
		KIND_OTHER_DOCUMENT,
		KIND_DOCUMENT_CHANGED,
		KIND_RECORD_DOCUMENT,
		KIND_DOCUMENT_TYPE,
		KIND_DOCUMENT_OF_NUMBER,
		KIND_DOCUMENT_LIKELY,
		KIND_DOCUMENT_NO_COLUMN,
		KIND_DOCUMENT_TYPE_NO_COLUMN,
		KIND_ETHNIC_GROUP,
	};

	(void)state;
	for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
		const struct finding f = any((enum finding_kind)kind);
		char sentence[SENTENCE_MAX];
		bool quotes, may = kind >= KIND_ADDRESS_EMPTY && kind <= KIND_HOST_OTHER;

		for (size_t i = 0; i < COUNT(quoting); i++)
			may = may || quoting[i] == (enum finding_kind)kind;
		sentence_make(&f, SENTENCE_MASKED, sentence);
		quotes = strstr(sentence, IS) != NULL || strstr(sentence, SHOULD) != NULL;
		if (quotes && !may)
			fail_msg("%s", sentence);
		if (quotes && !sentence_quotes(f.kind, SENTENCE_MASKED))
			fail_msg("%s", sentence);
	}
}

/* Symbols and labels are quoted beside a mask, too, if no right character is known. */
static void test_a_mask_quotes_labels(void **state)
{
	static const struct {
		enum finding_kind kind;
		const char *is;
		bool quoted;
	} rows[] = {
		{ KIND_NOT_OF_NUMBER, "-", true },
		{ KIND_NOT_OF_NUMBER, "（）", true },
		{ KIND_NOT_OF_NUMBER, "身份证：", true },
		{ KIND_NOT_OF_NUMBER, "公民身份号码", true },
		{ KIND_NOT_OF_NUMBER, "ID", true },
		{ KIND_NOT_OF_NUMBER, "（本人）", true },
		{ KIND_NOT_OF_NUMBER, "。", true },
		{ KIND_NOT_OF_NUMBER, "李四", false },
		{ KIND_NOT_OF_NUMBER, "LI", false },
		{ KIND_NOT_OF_NUMBER, "号码李", false },
		{ KIND_NAME_CHARACTER, "★", true },
		{ KIND_NAME_CHARACTER, "2601班", true },
		{ KIND_NAME_CHARACTER, "6", false },
		{ KIND_NAME_CHARACTER, "20070901班", false },
		{ KIND_NAME_CHARACTER, "\uE816", false },
	};
	char sentence[SENTENCE_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (unsigned how = SENTENCE_MASKED; how <= (SENTENCE_MASKED | SENTENCE_ROSTER);
		     how += SENTENCE_ROSTER) {
			struct finding f = { .code = FINDING_ID_CHARACTER,
					     .kind = rows[i].kind,
					     .at = 1,
					     .count = 1 };

			finding_quote(rows[i].is, f.is);
			sentence_make(&f, how, sentence);
			if ((strstr(sentence, rows[i].is) != NULL) != rows[i].quoted)
				fail_msg("%s", sentence);
		}
}

/* Whose fault it is, the sentence says as the program does. */
static void test_who_is_blamed(void **state)
{
	static const char *const excuses[] = { "请辅导员更正", "不算填错", "没有；照身份证填" };

	(void)state;
	for (int kind = 0; kind < FINDING_KIND_COUNT; kind++) {
		const struct finding f = any((enum finding_kind)kind);
		bool excused = false;

		for (size_t i = 0; i < COUNT(excuses); i++)
			excused = excused || strstr(says(&f), excuses[i]) != NULL;
		if (excused != finding_blames_record(f.kind))
			fail_msg("%s", says(&f));
	}
}

/* Nobody can delete what a site shows, and who typed the record corrects it alone. */
static void test_by_reader(void **state)
{
	static const struct {
		enum finding_kind kind;
		unsigned how;
		const char *says;
	} rows[] = {
		{ KIND_BLANK_END, 0, "末尾多了“0”，删掉它。" },
		{ KIND_BLANK_END, SENTENCE_SITE, "末尾多了“0”。" },
		{ KIND_CHANGED, SENTENCE_TYPING, "第 2 个字应为“1”，现在是“0”。" },
		{ KIND_CHANGED, SENTENCE_SITE, "第 2 个字应为“1”，网站是“0”。" },
		{ KIND_CHANGED, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "第 2 个字你填的是“1”，网站是“0”。" },
		{ KIND_CHANGED, SENTENCE_SITE | SENTENCE_OWN_RECORD | SENTENCE_MASKED,
		  "第 2 个字与你填的不同。" },
		{ KIND_DAY_NUMBER, SENTENCE_SITE, "按证件号码，应为“1”，网站是“0”。" },
		{ KIND_DAY_NUMBER, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "按你填的号码，是“1”，网站是“0”。" },
		{ KIND_DAY_SWAPPED, SENTENCE_SITE, "月和日互换了，应为“1”。" },
		{ KIND_DAY_SWAPPED, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "月和日互换了，按你填的号码是“1”。" },
		{ KIND_SHOWN_NUMBER, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "网站是“0”，按你填的号码是“1”。" },
		{ KIND_RECORD_EXTRA, SENTENCE_SITE,
		  "高考信息的姓名里多了“1”，不是你填错了，请辅导员更正。" },
		{ KIND_RECORD_EXTRA, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "高考信息的姓名里多了“1”；高考信息是你自己填的，填错了就回去改。" },
		{ KIND_CHANGED, SENTENCE_OWN_RECORD, "第 2 个字先填的是“1”，现在是“0”。" },
		{ KIND_NAME_ORDER, SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "第 2 个字的顺序反了，你填的是“1”。" },
		{ KIND_NAME_OTHER, SENTENCE_SITE | SENTENCE_OWN_RECORD, "和你填的姓名完全不同。" },
		{ KIND_BLANK_END, SENTENCE_OWN_RECORD, "末尾多了“0”，删掉它。" },
		{ KIND_NAME_EMPTY, SENTENCE_SITE, "还没有填姓名，照身份证填。" },
	};
	char sentence[SENTENCE_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct finding f = { .code = FINDING_NAME_MISMATCH,
					   .kind = rows[i].kind,
					   .at = 2,
					   .count = 1,
					   .is = "0",
					   .should = "1" };

		assert_string_equal(sentence_make(&f, rows[i].how, sentence), rows[i].says);
	}
}

/* What the reader typed may be wrong as well: nothing ought to be so, and nobody has registered
 * it. */
static void test_own_record(void **state)
{
	static const char *const claims[] = { "应为", "高考登记" };

	(void)state;
	for (int kind = 0; kind < FINDING_KIND_COUNT; kind++)
		for (unsigned masked = 0; masked <= SENTENCE_MASKED; masked += SENTENCE_MASKED) {
			const unsigned how = SENTENCE_SITE | SENTENCE_OWN_RECORD | masked;
			const struct finding f = any((enum finding_kind)kind);
			char sentence[SENTENCE_MAX];

			sentence_make(&f, how, sentence);
			for (size_t i = 0; i < COUNT(claims); i++)
				if (finding_against_record(&f) &&
				    strstr(sentence, claims[i]) != NULL)
					fail_msg("%s", sentence);
		}
}

/* What the site shows cannot be typed, deleted or looked up there. */
static void test_the_site_names_no_key(void **state)
{
	static const char *const keys[] = { "按 ",  "Shift", "输入法", "退格", "清空",
					    "粘贴", "重打",  "删掉",   "补上" };

	(void)state;
	for (int kind = 0; kind < KIND_CANDIDATE_EMPTY; kind++) {
		struct finding f = any((enum finding_kind)kind);
		char sentence[SENTENCE_MAX];

		sentence_make(&f, SENTENCE_SITE, sentence);
		for (size_t i = 0; i < COUNT(keys); i++)
			if (strstr(sentence, keys[i]) != NULL)
				fail_msg("%s", sentence);
	}
}

/* A place with its unit, and the numbers of a sentence, each where it belongs. */
static void test_numbers(void **state)
{
	static const struct {
		enum finding_code code;
		enum finding_kind kind;
		size_t at, count, other;
		const char *says;
	} rows[] = {
		{ FINDING_NAME_SPACE, KIND_BLANK, 2, 0, 0, "第 2 个字是“0”，删掉它。" },
		{ FINDING_NAME_SPACE, KIND_BLANK, 2, 1, 0, "第 2 个字是“0”，删掉它。" },
		{ FINDING_NAME_SPACE, KIND_BLANK, 2, 2, 0, "第 2、3 个字是“0”，删掉它。" },
		{ FINDING_ID_SPACE, KIND_BLANK, 9, 3, 0, "第 9–11 位是 0，删掉它。" },
		{ FINDING_CANDIDATE, KIND_BLANK, 9, 3, 0, "第 9–11 位是 0，删掉它。" },
		{ FINDING_EMAIL, KIND_BLANK, 9, 3, 0, "第 9–11 个字符是 0，删掉它。" },
		{ FINDING_SHOWN_MISMATCH, KIND_BLANK, 9, 3, 0, "第 9–11 个字是 0，删掉它。" },
		{ FINDING_ID_LENGTH, KIND_TOO_SHORT, 0, 3, 18,
		  "应为 18 位，少了 3 位，从头对一遍。" },
		{ FINDING_ID_LENGTH, KIND_TOO_LONG, 0, 3, 18,
		  "应为 18 位，多了 3 位，从头对一遍。" },
		{ FINDING_ID_MISMATCH, KIND_SCATTERED, 4, 1, 5,
		  "有 5 位不同，先看第 4 位：应为 1，现在是 0。" },
		{ FINDING_ID_MISMATCH, KIND_SWAPPED_FAR, 4, 1, 9,
		  "第 4 位和第 9 位互换了，应为 1 和 0。" },
		{ FINDING_ID_MISMATCH, KIND_MISSING, 4, 1, 5, "第 5 位漏了 1，补上它。" },
		{ FINDING_NAME_MISMATCH, KIND_MISSING_END, 4, 6, 0,
		  "后面还少 6 个字，照证件补全。" },
		{ FINDING_NAME_MISMATCH, KIND_MISSING, 2, 2, 3, "第 3、4 个字漏了“1”，补上它。" },
		{ FINDING_NAME_LONG, KIND_NAME_LONG, 0, 51, 50,
		  "姓名有 51 个字，网站多半只收 50 个；没有多打就照身份证填。" },
		{ FINDING_NAME_INTERPUNCT, KIND_DOT_MISSING, 3, 1, 0,
		  "第 3 个字前少了“·”：试 Shift+2、` 或 [。" },
		{ FINDING_NAME_TRUNCATED, KIND_TRUNCATED, 13, 12, 0,
		  "高考信息里只有前 12 个字，多半没存全，不算填错；查不到再找辅导员。" },
		{ FINDING_CANDIDATE, KIND_CANDIDATE_LENGTH, 0, 13, 14,
		  "考生号通常是 14 位数字，现在是 13 个字符，别和准考证号、学号弄混。" },
		{ FINDING_CANDIDATE, KIND_SCIENTIFIC, 0, 0, 0,
		  "表格软件把考生号存成了科学计数，原来的数字丢了，照原件重打。" },
		{ FINDING_ID_SPREADSHEET, KIND_SCIENTIFIC, 0, 0, 0,
		  "表格软件把号码存成了科学计数，原来的数字丢了，照原件重打。" },
		{ FINDING_ID_AGE, KIND_AGE, 7, 61, 0,
		  "第 7–14 位是出生日期，算来 61 岁；没有错就不用管。" },
		{ FINDING_MOBILE, KIND_MOBILE_COUNTRY, 1, 4, 0,
		  "开头 4 个字符是国家代码，删掉，只留后面 11 位。" },
		{ FINDING_PASSWORD_LENGTH, KIND_PASSWORD_SHORT, 0, 2, 6,
		  "密码至少 6 个字符，还少 2 个。" },
		{ FINDING_PASSWORD_LENGTH, KIND_PASSWORD_LONG, 0, 2, 30,
		  "密码至多 30 个字符，多了 2 个。" },
		{ FINDING_ROSTER_MISSING, KIND_NOT_IN_ROSTER, 0, 0, 12,
		  "高考信息第 12 行的这个人，名册里没有。没有报到的不用管。" },
		{ FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_ROUNDED, 0, 30, 15,
		  "30 个证件号码以 000 结尾，占 15%，平常不到 "
		  "0.1%：表格软件把末三位抹掉了，从原系统重新导出，这一列存成文本。" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct finding f = { .code = rows[i].code,
				     .kind = rows[i].kind,
				     .at = rows[i].at,
				     .count = rows[i].count,
				     .other = rows[i].other,
				     .label =
					     rows[i].kind == KIND_DOT_MISSING ? NULL : "行的这个人",
				     .is = "0",
				     .should = "1" };

		assert_string_equal(says(&f), rows[i].says);
	}
}

/* How characters are named: KIND_NAME_CHARACTER without the code point, KIND_RECORD_WRITTEN with
 * it. */
static void test_characters(void **state)
{
	static const struct {
		const char *is, *plain, *coded;
	} rows[] = {
		{ "7", "“7”", "“7”" },
		{ "O", "字母“O”", "字母“O”" },
		{ "-", "“-”", "“-”" },
		{ "明", "“明”", "“明”（U+660E）" },
		{ "•", "“•”", "“•”（U+2022）" },
		{ " ", "空格", "空格" },
		{ "\t", "制表符", "制表符" },
		{ "\u3000", "全角空格", "全角空格" },
		{ "\u00A0", "不间断空格", "不间断空格" },
		{ "\u2003", "空白", "空白" },
		{ "\u200B", "零宽空格（U+200B）", "零宽空格（U+200B）" },
		{ "\u202E", "看不见的字符（U+202E）", "看不见的字符（U+202E）" },
		{ "\u0301", "附加符号（U+0301）", "附加符号（U+0301）" },
		{ "\uE000", "自造字（U+E000）", "自造字（U+E000）" },
		{ "\uF8FF", "自造字（U+F8FF）", "自造字（U+F8FF）" },
		{ "\U000F0000", "自造字（U+F0000）", "自造字（U+F0000）" },
		{ "\uFFFD", "乱码（U+FFFD）", "乱码（U+FFFD）" },
		{ "\U0003FFFD", "生僻字（U+3FFFD）", "生僻字（U+3FFFD）" },
		{ "\u0378", "无法显示的字符（U+0378）", "无法显示的字符（U+0378）" },
		/* several */
		{ "0914", "“0914”", "“0914”" },
		{ "41X", "“41X”", "“41X”" },
		{ "明明", "“明明”", "“明明”" },
		{ "明\u200B", "“明”", "“明”（U+660E）" },
		{ "\u200B明", "零宽空格（U+200B）", "零宽空格（U+200B）" },
		{ "👨\u200D👩\u200D👧", "表情符号", "表情符号" },
		{ "1\uFE0F\u20E3", "表情符号", "表情符号" },
		{ "", "空的", "空的" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct finding f = any(KIND_NAME_CHARACTER);
		char expected[SENTENCE_MAX], sentence[SENTENCE_MAX];

		f.count = 1;
		strcpy(f.is, rows[i].is);
		snprintf(expected, sizeof expected, "第 2 个字是%s，姓名里不能有，照身份证改。",
			 rows[i].plain);
		assert_string_equal(sentence_make(&f, SENTENCE_TYPING, sentence), expected);
		f.kind = KIND_INVISIBLE;
		snprintf(expected, sizeof expected, "第 2 个字是%s，清空重打，别粘贴。",
			 rows[i].coded);
		assert_string_equal(sentence_make(&f, SENTENCE_TYPING, sentence), expected);
	}
}

/* Words of the guide may be longer than there is space. */
static void test_a_long_label_is_cut_between_characters(void **state)
{
	char label[2 * SENTENCE_MAX], sentence[SENTENCE_MAX];
	struct finding f = any(KIND_ADVICE);

	(void)state;
	f.label = label;
	for (size_t shift = 0; shift < 4; shift++) {
		size_t len;

		memset(label, 'a', shift);
		for (size_t i = shift; i + 5 < sizeof label; i += 4)
			memcpy(label + i, "𬱖", 5);
		len = strlen(sentence_make(&f, SENTENCE_TYPING, sentence));
		assert_int_equal(text_valid_bytes(sentence, len), len);
		assert_true(len > SENTENCE_MAX - 5);
	}
}

static void test_json(void **state)
{
	struct finding f = {
		.code = FINDING_ID_LOWERCASE_X, .kind = KIND_LOWERCASE_X, .at = 18, .count = 1
	};
	char *bytes;
	size_t len;
	FILE *out = open_memstream(&bytes, &len);

	(void)state;
	assert_non_null(out);
	sentence_write_json(&f, SEVERITY_ERROR, SENTENCE_ROSTER, out);
	assert_int_equal(fclose(out), 0);
	assert_string_equal(bytes, "\"field\": \"id_number\", \"code\": \"id.lowercase-x\", "
				   "\"severity\": \"error\", \"at\": 18, "
				   "\"message\": \"第 18 位是小写 x，改成大写 X。\"");
	free(bytes);
}

/* The characters that a sentence names: a run only where it names one. */
static void test_places(void **state)
{
	static const struct {
		struct finding f;
		uint64_t places;
	} rows[] = {
		{ { .kind = KIND_SWAPPED, .at = 17, .count = 2 }, 3 << 16 },
		{ { .kind = KIND_CHANGED, .at = 1, .count = 3 }, 7 },
		{ { .kind = KIND_CHANGED, .at = 2, .count = 1, .places = 0x12 }, 0x12 },
		{ { .kind = KIND_SWAPPED_FAR, .at = 2, .count = 1, .other = 5 }, 0x12 },
		{ { .kind = KIND_NOT_OF_NUMBER, .at = 19, .count = 4 }, 1 << 18 },
		{ { .kind = KIND_BIRTH_DATE, .at = 7, .count = 8 }, 0xFF << 6 },
		{ { .kind = KIND_AGE, .at = 7, .count = 31 }, 1 << 6 },
		{ { .kind = KIND_ROUNDED, .at = 16, .count = 3 }, 7 << 15 },
		{ { .kind = KIND_CHECKSUM, .at = 18, .count = 1 }, 0 },
		{ { .kind = KIND_TOO_SHORT, .count = 2, .other = 18 }, 0 },
		{ { .kind = KIND_CHANGED, .at = 64, .count = 9 }, UINT64_C(1) << 63 },
		{ { .kind = KIND_CHANGED, .at = 65, .count = 1 }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (sentence_places(&rows[i].f) != rows[i].places)
			fail_msg("row %zu: %llx", i,
				 (unsigned long long)sentence_places(&rows[i].f));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_sentence),
		cmocka_unit_test(test_a_roster_names_no_key),
		cmocka_unit_test(test_a_mask_quotes_nothing),
		cmocka_unit_test(test_a_mask_quotes_labels),
		cmocka_unit_test(test_who_is_blamed),
		cmocka_unit_test(test_by_reader),
		cmocka_unit_test(test_own_record),
		cmocka_unit_test(test_the_site_names_no_key),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_a_long_label_is_cut_between_characters),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_places),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
