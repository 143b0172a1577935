/* SPDX-License-Identifier: MIT */
/* Damage of a whole column, of the roster or of the records, is reported once; exceptions row by
 * row. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/charset.h"
#include "base/xalloc.h"
#include "rules/resident_id.h"
#include "support/count_text.h"
#include "support/memory_file.h"
#include "support/slow_audit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define ALL "$n,$i,$s,$c"

enum { STUDENTS = 20, OTHERS = 300, MANY = 200 };

/* Writes a student's row. $n: name; $f: family name; $g: the same with another given name; $i: ID
 * number; $h, $l: its first six and last four characters; $s, $o: sex, and the other one; $z, $w: 1
 * and 2 for them; $c: candidate number; $y: without the year; $t: nine digits. */
static void write_row(FILE *out, const char *row, size_t n)
{
	static const char *const families[] = { "李", "王", "张", "刘", "陈",
						"杨", "赵", "黄", "周", "吴" };
	static const char *const given[] = { "明", "芳", "伟", "娜", "敏", "静", "丽", "强" };
	static const char *const sexes[] = { "女", "男" };
	const char *family = families[n % 10], *last = given[n / 10 % 8];
	char id[ID_LENGTH + 1] = "";

	snprintf(id, sizeof id, "1100002007%02zu%02zu%03zu", 1 + n % 9, 1 + n / 9 % 28,
		 (100 + n) % 1000);
	id[ID_LENGTH - 1] = resident_id_check_char(id);
	for (const char *p = row; *p != '\0'; p++) {
		if (*p != '$') {
			fputc(*p, out);
			continue;
		}
		switch (*++p) {
		case 'n':
			fprintf(out, "%s%s%s", family, last, given[n / 80 % 8]);
			break;
		case 'g':
			fprintf(out, "%s%s", family, given[(n / 10 + 1) % 8]);
			break;
		case 'f':
			fputs(family, out);
			break;
		case 'i':
			fputs(id, out);
			break;
		case 'h':
			fprintf(out, "%.6s", id);
			break;
		case 'l':
			fputs(id + 14, out);
			break;
		case 's':
			fputs(sexes[(id[16] - '0') % 2], out);
			break;
		case 'o':
			fputs(sexes[(id[16] - '0' + 1) % 2], out);
			break;
		case 'z':
			fputs((id[16] - '0') % 2 == 1 ? "2" : "1", out);
			break;
		case 'c':
			fprintf(out, "26110101%06zu", 110001 + n);
			break;
		case 'y':
			fprintf(out, "110101%06zu", 110001 + n);
			break;
		case 't':
			fprintf(out, "2601%05zu", 10001 + n);
			break;
		default:
			fail();
		}
	}
	fputc('\n', out);
}

/* A roster of rows, one of them (its index: `odd`) otherwise. */
static char *roster_of(const char *row, const char *odd, size_t first, size_t count)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	fputs("姓名,身份证号,性别,考生号\n", out);
	for (size_t i = 0; i < count; i++)
		write_row(out, i == count / 2 && odd != NULL ? odd : row, first + i);
	fclose(out);
	return text;
}

static char *audited(const char *roster, const char *records, struct audit_options options,
		     int *status)
{
	char path[32], other[32], *text = NULL;
	const char *const rosters[] = { path };
	int fd = memory_file_of_text(roster, path),
	    fd2 = records != NULL ? memory_file_of_text(records, other) : -1;
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	options.rosters = rosters;
	options.roster_count = 1;
	options.against = records != NULL ? other : NULL;
	options.today = (struct date){ 2026, 9, 1 };
	*status = audit_run(&options, out, &interrupted);
	fclose(out);
	close(fd);
	if (fd2 >= 0)
		close(fd2);
	return text;
}

static const struct row {
	const char *what;
	const char *roster, *odd; /* rows for write_row(); odd: row 12, NULL: as the others */
	const char *records;      /* NULL: none */
	const char *lines, *says;
	int status;
} rows[] = {
	{ "curly quotes around every cell", "“$n”,“$i”,“$s”,“$c”", NULL, NULL,
	  "0 name.character 0\n0 id.character 0\n0 candidate.character 0\n",
	  "20 个考生号外面有引号或括号：都删掉，只留考生号。", 1 },
	{ "the same against the records", "“$n”,“$i”,“$s”,“$c”", NULL, ALL,
	  "0 name.character 0\n0 id.character 0\n0 candidate.character 0\n", NULL, 1 },
	{ "around the names", "‘$n’,$i,$s,$c", NULL, NULL, "0 name.character 0\n",
	  "20 个姓名外面有引号或括号", 1 },
	{ "around the names, and a letter in one of them", "“$n”,$i,$s,$c", "“$nx”,$i,$s,$c", NULL,
	  "12 name.character 1\n12 name.character 5\n0 name.character 0\n",
	  "19 个姓名外面有引号或括号", 1 },
	{ "around the numbers, and one number with half of them", "$n,「$i」,$s,$c",
	  "$n,「$i,$s,$c", NULL, "12 id.character 1\n0 id.character 0\n",
	  "19 个号码外面有引号或括号", 1 },
	{ "full-width ones", "＂$n＂,＂$i＂,$s,＂$c＂", NULL, NULL,
	  "0 name.character 0\n0 id.character 0\n0 candidate.character 0\n", NULL, 1 },
	{ "in one row", ALL, "“$n”,“$i”,$s,“$c”", NULL,
	  "12 name.character 1\n12 id.character 1\n12 candidate.character 0\n",
	  "考生号两边的括号或引号是多的，删掉。", 1 },
	{ "around names and numbers of the records", ALL, NULL, "“$n”,“$i”,$s,“$c”",
	  "0 name.character 0\n0 id.character 0\n", "高考信息里 20 个号码多了别的字符，如引号", 1 },
	{ "masked names of the records", ALL, NULL, "$f*,$i,$s,$c", "0 name.placeholder 0\n",
	  "高考信息里 20 个姓名有字被遮住", 0 },
	{ "by a word, one row with another name", ALL, "$g$g,$i,$s,$c", "$f某,$i,$s,$c",
	  "0 name.placeholder 0\n", NULL, 0 },
	{ "by circles, one row with a blank", ALL, "$n ,$i,$s,$c", "$f○○,$i,$s,$c",
	  "12 name.placeholder 2\n12 name.space 4\n0 name.placeholder 0\n", NULL, 1 },
	{ "masked numbers of the records", "$n,$i,$s,", NULL, "$n,$h********$l,$s,",
	  "0 id.masked 0\n", "高考信息里 20 个号码有几位被遮住了，核对不了", 0 },
	{ "both, known by the candidate number", ALL, NULL, "$f*,$h********$l,$s,$c",
	  "0 name.placeholder 0\n0 id.masked 0\n", NULL, 0 },
	{ "masked names and numbers of the roster", "$f*,$h********$l,$s,$c", NULL, NULL,
	  "0 name.masked 0\n0 id.masked 0\n", "20 个姓名被遮住了，核对不了：换成没有遮住的", 0 },
	{ "one masked", ALL, "$f*,$i,$s,$c", NULL, "12 name.masked 2\n", NULL, 0 },
	{ "cut names of the records", ALL, NULL, "$f,$i,$s,$c", "0 name.truncated 0\n",
	  "高考信息里 20 个姓名多半没存全", 0 },
	{ "names in letters", ALL, NULL, "Li Ming,$i,$s,$c", "0 name.mismatch 0\n",
	  "20 人的姓名和高考信息里的不是一种文字", 1 },
	{ "records without names", ALL, NULL, ",$i,$s,$c", "0 roster.unread 0\n",
	  "高考信息里 20 人没有姓名，没有比对", 0 },
	{ "other numbers of nine digits in place of the candidate numbers", "$n,$i,$s,$t", NULL,
	  NULL, "0 candidate.format 0\n", "20 个考生号都是 9 位数字，像是准考证号或学号", 0 },
	{ "the same against the records", "$n,$i,$s,$t", NULL, ALL, "0 candidate.mismatch 0\n",
	  "20 个考生号都是 9 位数字，与高考信息不同，像是准考证号或学号：换成 14 位的考生号。", 1 },
	{ "without the year", "$n,$i,$s,$y", NULL, NULL, "0 candidate.format 0\n",
	  "20 个考生号都是 12 位数字，像是少了开头的两位年份", 0 },
	{ "the same against the records", "$n,$i,$s,$y", NULL, ALL, "0 candidate.mismatch 0\n",
	  "像是少了开头的两位年份", 1 },
	{ "other numbers in the records", ALL, NULL, "$n,$i,$s,$t", "0 candidate.mismatch 0\n",
	  "20 人的考生号与高考信息不同：多半有一边错了行", 1 },
	{ "one other candidate number", ALL, "$n,$i,$s,26110101999999", ALL,
	  "12 candidate.mismatch 0\n", NULL, 1 },
	{ "ID numbers in place of the candidate numbers", "$n,$i,$s,$i", NULL, NULL,
	  "0 candidate.character 0\n", "20 个考生号其实是身份证号", 1 },
	{ "the sexes of the records exchanged", ALL, NULL, "$n,$i,$o,$c", "0 id.sex 0\n",
	  "高考信息里 20 人的性别和号码第 17 位对不上：多半是男女写反了", 1 },
	{ "by codes", ALL, NULL, "$n,$i,$z,$c", "0 id.sex 0\n", NULL, 1 },
};

/* The JSON lines, the text by kind and the text by student count the same. */
static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		char *roster = roster_of(r->roster, r->odd, 0, STUDENTS);
		char *records =
			r->records != NULL ? roster_of(r->records, NULL, 0, STUDENTS) : NULL;
		int status;
		char *json =
			audited(roster, records, (struct audit_options){ .json = true }, &status);
		char *lines = slow_audit_lines(json);
		char *total = xasprintf("\n  问题      %10zu（", count_text(lines, "\n"));

		if (strcmp(lines, r->lines) != 0)
			fail_msg("%s:\n%s", r->what, lines);
		assert_int_equal(status, r->status);
		for (int by_student = 0; by_student < 2; by_student++) {
			char *text = audited(roster, records,
					     (struct audit_options){ .by_student = by_student },
					     &status);

			if (strstr(text, total) == NULL ||
			    (r->says != NULL && count_text(text, r->says) != 1))
				fail_msg("%s:\n%s", r->what, text);
			assert_int_equal(status, r->status);
			free(text);
		}
		free(total);
		free(lines);
		free(json);
		free(records);
		free(roster);
	}
}

/* Records of other students: reported once, and not of each record; with a few of the same students
 * the same, with more of them one by one. */
static void test_strangers(void **state)
{
	static const struct {
		size_t students, first, records; /* the records are those from `first` on */
		size_t missing;                  /* findings */
		const char *says;
	} cases[] = {
		{ 20, OTHERS, 20, 1, "名册里有 20 人高考信息里没有，多半不是同一批学生" },
		{ 20, OTHERS, 3, 1, "名册里有 20 人高考信息里没有" },
		{ MANY, OTHERS, MANY, 1, "名册里有 200 人高考信息里没有" },
		{ 20, 18, 20, 1, "名册里有 18 人高考信息里没有" },
		{ 20, 17, 3, 17, "第 18 行" },
		{ 9, OTHERS, 3, 12, "高考信息里没有这个人" },
		/* the first 70 have none */
		{ MANY, 70, MANY - 70, 70, "第 71 行" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		char *roster = roster_of(ALL, NULL, 0, cases[i].students);
		char *records = roster_of(ALL, NULL, cases[i].first, cases[i].records);
		int status;
		char *json =
			audited(roster, records, (struct audit_options){ .json = true }, &status);
		char *text =
			audited(roster, records, (struct audit_options){ .all = true }, &status);

		if (count_text(json, "\"roster.missing\"") != cases[i].missing ||
		    strstr(text, cases[i].says) == NULL)
			fail_msg("%zu:\n%s", i, text);
		assert_int_equal(status, 1);
		free(text);
		free(json);
		free(records);
		free(roster);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_strangers),
	};

	charset_choose();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
