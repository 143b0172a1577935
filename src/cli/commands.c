/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"

#include <limits.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { HELP_COLUMN = 21 }; /* column of the description of an option, from 0 */

const struct option_row option_rows[OPTION_END] = {
	[OPTION_RECORD] = { "record", "文件名", "高考信息：JSON，或名册（CSV）" },
	[OPTION_GUIDE] = { "guide", "文件名", "本校自己的指南（JSON）" },
	[OPTION_REPORT] = { "report", "文件名", "到结果页时存下结果单（.txt、.md、.json）" },
	[OPTION_FRESH] = { "fresh", NULL, "不接着上次，从头开始" },
	[OPTION_AUTO] = { "auto", NULL, "自己走，走完再来" },
	[OPTION_SPEED] = { "speed", "倍数", "快慢，1 是平常，可以从 0.1 到 10" },
	[OPTION_HANDOUT] = { "handout", "文件名",
			     "不演，写成讲义（.html、.md、.txt），发群里或打印" },
	[OPTION_AGAINST] = { "against", "文件名", "和高考信息逐人比对（名册，或 JSON）" },
	[OPTION_BY] = { "by", "student", "按学生列：每人一处，写着他的全部问题" },
	[OPTION_REVEAL] = { "reveal", NULL, "写出完整的姓名和号码；不写就遮住" },
	[OPTION_NO_DUPLICATES] = { "no-duplicates", NULL,
				   "不查重复的号码，多大的名册都只占几 MB 内存" },
	[OPTION_JSON] = { "json", NULL, "结果写成 JSON，给别的程序用" },
	[OPTION_PLAIN] = { "plain", NULL, "逐行问答，不画屏幕：读屏软件、简单的终端用" },
	[OPTION_ASCII] = { "ascii", NULL, "边框只用 + - |" },
	[OPTION_MOUSE] = { "mouse", NULL, "点一下勾选、到某一步、按下面的键，滚轮翻动" },
	[OPTION_NO_HINTS] = { "no-hints", NULL, "不再提示有哪些键，只留 ?" },
	[OPTION_PROJECTOR] = { "projector", NULL, "投影：只留要紧的，遮住姓名和号码；按 t 也行" },
	[OPTION_HELP] = { "help", NULL, NULL },
	[OPTION_VERSION] = { "version", NULL, NULL },
};

#define LOOK                                                                              \
	(OPTION_BIT(OPTION_GUIDE) | OPTION_BIT(OPTION_PLAIN) | OPTION_BIT(OPTION_ASCII) | \
	 OPTION_BIT(OPTION_MOUSE) | OPTION_BIT(OPTION_NO_HINTS) | OPTION_BIT(OPTION_PROJECTOR))
#define FOUND_STATUS "退出状态：0 没有错（可能有要留意的），1 有错要改，2 出错（参数、文件）。\n"

static const struct command commands[] = {
	{ .name = "run",
	  .run = cmd_run,
	  .options = LOOK | OPTION_BIT(OPTION_RECORD) | OPTION_BIT(OPTION_REPORT) |
		     OPTION_BIT(OPTION_FRESH),
	  .summary = "新生学籍自查向导：上学信网之前，在本机把五步走一遍。不写命令就是它",
	  .usage = "[选项]",
	  .about = "学籍自查向导：一次一页，最下面一行是这一页能用的键。\n"
		   "? 看全部的键（填表时按 Ctrl-G），q 退出（填表时先按 Esc），Ctrl-C 随时退出。\n"
		   "输出不是终端时，把整份指南印成文字。\n",
	  .footer = "例：\n"
		    "  xueji --record 高考信息.json\n"
		    "  xueji --plain --report 结果.md\n"
		    "  xueji > 指南.txt\n"
		    "\n"
		    "退出状态：0 自查成功，1 有问题，2 出错，3 没做完（进度都在）。\n" },
	{ .name = "demo",
	  .run = cmd_demo,
	  .options = LOOK | OPTION_BIT(OPTION_AUTO) | OPTION_BIT(OPTION_SPEED) |
		     OPTION_BIT(OPTION_HANDOUT),
	  .files_max = 1,
	  .summary = "给大家演示，用虚构的学生",
	  .usage = "[脚本] [选项]",
	  .about = "给大家演示：用虚构的学生把五步走一遍，连同常见的错和怎么改。什么也不存。\n"
		   "每段放完就等着：空格 下一段，PgUp 上一段，h 自己来，. 黑屏，? 别的键，q "
		   "退出。\n",
	  .footer = "例：\n"
		    "  xueji demo --auto --speed 2\n"
		    "  xueji demo 本校.json\n"
		    "  xueji demo --handout 讲义.html\n"
		    "\n"
		    "自己看的备注，在另一个终端里开：xueji notes。\n"
		    "退出状态：0 放完或退出，2 出错（参数、文件、终端）。\n" },
	{ .name = "notes",
	  .run = cmd_notes,
	  .options = OPTION_BIT(OPTION_ASCII),
	  .summary = "演示的人自己看的备注",
	  .usage = "[选项]",
	  .about =
		  "演示的备注、下一段和时间，只有你看得到：在另一个终端里开，跟着 xueji demo 走。\n"
		  "先开后开都行，哪边断了都不碍事；q 退出。\n",
	  .footer = "例：\n"
		    "  xueji notes\n"
		    "\n"
		    "退出状态：0 退出，2 出错（参数、终端）。\n" },
	{ .name = "check",
	  .run = cmd_check,
	  .options = OPTION_BIT(OPTION_RECORD) | OPTION_BIT(OPTION_JSON),
	  .summary = "核对一个人的姓名和证件号码",
	  .usage = "[选项]",
	  .about = "核对一个人：标准输入每行一项：姓名，号码，名册有考生号的再写考生号。\n"
		   "在终端里就一项一项地问，号码不显示。\n"
		   "姓名和号码不从命令行参数收：别的用户看得到参数。\n",
	  .footer = "例：\n"
		    "  xueji check\n"
		    "  xueji check --record 高考信息.json < 两行.txt\n"
		    "  xueji check --json < 两行.txt\n"
		    "\n" FOUND_STATUS },
	{ .name = "audit",
	  .run = cmd_audit,
	  .options = OPTION_BIT(OPTION_AGAINST) | OPTION_BIT(OPTION_BY) |
		     OPTION_BIT(OPTION_REVEAL) | OPTION_BIT(OPTION_NO_DUPLICATES) |
		     OPTION_BIT(OPTION_JSON),
	  .files_min = 1,
	  .files_max = INT_MAX,
	  .summary = "检查名册，和高考信息逐人比对",
	  .usage = "名册… [选项]",
	  .about = "检查名册（CSV，UTF-8、GBK 或 UTF-16，多大都行）；名册写 - 就读标准输入。\n"
		   "几份名册合起来看：谁在两份里，谁哪一份也不在。\n"
		   "终端里每一类只列头 20 处，写到文件里就列出全部。\n"
		   "用 --json 时一处问题一行，最后一行是总数。\n",
	  .footer = "例：\n"
		    "  xueji audit 名册.csv\n"
		    "  xueji audit 名册.csv --against 高考.csv\n"
		    "  zcat 全校.csv.gz | xueji audit - --json > 问题.jsonl\n"
		    "\n" FOUND_STATUS },
	{ .name = "lint",
	  .run = cmd_lint,
	  .files_min = 1,
	  .files_max = INT_MAX,
	  .summary = "检查本校的数据文件",
	  .usage = "文件…",
	  .about = "检查指南、常见问题、演示脚本、高考信息（JSON）和名册（CSV），\n"
		   "每一处问题报出文件、行、列。是哪一种，看内容就知道。\n",
	  .footer = "例：\n"
		    "  xueji lint guide.json faq.json\n"
		    "  xueji lint 名册.csv\n"
		    "\n" FOUND_STATUS },
	{ .name = "forget",
	  .run = cmd_forget,
	  .summary = "删掉保存的进度",
	  .usage = "",
	  .about = "删掉保存的进度：$XDG_STATE_HOME/xueji（默认 ~/.local/state/xueji）里的\n"
		   "步骤和勾选。姓名和号码本来就不存。\n",
	  .footer = "例：\n"
		    "  xueji forget\n"
		    "\n"
		    "退出状态：0 删掉了，或本来就没有；2 出错（参数、文件）。\n" },
};

const struct command *commands_find(const char *name)
{
	for (size_t i = 0; i < COUNT(commands); i++)
		if (name == NULL || strcmp(name, commands[i].name) == 0)
			return &commands[i];
	return NULL;
}

static void overview(FILE *out)
{
	charset_put("用法：xueji [命令] [选项]\n\n", out);
	for (size_t i = 0; i < COUNT(commands); i++)
		charset_printf(out, "  %-10s%s\n", commands[i].name, commands[i].summary);
	charset_put("\n"
		    "每个命令都有自己的说明：xueji 命令 --help。版本：xueji --version。\n"
		    "\n"
		    "例：\n"
		    "  xueji\n"
		    "  xueji demo\n"
		    "  xueji check --help\n"
		    "\n"
		    "姓名和号码只在内存里，什么也不会发出去。\n"
		    "手册：man xueji；怎么改指南：man xueji-guide。\n",
		    out);
}

static void describe_option(const struct option_row *row, FILE *out)
{
	const char *value = row->value != NULL ? row->value : "";
	int used = 2 + 2 + text_width(row->name) + 1 + text_width(value);

	charset_printf(out, "  --%s %s%*s%s\n", row->name, value, HELP_COLUMN - used, "",
		       row->help);
}

void commands_help(const char *name, FILE *out)
{
	const struct command *c = commands_find(name);

	if (name == NULL) {
		overview(out);
		return;
	}
	charset_printf(out, "用法：xueji %s%s%s\n\n%s\n", c == commands ? "[run]" : c->name,
		       *c->usage != '\0' ? " " : "", c->usage, c->about);
	for (size_t id = 1; id < OPTION_HELP; id++)
		if ((c->options & OPTION_BIT(id)) != 0)
			describe_option(&option_rows[id], out);
	charset_printf(out, "%s%s", c->options != 0 ? "\n" : "", c->footer);
}
