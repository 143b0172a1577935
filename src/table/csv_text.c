/* SPDX-License-Identifier: MIT */
#include "table/csv_text.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { SLACK = 4096 }; /* bytes for a row that a block cuts in two */

static void close_off(struct csv_text *t)
{
	memset(t->end, 0, CSV_BEYOND);
}

bool csv_text_fail(struct csv_text *t)
{
	t->failed = t->ended = true;
	t->at = t->end;
	close_off(t);
	return false;
}

/* Does not use realloc(), which would leave a copy in freed memory. */
static void enlarge(struct csv_text *t, size_t capacity)
{
	size_t len = (size_t)(t->end - t->at);
	char *larger = xmalloc(capacity + CSV_BEYOND);

	memcpy(larger, t->at, len);
	explicit_bzero(t->buffer, t->capacity);
	free(t->buffer);
	t->buffer = larger;
	t->capacity = capacity;
}

static bool check_end(struct csv_text *t, struct diag *d)
{
	t->ended = true;
	if (t->got >= t->expected)
		return true;
	diag_add(d, 0, 0, "读的时候文件变短了，后面的没有读到：等写它的程序写完，再来一次。");
	return csv_text_fail(t);
}

/* Checks `stop` before each read(): a signal that came earlier does not interrupt it. */
static ssize_t read_block(const struct csv_text *t, char *to)
{
	ssize_t n;

	do {
		if (t->stop != NULL && *t->stop != 0) {
			errno = EINTR;
			return -1;
		}
		n = read(t->fd, to, t->block);
	} while (n < 0 && errno == EINTR);
	return n;
}

static unsigned unit_at(const struct csv_text *t, const unsigned char *p)
{
	return t->big_endian ? (unsigned)(p[0] << 8 | p[1]) : (unsigned)(p[1] << 8 | p[0]);
}

/* Decodes the character at p and returns its length in bytes; 0 if the n bytes there are not all of
 * it. */
static size_t decode_utf16(const struct csv_text *t, const unsigned char *p, size_t n, uint32_t *cp)
{
	unsigned low;

	if (n < 2)
		return 0;
	*cp = unit_at(t, p);
	if (*cp < 0xD800 || *cp > 0xDFFF)
		return 2;
	if (*cp < 0xDC00 && n < 4)
		return 0;
	low = *cp < 0xDC00 ? unit_at(t, p + 2) : 0;
	if (low < 0xDC00 || low > 0xDFFF) {
		*cp = 0xFFFD;
		return 2;
	}
	*cp = 0x10000 + ((*cp - 0xD800) << 10) + (low - 0xDC00);
	return 4;
}

/* Appends bytes of UTF-16 as UTF-8, the bytes left from the last block first. Two bytes may become
 * three. */
static void append_utf16(struct csv_text *t, const char *bytes, size_t n)
{
	unsigned char *all = xmalloc(t->left_len + n);
	size_t len = t->left_len + n, at = 0, step;
	uint32_t cp;

	memcpy(all, t->left, t->left_len);
	memcpy(all + t->left_len, bytes, n);
	while ((step = decode_utf16(t, all + at, len - at, &cp)) > 0) {
		t->end += text_encode(cp, t->end);
		at += step;
	}
	t->left_len = len - at;
	memcpy(t->left, all + at, t->left_len);
	explicit_bzero(all, len);
	free(all);
}

/* Appends a block to the buffer. Returns the bytes read; -1 on failure, with errno set. */
static ssize_t append_block(struct csv_text *t)
{
	ssize_t n;
	char *raw;

	if (!t->utf16) {
		n = read_block(t, t->end);
		t->end += n > 0 ? n : 0;
		return n;
	}
	raw = xmalloc(t->block);
	n = read_block(t, raw);
	if (n > 0)
		append_utf16(t, raw, (size_t)n);
	explicit_bzero(raw, t->block);
	free(raw);
	return n;
}

bool csv_text_refill(struct csv_text *t, struct diag *d)
{
	size_t len = (size_t)(t->end - t->at);
	ssize_t n;

	if (t->capacity - len < 2 * t->block)
		enlarge(t, 2 * t->capacity);
	else if (t->at != t->buffer)
		memmove(t->buffer, t->at, len);
	t->at = t->buffer;
	t->end = t->buffer + len;
	n = append_block(t);
	if (n < 0 && errno == EINTR) {
		t->ended = t->cut = true;
	} else if (n < 0) {
		diag_add(d, 0, 0, "读到一半出错：%s。", file_error_text(errno));
		return csv_text_fail(t);
	} else if (n == 0 && !check_end(t, d)) {
		return false;
	} else {
		t->got += (unsigned long long)n;
	}
	close_off(t);
	return true;
}

static void set_expected(struct csv_text *t)
{
	struct stat st;
	off_t from = lseek(t->fd, 0, SEEK_CUR);

	if (from >= 0 && fstat(t->fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > from)
		t->expected = (unsigned long long)(st.st_size - from);
}

/* Converts what was read so far if it is UTF-16. It is if it has the byte order mark, or enough
 * zeros, the high bytes of ASCII characters, nearly all of them at odd offsets or nearly all at
 * even ones (not all: 一, U+4E00, has a zero byte, too). */
static void convert_start(struct csv_text *t)
{
	size_t len = (size_t)(t->end - t->at), zeros[2] = { 0, 0 };
	const char *at = t->at;
	char *raw;

	for (size_t i = 0; i < len && i < 256; i++)
		zeros[i % 2] += at[i] == '\0';
	t->big_endian = len >= 2 && memcmp(at, "\xFE\xFF", 2) == 0;
	t->utf16 = t->big_endian || (len >= 2 && memcmp(at, "\xFF\xFE", 2) == 0);
	if (!t->utf16 && len >= 16 && (4 * zeros[0] <= zeros[1] || 4 * zeros[1] <= zeros[0]) &&
	    8 * (zeros[0] + zeros[1]) >= (len < 256 ? len : 256)) {
		t->utf16 = true;
		t->big_endian = zeros[0] > zeros[1];
	}
	if (!t->utf16)
		return;
	raw = xmalloc(len);
	memcpy(raw, at, len);
	t->end = t->at;
	if (t->capacity < 2 * len)
		enlarge(t, 2 * len);
	t->at = t->end = t->buffer;
	append_utf16(t, raw, len);
	explicit_bzero(raw, len);
	free(raw);
}

static void start(struct csv_text *t, size_t capacity)
{
	t->buffer = t->at = t->end = xmalloc(capacity + CSV_BEYOND);
	t->capacity = capacity;
}

bool csv_text_open(struct csv_text *t, size_t head, struct diag *d)
{
	start(t, head + 2 * t->block + SLACK);
	set_expected(t);
	while (!t->ended && (size_t)(t->end - t->at) < head)
		if (!csv_text_refill(t, d))
			return false;
	convert_start(t);
	close_off(t);
	return true;
}

void csv_text_copy(struct csv_text *t, struct slice bytes)
{
	t->fd = -1;
	t->got = bytes.len;
	t->ended = true;
	start(t, bytes.len);
	if (bytes.len > 0)
		memcpy(t->buffer, bytes.bytes, bytes.len);
	t->end += bytes.len;
	close_off(t);
}

bool csv_text_skip_mark(struct csv_text *t)
{
	bool has = t->end - t->at >= 3 && memcmp(t->at, "\xEF\xBB\xBF", 3) == 0;

	t->at += has ? 3 : 0;
	return has;
}

void csv_text_free(struct csv_text *t)
{
	explicit_bzero(t->buffer, t->capacity);
	free(t->buffer);
}
