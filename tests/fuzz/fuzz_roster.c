/* SPDX-License-Identifier: MIT */
/* A roster that opens gives the same students for every block size, as its header documents; a
 * refusal gives a reason. */
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz_file.h"
#include "roster/roster.h"
#include "rules/candidate_number.h"
#include "support/next_student.h"
#include "table/cell.h"
#include "table/number_cell.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Sex, birth date and candidate number are written as in a record, or empty. */
static void check_cell(const char *text)
{
	char sex[CELL_SEX], birth[CELL_BIRTH], candidate[CANDIDATE_NUMBER_MAX];

	require(cell_sex(text, sex) == (strlen(sex) == strlen("男")));
	require(cell_birth(text, birth) ==
		(strlen(birth) == strlen("2007-09-01") || strlen(birth) == strlen("2007-09") ||
		 strlen(birth) == strlen("2007")));
	require(candidate_number_read(text, candidate) == (*candidate != '\0'));
	require(candidate[strspn(candidate, "0123456789")] == '\0');
}

static void check_field(struct roster *r, enum roster_column column, struct slice field)
{
	struct slice number = number_cell_bare(field);
	char text[24], longer[4096];
	bool fits = roster_utf8(r, field, text, sizeof text), same;

	require(fits || roster_mixed_line(r) > 0);
	require(text_valid_bytes(text, strlen(text)) == strlen(text));
	check_cell(text);
	same = roster_utf8(r, field, longer, sizeof longer);
	require(same == fits && strncmp(text, longer, strlen(text)) == 0);
	require(number.len <= field.len);
	require(number.len == 0 || (number.bytes >= field.bytes &&
				    number.bytes + number.len <= field.bytes + field.len));
	require(field.len == 0 || roster_has(r, column));
}

/* Returns a hash over all students. */
static uint64_t check_students(struct roster *r, struct diag *d)
{
	const struct roster_row *row;
	uint64_t sum = 0;
	size_t before = 0;

	while ((row = next_student(r, d)) != NULL) {
		require(row->row > before && row->line > 0);
		before = row->row;
		for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
			struct slice field = row->fields[c];

			check_field(r, (enum roster_column)c, field);
			for (size_t i = 0; i < field.len; i++)
				sum = sum * 1099511628211U + (unsigned char)field.bytes[i] + 1;
		}
		sum = sum * 1099511628211U + row->row;
	}
	require(!roster_failed(r));
	return sum;
}

/* The head that encoding and columns are found from holds the whole file. */
static bool read_in_blocks(int fd, size_t block, size_t head, uint64_t *sum)
{
	struct csv_options how = { .block = block, .head = head };
	struct diag d = { 0 };
	struct roster *r;

	require(lseek(fd, 0, SEEK_SET) == 0);
	r = roster_open_fd(fd, &how, &d);
	require(r != NULL || d.count > 0);
	if (r == NULL)
		return false;
	require(roster_has(r, ROSTER_NAME) && roster_has(r, ROSTER_ID_NUMBER));
	*sum = check_students(r, &d);
	roster_close(r);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static iconv_t kept; /* keeps GB 18030 loaded between runs */
	int fd = file_of(bytes, len);
	uint64_t whole = 0, parts = 0;
	bool opens = read_in_blocks(fd, len + 1, len + 1, &whole);

	if (kept == NULL)
		kept = iconv_open("UTF-8", "GB18030");
	require(read_in_blocks(fd, 64, len + 1, &parts) == opens && parts == whole);
	return 0;
}
