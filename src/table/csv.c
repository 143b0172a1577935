/* SPDX-License-Identifier: MIT */
#include "table/csv.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/eight_bytes.h"
#include "base/xalloc.h"
#include "table/csv_dialect.h"
#include "table/csv_quotes.h"
#include "table/csv_rows.h"
#include "table/csv_text.h"

struct csv {
	bool has_mark;
	struct csv_rows rows;
};

/* text: not opened yet. */
static struct csv *make(struct csv_text text)
{
	struct csv *in = xmalloc(sizeof *in);

	in->has_mark = false;
	in->rows.text = text;
	return in;
}

/* Skips the byte order mark and `sep=;`; detects line end, delimiter and, if it is 0, width. */
static void read_start(struct csv *in, size_t width)
{
	struct csv_text *t = &in->rows.text;

	in->has_mark = csv_text_skip_mark(t);
	csv_rows_start(&in->rows);
	if (t->line_end == 0)
		t->line_end = csv_find_line_end(csv_ahead(in));
	if (t->delimiter == 0)
		t->delimiter = csv_find_delimiter(csv_ahead(in), t->line_end);
	if (t->end - t->at >= 6 && memcmp(t->at, "sep=", 4) == 0 && t->at[4] != '\0' &&
	    strchr(",;\t", t->at[4]) != NULL && csv_is_break(t->at[5])) {
		t->delimiter = t->at[4];
		csv_next(in, NULL);
		in->rows.row.row = 0; /* Excel does not show this line */
	}
	t->width = width > 0 ? width : csv_find_width(csv_ahead(in), t->line_end, t->delimiter);
}

struct csv *csv_open(int fd, const struct csv_options *options, struct diag *d)
{
	struct csv_options used = options != NULL ? *options : (struct csv_options){ 0 };
	struct csv *in = make((struct csv_text){ .delimiter = used.delimiter,
						 .line_end = used.line_end,
						 .fd = fd,
						 .block = used.block > 0 ? used.block : CSV_BLOCK,
						 .stop = used.stop });

	if (!csv_text_open(&in->rows.text, used.head > 0 ? used.head : CSV_BLOCK, d)) {
		csv_close(in);
		return NULL;
	}
	read_start(in, used.width);
	return in;
}

struct csv *csv_open_bytes(struct slice bytes)
{
	struct csv *in = make((struct csv_text){ 0 });

	csv_text_copy(&in->rows.text, bytes);
	read_start(in, 0);
	return in;
}

static struct csv *open_part(const struct csv *from, struct slice bytes)
{
	const struct csv_text *t = &from->rows.text;
	struct csv *in = make((struct csv_text){ .delimiter = t->delimiter,
						 .line_end = t->line_end,
						 .width = t->width,
						 .number = t->number });

	csv_text_copy(&in->rows.text, bytes);
	csv_rows_start(&in->rows);
	return in;
}

void csv_set_delimiter(struct csv *in, char delimiter)
{
	struct csv_text *t = &in->rows.text;

	t->delimiter = delimiter;
	t->width = csv_find_width(csv_ahead(in), t->line_end, delimiter);
}

const struct table_row *csv_next(struct csv *in, struct diag *d)
{
	return csv_rows_next(&in->rows, d);
}

struct slice csv_place(const struct csv *in, const char *at, size_t *line)
{
	const char *start = in->rows.text.at;

	at = at != NULL ? at : start;
	*line = in->rows.row.line + csv_count_lines(&in->rows.text, start, at, &start);
	return (struct slice){ start, (size_t)(at - start) };
}

struct csv *csv_open_head(const struct csv *in)
{
	struct slice head = csv_ahead(in);
	size_t len = head.len;

	if (!csv_all_read(in))
		while (len > 0 && !csv_is_break(head.bytes[len - 1]))
			len--;
	head.len = len > 0 ? len : head.len;
	return open_part(in, head);
}

/* Returns the end of the next `lines` lines, or the end of memory if it comes first. */
static const char *next_lines_end(const struct csv *in, size_t lines)
{
	const char *end = in->rows.next, *lf;

	for (; lines > 0 && end < in->rows.text.end; lines--) {
		if (in->rows.text.line_end == '\r') {
			end = csv_end_of_line(end, in->rows.text.end);
			continue;
		}
		lf = memchr(end, '\n', (size_t)(in->rows.text.end - end));
		end = lf != NULL ? lf + 1 : in->rows.text.end;
	}
	return end;
}

struct csv *csv_open_next_lines(struct csv *in, size_t lines, struct diag *d)
{
	const char *end;

	if (in->rows.row.quote != NULL)
		return NULL;
	while ((end = next_lines_end(in, lines)) == in->rows.text.end && !in->rows.text.ended &&
	       in->rows.text.end - in->rows.text.at < CSV_ROW_MAX)
		if (!csv_rows_refill(&in->rows, d))
			return NULL;
	if (end == in->rows.next ||
	    (end == in->rows.text.end && (!in->rows.text.ended || in->rows.text.cut)))
		return NULL;
	return open_part(in, (struct slice){ in->rows.next, (size_t)(end - in->rows.next) });
}

size_t csv_next_cells(const struct csv *in)
{
	const char *p = in->rows.next;
	uint64_t word, stops, found;
	size_t cells = 1;

	for (;; p += EIGHT_BYTES) {
		word = eight_load(p);
		stops = eight_below(word, '\r' + 1) & ~eight_equal(word, '\t');
		if (p >= in->rows.text.end || eight_equal(word, '"') != 0)
			return 0;
		found = eight_equal(word, in->rows.text.delimiter);
		if (stops != 0)
			found &= stops ^ (stops - 1);
		cells += eight_count(found);
		if (stops != 0)
			break;
	}
	p += eight_first(stops);
	word = p > in->rows.next ? (unsigned char)p[-1] : (unsigned char)in->rows.text.delimiter;
	p += p[0] == '\r' && p[1] == '\n';
	return *p == '\n' && p < in->rows.text.end && word != (unsigned char)in->rows.text.delimiter
		       ? cells
		       : 0;
}

void csv_close(struct csv *in)
{
	if (in == NULL)
		return;
	csv_text_free(&in->rows.text);
	free(in);
}

bool csv_failed(const struct csv *in)
{
	return in->rows.text.failed;
}

struct slice csv_ahead(const struct csv *in)
{
	return (struct slice){ in->rows.next, (size_t)(in->rows.text.end - in->rows.next) };
}

void csv_skip(struct csv *in, size_t bytes, size_t rows)
{
	in->rows.next += bytes;
	in->rows.next_line += rows;
	in->rows.row.row += rows;
}

bool csv_rows_are_lines(const struct csv *in, size_t from)
{
	return in->rows.uneven < from;
}

bool csv_skip_lines(struct csv *in, size_t lines)
{
	struct csv_text *t = &in->rows.text;
	char *lf;

	csv_skip(in, 0, lines);
	while (lines > 0) {
		lf = memchr(in->rows.next, '\n', (size_t)(t->end - in->rows.next));
		if (lf != NULL) {
			in->rows.next = lf + 1;
			lines--;
			continue;
		}
		t->at = in->rows.next;
		if (t->ended || !csv_text_refill(t, NULL))
			return false;
		in->rows.next = t->at;
	}
	return true;
}

size_t csv_passed_cells(const struct csv *in)
{
	const char *end = in->rows.next, *start;

	while (end > in->rows.text.at && csv_is_break(end[-1]))
		end--;
	for (start = end; start > in->rows.text.at && !csv_is_break(start[-1]);)
		start--;
	return csv_count_cells(&in->rows.text, start, end);
}

bool csv_passed_blank(const struct csv *in)
{
	const char *end = in->rows.next;

	end -= end > in->rows.text.at && end[-1] == '\n';
	end -= end > in->rows.text.at && end[-1] == '\r';
	while (end > in->rows.text.at && !csv_is_break(end[-1]) &&
	       (end[-1] == csv_delimiter(in) || (unsigned char)end[-1] <= ' '))
		end--;
	return end == in->rows.text.at || csv_is_break(end[-1]);
}

size_t csv_next_row(const struct csv *in)
{
	return in->rows.row.row + 1;
}

bool csv_has_mark(const struct csv *in)
{
	return in->has_mark;
}

char csv_delimiter(const struct csv *in)
{
	return in->rows.text.delimiter;
}

char csv_line_end(const struct csv *in)
{
	return in->rows.text.line_end;
}

void csv_set_columns(struct csv *in, size_t width, size_t number)
{
	in->rows.text.width = width;
	in->rows.text.number = number;
}

bool csv_is_utf16(const struct csv *in)
{
	return in->rows.text.utf16;
}

size_t csv_width(const struct csv *in)
{
	return in->rows.text.width;
}

bool csv_all_read(const struct csv *in)
{
	return in->rows.text.ended && !in->rows.text.cut;
}

size_t csv_next_line(const struct csv *in)
{
	return in->rows.next_line;
}

unsigned long long csv_bytes(const struct csv *in)
{
	unsigned long long ahead = (unsigned long long)(in->rows.text.end - in->rows.next);

	return ahead < in->rows.text.got ? in->rows.text.got - ahead : 0;
}
