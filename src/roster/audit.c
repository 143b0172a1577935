/* SPDX-License-Identifier: MIT */
#include "roster/audit.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "roster/audit_report.h"
#include "roster/audit_row.h"
#include "roster/duplicates.h"
#include "roster/json_lines.h"
#include "roster/progress_bar.h"
#include "roster/record_index.h"
#include "roster/roster.h"
#include "roster/sink.h"
#include "rules/candidate_number.h"
#include "rules/resident_id.h"

/* WRONG_RUN: rows with findings, one behind the other, after which no row is expected to be sound.
 * RECALLED_MAX: rows in memory that were read a second time. */
enum { KEYS = 256, WRONG_RUN = 4, ALARM_SHARE = 100, ALARM_LEAST = 3, RECALLED_MAX = 2048 };

/* What is found in a row: in its name, in its number, in the row itself. */
enum { AUDIT_FOUND = 3 };

/* The tag of a duplicate: the row's state, and as many bits of the name's key as fit. One in two million
 * pairs of different names is called the same. */
enum { AUDIT_STATE_BITS = 2, AUDIT_STATE_MASK = 3, AUDIT_NAME_BITS = 21 };
_Static_assert(DUPLICATES_TAG_MAX >> (AUDIT_NAME_BITS + AUDIT_STATE_BITS - 1) == 1,
	       "they fill a tag");

static inline uint32_t audit_tag(uint32_t name, enum audit_state state)
{
	return name >> (32 - AUDIT_NAME_BITS) << AUDIT_STATE_BITS | (uint32_t)state;
}

/* Blanks that align names, or fill them up to one width: one finding of the column if many names have them. */
enum blanks { BLANKS_INSIDE, BLANKS_START, BLANKS_END, BLANKS_PLACES };
enum { SPACED_KEPT = 64, SPACED_LEAST = 3, SPACED_SHARE = 10 };

struct spaced_name {
	struct audit_row row;
	struct finding finding;
};

/* The names with blanks at one place. */
struct spaced {
	enum { SPACED_OPEN, SPACED_COLUMN, SPACED_EACH } state;
	size_t count;
	struct spaced_name *names; /* owned: the first ones, while the state is open */
	bool narrow;               /* one of the blanks is no full-width one */
};

/* A row with a number that an earlier one has. */
struct repeat {
	uint32_t first, row; /* first: of all that have it */
	enum finding_code code;
	bool same_name;
};

/* A row that is worse as a duplicate than by the rules alone. */
struct change {
	uint32_t row;
	enum audit_state from, to;
};

struct audit {
	const struct audit_options *options; /* borrowed */
	FILE *out;                           /* borrowed */
	struct sink *sink;                   /* these are owned */
	struct roster *roster;
	struct record_index *records;            /* NULL: nothing to compare with */
	struct duplicates *numbers, *candidates; /* NULL: duplicates are not wanted */
	struct repeat *repeats;                  /* owned */
	size_t repeat_count;
	struct change *changes; /* owned */
	size_t change_count;
	struct audit_row *recalled; /* owned, by row: those of repeats, read a second time */
	size_t recalled_count;
	struct audit_tally tally;
	struct progress_bar bar;
	struct audit_row row;
	struct record record; /* that the row is compared with */
	bool of_another;      /* the row's number is another record's */
	struct findings found[AUDIT_FOUND];
	struct spaced spaced[BLANKS_PLACES];
};

/* Set by the signal handler, which can share state only through a global. */
static volatile sig_atomic_t stop;

static void note_stop(int number)
{
	(void)number;
	stop = 1;
}

/* The first ^C ends the reading, the second the program; a background job ignores both. A closed pipe is
 * found by a failed write. */
static void take_signals(void)
{
	struct sigaction action = { .sa_handler = note_stop, .sa_flags = (int)SA_RESETHAND },
			 before;

	sigemptyset(&action.sa_mask);
	if (sigaction(SIGINT, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
		sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
}

/* other: the row that this one repeats, or NULL. */
static void add_finding(struct audit *a, const struct audit_row *row, const struct audit_row *other,
			const struct finding *f)
{
	a->tally.kinds[f->code]++;
	if (f->kind == KIND_SCIENTIFIC && f->code == FINDING_CANDIDATE_SPREADSHEET)
		a->tally.candidate_scientific++;
	else if (f->kind == KIND_SCIENTIFIC)
		a->tally.scientific++;
	a->tally.sex_unread += f->kind == KIND_SEX_UNREAD;
	a->tally.birth_unread += f->kind == KIND_BIRTH_UNREAD;
	a->tally.group_unread += f->kind == KIND_GROUP_UNREAD;
	a->tally.severities[finding_code_severity(f->code)]++;
	a->sink->finding(a->sink, row, other, f);
}

/* What is found in a row that is not at hand, or, in row 0, of the whole roster. */
static void tell(struct audit *a, size_t row, struct finding f)
{
	a->row = (struct audit_row){ .row = row };
	add_finding(a, &a->row, NULL, &f);
}

static void add_all(struct audit *a, const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		add_finding(a, &a->row, NULL, &found->items[i]);
}

/* record: what the row was compared with, or NULL. */
static enum audit_state count_row(struct audit *a, const struct record *record)
{
	bool whole = record != NULL && record->name[0] != '\0' && record->id_number[0] != '\0';
	enum audit_state state = whole ? AUDIT_AGREED : AUDIT_CLEAN;

	for (size_t i = 0; i < AUDIT_FOUND; i++) {
		if (findings_any(&a->found[i], SEVERITY_ERROR))
			state = AUDIT_WRONG;
		else if (state < AUDIT_DOUBTFUL && findings_any(&a->found[i], SEVERITY_WARNING))
			state = AUDIT_DOUBTFUL;
	}
	a->tally.states[state]++;
	return state;
}

/* What the row is compared with; NULL: nothing, or nobody is found. A number that is another's is told, and nothing
 * that it says is compared. */
static const struct record *record_of(struct audit *a)
{
	struct record *student = &a->row.student;
	size_t owner;
	struct finding *f;

	a->of_another = false;
	if (a->records == NULL || !record_index_find(a->records, student, &a->record, &owner))
		return NULL;
	a->of_another = owner > 0;
	if (a->of_another) {
		f = findings_add(&a->found[1], FINDING_ID_MISMATCH, KIND_NUMBER_OF_ANOTHER, 0, 0);
		f->other = owner;
		f->label = record_index_is_list(a->records) ? "个人" : "行那个人";
		student->sex[0] = student->birth_date[0] = a->row.no_day[0] = '\0';
		a->record.sex[0] = a->record.birth_date[0] = a->record.id_number[0] = '\0';
	}
	return &a->record;
}

/* Where the blanks of the name are, which are all that is wrong with it; BLANKS_PLACES: anything else. */
static enum blanks blanks_of(const struct findings *of_name)
{
	if (of_name->count != 1 || of_name->items[0].code != FINDING_NAME_SPACE)
		return BLANKS_PLACES;
	switch (of_name->items[0].kind) {
	case KIND_BLANK:
		return BLANKS_INSIDE;
	case KIND_BLANK_START:
		return BLANKS_START;
	case KIND_BLANK_END:
		return BLANKS_END;
	default:
		return BLANKS_PLACES;
	}
}

static void spaced_free(struct spaced *s)
{
	if (s->names != NULL)
		explicit_bzero(s->names, SPACED_KEPT * sizeof *s->names);
	free(s->names);
	s->names = NULL;
}

/* Decides whether each of the names so far, of so many rows, is a finding, or the column. */
static void settle_spaced(struct audit *a, struct spaced *s, size_t rows)
{
	size_t kept = s->count < SPACED_KEPT ? s->count : SPACED_KEPT;

	if (s->state != SPACED_OPEN)
		return;
	s->state = s->count >= SPACED_LEAST && s->count * SPACED_SHARE >= rows ? SPACED_COLUMN
									       : SPACED_EACH;
	for (size_t i = 0; i < kept && s->state == SPACED_EACH; i++)
		add_finding(a, &s->names[i].row, NULL, &s->names[i].finding);
	spaced_free(s);
}

static bool is_full_width(const char *blanks)
{
	while (strncmp(blanks, "\u3000", strlen("\u3000")) == 0)
		blanks += strlen("\u3000");
	return *blanks == '\0';
}

/* Keeps the findings of a name that has only blanks too many until their state is decided. */
static void hold_spaced(struct audit *a)
{
	struct findings *of_name = &a->found[0];
	enum blanks place = blanks_of(of_name);
	struct spaced *s = &a->spaced[place];
	struct spaced_name *held;

	if (place == BLANKS_PLACES)
		return;
	if (s->state == SPACED_OPEN && s->count == SPACED_KEPT)
		settle_spaced(a, s, a->row.row);
	if (s->state == SPACED_EACH)
		return;
	if (s->state == SPACED_OPEN) {
		if (s->names == NULL)
			s->names = xcalloc(SPACED_KEPT, sizeof *s->names);
		held = &s->names[s->count];
		held->row = a->row;
		held->finding = of_name->items[0];
	}
	s->narrow = s->narrow || !is_full_width(of_name->items[0].is);
	s->count++;
	of_name->count = 0;
}

/* Whether a record can be looked up by the row: its findings do not explain that none is found. */
static bool is_findable(const struct audit *a)
{
	const struct record *student = &a->row.student;
	const struct findings *of_number = &a->found[1];
	struct finding shifted;
	bool lost = findings_has(of_number, FINDING_ID_EMPTY) ||
		    findings_has(of_number, FINDING_ID_MASKED) ||
		    findings_has(of_number, FINDING_ID_SPREADSHEET) ||
		    findings_has(of_number, FINDING_ID_LENGTH) ||
		    findings_has(of_number, FINDING_ID_FIFTEEN);

	return !audit_row_is_shifted(&a->row, &shifted) &&
	       (!lost || student->candidate_number[0] != '\0' || student->birth_date[0] != '\0');
}

static enum audit_state judge(struct audit *a, const struct roster_row *row)
{
	struct findings *of_name = &a->found[0], *of_number = &a->found[1], *of_row = &a->found[2];
	const struct record *record;
	enum audit_state state;
	struct finding fault;

	audit_row_read(&a->row, a->roster, row);
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		a->found[i].count = 0;
	record = record_of(a);
	audit_row_check(&a->row, record, a->options->today, of_name, of_number, of_row);
	if (roster_fault(a->roster, &fault))
		findings_copy(of_row, &fault);
	if (a->records != NULL && record == NULL &&
	    !record_index_namesake(a->records, &a->row.student) && is_findable(a))
		findings_add(of_row, FINDING_ROSTER_MISSING, KIND_NOT_IN_RECORDS, 0, 0);
	state = count_row(a, record);
	hold_spaced(a);
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		add_all(a, &a->found[i]);
	return state;
}

/* Row numbers above 32 bits are not compared. */
static void remember(struct audit *a, const struct row_keys *p, enum audit_state state)
{
	struct duplicates_entry entry = { 0, (uint32_t)p->row, audit_tag(p->name, state) };

	if (a->numbers == NULL || p->row > UINT32_MAX)
		return;
	entry.key = p->number;
	if (entry.key != 0)
		duplicates_add(a->numbers, entry);
	entry.key = p->candidate;
	if (entry.key != 0)
		duplicates_add(a->candidates, entry);
}

static bool ends_in_zeros(struct slice s)
{
	return s.len > 3 && memcmp(s.bytes + s.len - 3, "000", 3) == 0;
}

/* The letters and digits of a number, in out, if that is what it must be; else its cell. */
static struct slice mended(const char *number, bool (*is_whole)(const char *mended),
			   struct slice cell, char out[RECORD_TEXT])
{
	cell_number(number, out);
	return is_whole(out) ? (struct slice){ out, strlen(out) } : columns_number(cell);
}

static bool is_resident(const char *number)
{
	struct resident_id ignored;

	return resident_id_read(number, &ignored);
}

static bool is_candidate(const char *number)
{
	return strlen(number) == CANDIDATE_DIGITS && candidate_number_valid(number);
}

static void remember_row(struct audit *a, const struct roster_row *row, enum audit_state state)
{
	char name[ROSTER_NAME_BARE] = "", number[RECORD_TEXT], candidate[RECORD_TEXT];
	const struct record *student = &a->row.student;
	struct row_keys keys;

	if (a->numbers == NULL)
		return;
	keys = row_keys(
		row->row, roster_name_bare(a->roster, row->fields[ROSTER_NAME], name),
		mended(student->id_number, is_resident, row->fields[ROSTER_ID_NUMBER], number),
		mended(student->candidate_number, is_candidate,
		       row->fields[ROSTER_CANDIDATE_NUMBER], candidate));
	explicit_bzero(name, sizeof name);
	explicit_bzero(number, sizeof number);
	explicit_bzero(candidate, sizeof candidate);
	keys.number = a->of_another ? 0 : keys.number; /* it is told already */
	remember(a, &keys, state);
}

static enum audit_state take_row(struct audit *a, const struct roster_row *row)
{
	enum audit_state state = judge(a, row);

	remember_row(a, row, state);
	a->tally.rows++;
	a->tally.rounded += ends_in_zeros(columns_number(row->fields[ROSTER_ID_NUMBER]));
	a->tally.no_candidate += roster_has(a->roster, ROSTER_CANDIDATE_NUMBER) &&
				 a->row.student.candidate_number[0] == '\0';
	a->tally.marked += columns_is_marked(row->fields[ROSTER_ID_NUMBER]) ||
			   columns_is_marked(row->fields[ROSTER_CANDIDATE_NUMBER]);
	return state;
}

/* A row that is no student's. */
static void take_other(struct audit *a, const struct roster_row *row)
{
	struct audit_skipped *s = &a->tally.skipped;
	struct finding fault;

	if (roster_fault(a->roster, &fault))
		tell(a, row->row, fault);
	if (row->kind == ROW_TITLE) {
		s->titles++;
		return;
	}
	s->rows = xgrow(s->rows, s->count, sizeof *s->rows);
	s->rows[s->count++] = (struct skipped_row){ row->row, row->label };
	if (row->new_order && s->order_count < ORDERS_MAX)
		s->orders[s->order_count++] = s->rows[s->count - 1];
}

static void show_progress(struct audit *a)
{
	unsigned long long done, total;

	roster_progress(a->roster, &done, &total);
	progress_bar_draw(&a->bar, done, total);
}

/* Every row is compared with the records, if there are any. */
static void skip_valid(struct audit *a, struct fast_path *f)
{
	if (a->records != NULL)
		return;
	do {
		roster_skip_valid(a->roster, f);
		for (size_t i = 0; i < f->count && f->keys != NULL; i++)
			remember(a, &f->keys[i], AUDIT_CLEAN);
	} while (f->count == f->max);
}

static void read_through(struct audit *a, struct diag *d)
{
	struct row_keys keys[KEYS];
	struct fast_path f = { .births = fast_path_births(a->options->today),
			       .keys = a->numbers != NULL ? keys : NULL,
			       .max = a->numbers != NULL ? KEYS : SIZE_MAX };
	const struct roster_row *row;
	size_t wrong_run = 0, before;

	a->bar = progress_bar_start(a->options->progress, a->options->patience);
	for (;;) {
		before = f.rows;
		if (wrong_run < WRONG_RUN)
			skip_valid(a, &f);
		if (f.rows > before)
			wrong_run = 0;
		if (ferror(a->out) || (row = roster_next_row(a->roster, d)) == NULL)
			break;
		if (row->kind != ROW_STUDENT) {
			take_other(a, row);
			continue;
		}
		wrong_run = take_row(a, row) < AUDIT_DOUBTFUL ? 0 : wrong_run + 1;
		show_progress(a);
	}
	a->tally.rows += f.rows;
	a->tally.states[AUDIT_CLEAN] += f.rows;
	a->tally.rounded += f.rounded;
	a->tally.interrupted = stop;
	explicit_bzero(keys, sizeof keys);
	progress_bar_end(&a->bar);
}

static bool start(struct audit *a, struct diag *d, struct diag *of_records)
{
	struct csv_options csv = { .block = a->options->block,
				   .head = a->options->head,
				   .stop = &stop };

	/* ^C ends the program as usual until there is something to sum up. */
	if (a->options->against != NULL) {
		a->records = record_index_load(a->options->against, of_records);
		if (a->records == NULL)
			return false;
	}
	take_signals();
	a->roster = roster_open(a->options->roster, &csv, d);
	if (a->roster != NULL && !a->options->no_duplicates) {
		a->numbers = duplicates_new();
		a->candidates = duplicates_new();
	}
	return a->roster != NULL;
}

/* By the first row of all, then by row: as duplicates_find() sorts. */
static int by_rows(const void *a, const void *b)
{
	const struct repeat *x = a, *y = b;

	if (x->first != y->first)
		return (x->first > y->first) - (x->first < y->first);
	return (x->row > y->row) - (x->row < y->row);
}

static void note_change(struct audit *a, const struct duplicates_entry *e, enum audit_state to)
{
	enum audit_state from = (enum audit_state)(e->tag & AUDIT_STATE_MASK);

	a->changes = xgrow(a->changes, a->change_count, sizeof *a->changes);
	a->changes[a->change_count++] = (struct change){ e->row, from, to };
}

/* Adds each row that repeats an earlier one, unless the same two rows are repeats already. */
static void add_repeats(struct audit *a, const struct duplicates *d, enum finding_code code)
{
	size_t known = a->repeat_count, count;
	struct duplicates_entry *entries = duplicates_find(d, &count), first = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct duplicates_entry *e = &entries[i];
		bool same_name = (e->tag ^ first.tag) >> AUDIT_STATE_BITS == 0;
		struct repeat new = { first.row, e->row, code, same_name };

		if (e->key != first.key) {
			first = *e;
			continue;
		}
		if (known > 0 && bsearch(&new, a->repeats, known, sizeof new, by_rows) != NULL)
			continue;
		a->repeats = xgrow(a->repeats, a->repeat_count, sizeof new);
		a->repeats[a->repeat_count++] = new;
		note_change(a, e, AUDIT_WRONG);
		if (!same_name && (first.tag & AUDIT_STATE_MASK) == AUDIT_CLEAN)
			note_change(a, &first, AUDIT_DOUBTFUL);
	}
	if (count > 0)
		explicit_bzero(entries, count * sizeof *entries);
	free(entries);
}

/* By row, the gravest first. */
static int by_row(const void *a, const void *b)
{
	const struct change *x = a, *y = b;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->to < y->to) - (x->to > y->to);
}

static void count_changes(struct audit *a)
{
	size_t *states = a->tally.states;

	if (a->change_count > 0)
		qsort(a->changes, a->change_count, sizeof *a->changes, by_row);
	for (size_t i = 0; i < a->change_count; i++) {
		const struct change *c = &a->changes[i];

		if (i > 0 && c->row == c[-1].row)
			continue;
		a->tally.doubtful_by_repeat += c->to == AUDIT_DOUBTFUL;
		states[c->from]--;
		states[c->to]++;
	}
}

static int by_number(const void *a, const void *b)
{
	const size_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* Whether the roster can be read again; a pipe cannot. */
static bool is_repeatable(const struct audit *a)
{
	unsigned long long done, total;

	roster_progress(a->roster, &done, &total);
	return total > 0 && strcmp(a->options->roster, "-") != 0;
}

/* Reads the roster again for the rows of the first repeats, to tell whose they are. */
static void recall(struct audit *a)
{
	struct fast_path f = { .births = fast_path_births(a->options->today) };
	size_t count = a->repeat_count < RECALLED_MAX / 2 ? a->repeat_count : RECALLED_MAX / 2;
	struct csv_options csv = { .stop = &stop };
	static struct diag ignored;
	struct roster *again;
	size_t rows[RECALLED_MAX];

	ignored.count = 0;
	if (count == 0 || !is_repeatable(a) ||
	    (again = roster_open(a->options->roster, &csv, &ignored)) == NULL)
		return;
	for (size_t i = 0; i < count; i++) {
		rows[2 * i] = a->repeats[i].first;
		rows[2 * i + 1] = a->repeats[i].row;
	}
	qsort(rows, 2 * count, sizeof *rows, by_number);
	a->recalled = xcalloc(2 * count, sizeof *a->recalled);
	for (size_t i = 0; i < 2 * count; i++) {
		const struct roster_row *row = NULL;

		if (i == 0 || rows[i] != rows[i - 1])
			row = roster_row_at(again, rows[i], &f);
		if (row == NULL)
			continue;
		audit_row_read(&a->recalled[a->recalled_count++], again, row);
	}
	roster_close(again);
}

/* NULL: the row was not read again. */
static const struct audit_row *recalled(const struct audit *a, size_t row)
{
	/* struct audit_row begins with its row */
	return a->recalled_count == 0 ? NULL
				      : bsearch(&row, a->recalled, a->recalled_count,
						sizeof *a->recalled, by_number);
}

static void find_duplicates(struct audit *a)
{
	if (a->numbers == NULL)
		return;
	add_repeats(a, a->numbers, FINDING_ROSTER_DUPLICATE_ID);
	add_repeats(a, a->candidates, FINDING_ROSTER_DUPLICATE_CANDIDATE);
	count_changes(a);
	recall(a);
	for (size_t i = 0; i < a->repeat_count; i++) {
		const struct repeat *r = &a->repeats[i];
		const struct audit_row *row = recalled(a, r->row), unknown = { .row = r->row };
		struct finding f = { .code = r->code,
				     .kind = r->same_name ? KIND_REPEATED : KIND_REPEATED_OTHER,
				     .other = r->first,
				     .label = r->code == FINDING_ROSTER_DUPLICATE_ID ? "证件号码"
										     : "考生号" };

		add_finding(a, row != NULL ? row : &unknown, recalled(a, r->first), &f);
	}
}

static void find_left(struct audit *a)
{
	enum record_left left;
	size_t at = 0, row;

	if (a->records == NULL)
		return;
	memset(&a->row, 0, sizeof a->row);
	while ((left = record_index_left(a->records, &at, &a->row.student, &row)) !=
	       RECORD_LEFT_NONE) {
		struct finding f = { .code = FINDING_ROSTER_MISSING,
				     .kind = left == RECORD_LEFT ? KIND_NOT_IN_ROSTER
								 : KIND_NOT_IN_ROSTER_NAMESAKE,
				     .other = row,
				     .label = record_index_is_list(a->records) ? "人"
									       : "行的这个人" };

		add_finding(a, &a->row, NULL, &f);
	}
	record_wipe(&a->row.student);
}

/* Numbers that stand twice in the records, told at the later of the two. */
static void find_repeated(struct audit *a)
{
	size_t at = 0, row, first;

	memset(&a->row, 0, sizeof a->row);
	while (a->records != NULL &&
	       record_index_repeated(a->records, &at, &a->row.student, &row, &first)) {
		struct finding f = { .code = FINDING_ROSTER_DUPLICATE_CANDIDATE,
				     .kind = KIND_RECORDS_REPEATED,
				     .count = row,
				     .other = first,
				     .label = record_index_is_list(a->records) ? "人" : "行" };

		add_finding(a, &a->row, NULL, &f);
	}
	record_wipe(&a->row.student);
}

static void tell_column(struct audit *a, enum finding_kind kind, size_t count, size_t other)
{
	tell(a, 0,
	     (struct finding){ .code = FINDING_ROSTER_SPREADSHEET,
			       .kind = kind,
			       .count = count,
			       .other = other });
}

/* By nature one number in eleven hundred ends in 000. */
static void find_spreadsheet(struct audit *a)
{
	const struct audit_tally *t = &a->tally;

	if (t->rows > 0 && t->rounded >= ALARM_LEAST && t->rounded * ALARM_SHARE > t->rows)
		tell_column(a, KIND_COLUMN_ROUNDED, t->rounded, t->rounded * 100 / t->rows);
	if (t->scientific > 1)
		tell_column(a, KIND_COLUMN_SCIENTIFIC, t->scientific, 0);
	if (t->candidate_scientific > 1)
		tell_column(a, KIND_COLUMN_CANDIDATE, t->candidate_scientific, 0);
	if (t->marked > 0)
		tell_column(a, KIND_COLUMN_MARKED, t->marked, 0);
}

/* The names with blanks at one place. */
static void find_spaced(struct audit *a, enum blanks place)
{
	static const char *const says[BLANKS_PLACES][2] = {
		[BLANKS_INSIDE] = { "中间有全角空格", "中间有空格" },
		[BLANKS_START] = { "开头有全角空格", "开头有空格" },
		[BLANKS_END] = { "末尾有全角空格", "末尾有空格" },
	};
	const struct spaced *s = &a->spaced[place];

	if (s->state == SPACED_COLUMN)
		tell(a, 0,
		     (struct finding){ .code = FINDING_NAME_SPACE,
				       .kind = KIND_COLUMN_ALIGNED,
				       .count = s->count,
				       .label = says[place][s->narrow] });
}

static void find_encodings(struct audit *a)
{
	size_t line = roster_mixed_line(a->roster);

	if (line > 0)
		tell(a, 0,
		     (struct finding){ .code = FINDING_ROSTER_ENCODING,
				       .kind = KIND_TWO_ENCODINGS,
				       .other = line,
				       .label = roster_encoding_name(a->roster) });
}

static int finish(struct audit *a, struct diag *d)
{
	bool failed = roster_failed(a->roster);

	if (!failed && !a->tally.interrupted && a->tally.rows == 0) {
		roster_no_students(a->roster, d);
		failed = true;
	}
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		settle_spaced(a, &a->spaced[i], a->tally.rows);
	find_duplicates(a);
	if (!failed && !a->tally.interrupted)
		find_left(a);
	find_repeated(a);
	find_spreadsheet(a);
	find_encodings(a);
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		find_spaced(a, (enum blanks)i);
	a->sink->end(a->sink, &(struct audit_summary){ a->options->roster, a->roster, &a->tally,
						       a->records != NULL });
	if (failed)
		return STATUS_TROUBLE;
	return a->tally.severities[SEVERITY_ERROR] > 0 || d->count > 0;
}

int audit_run(const struct audit_options *options, FILE *out, bool *interrupted)
{
	static struct audit a;
	static struct diag d, of_records;
	int status = STATUS_TROUBLE;

	memset(&a, 0, sizeof a);
	d.count = of_records.count = 0;
	a.options = options;
	a.out = out;
	a.sink = options->json ? json_lines_sink(out, options->label, options->reveal)
			       : report_sink(out, (struct report_options){ options->reveal,
									   options->by_student,
									   options->all });
	stop = 0;
	if (start(&a, &d, &of_records)) {
		read_through(&a, &d);
		status = finish(&a, &d);
	}
	*interrupted = stop;
	diag_print(&of_records, stderr, 0);
	if (a.roster != NULL || !stop) /* a head cut short is not what is wrong with the file */
		diag_print(&d, stderr, 0);
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		spaced_free(&a.spaced[i]);
	free(a.changes);
	free(a.repeats);
	if (a.recalled != NULL)
		explicit_bzero(a.recalled, a.recalled_count * sizeof *a.recalled);
	free(a.recalled);
	free(a.tally.skipped.rows);
	a.sink->free(a.sink);
	duplicates_free(a.numbers);
	duplicates_free(a.candidates);
	record_index_free(a.records);
	roster_close(a.roster);
	explicit_bzero(&a, sizeof a);
	return status;
}
