/* SPDX-License-Identifier: MIT */
/* How the program speaks: short, what to do first, no blame; and what it said before does not come
 * back. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "support/command.h"

/* Whether a file with words for people has the text. */
static bool is_written(const char *text)
{
	char *command = xasprintf("grep -rqF -e '%s' src data/guide.json data/faq.json "
				  "data/demo.json data/man README.md",
				  text);
	int status = command_run(command);

	free(command);
	assert_in_range(status, 0, 1);
	return status == 0;
}

static void test_words(void **state)
{
	static const struct {
		const char *instead, *says; /* says NULL: it is made of parts, see below */
	} rows[] = {
		{ "把它删掉", NULL },
		{ "繁体、异体算不同的字", NULL },
		{ "不要只改末位", NULL },
		{ "键盘上没有的字符", "密码只能用英文字母、数字和符号" },
		{ "照样继续", "不改也行" },
		{ "只认 chsi.com.cn 结尾", "点也要在" },
		{ "后来（", " 年起：" },
		{ "学籍就是按它建的", "不填也行" },
		{ "退出即抹去", "退出就没了" },
		{ "做这一步", "开始演练" },
		{ "改这一项", "修改" },
		{ "暂不核对", "跳过" },
		{ "未核对", "还没看" },
		{ "未选", "请选" },
		{ "未显示", "网页上没有" },
		{ "必须一致的还没有核对完", "还差 %zu 项：" },
		{ "必须一致的都一致", "该一致的都一致" },
		{ "谁来更正", "找谁" },
		{ "每一步做到哪里了", "进度" },
		{ "勾了 ", "做了 %zu/%zu" },
		{ "已交给终端的剪贴板", "网址已复制；贴不出来就按 r 扫码。" },
		{ "演练记录", "本人对照网页自填，不是学信网的证明。" },
		{ "用户名是刚才填的", "别填学号" },
		{ "后面还少一样", " 后面要写文件名" },
		{ "按 n 留下", "Enter 留下，y 退出。" },
		/* more than is known: a code may be used again, and only the day's number of
		 * messages locks */
		{ "前面的都作废", "照最新一条短信填。" },
		{ "连着按，真的网站会锁", "等 60 秒" },
		{ "晚几天", "会晚一些" },
		{ "不用交什么", "要不要交表，按本校通知" },
		{ "比如学费", "第十二条" },
		/* nothing is drawn bold */
		{ "粗体，只留要紧的", "只留要紧的" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (is_written(rows[i].instead))
			fail_msg("“%s” is back:\n%s", rows[i].instead, command_output());
		if (rows[i].says != NULL && !is_written(rows[i].says))
			fail_msg("nothing says “%s”", rows[i].says);
	}
}

/* Sentences that are made of parts, with the invented student's record. */
static void test_sentences(void **state)
{
	static const struct {
		const char *name, *number, *says;
	} rows[] = {
		{ "李 明", "110000200709010014", "第 2 个字是空格，删掉它。" },
		{ "李朋", "110000200709010014", "第 2 个字应为“明”，现在是“朋”。" },
		{ "明李", "110000200709010014", "的顺序反了，应为“李明”。" },
		{ "王芳", "110000200709010014",
		  "和高考登记的姓名完全不同，看看是不是用了别人的信息。" },
		{ "李明", "110000200709011314", "第 15、16 位应为 00，现在是 13。" },
		{ "李明", "110000200709010041", "第 17、18 位互换了，应为 14。" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf("printf '%s\\n%s\\n' | "
					  "$X check --record data/record.example.json",
					  rows[i].name, rows[i].number);

		command_expect(command, 1);
		command_says(rows[i].says);
		free(command);
	}
	command_expect("printf '李明\\n110000200709010013\\n' | $X check", 1);
	command_says("号码有一位或几位抄错了，从头对一遍。");
}

/* What is for people to read addresses them as 你, and shouts nowhere. */
static void test_tone(void **state)
{
	static const char *const never[] = { "您", "！", "务必", "严禁", "否则后果",
					     /* cold, or a program's */
					     "非法", "无效", "失效", "字段", "校验规则",
					     /* one word for each: 辅导员, 推断, 打 */
					     "老师", "推测", "问学院", "告诉学院", "自己输入" };

	(void)state;
	for (size_t i = 0; i < sizeof never / sizeof never[0]; i++) {
		char *command = xasprintf("grep -nF -e '%s' data/guide.json data/faq.json "
					  "data/demo.json data/man/* src/screens/*.c "
					  "src/wizard/*.c src/plain/plain_page.c "
					  "src/plain/plain_line.c src/cli/*.c "
					  "src/rules/kinds.def",
					  never[i]);

		command_expect(command, 1);
		free(command);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_sentences),
		cmocka_unit_test(test_tone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
