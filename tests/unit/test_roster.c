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
#include <unistd.h>

#include "audit/roster_lint.h"
#include "base/xalloc.h"
#include "roster/roster.h"
#include "support/next_student.h"
#include "table/number_cell.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"
#define ID4 "110000200708150018"

struct bytes {
	char s[64 * 1024];
	size_t len;
};

static struct bytes in_utf8(const char *text)
{
	struct bytes b = { .len = strlen(text) };

	assert_true(b.len < sizeof b.s);
	memcpy(b.s, text, b.len);
	return b;
}

static struct bytes in_gb18030(const char *text)
{
	struct bytes b = { .len = 0 };
	char *from = (char *)(uintptr_t)text, *to = b.s;
	size_t left = strlen(text), space = sizeof b.s;
	iconv_t cd = iconv_open("GB18030", "UTF-8");

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &from, &left, &to, &space), 0);
	iconv_close(cd);
	b.len = sizeof b.s - space;
	return b;
}

static struct bytes joined(struct bytes a, struct bytes b)
{
	assert_true(a.len + b.len < sizeof a.s);
	memcpy(a.s + a.len, b.s, b.len);
	a.len += b.len;
	return a;
}

/* The caller closes it. */
static int file_of(const struct bytes *b)
{
	FILE *f = tmpfile();
	int fd;

	assert_non_null(f);
	assert_int_equal(fwrite(b->s, 1, b->len, f), b->len);
	assert_int_equal(fflush(f), 0);
	fd = dup(fileno(f));
	fclose(f);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

enum { ROWS_MAX = 256 };

/* Appends a row as text: `row:name number candidate sex birth type;`, absent ones as -. */
static void show_row(struct roster *r, const struct roster_row *row, char *out, size_t size)
{
	size_t used = strlen(out);

	used += (size_t)snprintf(out + used, size - used, "%zu:", row->row);
	for (size_t c = 0; c <= ROSTER_DOCUMENT_TYPE; c++) {
		char text[128];

		roster_utf8(r, row->fields[c], text, sizeof text);
		used += (size_t)snprintf(out + used, size - used, "%s%s", c > 0 ? " " : "",
					 roster_has(r, (enum roster_column)c) ? text : "-");
	}
	used += (size_t)snprintf(out + used, size - used, ";");
	assert_true(used < size);
}

/* Shows all students. Returns how many, with their rows. */
static size_t show_rows(struct roster *r, struct diag *d, char *out, size_t size,
			size_t rows[ROWS_MAX])
{
	const struct roster_row *row;
	size_t count = 0;

	*out = '\0';
	while ((row = next_student(r, d)) != NULL) {
		show_row(r, row, out, size);
		assert_true(count < ROWS_MAX);
		rows[count++] = row->row;
	}
	return count;
}

/* Shows the students again, each found by its row. */
static void show_again(struct roster *r, bool even, char *out, size_t size, const size_t *rows,
		       size_t count)
{
	*out = '\0';
	for (size_t i = 0; i < count; i++) {
		const struct roster_row *row = roster_student_at(r, rows[i], even);

		assert_non_null(row);
		show_row(r, row, out, size);
	}
}

static void expect_shown(const struct bytes *b, const struct csv_options *how, const char *expected)
{
	static char shown[8192];
	struct diag d = { 0 };
	int fd = file_of(b);
	struct roster *r = roster_open_fd(fd, how, &d);
	size_t rows[ROWS_MAX], count;
	bool even;

	if (r == NULL)
		fail_msg("%s: %s", expected, d.items[0].text);
	count = show_rows(r, &d, shown, sizeof shown, rows);
	if (strcmp(shown, expected) != 0)
		fail_msg("%s, not %s", shown, expected);
	assert_int_equal(d.count, 0);
	assert_int_equal(roster_mixed_line(r), 0);
	even = roster_is_even(r);
	roster_close(r);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	r = roster_open_fd(fd, how, &d);
	show_again(r, even, shown, sizeof shown, rows, count);
	assert_string_equal(shown, expected);
	roster_close(r);
	close(fd);
}

/* In both encodings, and wherever the blocks fall. */
static void expect_rows(const char *text, const char *expected)
{
	static struct bytes all[2];

	all[0] = in_utf8(text);
	all[1] = in_gb18030(text);
	for (size_t i = 0; i < COUNT(all); i++) {
		expect_shown(&all[i], NULL, expected);
		for (size_t block = 1; block < 9; block++)
			expect_shown(&all[i], &(struct csv_options){ .block = block }, expected);
	}
}

/* A roster is even if its rows are lines below the header, with the same columns. */
static void test_even(void **state)
{
	static const struct {
		const char *text;
		bool even;
	} rosters[] = {
		{ "姓名,身份证号\n张三," ID1 "\n\n李四," ID2, true },
		{ "\"姓名\n必填\",身份证号\r\n张三," ID1 "\r\n小计,1\r\n李四," ID2 "\r\n", true },
		{ "姓名,身份证号,备注\n张三," ID1 ",\"见\n附件\"\n李四," ID2 ",\n", false },
		{ "姓名,身份证号\r张三," ID1 "\r李四," ID2 "\r", false },
		{ "姓名,身份证号\n张三," ID1 "\n身份证号,姓名\n" ID2 ",李四\n", false },
		{ "姓名,身份证号,性别\n张三," ID1 ",男\n李四\n," ID2 ",女\n", false },
		{ "name,id\nLi Si," ID1 "\n张三," ID2 "\n", true },
	};
	static char shown[8192];
	size_t rows[ROWS_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rosters); i++) {
		struct bytes b = in_utf8(rosters[i].text);
		struct diag d = { 0 };
		int fd = file_of(&b);
		struct roster *r = roster_open_fd(fd, NULL, &d);

		assert_non_null(r);
		if (show_rows(r, &d, shown, sizeof shown, rows) != 2)
			fail_msg("%s: %s", rosters[i].text, shown);
		if (roster_is_even(r) != rosters[i].even)
			fail_msg("%s", rosters[i].text);
		expect_shown(&b, NULL, shown);
		roster_close(r);
		close(fd);
	}
}

/* Wherever the head is cut, in the middle of a character too: a line that is not whole has no
 * vote. */
static void test_cut_head(void **state)
{
	static const char *const texts[] = { "姓名,身份证号\r张三," ID1 "\r李四," ID2 "\r",
					     "姓名,身份证号\n张三," ID1 "\n李四," ID2 "\n" };
	static struct bytes all[2];

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		all[0] = in_utf8(texts[i]);
		all[1] = in_gb18030(texts[i]);
		for (size_t head = 20; head < all[0].len; head++)
			for (size_t e = 0; e < COUNT(all); e++)
				expect_shown(&all[e],
					     &(struct csv_options){ .block = 1, .head = head },
					     "2:张三 " ID1 " - - - -;3:李四 " ID2 " - - - -;");
	}
}

static void test_rows(void **state)
{
	static const struct {
		const char *text, *rows;
	} rows[] = {
		{ "姓名,身份证号\n张三," ID1 "\n", "2:张三 " ID1 " - - - -;" },
		{ "身份证号;班级;姓名\r\n" ID1 ";一班;张三\r\n" ID2 ";二班;李四",
		  "2:张三 " ID1 " - - - -;3:李四 " ID2 " - - - -;" },
		{ "姓名\t证件类型\t证件号码\t性别\t出生日期\t考生号\n"
		  "张三\t居民身份证\t" ID1 "\t男\t20070901\t26110101010001\n",
		  "2:张三 " ID1 " 26110101010001 男 20070901 居民身份证;" },
		/* title rows, blank rows, rows of nothing but delimiters */
		{ "2026 级新生名单,,\n计算机学院,,\n\n姓名,身份证号,班级\n,,\n张三," ID1 ",一班\n"
		  " ,\t,\n\n李四," ID2 ",\n,,\n",
		  "6:张三 " ID1 " - - - -;9:李四 " ID2 " - - - -;" },
		/* neither name nor number; but a candidate number or a sex is a student's */
		{ "姓名,身份证号,班级\n,,一班\n张三,,\n", "3:张三  - - - -;" },
		{ "姓名,身份证号,考生号,性别\n,,26110101010001,\n,,,男\n,,,x\n",
		  "2:  26110101010001  - -;3:   男 - -;" },
		/* ragged */
		{ "姓名,班级,身份证号\n张三\n李四,一班," ID2 ",多余\n",
		  "2:张三  - - - -;3:李四 " ID2 " - - - -;" },
		/* the header again */
		{ "姓名,身份证号\n张三," ID1 "\n姓名,身份证号\n李四," ID2 "\n",
		  "2:张三 " ID1 " - - - -;4:李四 " ID2 " - - - -;" },
		{ "sep=;\n姓名;身份证号\n张三;" ID1 "\n", "2:张三 " ID1 " - - - -;" },
		{ "\"姓名\",\"身份证号\"\n\"张\"\"三\",\"" ID1 "\"\n",
		  "2:张\"三 " ID1 " - - - -;" },
		{ "姓名,身份证号\n阿依古丽·买买提,\n𬱖䶮𬘭," ID1 "\n",
		  "2:阿依古丽·买买提  - - - -;3:𬱖䶮𬘭 " ID1 " - - - -;" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_rows(rows[i].text, rows[i].rows);
}

/* Headings as they are met with, in the second of three columns. */
static void test_headings(void **state)
{
	static const struct {
		enum roster_column column;
		const char *headings[24];
	} rows[] = {
		{ ROSTER_NAME, { "姓名",         "考生姓名",
				 "学生姓名",     "XM",
				 "xm",           "*姓名",
				 "姓 名",        "姓　名",
				 "姓名＊",       "【姓名】",
				 "姓名（必填）", "（必填）姓名",
				 "ＸＭ",         "\"姓\n名\"",
				 "姓名：",       "\"姓名\"",
				 "姓名[必填]",   "姓名(与身份证一致)",
				 " 姓名 ",       "\xEF\xBB\xBF姓名" } },
		{ ROSTER_NAME,
		  { "真实姓名", "中文姓名", "新生姓名", "录取姓名", "学生", "姓名/Name", "XSXM",
		    "1、您的姓名：", "1. 姓名", "Q1 您的姓名", "请填写姓名", "Name", "姓名Name",
		    "“姓名”", "學生姓名", "学生本人姓名" } },
		{ ROSTER_NAME, { "孩子姓名", "您孩子的姓名", "户名", "高考报名姓名", "户籍姓名" } },
		{ ROSTER_ID_NUMBER,
		  { "公民身份证号", "证件编号", "身份证号/护照号", "有效证件号", "二代身份证号",
		    "新生身份证号", "身份證字號", "SFZHM", "SFZJHM", "id_card", "ID Number",
		    "2、您的身份证号码（必填）", "三、身份证号", "身份证号：", "證件號碼" } },
		{ ROSTER_ID_NUMBER,
		  { "身份证号", "身份证号码", "公民身份号码", "证件号码", "证件号", "SFZH", "ZJHM",
		    "*身份证号", "身份证号（18位）", "考生身份证号", "学生证件号码", "身 份 证 号",
		    "居民身份证号码", "sfzh", "※证件号码", "身份证" } },
		{ ROSTER_CANDIDATE_NUMBER,
		  { "考生号", "高考报名号", "KSH", "考生号*", "（高考）考生号", "Candidate No.",
		    "第3题：考生号", "第三题、考生号" } },
		{ ROSTER_SEX, { "性别", "XB", "性别(男/女)" } },
		{ ROSTER_BIRTH_DATE, { "出生日期", "出生年月", "CSRQ", "出生日期（YYYYMMDD）" } },
		{ ROSTER_DOCUMENT_TYPE, { "证件类型", "ZJLX", "身份证件类型", "身份证件类型码" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (const char *const *h = rows[i].headings; *h != NULL; h++) {
			bool name = rows[i].column == ROSTER_NAME;
			bool number = rows[i].column == ROSTER_ID_NUMBER;
			char *text = xasprintf("%s,%s,%s\n王一,王二,王三\n", name ? "学号" : "姓名",
					       *h, number ? "学号" : "身份证号");
			struct bytes b = in_utf8(text);
			struct diag d = { 0 };
			int fd = file_of(&b);
			struct roster *r = roster_open_fd(fd, NULL, &d);
			const struct roster_row *row = r != NULL ? next_student(r, &d) : NULL;

			if (row == NULL || row->fields[rows[i].column].len != strlen("王二") ||
			    memcmp(row->fields[rows[i].column].bytes, "王二", strlen("王二")) != 0)
				fail_msg("not found: %s", *h);
			roster_close(r);
			close(fd);
			free(text);
		}
}

/* Of two that could be meant the better heading counts, wherever it stands. */
static void test_better_heading(void **state)
{
	(void)state;
	expect_rows("证件号码,身份证号,姓名\n王一,王二,王三\n", "2:王三 王二 - - - -;");
	expect_rows("学生姓名,姓名,身份证号\n王一,王二,王三\n", "2:王二 王三 - - - -;");
	expect_rows("姓名（家长）,姓名（学生）,身份证号\n王一,王二,王三\n", "2:王二 王三 - - - -;");
	expect_rows("姓名,身份证号（监护人）,身份证号（本人）\n王一,王二,王三\n",
		    "2:王一 王三 - - - -;");
	/* of two equal headings the column whose cells fit */
	expect_rows("姓名,身份证号,身份证号\n张三,," ID1 "\n李四,," ID2 "\n",
		    "2:张三 " ID1 " - - - -;3:李四 " ID2 " - - - -;");
	expect_rows("身份证号,证件号码,姓名\n王一,王二,王三\n", "2:王三 王一 - - - -;");
	/* others' names and numbers are none of the student's */
	expect_rows("父亲姓名,姓名,母亲身份证号,身份证号,准考证号,学号\n甲一,王二,甲三,王四,甲五,"
		    "王六\n",
		    "2:王二 王四 - - - -;");
}

static void test_missing(void **state)
{
	static const struct {
		const char *text;
		size_t line;
		const char *says, *never;
	} rows[] = {
		{ "学号,姓名,班级\n1,张三,一班\n", 1,
		  "没有证件号码一列，认出的有：学号、姓名、班级。", "张三" },
		{ "标题\n\n学号,身份证号\n1," ID1 "\n", 3,
		  "没有姓名一列，认出的有：学号、身份证号。", ID1 },
		{ "学号,班级,身份\n1,一班," ID1 "\n", 1,
		  "没有姓名和证件号码，认出的有：学号、班级、身份。", ID1 },
		/* a form, not a table */
		{ "姓名,张三,性别,男\n民族,汉族,班级,一班\n", 1, "认出的有：姓名、性别。", "张三" },
		{ "张三,一班\n李四,二班\n", 1, "认不出各列", "张三" },
		/* words that may be headings, of a person */
		{ "张三,0,汉族,人数,专业,1\n李四,1,汉族,2,软件,1\n", 1, "认出的有：人数、专业。",
		  "张三" },
		{ "sep=;\n\n学号;姓名\n1;张三\n", 3, "没有证件号码一列", "张三" },
		{ "\n\n\n", 1, "每一行都是空的", "张三" },
		{ " ,\n,,\n", 1, "每一行都是空的", "张三" },
		{ "　\n　,\n", 1, "每一行都是空的", "张三" },
		{ "姓名｜身份证号\n张三｜" ID1 "\n", 1, "各格用“｜”隔开", "张三" },
		{ "标题\n姓名,学号,姓名,身份证号\n张三,1,王五," ID1 "\n", 2,
		  "A 列和 C 列都像姓名，认不准", "张三" },
		{ "姓名,身份证号,身份证号\n张三," ID1 "," ID2 "\n", 1,
		  "B 列和 C 列都像身份证号，认不准", "张三" },
		{ "姓名,姓名,身份证号,姓名\n张三,王五," ID1 ",赵六\n", 1,
		  "A 列、B 列和 D 列都像姓名，认不准", "张三" },
		{ "甲,乙,丙,身份证号\n张伟,王强,赵磊," ID1 "\n", 1,
		  "A 列、B 列和 C 列都像姓名，认不准", "张伟" },
		{ "姓名,监护人身份证号\n张三," ID1 "\n", 1, "没有证件号码一列", "张三" },
		/* two tables side by side: the second one's students would be lost */
		{ "姓名,身份证号,姓名,身份证号\n张三," ID1 ",王五," ID2 "\n李四," ID3 ",,\n", 1,
		  "A 列和 C 列都像姓名，认不准", "张三" },
		{ "\"姓名,身份证号\"\n\"张三," ID1 "\"\n", 1, "整个在一对引号里", "张三" },
		{ "姓名|身份证号\n张三|" ID1 "\n", 1, "用“|”隔开", "张三" },
		{ "张三|" ID1 "\n", 1, "用“|”隔开", "张三" },
		/* as a chat makes it */
		{ "#接龙\n1.张三 " ID1 "\n2.李四 " ID2 "\n", 1, "像是接龙：去掉每行的序号",
		  "张三" },
		{ "#接龙\n姓名+身份证号\n1. 张三+" ID1 "\n", 1, "像是接龙", "张三" },
		{ "序号,接龙内容\n1,张三 " ID1 "\n2,李四 " ID2 "\n", 1, "像是接龙", "张三" },
		{ "序号,接龙内容\n1,姓名：张三 身份证号：" ID1 "\n", 1, "像是接龙", "张三" },
		{ "1. 张三-" ID1 "\n2. 李四-" ID2 "\n", 1, "像是接龙", "张三" },
		{ "1. 张三" ID1 "\n2. 李四" ID2 "\n", 1, "像是接龙", "张三" },
		{ "1、张三\t" ID1 "\n2、李四\t" ID2 "\n", 1, "像是接龙", "张三" },
		{ "房间,1号床,2号床\n201,张三,李四\n", 1, "认不出各列", "张三" },
		{ "姓名，身份证号\n张三，" ID1 "\n", 1, "用中文逗号“，”隔开", "张三" },
		{ "姓名；身份证号\n张三；" ID1 "\n", 1, "用中文分号“；”隔开", "张三" },
		{ "姓名 身份证号\n张三 " ID1 "\n", 1, "用空格隔开", "张三" },
		/* two columns that look the same are not plain to see */
		{ "张三,赵六," ID1 "\n李四,王五," ID2 "\n", 1, "认不出各列", "张三" },
		{ "张三," ID3 "," ID1 "\n李四," ID4 "," ID2 "\n", 1, "认不出各列", "张三" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bytes b[] = { in_utf8(rows[i].text), in_gb18030(rows[i].text) };

		for (size_t e = 0; e < COUNT(b); e++) {
			struct diag d = { 0 };
			int fd = file_of(&b[e]);

			assert_null(roster_open_fd(fd, NULL, &d));
			assert_int_equal(d.count, 1);
			if (strstr(d.items[0].text, rows[i].says) == NULL ||
			    d.items[0].line != rows[i].line)
				fail_msg("%zu: %s", d.items[0].line, d.items[0].text);
			assert_null(strstr(d.items[0].text, rows[i].never));
			close(fd);
		}
	}
}

static void test_no_header(void **state)
{
	static const struct {
		const char *text, *rows;
	} rows[] = {
		{ "张三," ID1 "\n李四," ID2 "\n",
		  "1:张三 " ID1 " - - - -;2:李四 " ID2 " - - - -;" },
		{ ID1 ";男;张三\n", "1:张三 " ID1 " - 男 - -;" },
		{ "2026001,张三,男,汉族,软件工程," ID1 ",2007-09-01,26110101010001\n"
		  "2026002,李四,女,汉族,软件工程," ID2 ",2007-09-01,26110101010002\n"
		  "2026003,王五,女,满族,软件工程," ID3 ",2007/9/1,26110101010003\n"
		  "2026004,赵六,男,汉族,软件工程," ID4 ",20070815,26110101010004\n",
		  "1:张三 " ID1 " 26110101010001 男 2007-09-01 -;"
		  "2:李四 " ID2 " 26110101010002 女 2007-09-01 -;"
		  "3:王五 " ID3 " 26110101010003 女 2007/9/1 -;"
		  "4:赵六 " ID4 " 26110101010004 男 20070815 -;" },
		/* titles above, and the first one spoilt */
		{ "新生名单\n,\n张三,1.1E+17\n李四," ID2 "\n王五,12\n赵六," ID3 "\n",
		  "3:张三 1.1E+17 - - - -;4:李四 " ID2 " - - - -;5:王五 12 - - - -;"
		  "6:赵六 " ID3 " - - - -;" },
		{ "'" ID1 ",张三\n=\"" ID2 "\",李四\n",
		  "1:张三 '" ID1 " - - - -;2:李四 =\"" ID2 "\" - - - -;" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_rows(rows[i].text, rows[i].rows);
}

static struct roster *open_bytes(const struct bytes *b, int *fd, struct diag *d)
{
	struct roster *r;

	*fd = file_of(b);
	r = roster_open_fd(*fd, NULL, d);
	if (r == NULL)
		fail_msg("%s", d->items[0].text);
	return r;
}

static void test_encoding(void **state)
{
	/* 联通 in GB 18030 looks like UTF-8 to the careless; 漠 alone is two bytes of good UTF-8 */
	struct {
		struct bytes bytes;
		enum encoding encoding;
	} rows[] = {
		{ in_utf8("XM,SFZH\nAnna," ID1 "\n"), ENCODING_ASCII },
		{ in_utf8("姓名,身份证号\n张三," ID1 "\n"), ENCODING_UTF8 },
		{ in_utf8("\xEF\xBB\xBFXM,SFZH\nAnna," ID1 "\n"), ENCODING_UTF8 },
		{ in_utf8("XM,SFZH\n𬱖," ID1), ENCODING_UTF8 },
		{ in_gb18030("姓名,身份证号\n张三," ID1 "\n"), ENCODING_GB18030 },
		{ in_gb18030("XM,SFZH\n联通," ID1 "\n"), ENCODING_GB18030 },
		{ in_gb18030("XM,SFZH\n𬱖," ID1), ENCODING_GB18030 },
		{ in_gb18030("姓名,身份证号\n漠," ID1 "\n"), ENCODING_GB18030 },
		{ in_gb18030("XM,SFZH\n漠," ID1 "\n张三," ID2 "\n"), ENCODING_GB18030 },
		/* one stray row does not turn the rest */
		{ joined(in_utf8("姓名,身份证号\n张三," ID1 "\n"), in_gb18030("李四," ID2 "\n")),
		  ENCODING_UTF8 },
		{ joined(in_gb18030("姓名,身份证号\n张三," ID1 "\n"), in_utf8("李四," ID2 "\n")),
		  ENCODING_GB18030 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		int fd;
		struct roster *r = open_bytes(&rows[i].bytes, &fd, &d);

		if (strcmp(roster_encoding_name(r), encoding_name(rows[i].encoding)) != 0)
			fail_msg("%zu: %s", i, roster_encoding_name(r));
		roster_close(r);
		close(fd);
	}
	assert_string_equal(encoding_name(ENCODING_GB18030), "GB18030");
}

/* Both are read right, and the line of the first that differs is known. */
static void test_mixed(void **state)
{
	static const char expected[] = "2:张三 " ID1 " - - - -;3:李四 " ID2 " - - - -;"
				       "4:王小明 " ID3 " - - - -;";
	static const char head[] = "姓名,身份证号\n张三," ID1 "\n";
	static const char tail[] = "李四," ID2 "\n王小明," ID3 "\n";
	struct bytes rows[] = { joined(in_utf8(head), in_gb18030(tail)),
				joined(in_gb18030(head), in_utf8(tail)) };
	char shown[512];
	size_t numbers[ROWS_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		int fd;
		struct roster *r = open_bytes(&rows[i], &fd, &d);

		assert_int_equal(roster_mixed_line(r), 0);
		show_rows(r, &d, shown, sizeof shown, numbers);
		assert_string_equal(shown, expected);
		assert_int_equal(roster_mixed_line(r), 3);
		roster_close(r);
		close(fd);
	}
}

/* A head of nothing but ASCII: the encoding is told by what comes. */
static void test_late(void **state)
{
	struct bytes rows[] = { in_utf8("XM,SFZH\nAnna," ID1 "\n张三," ID2 "\n李四," ID3 "\n"),
				in_gb18030("XM,SFZH\nAnna," ID1 "\n张三," ID2 "\n李四," ID3 "\n") };
	static const enum encoding encodings[] = { ENCODING_UTF8, ENCODING_GB18030 };
	struct csv_options how = { .block = 8, .head = 32 };
	char shown[512];
	size_t numbers[ROWS_MAX];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		int fd = file_of(&rows[i]);
		struct roster *r = roster_open_fd(fd, &how, &d);

		assert_non_null(r);
		assert_string_equal(roster_encoding_name(r), encoding_name(ENCODING_ASCII));
		show_rows(r, &d, shown, sizeof shown, numbers);
		assert_string_equal(shown, "2:Anna " ID1 " - - - -;3:张三 " ID2
					   " - - - -;4:李四 " ID3 " - - - -;");
		assert_string_equal(roster_encoding_name(r), encoding_name(encodings[i]));
		roster_close(r);
		close(fd);
	}
}

static void test_decode(void **state)
{
	static const struct {
		const char *bytes;
		size_t len, size;
		const char *text;
		bool fits;
	} rows[] = {
		{ "", 0, 9, "", true },
		{ "Anna", 4, 9, "Anna", true },
		{ "\xD5\xC5\xC8\xFD", 4, 9, "张三", true },
		{ "\xD5\xC5\xC8\xFD", 4, 6, "张", true },
		{ "\xD5\xC5\xC8\xFD", 4, 1, "", true },
		/* the dot: never the katakana one that GB 2312 has there */
		{ "\xA1\xA4", 2, 9, "\xC2\xB7", true },
		{ "\xFE\x9F", 2, 9, "䶮", true },
		{ "\x81\x39\xEF\x30", 4, 9, "㐁", true },
		{ "a\0z", 3, 9, "a\xEF\xBF\xBDz", true },
		/* bytes of no encoding */
		{ "\xD5\xC5\xC8", 3, 9, "张\xEF\xBF\xBD", true },
		{ "\xFFz", 2, 9, "\xEF\xBF\xBDz", true },
		{ "\xD5,", 2, 9, "\xEF\xBF\xBD,", true },
		/* Windows' euro sign, and the full-width blank */
		{ "\x80"
		  "5",
		  2, 9, "€5", true },
		{ "\xA3\xA0", 2, 9, "\u3000", true },
		/* UTF-8 in there */
		{ "\xE5\xBC\xA0\xE4\xB8\x89", 6, 9, "张三", false },
		{ "\xF0\xA0\xAE\xB7\xE7\x94\xB0", 7, 9, "𠮷田", false },
		{ "\xE5\xBC\xA0", 3, 9, "寮\xEF\xBF\xBD", true }, /* too short to tell */
	};
	struct bytes b = in_gb18030("姓名,身份证号\n张三," ID1 "\n");
	struct diag d = { 0 };
	int fd;
	struct roster *r = open_bytes(&b, &fd, &d);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char text[9];
		bool fits = roster_utf8(r, (struct slice){ rows[i].bytes, rows[i].len }, text,
					rows[i].size);

		if (fits != rows[i].fits || strcmp(text, rows[i].text) != 0)
			fail_msg("%zu: %s, not %s", i, text, rows[i].text);
	}
	roster_close(r);
	close(fd);
}

static void test_number(void **state)
{
	static const struct {
		const char *cell, *number;
	} rows[] = {
		{ "", "" },        { "1", "1" },     { " 1\t", "1" },  { "'1", "1" },
		{ "=\"1\"", "1" }, { "'", "" },      { "=\"", "=\"" }, { "\t'1 \t", "1" },
		{ "=\"\"", "" },   { "1 2", "1 2" }, { "1'", "1'" },   { " ", "" },
		{ "　1", "　1" },  { "=1", "1" },    { "''1", "'1" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice cell = { rows[i].cell, strlen(rows[i].cell) };
		struct slice number = number_cell_bare(cell);

		assert_int_equal(number.len, strlen(rows[i].number));
		assert_memory_equal(number.bytes, rows[i].number, number.len);
	}
}

static void test_width_and_place(void **state)
{
	struct bytes b = in_gb18030("标题\n姓名,身份证号,班级\n\"张\n三\"," ID1 ",一班\n");
	struct diag d = { 0 };
	unsigned long long done, total;
	size_t line, column;
	int fd;
	struct roster *r = open_bytes(&b, &fd, &d);
	const struct roster_row *row;

	(void)state;
	assert_int_equal(roster_header_row(r), 2);
	assert_int_equal(roster_width(r), 3);
	row = next_student(r, &d);
	assert_int_equal(row->row, 3);
	assert_int_equal(row->line, 3);
	roster_place(r, row->fields[ROSTER_ID_NUMBER].bytes, &line, &column);
	assert_int_equal(line, 4);
	assert_int_equal(column, 4);
	roster_place(r, roster_cells(r)->cells[2].bytes + 2, &line, &column);
	assert_int_equal(column, 24);
	roster_progress(r, &done, &total);
	assert_int_equal(done, b.len);
	assert_int_equal(total, b.len);
	assert_null(next_student(r, &d));
	assert_false(roster_failed(r));
	roster_close(r);
	close(fd);
}

/* A file that lint and open find by its name. */
static void write_temporary(char path[32], const struct bytes *b)
{
	int fd;

	strcpy(path, "/tmp/xueji-roster-XXXXXX");
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, b->s, b->len), b->len);
	close(fd);
}

static void test_not_text(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		const char *says;
	} rows[] = {
		{ "", 0, "空的" },
		{ "\xEF\xBB\xBF", 3, "空的" },
		{ "PK\x03\x04\x14\0", 6, "压缩包（zip）" },
		{ "PK\x03\x04..[Content_Types].xml", 25, "工作簿" },
		{ "PK\x03\x04..xl/workbook.xml", 21, "工作簿" },
		{ "PK\x03\x04..word/document.xml", 23, "Word 文档" },
		{ "PK\x03\x04..OFD.xml", 13, "OFD" },
		{ "PK\x03\x04..Index/Document.iwa", 24, "Numbers" },
		{ "%TSD-Header-###%....", 20, "加密软件" },
		{ "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", 58,
		  "OpenDocument" },
		{ "\xD0\xCF\x11\xE0\xA1\xB1", 6, "工作簿" },
		{ "%PDF-1.7\n", 9, "PDF" },
		{ "\x1F\x8B\x08", 3, "gzip" },
		{ "\x03\x7E\x09\x01\x02\0\0\0\x61\0\x20\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
		  "\0",
		  33, "dBase" },
		{ "\x89PNG\r\n", 6, "图片" },
		{ "{\"name\": 1}", 11, "JSON" },
		{ "[\n {\"name\": 1}]", 15, "JSON" },
		{ "\xFF\xFE{\0\"\0}\0", 8, "UTF-16 编码的 JSON" },
		{ "\xFE\xFF\0a\0,\0b", 8, "认不出各列" },
		/* Big5: 姓名,身分證號 */
		{ "\xA9\x6D\xA6\x57,\xA8\xAD\xA4\xC0\xC3\xD2\xB8\xB9\n\xA7\xF5\xA9\xFA,1\n", 21,
		  "Big5" },
		/* the same with a number, which reads alike in all encodings: 姓名,身份證字號
		 * 王曉芳 */
		{ "\xA9m\xA6W,\xA8\xAD\xA5\xF7\xC3\xD2\xA6r\xB8\xB9\n"
		  "\xA4\xFD\xBE\xE5\xAA\xDA," ID1 "\n",
		  42, "Big5" },
		{ "<html>", 6, "网页" },
		{ "\r\n \r\n<table>", 12, "网页" },
		{ "\n[{\"name\": 1}]", 14, "JSON" },
		{ "MIME-Version: 1.0\n", 18, "网页" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bytes b = { .len = rows[i].len };
		struct diag d = { 0 };
		char path[32];

		memcpy(b.s, rows[i].bytes, rows[i].len);
		write_temporary(path, &b);
		assert_null(roster_open(path, NULL, &d));
		assert_int_equal(d.count, 1);
		assert_string_equal(d.file, path);
		if (strstr(d.items[0].text, rows[i].says) == NULL)
			fail_msg("%s", d.items[0].text);
		unlink(path);
	}
}

static void test_cannot_open(void **state)
{
	static const struct {
		const char *path, *says;
	} rows[] = {
		{ "/nowhere/roster.csv", "没有这个文件" },
		{ "/", "文件夹" },
		{ "/dev/null", "空的" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };

		assert_null(roster_open(rows[i].path, NULL, &d));
		assert_int_equal(d.count, 1);
		assert_int_equal(d.items[0].line, 0);
		assert_non_null(strstr(d.items[0].text, rows[i].says));
	}
}

static void test_standard_input(void **state)
{
	struct bytes b = in_utf8("姓名,身份证号\n张三," ID1 "\n");
	struct diag d = { 0 };
	int fd = file_of(&b), before = dup(STDIN_FILENO);
	struct roster *r;

	(void)state;
	assert_int_equal(dup2(fd, STDIN_FILENO), STDIN_FILENO);
	r = roster_open("-", NULL, &d);
	assert_non_null(r);
	assert_non_null(next_student(r, &d));
	assert_null(next_student(r, &d));
	roster_close(r);
	/* it was not the roster's to close */
	assert_int_equal(lseek(STDIN_FILENO, 0, SEEK_CUR), (off_t)b.len);
	if (before >= 0)
		dup2(before, STDIN_FILENO);
	close(before);
	close(fd);
}

static void expect_lint(const struct bytes *b, size_t line, size_t column, const char *says)
{
	struct diag d = { 0 };
	char path[32];
	bool good;

	write_temporary(path, b);
	good = roster_lint(path, &d);
	unlink(path);
	assert_string_equal(d.file, path);
	if (says == NULL) {
		if (!good || d.count > 0)
			fail_msg("%s", d.items[0].text);
		return;
	}
	assert_false(good);
	if (d.count != 1 || strstr(d.items[0].text, says) == NULL || d.items[0].line != line ||
	    d.items[0].column != column)
		fail_msg("%zu problems, the first %zu:%zu: %s; not %zu:%zu: %s", d.count,
			 d.items[0].line, d.items[0].column, d.items[0].text, line, column, says);
}

static void test_lint(void **state)
{
	static const struct {
		const char *text;
		size_t line, column;
		const char *says; /* NULL: nothing to complain of */
	} rows[] = {
		{ "姓名,身份证号\n张三," ID1 "\n", 0, 0, NULL },
		{ "张三," ID1 "\n", 0, 0, NULL },
		/* whatever is wrong with a student is for audit to say */
		{ "姓名,身份证号\n,\n张 三,1.1E+17\n", 0, 0, NULL },
		{ "姓名,身份证号\n张三," ID1 ",,\n李四\n", 0, 0, NULL },
		{ "标题,,,,\n姓名,身份证号\n张三," ID1 "\n", 0, 0, NULL },
		{ "姓名,身份证号\n张,三," ID1 "\n", 2, 5, "这一行有 3 格，表头只有 2 格" },
		{ "姓名;身份证号\n张;三;" ID1 "\n", 2, 5, "本来就有分号的" },
		{ "姓名,身份证号\n\"张\n三\"," ID1 ",,x\n", 3, 24, "这一行有 4 格，表头只有 2 格" },
		{ "姓名,身份证号\n\"张三," ID1 "\n李四," ID2 "\n", 2, 1, "引号" },
		{ "姓名,身份证号\n张三,\"" ID1 "\n", 2, 4, "引号" },
		/* of cells in other columns as audit does */
		{ "姓名,身份证号\n张三," ID1 "\n\"李四," ID2 "\"\n", 3, 1,
		  "“姓名”一格里有证件号码" },
		{ "姓名,身份证号\n张三," ID1 ",李四," ID2 "\n", 2, 1, "这一行里有两个证件号码" },
		{ "姓名,身份证号,,\n张三," ID1 ",李四," ID2 "\n王五," ID3 ",,\n", 2, 1,
		  "这一行里有两个证件号码" },
		{ ",,姓名,身份证号\n李四," ID2 ",张三," ID1 "\n", 2, 1, "这一行里有两个证件号码" },
		{ "姓名,身份证号,父亲,,\n张三," ID1 ",1,李四," ID2 "\n", 0, 0, NULL },
		{ "姓名,身份证号\n" ID1 ",张三\n" ID2 ",李四\n", 1, 1, "两列的表头写反了" },
		{ "姓名,身份证号\n张三," ID1 "\n姓名,身份证号,职称\n李四," ID2 ",无\n", 0, 0,
		  NULL },
		{ "姓名,学号\n张三,1\n", 1, 1, "没有证件号码一列" },
		{ "姓名,身份证号\n", 2, 1, "一个学生也没有" },
		{ "姓名,身份证号\n,\n\n", 2, 1, "一个学生也没有" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct bytes utf8 = in_utf8(rows[i].text), gb = in_gb18030(rows[i].text);

		expect_lint(&utf8, rows[i].line, rows[i].column, rows[i].says);
		expect_lint(&gb, rows[i].line, rows[i].column, rows[i].says);
	}
}

static void test_lint_bytes(void **state)
{
	static const char head[] = "姓名,班级,身份证号\n张三,一班," ID1 "\n";
	static const char tail[] = "李四,二班," ID2 "\n王五,二班," ID3 "\n";
	struct bytes b = joined(in_utf8(head), in_gb18030(tail));

	(void)state;
	expect_lint(&b, 3, 1, "不再是 UTF-8");
	b = joined(in_gb18030(head), in_utf8(tail));
	expect_lint(&b, 3, 1, "不再是 GB18030");
	/* there and back again, told where it begins */
	b = joined(joined(in_utf8(head), in_gb18030("Anna,二班,1\n")), in_utf8(tail));
	expect_lint(&b, 3, 6, "不再是 UTF-8");
	b = in_utf8("姓名,身份证号\n张三," ID1 "\n");
	b.s[strlen("姓名,身份证号\n张三,11")] = '\0';
	expect_lint(&b, 2, 6, "NUL");
	b = in_utf8("");
	expect_lint(&b, 0, 0, "空的");
}

/* All are counted, as many kept as there is space for. */
static void test_lint_many(void **state)
{
	struct bytes b = in_utf8("姓名,身份证号\n");
	struct diag d = { 0 };
	char path[32];

	(void)state;
	for (size_t i = 0; i < 2 * DIAG_MAX; i++)
		b = joined(b, in_utf8("张三," ID1 ",x\n"));
	write_temporary(path, &b);
	assert_false(roster_lint(path, &d));
	unlink(path);
	assert_int_equal(d.count, 2 * DIAG_MAX);
	assert_int_equal(d.items[DIAG_MAX - 1].line, 1 + DIAG_MAX);
}

/* Rows for each of whose headings all others once were read. */
static void test_many_headings(void **state)
{
	enum { ROWS = 9 };
	static struct bytes b;
	struct diag d = { 0 };
	struct roster *r;
	int fd;

	(void)state;
	b = in_utf8("姓名,身份证号\n");
	for (size_t i = 0; i < ROWS * (size_t)CSV_CELLS_MAX; i++)
		b = joined(b, in_utf8(i % CSV_CELLS_MAX < CSV_CELLS_MAX - 1 ? "您姓名," : "\n"));
	b = joined(b, in_utf8("张三," ID1 "\n"));
	fd = file_of(&b);
	r = roster_open_fd(fd, NULL, &d);
	assert_non_null(r);
	assert_int_equal(next_student(r, &d)->row, 1 + ROWS + 1);
	roster_close(r);
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),           cmocka_unit_test(test_cut_head),
		cmocka_unit_test(test_headings),       cmocka_unit_test(test_better_heading),
		cmocka_unit_test(test_missing),        cmocka_unit_test(test_no_header),
		cmocka_unit_test(test_encoding),       cmocka_unit_test(test_mixed),
		cmocka_unit_test(test_late),           cmocka_unit_test(test_decode),
		cmocka_unit_test(test_number),         cmocka_unit_test(test_width_and_place),
		cmocka_unit_test(test_not_text),       cmocka_unit_test(test_cannot_open),
		cmocka_unit_test(test_standard_input), cmocka_unit_test(test_lint),
		cmocka_unit_test(test_lint_bytes),     cmocka_unit_test(test_lint_many),
		cmocka_unit_test(test_many_headings),  cmocka_unit_test(test_even),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
