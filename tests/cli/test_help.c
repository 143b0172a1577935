/* SPDX-License-Identifier: MIT */
/* What --help says: that it fits the screen, and that the program takes what it offers, no less. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/command.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { COLUMNS = 79, LINES = 23 };

/* A use of each command that does no harm: `lint` and `audit` need a file, one that is not there. */
static const struct {
	const char *name, *files;
} commands[] = {
	{ "run", "" },           { "demo", "/no/such" }, { "notes", "" },  { "check", "" },
	{ "audit", "/no/such" }, { "lint", "/no/such" }, { "forget", "" },
};

static const struct {
	const char *name, *value;
} options[] = {
	{ "--record", "f" }, { "--guide", "f" },    { "--report", "f" },       { "--against", "f" },
	{ "--speed", "2" },  { "--projector", "" }, { "--plain", "" },         { "--ascii", "" },
	{ "--fresh", "" },   { "--json", "" },      { "--auto", "" },          { "--reveal", "" },
	{ "--mouse", "" },   { "--no-hints", "" },  { "--no-duplicates", "" },
};

/* The page of a command, "": of all; owned. */
static char *help_of(const char *command)
{
	char *ask = xasprintf("$X %s --help", command);

	command_expect(ask, 0);
	free(ask);
	return xstrdup(command_output());
}

static void expect_fits(const char *help)
{
	int lines = 0;

	for (const char *at = help; *at != '\0'; at = strchr(at, '\n') + 1) {
		size_t len = strcspn(at, "\n");
		char *line = xstrndup(at, len), *again = xasprintf("\n%s\n", line);

		assert_true(at[len] == '\n');
		if (text_width(line) > COLUMNS)
			fail_msg("too wide: %s", line);
		/* Nothing is said twice. */
		if (len > 0 && strstr(at + len, again) != NULL)
			fail_msg("twice: %s", line);
		free(again);
		free(line);
		lines++;
	}
	assert_in_range(lines, 8, LINES);
	assert_null(strstr(help, "\n\n\n"));
	assert_non_null(strstr(help, "\n例：\n  "));
}

static void test_fits_a_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i <= COUNT(commands); i++) {
		char *help = help_of(i < COUNT(commands) ? commands[i].name : "");

		expect_fits(help);
		free(help);
	}
}

/* An option stands at the start of its own line. */
static bool offers(const char *help, const char *option)
{
	char *line = xasprintf("\n  %s ", option);
	bool found = strstr(help, line) != NULL;

	free(line);
	return found;
}

/* Every option on every command: taken where it is offered, refused by name elsewhere. */
static void test_offers_what_is_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++) {
		char *help = help_of(commands[i].name);

		for (size_t k = 0; k < COUNT(options); k++) {
			char *use = xasprintf("$X %s %s %s %s </dev/null", commands[i].name,
					      options[k].name, options[k].value, commands[i].files);
			char *refusal =
				xasprintf("xueji: %s 不是这个命令的选项；用 xueji %s --help",
					  options[k].name, commands[i].name);

			command_run(use);
			if ((strstr(command_output(), refusal) == NULL) !=
			    offers(help, options[k].name))
				fail_msg("%s: %s", use, command_output());
			free(refusal);
			free(use);
		}
		free(help);
	}
}

static void test_help_is_the_commands_own(void **state)
{
	static const struct {
		const char *words, *says;
	} rows[] = {
		{ "--help", "用法：xueji [命令]" },
		{ "run --help", "用法：xueji [run] [选项]\n" },
		{ "check --help", "用法：xueji check [选项]\n" },
		{ "--help demo", "用法：xueji demo [脚本] [选项]\n" },
		{ "lint --help", "用法：xueji lint 文件…\n" },
		{ "check --json --help", "用法：xueji check " },
		{ "forget --help", "用法：xueji forget\n" },
		{ "check --version", "xueji " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *command = xasprintf("$X %s", rows[i].words);

		command_expect(command, 0);
		if (strncmp(command_output(), rows[i].says, strlen(rows[i].says)) != 0)
			fail_msg("%s: %s", command, command_output());
		free(command);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fits_a_screen),
		cmocka_unit_test(test_offers_what_is_taken),
		cmocka_unit_test(test_help_is_the_commands_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
