/* SPDX-License-Identifier: MIT */
/* `xueji audit`: checks every row of a roster by the rules and against gaokao records. */
#include "cli/cmd.h"

#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/charset.h"
#include "base/diag.h"
#include "base/signals.h"
#include "cli/output.h"

/* Returns true if a progress bar can be drawn. It would mix with JSON lines on the same
 * terminal. */
static bool has_room_for_bar(bool json)
{
	return isatty(STDERR_FILENO) && !(json && isatty(STDOUT_FILENO));
}

/* Returns true if standard input, which can be read once, stands for two files. */
static bool reads_twice(const struct audit_options *o)
{
	size_t times = o->against != NULL && strcmp(o->against, "-") == 0;

	for (size_t i = 0; i < o->roster_count; i++)
		times += strcmp(o->rosters[i], "-") == 0;
	return times > 1;
}

int cmd_audit(const struct options *o)
{
	bool json = option_given(o, OPTION_JSON);
	const char *by = o->given[OPTION_BY];
	struct audit_options options = { .rosters = (const char *const *)o->files,
					 .roster_count = (size_t)o->file_count,
					 .against = o->given[OPTION_AGAINST],
					 .json = json,
					 .by_student = by != NULL,
					 .all = !isatty(STDOUT_FILENO),
					 .reveal = option_given(o, OPTION_REVEAL),
					 .no_duplicates = option_given(o, OPTION_NO_DUPLICATES),
					 .progress = has_room_for_bar(json) ? stderr : NULL,
					 .patience = 1000,
					 .today = date_today(time(NULL)) };

	bool interrupted;
	int status;

	if (by != NULL && strcmp(by, "student") != 0) {
		charset_put("xueji: --by 后面只能是 student\n", stderr);
		return STATUS_TROUBLE;
	}
	if (reads_twice(&options)) {
		charset_put("xueji: 标准输入只能读一次，- 只写一个\n", stderr);
		return STATUS_TROUBLE;
	}
	status = output_end(audit_run(&options, stdout, &interrupted));
	if (interrupted)
		signals_die(SIGINT);
	return status;
}
