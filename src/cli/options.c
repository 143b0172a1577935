/* SPDX-License-Identifier: MIT */
#include "cli/options.h"

#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "cli/help.h"
#include "demo/demo.h"
#include "wizard/line_edit.h"

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

#define TAKES(option) (1U << (option))
#define TAKES_LOOK \
	(TAKES(GUIDE) | TAKES(PLAIN) | TAKES(ASCII) | TAKES(THEME) | TAKES(MOUSE) | TAKES(NO_HINTS))

static const struct command_line {
	const char *name;
	enum command command;
	int files_min, files_max;
	unsigned takes;
} commands[] = {
	{ "run", COMMAND_RUN, 0, 0, TAKES_LOOK | TAKES(RECORD) | TAKES(REPORT) | TAKES(FRESH) },
	{ "demo", COMMAND_DEMO, 0, 1, TAKES_LOOK | TAKES(AUTO) | TAKES(SPEED) },
	{ "notes", COMMAND_NOTES, 0, 0, TAKES(ASCII) },
	{ "check", COMMAND_CHECK, 0, 0, TAKES(RECORD) | TAKES(JSON) },
	{ "audit", COMMAND_AUDIT, 1, 1,
	  TAKES(AGAINST) | TAKES(REVEAL) | TAKES(NO_DUPLICATES) | TAKES(JSON) },
	{ "lint", COMMAND_LINT, 1, INT_MAX, 0 },
	{ "forget", COMMAND_FORGET, 0, 0, 0 },
};

/* A command line while it is read. What is wrong with it is told when the command is known, whose
 * help may follow the wrong word. */
struct reading {
	struct options *out;
	unsigned taken;      /* TAKES() of each option that is there */
	const char *command; /* borrowed: as the user wrote it; NULL: not at all */
	const char *wrong;   /* borrowed: the first wrong word; NULL: none yet */
	const char *why;     /* what follows it */
	char option[24];     /* a wrong word that stands nowhere on the line as it is to be shown */
};

static bool object(struct reading *r, const char *word, const char *why)
{
	if (r->wrong == NULL) {
		r->wrong = word;
		r->why = why;
	}
	return false;
}

static void complain(const struct reading *r)
{
	char *clean = text_clean_line(r->wrong);

	fputs("xueji: ", stderr);
	charset_put(clean, stderr);
	charset_put(r->why, stderr);
	charset_put("；用 xueji ", stderr);
	if (r->command != NULL && help_of(r->command) != NULL)
		fprintf(stderr, "%s ", r->command);
	charset_put("--help 看用法\n", stderr);
	free(clean);
}

/* After getopt's ':' (lacks its value) or '?'. A short option's word may hold more than it. */
static void object_to_option(struct reading *r, const char *word, bool lacks_value)
{
	if (r->wrong == NULL && optopt > ' ' && optopt < 0x7F) {
		snprintf(r->option, sizeof r->option, "-%c", optopt);
		word = r->option;
	}
	object(r, word, lacks_value ? " 后面还少一样：文件名或数值" : " 不是 xueji 的选项");
}

/* 1 is the usual; one digit behind the point. */
static bool read_speed(struct reading *r, const char *word)
{
	char *end;
	double times = strtod(word, &end);

	if (end == word || *end != '\0' || !(times >= DEMO_SPEED_MIN / 100.0) ||
	    !(times <= DEMO_SPEED_MAX / 100.0))
		return object(r, word, " 不是速度；1 是平常，可以从 0.1 到 10");
	r->out->speed = (unsigned)(times * 100);
	return true;
}

/* The name can be shown and changed on the page: it must be one that can be typed there. */
static bool is_typable(const char *path)
{
	struct line_edit line = { 0 };

	return line_edit_set(&line, path) && line.len > 0 && strcmp(line.text, path) == 0;
}

static bool take_value(struct reading *r, enum option_name name, const char *value)
{
	switch (name) {
	case RECORD:
		r->out->record = value;
		return true;
	case GUIDE:
		r->out->guide = value;
		return true;
	case AGAINST:
		r->out->against = value;
		return true;
	case REPORT:
		r->out->report = value;
		return is_typable(value) ||
		       object(r, value, " 不能当结果单的文件名：空的、太长，或有不能输入的字");
	case SPEED:
		return read_speed(r, value);
	default:
		r->out->projector = true;
		return strcmp(value, "projector") == 0 ||
		       object(r, value, " 不是主题；现在只有 projector");
	}
}

/* An option that says yes to something. */
static void take_flag(struct options *out, enum option_name name)
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

/* Says in *asked whether HELP or VERSION was; the last of them counts. */
static void read_options(struct reading *r, int argc, char **argv, enum option_name *asked)
{
	int name;

	opterr = 0;
	while ((name = getopt_long(argc, argv, ":", known, NULL)) != -1) {
		if (name == '?' || name == ':')
			object_to_option(r, argv[optind - 1], name == ':');
		else if (name == HELP || name == VERSION)
			*asked = (enum option_name)name;
		else {
			r->taken |= TAKES(name);
			if (optarg != NULL)
				take_value(r, (enum option_name)name, optarg);
			else
				take_flag(r->out, (enum option_name)name);
		}
	}
}

/* The command that the first word names; the first of all without a word. NULL: there is none such. */
static const struct command_line *find_command(const char *word)
{
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (word == NULL || strcmp(word, commands[i].name) == 0)
			return &commands[i];
	return NULL;
}

/* The file names that follow the command. */
static bool read_files(struct reading *r, const struct command_line *c, char **words, int count)
{
	r->out->files = words;
	r->out->file_count = count;
	if (count < c->files_min)
		return object(r, c->name, " 后面要跟文件名");
	return count <= c->files_max || object(r, words[c->files_max], " 是多余的");
}

/* Each option that is there must be one of the command's. */
static bool fits(struct reading *r, const struct command_line *c)
{
	for (size_t i = 0; known[i].name != NULL; i++)
		if ((r->taken & ~c->takes & TAKES(known[i].val)) != 0) {
			snprintf(r->option, sizeof r->option, "--%s", known[i].name);
			return object(r, r->option, " 不是这个命令的选项");
		}
	return true;
}

bool options_read(int argc, char **argv, struct options *out)
{
	struct reading r = { .out = out };
	enum option_name asked = 0;
	const struct command_line *c;

	*out = (struct options){ .speed = DEMO_SPEED_USUAL };
	read_options(&r, argc, argv, &asked);
	r.command = argv[optind];
	c = find_command(r.command);
	if (c == NULL)
		object(&r, r.command, " 不是 xueji 的命令");
	else if (asked == 0 && r.wrong == NULL && fits(&r, c))
		read_files(&r, c, argv + optind + (r.command != NULL),
			   argc - optind - (r.command != NULL));
	if (r.wrong != NULL || c == NULL)
		return complain(&r), false;
	out->command = asked == VERSION ? COMMAND_VERSION
		       : asked == HELP  ? COMMAND_HELP
					: c->command;
	out->help = help_of(r.command);
	return true;
}
