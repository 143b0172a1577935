/* SPDX-License-Identifier: MIT */
/* The options of a command line, and the commands, each in its cmd_NAME.c. */
#ifndef CMD_H
#define CMD_H

#include <stdbool.h>
#include <stddef.h>

enum option_id {
	OPTION_RECORD = 1,
	OPTION_GUIDE,
	OPTION_REPORT,
	OPTION_FRESH,
	OPTION_AUTO,
	OPTION_SPEED,
	OPTION_HANDOUT,
	OPTION_AGAINST,
	OPTION_BY,
	OPTION_REVEAL,
	OPTION_NO_DUPLICATES,
	OPTION_JSON,
	OPTION_PLAIN,
	OPTION_ASCII,
	OPTION_MOUSE,
	OPTION_NO_HINTS,
	OPTION_PROJECTOR,
	OPTION_HELP,
	OPTION_VERSION,
	OPTION_END /* one more than the last */
};

/* A parsed command line. Borrows from argv. */
struct options {
	const char *given[OPTION_END]; /* the value; "" for an option without one; NULL if absent */
	const char *topic;             /* the name of the command as typed; NULL if absent */
	char *const *files;            /* arguments after the command */
	int file_count;
	unsigned speed; /* speed of the demo, percent */
};

static inline bool option_given(const struct options *o, enum option_id id)
{
	return o->given[id] != NULL;
}

/* Each runs a command and returns its exit status; errors are reported on standard error. */
int cmd_run(const struct options *o);
int cmd_demo(const struct options *o);
int cmd_notes(const struct options *o);
int cmd_check(const struct options *o);
int cmd_audit(const struct options *o);
int cmd_lint(const struct options *o);
int cmd_forget(const struct options *o);

#endif
