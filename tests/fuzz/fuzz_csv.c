/* SPDX-License-Identifier: MIT */
/* The reader gives the same rows as the reference reader, whatever the bytes and the block size. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "fuzz/fuzz_file.h"
#include "support/slow_csv.h"
#include "table/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_row(struct slow_csv *s, const struct table_row *row, char *cell)
{
	size_t count = 0;

	require(s->at < s->len && row->line == s->line);
	do {
		size_t used = slow_csv_cell(s, cell);

		if (count < row->count) {
			require(row->cells[count].len == used);
			require(used == 0 || memcmp(row->cells[count].bytes, cell, used) == 0);
		}
		count++;
	} while (!s->ended);
	require(count == row->count + row->more);
	require(s->literal == (row->quote != NULL));
}

static void check_rows(struct csv *in, struct slow_csv s, char *cell)
{
	struct diag d = { 0 };
	const struct table_row *row;
	size_t rows = 0;

	while ((row = csv_next(in, &d)) != NULL) {
		size_t line;

		require(row->row == ++rows);
		for (size_t i = 0; i < row->count; i++) {
			csv_place(in, row->cells[i].bytes, &line);
			require(line >= row->line && line <= csv_next_line(in));
		}
		check_row(&s, row, cell);
	}
	require(s.at == s.len && !csv_failed(in));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const size_t blocks[] = { 1, 5, 64, 1000 };
	struct slice all = { (const char *)bytes, len };
	struct csv *whole = csv_open_bytes(all), *in;
	struct slice ahead = csv_ahead(whole);
	struct slow_csv s = { .len = ahead.len,
			      .line = csv_next_line(whole),
			      .delimiter = csv_delimiter(whole),
			      .width = csv_width(whole),
			      .cr = csv_line_end(whole) == '\r' };
	/* One block size for each length instead of all: most of the time goes to system calls. */
	struct csv_options how = { .block = blocks[len % (sizeof blocks / sizeof blocks[0])],
				   .head = 16,
				   .delimiter = s.delimiter,
				   .width = s.width,
				   .line_end = csv_line_end(whole) };
	char *copy = xmalloc(len + 1), *cell = xmalloc(len + 1);
	int fd = file_of(bytes, len);

	/* Rows are changed where they stand. */
	memcpy(copy, ahead.bytes, ahead.len);
	s.bytes = copy;
	check_rows(whole, s, cell);
	csv_close(whole);
	in = csv_open(fd, &how, NULL);
	require(in != NULL);
	if (!csv_is_utf16(in)) /* bytes in memory are never converted */
		check_rows(in, s, cell);
	csv_close(in);
	free(copy);
	free(cell);
	return 0;
}
