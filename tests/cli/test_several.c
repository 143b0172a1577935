/* SPDX-License-Identifier: MIT */
/* Several rosters at once: who is in two of them, who is in none, and the totals. */
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
#include "support/memory_file.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"
#define H "姓名,身份证号\n"
#define HS "姓名,身份证号,性别\n"
#define HC "姓名,身份证号,考生号\n"

enum { ROSTERS = 3 };

static void write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* What the audit of the rosters, a.csv and so on, writes; owned by the caller. */
static char *audited(const char *const rosters[ROSTERS], const char *records,
		     struct audit_options options, int *status)
{
	static const char *const paths[ROSTERS] = { "a.csv", "b.csv", "c.csv" };
	char folder[] = "/tmp/xueji-several-XXXXXX", *text = NULL, *before = getcwd(NULL, 0);
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	options.rosters = paths;
	while (options.roster_count < ROSTERS && rosters[options.roster_count] != NULL) {
		write_file(paths[options.roster_count], rosters[options.roster_count]);
		options.roster_count++;
	}
	if (records != NULL) {
		write_file("records.csv", records);
		options.against = "records.csv";
	}
	options.today = (struct date){ 2026, 9, 1 };
	*status = audit_run(&options, out, &interrupted);
	fclose(out);
	for (size_t i = 0; i < options.roster_count; i++)
		unlink(paths[i]);
	unlink("records.csv");
	assert_int_equal(chdir(before), 0);
	assert_int_equal(rmdir(folder), 0);
	free(before);
	return text;
}

/* A line `file row code` for each finding. */
static char *lines_of(const char *json)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	for (const char *end; (end = strchr(json, '\n')) != NULL; json = end + 1) {
		char file[32] = "-", code[64];
		const char *at = json;
		size_t row;

		if (sscanf(json, "{\"file\": \"%31[^\"]\"", file) == 1)
			at = strstr(json, ", ") + 1;
		if (sscanf(at, "%*[ {]\"row\": %zu, \"field\": \"%*[^\"]\", \"code\": \"%63[^\"]\"",
			   &row, code) == 2)
			fprintf(out, "%s %zu %s\n", file, row, code);
	}
	fclose(out);
	return text;
}

static const struct row {
	const char *what, *rosters[ROSTERS], *records, *lines;
	const char *total, *report; /* parts of the total's object, and of the text */
} rows[] = {
	{ "each record is in one of the rosters",
	  { H "李明," ID1 "\n", H "王芳," ID2 "\n赵六," ID3 "\n" },
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n合计,3\n",
	  "",
	  "{\"total\": {\"files\": 2, \"unreadable_files\": 0, \"rows\": 3, \"skipped\": 0, "
	  "\"clean\": 3, "
	  "\"errors\": 0, ",
	  "\n2 份名册合起来：\n高考信息 records.csv：3 人，UTF-8，逗号分隔，表头在第 1 行\n"
	  "姓名=A 列，身份证号=B 列\n跳过 1 行：合计（第 5 行）\n\n  学生               3\n"
	  "  与高考一致         3     100%\n" },
	{ "who is in none of them is reported once, at the end",
	  { H "李明," ID1 "\n", H "赵六," ID3 "\n" },
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  "- 0 roster.missing\n",
	  "\"agreed\": 2, \"well_formed\": 0, \"wrong\": 0, \"doubtful\": 0}, \"findings\": 1, "
	  "\"records\": {\"rows\": 3, \"skipped\": 0, \"encoding\": \"UTF-8\", ",
	  "问题               1（错 1，留意 0，提示 0）\n\n各类问题\n  一边有、另一边没有 " },
	{ "a name filled down, in the total, too",
	  { H "赵六," ID3 "\n",
	    H "李明," ID1 "\n李明," ID2 "\n李明,110000200709010049\n李明,110000200709010057\n"
	      "李明,110000200709010065\n" },
	  NULL,
	  "b.csv 2 roster.spreadsheet\n",
	  "\"well_formed\": 1, \"wrong\": 4, \"doubtful\": 1}, \"findings\": 1, ",
	  "第 2 行  李*           1****************4" },
	{ "one student in two rosters, however the number is written",
	  { H "李明," ID1 "\n王芳," ID2 "\n", H "赵六," ID3 "\n李明,110000 20070901 0014\n" },
	  NULL,
	  "b.csv 3 id.space\nb.csv 3 roster.duplicate-id\n",
	  "\"well_formed\": 3, \"wrong\": 1, \"doubtful\": 0}, \"findings\": 2, ",
	  "证件号码或学生重复 [roster.duplicate-id]\n  第 3 行  李*           1******************4 "
	  " "
	  "b.csv\n"
	  "      a.csv 第 2 行也有这个号码：同一个人就删掉一处，不是就照证件核对。\n"
	  "      第 2 行  李*           1****************4  a.csv\n" },
	{ "in the same roster and in another: each row once",
	  { H "李明," ID1 "\n李明," ID1 "\n", H "李明," ID1 "\n王芳," ID2 "\n李明," ID1 "\n",
	    H "王芳," ID2 "\n" },
	  NULL,
	  "a.csv 3 roster.duplicate-id\nb.csv 4 roster.duplicate-id\nb.csv 2 roster.duplicate-id\n"
	  "c.csv 2 roster.duplicate-id\n",
	  "\"well_formed\": 2, \"wrong\": 4, \"doubtful\": 0}, \"findings\": 4, ",
	  "b.csv 第 3 行也有这个号码" },
	{ "both numbers of one row: reported once; a candidate number alone",
	  { HC "李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n",
	    HC "李明," ID1 ",26110101010001\n赵六," ID3 ",26110101010002\n" },
	  NULL,
	  "b.csv 2 roster.duplicate-id\nb.csv 3 roster.duplicate-candidate\n",
	  "\"well_formed\": 1, \"wrong\": 2, \"doubtful\": 1}, \"findings\": 2, ",
	  "考生号重复 [roster.duplicate-candidate]\n  第 3 行  赵*" },
	{ "a row that may be anybody's",
	  { H "李*,\n", H "赵六," ID3 "\n" },
	  H "李明," ID1 "\n赵六," ID3 "\n",
	  "a.csv 2 id.empty\n"
	  "a.csv 2 name.masked\n"
	  "- 0 roster.missing\n",
	  "\"files\": 2, ",
	  "高考信息第 2 行的这个人，名册里没有找到；名册有 1 行看不出是谁，先改好它们。" },
	{ "a row that is in no record, and is judged last, before those of another roster",
	  { H "赵六," ID3 "\n李明," ID1 "\n王芳," ID2 "\n", H "李明," ID1 "\n王芳," ID2 "\n" },
	  H "李明," ID1 "\n王芳," ID2 "\n",
	  "a.csv 2 roster.missing\nb.csv 2 roster.duplicate-id\nb.csv 3 roster.duplicate-id\n",
	  "\"agreed\": 2, \"well_formed\": 0, \"wrong\": 3, \"doubtful\": 0}, \"findings\": 3, ",
	  "      a.csv 第 4 行也有这个号码" },
	{ "one person in two, known by the candidate number in one and the ID number in the other",
	  { HC "李明,110000200709010013,26110101010001\n", H "王芳," ID2 "\n李明," ID1 "\n" },
	  HC "王芳," ID2 ",26110101010002\n李明," ID1 ",26110101010001\n",
	  "a.csv 2 id.mismatch\na.csv 2 roster.duplicate-id\n",
	  "\"agreed\": 2, \"well_formed\": 0, \"wrong\": 1, \"doubtful\": 0}, \"findings\": 2, ",
	  "按高考信息，b.csv 第 3 行也是这个人" },
	{ "one roster given twice, however its rows are sorted",
	  { H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	    H "赵六," ID3 "\n李明," ID1 "\n王芳," ID2 "\n" },
	  NULL,
	  "b.csv 0 roster.duplicate-id\n",
	  "\"well_formed\": 3, \"wrong\": 3, \"doubtful\": 0}, \"findings\": 1, ",
	  "这份名册里有 3 人的号码都在 a.csv 里：是同一份名册就去掉一份，再核对一次。" },
	{ "the same numbers under other names are no copy",
	  { H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	    H "王芳," ID1 "\n赵六," ID2 "\n李明," ID3 "\n" },
	  NULL,
	  "b.csv 2 roster.duplicate-id\nb.csv 3 roster.duplicate-id\nb.csv 4 roster.duplicate-id\n",
	  "\"well_formed\": 0, \"wrong\": 3, \"doubtful\": 3}, \"findings\": 3, ",
	  "a.csv 第 2 行也有这个号码，姓名却不同：至少有一行抄错了" },
	{ "the same candidate numbers with other ID numbers are no copy",
	  { "考生号,姓名,身份证号\n26110101110001,李明," ID1 "\n26110101110002,王芳," ID2
	    "\n26110101110003,赵六," ID3 "\n",
	    "考生号,姓名,身份证号\n26110101110001,李明,110000200709010049\n26110101110002,王芳,"
	    "110000200709010065\n26110101110003,赵六,110000200709010057\n" },
	  NULL,
	  "b.csv 2 roster.duplicate-candidate\nb.csv 3 roster.duplicate-candidate\n"
	  "b.csv 4 roster.duplicate-candidate\n",
	  "\"well_formed\": 3, \"wrong\": 3, \"doubtful\": 0}, \"findings\": 3, ",
	  "a.csv 第 2 行也有这个号码" },
	{ "one number, two names",
	  { H "李明," ID1 "\n", H "王芳," ID1 "\n" },
	  NULL,
	  "b.csv 2 roster.duplicate-id\n",
	  "\"well_formed\": 0, \"wrong\": 1, \"doubtful\": 1}, \"findings\": 1, ",
	  "a.csv 第 2 行也有这个号码，姓名却不同：至少有一行抄错了" },
	{ "one number, two names, and the sex of the first is another",
	  { HS "李明," ID2 ",男\n", HS "王芳," ID2 ",女\n" },
	  NULL,
	  "a.csv 2 id.sex\na.csv 2 roster.duplicate-id\n",
	  "\"well_formed\": 1, \"wrong\": 1, \"doubtful\": 0}, \"findings\": 2, ",
	  "b.csv 第 2 行也有这个号码，姓名却不同" },
	{ "a roster without students: who is missing is known nevertheless",
	  { H "李明," ID1 "\n", H "\n" },
	  H "李明," ID1 "\n王芳," ID2 "\n",
	  "- 0 roster.missing\n",
	  "\"files\": 2, \"unreadable_files\": 0, ",
	  "高考信息第 3 行的这个人，名册里没有" },
	{ "a roster that cannot be read: who is missing is not known",
	  { H "李明," ID1 "\n", "甲,乙\n丙,丁\n" },
	  H "李明," ID1 "\n王芳," ID2 "\n",
	  "",
	  "\"files\": 2, \"unreadable_files\": 1, ",
	  "有 1 份没有读成，高考信息里的谁缺了，没有核对" },
	{ "and nothing to compare with",
	  { H "李明," ID1 "\n", "甲,乙\n丙,丁\n" },
	  NULL,
	  "",
	  "\"files\": 2, \"unreadable_files\": 1, ",
	  "有 1 份没有读成，不在总数里\n" },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct row *r = &rows[i];
		int status, expected = *r->lines != '\0';
		char *json = audited(r->rosters, r->records, (struct audit_options){ .json = true },
				     &status);
		char *text = audited(r->rosters, r->records, (struct audit_options){ 0 }, &status);
		char *lines = lines_of(json);

		if (strcmp(lines, r->lines) != 0)
			fail_msg("%s:\n%s", r->what, lines);
		if (strstr(strstr(json, "{\"total\""), r->total) == NULL)
			fail_msg("%s:\n%s", r->what, json);
		if (strstr(text, r->report) == NULL)
			fail_msg("%s:\n%s", r->what, text);
		if (i < COUNT(rows) - 3)
			assert_int_equal(status, expected);
		else
			assert_int_equal(status, 2);
		free(json);
		free(text);
		free(lines);
	}
}

static void test_other_row(void **state)
{
	static const char *const rosters[ROSTERS] = { H "李明," ID1 "\n",
						      H "王芳,\n李明," ID1 "\n" };
	int status;
	char *json = audited(rosters, NULL, (struct audit_options){ .json = true, .reveal = true },
			     &status);

	(void)state;
	assert_non_null(
		strstr(json, "\"other_file\": \"a.csv\", \"other_row\": 2, \"name\": \"李明\""));
	free(json);
}

/* Without duplicates only the totals are reported. */
/* One file by two paths, or by one, however few its students are. */
static void test_given_twice(void **state)
{
	char path[32], *text = NULL;
	int fd = memory_file_of_text(H "李明," ID1 "\n", path);
	const char *const rosters[] = { path, path };
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	(void)state;
	audit_run(&(struct audit_options){ .rosters = rosters, .roster_count = 2 }, out,
		  &interrupted);
	fclose(out);
	assert_non_null(strstr(text, "这份名册里有 1 人的号码都在 /proc/self/fd/"));
	free(text);
	close(fd);
}

static void test_no_duplicates(void **state)
{
	static const char *const rosters[ROSTERS] = { H "李明," ID1 "\n", H "李明," ID1 "\n" };
	int status;
	char *json =
		audited(rosters, NULL,
			(struct audit_options){ .json = true, .no_duplicates = true }, &status);

	(void)state;
	assert_int_equal(status, 0);
	assert_non_null(
		strstr(json, "{\"total\": {\"files\": 2, \"unreadable_files\": 0, \"rows\": 2, "));
	free(json);
}

/* By student, one list behind the totals: each student once, with all rows that have findings. */
static void test_by_student(void **state)
{
	static const struct {
		const char *what, *rosters[ROSTERS], *list; /* the end of the text */
		bool no_duplicates;
	} cases[] = {
		{ "one number, whatever is wrong with the rows",
		  { H "李 明," ID1 "\n王 芳," ID2 "\n", H "赵 六," ID3 "\n",
		    H "王芳,11000020070901002２\n李明," ID1 "\n" },
		  "\n\n  第 2 行  李**          1****************4  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  也在第 3 行  李*           1****************4  c.csv\n"
		  "      a.csv 第 2 行也有这个号码：同一个人就删掉一处，不是就照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "  第 3 行  王**          1****************2  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  也在第 2 行  王*           1****************２  c.csv\n"
		  "      号码：第 18 位是全角的，改成半角。 [id.fullwidth]\n"
		  "      a.csv 第 3 行也有这个号码：同一个人就删掉一处，不是就照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "  第 2 行  赵**          1****************0  b.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n",
		  false },
		{ "broken numbers, by the candidate number or the student number, and the name",
		  { HC "李明,11000020070901,26110101010001\n王芳,无,26110101010002\n",
		    "姓名,身份证号,考生号,学号\n赵六,无,,2026001\n李　明,无,26110101010001,\n",
		    "姓名,身份证号,学号\n赵六,1100,2026001\n孙八,无,2026002\n" },
		  "\n\n  第 2 行  李*           1************1  考生号…0001  a.csv\n"
		  "      号码：应为 18 位，少了 4 位，照证件核对。 [id.length]\n"
		  "  也在第 3 行  李**          无  考生号…0001  b.csv\n"
		  "      这里没有证件号码，补上。 [id.empty]\n"
		  "      姓名：第 2 个字是全角空格，删掉它。 [name.space]\n"
		  "  第 3 行  王*           无  考生号…0002  a.csv\n"
		  "      这里没有证件号码，补上。 [id.empty]\n"
		  "  第 2 行  赵*           无  学号 2026001  b.csv\n"
		  "      这里没有证件号码，补上。 [id.empty]\n"
		  "  也在第 2 行  赵*           1**0  学号 2026001  c.csv\n"
		  "      号码：应为 18 位，少了 14 位，照证件核对。 [id.length]\n"
		  "  第 3 行  孙*           无  学号 2026002  c.csv\n"
		  "      这里没有证件号码，补上。 [id.empty]\n",
		  true },
		{ "another person with the number, and a row without other findings",
		  { H "李明," ID1 "\n王芳," ID2 "\n", H "赵 六," ID1 "\n王 芳," ID2 "\n" },
		  "\n\n  第 2 行  赵**          1****************4  b.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "      a.csv 第 2 行也有这个号码，姓名却不同：至少有一行抄错了，照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "      第 2 行  李*           1****************4  a.csv\n"
		  "  第 3 行  王**          1****************2  b.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "      a.csv 第 3 行也有这个号码：同一个人就删掉一处，不是就照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "      第 3 行  王*           1****************2  a.csv\n",
		  false },
		{ "twice in one roster and once in another",
		  { H "李明," ID1 "\n李 明," ID1 "\n", H "王 芳," ID2 "\n李明," ID1 " \n" },
		  "\n\n  第 3 行  李**          1****************4  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "      证件号码与第 2 行相同，姓名也相同：同一个人就删掉一行，不是就照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "      第 2 行  李*           1****************4  a.csv\n"
		  "  也在第 3 行  李*           1****************4  b.csv\n"
		  "      号码：末尾多了空格，删掉它。 [id.space]\n"
		  "      a.csv 第 2 行也有这个号码：同一个人就删掉一处，不是就照证件核对。 "
		  "[roster.duplicate-id]\n"
		  "      第 2 行  李*           1****************4  a.csv\n"
		  "  第 2 行  王**          1****************2  b.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n",
		  false },
		{ "namesakes with the student number of another school, one with a wrong ID number",
		  { "姓名,身份证号,学号\n李 明," ID1 ",20260001\n王 芳," ID2 ",20260002\n",
		    "姓名,身份证号,学号\n李 明,无,20260001\n王 芳,110000200709010023,20260002\n",
		    "姓名,身份证号,学号\n李 明," ID3 ",20260001\n" },
		  "\n\n  第 2 行  李**          1****************4  学号 20260001  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  也在第 2 行  李**          无  学号 20260001  b.csv\n"
		  "      这里没有证件号码，补上。 [id.empty]\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  第 3 行  王**          1****************2  学号 20260002  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  也在第 3 行  王**          1****************3  学号 20260002  b.csv\n"
		  "      号码有一位或几位抄错了，照证件核对。 [id.checksum]\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  第 2 行  李**          1****************0  学号 20260001  c.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n",
		  true },
		{ "numbers that a spreadsheet rounded or that are masked",
		  { H "李明,1.10101E+17\n张伟,110000200709010000\n赵六,1100**********0010\n",
		    H "李明,1.10101E+17\n张薇,110000200709010000\n赵六,1100**********0010\n" },
		  "\n\n  第 2 行  李*           1*********7  a.csv\n"
		  "      "
		  "表格软件把号码存成了科学计数，原来的数字丢了，从原系统重新导出，这一列存成文本。"
		  " "
		  "[id.spreadsheet]\n"
		  "  第 3 行  张*           1****************0  a.csv\n"
		  "      号码：末尾的 000 "
		  "多半是表格软件抹出来的，从原系统重新导出，这一列存成文本。 "
		  "[id.spreadsheet]\n"
		  "  第 4 行  赵*           1****************0  a.csv\n"
		  "      号码有几位被遮住了，核对不了，换成完整的号码。 [id.masked]\n"
		  "  第 2 行  李*           1*********7  b.csv\n"
		  "      "
		  "表格软件把号码存成了科学计数，原来的数字丢了，从原系统重新导出，这一列存成文本。"
		  " "
		  "[id.spreadsheet]\n"
		  "  第 3 行  张*           1****************0  b.csv\n"
		  "      号码：末尾的 000 "
		  "多半是表格软件抹出来的，从原系统重新导出，这一列存成文本。 "
		  "[id.spreadsheet]\n"
		  "  第 4 行  赵*           1****************0  b.csv\n"
		  "      号码有几位被遮住了，核对不了，换成完整的号码。 [id.masked]\n",
		  true },
		{ "two students of one family with one number",
		  { HC "王 芳," ID2 ",26110101010001\n王 伟," ID2 ",26110101010002\n",
		    H "李明," ID1 "\n" },
		  "\n\n  第 2 行  王**          1****************2  考生号…0001  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"
		  "  第 3 行  王**          1****************2  考生号…0002  a.csv\n"
		  "      姓名：第 2 个字是空格，删掉它。 [name.space]\n",
		  true },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int status;
		char *text =
			audited(cases[i].rosters, NULL,
				(struct audit_options){ .by_student = true,
							.no_duplicates = cases[i].no_duplicates },
				&status);
		char *list = strstr(strstr(text, "合起来："), "\n\n  第 ");

		if (list == NULL || strncmp(list, cases[i].list, strlen(cases[i].list)) != 0 ||
		    strcmp(list + strlen(cases[i].list), "\n姓名和号码遮住了，--reveal 显示。\n") !=
			    0)
			fail_msg("%s:\n%s", cases[i].what, text);
		free(text);
	}
}

/* That values are masked is said once, whichever roster has findings. */
static void test_masked_once(void **state)
{
	static const char *const rosters[][ROSTERS] = {
		{ H "李 明," ID1 "\n", H "王芳," ID2 "\n" },
		{ H "李 明," ID1 "\n", H "王 芳," ID2 "\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rosters); i++) {
		int status;
		char *text = audited(rosters[i], NULL, (struct audit_options){ 0 }, &status);
		const char *said = strstr(text, "\n姓名和号码遮住了，--reveal 显示。\n");

		assert_non_null(said);
		assert_string_equal(said, "\n姓名和号码遮住了，--reveal 显示。\n");
		free(text);
	}
}

/* Names are the same in both encodings, or unknown: nobody is called another for that. */
static void test_encodings(void **state)
{
	static const char *const rosters[ROSTERS] = {
		H "李明," ID1 "\n", "\xD0\xD5\xC3\xFB,\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\n"
				    "\xC0\xEE\xC3\xF7," ID1 "\n"
	};
	int status;
	char *text = audited(rosters, NULL, (struct audit_options){ 0 }, &status);

	(void)state;
	assert_non_null(strstr(text, "a.csv 第 2 行也有这个号码：同一个人就删掉一处"));
	assert_null(strstr(text, "姓名却不同"));
	assert_null(strstr(text, "要留意的有"));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),        cmocka_unit_test(test_other_row),
		cmocka_unit_test(test_given_twice), cmocka_unit_test(test_no_duplicates),
		cmocka_unit_test(test_encodings),   cmocka_unit_test(test_by_student),
		cmocka_unit_test(test_masked_once),
	};

	charset_choose();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
