/* SPDX-License-Identifier: MIT */
#include "roster/roster.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/broken_row.h"
#include "roster/cell.h"
#include "roster/file_kind.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "roster/row_kind.h"
#include "roster/shifted_row.h"
#include "roster/words.h"
#include "rules/sentence.h"

enum {
	NAME_BYTES = 4, /* the fewest bytes of a name */
	BARE_ROWS = 8   /* rows behind a bare name in which a student's is looked for */
};

static const char GARBLED[] = "文字成了乱码，改不回来：从原来的表格重新导出。";
static const char OTHER_TABLE[] = "另一张表";

/* What a title says of other people than students. */
enum title_of_others {
	TITLE_NONE,
	TITLE_MENTION, /* 班主任张静: of a class, or of a table that lacks students' columns */
	TITLE_OTHERS   /* 教师名单 */
};

struct roster {
	int own_fd; /* closed with the roster; -1: the file is the caller's */
	struct csv *in;
	struct decoder decoder;
	struct columns columns;
	struct columns first; /* the columns of the first header */
	/* the same by the headings alone, to recognise the header when it is repeated */
	struct columns header;
	size_t header_end;              /* the second row of the last header of two lines */
	uint64_t groups;                /* columns_groups() of the last skipped row */
	size_t groups_row;              /* the number of that row */
	bool other_table;               /* the last header is not of students */
	enum title_of_others of_others; /* what the row before says */
	bool others_above;              /* a header of other people stands above the header */
	bool blank_above;               /* a blank row stands before this one */
	uint64_t foreign;               /* columns.foreign of the last header of students */
	struct fast_path_columns fast_path;
	enum roster_column present[ROSTER_COLUMN_COUNT];
	size_t present_count;
	unsigned long long total; /* bytes; 0: not known */
	struct roster_file file;
	size_t mixed_line;
	const struct table_row *cells; /* borrowed; NULL: none yet */
	struct roster_row row;
	size_t number_at; /* the column of the row's number, from 0 */
	/* owned; the next line, which continues the row; NULL: none */
	struct csv *rest;
	struct broken_row whole;
	struct number_forms forms;
	size_t usual;  /* cells of most of the first rows */
	size_t before; /* cells of the row before, if a student's with name and number; else 0 */
};

static bool find_encoding(struct roster *r, struct diag *d)
{
	struct slice head = csv_ahead(r->in);

	r->decoder.encoding =
		csv_is_utf16(r->in) ? ENCODING_UTF8 : encoding_find(head, csv_all_read(r->in));
	if (csv_has_mark(r->in) && r->decoder.encoding == ENCODING_ASCII)
		r->decoder.encoding = ENCODING_UTF8;
	if (r->decoder.encoding != ENCODING_GB18030 || decoder_ready(&r->decoder))
		return true;
	return diag_add(d, 0, 0,
			"这是 GB18030 编码的文件，这台电脑没有它的转换表：另存为 UTF-8 再来。");
}

/* Sets the columns that fast_path.h and roster_next_row() use from here on. */
static void set_columns(struct roster *r, const struct columns *columns)
{
	r->columns = *columns;
	r->present_count = 0;
	memset(r->row.fields, 0, sizeof r->row.fields);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (columns->index[c] != COLUMN_ABSENT)
			r->present[r->present_count++] = (enum roster_column)c;
	r->fast_path = fast_path_prepare(&r->columns);
	csv_set_width(r->in, columns->width);
}

static bool is_blank(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t at = 0; at < row->cells[i].len; at++)
			if ((unsigned char)row->cells[i].bytes[at] > ' ')
				return false;
	return true;
}

/* Whether a piece is an ID number, without the blanks around it. */
static bool is_bare_number(const char *piece)
{
	const char *start = piece + strspn(piece, " ");
	size_t digits = strspn(start, "0123456789");

	return cell_holds_id(start, strlen(start)) && digits >= 17 &&
	       strspn(start + 18, " ") == strlen(start + 18);
}

/* Whether a UTF-8 line cut at a separator has two headings of a roster or, if numbers count, an ID
 * number and another piece. Overwrites the separators. */
static bool is_line_cut_at(char *line, const char *separator, bool numbers_count)
{
	size_t headings = 0, pieces = 0, numbers = 0;

	for (char *next; line != NULL; line = next, pieces++) {
		next = strstr(line, separator);
		if (next != NULL) {
			*next = '\0';
			next += strlen(separator);
		}
		headings += heading_read(line).kind == HEADING_COLUMN;
		numbers += is_bare_number(line);
	}
	return headings >= 2 || (numbers_count && numbers > 0 && pieces > 1);
}

/* Whether one of the first ten lines is cut at a separator (is_line_cut_at()). */
static bool is_cut_at(const struct roster *r, struct decoder *decoder, const char *separator,
		      bool numbers_count)
{
	struct slice head = csv_ahead(r->in);
	bool found = false;

	for (int i = 0; i < 10 && head.len > 0 && !found; i++) {
		const char *end = memchr(head.bytes, csv_line_end(r->in), head.len);
		struct slice line = { head.bytes,
				      end != NULL ? (size_t)(end - head.bytes) : head.len };
		size_t step = line.len + (end != NULL);
		char text[4096];

		while (line.len > 0 && (unsigned char)line.bytes[line.len - 1] <= ' ')
			line.len--;
		decoder_read(decoder, line, text, sizeof text);
		found = is_line_cut_at(text, separator, numbers_count);
		explicit_bzero(text, sizeof text);
		head.bytes += step;
		head.len -= step;
	}
	return found;
}

/* Whether one of the first lines has headings if it is decoded as Big5, and none has otherwise.
 * Numbers do not count: they are the same in both encodings. */
static bool is_big5(struct roster *r)
{
	char delimiter[] = { csv_delimiter(r->in), '\0' };
	struct decoder big5 = { ENCODING_GB18030, iconv_open("UTF-8", "BIG5") };
	bool found;

	if (big5.gb18030 == (iconv_t)-1)
		return false;
	found = is_cut_at(r, &big5, delimiter, false) &&
		!is_cut_at(r, &r->decoder, delimiter, false);
	iconv_close(big5.gb18030);
	return found;
}

static bool all_blank(const struct csv *in)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	bool blank = csv_all_read(in);

	while (blank && (row = csv_next(head, NULL)) != NULL)
		blank = is_blank(row);
	csv_close(head);
	return blank;
}

/* Whether every row is one cell, empty or with commas in it, because quotes enclose the whole
 * row. */
static bool is_quoted_whole(const struct csv *in)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t rows = 0;
	bool whole = true;

	for (; whole && (row = csv_next(head, NULL)) != NULL; rows++)
		whole = row->count == 1 && row->quote == NULL &&
			(row->cells[0].len == 0 ||
			 memchr(row->cells[0].bytes, ',', row->cells[0].len) != NULL);
	csv_close(head);
	return whole && rows > 0;
}

/* Whether the file was saved in a wrong encoding: 姓名 or 身份证 in UTF-8 read as GBK, 姓名 in GBK
 * or 身份 in UTF-8 read as Latin 1, or U+FFFD in UTF-8 read as GBK. */
static bool is_garbled(struct roster *r)
{
	struct slice head = csv_ahead(r->in);
	char text[512];
	bool found;

	head.len = head.len < sizeof text / 4 ? head.len : sizeof text / 4;
	while (head.len > 0 && (unsigned char)head.bytes[head.len - 1] >= 0x80)
		head.len--; /* half a character would look like another encoding */
	decoder_read(&r->decoder, head, text, sizeof text);
	found = words_find(text, "濮撳悕 韬唤璇 ÐÕÃû èº«ä»½ 锟斤拷", WORDS_ANYWHERE) > 0;
	explicit_bzero(text, sizeof text);
	return found;
}

/* Adds to d why the file cannot be read as a table. Returns true if no reason is known. */
static bool is_table(struct roster *r, struct diag *d)
{
	static const struct {
		const char *separator, *name;
		bool alone; /* only if most rows are one cell, unlike 姓名：,李明 */
	} separators[] = {
		{ "|", "“|”", false },
		{ "，", "中文逗号“，”", false },
		{ "；", "中文分号“；”", false },
		{ "、", "顿号“、”", false },
		{ "：", "冒号“：”", true },
		{ ":", "冒号“:”", true },
		{ "#", "“#”", true },
		{ "^", "“^”", true },
		{ "~", "“~”", true },
		{ "*", "“*”", true },
		{ "/", "“/”", true },
		{ "　", "全角空格", true },
		{ " ", "空格", false },
	};

	if (memchr(csv_ahead(r->in).bytes, '\0', csv_ahead(r->in).len) != NULL)
		return diag_add(d, 1, 1, "%s",
				csv_is_utf16(r->in) ? "这是 UTF-32 文件，另存为 UTF-8。"
						    : "这不是文本文件，读不出表格："
						      "向给名册的人要 Excel 或 CSV 文件。");
	if (all_blank(r->in))
		return diag_add(d, 1, 1, "每一行都是空的。");
	if (is_garbled(r))
		return diag_add(d, 1, 1, "%s", GARBLED);
	if (is_quoted_whole(r->in))
		return diag_add(d, 1, 1,
				"每一行整个在一对引号里，成了一格：去掉行首和行尾的引号。");
	for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
		if ((!separators[i].alone || csv_width(r->in) == 1) &&
		    is_cut_at(r, &r->decoder, separators[i].separator, true))
			return diag_add(d, 1, 1, "各格用%s隔开，读不了：都换成英文逗号“,”。",
					separators[i].name);
	return true;
}

/* Tries the other delimiters until one gives a header: the one that was found is wrong if a heading
 * has as many of it, 住址（省,市）. Restores that one if none does. */
static bool find_columns_cut_otherwise(struct roster *r, struct columns *columns)
{
	static const char delimiters[] = { ',', ';', '\t' };
	char before = csv_delimiter(r->in);
	struct diag *ignored = xcalloc(1, sizeof *ignored);
	bool found = false;

	for (size_t i = 0; i < sizeof delimiters && !found; i++) {
		if (delimiters[i] == before)
			continue;
		csv_set_delimiter(r->in, delimiters[i]);
		found = columns_find(r->in, &r->decoder, columns, &r->header, ignored) &&
			columns->header_row > 0 && r->header.index[ROSTER_NAME] != COLUMN_ABSENT &&
			r->header.index[ROSTER_ID_NUMBER] != COLUMN_ABSENT;
	}
	if (!found)
		csv_set_delimiter(r->in, before);
	free(ignored);
	return found;
}

/* Whether a name is UTF-8 that was read as GBK, as 赵敏 became 璧垫晱. gbk: converts from UTF-8. */
static bool is_garbled_name(struct roster *r, iconv_t gbk, struct slice name)
{
	char text[LINE_TEXT], bytes[LINE_TEXT], *from = text, *to = bytes;
	size_t left, space = sizeof bytes, step, characters = 0;
	bool garbled;
	uint32_t cp;

	decoder_read(&r->decoder, name, text, sizeof text);
	left = strlen(text);
	garbled = left > 0 && iconv(gbk, &from, &left, &to, &space) == 0;
	for (char *p = bytes; p < to && garbled; p += step, characters++) {
		step = text_decode(p, (size_t)(to - p), &cp);
		garbled = step > 0 && text_is_ideograph(cp);
	}
	explicit_bzero(text, sizeof text);
	explicit_bzero(bytes, sizeof bytes);
	return garbled && characters > 1;
}

/* Learns the forms of numbers from the first rows with an ID number. Returns false if two or more
 * of their names, and at least half, were saved in a wrong encoding. */
static bool learn_forms(struct roster *r)
{
	enum { NAMES = 64, GARBLED_LEAST = 2 };
	struct csv *head = csv_open_head(r->in);
	size_t number = r->columns.index[ROSTER_ID_NUMBER], name = r->columns.index[ROSTER_NAME];
	size_t names = 0, garbled = 0;
	iconv_t gbk = iconv_open("GBK", "UTF-8");
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL) {
		if (row->count != r->columns.width || number >= row->count ||
		    !columns_is_id_number(columns_number(row->cells[number])))
			continue;
		number_forms_add(&r->forms, &r->columns, row);
		if (gbk != (iconv_t)-1 && name < row->count && names++ < NAMES)
			garbled += is_garbled_name(r, gbk, row->cells[name]);
	}
	if (gbk != (iconv_t)-1)
		iconv_close(gbk);
	csv_close(head);
	return garbled < GARBLED_LEAST || 2 * garbled < (names < NAMES ? names : NAMES);
}

static bool find_columns(struct roster *r, struct diag *d)
{
	struct diag *missing;
	struct columns columns = { 0 };
	bool found;

	if (r->decoder.encoding == ENCODING_GB18030 && is_big5(r))
		return diag_add(d, 1, 1, "这是 Big5 编码（繁体中文），读不了：" FILE_KIND_SAVE_AS);
	missing = xcalloc(1, sizeof *missing);
	found = columns_find(r->in, &r->decoder, &columns, &r->header, missing) ||
		find_columns_cut_otherwise(r, &columns);
	r->first = columns;
	r->usual = csv_width(r->in);
	if (found) {
		set_columns(r, &columns);
		found = learn_forms(r) || diag_add(d, 1, 1, "%s", GARBLED);
	} else if (is_table(r, d))
		diag_add(d, missing->items[0].line, missing->items[0].column, "%s",
			 missing->items[0].text);
	free(missing);
	return found;
}

static bool start(struct roster *r, struct diag *d)
{
	struct slice head = csv_ahead(r->in);
	const char *wrong = file_kind_wrong(head);

	if (head.len == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	if (wrong != NULL && csv_is_utf16(r->in) && (*head.bytes == '{' || *head.bytes == '['))
		return diag_add(d, 1, 1,
				"这是 UTF-16 编码的 JSON，读不了：用记事本打开，另存为 UTF-8。");
	if (wrong != NULL)
		return diag_add(d, 1, 1, "%s", wrong);
	return find_encoding(r, d) && find_columns(r, d);
}

struct roster *roster_open_fd(int fd, const struct csv_options *options, struct diag *d)
{
	struct roster *r = xcalloc(1, sizeof *r);
	struct stat st = { 0 };

	r->own_fd = -1;
	r->decoder.gb18030 = (iconv_t)-1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		r->total = (unsigned long long)st.st_size;
	else if (S_ISDIR(st.st_mode))
		diag_add(d, 0, 0, "这是文件夹，要的是里面的文件。");
	r->file = (struct roster_file){ st.st_dev, st.st_ino, st.st_ctim };
	if (!S_ISDIR(st.st_mode))
		r->in = csv_open(fd, options, d);
	if (r->in != NULL && start(r, d))
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
	csv_close(r->in);
	csv_close(r->rest);
	if (r->decoder.gb18030 != (iconv_t)-1)
		iconv_close(r->decoder.gb18030);
	if (r->own_fd >= 0)
		close(r->own_fd);
	explicit_bzero(&r->whole, sizeof r->whole);
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

/* Chooses the encoding at the first cell that is not ASCII: by the rows ahead, which tell more than
 * one cell, or by the cell s if they are all ASCII. */
static void settle_late(struct roster *r, struct slice s)
{
	enum encoding encoding = encoding_find(csv_ahead(r->in), false);

	if (encoding == ENCODING_ASCII)
		encoding = encoding_find(s, true);
	r->decoder.encoding = encoding;
}

static void settle_encoding(struct roster *r)
{
	for (size_t i = 0; i < r->cells->count && r->decoder.encoding == ENCODING_ASCII; i++)
		if (!encoding_is_ascii(r->cells->cells[i]))
			settle_late(r, r->cells->cells[i]);
}

/* Removes the apostrophe by which a spreadsheet marks a text, or ="…". An apostrophe at the other
 * end is removed with it if the number is marked, too; else both stay. */
static struct slice without_mark(struct slice name, bool marked)
{
	bool paired = name.len > 1 && name.bytes[name.len - 1] == '\'';

	if (name.len >= 3 && memcmp(name.bytes, "=\"", 2) == 0 && name.bytes[name.len - 1] == '"')
		return (struct slice){ name.bytes + 2, name.len - 3 };
	if (name.len == 0 || name.bytes[0] != '\'' || (paired && !marked))
		return name;
	return (struct slice){ name.bytes + 1, name.len - 1 - paired };
}

enum { CURLY = 2 };

/* The curly quotes in the file's encoding. */
static const char *const *curly_of(const struct roster *r)
{
	static const char *const utf8[CURLY] = { "”", "“" };
	static const char *const gb18030[CURLY] = { "\xA1\xB1", "\xA1\xB0" };

	return r->decoder.encoding == ENCODING_GB18030 ? gb18030 : utf8;
}

/* Removes a quote that was read as text, further quotes at both ends, and a curly quote that was
 * meant to close it: roster_fault() reports them. */
static struct slice without_quote(const struct roster *r, struct slice s)
{
	const char *quote = r->cells->quote;
	size_t skip;

	if (quote == NULL || s.len == 0 || quote < s.bytes || quote >= s.bytes + s.len)
		return s;
	skip = (size_t)(quote + 1 - s.bytes);
	s = (struct slice){ s.bytes + skip, s.len - skip };
	for (; s.len > 0 && s.bytes[0] == '"'; s.bytes++)
		s.len--;
	while (s.len > 0 && s.bytes[s.len - 1] == '"')
		s.len--;
	for (size_t i = 0; i < CURLY; i++) {
		const char *curly = curly_of(r)[i];
		size_t len = strlen(curly);

		if (s.len > len && memcmp(s.bytes + s.len - len, curly, len) == 0)
			s.len -= len;
	}
	return s;
}

bool roster_name_valid(const struct roster *r, struct slice name)
{
	return name.len > 0 && r->decoder.encoding != ENCODING_ASCII &&
	       fast_path_name_valid(r->decoder.encoding, name);
}

static bool has_number(const struct roster *r, size_t index)
{
	return index < r->cells->count && columns_number(r->cells->cells[index]).len > 0;
}

/* The column that holds the row's number: that of the ID numbers or, if its cell is empty,
 * columns.spare or else the first column of another document that is filled. */
static size_t find_number(const struct roster *r)
{
	size_t own = r->columns.index[ROSTER_ID_NUMBER];

	if (has_number(r, own) || r->columns.spare == COLUMN_ABSENT)
		return own;
	if (has_number(r, r->columns.spare))
		return r->columns.spare;
	for (size_t i = 0; i < r->cells->count; i++)
		if (columns_is_document(&r->columns, i) && has_number(r, i))
			return i;
	return own;
}

static void take_fields(struct roster *r)
{
	const struct slice none = { 0 };

	for (size_t i = 0; i < r->present_count; i++) {
		enum roster_column c = r->present[i];
		size_t at = r->columns.index[c];
		struct slice cell = at < r->cells->count ? r->cells->cells[at] : none;

		r->row.fields[c] = r->cells->quote != NULL ? without_quote(r, cell) : cell;
	}
	r->number_at = find_number(r);
	if (r->number_at != r->columns.index[ROSTER_ID_NUMBER])
		r->row.fields[ROSTER_ID_NUMBER] = without_quote(r, r->cells->cells[r->number_at]);
	r->row.fields[ROSTER_NAME] = without_mark(
		r->row.fields[ROSTER_NAME], columns_is_marked(r->row.fields[ROSTER_ID_NUMBER]));
	r->row.name_valid = roster_name_valid(r, r->row.fields[ROSTER_NAME]);
	r->row.number_whole = columns_is_id_number(columns_number(r->row.fields[ROSTER_ID_NUMBER]));
}

/* Whether a field is its whole cell, with nothing removed. */
static bool is_cell(const struct roster *r, enum roster_column c)
{
	const struct slice *field = &r->row.fields[c],
			   *cell = &r->cells->cells[r->columns.index[c]];

	return r->columns.index[c] < r->cells->count && field->bytes == cell->bytes &&
	       field->len == cell->len;
}

/* Opens the next lines, at most this many, as r->rest and returns the first. NULL: there is none.
 * The row's cells may move. */
static const struct table_row *open_rest(struct roster *r, size_t lines, struct diag *d)
{
	r->rest = csv_open_next_lines(r->in, lines, d);
	return r->rest != NULL ? csv_next(r->rest, NULL) : NULL;
}

static void close_rest(struct roster *r)
{
	csv_close(r->rest);
	r->rest = NULL;
}

/* Whether a header is of students: it has ID numbers, or names and another column that only
 * students have. */
static bool is_of_students(const struct columns *columns)
{
	bool name = columns->index[ROSTER_NAME] != COLUMN_ABSENT, other = false;

	for (size_t c = ROSTER_CANDIDATE_NUMBER; c < ROSTER_COLUMN_COUNT; c++)
		other = other || columns->index[c] != COLUMN_ABSENT;
	return columns->index[ROSTER_ID_NUMBER] != COLUMN_ABSENT || (name && other);
}

/* Restores the columns of the students' table. */
static void leave_other_table(struct roster *r)
{
	if (r->other_table)
		r->columns.foreign = r->foreign;
	r->other_table = false;
}

/* foreign: the columns of other people in the new table. */
static void begin_other_table(struct roster *r, uint64_t foreign)
{
	leave_other_table(r);
	r->foreign = r->columns.foreign;
	r->other_table = true;
	r->columns.foreign = foreign;
	r->row.label = OTHER_TABLE;
}

/* Applies a row of headings below the first header. The line directly below is its second half if
 * that line says nothing else below the columns that the row names. If the header is of students,
 * its columns and width are used from here on, and columns that it lacks are empty; a repetition of
 * the first header restores what was found for that one. Otherwise another table begins, which has
 * no students up to the next header; the row is reported if it has a column of names, which may be
 * students'. Headings that end in a colon, as above a class, change nothing. */
static void take_headings(struct roster *r, struct diag *d)
{
	struct columns columns;
	bool named, whole, known;
	const struct table_row *next = open_rest(r, 1, d);
	size_t lines =
		columns_read_header(&r->decoder, r->cells, next,
				    r->groups_row + 1 == r->cells->row ? r->groups : 0, &columns);

	close_rest(r);
	take_fields(r); /* the cells may have moved */
	if (lines > 1)
		r->header_end = r->cells->row + 1;
	named = columns.index[ROSTER_NAME] != COLUMN_ABSENT;
	whole = named && columns.index[ROSTER_ID_NUMBER] != COLUMN_ABSENT;
	known = memcmp(columns.index, r->header.index, sizeof columns.index) == 0;
	if (whole && r->of_others == TITLE_OTHERS) {
		begin_other_table(r, UINT64_MAX);
		r->row.told = true;
		return;
	}
	if ((!known && !is_of_students(&columns)) || (r->of_others != TITLE_NONE && !whole)) {
		leave_other_table(r);
		if (named || columns.foreign != 0 || columns_is_other_table(&r->decoder, r->cells))
			begin_other_table(r, columns.foreign);
		r->row.told = named && r->of_others == TITLE_NONE;
		return;
	}
	r->other_table = false;
	if (known) {
		memcpy(columns.index, r->first.index, sizeof columns.index);
		memcpy(columns.other, r->first.other, sizeof columns.other);
		columns.spare = r->first.spare;
		columns.usual = r->first.usual;
		columns.documents = r->first.documents;
	}
	if (memcmp(columns.index, r->columns.index, sizeof columns.index) != 0)
		r->row.order = whole   ? "各列换了位置，按新的读"
			       : named ? "没有身份证号一列，号码都算空着"
				       : "没有姓名一列，姓名都算空着";
	columns.header_row = r->columns.header_row;
	columns.skip = r->columns.skip;
	set_columns(r, &columns);
}

/* Whether a row has an ID number that is not another person's. */
static bool has_id(const struct columns *columns, const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!columns_is_foreign(columns, i) &&
		    cell_holds_id(row->cells[i].bytes, row->cells[i].len))
			return true;
	return false;
}

/* Ends another table at a name and an ID number in the columns in use, unless that table has other
 * people's there. */
static void end_other_table(struct roster *r)
{
	if (!r->row.name_valid || !r->row.number_whole ||
	    columns_is_foreign(&r->columns, r->columns.index[ROSTER_NAME]) ||
	    columns_is_foreign(&r->columns, r->columns.index[ROSTER_ID_NUMBER]))
		return;
	leave_other_table(r);
}

/* What a row says of other people, if a title is its only filled cell. */
static enum title_of_others title_of_others(struct roster *r)
{
	const struct table_row *row = r->cells;
	size_t filled = 0, at = 0;
	enum title_of_others title = TITLE_NONE;
	char text[256];

	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].len > 0) {
			filled++;
			at = i;
		}
	if (filled != 1 || row->cells[at].len > sizeof text / 2)
		return TITLE_NONE;
	decoder_read(&r->decoder, row->cells[at], text, sizeof text);
	if (heading_is_foreign(text) && words_find(text, ": ：", WORDS_ANYWHERE) == 0)
		title = heading_is_title_of_others(text) ? TITLE_OTHERS : TITLE_MENTION;
	explicit_bzero(text, sizeof text);
	return title;
}

/* Whether the row is a header with names of other people and not of students: 班级,班主任,电话. */
static bool is_header_of_others(struct roster *r)
{
	struct columns columns;

	if (!columns_is_header(&r->decoder, r->cells, COLUMN_ABSENT))
		return false;
	columns_read_header(&r->decoder, r->cells, NULL, 0, &columns);
	return columns.index[ROSTER_NAME] == COLUMN_ABSENT && columns.foreign != 0;
}

/* Whether the row is the header or stands above the first student, and is not a student's. */
static bool is_title(struct roster *r)
{
	enum row_above above;

	if (r->cells->row > r->columns.skip)
		return false;
	if (r->cells->row == r->columns.header_row) {
		if (r->of_others == TITLE_OTHERS)
			begin_other_table(r, UINT64_MAX);
		return true;
	}
	r->others_above = r->others_above || is_header_of_others(r);
	above = r->others_above ? ABOVE_TITLE : row_kind_above(&r->decoder, r->cells, &r->columns);
	r->row.told = above == ABOVE_DOUBTFUL;
	r->of_others = title_of_others(r);
	return above != ABOVE_STUDENT;
}

/* Whether the row is the header of another table, 项目,金额: a blank row stands above it, and the
 * row below it is filled and has no ID number. */
static bool is_other_head(struct roster *r, struct diag *d)
{
	enum row_head head;
	const struct table_row *next;

	if (!r->blank_above ||
	    (r->row.label != NULL && r->row.label != ROW_NOTE && r->row.label != LINE_DAY))
		return false;
	head = row_kind_head(&r->decoder, r->cells, &r->columns);
	if (head == HEAD_NONE)
		return false;
	next = open_rest(r, 1, d);
	if (next == NULL || is_blank(next) || has_id(&r->columns, next))
		head = HEAD_NONE;
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	r->row.told = head == HEAD_DOUBTFUL;
	return head != HEAD_NONE;
}

/* Whether students follow: behind a bare name a student's row among the next BARE_ROWS, with only
 * bare names between; else a next row that continues the numbering. */
static bool is_midst(struct roster *r, enum row_doubt doubt, struct diag *d)
{
	const struct table_row *next = open_rest(r, doubt == ROW_BARE ? BARE_ROWS : 1, d);
	enum row_doubt others = ROW_BARE;
	bool found = false;

	if (doubt != ROW_BARE)
		found = next != NULL && row_kind_goes_on(&r->decoder, next, &r->columns);
	for (; doubt == ROW_BARE && others == ROW_BARE && next != NULL && !is_blank(next) && !found;
	     next = csv_next(r->rest, NULL))
		found = row_kind_other(&r->decoder, next, &r->columns, &others) == NULL;
	close_rest(r);
	take_fields(r); /* the cells may have moved */
	return found;
}

/* Decides by the rows below whether a doubtful row is a student's: among students 制表人,王芳 is no
 * signature. */
static void settle_doubt(struct roster *r, enum row_doubt doubt, struct diag *d)
{
	bool midst = doubt != ROW_TOLD && is_midst(r, doubt, d);

	if (midst && doubt != ROW_LABELLED)
		r->row.label = NULL;
	r->row.told = r->row.label != NULL && (midst || doubt != ROW_LABELLED);
}

/* Takes a row with a missing or an extra cell for a student's if the other cells fit; else marks it
 * to be reported if it may be one. */
static void find_shifted(struct roster *r, struct diag *d)
{
	const char *label = r->row.label;
	size_t least = label == ROW_NOBODY ? 1 : label == ROW_NOTE || label == LINE_GROUP ? 3 : 4;
	enum shifted_row may;

	if (label == ROW_HEADINGS || label == OTHER_TABLE || label == ROW_EXAMPLE)
		return;
	r->row.shifted = shifted_row_is(&r->decoder, &r->columns, r->cells, &r->forms);
	if (r->row.shifted) {
		r->row.label = NULL;
		r->row.told = false;
	}
	if (r->row.label == NULL || r->row.told)
		return;
	may = shifted_row_may_be(&r->decoder, &r->columns, r->cells, &r->forms, least);
	r->row.told = may == SHIFTED_ROW_PERHAPS ||
		      (may == SHIFTED_ROW_BETWEEN && is_midst(r, ROW_BARE, d));
}

static void classify(struct roster *r, struct diag *d)
{
	enum row_doubt doubt;

	r->row.kind = ROW_STUDENT;
	r->row.label = NULL;
	r->row.order = NULL;
	r->row.told = false;
	if (is_title(r)) {
		r->row.kind = ROW_TITLE;
		return;
	}
	if (r->other_table)
		end_other_table(r);
	/* Nearly all rows: name and number are in their columns, which makes a student's row. */
	if (r->row.name_valid && r->row.number_whole && !r->other_table &&
	    is_cell(r, ROSTER_NAME) && is_cell(r, ROSTER_ID_NUMBER)) {
		r->of_others = TITLE_NONE;
		if (r->cells->count > r->columns.width)
			find_shifted(r, d);
		return;
	}
	if (r->cells->row == r->header_end) {
		r->row.kind = ROW_SKIPPED;
		r->row.label = r->other_table ? OTHER_TABLE : ROW_HEADINGS;
		return;
	}
	r->row.label = row_kind_other(&r->decoder, r->cells, &r->columns, &doubt);
	if (doubt != ROW_SURE)
		settle_doubt(r, doubt, d);
	if (r->other_table && r->row.label != ROW_HEADINGS && !has_id(&r->columns, r->cells)) {
		r->row.label = OTHER_TABLE;
		r->row.told = false;
	} else if (!r->other_table && is_other_head(r, d)) {
		begin_other_table(r, r->columns.foreign);
	}
	find_shifted(r, d);
	if (r->row.label == NULL) {
		r->of_others = TITLE_NONE;
		return;
	}
	r->row.kind = ROW_SKIPPED;
	if (r->row.label == ROW_HEADINGS)
		take_headings(r, d);
	r->groups = columns_groups(&r->decoder, r->cells);
	r->groups_row = r->cells->row;
	r->of_others = title_of_others(r);
	r->row.told = r->row.told && r->of_others != TITLE_OTHERS;
}

/* Skips the second half of the row before, which has been joined with it. */
static void pass_rest(struct roster *r)
{
	close_rest(r);
	r->row.kind = ROW_SKIPPED;
	r->row.label = "上一行断开的后半";
	r->row.order = NULL;
	r->row.told = false;
}

/* Joins a row without a name or a number with the next line if that holds the rest of it. */
static void join_rest(struct roster *r, struct diag *d)
{
	const struct table_row *rest;
	size_t cells = csv_next_cells(r->in);

	if (cells > 0 && broken_row_is_too_long(&r->columns, r->cells, cells))
		return;
	rest = open_rest(r, 1, d);
	r->row.broken = rest != NULL &&
			broken_row_join(&r->decoder, &r->columns, r->cells, rest, &r->whole) &&
			!columns_is_header(&r->decoder, rest, r->columns.index[ROSTER_NAME]);
	if (r->row.broken) {
		r->row.kind = ROW_STUDENT;
		r->row.label = NULL;
		r->cells = &r->whole.row;
		r->row.told = r->row.shifted = false;
	} else {
		close_rest(r);
	}
	take_fields(r); /* the cells may have moved */
}

/* Whether the row has a name and an ID number in their columns. */
static bool is_whole(const struct roster *r)
{
	return r->row.number_whole && r->row.fields[ROSTER_NAME].len >= NAME_BYTES;
}

/* Whether the row may be a half: it is a student's, unknown or to be reported, and has no name or
 * no ID number. */
static bool may_be_broken(const struct roster *r)
{
	return !is_whole(r) &&
	       (r->row.kind == ROW_STUDENT || r->row.label == ROW_NOBODY ||
		(r->row.kind == ROW_SKIPPED && r->row.told && r->row.label != OTHER_TABLE));
}

static size_t count_cells(const struct roster *r)
{
	return r->cells->count + r->cells->more;
}

/* Whether the row has neither an ID number nor a name of the usual form. */
static bool has_nobody(struct roster *r)
{
	char name[LINE_TEXT];
	bool nobody = true;

	for (size_t i = 0; i < r->cells->count && nobody; i++)
		nobody = !cell_holds_id(r->cells->cells[i].bytes, r->cells->cells[i].len);
	line_read(&r->decoder, r->row.fields[ROSTER_NAME], name);
	nobody = nobody && name_form(name) != NAME_USUAL;
	explicit_bzero(name, sizeof name);
	return nobody;
}

/* Whether the row is the rest of the row before, which has a name and a number: each has fewer
 * cells than most rows, and both together as many, or one more if the break cut a cell. */
static bool is_rest(struct roster *r)
{
	size_t width = r->columns.width, cells = count_cells(r);
	bool known = r->row.kind == ROW_TITLE ||
		     (r->row.kind == ROW_SKIPPED && r->row.label != ROW_NOTE &&
		      r->row.label != ROW_NOBODY);

	return !known && !r->row.broken && r->usual == width && cells < width && r->before > 0 &&
	       r->before < width &&
	       (r->before + cells == width || r->before + cells == width + 1) && has_nobody(r);
}

/* Skips the second half of a row whose first half has a name and a number. */
static void take_rest(struct roster *r)
{
	r->row.kind = ROW_SKIPPED;
	r->row.label = "上一行断开的后半";
	r->row.told = false;
	r->row.rest = true;
}

const struct roster_row *roster_next_row(struct roster *r, struct diag *d)
{
	while ((r->cells = csv_next(r->in, d)) != NULL && is_blank(r->cells))
		r->blank_above = true;
	if (r->cells == NULL)
		return NULL;
	settle_encoding(r);
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
	r->before =
		r->row.kind == ROW_STUDENT && !r->row.broken && is_whole(r) ? count_cells(r) : 0;
	return &r->row;
}

void roster_skip_valid(struct roster *r, struct fast_path *f)
{
	f->count = f->passed = 0;
	if (r->rest == NULL && !r->other_table && csv_next_row(r->in) > r->columns.skip)
		fast_path_skip(f, r->in, &r->fast_path, r->decoder.encoding);
	if (f->passed > 0)
		r->blank_above = csv_passed_blank(r->in);
	if (f->count == 0)
		return;
	r->before = csv_passed_cells(r->in);
	r->of_others = TITLE_NONE;
}

const struct roster_row *roster_row_at(struct roster *r, size_t row, struct fast_path *f)
{
	const struct roster_row *found;

	do {
		f->max = row - csv_next_row(r->in);
		roster_skip_valid(r, f);
		found = roster_next_row(r, NULL);
	} while (found != NULL && found->row < row);
	return found != NULL && found->row == row && found->kind == ROW_STUDENT ? found : NULL;
}

struct slice roster_name_bare(const struct roster *r, struct slice name, char out[ROSTER_NAME_BARE])
{
	static const char *const wide[] = { "\u3000", "\xA1\xA1" };
	bool gb18030 = r->decoder.encoding == ENCODING_GB18030;
	const char *blank = wide[gb18030];
	size_t used = 0, len = strlen(blank), step;

	if (name.len > ROSTER_NAME_BARE - CSV_BEYOND)
		return name;
	for (size_t at = 0; at < name.len; at += step) {
		const char *p = name.bytes + at;

		if (name.len - at >= len && memcmp(p, blank, len) == 0) {
			step = len;
			continue;
		}
		step = gb18030 && (unsigned char)*p >= 0x80 && at + 1 < name.len ? 2 : 1;
		if (*p == ' ')
			continue;
		memcpy(out + used, p, step);
		used += step;
	}
	return (struct slice){ out, used };
}

bool roster_failed(const struct roster *r)
{
	return csv_failed(r->in);
}

const struct table_row *roster_cells(const struct roster *r)
{
	return r->cells;
}

bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size)
{
	enum decoded decoded;

	if (r->decoder.encoding == ENCODING_ASCII && !encoding_is_ascii(s))
		settle_late(r, s);
	decoded = decoder_read(&r->decoder, s, out, size);
	if (decoded == DECODED_OTHER && r->mixed_line == 0)
		r->mixed_line = r->row.line;
	return decoded != DECODED_OTHER;
}

size_t roster_mixed_line(const struct roster *r)
{
	return r->mixed_line;
}

const char *roster_encoding_name(const struct roster *r)
{
	return csv_is_utf16(r->in) ? "UTF-16" : encoding_name(r->decoder.encoding);
}

const struct columns *roster_columns(const struct roster *r)
{
	return &r->first;
}

size_t roster_header_row(const struct roster *r)
{
	return r->columns.header_row;
}

size_t roster_width(const struct roster *r)
{
	return r->columns.width;
}

const char *roster_delimiter_name(const struct roster *r)
{
	char delimiter = csv_delimiter(r->in);

	return delimiter == ';' ? "分号" : delimiter == '\t' ? "制表符" : "逗号";
}

void roster_no_students(const struct roster *r, struct diag *d)
{
	diag_add(d, roster_header_row(r) + 1, 1, "表头下面一个学生也没有。");
}

bool roster_is_of_other_documents(const struct roster *r)
{
	return columns_is_document(&r->columns, r->number_at) && !r->row.number_whole;
}

bool roster_has(const struct roster *r, enum roster_column column)
{
	return r->columns.index[column] != COLUMN_ABSENT;
}

bool roster_is_foreign(const struct roster *r, size_t index)
{
	return columns_is_foreign(&r->columns, index);
}

enum roster_column roster_column_of(const struct roster *r, size_t index, bool *own)
{
	enum roster_column c = 0;

	while (c < ROSTER_COLUMN_COUNT && r->columns.index[c] != index)
		c++;
	*own = c < ROSTER_COLUMN_COUNT || (!columns_is_foreign(&r->columns, index) &&
					   r->columns.other[ROSTER_ID_NUMBER] != index);
	return c;
}

void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total)
{
	*done = csv_bytes(r->in);
	*total = r->total;
}

void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column)
{
	struct slice before = csv_place(r->in, r->row.broken ? NULL : at, line);

	*column = 1 + encoding_count(r->decoder.encoding, before);
}

/* The index of the cell that holds a quote; SIZE_MAX: none. */
static size_t cell_of(const struct roster *r, const char *quote)
{
	for (size_t i = 0; i < r->cells->count; i++) {
		struct slice s = r->cells->cells[i];

		if (s.len > 0 && s.bytes <= quote && quote < s.bytes + s.len)
			return i;
	}
	return SIZE_MAX;
}

/* Whether a cell has a curly quote in it, “ or ”. cell may be SIZE_MAX. */
static bool is_curly(const struct roster *r, size_t cell)
{
	for (size_t c = 0; c < CURLY && cell != SIZE_MAX; c++) {
		struct slice s = r->cells->cells[cell];

		if (memmem(s.bytes, s.len, curly_of(r)[c], strlen(curly_of(r)[c])) != NULL)
			return true;
	}
	return false;
}

bool roster_fault(const struct roster *r, struct finding *out)
{
	if (!r->row.broken && !r->row.rest && !r->row.told && r->row.quote == NULL)
		return false;
	*out = (struct finding){ .code = FINDING_ROSTER_QUOTE };
	if (r->row.rest) {
		out->code = FINDING_ROSTER_COLUMNS;
		out->kind = KIND_BROKEN_REST;
	} else if (r->row.broken) {
		out->code = FINDING_ROSTER_COLUMNS;
		out->kind = KIND_BROKEN;
		out->other = r->row.row + 1;
	} else if (r->row.quote == NULL) {
		out->code = FINDING_ROSTER_UNREAD;
		out->kind = r->row.label == OTHER_TABLE ? KIND_TABLE_UNREAD : KIND_ROW_UNREAD;
		out->label = r->row.kind == ROW_TITLE ? "标题" : r->row.label;
	} else {
		size_t cell = cell_of(r, r->row.quote);

		out->kind = is_curly(r, cell) ? KIND_QUOTE_CURLY : KIND_QUOTE;
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
	roster_place(r, r->row.quote, &line, &column);
	diag_add(d, line, column, "%s", sentence_make(&f, SENTENCE_ROSTER, sentence));
}
