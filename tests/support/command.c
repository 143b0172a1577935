/* SPDX-License-Identifier: MIT */
#include "support/command.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/xalloc.h"
#include "support/terminal.h"

enum { OUTPUT_MAX = 128 * 1024 };

static char output[OUTPUT_MAX];

int command_run(const char *command)
{
	char *line = xasprintf("X='%s'; { %s\n} 2>&1", terminal_program(), command), rest[4096];
	FILE *p = popen(line, "r");
	size_t n;

	assert_non_null(p);
	n = fread(output, 1, sizeof output - 1, p);
	output[n] = '\0';
	while (fread(rest, 1, sizeof rest, p) > 0)
		;
	free(line);
	return WEXITSTATUS(pclose(p));
}

const char *command_output(void)
{
	return output;
}

void command_says(const char *text)
{
	if (strstr(output, text) == NULL)
		fail_msg("\"%s\" is not in:\n%s", text, output);
}

void command_expect(const char *command, int status)
{
	int got = command_run(command);

	if (got != status)
		fail_msg("status %d, not %d: %s\n%s", got, status, command, output);
}
