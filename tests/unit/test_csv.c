/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <iconv.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "table/csv.h"
#include "table/csv_dialect.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define BYTES(literal)                       \
	{                                    \
		literal, sizeof(literal) - 1 \
	}

/* An open file with these bytes, at its start; the caller closes it. */
static int file_of(struct slice bytes)
{
	FILE *f = tmpfile();
	int fd;

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.bytes, 1, bytes.len, f), bytes.len);
	assert_int_equal(fflush(f), 0);
	fd = dup(fileno(f));
	fclose(f);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	return fd;
}

/* Rows as text: cells in brackets, NUL as 0, a line break as ~, the row's line in front. */
/* *quotes: rows with a quote that was read as text. */
static void show_rows(struct csv *in, struct diag *d, char *out, size_t size, size_t *quotes)
{
	const struct table_row *row;
	size_t used = 0, count = 0;

	*out = '\0';
	*quotes = 0;
	while ((row = csv_next(in, d)) != NULL) {
		assert_int_equal(row->row, ++count);
		*quotes += row->quote != NULL;
		used += (size_t)snprintf(out + used, size - used, "%zu", row->line);
		for (size_t i = 0; i < row->count; i++) {
			struct slice cell = row->cells[i];

			assert_true(used + cell.len + 3 < size);
			out[used++] = '[';
			for (size_t at = 0; at < cell.len; at++) {
				char c = cell.bytes[at];

				out[used++] = c == '\0' ? '0' : c == '\n' || c == '\r' ? '~' : c;
			}
			out[used++] = ']';
			out[used] = '\0';
		}
	}
	assert_null(csv_next(in, d));
}

static const struct sample {
	const char *what;
	struct slice bytes;
	const char *rows;
	size_t quotes;
} samples[] = {
	{ "nothing", BYTES(""), "", 0 },
	{ "a mark alone", BYTES("\xEF\xBB\xBF"), "", 0 },
	{ "one cell", BYTES("a"), "1[a]", 0 },
	{ "LF", BYTES("a,b\nc,d\n"), "1[a][b]2[c][d]", 0 },
	{ "no LF at the end", BYTES("a,b\nc,d"), "1[a][b]2[c][d]", 0 },
	{ "CRLF", BYTES("a,b\r\nc,d\r\n"), "1[a][b]2[c][d]", 0 },
	{ "CR", BYTES("a,b\rc,d\r"), "1[a][b]2[c][d]", 0 },
	{ "all three", BYTES("a\rb\nc\r\nd\n\re"), "1[a~b]2[c]3[d]4[~e]", 0 },
	{ "CR in a cell", BYTES("a,b\nc\rd,e\nf,g\r\nh,\"i\rj\"\r\n"),
	  "1[a][b]2[c~d][e]3[f][g]4[h][i~j]", 0 },
	{ "CR behind a quote", BYTES("a,b\n\"c\"\rd,e\nf,g\n"), "1[a][b]2[\"c\"~d][e]3[f][g]", 1 },
	{ "CR between rows", BYTES("a,b\nc,d\re,f\n\"g\",\"h\"\ri,j\nk\rl,m\n"),
	  "1[a][b]2[c][d]2[e][f]3[g][h]3[i][j]4[k~l][m]", 0 },
	{ "CR at the end", BYTES("a,b\nc,d\r"), "1[a][b]2[c][d]", 0 },
	{ "LF between lines that end with CR", BYTES("a,b\rc,d\ne,\"f\ng\"\rh,i"),
	  "1[a][b]2[c][d]3[e][f~g]5[h][i]", 0 },
	{ "CR CRLF", BYTES("a\r\r\nb"), "1[a]2[b]", 0 },
	{ "blank lines", BYTES("a,b\n\n\nc,d"), "1[a][b]2[]3[]4[c][d]", 0 },
	{ "empty cells", BYTES(",\n,,\na,"), "1[][]2[][][]3[a][]", 0 },
	{ "mark",
	  BYTES("\xEF\xBB\xBF"
		"a,b\n"),
	  "1[a][b]", 0 },
	{ "mark, quote", BYTES("\xEF\xBB\xBF\"a\",b\n"), "1[a][b]", 0 },
	{ "semicolon", BYTES("a;b,x\nc;d\n"), "1[a][b,x]2[c][d]", 0 },
	{ "tab", BYTES("a\tb;x\nc\td,y\n"), "1[a][b;x]2[c][d,y]", 0 },
	{ "sep", BYTES("sep=;\na;b,c\nd;e,f\n"), "2[a][b,c]3[d][e,f]", 0 },
	{ "sep, mark", BYTES("\xEF\xBB\xBFsep=\t\r\na\tb"), "2[a][b]", 0 },
	{ "quotes", BYTES("\"a\",\"b\"\n\"c\",d\n"), "1[a][b]2[c][d]", 0 },
	{ "empty quotes", BYTES("\"\",\"\"\n"), "1[][]", 0 },
	{ "delimiter in quotes", BYTES("\"a,b\",c\n"), "1[a,b][c]", 0 },
	{ "doubled", BYTES("\"a\"\"b\",\"\"\"\"\n"), "1[a\"b][\"]", 0 },
	{ "line breaks", BYTES("\"a\nb\r\nc\rd\",e\nf,g\n"), "1[a~b~~c~d][e]4[f][g]", 0 },
	{ "behind the quote", BYTES("\"a\"b\"c,d\n"), "1[\"a\"b\"c][d]", 1 },
	{ "quote inside", BYTES("a\"b,c\"\n=\"1\",d\n"), "1[a\"b][c\"]2[=\"1\"][d]", 0 },
	{ "blank before a quote", BYTES("a, \"b\"\nc,d\n"), "1[a][b]2[c][d]", 0 },
	{ "blanks around quotes", BYTES(" \"a\" ,\t\"b\"\nc,\"\" \n"), "1[a][b]2[c][]", 0 },
	{ "blanks, no quotes", BYTES(" a , b\n"), "1[ a ][ b]", 0 },
	{ "opened twice", BYTES("a,\"b\nc,\"d\"\n"), "1[a][\"b]2[c][d]", 1 },
	{ "curly end", BYTES("a,\"b”\nc,\"d”\ne,f\n"), "1[a][\"b”]2[c][\"d”]3[e][f]", 2 },
	{ "two literal ones", BYTES("\"a\"b,\"c\"d,\"e\"\n"), "1[\"a\"b][\"c\"d][e]", 1 },
	{ "rows in quotes", BYTES("a,b,\"c\nd,123456,\ne,f,g\"\nh,i,j\n"),
	  "1[a][b][\"c]2[d][123456][]3[e][f][g\"]4[h][i][j]", 1 },
	{ "rows between two columns",
	  BYTES("a,b,c\nd,\"e,f\ng,110000200709010014,h\ni,j,k\"\nl,m,n\n"),
	  "1[a][b][c]2[d][\"e][f]3[g][110000200709010014][h]4[i][j][k\"]5[l][m][n]", 1 },
	{ "a cell of lines",
	  BYTES("a,b,\"c,110000200709010014\nd,110000200709010014\ne\"\nf,g,h\ni,j,k\n"),
	  "1[a][b][c,110000200709010014~d,110000200709010014~e]4[f][g][h]5[i][j][k]", 0 },
	{ "lines without digits", BYTES("a,b,\"c\nd,e,f\"\ng,h,i\nj,k,l\n"),
	  "1[a][b][c~d,e,f]3[g][h][i]4[j][k][l]", 0 },
	{ "quote at the end", BYTES("a,\"b\""), "1[a][b]", 0 },
	{ "doubled at the end", BYTES("a,b\nc,\"b\"\"\""), "1[a][b]2[c][b\"]", 0 },
	{ "unclosed", BYTES("a,b\n\"c,d\ne,f\n"), "1[a][b]2[\"c][d]3[e][f]", 1 },
	{ "unclosed behind quotes", BYTES("a,b\n\"c\",\"d\ne\n"), "1[a][b]2[c][\"d]3[e]", 1 },
	{ "unclosed at the end", BYTES("a,b\n\""), "1[a][b]2[\"]", 1 },
	{ "doubled and unclosed", BYTES("a,\"\"\"\n"), "1[a][\"\"\"]", 1 },
	{ "NUL", BYTES("a\0b,\0\n\"\0\",c\n"), "1[a0b][0]2[0][c]", 0 },
	{ "ragged", BYTES("a,b\nc\nd,e,f\n"), "1[a][b]2[c]3[d][e][f]", 0 },
	{ "longer than a word", BYTES("123456789012,x\n1234567,12345678\n"),
	  "1[123456789012][x]2[1234567][12345678]", 0 },
	/* 张三 and a trail byte like a letter: 丂 is 8140 */
	{ "GB 18030", BYTES("\xD5\xC5\xC8\xFD,\x81\x40\n\x81\x30\x81\x30,b\n"),
	  "1[\xD5\xC5\xC8\xFD][\x81\x40]2[\x81\x30\x81\x30][b]", 0 },
};

static void expect_rows(const struct sample *s, const struct csv_options *how)
{
	int fd = file_of(s->bytes);
	struct diag d = { 0 };
	struct csv *in = csv_open(fd, how, &d);
	char shown[1024];
	size_t quotes;

	assert_non_null(in);
	show_rows(in, &d, shown, sizeof shown, &quotes);
	if (strcmp(shown, s->rows) != 0)
		fail_msg("%s, blocks of %zu: %s, not %s", s->what, how->block, shown, s->rows);
	assert_int_equal(quotes, s->quotes);
	assert_false(csv_failed(in));
	assert_int_equal(csv_bytes(in), s->bytes.len);
	csv_close(in);
	close(fd);
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++)
		expect_rows(&samples[i], &(struct csv_options){ 0 });
}

/* Wherever the blocks fall: mark, `sep=` and delimiter are found in the head, the rest need not be
 * there yet. */
static void test_blocks(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		size_t head = samples[i].bytes.len < 10 ? samples[i].bytes.len + 1 : 10;
		struct csv *in = csv_open_bytes(samples[i].bytes);
		char delimiter = csv_delimiter(in), line_end = csv_line_end(in);
		size_t width = csv_width(in);

		csv_close(in);
		for (size_t block = 1; block < 30; block++)
			expect_rows(&samples[i], &(struct csv_options){ .block = block,
									.head = head,
									.delimiter = delimiter,
									.width = width,
									.line_end = line_end });
	}
}

static void test_bytes(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		struct csv *in = csv_open_bytes(samples[i].bytes);
		char shown[1024];
		size_t quotes;

		show_rows(in, NULL, shown, sizeof shown, &quotes);
		assert_int_equal(quotes, samples[i].quotes);
		assert_string_equal(shown, samples[i].rows);
		csv_close(in);
	}
}

/* A CR at the end of what is read may be half of CR LF. */
static void test_line_end(void **state)
{
	static const struct {
		const char *head;
		char line_end;
	} rows[] = {
		{ "a,b\nc\rd,e\r", '\n' },
		{ "a,b\rc,d\r", '\r' },
		{ "a,b\r\nc,d\r", '\n' },
		{ "a,b\n\"c\r\rd\",e\n", '\n' },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct csv *in =
			csv_open_bytes((struct slice){ rows[i].head, strlen(rows[i].head) });

		if (csv_line_end(in) != rows[i].line_end)
			fail_msg("row %zu: %d", i, csv_line_end(in));
		csv_close(in);
	}
}

static void test_delimiter(void **state)
{
	static const struct {
		const char *head;
		char delimiter;
	} rows[] = {
		{ "", ',' },
		{ "姓名\n张三\n", ',' },
		{ "a,b\nc,d\n", ',' },
		{ "a;b\nc;d\n", ';' },
		{ "a\tb\nc\td\n", '\t' },
		{ "2026级新生名单\na;b\nc;d\n", ';' },
		{ "二〇二六级,计算机学院\na\tb\tc\nd\te\tf\n", '\t' },
		{ "a;b;1,5\nc;d;2\n", ';' },
		{ "\"a;b;c\",d\n\"e;f;g\",h\n", ',' },
		{ "\"a;b\n;c\",d\ne,f\n", ',' },
		{ "a,b\nc,11010520070901001X\t\nd,11010520070901001X\t\n", ',' },
		{ "11010520070901001X\t,a\n11010520070901001X\t,b\n11010520070901001X\t\n", ',' },
		{ "\"不成对\na;b\nc;d\ne;f\n", ';' },
		{ "a;b\rc;d\r", ';' },
		{ "a,b,c\td\ne,f,g\th\n", ',' },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice head = { rows[i].head, strlen(rows[i].head) };
		char found = csv_find_delimiter(head, csv_find_line_end(head));

		if (found != rows[i].delimiter)
			fail_msg("%s: %c", rows[i].head, found);
	}
}

static void test_place(void **state)
{
	static const struct {
		const char *bytes;
		size_t line, column;
	} rows[] = {
		{ "a,b", 1, 3 },
		{ "a,b\ncc,dd,e", 2, 7 },
		{ "\"a\",b", 1, 5 },
		{ "\"a\"\"b\",c", 1, 8 },
		{ "\"a\nb\",c", 2, 4 },
		{ "\"a\r\nb\",\"c\"", 2, 5 },
		{ "x\n\"a\r\rb\"c,d", 2, 9 },
		{ "x,y\r\"a\nb\"c,d", 3, 5 },
		{ "\"\n\"\"\",x", 2, 5 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice bytes = { rows[i].bytes, strlen(rows[i].bytes) };
		struct csv *in = csv_open_bytes(bytes);
		const struct table_row *row, *last = NULL;
		size_t line, column;

		while (csv_next_line(in) < 9 && csv_ahead(in).len > 0 &&
		       (row = csv_next(in, NULL)) != NULL)
			last = row;
		assert_non_null(last);
		column = 1 + csv_place(in, last->cells[last->count - 1].bytes, &line).len;
		if (line != rows[i].line || column != rows[i].column)
			fail_msg("%s: %zu:%zu", rows[i].bytes, line, column);
		csv_close(in);
	}
}

static void test_quote_place(void **state)
{
	static const struct slice bytes = BYTES("a,b\n\"x\ny\",\"c\nd,e\n");
	struct csv *in = csv_open_bytes(bytes);
	const struct table_row *row;
	size_t line, column;

	(void)state;
	assert_null(csv_next(in, NULL)->quote);
	row = csv_next(in, NULL);
	assert_non_null(row->quote);
	column = 1 + csv_place(in, row->quote, &line).len;
	assert_int_equal(line, 3);
	assert_int_equal(column, 4);
	assert_null(csv_next(in, NULL)->quote);
	csv_close(in);
}

/* The same text in every encoding of 16 bits, wherever the blocks fall. */
static void test_utf16(void **state)
{
	static const char *const names[] = { "UTF-16LE", "UTF-16BE" };
	static const char text[] = "\uFEFF姓名\t𬱖\r\n\"a\nb\"\tc\n";

	(void)state;
	for (size_t i = 0; i < COUNT(names) * 20; i++) {
		char bytes[128], *from = (char *)(uintptr_t)text, *to = bytes, shown[256];
		size_t left = strlen(text), space = sizeof bytes, quotes;
		iconv_t cd = iconv_open(names[i % 2], "UTF-8");
		struct csv_options options = { .block = 1 + i / 2, .head = 8 };
		struct csv *in;
		int fd;

		assert_true(cd != (iconv_t)-1);
		assert_int_equal(iconv(cd, &from, &left, &to, &space), 0);
		iconv_close(cd);
		fd = file_of((struct slice){ bytes, sizeof bytes - space });
		in = csv_open(fd, &options, NULL);
		assert_true(csv_is_utf16(in));
		show_rows(in, NULL, shown, sizeof shown, &quotes);
		assert_string_equal(shown, "1[姓名][𬱖]2[a~b][c]");
		assert_int_equal(csv_bytes(in) > 0, 1);
		csv_close(in);
		close(fd);
	}
}

/* Row and line count on over many blocks of the usual size. */
static void test_large(void **state)
{
	enum { ROWS = 40000 };
	FILE *f = tmpfile();
	struct csv *in;
	const struct table_row *row;
	size_t count = 0;

	(void)state;
	assert_non_null(f);
	for (int i = 0; i < ROWS; i++)
		fprintf(f, i % 7 == 0 ? "\"%d\n\",x%d\r\n" : "%d,x%d\n", i, i);
	assert_int_equal(fflush(f), 0);
	rewind(f);
	in = csv_open(fileno(f), NULL, NULL);
	assert_non_null(in);
	while ((row = csv_next(in, NULL)) != NULL) {
		char expected[16];

		snprintf(expected, sizeof expected, "x%zu", count);
		assert_int_equal(row->count, 2);
		assert_int_equal(row->cells[1].len, strlen(expected));
		assert_memory_equal(row->cells[1].bytes, expected, strlen(expected));
		assert_int_equal(row->line, 1 + count + (count + 6) / 7);
		count++;
	}
	assert_int_equal(count, ROWS);
	csv_close(in);
	fclose(f);
}

static void test_many_cells(void **state)
{
	char commas[CSV_CELLS_MAX + 88];
	struct slice bytes = { commas, sizeof commas };
	struct csv *in;
	const struct table_row *row;

	(void)state;
	memset(commas, ',', sizeof commas);
	in = csv_open_bytes(bytes);
	row = csv_next(in, NULL);
	assert_int_equal(row->count, CSV_CELLS_MAX);
	assert_int_equal(row->more, 89);
	csv_close(in);
}

/* Rows at which each character or cell once was looked at for every one before it. */
static void test_long_rows(void **state)
{
	enum { RETURNS = 500000, CELLS = 100000 };
	static const char cell[] = "\"a\nb\",";
	const size_t size = sizeof cell - 1;
	char *bytes = xmalloc(CELLS * size + RETURNS);
	const struct table_row *row;
	struct csv *in;

	(void)state;
	memcpy(bytes, "a,b\nc,d\nx", 9);
	memset(bytes + 9, '\r', RETURNS);
	memcpy(bytes + 9 + RETURNS, "y,z\n", 4);
	in = csv_open(file_of((struct slice){ bytes, RETURNS + 13 }),
		      &(struct csv_options){ .line_end = '\n' }, NULL);
	csv_next(in, NULL);
	csv_next(in, NULL);
	row = csv_next(in, NULL);
	assert_int_equal(row->count, 2);
	assert_int_equal(row->cells[0].len, RETURNS + 2);
	csv_close(in);
	for (size_t i = 0; i < CELLS; i++)
		memcpy(bytes + i * size, cell, size);
	in = csv_open_bytes((struct slice){ bytes, CELLS * size });
	row = csv_next(in, NULL);
	assert_int_equal(row->count, CSV_CELLS_MAX);
	assert_non_null(row->quote); /* the first cell that is not kept has a line break */
	csv_close(in);
	free(bytes);
}

static struct csv *open_long(const char *start, const char *tail, int *fd, struct diag *d)
{
	size_t len = (size_t)CSV_ROW_MAX + CSV_BLOCK * 3;
	char *bytes = xmalloc(len);
	struct csv *in;

	memset(bytes, 'x', len);
	memcpy(bytes, start, strlen(start));
	memcpy(bytes + len - strlen(tail), tail, strlen(tail));
	*fd = file_of((struct slice){ bytes, len });
	in = csv_open(*fd, NULL, d);
	assert_non_null(in);
	free(bytes);
	return in;
}

static void test_too_long(void **state)
{
	struct diag d = { 0 };
	int fd;
	struct csv *in = open_long("a,b\n", "\nc,d\n", &fd, &d);

	(void)state;
	assert_non_null(csv_next(in, &d));
	assert_null(csv_next(in, &d));
	assert_true(csv_failed(in));
	assert_int_equal(d.count, 1);
	assert_int_equal(d.items[0].line, 2);
	assert_non_null(strstr(d.items[0].text, "太长"));
	assert_null(csv_next(in, &d));
	assert_int_equal(d.count, 1);
	csv_close(in);
	close(fd);
}

/* A quote that is closed a megabyte later is none. */
static void test_closed_too_late(void **state)
{
	struct diag d = { 0 };
	int fd;
	struct csv *in = open_long("a,b\n\"c,d\ne,f\n", "\"\n", &fd, &d);
	const struct table_row *row;

	(void)state;
	assert_non_null(csv_next(in, &d));
	row = csv_next(in, &d);
	assert_non_null(row);
	assert_int_equal(row->count, 2);
	assert_memory_equal(row->cells[0].bytes, "\"c", 2);
	assert_ptr_equal(row->quote, row->cells[0].bytes);
	row = csv_next(in, &d);
	assert_non_null(row);
	assert_int_equal(row->line, 3);
	csv_close(in);
	close(fd);
}

static void test_shrinks(void **state)
{
	struct csv_options how = { .block = 4096, .head = 4096 };
	struct diag d = { 0 };
	char *bytes = xmalloc(100000);
	struct csv *in;
	size_t rows = 0;
	int fd;

	(void)state;
	memset(bytes, '\n', 100000);
	fd = file_of((struct slice){ bytes, 100000 });
	in = csv_open(fd, &how, &d);
	assert_non_null(in);
	assert_int_equal(ftruncate(fd, 10000), 0);
	while (csv_next(in, &d) != NULL)
		rows++;
	assert_int_equal(rows, 10000);
	assert_true(csv_failed(in));
	assert_int_equal(d.count, 1);
	assert_non_null(strstr(d.items[0].text, "变短"));
	csv_close(in);
	close(fd);
	free(bytes);
}

/* What is added meanwhile is read; nothing is promised, nothing goes wrong. */
static void test_grows(void **state)
{
	struct csv_options how = { .block = 4, .head = 4 };
	struct diag d = { 0 };
	int fd = file_of((struct slice)BYTES("a,b\nc,d\n"));
	struct csv *in = csv_open(fd, &how, &d);
	size_t rows = 0;

	(void)state;
	assert_non_null(in);
	assert_int_equal(pwrite(fd, "e,f\n", 4, 8), 4);
	while (csv_next(in, &d) != NULL)
		rows++;
	assert_int_equal(rows, 3);
	assert_int_equal(d.count, 0);
	csv_close(in);
	close(fd);
}

static void test_errors(void **state)
{
	static const struct {
		const char *path;
		int flags;
		const char *says;
	} rows[] = {
		{ "/", O_RDONLY | O_DIRECTORY, "文件夹" },
		{ "/dev/null", O_WRONLY, "出错" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		int fd = open(rows[i].path, rows[i].flags);

		assert_true(fd >= 0);
		assert_null(csv_open(fd, NULL, &d));
		assert_int_equal(d.count, 1);
		assert_non_null(strstr(d.items[0].text, rows[i].says));
		close(fd);
	}
}

static volatile sig_atomic_t stopped;

static void on_alarm(int number)
{
	(void)number;
	stopped = 1;
}

/* A pipe that says no more: the signal ends it, and the half row there is goes for none. */
static void test_stop(void **state)
{
	struct sigaction action = { .sa_handler = on_alarm }, old;
	struct itimerval every = { { 0, 2000 }, { 0, 2000 } };
	struct csv_options how = { .head = 4, .stop = &stopped };
	struct diag d = { 0 };
	struct csv *in;
	int fds[2];

	(void)state;
	assert_int_equal(pipe(fds), 0);
	assert_int_equal(write(fds[1], "a,b\nc,d", 7), 7);
	in = csv_open(fds[0], &how, &d);
	assert_non_null(in);
	assert_non_null(csv_next(in, &d));
	sigaction(SIGALRM, &action, &old);
	setitimer(ITIMER_REAL, &every, NULL);
	assert_null(csv_next(in, &d));
	setitimer(ITIMER_REAL, &(struct itimerval){ 0 }, NULL);
	sigaction(SIGALRM, &old, NULL);
	assert_int_equal(stopped, 1);
	assert_false(csv_failed(in));
	assert_int_equal(d.count, 0);
	csv_close(in);
	close(fds[0]);
	close(fds[1]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_line_end),
		cmocka_unit_test(test_delimiter),
		cmocka_unit_test(test_place),
		cmocka_unit_test(test_quote_place),
		cmocka_unit_test(test_utf16),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_many_cells),
		cmocka_unit_test(test_long_rows),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_closed_too_late),
		cmocka_unit_test(test_shrinks),
		cmocka_unit_test(test_grows),
		cmocka_unit_test(test_errors),
		cmocka_unit_test(test_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
