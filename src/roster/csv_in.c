/* SPDX-License-Identifier: MIT */
#include "roster/csv_in.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "roster/csv_internal.h"

enum { SLACK = 4096 }; /* room for the row that a block cuts in two */

/* What is read behind the end finds nothing there. */
static void close_off(struct csv_in *in)
{
	memset(in->end, 0, CSV_BEYOND);
}

bool csv_fail(struct csv_in *in)
{
	in->failed = in->ended = true;
	in->at = in->next = in->end;
	close_off(in);
	return false;
}

/* Not realloc: it would leave a copy behind. */
static void make_room(struct csv_in *in, size_t room)
{
	size_t len = (size_t)(in->end - in->at);
	char *larger = xmalloc(room + CSV_BEYOND);

	memcpy(larger, in->at, len);
	explicit_bzero(in->buffer, in->room);
	free(in->buffer);
	in->buffer = larger;
	in->room = room;
}

static bool check_end(struct csv_in *in, struct diag *d)
{
	in->ended = true;
	if (in->got >= in->expected)
		return true;
	diag_add(d, 0, 0, "读的时候文件变短了，后面的没有读到：等写它的程序写完，再来一次。");
	return csv_fail(in);
}

/* A signal that came before read() does not break into it. */
static ssize_t read_block(const struct csv_in *in)
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
bool csv_refill(struct csv_in *in, struct diag *d)
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
		return csv_fail(in);
	} else if (n == 0 && !check_end(in, d)) {
		return false;
	} else {
		in->got += (unsigned long long)n;
		in->end += n;
	}
	close_off(in);
	return true;
}

static void set_expected(struct csv_in *in)
{
	struct stat st;
	off_t from = lseek(in->fd, 0, SEEK_CUR);

	if (from >= 0 && fstat(in->fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > from)
		in->expected = (unsigned long long)(st.st_size - from);
}

/* Byte order mark, delimiter, `sep=;`. */
static void read_start(struct csv_in *in)
{
	size_t len = (size_t)(in->end - in->at);

	in->has_mark = len >= 3 && memcmp(in->at, "\xEF\xBB\xBF", 3) == 0;
	in->at += in->has_mark ? 3 : 0;
	in->next = in->at;
	close_off(in);
	if (in->how.delimiter == 0)
		in->how.delimiter = csv_delimiter_find(csv_in_ahead(in));
	if (in->end - in->at >= 6 && memcmp(in->at, "sep=", 4) == 0 && in->at[4] != '\0' &&
	    strchr(",;\t", in->at[4]) != NULL && (in->at[5] == '\n' || in->at[5] == '\r')) {
		in->how.delimiter = in->at[4];
		csv_in_next(in, NULL);
		in->row.row = 0; /* Excel does not show it */
	}
}

static struct csv_in *make(int fd, const struct csv_how *how, size_t room)
{
	struct csv_in *in = xcalloc(1, sizeof *in);

	in->fd = fd;
	in->how = *how;
	in->buffer = xmalloc(room + CSV_BEYOND);
	in->room = room;
	in->at = in->next = in->end = in->buffer;
	in->next_line = 1;
	in->literal = CSV_NO_QUOTE;
	in->row.cells = in->cells;
	return in;
}

struct csv_in *csv_in_open(int fd, const struct csv_how *how, struct diag *d)
{
	struct csv_how used = how != NULL ? *how : (struct csv_how){ 0 };
	struct csv_in *in;

	used.block = used.block > 0 ? used.block : CSV_BLOCK;
	used.head = used.head > 0 ? used.head : CSV_BLOCK;
	in = make(fd, &used, used.head + used.block + SLACK);
	set_expected(in);
	while (!in->ended && (size_t)(in->end - in->at) < used.head) {
		if (!csv_refill(in, d)) {
			csv_in_close(in);
			return NULL;
		}
	}
	read_start(in);
	return in;
}

struct csv_in *csv_in_open_bytes(struct slice bytes, char delimiter)
{
	struct csv_in *in = make(-1, &(struct csv_how){ .delimiter = delimiter }, bytes.len);

	if (bytes.len > 0)
		memcpy(in->buffer, bytes.bytes, bytes.len);
	in->end += bytes.len;
	in->got = bytes.len;
	in->ended = true;
	read_start(in);
	return in;
}

void csv_in_close(struct csv_in *in)
{
	if (in == NULL)
		return;
	explicit_bzero(in->buffer, in->room);
	free(in->buffer);
	free(in);
}

bool csv_in_failed(const struct csv_in *in)
{
	return in->failed;
}

struct slice csv_in_ahead(const struct csv_in *in)
{
	return (struct slice){ in->next, (size_t)(in->end - in->next) };
}

void csv_in_skip(struct csv_in *in, size_t bytes, size_t rows)
{
	in->next += bytes;
	in->next_line += rows;
	in->row.row += rows;
}

size_t csv_in_next_row(const struct csv_in *in)
{
	return in->row.row + 1;
}

bool csv_in_has_mark(const struct csv_in *in)
{
	return in->has_mark;
}

char csv_in_delimiter(const struct csv_in *in)
{
	return in->how.delimiter;
}

bool csv_in_all_read(const struct csv_in *in)
{
	return in->ended && !in->cut;
}

size_t csv_in_next_line(const struct csv_in *in)
{
	return in->next_line;
}

unsigned long long csv_in_bytes(const struct csv_in *in)
{
	return in->got - (unsigned long long)(in->end - in->next);
}

void csv_in_count_by(struct csv_in *in, csv_characters *characters)
{
	in->characters = characters;
}
