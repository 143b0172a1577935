/* SPDX-License-Identifier: MIT */
#include "audit/audit_report.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "audit/finding_list.h"
#include "audit/packed.h"
#include "audit/sentence_cache.h"
#include "audit/source_report.h"
#include "audit/student_line.h"
#include "audit/student_list.h"
#include "audit/totals_report.h"
#include "base/arena.h"
#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"

enum {
	KIND_MAX = 20, /* findings of a kind listed on a terminal */
	FIELD_MAX = 16 /* bytes of the field before a sentence */
};

_Static_assert(2 * STUDENT_LINE_MAX + 64 <= FINDING_LIST_CHUNK, "a list takes any finding");

/* The findings of one kind; by student, the first list has those of all kinds that are of no single
 * row. */
struct list {
	struct finding_list findings;
	size_t count;
	bool of_roster; /* not all findings blame the records */
};

struct shown_sentence {
	const char *text; /* in the arena */
	enum finding_code code;
};

struct report {
	struct sink sink; /* first member: its address is the address of the report */
	FILE *out;
	struct report_options options;
	/* The row of the last finding, its file and its student, packed. */
	size_t row;
	const char *file; /* borrowed */
	char student[STUDENT_LINE_MAX];
	struct shown_sentence *sentences; /* owned */
	size_t sentence_count;
	struct sentence_cache cache;
	struct arena arena;
	struct list lists[FINDING_CODE_COUNT];
	size_t given[FINDING_CODE_COUNT]; /* findings of each code, listed or not */
	struct student_list students;     /* by student: the findings of rows */
	const char **files;               /* owned: the paths of the rosters so far, borrowed */
	size_t file_count;
	bool masked; /* a list with masked values was written */
	size_t used; /* bytes of lines that are collected to be written at once */
	char lines[4 * FINDING_LIST_CHUNK];
};

static unsigned sentence_form(const struct report *r)
{
	return SENTENCE_ROSTER | (r->options.reveal ? 0 : SENTENCE_MASKED);
}

/* Writes a sentence; by student, where no heading says it, with its field before it. */
static void write_sentence(const struct report *r, const struct finding *f,
			   char out[SENTENCE_MAX + FIELD_MAX])
{
	static const char *const fields[] = { [FIELD_NAME] = "姓名",
					      [FIELD_ID_NUMBER] = "号码",
					      [FIELD_CANDIDATE_NUMBER] = "考生号" };
	enum finding_field field = finding_code_field(f->code);
	char sentence[SENTENCE_MAX];
	const char *text = sentence_make(f, sentence_form(r), sentence);
	bool plain =
		field == FIELD_ROW || !r->options.by_student || strstr(text, fields[field]) != NULL;

	snprintf(out, SENTENCE_MAX + FIELD_MAX, "%s%s%s", plain ? "" : fields[field],
		 plain ? "" : "：", text);
	explicit_bzero(sentence, sizeof sentence);
}

static size_t number_of_sentence(struct report *r, const struct finding *f)
{
	char sentence[SENTENCE_MAX + FIELD_MAX], *clean = NULL;
	const char *text = sentence;
	struct cached_sentence *cached;
	size_t size;

	if (sentence_cache_find(&r->cache, f, &cached))
		return cached->number;
	write_sentence(r, f, sentence);
	/* Only sentences that quote a value or name a file can contain anything but text of the
	 * program. */
	if (r->cache.quotes[f->kind] || r->sink.of_all)
		text = clean = text_clean_line(text);
	size = strlen(text) + 1;
	r->sentences = xgrow(r->sentences, r->sentence_count, sizeof *r->sentences);
	r->sentences[r->sentence_count] =
		(struct shown_sentence){ memcpy(arena_take(&r->arena, size), text, size), f->code };
	cached->number = r->sentence_count++;
	explicit_bzero(sentence, sizeof sentence);
	xwipe(clean);
	return cached->number;
}

/* Adds a finding to a list. other: NULL, or the row that it repeats, packed to other_student. */
static void add_finding(struct report *r, struct list *list, const struct audit_row *row,
			const struct audit_row *other, const char *other_student,
			const struct finding *f)
{
	const struct listed_finding new = { row->row, other != NULL ? other->row : 0,
					    number_of_sentence(r, f), r->student, other_student };

	finding_list_add(&list->findings, &r->arena, &new);
}

/* Adds a finding of many rows, with their numbers as if they were the student: lines such as
 * 第 3、7、9–12 行. */
static void add_rows(struct report *r, struct list *list, const struct finding *f,
		     const struct row_runs *rows)
{
	enum { LINE = 64, RUN = 64 }; /* bytes before a line ends, of the longest run */
	struct listed_finding new = { .sentence = number_of_sentence(r, f) };
	size_t most = r->options.all ? rows->count : KIND_MAX, i = 0;

	while (i < rows->count && i < most) {
		char line[LINE + RUN + 16], packed[sizeof line];
		char *start = stpcpy(line, rows->of_records ? "高考信息第 " : "第 ");
		char *to = start;

		for (; i < rows->count && i < most && to - line < LINE; i++) {
			const struct row_run *run = &rows->items[i];

			to = to > start ? stpcpy(to, "、") : to;
			to += text_number(run->first, to);
			to = run->last > run->first ? stpcpy(to, "–") : to;
			to += run->last > run->first ? text_number(run->last, to) : 0;
		}
		to = stpcpy(to, i == most && most < rows->count ? "…… " : " ");
		strcpy(to, f->in_list ? "个人" : "行");
		*packed_text(packed, line) = '\0';
		new.student = packed;
		finding_list_add(&list->findings, &r->arena, &new);
	}
}

/* Returns the index of the roster with a path; NULL: the only one. */
static size_t file_of(struct report *r, const char *path)
{
	size_t i = r->file_count;

	while (i > 0)
		if (r->files[--i] == path)
			return i;
	r->files = xgrow(r->files, r->file_count, sizeof *r->files);
	r->files[r->file_count] = path;
	return r->file_count++;
}

static void keep_of_student(struct report *r, const struct audit_row *row,
			    const struct audit_row *other, const char *other_student,
			    const struct finding *f)
{
	size_t sentence = number_of_sentence(r, f);
	struct student_finding new = { .code = f->code, .sentence = r->sentences[sentence].text };
	size_t size = other != NULL ? strlen(other_student) + 1 : 0;

	if (other != NULL) {
		new.file = file_of(r, other->file);
		new.row = other->row;
		new.other_student = memcpy(arena_take(&r->arena, size), other_student, size);
	}
	student_list_add(&r->students, row, file_of(r, row->file), r->student, &new);
}

/* other: the row that this one repeats; NULL if there is none or it was not read again. */
static void keep(struct sink *s, const struct audit_row *row, const struct audit_row *other,
		 const struct finding *f, const struct row_runs *rows)
{
	struct report *r = (struct report *)s;
	struct list *list = &r->lists[r->options.by_student ? 0 : f->code];
	bool by_candidate = f->code == FINDING_ROSTER_DUPLICATE_CANDIDATE && !r->options.by_student;
	bool with_file = r->sink.of_all || (r->options.by_student && row->row > 0);
	struct student_line_options options = { r->options.reveal, by_candidate, with_file };
	char other_student[STUDENT_LINE_MAX];

	r->given[f->code]++;
	if (list->count == KIND_MAX && !r->options.all)
		return;
	if (r->row == 0 || r->row != row->row || r->file != row->file || by_candidate)
		student_line_pack(row, options, r->student);
	r->row = by_candidate ? 0 : row->row;
	r->file = row->file;
	if (other != NULL)
		student_line_pack(other, options, other_student);
	if (r->options.by_student && row->row > 0) {
		keep_of_student(r, row, other, other_student, f);
		return;
	}
	list->of_roster = list->of_roster || !finding_blames_record(f->kind);
	list->count++;
	if (rows != NULL)
		add_rows(r, list, f, rows);
	else
		add_finding(r, list, row, other, other_student, f);
}

/* Forgets the findings of a roster; by student, only those of no single row. */
static void forget_findings(struct report *r)
{
	memset(r->lists, 0, sizeof r->lists);
	memset(r->given, 0, sizeof r->given);
	r->row = 0;
	sentence_cache_init(&r->cache, sentence_form(r));
	if (r->options.by_student)
		return;
	arena_wipe(&r->arena);
	free(r->sentences);
	r->sentences = NULL;
	r->sentence_count = 0;
}

static void free_report(struct sink *s)
{
	struct report *r = (struct report *)s;

	arena_wipe(&r->arena);
	student_list_free(&r->students);
	free(r->files);
	free(r->sentences);
	explicit_bzero(r, sizeof *r);
	free(r);
}

static void write_path(const struct report *r, const char *what, const char *path)
{
	char *clean = text_clean_line(path);

	charset_printf(r->out, "%s %s：", what, strcmp(clean, "-") == 0 ? "标准输入" : clean);
	free(clean);
}

static void write_records(const struct report *r, const struct audit_source *records)
{
	write_path(r, "高考信息", records->path);
	charset_printf(r->out, "%zu 人%s", records->rows, records->roster != NULL ? "，" : "\n");
	if (records->roster != NULL)
		source_report_write(r->out, records);
}

static void write_head(const struct report *r, const struct audit_summary *summary)
{
	if (summary->roster.path != NULL)
		write_path(r, "名册", summary->roster.path);
	else if (summary->unreadable == 0)
		charset_printf(r->out, "\n%zu 份名册合起来：\n", summary->rosters);
	else if (summary->unreadable < summary->rosters)
		charset_printf(r->out, "\n%zu 份名册里读成的 %zu 份：\n", summary->rosters,
			       summary->rosters - summary->unreadable);
	if (summary->roster.path != NULL)
		source_report_write(r->out, &summary->roster);
	if (summary->unreadable > 0)
		charset_printf(r->out, "有 %zu 份没有读成，%s\n", summary->unreadable,
			       summary->records.path != NULL ? "高考信息里的谁缺了，没有核对"
							     : "不在总数里");
	if (summary->records.path != NULL && summary->file == NULL)
		write_records(r, &summary->records);
	charset_printf(r->out, "\n");
}

/* Finds the columns that a code is about; ROSTER_COLUMN_COUNT: none. */
static void columns_of(enum finding_code code, enum roster_column out[2])
{
	enum finding_field field = finding_code_field(code);

	out[0] = code == FINDING_ROSTER_ETHNIC_GROUP ? ROSTER_ETHNIC_GROUP
		 : field == FIELD_NAME               ? ROSTER_NAME
		 : field == FIELD_ID_NUMBER          ? ROSTER_ID_NUMBER
		 : field == FIELD_CANDIDATE_NUMBER   ? ROSTER_CANDIDATE_NUMBER
						     : ROSTER_COLUMN_COUNT;
	out[1] = code == FINDING_ID_SEX     ? ROSTER_SEX
		 : code == FINDING_ID_BIRTH ? ROSTER_BIRTH_DATE
					    : ROSTER_COLUMN_COUNT;
}

/* Writes the letters of the columns that a code is about, if the roster has them and they are the
 * same in the whole file: C 列, D、E 列. */
static void write_places(const struct report *r, enum finding_code code,
			 const struct audit_summary *summary)
{
	const struct roster *roster = summary->roster.roster;
	enum roster_column columns[2];
	char letters[COLUMN_LETTERS];

	columns_of(code, columns);
	if (columns[0] == ROSTER_COLUMN_COUNT || roster == NULL ||
	    summary->tally->skipped.order_count > 0)
		return;
	for (size_t i = 0; i < 2 && columns[i] < ROSTER_COLUMN_COUNT; i++)
		if (!roster_has(roster, columns[i]))
			return;
	for (size_t i = 0; i < 2 && columns[i] < ROSTER_COLUMN_COUNT; i++) {
		column_letters(roster_columns(roster)->index[columns[i]], letters);
		charset_printf(r->out, "%s%s", i == 0 ? "  " : "、", letters);
	}
	charset_printf(r->out, " 列");
}

static void add_text(struct report *r, const char *text)
{
	size_t len = strlen(text);

	memcpy(r->lines + r->used, text, len);
	r->used += len;
}

static void add_student(struct report *r, const char *indent, size_t row, const char *student)
{
	add_text(r, indent);
	if (row > 0) {
		add_text(r, "第 ");
		r->used += text_number(row, r->lines + r->used);
		add_text(r, *student != '\0' ? " 行  " : " 行");
	}
	r->used = (size_t)(packed_expand(r->lines + r->used, student) - r->lines);
	add_text(r, "\n");
}

static void write_lines(struct report *r)
{
	r->lines[r->used] = '\0';
	charset_put_clean(r->lines, r->out);
	r->used = 0;
}

static void add_sentence(struct report *r, const char *sentence, enum finding_code code)
{
	add_text(r, "      ");
	add_text(r, sentence);
	if (r->options.by_student) {
		add_text(r, " [");
		add_text(r, finding_code_name(code));
		add_text(r, "]");
	}
	add_text(r, "\n");
}

static void write_many_lines(struct report *r)
{
	if (r->used > sizeof r->lines / 2)
		write_lines(r);
}

/* A list as it is written: a sentence is shown once for consecutive rows that share it. */
struct written_list {
	struct report *report;
	const char *sentence; /* the last; NULL: none */
};

static void add_shown(void *context, const struct listed_finding *f)
{
	struct written_list *w = context;
	struct report *r = w->report;
	const struct shown_sentence *sentence = &r->sentences[f->sentence];

	if (f->row > 0 || *f->student != '\0')
		add_student(r, "  ", f->row, f->student);
	if (w->sentence == NULL || strcmp(sentence->text, w->sentence) != 0)
		add_sentence(r, sentence->text, sentence->code);
	if (f->other > 0)
		add_student(r, "      ", f->other, f->other_student);
	w->sentence = sentence->text;
	write_many_lines(r);
}

/* Writes a list sorted by row; that of all rosters as it was found. */
static void write_list(struct report *r, const struct list *list)
{
	struct written_list w = { r, NULL };

	finding_list_visit(&list->findings, !r->sink.of_all, add_shown, &w);
	write_lines(r);
}

static void write_kind(struct report *r, const struct audit_summary *summary,
		       enum finding_code code)
{
	const struct list *list = &r->lists[code];

	charset_printf(r->out, "\n%s [%s]", finding_code_title(code), finding_code_name(code));
	if (list->of_roster)
		write_places(r, code, summary);
	charset_printf(r->out, "\n");
	write_list(r, list);
	if (r->given[code] > list->count)
		charset_printf(r->out, "  另有 %zu 处，--json 列出全部\n",
			       r->given[code] - list->count);
}

/* Writes a student once, with all rows that have findings. A row that one of them repeats is shown
 * if it is none of these. */
static void write_student(struct report *r, const struct student_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		add_student(r, i == 0 ? "  " : "  也在", rows[i].row, rows[i].shown);
		for (const struct student_finding *f = rows[i].findings; f != NULL; f = f->next) {
			add_sentence(r, f->sentence, f->code);
			if (f->row > 0 && !student_list_has(rows, count, f->file, f->row))
				add_student(r, "      ", f->row, f->other_student);
			write_many_lines(r);
		}
	}
}

/* Writes the findings by student; those of rows only at the end of all rosters. Returns true if a
 * student is shown. */
static bool write_by_student(struct report *r, const struct audit_summary *summary)
{
	struct student_list *l = &r->students;
	bool end = summary->file == NULL;

	if (r->lists[0].count > 0 || (end && l->count > 0))
		fputc('\n', r->out);
	write_list(r, &r->lists[0]);
	if (!end)
		return false;
	student_list_sort(l);
	for (size_t i = 0, count; i < l->count; i += count) {
		for (count = 1;
		     i + count < l->count && l->rows[i + count].student == l->rows[i].student;)
			count++;
		write_student(r, &l->rows[i], count);
	}
	write_lines(r);
	return l->count > 0 || r->lists[0].count > 0;
}

static void write_report(struct sink *s, const struct audit_summary *summary)
{
	struct report *r = (struct report *)s;
	const struct audit_tally *t = summary->tally;
	enum finding_code kinds[FINDING_CODE_COUNT];
	bool listed = false;
	size_t count;

	write_head(r, summary);
	totals_report_write(r->out, summary, r->options.all ? SIZE_MAX : KIND_MAX);
	count = totals_report_chart(r->out, t, kinds);
	if (r->options.by_student)
		listed = write_by_student(r, summary);
	for (size_t i = 0; i < count && !r->options.by_student; i++) {
		listed = listed || r->given[kinds[i]] > 0;
		if (r->given[kinds[i]] > 0)
			write_kind(r, summary, kinds[i]);
	}
	if (r->options.all && summary->roster.path != NULL)
		source_report_skipped(r->out, &t->skipped);
	r->masked = r->masked || (listed && !r->options.reveal);
	if (r->masked && summary->file == NULL)
		charset_printf(r->out, "\n姓名和号码遮住了，--reveal 显示。\n");
	if (summary->file != NULL)
		file_of(r, summary->file);
	forget_findings(r);
}

struct sink *report_sink(FILE *out, struct report_options options)
{
	struct report *r = xcalloc(1, sizeof *r);

	r->sink = (struct sink){ .finding = keep, .end = write_report, .free = free_report };
	r->out = out;
	r->options = options;
	r->options.all = options.all || options.by_student;
	r->students.arena = &r->arena;
	sentence_cache_init(&r->cache, sentence_form(r));
	return &r->sink;
}
