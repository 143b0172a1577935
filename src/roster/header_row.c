/* SPDX-License-Identifier: MIT */
#include "roster/header_row.h"

#include <string.h>

#include "roster/cell_text.h"
#include "roster/heading_owners.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/characters.h"
#include "table/cell.h"
#include "table/csv.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { CELL_HEADING = 256 };

struct heading header_row_heading(struct decoder *decoder, struct slice cell)
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

static bool is_same(struct slice a, struct slice b)
{
	return a.len > 0 && a.len == b.len && memcmp(a.bytes, b.bytes, a.len) == 0;
}

static bool is_repeated(const struct table_row *row, size_t i)
{
	return i > 0 && i < row->count && is_same(row->cells[i], row->cells[i - 1]);
}

/* The first of the merged cells that the one at i is of: the others are empty or repeat it.
 * COLUMN_ABSENT: all to the left are empty. */
static size_t merged_start(const struct table_row *row, size_t i)
{
	while (i > 0 && (table_row_cell(row, i).len == 0 || is_repeated(row, i)))
		i--;
	return table_row_cell(row, i).len > 0 ? i : COLUMN_ABSENT;
}

/* Whether a cell names a person and nothing of one: 学生, 家长; not 学生姓名. */
static bool is_person(struct decoder *decoder, struct slice cell)
{
	struct heading h = header_row_heading(decoder, cell);

	return (h.kind == HEADING_NONE || h.value) && line_test(decoder, cell, heading_is_person);
}

static bool is_type_or_number(const char *s)
{
	return words_find(s, "类型 号码 证号", WORDS_WHOLE) > 0;
}

static bool is_number(const char *s)
{
	return words_find(s, "号码 证号", WORDS_WHOLE) > 0;
}

static bool is_of_id_number(const struct heading *h)
{
	return h->kind == HEADING_COLUMN && h->column == ROSTER_ID_NUMBER;
}

static bool is_id_number(const char *s)
{
	struct heading h = heading_read(s);

	return is_of_id_number(&h);
}

/* Whether a heading passes a test among those of the person to whom the one at i belongs, 学生 in
 * the row above. */
static bool person_has(struct decoder *decoder, const struct table_row *upper,
		       const struct table_row *row, size_t i, bool (*passes)(const char *s))
{
	struct slice person = table_row_cell(upper, merged_start(upper, i));
	bool has = false;

	for (size_t j = 0; j < row->count && !has; j++)
		has = is_same(table_row_cell(upper, merged_start(upper, j)), person) &&
		      line_test(decoder, row->cells[j], passes);
	return has;
}

/* Whether the cell at i is 类型 or 号码 of a document, of a person without 身份证号. */
static bool is_of_document(struct decoder *decoder, const struct table_row *upper,
			   const struct table_row *row, size_t i)
{
	return line_test(decoder, row->cells[i], is_type_or_number) &&
	       person_has(decoder, upper, row, i, is_number) &&
	       !person_has(decoder, upper, row, i, is_id_number);
}

/* Reads a heading that two cells hold together: 证件 or 证件信息 above 号码 or 证号; 类型,号码
 * below 学生 are of a document, too. i: the lower cell. alone: what it says by itself. */
static struct heading read_halves(struct decoder *decoder, const struct table_row *above,
				  const struct table_row *row, size_t i, struct heading alone)
{
	char s[2 * CELL_HEADING], end[CELL_HEADING];
	struct slice upper = table_row_cell(above, merged_start(above, i)), lower = row->cells[i];
	struct heading h = header_row_heading(decoder, upper);
	bool person = is_person(decoder, upper);
	size_t skip;

	if (upper.len == 0 || lower.len == 0 || upper.len + lower.len >= CELL_HEADING / 2 ||
	    (person ? !is_of_document(decoder, above, row, i)
		    : h.kind != HEADING_NONE && !h.value &&
			      (h.kind != HEADING_FAMILY_NAME || alone.kind != HEADING_GIVEN_NAME)))
		return alone;
	decoder_read(decoder, upper, s, CELL_HEADING);
	decoder_read(decoder, lower, end, sizeof end);
	if (person)
		strcpy(s, "证件");
	s[strlen(s) - words_find(s, "信息", WORDS_END)] = '\0';
	skip = words_find(s, "证 证件", WORDS_END) > 0 ? words_find(end, "证", WORDS_START) : 0;
	strcat(s, end + skip);
	h = heading_read(s);
	explicit_bzero(s, sizeof s);
	explicit_bzero(end, sizeof end);
	return h.kind == HEADING_NONE ? alone : h;
}

static bool is_of_names(const struct heading *h)
{
	return h->kind == HEADING_COLUMN && h->column == ROSTER_NAME && !h->value && !h->loose;
}

/* Reads 父亲,身份证,本人,身份证: two persons or more are the headings of their names, each with the
 * number behind it. */
static void read_people(struct decoder *decoder, const struct table_row *row,
			struct heading headings[CSV_CELLS_MAX])
{
	bool person[CSV_CELLS_MAX] = { false };
	size_t people = 0;

	for (size_t i = 0; i + 1 < row->count; i++)
		if (is_of_id_number(&headings[i + 1]) && is_person(decoder, row->cells[i])) {
			person[i] = true;
			people++;
		}
	for (size_t i = 0; people > 1 && i + 1 < row->count; i++)
		if (person[i] && line_test(decoder, row->cells[i], heading_is_of_others)) {
			headings[i].kind = HEADING_OF_OTHERS;
			headings[i + 1].rank += RANK_OF_OTHERS;
		} else if (person[i] && headings[i].kind == HEADING_NONE) {
			headings[i] = heading_read("学生");
		}
}

/* Reads each cell of a row as a heading, of which the row above (NULL: none) may have the first
 * half. What may be a value, 学生 or 已核对姓名, counts only if
 * the row has a heading that cannot be a value, both 参保人姓名 and 参保人身份证号, or headings in
 * all cells. 您的姓名 beside 您孩子的姓名 is a parent's. */
static void read_headings(struct decoder *decoder, const struct table_row *row,
			  const struct table_row *upper, struct heading out[CSV_CELLS_MAX])
{
	bool child[ROSTER_COLUMN_COUNT + 1] = { false }, loose[ROSTER_COLUMN_COUNT + 1] = { false };
	bool values;
	size_t filled = 0, known = 0, sure = 0;

	for (size_t i = 0; i < row->count; i++)
		out[i] = header_row_heading(decoder, row->cells[i]);
	read_people(decoder, row, out);
	heading_owners_find(out, row->count);
	for (size_t i = 0; i < row->count; i++) {
		if (upper != NULL &&
		    (out[i].kind == HEADING_NONE || out[i].kind == HEADING_NUMBER ||
		     out[i].kind == HEADING_GIVEN_NAME))
			out[i] = read_halves(decoder, upper, row, i, out[i]);
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

static uint64_t bit_of(size_t index)
{
	return index < COLUMNS_MAX ? (uint64_t)1 << index : 0;
}

/* Takes a column with a heading of h->column. best: the lowest ranks so far. */
static void take_column(struct header_row *out, unsigned best[ROSTER_COLUMN_COUNT], size_t at,
			const struct heading *h)
{
	size_t *index = &out->columns.index[h->column], *other = &out->columns.other[h->column];

	if (*index == COLUMN_ABSENT || h->rank < best[h->column]) {
		*other = *index;
		*index = at;
		best[h->column] = h->rank;
		out->equal[h->column] = 0;
	} else if (*other == COLUMN_ABSENT ||
		   (h->rank == best[h->column] && !header_row_tied(out, h->column))) {
		*other = at;
	}
	out->equal[h->column] |= h->rank == best[h->column] ? bit_of(at) : 0;
}

/* Takes 姓名2 and 身份证号2, as spreadsheets name the second columns of these headings, for as good
 * as 姓名 and 身份证号: they are of a second student. numbered: the columns of such headings. */
static void tie_numbered(struct header_row *h, const uint64_t numbered[ROSTER_ID_NUMBER + 1])
{
	for (size_t c = 0; c <= ROSTER_ID_NUMBER; c++)
		if (numbered[ROSTER_NAME] != 0 && numbered[ROSTER_ID_NUMBER] != 0)
			h->equal[c] |= numbered[c];
}

/* What a cell above others says of the columns below it. GROUP_THING: something of another person
 * that needs no more columns, 家庭住址 or 班主任姓名. */
enum group { GROUP_NONE, GROUP_OWN, GROUP_THING, GROUP_PERSON, GROUP_OF_OTHERS };

/* What a cell says of the columns below it. A merged cell may also name a person who is not known:
 * 接站人, but not 证件信息. 班主任：张伟 is complete and says nothing of them. */
static enum group group_of(struct decoder *decoder, const struct table_row *row, size_t i)
{
	bool merged = i + 1 < row->count && (row->cells[i + 1].len == 0 || is_repeated(row, i + 1));
	enum group group = GROUP_NONE;
	char cell[CELL_HEADING], s[CELL_HEADING], *colon;
	struct heading h;

	decoder_read(decoder, row->cells[i], cell, sizeof cell);
	cell_fold(cell, s, sizeof s);
	colon = strchr(s, ':');
	h = heading_read(s);
	for (size_t len = strlen(s);
	     colon == NULL && len > 0 && is_ascii_digit((unsigned char)s[len - 1]);)
		s[--len] = '\0'; /* 紧急联系人1 */
	if (colon != NULL && colon[1] != '\0')
		group = GROUP_NONE;
	else if ((h.of_others || heading_is_of_others(s)) && h.kind != HEADING_COLUMN)
		group = h.kind == HEADING_NONE &&
					(h.other_person || heading_is_title_of_others(s) ||
					 words_find(s, "家庭 家庭情况 家庭信息", WORDS_WHOLE) > 0)
				? GROUP_OF_OTHERS
				: GROUP_THING;
	else if (h.kind == HEADING_COLUMN && h.column == ROSTER_NAME && !h.value)
		group = GROUP_OWN;
	else if (merged && (h.kind == HEADING_NONE || h.value))
		group = heading_is_own(s) ? GROUP_OWN
			: words_find(s, "人 人员 人信息 人员信息 者 方", WORDS_END) > 0
				? GROUP_PERSON
				: GROUP_NONE;
	explicit_bzero(cell, sizeof cell);
	explicit_bzero(s, sizeof s);
	return group;
}

/* Whether a heading, not of another person, names nobody: 备注 and 家庭住址, but neither 室友姓名
 * nor 同桌号码 behind 同桌. */
static bool is_open(const struct heading *h, const struct slice *cell, size_t at)
{
	bool behind = at > 0 && h[-1].kind == HEADING_NONE && cell[-1].len > 0;

	if (h->kind != HEADING_NONE)
		return h->kind == HEADING_OTHER || h->kind == HEADING_NUMBER;
	return !behind || cell->len < cell[-1].len ||
	       memcmp(cell->bytes, cell[-1].bytes, cell[-1].len) != 0;
}

/* Finds the columns whose cell in a row is empty and not merged with the name of another person
 * than the student, 父亲 or 接站人, and those whose heading names nobody. */
static void find_open(struct decoder *decoder, const struct table_row *row,
		      const struct heading headings[CSV_CELLS_MAX], struct columns *out)
{
	enum group now = GROUP_NONE;

	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++) {
		bool blank = number_cell_bare(row->cells[i]).len == 0;

		if (!blank)
			now = group_of(decoder, row, i);
		if (now >= GROUP_PERSON)
			continue;
		out->unnamed |= blank ? bit_of(i) : 0;
		out->open |= blank || is_open(&headings[i], &row->cells[i], i) ? bit_of(i) : 0;
	}
}

static size_t count_relations(struct decoder *decoder, const struct table_row *row)
{
	size_t count = 0;

	for (size_t i = 0; i < row->count; i++)
		count += line_test(decoder, row->cells[i], heading_is_relation);
	return count;
}

/* Sets a header without columns. above: as in header_row_read_line(). */
static void set_empty(const struct table_row *row, uint64_t above, struct header_row *out)
{
	*out = (struct header_row){ .columns = { .spare = COLUMN_ABSENT,
						 .latin = COLUMN_ABSENT,
						 .header_row = row->row,
						 .skip = row->row,
						 .width = row->count + row->more,
						 .of_others = above },
				    .line = row->line,
				    .family = COLUMN_ABSENT,
				    .given = COLUMN_ABSENT,
				    .english = COLUMN_ABSENT };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->columns.index[c] = out->columns.other[c] = COLUMN_ABSENT;
}

static void read_line(struct decoder *decoder, const struct table_row *row,
		      const struct table_row *upper, uint64_t above, struct header_row *out)
{
	unsigned best[ROSTER_COLUMN_COUNT];
	uint64_t numbered[ROSTER_ID_NUMBER + 1] = { 0 }, again[ROSTER_COLUMN_COUNT] = { 0 };
	struct heading headings[CSV_CELLS_MAX];
	bool person = false, behind = false;

	read_headings(decoder, row, upper, headings);
	set_empty(row, above, out);
	find_open(decoder, row, headings, &out->columns);
	for (size_t i = 0; i < row->count; i++) {
		struct heading h = headings[i];
		uint64_t bit = bit_of(i);

		out->known += h.kind != HEADING_NONE;
		if (h.kind == HEADING_FAMILY_NAME)
			out->family = i;
		if (h.kind == HEADING_GIVEN_NAME)
			out->given = i;
		if (h.english)
			out->english = i;
		person = person || (h.of_others && h.kind != HEADING_COLUMN);
		behind = behind || h.other_person;
		/* The second pair of 姓名,身份证号,关系,姓名,身份证号 is another person's. */
		if (person && h.kind == HEADING_COLUMN && columns_has(&out->columns, h.column) &&
		    h.rank >= best[h.column] &&
		    (h.rank < RANK_OF_OTHERS || best[h.column] >= RANK_OF_OTHERS)) {
			h.kind = HEADING_OF_OTHERS;
			again[h.column] |= h.rank == best[h.column] ? bit : 0;
			if (h.column > ROSTER_ID_NUMBER)
				out->columns.other[h.column] = i;
		}
		if (i < COLUMNS_MAX)
			out->free[i] =
				h.kind == HEADING_NONE && !h.of_others && !columns_in(above, i);
		out->columns.texts |= h.kind != HEADING_NUMBER ? bit : 0;
		out->columns.of_others |=
			h.kind == HEADING_OF_OTHERS || h.rank >= RANK_OF_OTHERS ? bit : 0;
		out->columns.documents |= h.document ? bit : 0;
		out->own |= h.own ? bit : 0;
		if (h.kind != HEADING_COLUMN)
			continue;
		if (h.column <= ROSTER_ID_NUMBER) {
			behind = false;
			out->columns.named[h.column] |= bit;
			numbered[h.column] |= h.numbered ? bit : 0;
		}
		out->columns.behind_others |= behind ? bit : 0;
		h.rank += columns_in(above, i) ? RANK_OF_OTHERS : 0;
		take_column(out, best, i, &h);
	}
	tie_numbered(out, numbered);
	if (again[ROSTER_NAME] != 0 && again[ROSTER_ID_NUMBER] != 0 &&
	    count_relations(decoder, row) != 1) /* a second student has his own */
		out->columns.again = (again[ROSTER_NAME] | again[ROSTER_ID_NUMBER]) & ~above;
	out->columns.unnamed &= ~above;
	out->columns.open &= ~above;
	out->columns.latin = out->english;
	if (out->columns.index[ROSTER_NAME] == COLUMN_ABSENT && out->family == COLUMN_ABSENT)
		out->columns.index[ROSTER_NAME] = out->english;
}

/* Whether a line names the people below merged headings, 家长,学生,家长,学生 below 姓名,,身份证号,.
 * If so, sets out to each column's heading, and adds the columns of other people to *above. */
static bool spread_headings(struct decoder *decoder, const struct table_row *upper,
			    const struct table_row *row, struct slice out[CSV_CELLS_MAX],
			    uint64_t *above)
{
	size_t people = 0;
	bool merged = false, sure = false;
	uint64_t of_others = 0;

	if (upper == NULL)
		return false;
	for (size_t i = 0; i < row->count; i++) {
		size_t start = merged_start(upper, i);
		struct heading h;

		out[i] = row->cells[i].len > 0 ? row->cells[i] : table_row_cell(upper, i);
		if (start == COLUMN_ABSENT || !is_person(decoder, row->cells[i]))
			continue;
		out[i] = upper->cells[start];
		of_others |=
			line_test(decoder, row->cells[i], heading_is_of_others) ? bit_of(i) : 0;
		h = header_row_heading(decoder, out[i]);
		if (h.kind != HEADING_COLUMN || h.column > ROSTER_ID_NUMBER)
			continue;
		people++;
		merged = merged || start != i;
		sure = sure || !h.value;
	}
	if (people < 2 || !merged || !sure)
		return false;
	*above |= of_others;
	return true;
}

void header_row_read_line(struct decoder *decoder, const struct table_row *row,
			  const struct table_row *upper, uint64_t above, struct header_row *out)
{
	struct slice cells[CSV_CELLS_MAX];
	struct table_row headings = *row;
	bool people = spread_headings(decoder, upper, row, cells, &above);

	headings.cells = cells;
	if (people) /* the lines change places */
		read_line(decoder, &headings, row, above, out);
	else
		read_line(decoder, row, upper, above, out);
	out->people = people;
}

size_t header_row_filled(const struct table_row *row)
{
	size_t filled = 0;

	for (size_t i = 0; i < row->count; i++)
		filled += row->cells[i].len > 0;
	return filled;
}

size_t header_row_find(struct decoder *decoder, const struct table_row *row,
		       bool (*is)(const char *))
{
	char text[64];

	for (size_t i = 0; i < row->count; i++) {
		bool found;

		if (row->cells[i].len == 0 || row->cells[i].len > sizeof text / 2)
			continue;
		decoder_read(decoder, row->cells[i], text, sizeof text);
		found = is(text);
		explicit_bzero(text, sizeof text);
		if (found)
			return i;
	}
	return COLUMN_ABSENT;
}

uint64_t header_row_of_others(struct decoder *decoder, const struct table_row *row)
{
	uint64_t of_others = 0, persons = 0;
	bool own = false;
	enum group now = GROUP_NONE;

	for (size_t i = 0; i < COLUMNS_MAX; i++) {
		if (i < row->count && row->cells[i].len > 0)
			now = group_of(decoder, row, i);
		own = own || now == GROUP_OWN;
		of_others |= (uint64_t)(now >= GROUP_THING && now != GROUP_PERSON) << i;
		persons |= (uint64_t)(now == GROUP_PERSON) << i;
	}
	if (header_row_filled(row) < 2)
		return 0;
	return own ? of_others | persons : of_others; /* 接站人 is another person beside 新生 */
}

static bool is_topic(const char *s)
{
	return words_find(s, "信息 情况", WORDS_END) > 0;
}

/* Whether a text is neither a name nor a value of a student. */
static bool is_words(const char *s)
{
	return cell_text_digits(s) == 0 && strchr(s, ':') == NULL &&
	       (name_form(s) != NAME_USUAL || !name_form_is_sure(s));
}

/* Whether a row has a number, which no heading is nor what stands above one: the date in
 * 新生信息20260901 is less than three quarters of its bytes. */
static bool has_number(const struct table_row *row)
{
	enum { LEAST = 6 }; /* digits */

	for (size_t i = 0; i < row->count; i++) {
		size_t digits = cell_digits(row->cells[i].bytes, row->cells[i].len);

		if (digits >= LEAST &&
		    (4 * digits >= 3 * row->cells[i].len || encoding_is_ascii(row->cells[i])))
			return true;
	}
	return false;
}

bool header_row_is_groups(struct decoder *decoder, const struct table_row *row,
			  const struct table_row *next, size_t name)
{
	bool groups = false, lone = header_row_filled(row) == 1;

	if (has_number(row) || (next != NULL && !header_row_is(decoder, next, name)))
		return false;
	for (size_t i = 0; i < row->count; i++) {
		bool (*is_other)(const char *) = i == name ? is_topic : is_words;
		struct slice cell = row->cells[i];
		struct heading h;
		enum group group;

		if (cell.len == 0)
			continue;
		if (line_test(decoder, cell, heading_is_none)) {
			if (lone || !line_test(decoder, cell, is_other))
				return false;
			continue;
		}
		h = header_row_heading(decoder, cell);
		if (h.kind != HEADING_NONE && !h.value)
			continue;
		group = line_test(decoder, cell, heading_is_own) ? GROUP_OWN
								 : group_of(decoder, row, i);
		if (lone && (group != GROUP_OWN || !is_person(decoder, cell)))
			return false;
		if (h.kind == HEADING_NONE && (group == GROUP_NONE || group == GROUP_PERSON) &&
		    !line_test(decoder, cell, is_other))
			return false;
		groups = groups || group == GROUP_OWN || group == GROUP_OF_OTHERS;
	}
	return groups;
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

/* The columns, as bits, below the merged cells in which the line above names column c, if h names c
 * below one of them: those below 身份证 if 号码 is; else 0. */
static uint64_t divided(const struct header_row *above, const struct header_row *h,
			const struct table_row *upper, size_t c)
{
	size_t start = above->columns.index[c];
	uint64_t merged = 0;

	for (size_t i = start; i < COLUMNS_MAX; i++)
		merged |= merged_start(upper, i) == start ? bit_of(i) : 0;
	return columns_in(merged, h->columns.index[c]) ? merged : 0;
}

/* Whether h names column c better than the line above, for a part of its merged cells or for the
 * student rather than another person. */
static bool is_replaced(const struct header_row *above, const struct header_row *h,
			const struct table_row *upper, size_t c)
{
	return divided(above, h, upper, c) != 0 ||
	       (columns_is_of_others(&above->columns, above->columns.index[c]) &&
		columns_has(&h->columns, c) &&
		!columns_is_of_others(&h->columns, h->columns.index[c]));
}

bool header_row_is_second_half(const struct header_row *above, const struct header_row *h,
			       const struct table_row *upper, const struct table_row *row)
{
	bool named = false, repeated = above->known == h->known && !h->people;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t at = above->columns.index[c];

		named = named || at != COLUMN_ABSENT;
		repeated = repeated && h->columns.index[c] == at;
		if (at < row->count && h->columns.index[c] != at &&
		    !is_replaced(above, h, upper, c) && says_something(row->cells[at]))
			return false;
	}
	return named && !repeated && above->known > 0 && h->known > 0;
}

void header_row_join(const struct header_row *above, const struct table_row *upper,
		     struct header_row *h)
{
	struct columns *columns = &h->columns;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (c <= ROSTER_ID_NUMBER)
			columns->named[c] |= above->columns.named[c] & ~divided(above, h, upper, c);
		if (!columns_has(&above->columns, c) || is_replaced(above, h, upper, c))
			continue;
		h->equal[c] = above->equal[c];
		columns->other[c] = header_row_tied(above, c) ||
						    columns->index[c] == COLUMN_ABSENT ||
						    columns->index[c] == above->columns.index[c]
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
	if (columns->latin == COLUMN_ABSENT)
		columns->latin = above->columns.latin;
	columns->unnamed &= above->columns.unnamed;
	columns->open &= above->columns.open;
	columns->again |= above->columns.again;
	columns->behind_others |= above->columns.behind_others;
	h->own |= above->own;
	h->columns.documents |= above->columns.documents;
	if (columns->width < above->columns.width)
		columns->width = above->columns.width;
	h->known += above->known;
}

/* Whether a row has an ID number, which a student's row has and a header has not. */
static bool holds_id_number(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (number_cell_is_id(row->cells[i]))
			return true;
	return false;
}

/* Ends the columns before those of a second student in the same row, 姓名,身份证号,姓名,身份证号:
 * rows that fill them have too many cells, which is reported. */
static void cut_second_student(struct header_row *h)
{
	if (header_row_tied(h, ROSTER_NAME) && header_row_tied(h, ROSTER_ID_NUMBER))
		h->columns.width = h->columns.other[ROSTER_NAME];
}

size_t header_row_read(struct decoder *decoder, const struct table_row *row,
		       const struct table_row *next, bool groups, uint64_t above,
		       struct columns *out)
{
	struct header_row h, below;
	bool second;

	header_row_read_line(decoder, row, NULL, above, &h);
	h.columns.of_others |= header_row_of_others(decoder, row);
	cut_second_student(&h);
	*out = h.columns;
	if (next == NULL)
		return 1;
	above |= header_row_of_others(decoder, row);
	header_row_read_line(decoder, next, row, above, &below);
	second = header_row_is_second_half(&h, &below, row, next);
	if (groups && !second) {
		below.columns.of_others |= header_row_of_others(decoder, next);
		cut_second_student(&below);
		*out = below.columns;
		return columns_has(out, ROSTER_NAME) && columns_has(out, ROSTER_ID_NUMBER) ? 2 : 0;
	}
	if (holds_id_number(next) || !second) {
		for (size_t i = 0;
		     columns_has(out, ROSTER_NAME) && !columns_has(out, ROSTER_ID_NUMBER) &&
		     i < next->count && i < COLUMNS_MAX;
		     i++)
			if (h.free[i] && number_cell_is_id(next->cells[i]))
				out->index[ROSTER_ID_NUMBER] = i;
		return 1;
	}
	header_row_join(&h, row, &below);
	*out = below.columns;
	return 2;
}

static bool has_colon(const char *s)
{
	return strchr(s, ':') != NULL || strstr(s, "：") != NULL;
}

bool header_row_is_other_table(struct decoder *decoder, const struct table_row *row)
{
	struct header_row h;

	header_row_read_line(decoder, row, NULL, 0, &h);
	/* 学院：,专业： begins a class, not a table. */
	return header_row_filled(row) > 1 && h.known == header_row_filled(row) &&
	       header_row_find(decoder, row, has_colon) == COLUMN_ABSENT;
}

enum header_kind header_row_kind(struct decoder *decoder, const struct table_row *row, size_t name)
{
	struct heading headings[CSV_CELLS_MAX];
	bool found[ROSTER_COLUMN_COUNT + 1] = { false }, sure = name == COLUMN_ABSENT;
	bool names = false, numbers = false, beside = false;

	read_headings(decoder, row, NULL, headings);
	for (size_t i = 0; i < row->count; i++) {
		const struct heading *h = &headings[i];

		if (h->kind == HEADING_NONE)
			continue;
		sure = sure || !h->value;
		names = names || is_of_names(h);
		numbers = numbers || (h->kind == HEADING_COLUMN && h->column == ROSTER_ID_NUMBER);
		beside = beside || (i > 0 && h[-1].kind != HEADING_NONE) ||
			 (i == name && h->kind == HEADING_COLUMN) ||
			 (name != COLUMN_ABSENT && is_of_names(h));
		found[h->column] = true;
	}
	if (names && numbers)
		return HEADER_WHOLE;
	sure = sure && (beside || (found[ROSTER_NAME] && found[ROSTER_ID_NUMBER]) ||
			(numbers && header_row_find(decoder, row, heading_is_title_of_others) !=
					    COLUMN_ABSENT));
	return sure ? HEADER_LIKELY : HEADER_NONE;
}

bool header_row_is(struct decoder *decoder, const struct table_row *row, size_t name)
{
	return header_row_kind(decoder, row, name) != HEADER_NONE;
}
