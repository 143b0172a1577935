/* SPDX-License-Identifier: MIT */
#include "roster/csv.h"

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/eight_bytes.h"
#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { SLACK = 4096 }; /* bytes for a row that a block cuts in two */

struct csv {
	int fd; /* -1: reads from memory */
	struct csv_options options;
	bool ended; /* nothing more is read */
	bool cut;   /* stopped by a signal: a last line without its line end is no complete row */
	bool failed;
	bool has_mark;
	unsigned long long got, expected; /* bytes read; bytes of the file when it was opened */
	char *buffer;                     /* owned */
	size_t capacity;
	char *at, *next, *end; /* the row, the next row, the end of the data; into buffer */
	char *open_quote;      /* quote that the last walk() found no end of; NULL: none */
	size_t literal;        /* offset in the row from which on quotes are literal, or NO_QUOTE */
	size_t width;          /* cells of most of the first rows; 0: not known */
	size_t next_line;
	bool utf16, big_endian; /* encoding of the file; the buffer is UTF-8 */
	unsigned char left[4];  /* bytes of a character that the last block cut in two */
	size_t left_len;
	struct table_row row;
	/* make() does not clear the following members. */
	struct slice cells[CSV_CELLS_MAX];
	bool quoted[CSV_CELLS_MAX]; /* finish() removes the cell's quotes */
};

#define NO_QUOTE SIZE_MAX

/* Writes zeros behind the end, so that a search that reads past it finds nothing there. */
static void close_off(struct csv *in)
{
	memset(in->end, 0, CSV_BEYOND);
}

static bool fail(struct csv *in)
{
	in->failed = in->ended = true;
	in->at = in->next = in->end;
	close_off(in);
	return false;
}

/* Does not use realloc(), which would leave a copy in freed memory. */
static void enlarge(struct csv *in, size_t capacity)
{
	size_t len = (size_t)(in->end - in->at);
	char *larger = xmalloc(capacity + CSV_BEYOND);

	memcpy(larger, in->at, len);
	explicit_bzero(in->buffer, in->capacity);
	free(in->buffer);
	in->buffer = larger;
	in->capacity = capacity;
}

static bool check_end(struct csv *in, struct diag *d)
{
	in->ended = true;
	if (in->got >= in->expected)
		return true;
	diag_add(d, 0, 0, "读的时候文件变短了，后面的没有读到：等写它的程序写完，再来一次。");
	return fail(in);
}

/* Checks `stop` before each read(): a signal that came earlier does not interrupt it. */
static ssize_t read_block(const struct csv *in, char *to)
{
	ssize_t n;

	do {
		if (in->options.stop != NULL && *in->options.stop != 0) {
			errno = EINTR;
			return -1;
		}
		n = read(in->fd, to, in->options.block);
	} while (n < 0 && errno == EINTR);
	return n;
}

static unsigned unit_at(const struct csv *in, const unsigned char *p)
{
	return in->big_endian ? (unsigned)(p[0] << 8 | p[1]) : (unsigned)(p[1] << 8 | p[0]);
}

/* Decodes the character at p and returns its length in bytes; 0 if the n bytes there are not all of
 * it. */
static size_t decode_utf16(const struct csv *in, const unsigned char *p, size_t n, uint32_t *cp)
{
	unsigned low;

	if (n < 2)
		return 0;
	*cp = unit_at(in, p);
	if (*cp < 0xD800 || *cp > 0xDFFF)
		return 2;
	if (*cp < 0xDC00 && n < 4)
		return 0;
	low = *cp < 0xDC00 ? unit_at(in, p + 2) : 0;
	if (low < 0xDC00 || low > 0xDFFF) {
		*cp = 0xFFFD;
		return 2;
	}
	*cp = 0x10000 + ((*cp - 0xD800) << 10) + (low - 0xDC00);
	return 4;
}

/* Appends bytes of UTF-16 as UTF-8, the bytes left from the last block first. Two bytes may become
 * three. */
static void append_utf16(struct csv *in, const char *bytes, size_t n)
{
	unsigned char *all = xmalloc(in->left_len + n);
	size_t len = in->left_len + n, at = 0, step;
	uint32_t cp;

	memcpy(all, in->left, in->left_len);
	memcpy(all + in->left_len, bytes, n);
	while ((step = decode_utf16(in, all + at, len - at, &cp)) > 0) {
		in->end += text_encode(cp, in->end);
		at += step;
	}
	in->left_len = len - at;
	memcpy(in->left, all + at, in->left_len);
	explicit_bzero(all, len);
	free(all);
}

/* Appends a block to the buffer. Returns the bytes read; -1 on failure, with errno set. */
static ssize_t append_block(struct csv *in)
{
	ssize_t n;
	char *raw;

	if (!in->utf16) {
		n = read_block(in, in->end);
		in->end += n > 0 ? n : 0;
		return n;
	}
	raw = xmalloc(in->options.block);
	n = read_block(in, raw);
	if (n > 0)
		append_utf16(in, raw, (size_t)n);
	explicit_bzero(raw, in->options.block);
	free(raw);
	return n;
}

/* Appends a block to the buffer; the row at `at` moves to the buffer's start. Returns false on
 * failure; d says why. */
static bool refill(struct csv *in, struct diag *d)
{
	size_t len = (size_t)(in->end - in->at);
	ssize_t n;

	if (in->capacity - len < 2 * in->options.block)
		enlarge(in, 2 * in->capacity);
	else if (in->at != in->buffer)
		memmove(in->buffer, in->at, len);
	in->at = in->next = in->buffer;
	in->end = in->buffer + len;
	n = append_block(in);
	if (n < 0 && errno == EINTR) {
		in->ended = in->cut = true;
	} else if (n < 0) {
		diag_add(d, 0, 0, "读到一半出错：%s。", file_error_text(errno));
		return fail(in);
	} else if (n == 0 && !check_end(in, d)) {
		return false;
	} else {
		in->got += (unsigned long long)n;
	}
	close_off(in);
	return true;
}

/* How walk() ended. */
enum walk { WALK_ROW, WALK_MORE, WALK_UNCLOSED, WALK_HALF };

static inline void keep(struct csv *in, const char *from, const char *to)
{
	if (in->row.count < CSV_CELLS_MAX)
		in->cells[in->row.count++] = (struct slice){ from, (size_t)(to - from) };
	else
		in->row.more++;
}

/* Reads a row without quotes whose LF or CRLF is in memory, as nearly all rows are; returns false
 * for any other row. Examines eight bytes at once: cells are too short for memchr() to pay. Saves
 * 0.08 s of 0.37 s for a million rows. */
static bool take_plain(struct csv *in)
{
	const char *cell = in->at, *p = cell, *stop;
	uint64_t word, breaks, found;

	in->row.count = in->row.more = 0;
	in->row.quote = NULL;
	do {
		if (p >= in->end)
			return false;
		word = eight_load(p);
		if (eight_equal(word, '"') != 0)
			return false;
		breaks = eight_equal(word, '\n') | eight_equal(word, '\r');
		found = eight_equal(word, in->options.delimiter);
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

/* Finds the quote that closes a cell; p is behind the one that opens it. Returns NULL if it is not
 * in memory. */
static char *closing_quote(const struct csv *in, char *p)
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

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* A tab is no padding if it is the delimiter. */
static bool is_padding(const struct csv *in, char c)
{
	return (c == ' ' || c == '\t') && c != in->options.delimiter;
}

static char *skip_padding(const struct csv *in, char *p)
{
	while (p < in->end && is_padding(in, *p))
		p++;
	return p;
}

/* Returns the end of the line at p, behind its line break. */
static const char *line_end(const char *p, const char *end)
{
	while (p < end && !is_break(*p))
		p++;
	if (p < end && *p++ == '\r' && p < end && *p == '\n')
		p++;
	return p;
}

static bool has_break(const char *p, const char *end)
{
	while (p < end && !is_break(*p))
		p++;
	return p < end;
}

/* Counts the cells of one line, whose quotes are well-formed or literal. */
static size_t count_cells(const struct csv *in, const char *p, const char *end)
{
	size_t cells = 1;
	bool starts = true;

	for (; p < end && !is_break(*p); p++) {
		if (starts && *p == '"') {
			const char *close = p + 1;

			while (close < end && !is_break(*close) && *close != '"')
				close++;
			p = close < end && *close == '"' ? close : p;
		}
		starts = *p == in->options.delimiter || (starts && is_padding(in, *p));
		cells += *p == in->options.delimiter;
	}
	return cells;
}

/* Skips the CR at p; also the CRs that follow, unless each CR ends a row. */
static const char *skip_returns(const struct csv *in, const char *p)
{
	const char *behind = p;

	while (behind < in->end && *behind == '\r' && (behind == p || in->options.line_end != '\r'))
		behind++;
	return behind;
}

/* Whether the line break at p ends the row. The cell that ends at p is not kept yet. */
enum ends { ENDS_NOT, ENDS_ROW, ENDS_UNKNOWN };

static enum ends ends_row(const struct csv *in, const char *p)
{
	size_t cells = in->row.count + in->row.more + 1;
	const char *behind, *next;

	if (*p == '\n')
		return ENDS_ROW;
	behind = skip_returns(in, p);
	if (behind == in->end && !in->ended)
		return ENDS_UNKNOWN;
	if (behind == in->end || *behind == '\n' || in->options.line_end == '\r')
		return ENDS_ROW;
	if (in->width < 2 || cells != in->width)
		return ENDS_NOT;
	next = line_end(behind, in->end);
	if (next == in->end && !in->ended)
		return ENDS_UNKNOWN;
	return count_cells(in, behind, next) == in->width ? ENDS_ROW : ENDS_NOT;
}

/* Skips the line break at p, which ends a row; CR CR LF is one line break, too. */
static char *skip_break(const struct csv *in, char *p)
{
	p += skip_returns(in, p) - p;
	return p < in->end && *p == '\n' ? p + 1 : p;
}

/* Returns true if a run of digits has at least `least` of them. */
static bool has_digits(const char *p, const char *end, size_t least)
{
	size_t run = 0;

	for (; p < end && run < least; p++)
		run = *p >= '0' && *p <= '9' ? run + 1 : 0;
	return run >= least;
}

enum { ID_DIGITS = 15, SOME_DIGITS = 6, TEXT_WIDTH = 3 };

/* Counts the cells of the line from `from` to `to`, in which `quote` is a literal quote. */
static size_t count_beside(const struct csv *in, const char *from, const char *quote,
			   const char *to)
{
	return count_cells(in, from, quote) + count_cells(in, quote + 1, to) - 1;
}

/* Returns true if a cell with line breaks, from its quote at p to the one at close, is really
 * several rows with two literal quotes: if the first and the last of its lines, read as rows, have
 * the usual number of cells; or if the row does not have that number and a line in between looks
 * like a student's. In a table of three columns the last cell may be a text of lines with commas,
 * so there a line must have a number, too; two columns are a name and a number, and with more
 * columns such a text is rare. tail: behind the line of close. */
static bool holds_rows(const struct csv *in, const char *p, const char *close, const char *tail)
{
	size_t first = 0, last = 0, cells;
	bool digits = false, student = false;

	for (const char *line = in->at, *next; line < tail; line = next) {
		next = line_end(line, tail);
		if (line == in->at) {
			first = count_beside(in, line, p, next);
			continue;
		}
		last = close < next ? count_beside(in, line, close, next)
				    : count_cells(in, line, next);
		digits = digits || has_digits(line, next, SOME_DIGITS);
		student = student || (line > p && next <= close && last > 1 &&
				      has_digits(line, next, ID_DIGITS));
	}
	cells = count_cells(in, in->at, p) + count_cells(in, close + 1, tail) - 1;
	if (in->width > 1 && first == in->width && last == in->width)
		return digits || cells != in->width || in->width != TEXT_WIDTH;
	return student && cells != in->width;
}

/* What a quote at the start of a cell is. */
enum quoting { QUOTE_CELL, QUOTE_LITERAL, QUOTE_OPEN };

/* For QUOTE_CELL sets *close to the quote that closes the cell at p. Returns QUOTE_OPEN if memory
 * ends before the answer is known. */
static enum quoting read_quote(const struct csv *in, char *p, char **close)
{
	char *behind;
	const char *tail;

	*close = closing_quote(in, p + 1);
	if (*close == NULL)
		return QUOTE_OPEN;
	behind = skip_padding(in, *close + 1);
	if (behind == in->end && !in->ended)
		return QUOTE_OPEN;
	if (behind < in->end && *behind != in->options.delimiter) {
		enum ends ends = is_break(*behind) ? ends_row(in, behind) : ENDS_NOT;

		if (ends != ENDS_ROW)
			return ends == ENDS_NOT ? QUOTE_LITERAL : QUOTE_OPEN;
	}
	if (!has_break(p, *close))
		return QUOTE_CELL;
	if (in->row.count == CSV_CELLS_MAX) /* no table's row; holds_rows() would rescan it */
		return QUOTE_LITERAL;
	tail = line_end(behind, in->end);
	if (tail == in->end && !in->ended)
		return QUOTE_OPEN;
	return holds_rows(in, p, *close, tail) ? QUOTE_LITERAL : QUOTE_CELL;
}

/* Adds the cell at p to the row and returns its end. Blanks around its quotes are no part of the
 * cell. Returns NULL if memory ends before its quote closes, or before it is known where the cell
 * ends. */
static char *take_cell(struct csv *in, char *p)
{
	char *quote = skip_padding(in, p), *start = p, *close = NULL;
	enum quoting quoting = QUOTE_LITERAL;

	if (quote < in->end && *quote == '"') {
		if ((size_t)(quote - in->at) < in->literal)
			quoting = read_quote(in, quote, &close);
		if (quoting == QUOTE_LITERAL && in->row.quote == NULL)
			in->row.quote = quote;
	}
	if (quoting == QUOTE_OPEN) {
		in->open_quote = quote;
		return NULL;
	}
	if (in->row.count < CSV_CELLS_MAX)
		in->quoted[in->row.count] = quoting == QUOTE_CELL;
	if (quoting == QUOTE_CELL) {
		keep(in, quote, close + 1);
		return skip_padding(in, close + 1);
	}
	for (; p < in->end && *p != in->options.delimiter; p++) {
		enum ends ends = is_break(*p) ? ends_row(in, p) : ENDS_NOT;

		if (ends == ENDS_UNKNOWN)
			return NULL;
		if (ends == ENDS_ROW)
			break;
		while (*p == '\r' && p + 1 < in->end && p[1] == '\r')
			p++; /* ends_row() is the same for each of them */
	}
	keep(in, start, p);
	return p;
}

/* Cuts the row into cells. Does not change the buffer, so that it can start again after a
 * refill(). */
static enum walk walk(struct csv *in)
{
	char *p = in->at, *stop;

	in->row.count = in->row.more = 0;
	in->row.quote = NULL;
	in->open_quote = NULL;
	while ((stop = take_cell(in, p)) != NULL && stop < in->end &&
	       *stop == in->options.delimiter)
		p = stop + 1;
	if (in->cut && (stop == NULL || stop == in->end))
		return WALK_HALF;
	if (stop == NULL)
		return in->ended ? WALK_UNCLOSED : WALK_MORE;
	in->next = skip_break(in, stop);
	return stop < in->end || in->ended ? WALK_ROW : WALK_MORE;
}

/* Removes the quotes of a cell. Fills the bytes that become free with quotes, so that csv_place()
 * counts as many characters as the file has. */
static void unquote(struct csv *in, struct slice *cell)
{
	char *p = in->buffer + (cell->bytes - in->buffer) + 1, *out = p;
	const char *close = cell->bytes + cell->len - 1;

	cell->bytes = p;
	for (; p < close; p++) {
		*out++ = *p;
		p += *p == '"';
	}
	cell->len = (size_t)(out - cell->bytes);
	memset(out, '"', (size_t)(close - out));
}

/* Counts the line ends from p to end; sets *last behind the last one, if there is any. */
static size_t count_lines(const struct csv *in, const char *p, const char *end, const char **last)
{
	size_t count = 0;

	for (; p < end; p++) {
		if (*p != '\n' &&
		    (*p != '\r' || in->options.line_end != '\r' || (p + 1 < end && p[1] == '\n')))
			continue;
		count++;
		*last = p + 1;
	}
	return count;
}

static void finish(struct csv *in)
{
	const char *last;

	for (size_t i = 0; i < in->row.count; i++)
		if (in->quoted[i])
			unquote(in, &in->cells[i]);
	in->next_line += count_lines(in, in->at, in->next, &last);
}

/* Reads any row. Returns false at the end or on failure. */
static bool take_hard(struct csv *in, struct diag *d)
{
	while (in->at < in->end || !in->ended) {
		switch (walk(in)) {
		case WALK_ROW:
			finish(in);
			return true;
		case WALK_UNCLOSED:
			in->literal = (size_t)(in->open_quote - in->at);
			break;
		case WALK_HALF:
			return false;
		case WALK_MORE:
			if (in->end - in->at < CSV_ROW_MAX) {
				if (!refill(in, d))
					return false;
			} else if (in->open_quote != NULL && in->literal == NO_QUOTE) {
				in->literal = (size_t)(in->open_quote - in->at);
			} else {
				diag_add(d, in->row.line, 1,
					 "这一行太长，超过 1 MiB，不读了：是不是选错了文件？");
				return fail(in);
			}
		}
	}
	return false;
}

const struct table_row *csv_next(struct csv *in, struct diag *d)
{
	in->at = in->next;
	in->row.line = in->next_line;
	in->literal = NO_QUOTE;
	if (!take_plain(in) && !take_hard(in, d))
		return NULL;
	in->row.row++;
	return &in->row;
}

struct slice csv_place(const struct csv *in, const char *at, size_t *line)
{
	const char *start = in->at;

	at = at != NULL ? at : start;
	*line = in->row.line + count_lines(in, in->at, at, &start);
	return (struct slice){ start, (size_t)(at - start) };
}

static struct csv *make(int fd, const struct csv_options *options, size_t capacity)
{
	struct csv *in = xmalloc(sizeof *in);

	memset(in, 0, offsetof(struct csv, cells));
	in->fd = fd;
	in->options = *options;
	in->buffer = xmalloc(capacity + CSV_BEYOND);
	in->capacity = capacity;
	in->at = in->next = in->end = in->buffer;
	in->next_line = 1;
	in->literal = NO_QUOTE;
	in->row.cells = in->cells;
	return in;
}

/* options: as completed by csv_open(); block and head are not used. */
static struct csv *open_memory(struct slice bytes, const struct csv_options *options)
{
	struct csv *in = make(-1, options, bytes.len);

	if (bytes.len > 0)
		memcpy(in->buffer, bytes.bytes, bytes.len);
	in->end += bytes.len;
	in->got = bytes.len;
	in->ended = true;
	in->width = options->width;
	close_off(in);
	return in;
}

enum { PROBE_ROWS = 64 };

static bool is_delimiter(char c)
{
	return c == ',' || c == ';';
}

/* Whether a comma or semicolon stands at the start of a cell, or at the end of the one before. */
static bool begins_or_ends(struct slice cell, struct slice before)
{
	return (cell.len > 0 && is_delimiter(cell.bytes[0])) ||
	       (before.len > 0 && is_delimiter(before.bytes[before.len - 1]));
}

/* Returns how many of the first rows have the most frequent number of delimiters above 0; sets
 * *often to that number. */
static size_t rows_alike(struct slice head, char line_end, char delimiter, size_t *often)
{
	struct csv_options options = { .delimiter = delimiter, .line_end = line_end };
	struct csv *in = open_memory(head, &options);
	size_t counts[PROBE_ROWS], rows = 0, best = 0;
	const struct table_row *row;

	for (; rows < PROBE_ROWS && (row = csv_next(in, NULL)) != NULL; rows++) {
		/* Unpaired quotes suggest another delimiter; a cell of several lines may be
		 * rows. */
		counts[rows] = 0;
		if (row->quote != NULL || in->next_line > row->line + 1)
			continue;
		counts[rows] = row->count - 1 + row->more;
		/* Next to another delimiter, a tab only keeps a number as text. */
		for (size_t i = 1; delimiter == '\t' && i < row->count; i++)
			counts[rows] -= begins_or_ends(row->cells[i], row->cells[i - 1]);
	}
	csv_close(in);
	*often = 0;
	for (size_t i = 0; i < rows; i++) {
		size_t alike = 0;

		for (size_t j = 0; j < rows; j++)
			alike += counts[j] == counts[i];
		if (counts[i] > 0 && (alike > best || (alike == best && counts[i] > *often))) {
			best = alike;
			*often = counts[i];
		}
	}
	return best;
}

/* Returns what most lines end with. A CR at the end of memory does not count: an LF may follow
 * it. */
static char find_line_end(struct slice head)
{
	size_t breaks[2] = { 0, 0 };
	bool quoted = false;

	if (memchr(head.bytes, '\r', head.len) == NULL)
		return '\n';
	for (size_t i = 0; i < head.len; i++) {
		bool lf = i + 1 == head.len || head.bytes[i + 1] == '\n';

		quoted ^= head.bytes[i] == '"';
		if (!quoted && is_break(head.bytes[i]) && !(head.bytes[i] == '\r' && lf))
			breaks[head.bytes[i] == '\r']++;
	}
	return breaks[1] > breaks[0] ? '\r' : '\n';
}

char csv_find_delimiter(struct slice head)
{
	static const char delimiters[] = { ',', ';', '\t' };
	size_t best = 0, best_often = 0;
	char found = ',', end = find_line_end(head);

	for (size_t i = 0; i < sizeof delimiters; i++) {
		size_t often, rows = rows_alike(head, end, delimiters[i], &often);

		if (rows > best || (rows == best && often > best_often)) {
			best = rows;
			best_often = often;
			found = delimiters[i];
		}
	}
	return found;
}

static void set_expected(struct csv *in)
{
	struct stat st;
	off_t from = lseek(in->fd, 0, SEEK_CUR);

	if (from >= 0 && fstat(in->fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > from)
		in->expected = (unsigned long long)(st.st_size - from);
}

/* Converts what was read so far if it is UTF-16. It is if it has the byte order mark, or enough
 * zeros, the high bytes of ASCII characters, nearly all of them at odd offsets or nearly all at
 * even ones (not all: 一, U+4E00, has a zero byte, too). */
static void convert_start(struct csv *in)
{
	size_t len = (size_t)(in->end - in->at), zeros[2] = { 0, 0 };
	const char *at = in->at;
	char *raw;

	for (size_t i = 0; i < len && i < 256; i++)
		zeros[i % 2] += at[i] == '\0';
	in->big_endian = len >= 2 && memcmp(at, "\xFE\xFF", 2) == 0;
	in->utf16 = in->big_endian || (len >= 2 && memcmp(at, "\xFF\xFE", 2) == 0);
	if (!in->utf16 && len >= 16 && (4 * zeros[0] <= zeros[1] || 4 * zeros[1] <= zeros[0]) &&
	    8 * (zeros[0] + zeros[1]) >= (len < 256 ? len : 256)) {
		in->utf16 = true;
		in->big_endian = zeros[0] > zeros[1];
	}
	if (!in->utf16)
		return;
	raw = xmalloc(len);
	memcpy(raw, at, len);
	in->end = in->at;
	if (in->capacity < 2 * len)
		enlarge(in, 2 * len);
	in->at = in->next = in->end = in->buffer;
	append_utf16(in, raw, len);
	explicit_bzero(raw, len);
	free(raw);
}

static void find_width(struct csv *in)
{
	size_t often;

	rows_alike(csv_ahead(in), in->options.line_end, in->options.delimiter, &often);
	in->width = often + 1;
}

void csv_set_delimiter(struct csv *in, char delimiter)
{
	in->options.delimiter = delimiter;
	find_width(in);
}

/* Skips the byte order mark and `sep=;`; detects line end, delimiter and width. */
static void read_start(struct csv *in)
{
	size_t len = (size_t)(in->end - in->at);

	in->has_mark = len >= 3 && memcmp(in->at, "\xEF\xBB\xBF", 3) == 0;
	in->at += in->has_mark ? 3 : 0;
	in->next = in->at;
	close_off(in);
	if (in->options.line_end == 0)
		in->options.line_end = find_line_end(csv_ahead(in));
	if (in->options.delimiter == 0)
		in->options.delimiter = csv_find_delimiter(csv_ahead(in));
	if (in->end - in->at >= 6 && memcmp(in->at, "sep=", 4) == 0 && in->at[4] != '\0' &&
	    strchr(",;\t", in->at[4]) != NULL && is_break(in->at[5])) {
		in->options.delimiter = in->at[4];
		csv_next(in, NULL);
		in->row.row = 0; /* Excel does not show this line */
	}
	in->width = in->options.width;
	if (in->width == 0)
		find_width(in);
}

struct csv *csv_open(int fd, const struct csv_options *options, struct diag *d)
{
	struct csv_options used = options != NULL ? *options : (struct csv_options){ 0 };
	struct csv *in;

	used.block = used.block > 0 ? used.block : CSV_BLOCK;
	used.head = used.head > 0 ? used.head : CSV_BLOCK;
	in = make(fd, &used, used.head + 2 * used.block + SLACK);
	set_expected(in);
	while (!in->ended && (size_t)(in->end - in->at) < used.head) {
		if (!refill(in, d)) {
			csv_close(in);
			return NULL;
		}
	}
	convert_start(in);
	read_start(in);
	return in;
}

struct csv *csv_open_bytes(struct slice bytes)
{
	struct csv *in = open_memory(bytes, &(struct csv_options){ 0 });

	read_start(in);
	return in;
}

static struct csv *open_part(const struct csv *in, struct slice bytes)
{
	struct csv_options options = { .delimiter = in->options.delimiter,
				       .width = in->width,
				       .line_end = in->options.line_end };

	return open_memory(bytes, &options);
}

struct csv *csv_open_head(const struct csv *in)
{
	struct slice head = csv_ahead(in);
	size_t len = head.len;

	if (!csv_all_read(in))
		while (len > 0 && !is_break(head.bytes[len - 1]))
			len--;
	head.len = len > 0 ? len : head.len;
	return open_part(in, head);
}

/* Like refill(), for a row whose cells are still in use: they move with the row. */
static bool refill_behind(struct csv *in, struct diag *d)
{
	size_t next = (size_t)(in->next - in->at), count = in->row.count;
	size_t at[CSV_CELLS_MAX] = { 0 };
	bool read;

	for (size_t i = 0; i < count; i++)
		at[i] = (size_t)(in->cells[i].bytes - in->at);
	read = refill(in, d);
	for (size_t i = 0; i < count; i++)
		in->cells[i].bytes = in->buffer + at[i];
	if (read)
		in->next = in->at + next;
	return read;
}

/* Returns the end of the next `lines` lines, or the end of memory if it comes first. */
static const char *next_lines_end(const struct csv *in, size_t lines)
{
	const char *end = in->next, *lf;

	for (; lines > 0 && end < in->end; lines--) {
		if (in->options.line_end == '\r') {
			end = line_end(end, in->end);
			continue;
		}
		lf = memchr(end, '\n', (size_t)(in->end - end));
		end = lf != NULL ? lf + 1 : in->end;
	}
	return end;
}

struct csv *csv_open_next_lines(struct csv *in, size_t lines, struct diag *d)
{
	const char *end;

	if (in->row.quote != NULL)
		return NULL;
	while ((end = next_lines_end(in, lines)) == in->end && !in->ended &&
	       in->end - in->at < CSV_ROW_MAX)
		if (!refill_behind(in, d))
			return NULL;
	if (end == in->next || (end == in->end && (!in->ended || in->cut)))
		return NULL;
	return open_part(in, (struct slice){ in->next, (size_t)(end - in->next) });
}

size_t csv_next_cells(const struct csv *in)
{
	const char *p = in->next;
	uint64_t word, stops, found;
	size_t cells = 1;

	for (;; p += EIGHT_BYTES) {
		word = eight_load(p);
		stops = eight_below(word, '\r' + 1) & ~eight_equal(word, '\t');
		if (p >= in->end || eight_equal(word, '"') != 0)
			return 0;
		found = eight_equal(word, in->options.delimiter);
		if (stops != 0)
			found &= stops ^ (stops - 1);
		cells += eight_count(found);
		if (stops != 0)
			break;
	}
	p += eight_first(stops);
	word = p > in->next ? (unsigned char)p[-1] : (unsigned char)in->options.delimiter;
	p += p[0] == '\r' && p[1] == '\n';
	return *p == '\n' && p < in->end && word != (unsigned char)in->options.delimiter ? cells
											 : 0;
}

void csv_close(struct csv *in)
{
	if (in == NULL)
		return;
	explicit_bzero(in->buffer, in->capacity);
	free(in->buffer);
	free(in);
}

bool csv_failed(const struct csv *in)
{
	return in->failed;
}

struct slice csv_ahead(const struct csv *in)
{
	return (struct slice){ in->next, (size_t)(in->end - in->next) };
}

void csv_skip(struct csv *in, size_t bytes, size_t rows)
{
	in->next += bytes;
	in->next_line += rows;
	in->row.row += rows;
}

size_t csv_passed_cells(const struct csv *in)
{
	const char *end = in->next, *start;

	while (end > in->at && is_break(end[-1]))
		end--;
	for (start = end; start > in->at && !is_break(start[-1]);)
		start--;
	return count_cells(in, start, end);
}

bool csv_passed_blank(const struct csv *in)
{
	const char *end = in->next;

	end -= end > in->at && end[-1] == '\n';
	end -= end > in->at && end[-1] == '\r';
	while (end > in->at && !is_break(end[-1]) &&
	       (end[-1] == csv_delimiter(in) || (unsigned char)end[-1] <= ' '))
		end--;
	return end == in->at || is_break(end[-1]);
}

size_t csv_next_row(const struct csv *in)
{
	return in->row.row + 1;
}

bool csv_has_mark(const struct csv *in)
{
	return in->has_mark;
}

char csv_delimiter(const struct csv *in)
{
	return in->options.delimiter;
}

char csv_line_end(const struct csv *in)
{
	return in->options.line_end;
}

void csv_set_width(struct csv *in, size_t width)
{
	in->width = width;
}

bool csv_is_utf16(const struct csv *in)
{
	return in->utf16;
}

size_t csv_width(const struct csv *in)
{
	return in->width;
}

bool csv_all_read(const struct csv *in)
{
	return in->ended && !in->cut;
}

size_t csv_next_line(const struct csv *in)
{
	return in->next_line;
}

unsigned long long csv_bytes(const struct csv *in)
{
	unsigned long long ahead = (unsigned long long)(in->end - in->next);

	return ahead < in->got ? in->got - ahead : 0;
}
