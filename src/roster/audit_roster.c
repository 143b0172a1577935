/* SPDX-License-Identifier: MIT */
#include "roster/audit_roster.h"

#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/audit_report.h"
#include "roster/audit_row.h"
#include "roster/cell.h"
#include "roster/holders.h"
#include "roster/json_lines.h"
#include "roster/number_cell.h"
#include "roster/progress_bar.h"
#include "roster/recall.h"
#include "roster/repeats.h"
#include "roster/roster.h"
#include "rules/candidate_number.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"

/* KEYS: rows whose keys the fast path returns at once. WRONG_RUN: consecutive rows with findings
 * after which the fast path is not tried. Numbers that end in 000 are reported if there are
 * ALARM_LEAST and more than one row in ALARM_SHARE has one. */
enum { KEYS = 256, WRONG_RUN = 4, ALARM_SHARE = 100, ALARM_LEAST = 3 };

/* Indices of the findings of a row: 0 of the name, 1 of the number, 2 of the row itself. */
enum { AUDIT_FOUND = 3 };

/* Places of findings that are reported once for the column if many cells have them, as blanks that
 * align names or pad cells to one width: in names, around numbers, around candidate numbers. */
enum blanks {
	BLANKS_INSIDE,
	BLANKS_START,
	BLANKS_END,
	BLANKS_NUMBER,
	BLANKS_CANDIDATE,
	MARKS_NAME, /* the mark of a spreadsheet */
	MARKS_NUMBER,
	MARKS_CANDIDATE,
	UNREAD_SEX, /* no blanks: a value that is not understood, in nearly all rows */
	UNREAD_BIRTH,
	FORM_CANDIDATE, /* candidate numbers of an unusual length, in nearly all rows */
	RECORD_NUMBERS, /* ID numbers of the records that a spreadsheet ruined, the same */
	BLANKS_PLACES
};
enum { SPACED_KEPT = 64, SPACED_LEAST = 3, SPACED_SHARE = 10, DRAGGED_LEAST = 3 };

struct spaced_cell {
	struct audit_row row;
	struct finding finding;
};

/* A row that is judged after all others are read: until then it is not sure which record is its
 * student's, or which sex the code in its cell stands for. */
enum { WAITING_MAX = 1024 };
struct waiting {
	struct audit_row row;
	struct row_keys keys;
	struct finding fault;
	struct record record;
	struct record_owners owners;
	bool found;
};

/* Findings of rows that were probably filled down in a spreadsheet, kept until the series ends.
 * Without records: numbers with a wrong check character, each greater than the one before by the
 * distance of their rows; there may be a few valid rows between. With records: one number of
 * another person in consecutive rows. */
struct dragged {
	size_t count;
	struct spaced_cell cells[SPACED_KEPT];
};

/* The cells with a finding at one place. */
struct spaced {
	enum { SPACED_OPEN, SPACED_COLUMN, SPACED_EACH } state;
	size_t count;
	struct spaced_cell *cells; /* owned: the first SPACED_KEPT, while the state is open */
	char character[5]; /* the only one that the findings quote, UTF-8; " ": there are several */
};

/* RUN_LEAST consecutive rows with one name and different numbers, plus one for each RUN_SHARE
 * students, are more than a sorted roster has of namesakes. */
enum { RUNS_MAX = 16, RUN_LEAST = 5, RUN_SHARE = 1000 };

struct audit {
	struct audit_shared *shared;         /* borrowed */
	const struct audit_options *options; /* borrowed */
	const char *path;                    /* borrowed */
	const char *file;  /* path to show with findings; NULL if there is only one roster */
	struct sink *sink; /* sink, roster and tables are owned */
	struct roster *roster;
	struct repeats_tables tables; /* empty: duplicates not wanted */
	struct audit_tally tally;
	struct progress_bar bar;
	struct audit_row row;
	struct row_keys keys; /* of the row; zeros if duplicates are not wanted */
	struct finding fault; /* of the row itself, such as a stray quote; KIND_BLANK: none */
	struct record record; /* the record of the row */
	struct record_owners owners; /* records that own the numbers and the name of the row */
	/* The column of the sex has a code 0, so it is not known what 1 means. */
	bool sex_zero;
	struct waiting *waiting; /* owned */
	size_t waiting_count;
	struct findings found[AUDIT_FOUND];
	struct spaced spaced[BLANKS_PLACES];
	struct dragged dragged;
	struct holders holders;
	bool contradicted; /* the number of the row contradicts its sex or birth date */
	/* The run that the last row belongs to, its name and the number of that row; runs that are
	 * long enough. */
	struct name_run run, runs[RUNS_MAX];
	uint32_t run_name;
	uint64_t run_number;
	size_t run_count;
};

static void add_finding(struct audit *a, const struct audit_row *row, const struct finding *f)
{
	sink_tell(a->sink, &a->tally, row, NULL, f);
}

/* Reports a finding of a row that is not in memory, or, with row 0, of the whole roster. */
static void tell(struct audit *a, size_t row, struct finding f)
{
	a->row = (struct audit_row){ .row = row, .file = a->file };
	add_finding(a, &a->row, &f);
}

static void add_all(struct audit *a, const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		add_finding(a, &a->row, &found->items[i]);
}

/* Counts the row by its worst finding and returns its state. record: the record it was compared
 * with, or NULL. */
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

static void tell_owner(struct audit *a, struct finding *f, enum finding_kind kind, size_t owner)
{
	f->kind = kind;
	f->at = f->count = 0;
	f->other = owner;
	f->label = a->shared->source.roster == NULL ? "个人" : "行那个人";
}

/* Returns the record to compare the row with. If the ID number is in another person's record, adds
 * that finding and clears what must not be compared: sex and birth date on both sides, and the
 * number of the record. */
static const struct record *take_record(struct audit *a)
{
	struct record *student = &a->row.student;

	a->row.record = a->owners.row;
	if (a->owners.id_number > 0) {
		tell_owner(a,
			   findings_add(&a->found[1], FINDING_ID_MISMATCH, KIND_NUMBER_OF_ANOTHER,
					0, 0),
			   KIND_NUMBER_OF_ANOTHER, a->owners.id_number);
		student->sex[0] = student->birth_date[0] = a->row.no_day[0] = '\0';
		a->record.sex[0] = a->record.birth_date[0] = a->record.id_number[0] = '\0';
	}
	return &a->record;
}

/* A name or candidate number that differs wholly from the record and belongs to another record is
 * reported as the other person's. */
static void tell_owners(struct audit *a)
{
	static const enum finding_kind kinds[][2] = {
		{ KIND_NAME_OTHER, KIND_NAME_OF_ANOTHER },
		{ KIND_CANDIDATE_OTHER, KIND_CANDIDATE_OF_ANOTHER },
	};
	const size_t owners[] = { a->owners.name, a->owners.candidate_number };

	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < a->found[2 * k].count && owners[k] > 0; i++)
			if (a->found[2 * k].items[i].kind == kinds[k][0])
				tell_owner(a, &a->found[2 * k].items[i], kinds[k][1], owners[k]);
}

/* Makes one finding of two if both numbers belong to the same other person. */
static void join_owners(struct audit *a)
{
	struct findings *of_number = &a->found[1], *of_row = &a->found[2];

	if (a->owners.id_number == 0 || a->owners.id_number != a->owners.candidate_number)
		return;
	for (size_t i = 0; i < of_row->count; i++)
		if (of_row->items[i].kind == KIND_CANDIDATE_OF_ANOTHER)
			findings_remove(of_row, i--);
	for (size_t i = 0; i < of_number->count; i++)
		if (of_number->items[i].kind == KIND_NUMBER_OF_ANOTHER)
			of_number->items[i].kind = KIND_NUMBERS_OF_ANOTHER;
	a->keys.number = a->keys.candidate = 0;
}

/* Returns where the name has blanks or a mark, if that is its only finding; else BLANKS_PLACES. */
static enum blanks blanks_of(const struct findings *of_name)
{
	if (of_name->count == 1 && of_name->items[0].kind == KIND_MARKED)
		return MARKS_NAME;
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
	if (s->cells != NULL)
		explicit_bzero(s->cells, SPACED_KEPT * sizeof *s->cells);
	free(s->cells);
	s->cells = NULL;
}

/* Decides by the first `rows` rows whether the findings at a place are reported cell by cell or
 * once for the column. */
static void settle_spaced(struct audit *a, enum blanks place, size_t rows)
{
	struct spaced *s = &a->spaced[place];
	size_t kept = s->count < SPACED_KEPT ? s->count : SPACED_KEPT;
	bool many;

	if (s->state != SPACED_OPEN)
		return;
	many = place < MARKS_NAME   ? s->count * SPACED_SHARE >= rows
	       : place < UNREAD_SEX ? s->count * 2 >= rows
				    : s->count * SPACED_SHARE >= rows * (SPACED_SHARE - 1) ||
					      (place == UNREAD_SEX && a->sex_zero);
	s->state = s->count >= SPACED_LEAST && many ? SPACED_COLUMN : SPACED_EACH;
	for (size_t i = 0; i < kept && s->state == SPACED_EACH; i++)
		add_finding(a, &s->cells[i].row, &s->cells[i].finding);
	spaced_free(s);
}

/* Notes the only character in s, or a blank if it has several or the cells before another one. */
static void note_character(struct spaced *place, const char *s)
{
	char one[sizeof place->character] = "";
	uint32_t cp;

	memcpy(one, s, text_decode(s, strlen(s), &cp));
	if (s[strspn(s, one)] != '\0' ||
	    (place->character[0] != '\0' && strcmp(place->character, one) != 0))
		strcpy(one, " ");
	memcpy(place->character, one, sizeof one);
}

/* Moves a finding into the store of its place until it is decided how that is reported. Returns
 * false if it is to be reported at once. */
static bool hold_finding(struct audit *a, enum blanks place, struct findings *of, size_t at)
{
	struct spaced *s = &a->spaced[place];
	struct spaced_cell *held;

	if (s->state == SPACED_OPEN && s->count == SPACED_KEPT)
		settle_spaced(a, place, a->row.row);
	if (s->state == SPACED_EACH)
		return false;
	if (s->state == SPACED_OPEN) {
		if (s->cells == NULL)
			s->cells = xcalloc(SPACED_KEPT, sizeof *s->cells);
		held = &s->cells[s->count];
		held->row = a->row;
		held->finding = of->items[at];
	}
	note_character(s, of->items[at].is);
	s->count++;
	findings_remove(of, at);
	return true;
}

static uint64_t value_of(const char *digits)
{
	const size_t half = ID_LENGTH / 2;

	return (uint64_t)text_digits(digits, half) * 1000000000 +
	       (uint64_t)text_digits(digits + half, half);
}

/* Returns true if a number exceeds that of a row shortly above by the distance of the rows. */
static bool goes_on(const struct audit_row *above, const struct audit_row *row)
{
	enum { FAR = 8 };
	const char *first = above->student.id_number, *second = row->student.id_number;

	return row->row > above->row && row->row - above->row < FAR &&
	       strspn(first, "0123456789") == ID_LENGTH &&
	       strspn(second, "0123456789") == ID_LENGTH &&
	       value_of(second) - value_of(first) == row->row - above->row;
}

/* Returns true if a number is the same as in the row directly above. */
static bool is_filled(const struct audit_row *above, const struct audit_row *row)
{
	return row->row == above->row + 1 &&
	       strcmp(row->student.id_number, above->student.id_number) == 0;
}

/* Ends the series of filled-down numbers: reports them one by one, or as one finding if there are
 * at least DRAGGED_LEAST. */
static void tell_dragged(struct audit *a)
{
	struct dragged *d = &a->dragged;
	struct finding all = { .code = FINDING_ID_CHECKSUM, .kind = KIND_DRAGGED };

	if (a->shared->records != NULL)
		all = (struct finding){ .code = FINDING_ID_MISMATCH, .kind = KIND_FILLED_NUMBERS };

	for (size_t i = 0; i < d->count && d->count < DRAGGED_LEAST; i++)
		add_finding(a, &d->cells[i].row, &d->cells[i].finding);
	if (d->count >= DRAGGED_LEAST) {
		all.count = d->cells[0].row.row;
		all.other = d->cells[d->count - 1].row.row;
		add_finding(a, &d->cells[0].row, &all);
	}
	d->count = 0;
}

/* If the only finding of the number is a wrong check character, or with records a number of another
 * person, moves it into the series of filled-down numbers, which it continues or begins. */
static void hold_dragged(struct audit *a)
{
	struct findings *of_number = &a->found[1];
	struct dragged *d = &a->dragged;
	bool compared = a->shared->records != NULL;

	if (of_number->count != 1 ||
	    of_number->items[0].kind != (compared ? KIND_NUMBER_OF_ANOTHER : KIND_CHECKSUM))
		return;
	if (d->count > 0 &&
	    (d->count == SPACED_KEPT ||
	     !(compared ? is_filled : goes_on)(&d->cells[d->count - 1].row, &a->row)))
		tell_dragged(a);
	if (compared)
		a->keys.number = 0;
	d->cells[d->count].row = a->row;
	d->cells[d->count++].finding = of_number->items[0];
	of_number->count = 0;
}

/* Returns the place where a finding of the number or of the row is held; BLANKS_PLACES: it is not
 * held. */
static enum blanks place_of(const struct finding *f, bool of_number)
{
	switch (f->kind) {
	case KIND_BLANK_START:
	case KIND_BLANK_END:
	case KIND_BLANK_BOTH_ENDS:
		return of_number ? BLANKS_NUMBER : BLANKS_CANDIDATE;
	case KIND_MARKED:
		return of_number ? MARKS_NUMBER : MARKS_CANDIDATE;
	case KIND_SEX_UNREAD:
		return UNREAD_SEX;
	case KIND_BIRTH_UNREAD:
	case KIND_BIRTH_HASHES:
		return UNREAD_BIRTH;
	case KIND_CANDIDATE_LENGTH:
		return FORM_CANDIDATE;
	case KIND_RECORD_ROUNDED:
	case KIND_RECORD_RUINED:
		return RECORD_NUMBERS;
	default:
		return BLANKS_PLACES;
	}
}

/* Holds back a name whose only finding is its blanks, and the findings of the other cells that may
 * turn out to concern a whole column. */
static void hold_spaced(struct audit *a)
{
	enum blanks place = blanks_of(&a->found[0]);

	if (place != BLANKS_PLACES)
		hold_finding(a, place, &a->found[0], 0);
	for (size_t k = 1; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < a->found[k].count;) {
			place = place_of(&a->found[k].items[i], k == 1);
			i += place == BLANKS_PLACES || !hold_finding(a, place, &a->found[k], i);
		}
}

/* Returns true if a record can be looked up by the row, so that its findings do not explain why
 * none was found. */
static bool is_findable(const struct audit *a)
{
	const struct record *student = &a->row.student;
	const struct findings *of_number = &a->found[1];
	bool lost = findings_has(of_number, FINDING_ID_EMPTY) ||
		    findings_has(of_number, FINDING_ID_MASKED) ||
		    findings_has(of_number, FINDING_ID_SPREADSHEET) ||
		    findings_has(of_number, FINDING_ID_LENGTH) ||
		    findings_has(of_number, FINDING_ID_FIFTEEN);

	return !lost || student->candidate_number[0] != '\0' || student->birth_date[0] != '\0';
}

/* Reports that no record was found for the row, unless it is unclear which student the row is: then
 * the row is only counted, or left to the namesakes. */
static void tell_not_found(struct audit *a, struct findings *of_row)
{
	struct finding ignored;
	bool shifted = audit_row_is_shifted(&a->row, &ignored);

	if (record_index_namesake(a->shared->records, &a->row.student,
				  shifted || findings_has(&a->found[1], FINDING_ID_LENGTH)))
		return;
	if (!shifted && is_findable(a))
		findings_add(of_row, FINDING_ROSTER_MISSING, KIND_NOT_IN_RECORDS, 0, 0);
	else
		a->shared->unknown++;
}

/* Drops the findings of a name or number that has a stray quote: the quote itself is reported. */
static void drop_quoted(struct audit *a)
{
	const struct record *student = &a->row.student;

	if (a->fault.kind != KIND_QUOTE && a->fault.kind != KIND_QUOTE_CURLY)
		return;
	if (strchr(student->name, '"') != NULL)
		a->found[0].count = 0;
	if (strchr(student->id_number, '"') != NULL)
		a->found[1].count = 0;
}

/* Counts an empty cell; the rows that are kept are sorted. */
static void count_cell(struct uncompared *u, size_t row)
{
	size_t i = u->empty++;

	if (i >= EMPTY_KEPT)
		return;
	for (; i > 0 && u->rows[i - 1].row > row; i--)
		u->rows[i] = u->rows[i - 1];
	u->rows[i].row = row;
}

/* Counts a cell that nothing was compared with, because it is empty or the record's is. Sex and
 * birth date of the record are compared with the ID number. */
static void count_empty(struct audit *a, enum roster_column c, bool empty)
{
	if (empty && roster_has(a->roster, c))
		count_cell(&a->tally.uncompared[c], a->row.row);
	if ((a->owners.lacks >> c & 1) != 0 && !a->owners.again &&
	    (!empty || c == ROSTER_SEX || c == ROSTER_BIRTH_DATE))
		count_cell(&a->tally.lacks[c], a->owners.row);
}

/* Counts the empty cells of a row and of its record, because nothing was compared with them. Skips
 * rows whose cells are not in their columns; sex and birth date count only if there is an ID number
 * to compare them with. */
static void count_empty_cells(struct audit *a, const struct record *record)
{
	const struct audit_row *row = &a->row;
	const struct record *student = &row->student;

	if (findings_has(&a->found[2], FINDING_ROSTER_COLUMNS))
		return;
	count_empty(a, ROSTER_CANDIDATE_NUMBER, student->candidate_number[0] == '\0');
	if (student->ethnic_group[0] != '\0' || (record != NULL && record->ethnic_group[0] != '\0'))
		count_empty(a, ROSTER_ETHNIC_GROUP, student->ethnic_group[0] == '\0');
	if (row->document == DOCUMENT_OTHER || a->owners.id_number > 0 ||
	    findings_has(&a->found[1], FINDING_ID_EMPTY))
		return;
	count_empty(a, ROSTER_SEX,
		    student->sex[0] == '\0' && row->sex_unread[0] == '\0' && !row->sex_coded);
	count_empty(a, ROSTER_BIRTH_DATE,
		    student->birth_date[0] == '\0' && row->birth_unread[0] == '\0' &&
			    row->no_day[0] == '\0');
}

/* Says where the record is, in findings after which it may have to be corrected; not of a single
 * record in JSON. */
static void name_record(struct audit *a)
{
	bool in_list = a->shared->source.roster == NULL;

	if (in_list && a->shared->source.rows == 1)
		return;
	for (size_t k = 0; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < a->found[k].count; i++) {
			struct finding *f = &a->found[k].items[i];

			if (!finding_against_record(f) || !sentence_names_record(f->kind))
				continue;
			f->record = a->owners.row;
			f->in_list = in_list;
		}
}

static enum audit_state judge(struct audit *a, const struct record *record)
{
	struct findings *of_name = &a->found[0], *of_number = &a->found[1], *of_row = &a->found[2];
	enum audit_state state;

	audit_row_check(&a->row, record, a->options->today, of_name, of_number, of_row);
	drop_quoted(a);
	tell_owners(a);
	join_owners(a);
	for (enum roster_column c = ROSTER_NAME; c <= ROSTER_ID_NUMBER; c++)
		if ((a->owners.lacks >> c & 1) != 0 &&
		    !findings_has(of_row, FINDING_ROSTER_COLUMNS))
			findings_add(of_row, FINDING_ROSTER_UNREAD, KIND_RECORD_EMPTY, 0, 0)
				->label = c == ROSTER_NAME ? "姓名" : "证件号码";
	if (record != NULL)
		name_record(a);
	count_empty_cells(a, record);
	if (a->fault.kind != KIND_BLANK)
		findings_copy(of_row, &a->fault);
	if (a->shared->records != NULL && record == NULL)
		tell_not_found(a, of_row);
	if (!audit_row_repeats_number(&a->found[1]))
		a->keys.number = 0;
	if (!audit_row_repeats_candidate(&a->found[2]))
		a->keys.candidate = 0;
	state = count_row(a, record);
	/* If the record has the same number, the number is not at fault. */
	a->contradicted =
		holders_take(&a->holders, &a->row, of_number) &&
		(record == NULL || strcmp(record->id_number, a->row.student.id_number) != 0);
	hold_spaced(a);
	hold_dragged(a);
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		add_all(a, &a->found[i]);
	return state;
}

/* record: the row of its record; 0: none. */
static void add_entries(const struct repeats_tables *t, const struct row_keys *p, size_t record,
			uint32_t row, uint32_t tag)
{
	if (p->number != 0)
		duplicates_add(t->numbers, (struct duplicates_entry){ p->number, row, tag });
	if (p->candidate != 0)
		duplicates_add(t->candidates, (struct duplicates_entry){ p->candidate, row, tag });
	if (record != 0)
		duplicates_add(t->people, (struct duplicates_entry){ record, row, tag });
}

static void end_run(struct audit *a)
{
	struct name_run *run = &a->run;

	if (run->students >= RUN_LEAST && run->count <= NAME_RUN_MOST && a->run_count < RUNS_MAX) {
		while (run->states[run->count - 1] == NAME_RUN_SKIPPED)
			run->count--;
		a->runs[a->run_count++] = *run;
	}
	run->count = run->students = 0;
}

/* Adds the row to the run of names that it continues, or begins one. */
static inline void follow_run(struct audit *a, const struct row_keys *p, enum audit_state state)
{
	if (p->name == 0 || p->name != a->run_name || p->number == a->run_number ||
	    p->row != (size_t)a->run.first + a->run.count) {
		end_run(a);
		a->run.first = (uint32_t)p->row;
		a->run_name = p->name;
	}
	a->run_number = p->number;
	if (a->run.count < NAME_RUN_MOST)
		a->run.states[a->run.count] = (uint8_t)state;
	a->run.count++;
	a->run.students++;
}

/* Adds the row to the tables of duplicates. Row numbers above 32 bits are left out. */
static void remember(struct audit *a, const struct row_keys *p, size_t record,
		     enum audit_state state, bool contradicted)
{
	struct audit_shared *all = a->shared;
	uint32_t row = (uint32_t)p->row, tag = repeats_tag(p->name, state, contradicted);

	if (a->tables.numbers == NULL || p->row > UINT32_MAX)
		return;
	add_entries(&a->tables, p, record, row, tag);
	if (all->tables.numbers == NULL || row > UINT32_MAX - all->start)
		return;
	row += all->start;
	all->end = row > all->end ? row : all->end; /* waiting rows are added after later ones */
	add_entries(&all->tables, p, record, row, tag);
}

static bool ends_in_zeros(struct slice s)
{
	static const char zeros[] = "00000000"; /* a number from 3.2E+17, written out */
	size_t len = s.len < strlen(zeros) ? s.len : strlen(zeros);

	return s.len >= ID_LENGTH && memcmp(s.bytes + s.len - 3, zeros, 3) == 0 &&
	       memcmp(s.bytes + s.len - len, zeros, len) != 0;
}

/* Returns the number without its separators, in out, if that makes it whole; else the number as the
 * cell has it. */
static struct slice mended(const char *number, bool (*is_whole)(const char *mended),
			   struct slice cell, char out[RECORD_TEXT])
{
	cell_number(number, out);
	return is_whole(out) ? (struct slice){ out, strlen(out) } : number_cell_bare(cell);
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

static void read_keys(struct audit *a, const struct roster_row *row)
{
	char name[ROSTER_NAME_BARE] = "", number[RECORD_TEXT], candidate[RECORD_TEXT];
	const struct record *student = &a->row.student;

	if (a->tables.numbers == NULL)
		return;
	a->keys = row_keys(
		row->row,
		row->name_valid ? row->fields[ROSTER_NAME]
				: roster_name_bare(a->roster, row->fields[ROSTER_NAME], name),
		mended(student->id_number, is_resident, row->fields[ROSTER_ID_NUMBER], number),
		mended(student->candidate_number, is_candidate,
		       row->fields[ROSTER_CANDIDATE_NUMBER], candidate));
	explicit_bzero(name, sizeof name);
	explicit_bzero(number, sizeof number);
	explicit_bzero(candidate, sizeof candidate);
}

static void read_row(struct audit *a, const struct roster_row *row)
{
	audit_row_read(&a->row, a->roster, row);
	a->row.file = a->file;
	if (!roster_fault(a->roster, &a->fault))
		a->fault.kind = KIND_BLANK;
	read_keys(a, row);
	for (size_t i = 0; i < AUDIT_FOUND; i++)
		a->found[i].count = 0;
}

/* Sets the state of a row that waited in the run of names that it belongs to. */
static void note_state(struct audit *a, size_t row, enum audit_state state)
{
	struct name_run *run = &a->run;

	for (size_t i = 0; i < a->run_count && (row < run->first || row >= run->first + run->count);
	     i++)
		run = &a->runs[i];
	if (row >= run->first && row < run->first + run->count && row - run->first < NAME_RUN_MOST)
		run->states[row - run->first] = (uint8_t)state;
}

static enum audit_state settle(struct audit *a, const struct record *record)
{
	enum audit_state state = judge(a, record);

	remember(a, &a->keys, record != NULL ? a->owners.row : 0, state, a->contradicted);
	return state;
}

/* Keeps the row until all others are read. Returns false if there is no space. */
static bool wait_for_others(struct audit *a, bool found)
{
	if (a->waiting_count == WAITING_MAX)
		return false;
	if (a->waiting == NULL)
		a->waiting = xcalloc(WAITING_MAX, sizeof *a->waiting);
	a->waiting[a->waiting_count++] =
		(struct waiting){ a->row, a->keys, a->fault, a->record, a->owners, found };
	return true;
}

/* Judges the rows that waited. The first pass takes the records that are nearly sure, the second
 * the rest. */
static void settle_waiting(struct audit *a)
{
	for (int last = 0; last < 2; last++)
		for (size_t i = 0; i < a->waiting_count; i++) {
			struct waiting *w = &a->waiting[i];

			if (!w->found && a->shared->records != NULL)
				w->found = record_index_guess(a->shared->records, &w->row.student,
							      last, &w->record, &w->owners);
		}
	for (size_t i = 0; i < a->waiting_count; i++) {
		struct waiting *w = &a->waiting[i];

		a->row = w->row;
		a->keys = w->keys;
		a->fault = w->fault;
		a->record = w->record;
		a->owners = w->owners;
		if (a->sex_zero && a->row.sex_coded)
			a->row.student.sex[0] = '\0';
		for (size_t k = 0; k < AUDIT_FOUND; k++)
			a->found[k].count = 0;
		note_state(a, a->row.row, settle(a, w->found ? take_record(a) : NULL));
	}
}

/* Counts the records of all ID numbers in the row as found, for a row that cannot be compared. */
static void explain_numbers(struct audit *a)
{
	const struct table_row *cells = roster_cells(a->roster);
	char number[CELL_ID];

	for (size_t i = 0; i < cells->count; i++) {
		struct slice rest = cells->cells[i];

		while (cell_take_id(&rest.bytes, &rest.len, number))
			record_index_explain(a->shared->records, number);
	}
	explicit_bzero(number, sizeof number);
}

/* Returns true if the sex is a code that, by its usual meaning, contradicts the ID number. */
static bool is_coded_otherwise(const struct audit_row *row)
{
	struct findings found;
	bool otherwise;

	if (!row->sex_coded)
		return false;
	found.count = 0;
	validator_holder(row->student.id_number, row->student.sex, "", VALIDATOR_COLUMN, &found);
	otherwise = found.count > 0;
	explicit_bzero(found.items, found.count * sizeof *found.items);
	return otherwise;
}

/* Whether the name of a row whose cells are in their columns can be compared with others, as
 * audit_row_repeats_name() says of one that is judged. */
static bool has_name(const struct audit_row *row)
{
	struct findings of_name;
	bool has;

	of_name.count = 0;
	if (!row->name_valid)
		person_name_check(row->student.name, &of_name);
	has = row->cells <= row->width && !findings_has(&of_name, FINDING_NAME_EMPTY) &&
	      !findings_has(&of_name, FINDING_NAME_MASKED);
	explicit_bzero(&of_name, sizeof of_name);
	return has;
}

/* Looks up the record of the row, if there are records, and judges the row or lets it wait. */
static enum audit_state compare_row(struct audit *a)
{
	struct record_index *records = a->shared->records;
	const struct record *student = &a->row.student;
	struct finding ignored;
	bool shifted = false, found = false, unsure = is_coded_otherwise(&a->row);
	enum audit_state state;

	a->owners = (struct record_owners){ 0 };
	if (records != NULL) {
		shifted = audit_row_is_shifted(&a->row, &ignored);
		if (shifted)
			explain_numbers(a);
		found = record_index_find(records, student, &a->record, &a->owners);
		unsure = unsure || (!found && !shifted);
	}
	if (unsure && wait_for_others(a, found)) {
		if (!shifted && has_name(&a->row))
			follow_run(a, &a->keys, AUDIT_CLEAN);
		return AUDIT_CLEAN;
	}
	if (records != NULL && !found)
		found = record_index_guess(records, student, true, &a->record, &a->owners);
	state = settle(a, found ? take_record(a) : NULL);
	if (audit_row_repeats_name(&a->found[0], &a->found[2]))
		follow_run(a, &a->keys, state);
	return state;
}

static enum audit_state take_row(struct audit *a, const struct roster_row *row)
{
	read_row(a, row);
	a->tally.rows++;
	a->tally.rounded += ends_in_zeros(number_cell_bare(row->fields[ROSTER_ID_NUMBER]));
	a->sex_zero = a->sex_zero || strcmp(a->row.sex_unread, "0") == 0;
	return compare_row(a);
}

/* Counts a row that is no student's, and reports its fault if it has one. */
static void take_other(struct audit *a, const struct roster_row *row)
{
	struct finding fault;

	if (roster_fault(a->roster, &fault))
		tell(a, row->row, fault);
	skipped_add(&a->tally.skipped, row);
	if (a->run.count > 0 && a->run.count < NAME_RUN_MOST &&
	    row->row == a->run.first + a->run.count)
		a->run.states[a->run.count++] = NAME_RUN_SKIPPED;
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
	if (a->shared->records != NULL || roster_is_wiped(a->roster))
		return;
	do {
		roster_skip_valid(a->roster, f);
		for (size_t i = 0; i < f->count && f->keys != NULL; i++) {
			enum audit_state state = f->keys[i].surplus ? AUDIT_WRONG : AUDIT_CLEAN;

			follow_run(a, &f->keys[i], state);
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
	const struct roster_row *row;
	size_t wrong_run = 0, before, surplus;

	a->bar = progress_bar_start(a->options->progress, a->options->patience);
	for (;;) {
		before = f.rows;
		f.pass[FAST_PATH_BLANKS] = a->spaced[BLANKS_NUMBER].state == SPACED_COLUMN;
		f.pass[FAST_PATH_MARK] = a->spaced[MARKS_NUMBER].state == SPACED_COLUMN;
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
	surplus = f.around[FAST_PATH_BLANKS] + f.around[FAST_PATH_MARK];
	a->tally.states[AUDIT_CLEAN] += f.rows - surplus;
	a->tally.states[AUDIT_WRONG] += surplus;
	a->spaced[BLANKS_NUMBER].count += f.around[FAST_PATH_BLANKS];
	a->spaced[MARKS_NUMBER].count += f.around[FAST_PATH_MARK];
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
		a->tables = repeats_tables_new(a->shared->records != NULL);
	return a->roster != NULL;
}

/* Adds names that were filled down. A few students may share a name, but not so many in consecutive
 * rows. */
static void find_filled_names(struct audit *a, struct repeats *out)
{
	struct audit_shared *all = a->shared;

	end_run(a);
	for (size_t i = 0; i < a->run_count; i++) {
		const struct name_run *run = &a->runs[i];

		if (run->students < RUN_LEAST + a->tally.rows / RUN_SHARE)
			continue;
		repeats_add_names(out, run);
		if (all->tables.numbers == NULL || run->first > UINT32_MAX - all->start)
			continue;
		all->runs = xgrow(all->runs, all->run_count, sizeof *run);
		all->runs[all->run_count] = *run;
		all->runs[all->run_count++].first += all->start;
	}
}

static void find_duplicates(struct audit *a)
{
	const struct repeats_roster one = { .path = a->path, .file = a->shared->file };
	const struct recall recall = { .rosters = { &one, 1 },
				       .named = a->file != NULL,
				       .today = a->options->today,
				       .stop = a->shared->stop };
	struct repeats repeats = { 0 };

	if (a->tables.numbers == NULL)
		return;
	repeats_find(&repeats, &a->tables, &recall.rosters);
	find_filled_names(a, &repeats);
	holders_drop(&a->holders, &repeats);
	recall_tell(&recall, &repeats, a->sink, &a->tally);
	repeats_count(&repeats, &a->tally);
	repeats_free(&repeats);
}

static void tell_left(const struct audit_shared *shared, struct sink *sink,
		      struct audit_tally *tally)
{
	struct audit_row row = { 0 };
	enum record_left left;
	struct finding f = { .code = FINDING_ROSTER_MISSING,
			     .count = shared->unknown,
			     .label = shared->source.roster == NULL ? "人" : "行的这个人" };

	for (size_t at = 0; (left = record_index_left(shared->records, &at, &row.student,
						      &f.other)) != RECORD_LEFT_NONE;) {
		f.kind = left == RECORD_LEFT_NAMESAKE ? KIND_NOT_IN_ROSTER_NAMESAKE
			 : shared->unknown > 0        ? KIND_NOT_IN_ROSTER_UNKNOWN
						      : KIND_NOT_IN_ROSTER;
		sink_tell(sink, tally, &row, NULL, &f);
	}
	record_wipe(&row.student);
}

/* Reports numbers that two records have, with the row of the later record. */
static void tell_repeated(const struct audit_shared *shared, struct sink *sink,
			  struct audit_tally *tally)
{
	struct audit_row row = { 0 };
	struct record_repeat repeat;

	for (size_t at = 0; record_index_repeated(shared->records, &at, &row.student, &repeat);) {
		struct finding f = { .code = repeat.of_id ? FINDING_ROSTER_DUPLICATE_ID
							  : FINDING_ROSTER_DUPLICATE_CANDIDATE,
				     .kind = repeat.of_id ? KIND_RECORDS_REPEATED_ID
							  : KIND_RECORDS_REPEATED,
				     .count = repeat.row,
				     .other = repeat.first,
				     .label = shared->source.roster == NULL ? "人" : "行" };

		sink_tell(sink, tally, &row, NULL, &f);
	}
	record_wipe(&row.student);
}

static void tell_shifted(const struct audit_shared *shared, struct sink *sink,
			 struct audit_tally *tally)
{
	static const struct audit_row row;
	struct finding f = { .code = FINDING_ROSTER_COLUMNS, .kind = KIND_RECORD_SHIFTED };

	for (size_t at = 0; record_index_shifted(shared->records, &at, &f.other);)
		sink_tell(sink, tally, &row, NULL, &f);
}

/* Reports the candidate numbers of the records that a spreadsheet ruined, if students have any. */
static void tell_ruined(const struct audit_shared *shared, struct sink *sink,
			struct audit_tally *tally)
{
	static const struct audit_row row;
	struct finding f = { .code = FINDING_CANDIDATE_SPREADSHEET, .kind = KIND_RECORDS_RUINED };

	f.count = record_index_ruined(shared->records, &f.other);
	if (f.count > 0 && tally->lacks[ROSTER_CANDIDATE_NUMBER].empty > 0)
		sink_tell(sink, tally, &row, NULL, &f);
}

void audit_tell_records(const struct audit_shared *shared, bool all_read, struct sink *sink,
			struct audit_tally *tally)
{
	if (shared->records == NULL)
		return;
	if (all_read)
		tell_left(shared, sink, tally);
	tell_repeated(shared, sink, tally);
	tell_shifted(shared, sink, tally);
	tell_ruined(shared, sink, tally);
}

struct sink *audit_sink(const struct audit_shared *shared, bool of_all)
{
	const struct audit_options *o = shared->options;

	if (o->json)
		return json_lines_sink(shared->out, o->reveal);
	return report_sink(shared->out,
			   (struct report_options){ .reveal = o->reveal,
						    .by_student = o->by_student && !of_all,
						    .all = o->all,
						    .of_all = of_all });
}

static void tell_column(struct audit *a, enum finding_kind kind, size_t count, size_t other)
{
	tell(a, 0,
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
		tell_column(a, KIND_COLUMN_ROUNDED, t->rounded, t->rounded * 100 / t->rows);
	if (t->scientific > 1)
		tell_column(a, KIND_COLUMN_SCIENTIFIC, t->scientific, 0);
	if (t->candidate_scientific > 1)
		tell_column(a, KIND_COLUMN_CANDIDATE, t->candidate_scientific, 0);
}

/* Reports the findings of one place as one of the column, if they are that. */
static void find_spaced(struct audit *a, enum blanks place)
{
	static const struct {
		enum finding_code code;
		enum finding_kind kind;
		const char *label;
	} places[BLANKS_PLACES] = {
		{ FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "中间" },
		{ FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "开头" },
		{ FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "末尾" },
		{ FINDING_ID_SPACE, KIND_COLUMN_ALIGNED, "前后" },
		{ FINDING_CANDIDATE_CHARACTER, KIND_COLUMN_ALIGNED, "前后" },
		{ FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "姓名" },
		{ FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "证件号码" },
		{ FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "考生号" },
		{ FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "性别" },
		{ FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "出生日期" },
		{ FINDING_CANDIDATE, KIND_COLUMN_FORM, NULL },
		{ FINDING_ID_SPREADSHEET, KIND_RECORDS_NUMBERS, NULL },
	};
	const struct spaced *s = &a->spaced[place];
	bool zero = place == UNREAD_SEX && a->sex_zero;
	struct finding f;

	if (s->state != SPACED_COLUMN)
		return;
	f = (struct finding){ .code = places[place].code,
			      .kind = zero ? KIND_SEX_ZERO : places[place].kind,
			      .count = s->count,
			      .label = places[place].label };
	memcpy(f.is, s->character, sizeof s->character);
	if (place == UNREAD_BIRTH && strcmp(f.is, "#") == 0)
		f.kind = KIND_COLUMN_HASHES;
	tell(a, 0, f);
	if (place == UNREAD_SEX)
		a->tally.uncompared[ROSTER_SEX].unread +=
			zero ? a->tally.rows - a->tally.uncompared[ROSTER_SEX].empty : s->count;
	else if (place == UNREAD_BIRTH)
		a->tally.uncompared[ROSTER_BIRTH_DATE].unread += s->count;
}

static void find_exchanged(struct audit *a)
{
	const struct columns_pair *exchanged = roster_columns(a->roster)->exchanged;

	if (exchanged != NULL)
		tell(a, 0,
		     (struct finding){ .code = FINDING_ROSTER_COLUMNS,
				       .kind = KIND_HEADINGS_EXCHANGED,
				       .label = exchanged->titles });
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
	size_t by_rules[AUDIT_STATES];

	settle_waiting(a);
	tell_dragged(a);
	if (!failed && !a->tally.interrupted && a->tally.rows == 0) {
		roster_no_students(a->roster, d);
		failed = true;
	}
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		settle_spaced(a, (enum blanks)i, a->tally.rows);
	memcpy(by_rules, a->tally.states, sizeof by_rules);
	holders_sort(&a->holders);
	find_duplicates(a);
	holders_tell(&a->holders, a->tally.rows, a->file, a->sink, &a->tally);
	if (alone)
		audit_tell_records(a->shared, !failed && !a->tally.interrupted, a->sink, &a->tally);
	find_spreadsheet(a);
	find_exchanged(a);
	find_encodings(a);
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		find_spaced(a, (enum blanks)i);
	add_to_all(a, by_rules);
	a->sink->end(a->sink,
		     &(struct audit_summary){
			     .roster = { a->path, a->roster, &a->tally.skipped, a->tally.rows },
			     .file = a->file,
			     .records = a->shared->source,
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
	a.sink = audit_sink(shared, false);
	if (start(&a, &d)) {
		shared->file = roster_file(a.roster);
		read_through(&a, &d);
		shared->encoding = roster_encoding_name(a.roster);
		status = finish(&a, &d);
	}
	*readable = a.roster != NULL && !roster_failed(a.roster);
	if (a.roster != NULL ||
	    !*shared->stop) /* a head cut short by ^C says nothing about the file */
		diag_print(&d, stderr, 0);
	for (size_t i = 0; i < BLANKS_PLACES; i++)
		spaced_free(&a.spaced[i]);
	holders_free(&a.holders);
	if (a.waiting != NULL)
		explicit_bzero(a.waiting, WAITING_MAX * sizeof *a.waiting);
	free(a.waiting);
	skipped_free(&a.tally.skipped);
	a.sink->free(a.sink);
	repeats_tables_free(&a.tables);
	roster_close(a.roster);
	explicit_bzero(&a, sizeof a);
	return status;
}
