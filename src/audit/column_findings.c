/* SPDX-License-Identifier: MIT */
#include "audit/column_findings.h"

#include <stdlib.h>
#include <string.h>

#include "audit/tally.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/candidate_number.h"
#include "rules/name_character.h"
#include "rules/province.h"
#include "table/cell.h"

/* KEPT: cells after which a place is decided. */
enum { KEPT = 64 };

/* How a place is reported as a column, and how many rows, and tenths of all, it takes for that. The
 * sex agrees by chance in every second row. */
static const struct {
	enum finding_code code;
	enum finding_kind kind;
	const char *label;
	size_t least, tenths;
} places[COLUMN_PLACES] = {
	[BLANKS_NAME] = { FINDING_NAME_SPACE, KIND_COLUMN_BLANKS, NULL, 3, 1 },
	[BLANKS_NUMBER] = { FINDING_ID_SPACE, KIND_COLUMN_BLANKS, NULL, 3, 1 },
	[BLANKS_CANDIDATE] = { FINDING_CANDIDATE_CHARACTER, KIND_COLUMN_BLANKS, NULL, 3, 1 },
	[MARKS_NAME] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "姓名", 3, 5 },
	[MARKS_NUMBER] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "证件号码", 3, 5 },
	[MARKS_CANDIDATE] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "考生号", 3, 5 },
	[QUOTES_NAME] = { FINDING_NAME_CHARACTER, KIND_COLUMN_QUOTED, NULL, 3, 5 },
	[QUOTES_NUMBER] = { FINDING_ID_CHARACTER, KIND_COLUMN_QUOTED, NULL, 3, 5 },
	[QUOTES_CANDIDATE] = { FINDING_CANDIDATE_CHARACTER, KIND_COLUMN_QUOTED, NULL, 3, 5 },
	[MASKED_NAME] = { FINDING_NAME_MASKED, KIND_COLUMN_MASKED, NULL, 3, 9 },
	[MASKED_NUMBER] = { FINDING_ID_MASKED, KIND_COLUMN_MASKED, NULL, 3, 9 },
	[MASKED_CANDIDATE] = { FINDING_CANDIDATE_MASKED, KIND_COLUMN_MASKED, NULL, 3, 9 },
	[UNREAD_SEX] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "性别", 3, 9 },
	[UNREAD_BIRTH] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "出生日期", 3, 9 },
	[UNREAD_GROUP] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "民族", 3, 9 },
	[FORM_CANDIDATE] = { FINDING_CANDIDATE, KIND_COLUMN_FORM, NULL, 3, 9 },
	[ID_CANDIDATE] = { FINDING_CANDIDATE_CHARACTER, KIND_COLUMN_CANDIDATE_ID, NULL, 3, 9 },
	[SERIAL_NAME] = { FINDING_NAME_CHARACTER, KIND_COLUMN_SERIALS, NULL, 3, 5 },
	[REMARK_NAME] = { FINDING_NAME_CHARACTER, KIND_COLUMN_REMARKS, NULL, 3, 5 },
	[OTHER_CANDIDATE] = { FINDING_CANDIDATE_MISMATCH, KIND_COLUMN_CANDIDATE_OTHER, NULL, 3, 9 },
	[NO_RECORD] = { FINDING_ROSTER_MISSING, KIND_COLUMN_NO_RECORD, NULL, 10, 9 },
	[UNSURE_RECORD] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_RECORD_UNSURE, NULL, 3, 9 },
	[RECORD_BLANKS] = { FINDING_NAME_SPACE, KIND_RECORDS_EXTRA, NULL, 3, 1 },
	[RECORD_SIGNS_NAME] = { FINDING_NAME_CHARACTER, KIND_RECORDS_SIGNS, NULL, 3, 5 },
	[RECORD_SIGNS_NUMBER] = { FINDING_ID_CHARACTER, KIND_RECORDS_SIGNS, NULL, 3, 5 },
	[RECORD_UNSEEN_NAME] = { FINDING_NAME_INVISIBLE, KIND_RECORDS_UNSEEN, NULL, 3, 5 },
	[RECORD_UNSEEN_NUMBER] = { FINDING_ID_INVISIBLE, KIND_RECORDS_UNSEEN, NULL, 3, 5 },
	[RECORD_MASKED_NAME] = { FINDING_NAME_PLACEHOLDER, KIND_RECORDS_PLACEHOLDER, NULL, 3, 5 },
	[RECORD_MASKED_NUMBER] = { FINDING_ID_MASKED, KIND_RECORDS_MASKED, NULL, 3, 5 },
	[RECORD_CUT_NAME] = { FINDING_NAME_TRUNCATED, KIND_RECORDS_CUT, NULL, 3, 9 },
	[RECORD_SCRIPT] = { FINDING_NAME_MISMATCH, KIND_RECORDS_SCRIPT, NULL, 3, 9 },
	[RECORD_OLD_NUMBER] = { FINDING_ID_FIFTEEN, KIND_RECORDS_FIFTEEN, NULL, 3, 5 },
	[RECORD_WIDE_NUMBER] = { FINDING_ID_FULLWIDTH, KIND_RECORDS_WIDE, NULL, 3, 5 },
	[RECORD_GROUP] = { FINDING_ROSTER_UNREAD, KIND_RECORDS_GROUP, NULL, 3, 9 },
	[RECORD_EMPTY_NAME] = { FINDING_ROSTER_UNREAD, KIND_RECORDS_EMPTY, "姓名", 3, 9 },
	[RECORD_EMPTY_NUMBER] = { FINDING_ROSTER_UNREAD, KIND_RECORDS_EMPTY, "证件号码", 3, 9 },
	[RECORD_SEX] = { FINDING_ID_SEX, KIND_RECORDS_SEX, NULL, 6, 2 },
	[RECORD_BIRTH] = { FINDING_ID_BIRTH, KIND_RECORDS_BIRTH, NULL, 3, 9 },
};

/* Returns true if the characters that are too many are a pair around the value. */
static bool is_pair(const struct finding *f)
{
	uint32_t opening, closing;
	size_t step = text_decode(f->is, strlen(f->is), &opening);
	const char *rest = f->is + step;
	bool two = text_next(&rest, &closing);

	return f->at == 1 && *rest == '\0' &&
	       name_closing_bracket(text_narrow(opening)) == text_narrow(two ? closing : opening);
}

/* Returns the place for the field of a code; first: that for names, before those for ID numbers and
 * candidate numbers. */
static enum column_place of_field(enum column_place first, enum finding_code code)
{
	enum finding_field field = finding_code_field(code);

	return first + (field != FIELD_NAME) + (field == FIELD_CANDIDATE_NUMBER);
}

/* Where blanks are in a value; several can be true. */
enum { AT_START = 1, AT_END = 2, INSIDE = 4 };

static unsigned blanks_where(const struct finding *f, const char *name)
{
	size_t last = text_length(name);

	switch (f->kind) {
	case KIND_BLANK_START:
		return AT_START;
	case KIND_BLANK_END:
		return AT_END;
	case KIND_BLANK_BOTH_ENDS:
		return AT_START | AT_END;
	default:
		if (f->code != FINDING_NAME_SPACE || last == 0 || last > PLACES_MAX)
			return INSIDE;
		return INSIDE | ((f->places & 1) != 0 ? AT_START : 0) |
		       ((f->places >> (last - 1) & 1) != 0 ? AT_END : 0);
	}
}

static const char *blanks_label(const struct place_findings *s)
{
	static const char *const labels[] = {
		[AT_START] = "开头",
		[AT_END] = "末尾",
		[AT_START | AT_END] = "开头或末尾",
		[INSIDE] = "中间",
		[AT_START | INSIDE] = "开头或中间",
		[AT_END | INSIDE] = "末尾或中间",
		[AT_START | AT_END | INSIDE] = "前后或中间",
	};

	return s->blanks_everywhere == (AT_START | AT_END) && s->blanks == s->blanks_everywhere
		       ? "前后"
		       : labels[s->blanks];
}

/* The place of the findings of a kind whose place does not depend on more than that; 0: none. */
static const uint8_t of_kind[FINDING_KIND_COUNT] = {
	[KIND_SEX_UNREAD] = UNREAD_SEX,
	[KIND_BIRTH_UNREAD] = UNREAD_BIRTH,
	[KIND_BIRTH_HASHES] = UNREAD_BIRTH,
	[KIND_GROUP_UNREAD] = UNREAD_GROUP,
	[KIND_CANDIDATE_LENGTH] = FORM_CANDIDATE,
	[KIND_CANDIDATE_IS_ID] = ID_CANDIDATE,
	[KIND_NAME_SERIAL] = SERIAL_NAME,
	[KIND_NAME_REMARK] = REMARK_NAME,
	[KIND_CANDIDATE_DIFFERS] = OTHER_CANDIDATE,
	[KIND_NOT_IN_RECORDS] = NO_RECORD,
	[KIND_RECORD_UNSURE] = UNSURE_RECORD,
	[KIND_TRUNCATED] = RECORD_CUT_NAME,
	[KIND_NAME_SCRIPT] = RECORD_SCRIPT,
	[KIND_RECORD_OLD_FORM] = RECORD_OLD_NUMBER,
	[KIND_RECORD_GROUP_UNREAD] = RECORD_GROUP,
	[KIND_SEX_OF_RECORD] = RECORD_SEX,
	[KIND_BIRTH_OF_RECORD] = RECORD_BIRTH,
};

/* Returns the place where a finding is held; COLUMN_PLACES: it is not held. */
static enum column_place place_of(const struct finding *f)
{
	switch (f->kind) {
	case KIND_BLANK:
	case KIND_BLANK_START:
	case KIND_BLANK_END:
	case KIND_BLANK_BOTH_ENDS:
		return of_field(BLANKS_NAME, f->code);
	case KIND_MARKED:
		return of_field(MARKS_NAME, f->code);
	case KIND_NAME_BRACKETS:
	case KIND_CANDIDATE_QUOTED:
		return of_field(QUOTES_NAME, f->code);
	case KIND_NOT_OF_NUMBER:
		return is_pair(f) ? QUOTES_NUMBER : COLUMN_PLACES;
	case KIND_NAME_MASKED:
	case KIND_NAME_STAR:
	case KIND_ID_MASKED:
	case KIND_CANDIDATE_MASKED:
		return of_field(MASKED_NAME, f->code);
	case KIND_RECORD_EXTRA:
		return f->code == FINDING_NAME_SPACE ? RECORD_BLANKS
		       : f->code == FINDING_NAME_INVISIBLE || f->code == FINDING_ID_INVISIBLE
			       ? of_field(RECORD_UNSEEN_NAME, f->code)
			       : of_field(RECORD_SIGNS_NAME, f->code);
	case KIND_PLACEHOLDER:
	case KIND_PLACEHOLDER_LOST:
	case KIND_BOTH_LOST:
	case KIND_RECORD_MASKED:
		return of_field(RECORD_MASKED_NAME, f->code);
	case KIND_RECORD_WRITTEN:
		return f->code == FINDING_ID_FULLWIDTH ? RECORD_WIDE_NUMBER : COLUMN_PLACES;
	case KIND_RECORD_EMPTY:
		return strcmp(f->label, "姓名") == 0 ? RECORD_EMPTY_NAME : RECORD_EMPTY_NUMBER;
	default:
		return of_kind[f->kind] != 0 ? (enum column_place)of_kind[f->kind] : COLUMN_PLACES;
	}
}

static void free_held(struct place_findings *s)
{
	if (s->held != NULL)
		explicit_bzero(s->held, KEPT * sizeof *s->held);
	free(s->held);
	s->held = NULL;
}

/* Decides by the first `rows` rows whether the findings at a place are reported once for the
 * column. */
static void decide(struct column_findings *c, enum column_place place, size_t rows)
{
	struct place_findings *s = &c->places[place];
	size_t count = s->rows.rows, least = places[place].least;
	bool zero = place == UNREAD_SEX && c->sex_zero;
	bool many = (count >= least && (zero || count * 10 >= rows * places[place].tenths)) ||
		    (zero && count * 5 >= rows); /* of two rows, one 0 and one 1 */

	if (s->state != PLACE_OPEN)
		return;
	s->state = many ? PLACE_COLUMN : PLACE_EACH;
	if (many)
		free_held(s);
}

/* Returns the place whose next finding to be reported one by one is in the first row;
 * COLUMN_PLACES: there are no more. next: of each place, the index of that finding. */
static enum column_place first_held(const struct column_findings *c,
				    const size_t next[COLUMN_PLACES])
{
	enum column_place first = COLUMN_PLACES;
	size_t row = SIZE_MAX;

	for (size_t i = 0; i < COLUMN_PLACES; i++) {
		const struct place_findings *s = &c->places[i];

		if (s->state != PLACE_EACH || s->held == NULL || next[i] == s->rows.rows ||
		    s->held[next[i]].row.row >= row)
			continue;
		first = (enum column_place)i;
		row = s->held[next[i]].row.row;
	}
	return first;
}

/* Reports the findings that it is decided to report one by one, in the order of their rows. */
static void report_held(struct column_findings *c)
{
	size_t next[COLUMN_PLACES] = { 0 };
	enum column_place place;

	while ((place = first_held(c, next)) != COLUMN_PLACES) {
		const struct held_finding *held = &c->places[place].held[next[place]++];

		sink_report(c->sink, c->tally, &held->row, NULL, &held->finding);
	}
	for (size_t i = 0; i < COLUMN_PLACES; i++)
		if (c->places[i].state == PLACE_EACH)
			free_held(&c->places[i]);
}

/* Returns how many rows were judged, up to a row, which need not be judged in the order of the
 * file. Those that the fast path skips are counted by that order only. */
static size_t rows_judged(const struct audit_tally *tally, const struct audit_row *row)
{
	size_t judged = 0;

	for (size_t state = 0; state < AUDIT_STATES; state++)
		judged += tally->states[state];
	return judged > row->row ? judged : row->row;
}

/* Notes the only character in s, or a blank if it has several or the cells before another one. */
static void note_character(struct place_findings *place, const char *s)
{
	char one[sizeof place->character] = "";
	uint32_t cp;

	memcpy(one, s, text_decode(s, strlen(s), &cp));
	if (s[strspn(s, one)] != '\0' ||
	    (place->character[0] != '\0' && strcmp(place->character, one) != 0))
		strcpy(one, " ");
	memcpy(place->character, one, sizeof one);
}

/* Notes what the candidate numbers look like. */
static void note_form(struct place_findings *place, const char *candidate)
{
	size_t len = strlen(candidate), digits = cell_digits(candidate, len) == len ? len : 0;
	bool yearless = digits + 2 == CANDIDATE_DIGITS && province_known(candidate);

	if (place->rows.rows == 0)
		place->form = (struct column_form){ digits, yearless };
	place->form.digits = place->form.digits == digits ? digits : 0;
	place->form.yearless = place->form.yearless && yearless;
}

/* Moves a finding into the store of its place until it is decided how that is reported. Returns
 * false if it is to be reported at once. */
static bool hold(struct column_findings *c, enum column_place place, const struct audit_row *row,
		 struct findings *of, size_t at)
{
	struct place_findings *s = &c->places[place];

	if (s->state == PLACE_OPEN && s->rows.rows == KEPT) {
		decide(c, place, rows_judged(c->tally, row));
		report_held(c);
	}
	if (s->state == PLACE_EACH)
		return false;
	if (s->state == PLACE_OPEN) {
		if (s->held == NULL)
			s->held = xcalloc(KEPT, sizeof *s->held);
		s->held[s->rows.rows] = (struct held_finding){ *row, of->items[at] };
	}
	note_character(s, of->items[at].is);
	if (places[place].kind == KIND_COLUMN_BLANKS) {
		unsigned where = blanks_where(&of->items[at], row->student.name);

		s->blanks_everywhere = s->rows.rows == 0 ? where : s->blanks_everywhere & where;
		s->blanks |= where;
	}
	if (place == FORM_CANDIDATE || place == OTHER_CANDIDATE)
		note_form(s, row->student.candidate_number);
	s->of = of->items[at].kind;
	s->rows.of_records = finding_blames_record(of->items[at].kind);
	row_runs_add(&s->rows, s->rows.of_records ? row->record : row->row);
	s->in_list = of->items[at].in_list;
	findings_remove(of, at);
	return true;
}

void column_findings_take(struct column_findings *c, const struct audit_row *row,
			  struct findings found[AUDIT_FOUND])
{
	enum column_place place;

	/* What is not the only finding of a name is reported with the others. */
	for (size_t k = found[OF_NAME].count > 1 ? OF_NUMBER : OF_NAME; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < found[k].count;) {
			place = place_of(&found[k].items[i]);
			i += place == COLUMN_PLACES || !hold(c, place, row, &found[k], i);
		}
}

void column_findings_settle(struct column_findings *c)
{
	for (size_t i = 0; i < COLUMN_PLACES; i++)
		decide(c, (enum column_place)i, c->tally->rows);
	report_held(c);
}

size_t column_findings_count(const struct column_findings *c, enum column_place place)
{
	return c->places[place].state == PLACE_COLUMN ? c->places[place].rows.rows : 0;
}

/* Sets the kind that says what the candidate numbers are. */
static void describe_form(const struct column_form *form, struct finding *f)
{
	bool other = f->kind == KIND_COLUMN_CANDIDATE_OTHER;

	f->other = form->digits;
	if (form->yearless)
		f->kind = KIND_COLUMN_YEARLESS;
	else if (form->digits > 0 && form->digits != CANDIDATE_DIGITS)
		f->kind = other ? KIND_COLUMN_TICKETS_OTHER : KIND_COLUMN_TICKETS;
}

static void report_place(struct column_findings *c, enum column_place place,
			 const struct reread *reread)
{
	struct place_findings *s = &c->places[place];
	bool zero = place == UNREAD_SEX && c->sex_zero;
	size_t empty = c->tally->uncompared[ROSTER_SEX].empty;
	struct finding f = { .code = places[place].code,
			     .kind = zero ? KIND_SEX_ZERO : places[place].kind,
			     .count = s->rows.rows,
			     .label = places[place].label,
			     .in_list = s->in_list };

	memcpy(f.is, s->character, sizeof s->character);
	if (f.kind == KIND_COLUMN_BLANKS)
		f.label = blanks_label(s);
	if (place == UNREAD_BIRTH && strcmp(f.is, "#") == 0)
		f.kind = KIND_COLUMN_HASHES;
	if (place == FORM_CANDIDATE || place == OTHER_CANDIDATE)
		describe_form(&s->form, &f);
	row_runs_sort(&s->rows);
	reread_report_rows(reread, &f, zero ? NULL : &s->rows, c->sink, c->tally);
	tally_uncompared(c->tally, s->of, zero ? c->tally->rows - empty : f.count);
}

void column_findings_report(struct column_findings *c, const struct reread *reread)
{
	for (size_t i = 0; i < COLUMN_PLACES; i++)
		if (c->places[i].state == PLACE_COLUMN)
			report_place(c, (enum column_place)i, reread);
}

void column_findings_free(struct column_findings *c)
{
	for (size_t i = 0; i < COLUMN_PLACES; i++) {
		free_held(&c->places[i]);
		row_runs_free(&c->places[i].rows);
	}
}
