/* SPDX-License-Identifier: MIT */
/* Completion in real shells: each offers what --help offers, for it asks the program. bash and zsh
 * are typed to in a terminal, fish answers `complete -C`. A shell that is not here is skipped. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "support/command.h"
#include "support/help.h"
#include "support/terminal.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { WAIT_MS = 20000 };

static void need(const char *shell)
{
	char *command = xasprintf("command -v %s", shell);
	int status = command_run(command);

	free(command);
	if (status != 0)
		skip();
}

/* The last output must be the options of this command, separated by blanks or lines. Every command
 * has --help and --version, and no page lists them. */
static void expect_options(const char *command)
{
	struct help_words options = { 0 };
	char *said = xstrdup(command_output()), *page = help_page(command), *left;
	size_t count = 0;

	help_words_add(&options, page);
	for (char *word = strtok_r(said, " \n", &left); word != NULL;
	     word = strtok_r(NULL, " \n", &left)) {
		if (!help_words_have(&options, word) && strcmp(word, "--help") != 0 &&
		    strcmp(word, "--version") != 0)
			fail_msg("%s has no %s", command, word);
		count++;
	}
	assert_int_equal(count, options.count + 2);
	help_words_free(&options);
	free(page);
	free(said);
}

static void expect_options_of_each(const char *format_before, const char *format_behind)
{
	struct help_words commands = help_commands();

	assert_true(commands.count > 1);
	for (size_t i = 0; i < commands.count; i++) {
		char *command =
			xasprintf("%s%s%s", format_before, commands.items[i], format_behind);

		command_expect(command, 0);
		expect_options(commands.items[i]);
		free(command);
	}
	help_words_free(&commands);
}

static void test_bash_options(void **state)
{
	(void)state;
	need("bash");
	expect_options_of_each("bash --norc -c 'source data/completions/xueji.bash;"
			       "COMP_WORDS=(xueji ",
			       " --); COMP_CWORD=2; _xueji; printf \"%s\\n\" \"${COMPREPLY[@]}\"'");
	command_expect("bash --norc -c 'source data/completions/xueji.bash;"
		       "COMP_WORDS=(xueji --); COMP_CWORD=1; _xueji; echo \"${COMPREPLY[@]}\"'",
		       0);
	expect_options("run");
}

static void test_fish_options(void **state)
{
	(void)state;
	need("fish");
	command_expect("fish -n data/completions/xueji.fish", 0);
	expect_options_of_each("fish -c 'source data/completions/xueji.fish; complete -C \"xueji ",
			       " --\"' | cut -f1");
	command_expect(
		"fish -c 'source data/completions/xueji.fish; complete -C \"xueji lint LIC\"'", 0);
	assert_string_equal(command_output(), "LICENSE\n");
}

/* What is typed, and what the line then ends with. A row that begins with the program starts a new
 * line. */
static const struct typed {
	const char *keys, *line;
} typed[] = {
	{ "xueji che\t", "xueji check" },
	{ "--re\t", "check --record" },
	{ "data/record.e\t", "--record data/record.example.json" },
	{ "xueji --gui\t", "xueji --guide" },
	{ "data/guide.j\t", "xueji --guide data/guide.json" },
	{ "xueji lint LIC\t", "xueji lint LICENSE" },
	{ "--he\t", "xueji lint LICENSE --help" },
	{ "xueji audit tests/fuzz/corpus/cs\t", "xueji audit tests/fuzz/corpus/csv/" },
	{ "utf\t", "csv/utf8.csv" },
	{ "--ag\t", "utf8.csv --against" },
	{ "xueji demo --pro\t", "xueji demo --projector" },
	{ "--sp\t", "--speed" },
	{ "2 --au\t", "--speed 2 --auto" },
	{ "xueji --record x for\t", "xueji --record x forget" },
};

static void type_all(const char *shell, const char *option, const char *set_up)
{
	char *const argv[] = { xstrdup(shell), xstrdup(option), NULL };
	struct terminal *t = terminal_start(24, 100, argv, NULL);

	terminal_type(t, set_up);
	assert_true(terminal_wait_text(t, "ready>", WAIT_MS));
	for (size_t i = 0; i < COUNT(typed); i++) {
		if (i > 0 && strncmp(typed[i].keys, "xueji", 5) == 0) {
			terminal_type(t, "\025"); /* Ctrl-U clears the line */
			assert_true(terminal_wait_gone(t, "xueji", WAIT_MS));
		}
		terminal_type(t, typed[i].keys);
		if (!terminal_wait_text(t, typed[i].line, WAIT_MS))
			fail_msg("%s is not in\n%s", typed[i].line, terminal_text(t));
	}
	terminal_end(t);
	free(argv[0]);
	free(argv[1]);
}

static void test_bash_typed_to(void **state)
{
	(void)state;
	need("bash");
	type_all("bash", "--norc",
		 "source data/completions/xueji.bash; PS1=''; PS1='read''y> '; clear\r");
}

static void test_zsh_typed_to(void **state)
{
	(void)state;
	need("zsh");
	command_expect("zsh -n data/completions/_xueji", 0);
	type_all("zsh", "-f",
		 "fpath=($PWD/data/completions $fpath); autoload -U compinit; compinit -u -D;"
		 "PS1='read''y> '; clear\r");
}

/* The shells find the program under its usual name. */
static int set_up(void **state)
{
	char *path;

	(void)state;
	if (command_run("D=$(mktemp -d) && case $X in /*) P=$X ;; *) P=$PWD/$X ;; esac &&"
			"ln -s \"$P\" \"$D/xueji\" && printf '%s' \"$D\"") != 0)
		return -1;
	setenv("WITH_XUEJI", command_output(), 1);
	path = xasprintf("%s:%s", command_output(), getenv("PATH"));
	setenv("PATH", path, 1);
	free(path);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	return command_run("rm -r \"$WITH_XUEJI\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_bash_options),
		cmocka_unit_test(test_bash_typed_to),
		cmocka_unit_test(test_fish_options),
		cmocka_unit_test(test_zsh_typed_to),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
