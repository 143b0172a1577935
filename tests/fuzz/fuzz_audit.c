/* SPDX-License-Identifier: MIT */
/* The audit finds the same as the reference audit, whatever the bytes and the size of read blocks.
 * The first byte chooses the header: delimiter, encoding, columns. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/xalloc.h"
#include "roster/roster.h"
#include "support/slow_audit.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { HEADER = 128 };

static const struct date today = { 2026, 9, 1 };

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Writes the header. Returns the number of bytes. */
static size_t make_header(uint8_t byte, struct slow_layout *layout, char out[HEADER])
{
	static const char *const headings[][6] = {
		{ "姓名", "身份证号" },
		{ "身份证号", "班级", "姓名" },
		{ "姓名", "身份证号", "考生号", "性别", "出生日期" },
		{ "班级", "出生日期", "身份证号", "性别", "考生号", "姓名" }
	};
	static const struct slow_layout layouts[] = {
		{ 0, 1, -1, -1, -1, 2, false, ',', { 0 } },
		{ 2, 0, -1, -1, -1, 3, false, ',', { 0 } },
		{ 0, 1, 2, 3, 4, 5, false, ',', { 0 } },
		{ 5, 2, 4, 3, 1, 6, false, ',', { 0 } },
	};
	const char *const *columns = headings[byte & 3];
	char text[HEADER] = "", *from = text, *to = out;
	size_t left, space = HEADER;
	iconv_t cd;

	*layout = layouts[byte & 3];
	layout->gb18030 = byte & 4;
	layout->delimiter = ",;\t"[(byte >> 3) % 3];
	layout->today = today;
	for (int i = 0; i < layout->width; i++) {
		size_t used = strlen(text);

		if (i > 0)
			text[used++] = layout->delimiter;
		strcpy(text + used, columns[i]);
	}
	strcat(text, "\n");
	left = strlen(text);
	cd = iconv_open(layout->gb18030 ? "GB18030" : "UTF-8", "UTF-8");
	require(iconv(cd, &from, &left, &to, &space) == 0);
	iconv_close(cd);
	return (size_t)(to - out);
}

/* Whether rows end with LF by the first block, which ends somewhere. */
static bool ends_with_lf(int fd, const struct csv_options *how)
{
	struct diag d = { 0 };
	struct csv *in;
	bool lf;

	require(lseek(fd, 0, SEEK_SET) == 0);
	in = csv_open(fd, how, &d);
	lf = in != NULL && csv_line_end(in) == '\n';
	csv_close(in);
	return lf;
}

/* Whether the roster was opened with the delimiter, encoding and columns of the header. */
static bool is_taken(int fd, const struct csv_options *how, const struct slow_layout *layout)
{
	struct diag d = { 0 };
	enum encoding encoding = layout->gb18030 ? ENCODING_GB18030 : ENCODING_UTF8;
	const char *delimiter = layout->delimiter == ';'    ? "分号"
				: layout->delimiter == '\t' ? "制表符"
							    : "逗号";
	struct roster *r;
	bool taken;

	require(lseek(fd, 0, SEEK_SET) == 0);
	r = roster_open_fd(fd, how, &d);
	taken = r != NULL && strcmp(roster_encoding_name(r), encoding_name(encoding)) == 0 &&
		strcmp(roster_delimiter_name(r), delimiter) == 0 && roster_header_row(r) == 1;
	roster_close(r);
	return taken;
}

static size_t number_after(const char *json, const char *key)
{
	const char *at = strstr(json, key);

	require(at != NULL);
	return strtoul(at + strlen(key), NULL, 10);
}

/* Rows that hold anything. */
static size_t count_rows(struct slow_csv rows)
{
	char *cell = xmalloc(rows.len + 1);
	size_t count = 0;

	while (rows.at < rows.len) {
		bool filled = false;

		do {
			size_t len = slow_csv_cell(&rows, cell);

			for (size_t i = 0; i < len; i++)
				filled = filled || (unsigned char)cell[i] > ' ';
		} while (!rows.ended);
		count += filled;
	}
	free(cell);
	return count;
}

static void check(int fd, const struct csv_options *csv, const struct slow_layout *layout,
		  const char *expected, size_t row_count)
{
	char path[32], *json = NULL, *lines;
	const char *const roster = path;
	struct audit_options how = { .rosters = &roster,
				     .roster_count = 1,
				     .json = true,
				     .today = today,
				     .block = csv->block,
				     .head = csv->head };
	size_t size;
	bool interrupted;
	FILE *out;

	if (!ends_with_lf(fd, csv) || !is_taken(fd, csv, layout))
		return;
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	out = open_memstream(&json, &size);
	audit_run(&how, out, &interrupted);
	fclose(out);
	lines = slow_audit_lines(json);
	/* no row disappears */
	require(number_after(json, "\"rows\": ") + number_after(json, "\"skipped\": ") +
			number_after(json, "\"title_lines\": ") ==
		row_count);
	/* the reference audit reads one encoding only, and puts no halves of rows together */
	require(strstr(lines, "roster.encoding") != NULL || strstr(json, "断成了两行") != NULL ||
		strcmp(lines, expected) == 0);
	free(lines);
	free(json);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const size_t blocks[] = { 0, 1, 13, 200 };
	char *text = xmalloc(HEADER + len + 1), *expected;
	struct slow_layout layout;
	struct slow_csv rows = { .bytes = text };
	size_t header;
	int fd;

	header = make_header(len > 0 ? bytes[0] : 0, &layout, text);
	if (len > 0)
		memcpy(text + header, bytes + 1, len - 1);
	rows.len = header + (len > 0 ? len - 1 : 0);
	rows.delimiter = layout.delimiter;
	rows.width = (size_t)layout.width;
	rows.number = layout.number >= 0 ? (size_t)layout.number + 1 : 0;
	expected = slow_audit(rows, 1, &layout);
	fd = memfd_create("roster", 0);
	require(fd >= 0 && write(fd, text, rows.len) == (ssize_t)rows.len);
	for (size_t i = 0; expected != NULL && i < sizeof blocks / sizeof blocks[0]; i++)
		if (blocks[i] != 1 || len < 500) /* too slow */
			check(fd,
			      &(struct csv_options){ .block = blocks[i],
						     .head = i > 0 ? header : 0 },
			      &layout, expected, count_rows(rows));
	close(fd);
	free(expected);
	free(text);
	return 0;
}
