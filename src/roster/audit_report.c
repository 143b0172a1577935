/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/audit_internal.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"

enum { SHOWN_MAX = 20, BAR = 30, TITLE = 24, NAME = 14 };

/* A row as the report shows it: masked and cleaned. */
struct shown {
	size_t row;
	char *name, *number, *sentence; /* owned */
};

/* The first rows of a kind. */
struct audit_shown {
	size_t count;
	struct shown rows[SHOWN_MAX];
};

bool audit_report_has_room(const struct audit *a, enum finding_code code)
{
	return a->shown[code] == NULL || a->shown[code]->count < SHOWN_MAX;
}

/* Cleans what it is given, owned, and gives it back owned. */
static char *cleaned(char *s)
{
	char *clean = text_clean_line(s);

	xwipe(s);
	return clean;
}

void audit_report_keep(struct audit *a, const struct audit_row *row, const struct finding *f)
{
	const struct record *student = &row->student;
	struct audit_shown *shown;
	struct finding told;

	if (!audit_report_has_room(a, f->code))
		return;
	told = *f;
	if (a->shown[f->code] == NULL)
		a->shown[f->code] = xcalloc(1, sizeof *shown);
	shown = a->shown[f->code];
	if (!a->how->reveal)
		finding_mask(&told);
	shown->rows[shown->count++] = (struct shown){
		.row = row->row,
		.name = cleaned(a->how->reveal ? xstrdup(student->name)
					       : person_name_mask(student->name)),
		.number = cleaned(a->how->reveal ? xstrdup(student->id_number)
						 : resident_id_mask(student->id_number)),
		.sentence = cleaned(xstrdup(told.message)),
	};
}

static void free_shown(struct audit_shown *shown)
{
	for (size_t i = 0; i < shown->count; i++) {
		xwipe(shown->rows[i].name);
		xwipe(shown->rows[i].number);
		xwipe(shown->rows[i].sentence);
	}
	free(shown);
}

void audit_report_free(struct audit *a)
{
	for (size_t i = 0; i < FINDING_CODE_COUNT; i++)
		if (a->shown[i] != NULL)
			free_shown(a->shown[i]);
}

/* A text and blanks up to so many columns. */
static void put_padded(const char *text, int columns, FILE *out)
{
	int width = text_width(text);

	charset_put(text, out);
	fprintf(out, "%*s", width < columns ? columns - width : 0, "");
}

static void put_share(const char *what, size_t part, size_t whole, FILE *out)
{
	fputs("  ", out);
	put_padded(what, 10, out);
	fprintf(out, "%10zu%8.2f%%\n", part, 100.0 * (double)part / (double)whole);
}

static void write_head(const struct audit *a)
{
	char *path = text_clean_line(a->how->roster);
	char *head = xasprintf("名册 %s：%s，%s分隔，", strcmp(path, "-") == 0 ? "标准输入" : path,
			       roster_encoding_name(roster_encoding(a->roster)),
			       roster_delimiter_name(roster_delimiter(a->roster)));

	charset_put(head, a->out);
	free(head);
	free(path);
	if (roster_header_row(a->roster) == 0) {
		charset_put("没有表头，按内容认出的列\n\n", a->out);
		return;
	}
	charset_put("表头在第 ", a->out);
	fprintf(a->out, "%zu", roster_header_row(a->roster));
	charset_put(" 行\n\n", a->out);
}

static void write_shares(const struct audit *a)
{
	const struct audit_tally *t = &a->tally;

	if (t->interrupted)
		charset_put("按 Ctrl-C 停下了，只到这里为止：\n", a->out);
	fputs("  ", a->out);
	put_padded("学生", 10, a->out);
	fprintf(a->out, "%10zu\n", t->rows);
	if (t->rows == 0)
		return;
	put_share("无误", t->states[AUDIT_CLEAN], t->rows, a->out);
	put_share("有错", t->states[AUDIT_WRONG], t->rows, a->out);
	put_share("要留意", t->states[AUDIT_DOUBTFUL], t->rows, a->out);
}

/* Kinds by how often they were found, the graver first where that is equal. */
static size_t sort_kinds(const struct audit *a, enum finding_code kinds[FINDING_CODE_COUNT])
{
	const size_t *counts = a->tally.kinds;
	size_t count = 0;

	for (size_t code = 0; code < FINDING_CODE_COUNT; code++) {
		size_t i = count;

		if (counts[code] == 0)
			continue;
		for (; i > 0 && counts[kinds[i - 1]] < counts[code]; i--)
			kinds[i] = kinds[i - 1];
		kinds[i] = (enum finding_code)code;
		count++;
	}
	return count;
}

static void write_chart(const struct audit *a, const enum finding_code *kinds, size_t count)
{
	size_t most = a->tally.kinds[kinds[0]];

	charset_put("\n各类问题\n", a->out);
	for (size_t i = 0; i < count; i++) {
		size_t found = a->tally.kinds[kinds[i]];
		int bar = (int)((found * BAR + most - 1) / most);

		fputs("  ", a->out);
		put_padded(audit_kind_title(kinds[i]), TITLE, a->out);
		fprintf(a->out, "%10zu  %.*s\n", found, bar, "##############################");
	}
}

/* Whose row it was is known for all but doubles and what concerns the whole roster. */
static void write_row(const struct audit *a, const struct shown *s, bool same)
{
	bool named = s->name[0] != '\0' || s->number[0] != '\0';
	FILE *out = a->out;

	fputs("  ", out);
	if (s->row > 0) {
		charset_put("第 ", out);
		fprintf(out, "%zu", s->row);
		charset_put(" 行  ", out);
	}
	if (named) {
		put_padded(s->name, NAME, out);
		charset_put(s->number, out);
		fputs(same ? "" : "\n      ", out);
	}
	if (!same || !named)
		charset_put(s->sentence, out);
	fputc('\n', out);
}

static void write_kind(const struct audit *a, enum finding_code code)
{
	const struct audit_shown *shown = a->shown[code];
	const char *before = "";

	charset_put("\n", a->out);
	charset_put(audit_kind_title(code), a->out);
	fprintf(a->out, " [%s]\n", finding_code_name(code));
	for (size_t i = 0; i < shown->count; i++) {
		write_row(a, &shown->rows[i], strcmp(before, shown->rows[i].sentence) == 0);
		before = shown->rows[i].sentence;
	}
	if (a->tally.kinds[code] > shown->count) {
		charset_put("  另有 ", a->out);
		fprintf(a->out, "%zu", a->tally.kinds[code] - shown->count);
		charset_put(" 处，--json 列出全部\n", a->out);
	}
}

void audit_report_write(const struct audit *a)
{
	enum finding_code kinds[FINDING_CODE_COUNT];
	size_t count = sort_kinds(a, kinds);

	write_head(a);
	write_shares(a);
	if (count == 0)
		return;
	write_chart(a, kinds, count);
	for (size_t i = 0; i < count; i++)
		write_kind(a, kinds[i]);
	if (!a->how->reveal)
		charset_put("\n姓名和号码遮住了，--reveal 显示。\n", a->out);
}
