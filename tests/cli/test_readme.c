/* SPDX-License-Identifier: MIT */
/* The README is true: its commands run in a folder with the source tree and the installed program,
 * and print what it shows; its pictures are those of the program; the files and targets it names
 * exist.
 *
 * A block is tested by the word after its fence. console: each line after "$ " is run and must
 * print exactly the lines below it ("…" stands for any lines). sh: make's targets and the program's
 * options must exist. c NAME, json NAME: written to a file of that name. diff: applied to the file
 * it names. text: a drawing, whose Latin words name source files. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "support/command.h"
#include "support/whole_file.h"

static char *readme; /* owned */

/* Runs a command in the folder, with the installed program in $PATH and known to pkg-config. */
static void in_folder(const char *command, int status)
{
	char *line = xasprintf("cc() { command ${CC:-cc} \"$@\" ${XUEJI_LINK:-}; };"
			       "export LC_ALL=C.UTF-8 PATH=\"$TO/root/bin:$PATH\""
			       " PKG_CONFIG_PATH=\"$TO/root/lib/pkgconfig\";"
			       "cd \"$TO/tree\" && { %s\n} </dev/null",
			       command);

	if (status < 0)
		command_run(line);
	else
		command_expect(line, status);
	free(line);
}

static int set_up(void **state)
{
	(void)state;
	readme = whole_file("README.md", NULL);
	if (command_run("printf '%s' \"$(mktemp -d)\"") != 0)
		return -1;
	setenv("TO", command_output(), 1);
	return command_run("mkdir \"$TO/tree\" && for f in src include data tests LICENSE; do"
			   " ln -s \"$PWD/$f\" \"$TO/tree/$f\"; done &&"
			   "env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s install"
			   " BUILD=\"${XUEJI_BUILD:-build}\" PREFIX=\"$TO/root\"");
}

static int tear_down(void **state)
{
	(void)state;
	free(readme);
	return command_run("rm -rf \"$TO\"");
}

/* Whether the output is what the block shows. */
static bool matches(const char *shown, const char *printed)
{
	while (*shown != '\0') {
		size_t n = strcspn(shown, "\n") + 1;

		if (strncmp(shown, "…\n", n) == 0) {
			shown += n;
			while (strncmp(printed, shown, strcspn(shown, "\n") + 1) != 0) {
				if (*printed == '\0')
					return *shown == '\0';
				printed += strcspn(printed, "\n") + 1;
			}
			continue;
		}
		if (strncmp(shown, printed, n) != 0)
			return false;
		shown += n;
		printed += n;
	}
	return *printed == '\0';
}

static void run_console(char *block)
{
	assert_int_equal(strncmp(block, "$ ", 2), 0);
	while (*block != '\0') {
		char *command = block + 2, *end = strchr(command, '\n'), *next;
		char *shown = end + 1;

		next = strncmp(shown, "$ ", 2) == 0 ? shown : strstr(shown, "\n$ ");
		if (next == NULL)
			next = shown + strlen(shown);
		else if (next != shown)
			next++;
		*end = '\0';
		in_folder(command, -1);
		shown = xstrndup(shown, (size_t)(next - shown));
		if (!matches(shown, command_output()))
			fail_msg("$ %s\n%s-- but the README shows:\n%s", command, command_output(),
				 shown);
		free(shown);
		block = next;
	}
}

/* The targets of a make command, or the options of a xueji command, must exist; neither is run. */
static void check_line(const char *line)
{
	char *command;

	if (strncmp(line, "make ", 5) == 0)
		for (const char *word = line + 5; *word != '\0' && *word != '#';
		     word += strspn(word, " ")) {
			size_t n = strcspn(word, " ");

			if (memchr(word, '=', n) == NULL) {
				command = xasprintf("grep -Eq '^([a-z]+ )*%.*s( [a-z]+)*:' "
						    "Makefile",
						    (int)n, word);
				command_expect(command, 0);
				free(command);
			}
			word += n;
		}
	else if (strncmp(line, "xueji ", 6) == 0) {
		command = xasprintf("%.*s --help", (int)strcspn(line, "#>|"), line);
		in_folder(command, 0);
		free(command);
	} else
		fail_msg("neither make nor xueji: %s", line);
}

static void check_sh(char *block)
{
	char *line;

	while ((line = strsep(&block, "\n")) != NULL)
		if (*line != '\0')
			check_line(line);
}

/* Applies one hunk, whose old lines must occur exactly once. Frees text and returns the new one. */
static char *apply_hunk(char *text, const char *old, const char *new)
{
	char *at = strstr(text, old), *patched;

	if (at == NULL || strstr(at + 1, old) != NULL)
		fail_msg("not there, or more than once: %s", old);
	patched = xasprintf("%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
	free(text);
	return patched;
}

static void append(char **text, const char *line)
{
	char *longer = xasprintf("%s%s\n", *text, line);

	free(*text);
	*text = longer;
}

static void apply_diff(char *block)
{
	char *line, *path = NULL, *text = NULL, *old = xstrdup(""), *new = xstrdup("");

	while ((line = strsep(&block, "\n")) != NULL) {
		bool ends = strncmp(line, "@@", 2) == 0 || *line == '\0';

		if (strncmp(line, "+++ ", 4) == 0) {
			path = xasprintf("%s/tree/%s", getenv("TO"), line + 4);
			text = whole_file(path, NULL);
		} else if (ends && *old != '\0') {
			text = apply_hunk(text, old, new);
			*old = *new = '\0';
		} else if (!ends && strncmp(line, "--- ", 4) != 0) {
			if (*line != '+')
				append(&old, line + 1);
			if (*line != '-')
				append(&new, line + 1);
		}
	}
	write_whole_file(path, text, strlen(text));
	free(old);
	free(new);
	free(text);
	free(path);
}

/* Every Latin word must name a source file. */
static void check_drawing(const char *block)
{
	while (*block != '\0') {
		size_t n = 0;

		while (isalpha((unsigned char)block[n]))
			n++;
		if (n > 0) {
			char *command = xasprintf("ls src/*/%.*s.c", (int)n, block);

			command_expect(command, 0);
			free(command);
		}
		block += n > 0 ? n : 1;
	}
}

static void take_block(const char *fence, char *block)
{
	char *path;

	if (strcmp(fence, "console") == 0)
		run_console(block);
	else if (strcmp(fence, "sh") == 0)
		check_sh(block);
	else if (strcmp(fence, "diff") == 0)
		apply_diff(block);
	else if (strcmp(fence, "text") == 0)
		check_drawing(block);
	else if (strncmp(fence, "c ", 2) == 0 || strncmp(fence, "json ", 5) == 0) {
		path = xasprintf("%s/tree/%s", getenv("TO"), strchr(fence, ' ') + 1);
		write_whole_file(path, block, strlen(block));
		free(path);
	} else
		fail_msg("nobody runs a block of \"%s\"", fence);
}

static void test_every_block(void **state)
{
	char *copy = xstrdup(readme), *at = copy;
	size_t blocks = 0;

	(void)state;
	while ((at = strstr(at, "\n```")) != NULL) {
		char *fence = at + 4, *block = strchr(fence, '\n') + 1, *end;

		end = strstr(block - 1, "\n```\n");
		assert_non_null(end);
		block[-1] = end[1] = '\0';
		take_block(fence, block);
		at = end + 4;
		blocks++;
	}
	free(copy);
	assert_true(blocks > 10);
}

/* The example links without the libraries of the wizard. */
static void test_the_library_is_light(void **state)
{
	(void)state;
	in_folder("ldd ./example", 0);
	assert_null(strstr(command_output(), "curses"));
	assert_null(strstr(command_output(), "cjson"));
}

/* A span in backticks: files, make's targets, the program's commands and names in its source must
 * exist. */
static void check_span(char *span)
{
	static const char *const places[] = { "data/", "src/", "include/", "tests/" };
	char *command, *any = strstr(span, "模块");

	if (strncmp(span, "make ", 5) == 0 || strncmp(span, "xueji ", 6) == 0)
		check_line(span);
	if (strchr(span, '_') != NULL &&
	    strspn(span, "abcdefghijklmnopqrstuvwxyz_ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(span)) {
		command = xasprintf("grep -rqw '%s[A-Za-z_]*' src include Makefile", span);
		command_expect(command, 0);
		free(command);
	}
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if (strncmp(span, places[i], strlen(places[i])) == 0) {
			command = any == NULL ? xasprintf("ls %s", span)
					      : xasprintf("ls %.*s*%s", (int)(any - span), span,
							  any + strlen("模块"));
			command_expect(command, 0);
			free(command);
		}
}

static void test_every_name(void **state)
{
	char *copy = xstrdup(readme), *rest = copy, *line;
	bool in_block = false;

	(void)state;
	while ((line = strsep(&rest, "\n")) != NULL) {
		in_block = in_block != (strncmp(line, "```", 3) == 0);
		if (in_block)
			continue;
		for (char *from; (from = strchr(line, '`')) != NULL;) {
			char *end = strchr(from + 1, '`');

			if (end == NULL)
				break;
			*end = '\0';
			check_span(from + 1);
			line = end + 1;
		}
	}
	free(copy);
}

/* Takes the pictures again and compares. After an intended change: make screenshots. */
static void test_every_picture(void **state)
{
	(void)state;
	command_expect(
		"XUEJI=\"$X\" \"${XUEJI_BUILD:-build}/tests/support/screenshot\" \"$TO/pictures\"",
		0);
	command_expect("diff -rq data/screenshots \"$TO/pictures\"", 0);
	command_expect("for f in data/screenshots/*.svg; do"
		       " grep -q \"]($f)\" README.md || echo \"$f\"; done",
		       0);
	assert_string_equal(command_output(), "");
	for (const char *at = readme; (at = strstr(at, "](data/")) != NULL; at++) {
		char *command = xasprintf("ls %.*s", (int)strcspn(at + 2, ")"), at + 2);

		command_expect(command, 0);
		free(command);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_block),
		cmocka_unit_test(test_the_library_is_light),
		cmocka_unit_test(test_every_name),
		cmocka_unit_test(test_every_picture),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
