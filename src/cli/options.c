/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "demo/demo.h"
#include "wizard/line_edit.h"

/* A command line while it is parsed. Only the first wrong word is reported, and only when the
 * command is known, because the message names its help page. */
struct reading {
	struct options *out;
	const char *wrong; /* borrowed; NULL: none so far */
	const char *why;   /* printed after the word */
	const char *what;  /* printed after why; may be "" */
	/* Storage for a wrong word that is not shown as typed. */
	char option[24];
};

static void reject(struct reading *r, const char *word, const char *why, const char *what)
{
	if (r->wrong != NULL)
		return;
	r->wrong = word;
	r->why = why;
	r->what = what;
}

static void reject_option(struct reading *r, enum option_id id, const char *why, const char *what)
{
	if (r->wrong != NULL)
		return;
	snprintf(r->option, sizeof r->option, "--%s", option_rows[id].name);
	reject(r, r->option, why, what);
}

static void complain(const struct reading *r, const char *command)
{
	char *clean = text_clean_line(r->wrong);
	bool known = command != NULL && commands_find(command) != NULL;

	charset_printf(stderr, "xueji: %s%s%s；用 xueji %s%s--help 看用法\n", clean, r->why,
		       r->what, known ? command : "", known ? " " : "");
	free(clean);
}

/* Handles '?' of getopt. In a word of several short options, shows only the wrong one. */
static void reject_unknown(struct reading *r, const char *word)
{
	if (r->wrong == NULL && optopt > ' ' && optopt < 0x7F) {
		snprintf(r->option, sizeof r->option, "-%c", optopt);
		word = r->option;
	}
	reject(r, word, " 不是 xueji 的选项", "");
}

static bool read_speed(const char *word, unsigned *percent)
{
	char *end;
	double times = strtod(word, &end);

	if (end == word || *end != '\0' || !(times >= DEMO_SPEED_MIN / 100.0) ||
	    !(times <= DEMO_SPEED_MAX / 100.0))
		return false;
	*percent = (unsigned)(times * 100);
	return true;
}

/* Returns true if the name can be typed on the page of the wizard where it is shown and changed. */
static bool is_typable(const char *path)
{
	struct line_edit line = { 0 };

	return line_edit_set(&line, path) && line.len > 0 && strcmp(line.text, path) == 0;
}

static void take_option(struct reading *r, enum option_id id, const char *value)
{
	r->out->given[id] = value;
	if (id == OPTION_SPEED && !read_speed(value, &r->out->speed))
		reject(r, value, " 不是速度；1 是平常，可以从 0.1 到 10", "");
	if (id == OPTION_REPORT && !is_typable(value))
		reject(r, value, " 不能当结果单的文件名：空的、太长，或有不能输入的字", "");
}

static void read_options(struct reading *r, int argc, char **argv)
{
	struct option known[OPTION_END] = { 0 };
	int id;

	for (id = 1; id < OPTION_END; id++)
		known[id - 1] = (struct option){
			.name = option_rows[id].name,
			.has_arg = option_rows[id].value != NULL ? required_argument : no_argument,
			.val = id,
		};
	opterr = 0;
	while ((id = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (id == '?')
			reject_unknown(r, argv[optind - 1]);
		else if (id == ':')
			reject_option(r, (enum option_id)optopt,
				      optopt == OPTION_BY ? " 后面要写 " : " 后面要写",
				      option_rows[optopt].value);
		else
			take_option(r, (enum option_id)id, optarg != NULL ? optarg : "");
	}
}

/* Checks that the command has every given option and takes this number of files. */
static void check_use(struct reading *r, const struct command *c)
{
	for (size_t id = 1; id < OPTION_HELP; id++)
		if (r->out->given[id] != NULL && (c->options & OPTION_BIT(id)) == 0)
			reject_option(r, (enum option_id)id, " 不是这个命令的选项", "");
	if (r->out->file_count < c->files_min)
		reject(r, c->name, " 后面要写文件名", "");
	if (r->out->file_count > c->files_max)
		reject(r, r->out->files[c->files_max], " 是多余的", "");
}

const struct command *options_read(int argc, char **argv, struct options *out)
{
	struct reading r = { .out = out };
	const struct command *c;

	*out = (struct options){ .speed = DEMO_SPEED_USUAL };
	read_options(&r, argc, argv);
	out->topic = argv[optind];
	out->files = argv + optind + (out->topic != NULL);
	out->file_count = argc - optind - (out->topic != NULL);
	c = commands_find(out->topic);
	if (c == NULL)
		reject(&r, out->topic, " 不是 xueji 的命令", "");
	else if (!option_given(out, OPTION_HELP) && !option_given(out, OPTION_VERSION))
		check_use(&r, c);
	if (r.wrong == NULL)
		return c;
	complain(&r, out->topic);
	return NULL;
}
