/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <iconv.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/records.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define HEADER "姓名,身份证号,考生号,性别,出生日期\n"

enum { SIZE = 8192 };

static char path[] = "/tmp/xueji-records-XXXXXX";

static int make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	if (fd >= 0)
		close(fd);
	return fd >= 0 ? 0 : -1;
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

static void put(const char *bytes, size_t len)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static void put_gb18030(const char *text)
{
	char bytes[SIZE], *from = (char *)(uintptr_t)text, *to = bytes;
	size_t left = strlen(text), space = sizeof bytes;
	iconv_t cd = iconv_open("GB18030", "UTF-8");

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &from, &left, &to, &space), 0);
	iconv_close(cd);
	put(bytes, sizeof bytes - space);
}

/* Records as text: `row:name number candidate sex birth;`, what is not given as -. */
static void show(char out[SIZE])
{
	struct diag d = { 0 };
	struct records *rs = records_open(path, &d);
	struct record r;
	size_t row, used = 0;

	*out = '\0';
	if (rs == NULL)
		fail_msg("%s", d.items[0].text);
	while (records_next(rs, &r, &row, &d)) {
		const char *members[] = { r.name, r.id_number, r.candidate_number, r.sex,
					  r.birth_date };

		used += (size_t)snprintf(out + used, SIZE - used, "%zu:", row);
		for (size_t i = 0; i < COUNT(members); i++)
			used += (size_t)snprintf(out + used, SIZE - used, "%s%s", i > 0 ? " " : "",
						 *members[i] != '\0' ? members[i] : "-");
		used += (size_t)snprintf(out + used, SIZE - used, ";");
		assert_true(used < SIZE);
	}
	assert_false(records_failed(rs));
	assert_false(records_next(rs, &r, &row, &d));
	assert_int_equal(d.count, 0);
	records_close(rs);
}

static void expect(const char *text, const char *expected)
{
	char shown[SIZE];

	show(shown);
	if (strcmp(shown, expected) != 0)
		fail_msg("%s: %s, not %s", text, shown, expected);
}

static void test_rosters(void **state)
{
	static const struct {
		const char *text, *records;
	} rows[] = {
		{ HEADER "李明," ID1 ",26110101110001,男,20070901\n",
		  "2:李明 " ID1 " 26110101110001 男 2007-09-01;" },
		{ HEADER "李明,'" ID1 ",=\"26110101110001\",1,'2007/9/1\n"
			 "张三, " ID2 "\t,２６１１０１０１１１０００２,Ｆ,2007年9月1日\n",
		  "2:李明 " ID1 " 26110101110001 男 2007-09-01;"
		  "3:张三 " ID2 " 26110101110002 女 2007-09-01;" },
		{ HEADER "李明," ID1 ",26110101110001.0,男,2007\n王芳," ID2
			 ",\"26,110,101,110,002\",女,\n",
		  "2:李明 " ID1 " 26110101110001 男 2007;3:王芳 " ID2 " 26110101110002 女 -;" },
		/* what says nothing is not given; name and number stay as they are */
		{ HEADER "李 明,1.1E+17,2.61E+13,未知,不详\n", "2:李 明 1.1E+17 - - -;" },
		{ "2026 级新生\n\n姓名;身份证号;出生年月\n李明;" ID1 ";39326\n",
		  "4:李明 " ID1 " - - 2007-09-01;" },
		{ "姓名,身份证号,班级\n,,一班\n,1100,一班\n,30,一班\n", "3:- 1100 - - -;" },
		{ "姓名,身份证号\n", "" },
		{ "姓名,身份证号\n阿依古丽·买买提,\n𬱖䶮𬘭," ID1 "\n",
		  "2:阿依古丽·买买提 - - - -;3:𬱖䶮𬘭 " ID1 " - - -;" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		put(rows[i].text, strlen(rows[i].text));
		expect(rows[i].text, rows[i].records);
		put_gb18030(rows[i].text);
		expect(rows[i].text, rows[i].records);
	}
}

/* A name that does not fit is cut at a whole character. */
static void test_long_name(void **state)
{
	char text[1024] = HEADER, shown[SIZE];

	(void)state;
	for (size_t i = 0; i < 100; i++)
		strcat(text, "汉");
	strcat(text, "," ID1 "\n");
	put_gb18030(text);
	show(shown);
	assert_int_equal(strspn(shown, "2:汉"), 2 + 85 * strlen("汉"));
}

static void test_lists(void **state)
{
	static const struct {
		const char *text, *records;
	} rows[] = {
		{ "[]", "" },
		{ "{\"name\":\"李明\",\"id_number\":\"" ID1 "\",\"sex\":\"男\"}",
		  "1:李明 " ID1 " - 男 -;" },
		{ "\xEF\xBB\xBF \r\n\t[{\"name\":\"李明\",\"id_number\":\"" ID1 "\"},\n"
		  "{\"name\":\"张三\",\"id_number\":\"" ID2
		  "\",\"candidate_number\":\"26\",\"birth_date\":\"2007-09-01\"}]",
		  "1:李明 " ID1 " - - -;2:张三 " ID2 " 26 - 2007-09-01;" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		put(rows[i].text, strlen(rows[i].text));
		expect(rows[i].text, rows[i].records);
	}
}

/* A problem ends it, and no part of the record with it is given out. */
static void test_failures(void **state)
{
	static const struct {
		const char *text, *says;
		size_t records, line, column; /* records before it */
	} rows[] = {
		{ "[{\"name\":\"李明\",\"id_number\":\"1\"},\n{\"name\":\"张三\"},"
		  "{\"name\":\"甲\",\"id_number\":\"2\"}]",
		  "少了“id_number”", 1, 2, 1 },
		{ "[1]", "应为对象", 0, 1, 2 },
		{ "[{\"name\":\"李明\",\"id_number\":\"1\",\"sex\":\"M\"}]", "“sex”应为", 0, 1,
		  37 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static const struct record empty;
		struct diag d = { 0 };
		struct records *rs;
		struct record r;
		size_t records = 0;

		put(rows[i].text, strlen(rows[i].text));
		rs = records_open(path, &d);
		assert_non_null(rs);
		while (records_next(rs, &r, NULL, &d))
			records++;
		assert_true(records_failed(rs));
		assert_memory_equal(&r, &empty, sizeof r);
		assert_false(records_next(rs, &r, NULL, &d));
		assert_true(records_failed(rs));
		assert_int_equal(records, rows[i].records);
		assert_int_equal(d.count, 1);
		assert_non_null(strstr(d.items[0].text, rows[i].says));
		assert_int_equal(d.items[0].line, rows[i].line);
		assert_int_equal(d.items[0].column, rows[i].column);
		records_close(rs);
	}
}

static void test_not_opened(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "", "文件是空的" },
		{ "[1", "" },
		{ "姓名,班级\n李明,一班\n", "没有证件号码" },
		{ "PK\x03\x04 xl/", "Excel 工作簿" },
	};
	struct diag d = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		d = (struct diag){ 0 };
		put(rows[i].text, strlen(rows[i].text));
		assert_null(records_open(path, &d));
		assert_int_equal(d.count, 1);
		assert_string_equal(d.file, path);
		assert_non_null(strstr(d.items[0].text, rows[i].says));
	}
	d = (struct diag){ 0 };
	assert_null(records_open("/nowhere/roster.csv", &d));
	assert_int_equal(d.count, 1);
	records_close(NULL);
}

/* A long list of what is no record is refused at its first element, without building the others. */
static void test_memory_of_lists(void **state)
{
	enum { COUNT_OF_ONES = 1000000, SIZE_OF_ALL = 2 * COUNT_OF_ONES + 1 };
	char *bytes = malloc(SIZE_OF_ALL);
	struct diag d = { 0 };
	struct mallinfo2 before, after;
	struct records *rs;
	struct record r;

	(void)state;
	assert_non_null(bytes);
	for (size_t i = 0; i < COUNT_OF_ONES; i++)
		memcpy(bytes + 2 * i, i == 0 ? "[1" : ",1", 2);
	bytes[SIZE_OF_ALL - 1] = ']';
	put(bytes, SIZE_OF_ALL);
	free(bytes);
	before = mallinfo2();
	rs = records_open(path, &d);
	assert_non_null(rs);
	assert_false(records_next(rs, &r, NULL, &d));
	after = mallinfo2();
	assert_true(after.uordblks + after.hblkhd <=
		    before.uordblks + before.hblkhd + SIZE_OF_ALL + 100000);
	assert_true(records_failed(rs));
	assert_int_equal(d.count, 1);
	assert_int_equal(d.items[0].line, 1);
	assert_int_equal(d.items[0].column, 2);
	assert_non_null(strstr(d.items[0].text, "应为对象"));
	records_close(rs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory_of_lists), cmocka_unit_test(test_rosters),
		cmocka_unit_test(test_long_name),       cmocka_unit_test(test_lists),
		cmocka_unit_test(test_failures),        cmocka_unit_test(test_not_opened),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
