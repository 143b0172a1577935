/* SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>

#include "roster/roster_internal.h"

enum { SEEN = 120 };

/* The row most like a header so far, and what a sentence may tell of it. */
struct candidate {
	struct roster_columns columns;
	size_t line, known; /* headings */
	char seen[SEEN];
};

/* The row read as a header. Returns how many of its cells are headings. */
static size_t read_header(struct roster_text *text, const struct csv_row *row,
			  struct roster_columns *out)
{
	size_t best[ROSTER_COLUMN_COUNT], known = 0;

	*out = (struct roster_columns){ .header_row = row->row,
					.skip = row->row,
					.width = row->count + row->more };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->index[c] = best[c] = ROSTER_ABSENT;
	for (size_t i = 0; i < row->count; i++) {
		struct roster_heading h;

		if (!roster_heading(text, row->cells[i], &h))
			continue;
		known++;
		if (h.column == ROSTER_COLUMN_COUNT || h.rank >= best[h.column])
			continue;
		best[h.column] = h.rank;
		out->index[h.column] = i;
	}
	return known;
}

static bool has(const struct roster_columns *columns, enum roster_column c)
{
	return columns->index[c] != ROSTER_ABSENT;
}

/* Two headings side by side: a header. In a form, 姓名,张三, a value follows each heading. */
static bool is_header(struct roster_text *text, const struct csv_row *row)
{
	struct roster_heading h;

	for (size_t i = 0; i + 1 < row->count; i++)
		if (roster_heading(text, row->cells[i], &h) &&
		    roster_heading(text, row->cells[i + 1], &h))
			return true;
	return false;
}

/* 学号、姓名、班级: as much as fits, and never what may be a student's. */
static void list_seen(struct roster_text *text, const struct csv_row *row, char out[SEEN])
{
	static const char more[] = "……";
	bool all = is_header(text, row);
	size_t used = 0;

	for (size_t i = 0; i < row->count; i++) {
		const char *comma = used > 0 ? "、" : "";
		char cell[SEEN];
		struct roster_heading h;

		if (row->cells[i].len == 0 || (!all && !roster_heading(text, row->cells[i], &h)))
			continue;
		roster_decode(text, row->cells[i], cell, sizeof cell);
		if (used + strlen(comma) + strlen(cell) + sizeof more > SEEN) {
			memcpy(out + used, more, sizeof more);
			return;
		}
		used += (size_t)snprintf(out + used, SEEN - used, "%s%s", comma, cell);
	}
}

static bool tell_missing(const struct candidate *seen, struct diag *d)
{
	bool name = has(&seen->columns, ROSTER_NAME);
	bool number = has(&seen->columns, ROSTER_ID_NUMBER);

	if (name)
		return diag_add(d, seen->line, 1,
				"表头里没有证件号码一列，认出的有：%s。请加上“身份证号”。",
				seen->seen);
	if (number)
		return diag_add(d, seen->line, 1,
				"表头里没有姓名一列，认出的有：%s。请加上“姓名”。", seen->seen);
	return diag_add(d, seen->line, 1,
			"表头里没有姓名和证件号码，认出的有：%s。请加上“姓名”和“身份证号”。",
			seen->seen);
}

/* The first row with both columns, title rows above it; else *seen is the most likely one. */
static bool find_header(const struct roster_probe *probe, struct roster_columns *out,
			struct candidate *seen)
{
	struct csv_in *in = csv_in_open_bytes(probe->head, probe->delimiter);
	const struct csv_row *row;
	bool found = false;

	while (!found && (row = csv_in_next(in, NULL)) != NULL && row->row <= ROSTER_PROBE_ROWS) {
		size_t known = read_header(probe->text, row, out);

		found = has(out, ROSTER_NAME) && has(out, ROSTER_ID_NUMBER);
		if (found || known <= seen->known)
			continue;
		*seen = (struct candidate){ *out, probe->line + row->line - 1, known, "" };
		list_seen(probe->text, row, seen->seen);
	}
	csv_in_close(in);
	return found;
}

bool roster_columns_find(const struct roster_probe *probe, struct roster_columns *out,
			 struct diag *d)
{
	struct candidate seen = { 0 };

	if (find_header(probe, out, &seen))
		return true;
	if (seen.known > 0)
		return tell_missing(&seen, d);
	if (roster_columns_by_content(probe, out))
		return true;
	return diag_add(d, probe->line, 1,
			"没有表头，也看不出哪一列是姓名、哪一列是证件号码："
			"请在第一行写上表头“姓名”和“身份证号”。");
}
