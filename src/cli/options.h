/* SPDX-License-Identifier: MIT */
/* Parses the command line by the table of commands. No personal data is taken from it. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli/commands.h"

/* Returns the command to run, with its options and files checked (unless --help or --version is
 * given). NULL: the error is reported on standard error, with the help page to read. */
const struct command *options_read(int argc, char **argv, struct options *out);

#endif
