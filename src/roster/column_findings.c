/* SPDX-License-Identifier: MIT */
#include "roster/column_findings.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/tally.h"

/* KEPT: cells after which a place is decided. LEAST: the fewest that are reported as a column. */
enum { KEPT = 64, LEAST = 3 };

/* How a place is reported as a column, and how many tenths of the rows it takes for that. */
static const struct {
	enum finding_code code;
	enum finding_kind kind;
	const char *label;
	size_t tenths;
} places[COLUMN_PLACES] = {
	[BLANKS_INSIDE] = { FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "中间", 1 },
	[BLANKS_START] = { FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "开头", 1 },
	[BLANKS_END] = { FINDING_NAME_SPACE, KIND_COLUMN_ALIGNED, "末尾", 1 },
	[BLANKS_NUMBER] = { FINDING_ID_SPACE, KIND_COLUMN_ALIGNED, "前后", 1 },
	[BLANKS_CANDIDATE] = { FINDING_CANDIDATE_CHARACTER, KIND_COLUMN_ALIGNED, "前后", 1 },
	[MARKS_NAME] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "姓名", 5 },
	[MARKS_NUMBER] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "证件号码", 5 },
	[MARKS_CANDIDATE] = { FINDING_ROSTER_SPREADSHEET, KIND_COLUMN_MARKED, "考生号", 5 },
	[UNREAD_SEX] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "性别", 9 },
	[UNREAD_BIRTH] = { FINDING_ROSTER_UNREAD, KIND_COLUMN_UNREAD, "出生日期", 9 },
	[FORM_CANDIDATE] = { FINDING_CANDIDATE, KIND_COLUMN_FORM, NULL, 9 },
	[RECORD_NAMES] = { FINDING_NAME_SPACE, KIND_RECORDS_EXTRA, NULL, 1 },
};

/* Returns where the name has blanks or a mark, if that is its only finding; else COLUMN_PLACES. */
static enum column_place blanks_of(const struct findings *of_name)
{
	if (of_name->count == 1 && of_name->items[0].kind == KIND_MARKED)
		return MARKS_NAME;
	if (of_name->count != 1 || of_name->items[0].code != FINDING_NAME_SPACE)
		return COLUMN_PLACES;
	switch (of_name->items[0].kind) {
	case KIND_BLANK:
		return BLANKS_INSIDE;
	case KIND_BLANK_START:
		return BLANKS_START;
	case KIND_BLANK_END:
		return BLANKS_END;
	case KIND_RECORD_EXTRA:
		return RECORD_NAMES;
	default:
		return COLUMN_PLACES;
	}
}

/* Returns the place where a finding of the number or of the row is held; COLUMN_PLACES: it is not
 * held. */
static enum column_place place_of(const struct finding *f, bool of_number)
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
	default:
		return COLUMN_PLACES;
	}
}

static void free_held(struct place_findings *s)
{
	if (s->held != NULL)
		explicit_bzero(s->held, KEPT * sizeof *s->held);
	free(s->held);
	s->held = NULL;
}

/* Decides by the first `rows` rows whether the findings at a place are reported cell by cell or
 * once for the column. */
static void settle(struct column_findings *c, enum column_place place, size_t rows)
{
	struct place_findings *s = &c->places[place];
	size_t count = s->rows.rows;
	bool zero = place == UNREAD_SEX && c->sex_zero;
	bool many = (count >= LEAST && (zero || count * 10 >= rows * places[place].tenths)) ||
		    (zero && count * 5 >= rows); /* of two rows, one 0 and one 1 */

	if (s->state != PLACE_OPEN)
		return;
	s->state = many ? PLACE_COLUMN : PLACE_EACH;
	for (size_t i = 0; i < count && s->state == PLACE_EACH; i++)
		sink_report(c->sink, c->tally, &s->held[i].row, NULL, &s->held[i].finding);
	free_held(s);
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

/* Moves a finding into the store of its place until it is decided how that is reported. Returns
 * false if it is to be reported at once. */
static bool hold(struct column_findings *c, enum column_place place, const struct audit_row *row,
		 struct findings *of, size_t at)
{
	struct place_findings *s = &c->places[place];

	if (s->state == PLACE_OPEN && s->rows.rows == KEPT)
		settle(c, place, row->row);
	if (s->state == PLACE_EACH)
		return false;
	if (s->state == PLACE_OPEN) {
		if (s->held == NULL)
			s->held = xcalloc(KEPT, sizeof *s->held);
		s->held[s->rows.rows] = (struct held_finding){ *row, of->items[at] };
	}
	note_character(s, of->items[at].is);
	s->rows.of_records = finding_blames_record(of->items[at].kind);
	row_runs_add(&s->rows, s->rows.of_records ? row->record : row->row);
	s->in_list = of->items[at].in_list;
	findings_remove(of, at);
	return true;
}

void column_findings_take(struct column_findings *c, const struct audit_row *row,
			  struct findings found[AUDIT_FOUND])
{
	enum column_place place = blanks_of(&found[OF_NAME]);

	if (place != COLUMN_PLACES)
		hold(c, place, row, &found[OF_NAME], 0);
	for (size_t k = OF_NUMBER; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < found[k].count;) {
			place = place_of(&found[k].items[i], k == OF_NUMBER);
			i += place == COLUMN_PLACES || !hold(c, place, row, &found[k], i);
		}
}

void column_findings_settle(struct column_findings *c)
{
	for (size_t i = 0; i < COLUMN_PLACES; i++)
		settle(c, (enum column_place)i, c->tally->rows);
}

static void report_place(struct column_findings *c, enum column_place place,
			 const struct reread *reread)
{
	struct place_findings *s = &c->places[place];
	bool zero = place == UNREAD_SEX && c->sex_zero;
	struct uncompared *uncompared = c->tally->uncompared;
	struct finding f = { .code = places[place].code,
			     .kind = zero ? KIND_SEX_ZERO : places[place].kind,
			     .count = s->rows.rows,
			     .label = places[place].label,
			     .in_list = s->in_list };

	memcpy(f.is, s->character, sizeof s->character);
	if (place == UNREAD_BIRTH && strcmp(f.is, "#") == 0)
		f.kind = KIND_COLUMN_HASHES;
	row_runs_sort(&s->rows);
	reread_report_rows(reread, &f, zero ? NULL : &s->rows, c->sink, c->tally);
	if (place == UNREAD_SEX)
		uncompared[ROSTER_SEX].unread +=
			zero ? c->tally->rows - uncompared[ROSTER_SEX].empty : f.count;
	else if (place == UNREAD_BIRTH)
		uncompared[ROSTER_BIRTH_DATE].unread += f.count;
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
