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
#include "support/help.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { COLUMNS = 79, LINES = 23 };

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
	struct help_words commands = help_commands();

	(void)state;
	for (size_t i = 0; i <= commands.count; i++) {
		char *page = help_page(i < commands.count ? commands.items[i] : "");

		expect_fits(page);
		free(page);
	}
	help_words_free(&commands);
}

/* Every option of any command. Only those with a value have a word right behind them. */
static struct help_words all_options(const struct help_words *commands)
{
	struct help_words options = { 0 };

	for (size_t i = 0; i < commands->count; i++) {
		char *page = help_page(commands->items[i]);

		help_words_add(&options, page);
		free(page);
	}
	return options;
}

/* Uses an option in a way that does no harm: the file is not there, or one too many. */
static void try_option(const char *command, const struct help_words *offered, const char *option)
{
	char *use = xasprintf("$X %s %s=2 /no/such </dev/null || $X %s %s /no/such </dev/null",
			      command, option, command, option);
	char *refusal =
		xasprintf("xueji: %s 不是这个命令的选项；用 xueji %s --help", option, command);

	command_run(use);
	if ((strstr(command_output(), refusal) == NULL) != help_words_have(offered, option))
		fail_msg("%s: %s", use, command_output());
	free(refusal);
	free(use);
}

/* Every option on every command: taken where it is offered, refused by name elsewhere. */
static void test_offers_what_is_taken(void **state)
{
	struct help_words commands = help_commands(), options = all_options(&commands);

	(void)state;
	assert_true(options.count > commands.count && commands.count > 1);
	for (size_t i = 0; i < commands.count; i++) {
		struct help_words offered = { 0 };
		char *page = help_page(commands.items[i]);

		help_words_add(&offered, page);
		for (size_t k = 0; k < options.count; k++)
			try_option(commands.items[i], &offered, options.items[k]);
		help_words_free(&offered);
		free(page);
	}
	help_words_free(&options);
	help_words_free(&commands);
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
