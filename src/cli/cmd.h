/* SPDX-License-Identifier: MIT */
/* What a command is given, and the commands: cmd_NAME.c each. */
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

/* A command line that was read. Borrows from argv. */
struct options {
	const char *given[OPTION_END]; /* the value, "" for an option without one; NULL if absent */
	const char *topic;             /* the command's name as written; NULL if absent */
	char *const *files;            /* after the command, as many as it takes */
	int file_count;
	unsigned speed; /* of the demo, percent */
};

static inline bool option_given(const struct options *o, enum option_id id)
{
	return o->given[id] != NULL;
}

/* Each returns the exit status, having said on standard error what went wrong. */
int cmd_run(const struct options *o);
int cmd_demo(const struct options *o);
int cmd_notes(const struct options *o);
int cmd_check(const struct options *o);
int cmd_audit(const struct options *o);
int cmd_lint(const struct options *o);
int cmd_forget(const struct options *o);

#endif
