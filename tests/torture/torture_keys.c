/* SPDX-License-Identifier: MIT */
/* Random keys and window sizes. Each round types a name, then resizes the window and sends keys
 * that change no text: the name must stay. Then any key comes until the program is left: it must
 * exit normally. The summary prints the seed; $TORTURE_SEED sets another. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/terminal.h"
#include "torture/torture.h"

enum { LIMIT_MS = 60000, BURSTS = 100, KEYS_A_BURST = 10, ROWS_MAX = 100, COLUMNS_MAX = 300 };

/* Keys that are repeated are more likely: those that lead forward. Also text, and bytes that no key
 * sends. */
static const char *const keys[] = {
	"\r",        "\r",      "\r",       "\t",       "\t",     "\t",        "\t",
	" ",         " ",       "\033[A",   "\033[B",   "\033[B", "\033[C",    "\033[C",
	"\033[D",    "\033[5~", "\033[6~",  "\033[H",   "\033[F", "\033[Z",    "\033[3~",
	"\033OP",    "\033OQ",  "\033OR",   "\033",     "1",      "2",         "3",
	"4",         "4",       "5",        "5",        "6",      "9",         "0",
	"-",         "y",       "n",        "?",        "n",      "f",         "/",
	"e",         "r",       "t",        "v",        "b",      "s",         "o",
	"j",         "k",       "\001",     "\005",     "\013",   "\025",      "\027",
	"\022",      "\177",    "\b",       "李",       "明",     "阿依古丽•", "𠮷",
	"x",         "X",       "e\u0301",  "\u202E",   "\u200B", "110000",    "2007",
	"\xFF",      "\xE6",    "\xC0\x80", "\xED\xA0", "\033[",  "\033[<0;",  "\033[200~a",
	"\033[201~", "\033]0;", "\033[M",   "\xC2\x9B", "\f",     "\v",        "\016",
	"q",
};

/* Keys that leave the text as it is: move the caret, scroll, open and close help. */
static const char *const harmless[] = { "\033[C",  "\033[D", "\033[H", "\033[F",
					"\001",    "\005",   "\022",   "\033OP\033[27u\033[C",
					"\033[6~", "\033[5~" };

/* Without "·": the column that it may need shows as a blank. */
static const char *const names[] = { "欧阳娜娜", "阿依古丽买买提", "李明", "𠮷田" };

static char program[PATH_MAX], record[PATH_MAX];
static size_t keys_typed, sizes_tried, ways_out;

static struct terminal *start(bool fresh)
{
	char option[] = "--record", afresh[] = "--fresh", no_opener[] = "PATH=/nonexistent";
	char *argv[] = { program, option, record, fresh ? afresh : NULL, NULL };
	char *environment[] = { no_opener, NULL };
	struct terminal *t = terminal_start(24, 80, argv, environment);

	assert_true(terminal_settle(t, LIMIT_MS));
	return t;
}

/* 1 to max; small sizes are more likely because they are harder. */
static int some_length(uint64_t *seed, size_t max)
{
	return (int)torture_below(seed, torture_below(seed, max) + 1) + 1;
}

static void resize(struct terminal *t, uint64_t *seed)
{
	int rows = some_length(seed, ROWS_MAX);

	terminal_resize(t, rows, some_length(seed, COLUMNS_MAX));
	sizes_tried++;
}

static void type_burst(struct terminal *t, const char *const *from, size_t count, uint64_t *seed)
{
	for (int i = 0; i < KEYS_A_BURST; i++)
		terminal_type(t, from[torture_below(seed, count)]);
	keys_typed += KEYS_A_BURST;
}

#define COUNT(array) (sizeof array / sizeof array[0])

static void check_name(struct terminal *t, const char *name)
{
	terminal_resize(t, 24, 80);
	assert_true(terminal_settle(t, LIMIT_MS));
	if (!terminal_find(t, name, NULL, NULL))
		print_error("\"%s\" is not on\n%s", name, terminal_text(t));
	assert_true(terminal_find(t, name, NULL, NULL));
}

/* Checks that the name stays through resizes and harmless keys. */
static void keep_name(struct terminal *t, uint64_t *seed)
{
	const char *name = names[torture_below(seed, COUNT(names))];

	terminal_type(t, "4\r\t\t\r\t\t\t\t\t");
	terminal_type(t, name);
	check_name(t, name);
	for (int i = 0; i < BURSTS; i++) {
		resize(t, seed);
		type_burst(t, harmless, COUNT(harmless), seed);
		assert_true(terminal_settle(t, LIMIT_MS));
	}
	check_name(t, name);
}

/* Checks the exit status, the terminal and the saved progress. */
static void check_end(struct terminal *t)
{
	static struct progress kept;
	const char *left;

	assert_true(terminal_wait_exit(t, LIMIT_MS));
	if (!WIFEXITED(t->status) || WEXITSTATUS(t->status) == 2 || WEXITSTATUS(t->status) > 3)
		print_error("status %x\n%s\n", (unsigned)t->status, terminal_text(t));
	assert_true(WIFEXITED(t->status));
	assert_int_not_equal(WEXITSTATUS(t->status), 2);
	assert_in_range(WEXITSTATUS(t->status), 0, 3);
	left = terminal_left_behind(t);
	if (left != NULL)
		print_error("%s\n", left);
	assert_null(left);
	torture_kept(&kept);
	terminal_end(t);
	ways_out++;
}

/* Sends any keys at any sizes, then quits. */
static void run_wild(struct terminal *t, uint64_t *seed)
{
	for (int i = 0; i < BURSTS; i++) {
		resize(t, seed);
		type_burst(t, keys, COUNT(keys), seed);
		if (terminal_wait_exit(t, 0)) {
			check_end(t);
			t = start(false);
		}
	}
	/* Leaves any paste, question and screen. */
	for (int i = 0; i < 10; i++)
		terminal_type(t, "\033[201~\033[27u");
	terminal_type(t, "qyqy");
	check_end(t);
}

static void test_keys_and_sizes(void **state)
{
	size_t wanted = torture_number("KEYS", 4000, 1000000);
	uint64_t seed = torture_seed();

	(void)state;
	torture_say("keys: seed %" PRIu64, seed);
	while (keys_typed < wanted) {
		uint64_t round = seed + keys_typed;
		struct terminal *t = start(true);

		keep_name(t, &round);
		run_wild(t, &round);
	}
	torture_say("keys: %zu keys, %zu window sizes, %zu ways out: no name lost%s", keys_typed,
		    sizes_tried, ways_out, SANITIZED ? ", nothing for the sanitizers" : "");
}

/* Works in the temporary home, where reports are written. */
static int begin(void **state)
{
	if (realpath(terminal_program(), program) == NULL ||
	    realpath("data/record.example.json", record) == NULL || torture_make_home(state) != 0)
		return -1;
	return chdir(torture_path(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys_and_sizes),
	};

	return cmocka_run_group_tests(tests, begin, torture_remove_home);
}
