/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charset.h"
#include "demo.h"
#include "text.h"

const char options_help[] =
	"用法：xueji [run] [选项]     新生学籍自查向导\n"
	"      xueji demo [脚本]     给大家演示：空格 暂停，→ 下一段，← 上一段，. 黑屏\n"
	"      xueji notes           演示备注：在另一个终端里，跟着 demo 走\n"
	"      xueji check [选项]    核对：第 1 行姓名，第 2 行号码；用名册时第 3 行考生号\n"
	"      xueji audit 名册      逐行核对一份名册（CSV），- 是标准输入\n"
	"      xueji lint 文件…      检查指南、常见问题、演示脚本、高考信息、名册，报出每一处问题\n"
	"      xueji forget          删掉保存的进度\n"
	"      xueji --help | --version\n"
	"\n"
	"  --record 文件   高考信息（JSON），省得手填；也可以是名册（CSV），凭考生号找到自己\n"
	"  --guide 文件    本校自己的指南（JSON）\n"
	"  --plain         逐行问答，不画屏幕：读屏软件、脚本用\n"
	"  --ascii         边框只用 + - |\n"
	"  --mouse         点一下勾选、到某一步、按最下面的键，滚轮翻动（终端自己的选字要按住 "
	"Shift）\n"
	"  --no-hints      不再提示有哪些键，只留 ?\n"
	"  --fresh         不接着上次，从头开始\n"
	"  --report 文件   做到结果页时把结果单存进这个文件（.txt、.md、.json）\n"
	"  --theme projector  投影：粗体，只留要紧的，遮住姓名（向导里按 t）\n"
	"  --auto          演示自己走，走完再来\n"
	"  --speed 倍数    演示的快慢，1 是平常\n"
	"  --json          check、audit 的结果写成 JSON\n"
	"  --against 文件  audit 时与高考信息（CSV 或 JSON）比对\n"
	"  --reveal        audit 时显示姓名和号码\n"
	"  --no-duplicates audit 时不查重号，多大的名册都只占几 MB 内存\n"
	"\n"
	"例：xueji --record data/record.example.json\n"
	"    xueji > steps.txt        把整份指南印成文字\n"
	"\n"
	"    printf '李明\\n110000200709010014\\n' | xueji check\n"
	"\n"
	"退出状态：0 自查成功，1 有问题，2 出错，3 没做完（进度都在）。\n"
	"姓名和号码只在内存里，什么也不会发送出去。\n";

static void complain(const char *word, const char *what)
{
	char *clean = text_clean_line(word);

	fputs("xueji: ", stderr);
	charset_put(clean, stderr);
	charset_put(what, stderr);
	charset_put("；用 xueji --help 看用法\n", stderr);
	free(clean);
}

/* getopt names a short option by its letter alone: its word may hold more. */
static void complain_of_option(const char *word, bool lacks_file)
{
	char letter[] = { '-', (char)optopt, '\0' };
	bool is_short = optopt > ' ' && optopt < 0x7F;

	complain(is_short ? letter : word, lacks_file ? " 后面要跟文件名" : " 不是 xueji 的选项");
}

/* 1 is the usual; one digit behind the point. */
static bool read_speed(const char *word, unsigned *speed)
{
	char *end;
	double times = strtod(word, &end);

	if (end == word || *end != '\0' || !(times >= DEMO_SPEED_MIN / 100.0) ||
	    !(times <= DEMO_SPEED_MAX / 100.0))
		return complain(word, " 不是速度；1 是平常，可以从 0.1 到 10"), false;
	*speed = (unsigned)(times * 100);
	return true;
}

/* The command's name and what follows it. */
static bool read_words(char **words, int count, struct options *out)
{
	static const struct {
		const char *name;
		enum command command;
	} commands[] = {
		{ "run", COMMAND_RUN },     { "check", COMMAND_CHECK },
		{ "demo", COMMAND_DEMO },   { "notes", COMMAND_NOTES },
		{ "lint", COMMAND_LINT },   { "forget", COMMAND_FORGET },
		{ "audit", COMMAND_AUDIT },
	};
	size_t i = 0;

	if (count == 0)
		return true;
	while (i < sizeof commands / sizeof commands[0] && strcmp(words[0], commands[i].name) != 0)
		i++;
	if (i == sizeof commands / sizeof commands[0])
		return complain(words[0], " 不是 xueji 的命令"), false;
	out->command = commands[i].command;
	if (out->command == COMMAND_DEMO && count == 2) {
		out->files = words + 1;
		out->file_count = 1;
		return true;
	}
	if (out->command == COMMAND_LINT || out->command == COMMAND_AUDIT) {
		out->files = words + 1;
		out->file_count = count - 1;
		if (count == 1)
			return complain(words[0], " 后面要跟文件名"), false;
		if (out->command == COMMAND_LINT)
			return true;
		words++;
		count--;
	}
	return count == 1 || (complain(words[1], " 是多余的"), false);
}

enum option_name {
	RECORD = 1,
	GUIDE,
	REPORT,
	AGAINST,
	SPEED,
	THEME,
	PLAIN,
	ASCII,
	MOUSE,
	NO_HINTS,
	FRESH,
	JSON,
	REVEAL,
	NO_DUPLICATES,
	AUTO,
	HELP,
	VERSION
};

static const struct option known[] = {
	{ "record", required_argument, NULL, RECORD },
	{ "guide", required_argument, NULL, GUIDE },
	{ "report", required_argument, NULL, REPORT },
	{ "against", required_argument, NULL, AGAINST },
	{ "speed", required_argument, NULL, SPEED },
	{ "theme", required_argument, NULL, THEME },
	{ "plain", no_argument, NULL, PLAIN },
	{ "ascii", no_argument, NULL, ASCII },
	{ "mouse", no_argument, NULL, MOUSE },
	{ "no-hints", no_argument, NULL, NO_HINTS },
	{ "fresh", no_argument, NULL, FRESH },
	{ "json", no_argument, NULL, JSON },
	{ "reveal", no_argument, NULL, REVEAL },
	{ "no-duplicates", no_argument, NULL, NO_DUPLICATES },
	{ "auto", no_argument, NULL, AUTO },
	{ "help", no_argument, NULL, HELP },
	{ "version", no_argument, NULL, VERSION },
	{ 0 },
};

/* An option that says yes to something. */
static void take_flag(enum option_name name, struct options *out)
{
	out->plain = out->plain || name == PLAIN;
	out->ascii = out->ascii || name == ASCII;
	out->mouse = out->mouse || name == MOUSE;
	out->no_hints = out->no_hints || name == NO_HINTS;
	out->fresh = out->fresh || name == FRESH;
	out->json = out->json || name == JSON;
	out->reveal = out->reveal || name == REVEAL;
	out->no_duplicates = out->no_duplicates || name == NO_DUPLICATES;
	out->automatic = out->automatic || name == AUTO;
}

/* The name can be shown and changed on the page: it must be one that can be typed there. */
static bool is_typable(const char *path)
{
	struct line_edit line = { 0 };

	return line_edit_set(&line, path) && line.len > 0 && strcmp(line.text, path) == 0;
}

static bool take_value(enum option_name name, const char *value, struct options *out)
{
	switch (name) {
	case RECORD:
		out->record = value;
		return true;
	case GUIDE:
		out->guide = value;
		return true;
	case AGAINST:
		out->against = value;
		return true;
	case REPORT:
		out->report = value;
		if (!is_typable(value))
			return complain(value,
					" 不能当结果单的文件名：空的、太长，或有不能输入的字"),
			       false;
		return true;
	case SPEED:
		return read_speed(value, &out->speed);
	default:
		if (strcmp(value, "projector") != 0)
			return complain(value, " 不是主题；现在只有 projector"), false;
		out->projector = true;
		return true;
	}
}

bool options_read(int argc, char **argv, struct options *out)
{
	int name;

	*out = (struct options){ .command = COMMAND_RUN, .speed = DEMO_SPEED_USUAL };
	opterr = 0;
	while ((name = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (name == '?' || name == ':')
			return complain_of_option(argv[optind - 1], name == ':'), false;
		if (name == HELP || name == VERSION) {
			out->command = name == HELP ? COMMAND_HELP : COMMAND_VERSION;
			return true;
		}
		if (optarg == NULL)
			take_flag((enum option_name)name, out);
		else if (!take_value((enum option_name)name, optarg, out))
			return false;
	}
	return read_words(argv + optind, argc - optind, out);
}
