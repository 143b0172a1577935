/* SPDX-License-Identifier: MIT */
#include "audit/audit_roster.h"

#include <stdlib.h>
#include <string.h>

#include "audit/column_findings.h"
#include "audit/compared_row.h"
#include "audit/held_rows.h"
#include "audit/judge_row.h"
#include "audit/name_runs.h"
#include "audit/progress_bar.h"
#include "audit/repeats.h"
#include "audit/reread.h"
#include "audit/row_check.h"
#include "audit/row_series.h"
#include "audit/row_store.h"
#include "base/diag.h"
#include "base/xalloc.h"
#include "roster/roster.h"
#include "rules/resident_id.h"
#include "table/number_cell.h"

/* KEYS: rows whose keys the fast path returns at once. WRONG_RUN: consecutive rows with findings
 * after which the fast path is not tried. Numbers that end in 000 are reported if there are
 * ALARM_LEAST and more than one row in ALARM_SHARE has one. SEXES_WAIT: rows whose code of the sex
 * contradicts the number, after which it is decided what the codes mean. WAIT: rows without a
 * record, after which only those wait that share a name or number with one; PATIENCE
 * (record_index.c) is not enough for more if 32 records are left. */
enum {
	KEYS = 256,
	WRONG_RUN = 4,
	ALARM_SHARE = 100,
	ALARM_LEAST = 3,
	SEXES_WAIT = 1 << 12,
	WAIT = 1 << 15
};

struct audit {
	struct audit_shared *shared;         /* borrowed */
	const struct audit_options *options; /* borrowed */
	const char *path;                    /* borrowed */
	const char *file;      /* path to show with findings; NULL if there is only one roster */
	struct sink *sink;     /* borrowed */
	struct roster *roster; /* owned, as the next */
	struct repeats_tables tables; /* empty: duplicates not wanted */
	struct audit_tally tally;
	struct progress_bar bar;
	struct compared_row row;
	/* Rows that are judged after all others are read: until then it is not sure which record is
	 * their student's. */
	struct row_store waiting;
	size_t waiting_count;
	/* Rows that are judged when it is decided which sex the code in their cell stands for; how
	 * many; cells with the codes 0 and 2. */
	struct row_store coded;
	size_t coded_count, sex_zeros, sex_twos;
	struct findings found[AUDIT_FOUND];
	/* Findings that are kept until more rows are read. */
	struct column_findings columns;
	struct row_series numbers, names;
	struct held_rows held_rows;
	struct name_runs runs;
};

/* Reports a finding of a row that is not in memory, or, with row 0, of the whole roster. */
static void report(struct audit *a, size_t row, struct finding f)
{
	const struct audit_row of = { .row = row, .file = a->file };

	sink_report(a->sink, &a->tally, &of, NULL, &f);
}

/* record: the row of its record; 0: none. */
static inline void add_entries(const struct repeats_tables *t, const struct row_keys *p,
			       size_t record, uint32_t row, uint32_t tag)
{
	if (p->number != 0)
		duplicates_add(t->numbers, (struct duplicates_entry){ p->number, row, tag });
	if (p->candidate != 0)
		duplicates_add(t->candidates, (struct duplicates_entry){ p->candidate, row, tag });
	if (record != 0)
		duplicates_add(t->people, (struct duplicates_entry){ record, row, tag });
}

static void make_space(struct row_states *states, size_t count)
{
	uint8_t *larger = xcalloc(count, 1);

	if (states->count > 0)
		memcpy(larger, states->items, states->count);
	free(states->items);
	*states = (struct row_states){ larger, count };
}

/* Notes the state of a row of this roster; AUDIT_STATES: it is not a student's. */
static inline void note_state(struct audit_shared *all, size_t row, enum audit_state state)
{
	row += all->start;
	if (row > UINT32_MAX)
		return;
	all->end =
		row > all->end ? (uint32_t)row : all->end; /* waiting rows come after later ones */
	if (state == AUDIT_CLEAN)
		return;
	if (row >= all->states.count)
		make_space(&all->states, 2 * row + KEYS);
	all->states.items[row] = (uint8_t)state;
}

/* Adds the row to the tables of duplicates. Row numbers above 32 bits are left out. */
static inline void remember(struct audit *a, const struct row_keys *p, size_t record,
			    enum audit_state state, bool contradicted)
{
	struct audit_shared *all = a->shared;
	uint32_t row = (uint32_t)p->row, tag = repeats_tag(p->name, state, contradicted);

	if (a->tables.numbers == NULL || p->row > UINT32_MAX)
		return;
	note_state(all, row, state);
	add_entries(&a->tables, p, record, row, tag);
	if (all->tables.numbers == NULL || row > UINT32_MAX - all->start)
		return;
	row += all->start;
	add_entries(&all->tables, p, record, row, tag);
}

/* Judges a row and reports its findings, or keeps them until more rows are read. */
static enum audit_state settle(struct audit *a, struct compared_row *c)
{
	const struct judge judge = { &a->shared->records, a->roster, &a->tally, a->options->today };
	enum audit_state state;
	bool contradicted;

	if (a->columns.sex_zero && c->row.sex_coded)
		c->row.student.sex[0] = '\0';
	state = judge_row(&judge, c, a->found);
	c->named = row_check_has_name(&a->found[OF_NAME]) &&
		   !findings_has(&a->found[OF_ROW], FINDING_ROSTER_COLUMNS);
	/* If the record has the same number, the number is not at fault. */
	contradicted = held_rows_take(&a->held_rows, &c->row, &a->found[OF_NUMBER]) &&
		       (!c->found || strcmp(c->record.id_number, c->row.student.id_number) != 0);

	column_findings_take(&a->columns, &c->row, a->found);
	row_series_take(&a->names, &c->row, &a->found[OF_NAME]);
	if (row_series_take(&a->numbers, &c->row, &a->found[OF_NUMBER]) &&
	    a->numbers.of == ROW_SERIES_NUMBERS)
		c->keys.number = 0;
	for (size_t k = 0; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < a->found[k].count; i++)
			sink_report(a->sink, &a->tally, &c->row, NULL, &a->found[k].items[i]);
	remember(a, &c->keys, c->found ? c->owners.row : 0, state, contradicted);
	return state;
}

static bool guess_record(struct audit *a, struct compared_row *c, bool last)
{
	return record_index_guess(a->shared->records.index, &c->row.student, last, &c->record,
				  &c->owners);
}

/* Judges the rows whose code of the sex contradicts their number. */
static void settle_coded(struct audit *a)
{
	for (size_t at = 0; row_store_next(&a->coded, &at, &a->row, sizeof a->row);)
		settle(a, &a->row);
	row_store_free(&a->coded);
}

/* Judges the rows that waited for their records. The first pass takes the records that are nearly
 * sure, the second the rest. */
static void settle_waiting(struct audit *a)
{
	struct row_store found = { 0 };
	struct compared_row *c = &a->row;
	static struct compared_row next;
	size_t next_at = 0;

	for (size_t at = 0; row_store_next(&a->waiting, &at, c, sizeof *c);) {
		c->found = guess_record(a, c, false);
		if (c->found)
			row_store_add(&found, c, sizeof *c);
	}
	row_store_next(&found, &next_at, &next, sizeof next);
	for (size_t at = 0; row_store_next(&a->waiting, &at, c, sizeof *c);) {
		if (next.found && next.row.row == c->row.row) {
			*c = next;
			next.found = row_store_next(&found, &next_at, &next, sizeof next);
		} else {
			c->found = guess_record(a, c, true);
		}
		settle(a, c);
	}
	row_store_free(&found);
	explicit_bzero(&next, sizeof next);
}

/* Returns the store of rows that wait as the row does; NULL: it is judged at once. */
static struct row_store *store_of(struct audit *a, const struct compared_row *c)
{
	struct record_index *records = a->shared->records.index;

	if (records != NULL && !c->found &&
	    (a->waiting_count < WAIT || record_index_shares(records, &c->row.student)))
		return &a->waiting;
	return a->coded_count < SEXES_WAIT && compared_row_is_coded_otherwise(c) ? &a->coded : NULL;
}

/* Judges the row that was read last, or lets it wait. */
static enum audit_state compare_row(struct audit *a)
{
	struct compared_row *c = &a->row;
	struct row_store *store;
	enum audit_state state;

	compared_row_find(c, a->roster, a->shared->records.index);
	store = store_of(a, c);
	if (store != NULL) {
		if (compared_row_has_name(c))
			name_runs_follow(&a->runs, &c->keys);
		row_store_add(store, c, sizeof *c);
		a->waiting_count += store == &a->waiting;
		if (store == &a->coded && ++a->coded_count == SEXES_WAIT)
			settle_coded(a);
		return AUDIT_CLEAN;
	}
	state = settle(a, c);
	if (c->named)
		name_runs_follow(&a->runs, &c->keys);
	return state;
}

static bool ends_in_zeros(struct slice s)
{
	static const char zeros[] = "00000000"; /* a number from 3.2E+17, written out */
	size_t len = s.len < strlen(zeros) ? s.len : strlen(zeros);

	return s.len >= ID_LENGTH && memcmp(s.bytes + s.len - 3, zeros, 3) == 0 &&
	       memcmp(s.bytes + s.len - len, zeros, len) != 0;
}

/* Decides by the rows read so far whether 0 stands for one of the sexes, not for an unknown one
 * beside 1 and 2. */
static void note_sex(struct audit *a, const struct audit_row *row)
{
	a->sex_zeros += strcmp(row->sex_unread, "0") == 0;
	a->sex_twos += row->sex_coded && strcmp(row->student.sex, "女") == 0;
	if (a->coded_count < SEXES_WAIT)
		a->columns.sex_zero = a->sex_zeros > a->sex_twos;
}

static enum audit_state take_row(struct audit *a, const struct roster_row *row)
{
	compared_row_read(&a->row, a->roster, row, a->file, a->tables.numbers != NULL);
	a->tally.rows++;
	a->tally.rounded += ends_in_zeros(number_cell_bare(row->fields[ROSTER_ID_NUMBER]));
	note_sex(a, &a->row.row);
	a->tally.candidate_rounded += row->candidate_rounded;
	return compare_row(a);
}

/* Whether the row read last has the ID number of someone who is hardly a parent or a teacher. */
static bool has_young_number(struct audit *a)
{
	enum { YOUNG = 24 }; /* years */
	const struct table_row *row = roster_cells(a->roster);
	int today = a->options->today.year;
	bool has = false;

	for (size_t i = 0; i < row->count && !has; i++) {
		char number[ID_LENGTH + 1];
		struct resident_id id;

		if (!number_cell_is_id(row->cells[i]))
			continue;
		roster_utf8(a->roster, number_cell_bare(row->cells[i]), number, sizeof number);
		has = id_is_valid(number) && resident_id_read(number, &id) &&
		      id.birth.year + YOUNG > today && id.birth.year + ID_AGE_MIN <= today;
		explicit_bzero(number, sizeof number);
		explicit_bzero(&id, sizeof id);
	}
	return has;
}

/* Counts a row that is not a student's, and reports its fault if it has one, with what stands in
 * place of the name and the number if it may be a student's. */
static void take_other(struct audit *a, const struct roster_row *row)
{
	struct audit_row of = { .row = row->row, .file = a->file };
	struct finding fault = { .code = FINDING_ROSTER_UNREAD, .kind = KIND_YOUNG_UNREAD };

	if (roster_fault(a->roster, &fault) || (row->of_elders && has_young_number(a))) {
		if (fault.kind == KIND_ROW_UNREAD || fault.kind == KIND_EXAMPLE_UNREAD ||
		    fault.kind == KIND_YOUNG_UNREAD) {
			roster_utf8(a->roster, row->fields[ROSTER_NAME], of.student.name,
				    sizeof of.student.name);
			roster_utf8(a->roster, row->fields[ROSTER_ID_NUMBER], of.student.id_number,
				    sizeof of.student.id_number);
		}
		sink_report(a->sink, &a->tally, &of, NULL, &fault);
		explicit_bzero(&of, sizeof of);
	}
	skipped_add(&a->tally.skipped, row);
	if (a->tables.numbers != NULL)
		note_state(a->shared, row->row, AUDIT_STATES);
	name_runs_skip(&a->runs, row->row);
}

static void show_progress(struct audit *a)
{
	unsigned long long done, total;

	roster_progress(a->roster, &done, &total);
	progress_bar_draw(&a->bar, done, total);
}

/* Skips rows without findings, but not if there are records: then every row has to be compared; nor
 * if numbers were wiped, which may still look valid. */
static void skip_valid(struct audit *a, struct fast_path *f)
{
	if (a->shared->records.index != NULL || roster_is_wiped(a->roster))
		return;
	do {
		roster_skip_valid(a->roster, f);
		for (size_t i = 0; i < f->count && f->keys != NULL; i++) {
			enum audit_state state = f->keys[i].surplus ? AUDIT_WRONG : AUDIT_CLEAN;

			name_runs_follow(&a->runs, &f->keys[i]);
			remember(a, &f->keys[i], 0, state, false);
		}
	} while (f->passed == f->max);
}

static void read_through(struct audit *a, struct diag *d)
{
	struct row_keys keys[KEYS];
	struct fast_path f = { .births = fast_path_births(a->options->today),
			       .keys = a->tables.numbers != NULL ? keys : NULL,
			       .max = a->tables.numbers != NULL ? KEYS : SIZE_MAX };
	struct place_findings *blanks = &a->columns.places[BLANKS_NUMBER];
	struct place_findings *marks = &a->columns.places[MARKS_NUMBER];
	const struct roster_row *row;
	size_t wrong_run = 0, before;

	f.around[FAST_PATH_BLANKS] = &blanks->rows;
	f.around[FAST_PATH_MARK] = &marks->rows;
	a->bar = progress_bar_start(a->options->progress, a->options->patience);
	for (;;) {
		before = f.rows;
		f.pass[FAST_PATH_BLANKS] = blanks->state == PLACE_COLUMN;
		f.pass[FAST_PATH_MARK] = marks->state == PLACE_COLUMN;
		if (wrong_run < WRONG_RUN || f.pass[FAST_PATH_BLANKS] || f.pass[FAST_PATH_MARK])
			skip_valid(a, &f);
		if (f.rows > before)
			wrong_run = 0;
		if (ferror(a->shared->out) || (row = roster_next_row(a->roster, d)) == NULL)
			break;
		if (row->kind != ROW_STUDENT) {
			take_other(a, row);
			continue;
		}
		wrong_run = take_row(a, row) < AUDIT_DOUBTFUL ? 0 : wrong_run + 1;
		show_progress(a);
	}
	a->tally.rows += f.rows;
	a->tally.states[AUDIT_CLEAN] += f.rows - f.surplus;
	a->tally.states[AUDIT_WRONG] += f.surplus;
	a->tally.rounded += f.rounded;
	a->tally.interrupted = *a->shared->stop;
	explicit_bzero(keys, sizeof keys);
	progress_bar_end(&a->bar);
}

static bool start(struct audit *a, struct diag *d)
{
	struct csv_options csv = { .block = a->options->block,
				   .head = a->options->head,
				   .stop = a->shared->stop };

	a->roster = roster_open(a->path, &csv, d);
	if (a->roster != NULL && !a->options->no_duplicates)
		a->tables = repeats_tables_new(a->shared->records.index != NULL);
	return a->roster != NULL;
}

/* Adds names that were filled down. */
static void find_filled_names(struct audit *a, struct repeats *out)
{
	struct audit_shared *all = a->shared;

	name_runs_end(&a->runs);
	for (size_t i = 0; i < a->runs.count; i++) {
		const struct name_run *run = &a->runs.items[i];

		if (!name_runs_is_filled(run, a->tally.rows))
			continue;
		repeats_add_names(out, run, &all->states, all->start);
		if (all->tables.numbers == NULL || run->last > UINT32_MAX - all->start)
			continue;
		all->runs = xgrow(all->runs, all->run_count, sizeof *run);
		all->runs[all->run_count] = *run;
		all->runs[all->run_count].first += all->start;
		all->runs[all->run_count++].last += all->start;
	}
}

static void find_duplicates(struct audit *a, const struct reread *reread)
{
	struct repeats repeats = { 0 };

	if (a->tables.numbers == NULL)
		return;
	repeats_find(&repeats, &a->tables, &reread->rosters);
	find_filled_names(a, &repeats);
	held_rows_drop(&a->held_rows, &repeats);
	reread_report(reread, &repeats, a->sink, &a->tally);
	repeats_count(&repeats, &a->tally);
	repeats_free(&repeats);
}

static void report_column(struct audit *a, enum finding_kind kind, size_t count, size_t other)
{
	report(a, 0,
	       (struct finding){ .code = FINDING_ROSTER_SPREADSHEET,
				 .kind = kind,
				 .count = count,
				 .other = other });
}

/* Reports traces of a spreadsheet in whole columns. By nature one number in eleven hundred ends in
 * 000. */
static void find_spreadsheet(struct audit *a)
{
	const struct audit_tally *t = &a->tally;

	if (t->rows > 0 && t->rounded >= ALARM_LEAST && t->rounded * ALARM_SHARE > t->rows)
		report_column(a, KIND_COLUMN_ROUNDED, t->rounded, t->rounded * 100 / t->rows);
	if (t->scientific > 1)
		report_column(a, KIND_COLUMN_SCIENTIFIC, t->scientific, 0);
	if (t->candidate_rounded > 0)
		report(a, 0,
		       (struct finding){ .code = FINDING_CANDIDATE_SPREADSHEET,
					 .kind = KIND_CANDIDATES_ROUNDED,
					 .count = t->candidate_rounded });
	if (t->candidate_scientific > 1)
		report_column(a, KIND_COLUMN_CANDIDATE, t->candidate_scientific, 0);
}

static void find_exchanged(struct audit *a)
{
	struct finding f;

	if (roster_headings_wrong(a->roster, &f))
		report(a, 0, f);
}

static void report_unread(struct audit *a, enum finding_kind kind, size_t index, size_t row)
{
	report(a, 0,
	       (struct finding){ .code = FINDING_ROSTER_UNREAD,
				 .kind = kind,
				 .other = row,
				 .label = index == COLUMN_ABSENT ? "上面" : column_place(index) });
}

/* Reports a column beside the one in use. */
static void report_beside(struct audit *a, enum finding_kind kind, uint64_t set,
			  enum roster_column in_use)
{
	struct finding f = { .code = FINDING_ROSTER_UNREAD, .kind = kind };

	if (set == 0)
		return;
	f.label = column_place((size_t)__builtin_ctzll(set));
	finding_quote(column_place(roster_columns(a->roster)->index[in_use]), f.is);
	report(a, 0, f);
}

static void find_other_people(struct audit *a)
{
	enum { PARENT = 40 }; /* years: most parents of students are older */
	const struct columns *columns = roster_columns(a->roster);
	uint64_t peers = columns->peers & ~columns->younger;

	if (columns->role.row > 0)
		report_unread(a, KIND_OTHER_PEOPLE, columns->role.index, columns->role.row);
	if (columns->people != 0)
		report_unread(a, KIND_COLUMN_PEOPLE, (size_t)__builtin_ctzll(columns->people), 0);
	if (peers != 0)
		report_unread(a, KIND_COLUMN_PEERS, (size_t)__builtin_ctzll(peers), 0);
	report_beside(a, KIND_COLUMN_YOUNGER, columns->younger, ROSTER_ID_NUMBER);
	report_beside(a, KIND_COLUMN_NAMES, columns->names, ROSTER_NAME);
	if (columns->younger == 0 && columns->born > 0 &&
	    columns->born + PARENT <= a->options->today.year)
		report_unread(a, KIND_COLUMN_PARENTS, columns->index[ROSTER_ID_NUMBER], 0);
}

static void find_encodings(struct audit *a)
{
	size_t line = roster_mixed_line(a->roster);

	if (line > 0)
		report(a, 0,
		       (struct finding){ .code = FINDING_ROSTER_ENCODING,
					 .kind = KIND_TWO_ENCODINGS,
					 .other = line,
					 .label = roster_encoding_name(a->roster) });
}

/* Adds the counts of the roster to those of all. States are those before repeats were counted,
 * because repeats are counted again for all rosters. */
static void add_to_all(struct audit *a, const size_t by_rules[AUDIT_STATES])
{
	struct audit_tally one = a->tally;

	memcpy(one.states, by_rules, sizeof one.states);
	one.doubtful_by_repeat = 0;
	tally_add(&a->shared->tally, &one);
}

static int finish(struct audit *a, struct diag *d)
{
	bool failed = roster_failed(a->roster), alone = a->options->roster_count == 1;
	const struct repeats_roster one = { .path = a->path,
					    .file = a->shared->file,
					    .even = a->shared->even };
	const struct reread reread = { .rosters = { &one, 1 },
				       .named = !alone,
				       .by_student = a->options->by_student && !a->options->json,
				       .stop = a->shared->stop };
	size_t by_rules[AUDIT_STATES];

	settle_coded(a);
	settle_waiting(a);
	row_series_end(&a->names);
	row_series_end(&a->numbers);
	if (!failed && !a->tally.interrupted && a->tally.rows == 0) {
		roster_no_students(a->roster, d);
		failed = true;
	}
	column_findings_settle(&a->columns);
	a->shared->records.strangers += column_findings_count(&a->columns, NO_RECORD);
	memcpy(by_rules, a->tally.states, sizeof by_rules);
	held_rows_sort(&a->held_rows);
	find_duplicates(a, &reread);
	held_rows_report(&a->held_rows, &reread, a->sink, &a->tally);
	if (alone)
		audit_records_report(&a->shared->records, !failed && !a->tally.interrupted, a->sink,
				     &a->tally);
	find_spreadsheet(a);
	find_exchanged(a);
	find_other_people(a);
	find_encodings(a);
	column_findings_report(&a->columns, &reread);
	tally_sort(&a->tally);
	add_to_all(a, by_rules);
	a->sink->end(a->sink,
		     &(struct audit_summary){
			     .roster = { a->path, a->roster, &a->tally.skipped, a->tally.rows },
			     .file = a->file,
			     .records = a->shared->records.source,
			     .tally = &a->tally });
	if (failed)
		return STATUS_TROUBLE;
	return a->tally.severities[SEVERITY_ERROR] > 0 || d->count > 0;
}

int audit_roster(struct audit_shared *shared, const char *path, bool *readable)
{
	static struct audit a;
	static struct diag d;
	int status = STATUS_TROUBLE;

	memset(&a, 0, sizeof a);
	d.count = 0;
	a.shared = shared;
	a.options = shared->options;
	a.path = path;
	a.file = a.options->roster_count > 1 ? path : NULL;
	a.sink = a.columns.sink = a.names.sink = a.numbers.sink = shared->sink;
	a.columns.tally = a.names.tally = a.numbers.tally = &a.tally;
	a.names.of = ROW_SERIES_NAMES;
	a.numbers.of = shared->records.index != NULL ? ROW_SERIES_NUMBERS : ROW_SERIES_DRAGGED;
	if (start(&a, &d)) {
		shared->file = roster_file(a.roster);
		read_through(&a, &d);
		shared->encoding = roster_encoding_name(a.roster);
		shared->even = roster_is_even(a.roster);
		status = finish(&a, &d);
	}
	*readable = a.roster != NULL && !roster_failed(a.roster);
	if (a.roster != NULL ||
	    !*shared->stop) /* a head cut short by ^C says nothing about the file */
		diag_print(&d, stderr, 0);
	column_findings_free(&a.columns);
	held_rows_free(&a.held_rows);
	row_store_free(&a.waiting);
	row_store_free(&a.coded);
	free(a.runs.items);
	tally_free(&a.tally);
	repeats_tables_free(&a.tables);
	roster_close(a.roster);
	explicit_bzero(&a, sizeof a);
	return status;
}
