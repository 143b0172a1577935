/* SPDX-License-Identifier: MIT */
#include "roster/audit_report.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "roster/row_kind.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"

enum {
	KIND_MAX = 20,    /* findings of a kind that a terminal shows */
	SKIPPED_MAX = 64, /* rows that are no student's, the same */
	LABELS_MAX = 64,  /* more than there are */
	BAR = 30,
	WHAT = 10, /* columns of what is counted */
	TITLE = 24,
	NAME = 12,
	RESIDENT_ID_DIGITS = 15 /* of the shorter ones */
};

/* A finding as the report shows it, masked and cleaned. */
struct shown {
	size_t row;
	uint32_t order; /* in which they were found */
	enum finding_code code;
	const char *
		whose; /* 第 2 行  李*  1****************4  学号 2026001; "": of the whole roster */
	const char *other; /* the row that this one repeats, and whose it is; NULL: none */
	const char *sentence;
};

/* The findings of one kind; by student, in the first of them those of all kinds. */
struct shown_kind {
	struct shown *shown; /* owned; its texts are in the arena */
	size_t count;
	struct finding finding; /* of the last: the next one is likely to have the same sentence */
	const char *sentence;   /* of the last */
};

struct report {
	struct sink sink; /* first: each is the other's address */
	FILE *out;
	struct report_options options;
	uint32_t count;
	size_t row; /* of the last finding */
	const char *whose;
	struct arena arena;
	struct shown_kind kinds[FINDING_CODE_COUNT];
};

/* Cleans what it is given, owned, and gives it back owned. */
static char *cleaned(char *s)
{
	const char *p = s;
	char *clean;

	while (*p >= ' ' && *p < 0x7F)
		p++;
	if (*p == '\0') /* nearly always */
		return s;
	clean = text_clean_line(s);
	xwipe(s);
	return clean;
}

/* No ID number and no name, as in a row whose cells are not in their columns. */
static bool is_harmless(const char *number)
{
	size_t digits = 0;

	for (; *number > ' ' && *number < 0x7F; number++)
		digits += *number >= '0' && *number <= '9';
	return *number == '\0' && digits < RESIDENT_ID_DIGITS;
}

/* By which a school finds a student besides the name: 学号, or the end of 考生号. Owned. */
static char *other_number(const struct audit_row *row, bool reveal)
{
	const char *candidate = row->student.candidate_number;
	size_t len = strlen(candidate), tail = 4;

	if (row->student_number[0] != '\0' && (reveal || is_harmless(row->student_number)))
		return xasprintf("学号 %s", row->student_number);
	if (candidate[0] == '\0' ||
	    (!reveal && (len < 2 * tail || !is_harmless(candidate) ||
			 candidate[strspn(candidate, "0123456789")] != '\0')))
		return xstrdup("");
	return reveal ? xasprintf("考生号 %s", candidate)
		      : xasprintf("考生号…%s", candidate + len - tail);
}

/* In the number's place there may be a name: the columns changed places. Owned. */
static char *masked_number(const char *number)
{
	for (const char *p = number; *p != '\0'; p++)
		if ((unsigned char)*p >= 0x80)
			return person_name_mask(number);
	return resident_id_mask(number);
}

/* Moves an owned text into the arena. */
static const char *keep_text(struct report *r, char *s)
{
	size_t size = strlen(s) + 1;
	char *kept = memcpy(arena_take(&r->arena, size), s, size);

	xwipe(s);
	return kept;
}

/* Behind the blanks that a cell begins with. */
static const char *skip_blanks(const char *s)
{
	size_t len = strlen(s), step;
	uint32_t cp;

	while ((step = text_decode(s, len, &cp)) > 0 && text_is_blank(cp)) {
		s += step;
		len -= step;
	}
	return s;
}

static const char *whose(struct report *r, const struct audit_row *row)
{
	const struct record *student = &row->student;
	bool reveal = r->options.reveal;
	char *name = cleaned(reveal ? xstrdup(student->name)
				    : person_name_mask(skip_blanks(student->name)));
	char *number =
		cleaned(reveal ? xstrdup(student->id_number) : masked_number(student->id_number));
	char *other = cleaned(other_number(row, reveal)), *text, *end;
	bool named = *name != '\0' || *number != '\0', any = named || *other != '\0';
	int width = text_width(name);
	size_t gap = !named ? 0 : width < NAME ? 2 + (size_t)(NAME - width) : 2;
	char place[48] = "";

	if (*number == '\0' && *other == '\0')
		gap = 0;
	if (row->row > 0)
		snprintf(place, sizeof place, "第 %zu 行%s", row->row, any ? "  " : "");
	text = arena_take(&r->arena, strlen(place) + strlen(name) + gap + strlen(number) + 2 +
					     strlen(other) + 1);
	end = stpcpy(stpcpy(text, place), name);
	memset(end, ' ', gap);
	end = stpcpy(end + gap, number);
	if (*other != '\0')
		stpcpy(stpcpy(end, named ? "  " : ""), other);
	xwipe(name);
	xwipe(number);
	xwipe(other);
	return text;
}

/* Whether two findings of one kind have the same sentence. */
static bool same_words(const struct finding *a, const struct finding *b)
{
	return a->kind == b->kind && a->at == b->at && a->count == b->count &&
	       a->other == b->other && a->label == b->label && strcmp(a->is, b->is) == 0 &&
	       strcmp(a->should, b->should) == 0;
}

/* Findings that differ may have the same sentence where characters are masked. */
static const char *sentence_of(struct report *r, struct shown_kind *kind, const struct finding *f)
{
	unsigned how = SENTENCE_ROSTER | (r->options.reveal ? 0 : SENTENCE_MASKED);
	char sentence[SENTENCE_MAX];

	if (kind->sentence != NULL && same_words(&kind->finding, f))
		return kind->sentence;
	kind->finding = *f;
	sentence_make(f, how, sentence);
	if (kind->sentence == NULL || strcmp(kind->sentence, sentence) != 0)
		kind->sentence = keep_text(r, text_clean_line(sentence));
	explicit_bzero(sentence, sizeof sentence);
	return kind->sentence;
}

/* other: the row that this one repeats, as far as it is known, or NULL. */
static void keep(struct sink *s, const struct audit_row *row, const struct audit_row *other,
		 const struct finding *f)
{
	struct report *r = (struct report *)s;
	struct shown_kind *kind = &r->kinds[f->code];
	struct shown_kind *list = r->options.by_student ? &r->kinds[0] : kind;
	struct shown *new;

	if (list->count == KIND_MAX && !r->options.all)
		return;
	if (r->whose == NULL || row->row == 0 || r->row != row->row)
		r->whose = whose(r, row);
	r->row = row->row;
	list->shown = xgrow(list->shown, list->count, sizeof *list->shown);
	new = &list->shown[list->count++];
	*new = (struct shown){ row->row, r->count++, f->code,
			       r->whose, NULL,       sentence_of(r, kind, f) };
	if (other != NULL)
		new->other = whose(r, other);
}

static void free_report(struct sink *s)
{
	struct report *r = (struct report *)s;

	arena_wipe(&r->arena);
	for (size_t i = 0; i < FINDING_CODE_COUNT; i++)
		free(r->kinds[i].shown);
	explicit_bzero(r, sizeof *r);
	free(r);
}

/* Writes in the terminal's charset. */
static __attribute__((format(printf, 2, 3))) void put(const struct report *r, const char *format,
						      ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		xalloc_die();
	va_end(args);
	charset_put(text, r->out);
	free(text);
}

/* A line of a table: a text, padded to so many columns, and a count. */
static void put_count(const struct report *r, const char *what, int columns, size_t count)
{
	int width = text_width(what);

	put(r, "  %s%*s%10zu", what, width < columns ? columns - width : 0, "", count);
}

/* Never 0 % or 100 % of what is not none or all; of few students without decimals. */
static void put_share(const struct report *r, const char *what, size_t part, size_t whole)
{
	int decimals = whole < 100 ? 0 : whole < 1000 ? 1 : 2;
	double least = decimals == 0 ? 1 : decimals == 1 ? 0.1 : 0.01;
	double share = 100.0 * (double)part / (double)whole;

	if (part > 0 && share < least)
		share = least;
	if (part < whole && share > 100 - least)
		share = 100 - least;
	put_count(r, what, WHAT, part);
	put(r, "%8.*f%%\n", decimals, share);
}

static void write_columns(const struct report *r, const struct columns *columns)
{
	const char *comma = "";
	char letters[COLUMN_LETTERS];

	for (enum roster_column c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (columns->index[c] == COLUMN_ABSENT)
			continue;
		column_letters(columns->index[c], letters);
		put(r, "%s%s=%s 列", comma, column_title(c), letters);
		comma = "，";
	}
	put(r, "\n");
	for (enum roster_column c = ROSTER_NAME; c <= ROSTER_ID_NUMBER; c++) {
		if (columns->other[c] == COLUMN_ABSENT)
			continue;
		column_letters(columns->other[c], letters);
		put(r, "%s 列的表头", letters);
		if (columns->other_heading[c][0] != '\0')
			put(r, "“%s”", columns->other_heading[c]);
		put(r, "也是%s，", column_title(c));
		column_letters(columns->index[c], letters);
		if (c == ROSTER_ID_NUMBER && columns->spare != COLUMN_ABSENT)
			put(r, "%s 列空着时才看它\n", letters);
		else
			put(r, "没有核对\n");
	}
}

/* 4–6、9 */
static void write_rows(const struct report *r, const struct skipped_row *rows, size_t count)
{
	for (size_t i = 0, last; i < count; i = last + 1) {
		for (last = i; last + 1 < count && rows[last + 1].row == rows[last].row + 1;)
			last++;
		put(r, "%s%zu", i > 0 ? "、" : "", rows[i].row);
		if (last > i)
			put(r, "–%zu", rows[last].row);
	}
}

/* 合计、制表人、注: each once. */
static void write_labels(const struct report *r, const struct audit_skipped *s)
{
	const char *seen[LABELS_MAX];
	size_t count = 0, at;

	for (size_t i = 0; i < s->count && count < LABELS_MAX; i++) {
		for (at = 0; at < count && strcmp(seen[at], s->rows[i].label) != 0;)
			at++;
		if (at < count)
			continue;
		put(r, "%s%s", count > 0 ? "、" : "", s->rows[i].label);
		seen[count++] = s->rows[i].label;
	}
}

/* 跳过 3 行：合计、制表人、注（第 4–6 行） */
static void write_skipped(const struct report *r, const struct audit_skipped *s)
{
	size_t listed = r->options.all || s->count < SKIPPED_MAX ? s->count : SKIPPED_MAX;

	if (s->count > 0) {
		put(r, "跳过 %zu 行：", s->count);
		write_labels(r, s);
		put(r, "（第 ");
		write_rows(r, s->rows, listed);
		put(r, "%s 行）\n", listed < s->count ? "……" : "");
	}
	for (size_t i = 0; i < s->order_count; i++)
		put(r, "从第 %zu 行的表头起，%s\n", s->orders[i].row,
		    s->orders[i].label == ROW_NO_NUMBERS ? "没有身份证号一列，号码都算空着"
							 : "各列换了位置，按新的读");
}

static void write_head(const struct report *r, const struct audit_summary *summary)
{
	const struct roster *roster = summary->roster;
	char *path = text_clean_line(summary->path);

	put(r, "名册 %s：%s，%s分隔，", strcmp(path, "-") == 0 ? "标准输入" : path,
	    roster_encoding_name(roster), roster_delimiter_name(roster));
	free(path);
	if (roster_header_row(roster) == 0)
		put(r, "没有表头，按内容认出的列\n");
	else
		put(r, "表头在第 %zu 行\n", roster_header_row(roster));
	write_columns(r, roster_columns(roster));
	write_skipped(r, &summary->tally->skipped);
	put(r, "\n");
}

static void write_shares(const struct report *r, const struct audit_summary *summary)
{
	const struct audit_tally *t = summary->tally;
	size_t errors = t->severities[SEVERITY_ERROR], warnings = t->severities[SEVERITY_WARNING];
	size_t notes = t->severities[SEVERITY_NOTE];

	if (t->interrupted)
		put(r, "按 Ctrl-C 停下了，只到这里为止：\n");
	if (t->rows == 0)
		return;
	put_count(r, "学生", WHAT, t->rows);
	put(r, "\n");
	if (summary->compared)
		put_share(r, "与高考一致", t->states[AUDIT_AGREED], t->rows);
	if (!summary->compared || t->states[AUDIT_CLEAN] > 0)
		put_share(r, "格式对", t->states[AUDIT_CLEAN], t->rows);
	put_share(r, "有错", t->states[AUDIT_WRONG], t->rows);
	put_share(r, "要留意", t->states[AUDIT_DOUBTFUL], t->rows);
	/* as the JSON counts them */
	put_count(r, "问题", WHAT, errors + warnings + notes);
	put(r, "（错 %zu，留意 %zu，提示 %zu）\n", errors, warnings, notes);
	if (t->doubtful_by_repeat > 0)
		put(r, "  要留意的有 %zu 人自己没有问题：后面一行的号码和他相同，姓名不同\n",
		    t->doubtful_by_repeat);
}

/* Kinds by how often they were found, the graver first where that is equal. */
static size_t sort_kinds(const struct audit_tally *t, enum finding_code kinds[FINDING_CODE_COUNT])
{
	const size_t *counts = t->kinds;
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

static void write_chart(const struct report *r, const struct audit_tally *t,
			const enum finding_code *kinds, size_t count)
{
	size_t most = t->kinds[kinds[0]];

	put(r, "\n各类问题\n");
	for (size_t i = 0; i < count; i++) {
		size_t found = t->kinds[kinds[i]];
		int bar = (int)((found * BAR + most - 1) / most);

		put_count(r, finding_code_title(kinds[i]), TITLE, found);
		put(r, "  %.*s\n", bar, "##############################");
	}
}

/* The column of a finding of one column, if it is the same in the whole file. */
static void write_column(const struct report *r, enum finding_code code,
			 const struct audit_summary *summary)
{
	const struct columns *columns = roster_columns(summary->roster);
	enum finding_field field = finding_code_field(code);
	enum roster_column c = field == FIELD_NAME        ? ROSTER_NAME
			       : field == FIELD_ID_NUMBER ? ROSTER_ID_NUMBER
							  : ROSTER_CANDIDATE_NUMBER;
	char letters[COLUMN_LETTERS];

	if (field == FIELD_ROW || columns->index[c] == COLUMN_ABSENT ||
	    summary->tally->skipped.order_count > 0)
		return;
	column_letters(columns->index[c], letters);
	put(r, "  %s 列", letters);
}

/* By row, then as they were found. */
static int by_row(const void *a, const void *b)
{
	const struct shown *x = a, *y = b;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->order > y->order) - (x->order < y->order);
}

/* Nearly all come in this order. */
static void sort(struct shown_kind *list)
{
	for (size_t i = 1; i < list->count; i++)
		if (by_row(&list->shown[i - 1], &list->shown[i]) > 0) {
			qsort(list->shown, list->count, sizeof *list->shown, by_row);
			return;
		}
}

static void write_line(const struct report *r, const char *before, const char *text)
{
	fputs(before, r->out);
	charset_put_clean(text, r->out);
	fputc('\n', r->out);
}

/* A sentence is said once for the rows below each other that have it. */
static void write_kind(const struct report *r, const struct audit_summary *summary,
		       enum finding_code code)
{
	const struct shown_kind *list = &r->kinds[code];
	const char *before = NULL;

	put(r, "\n%s [%s]", finding_code_title(code), finding_code_name(code));
	write_column(r, code, summary);
	put(r, "\n");
	for (size_t i = 0; i < list->count; i++) {
		const struct shown *s = &list->shown[i];

		if (*s->whose != '\0')
			write_line(r, "  ", s->whose);
		if (s->sentence != before)
			write_line(r, "      ", s->sentence);
		if (s->other != NULL)
			write_line(r, "      ", s->other);
		before = s->sentence;
	}
	if (summary->tally->kinds[code] > list->count)
		put(r, "  另有 %zu 处，--json 列出全部\n",
		    summary->tally->kinds[code] - list->count);
}

/* Each row once, with all that was found in it; what concerns the whole roster first. */
static void write_students(const struct report *r)
{
	size_t before = 0;

	fputc('\n', r->out);
	for (size_t i = 0; i < r->count; i++) {
		const struct shown *s = &r->kinds[0].shown[i];

		if (s->row != before || (s->row == 0 && *s->whose != '\0'))
			write_line(r, "  ", s->whose);
		before = s->row;
		fputs("      ", r->out);
		charset_put_clean(s->sentence, r->out);
		fprintf(r->out, " [%s]\n", finding_code_name(s->code));
		if (s->other != NULL)
			write_line(r, "      ", s->other);
	}
}

static void write_report(struct sink *s, const struct audit_summary *summary)
{
	struct report *r = (struct report *)s;
	const struct audit_tally *t = summary->tally;
	enum finding_code kinds[FINDING_CODE_COUNT];
	size_t count = sort_kinds(t, kinds);

	write_head(r, summary);
	write_shares(r, summary);
	if (count == 0)
		return;
	write_chart(r, t, kinds, count);
	for (size_t i = 0; i < FINDING_CODE_COUNT; i++)
		sort(&r->kinds[i]);
	if (r->options.by_student)
		write_students(r);
	for (size_t i = 0; i < count && !r->options.by_student; i++)
		write_kind(r, summary, kinds[i]);
	if (!r->options.reveal)
		put(r, "\n姓名和号码遮住了，--reveal 显示。\n");
}

struct sink *report_sink(FILE *out, struct report_options options)
{
	struct report *r = xcalloc(1, sizeof *r);

	r->sink = (struct sink){ keep, write_report, free_report };
	r->out = out;
	r->options = options;
	r->options.all = options.all || options.by_student;
	return &r->sink;
}
