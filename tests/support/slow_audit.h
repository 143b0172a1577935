/* SPDX-License-Identifier: MIT */
/* A simple reference audit to compare with: each row is read with slow_csv, decoded, checked by the
 * rules and compared with all others. */
#ifndef SLOW_AUDIT_H
#define SLOW_AUDIT_H

#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/row_check.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/row_kind.h"
#include "roster/shifted_row.h"
#include "roster/table_head.h"
#include "rules/candidate_number.h"
#include "rules/characters.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "rules/record.h"
#include "rules/resident_id.h"
#include "rules/validator.h"
#include "support/slow_csv.h"
#include "table/cell.h"
#include "table/number_cell.h"

enum { SLOW_CELLS = 16, SLOW_ROWS = 4096, SLOW_PLACES = 20 };

/* Indices of the columns, -1 if absent. */
struct slow_layout {
	int name, number, candidate, sex, birth;
	int width;
	bool gb18030;
	char delimiter;
	struct date today;
};

/* What is kept of a row to find duplicates. */
struct slow_person {
	size_t row;
	char number[24], candidate[24]; /* "" if absent */
	char *name;                     /* owned: its bytes */
	size_t name_len;
	/* what its number says of another sex or birth than its cells, till all rows are read;
	 * count 0: nothing */
	struct findings holder;
	bool explained; /* by another row with the number */
	bool named;
};

struct slow_audit {
	struct slow_layout layout;
	FILE *out;
	size_t rows, rounded, scientific, person_count, candidates;
	/* Numbers that end in 000, by whether the check character fits. */
	size_t wiped, chances;
	size_t usual, near; /* candidate numbers of 14 digits; of one digit less or more */
	/* findings of each place, reported one by one, or once if there are many */
	struct slow_held {
		size_t row;
		struct finding finding;
	} * held[SLOW_PLACES]; /* owned */
	size_t held_count[SLOW_PLACES];
	struct slow_person persons[SLOW_ROWS];
	struct slow_person
		dragged[SLOW_ROWS]; /* rows with numbers that go on, and a wrong check character */
	size_t dragged_count;
	bool sex_zero;          /* 0 stands for one of the sexes: there are more of it than of 2 */
	size_t zeros, twos;     /* cells of the sex */
	struct slow_late *late; /* owned: rows whose sex is a code, and not the number's */
	size_t late_count;
};

struct slow_late {
	struct audit_row row;
	bool quote;
	size_t person;
};

struct slow_cell {
	char *bytes; /* owned */
	size_t len;
};

/* 'x or ="x", blanks around it. */
static inline bool slow_is_marked(const struct slow_cell *c)
{
	size_t at = 0, end = c->len;

	while (at < end && (c->bytes[at] == ' ' || c->bytes[at] == '\t'))
		at++;
	while (end > at && (c->bytes[end - 1] == ' ' || c->bytes[end - 1] == '\t'))
		end--;
	return (at < end && c->bytes[at] == '\'') ||
	       (end - at > 1 && c->bytes[at] == '=' && c->bytes[at + 1] >= '0' &&
		c->bytes[at + 1] <= '9') ||
	       (end - at >= 3 && memcmp(c->bytes + at, "=\"", 2) == 0 && c->bytes[end - 1] == '"');
}

static inline void slow_trim(struct slow_cell *c)
{
	while (c->len > 0 && (c->bytes[c->len - 1] == ' ' || c->bytes[c->len - 1] == '\t'))
		c->len--;
	while (c->len > 0 && (c->bytes[0] == ' ' || c->bytes[0] == '\t'))
		memmove(c->bytes, c->bytes + 1, --c->len);
	if (c->len > 1 && c->bytes[0] == '=' && c->bytes[1] >= '0' && c->bytes[1] <= '9') {
		memmove(c->bytes, c->bytes + 1, --c->len);
	} else if (c->len > 0 && c->bytes[0] == '\'') {
		memmove(c->bytes, c->bytes + 1, --c->len);
		c->len -= c->len > 0 && c->bytes[c->len - 1] == '\'';
	} else if (c->len >= 3 && memcmp(c->bytes, "=\"", 2) == 0 && c->bytes[c->len - 1] == '"') {
		c->len -= 3;
		memmove(c->bytes, c->bytes + 2, c->len);
	}
}

/* Decodes to UTF-8, cut at a character to fit. False if the bytes are not in this encoding. */
static inline bool slow_decode(const struct slow_audit *a, const struct slow_cell *c, char *out,
			       size_t size)
{
	iconv_t cd = iconv_open("UTF-8", a->layout.gb18030 ? "GB18030" : "UTF-8");
	size_t left = c->len, space = c->len * 4 + 4, used = 0;
	char *text = xmalloc(space + 1), *from = c->bytes, *to = text;
	bool good = iconv(cd, &from, &left, &to, &space) != (size_t)-1;

	iconv_close(cd);
	/* some iconv() take F4 90 80 80, which is beyond the last character */
	good = good && text_valid_bytes(text, (size_t)(to - text)) == (size_t)(to - text);
	for (char *p = text, *next; good && p < to; p = next) {
		const char *one = *p == '\0' ? "\xEF\xBF\xBD" : p;
		size_t len = *p == '\0' ? 3 : 1;

		for (next = p + 1; next < to && ((unsigned char)*next & 0xC0) == 0x80; next++)
			len++;
		if (used + len >= size)
			break;
		memcpy(out + used, one, len);
		used += len;
	}
	out[used] = '\0';
	free(text);
	return good;
}

static inline bool slow_is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The key of duplicates: digits and upper-case letters, "" if it cannot be a number. */
static inline void slow_key(const struct slow_cell *c, size_t whole, char out[24])
{
	size_t digits = 0;

	out[0] = '\0';
	if (c->len == 0 || c->len > whole)
		return;
	for (size_t i = 0; i < c->len; i++) {
		if (!slow_is_alnum(c->bytes[i]))
			return;
		digits += c->bytes[i] >= '0' && c->bytes[i] <= '9';
	}
	if (c->len > 12 && digits < c->len &&
	    !(c->len == 18 && digits == 17 && strchr("xX", c->bytes[17]) != NULL))
		return;
	for (size_t i = 0; i < c->len; i++)
		out[i] = c->bytes[i] >= 'a' ? (char)(c->bytes[i] - 'a' + 'A') : c->bytes[i];
	out[c->len] = '\0';
}

/* The key of a number that is whole without what was added to it. */
static inline void slow_mend(const char *number, size_t whole, char key[24])
{
	char mended[RECORD_TEXT];
	struct resident_id id;

	cell_number(number, mended);
	if (strlen(mended) == whole &&
	    (whole == 14 ? candidate_number_valid(mended) : resident_id_read(mended, &id)))
		strcpy(key, mended);
}

/* The key of an old number of 15 digits is that of the number that has replaced it. */
static inline void slow_renew(char key[24])
{
	char old[24];

	if (strlen(key) != 15 || key[strspn(key, "0123456789")] != '\0')
		return;
	strcpy(old, key);
	sprintf(key, "%.6s%s%s", old, old[6] <= '4' ? "20" : "19", old + 6);
	key[17] = resident_id_check_char(key);
	key[18] = '\0';
}

static inline void slow_report(const struct slow_audit *a, size_t row, const struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		fprintf(a->out, "%zu %s %zu\n", row, finding_code_name(f->items[i].code),
			f->items[i].at);
}

static inline void slow_report_one(const struct slow_audit *a, size_t row, enum finding_code code)
{
	fprintf(a->out, "%zu %s 0\n", row, finding_code_name(code));
}

static inline size_t slow_digits(const char *s)
{
	size_t digits = 0;

	for (; *s != '\0'; s++)
		digits += *s >= '0' && *s <= '9';
	return digits;
}

/* A literal quote, the blanks before it, and the curly quotes at the end. */
static inline void slow_unquote(const struct slow_audit *a, struct slow_cell *c)
{
	static const char *const curly[2][2] = { { "”", "“" }, { "\xA1\xB1", "\xA1\xB0" } };
	size_t skip = 0;

	while (c->bytes[skip++] != '"')
		;
	while (skip < c->len && c->bytes[skip] == '"')
		skip++;
	memmove(c->bytes, c->bytes + skip, c->len -= skip);
	while (c->len > 0 && c->bytes[c->len - 1] == '"')
		c->len--;
	for (size_t i = 0; i < 2; i++) {
		const char *end = curly[a->layout.gb18030][i];

		if (c->len > strlen(end) &&
		    memcmp(c->bytes + c->len - strlen(end), end, strlen(end)) == 0)
			c->len -= strlen(end);
	}
}

/* Whether the characters are the two of a pair of quotes or brackets, or one that is both. */
static inline bool slow_is_pair(const struct finding *f)
{
	struct characters is = characters_read(f->is);
	bool pair = f->at == 1 && (is.count == 1 || is.count == 2) &&
		    name_closing_bracket(text_narrow(is.cp[0])) == text_narrow(is.cp[is.count - 1]);

	characters_wipe(&is);
	return pair;
}

/* Returns the place of a finding; SLOW_PLACES: none. */
static inline size_t slow_place(const struct finding *f)
{
	static const struct {
		enum finding_kind kind;
		enum finding_code code;
		size_t place;
	} rows[] = {
		{ KIND_BLANK, FINDING_NAME_SPACE, 0 },
		{ KIND_BLANK_START, FINDING_NAME_SPACE, 0 },
		{ KIND_BLANK_END, FINDING_NAME_SPACE, 0 },
		{ KIND_BLANK_BOTH_ENDS, FINDING_NAME_SPACE, 0 },
		{ KIND_BLANK, FINDING_ID_SPACE, 3 },
		{ KIND_BLANK_START, FINDING_ID_SPACE, 3 },
		{ KIND_BLANK_END, FINDING_ID_SPACE, 3 },
		{ KIND_BLANK_BOTH_ENDS, FINDING_ID_SPACE, 3 },
		{ KIND_BLANK, FINDING_CANDIDATE_CHARACTER, 4 },
		{ KIND_BLANK_START, FINDING_CANDIDATE_CHARACTER, 4 },
		{ KIND_BLANK_END, FINDING_CANDIDATE_CHARACTER, 4 },
		{ KIND_BLANK_BOTH_ENDS, FINDING_CANDIDATE_CHARACTER, 4 },
		{ KIND_MARKED, FINDING_NAME_CHARACTER, 5 },
		{ KIND_MARKED, FINDING_ID_CHARACTER, 6 },
		{ KIND_MARKED, FINDING_CANDIDATE_CHARACTER, 7 },
		{ KIND_NAME_BRACKETS, FINDING_NAME_CHARACTER, 8 },
		{ KIND_NOT_OF_NUMBER, FINDING_ID_CHARACTER, 9 },
		{ KIND_CANDIDATE_QUOTED, FINDING_CANDIDATE_CHARACTER, 10 },
		{ KIND_NAME_MASKED, FINDING_NAME_MASKED, 11 },
		{ KIND_NAME_STAR, FINDING_NAME_MASKED, 11 },
		{ KIND_ID_MASKED, FINDING_ID_MASKED, 12 },
		{ KIND_CANDIDATE_MASKED, FINDING_CANDIDATE_MASKED, 13 },
		{ KIND_SEX_UNREAD, FINDING_ROSTER_UNREAD, 14 },
		{ KIND_BIRTH_UNREAD, FINDING_ROSTER_UNREAD, 15 },
		{ KIND_BIRTH_HASHES, FINDING_ROSTER_UNREAD, 15 },
		{ KIND_CANDIDATE_LENGTH, FINDING_CANDIDATE, 16 },
		{ KIND_CANDIDATE_IS_ID, FINDING_CANDIDATE_CHARACTER, 17 },
		{ KIND_NAME_SERIAL, FINDING_NAME_CHARACTER, 18 },
		{ KIND_NAME_REMARK, FINDING_NAME_CHARACTER, 19 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (f->kind == rows[i].kind && f->code == rows[i].code &&
		    (f->kind != KIND_NOT_OF_NUMBER || slow_is_pair(f)))
			return rows[i].place;
	return SLOW_PLACES;
}

/* Moves the findings that have a place out of `of`. */
static inline void slow_hold(struct slow_audit *a, size_t row, struct findings *of)
{
	for (size_t i = 0; i < of->count;) {
		size_t place = slow_place(&of->items[i]);
		size_t *count = &a->held_count[place];

		if (place == SLOW_PLACES) {
			i++;
			continue;
		}
		a->held[place] = xgrow(a->held[place], *count, sizeof *a->held[place]);
		a->held[place][(*count)++] = (struct slow_held){ row, of->items[i] };
		findings_remove(of, i);
	}
}

static inline void slow_report_dragged(struct slow_audit *a)
{
	for (size_t i = 0; i < a->dragged_count && (i == 0 || a->dragged_count < 3); i++)
		fprintf(a->out, "%zu id.checksum %d\n", a->dragged[i].row,
			a->dragged_count < 3 ? 18 : 0);
	a->dragged_count = 0;
}

static inline void slow_take_dragged(struct slow_audit *a, const struct audit_row *row,
				     struct findings *of_number)
{
	struct slow_person *last = &a->dragged[a->dragged_count], *before = last - 1;
	const char *number = row->student.id_number;

	if (of_number->count != 1 || of_number->items[0].kind != KIND_CHECKSUM)
		return;
	if (a->dragged_count > 0 &&
	    (a->dragged_count == 64 || row->row <= before->row || row->row - before->row > 7 ||
	     strlen(number) != 18 || strchr(number, 'X') != NULL ||
	     strchr(before->number, 'X') != NULL || strlen(before->number) != 18 ||
	     strtoull(number, NULL, 10) !=
		     strtoull(before->number, NULL, 10) + (row->row - before->row))) {
		slow_report_dragged(a);
		last = a->dragged;
	}
	last->row = row->row;
	snprintf(last->number, sizeof last->number, "%s", number);
	a->dragged_count++;
	of_number->count = 0;
}

/* What says neither. */
static inline void slow_quote_unread(const char *cell, const char *says, char out[FINDING_TEXT])
{
	if (*says == '\0' && cell[strspn(cell, " \t\r\n")] != '\0')
		finding_quote(cell, out);
}

/* Reads what the rules need; of: name, number, candidate number, sex and birth. False if a cell is
 * not in the file's encoding. */
static inline bool slow_decode_row(struct slow_audit *a, struct slow_cell *of[5],
				   struct audit_row *row)
{
	struct record *r = &row->student;
	char sex[128], birth[128];
	bool good = slow_decode(a, of[0], r->name, sizeof r->name) &&
		    slow_decode(a, of[1], r->id_number, sizeof r->id_number) &&
		    slow_decode(a, of[2], r->candidate_number, sizeof r->candidate_number);

	good = slow_decode(a, of[3], sex, sizeof sex) && good;
	cell_sex(sex, r->sex);
	good = slow_decode(a, of[4], birth, sizeof birth) && good;
	if (!cell_birth_of(birth, r->id_number, r->birth_date))
		cell_no_day(birth, row->no_day);
	slow_quote_unread(sex, r->sex, row->sex_unread);
	row->sex_coded = sex[strcspn(sex, "0123456789")] != '\0';
	a->zeros += strcmp(row->sex_unread, "0") == 0;
	a->twos += row->sex_coded && strcmp(r->sex, "女") == 0;
	a->sex_zero = a->zeros > a->twos;
	if (row->no_day[0] == '\0')
		slow_quote_unread(birth, r->birth_date, row->birth_unread);
	return good;
}

static inline bool slow_ends_in_zeros(const struct slow_cell *c, size_t count)
{
	while (count > 0 && count <= c->len && c->bytes[c->len - count] == '0')
		count--;
	return count == 0;
}

/* 无, 0 and the like are an empty cell. */
static inline void slow_drop_nothing(char *cell)
{
	struct characters all = characters_read(cell),
			  bare = characters_fold(&all, character_drop_blank);

	if (characters_are_nothing(&bare))
		*cell = '\0';
	characters_wipe(&all);
	characters_wipe(&bare);
}

static inline bool slow_is_id(const char *number)
{
	return number_cell_is_id((struct slice){ number, strlen(number) });
}

static inline void slow_report_row(struct slow_audit *a, const struct audit_row *judged, bool quote,
				   struct slow_person *p)
{
	struct findings of_name = { 0 }, of_number = { 0 }, of_row = { 0 };
	size_t row = judged->row;

	row_check(judged, NULL, a->layout.today, &of_name, &of_number, &of_row);
	if (quote && strchr(judged->student.name, '"') != NULL)
		of_name.count = 0;
	if (quote && strchr(judged->student.id_number, '"') != NULL)
		of_number.count = 0;
	if (quote)
		findings_add(&of_row, FINDING_ROSTER_QUOTE, KIND_QUOTE, 0, 0);
	if (!row_check_repeats_number(&of_number))
		p->number[0] = '\0';
	if (!row_check_repeats_candidate(&of_row))
		p->candidate[0] = '\0';
	p->named = p->name_len > 0 && row_check_has_name(&of_name) &&
		   !findings_has(&of_row, FINDING_ROSTER_COLUMNS);
	for (size_t i = 0; i < of_number.count; i++)
		if (row_check_is_of_holder(&of_number.items[i])) {
			findings_copy(&p->holder, &of_number.items[i]);
			findings_remove(&of_number, i--);
		}
	for (size_t i = 0; i < of_row.count; i++)
		a->candidates += of_row.items[i].code == FINDING_CANDIDATE_SPREADSHEET &&
				 of_row.items[i].kind == KIND_SCIENTIFIC;
	for (size_t i = 0; i < of_number.count; i++)
		a->scientific += of_number.items[i].kind == KIND_SCIENTIFIC;
	if (of_name.count == 1)
		slow_hold(a, row, &of_name);
	slow_hold(a, row, &of_number);
	slow_hold(a, row, &of_row);
	slow_take_dragged(a, judged, &of_number);
	slow_report(a, row, &of_name);
	slow_report(a, row, &of_number);
	slow_report(a, row, &of_row);
}

static inline bool slow_is_late(const struct audit_row *row)
{
	struct findings found = { 0 };

	if (row->sex_coded)
		validator_holder(row->student.id_number, row->student.sex, "", VALIDATOR_COLUMN,
				 &found);
	return found.count > 0;
}

static inline void slow_count_wiped(struct slow_audit *a, const char *number)
{
	struct resident_id id;

	if (!resident_id_read(number, &id) || strcmp(number + 15, "000") != 0)
		return;
	a->wiped += id_is_rounded(number);
	a->chances += !id_is_rounded(number);
}

/* How many line breaks of the row are before a place in its cells. */
static inline size_t slow_breaks(const struct slow_cell *cells, size_t at, size_t offset)
{
	size_t breaks = 0;

	for (size_t i = 0; i <= at; i++)
		for (size_t k = 0; k < (i < at ? cells[i].len : offset); k++)
			breaks += cells[i].bytes[k] == '\n' || cells[i].bytes[k] == '\r';
	return breaks;
}

/* Cells with other numbers than the row's own; if its cells are not too many and its number is
 * whole, only those on another line. number: the own cell; not below count if absent. */
static inline void slow_find_numbers(struct audit_row *judged, const struct slow_cell *cells,
				     size_t count, size_t number)
{
	bool apart = judged->cells <= judged->width && judged->number_whole;

	if (apart && slow_breaks(cells, count - 1, cells[count - 1].len) == 0)
		return;
	for (size_t i = 0; i < count; i++) {
		struct slice left = { cells[i].bytes, cells[i].len };
		char found[CELL_ID];
		bool another = false;

		if (i == number) {
			judged->numbers += cell_holds_id(left.bytes, left.len);
			continue;
		}
		if (cell_holds_id(left.bytes, left.len))
			judged->stray = "";
		while (cell_take_id(&left.bytes, &left.len, found)) {
			size_t behind = (size_t)(left.bytes - cells[i].bytes);

			if (strcasecmp(found, judged->student.id_number) == 0 ||
			    (apart &&
			     slow_breaks(cells, i, behind) == slow_breaks(cells, number, 0)))
				continue;
			if (apart && cell_id_is_elder(found, judged->student.id_number))
				judged->elder = true;
			else
				another = true;
		}
		judged->numbers += another;
	}
}

/* quote: the cell with the first literal quote, -1: none. False if a cell is not in the file's
 * encoding. */
static inline bool slow_judge(struct slow_audit *a, size_t row, struct slow_cell *cells,
			      size_t count, int quote)
{
	static struct slow_cell none;
	const struct slow_layout *l = &a->layout;
	struct slow_cell *of[5];
	const int places[5] = { l->name, l->number, l->candidate, l->sex, l->birth };
	struct slow_person *p = &a->persons[a->person_count++];
	struct audit_row judged = { .row = row, .has_names = true, .has_numbers = true };
	struct record *r = &judged.student;
	size_t filled = count;
	bool good, paired;

	while (filled > 0 && cells[filled - 1].len == 0)
		filled--;
	for (size_t i = 0; i < 5; i++)
		if (quote >= 0 && places[i] == quote)
			slow_unquote(a, &cells[quote]);
	for (size_t i = 0; i < 5; i++)
		of[i] = places[i] >= 0 && (size_t)places[i] < count ? &cells[places[i]] : &none;
	paired = of[0]->len > 1 && of[0]->bytes[of[0]->len - 1] == '\'';
	if (of[0]->len > 0 && of[0]->bytes[0] == '\'' && (!paired || slow_is_marked(of[1]))) {
		judged.name_mark = '\'';
		memmove(of[0]->bytes, of[0]->bytes + 1, --of[0]->len);
		of[0]->len -= paired;
	}
	p->row = row;
	p->name_len = of[0]->len;
	p->name = memcpy(xmalloc(of[0]->len + 1), of[0]->len > 0 ? of[0]->bytes : "", of[0]->len);
	judged.number_blanks = number_cell_blanks((struct slice){ of[1]->bytes, of[1]->len });
	judged.candidate_blanks = number_cell_blanks((struct slice){ of[2]->bytes, of[2]->len });
	for (size_t i = 1; i < 5; i++)
		slow_trim(of[i]);
	slow_key(of[1], 18, p->number);
	slow_key(of[2], 17, p->candidate);
	a->rows++;
	a->rounded += slow_ends_in_zeros(of[1], 3) && !slow_ends_in_zeros(of[1], 8);
	good = slow_decode_row(a, of, &judged);
	judged.number_whole = slow_is_id(r->id_number);
	slow_count_wiped(a, r->id_number);
	a->usual += strlen(r->candidate_number) == 14;
	a->near += strlen(r->candidate_number) == 13 || strlen(r->candidate_number) == 15;
	slow_mend(r->id_number, 18, p->number);
	slow_renew(p->number);
	slow_mend(r->candidate_number, 14, p->candidate);
	judged.candidate_quoted = cell_unquote(r->candidate_number);
	slow_drop_nothing(r->candidate_number);
	judged.cells = filled;
	judged.width = (size_t)l->width;
	slow_find_numbers(&judged, cells, count, (size_t)l->number);
	if (slow_is_late(&judged)) {
		a->late = xgrow(a->late, a->late_count, sizeof *a->late);
		a->late[a->late_count++] =
			(struct slow_late){ judged, quote >= 0, a->person_count - 1 };
	} else {
		slow_report_row(a, &judged, quote >= 0, p);
	}
	return good;
}

/* Of each person the first one with the same member; itself if it has none. */
static inline void slow_firsts(const struct slow_audit *a, size_t member, size_t out[SLOW_ROWS])
{
	for (size_t i = 0; i < a->person_count; i++) {
		const char *key = (const char *)&a->persons[i] + member;

		out[i] = i;
		for (size_t j = 0; *key != '\0' && out[i] == i && j < i; j++)
			if (strcmp((const char *)&a->persons[j] + member, key) == 0)
				out[i] = j;
	}
}

/* The bytes of a name without its blanks, owned. */
static inline char *slow_bare(const struct slow_audit *a, const struct slow_person *p)
{
	const char *wide = a->layout.gb18030 ? "\xA1\xA1" : "\u3000";
	char *bare = xcalloc(1, p->name_len + 1), *to = bare;
	size_t step;

	for (size_t at = 0; at < p->name_len; at += step) {
		const char *s = p->name + at;

		step = a->layout.gb18030 && (unsigned char)*s >= 0x80 && at + 1 < p->name_len ? 2
											      : 1;
		if (p->name_len - at >= strlen(wide) && memcmp(s, wide, strlen(wide)) == 0)
			step = strlen(wide);
		else if (*s != ' ')
			to = mempcpy(to, s, step);
	}
	return bare;
}

static inline bool slow_same_name(const struct slow_audit *a, size_t i, size_t j)
{
	char *one = slow_bare(a, &a->persons[i]), *other = slow_bare(a, &a->persons[j]);
	bool same = strcmp(one, other) == 0;

	free(one);
	free(other);
	return same;
}

/* The last person of those from i on that a number was filled down over; i: it was not. */
static inline size_t slow_filled(const struct slow_audit *a, const size_t *firsts, size_t i)
{
	size_t last = i;
	bool names = false;

	while (last + 1 < a->person_count && firsts[last + 1] == i &&
	       a->persons[last + 1].row == a->persons[last].row + 1)
		names = !slow_same_name(a, i, ++last) || names;
	return names && last - i >= 3 ? last : i;
}

/* The first of the persons with the number of one that nothing contradicts; or that one. */
static inline size_t slow_owner(const struct slow_audit *a, const size_t *firsts, size_t i)
{
	for (size_t j = i; j < a->person_count; j++)
		if (firsts[j] == i && a->persons[j].holder.count == 0)
			return j;
	return i;
}

/* Reports rows that repeat a number, beside its owner; a row entered twice only by its ID
 * number. */
static inline void slow_report_repeats(struct slow_audit *a, const size_t *firsts,
				       const size_t *numbers, enum finding_code code)
{
	for (size_t i = 0; i < a->person_count; i++) {
		size_t filled = firsts[i] == i ? slow_filled(a, firsts, i) : i;
		size_t own = filled > i ? i : slow_owner(a, firsts, i);

		if (filled > i)
			slow_report_one(a, a->persons[i + 1].row, code);
		for (size_t j = i; j < a->person_count; j++) {
			size_t group = numbers != NULL ? numbers[j] : 0;
			size_t owner = numbers != NULL ? slow_owner(a, numbers, group) : 0;

			if (firsts[j] != i || j == own)
				continue;
			if (numbers == NULL &&
			    ((j > i && j <= filled) || !slow_same_name(a, own, j)))
				a->persons[j].explained = true;
			if ((j > filled || filled == i) &&
			    (numbers == NULL || numbers[own] != group ||
			     (owner != own && owner != j)))
				slow_report_one(a, a->persons[j].row, code);
		}
	}
}

static inline bool slow_is_waiting(const struct slow_audit *a, size_t person)
{
	for (size_t i = 0; i < a->late_count; i++)
		if (a->late[i].person == person)
			return true;
	return false;
}

/* Names that were filled down. */
static inline void slow_report_names(const struct slow_audit *a)
{
	for (size_t i = 0, end; i < a->person_count; i = end) {
		for (end = i + 1; end < a->person_count && a->persons[i].named &&
				  a->persons[end].named &&
				  a->persons[end].row == a->persons[end - 1].row + 1 &&
				  strcmp(a->persons[end].number, a->persons[end - 1].number) != 0 &&
				  !slow_is_waiting(a, end) && !slow_is_waiting(a, i) &&
				  slow_same_name(a, i, end);)
			end++;
		if (end - i >= 5 + a->rows / 1000)
			slow_report_one(a, a->persons[i].row, FINDING_ROSTER_SPREADSHEET);
	}
}

static inline void slow_report_doubles(struct slow_audit *a)
{
	static size_t numbers[SLOW_ROWS], candidates[SLOW_ROWS];

	slow_firsts(a, offsetof(struct slow_person, number), numbers);
	slow_firsts(a, offsetof(struct slow_person, candidate), candidates);
	slow_report_repeats(a, numbers, NULL, FINDING_ROSTER_DUPLICATE_ID);
	slow_report_repeats(a, candidates, numbers, FINDING_ROSTER_DUPLICATE_CANDIDATE);
}

static inline bool slow_is_blank(const struct slow_cell *cells, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t at = 0; at < cells[i].len; at++)
			if ((unsigned char)cells[i].bytes[at] > ' ')
				return false;
	return true;
}

/* Whether a row may be reported for a missing or an extra cell, whatever the other rows are. */
static inline bool slow_may_be_shifted(struct decoder *d, struct columns *columns,
				       const struct table_row *row, bool student)
{
	struct number_forms none = { 0 };
	bool may = !student && shifted_row_may_be(d, columns, row, &none, 1) != SHIFTED_ROW_NOT;

	for (size_t i = 0; i < row->count && !may; i++) {
		const struct table_row one = { .count = 1, .cells = &row->cells[i] };
		struct columns candidate = { 0 };
		struct number_forms forms = { 0 };

		for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
			candidate.index[c] = c == ROSTER_CANDIDATE_NUMBER ? 0 : COLUMN_ABSENT;
		number_forms_add(&forms, &candidate, &one);
		columns->usual = UINT64_C(1) << i;
		may = shifted_row_is(d, columns, row, &forms) ||
		      (!student &&
		       shifted_row_may_be(d, columns, row, &forms, 1) != SHIFTED_ROW_NOT);
	}
	columns->usual = 0;
	return may;
}

/* NULL: the row is a student's; else what it is. *sure: whatever the other rows are, which a simple
 * audit does not know: none of its columns, though nearly every row may fill them, makes it or may
 * make it a student's, nor does a student's row behind it. */
static inline const char *slow_kind(const struct slow_layout *l, const struct slow_cell *cells,
				    size_t count, enum row_doubt *doubt, bool *sure)
{
	const int places[] = { l->name, l->number, l->candidate, l->sex, l->birth };
	struct decoder d = { l->gb18030 ? ENCODING_GB18030 : ENCODING_UTF8, (iconv_t)-1 };
	struct slice slices[SLOW_CELLS];
	struct table_row row = { .count = count, .cells = slices };
	struct columns columns = { .width = (size_t)l->width,
				   .texts = UINT64_MAX,
				   .digits = UINT64_MAX };
	const char *kind;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		columns.index[c] = c < 5 && places[c] >= 0 ? (size_t)places[c] : COLUMN_ABSENT;
	for (size_t i = 0; i < count; i++)
		slices[i] = (struct slice){ cells[i].bytes, cells[i].len };
	decoder_ready(&d);
	kind = row_kind_other(&d, &row, &columns, doubt);
	*sure = (kind == NULL || (*doubt != ROW_BARE && *doubt != ROW_SIGNED)) &&
		!slow_may_be_shifted(&d, &columns, &row, kind == NULL);
	*sure = *sure && kind != ROW_COUNTS && table_head_find(&d, &row, &columns) == HEAD_NONE;
	for (size_t i = 0; kind != NULL && i < count; i++)
		for (size_t j = i; j < count; j++) {
			enum row_doubt other;

			columns.usual = UINT64_C(1) << i | UINT64_C(1) << j;
			*sure = *sure && row_kind_other(&d, &row, &columns, &other) != NULL &&
				other == *doubt;
		}
	iconv_close(d.gb18030);
	return kind;
}

static inline bool slow_same(const struct slow_cell *a, const struct slow_cell *b)
{
	return a->len == b->len && a->len > 0 && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* The cells of the next row, each owned by the caller; *quote: the first with a literal quote, -1:
 * none. False: too many. */
static inline bool slow_read_cells(struct slow_csv *s, struct slow_cell cells[SLOW_CELLS],
				   size_t *count, int *quote)
{
	char *cell = xmalloc(s->len + 1);
	bool good = true;

	*count = 0;
	*quote = -1;
	do {
		size_t len = slow_csv_cell(s, cell);

		if (s->literal && *quote < 0)
			*quote = (int)*count;
		good = *count < SLOW_CELLS;
		if (good)
			cells[(*count)++] =
				(struct slow_cell){ memcpy(xcalloc(1, len + CSV_BEYOND), cell, len),
						    len };
	} while (good && !s->ended);
	free(cell);
	return good;
}

static const struct slow_column {
	enum finding_code code;
	size_t tenths;
} slow_columns[SLOW_PLACES] = {
	{ FINDING_NAME_SPACE, 1 },          { FINDING_NAME_SPACE, 1 },
	{ FINDING_NAME_SPACE, 1 },          { FINDING_ID_SPACE, 1 },
	{ FINDING_CANDIDATE_CHARACTER, 1 }, { FINDING_ROSTER_SPREADSHEET, 5 },
	{ FINDING_ROSTER_SPREADSHEET, 5 },  { FINDING_ROSTER_SPREADSHEET, 5 },
	{ FINDING_NAME_CHARACTER, 5 },      { FINDING_ID_CHARACTER, 5 },
	{ FINDING_CANDIDATE_CHARACTER, 5 }, { FINDING_NAME_MASKED, 9 },
	{ FINDING_ID_MASKED, 9 },           { FINDING_CANDIDATE_CHARACTER, 9 },
	{ FINDING_ROSTER_UNREAD, 9 },       { FINDING_ROSTER_UNREAD, 9 },
	{ FINDING_CANDIDATE, 9 },           { FINDING_CANDIDATE_CHARACTER, 9 },
	{ FINDING_NAME_CHARACTER, 5 },      { FINDING_NAME_CHARACTER, 5 },
};

static inline bool slow_is_column(const struct slow_audit *a, size_t place)
{
	size_t count = a->held_count[place];

	return count >= 3 &&
	       (count * 10 >= a->rows * slow_columns[place].tenths || (place == 14 && a->sex_zero));
}

/* Reports the findings that are reported one by one, in the order of their rows. */
static inline void slow_report_places(const struct slow_audit *a)
{
	size_t next[SLOW_PLACES] = { 0 }, first;

	do {
		first = SLOW_PLACES;
		for (size_t i = 0; i < SLOW_PLACES; i++)
			if (next[i] < a->held_count[i] && !slow_is_column(a, i) &&
			    (first == SLOW_PLACES ||
			     a->held[i][next[i]].row < a->held[first][next[first]].row))
				first = i;
		if (first < SLOW_PLACES) {
			const struct slow_held *held = &a->held[first][next[first]++];
			const struct findings one = { 1, { held->finding } };

			slow_report(a, held->row, &one);
		}
	} while (first < SLOW_PLACES);
}

/* Another sex or birth than the number's, but where another row with it explains that, or many have
 * another. */
static inline void slow_report_held(const struct slow_audit *a)
{
	size_t births = 0, sexes = 0;
	bool birth, sex;

	for (size_t i = 0; i < a->person_count; i++) {
		births += findings_has(&a->persons[i].holder, FINDING_ID_BIRTH);
		sexes += findings_has(&a->persons[i].holder, FINDING_ID_SEX);
	}
	birth = births >= 3 && births * 10 >= a->rows * 9;
	sex = sexes >= 6 && sexes * 5 >= a->rows;
	for (size_t i = 0; i < a->person_count; i++) {
		const struct slow_person *p = &a->persons[i];

		if (!p->explained && !(findings_has(&p->holder, FINDING_ID_BIRTH) ? birth : sex))
			slow_report(a, p->row, &p->holder);
	}
	if (birth)
		slow_report_one(a, 0, FINDING_ID_BIRTH);
	if (sex)
		slow_report_one(a, 0, FINDING_ID_SEX);
}

/* Reports what is known only when all rows are read. */
static inline void slow_report_file(struct slow_audit *a)
{
	for (size_t i = 0; i < a->late_count; i++) {
		if (a->sex_zero)
			a->late[i].row.student.sex[0] = '\0';
		slow_report_row(a, &a->late[i].row, a->late[i].quote,
				&a->persons[a->late[i].person]);
	}
	slow_report_dragged(a);
	slow_report_places(a);
	slow_report_doubles(a);
	slow_report_names(a);
	slow_report_held(a);
	if (a->rounded >= 3 && a->rounded * 100 > a->rows)
		slow_report_one(a, 0, FINDING_ROSTER_SPREADSHEET);
	if (a->scientific > 1)
		slow_report_one(a, 0, FINDING_ROSTER_SPREADSHEET);
	if (a->candidates > 1)
		slow_report_one(a, 0, FINDING_ROSTER_SPREADSHEET);
	free(a->late);
	for (size_t i = 0; i < SLOW_PLACES; i++) {
		if (slow_is_column(a, i))
			slow_report_one(a, 0, slow_columns[i].code);
		free(a->held[i]);
	}
}

/* Audits the rows in s, the first being the header, row number `first`. Returns a line `row code
 * place` for each finding, owned by the caller; NULL if it is not in the layout's encoding or too
 * large. */
static inline char *slow_audit(struct slow_csv s, size_t first, const struct slow_layout *layout)
{
	static struct slow_audit a;
	struct slow_cell header[SLOW_CELLS], cells[SLOW_CELLS];
	char *text = NULL;
	size_t size, count, header_count = 0;
	bool good = true;

	memset(&a, 0, sizeof a);
	a.layout = *layout;
	a.out = open_memstream(&text, &size);
	for (size_t row = first; good && s.at < s.len; row++) {
		bool repeated, sure = true;
		int quote;
		enum row_doubt doubt = ROW_SURE;
		const char *kind;

		good = slow_read_cells(&s, cells, &count, &quote);
		if (row == first) {
			memcpy(header, cells, sizeof header);
			header_count = count;
			if (s.literal)
				slow_report_one(&a, row, FINDING_ROSTER_QUOTE);
			continue;
		}
		repeated = layout->name < (int)count && layout->number < (int)count &&
			   slow_same(&cells[layout->name], &header[layout->name]) &&
			   slow_same(&cells[layout->number], &header[layout->number]);
		kind = good ? slow_kind(layout, cells, count, &doubt, &sure) : NULL;
		/* columns in another order and a second encoding are more than a simple audit
		 * knows */
		for (size_t i = 0; i < count && good; i++) {
			char utf8[256];

			good = slow_decode(&a, &cells[i], utf8, sizeof utf8);
		}
		if (!sure || (kind == ROW_HEADINGS && !repeated))
			good = false;
		if (!good || slow_is_blank(cells, count))
			; /* nothing to be said of it */
		else if (kind == NULL)
			good = a.person_count < SLOW_ROWS &&
			       slow_judge(&a, row, cells, count, quote);
		else if (s.literal)
			slow_report_one(&a, row, FINDING_ROSTER_QUOTE);
		else if (doubt == ROW_DOUBTFUL)
			slow_report_one(&a, row, FINDING_ROSTER_UNREAD);
		while (count > 0)
			free(cells[--count].bytes);
	}
	/* whether the column was wiped, or has numbers of one length, depends on how much is read
	 * ahead */
	good = good && (a.wiped < 3 || a.chances == 0) && (a.usual < 9 || a.near == 0);
	slow_report_file(&a);
	fclose(a.out);
	while (header_count > 0)
		free(header[--header_count].bytes);
	for (size_t i = 0; i < a.person_count; i++)
		free(a.persons[i].name);
	if (good)
		return text;
	free(text);
	return NULL;
}

/* The same lines from the audit's JSON output. Owned by the caller. */
static inline char *slow_audit_lines(const char *json)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	for (const char *end; (end = strchr(json, '\n')) != NULL; json = end + 1) {
		size_t row, at;
		char code[64];

		if (sscanf(json,
			   "{\"row\": %zu, \"field\": \"%*[^\"]\", \"code\": \"%63[^\"]\", "
			   "\"severity\": \"%*[^\"]\", \"at\": %zu",
			   &row, code, &at) == 3)
			fprintf(out, "%zu %s %zu\n", row, code, at);
	}
	fclose(out);
	return text;
}

#endif
