/* SPDX-License-Identifier: MIT */
/* The command line. No personal value is ever taken from it. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

enum command {
	COMMAND_RUN,
	COMMAND_CHECK,
	COMMAND_AUDIT,
	COMMAND_DEMO,
	COMMAND_NOTES,
	COMMAND_LINT,
	COMMAND_FORGET,
	COMMAND_HELP,
	COMMAND_VERSION
};

struct options {
	enum command command;
	const char *record, *guide, *report, *against; /* file names, borrowed from argv, or NULL */
	char *const *files; /* borrowed from argv: what the command is to read */
	int file_count;
	bool plain, ascii, mouse, no_hints, fresh, json, automatic, projector, reveal,
		no_duplicates;
	unsigned speed; /* percent */
};

/* Reads the command line; false: says on standard error what is wrong. */
bool options_read(int argc, char **argv, struct options *out);

extern const char options_help[];

#endif
