/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "audit/record_index.h"
#include "support/memory_file.h"

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"

static struct record_index *load(const char *text)
{
	struct diag d = { 0 };
	char path[32];
	int fd = memory_file_of_text(text, path);
	struct record_index *index;

	index = record_index_load(path, &d);
	if (index == NULL)
		fail_msg("%s", d.items[0].text);
	close(fd);
	return index;
}

/* The name and number of who is found; "" for nobody. */
static void expect_found(struct record_index *index, const char *name, const char *number,
			 const char *candidate, const char *birth, const char *expected)
{
	static struct record student, found;
	char text[2 * RECORD_TEXT];
	struct record_owners owners;
	bool there;

	memset(&student, 0, sizeof student);
	strcpy(student.name, name);
	strcpy(student.id_number, number);
	strcpy(student.candidate_number, candidate);
	strcpy(student.birth_date, birth);
	there = record_index_find(index, &student, &found, &owners);
	snprintf(text, sizeof text, "%s%s", found.name, found.id_number);
	if (strcmp(text, expected) != 0)
		fail_msg("%s %s %s: %s", name, number, candidate, text);
	assert_int_equal(there, *expected != '\0');
}

static void expect_left(struct record_index *index, const char *expected)
{
	static struct record r;
	size_t at = 0, row, used = 0;
	char text[2 * RECORD_TEXT] = "";

	while (record_index_left(index, &at, &r, &row) != RECORD_LEFT_NONE)
		used += (size_t)snprintf(text + used, sizeof text - used, "%zu:%s ", row, r.name);
	assert_string_equal(text, expected);
}

static void test_ways(void **state)
{
	struct record_index *index =
		load("姓名,身份证号,考生号,出生日期\n张三," ID1 ",26110101010001,\n李四," ID2
		     ",26110101010002,2007-09-02\n王五," ID3 ",,\n");

	(void)state;
	expect_left(index, "2:张三 3:李四 4:王五 ");
	/* by the candidate number, then by the number; where the two are of two students, by the
	 * one whose name it is */
	expect_found(index, "赵六", "110000200709010023", "26110101010001", "", "张三" ID1);
	expect_found(index, "李四", ID2, "26110101010009", "", "李四" ID2);
	expect_found(index, "李三", ID2, "", "", "李四" ID2);
	expect_left(index, "4:王五 ");
	/* by name and birth: as given, or as in the number; found once only */
	expect_found(index, "王五", "", "", "2007-09-02", "");
	expect_found(index, "王五", "110000199809020014", "", "", "");
	expect_found(index, "王五", "", "", "2007-09-01", "王五" ID3);
	expect_found(index, "王五", "110000200709010013", "", "", "");
	expect_left(index, "");
	expect_found(index, "", "", "", "", "");
	expect_found(index, "王五", "1", "", "", "");
	record_index_free(index);
	record_index_free(NULL);
}

/* A day that is given goes before the one in the number. */
static void test_birth_as_given(void **state)
{
	struct record_index *index =
		load("姓名,身份证号,出生日期\n李四," ID2 ",2007-09-02\n李四," ID1 ",\n");

	(void)state;
	expect_found(index, "李四", "110000200709020013", "", "", "李四" ID2);
	expect_found(index, "李四", "110000200709010013", "", "", "李四" ID1);
	record_index_free(index);
}

/* Two of one name and day: neither is found by them. Of one number: one after the other. */
static void test_not_unique(void **state)
{
	struct record_index *index = load("姓名,身份证号\n张三," ID1 "\n张三," ID2 "\n李四," ID3
					  "\n王五," ID3 "\n赵六," ID3 "\n");

	(void)state;
	expect_found(index, "张三", "", "", "2007-09-01", "");
	expect_found(index, "李四", "", "", "2007-09-01", "李四" ID3);
	expect_found(index, "", ID3, "", "", "王五" ID3);
	expect_found(index, "", ID3, "", "", "赵六" ID3);
	expect_found(index, "", ID3, "", "", "赵六" ID3);
	expect_left(index, "2:张三 3:张三 ");
	record_index_free(index);
}

/* Slips in names and numbers that hide nobody, and what is too little to know somebody by. */
static void test_what_is_left(void **state)
{
	static const struct {
		const char *name, *number;
		bool sure; /* without looking for the others */
		const char *found;
	} rows[] = {
		{ "阿依古丽 买买提", "", false, "阿依古丽·买买提" ID1 },
		{ "阿依古丽 买买提", "110000********0014", true, "阿依古丽·买买提" ID1 },
		{ "阿依古丽•买买提", "1100**0014", false, "阿依古丽·买买提" ID1 },
		{ "阿依古丽", "110000********0014", false, "阿依古丽·买买提" ID1 },
		{ "李四", "1.1E+17", false, "李四" ID2 },
		{ "李四", "1.3E+17", false, "李四" ID2 },
		{ "李四", "11000020070901", true, "李四" ID2 },
		{ "李四", "110000070901002", true, "李四" ID2 },
		{ "李四", "11000020070901O022", true, "李四" ID2 },
		{ "李四", "110000********0014", false, "李四" ID2 },
		{ "李四", "1100", false, "李四" ID2 },
		{ "李四", "", false, "李四" ID2 },
		{ "李四", "E12345678", false, "李四" ID2 },
		{ "李四", "110000197509010015", false, "李四" ID2 },
		{ "李肆", "G" ID2, true, "李四" ID2 },
		{ "李*", "1100******0022", false, "李四" ID2 },
		{ "李*", "", false, "" },
		{ "", "11000020******0022", false, "李四" ID2 },
		{ "李肆", "1100******0022", false, "李四" ID2 },
		{ "赵六", "11000020******0022", false, "" },
		{ "赵六", "110000200709010023", false, "李四" ID2 },
		{ "李肆", "", false, "" },
		{ "李肆", "110000197509010015", false, "" },
		{ "王五", ID3, true, "王五" },
		{ "王五", "", false, "王五" },
	};
	static struct record found;
	char text[2 * RECORD_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct record_index *index =
			load("姓名,身份证号\n阿依古丽·买买提," ID1 "\n李四," ID2 "\n王五,\n");
		struct record student = { 0 };
		struct record_owners owners;
		bool sure;

		strcpy(student.name, rows[i].name);
		strcpy(student.id_number, rows[i].number);
		sure = record_index_find(index, &student, &found, &owners);
		if (!sure)
			record_index_guess(index, &student, true, &found, &owners);
		snprintf(text, sizeof text, "%s%s", found.name, found.id_number);
		if (sure != rows[i].sure || strcmp(text, rows[i].found) != 0)
			fail_msg("%s %s: %d %s", rows[i].name, rows[i].number, sure, text);
		record_index_free(index);
	}
}

/* A row's three items of two or three students: two that agree decide, and whose the number is is
 * told. */
static void test_owner(void **state)
{
	static const struct {
		const char *name, *number, *candidate, *found;
		size_t owner;
	} rows[] = {
		{ "张三", ID1, "26110101010001", "张三", 0 },
		{ "张三", ID2, "26110101010001", "张三", 3 },
		{ "李四", ID2, "26110101010001", "李四", 0 },
		{ "李四", ID1, "26110101010001", "张三", 0 },
		{ "王五", ID2, "26110101010001", "王五", 3 },
		{ "张三", ID2, "", "张三", 3 },
		{ "赵六", ID2, "", "李四", 0 },
		{ "张三", "110000200709010023", "", "张三", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct record_index *index =
			load("姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2
			     ",26110101010002\n王五," ID3 ",26110101010003\n");
		struct record student = { 0 }, found;
		struct record_owners owners;

		strcpy(student.name, rows[i].name);
		strcpy(student.id_number, rows[i].number);
		strcpy(student.candidate_number, rows[i].candidate);
		if (!record_index_find(index, &student, &found, &owners))
			record_index_guess(index, &student, true, &found, &owners);
		if (strcmp(found.name, rows[i].found) != 0 || owners.id_number != rows[i].owner)
			fail_msg("%zu: %s %zu", i, found.name, owners.id_number);
		record_index_free(index);
	}
}

/* Rows with a name and nothing else take records of this name, as many as they are. */
static void test_namesakes(void **state)
{
	static const enum record_left left[] = { RECORD_LEFT, RECORD_LEFT_NAMESAKE,
						 RECORD_LEFT_NONE };
	struct record student = { .name = "张 三" }, r;

	(void)state;
	for (size_t rows = 0; rows < 3; rows++) {
		struct record_index *index = load("姓名,身份证号\n张三," ID1 "\n张三," ID2 "\n");
		size_t at = 0, row;

		for (size_t i = 0; i < rows; i++)
			assert_true(record_index_namesake(index, &student, false));
		assert_int_equal(record_index_left(index, &at, &r, &row), left[rows]);
		record_index_free(index);
	}
}

/* One row that may be any of two is not both of them, however many of the name are found. */
static void test_many_namesakes(void **state)
{
	enum { FOUND = 40 };
	char text[64 * (FOUND + 3)] = "姓名,身份证号,考生号\n", *p = text + strlen(text),
				number[32];
	struct record student = { .name = "张三" };
	struct record_index *index;

	(void)state;
	for (int i = 0; i < FOUND + 2; i++)
		p += sprintf(p, "张三,,261101010100%02d\n", i);
	index = load(text);
	for (int i = 0; i < FOUND; i++) {
		sprintf(number, "261101010100%02d", i);
		expect_found(index, "张三", "", number, "", "张三");
	}
	assert_true(record_index_namesake(index, &student, false));
	expect_left(index, "42:张三 43:张三 ");
	record_index_free(index);
}

/* Records without a student are refused, as a roster is: else all were missing from them. */
static void test_nobody(void **state)
{
	static const char *const texts[] = { "姓名,身份证号\n\n", "[]" };
	struct diag d = { 0 };
	char path[32];

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		int fd = memory_file_of_text(texts[i], path);

		assert_null(record_index_load(path, &d));
		assert_int_equal(d.count, i + 1);
		close(fd);
	}
}

/* A look-alike of three bytes stands for a character of four. */
static void test_long_name(void **state)
{
	char text[1024] = "姓名,身份证号\n", name[RECORD_TEXT] = "";
	struct record_index *index;

	(void)state;
	while (strlen(name) + 3 < RECORD_TEXT)
		strcat(name, "⺇");
	sprintf(text + strlen(text), "%s," ID1 "\n", name);
	index = load(text);
	expect_found(index, "李四", ID2, "", "", "");
	sprintf(text, "2:%s ", name);
	expect_left(index, text);
	record_index_free(index);
}

/* A spreadsheet's fill handle: one number for all. As many look-ups as records take no longer than
 * with as many numbers, or this test does not end. */
static void test_all_the_same(void **state)
{
	enum { RECORDS = 200000, LINE = 64 };
	char *text = malloc((size_t)RECORDS * LINE), *p = text;
	struct record_index *index;

	(void)state;
	p += sprintf(p, "姓名,身份证号,考生号\n");
	for (int i = 0; i < RECORDS; i++)
		p += sprintf(p, "张三,%s,26110101010001\n", ID1);
	index = load(text);
	for (int i = 0; i < RECORDS; i++)
		expect_found(index, "张三", ID1, "26110101010001", "", "张三" ID1);
	expect_left(index, "");
	record_index_free(index);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ways),           cmocka_unit_test(test_birth_as_given),
		cmocka_unit_test(test_not_unique),     cmocka_unit_test(test_what_is_left),
		cmocka_unit_test(test_owner),          cmocka_unit_test(test_namesakes),
		cmocka_unit_test(test_many_namesakes), cmocka_unit_test(test_long_name),
		cmocka_unit_test(test_all_the_same),   cmocka_unit_test(test_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
