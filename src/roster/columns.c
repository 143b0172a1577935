/* SPDX-License-Identifier: MIT */
#include "roster/columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/cell.h"
#include "roster/ethnic_group.h"
#include "roster/words.h"
#include "rules/characters.h"
#include "rules/resident_id.h"

enum {
	COLUMNS_MAX = 64,
	CELL = 128,
	EXCHANGED_ROWS = 2,
	DIGITS_PERSONAL = 6 /* of a number that a message does not show */
};

/* What the cells of one column look like, each a count of cells. */
struct column {
	size_t filled, numbers, names, sexes, candidates, births, ethnic_groups, digits, types;
	size_t repeated;                    /* names that the column had before */
	char *seen[COLUMNS_PROBE_ROWS + 1]; /* owned; those names */
};

struct sample {
	size_t rows, width;
	struct column columns[COLUMNS_MAX];
};

bool columns_is_id_number(struct slice s)
{
	char number[18 + 1];
	struct resident_id id;
	bool right;

	if (s.len != 18)
		return s.len > 4 && memcmp(s.bytes + s.len - 4, "E+17", 4) == 0;
	memcpy(number, s.bytes, 18);
	number[18] = '\0';
	if (number[17] == 'x')
		number[17] = 'X';
	right = resident_id_read(number, &id) && id.birth.month >= 1 && id.birth.month <= 12 &&
		id.birth.day >= 1 && id.birth.day <= 31;
	explicit_bzero(number, sizeof number);
	return right;
}

bool columns_is_name(const char *s)
{
	const char *rest = s;
	size_t count = 0;
	uint32_t cp;

	for (; text_next(&rest, &cp); count++)
		if (cp != 0xB7 && !(cp >= 0x3400 && cp <= 0x9FFF) && !(cp >= 0x20000))
			return false;
	return count >= 2 && count <= 15 &&
	       words_find(s, "族 学院 系 班 专业 大学 市 省", WORDS_END) == 0;
}

/* Whether a cell has the eight digits of the birth date in the number, with any separators. */
static bool is_birth_of(struct slice s, struct slice number)
{
	size_t matched = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			continue;
		if (matched == 8 || s.bytes[i] != number.bytes[6 + matched])
			return false;
		matched++;
	}
	return matched == 8;
}

static void count_name(struct column *c, const char *name)
{
	bool repeated = false;

	for (size_t i = 0; i < c->names; i++)
		repeated = repeated || strcmp(c->seen[i], name) == 0;
	c->repeated += repeated;
	c->seen[c->names++] = xstrdup(name);
}

/* Whether a text is the name of a kind of document. */
static bool is_type(const char *s)
{
	return (strstr(s, "证") != NULL || strstr(s, "照") != NULL) &&
	       words_find(s, "身份证 护照 通行证 居住证 台胞证 回乡证", WORDS_END) > 0;
}

static void count_cell(struct decoder *decoder, struct column *c, struct slice cell,
		       struct slice number)
{
	struct slice bare = columns_number(cell);
	char utf8[CELL];

	if (bare.len == 0)
		return;
	c->filled++;
	decoder_read(decoder, bare, utf8, sizeof utf8);
	c->numbers += columns_is_id_number(bare);
	c->candidates += bare.len == 14 && cell_digits(bare.bytes, bare.len) == 14;
	c->sexes += strcmp(utf8, "男") == 0 || strcmp(utf8, "女") == 0;
	c->digits += bare.len >= DIGITS_PERSONAL && bare.len < 18 &&
		     cell_digits(bare.bytes, bare.len) == bare.len;
	c->ethnic_groups += ethnic_group_read(utf8) > 0;
	c->births += number.len == 18 && bare.len <= 14 && is_birth_of(bare, number);
	c->types += is_type(utf8);
	if (columns_is_name(utf8) && heading_read(utf8).kind == HEADING_NONE)
		count_name(c, utf8); /* 学生 and 居民身份证 are no names */
	explicit_bzero(utf8, sizeof utf8);
}

static void count_row(struct decoder *decoder, struct sample *s, const struct table_row *row)
{
	struct slice number = { 0 };
	size_t count = row->count < COLUMNS_MAX ? row->count : COLUMNS_MAX, filled = 0;

	for (size_t i = 0; i < count; i++) {
		filled += columns_number(row->cells[i]).len > 0;
		if (number.len == 0 && columns_is_id_number(columns_number(row->cells[i])))
			number = columns_number(row->cells[i]);
	}
	if (filled < 2)
		return; /* a title, or nothing */
	s->rows++;
	s->width = count > s->width ? count : s->width;
	for (size_t i = 0; i < count; i++)
		count_cell(decoder, &s->columns[i], row->cells[i], number);
}

/* Samples the rows below the header, up to the header of another table. after: the header's row; 0:
 * none. */
static void take_sample(const struct csv *in, struct decoder *decoder, size_t after,
			struct sample *s)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL && row->row <= after + COLUMNS_PROBE_ROWS) {
		if (row->row <= after)
			continue;
		if (s->rows > 0 && columns_is_header(decoder, row, COLUMN_ABSENT))
			break; /* another table */
		count_row(decoder, s, row);
	}
	csv_close(head);
}

static void free_sample(struct sample *s)
{
	for (size_t i = 0; i < s->width; i++)
		for (size_t n = 0; n < s->columns[i].names; n++)
			xwipe(s->columns[i].seen[n]);
	free(s);
}

/* Whether a count is two thirds of the sampled rows or more; the others may have mistakes. */
static bool is_most(const struct sample *s, size_t count)
{
	return count > 0 && 3 * count >= 2 * s->rows;
}

/* How many cells of a column look like values of `what`. */
static size_t count_like(const struct sample *s, const struct column *c, enum roster_column what)
{
	switch (what) {
	case ROSTER_NAME: /* students have names of their own; classes and places repeat */
		return s->rows > 3 && 2 * c->repeated > c->names ? 0 : c->names;
	case ROSTER_ID_NUMBER:
		return c->numbers;
	case ROSTER_CANDIDATE_NUMBER:
		return c->candidates;
	case ROSTER_SEX:
		return c->sexes;
	case ROSTER_BIRTH_DATE:
		return c->births;
	case ROSTER_ETHNIC_GROUP:
		return c->ethnic_groups;
	case ROSTER_STUDENT_NUMBER:
		return c->digits;
	case ROSTER_DOCUMENT_TYPE:
		return c->types;
	default:
		return 0;
	}
}

static bool is_like(const struct sample *s, const struct column *c, enum roster_column what)
{
	return is_most(s, count_like(s, c, what));
}

/* The first column whose cells look like `what`, among those that `allowed` marks (NULL: all);
 * COLUMN_ABSENT: none. *other: the second one. */
static size_t find_column(const struct sample *s, enum roster_column what, const bool *allowed,
			  size_t *other)
{
	size_t found = COLUMN_ABSENT;

	*other = COLUMN_ABSENT;
	for (size_t i = 0; i < s->width && *other == COLUMN_ABSENT; i++) {
		if ((allowed != NULL && !allowed[i]) || !is_like(s, &s->columns[i], what))
			continue;
		if (found == COLUMN_ABSENT)
			found = i;
		else
			*other = i;
	}
	return found;
}

/* Whether a cell is no heading: it has digits, or a word for nothing. */
static bool is_value(struct decoder *decoder, struct slice cell)
{
	struct characters all;
	char s[CELL];
	bool nothing;

	if (cell_digits(cell.bytes, cell.len) > 0)
		return true;
	decoder_read(decoder, cell, s, sizeof s);
	all = characters_read(s);
	nothing = characters_are_nothing(&all);
	characters_wipe(&all);
	explicit_bzero(s, sizeof s);
	return nothing;
}

/* Counts the rows above the first one with a name and a number in their columns. */
static size_t rows_above(const struct csv *in, struct decoder *decoder,
			 const struct columns *columns)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t above = 0;

	while ((row = csv_next(head, NULL)) != NULL) {
		if (name < row->count && number < row->count && row->cells[name].len > 0 &&
		    row->cells[number].len > 0 && is_value(decoder, row->cells[number]))
			break;
		above++;
	}
	csv_close(head);
	return above;
}

static bool has(const struct columns *columns, enum roster_column c)
{
	return columns->index[c] != COLUMN_ABSENT;
}

/* Whether the columns of names and of ID numbers are found, without which there is no roster. */
static bool has_both(const struct columns *columns)
{
	return has(columns, ROSTER_NAME) && has(columns, ROSTER_ID_NUMBER);
}

/* The columns, as bits, that three quarters of the rows fill, without names and ID numbers. */
static uint64_t usual_columns(const struct sample *s, const struct columns *columns)
{
	uint64_t usual = 0;

	for (size_t i = 0; i < s->width; i++)
		if (i != columns->index[ROSTER_NAME] && i != columns->index[ROSTER_ID_NUMBER] &&
		    4 * s->columns[i].filled >= 3 * s->rows)
			usual |= (uint64_t)1 << i;
	return usual;
}

/* Whether the bit of a column is set; false for columns beyond COLUMNS_MAX. */
static bool has_bit(uint64_t bits, size_t index)
{
	return index < COLUMNS_MAX && (bits >> index & 1) != 0;
}

bool columns_is_document(const struct columns *columns, size_t index)
{
	return has_bit(columns->documents, index);
}

bool columns_is_of_others(const struct columns *columns, size_t index)
{
	return has_bit(columns->of_others, index);
}

/* Finds a column of document types that has another heading. If it is headed as the ID numbers,
 * these are in the first other column that has some. */
static void find_types(const struct sample *s, struct columns *columns)
{
	size_t *number = &columns->index[ROSTER_ID_NUMBER], type = 0;

	if (has(columns, ROSTER_DOCUMENT_TYPE))
		return;
	while (type < s->width && (columns_is_of_others(columns, type) ||
				   !is_like(s, &s->columns[type], ROSTER_DOCUMENT_TYPE)))
		type++;
	if (type == s->width)
		return;
	for (size_t i = 0; i < s->width && type == *number; i++)
		if (!columns_is_of_others(columns, i) && s->columns[i].numbers > 0)
			*number = i;
	if (type != *number)
		columns->index[ROSTER_DOCUMENT_TYPE] = type;
}

/* Finds the columns of a file without a header by their cells. Returns false if the names or the ID
 * numbers are in no column or in several. */
static bool find_by_content(const struct csv *in, struct decoder *decoder, struct columns *out)
{
	struct sample *s = xcalloc(1, sizeof *s);

	take_sample(in, decoder, 0, s);
	*out = (struct columns){ .spare = COLUMN_ABSENT, .width = s->width, .texts = UINT64_MAX };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t other;

		out->index[c] = out->other[c] = COLUMN_ABSENT;
		if (c > ROSTER_BIRTH_DATE)
			continue; /* without a heading, 1 is no ethnic group */
		out->index[c] = find_column(s, (enum roster_column)c, NULL, &other);
		if (other != COLUMN_ABSENT)
			out->index[c] = COLUMN_ABSENT;
	}
	out->usual = usual_columns(s, out);
	find_types(s, out);
	free_sample(s);
	if (!has_both(out))
		return false;
	out->skip = rows_above(in, decoder, out);
	return true;
}

enum { SEEN = 120, CELL_HEADING = 256 };

/* A row read as a header. */
struct header {
	struct columns columns;
	size_t line, known;             /* known: how many headings */
	bool tied[ROSTER_COLUMN_COUNT]; /* columns.other has as good a heading as columns.index */
	/* columns of 姓, of 名 and of 英文姓名; COLUMN_ABSENT: none */
	size_t family, given, english;
	bool free[COLUMNS_MAX]; /* columns without a known heading */
	char seen[SEEN];        /* what a message may quote of it */
};

static struct heading heading_of(struct decoder *decoder, struct slice cell)
{
	char s[CELL_HEADING];
	struct heading h;

	if (cell.len == 0 || cell.len >= CELL_HEADING / 2)
		return (struct heading){ .kind = HEADING_NONE, .column = ROSTER_COLUMN_COUNT };
	decoder_read(decoder, cell, s, sizeof s);
	h = heading_read(s);
	explicit_bzero(s, sizeof s);
	return h;
}

/* Reads each cell of a row as a heading. What may be a value, 学生 or 已核对姓名, counts only if
 * the row has a heading that cannot be a value, both 参保人姓名 and 参保人身份证号, or headings in
 * all cells. 您的姓名 beside 您孩子的姓名 is a parent's. */
static void read_headings(struct decoder *decoder, const struct table_row *row,
			  struct heading out[CSV_CELLS_MAX])
{
	bool child[ROSTER_COLUMN_COUNT + 1] = { false }, loose[ROSTER_COLUMN_COUNT + 1] = { false };
	bool values;
	size_t filled = 0, known = 0, sure = 0;

	for (size_t i = 0; i < row->count; i++) {
		out[i] = heading_of(decoder, row->cells[i]);
		child[out[i].column] = child[out[i].column] || out[i].of_child;
		filled += row->cells[i].len > 0;
		known += out[i].kind != HEADING_NONE;
		sure += out[i].kind != HEADING_NONE && !out[i].value && !out[i].loose;
		loose[out[i].column] = loose[out[i].column] || out[i].loose;
	}
	values = sure == 0 && known < filled && !(loose[ROSTER_NAME] && loose[ROSTER_ID_NUMBER]);
	for (size_t i = 0; i < row->count; i++) {
		if (values || (out[i].loose && filled == 1))
			out[i] = (struct heading){ .kind = HEADING_NONE,
						   .column = ROSTER_COLUMN_COUNT };
		else if (out[i].of_reader && child[out[i].column])
			out[i] = (struct heading){ .kind = HEADING_OF_OTHERS,
						   .column = ROSTER_COLUMN_COUNT };
	}
}

/* above: the columns, as bits, that the row above assigns to other people; any other column is
 * preferred to them. */
static void read_header(struct decoder *decoder, const struct table_row *row, uint64_t above,
			struct header *out)
{
	enum { OF_OTHERS = 100000 };
	unsigned best[ROSTER_COLUMN_COUNT];
	struct heading headings[CSV_CELLS_MAX];
	bool person = false;

	read_headings(decoder, row, headings);
	*out = (struct header){ .columns = { .spare = COLUMN_ABSENT,
					     .header_row = row->row,
					     .skip = row->row,
					     .width = row->count + row->more },
				.line = row->line,
				.family = COLUMN_ABSENT,
				.given = COLUMN_ABSENT,
				.english = COLUMN_ABSENT };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->columns.index[c] = out->columns.other[c] = COLUMN_ABSENT;
	for (size_t i = 0; i < row->count; i++) {
		struct heading h = headings[i];
		size_t *index = &out->columns.index[h.column];
		size_t *other = &out->columns.other[h.column];

		out->known += h.kind != HEADING_NONE;
		if (h.kind == HEADING_FAMILY_NAME)
			out->family = i;
		if (h.kind == HEADING_GIVEN_NAME)
			out->given = i;
		if (h.english)
			out->english = i;
		person = person || (h.of_others && h.kind != HEADING_COLUMN);
		/* The second pair of 姓名,身份证号,关系,姓名,身份证号 is another person's. */
		if (person && h.kind == HEADING_COLUMN && *index != COLUMN_ABSENT &&
		    h.rank >= best[h.column])
			h.kind = HEADING_OF_OTHERS;
		if (i < COLUMNS_MAX) {
			out->free[i] = h.kind == HEADING_NONE && !h.of_others;
			out->columns.texts |= (uint64_t)(h.kind != HEADING_NUMBER) << i;
			out->columns.of_others |= (uint64_t)(h.kind == HEADING_OF_OTHERS) << i;
			out->columns.documents |= (uint64_t)h.document << i;
		}
		if (h.kind != HEADING_COLUMN)
			continue;
		h.rank += has_bit(above, i) ? OF_OTHERS : 0;
		if (*index == COLUMN_ABSENT || h.rank < best[h.column]) {
			*other = *index;
			*index = i;
			best[h.column] = h.rank;
			out->tied[h.column] = false;
		} else if (*other == COLUMN_ABSENT ||
			   (h.rank == best[h.column] && !out->tied[h.column])) {
			*other = i;
			out->tied[h.column] = h.rank == best[h.column];
		}
	}
	if (out->columns.index[ROSTER_NAME] == COLUMN_ABSENT && out->family == COLUMN_ABSENT)
		out->columns.index[ROSTER_NAME] = out->english;
}

static size_t count_filled(const struct table_row *row)
{
	size_t filled = 0;

	for (size_t i = 0; i < row->count; i++)
		filled += row->cells[i].len > 0;
	return filled;
}

/* What a cell above others says of the columns below it. */
enum group { GROUP_NONE, GROUP_OWN, GROUP_PERSON, GROUP_OF_OTHERS };

/* What a cell says of the columns below it. A merged cell may also name a person who is not known:
 * 接站人, but not 证件信息. */
static enum group group_of(struct decoder *decoder, const struct table_row *row, size_t i)
{
	bool merged = i + 1 < row->count && row->cells[i + 1].len == 0;
	char s[CELL_HEADING];
	struct heading h;

	decoder_read(decoder, row->cells[i], s, sizeof s);
	h = heading_read(s);
	if (heading_is_of_others(s) && h.kind != HEADING_COLUMN)
		return GROUP_OF_OTHERS;
	if (!merged || (h.kind != HEADING_NONE && !h.value))
		return GROUP_NONE;
	if (heading_is_own(s))
		return GROUP_OWN;
	return words_find(s, "人 人员 人信息 人员信息 者 方", WORDS_END) > 0 ? GROUP_PERSON
									     : GROUP_NONE;
}

uint64_t columns_of_others(struct decoder *decoder, const struct table_row *row)
{
	uint64_t of_others = 0, persons = 0;
	bool own = false;
	enum group now = GROUP_NONE;

	for (size_t i = 0; i < COLUMNS_MAX; i++) {
		if (i < row->count && row->cells[i].len > 0)
			now = group_of(decoder, row, i);
		own = own || now == GROUP_OWN;
		of_others |= (uint64_t)(now == GROUP_OF_OTHERS) << i;
		persons |= (uint64_t)(now == GROUP_PERSON) << i;
	}
	if (count_filled(row) < 2)
		return 0;
	return own ? of_others | persons : of_others; /* 接站人 is another person beside 新生 */
}

/* Whether a cell has a letter, a digit or an ideograph. */
static bool says_something(struct slice cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if (is_ascii_letter((unsigned char)cell.bytes[i]) ||
		    is_ascii_digit((unsigned char)cell.bytes[i]) ||
		    (unsigned char)cell.bytes[i] >= 0x80)
			return true;
	return false;
}

/* Whether a line of headings is the second half of the line directly above it: it says nothing else
 * below the columns that the upper line names, and so fills the gaps between them: 姓名 below 父亲,
 * 证件号码 below 证件. */
static bool is_second_half(const struct header *above, const struct header *h,
			   const struct table_row *row)
{
	bool named = false, repeated = above->known == h->known;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t at = above->columns.index[c];

		named = named || at != COLUMN_ABSENT;
		repeated = repeated && h->columns.index[c] == at;
		if (at < row->count && h->columns.index[c] != at && says_something(row->cells[at]))
			return false;
	}
	return named && !repeated && above->known > 0 && h->known > 0;
}

/* Adds the line above to h, its second half. The columns that the line above names stay. */
static void join_halves(const struct header *above, struct header *h)
{
	struct columns *columns = &h->columns;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (above->columns.index[c] == COLUMN_ABSENT)
			continue;
		h->tied[c] = above->tied[c];
		columns->other[c] = above->tied[c] || columns->index[c] == COLUMN_ABSENT
					    ? above->columns.other[c]
					    : columns->index[c];
		columns->index[c] = above->columns.index[c];
	}
	for (size_t i = 0; i < COLUMNS_MAX; i++) {
		uint64_t bit = (uint64_t)1 << i;

		if (h->free[i])
			columns->texts = (columns->texts & ~bit) | (above->columns.texts & bit);
		h->free[i] = h->free[i] && above->free[i];
	}
	columns->of_others |= above->columns.of_others;
	h->columns.documents |= above->columns.documents;
	if (columns->width < above->columns.width)
		columns->width = above->columns.width;
	h->known += above->known;
}

/* Whether a row has an ID number, which a student's row has and a header has not. */
static bool holds_id_number(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (columns_is_id_number(columns_number(row->cells[i])))
			return true;
	return false;
}

size_t columns_read_header(struct decoder *decoder, const struct table_row *row,
			   const struct table_row *next, uint64_t above, struct columns *out)
{
	struct header h, below;

	read_header(decoder, row, above, &h);
	h.columns.of_others |= above | columns_of_others(decoder, row);
	*out = h.columns;
	if (next == NULL)
		return 1;
	read_header(decoder, next, columns_of_others(decoder, row), &below);
	if (holds_id_number(next) || !is_second_half(&h, &below, next)) {
		for (size_t i = 0; has(out, ROSTER_NAME) && !has(out, ROSTER_ID_NUMBER) &&
				   i < next->count && i < COLUMNS_MAX;
		     i++)
			if (h.free[i] && columns_is_id_number(columns_number(next->cells[i])))
				out->index[ROSTER_ID_NUMBER] = i;
		return 1;
	}
	join_halves(&h, &below);
	*out = below.columns;
	return 2;
}

bool columns_is_other_table(struct decoder *decoder, const struct table_row *row)
{
	struct header h;
	size_t filled = 0;

	read_header(decoder, row, 0, &h);
	for (size_t i = 0; i < row->count; i++) {
		char s[CELL_HEADING];

		if (row->cells[i].len == 0)
			continue;
		filled++;
		/* 学院：,专业： begins a class, no table. */
		decoder_read(decoder, row->cells[i], s, sizeof s);
		if (strchr(s, ':') != NULL || strstr(s, "：") != NULL)
			return false;
	}
	return filled > 1 && h.known == filled;
}

static bool is_of_names(const struct heading *h)
{
	return h->kind == HEADING_COLUMN && h->column == ROSTER_NAME && !h->value && !h->loose;
}

enum columns_header columns_read_as_header(struct decoder *decoder, const struct table_row *row,
					   size_t name)
{
	struct heading headings[CSV_CELLS_MAX];
	bool found[ROSTER_COLUMN_COUNT + 1] = { false }, sure = name == COLUMN_ABSENT;
	bool names = false, numbers = false, beside = false;

	read_headings(decoder, row, headings);
	for (size_t i = 0; i < row->count; i++) {
		const struct heading *h = &headings[i];

		if (h->kind == HEADING_NONE)
			continue;
		sure = sure || !h->value;
		names = names || is_of_names(h);
		numbers = numbers ||
			  (h->kind == HEADING_COLUMN && !h->value && h->column == ROSTER_ID_NUMBER);
		beside = beside || (i > 0 && h[-1].kind != HEADING_NONE) ||
			 (i == name && h->kind == HEADING_COLUMN) ||
			 (name != COLUMN_ABSENT && is_of_names(h));
		found[h->column] = true;
	}
	if (names && numbers)
		return HEADER_WHOLE;
	return sure && (beside || (found[ROSTER_NAME] && found[ROSTER_ID_NUMBER])) ? HEADER_LIKELY
										   : HEADER_NONE;
}

bool columns_is_header(struct decoder *decoder, const struct table_row *row, size_t name)
{
	return columns_read_as_header(decoder, row, name) != HEADER_NONE;
}

/* Lists the cells of a header for a message, 学号、姓名、班级, as many as fit, without any that may
 * be a student's data: cells that are no known heading only if most others are. */
static void list_seen(struct decoder *decoder, const struct table_row *row, size_t known,
		      char out[SEEN])
{
	static const char more[] = "……";
	bool all = 2 * known > count_filled(row) && columns_is_header(decoder, row, COLUMN_ABSENT);
	size_t used = 0;

	for (size_t i = 0; i < row->count; i++) {
		const char *comma = used > 0 ? "、" : "";
		char cell[SEEN];

		if (row->cells[i].len == 0 ||
		    (!all && heading_of(decoder, row->cells[i]).kind == HEADING_NONE))
			continue;
		decoder_read(decoder, row->cells[i], cell, sizeof cell);
		if (cell_digits(cell, strlen(cell)) >= DIGITS_PERSONAL)
			cell[strcspn(cell, "0123456789")] = '\0';
		if (used + strlen(comma) + strlen(cell) + sizeof more > SEEN) {
			memcpy(out + used, more, sizeof more);
			return;
		}
		used += (size_t)snprintf(out + used, SEEN - used, "%s%s", comma, cell);
	}
}

static bool report_missing(const struct header *seen, struct diag *d)
{
	bool name = has(&seen->columns, ROSTER_NAME),
	     number = has(&seen->columns, ROSTER_ID_NUMBER);
	char letters[2][COLUMN_LETTERS];

	if (!name && seen->family != COLUMN_ABSENT && seen->given != COLUMN_ABSENT) {
		column_letters(seen->family, letters[0]);
		column_letters(seen->given, letters[1]);
		return diag_add(d, seen->line, 1,
				"姓和名分在 %s 列和 %s 列：合成一列，表头写“姓名”。", letters[0],
				letters[1]);
	}
	return diag_add(d, seen->line, 1, "表头里没有%s，认出的有：%s。加上%s。",
			name     ? "证件号码一列"
			: number ? "姓名一列"
				 : "姓名和证件号码",
			seen->seen,
			name     ? "“身份证号”"
			: number ? "“姓名”"
				 : "“姓名”和“身份证号”");
}

/* Chooses the one of two columns with equally good headings whose cells alone look like c. Returns
 * false if both do or neither does; d names them. */
static bool settle_tie(struct header *h, enum roster_column c, const struct sample *s,
		       struct diag *d)
{
	size_t one = h->columns.index[c], other = h->columns.other[c];
	bool seen = one < COLUMNS_MAX && other < COLUMNS_MAX;
	bool is_one = seen && count_like(s, &s->columns[one], c) > 0;
	bool is_other = seen && count_like(s, &s->columns[other], c) > 0;
	char letters[2][COLUMN_LETTERS];

	if (is_one != is_other) {
		h->columns.index[c] = is_one ? one : other;
		h->columns.other[c] = is_one ? other : one;
		return true;
	}
	column_letters(one, letters[0]);
	column_letters(other, letters[1]);
	return diag_add(
		d, h->line, 1,
		"%s 列和 %s "
		"列都像%s，认不准学生本人的是哪一列：不是学生本人的，表头改成“家长%s”这样%s。",
		letters[0], letters[1], column_title(c), column_title(c),
		c == ROSTER_NAME && h->tied[ROSTER_ID_NUMBER]
			? "；一行里有两个学生的，把右边几列移到左边几列的下面"
			: "");
}

/* Whether the second of two columns of numbers is the better one: the resident's number rather than
 * another document's, else the one with more filled cells. */
static bool is_other_number(const struct columns *columns, const struct sample *s)
{
	size_t one = columns->index[ROSTER_ID_NUMBER], other = columns->other[ROSTER_ID_NUMBER];
	bool document = has_bit(columns->documents, one);

	return document != has_bit(columns->documents, other)
		       ? document
		       : s->columns[other].filled > s->columns[one].filled;
}

/* Chooses the one of two columns with headings of different rank that is filled. If the roster has
 * other documents, the second column of numbers becomes columns.spare. */
static void choose_filled(struct header *h, enum roster_column c, const struct sample *s)
{
	struct columns *columns = &h->columns;
	size_t one = columns->index[c], other = columns->other[c];
	bool typed = c == ROSTER_ID_NUMBER &&
		     (has(columns, ROSTER_DOCUMENT_TYPE) || has_bit(columns->documents, one) ||
		      has_bit(columns->documents, other));

	if (one >= COLUMNS_MAX || other >= COLUMNS_MAX || columns_is_of_others(columns, other))
		return;
	if (typed ? is_other_number(columns, s)
		  : s->columns[one].filled == 0 && s->columns[other].filled > 0) {
		columns->index[c] = other;
		columns->other[c] = one;
	}
	if (typed)
		columns->spare = columns->other[c];
}

/* Decides by the cells what the headings leave open. Returns false if the cells do not decide it; d
 * says so. */
static bool complete(const struct csv *in, struct decoder *decoder, struct header *h,
		     struct diag *d)
{
	static const enum roster_column needed[] = { ROSTER_NAME, ROSTER_ID_NUMBER };
	struct sample *s;
	bool settled = true;

	if (has_both(&h->columns) && h->columns.other[ROSTER_NAME] == COLUMN_ABSENT &&
	    h->columns.other[ROSTER_ID_NUMBER] == COLUMN_ABSENT)
		return true;
	s = xcalloc(1, sizeof *s);
	take_sample(in, decoder, h->columns.header_row, s);
	for (size_t i = 0; i < 2 && settled; i++) {
		enum roster_column c = needed[i];

		if (!has(&h->columns, c) && (c != ROSTER_NAME || h->family == COLUMN_ABSENT)) {
			h->columns.guessed[c] = true;
			h->columns.index[c] = find_column(s, c, h->free, &h->columns.other[c]);
			h->tied[c] = h->columns.other[c] != COLUMN_ABSENT;
		}
		if (!has(&h->columns, c))
			settled = report_missing(h, d);
		else if (h->tied[c])
			settled = settle_tie(h, c, s, d);
		else
			choose_filled(h, c, s);
	}
	free_sample(s);
	return settled;
}

/* Finds the header: the first row with both headings, or two rows that have them together, below
 * any titles; else the row with most headings. best->known is 0 if there is none. Looks at
 * COLUMNS_PROBE_ROWS rows, not counting those with one filled cell or none. */
static void find_header(const struct csv *in, struct decoder *decoder, struct header *best)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t line = csv_next_line(in);
	size_t looked_at = 0;
	uint64_t above_of_others = 0;
	bool found = false, sorted_down = false;
	struct header above = { 0 };

	*best = (struct header){ 0 };
	while ((row = csv_next(head, NULL)) != NULL && looked_at < COLUMNS_PROBE_ROWS) {
		struct header h;
		bool second;

		read_header(decoder, row, above_of_others, &h);
		second = is_second_half(&above, &h, row);
		if (found && !second)
			break;
		if (second)
			join_halves(&above, &h);
		above = h;
		found = has_both(&h.columns);
		looked_at += count_filled(row) > 1;
		h.columns.of_others |= above_of_others;
		h.columns.of_others |= found ? columns_of_others(decoder, row) : 0;
		h.columns.sorted_down = sorted_down;
		for (size_t i = 0; i < row->count; i++)
			sorted_down =
				sorted_down || columns_is_id_number(columns_number(row->cells[i]));
		above_of_others = columns_of_others(decoder, row);
		if (!found && h.known <= best->known)
			continue;
		*best = h;
		best->line = line + row->line - 1;
		list_seen(decoder, row, h.known, best->seen);
	}
	csv_close(head);
}

/* Counts the students of a file that has its headings in the first column, 姓名,李明 and below it
 * 身份证号,1100…: a form of one student, or a column for each. 0: the file is no such form. */
static size_t count_forms(const struct csv *in, struct decoder *decoder)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	bool seen[ROSTER_COLUMN_COUNT] = { false };
	size_t numbers = 0;

	while ((row = csv_next(head, NULL)) != NULL && row->row <= COLUMNS_PROBE_ROWS) {
		struct heading h = { 0 };

		if (row->count > 1 && !columns_is_header(decoder, row, COLUMN_ABSENT))
			h = heading_of(decoder, row->cells[0]);
		if (h.kind != HEADING_COLUMN || row->cells[1].len == 0)
			continue;
		seen[h.column] = true;
		for (size_t i = 1; h.column == ROSTER_ID_NUMBER && i < row->count; i++)
			numbers += columns_is_id_number(columns_number(row->cells[i]));
	}
	csv_close(head);
	if (!seen[ROSTER_NAME] || !seen[ROSTER_ID_NUMBER])
		return 0;
	return numbers > 1 ? numbers : 1;
}

/* Whether most rows have their ID number in several cells, a digit in each or 320102, 20070315 and
 * 0232. *last: the index of the last of these cells. */
static bool is_spread(const struct csv *in, const struct columns *columns, size_t *last)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t rows = 0, spread = 0;

	while ((row = csv_next(head, NULL)) != NULL && rows < COLUMNS_PROBE_ROWS) {
		char number[18];
		size_t used = 0, i = columns->index[ROSTER_ID_NUMBER];

		if (row->row <= columns->header_row || i >= row->count || row->cells[i].len == 0)
			continue;
		rows++;
		for (; i < row->count && used + row->cells[i].len <= sizeof number; i++) {
			if (row->cells[i].len > 0)
				memcpy(number + used, row->cells[i].bytes, row->cells[i].len);
			used += row->cells[i].len;
			if (used == sizeof number)
				break;
		}
		if (i > columns->index[ROSTER_ID_NUMBER] && used == sizeof number &&
		    columns_is_id_number((struct slice){ number, used })) {
			spread++;
			*last = i;
		}
		explicit_bzero(number, sizeof number);
	}
	csv_close(head);
	return spread > 0 && 3 * spread >= 2 * rows;
}

static bool report_spread(const struct columns *columns, size_t last, struct diag *d)
{
	char letters[2][COLUMN_LETTERS];

	column_letters(columns->index[ROSTER_ID_NUMBER], letters[0]);
	column_letters(last, letters[1]);
	return diag_add(d, columns->header_row, 1,
			"一个证件号码拆在 %s 列到 %s 列的几格里：合成一列，再来一次。", letters[0],
			letters[1]);
}

/* Sets other_heading: the headings of second columns and of guessed ones. */
static void name_others(const struct csv *in, struct decoder *decoder, struct columns *columns)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL && row->row < columns->header_row)
		;
	for (size_t c = ROSTER_NAME; c <= ROSTER_ID_NUMBER && row != NULL; c++) {
		size_t at = columns->guessed[c] ? columns->index[c] : columns->other[c];

		if (at < row->count && row->cells[at].len < COLUMN_HEADING / 2)
			decoder_read(decoder, row->cells[at], columns->other_heading[c],
				     COLUMN_HEADING);
	}
	csv_close(head);
}

/* Completes the columns by their cells: which ones most rows fill, which two have their headings
 * exchanged, and where the document types are. */
static void compare_cells(const struct csv *in, struct decoder *decoder, struct columns *columns)
{
	static const struct columns_pair pairs[] = {
		{ ROSTER_NAME, ROSTER_ID_NUMBER, "姓名”和“身份证号" },
		{ ROSTER_NAME, ROSTER_STUDENT_NUMBER, "姓名”和“学号" },
		{ ROSTER_CANDIDATE_NUMBER, ROSTER_ID_NUMBER, "考生号”和“身份证号" },
		{ ROSTER_SEX, ROSTER_BIRTH_DATE, "性别”和“出生日期" },
		{ ROSTER_SEX, ROSTER_ETHNIC_GROUP, "性别”和“民族" },
		{ ROSTER_BIRTH_DATE, ROSTER_ETHNIC_GROUP, "出生日期”和“民族" },
	};
	struct sample *s = xcalloc(1, sizeof *s);

	take_sample(in, decoder, columns->header_row, s);
	columns->usual = usual_columns(s, columns);
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		size_t one = columns->index[pairs[i].one], other = columns->index[pairs[i].other];

		if (one >= s->width || other >= s->width || s->rows < EXCHANGED_ROWS ||
		    !is_like(s, &s->columns[one], pairs[i].other) ||
		    !is_like(s, &s->columns[other], pairs[i].one))
			continue;
		columns->index[pairs[i].one] = other;
		columns->index[pairs[i].other] = one;
		columns->exchanged = &pairs[i];
		break;
	}
	find_types(s, columns);
	free_sample(s);
}

bool columns_find(const struct csv *in, struct decoder *decoder, struct columns *out,
		  struct columns *headings, struct diag *d)
{
	struct header h;
	size_t forms, last;

	find_header(in, decoder, &h);
	if (h.known > 0) {
		forms = has_both(&h.columns) ? 0 : count_forms(in, decoder);
		if (forms > 0)
			return diag_add(
				d, h.line, 1, "%s",
				forms > 1 ? "行和列颠倒了，一列是一个人：复制后用“选择性粘贴”的"
					    "“转置”，一人一行。"
					  : "这是一人一张的登记表，不是名册：名册一人一行，"
					    "第一行是表头“姓名”“身份证号”。");
		if (!has(&h.columns, ROSTER_NAME) && !has(&h.columns, ROSTER_ID_NUMBER))
			return report_missing(&h, d);
		*headings = h.columns;
		if (!complete(in, decoder, &h, d))
			return false;
		if (is_spread(in, &h.columns, &last))
			return report_spread(&h.columns, last, d);
		*out = h.columns;
		compare_cells(in, decoder, out);
		name_others(in, decoder, out);
		return true;
	}
	if (find_by_content(in, decoder, out)) {
		*headings = *out;
		return true;
	}
	return diag_add(d, csv_next_line(in), 1,
			"没有表头，认不出各列：在第一行写上表头“姓名”和“身份证号”。");
}

static const struct {
	const char *title, *key;
} texts[ROSTER_COLUMN_COUNT] = {
	[ROSTER_NAME] = { "姓名", "name" },
	[ROSTER_ID_NUMBER] = { "身份证号", "id_number" },
	[ROSTER_CANDIDATE_NUMBER] = { "考生号", "candidate_number" },
	[ROSTER_SEX] = { "性别", "sex" },
	[ROSTER_BIRTH_DATE] = { "出生日期", "birth_date" },
	[ROSTER_DOCUMENT_TYPE] = { "证件类型", "document_type" },
	[ROSTER_ETHNIC_GROUP] = { "民族", "ethnic_group" },
	[ROSTER_STUDENT_NUMBER] = { "学号", "student_number" },
};

const char *column_title(enum roster_column column)
{
	return texts[column].title;
}

const char *column_key(enum roster_column column)
{
	return texts[column].key;
}

void column_letters(size_t index, char out[COLUMN_LETTERS])
{
	char reversed[COLUMN_LETTERS];
	size_t count = 0, i = 0;

	for (index++; index > 0 && count + 1 < COLUMN_LETTERS; index = (index - 1) / 26)
		reversed[count++] = (char)('A' + (index - 1) % 26);
	while (count > 0)
		out[i++] = reversed[--count];
	out[i] = '\0';
}

const char *column_place(size_t index)
{
	static const char letters[][8] = { "A 列", "B 列", "C 列", "D 列", "E 列", "F 列", "G 列",
					   "H 列", "I 列", "J 列", "K 列", "L 列", "M 列", "N 列",
					   "O 列", "P 列", "Q 列", "R 列", "S 列", "T 列", "U 列",
					   "V 列", "W 列", "X 列", "Y 列", "Z 列" };

	return index < sizeof letters / sizeof letters[0] ? letters[index] : "别的列";
}

static struct slice trimmed(struct slice cell)
{
	while (cell.len > 0 && (cell.bytes[0] == ' ' || cell.bytes[0] == '\t')) {
		cell.bytes++;
		cell.len--;
	}
	while (cell.len > 0 &&
	       (cell.bytes[cell.len - 1] == ' ' || cell.bytes[cell.len - 1] == '\t'))
		cell.len--;
	return cell;
}

/* Whether nothing has to be removed around a number. Nearly all numbers begin and end with a digit,
 * or end with X. */
static bool is_bare(struct slice cell)
{
	return cell.len > 0 && cell.bytes[0] >= '0' && cell.bytes[0] <= '9' &&
	       cell.bytes[cell.len - 1] > ' ';
}

struct slice columns_number(struct slice cell)
{
	if (is_bare(cell))
		return cell;
	cell = trimmed(cell);
	if (cell.len > 1 && cell.bytes[0] == '\'' && cell.bytes[cell.len - 1] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 2 };
	if (cell.len > 0 && cell.bytes[0] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 1 };
	if (cell.len >= 3 && memcmp(cell.bytes, "=\"", 2) == 0 && cell.bytes[cell.len - 1] == '"')
		return (struct slice){ cell.bytes + 2, cell.len - 3 };
	return cell;
}

struct columns_blanks columns_blanks(struct slice cell)
{
	struct slice bare = is_bare(cell) ? cell : trimmed(cell);
	size_t start = (size_t)(bare.bytes - cell.bytes), end = cell.len - start - bare.len;

	if (bare.len == 0 || start + end == 0)
		return (struct columns_blanks){ .kind = KIND_BLANK };
	if (start == 0)
		return (struct columns_blanks){ KIND_BLANK_END, bare.len + 1,
						bare.bytes[bare.len] };
	return (struct columns_blanks){ end > 0 ? KIND_BLANK_BOTH_ENDS : KIND_BLANK_START, 1,
					cell.bytes[0] };
}

bool columns_is_marked(struct slice cell)
{
	return !is_bare(cell) && columns_number(cell).len < trimmed(cell).len;
}
