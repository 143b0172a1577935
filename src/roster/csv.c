/* SPDX-License-Identifier: MIT */
#include "roster/csv.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/eight_bytes.h"
#include "base/file.h"
#include "base/xalloc.h"

enum { SLACK = 4096 }; /* room for the row that a block cuts in two */

struct csv {
	int fd; /* -1: bytes in memory */
	struct csv_options how;
	bool ended; /* nothing more will be read */
	bool cut;   /* by a signal: what has no line end is no whole row */
	bool failed;
	bool has_mark;
	unsigned long long got, expected; /* bytes read, and the file's when it was opened */
	char *buffer;                     /* owned */
	size_t room;
	char *at, *next, *end; /* the row, the one after it, the end of what is read: into buffer */
	char *open_quote;      /* that the last walk saw no end of; NULL: none */
	size_t literal;        /* of the row: the offset of a quote that nothing closes */
	size_t next_line;
	csv_characters *characters;
	struct table_row row;
	struct slice cells[CSV_CELLS_MAX];
};

#define NO_QUOTE SIZE_MAX

/* What is read behind the end finds nothing there. */
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

/* Not realloc: it would leave a copy behind. */
static void make_room(struct csv *in, size_t room)
{
	size_t len = (size_t)(in->end - in->at);
	char *larger = xmalloc(room + CSV_BEYOND);

	memcpy(larger, in->at, len);
	explicit_bzero(in->buffer, in->room);
	free(in->buffer);
	in->buffer = larger;
	in->room = room;
}

static bool check_end(struct csv *in, struct diag *d)
{
	in->ended = true;
	if (in->got >= in->expected)
		return true;
	diag_add(d, 0, 0, "读的时候文件变短了，后面的没有读到：等写它的程序写完，再来一次。");
	return fail(in);
}

/* A signal that came before read() does not break into it. */
static ssize_t read_block(const struct csv *in)
{
	ssize_t n;

	do {
		if (in->how.stop != NULL && *in->how.stop != 0) {
			errno = EINTR;
			return -1;
		}
		n = read(in->fd, in->end, in->how.block);
	} while (n < 0 && errno == EINTR);
	return n;
}

/* Reads one block behind what is there; the row at `at` moves to the buffer's start. */
static bool refill(struct csv *in, struct diag *d)
{
	size_t len = (size_t)(in->end - in->at);
	ssize_t n;

	if (in->room - len < in->how.block)
		make_room(in, 2 * in->room);
	else if (in->at != in->buffer)
		memmove(in->buffer, in->at, len);
	in->at = in->next = in->buffer;
	in->end = in->buffer + len;
	n = read_block(in);
	if (n < 0 && errno == EINTR) {
		in->ended = in->cut = true;
	} else if (n < 0) {
		diag_add(d, 0, 0, "读到一半出错：%s。", file_error_text(errno));
		return fail(in);
	} else if (n == 0 && !check_end(in, d)) {
		return false;
	} else {
		in->got += (unsigned long long)n;
		in->end += n;
	}
	close_off(in);
	return true;
}

/* What a walk along the row at `at` came to. */
enum walk { WALK_ROW, WALK_MORE, WALK_UNCLOSED, WALK_HALF };

static inline void keep(struct csv *in, const char *from, const char *to)
{
	if (in->row.count < CSV_CELLS_MAX)
		in->cells[in->row.count++] = (struct slice){ from, (size_t)(to - from) };
	else
		in->row.more++;
}

/* A row without quotes that ends with LF or CRLF in memory: nearly all of them. Eight bytes at once: cells
 * are too short for memchr() to pay. Behind the end of what is read there is nothing to be found. */
static bool take_plain(struct csv *in)
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

/* Behind the cell at p; NULL: its quote is open where memory ends. */
static char *cell_end(struct csv *in, char *p)
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
static enum walk walk(struct csv *in)
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

/* Takes the quotes off. What that leaves free is filled with quotes, so that csv_place()
 * counts as many characters as the file has. */
static void unquote(struct csv *in, struct slice *cell)
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

static void finish(struct csv *in)
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
static void read_on(struct csv *in, struct diag *d)
{
	size_t line, column;

	csv_place(in, in->open_quote, &line, &column);
	diag_add(d, line, column,
		 "这个引号一直没有配对的另一半，当作普通字符读了下去：补上另一半，或者删掉它。");
	in->literal = (size_t)(in->open_quote - in->at);
}

/* false: the end, or trouble. */
static bool take_hard(struct csv *in, struct diag *d)
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
				if (!refill(in, d))
					return false;
			} else if (in->open_quote != NULL && in->literal == NO_QUOTE) {
				read_on(in, d);
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

void csv_place(const struct csv *in, const char *at, size_t *line, size_t *column)
{
	const char *last = in->at;

	*line = in->row.line + count_lines(in->at, at, &last);
	*column = 1 + (in->characters != NULL ? in->characters(last, (size_t)(at - last))
					      : (size_t)(at - last));
}

enum { ROWS_MAX = 64, DELIMITERS = 3 };

static const char delimiters[DELIMITERS] = { ',', ';', '\t' };

/* How often each delimiter stands outside of quotes, row by row. */
struct tally {
	size_t rows;
	size_t counts[DELIMITERS][ROWS_MAX];
};

static bool is_delimiter(char c)
{
	return c == ',' || c == ';' || c == '\t';
}

/* Behind the quote that closes the one at p; p + 1 when none does. */
static const char *skip_quoted(const char *p, const char *end)
{
	const char *q = p + 1;

	while ((q = memchr(q, '"', (size_t)(end - q))) != NULL) {
		if (q + 1 == end || q[1] != '"')
			return q + 1;
		q += 2;
	}
	return p + 1;
}

/* A tab in front of a delimiter keeps a number as text: it delimits nothing. */
static void count_delimiter(struct tally *t, const char *p, const char *end)
{
	if (*p == '\t' && p + 1 < end && (p[1] == ',' || p[1] == ';'))
		return;
	for (size_t i = 0; i < DELIMITERS; i++)
		if (delimiters[i] == *p)
			t->counts[i][t->rows]++;
}

static void count_rows(struct slice head, struct tally *t)
{
	const char *p = head.bytes, *end = head.bytes + head.len;
	bool starts = true; /* a cell */

	while (p < end && t->rows < ROWS_MAX) {
		char c = *p;

		if (starts && c == '"') {
			p = skip_quoted(p, end);
			starts = false;
			continue;
		}
		starts = c == '\n' || c == '\r' || is_delimiter(c);
		if (c == '\n' || c == '\r')
			t->rows++;
		else if (starts)
			count_delimiter(t, p, end);
		p++;
	}
	t->rows += p == end && t->rows < ROWS_MAX;
}

/* The rows that hold a delimiter equally often, at their most; *often: how often. */
static size_t rows_alike(const struct tally *t, size_t delimiter, size_t *often)
{
	const size_t *counts = t->counts[delimiter];
	size_t best = 0;

	*often = 0;
	for (size_t i = 0; i < t->rows; i++) {
		size_t alike = 0;

		for (size_t j = 0; j < t->rows; j++)
			alike += counts[j] == counts[i];
		if (counts[i] > 0 && (alike > best || (alike == best && counts[i] > *often))) {
			best = alike;
			*often = counts[i];
		}
	}
	return best;
}

char csv_find_delimiter(struct slice head)
{
	struct tally t = { 0 };
	size_t best = 0, best_often = 0;
	char found = ',';

	count_rows(head, &t);
	for (size_t i = 0; i < DELIMITERS; i++) {
		size_t often, rows = rows_alike(&t, i, &often);

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

/* Byte order mark, delimiter, `sep=;`. */
static void read_start(struct csv *in)
{
	size_t len = (size_t)(in->end - in->at);

	in->has_mark = len >= 3 && memcmp(in->at, "\xEF\xBB\xBF", 3) == 0;
	in->at += in->has_mark ? 3 : 0;
	in->next = in->at;
	close_off(in);
	if (in->how.delimiter == 0)
		in->how.delimiter = csv_find_delimiter(csv_ahead(in));
	if (in->end - in->at >= 6 && memcmp(in->at, "sep=", 4) == 0 && in->at[4] != '\0' &&
	    strchr(",;\t", in->at[4]) != NULL && (in->at[5] == '\n' || in->at[5] == '\r')) {
		in->how.delimiter = in->at[4];
		csv_next(in, NULL);
		in->row.row = 0; /* Excel does not show it */
	}
}

static struct csv *make(int fd, const struct csv_options *how, size_t room)
{
	struct csv *in = xcalloc(1, sizeof *in);

	in->fd = fd;
	in->how = *how;
	in->buffer = xmalloc(room + CSV_BEYOND);
	in->room = room;
	in->at = in->next = in->end = in->buffer;
	in->next_line = 1;
	in->literal = NO_QUOTE;
	in->row.cells = in->cells;
	return in;
}

struct csv *csv_open(int fd, const struct csv_options *how, struct diag *d)
{
	struct csv_options used = how != NULL ? *how : (struct csv_options){ 0 };
	struct csv *in;

	used.block = used.block > 0 ? used.block : CSV_BLOCK;
	used.head = used.head > 0 ? used.head : CSV_BLOCK;
	in = make(fd, &used, used.head + used.block + SLACK);
	set_expected(in);
	while (!in->ended && (size_t)(in->end - in->at) < used.head) {
		if (!refill(in, d)) {
			csv_close(in);
			return NULL;
		}
	}
	read_start(in);
	return in;
}

struct csv *csv_open_bytes(struct slice bytes, char delimiter)
{
	struct csv *in = make(-1, &(struct csv_options){ .delimiter = delimiter }, bytes.len);

	if (bytes.len > 0)
		memcpy(in->buffer, bytes.bytes, bytes.len);
	in->end += bytes.len;
	in->got = bytes.len;
	in->ended = true;
	read_start(in);
	return in;
}

void csv_close(struct csv *in)
{
	if (in == NULL)
		return;
	explicit_bzero(in->buffer, in->room);
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
	return in->how.delimiter;
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
	return in->got - (unsigned long long)(in->end - in->next);
}

void csv_count_by(struct csv *in, csv_characters *characters)
{
	in->characters = characters;
}
