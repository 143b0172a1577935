/* SPDX-License-Identifier: MIT */
/* `xueji run`: runs the wizard, or prints the whole guide if standard output is not a terminal. */
#include "cli/cmd.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/app.h"
#include "base/charset.h"
#include "cli/front_end.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "model/faq.h"
#include "plain/plain.h"
#include "tui/tui.h"
#include "wizard/report.h"

static int print_guide(const struct guide *g, const char *path)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load_beside(g, path, &d);

	inputs_trouble(&d);
	plain_print_guide(g, faq, stdout);
	faq_free(faq);
	return output_end(0);
}

/* Prints one line on what was saved, after the wizard has left the terminal. */
static void say_kept(struct app *app)
{
	char text[APP_KEPT];

	app_say_kept(app, text);
	if (text[0] != '\0')
		charset_printf(stdout, "%s\n", text);
}

/* Runs the wizard in curses, or in plain mode if that is asked for or curses cannot use the
 * terminal. Returns the exit status. */
static int run_wizard(const struct options *o, const char *path, const struct guide *guide,
		      struct record *record, const struct source *source)
{
	static struct app app; /* static because it is large */
	const char *why;
	int signal = TUI_NO_TERMINAL;

	app_open(&app, path, guide, source->record, option_given(o, OPTION_FRESH),
		 o->given[OPTION_REPORT]);
	record_wipe(record);
	if (source->roster != NULL)
		app_use_roster(&app, source->roster, source->candidates);
	app_set_presentation(&app, option_given(o, OPTION_PROJECTOR));
	if (!use_plain_mode(o, &why))
		signal = tui_run(&app, NULL, tui_options_of(o), &why);
	if (signal == TUI_NO_TERMINAL) {
		bool read_all =
			plain_run(&app, stdin, stdout, why, option_given(o, OPTION_NO_HINTS));

		say_kept(&app);
		return end_of_plain(read_all, app_close(&app));
	}
	if (signal == 0)
		say_kept(&app);
	return end_of_tui(signal, app_close(&app));
}

int cmd_run(const struct options *o)
{
	static struct record record;
	struct diag d = { 0 };
	char *path;
	struct guide *guide = inputs_guide(o, &path, &d);
	struct source source;
	const char *report = o->given[OPTION_REPORT];
	const char *why = report != NULL ? report_refused(report) : NULL;
	int status;

	if (why != NULL)
		status = output_trouble(why, "");
	else if (guide == NULL || !inputs_source(o, &record, &source, &d))
		status = inputs_trouble(&d);
	else if (!option_given(o, OPTION_PLAIN) && !isatty(STDOUT_FILENO))
		status = print_guide(guide, path);
	else if (!use_plain_mode(o, &why) && tui_is_console())
		status = output_trouble("this text console has no Chinese glyphs: use a graphical "
					"terminal, fbterm or ssh, or --plain",
					"");
	else
		status = run_wizard(o, path, guide, &record, &source);
	guide_free(guide);
	free(path);
	return status;
}
