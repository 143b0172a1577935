/* SPDX-License-Identifier: MIT */
/* What --help says: that it fits the screen, and that the program takes what it offers, no less. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "cli/help.h"
#include "cli/options.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { COLUMNS = 79, LINES = 23 };

static const char *const commands[] = { NULL,    "run",   "demo", "notes",
					"check", "audit", "lint", "forget" };
static const char *const options[] = { "--record",        "--guide", "--report",  "--speed",
				       "--theme",         "--plain", "--ascii",   "--fresh",
				       "--json",          "--auto",  "--against", "--reveal",
				       "--no-duplicates", "--mouse", "--no-hints" };

/* The value that makes an option right, or NULL. */
static const char *value_of(const char *option)
{
	static const char *const values[][2] = { { "--record", "f" }, { "--guide", "f" },
						 { "--report", "f" }, { "--against", "f" },
						 { "--speed", "2" },  { "--theme", "projector" } };

	for (size_t i = 0; i < COUNT(values); i++)
		if (strcmp(option, values[i][0]) == 0)
			return values[i][1];
	return NULL;
}

static bool takes(const char *const *words, struct options *out)
{
	char *argv[8] = { 0 };
	int argc = 0;

	while (words[argc] != NULL) {
		argv[argc] = xstrdup(words[argc]);
		argc++;
	}
	optind = 0;
	bool taken = options_read(argc, argv, out);
	while (argc > 0)
		free(argv[--argc]);
	return taken;
}

/* An option stands at the start of its own line. */
static bool offers(const char *help, const char *option)
{
	char *line = xasprintf("\n  %s ", option);
	bool found = strstr(help, line) != NULL;

	free(line);
	return found;
}

static void test_fits_a_screen(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++) {
		const char *help = help_of(commands[i]);
		int lines = 0;

		assert_non_null(help);
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
		assert_non_null(strstr(help, "\n例：\n  "));
	}
	assert_null(help_of("fly"));
}

/* Every option on every command: taken where it is offered, and nowhere else. */
static void test_offers_what_is_taken(void **state)
{
	(void)state;
	for (size_t i = 1; i < COUNT(commands); i++)
		for (size_t k = 0; k < COUNT(options); k++) {
			const char *file = strcmp(commands[i], "lint") == 0 ||
							   strcmp(commands[i], "audit") == 0
						   ? "f"
						   : NULL;
			const char *value = value_of(options[k]);
			const char *words[6] = { "xueji", commands[i], options[k] };
			struct options o;

			words[3] = value != NULL ? value : file;
			words[4] = value != NULL ? file : NULL;
			if (takes(words, &o) != offers(help_of(commands[i]), options[k]))
				fail_msg("%s %s", commands[i], options[k]);
		}
}

static void test_help_is_the_commands_own(void **state)
{
	static const struct {
		const char *words[6], *command;
	} rows[] = {
		{ { "xueji", "--help" }, NULL },
		{ { "xueji", "check", "--help" }, "check" },
		{ { "xueji", "--help", "demo" }, "demo" },
		{ { "xueji", "lint", "--help" }, "lint" },
		{ { "xueji", "check", "--json", "--help" }, "check" },
	};
	struct options o;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_true(takes(rows[i].words, &o));
		assert_int_equal(o.command, COMMAND_HELP);
		assert_ptr_equal(o.help, help_of(rows[i].command));
	}
	assert_true(takes((const char *[]){ "xueji", "check", "--version", NULL }, &o));
	assert_int_equal(o.command, COMMAND_VERSION);
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
