/* SPDX-License-Identifier: MIT */
/* Reads the command line by the table of commands. No personal value is ever taken from it. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include "cli/commands.h"

/* Returns the command to run, having checked its options and files (these are not checked where
 * --help or --version is given). NULL: said on standard error what is wrong, and whose help to read. */
const struct command *options_read(int argc, char **argv, struct options *out);

#endif
