/* SPDX-License-Identifier: MIT */
#include "audit/roster_lint.h"

#include <string.h>

#include "audit/audit_row.h"
#include "audit/misplaced_cells.h"
#include "roster/roster.h"
#include "rules/sentence.h"

/* State kept from row to row. */
struct reading {
	struct roster *roster;
	struct diag *d;
	size_t students;
	bool other_encoding; /* the row before was in another encoding */
};

static void add(struct reading *reading, const char *at, const char *sentence)
{
	size_t line, column;

	roster_place(reading->roster, at, &line, &column);
	diag_add(reading->d, line, column, "%s", sentence);
}

static bool is_filled(struct slice cell)
{
	for (size_t i = 0; i < cell.len; i++)
		if ((unsigned char)cell.bytes[i] > ' ')
			return true;
	return false;
}

/* Reports a row with more cells than the header. Empty ones do not count, because spreadsheets add
 * them. */
static void check_width(struct reading *reading, const struct table_row *row)
{
	size_t width = roster_width(reading->roster), line, column;

	for (size_t i = width; i < row->count; i++) {
		if (!is_filled(row->cells[i]))
			continue;
		roster_place(reading->roster, row->cells[i].bytes, &line, &column);
		diag_add(reading->d, line, column,
			 "这一行有 %zu 格，%s只有 %zu 格，多半错位了。格子里本来就有%s的，"
			 "用英文双引号括起来。",
			 row->count + row->more,
			 roster_header_row(reading->roster) > 0 ? "表头" : "别的行", width,
			 roster_delimiter_name(reading->roster));
		return;
	}
}

static void check_header(struct reading *reading)
{
	char sentence[SENTENCE_MAX];
	struct finding f;

	if (!roster_headings_wrong(reading->roster, &f))
		return;
	diag_add(reading->d, roster_header_row(reading->roster), 1, "%s",
		 sentence_make(&f, SENTENCE_ROSTER, sentence));
}

/* Reports cells that are in other columns, as the audit does. Skips a row with a fault of its own,
 * which is reported already. */
static void check_columns(struct reading *reading, const struct roster_row *row)
{
	struct audit_row cells = { 0 };
	char sentence[SENTENCE_MAX];
	struct finding shifted;

	if (roster_fault(reading->roster, &shifted))
		return;
	audit_row_read(&cells, reading->roster, row);
	if (misplaced_cells_find(&cells, &shifted) && shifted.kind != KIND_CELLS)
		add(reading, NULL, sentence_make(&shifted, SENTENCE_ROSTER, sentence));
	else
		check_width(reading, roster_cells(reading->roster));
	explicit_bzero(&cells, sizeof cells);
}

static void check_nul(struct reading *reading, const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++) {
		const char *nul = row->cells[i].len > 0
					  ? memchr(row->cells[i].bytes, '\0', row->cells[i].len)
					  : NULL;

		if (nul != NULL) {
			add(reading, nul, "这里有空字符（NUL），文件可能损坏了：重新导出一次。");
			return;
		}
	}
}

/* Reports another encoding only where it begins: a file made of two may go on in it for a thousand
 * rows. */
static void check_encoding(struct reading *reading, const struct table_row *row)
{
	const char *wrong = NULL;
	char ignored[8];

	for (size_t i = 0; i < row->count && wrong == NULL; i++)
		if (row->cells[i].len > 0 &&
		    !roster_utf8(reading->roster, row->cells[i], ignored, sizeof ignored))
			wrong = row->cells[i].bytes;
	if (wrong != NULL && !reading->other_encoding) {
		size_t line, column;

		roster_place(reading->roster, wrong, &line, &column);
		diag_add(reading->d, line, column,
			 "从这里起是另一种编码，不再是 %s：两个文件都先另存为 UTF-8，再拼在一起。",
			 roster_encoding_name(reading->roster));
	}
	reading->other_encoding = wrong != NULL;
}

static void read_through(struct reading *reading)
{
	const struct roster_row *row;

	check_header(reading);
	while ((row = roster_next_row(reading->roster, reading->d)) != NULL) {
		const struct table_row *cells = roster_cells(reading->roster);

		roster_report_fault(reading->roster, reading->d);
		if (row->kind != ROW_STUDENT)
			continue;
		reading->students++;
		check_encoding(reading, cells);
		check_columns(reading, row);
		check_nul(reading, cells);
	}
	if (reading->students == 0 && !roster_failed(reading->roster))
		roster_no_students(reading->roster, reading->d);
}

bool roster_lint(const char *path, struct diag *d)
{
	size_t before = d->count;
	struct reading reading = { .roster = roster_open(path, NULL, d), .d = d };

	if (reading.roster != NULL)
		read_through(&reading);
	roster_close(reading.roster);
	return d->count == before;
}
