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
#include "roster/columns.h"
#include "roster/csv.h"
#include "roster/encoding.h"

/* Name and number as they stand in the header, in the file's encoding. */
struct header_cells {
	char *name, *number; /* owned, NULL: none */
	size_t name_len, number_len;
};

struct roster {
	int own_fd; /* -1: none */
	struct csv *in;
	struct decoder decoder;
	struct columns columns;
	struct fast_path_columns fast_path;
	enum roster_column present[ROSTER_COLUMN_COUNT];
	size_t present_count;
	struct header_cells header;
	unsigned long long total; /* bytes; 0: not known */
	size_t mixed_line;
	const struct table_row *cells; /* borrowed; NULL: none yet */
	struct roster_row row;
};

#define SAVE_AS "用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”。"

static bool starts_with(struct slice s, const char *bytes, size_t len)
{
	return s.len >= len && memcmp(s.bytes, bytes, len) == 0;
}

/* A workbook saved under a CSV's name is the commonest slip of all. */
static bool is_text(struct slice head, struct diag *d)
{
	if (head.len == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	if (starts_with(head, "PK\x03\x04", 4) || starts_with(head, "\xD0\xCF\x11\xE0", 4))
		return diag_add(d, 1, 1, "这是 Excel 工作簿，不是 CSV：" SAVE_AS);
	if (starts_with(head, "\xFF\xFE", 2) || starts_with(head, "\xFE\xFF", 2))
		return diag_add(d, 1, 1, "这是 UTF-16 编码的文本，读不了：" SAVE_AS);
	if (starts_with(head, "<", 1))
		return diag_add(d, 1, 1, "这是网页格式的表格，不是 CSV：" SAVE_AS);
	return true;
}

/* The whole rows of the head; all of it when there is but a part of one. */
static struct slice whole_rows(const struct csv *in)
{
	struct slice head = csv_ahead(in);
	size_t len = head.len;

	if (csv_all_read(in))
		return head;
	while (len > 0 && head.bytes[len - 1] != '\n' && head.bytes[len - 1] != '\r')
		len--;
	head.len = len > 0 ? len : head.len;
	return head;
}

static void set_encoding(struct roster *r, enum encoding encoding)
{
	r->decoder.encoding = encoding;
	csv_count_by(r->in, encoding_counter(encoding));
}

static bool find_encoding(struct roster *r, struct diag *d)
{
	struct slice head = csv_ahead(r->in);

	set_encoding(r, csv_has_mark(r->in) ? ENCODING_UTF8
					    : encoding_find(head, csv_all_read(r->in)));
	if (r->decoder.encoding != ENCODING_GB18030 || decoder_ready(&r->decoder))
		return true;
	return diag_add(d, 0, 0,
			"这是 GB18030 编码的文件，本机缺少它的转换表：请另存为 UTF-8 再来。");
}

/* A cell of the header, owned; NULL if a quote makes this row another one than in the head. */
static char *copy_cell(const struct table_row *row, size_t index, size_t *len)
{
	*len = index < row->count ? row->cells[index].len : 0;
	return *len > 0 ? memcpy(xmalloc(*len), row->cells[index].bytes, *len) : NULL;
}

/* Goes past what is above the first student. */
static bool skip_rows(struct roster *r, struct diag *d)
{
	for (size_t i = 0; i < r->columns.skip; i++) {
		const struct table_row *row = csv_next(r->in, d);

		if (row == NULL)
			return false;
		if (row->row != r->columns.header_row)
			continue;
		r->header.name = copy_cell(row, r->columns.index[ROSTER_NAME], &r->header.name_len);
		r->header.number =
			copy_cell(row, r->columns.index[ROSTER_ID_NUMBER], &r->header.number_len);
	}
	return true;
}

static void set_columns(struct roster *r)
{
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (r->columns.index[c] != COLUMN_ABSENT)
			r->present[r->present_count++] = (enum roster_column)c;
	r->fast_path = fast_path_prepare(&r->columns);
}

static bool start(struct roster *r, struct diag *d)
{
	struct columns_probe probe = { 0 };

	if (!is_text(csv_ahead(r->in), d) || !find_encoding(r, d))
		return false;
	probe = (struct columns_probe){ whole_rows(r->in), csv_next_line(r->in),
					csv_delimiter(r->in), &r->decoder };
	if (!columns_find(&probe, &r->columns, d))
		return false;
	set_columns(r);
	return skip_rows(r, d);
}

struct roster *roster_open_fd(int fd, const struct csv_options *how, struct diag *d)
{
	struct roster *r = xcalloc(1, sizeof *r);
	struct stat st;

	r->own_fd = -1;
	r->decoder.gb18030 = (iconv_t)-1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		r->total = (unsigned long long)st.st_size;
	r->in = csv_open(fd, how, d);
	if (r->in != NULL && start(r, d))
		return r;
	roster_close(r);
	return NULL;
}

/* Not O_NONBLOCK: a pipe with a name, <(…) in a shell, is as good as a file. */
struct roster *roster_open(const char *path, const struct csv_options *how, struct diag *d)
{
	struct roster *r;
	int fd;

	if (strcmp(path, "-") == 0) {
		diag_file(d, "标准输入");
		return roster_open_fd(STDIN_FILENO, how, d);
	}
	diag_file(d, path);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
		return NULL;
	}
	r = roster_open_fd(fd, how, d);
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
	if (r->decoder.gb18030 != (iconv_t)-1)
		iconv_close(r->decoder.gb18030);
	free(r->header.name);
	free(r->header.number);
	if (r->own_fd >= 0)
		close(r->own_fd);
	free(r);
}

static bool starts_blank(struct slice s)
{
	return s.len == 0 || (unsigned char)s.bytes[0] <= ' ';
}

static bool is_blank(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t at = 0; at < row->cells[i].len; at++)
			if ((unsigned char)row->cells[i].bytes[at] > ' ')
				return false;
	return true;
}

static bool equals(struct slice s, const char *bytes, size_t len)
{
	return len > 0 && s.len == len && memcmp(s.bytes, bytes, len) == 0;
}

const struct roster_row *roster_next(struct roster *r, struct diag *d)
{
	const struct slice *name = &r->row.fields[ROSTER_NAME];
	const struct slice *number = &r->row.fields[ROSTER_ID_NUMBER];
	const struct table_row *cells;

	while ((cells = csv_next(r->in, d)) != NULL) {
		for (size_t i = 0; i < r->present_count; i++) {
			enum roster_column c = r->present[i];
			size_t at = r->columns.index[c];

			struct slice *field = &r->row.fields[c];
			bool there = at < cells->count;

			field->len = there ? cells->cells[at].len : 0;
			field->bytes = there ? cells->cells[at].bytes : NULL;
		}
		if (starts_blank(*name) && starts_blank(*number) && is_blank(cells))
			continue;
		/* Classes put one below the other, each with its header. */
		if (equals(*number, r->header.number, r->header.number_len) &&
		    equals(*name, r->header.name, r->header.name_len))
			continue;
		break;
	}
	r->cells = cells;
	if (cells == NULL)
		return NULL;
	r->row.row = cells->row;
	r->row.line = cells->line;
	return &r->row;
}

bool roster_failed(const struct roster *r)
{
	return csv_failed(r->in);
}

const struct table_row *roster_cells(const struct roster *r)
{
	return r->cells;
}

/* The rows at hand tell better than one cell. */
static void settle_late(struct roster *r, struct slice s)
{
	enum encoding encoding = encoding_find(csv_ahead(r->in), false);

	if (encoding == ENCODING_ASCII)
		encoding = encoding_find(s, true);
	set_encoding(r, encoding);
}

bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size)
{
	bool fits;

	if (r->decoder.encoding == ENCODING_ASCII && !encoding_is_ascii(s))
		settle_late(r, s);
	fits = decoder_read(&r->decoder, s, out, size);
	if (!fits && r->mixed_line == 0)
		r->mixed_line = r->row.line;
	return fits;
}

size_t roster_mixed_line(const struct roster *r)
{
	return r->mixed_line;
}

enum encoding roster_encoding(const struct roster *r)
{
	return r->decoder.encoding;
}

size_t roster_header_row(const struct roster *r)
{
	return r->columns.header_row;
}

size_t roster_width(const struct roster *r)
{
	return r->columns.width;
}

char roster_delimiter(const struct roster *r)
{
	return csv_delimiter(r->in);
}

const char *roster_delimiter_name(char delimiter)
{
	switch (delimiter) {
	case ';':
		return "分号";
	case '\t':
		return "制表符";
	default:
		return "逗号";
	}
}

void roster_no_students(const struct roster *r, struct diag *d)
{
	diag_add(d, roster_header_row(r) + 1, 1, "表头下面一个学生也没有。");
}

bool roster_has(const struct roster *r, enum roster_column column)
{
	return r->columns.index[column] != COLUMN_ABSENT;
}

void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total)
{
	*done = csv_bytes(r->in);
	*total = r->total;
}

void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column)
{
	csv_place(r->in, at, line, column);
}

void roster_skip_valid(struct roster *r, struct fast_path *f)
{
	fast_path_skip(f, r->in, &r->fast_path, r->decoder.encoding);
}

bool roster_name_valid(const struct roster *r, struct slice name)
{
	return name.len > 0 && r->decoder.encoding != ENCODING_ASCII &&
	       fast_path_name_valid(r->decoder.encoding, name);
}
