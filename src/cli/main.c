/* SPDX-License-Identifier: MIT */
/* xueji, a terminal wizard for the self-check of a new student's record. The folders of src/, each
 * of which includes only those below it (tests/support/check_style.sh has the exact order):
 *
 *   cli/        the table of commands and options, one cmd_NAME.c for each command
 *   tui/        front end that draws with curses
 *   plain/      front end that reads and prints lines
 *   demo/       plays the keys of a script; the presenter's notes
 *   app/        turns a key into an action, applies it, then does its work on disk
 *   screens/    one file for each screen: what it shows, and what an action does there
 *   wizard/     state of the self-check: current step, ticks, forms, verdict
 *   view/       turns a page into lines and lines into a frame; the key table
 *   audit/      checks the rows of rosters, compares, finds repeats; reports, JSON
 *   roster/     rosters: finds the columns, tells students from other rows
 *   table/      delimited text: encoding, cells, quotes
 *   model/      contents of the files: guide, FAQ, record, progress
 *   rules/      checks of ID numbers, names and contacts, with their findings
 *   base/       text, JSON, files, signals, dates
 *
 * From main() to the loop that reads keys: cmd_run() (the row "run" in cli/commands.c),
 * run_wizard(), tui_run(). From a key to its effect: handle() in tui/tui.c, app_key(),
 * keymap_find(), screens_apply(), and the apply() of the screen. From there to the terminal:
 * screens_build(), the build() of the screen, frame_make(), tui_paint(). */
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>

#include "base/charset.h"
#include "cli/options.h"
#include "cli/output.h"

/* Keeps typed data out of core files and away from other processes. */
static void harden_process(void)
{
	setvbuf(stdin, NULL, _IONBF, 0); /* a stdio buffer would keep the typed lines */
#ifndef XUEJI_TRACEABLE
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

int main(int argc, char **argv)
{
	struct options options;
	const struct command *command;

	harden_process();
	/* Ignored, so that a failed write returns an error, which can be reported. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	if (!charset_choose())
		return output_trouble(
			"no locale here knows Chinese: install C.UTF-8 or zh_CN.UTF-8", "");
	command = options_read(argc, argv, &options);
	if (command == NULL)
		return STATUS_TROUBLE;
	if (option_given(&options, OPTION_VERSION)) {
		puts("xueji " XUEJI_VERSION);
		return output_end(0);
	}
	if (option_given(&options, OPTION_HELP)) {
		commands_help(options.topic, stdout);
		return output_end(0);
	}
	return command->run(&options);
}
