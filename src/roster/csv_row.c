/* SPDX-License-Identifier: MIT */
#include "base/eight_bytes.h"
#include "roster/csv_in.h"
#include "roster/csv_internal.h"

/* What a walk along the row at `at` came to. */
enum walk { WALK_ROW, WALK_MORE, WALK_UNCLOSED, WALK_HALF };

static inline void keep(struct csv_in *in, const char *from, const char *to)
{
	if (in->row.count < CSV_CELLS_MAX)
		in->cells[in->row.count++] = (struct slice){ from, (size_t)(to - from) };
	else
		in->row.more++;
}

/* A row without quotes that ends with LF or CRLF in memory: nearly all of them. Eight bytes at once: cells
 * are too short for memchr() to pay. Behind the end of what is read there is nothing to be found. */
static bool take_plain(struct csv_in *in)
{
	const char *cell = in->at, *p = cell, *stop;
	uint64_t word, breaks, found;

	in->row.count = in->row.more = 0;
	do {
		if (p >= in->end)
			return false;
		word = eight_load(p);
		if (eight_equal(word, '"') != 0)
			return false;
		breaks = eight_equal(word, '\n') | eight_equal(word, '\r');
		found = eight_equal(word, in->how.delimiter);
		if (breaks != 0)
			found &= breaks ^ (breaks - 1);
		for (; found != 0; found &= found - 1) {
			stop = p + eight_first(found);
			keep(in, cell, stop);
			cell = stop + 1;
		}
		p += EIGHT_BYTES;
	} while (breaks == 0);
	stop = p - EIGHT_BYTES + eight_first(breaks);
	keep(in, cell, stop);
	stop += *stop == '\r';
	if (*stop != '\n')
		return false;
	in->next = in->at + (stop + 1 - in->at);
	in->next_line++;
	return true;
}

/* The quote that closes a cell, from behind the one that opens it; NULL: not in memory. */
static char *closing_quote(const struct csv_in *in, char *p)
{
	while ((p = memchr(p, '"', (size_t)(in->end - p))) != NULL) {
		if (p + 1 == in->end)
			return in->ended ? p : NULL;
		if (p[1] != '"')
			return p;
		p += 2;
	}
	return NULL;
}

/* Behind the cell at p; NULL: its quote is open where memory ends. */
static char *cell_end(struct csv_in *in, char *p)
{
	char delimiter = in->how.delimiter;

	if (p < in->end && *p == '"' && (size_t)(p - in->at) != in->literal) {
		char *close = closing_quote(in, p + 1);

		if (close == NULL) {
			in->open_quote = p;
			return NULL;
		}
		p = close + 1;
	}
	while (p < in->end && *p != delimiter && *p != '\n' && *p != '\r')
		p++;
	return p;
}

/* Cuts the row into cells, their quotes still on; changes nothing in memory, so that it can start
 * again with more of it. */
static enum walk walk(struct csv_in *in)
{
	char *p = in->at, *stop;

	in->row.count = in->row.more = 0;
	in->open_quote = NULL;
	while ((stop = cell_end(in, p)) != NULL) {
		keep(in, p, stop);
		if (stop == in->end || *stop != in->how.delimiter)
			break;
		p = stop + 1;
	}
	if (in->cut && (stop == NULL || stop == in->end))
		return WALK_HALF;
	if (stop == NULL)
		return in->ended ? WALK_UNCLOSED : WALK_MORE;
	in->next = stop;
	if (stop == in->end)
		return in->ended ? WALK_ROW : WALK_MORE;
	in->next++;
	if (*stop == '\n')
		return WALK_ROW;
	if (in->next == in->end && !in->ended)
		return WALK_MORE;
	in->next += in->next < in->end && *in->next == '\n';
	return WALK_ROW;
}

/* Takes the quotes off. What that leaves free is filled with quotes, so that csv_in_place()
 * counts as many characters as the file has. */
static void unquote(struct csv_in *in, struct slice *cell)
{
	char *p = in->buffer + (cell->bytes - in->buffer) + 1, *out = p;
	const char *end = cell->bytes + cell->len;
	bool open = true;

	cell->bytes = p;
	while (p < end) {
		if (!open || *p != '"') {
			*out++ = *p++;
		} else if (p + 1 < end && p[1] == '"') {
			*out++ = '"';
			p += 2;
		} else {
			open = false;
			p++;
		}
	}
	cell->len = (size_t)(out - cell->bytes);
	memset(out, '"', (size_t)(end - out));
}

/* Line ends between two places; *last is behind the last one, if there is any. */
static size_t count_lines(const char *p, const char *end, const char **last)
{
	size_t count = 0;

	for (; p < end; p++) {
		if (*p != '\n' && *p != '\r')
			continue;
		p += *p == '\r' && p + 1 < end && p[1] == '\n';
		count++;
		*last = p + 1;
	}
	return count;
}

static void finish(struct csv_in *in)
{
	const char *last;

	for (size_t i = 0; i < in->row.count; i++) {
		struct slice *cell = &in->cells[i];

		if (cell->len > 0 && *cell->bytes == '"' &&
		    (size_t)(cell->bytes - in->at) != in->literal)
			unquote(in, cell);
	}
	in->next_line += count_lines(in->at, in->next, &last);
}

/* Without an end to the quote the row is walked again, as if it were none. */
static void read_on(struct csv_in *in, struct diag *d)
{
	size_t line, column;

	csv_in_place(in, in->open_quote, &line, &column);
	diag_add(d, line, column,
		 "这个引号一直没有配对的另一半，当作普通字符读了下去：补上另一半，或者删掉它。");
	in->literal = (size_t)(in->open_quote - in->at);
}

/* false: the end, or trouble. */
static bool take_hard(struct csv_in *in, struct diag *d)
{
	while (in->at < in->end || !in->ended) {
		switch (walk(in)) {
		case WALK_ROW:
			finish(in);
			return true;
		case WALK_UNCLOSED:
			read_on(in, d);
			break;
		case WALK_HALF:
			return false;
		case WALK_MORE:
			if (in->end - in->at < CSV_ROW_MAX) {
				if (!csv_refill(in, d))
					return false;
			} else if (in->open_quote != NULL && in->literal == CSV_NO_QUOTE) {
				read_on(in, d);
			} else {
				diag_add(d, in->row.line, 1,
					 "这一行太长，超过 1 MiB，不读了：是不是选错了文件？");
				return csv_fail(in);
			}
		}
	}
	return false;
}

const struct csv_row *csv_in_next(struct csv_in *in, struct diag *d)
{
	in->at = in->next;
	in->row.line = in->next_line;
	in->literal = CSV_NO_QUOTE;
	if (!take_plain(in) && !take_hard(in, d))
		return NULL;
	in->row.row++;
	return &in->row;
}

void csv_in_place(const struct csv_in *in, const char *at, size_t *line, size_t *column)
{
	const char *last = in->at;

	*line = in->row.line + count_lines(in->at, at, &last);
	*column = 1 + (in->characters != NULL ? in->characters(last, (size_t)(at - last))
					      : (size_t)(at - last));
}
