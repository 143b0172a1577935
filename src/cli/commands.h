/* SPDX-License-Identifier: MIT */
/* The commands and their options as one table: dispatch, usage, --help and the words of the shells'
 * completions follow from it. */
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
	/* The help page, 23 lines of 79 columns with what is added between these, so that the prompt fits
	 * under it on the smallest usual screen. */
	const char *usage;  /* what follows the name */
	const char *about;  /* lines under the usage */
	const char *footer; /* examples and exit status, lines under the options */
};

#define OPTION_BIT(id) (1U << (id))

struct option_row {
	const char *name, *value; /* value: what is to follow; NULL: nothing is */
	const char *help;         /* NULL: every command has it, and no page lists it */
};

extern const struct option_row option_rows[OPTION_END]; /* by option_id, from 1 */

/* The command of that name; the first of the table for NULL. NULL if there is none. */
const struct command *commands_find(const char *name);

/* Writes the help page of a command, or of all of them for NULL. */
void commands_help(const char *name, FILE *out);

#endif
