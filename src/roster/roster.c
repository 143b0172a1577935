/* SPDX-License-Identifier: MIT */
#include "roster/roster.h"

#include <string.h>

#include "roster/roster_internal.h"

static bool starts_blank(struct slice s)
{
	return s.len == 0 || (unsigned char)s.bytes[0] <= ' ';
}

static bool is_blank(const struct csv_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t at = 0; at < row->cells[i].len; at++)
			if ((unsigned char)row->cells[i].bytes[at] > ' ')
				return false;
	return true;
}

static bool same(struct slice a, struct slice b)
{
	return a.len == b.len && a.len > 0 && memcmp(a.bytes, b.bytes, a.len) == 0;
}

const struct roster_row *roster_next(struct roster *r, struct diag *d)
{
	const struct slice *name = &r->row.fields[ROSTER_NAME];
	const struct slice *number = &r->row.fields[ROSTER_ID_NUMBER];
	const struct csv_row *cells;

	while ((cells = csv_in_next(r->in, d)) != NULL) {
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
		if (same(*number, r->header.number) && same(*name, r->header.name))
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
	return csv_in_failed(r->in);
}

const struct csv_row *roster_cells(const struct roster *r)
{
	return r->cells;
}

/* The rows at hand tell better than one cell. */
static void settle_late(struct roster *r, struct slice s)
{
	enum roster_encoding encoding = roster_encoding_find(csv_in_ahead(r->in), false);

	if (encoding == ROSTER_ASCII)
		encoding = roster_encoding_find(s, true);
	roster_settle(r, encoding);
}

bool roster_utf8(struct roster *r, struct slice s, char *out, size_t size)
{
	bool fits;

	if (r->text.encoding == ROSTER_ASCII && !roster_is_ascii(s))
		settle_late(r, s);
	fits = roster_decode(&r->text, s, out, size);
	if (!fits && r->mixed_line == 0)
		r->mixed_line = r->row.line;
	return fits;
}

size_t roster_mixed_line(const struct roster *r)
{
	return r->mixed_line;
}

struct slice roster_number(struct slice cell)
{
	while (cell.len > 0 && (cell.bytes[0] == ' ' || cell.bytes[0] == '\t')) {
		cell.bytes++;
		cell.len--;
	}
	while (cell.len > 0 &&
	       (cell.bytes[cell.len - 1] == ' ' || cell.bytes[cell.len - 1] == '\t'))
		cell.len--;
	if (cell.len > 0 && cell.bytes[0] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 1 };
	if (cell.len >= 3 && memcmp(cell.bytes, "=\"", 2) == 0 && cell.bytes[cell.len - 1] == '"')
		return (struct slice){ cell.bytes + 2, cell.len - 3 };
	return cell;
}

enum roster_encoding roster_encoding(const struct roster *r)
{
	return r->text.encoding;
}

const char *roster_encoding_name(enum roster_encoding encoding)
{
	static const char *const names[] = { "ASCII", "UTF-8", "GB18030" };

	return names[encoding];
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
	return csv_in_delimiter(r->in);
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
	return r->columns.index[column] != ROSTER_ABSENT;
}

void roster_progress(const struct roster *r, unsigned long long *done, unsigned long long *total)
{
	*done = csv_in_bytes(r->in);
	*total = r->total;
}

void roster_place(const struct roster *r, const char *at, size_t *line, size_t *column)
{
	csv_in_place(r->in, at, line, column);
}
