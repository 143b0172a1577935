/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "base/charset.h"
#include "base/diag.h"
#include "base/paths.h"
#include "base/signals.h"
#include "base/xalloc.h"
#include "cli/check.h"
#include "cli/lint.h"
#include "cli/options.h"
#include "demo/demo.h"
#include "model/faq.h"
#include "model/record_file.h"
#include "plain/plain.h"
#include "plain/plain_demo.h"
#include "roster/audit.h"
#include "roster/record_search.h"
#include "roster/records.h"
#include "tui/tui.h"
#include "tui/tui_possible.h"

enum { PROBLEMS_SHOWN = 3 };

/* What was typed must not reach a core file, nor another process. */
static void close_doors(void)
{
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	setvbuf(stdin, NULL, _IONBF, 0); /* a buffer would keep the lines that were typed */
#ifndef XUEJI_TRACEABLE
	prctl(PR_SET_DUMPABLE, 0);
#endif
}

static int forget(void)
{
	struct progress_file kept;
	char notice[PROGRESS_NOTICE];

	if (progress_file_forget(&kept, notice)) {
		charset_put("保存的进度已删掉。\n", stdout);
		return 0;
	}
	charset_put("xueji: ", stderr);
	charset_put(notice, stderr);
	fputc('\n', stderr);
	return STATUS_TROUBLE;
}

static struct tui_look look_of(const struct options *o)
{
	return (struct tui_look){ .ascii = o->ascii, .mouse = o->mouse, .hide_hints = o->no_hints };
}

/* Whether a line at a time is wanted, by the option or else by the environment; *why says by which. */
static bool wants_plain(const struct options *o, const char **why)
{
	const char *accessible = getenv("ACCESSIBLE");

	*why = o->plain ? "--plain" : "环境变量 ACCESSIBLE";
	return o->plain ||
	       (accessible != NULL && *accessible != '\0' && strcmp(accessible, "0") != 0);
}

/* What the key loop came to: a signal to die of, no screen at all, or this status. */
static int end_of_screen(int signal, int status)
{
	if (signal == TUI_NO_SCREEN) {
		charset_put("xueji: 这个终端打不开，请加上 --plain 逐行来。\n", stderr);
		return STATUS_TROUBLE;
	}
	if (signal != 0)
		signals_die(signal);
	return status;
}

/* Asks in the way that this terminal allows. Returns the exit status, or dies of a signal. */
static int ask(struct app *app, const struct options *o)
{
	const char *why;
	int signal = 0, status;

	if (wants_plain(o, &why) || !tui_possible(&why))
		plain_run(app, stdin, stdout, why, o->no_hints);
	else
		signal = tui_run(app, NULL, look_of(o));
	status = app_close(app);
	return end_of_screen(signal, status);
}

/* What is printed has a reader only when it was all taken. */
static int written(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	charset_put("xueji: 没有写完：输出的一端关闭了，或磁盘已满\n", stderr);
	return STATUS_TROUBLE;
}

static int print_guide(const struct guide *g, const char *path)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load_beside(g, path, &d);

	diag_print(&d, stderr, PROBLEMS_SHOWN);
	plain_print_guide(g, faq, stdout);
	faq_free(faq);
	return written(0);
}

/* What --record gives: one record, or a roster to find it in. */
struct source {
	const char *roster;          /* borrowed; NULL: none */
	const struct record *record; /* borrowed; NULL: none */
};

/* false: d says why the file is of no use. */
static bool open_source(const char *path, struct record *record, struct source *out, struct diag *d)
{
	*out = (struct source){ 0 };
	if (path == NULL)
		return true;
	if (records_are_many(path)) {
		out->roster = path;
		return record_search_possible(path, d);
	}
	out->record = record;
	return record_load(path, record, d);
}

static int run(const struct options *o)
{
	static struct app app;
	static struct record record;
	static struct diag d;
	char *path = o->guide != NULL ? xstrdup(o->guide) : paths_data("guide.json", &d);
	struct guide *guide = path != NULL ? guide_load(path, &d) : NULL;
	struct source source;
	const char *why;
	int status = STATUS_TROUBLE;

	if (guide == NULL || !open_source(o->record, &record, &source, &d))
		diag_print(&d, stderr, PROBLEMS_SHOWN);
	else if (!o->plain && !isatty(STDOUT_FILENO))
		status = print_guide(guide, path);
	else if (!wants_plain(o, &why) && tui_is_console())
		charset_put(
			"xueji: this text console has no Chinese glyphs: use a graphical terminal, "
			"fbterm or ssh, or --plain\n",
			stderr);
	else {
		app_open(&app, path, guide, source.record, o->fresh, o->report);
		record_wipe(&record);
		if (source.roster != NULL)
			app_use_roster(&app, source.roster);
		app.wizard.presentation = o->projector;
		status = ask(&app, o);
	}
	guide_free(guide);
	free(path);
	return status;
}

static void rest(int seconds)
{
	struct timespec left = { .tv_sec = seconds };

	while (nanosleep(&left, &left) < 0 && errno == EINTR)
		;
}

static int check(const struct options *o)
{
	static struct record record;
	static struct diag d;
	struct check c = { .today = date_today(time(NULL)), .rest = rest, .json = o->json };
	struct source source;
	struct regions *regions;
	int status = STATUS_TROUBLE;

	if (!open_source(o->record, &record, &source, &d)) {
		diag_print(&d, stderr, PROBLEMS_SHOWN);
		return STATUS_TROUBLE;
	}
	c.record = source.record;
	c.roster = source.roster;
	c.regions = regions = region_load_usual();
	status = check_run(&c, stdin, stdout);
	region_free(regions);
	record_wipe(&record);
	return written(status);
}

/* A bar among the lines of JSON would spoil both. */
static bool has_room_for_bar(bool json)
{
	return isatty(STDERR_FILENO) && !(json && isatty(STDOUT_FILENO));
}

static int audit(const struct options *o)
{
	struct audit_options how = { .roster = o->files[0],
				     .against = o->against,
				     .json = o->json,
				     .reveal = o->reveal,
				     .no_duplicates = o->no_duplicates,
				     .progress = has_room_for_bar(o->json) ? stderr : NULL,
				     .patience = 1000,
				     .today = date_today(time(NULL)) };
	bool interrupted;
	int status = written(audit_run(&how, stdout, &interrupted));

	if (interrupted)
		signals_die(SIGINT);
	return status;
}

/* The script's student, from beside the script. */
static bool load_student(const struct demo_script *script, const char *script_path,
			 struct record *record, struct diag *d)
{
	const char *slash = strrchr(script_path, '/');
	char *path = xasprintf("%.*s%s", slash == NULL ? 0 : (int)(slash + 1 - script_path),
			       script_path, script->record);
	bool loaded = record_load(path, record, d);

	free(path);
	return loaded;
}

static int complain_of_terminal(const char *what, const char *why)
{
	charset_put("xueji: ", stderr);
	charset_put(what, stderr);
	charset_put("要在终端里放：", stderr);
	charset_put(why, stderr);
	fputc('\n', stderr);
	return STATUS_TROUBLE;
}

static int play(struct demo *demo, const struct options *o)
{
	const char *why;
	int signal;

	if (wants_plain(o, &why)) {
		plain_demo(demo, stdin, stdout, why);
		demo_end(demo);
		return written(0);
	}
	if (!tui_possible(&why))
		return complain_of_terminal("演示", why);
	signal = tui_run(demo->app, demo, look_of(o));
	demo_end(demo);
	return end_of_screen(signal, 0);
}

static int show_notes(const struct options *o)
{
	const char *why;

	if (!tui_possible(&why))
		return complain_of_terminal("备注", why);
	return end_of_screen(tui_run_notes(look_of(o)), 0);
}

static int show_demo(const struct options *o)
{
	static struct app app;
	static struct record record;
	static struct diag d;
	char *path = o->guide != NULL ? xstrdup(o->guide) : paths_data("guide.json", &d);
	char *script_path = o->file_count > 0 ? xstrdup(o->files[0]) : paths_data("demo.json", &d);
	struct guide *guide = path != NULL ? guide_load(path, &d) : NULL;
	struct demo_script *script = guide != NULL && script_path != NULL
					     ? demo_script_load(script_path, guide, &d)
					     : NULL;
	struct demo demo = { .script = script,
			     .app = &app,
			     .guide_path = path,
			     .guide = guide,
			     .record = &record,
			     .automatic = o->automatic,
			     .presentation = o->projector,
			     .speed = o->speed };
	char absolute[PATH_MAX];
	int status = STATUS_TROUBLE;

	if (script == NULL || !load_student(script, script_path, &record, &d))
		diag_print(&d, stderr, PROBLEMS_SHOWN);
	else {
		demo.script_path = realpath(script_path, absolute);
		status = play(&demo, o);
	}
	demo_script_free(script);
	guide_free(guide);
	free(script_path);
	free(path);
	return status;
}

int main(int argc, char **argv)
{
	struct options options;

	close_doors();
	signal(SIGXFSZ, SIG_IGN); /* a write that fails is told; dying of it tells nothing */
	if (!charset_choose()) {
		fputs("xueji: no locale here knows Chinese: install C.UTF-8 or zh_CN.UTF-8\n",
		      stderr);
		return STATUS_TROUBLE;
	}
	if (!options_read(argc, argv, &options))
		return STATUS_TROUBLE;
	switch (options.command) {
	case COMMAND_HELP:
		charset_put(options.help, stdout);
		return written(0);
	case COMMAND_VERSION:
		puts("xueji " XUEJI_VERSION);
		return written(0);
	case COMMAND_FORGET:
		return forget();
	case COMMAND_CHECK:
		return check(&options);
	case COMMAND_AUDIT:
		return audit(&options);
	case COMMAND_DEMO:
		return show_demo(&options);
	case COMMAND_NOTES:
		return show_notes(&options);
	case COMMAND_LINT:
		return written(lint_run(options.files, options.file_count, stdout));
	case COMMAND_RUN:
		return run(&options);
	}
	return STATUS_TROUBLE;
}
