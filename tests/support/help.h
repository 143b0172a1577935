/* SPDX-License-Identifier: MIT */
/* Commands and options as the program's help pages list them, so that no test keeps a list of its
 * own. */
#ifndef HELP_H
#define HELP_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "support/command.h"

enum { HELP_WORDS_MAX = 64 };

struct help_words {
	size_t count;
	char *items[HELP_WORDS_MAX]; /* owned */
};

static inline bool help_words_have(const struct help_words *words, const char *word)
{
	for (size_t i = 0; i < words->count; i++)
		if (strcmp(words->items[i], word) == 0)
			return true;
	return false;
}

/* Adds the first word of each indented line before the examples, once: commands, or options of
 * one. */
static inline void help_words_add(struct help_words *words, const char *page)
{
	const char *at = page, *end = strstr(page, "\n例：");

	while ((at = strstr(at, "\n  ")) != NULL && at < end) {
		char *word = xstrndup(at + 3, strcspn(at + 3, " \n"));

		if (help_words_have(words, word) || words->count == HELP_WORDS_MAX)
			free(word);
		else
			words->items[words->count++] = word;
		at++;
	}
}

static inline void help_words_free(struct help_words *words)
{
	while (words->count > 0)
		free(words->items[--words->count]);
}

/* The page of a command, "": of all; owned. */
static inline char *help_page(const char *command)
{
	char *ask = xasprintf("$X %s --help", command);

	command_expect(ask, 0);
	free(ask);
	return xstrdup(command_output());
}

/* All commands. */
static inline struct help_words help_commands(void)
{
	struct help_words commands = { 0 };
	char *page = help_page("");

	help_words_add(&commands, page);
	free(page);
	return commands;
}

#endif
