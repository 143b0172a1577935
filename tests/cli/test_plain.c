/* SPDX-License-Identifier: MIT */
/* The line mode as it is heard and as a script has it: what is said after each line of input,
 * from the bytes that are written to a terminal. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "plain/plain_say.h"
#include "support/command.h"
#include "support/terminal.h"

/* No line is read without end, and nothing is asked where nobody can read the question. */
static void test_input_and_output_without_end(void **state)
{
	static const struct {
		const char *command;
		int status;
		const char *says;
	} rows[] = {
		{ "timeout 10 $X --plain </dev/zero", 2, "太长" },
		{ "head -c 4097 /dev/zero | tr '\\0' a | $X --plain", 2, "太长" },
		{ "(head -c 4096 /dev/zero | tr '\\0' a; echo) | $X --plain", 3, "没有看懂" },
		{ "timeout 10 $X check </dev/zero", 2, "太长" },
		{ "timeout 10 $X demo --plain </dev/zero", 2, "太长" },
		{ "yes '?' | timeout 10 $X --plain >/dev/full", 2, "没有写完" },
		{ "timeout 10 $X demo --auto --plain >/dev/full", 2, "没有写完" },
		{ "$X --plain </dev/null", 3, "输入结束了" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		command_expect(rows[i].command, rows[i].status);
		command_says(rows[i].says);
	}
	command_expect("echo q | $X --plain", 3);
	assert_null(strstr(command_output(), "输入结束了"));
}

static size_t heard(const char *text)
{
	size_t count = 0, left = strlen(text), n;
	uint32_t cp;

	for (; (n = text_decode(text, left, &cp)) > 0; text += n, left -= n)
		count += text_is_ideograph(cp);
	return count;
}

static char *transcript; /* all that was said, a block for each line of input */

/* What is said after one line of input, or at the start: short, and nothing for the eye. */
static void expect_heard(const char *line, const char *said)
{
	static const char *const for_the_eye[] = { "红框", "投影", "二维码", "扫码", "绿色", "左侧",
						   "右侧", "\033", "图：",   "←",    "→" };

	if (heard(said) > SAY_MAX)
		fail_msg("%zu characters after \"%s\":\n%s", heard(said), line, said);
	for (size_t i = 0; i < sizeof for_the_eye / sizeof for_the_eye[0]; i++)
		if (strstr(said, for_the_eye[i]) != NULL && strstr(said, "首页左侧") == NULL)
			fail_msg("%s after \"%s\":\n%s", for_the_eye[i], line, said);
}

/* The code of the rehearsed text message that was said last. */
static const char *practice_code(const char *said)
{
	static char code[7];
	const char *at = strstr(said, "验证码 ");

	if (at != NULL)
		memcpy(code, at + strlen("验证码 "), 6);
	return code;
}

/* Types lines, CODE for the code of the text message, and hears each page to its end if all is set. */
static void walk(const char *options, const char *const *lines, bool all)
{
	char *command = xasprintf("exec %s --plain --fresh %s", terminal_program(), options);
	char shell[] = "sh", flag[] = "-c", *argv[] = { shell, flag, command, NULL };
	struct terminal *t = terminal_start(24, 80, argv, NULL);
	size_t from = 0, len;
	FILE *out = xmemstream(&transcript, &len);
	const char *line = "";
	bool more;

	do {
		char *said;

		assert_true(terminal_settle(t, 5000));
		said = xstrdup(t->output + from);
		from = t->output_len;
		/* The terminal echoes the line. */
		practice_code(said);
		expect_heard(line,
			     strncmp(said, line, strlen(line)) == 0 ? said + strlen(line) : said);
		fputs(said, out);
		more = all && strstr(said, "m 接着听") != NULL;
		free(said);
		if (t->exited || (!more && *lines == NULL))
			break;
		line = more ? "/m" : *lines++;
		if (strcmp(line, "CODE") == 0)
			line = practice_code("");
		terminal_type(t, line);
		terminal_type(t, "\r");
	} while (true);
	fclose(out);
	terminal_end(t);
	free(command);
}

static void expect_said(const char *text)
{
	if (strstr(transcript, text) == NULL)
		fail_msg("\"%s\" was not said before:\n%s", text,
			 transcript + (strlen(transcript) > 900 ? strlen(transcript) - 900 : 0));
}

/* The whole way, heard to the end of each page. */
static void test_all_is_heard_in_portions(void **state)
{
	static const char *const lines[] = { "",  "?", "1", "2",  "",     "1", "2", "",  "",
					     "1", "n", "",  "f",  "照片", "1", "",  "b", "忘记密码",
					     "",  "",  "b", "b",  "e",    "1", "",  "b", "g4",
					     "?", "1", "",  "/?", "/q",   "y", NULL };

	(void)state;
	walk("--record data/record.example.json", lines, true);
	expect_said("登录学信网");
	expect_said("[已完成] 在浏览器里打开学信网首页");
	expect_said("2025 年 12 月起");
	expect_said("学历照片要到毕业才有");
	expect_said("找回密码");
	expect_said("数字 选一项");
	free(transcript);
}

#define RECORD "--record data/record.example.json"
#define TO_NAME "g4", "5", "", "1", "1", "13800000000", "1", "CODE", "Practice-7", "Practice-7"
#define TO_CHECKS "g5", "2"
#define CHOOSE(n) "", n

/* Form, verification, result, report and leaving, heard to the end of each page. */
static void test_the_whole_way(void **state)
{
	static const char *const lines[] = {
		TO_NAME,
		"李 明",
		"李明",
		"1",
		"110000200709010014",
		"1",
		"",
		"",
		"",
		"",
		"9", /* registers */
		"",
		"13800000000",
		"Practice-7",
		"",
		"2",
		"一样",
		"＝",
		"=",
		"相同",
		"110000200709010014",
		CHOOSE("1"),
		CHOOSE("1"),
		CHOOSE("1"),
		"11", /* the result */
		"1",
		"3",
		"/tmp/xueji-plain/none/结果单.txt",
		"/b",
		"2",
		NULL,
	};

	(void)state;
	walk(RECORD, lines, true);
	expect_said("第 2 个字是空格，删掉它。");
	expect_said("姓名：李明，与示例一致");
	expect_said("没有查出错");
	expect_said("2. 性别：男，一样");
	expect_said("编号：1\r\n  6. 录取照片：是我");
	expect_said("学籍自查成功：主要信息和高考时一致");
	expect_said("2. 交给辅导员");
	expect_said("示例核对完了，你自己的还没有核对。");
	free(transcript);
}

/* What differs, what is not on the page and what is wrong with the picture; and back to it from the result. */
static void test_what_differs(void **state)
{
	static const char *const lines[] = {
		TO_CHECKS,   "李朋", "男", "2007-09-01", "没有",      "110000200709010041",
		CHOOSE("2"), "",     "/b", CHOOSE("1"),  CHOOSE("1"), "11",
		"n",         "b",    "2",  "一样",       "/b",        "q",
		"y",         NULL,
	};

	(void)state;
	walk(RECORD, lines, true);
	expect_said("1. 姓名：李明，不一致");
	expect_said("4. 民族：汉族，网页上没有");
	expect_said("第 17、18 位互换了，应为 14。");
	expect_said("6. 录取照片：不是我");
	expect_said("7. 学籍状态：请选");
	expect_said("有不一致的，要更正：有");
	expect_said("1. 姓名：李明，一样");
	expect_said("已记到第 5 步");
	free(transcript);
}

/* Only what changed is said: one row, and the title once. */
static void test_only_what_changed(void **state)
{
	static const char *const lines[] = { "g2", "1", "2", "1", "m", "什么", NULL };
	const char *title;

	(void)state;
	walk("--record data/record.example.json", lines, false);
	title = strstr(transcript, "新生学籍自查，");
	assert_non_null(title);
	assert_null(strstr(title + 1, "新生学籍自查，"));
	expect_said("1\r\n  1. [已完成] 找到「学籍」（老版「学籍查询」）\r\n选择：");
	expect_said("2\r\n  2. [已完成] 点「新生学籍」，或登录后的「学籍」\r\n选择：");
	expect_said("1\r\n  1. [未完成] 找到「学籍」（老版「学籍查询」）\r\n选择：");
	expect_said("m\r\n没有了。\r\n选择：");
	expect_said("没有看懂“什么”");
	free(transcript);
}

static void test_portions(void **state)
{
	static const struct {
		const char *text;
		size_t most;
		const char *portion;
	} rows[] = {
		{ "", 4, "" },
		{ "一二三四", 4, "一二三四" },
		{ "一二三四五", 4, "一二三四" },
		{ "一，二三四五", 4, "一，" },
		{ "一二。三四五", 4, "一二。" },
		{ "一。二，三四五", 4, "一。二，" }, /* less than half is not enough */
		{ "一，二三。四五", 4, "一，二三。" },
		{ "一二\n三四五", 4, "一二\n" },
		{ "一二；三、四五", 4, "一二；" },
		{ "010-82199588 kefu@chsi.com.cn", 4, "010-82199588 kefu@chsi.com.cn" },
		{ "一", 0, "一" }, /* it always goes on */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (plain_say_portion(rows[i].text, rows[i].most) != strlen(rows[i].portion) ||
		    strncmp(rows[i].text, rows[i].portion, strlen(rows[i].portion)) != 0)
			fail_msg("%s: %zu", rows[i].text,
				 plain_say_portion(rows[i].text, rows[i].most));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_input_and_output_without_end),
		cmocka_unit_test(test_all_is_heard_in_portions),
		cmocka_unit_test(test_only_what_changed),
		cmocka_unit_test(test_the_whole_way),
		cmocka_unit_test(test_what_differs),
		cmocka_unit_test(test_portions),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
