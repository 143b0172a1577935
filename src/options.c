/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charset.h"
#include "text.h"

const char options_help[] =
	"用法：xueji [run] [选项]     新生学籍自查向导\n"
	"      xueji forget          删掉保存的进度\n"
	"      xueji --help | --version\n"
	"\n"
	"  --record 文件   高考信息（JSON），省得手填\n"
	"  --guide 文件    本校自己的指南（JSON）\n"
	"  --plain         逐行问答，不画屏幕：读屏软件、脚本用\n"
	"  --ascii         边框只用 + - |\n"
	"  --fresh         不接着上次，从头开始\n"
	"\n"
	"例：xueji --record data/record.example.json\n"
	"    xueji > steps.txt        把整份指南印成文字\n"
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

static bool read_command(const char *word, struct options *out)
{
	if (strcmp(word, "run") == 0)
		out->command = COMMAND_RUN;
	else if (strcmp(word, "forget") == 0)
		out->command = COMMAND_FORGET;
	else
		return complain(word, " 不是 xueji 的命令"), false;
	return true;
}

bool options_read(int argc, char **argv, struct options *out)
{
	enum { RECORD = 1, GUIDE, PLAIN, ASCII, FRESH, HELP, VERSION };
	static const struct option known[] = {
		{ "record", required_argument, NULL, RECORD }, { "guide", required_argument, NULL, GUIDE },
		{ "plain", no_argument, NULL, PLAIN },	       { "ascii", no_argument, NULL, ASCII },
		{ "fresh", no_argument, NULL, FRESH },	       { "help", no_argument, NULL, HELP },
		{ "version", no_argument, NULL, VERSION },     { 0 },
	};
	int option;

	*out = (struct options){ .command = COMMAND_RUN };
	opterr = 0;
	while ((option = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		switch (option) {
		case RECORD:
			out->record = optarg;
			break;
		case GUIDE:
			out->guide = optarg;
			break;
		case PLAIN:
			out->plain = true;
			break;
		case ASCII:
			out->ascii = true;
			break;
		case FRESH:
			out->fresh = true;
			break;
		case HELP:
			out->command = COMMAND_HELP;
			return true;
		case VERSION:
			out->command = COMMAND_VERSION;
			return true;
		default:
			complain(argv[optind - 1], option == ':' ? " 后面要跟文件名"
								 : " 不是 xueji 的选项");
			return false;
		}
	}
	if (optind < argc && !read_command(argv[optind++], out))
		return false;
	if (optind < argc)
		return complain(argv[optind], " 是多余的"), false;
	return true;
}
