/* SPDX-License-Identifier: MIT */
#include "roster/roster.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "roster/find_columns.h"
#include "roster/line_words.h"
#include "roster/row_kind.h"
#include "roster/row_reader.h"
#include "roster/second_numbers.h"
#include "roster/unreadable.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "table/cell.h"
#include "table/file_kind.h"
#include "table/number_cell.h"
#include "table/words.h"

struct roster {
	int own_fd;               /* closed with the roster; -1: the file is the caller's */
	unsigned long long total; /* bytes; 0: not known */
	struct roster_file file;
	size_t mixed_line;
	struct row_reader rows;
};

static bool find_encoding(struct row_reader *rows, struct diag *d)
{
	struct slice head = csv_ahead(rows->in);

	rows->decoder.encoding = csv_is_utf16(rows->in)
					 ? ENCODING_UTF8
					 : encoding_find(head, csv_all_read(rows->in));
	if (csv_has_mark(rows->in) && rows->decoder.encoding == ENCODING_ASCII)
		rows->decoder.encoding = ENCODING_UTF8;
	if (rows->decoder.encoding != ENCODING_GB18030 || decoder_ready(&rows->decoder))
		return true;
	return diag_add(d, 0, 0,
			"这是 GB18030 编码的文件，这台电脑没有它的转换表：另存为 UTF-8 再来。");
}

/* Tries the other delimiters until one gives a header: the one that was found is wrong if a heading
 * has as many of it, 住址（省,市）. Restores that one if none does. */
static bool find_columns_cut_otherwise(struct row_reader *rows, struct columns *columns)
{
	static const char delimiters[] = { ',', ';', '\t' };
	char before = csv_delimiter(rows->in);
	struct diag *ignored = xcalloc(1, sizeof *ignored);
	bool found = false;

	for (size_t i = 0; i < sizeof delimiters && !found; i++) {
		if (delimiters[i] == before)
			continue;
		csv_set_delimiter(rows->in, delimiters[i]);
		found = find_columns(rows->in, &rows->decoder, columns, &rows->table.header,
				     ignored) &&
			columns->header_row > 0 &&
			rows->table.header.index[ROSTER_NAME] != COLUMN_ABSENT &&
			rows->table.header.index[ROSTER_ID_NUMBER] != COLUMN_ABSENT;
	}
	if (!found)
		csv_set_delimiter(rows->in, before);
	free(ignored);
	return found;
}

static bool is_wiped(struct slice number)
{
	char digits[ID_LENGTH + 1];
	bool is = number.len == ID_LENGTH;

	memcpy(digits, number.bytes, is ? ID_LENGTH : 0);
	digits[ID_LENGTH] = '\0';
	is = is && id_is_rounded(digits);
	explicit_bzero(digits, sizeof digits);
	return is;
}

/* Notes the cells of a student's row that have a digit, and those that have none. */
static void see_digits(const struct table_row *row, uint64_t *with, uint64_t *without)
{
	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++) {
		bool digits = cell_digits(row->cells[i].bytes, row->cells[i].len) > 0;

		*(digits ? with : without) |= (uint64_t)(row->cells[i].len > 0) << i;
	}
}

static bool is_role(const char *s)
{
	return line_role(s, true) != NULL;
}

/* The columns where a row has a role. */
static uint64_t see_roles(struct decoder *decoder, const struct table_row *row)
{
	uint64_t roles = 0;

	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++)
		roles |= (uint64_t)line_test(decoder, row->cells[i], is_role) << i;
	return roles;
}

/* Learns the forms of numbers and the columns that have digits or roles from the first rows with
 * an ID number. Returns false if two or more of their names, and at least half, were saved in a
 * wrong encoding. */
static bool learn_forms(struct row_reader *rows)
{
	enum { NAMES = 64, GARBLED_LEAST = 2, WIPED_LEAST = 3, WIPED_SHARE = 100 };
	struct csv *head = csv_open_head(rows->in);
	size_t number = rows->table.columns.index[ROSTER_ID_NUMBER],
	       name = rows->table.columns.index[ROSTER_NAME];
	size_t names = 0, garbled = 0, all = 0, wiped = 0;
	uint64_t with = 0, without = 0, roles = 0;
	iconv_t gbk = iconv_open("GBK", "UTF-8");
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL) {
		if (row->count != rows->table.columns.width || number >= row->count ||
		    !number_cell_is_id(row->cells[number]))
			continue;
		number_forms_add(&rows->forms, &rows->table.columns, row);
		see_digits(row, &with, &without);
		roles |= all++ < NAMES ? see_roles(&rows->decoder, row) : 0;
		wiped += is_wiped(number_cell_bare(row->cells[number]));
		if (gbk != (iconv_t)-1 && name < row->count && names++ < NAMES)
			garbled +=
				unreadable_is_garbled_name(&rows->decoder, gbk, row->cells[name]);
	}
	if (gbk != (iconv_t)-1)
		iconv_close(gbk);
	csv_close(head);
	rows->table.columns.digits = rows->table.first.digits = with & ~without;
	rows->table.columns.roles = rows->table.first.roles = all > 0 ? roles : UINT64_MAX;
	rows->wiped = wiped >= WIPED_LEAST && wiped * WIPED_SHARE > all;
	return garbled < GARBLED_LEAST || 2 * garbled < (names < NAMES ? names : NAMES);
}

static bool find_table(struct row_reader *rows, struct diag *d)
{
	struct diag *missing;
	struct columns columns = { 0 };
	bool found;

	if (rows->decoder.encoding == ENCODING_GB18030 &&
	    unreadable_is_big5(rows->in, &rows->decoder))
		return diag_add(d, 1, 1, "这是 Big5 编码（繁体中文），读不了：" FILE_KIND_SAVE_AS);
	missing = xcalloc(1, sizeof *missing);
	found = find_columns(rows->in, &rows->decoder, &columns, &rows->table.header, missing) ||
		find_columns_cut_otherwise(rows, &columns);
	rows->table.first = columns;
	rows->usual = csv_width(rows->in);
	if (found) {
		rows->table.columns = columns;
		row_reader_start_table(rows);
		found = learn_forms(rows) || diag_add(d, 1, 1, "%s", UNREADABLE_GARBLED);
	} else if (unreadable_report(rows->in, &rows->decoder, d))
		diag_add(d, missing->items[0].line, missing->items[0].column, "%s",
			 missing->items[0].text);
	free(missing);
	return found;
}

static bool start(struct row_reader *rows, struct diag *d)
{
	struct slice head = csv_ahead(rows->in);
	const char *wrong;

	if (head.len == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	/* Web pages that are saved as workbooks often begin with blank lines. */
	while (head.len > 0 && strchr(" \t\r\n", *head.bytes) != NULL && *head.bytes != '\0') {
		head.bytes++;
		head.len--;
	}
	wrong = file_kind_wrong(head);
	if (wrong != NULL && csv_is_utf16(rows->in) && (*head.bytes == '{' || *head.bytes == '['))
		return diag_add(d, 1, 1,
				"这是 UTF-16 编码的 JSON，读不了：用记事本打开，另存为 UTF-8。");
	if (wrong != NULL)
		return diag_add(d, 1, 1, "%s", wrong);
	return find_encoding(rows, d) && find_table(rows, d);
}

struct roster *roster_open_fd(int fd, const struct csv_options *options, struct diag *d)
{
	struct roster *r = xcalloc(1, sizeof *r);
	struct stat st = { 0 };

	r->own_fd = -1;
	r->rows.decoder.gb18030 = (iconv_t)-1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		r->total = (unsigned long long)st.st_size;
	else if (S_ISDIR(st.st_mode))
		diag_add(d, 0, 0, "这是文件夹，要的是里面的文件。");
	r->file = (struct roster_file){ st.st_dev, st.st_ino, st.st_ctim };
	if (!S_ISDIR(st.st_mode))
		r->rows.in = csv_open(fd, options, d);
	if (r->rows.in != NULL && start(&r->rows, d))
		return r;
	roster_close(r);
	return NULL;
}

/* Opens without O_NONBLOCK: a named pipe, such as <(…) in a shell, works like a file. */
struct roster *roster_open(const char *path, const struct csv_options *options, struct diag *d)
{
	struct roster *r;
	int fd;

	if (strcmp(path, "-") == 0) {
		diag_file(d, "标准输入");
		return roster_open_fd(STDIN_FILENO, options, d);
	}
	diag_file(d, path);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
		return NULL;
	}
	r = roster_open_fd(fd, options, d);
	if (r != NULL)
		r->own_fd = fd;
	else
		close(fd);
	return r;
}

void roster_close(struct roster *r)
{
	if (r == NULL)
		return;
	row_reader_close(&r->rows);
	if (r->own_fd >= 0)
		close(r->own_fd);
	free(r);
}

struct roster_file roster_file(const struct roster *r)
{
	return r->file;
}

bool roster_file_same(struct roster_file a, struct roster_file b)
{
	return a.device == b.device && a.number == b.number &&
	       a.changed.tv_sec == b.changed.tv_sec && a.changed.tv_nsec == b.changed.tv_nsec;
}

const struct roster_row *roster_next_row(struct roster *r, struct diag *d)
{
	return row_reader_next(&r->rows, d);
}

void roster_skip_valid(struct roster *r, struct fast_path *f)
{
	row_reader_skip_valid(&r->rows, f);
}

bool roster_is_even(const struct roster *r)
{
	return row_reader_is_even(&r->rows);
}

const struct roster_row *roster_student_at(struct roster *r, size_t row, bool even)
{
	/* of any date of birth: they are students */
	struct fast_path f = { .births = { 0, UINT64_MAX }, .pass = { true, true, true } };
	const struct roster_row *found;

	if (even)
		return row_reader_skip_to(&r->rows, row);
	do {
		f.max = row - csv_next_row(r->rows.in);
		roster_skip_valid(r, &f);
		found = roster_next_row(r, NULL);
	} while (found != NULL && found->row < row);
	return found != NULL && found->row == row && found->kind == ROW_STUDENT ? found : NULL;
}

struct slice roster_name_bare(const struct roster *r, struct slice name, char out[ROSTER_NAME_BARE])
{
	return row_fields_name_bare(r->rows.decoder.encoding, name, out);
}

bool roster_failed(const struct roster *r)
{
	return csv_failed(r->rows.in);
}

const struct table_row *roster_cells(const struct roster *r)
{
	return r->rows.cells;
}

bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size)
{
	bool own;

	row_reader_settle_encoding(&r->rows, s);
	own = decoder_read(&r->rows.decoder, s, out, size);
	if (!own && r->mixed_line == 0)
		r->mixed_line = r->rows.row.line;
	return own;
}

size_t roster_mixed_line(const struct roster *r)
{
	return r->mixed_line;
}

const char *roster_encoding_name(const struct roster *r)
{
	return csv_is_utf16(r->rows.in) ? "UTF-16" : encoding_name(r->rows.decoder.encoding);
}

const struct columns *roster_columns(const struct roster *r)
{
	return &r->rows.table.first;
}

bool roster_headings_wrong(const struct roster *r, struct finding *out)
{
	const struct columns *columns = roster_columns(r);

	if (columns->exchanged == NULL && !columns->moved)
		return false;
	*out = (struct finding){ .code = FINDING_ROSTER_COLUMNS };
	out->kind = columns->moved ? KIND_HEADINGS_MOVED : KIND_HEADINGS_EXCHANGED;
	out->label = columns->moved ? column_place(columns->index[ROSTER_ID_NUMBER])
				    : columns->exchanged->titles;
	return true;
}

size_t roster_header_row(const struct roster *r)
{
	return r->rows.table.columns.header_row;
}

size_t roster_width(const struct roster *r)
{
	return r->rows.table.columns.width;
}

const char *roster_delimiter_name(const struct roster *r)
{
	char delimiter = csv_delimiter(r->rows.in);

	return delimiter == ';' ? "分号" : delimiter == '\t' ? "制表符" : "逗号";
}

void roster_no_students(const struct roster *r, struct diag *d)
{
	diag_add(d, roster_header_row(r) + 1, 1, "表头下面一个学生也没有。");
}

bool roster_is_of_other_documents(const struct roster *r)
{
	return columns_is_document(&r->rows.table.columns, r->rows.row.number_at) &&
	       !r->rows.row.number_whole;
}

bool roster_has_usual_candidates(const struct roster *r)
{
	enum { LEAST = 10, SHARE = 10 };
	size_t all = r->rows.forms.candidates, usual = r->rows.forms.usual;

	return all >= LEAST && (all - usual) * SHARE <= all;
}

bool roster_is_wiped(const struct roster *r)
{
	return r->rows.wiped;
}

bool roster_has(const struct roster *r, enum roster_column column)
{
	return r->rows.table.columns.index[column] != COLUMN_ABSENT;
}

void roster_birth(struct roster *r, char *out, size_t size)
{
	const struct columns *columns = &r->rows.table.columns;
	const struct table_row *row = roster_cells(r);
	size_t at = columns->index[ROSTER_BIRTH_DATE], used = 0;

	if (!columns->birth_parts) {
		roster_utf8(r, number_cell_bare(r->rows.row.fields[ROSTER_BIRTH_DATE]), out, size);
		return;
	}
	out[0] = '\0';
	for (size_t i = at; i < at + 3 && i < row->count && used + 1 < size; i++) {
		struct slice cell = number_cell_bare(row->cells[i]);

		if (cell.len == 0)
			return;
		if (used > 0)
			out[used++] = '-';
		roster_utf8(r, cell, out + used, size - used);
		used = strlen(out) - words_find(out, "年 月 日", WORDS_END);
		out[used] = '\0';
	}
}

bool roster_is_of_others(const struct roster *r, size_t index)
{
	return columns_is_of_others(&r->rows.table.columns, index);
}

uint64_t roster_second_numbers(struct roster *r)
{
	return second_numbers_in(&r->rows.decoder, &r->rows.table.columns, r->rows.cells);
}

enum roster_column roster_column_of(const struct roster *r, size_t index, bool *own)
{
	const struct columns *columns = &r->rows.table.columns;
	enum roster_column c = columns_at(columns, index);

	*own = c < ROSTER_COLUMN_COUNT ||
	       (!columns_is_of_others(columns, index) && columns->other[ROSTER_ID_NUMBER] != index);
	return c;
}

void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total)
{
	*done = csv_bytes(r->rows.in);
	*total = r->total;
}

void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column)
{
	struct slice before = csv_place(r->rows.in, r->rows.row.broken ? NULL : at, line);

	*column = 1 + encoding_count(r->rows.decoder.encoding, before);
}

bool roster_fault(const struct roster *r, struct finding *out)
{
	if (!r->rows.row.broken && !r->rows.row.rest && !r->rows.row.doubtful &&
	    r->rows.row.quote == NULL)
		return false;
	*out = (struct finding){ .code = FINDING_ROSTER_QUOTE };
	if (r->rows.row.rest) {
		out->code = FINDING_ROSTER_COLUMNS;
		out->kind = KIND_BROKEN_REST;
	} else if (r->rows.row.broken) {
		out->code = FINDING_ROSTER_COLUMNS;
		out->kind = KIND_BROKEN;
		out->other = r->rows.row.row + 1;
	} else if (r->rows.row.quote == NULL) {
		out->code = FINDING_ROSTER_UNREAD;
		out->kind = r->rows.row.label == OTHER_TABLE && !r->rows.row.inside
				    ? KIND_TABLE_UNREAD
			    : r->rows.row.label == ROW_EXAMPLE ? KIND_EXAMPLE_UNREAD
							       : KIND_ROW_UNREAD;
		out->label = r->rows.row.kind == ROW_TITLE ? "标题" : r->rows.row.label;
	} else {
		bool curly;
		size_t cell =
			row_fields_find_quote(r->rows.decoder.encoding, r->rows.cells, &curly);

		out->kind = curly ? KIND_QUOTE_CURLY : KIND_QUOTE;
		out->label = column_place(cell);
	}
	return true;
}

void roster_report_fault(const struct roster *r, struct diag *d)
{
	char sentence[SENTENCE_MAX];
	struct finding f;
	size_t line, column;

	if (!roster_fault(r, &f) || f.code == FINDING_ROSTER_UNREAD)
		return;
	roster_place(r, r->rows.row.quote, &line, &column);
	diag_add(d, line, column, "%s", sentence_make(&f, SENTENCE_ROSTER, sentence));
}
