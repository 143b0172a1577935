/* SPDX-License-Identifier: MIT */
#include "audit/audit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "audit/audit_report.h"
#include "audit/audit_roster.h"
#include "audit/json_lines.h"
#include "audit/repeats.h"
#include "audit/reread.h"
#include "base/diag.h"
#include "base/xalloc.h"

struct run {
	struct audit_shared shared;
	struct repeats_roster *read; /* owned */
	/* Rosters so far; unreadable: those that could not be opened or read. */
	size_t rosters, unreadable;
};

/* Set by the signal handler, which can share state only through a global. */
static volatile sig_atomic_t stop;

static void note_stop(int number)
{
	(void)number;
	stop = 1;
}

/* Installs the signal handlers. The first ^C ends the reading, the second the program; a background
 * job, which is started with SIGINT ignored, keeps ignoring both. SIGPIPE is ignored: a closed pipe
 * is noticed by the failed write. */
static void take_signals(void)
{
	struct sigaction action = { .sa_handler = note_stop, .sa_flags = (int)SA_RESETHAND },
			 before;

	sigemptyset(&action.sa_mask);
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

static bool load_records(struct audit_shared *s, struct diag *d)
{
	struct record_index *index;
	const struct records *records;

	if (s->options->against == NULL)
		return true;
	index = s->records.index = record_index_load(s->options->against, d);
	if (index == NULL)
		return false;
	records = record_index_records(index);
	s->records.source =
		(struct audit_source){ s->options->against, records_roster(records),
				       records_skipped(records), record_index_count(index) };
	return true;
}

static int worse(int a, int b)
{
	return a > b ? a : b;
}

/* Audits one roster after the other. Returns the worst exit status. */
static int audit_rosters(struct run *r)
{
	struct audit_shared *s = &r->shared;
	int status = 0;
	bool readable;
	size_t students;

	for (size_t i = 0; i < s->options->roster_count && !stop; i++) {
		if (i > 0 && !s->options->json)
			fputc('\n', s->out);
		s->start = s->end;
		students = s->tally.rows;
		status = worse(status, audit_roster(s, s->options->rosters[i], &readable));
		r->read[i] = (struct repeats_roster){ s->start,
						      s->tally.rows - students,
						      s->options->rosters[i],
						      s->file,
						      s->encoding,
						      s->even };
		r->rosters++;
		r->unreadable += !readable;
	}
	return status;
}

/* Reports the numbers that two rosters have. */
static void find_elsewhere(struct run *r)
{
	const struct reread reread = {
		.rosters = { r->read, r->rosters }, .elsewhere = true, .named = true, .stop = &stop
	};
	struct repeats repeats = { 0 };

	repeats_find(&repeats, &r->shared.tables, &reread.rosters);
	for (size_t i = 0; i < r->shared.run_count; i++)
		repeats_add_names(&repeats, &r->shared.runs[i], &r->shared.states, 0);
	reread_report(&reread, &repeats, r->shared.sink, &r->shared.tally);
	repeats_count(&repeats, &r->shared.tally);
	repeats_free(&repeats);
}

/* Reports what is known only after all rosters are read. Returns the exit status. */
static int finish(struct run *r)
{
	struct audit_shared *s = &r->shared;

	s->sink->of_all = true;
	if (s->tables.numbers != NULL)
		find_elsewhere(r);
	s->tally.interrupted = s->tally.interrupted || stop; /* between two rosters, too */
	audit_records_report(&s->records, r->unreadable == 0 && !s->tally.interrupted, s->sink,
			     &s->tally);
	s->sink->end(s->sink, &(struct audit_summary){ .records = s->records.source,
						       .tally = &s->tally,
						       .rosters = r->rosters,
						       .unreadable = r->unreadable });
	return s->tally.severities[SEVERITY_ERROR] > 0;
}

/* Returns a sink for the findings, owned by the caller. */
static struct sink *new_sink(const struct audit_options *o, FILE *out)
{
	if (o->json)
		return json_lines_sink(out, o->reveal);
	return report_sink(out, (struct report_options){ .reveal = o->reveal,
							 .by_student = o->by_student,
							 .all = o->all });
}

int audit_run(const struct audit_options *options, FILE *out, bool *interrupted)
{
	struct run r = { .shared = { .options = options, .out = out, .stop = &stop } };
	struct audit_shared *s = &r.shared;
	static struct diag of_records;
	int status = STATUS_TROUBLE;

	stop = 0;
	of_records.count = 0;
	r.read = xcalloc(options->roster_count, sizeof *r.read);
	s->sink = new_sink(options, out);
	if (options->roster_count > 1 && !options->no_duplicates)
		s->tables = repeats_tables_new(options->against != NULL);
	/* Signals are caught only after the records are loaded: before that there is no result to
	 * print, and ^C ends the program. */
	if (load_records(s, &of_records)) {
		take_signals();
		status = audit_rosters(&r);
		if (options->roster_count > 1)
			status = worse(status, finish(&r));
	}
	*interrupted = stop;
	diag_print(&of_records, stderr, 0);
	s->sink->free(s->sink);
	free(r.read);
	free(s->runs);
	free(s->states.items);
	repeats_tables_free(&s->tables);
	record_index_free(s->records.index);
	return status;
}
