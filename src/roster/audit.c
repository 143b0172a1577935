/* SPDX-License-Identifier: MIT */
#include "roster/audit.h"

#include <signal.h>
#include <string.h>

#include "base/diag.h"
#include "roster/audit_internal.h"

enum { PERSONS = 256 };

/* A handler can be given nothing. */
static volatile sig_atomic_t stop;

static void note_stop(int number)
{
	(void)number;
	stop = 1;
}

/* The first ^C ends the reading, the next one the program; who runs in the background hears none. A
 * closed pipe is told by a failed write. */
static void take_signals(void)
{
	struct sigaction action = { .sa_handler = note_stop, .sa_flags = (int)SA_RESETHAND },
			 before;

	sigemptyset(&action.sa_mask);
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

bool audit_wants(const struct audit *a, enum finding_code code)
{
	return a->how->json || audit_report_has_room(a, code);
}

void audit_found(struct audit *a, const struct audit_row *row, const struct finding *f)
{
	a->tally.kinds[f->code]++;
	a->tally.severities[finding_code_severity(f->code)]++;
	if (a->how->json)
		audit_json_finding(a, row, f);
	else
		audit_report_keep(a, row, f);
}

/* Sentences cost more than the rules: they are made only when one of them will be read. */
static bool wants_any(const struct audit *a)
{
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		for (size_t f = 0; f < a->found[i].count; f++)
			if (audit_wants(a, a->found[i].items[f].code))
				return true;
	return false;
}

static void tell(struct audit *a, const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		audit_found(a, &a->row, &found->items[i]);
}

static enum audit_state count_row(struct audit *a)
{
	enum audit_state state = AUDIT_CLEAN;

	for (size_t i = 0; i < AUDIT_FOUND; i++) {
		if (findings_any(&a->found[i], SEVERITY_ERROR))
			state = AUDIT_WRONG;
		else if (state == AUDIT_CLEAN && findings_any(&a->found[i], SEVERITY_WARNING))
			state = AUDIT_DOUBTFUL;
	}
	a->tally.states[state]++;
	return state;
}

/* What the row is compared with; NULL: nothing, or nobody is found. */
static const struct record *record_of(struct audit *a)
{
	if (a->records == NULL || !record_index_find(a->records, &a->row.student, &a->record))
		return NULL;
	return &a->record;
}

static enum audit_state judge(struct audit *a, const struct roster_row *row)
{
	struct findings *of_name = &a->found[0], *of_number = &a->found[1], *of_row = &a->found[2];
	const struct record *record;
	enum audit_state state;

	audit_row_read(&a->row, a->roster, row, a->records != NULL);
	record = record_of(a);
	for (int brief = 1; brief >= 0; brief--) {
		of_name->count = of_number->count = of_row->count = 0;
		of_name->brief = of_number->brief = of_row->brief = brief;
		audit_row_check(&a->row, record, a->how->today, of_name, of_number, of_row);
		if (a->records != NULL && record == NULL)
			findings_add(of_row, FINDING_ROSTER_MISSING, 0,
				     "高考信息里没有这个人：考生号、证件号码、姓名加出生日期都"
				     "查不到。");
		if (!wants_any(a))
			break;
		audit_row_read(&a->row, a->roster, row, true);
	}
	state = count_row(a);
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		tell(a, &a->found[i]);
	return state;
}

/* Rows beyond four thousand million are not looked for. */
static void remember(struct audit *a, const struct roster_person *p, enum audit_state state)
{
	struct doubles_entry entry = { 0, (uint32_t)p->row, audit_tag(p->name, state) };

	if (a->numbers == NULL || p->row > UINT32_MAX)
		return;
	entry.key = p->number;
	if (entry.key != 0)
		doubles_add(a->numbers, entry);
	entry.key = p->candidate;
	if (entry.key != 0)
		doubles_add(a->candidates, entry);
}

static bool ends_in_zeros(struct slice s)
{
	return s.len > 3 && memcmp(s.bytes + s.len - 3, "000", 3) == 0;
}

static void take_row(struct audit *a, const struct roster_row *row)
{
	struct slice number = roster_number(row->fields[ROSTER_ID_NUMBER]);
	struct roster_person person = { 0 };

	if (a->numbers != NULL)
		person = roster_person(row);
	a->tally.rows++;
	a->tally.rounded += ends_in_zeros(number);
	a->tally.scientific += number.len > 4 && number.bytes[1] == '.' &&
			       memchr(number.bytes, '+', number.len) != NULL;
	remember(a, &person, judge(a, row));
}

/* Where the records are compared with, each row is; else a glance is enough for nearly all. */
static void glance(struct audit *a, struct roster_glance *g)
{
	if (a->records != NULL)
		return;
	do {
		roster_glance(a->roster, g);
		for (size_t i = 0; i < g->person_count; i++)
			remember(a, &g->persons[i], AUDIT_CLEAN);
	} while (g->persons != NULL && g->person_count == g->person_max);
}

static void read_through(struct audit *a, struct diag *d)
{
	struct roster_person persons[PERSONS];
	struct roster_glance g = { .births = resident_id_births(a->how->today),
				   .persons = a->numbers != NULL ? persons : NULL,
				   .person_max = PERSONS };
	const struct roster_row *row;

	audit_progress_start(a);
	for (;;) {
		glance(a, &g);
		if (ferror(a->out) || (row = roster_next(a->roster, d)) == NULL)
			break;
		take_row(a, row);
		audit_progress_show(a);
	}
	a->tally.rows += g.rows;
	a->tally.states[AUDIT_CLEAN] += g.rows;
	a->tally.rounded += g.rounded;
	a->tally.interrupted = stop;
	explicit_bzero(persons, sizeof persons);
	audit_progress_end(a);
}

static bool start(struct audit *a, struct diag *d, struct diag *of_records)
{
	struct csv_how how = { .block = a->how->block, .head = a->how->head, .stop = &stop };

	/* Before there is anything to sum up, ^C ends the program as it does any other. */
	if (a->how->against != NULL) {
		a->records = record_index_load(a->how->against, of_records);
		if (a->records == NULL)
			return false;
	}
	take_signals();
	a->roster = roster_open(a->how->roster, &how, d);
	if (a->roster != NULL && !a->how->no_doubles) {
		a->numbers = doubles_new();
		a->candidates = doubles_new();
	}
	return a->roster != NULL;
}

static int finish(struct audit *a, struct diag *d)
{
	bool failed = roster_failed(a->roster);

	if (!failed && !a->tally.interrupted && a->tally.rows == 0) {
		roster_no_students(a->roster, d);
		failed = true;
	}
	audit_find_doubles(a);
	if (!failed && !a->tally.interrupted)
		audit_find_left(a);
	audit_find_columns(a);
	if (a->how->json)
		audit_json_summary(a);
	else
		audit_report_write(a);
	if (failed)
		return STATUS_TROUBLE;
	return a->tally.severities[SEVERITY_ERROR] > 0 || d->count > 0;
}

int audit_run(const struct audit_how *how, FILE *out, bool *interrupted)
{
	static struct audit a;
	static struct diag d, of_records;
	int status = STATUS_TROUBLE;

	memset(&a, 0, sizeof a);
	d.count = of_records.count = 0;
	a.how = how;
	a.out = out;
	stop = 0;
	if (start(&a, &d, &of_records)) {
		read_through(&a, &d);
		status = finish(&a, &d);
	}
	*interrupted = stop;
	diag_print(&of_records, stderr, 0);
	if (a.roster != NULL || !stop) /* a head cut short is not what is wrong with the file */
		diag_print(&d, stderr, 0);
	audit_report_free(&a);
	doubles_free(a.numbers);
	doubles_free(a.candidates);
	record_index_free(a.records);
	roster_close(a.roster);
	explicit_bzero(&a, sizeof a);
	return status;
}
