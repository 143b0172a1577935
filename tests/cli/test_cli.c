/* SPDX-License-Identifier: MIT */
/* The program without a terminal: output, error messages, exit status. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "support/command.h"
#include "support/terminal.h"

static void test_guide_into_a_pipe(void **state)
{
	static const char *const texts[] = { "第 1 步，共 5 步：登录学信网",
					     "第 5 步，共 5 步：核对学籍",
					     "010-82199588",
					     "kefu@chsi.com.cn",
					     "教育部令第 41 号",
					     "截止：以本校通知为准" };

	(void)state;
	assert_int_equal(command_run("$X </dev/null | cat"), 0);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		command_says(texts[i]);
	assert_null(strchr(command_output(), '\033'));
	assert_int_equal(command_run("LC_ALL=C $X </dev/null | cat"), 0);
	command_says("登录学信网");
	assert_int_equal(command_run("$X >/dev/full"), 2);
}

/* In the verification: five texts are the same; and to the result, with the record's eight checks
 * that must agree. */
/* The number is not said aloud, and cannot be confirmed unheard. */
/* The verification heard and answered, and answered where it was heard. */
#define SAME "\\n" ANSWERED
#define ANSWERED "=\\n=\\n=\\n=\\n110000200709010014\\n"
#define RESULT "/看结果\\n1\\n"

/* From the welcome page to the name in the form, a line at a time. */
#define LONG "布朗族布"
#define TO_NAME "g4\\n1\\nchsi.com.cn\\n1\\n1\\n/姓名\\n"

static void test_plain(void **state)
{
	static const struct {
		const char *lines;
		int status;
		const char *says;
	} rows[] = {
		{ "", 3, "输入结束了" },
		{ "q\\n", 3, "逐行模式（--plain）" },
		{ "1\\n1\\nq\\n", 3, "1. 已完成，在浏览器里打开学信网首页" },
		{ "g2\\nb\\nq\\n", 3, "第 1 步，共 5 步" },
		{ "" TO_NAME "李 明\\n", 3, "第 2 个字是空格" },
		{ "" TO_NAME "李明\\n1\\n110000200709010013\\n", 3, "第 18 位应为 4，现在是 3。" },
		{ "" TO_NAME "李明\\n1\\n110000200709001014\\n", 3, "第 14、15 位互换了" },
		{ "g4\\n1\\n/b\\nq\\n", 3, "第 4 步" },
		{ "g4\\n1\\n/x\\n/?\\n", 3, "/p 上一项" },
		{ "g4\\n1\\nchsi.com.cn\\n1\\n9\\n", 3, "没有看懂" },
		{ "g5\\n2\\n" SAME "1\\n1\\n1\\n" RESULT "2\\n", 0, "学籍自查成功" },
		/* nothing is the same as what was not said */
		{ "g5\\n2\\n一样\\n\\n", 3, "先听高考时登记的，再说一样。\n姓名，应为 李明" },
		{ "g5\\n2\\n李鸣\\n" RESULT "3\\ny\\n", 1, "有不对的，要更正" },
		{ "g5\\n2\\n" SAME "1\\n3\\n1\\n" RESULT "3\\n", 1, "还不算完" },
		{ "什么\\nq\\n", 3, "没有看懂" },
		/* No answer to what was not asked yet; and a page that was left is read on. */
		{ "g5\\n2\\n\\n李朋布朗族布朗族布朗族\\n李明\\n/q\\n", 3,
		  "回车 接着听：先听完要填哪一项，再填。\n第 2" },
		/* nor after an answer from a list */
		{ "g5\\n2\\n\\n李明\\n" LONG LONG LONG LONG LONG LONG "\\n1\\n2007-09-01\\n/q\\n",
		  3, "回车 接着听：先听完要填哪一项，再填。\n出生日期，应为" },
		/* What is not understood is said once; a row that is asked again is read once. */
		{ "g5\\n2\\n\\n李明\\n甲乙\\n1\\n/q\\n", 3,
		  "跳过：性别：甲乙，不一致，应为 男\n出生日期" },
		{ "g5\\n2\\n\\n李明\\n甲乙\\n2\\n/q\\n", 3, "跳过：性别，应为 男\n" },
		{ "g5\\n2\\n李鸣\\n" RESULT "\\n1\\n\\n\\n", 1,
		  "选 1 到 3，回车 跳过：1. 保存结果单（可交给辅导员）\n第 2 个字应为「明」" },
		{ "g5\\n2\\n/学生类别\\n1\\n", 3, "学生类别：普通新生、专升本\n" },
		{ "g5\\n2\\n/学生类别\\n\\n\\n", 3, "7. 复学、降级\n" },
		{ "g5\\n2\\n/学生类别\\n交换\\n", 3, "学生类别：交换生\n" },
		/* What is asked about a text is not asked again when it is passed over. */
		{ "g5\\n2\\n\\n\\n\\n2007年9月\\n\\n\\n回族\\n", 3,
		  "民族：回族，不一致，应为 汉族" },
		{ "\\033[31m\\nq\\n", 3, "没有看懂" },
		{ "1\\ng 4\\nq\\n", 3, "第 4 步，共 5 步" },
		/* An aside does not end what is being read; what has changed meanwhile is read as
		 * it is. */
		{ "1\\nxx\\n\\nq\\n", 3, "由你本人打开" },
		{ "1\\n/?\\n\\n\\n\\n\\n\\nq\\n", 3, "由你本人打开" },
		{ "1\\n1\\n\\n\\n\\nq\\n", 3, "别点搜索结果。\n回车 接着听：1. 已完成" },
		{ "1\\nxx\\n1\\n\\n\\nq\\n", 3,
		  "1. 已完成，在浏览器里打开学信网首页\n回车 接着听：2. 未完成" },
		{ "1\\n\\n\\n\\n\\n/?\\n1\\n\\nq\\n", 3, "打开学信网首页\n选 1 到 3：听完了" },
		{ "g5\\n2\\n/学籍状态\\nabc\\n\\nq\\n", 3, "12. 别的" },
		{ "f\\n邮箱\\n1\\nm\\nm\\n\\nb\\nb\\nq\\n", 3, "来源" },
		{ "g2\\nn\\n/m\\nm\\nm\\n\\n\\n\\n\\n\\n\\nq\\n", 3, "大写 X" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf(
			"printf '%s' | $X --plain --fresh --record data/record.example.json",
			rows[i].lines);

		if (command_run(command) != rows[i].status)
			print_error("row %zu: %s\n", i, command_output());
		assert_int_equal(command_run(command), rows[i].status);
		command_says(rows[i].says);
		assert_null(strchr(command_output(), '\033'));
		free(command);
	}
}

/* The report in plain mode: asked for at the result, or by --report; never replaces a file
 * unasked. */
static void test_plain_report(void **state)
{
	(void)state;
	assert_int_equal(
		command_run("cd \"$XDG_STATE_HOME\"; R=$OLDPWD/data/record.example.json;"
			    "printf 'g5\\n2\\n李朋\\n" RESULT "s\\n2\\na.md\\ns\\n2\\nb.md\\n\\n' |"
			    "$X --plain --fresh --record $R | tail -n 75; cat a.md; stat -c %a "
			    "a.md; rm a.md b.md"),
		0);
	command_says("结果单已存到 /");
	command_says("/a.md\n");
	command_says("## 姓名");
	command_says("\n600\n");
	assert_null(strstr(command_output(), "110000200709010014"));
	assert_int_equal(
		command_run(
			"cd \"$XDG_STATE_HOME\"; R=$OLDPWD/data/record.example.json; echo mine >c;"
			"printf 'g5\\n2\\n李朋\\n" RESULT "/b\\nd.json\\n\\n' |"
			"$X --plain --fresh --record $R --report c | tail -n 60; cat c d.json; rm "
			"c "
			"d.json"),
		0);
	command_says("已经有这个文件了，要换掉吗");
	command_says("mine\n{");
	command_says("\"verdict\": \"fail\"");
}

/* Runs plain mode in a folder of its own, which holds a file "kept"; then the command. */
static void run_plain(const char *lines, const char *options, const char *then)
{
	char *command =
		xasprintf("R=$PWD/data/record.example.json; mkdir \"$XDG_STATE_HOME/report\";"
			  "cd \"$XDG_STATE_HOME/report\"; echo mine >kept; printf '%s' |"
			  "$X --plain --fresh --record $R %s | tail -n 3; %s; s=$?;"
			  "rm -rf \"$XDG_STATE_HOME/report\"; exit $s",
			  lines, options, then);

	assert_int_equal(command_run(command), 0);
	free(command);
}

/* Only what says so replaces a file; --report writes the last result, not the first. */
static void test_report_replaces_only_if_told(void **state)
{
	static const char *const to_result = "1\\ng5\\n2\\n" RESULT, *const no[] = { "q", "y", "",
										     "b", "1" };
	char *lines;

	(void)state;
	for (size_t i = 0; i < sizeof no / sizeof no[0]; i++) {
		lines = xasprintf("%s%s\\n", to_result, no[i]);
		run_plain(lines, "--report kept", "cat kept");
		command_says("mine\n");
		free(lines);
	}
	lines = xasprintf("%s2\\n", to_result);
	run_plain(lines, "--report kept", "cat kept");
	command_says("学籍自查结果单");
	free(lines);
	run_plain("1\\ng5\\n2\\n" RESULT "b\\n/姓名\\n" ANSWERED "1\\n1\\n1\\n" RESULT "q\\n",
		  "--report s", "grep 结论 s");
	command_says("结论：学籍自查成功");
}

/* A masked report hides the digits in its sentences, too. */
static void test_report_is_masked(void **state)
{
	(void)state;
	run_plain("1\\ng5\\n2\\n/证件号码\\n110000200709110015\\n/出生日期\\n2007-09-11\\n" RESULT,
		  "--report m", "cat m");
	command_says("差别：有 2 位与高考信息不同，先看第 13 位。");
	assert_null(strstr(command_output(), "2007-09"));
	assert_null(strstr(command_output(), "“0”"));
	assert_null(strstr(command_output(), "2007 年"));
}

static void test_report_names(void **state)
{
	(void)state;
	assert_int_equal(command_run("$X --plain --report ''"), 2);
	assert_int_equal(command_run("$X --plain --report \"$(printf 'a\\300b')\""), 2);
	assert_int_equal(command_run("$X --plain --report \"$(printf '%0300d' 1)\""), 2);
	command_says("不能当结果单的文件名");
	assert_int_equal(command_run("$X --plain --report x.pdf </dev/null"), 2);
	command_says("换成 .txt、.md 或 .json 结尾");
	assert_int_equal(command_run("$X --report 结果单.DOCX"), 2);
	/* A file name may begin with a slash, as commands do. */
	assert_int_equal(
		command_run("F=$XDG_STATE_HOME/abs.txt; printf '1\\ng5\\n2\\n" RESULT
			    "s\\n2\\n%s\\n' \"$F\" |"
			    "$X --plain --fresh --record data/record.example.json >/dev/null;"
			    "cat $F && rm $F"),
		0);
	command_says("学籍自查结果单");
	command_run("printf '1\\ny\\n' | $X --plain --fresh --record data/record.example.json");
	command_says("网址：https://www.chsi.com.cn");
	assert_null(strchr(command_output(), '\033'));
}

/* Says what chose plain mode: the option before the environment, that before the terminal. */
static void test_plain_says_why(void **state)
{
	static const char *const off[] = { "", "0", "no", "false", "False" };

	(void)state;
	command_run("ACCESSIBLE=1 $X --plain --fresh --record data/record.example.json </dev/null");
	command_says("逐行模式（--plain）");
	/* Only --plain starts a dialogue without a terminal; $ACCESSIBLE alone prints the guide. */
	command_run("ACCESSIBLE=1 $X </dev/null");
	command_says("第 5 步，共 5 步：核对学籍");
	command_run("ACCESSIBLE=1 $X demo --auto </dev/null | head -n 1");
	command_says("演示，逐行模式（环境变量 ACCESSIBLE）");
	for (size_t i = 0; i < sizeof off / sizeof off[0]; i++) {
		char *command = xasprintf("ACCESSIBLE=%s $X demo --auto </dev/null", off[i]);

		command_expect(command, 2);
		command_says("演示要在终端里放");
		free(command);
	}
	command_run("$X demo --plain --auto </dev/null | head -n 1");
	command_says("演示，逐行模式（--plain）");
}

/* Prompts say what is asked and what is chosen, and name the commands only when asked. */
static void test_plain_without_hints(void **state)
{
	(void)state;
	command_run("printf '" TO_NAME "李\n/?\n/q\n' |"
		    "$X --plain --no-hints --fresh --record data/record.example.json");
	command_says("输入：");
	command_says("/p 上一项");
	assert_null(strstr(command_output(), "回车 不改"));
	assert_null(strstr(command_output(), "数字 选一项"));
	command_run(
		"printf '?\n' | $X --plain --no-hints --fresh --record data/record.example.json");
	command_says("数字 选一项\n/q 退出\n");
}

/* A demo is refused if the guide lacks a step of it, or is malformed. */
static void test_demo_guide(void **state)
{
	static const struct {
		const char *edit, *says;
	} rows[] = {
		{ "s/\"find\"/\"seek\"/", ": 指南里没有“find”这一步；"
					  "有：visit、enter、seek、register、verify。" },
		{ "s/\"deadline\"/\"dedline\"/", "own.json:10:3: 不认得“dedline”" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command =
			xasprintf("F=$XDG_STATE_HOME/own.json; sed '%s' data/guide.json >$F;"
				  "$X demo --plain --auto --guide $F </dev/null; s=$?;"
				  "rm -f $F; exit $s",
				  rows[i].edit);

		assert_int_equal(command_run(command), 2);
		command_says(rows[i].says);
		assert_null(strstr(command_output(), "【"));
		free(command);
	}
}

static void test_demo_plain(void **state)
{
	(void)state;
	assert_int_equal(command_run("$X demo --plain --auto </dev/null | tail -n 40"), 0);
	command_says("【自查成功】");
	assert_int_equal(command_run("printf '\\nq\\n' | $X demo --plain"), 0);
	command_says("【打开真的学信网】");
	assert_null(strstr(command_output(), "【进入新生学籍】"));
	assert_null(strchr(command_output(), '\033'));
	/* The audience tries it by hand. */
	command_run("printf '\\n\\n\\n\\n\\n\\n\\n\\n\\n\\nh\\n张 三\\n/q\\n\\nq\\n' |"
		    "$X demo --plain");
	command_says("/q 回到演示。");
	command_says("第 2 个字是空格，删掉它。");
	command_says("【证件号码已被注册】网站说「已被注册」？");
	assert_int_equal(command_run("$X demo </dev/null"), 2);
	command_says("演示要在终端里放：标准输出不是终端");
	assert_int_equal(command_run("$X demo --plain /no/such.json"), 2);
	command_says("/no/such.json");
	assert_int_equal(command_run("H=$XDG_STATE_HOME/h.md; $X demo --handout $H && cat $H"), 0);
	command_says("李 明");
	assert_int_equal(command_run("H=$XDG_STATE_HOME/h.md; $X demo --handout $H"), 2);
	command_says("已经有这个文件");
	assert_int_equal(command_run("rm $XDG_STATE_HOME/h.md; $X demo --handout h.pdf"), 2);
	command_says("只能写成 .html、.md 或 .txt");
	/* A copy anywhere, from anywhere: its students are the shipped ones. */
	assert_int_equal(command_run("O=$XDG_STATE_HOME/own.json; cp data/demo.json $O; cd / && "
				     "$X demo --plain --auto $O </dev/null; s=$?; rm $O; exit $s"),
			 0);
	assert_int_equal(command_run("$X demo --speed 0"), 2);
	assert_int_equal(command_run("$X demo --projector=x"), 2);
	assert_int_equal(command_run("$X notes </dev/null"), 2);
}

/* Progress is saved after each line: the end of input loses nothing. */
static void test_plain_resumes(void **state)
{
	(void)state;
	command_run("printf '1\\n1\\n' | $X --plain --fresh --record data/record.example.json");
	command_run("printf '1\\n\\nm\\n\\n/m\\n' | $X --plain --record "
		    "data/record.example.json");
	command_says("接着做：第");
	command_says("1. 已完成，在浏览器里打开学信网首页");
	assert_int_equal(command_run("$X forget"), 0);
	command_says("保存的进度已删掉。");
	assert_int_equal(command_run("$X forget"), 0);
	command_says("本来就没有保存的进度。");
	command_run("printf '' | $X --plain --record data/record.example.json");
	assert_null(strstr(command_output(), "接着做：第"));
}

static void test_usage(void **state)
{
	static const struct {
		const char *command;
		int status;
		const char *says;
	} rows[] = {
		{ "$X --help", 0, "用法：xueji" },
		{ "$X --version", 0, "xueji " },
		{ "$X check --help", 0, "用法：xueji check" },
		{ "$X --no-such", 2, "xueji: --no-such 不是 xueji 的选项；用 xueji --help" },
		{ "$X --no-such check", 2, "--no-such 不是 xueji 的选项；用 xueji check --help" },
		{ "$X check --auto", 2, "--auto 不是这个命令的选项；用 xueji check --help" },
		{ "$X -qx demo", 2, "xueji: -q 不是 xueji 的选项；用 xueji demo --help" },
		{ "$X fly", 2, "fly 不是 xueji 的命令；用 xueji --help" },
		{ "$X fly --help", 2, "fly" },
		{ "$X run extra", 2, "extra" },
		{ "$X lint /no/such data/guide.json", 2, "指南，没有问题" },
		{ "$X lint", 2, "xueji: lint 后面要写文件名；用 xueji lint --help" },
		{ "$X audit a --by name", 2, "xueji: --by 后面只能是 student" },
		{ "$X audit - -", 2, "xueji: 标准输入只能读一次，- 只写一个" },
		{ "$X audit - --against -", 2, "xueji: 标准输入只能读一次，- 只写一个" },
		{ "$X audit - <&-", 2, "xueji: 标准输入: 读到一半出错：没有打开。" },
		{ "$X audit a b", 2, "xueji: b: 打不开" },
		{ "$X --record", 2, "xueji: --record 后面要写文件名；用 xueji --help" },
		{ "$X demo --speed", 2, "xueji: --speed 后面要写倍数；用 xueji demo --help" },
		{ "$X demo --speed 10.01", 2, "xueji: 10.01 不是速度；1 是平常，可以从 0.1 到 10" },
		{ "$X demo --speed 0.09", 2, "xueji: 0.09 不是速度" },
		{ "$X demo --speed 2x", 2, "xueji: 2x 不是速度" },
		{ "$X demo --speed ''", 2, "xueji:  不是速度" },
		{ "$X demo --speed nan", 2, "xueji: nan 不是速度" },
		{ "$X demo --speed 0.1 --speed 10 --help", 0, "用法：xueji demo" },
		{ "$X --no-such fly --nor-this", 2, "xueji: --no-such 不是 xueji 的选项" },
		{ "$X --plain=1", 2, "xueji: --plain=1 不是 xueji 的选项" },
		{ "$X --guide /no/such.json", 2, "/no/such.json: 打不开：没有这个文件" },
		{ "$X --record data", 2, "data: 这是文件夹" },

	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(command_run(rows[i].command), rows[i].status);
		command_says(rows[i].says);
	}
}

/* A file that is not a table is reported alike wherever a roster or a record is read. */
static void test_no_table(void **state)
{
	static const struct {
		const char *make, *says;
	} rows[] = {
		{ "printf '{\\\\rtf1\\\\ansi 1}'", "table:1:1: 这是 RTF 文档" },
		{ "printf '\\n\\n \\n\\n'", "table:1:1: 每一行都是空的" },
	};
	static const char *const commands[] = { "audit $F", "lint $F",
						"audit --against $F data/record.json",
						"--record $F </dev/null" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		for (size_t c = 0; c < sizeof commands / sizeof commands[0]; c++) {
			char *command = xasprintf("F=$XDG_STATE_HOME/table; %s >$F; $X %s",
						  rows[i].make, commands[c]);

			assert_int_not_equal(command_run(command), 0);
			command_says(rows[i].says);
			free(command);
		}
}

/* One sentence with its place, status 2, no control characters. */
static void test_bad_records(void **state)
{
	static const struct {
		const char *make, *says;
	} rows[] = {
		{ ": >$F", "文件是空的" },
		{ "printf '{' >$F", "$F:1:2: " },
		{ "printf '{\\320\\325' >$F", "UTF-8" },
		{ "printf '{\"name\": \"李明\", \"id_number\": 110000200709010014}' >$F",
		  "$F:1:29: " },
		{ "printf '{\"name\": \"李\\\\u001b[31m\", \"id_number\": \"1\"}' >$F",
		  "$F:1:12: " },
		{ "printf '{\"name\": \"李\\033[31m\", \"id_number\": \"1\"}' >$F", "控制字符" },
		{ "head -c 10000000 /dev/zero | tr '\\0' '{' >$F", "太大" },
		{ "head -c 60000 /dev/zero | tr '\\0' '[' >$F", "嵌套太深" },
		{ "rm -f $F; mkfifo $F", "不是普通文件" },
		{ "rm -f $F; printf '[]' >$F", "一个学生也没有" },
		{ "printf '{\"name\": 7, \"id_number\": \"1\"}' >$F", "$F:1:10: " },
		{ "printf '{\"name\": \"a\", \"id_number\": \"1\", \"naem\": \"b\"}' >$F",
		  "$F:1:33: " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf(
			"F=$XDG_STATE_HOME/bad.json; %s; $X --record $F </dev/null", rows[i].make);
		const char *says = rows[i].says;

		assert_int_equal(command_run(command), 2);
		if (strncmp(says, "$F", 2) == 0)
			command_says("bad.json");
		command_says(strncmp(says, "$F", 2) == 0 ? says + 2 : says);
		assert_null(strchr(command_output(), '\033'));
		assert_int_equal(strncmp(command_output(), "xueji: ", 7), 0);
		free(command);
	}
	command_run("rm -f $XDG_STATE_HOME/bad.json");
}

static void test_check(void **state)
{
	static const struct {
		const char *lines, *options;
		int status;
		const char *says;
	} rows[] = {
		{ "李明\\n110000200709010014\\n", "--json", 0,
		  "{\"ok\": true, \"findings\": []}\n" },
		{ "李明\\n110000200709010014", "--json", 0, "{\"ok\": true, \"findings\": []}\n" },
		{ "李明\\r\\n110000200709010014\\r\\n", "--json", 0, "{\"ok\": true" },
		{ "\\357\\273\\277李明\\n110000200709010014\\n", "--json", 0, "{\"ok\": true" },
		{ "李明\\n11000020070901009x\\n", "--json", 1,
		  "{\"field\": \"id_number\", \"code\": \"id.lowercase-x\", \"severity\": "
		  "\"error\", "
		  "\"at\": 18, \"message\": \"第 18 位是小写 x" },
		{ "李 明\\n110000200709010014\\n", "--json", 1, "\"code\": \"name.space\"" },
		{ "李鸣\\n110000200709010014\\n", "--record data/record.example.json --json", 1,
		  "\"code\": \"name.mismatch\", \"severity\": \"error\", \"at\": 2" },
		{ "李鸣\\n110000200709010014\\n", "--json", 0, "\"ok\": true" },
		{ "李明\\n11010519491231002X\\n", "--json", 0, "\"severity\": \"warning\"" },
		{ "阿依古丽•买买提\\n110000200709010014\\n", "", 1, "\n                   ^\n" },
		{ "李明\\n110999200709010015\\n", "--json", 0,
		  "\"code\": \"id.region\", \"severity\": \"note\", \"at\": 1" },
		{ "李明\\n110000200709010014\\n", "", 0, "1****************4   格式对" },
		{ "", "--json", 2, "xueji: 标准输入:1:1: " },
		{ "李明\\n", "--json", 2, "xueji: 标准输入:2:1: " },
		{ "李\\000明\\n1\\n", "--json", 2, "NUL" },
		{ "\\300\\316\\n1\\n", "--json", 2, "UTF-8" },
		{ "李明\\n1\\n", "--record /no/such", 2, "/no/such" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command =
			xasprintf("printf '%s' | $X check %s", rows[i].lines, rows[i].options);
		int status = command_run(command);

		if (status != rows[i].status)
			print_error("row %zu: %s\n", i, command_output());
		assert_int_equal(status, rows[i].status);
		command_says(rows[i].says);
		free(command);
	}
	/* ok and severity agree where the record is at fault, too. */
	assert_int_equal(
		command_run("F=$(mktemp); printf '{\"name\": \"李明\", \"id_number\": "
			    "\"110000200709010000\"}' >$F;"
			    "printf '李明\\n110000200709010014\\n' | $X check --record $F --json; "
			    "s=$?; rm $F; exit $s"),
		1);
	command_says("\"code\": \"id.spreadsheet\", \"severity\": \"error\"");
	assert_int_equal(command_run("printf '李明\\n110000200709010014\\n' | $X check >/dev/full"),
			 2);
}

static void test_lint(void **state)
{
	static const struct {
		const char *make;
		int status;
		const char *says;
	} rows[] = {
		{ "cp data/guide.json $F", 0, "指南，没有问题" },
		{ "cp tests/fuzz/corpus/guide/smallest.json $F", 0, "指南，没有问题" },
		{ "cp data/faq.json $F", 0, "常见问题，没有问题" },
		{ "printf '{\"verdict\": \"pass\", \"verdict_text\": \"通过\", \"steps\": []}' >$F",
		  1, ".json:1:1: 这是自查的结果单，程序写的，不用检查" },
		{ "cp data/record.example.json $F", 0, "高考信息，格式没有问题" },
		{ "printf "
		  "'{\"name\":\"李明\",\"id_number\":\"110000200709010014\",\\n\"sex\":\"女\"}' "
		  ">$F",
		  1, ".json:2:7: 高考信息里性别和号码第 17 位对不上，更正高考信息。" },
		{ "printf "
		  "'{\"name\":\"李明\",\"id_number\":\"110000200709010014\",\\n\"birth_date\":"
		  "\"2007-09-02\"}' >$F",
		  1, ".json:2:14: 高考信息里出生日期和号码第 7–14 位对不上" },
		{ "cp data/demo.json $F", 0, "演示脚本，没有问题" },
		{ "printf '姓名,身份证号\\n李明,110000200709010014\\n' >$F", 0,
		  "名册，格式没有问题，内容用 xueji audit 看" },
		{ "printf '姓名,身份证号\\n李明,1,2\\n' | iconv -f UTF-8 -t GB18030 >$F", 1,
		  ".json:2:6: " },
		{ "printf 'a,b\\n1,2\\n' >$F", 1, "认不出各列" },
		{ "printf '[{\"name\":\"李明\",\"id_number\":\"1\"}]' >$F", 0,
		  "高考信息，格式没有问题" },
		{ "printf '[{\"name\":\"李明\",\"id_number\":\"1\"},\\n{\"name\":\"张三\"}]' >$F",
		  1, ".json:2:1: 少了" },
		{ "printf '[]' >$F", 1, ".json:1:1: 里面一个学生也没有。" },
		{ "(echo '// 本校'; cat data/guide.json) >$F", 1,
		  ".json:1:1: JSON 里不能写注释，删掉它。" },
		{ "tar -cf $F data/faq.json", 1, ".json:1:1: 这是 tar 压缩包：解压出里面的表格" },
		{ "printf '\\0\\0\\0\\030ftypheic\\0\\0' >$F", 1, "这不是文本文件" },
		{ "mkfifo $F", 2, ".json: 这不是普通文件" },
		{ "sed 's/<Code>/<F9>/' data/demo.json >$F", 1, "<F9>" },
		{ "echo '{}' >$F", 1, ".json:1:1: " },
		{ "rm -f $F", 2, ".json: 打不开" },
		{ "printf '{\"name\": 1,\\n\"id_number\": 2, \"x\": 3}' >$F", 1, ".json:2:17: " },
		{ "printf '\\357\\273\\277' >$F", 2, ".json: 文件是空的。" },
		{ "iconv -f UTF-8 -t UTF-32 data/guide.json >$F", 1,
		  ".json:1:1: 这是 UTF-32 文件，另存为 UTF-8。" },
		{ "iconv -f UTF-8 -t UTF-16 data/guide.json >$F", 1,
		  ".json:1:1: 这是 UTF-16 文件，另存为 UTF-8。" },
		{ "printf '{\"name\": 1,\\n\"id_number\": 2, \"x\": 3}' >$F", 1, ".json:1:10: " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command =
			xasprintf("mkdir $XDG_STATE_HOME/lint; F=$XDG_STATE_HOME/lint/lint.json;"
				  "cp data/faq.json ${F%%/*}; %s; $X lint $F; s=$?; "
				  "rm -r ${F%%/*}; exit $s",
				  rows[i].make);

		assert_int_equal(command_run(command), rows[i].status);
		command_says(rows[i].says);
		free(command);
	}
}

/* A guide that loads and cannot work. */
static void test_lint_of_a_guide(void **state)
{
	static const struct {
		const char *edit;
		int status;
		const char *says;
	} rows[] = {
		{ "s/x/x/", 0, "guide.json：指南，没有问题" },
		{ "s/\"faq\": \"faq.json\"/\"faq\": \"no.json\"/", 1,
		  "打不开：没有这个文件或文件夹。把它放过来，或删掉“faq”这一项。" },
		{ "s/\"faq\": \"faq.json\",//", 0, "没有问题" },
		{ "s/\"faq\": \"faq.json\"/\"faq\": \".\"/", 1,
		  "guide.json:9:10: 指南旁边的“.”，这是文件夹" },
		{ "s/\"faq\": \"faq.json\"/\"faq\": \"\"/", 1, "guide.json:9:10: 只写文件名" },
		{ "s/\"faq\": \"faq.json\"/\"faq\": \"guide.json\"/", 1,
		  "guide.json:9:10: “guide.json”第 1 行不对，先改好它：少了“categories”。" },
		{ "s/\"activity\": \"register\"/\"activity\": \"none\"/", 1,
		  "没有一步的“activity”是 register" },
		{ "s/\"activity\": \"verify\"/\"activity\": \"none\"/", 1,
		  "没有一步的“activity”是 verify" },
		{ "s/\"label\": \"手机号\"/\"label\": \"姓名\"/", 1,
		  "“姓名”前面已经有了，分不出是哪一个" },
		{ "s/\"label\": \"暂缓注册\"/\"label\": \"在籍（注册学籍）\"/", 1,
		  "“在籍（注册学籍）”前面已经有了" },
		{ "s/看清地址栏，是真的学信网/在浏览器里打开学信网首页/", 1,
		  "“在浏览器里打开学信网首页”前面已经有了" },
		{ "s/\"required\": true/\"required\": false/;s/\"fatal\": true/\"fatal\": false/",
		  1, "什么也不比就算自查成功" },
		{ "s/\"wait\", \"other\"/\"pass\", \"other\"/", 1, "不能算自查成功：改成 wait" },
		{ "s/\"2022-04-29\"/\"2022-13-40\"/", 1, "没有这一天" },
		{ "s/\"2022-04-29\"/\"2022-02-29\"/", 1, "没有这一天" },
		{ "s/\"2022-04-29\"/\"2021 年秋\"/", 0, "没有问题" },
		{ "s/\"outcome\": \"pass\"/\"outcome\": \"wait\"/", 1, "谁也不能自查成功" },
		{ "s/\"kind\": \"password\"/\"kind\": \"name\"/", 1,
		  "前面没有“kind”为 password 的一项" },
		{ "s/\"kind\": \"password\"/\"kind\": \"first\"/;"
		  "s/\"password-again\"/\"password\"/;s/\"first\"/\"password-again\"/",
		  1, ":54: 前面没有" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command =
			xasprintf("D=$XDG_STATE_HOME/school; mkdir $D; cp data/faq.json $D;"
				  "sed '%s' data/guide.json >$D/guide.json;"
				  "(cd $D && $X lint guide.json); s=$?; $X lint $D/guide.json"
				  " && t=0 || t=1; rm -r $D; [ $s = $t ] && exit $s",
				  rows[i].edit);

		command_expect(command, rows[i].status);
		command_says(rows[i].says);
		free(command);
	}
}

/* A script whose student or whose guide cannot be read. */
static void test_lint_of_a_demo(void **state)
{
	static const struct {
		const char *script, *guide; /* what sed makes of the shipped ones */
		int status;
		const char *says;
	} rows[] = {
		{ "s/x/x/", "s/x/x/", 0, "demo.json：演示脚本，没有问题" },
		{ "s/record.example.json/no.json/", "s/x/x/", 1,
		  "demo.json:5:13: “no.json”打不开：没有这个文件或文件夹。它要和脚本放在一起。" },
		{ "s/record.second.json/no.json/", "s/x/x/", 1,
		  "demo.json:63:17: “no.json”打不开" },
		{ "s/record.second.json/bad.json/", "s/x/x/", 1, "bad.json:1:1: 少了“name”" },
		{ "s/x/x/", "s/\"title\"/\"titel\"/", 2,
		  "demo.json: 没有排演：guide.json 有问题，先改好它。" },
		{ "s/x/x/", "s/,$//", 2, "demo.json: 没有排演：guide.json 有问题" },
		{ "s/x/x/", "s/\"steps\"/\"stepz\"/", 2, "demo.json: 没有排演：guide.json 有问题" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf("D=$XDG_STATE_HOME/school; mkdir $D; cp data/faq.json $D;"
					  "echo '{}' >$D/bad.json;"
					  "sed '%s' data/demo.json >$D/demo.json;"
					  "sed '%s' data/guide.json >$D/guide.json;"
					  "(cd $D && $X lint guide.json demo.json); s=$?;"
					  "rm -r $D; exit $s",
					  rows[i].script, rows[i].guide);

		command_expect(command, rows[i].status);
		command_says(rows[i].says);
		free(command);
	}
}

/* A roster as --record: in plain mode, in check, and files that are refused as one. */
static void test_roster(void **state)
{
	static const char *const rows =
		"printf '姓名,身份证号,考生号\\n李明,110000200709010014,26110101110001\\n"
		"张三,110000200709010022,26110101110002\\n' | iconv -f UTF-8 -t GB18030 >$F";
	static const struct {
		const char *make, *lines, *options;
		int status;
		const char *says;
	} tries[] = {
		{ NULL, "1\\n26110101110001\\n李明\\n110000200709010014\\n1\\nq\\n",
		  "--plain --fresh", 3, "在名册里找到了你的高考信息" },
		{ NULL, "1\\n26110101110001\\n李 明\\n110000200709010014\\n\\n/q\\ny\\n",
		  "--plain --fresh", 3, "姓名：李 明，要改\n第 2 个字是空格" },
		{ NULL, "1\\n26110101110002\\n李明\\n110000200709010014\\n1\\n1\\n/q\\ny\\n",
		  "--plain --fresh", 3, "名册里没有找到你" },
		{ NULL, "1\\n26110101110002\\n李明\\n110000200709010014\\n1\\n1\\n/q\\ny\\n",
		  "--plain --fresh", 3, "秒后可再找" },
		{ "printf '姓名,身份证号,考生号\\n李 明,110000200709010014,26110101110001\\n' >$F",
		  "1\\n26110101110001\\n李明\\n110000200709010014\\n1\\n\\n/q\\ny\\n",
		  "--plain --fresh", 3,
		  "姓名：李明，留意\n"
		  "回车 接着听：高考信息的姓名里多了空格，不是你填错了，请辅导员更正。" },
		{ NULL, "李明\\n110000200709010014\\n26110101110001\\n", "check", 0, "与高考一致" },
		{ NULL, "李明\\n110000200709010014\\n26110101110001\\n", "check --json", 0,
		  "{\"ok\": true, \"findings\": []}\n" },
		{ NULL, "李明\\n110000200709010014\\n", "check", 2, "标准输入:3:1: " },
		{ "printf '姓名,身份证号\\n' >$F", "q\\n", "--plain", 2, "一个学生也没有" },
		{ "printf '姓名,身份证号\\n李明,110000200709010014\\n' >$F",
		  "1\\n李明\\n110000200709010014\\n1\\nq\\n", "--plain --fresh", 3,
		  "在名册里找到了你的高考信息" },
		{ "printf '姓名,身份证号\\n李明,110000200709010014\\n' >$F",
		  "李明\\n110000200709010014\\n", "check", 0, "与高考一致" },
		{ "printf '姓名,班级\\n李明,一班\\n' >$F", "q\\n", "--plain", 2, ".csv:1:1: " },
		{ "printf '[{}' >$F", "q\\n", "--plain", 2, ".csv:1:4: " },
		{ ":", "q\\n", "--plain", 2, ".csv: 打不开" },
		{ "mkdir $F", "q\\n", "--plain", 2, ".csv: 这是文件夹" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++) {
		char *command = xasprintf("F=$XDG_STATE_HOME/roster.csv; %s; printf '%s' | $X %s "
					  "--record $F; s=$?; rm -rf $F; exit $s",
					  tries[i].make != NULL ? tries[i].make : rows,
					  tries[i].lines, tries[i].options);
		int status = command_run(command);

		if (status != tries[i].status)
			print_error("row %zu: %s\n", i, command_output());
		assert_int_equal(status, tries[i].status);
		command_says(tries[i].says);
		assert_null(strstr(command_output(), "张三"));
		free(command);
	}
}

/* Where nobody takes the output, a sentence says so, and nothing more is read. */
static void test_output_is_cut(void **state)
{
	static const char *const to_full_device[] = {
		"--help",          "--version",    "forget", "lint data/guide.json",
		"--plain --fresh", "demo --plain",
	};

	(void)state;
	for (size_t i = 0; i < sizeof to_full_device / sizeof to_full_device[0]; i++) {
		char *command = xasprintf(
			"printf 'first\nsecond\n' | { $X %s >/dev/full; s=$?; cat; exit $s; }",
			to_full_device[i]);

		command_expect(command, 2);
		assert_string_equal(command_output(),
				    "xueji: 没有写完：输出的一端关闭了，或磁盘已满\n"
				    "first\nsecond\n");
		free(command);
	}
	command_expect(
		"{ { yes '?' | $X --plain --fresh; echo status $? >&2; } | head -n 1; } 2>&1", 0);
	command_says("没有写完：输出的一端关闭了");
	command_says("status 2");
}

#define ID1 "110000200709010014"
#define ROSTER "printf '姓名,身份证号\\n张三," ID1 "\\n李四,110000200709010021\\n'"

static void test_audit(void **state)
{
	static const struct {
		const char *command;
		int status;
		const char *says;
	} rows[] = {
		{ ROSTER " | $X audit -", 1, "名册 标准输入：UTF-8，逗号分隔，表头在第 1 行" },
		{ ROSTER " | head -n 2 | $X audit -", 0, "格式对             1     100%" },
		{ ROSTER " | $X audit --json --reveal --no-duplicates -", 1,
		  "{\"summary\": {\"rows\": 2," },
		{ ROSTER " | $X audit - >/dev/full", 2, "没有写完" },
		{ ROSTER " | $X audit --json - >/dev/full", 2, "没有写完" },
		{ "printf '姓名,身份证号\\n' | $X audit -", 2,
		  "标准输入:2:1: 表头下面一个学生也没有" },
		{ "$X audit .", 2, "xueji: .: 这是文件夹，要的是里面的文件。" },
		{ "$X audit nowhere.csv", 2, "xueji: nowhere.csv: 打不开" },
		{ "$X audit \"$(printf 'x\\033[31m\\n.csv')\"", 2,
		  "xueji: x\uFFFD[31m .csv: 打不开" },
		{ "cd \"$XDG_STATE_HOME\"; f=$(printf 'x\\033[31m.csv'); " ROSTER
		  " >\"$f\"; $X audit \"$f\"; s=$?; rm \"$f\"; exit $s",
		  1, "名册 x\uFFFD[31m.csv：" },
		{ "printf '姓名,身份证号,班级\\n张三," ID1 ",\"一班\\n' | $X audit -", 1,
		  "引号不成对 [roster.quote]\n  第 2 行  " },
		{ ROSTER " | $X audit - --against nowhere.csv", 2, "xueji: nowhere.csv: 打不开" },
		{ ROSTER " | $X audit - --against data/record.example.json", 1,
		  "姓名与高考信息不同               1  ###" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (command_run(rows[i].command) != rows[i].status)
			fail_msg("%s: %s", rows[i].command, command_output());
		command_says(rows[i].says);
		assert_null(strchr(command_output(), '\033'));
	}
}

/* An endless roster: the program ends when the reader of its output does. */
static void test_audit_closed_pipe(void **state)
{
	(void)state;
	assert_int_equal(command_run("{ { printf '姓名,身份证号\\n'; yes '张三,1'; } | "
				     "{ $X audit --no-duplicates --json -; echo status $? >&2; } | "
				     "head -n 1; } 2>&1"),
			 0);
	command_says("{\"row\": 2, ");
	command_says("没有写完：输出的一端关闭了");
	command_says("status 2");
}

/* ^C while it waits for input: prints the summary so far, then dies of the signal. */
static void test_audit_interrupted(void **state)
{
	char *argv[] = { (char *)(uintptr_t)terminal_program(), (char *)(uintptr_t) "audit",
			 (char *)(uintptr_t) "-", NULL };
	struct terminal *t = terminal_start(40, 100, argv, NULL);

	(void)state;
	terminal_type(t, "姓名,身份证号\r张三," ID1 "\r李四,1100002007090\r王五,1");
	assert_true(terminal_settle(t, 10000));
	terminal_type(t, "\003");
	assert_true(terminal_wait_exit(t, 10000));
	assert_true(WIFSIGNALED(t->status) && WTERMSIG(t->status) == SIGINT);
	assert_true(terminal_find(t, "按 Ctrl-C 停下了，只到这里为止", NULL, NULL));
	assert_true(terminal_find(t, "学生               2", NULL, NULL));
	assert_true(terminal_find(t, "有错               1", NULL, NULL));
	terminal_end(t);
}

/* ^C while it writes what it found in the first of two rosters: says so in the total, and nothing
 * of who is not in the other. */
static void test_audit_interrupted_between(void **state)
{
	(void)state;
	signal(SIGINT, SIG_DFL); /* a job in the background is started with the signal ignored */
	assert_int_equal(
		command_run("cd \"$XDG_STATE_HOME\" && { printf '姓名,身份证号\\n'; "
			    "yes '赵六,11000020070901' | head -n 5000; } >a.csv && "
			    "printf '姓名,身份证号\\n李明," ID1 "\\n' | tee c.csv >b.csv && "
			    "sh -c 'echo $$ >pid; exec \"$0\" audit a.csv b.csv --against c.csv' "
			    "\"$X\" | "
			    "{ head -c 1 >/dev/null; kill -INT $(cat pid); tail -n 40; }; rm -f "
			    "a.csv b.csv "
			    "c.csv pid"),
		0);
	command_says("按 Ctrl-C 停下了，只到这里为止");
	assert_null(strstr(command_output(), "名册里没有"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_guide_into_a_pipe),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_plain_report),
		cmocka_unit_test(test_report_replaces_only_if_told),
		cmocka_unit_test(test_report_is_masked),
		cmocka_unit_test(test_report_names),
		cmocka_unit_test(test_demo_plain),
		cmocka_unit_test(test_demo_guide),
		cmocka_unit_test(test_plain_says_why),
		cmocka_unit_test(test_plain_without_hints),
		cmocka_unit_test(test_plain_resumes),
		cmocka_unit_test(test_usage),
		cmocka_unit_test(test_bad_records),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_roster),
		cmocka_unit_test(test_no_table),
		cmocka_unit_test(test_lint),
		cmocka_unit_test(test_lint_of_a_guide),
		cmocka_unit_test(test_lint_of_a_demo),
		cmocka_unit_test(test_output_is_cut),
		cmocka_unit_test(test_audit),
		cmocka_unit_test(test_audit_closed_pipe),
		cmocka_unit_test(test_audit_interrupted),
		cmocka_unit_test(test_audit_interrupted_between),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
