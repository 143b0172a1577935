/* SPDX-License-Identifier: MIT */
/* What `xueji check` does with its input; apart from cmd_check() so that tests need not wait. */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include <stdbool.h>
#include <stdio.h>

#include "base/date.h"
#include "cli/cmd.h"
#include "rules/record.h"
#include "rules/region.h"

struct check {
	const struct record
		*record;    /* borrowed; NULL: none to compare with, or one from the roster */
	const char *roster; /* borrowed; NULL if absent */
	void (*wait)(int seconds);     /* needed with a roster */
	const struct regions *regions; /* borrowed; NULL: the region is not checked */
	struct date today;
	bool json;
};

/* Reads the name and the ID number, a line each, and with a roster the candidate number (without
 * one if 14 digits follow); asks for them if `in` is a terminal; writes the findings to out.
 * Returns the exit status: 0 nothing wrong, 1 an error found, 2 too few lines, lines that are no
 * text, or no such student in the roster, which is reported after a pause; said on standard
 * error. */
int check_run(const struct check *c, FILE *in, FILE *out);

#endif
