/* SPDX-License-Identifier: MIT */
/* `xueji audit`: every row of a roster by the rules, and against gaokao records. */
#include "cli/cmd.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/diag.h"
#include "base/signals.h"
#include "cli/output.h"
#include "roster/audit.h"

/* A progress bar among lines of JSON would spoil both. */
static bool has_room_for_bar(bool json)
{
	return isatty(STDERR_FILENO) && !(json && isatty(STDOUT_FILENO));
}

/* One roster after the other; of several each object of JSON names its file. */
static int audit_files(const struct options *o, struct audit_options options)
{
	bool interrupted = false;
	int status = 0;

	for (int i = 0; i < o->file_count && !interrupted; i++) {
		int one;

		options.roster = o->files[i];
		options.label = o->file_count > 1 ? o->files[i] : NULL;
		if (i > 0 && !options.json)
			putchar('\n');
		one = audit_run(&options, stdout, &interrupted);
		status = one > status ? one : status;
	}
	status = output_end(status);
	if (interrupted)
		signals_die(SIGINT);
	return status;
}

int cmd_audit(const struct options *o)
{
	bool json = option_given(o, OPTION_JSON);
	const char *by = o->given[OPTION_BY];
	struct audit_options options = { .against = o->given[OPTION_AGAINST],
					 .json = json,
					 .by_student = by != NULL,
					 .all = !isatty(STDOUT_FILENO),
					 .reveal = option_given(o, OPTION_REVEAL),
					 .no_duplicates = option_given(o, OPTION_NO_DUPLICATES),
					 .progress = has_room_for_bar(json) ? stderr : NULL,
					 .patience = 1000,
					 .today = date_today(time(NULL)) };

	if (by == NULL || strcmp(by, "student") == 0)
		return audit_files(o, options);
	charset_put("xueji: --by 后面只能是 student\n", stderr);
	return STATUS_TROUBLE;
}
