/* SPDX-License-Identifier: MIT */
#include "audit/source_report.h"

#include <stdint.h>
#include <string.h>

#include "base/charset.h"
#include "roster/roster.h"

enum {
	RUNS_MAX = 6,   /* runs of skipped rows named above the totals */
	LABELS_MAX = 64 /* labels of skipped rows; more than exist */
};

static void write_note(FILE *out, const struct columns *columns, const struct column_note *note)
{
	bool document = columns_is_document(columns, note->index);
	char letters[COLUMN_LETTERS];

	column_letters(note->index, letters);
	charset_printf(out, "%s 列的表头", letters);
	if (note->heading[0] != '\0')
		charset_printf(out, "“%s”", note->heading);
	if (note->column == ROSTER_COLUMN_COUNT) {
		charset_printf(out, "跟在别人的一列后面，多半是那个人的，没有核对\n");
		return;
	}
	if (columns->index[note->column] == note->index) {
		charset_printf(out, "不认得，按内容当作%s\n", column_title(note->column));
		return;
	}
	column_letters(columns->index[note->column], letters);
	charset_printf(out, "也是%s，", document ? "证件号码" : column_title(note->column));
	if (columns->spare != COLUMN_ABSENT && (document || note->index == columns->spare))
		charset_printf(out, "%s 列空着时才看它\n", letters);
	else
		charset_printf(out, "没有核对\n");
}

/* Writes 姓名=D 列，身份证号=H 列; index and birth_parts are as in struct columns. */
static void write_letters(FILE *out, const size_t index[ROSTER_COLUMN_COUNT], bool birth_parts)
{
	const char *comma = "";
	char letters[COLUMN_LETTERS];

	for (enum roster_column c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (index[c] == COLUMN_ABSENT)
			continue;
		column_letters(index[c], letters);
		charset_printf(out, "%s%s=%s", comma, column_title(c), letters);
		if (c == ROSTER_BIRTH_DATE && birth_parts) {
			column_letters(index[c] + 2, letters);
			charset_printf(out, "–%s", letters);
		}
		charset_printf(out, " 列%s", c == ROSTER_STUDENT_NUMBER ? "（只用来认人）" : "");
		comma = "，";
	}
	charset_printf(out, "\n");
}

static void write_columns(FILE *out, const struct columns *columns)
{
	write_letters(out, columns->index, columns->birth_parts);
	for (size_t i = 0; i < columns->note_count; i++)
		write_note(out, columns, &columns->notes[i]);
}

void source_report_rows(FILE *out, const struct row_runs *rows, size_t most)
{
	for (size_t i = 0; i < rows->count && i < most; i++) {
		charset_printf(out, "%s%zu", i > 0 ? "、" : "", rows->items[i].first);
		if (rows->items[i].last > rows->items[i].first)
			charset_printf(out, "–%zu", rows->items[i].last);
	}
	if (rows->count > most)
		charset_printf(out, "……");
}

/* Returns the skipped rows with a label (NULL: all), for row_runs_free(). */
static struct row_runs rows_of(const struct skipped *s, const char *label)
{
	struct row_runs rows = { 0 };

	for (size_t i = 0; i < s->count; i++)
		if (label == NULL || strcmp(s->rows[i].label, label) == 0)
			row_runs_add(&rows, s->rows[i].row);
	return rows;
}

/* Writes 第 2、30–32 行, up to `most` runs, and frees the rows. */
static void write_rows(FILE *out, struct row_runs rows, size_t most)
{
	charset_printf(out, "第 ");
	source_report_rows(out, &rows, most);
	charset_printf(out, " 行");
	row_runs_free(&rows);
}

/* A label of skipped rows, and how many rows have it. */
struct label {
	const char *text;
	size_t count;
};

static size_t count_labels(const struct skipped *s, struct label labels[LABELS_MAX])
{
	size_t count = 0, at;

	for (size_t i = 0; i < s->count; i++) {
		for (at = 0; at < count && strcmp(labels[at].text, s->rows[i].label) != 0;)
			at++;
		if (at == LABELS_MAX)
			continue;
		if (at == count)
			labels[count++] = (struct label){ s->rows[i].label, 0 };
		labels[at].count++;
	}
	return count;
}

/* Writes the skipped rows as 跳过 3 行：合计、制表人、注（第 4–6 行）, or, if one of several labels
 * occurs more than once, as 跳过 9 行：班级行 8 行（第 2、30、58…… 行），合计（第 60 行）. */
static void write_skipped(FILE *out, const struct skipped *s)
{
	struct label labels[LABELS_MAX];
	size_t count = count_labels(s, labels);
	bool once = count == s->count || count == 1;

	if (count > 0)
		charset_printf(out, "跳过 %zu 行：", s->count);
	for (size_t i = 0; i < count; i++) {
		charset_printf(out, "%s%s", i == 0 ? "" : once ? "、" : "，", labels[i].text);
		if (labels[i].count > 1 && !once)
			charset_printf(out, " %zu 行", labels[i].count);
		if (once && i + 1 < count)
			continue;
		charset_printf(out, "（");
		write_rows(out, rows_of(s, once ? NULL : labels[i].text), RUNS_MAX);
		charset_printf(out, "）");
	}
	if (count > 0)
		charset_printf(out, "\n");
	for (size_t i = 0; i < s->order_count; i++) {
		charset_printf(out, "从第 %zu 行的表头起，%s：", s->orders[i].row,
			       s->orders[i].label);
		write_letters(out, s->orders[i].index, s->orders[i].birth_parts);
	}
}

void source_report_skipped(FILE *out, const struct skipped *s)
{
	struct label labels[LABELS_MAX];
	struct row_runs all = rows_of(s, NULL);
	size_t count = count_labels(s, labels);
	bool once = count == s->count, titled = false;

	for (size_t i = 0; i < count && !(once && all.count <= RUNS_MAX); i++) {
		struct row_runs rows = rows_of(s, labels[i].text);

		if (once || rows.count > RUNS_MAX) {
			charset_printf(out, "%s  %s：", titled ? "" : "\n跳过的行\n",
				       labels[i].text);
			write_rows(out, rows, SIZE_MAX);
			charset_printf(out, "\n");
			titled = true;
		} else {
			row_runs_free(&rows);
		}
	}
	row_runs_free(&all);
}

void source_report_write(FILE *out, const struct audit_source *source)
{
	const struct roster *roster = source->roster;

	charset_printf(out, "%s，%s分隔，", roster_encoding_name(roster),
		       roster_delimiter_name(roster));
	if (roster_header_row(roster) == 0)
		charset_printf(out, "%s，按内容认出的列\n",
			       roster_columns(roster)->skip > 0 ? "没有认出表头" : "没有表头");
	else
		charset_printf(out, "表头在第 %zu 行\n", roster_header_row(roster));
	write_columns(out, roster_columns(roster));
	write_skipped(out, source->skipped);
}
