/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/text.h"
#include "roster/roster.h"
#include "rules/person_name.h"
#include "support/next_student.h"
#include "table/number_cell.h"

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define MALE "110000200709010030"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { TEXT = 256 * 1024, KEYS = 4 };

static struct roster *open_bytes(const char *bytes, size_t len)
{
	struct diag d = { 0 };
	int fd = memfd_create("roster", 0);
	struct roster *r;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	r = roster_open_fd(fd, NULL, &d);
	if (r == NULL)
		fail_msg("%s", d.items[0].text);
	return r; /* fd is left to the end of the test */
}

static struct row_keys keys_of(const struct roster_row *row)
{
	return row_keys(row->row, row->fields[ROSTER_NAME],
			number_cell_bare(row->fields[ROSTER_ID_NUMBER]),
			number_cell_bare(row->fields[ROSTER_CANDIDATE_NUMBER]));
}

/* Writes text to out[size]. Returns its bytes, 0 if the encoding has no such character. iconv()
 * adds the space to the pointer, which wraps round near the top of 32 bits if less is there than
 * said. */
static size_t encode(const char *text, const char *encoding, char *out, size_t size)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	char *from = (char *)(uintptr_t)text, *to = out;
	size_t left = strlen(text), space = size;
	bool good;

	assert_true(cd != (iconv_t)-1);
	good = iconv(cd, &from, &left, &to, &space) == 0;
	iconv_close(cd);
	return good ? (size_t)(to - out) : 0;
}

/* The rows that take the fast path, in both encodings. */
static void expect_passed_if(const char *text, size_t rows, bool pass)
{
	static const char *const encodings[] = { "UTF-8", "GB18030" };
	static char bytes[TEXT];

	for (size_t i = 0; i < 2; i++) {
		struct fast_path g = { .births = fast_path_births((struct date){ 2026, 9, 1 }),
				       .pass = { false, pass, pass },
				       .max = SIZE_MAX };
		struct roster *r = open_bytes(bytes, encode(text, encodings[i], bytes, TEXT));

		assert_int_equal(roster_next_row(r, NULL)->kind, ROW_TITLE);
		roster_skip_valid(r, &g);
		if (g.rows != rows)
			fail_msg("%zu rows, not %zu: %s", g.rows, rows, text);
		roster_close(r);
	}
}

static void expect_passed(const char *text, size_t rows)
{
	expect_passed_if(text, rows, false);
}

static void test_passed(void **state)
{
	(void)state;
	/* up to the end of what is in memory with its line end, whatever the signs */
	expect_passed("姓名,身份证号\n张三," ID1 "\n李小四," ID2 "\n", 2);
	expect_passed("姓名;身份证号\n张三;" ID1 "\n李小四;" ID2 "\n", 2);
	expect_passed("姓名\t身份证号\n张三\t" ID1 "\n李小四\t" ID2 "\n", 2);
	expect_passed("身份证号,班级,姓名\r\n" ID1 ",一班,张三\r\n" ID2 ",二班,欧阳娜娜\r\n", 2);
	expect_passed("姓名;学院;身份证号;班级\n张三;(文);" ID1 ";3\n阿布·买买提;;" ID2 ";\n", 2);
	expect_passed("姓名;学院;身份证号;班级\n张三;文;" ID1 ";3-1\n阿布·买买提;;" ID2 ";\n", 2);
	expect_passed("姓名,身份证号,性别,出生日期,证件类型,考生号\n"
		      "张三," ID1 ",男,2007-09-01,居民身份证,26110101010001\n"
		      "李四," ID2 ",女,20070901,居民身份证,26110101010002\n"
		      "王五," ID2 ",女,2007/09/01,居民身份证,26110101010003\n",
		      3);
	/* every cell of a row in quotes */
	expect_passed("姓名,身份证号\n\"张三\",\"" ID1 "\"\n\"李小四\",\"" ID2 "\"\r\n", 2);
	expect_passed("姓名;性别;身份证号;班级\n\"张三\";\"女\";\"" ID2 "\";\"3-1\"\n", 1);
	expect_passed("姓名,性别,身份证号\n\"张三\",\"男\",\"" ID2 "\"\n", 0);
	expect_passed("姓名,身份证号\n\"张三\",\"" ID1 "\"\n李小四," ID2 "\n", 2);
	expect_passed("姓名,身份证号,班级\n\"张三\",\"" ID1 "\",\"一班\"\n", 1);
	expect_passed("姓名,身份证号,班级\n\"张三\",\"" ID1 "\",\"一,班\"\n", 1);
	expect_passed("姓名,身份证号,班级\n\"张三\",\"" ID1 "\",一班\n", 1);
	expect_passed("姓名,身份证号,班级\n\"张三\",\"" ID1 "\",\"一\"\"班\"\n", 0);
	expect_passed("姓名,身份证号,班级\n\"张三\",\"" ID1 "\",\"\"\n", 1);
	expect_passed("姓名,身份证号\n\"张三\",\"" ID1 "\n", 0);
	expect_passed("姓名,身份证号\n\"张三\",\"" ID1 "\"x\n", 0);
	expect_passed("姓名,身份证号\n\"张三\" ,\"" ID1 "\"\n", 0);
	expect_passed("姓名,身份证号\n\"张三\",\"" ID1 "\",\"\"\n", 1);
	/* some cells in quotes, blanks, an apostrophe, more empty cells, blank rows */
	expect_passed("姓名,身份证号\n张三,\"" ID1 "\"\n\"李小四\"," ID2 "\n", 2);
	expect_passed_if("姓名,身份证号\n张三, " ID1 "\n李小四,\t" ID2 " \n", 2, true);
	expect_passed_if("姓名,身份证号\n张三,'" ID1 "\n李小四,\"\t" ID2 "\"\n", 2, true);
	expect_passed("姓名,身份证号\n张三, " ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张三,'" ID1 "\n", 0);
	expect_passed_if("姓名,身份证号\n张三,=\"" ID1 "\"\n李小四,'" ID2 "'\n", 2, true);
	expect_passed("姓名,身份证号\n张三," ID1 ",\n李小四," ID2 ",,\"\",\r\n", 2);
	expect_passed("姓名,身份证号\n张三," ID1 "\n\n\r\n,,,\n李小四," ID2 "\n\n", 2);
	expect_passed("身份证号,备注,姓名\n" ID1 ",\"转专业，见附件,已签\",张三\n", 1);
	expect_passed("身份证号,备注,姓名\n" ID1 ",2 班\t(文 科),张三\n" ID2 ",\"\",李四\n", 2);
	expect_passed_if("姓名\t身份证号\n\"张三\"\t " ID1 " \n\n李四\t\"" ID2 "\"\t\n", 2, true);
	/* rare characters */
	expect_passed("姓名,身份证号\n王喆," ID1 "\n镕·喆镕," ID2 "\n", 2);
	/* what the rules must see */
	expect_passed("姓名,身份证号\n张三," ID1 "\n张三," ID2, 1);
	expect_passed("姓名,身份证号\n张三," ID1 "\r张三," ID2 "\r", 0);
	expect_passed("姓名,身份证号\n张三," ID1 ",  \n", 0);
	expect_passed("姓名,身份证号\n张三," ID1 ",一班\n", 0);
	expect_passed("姓名,身份证号\n张三, \"" ID1 "\"\n", 0);
	expect_passed("姓名,身份证号\n张三,\"" ID1 "\n\"\n", 0);
	expect_passed("姓名,身份证号\n 张三," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n'张三," ID1 "\n", 0);
	expect_passed("姓名,身份证号,班级\n张三\n", 0);
	expect_passed("姓名,身份证号\n张," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张·," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n·张三," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张··三," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张 三," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张三a," ID1 "\n", 0);
	expect_passed("姓名,身份证号\n张三,110000200709010013\n", 0);
	expect_passed("姓名,身份证号\n张三," ID1 "1\n", 0);
	expect_passed("姓名,身份证号,性别\n张三," ID1 ",女\n", 0);
	expect_passed("姓名,身份证号,性别\n张三," ID1 ",\n", 0);
	expect_passed("姓名,身份证号,出生日期\n张三," ID1 ",2007-09-02\n", 0);
	expect_passed("姓名,身份证号,出生日期\n张三," ID1 ",2007-0901\n", 0);
	expect_passed("姓名,身份证号,证件类型\n张三," ID1 ",护照\n", 0);
	expect_passed("姓名,身份证号,考生号\n张三," ID1 ",2611010101001\n", 0);
	expect_passed("姓名,身份证号,考生号\n张三," ID1 ",26990101010001\n", 0);
}

/* In how many places of names of two to six a character is passed over; the rules find nothing
 * there. */
static size_t places_passed(const char *character, enum encoding encoding)
{
	size_t passed = 0;

	for (size_t length = 2; length <= 6; length++) {
		for (size_t place = 0; place < length; place++) {
			char name[64] = "", bytes[64] = { 0 };
			struct findings f = { 0 };
			size_t len;

			for (size_t i = 0; i < length; i++)
				strcat(name, i == place ? character : "三");
			len = encode(name, encoding_name(encoding), bytes, sizeof bytes);
			if (len == 0 ||
			    !row_fields_name_valid(encoding, (struct slice){ bytes, len }))
				continue;
			passed++;
			person_name_check(name, &f);
			if (f.count > 0)
				fail_msg("%s is passed over", name);
		}
	}
	return passed;
}

/* Nothing is passed over that the name's rules would find fault with: each character of the
 * plane. */
static void test_every_character(void **state)
{
	static const enum encoding encodings[] = { ENCODING_UTF8, ENCODING_GB18030 };

	(void)state;
	for (size_t e = 0; e < 2; e++) {
		size_t plain = 0, some = 0;

		for (uint32_t cp = 0x80; cp < 0x10000; cp++) {
			char name[8] = { (char)(0xE0 | cp >> 12), (char)(0x80 | (cp >> 6 & 0x3F)),
					 (char)(0x80 | (cp & 0x3F)) };
			size_t passed;

			if (cp < 0x800 || (cp >= 0xD800 && cp < 0xE000))
				continue;
			passed = places_passed(name, encodings[e]);
			plain += passed == 2 + 3 + 4 + 5 + 6;
			some += passed > 0;
		}
		/* but for 109 that words for no name, or masked names, have as their first or
		 * last */
		assert_int_equal(some, e == 0 ? 0x9FFF - 0x4E00 + 1 + 0x4DBF - 0x3400 + 1
					      : 6763 + 32 * 190 + 83 * 96);
		assert_int_equal(some - plain, 109);
	}
}

/* The same for the planes behind it: rare characters. */
static void test_every_rare_character(void **state)
{
	char text[64];
	size_t passed = 0;

	(void)state;
	for (uint32_t cp = 0x10000; cp < 0x110000; cp++) {
		struct findings f = { 0 };

		memset(text, 0, sizeof text);
		strcpy(text + text_encode(cp, text), "三");
		if (!row_fields_name_valid(ENCODING_UTF8, (struct slice){ text, strlen(text) }))
			continue;
		passed++;
		person_name_check(text, &f);
		if (f.count > 0)
			fail_msg("%s is passed over", text);
	}
	assert_int_equal(passed, 2 * 0xF000);
}

/* The words of the name's rules, and what is like them. */
static void test_words(void **state)
{
	static const char *const words[] = {
#define NAME_WORD(word) word,
#include "rules/name_words.def"
#undef NAME_WORD
		"无",          "暂无",     "没有",     "空",         "空白",       "未知",
		"不详",        "不明",     "待补",     "待补充",     "待定",       "待填",
		"暂缺",        "缺失",     "未填",     "未填写",     "未提供",     "暂未提供",
		"汉族",        "维吾尔族", "白族",     "土家族",     "俄罗斯族",   "柯尔克孜族",
		"待查",        "待核",     "待核对",   "待确认",     "乌孜别克族", "王同学",
		"王女士",      "李先生",   "李明先生", "信息学院",   "工程专业",   "北京大学",
		"欧阳同学",    "张某",     "张某某",   "张某强",     "欧阳某",     "欧阳某某",
		"阿某·买买提", "学生李明", "姓名李明", "李小明同学", "锟斤拷",     "斤拷锟斤",
		"烫烫烫",      "屯屯屯",
	};
	static const enum encoding encodings[] = { ENCODING_UTF8, ENCODING_GB18030 };

	(void)state;
	for (size_t e = 0; e < 2; e++) {
		for (size_t i = 0; i < COUNT(words); i++) {
			char bytes[64] = { 0 };
			struct findings f = { 0 };
			size_t len =
				encode(words[i], encoding_name(encodings[e]), bytes, sizeof bytes);

			person_name_check(words[i], &f);
			assert_int_equal(f.count, 1);
			if (row_fields_name_valid(encodings[e], (struct slice){ bytes, len }))
				fail_msg("%s is passed over", words[i]);
		}
	}
}

/* A row has the same keys on the fast path and by the rules. */
static void test_keys(void **state)
{
	static const char text[] = "姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n"
				   "李四·王," ID2 ",26650101010002\n";
	struct row_keys keys[KEYS];
	struct fast_path g = { .births = fast_path_births((struct date){ 2026, 9, 1 }),
			       .keys = keys,
			       .max = KEYS };
	struct roster *glanced = open_bytes(text, strlen(text));
	struct roster *ruled = open_bytes(text, strlen(text));
	const struct roster_row *row;
	size_t i = 0;

	(void)state;
	assert_int_equal(roster_next_row(glanced, NULL)->kind, ROW_TITLE);
	roster_skip_valid(glanced, &g);
	assert_int_equal(g.count, 2);
	assert_int_equal(g.rows, 2);
	for (; (row = next_student(ruled, NULL)) != NULL; i++) {
		struct row_keys p = keys_of(row);

		assert_true(p.number == keys[i].number && p.candidate == keys[i].candidate);
		assert_true(p.name == keys[i].name && p.row == keys[i].row);
	}
	assert_int_equal(i, 2);
	assert_null(next_student(glanced, NULL));
	roster_close(glanced);
	roster_close(ruled);
}

/* Keys are equal where the numbers are; none for what can be no number. */
static void test_other_keys(void **state)
{
	static const char *const numbers[] = { "E12345678",
					       "E12345679",
					       "e1234567",
					       "110000700901001",
					       "110000700901002",
					       "0110000700901001",
					       "11000070090100",
					       "1",
					       "01",
					       ID1,
					       "11000020070901001X" };
	static const char *const none[] = { "", "张三", "E123-5678", "E1234567890123", "1 2" };
	enum { NUMBERS = sizeof numbers / sizeof numbers[0] };
	uint64_t keys[NUMBERS];

	(void)state;
	for (size_t i = 0; i < NUMBERS; i++) {
		struct roster_row row = { .fields[ROSTER_ID_NUMBER] = { numbers[i],
									strlen(numbers[i]) } };

		keys[i] = keys_of(&row).number;
		assert_true(keys[i] != 0);
		for (size_t j = 0; j < i; j++)
			assert_true(keys[j] != keys[i]);
	}
	for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
		struct roster_row row = { .fields[ROSTER_ID_NUMBER] = { none[i],
									strlen(none[i]) } };

		assert_true(keys_of(&row).number == 0);
	}
	assert_true(
		keys_of(&(struct roster_row){ .fields[ROSTER_ID_NUMBER] = { " e12345678\t", 11 } })
			.number == keys[0]);
	assert_true(keys_of(&(struct roster_row){
				    .fields[ROSTER_ID_NUMBER] = { "11000020070901001x", 18 } })
			    .number == keys[NUMBERS - 1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_passed),
		cmocka_unit_test(test_every_character),
		cmocka_unit_test(test_every_rare_character),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_other_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
