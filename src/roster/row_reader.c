/* SPDX-License-Identifier: MIT */
#include "roster/row_reader.h"

#include <string.h>
#include <unistd.h>

#include "roster/header_row.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "roster/row_fields.h"
#include "roster/row_kind.h"
#include "roster/table_head.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/words.h"

enum {
	TELEPHONE = 11, /* digits of a mobile telephone's number */
	NAME_BYTES = 4, /* the fewest bytes of a name */
	BARE_ROWS = 8   /* rows behind a bare name in which a student's is looked for */
};

static const char REST[] = "上一行断开的后半";

void row_reader_start_table(struct row_reader *r)
{
	size_t number = r->table.columns.index[ROSTER_ID_NUMBER];

	r->fast_path = fast_path_prepare(&r->table.columns);
	csv_set_columns(r->in, r->table.columns.width, number != COLUMN_ABSENT ? number + 1 : 0);
}

void row_reader_close(struct row_reader *r)
{
	csv_close(r->in);
	csv_close(r->rest);
	if (r->decoder.gb18030 != (iconv_t)-1)
		iconv_close(r->decoder.gb18030);
	explicit_bzero(&r->whole, sizeof r->whole);
}

/* Decides by the rows ahead, which are more than one cell, or by the slice if those are ASCII. */
void row_reader_settle_encoding(struct row_reader *r, struct slice s)
{
	enum encoding encoding;

	if (r->decoder.encoding != ENCODING_ASCII || encoding_is_ascii(s))
		return;
	encoding = encoding_find(csv_ahead(r->in), false);
	if (encoding == ENCODING_ASCII)
		encoding = encoding_find(s, true);
	r->decoder.encoding = encoding;
	r->changed = true;
}

static void take_fields(struct row_reader *r)
{
	row_fields_take(&r->table.columns, r->decoder.encoding, r->cells, &r->row);
}

/* Opens the next lines, at most this many, as r->rest and returns the first. NULL: there is none.
 * The row's cells may move. */
static const struct table_row *open_rest(struct row_reader *r, size_t lines, struct diag *d)
{
	r->rest = csv_open_next_lines(r->in, lines, d);
	return r->rest != NULL ? csv_next(r->rest, NULL) : NULL;
}

static void close_rest(struct row_reader *r)
{
	csv_close(r->rest);
	r->rest = NULL;
}

/* Whether a row has an ID number that is not another person's. */
static bool has_id(const struct columns *columns, const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!columns_is_of_others(columns, i) &&
		    cell_holds_id(row->cells[i].bytes, row->cells[i].len))
			return true;
	return false;
}

/* Whether the row is the header or stands above the first student, and is not a student's. */
static bool is_title(struct row_reader *r)
{
	enum row_above above;

	if (r->cells->row > r->table.columns.skip)
		return false;
	if (r->cells->row == r->table.columns.header_row) {
		current_table_see_header(&r->table, &r->decoder, r->cells);
		return true;
	}
	r->others_above = r->others_above || is_header_of_others(&r->decoder, r->cells);
	above = r->others_above ? ABOVE_TITLE
				: row_kind_above(&r->decoder, r->cells, &r->table.columns);
	r->row.doubtful = above == ABOVE_DOUBTFUL;
	r->table.title = title_of_others(&r->decoder, r->cells);
	return above != ABOVE_STUDENT;
}

/* Whether a row has digits in the cell of the name or of the number, as no student without a number
 * has. */
static bool has_amount(const struct columns *columns, const struct table_row *row)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];

	return (name < row->count &&
		cell_digits(row->cells[name].bytes, row->cells[name].len) > 0) ||
	       (number < row->count &&
		cell_digits(row->cells[number].bytes, row->cells[number].len) > 0);
}

/* Whether the row is the header of another table, 项目,金额: the row below it is filled and has
 * neither an ID number nor a student. */
static bool is_other_head(struct row_reader *r, struct diag *d)
{
	const char *label = r->row.label;
	enum table_head head = HEAD_WORDS;
	const struct table_row *next;
	bool unknown =
		label == NULL || (label == ROW_NOTE && r->row.doubtful) ||
		(r->blank_above && (label == ROW_NOTE || label == ROW_NOBODY || label == LINE_DAY));

	if (label == ROW_HEADINGS || label == ROW_EXAMPLE)
		return false;
	if (label != ROW_COUNTS)
		head = table_head_find(&r->decoder, r->cells, &r->table.columns);
	if (head == HEAD_NONE || (head != HEAD_WORDS && !unknown))
		return false;
	next = open_rest(r, 1, d);
	if (next == NULL || table_row_is_blank(next) || has_id(&r->table.columns, next) ||
	    (head != HEAD_WORDS && !r->blank_above && !has_amount(&r->table.columns, next)) ||
	    row_kind_is_person(&r->decoder, next, &r->table.columns,
			       head == HEAD_WORDS ? PERSON_BELOW_THINGS : PERSON_APART))
		head = HEAD_NONE;
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	if (head == HEAD_NONE)
		return false;
	r->row.doubtful = head == HEAD_DOUBTFUL;
	return true;
}

static bool is_bare(enum row_doubt doubt)
{
	return doubt == ROW_BARE || doubt == ROW_SHORT || doubt == ROW_SHORTEST;
}

/* Whether students follow: behind a bare name a student's row among the next BARE_ROWS, with only
 * bare names between; else a next row that continues the numbering. */
static bool is_midst(struct row_reader *r, enum row_doubt doubt, struct diag *d)
{
	bool bare = is_bare(doubt), found = false;
	const struct table_row *next = open_rest(r, bare ? BARE_ROWS : 1, d);
	enum row_doubt others = ROW_BARE;

	if (!bare)
		found = next != NULL && row_kind_continues(&r->decoder, next, &r->table.columns);
	for (; bare && is_bare(others) && next != NULL && !table_row_is_blank(next) && !found &&
	       table_head_find(&r->decoder, next, &r->table.columns) != HEAD_WORDS;
	     next = csv_next(r->rest, NULL))
		found = row_kind_other(&r->decoder, next, &r->table.columns, &others) == NULL ||
			others == ROW_NAME;
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	return found;
}

/* Whether the bare name in the row is that of the section below it. */
static enum section read_section(struct row_reader *r, struct diag *d)
{
	enum section section = SECTION_NONE;
	const struct table_row *next;
	char text[LINE_TEXT];

	line_read(&r->decoder, r->row.fields[ROSTER_NAME], text);
	next = open_rest(r, 1, d);
	if (next != NULL)
		section = row_kind_section(&r->decoder, text, next, &r->table.columns);
	explicit_bzero(text, sizeof text);
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	return section;
}

/* Decides by the rows below whether a doubtful row is a student's: among students 制表人,王芳 is no
 * signature. */
static void settle_doubt(struct row_reader *r, enum row_doubt doubt, struct diag *d)
{
	enum section section =
		is_bare(doubt) || doubt == ROW_NAME ? read_section(r, d) : SECTION_NONE;
	bool is_short = doubt == ROW_SHORT ||
			(doubt == ROW_SHORTEST && (r->unnumbered || !r->below_student));
	bool midst;

	if (section != SECTION_NONE) {
		r->row.label = LINE_GROUP;
		r->row.doubtful = section == SECTION_LIKELY;
		return;
	}
	midst = doubt == ROW_NAME || (doubt != ROW_DOUBTFUL &&
				      ((is_short && !r->below_footer) || is_midst(r, doubt, d)));
	if (midst && doubt != ROW_LABELLED)
		r->row.label = NULL;
	r->row.doubtful = r->row.label != NULL && (midst || doubt != ROW_LABELLED);
}

/* Takes a row with a missing or an extra cell for a student's if the other cells fit; else marks it
 * to be reported if it may be one. */
static void find_shifted(struct row_reader *r, struct diag *d)
{
	const char *label = r->row.label;
	size_t least = label == ROW_NOBODY ? 1 : label == ROW_NOTE || label == LINE_GROUP ? 3 : 4;
	enum shifted_row may;

	if (label == ROW_HEADINGS || label == OTHER_TABLE || label == ROW_EXAMPLE ||
	    label == ROW_VACATED ||
	    (label != NULL && (label == ROLE_OF_STUDENT || line_is_of_no_student(label))))
		return;
	r->row.shifted = shifted_row_is(&r->decoder, &r->table.columns, r->cells, &r->forms);
	if (r->row.shifted) {
		r->row.label = NULL;
		r->row.doubtful = false;
	}
	if (r->row.label == NULL || r->row.doubtful)
		return;
	may = shifted_row_may_be(&r->decoder, &r->table.columns, r->cells, &r->forms, least);
	r->row.doubtful = may == SHIFTED_ROW_PERHAPS ||
			  (may == SHIFTED_ROW_BETWEEN && is_midst(r, ROW_BARE, d));
}

/* Applies a row of headings below the first header. */
static void take_headings(struct row_reader *r, struct diag *d)
{
	const struct table_row *next = open_rest(r, 1, d);
	bool changed;

	if (r->cells->row == r->table.columns.header_row) /* below another table */
		current_table_see_header(&r->table, &r->decoder, r->cells);
	changed = current_table_take_headings(&r->table, &r->decoder, r->cells, next, &r->row);

	close_rest(r);
	if (changed)
		row_reader_start_table(r);
	r->changed = r->changed || changed;
	take_fields(r); /* the cells may have moved */
}

/* Whether the row says whose the columns are of the headings below it. */
static bool is_groups(struct row_reader *r, struct diag *d)
{
	const struct table_row *next;
	size_t name = r->table.columns.index[ROSTER_NAME];
	bool is;

	if (!header_row_is_groups(&r->decoder, r->cells, NULL, name))
		return false;
	next = open_rest(r, 1, d);
	is = next != NULL && header_row_is_groups(&r->decoder, r->cells, next, name);
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	return is;
}

/* Whether the row is the title of a list of other people that has no headings below it. */
static bool begins_list(struct row_reader *r, struct diag *d)
{
	const struct table_row *next;
	bool begins;

	if (!is_title_of_list(&r->decoder, r->cells))
		return false;
	next = open_rest(r, 2, d);
	if (next != NULL && table_row_is_blank(next))
		next = csv_next(r->rest, NULL);
	begins = next != NULL &&
		 !header_row_is(&r->decoder, next, r->table.columns.index[ROSTER_NAME]);
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	return begins;
}

/* Takes what a row that is not a student's says of the rows below it. */
static void skip_row(struct row_reader *r, struct diag *d)
{
	r->row.kind = ROW_SKIPPED;
	if (r->row.label == ROW_HEADINGS)
		take_headings(r, d);
	current_table_see_skipped(&r->table, &r->decoder, r->cells);
	r->table.title = title_of_others(&r->decoder, r->cells);
	r->row.doubtful = r->row.doubtful && r->table.title != TITLE_OTHERS;
	/* 注：补录李明 110000200709010014 */
	if (!r->table.is_other && r->row.label != ROW_EXAMPLE &&
	    has_id(&r->table.columns, r->cells))
		r->row.doubtful = true;
	if (r->table.title == TITLE_OTHERS && begins_list(r, d)) {
		current_table_begin_other(&r->table, UINT64_MAX);
		r->row.label = OTHER_TABLE;
		r->row.doubtful = true;
	}
}

/* The index of a cell that says that the row is an example, as templates have them above the
 * students; SIZE_MAX: none. */
static size_t find_example_mark(struct row_reader *r)
{
	static const char words[] = "例 例子 例如 示例 样例 范例 示范 填写示例 填写样例 填写范例 "
				    "示例行 样例行 示例数据 样例数据";
	char text[LINE_TEXT], bare[LINE_TEXT];
	size_t at = SIZE_MAX;

	for (size_t i = 0; i < r->cells->count && at == SIZE_MAX; i++) {
		line_read(&r->decoder, r->cells->cells[i], text);
		line_unframe(text, bare);
		if (words_find(bare, words, WORDS_WHOLE) > 0)
			at = i;
	}
	explicit_bzero(text, sizeof text);
	explicit_bzero(bare, sizeof bare);
	return at;
}

/* Whether an example may be a student all the same: the mark is behind the name, which is none of
 * those for anybody, and the number is valid. */
static bool is_somebody(struct row_reader *r, size_t mark)
{
	char name[LINE_TEXT], number[LINE_TEXT];
	bool is;

	if (mark < r->table.columns.index[ROSTER_NAME])
		return false;
	line_read(&r->decoder, r->row.fields[ROSTER_NAME], name);
	line_read(&r->decoder, r->row.fields[ROSTER_ID_NUMBER], number);
	is = id_is_valid(number) && words_find(name, "张三 李四 王五", WORDS_WHOLE) == 0;
	explicit_bzero(name, sizeof name);
	explicit_bzero(number, sizeof number);
	return is;
}

/* Whether the number's cell is a mobile telephone's number. */
static bool has_telephone(const struct row_reader *r)
{
	struct slice number = table_row_cell(r->cells, r->table.columns.index[ROSTER_ID_NUMBER]);

	return number.len == TELEPHONE && number.bytes[0] == '1' &&
	       cell_digits(number.bytes, number.len) == TELEPHONE;
}

static void classify(struct row_reader *r, struct diag *d)
{
	enum row_doubt doubt = ROW_SURE;
	size_t mark;

	r->row.kind = ROW_STUDENT;
	r->row.label = NULL;
	r->row.order = NULL;
	r->row.doubtful = r->row.inside = r->row.of_elders = false;
	if (is_title(r)) {
		r->row.kind = ROW_TITLE;
		return;
	}
	if (r->table.is_other)
		current_table_end_other(&r->table, &r->decoder, r->cells, &r->row, r->blank_above);
	if (!r->below_student && (mark = find_example_mark(r)) != SIZE_MAX) {
		r->row.kind = ROW_SKIPPED;
		r->row.label = ROW_EXAMPLE;
		r->row.doubtful = is_somebody(r, mark);
		return;
	}
	/* Nearly all rows: name and number are in their columns, which makes a student's row. */
	if (r->row.name_valid && r->row.number_whole && !r->table.is_other &&
	    row_fields_is_cell(&r->table.columns, r->cells, &r->row, ROSTER_NAME) &&
	    row_fields_is_cell(&r->table.columns, r->cells, &r->row, ROSTER_ID_NUMBER)) {
		r->table.title = TITLE_NONE;
		if (r->cells->count > r->table.columns.width)
			find_shifted(r, d);
		return;
	}
	if (r->cells->row == r->table.header_end) {
		r->row.kind = ROW_SKIPPED;
		r->row.label = r->table.is_other ? OTHER_TABLE : ROW_HEADINGS;
		return;
	}
	r->row.label = is_groups(r, d)
			       ? ROW_HEADINGS
			       : row_kind_other(&r->decoder, r->cells, &r->table.columns, &doubt);
	if (doubt != ROW_SURE)
		settle_doubt(r, doubt, d);
	if (r->row.label == ROW_EXAMPLE && r->below_student)
		r->row.doubtful = r->row.number_whole; /* a template has them above the students */
	if (!r->table.of_things && is_other_head(r, d)) {
		current_table_begin_things(&r->table, r->row.doubtful);
		r->row.label = OTHER_TABLE;
	} else if (r->table.is_other && r->row.label != ROW_HEADINGS &&
		   !has_id(&r->table.columns, r->cells)) {
		r->row.label = OTHER_TABLE;
		r->row.inside = true;
		r->row.of_elders = r->table.of_elders;
		r->row.doubtful =
			!(r->table.titled && has_telephone(r)) &&
			row_kind_may_be_person(&r->decoder, r->cells, &r->table.columns,
					       current_table_place(&r->table, r->blank_above));
	}
	find_shifted(r, d);
	if (r->row.label == NULL)
		r->table.title = TITLE_NONE;
	else
		skip_row(r, d);
}

/* Skips the second half of the row before, which has been joined with it. */
static void pass_rest(struct row_reader *r)
{
	close_rest(r);
	r->row.kind = ROW_SKIPPED;
	r->row.label = REST;
	r->row.order = NULL;
	r->row.doubtful = false;
}

/* Joins a row without a name or a number with the next line if that holds the rest of it. */
static void join_rest(struct row_reader *r, struct diag *d)
{
	const struct table_row *rest;
	size_t cells = csv_next_cells(r->in);

	if (cells > 0 && broken_row_is_too_long(&r->table.columns, r->cells, cells))
		return;
	rest = open_rest(r, 1, d);
	r->row.broken =
		rest != NULL &&
		broken_row_join(&r->decoder, &r->table.columns, r->cells, rest, &r->whole) &&
		!header_row_is(&r->decoder, rest, r->table.columns.index[ROSTER_NAME]);
	if (r->row.broken) {
		r->changed = true;
		r->row.kind = ROW_STUDENT;
		r->row.label = NULL;
		r->cells = &r->whole.row;
		r->row.doubtful = r->row.shifted = false;
	} else {
		close_rest(r);
	}
	take_fields(r); /* the cells may have moved */
}

/* Whether the row has a name and an ID number in their columns. */
static bool is_whole(const struct row_reader *r)
{
	return r->row.number_whole && r->row.fields[ROSTER_NAME].len >= NAME_BYTES;
}

/* Whether the row may be a half: it is a student's, unknown or to be reported, and has no name or
 * no ID number. */
static bool may_be_broken(const struct row_reader *r)
{
	return !is_whole(r) &&
	       (r->row.kind == ROW_STUDENT || r->row.label == ROW_NOBODY ||
		(r->row.kind == ROW_SKIPPED && r->row.doubtful && r->row.label != OTHER_TABLE));
}

static size_t count_cells(const struct row_reader *r)
{
	return r->cells->count + r->cells->more;
}

/* Whether the row has neither an ID number nor a name of the usual form, and is not a line of its
 * own as a single cell with a sentence is: 请核对姓名. */
static bool has_nobody(struct row_reader *r)
{
	char text[LINE_TEXT];
	bool nobody = true;

	for (size_t i = 0; i < r->cells->count && nobody; i++)
		nobody = !cell_holds_id(r->cells->cells[i].bytes, r->cells->cells[i].len);
	line_read(&r->decoder, r->row.fields[ROSTER_NAME], text);
	nobody = nobody && name_form(text) != NAME_USUAL;
	line_read(&r->decoder, r->cells->cells[0], text);
	nobody = nobody && (r->cells->count > 1 || !name_form_is_sentence(text));
	explicit_bzero(text, sizeof text);
	return nobody;
}

/* Whether the row is the rest of the row before, which has a name and a number: each has fewer
 * cells than most rows, and both together as many, or one more if the break cut a cell. */
static bool is_rest(struct row_reader *r)
{
	size_t width = r->table.columns.width, cells = count_cells(r);
	bool known = r->row.kind == ROW_TITLE ||
		     (r->row.kind == ROW_SKIPPED && r->row.label != ROW_NOTE &&
		      r->row.label != ROW_NOBODY);

	return !known && !r->row.broken && r->usual == width && cells < width && r->before > 0 &&
	       r->before < width &&
	       (r->before + cells == width || r->before + cells == width + 1) && has_nobody(r);
}

/* Skips the second half of a row whose first half has a name and a number. */
static void take_rest(struct row_reader *r)
{
	r->row.kind = ROW_SKIPPED;
	r->row.label = REST;
	r->row.doubtful = false;
	r->row.rest = true;
}

/* Whether the row is a line below the students, as a total, a signature or a note is. */
static bool is_footer(const struct row_reader *r)
{
	const char *label = r->row.label;

	return r->row.kind == ROW_SKIPPED && !r->row.doubtful && label != LINE_GROUP &&
	       label != LINE_PAGE && label != ROW_HEADINGS && label != ROW_NOBODY &&
	       label != ROW_EXAMPLE && label != OTHER_TABLE && label != REST;
}

const struct roster_row *row_reader_next(struct row_reader *r, struct diag *d)
{
	while ((r->cells = csv_next(r->in, d)) != NULL && table_row_is_blank(r->cells))
		r->blank_above = true;
	if (r->cells == NULL)
		return NULL;
	r->decoder.row = r->cells->row;
	for (size_t i = 0; i < r->cells->count && r->decoder.encoding == ENCODING_ASCII; i++)
		row_reader_settle_encoding(r, r->cells->cells[i]);
	take_fields(r);
	r->row.row = r->cells->row;
	r->row.line = r->cells->line;
	r->row.quote = r->cells->quote;
	r->row.broken = r->row.rest = r->row.shifted = false;
	if (r->rest != NULL) {
		pass_rest(r);
		return &r->row;
	}
	classify(r, d);
	if (is_rest(r))
		take_rest(r);
	else if (may_be_broken(r))
		join_rest(r, d);
	r->blank_above = false;
	r->below_footer = is_footer(r);
	r->below_student = r->below_student || r->row.kind == ROW_STUDENT;
	r->unnumbered = r->unnumbered ||
			(r->row.kind == ROW_STUDENT && r->row.fields[ROSTER_ID_NUMBER].len == 0);
	r->before =
		r->row.kind == ROW_STUDENT && !r->row.broken && is_whole(r) ? count_cells(r) : 0;
	return &r->row;
}

/* Whether the next row may be an example, which only its words tell from a student. */
static bool is_example_ahead(const struct row_reader *r)
{
	enum { AHEAD = 4096 }; /* bytes: more than a row has, and blank rows above it */
	struct slice ahead = csv_ahead(r->in);

	ahead.len = ahead.len < AHEAD ? ahead.len : AHEAD;
	return row_kind_may_be_example(ahead);
}

void row_reader_skip_valid(struct row_reader *r, struct fast_path *f)
{
	f->count = f->passed = 0;
	if (r->rest == NULL && !r->table.is_other && csv_next_row(r->in) > r->table.columns.skip &&
	    (r->below_student || !is_example_ahead(r)))
		fast_path_skip(f, r->in, &r->fast_path, r->decoder.encoding);
	if (f->passed > 0)
		r->blank_above = csv_passed_blank(r->in);
	if (f->count == 0)
		return;
	r->below_footer = false;
	r->below_student = true;
	r->before = csv_passed_cells(r->in);
	r->table.title = TITLE_NONE;
}

bool row_reader_is_even(const struct row_reader *r)
{
	return !r->changed && r->decoder.other_row == 0 &&
	       csv_rows_are_lines(r->in, r->table.columns.skip + 1);
}

const struct roster_row *row_reader_skip_to(struct row_reader *r, size_t row)
{
	size_t skip = r->table.columns.skip;

	while (csv_next_row(r->in) < row && csv_next_row(r->in) <= skip)
		if (csv_next(r->in, NULL) == NULL)
			return NULL;
	if (!csv_skip_lines(r->in, row - csv_next_row(r->in)))
		return NULL;
	r->cells = csv_next(r->in, NULL);
	if (r->cells == NULL)
		return NULL;
	take_fields(r);
	r->row.row = r->decoder.row = row;
	return &r->row;
}
