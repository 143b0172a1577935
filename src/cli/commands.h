/* SPDX-License-Identifier: MIT */
/* The table of commands and options, which dispatch, usage, --help and the shell completions are
 * made from. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdio.h>

#include "cli/cmd.h"

struct command {
	const char *name;
	int (*run)(const struct options *o);
	unsigned options; /* set of OPTION_BIT() */
	int files_min, files_max;
	const char *summary; /* one line for the overview */
	/* The help page: with the generated lines at most 23 lines of 79 columns, so that it fits
	 * with the prompt on the smallest usual terminal. */
	const char *usage;  /* arguments, after the name */
	const char *about;  /* lines below the usage */
	const char *footer; /* examples and exit status, lines below the options */
};

#define OPTION_BIT(id) (1U << (id))

struct option_row {
	const char *name, *value; /* value: name of the argument; NULL: none */
	const char *help;         /* NULL: an option of every command, not listed */
};

extern const struct option_row option_rows[OPTION_END]; /* indexed by option_id, from 1 */

/* Returns the command of this name, the first one for NULL. NULL if there is none. */
const struct command *commands_find(const char *name);

/* Writes the help page of a command, or the overview for NULL. */
void commands_help(const char *name, FILE *out);

#endif
