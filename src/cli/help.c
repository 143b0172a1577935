/* SPDX-License-Identifier: MIT */
#include "cli/help.h"

#include <stddef.h>
#include <string.h>

/* An option that several commands take is described once. */
#define OPTION_GUIDE "  --guide 文件       本校自己的指南（JSON）\n"
#define OPTION_PLAIN "  --plain            逐行问答，不画屏幕：读屏软件、简单的终端用\n"
#define OPTION_ASCII "  --ascii            边框只用 + - |\n"
#define OPTION_MOUSE "  --mouse            点一下勾选、到某一步、按下面的键，滚轮翻动\n"
#define OPTION_HINTS "  --no-hints         不再提示有哪些键，只留 ?\n"
#define OPTION_THEME "  --theme projector  投影：粗体，只留要紧的，遮住姓名（向导里按 t）\n"
#define FOUND_STATUS "退出状态：0 没有问题，1 有问题，2 出错（参数、文件）。\n"

static const struct help {
	const char *command, *text;
} pages[] = {
	{ "run", "用法：xueji [run] [选项]\n"
		 "\n"
		 "学籍自查向导：一次一页，最下面一行是这一页能用的键。\n"
		 "? 看全部的键（填表时按 F1），q 退出（填表时先按 Esc），Ctrl-C 随时退出。\n"
		 "输出不是终端时，把整份指南印成文字。\n"
		 "\n"
		 "  --record 文件      高考信息（JSON），省得手填；也可以是名册，凭考生号找到自己\n"
		 "  --report 文件      到结果页时把结果单存进这个文件（.txt、.md、.json）\n"
		 "  --fresh            不接着上次，从头开始\n" OPTION_GUIDE OPTION_PLAIN
			 OPTION_ASCII OPTION_MOUSE OPTION_HINTS OPTION_THEME "\n"
		 "例：\n"
		 "  xueji --record 高考信息.json\n"
		 "  xueji --plain --report 结果.md\n"
		 "  xueji > 指南.txt\n"
		 "\n"
		 "退出状态：0 自查成功，1 有问题，2 出错，3 没做完（进度都在）。\n" },
	{ "demo",
	  "用法：xueji demo [脚本] [选项]\n"
	  "\n"
	  "给大家演示：用虚构的学生把五步走一遍，连同常见的错和怎么改。什么也不存。\n"
	  "空格 暂停，→ 下一段，← 上一段，数字 到某一步，. 黑屏，t 投影，q 退出。\n"
	  "\n"
	  "  --auto             自己走，走完再来\n"
	  "  --speed 倍数       快慢，1 是平常，可以从 0.1 到 10\n" OPTION_GUIDE OPTION_PLAIN
		  OPTION_ASCII OPTION_MOUSE OPTION_HINTS OPTION_THEME "\n"
	  "例：\n"
	  "  xueji demo\n"
	  "  xueji demo --auto --speed 2\n"
	  "  xueji demo 本校.json\n"
	  "\n"
	  "自己看的备注，在另一个终端里开：xueji notes。\n"
	  "退出状态：0 放完或退出，2 出错（参数、文件、终端）。\n" },
	{ "notes",
	  "用法：xueji notes [选项]\n"
	  "\n"
	  "演示的备注、下一段和时间，只有你看得到：在另一个终端里开，跟着 xueji demo 走。\n"
	  "先开后开都行，哪边断了都不碍事；q 退出。\n"
	  "\n" OPTION_ASCII "\n"
	  "例：\n"
	  "  xueji notes\n"
	  "\n"
	  "退出状态：0 退出，2 出错（参数、终端）。\n" },
	{ "check", "用法：xueji check [选项]\n"
		   "\n"
		   "核对一个人：标准输入第 1 行是姓名，第 2 行是号码；用名册时第 3 行是考生号。\n"
		   "\n"
		   "  --record 文件      高考信息（JSON），有它就逐字比对；也可以是名册\n"
		   "  --json             结果写成一个 JSON 对象，给别的程序用\n"
		   "\n"
		   "例：\n"
		   "  printf '李明\\n11000020070901001x\\n' | xueji check\n"
		   "  xueji check --record 高考信息.json < 两行.txt\n"
		   "  xueji check --json < 两行.txt\n"
		   "\n" FOUND_STATUS "姓名和号码不从命令行参数收：别的用户看得到参数。\n" },
	{ "audit", "用法：xueji audit 名册 [选项]\n"
		   "\n"
		   "检查一份名册（CSV，UTF-8 或 GBK，多大都行）；名册写 - 就读标准输入。\n"
		   "\n"
		   "  --against 文件     和高考信息逐行比对（名册，或 JSON）\n"
		   "  --reveal           写出完整的姓名和号码；不写就遮住\n"
		   "  --no-duplicates    不查重复的号码，多大的名册都只占几 MB 内存\n"
		   "  --json             一处问题一行 JSON，最后一行是总数\n"
		   "\n"
		   "例：\n"
		   "  xueji audit 名册.csv\n"
		   "  xueji audit 名册.csv --against 高考.csv\n"
		   "  zcat 全校.csv.gz | xueji audit - --json > 问题.jsonl\n"
		   "\n" FOUND_STATUS },
	{ "lint", "用法：xueji lint 文件…\n"
		  "\n"
		  "检查指南、常见问题、演示脚本、高考信息（JSON）和名册（CSV），\n"
		  "每一处问题报出文件、行、列。是哪一种，看内容就知道。\n"
		  "\n"
		  "例：\n"
		  "  xueji lint guide.json faq.json\n"
		  "  xueji lint 名册.csv\n"
		  "\n" FOUND_STATUS },
	{ "forget", "用法：xueji forget\n"
		    "\n"
		    "删掉保存的进度：$XDG_STATE_HOME/xueji（默认 ~/.local/state/xueji）里的\n"
		    "步骤和勾选。姓名和号码本来就不存。\n"
		    "\n"
		    "例：\n"
		    "  xueji forget\n"
		    "\n"
		    "退出状态：0 删掉了，或本来就没有；2 出错（参数、文件）。\n" },
};

static const char overview[] =
	"用法：xueji [命令] [选项]\n"
	"\n"
	"  run       新生学籍自查向导：上学信网之前，在本机把五步走一遍。不写命令就是它\n"
	"  demo      给大家演示，用虚构的学生\n"
	"  notes     演示的人自己看的备注\n"
	"  check     核对一个人的姓名和证件号码\n"
	"  audit     检查名册，和高考信息逐行比对\n"
	"  lint      检查本校的数据文件\n"
	"  forget    删掉保存的进度\n"
	"\n"
	"每个命令都有自己的说明：xueji 命令 --help。版本：xueji --version。\n"
	"\n"
	"例：\n"
	"  xueji\n"
	"  xueji demo\n"
	"  xueji check --help\n"
	"\n"
	"姓名和号码只在内存里，什么也不会发送出去。\n"
	"手册：man xueji；怎么改指南：man xueji-guide。\n";

const char *help_of(const char *command)
{
	if (command == NULL)
		return overview;
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
		if (strcmp(pages[i].command, command) == 0)
			return pages[i].text;
	return NULL;
}
