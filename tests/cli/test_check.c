/* SPDX-License-Identifier: MIT */
/* `check` with a roster: whose record is found, and what is said of a miss. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cmd_check.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define MISS                                                                                    \
	"xueji: 名册里没有找到你，填的再对一遍；都没错就请辅导员查。" \
	"辅导员核对整份名册用 xueji audit --against。\n"

/* Invented numbers. */
#define ID "110000200709010014"
#define OTHER "110000200709010030"

enum { SAID = 4096 };

static char folder[] = "/tmp/xueji-check-XXXXXX", roster[64], list[64], bare[64];
static char said[SAID], reported[SAID]; /* on standard error, and on `out` */
static int waited;

static const char rows_utf8[] = "2026 级新生\n姓名,身份证号,考生号,性别,出生日期\n"
				"李明," ID ",26110101110001,男,2007/9/1\n"
				"欧阳娜娜," OTHER ",26110101110002,女,20070902\n"
				"李明," ID ",26110101110003,男,2007/9/1\n"
				"欧阳娜娜," OTHER ",26110101110003,女,20070902\n"
				"李明,1.10000E+17,=\"26110101110004\",男,39326\n"
				"欧阳娜娜,,26110101110005,女,20070902\n"
				"“李明”," ID ",26110101110006,男,20070901\n"
				"李明\"," ID ",26110101110007,男,20070901\n"
				"李明,’" ID ",\"261101\n01110008\",男,20070901\n";

/* Without candidate numbers; a row whose quotation mark is never closed. */
static const char rows_bare[] = "姓名,身份证号,备注\n"
				"李明," ID ",\"住宿\n"
				"欧阳娜娜," OTHER ",\n"
				"王芳,110000200709010022,\n"
				"王 芳,110000200709010022,\"走读\"\n"
				"赵六,11000020070901009X,\n"
				"赵六,11000020070901009X,\"走读\"\n"
				"高强,1.10000E+17,\n"
				"张伟,110000200709010000,\n";

static const char rows_json[] =
	"[{\"name\":\"李明\",\"id_number\":\"" ID "\",\"candidate_number\":\"26110101110001\"},"
	"{\"name\":\"欧阳娜娜\",\"id_number\":\"" OTHER
	"\",\"candidate_number\":\"26110101110002\"}]";

static void wait_no_time(int seconds)
{
	waited += seconds;
}

static void put(const char *path, const char *bytes, size_t len)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, len, f), len);
	assert_int_equal(fclose(f), 0);
}

static int make_files(void **state)
{
	char bytes[SAID], *from = (char *)(uintptr_t)rows_utf8, *to = bytes;
	size_t left = strlen(rows_utf8), space = sizeof bytes;
	iconv_t cd = iconv_open("GB18030", "UTF-8");

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	if (cd == (iconv_t)-1 || mkdtemp(folder) == NULL)
		return -1;
	iconv(cd, &from, &left, &to, &space);
	iconv_close(cd);
	snprintf(roster, sizeof roster, "%s/roster.csv", folder);
	snprintf(list, sizeof list, "%s/list.json", folder);
	put(roster, bytes, sizeof bytes - space);
	put(list, rows_json, strlen(rows_json));
	snprintf(bare, sizeof bare, "%s/bare.csv", folder);
	put(bare, rows_bare, strlen(rows_bare));
	return 0;
}

static int remove_files(void **state)
{
	(void)state;
	unlink(roster);
	unlink(list);
	unlink(bare);
	return rmdir(folder);
}

static FILE *file_of(const char *text)
{
	FILE *f = tmpfile();

	assert_non_null(f);
	fputs(text, f);
	rewind(f);
	return f;
}

static void read_all(FILE *f, char out[SAID])
{
	rewind(f);
	out[fread(out, 1, SAID - 1, f)] = '\0';
	fclose(f);
}

static const struct record *recorded; /* NULL: nothing to compare with */

static int run(const char *path, const char *lines)
{
	struct check c = { .record = recorded,
			   .roster = path,
			   .candidates = path != NULL && path != bare,
			   .wait = wait_no_time,
			   .today = { 2026, 9, 12 } };
	FILE *in = file_of(lines), *out = tmpfile(), *errors = tmpfile();
	int kept = dup(STDERR_FILENO), status;

	assert_non_null(out);
	assert_non_null(errors);
	fflush(stderr);
	dup2(fileno(errors), STDERR_FILENO);
	waited = 0;
	status = check_run(&c, in, out);
	fflush(stderr);
	dup2(kept, STDERR_FILENO);
	close(kept);
	fclose(in);
	read_all(errors, said);
	read_all(out, reported);
	return status;
}

static void test_found(void **state)
{
	static const struct {
		const char *lines;
		int status;
		const char *says;
	} rows[] = {
		{ "李明\n" ID "\n26110101110001\n", 0,
		  "证件号码   1****************4   与高考一致" },
		{ "李明\n" ID "\n 26110101110001", 0, "与高考一致" },
		{ "李 明\n" ID "\n26110101110001\n", 1, "[name.space]" },
		{ "李明\n" ID "\n26110101110004\n", 1, "没法全核对：照身份证再对一遍" },
		/* what is only written differently is the record's fault */
		{ "李明\n" ID "\n26110101110006\n", 0,
		  "高考信息的姓名里多了中文引号，不是你填错了" },
		{ "李明\n" ID "\n26110101110007\n", 0, "高考信息的姓名里多了“\"”，不是你填错了" },
		{ "李明\n" ID "\n26110101110008\n", 0, "高考信息的号码里多了“’”，不是你填错了" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int status = run(roster, rows[i].lines);

		if (status != rows[i].status || strstr(reported, rows[i].says) == NULL)
			fail_msg("row %zu: %d\n%s%s", i, status, reported, said);
		assert_string_equal(said, "");
		assert_int_equal(waited, 0);
	}
	assert_int_equal(run(list, rows[0].lines), 0);
}

/* A near miss has the same words and the same pause as any other. */
static void test_missed(void **state)
{
	static const char *const lines[] = {
		"李明\n" ID "\n26110101110009\n",
		"李明\n" ID "\n26110101110002\n",
		"欧阳娜娜\n" ID "\n26110101110002",
		"李鸣\n110000200709010041\n26110101110003",
		"李明\n" OTHER "\n26110101110001",
		"李明\n110000200709020014\n26110101110004\n",
		"李明\n\n26110101110001\n",
		"\n\n26110101110001\n",
		"欧阳娜娜\n\n26110101110005\n",
		"欧阳娜娜\n" ID "\n26110101110005\n",
		"李明\n1\n1\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++) {
		assert_int_equal(run(roster, lines[i]), 2);
		if (strcmp(said, MISS) != 0)
			fail_msg("row %zu: %s", i, said);
		assert_string_equal(reported, "");
		assert_int_equal(waited, 1);
	}
	assert_int_equal(run(list, lines[1]), 2);
	assert_string_equal(said, MISS);
}

static void test_twice(void **state)
{
	(void)state;
	assert_int_equal(run(roster, "李明\n" ID "\n26110101110003\n"), 2);
	assert_non_null(strstr(said, "不止一行"));
	assert_string_equal(reported, "");
	assert_int_equal(waited, 0);
}

/* Where the roster has no candidate numbers, name and number find the student. */
static void test_without_candidates(void **state)
{
	static const char *const missed[] = {
		"欧阳娜娜\n110000200709010031\n", "欧阳娜\n" OTHER "\n",        "李明\n" OTHER "\n",
		"高强\n110000200709010057\n",     "张伟\n110000200709010065\n", "王芳\n\n",
	};

	(void)state;
	assert_int_equal(run(bare, "欧阳娜娜\n" OTHER "\n"), 0);
	assert_non_null(strstr(reported, "欧阳娜娜   与高考一致"));
	assert_int_equal(run(bare, "李明\n" ID "\n26110101110001\n"), 0);
	assert_non_null(strstr(reported, "考生号     26110101110001   格式对\n"));
	for (size_t i = 0; i < COUNT(missed); i++) {
		assert_int_equal(run(bare, missed[i]), 2);
		assert_string_equal(said, MISS);
		assert_string_equal(reported, "");
		assert_int_equal(waited, 1);
	}
	/* a row that stands there twice is one student */
	assert_int_equal(run(bare, "赵六\n11000020070901009X\n"), 0);
	assert_int_equal(run(bare, "王芳\n110000200709010022\n"), 2);
	assert_non_null(strstr(said, "不止一行"));
}

/* Reported before the roster is searched. */
static void test_bad_lines(void **state)
{
	(void)state;
	assert_int_equal(run(roster, "李明\n" ID "\n"), 2);
	assert_non_null(strstr(said, "xueji: 标准输入:3:1: 少了第 3 行"));
	assert_int_equal(run(roster, "李明\n" ID "\n261101 01110001\n"), 2);
	assert_non_null(strstr(said, "xueji: 标准输入:3:1: 第 7 位是空格，删掉它。"));
	assert_int_equal(run(roster, "李明\n" ID "\nabc\n"), 2);
	assert_non_null(strstr(said, "xueji: 标准输入:3:1: 考生号只有数字"));
	assert_int_equal(waited, 0);
}

static void test_unread(void **state)
{
	(void)state;
	assert_int_equal(run("/nowhere/roster.csv", "李明\n" ID "\n26110101110001\n"), 2);
	assert_non_null(strstr(said, "xueji: /nowhere/roster.csv: 打不开"));
	assert_int_equal(waited, 0);
}

/* A list is not answered for its first student alone. */
static void test_more_lines(void **state)
{
	static const char more[] = "xueji: 标准输入:3:1: check 一次看一个人，从这一行起没有看；"
				   "整份名册用 xueji audit\n";

	(void)state;
	assert_int_equal(run(NULL, "李明\n" ID "\n王芳\n" OTHER "\n"), 2);
	assert_string_equal(said, more);
	assert_non_null(strstr(reported, "李明   格式对"));
	assert_int_equal(run(NULL, "李明\n" ID "\n \r\n\n"), 0);
	assert_string_equal(said, "");
	assert_int_equal(run(roster, "李明\n" ID "\n26110101110001\n王芳\n"), 2);
	assert_non_null(strstr(said, "xueji: 标准输入:4:1: "));
}

/* The lines for a roster are good for a record, too. */
static void test_candidate_line(void **state)
{
	static const struct record record = { .name = "李明",
					      .id_number = ID,
					      .candidate_number = "26110101110001" };
	static const struct record spaced = { .name = "李 明", .id_number = ID };

	(void)state;
	assert_int_equal(run(NULL, "李明\n" ID "\n26110101110001\n"), 0);
	assert_non_null(strstr(reported, "考生号     26110101110001   格式对\n"));
	assert_int_equal(run(NULL, "李明\n" ID "\n26110101110001\n王芳\n"), 2);
	assert_non_null(strstr(said, "xueji: 标准输入:4:1: "));
	recorded = &spaced;
	assert_int_equal(run(NULL, "李明\n" ID "\n"), 0);
	assert_non_null(strstr(reported, "不是你填错了，请辅导员更正。 [name.space]"));
	recorded = &record;
	assert_int_equal(run(NULL, "李明\n" ID "\n２6110101110001 \r\n\n"), 0);
	assert_non_null(strstr(reported, "考生号     26110101110001   与高考一致\n"));
	assert_int_equal(run(NULL, "李明\n" ID "\n26110101110002"), 1);
	assert_non_null(strstr(reported, "[candidate.mismatch]"));
	assert_int_equal(run(NULL, "李明\n" ID "\n2611010111000\n"), 2);
	recorded = NULL;
	assert_string_equal(said, "xueji: 标准输入:3:1: check 一次看一个人，从这一行起没有看；"
				  "整份名册用 xueji audit\n");
}

/* Without a roster: what is shown of the value, and what is said. */
static void test_shown(void **state)
{
	static const struct {
		const char *lines, *reports;
	} rows[] = {
		{ "李明\n" ID "\n", "姓名       李明   格式对\n"
				    "证件号码   1****************4   格式对\n" },
		/* exchanged: one finding, and the number is hidden where it stands */
		{ ID "\n李明\n", "姓名       1****************4\n"
				 "           姓名和证件号码填反了，对调过来。 [name.character]\n"
				 "证件号码   李明\n" },
		/* a number is hidden as a name, too; the mark of an editor is not a name */
		{ OTHER "\n" ID "\n",
		  "姓名       1****************0\n"
		  "           ^\n"
		  "           这是号码，不是姓名，填到“证件号码”一栏。 [name.character]\n"
		  "证件号码   1****************4   格式对\n" },
		{ "\xEF\xBB\xBF\n" ID "\n", "姓名       \n"
					    "           还没有填姓名，照身份证填。 [name.empty]\n"
					    "证件号码   1****************4   格式对\n" },
		/* what an earlier program has lost; bytes that are no text are refused */
		{ "李\uFFFD\n" ID "\n",
		  "姓名       李\uFFFD\n"
		  "             ^\n"
		  "           第 2 个字读不出来，清空重打。 [name.character]\n"
		  "证件号码   1****************4   格式对\n" },
		/* what another terminal may draw as anything is shown as its code point */
		{ "王\uE863\n" ID "\n",
		  "姓名       王<U+E863>\n"
		  "             ^\n"
		  "           第 2 个字应为“䶮”（U+4DAE），现在是旧的自造字（U+E863），"
		  "用新版输入法重打。 [name.pua]\n"
		  "证件号码   1****************4   格式对\n" },
		{ "\U000F0000 明\n" ID "\n",
		  "姓名       <U+F0000> 明\n"
		  "           ^\n"
		  "           第 1 个字是自造字（U+F0000），换台机器就变样，"
		  "用输入法重打，别粘贴。 [name.pua]\n"
		  "                    ^\n"
		  "           第 2 个字是空格，删掉它。 [name.space]\n"
		  "证件号码   1****************4   格式对\n" },
		/* a caret under each place, none where the place is not known */
		{ "王•明•李\n11O0002007O9010014\n",
		  "姓名       王•明•李\n"
		  "             ^  ^\n"
		  "           第 2、4 个字是“•”；证件上这里有点就换成“·”，没有就删掉。 "
		  "[name.interpunct]\n"
		  "证件号码   1****************4\n"
		  "             ^       ^\n"
		  "           第 3、11 位应为数字，现在是字母“O”，像 O 的换成 0，像 l 的换成 1。 "
		  "[id.character]\n" },
		{ "李明\n110000200709010041\n",
		  "姓名       李明   格式对\n"
		  "证件号码   1****************1\n"
		  "           号码有一位或几位抄错了，从头对一遍。 [id.checksum]\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		run(NULL, rows[i].lines);
		assert_string_equal(reported, rows[i].reports);
		assert_string_equal(said, "");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found),      cmocka_unit_test(test_missed),
		cmocka_unit_test(test_twice),      cmocka_unit_test(test_without_candidates),
		cmocka_unit_test(test_bad_lines),  cmocka_unit_test(test_unread),
		cmocka_unit_test(test_more_lines), cmocka_unit_test(test_candidate_line),
		cmocka_unit_test(test_shown),
	};

	return cmocka_run_group_tests(tests, make_files, remove_files);
}
