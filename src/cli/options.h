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
	char *const *files; /* borrowed from argv, as many as the command takes */
	int file_count;
	bool plain, ascii, mouse, no_hints, fresh, json, automatic, projector, reveal,
		no_duplicates;
	unsigned speed;   /* percent */
	const char *help; /* what COMMAND_HELP is to print */
};

/* Reads the command line, against the options and files that its command takes. false: says on
 * standard error what is wrong, and whose help to read. */
bool options_read(int argc, char **argv, struct options *out);

#endif
