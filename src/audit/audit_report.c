/* SPDX-License-Identifier: MIT */
#include "audit/audit_report.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "audit/packed.h"
#include "audit/remark.h"
#include "audit/sentence_cache.h"
#include "audit/student_list.h"
#include "base/arena.h"
#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/mask.h"
#include "rules/sentence.h"

enum {
	KIND_MAX = 20,   /* findings of a kind listed on a terminal */
	SKIPPED_MAX = 6, /* runs of skipped rows named above the totals */
	LABELS_MAX = 64, /* labels of skipped rows; more than exist */
	FILE_MAX = 64,   /* bytes shown of the end of a path */
	BAR = 30,
	WHAT = 10, /* columns of the label of a total */
	TITLE = 24,
	NAME = 12,
	FIELD_MAX = 16,         /* bytes of the field before a sentence */
	RESIDENT_ID_DIGITS = 15 /* of the old ID numbers, the shortest */
};

/* Part of a list, in the arena. Each finding is stored as numbers: its row, the row that it repeats
 * (0: none), its sentence; then as packed text with a NUL: the student of its row, and the student
 * of the other row if there is one. */
enum { CHUNK = 4032 };
struct chunk {
	struct chunk *next;
	size_t used;
	char bytes[CHUNK];
};

/* The findings of one kind; by student, the first list has those of all kinds that are of no single
 * row. */
struct list {
	struct chunk *first, *last; /* NULL: empty */
	size_t count, row;          /* row: of the last finding */
	bool unsorted;
	bool of_roster; /* not all findings blame the records */
};

struct shown_sentence {
	const char *text; /* in the arena */
	enum finding_code code;
};

/* Bytes of a packed student, as 李*          1****************4  学号 2026001  1.csv. Cleaning may
 * turn a byte into three; 64 bytes for the rest. */
enum { STUDENT = 3 * (2 * RECORD_TEXT + 64 + FILE_MAX) + 64 };
_Static_assert(2 * STUDENT + 64 <= CHUNK, "a chunk has space for a finding");

/* Lines collected to be written at once. */
struct page {
	size_t used;
	char text[4 * CHUNK];
};

struct report {
	struct sink sink; /* first member: its address is the address of the report */
	FILE *out;
	struct report_options options;
	/* The row of the last finding, its file and its student, packed. */
	size_t row;
	const char *file; /* borrowed */
	char student[STUDENT];
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
	struct page page;
};

/* Skips the blanks at the start of a name, and a row number: 3. 李明. */
static const char *skip_serial(const char *s)
{
	const char *after;
	size_t len, step;
	uint32_t cp;

	/* Fast path: most names begin with an ideograph, whose first byte is above that of every
	 * blank. */
	if ((unsigned char)*s >= 0xE4)
		return s;
	len = strlen(s);
	while ((step = text_decode(s, len, &cp)) > 0 && text_is_blank(cp)) {
		s += step;
		len -= step;
	}
	after = s + strspn(s, "0123456789.,:() -");
	if (strncmp(after, "、", strlen("、")) == 0)
		after += strlen("、");
	return (unsigned char)*after >= 0xE4 && (unsigned char)*after <= 0xE9 ? after : s;
}

static char *pack_mask(char *to, struct mask mask)
{
	if (mask.first != 0)
		to = packed_character(to, mask.first);
	to = packed_run(to, '*', mask.stars);
	return mask.last != 0 ? packed_character(to, mask.last) : to;
}

/* Packs a name, masked; not a remark in its place. */
static char *pack_name(char *to, const char *name)
{
	return remark_is(name) ? packed_clean(to, name) : pack_mask(to, mask_name(name));
}

static bool is_no_ideograph(uint32_t cp)
{
	return !text_is_ideograph(cp);
}

/* Packs a number, masked. Its cell may hold a name, if the columns are exchanged. */
static char *pack_number(char *to, const struct audit_row *row)
{
	const char *number = row->student.id_number;
	bool whole = row->number_whole || (text_all(number, is_no_ideograph) && !remark_is(number));

	return whole ? pack_mask(to, mask_number(number)) : pack_name(to, number);
}

/* Packs a number with the mark of a spreadsheet before it. */
static char *pack_revealed(char *to, const struct audit_row *row)
{
	const char mark[] = { row->number_blanks.kind == KIND_MARKED ? row->number_blanks.is : '\0',
			      '\0' };

	to = packed_clean(packed_text(to, mark), row->student.id_number);
	return packed_text(to, row->number_blanks.paired ? mark : "");
}

/* Returns true if a value can be neither an ID number nor a name, which stand here if the cells of
 * a row are not in their columns. */
static bool is_harmless(const char *number)
{
	size_t digits = 0;

	for (; *number > ' ' && *number < 0x7F; number++)
		digits += *number >= '0' && *number <= '9';
	return *number == '\0' && digits > 0 && digits < RESIDENT_ID_DIGITS;
}

/* Returns true if a value may be the number of a mobile phone or of a passport. */
static bool is_private(const char *number)
{
	size_t letters = number[0] != '\0' && strchr("EGHM", number[0]) != NULL;
	size_t digits = strspn(number + letters, "0123456789");

	return number[letters + digits] == '\0' &&
	       (letters > 0 ? digits == 8 : digits == 11 && number[0] == '1' && number[1] >= '3');
}

/* Packs what identifies a student for the school besides the name: 学号, or the end of 考生号
 * (by_candidate: only that). Without `reveal`, packs nothing that may be private. */
static char *pack_other(char *to, const struct audit_row *row, bool reveal, bool by_candidate)
{
	const char *candidate = row->student.candidate_number;
	size_t len = strlen(candidate), tail = 4;

	if (!by_candidate && row->student_number[0] != '\0' &&
	    (reveal || (is_harmless(row->student_number) && !is_private(row->student_number))))
		return (reveal ? packed_clean : packed_text)(packed_text(to, "学号 "),
							     row->student_number);
	if (len == 0 || (!reveal && (len < 2 * tail || !is_harmless(candidate) ||
				     candidate[strspn(candidate, "0123456789")] != '\0')))
		return to;
	return reveal ? packed_clean(packed_text(to, "考生号 "), candidate)
		      : packed_text(packed_text(to, "考生号…"), candidate + len - tail);
}

static void pack_file(char *to, const char *path)
{
	size_t len = strlen(path);
	const char *end = path + len, *start = len > FILE_MAX ? end - FILE_MAX : path;

	while (((unsigned char)*start & 0xC0) == 0x80)
		start++;
	to = packed_run(to, ' ', 2);
	to = start > path ? packed_text(to, "…") : to;
	*packed_clean(to, start) = '\0';
}

/* Packs the student of a row, and its file if there are several; NUL-terminated. */
static void pack_student(const struct report *r, const struct audit_row *row, bool by_candidate,
			 char to[STUDENT])
{
	const struct record *student = &row->student;
	bool reveal = r->options.reveal;
	char number[STUDENT], other[STUDENT], *name = to;
	char *number_end = (reveal ? pack_revealed : pack_number)(number, row);
	char *other_end = pack_other(other, row, reveal, by_candidate);
	size_t number_len = (size_t)(number_end - number), other_len = (size_t)(other_end - other);
	int width;

	to = reveal ? packed_clean(to, student->name) : pack_name(to, skip_serial(student->name));
	*to = '\0';
	width = packed_width(name);
	if ((to > name || number_len > 0) && (number_len > 0 || other_len > 0))
		to = packed_run(to, ' ', width < NAME ? 2 + (size_t)(NAME - width) : 2);
	to = mempcpy(to, number, number_len);
	if (to > name && other_len > 0)
		to = packed_run(to, ' ', 2);
	to = mempcpy(to, other, other_len);
	*to = '\0';
	if (row->file != NULL && (r->sink.of_all || (r->options.by_student && row->row > 0)))
		pack_file(to, row->file);
}

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

static void add_bytes(struct report *r, struct list *list, const char *bytes, size_t len)
{
	struct chunk *last = list->last, *new;

	if (last == NULL || CHUNK - last->used < len) {
		new = arena_take(&r->arena, sizeof *new);
		new->next = NULL;
		new->used = 0;
		if (last == NULL)
			list->first = new;
		else
			last->next = new;
		list->last = last = new;
	}
	memcpy(last->bytes + last->used, bytes, len);
	last->used += len;
}

/* Adds a finding to a list. other: NULL, or the row that it repeats, packed to other_student. */
static void add_finding(struct report *r, struct list *list, size_t row, const char *student,
			size_t other, const char *other_student, const struct finding *f)
{
	char bytes[CHUNK], *to = packed_number(bytes, row);

	to = packed_number(to, other);
	to = packed_number(to, number_of_sentence(r, f));
	to = stpcpy(to, student) + 1;
	if (other > 0)
		to = stpcpy(to, other_student) + 1;
	add_bytes(r, list, bytes, (size_t)(to - bytes));
}

/* Adds a finding of many rows, with their numbers as if they were the student: lines such as
 * 第 3、7、9–12 行. */
static void add_rows(struct report *r, struct list *list, const struct finding *f,
		     const struct row_runs *rows)
{
	enum { LINE = 64, RUN = 64 }; /* bytes before a line ends, of the longest run */
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
		add_finding(r, list, 0, packed, 0, "", f);
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
	char other_student[STUDENT];

	r->given[f->code]++;
	if (list->count == KIND_MAX && !r->options.all)
		return;
	if (r->row == 0 || r->row != row->row || r->file != row->file || by_candidate)
		pack_student(r, row, by_candidate, r->student);
	r->row = by_candidate ? 0 : row->row;
	r->file = row->file;
	if (other != NULL)
		pack_student(r, other, by_candidate, other_student);
	if (r->options.by_student && row->row > 0) {
		keep_of_student(r, row, other, other_student, f);
		return;
	}
	list->unsorted = !r->sink.of_all && (list->unsorted || row->row < list->row);
	list->of_roster = list->of_roster || !finding_blames_record(f->kind);
	list->row = row->row;
	list->count++;
	if (rows != NULL)
		add_rows(r, list, f, rows);
	else
		add_finding(r, list, row->row, r->student, other != NULL ? other->row : 0,
			    other_student, f);
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

/* Formats and writes text in the charset of the terminal. */
static __attribute__((format(printf, 2, 3))) void put(const struct report *r, const char *format,
						      ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	charset_put(text, r->out);
	free(text);
}

/* Writes a label, padded to `columns` columns, and a count. */
static void put_count(const struct report *r, const char *what, int columns, size_t count)
{
	int width = text_width(what);

	put(r, "  %s%*s%10zu", what, width < columns ? columns - width : 0, "", count);
}

/* Writes a count and its share in percent, without decimals if there are fewer than 100 students.
 * Shows 0 % only for none and 100 % only for all. */
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

static void write_note(const struct report *r, const struct columns *columns,
		       const struct column_note *note)
{
	bool document = columns_is_document(columns, note->index);
	char letters[COLUMN_LETTERS];

	column_letters(note->index, letters);
	put(r, "%s 列的表头", letters);
	if (note->heading[0] != '\0')
		put(r, "“%s”", note->heading);
	if (note->column == ROSTER_COLUMN_COUNT) {
		put(r, "跟在别人的一列后面，多半是那个人的，没有核对\n");
		return;
	}
	if (columns->index[note->column] == note->index) {
		put(r, "不认得，按内容当作%s\n", column_title(note->column));
		return;
	}
	column_letters(columns->index[note->column], letters);
	put(r, "也是%s，", document ? "证件号码" : column_title(note->column));
	if (columns->spare != COLUMN_ABSENT && (document || note->index == columns->spare))
		put(r, "%s 列空着时才看它\n", letters);
	else
		put(r, "没有核对\n");
}

static void write_columns(const struct report *r, const struct columns *columns)
{
	const char *comma = "";
	char letters[COLUMN_LETTERS];

	for (enum roster_column c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (columns->index[c] == COLUMN_ABSENT)
			continue;
		column_letters(columns->index[c], letters);
		put(r, "%s%s=%s", comma, column_title(c), letters);
		if (c == ROSTER_BIRTH_DATE && columns->birth_parts) {
			column_letters(columns->index[c] + 2, letters);
			put(r, "–%s", letters);
		}
		put(r, " 列%s", c == ROSTER_STUDENT_NUMBER ? "（只用来认人）" : "");
		comma = "，";
	}
	put(r, "\n");
	for (size_t i = 0; i < columns->note_count; i++)
		write_note(r, columns, &columns->notes[i]);
}

/* Writes a run as 4–6, behind those written before, or …… in place of the first that is too
 * many. */
static void write_run(const struct report *r, struct row_run run, size_t before, size_t most)
{
	if (before == most) {
		put(r, "……");
		return;
	}
	put(r, "%s%zu", before > 0 ? "、" : "", run.first);
	if (run.last > run.first)
		put(r, "–%zu", run.last);
}

static void write_runs(const struct report *r, const struct row_runs *rows, size_t most)
{
	for (size_t i = 0; i < rows->count && i <= most; i++)
		write_run(r, rows->items[i], i, most);
}

/* Writes the skipped rows with a label (NULL: all), up to `most` runs. */
static void write_labelled(const struct report *r, const struct skipped *s, const char *label,
			   size_t most)
{
	struct row_run run = { 0 };
	size_t count = 0;

	put(r, "第 ");
	for (size_t i = 0; i <= s->count && count <= most; i++) {
		size_t row = i < s->count ? s->rows[i].row : 0;

		if (row > 0 && label != NULL && strcmp(s->rows[i].label, label) != 0)
			continue;
		if (run.first > 0 && row == run.last + 1) {
			run.last = row;
			continue;
		}
		if (run.first > 0)
			write_run(r, run, count++, most);
		run = (struct row_run){ row, row };
	}
	put(r, " 行");
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
static void write_skipped(const struct report *r, const struct skipped *s)
{
	struct label labels[LABELS_MAX];
	size_t count = count_labels(s, labels);
	bool once = count == s->count || count == 1;

	if (count > 0)
		put(r, "跳过 %zu 行：", s->count);
	for (size_t i = 0; i < count; i++) {
		put(r, "%s%s", i == 0 ? "" : once ? "、" : "，", labels[i].text);
		if (labels[i].count > 1 && !once)
			put(r, " %zu 行", labels[i].count);
		if (once && i + 1 < count)
			continue;
		put(r, "（");
		write_labelled(r, s, once ? NULL : labels[i].text, SKIPPED_MAX);
		put(r, "）");
	}
	if (count > 0)
		put(r, "\n");
	for (size_t i = 0; i < s->order_count; i++)
		put(r, "从第 %zu 行的表头起，%s\n", s->orders[i].row, s->orders[i].label);
}

/* The runs of skipped rows with a label (NULL: all). */
static size_t count_runs(const struct skipped *s, const char *label)
{
	size_t count = 0, last = 0;

	for (size_t i = 0; i < s->count; i++) {
		if (label != NULL && strcmp(s->rows[i].label, label) != 0)
			continue;
		count += last == 0 || s->rows[i].row != last + 1;
		last = s->rows[i].row;
	}
	return count;
}

/* Lists the skipped rows of the labels of which write_skipped() has left some out. */
static void write_all_skipped(const struct report *r, const struct skipped *s)
{
	struct label labels[LABELS_MAX];
	size_t count = count_labels(s, labels);
	bool once = count == s->count, titled = false;

	if (once && count_runs(s, NULL) <= SKIPPED_MAX)
		return;
	for (size_t i = 0; i < count; i++) {
		if (!once && count_runs(s, labels[i].text) <= SKIPPED_MAX)
			continue;
		put(r, "%s  %s：", titled ? "" : "\n跳过的行\n", labels[i].text);
		titled = true;
		write_labelled(r, s, labels[i].text, SIZE_MAX);
		put(r, "\n");
	}
}

static void write_path(const struct report *r, const char *what, const char *path)
{
	char *clean = text_clean_line(path);

	put(r, "%s %s：", what, strcmp(clean, "-") == 0 ? "标准输入" : clean);
	free(clean);
}

static void write_source(const struct report *r, const struct audit_source *source)
{
	const struct roster *roster = source->roster;

	put(r, "%s，%s分隔，", roster_encoding_name(roster), roster_delimiter_name(roster));
	if (roster_header_row(roster) == 0)
		put(r, "没有表头，按内容认出的列\n");
	else
		put(r, "表头在第 %zu 行\n", roster_header_row(roster));
	write_columns(r, roster_columns(roster));
	write_skipped(r, source->skipped);
}

static void write_records(const struct report *r, const struct audit_source *records)
{
	write_path(r, "高考信息", records->path);
	put(r, "%zu 人%s", records->rows, records->roster != NULL ? "，" : "\n");
	if (records->roster != NULL)
		write_source(r, records);
}

static void write_head(const struct report *r, const struct audit_summary *summary)
{
	if (summary->roster.path != NULL)
		write_path(r, "名册", summary->roster.path);
	else if (summary->unreadable == 0)
		put(r, "\n%zu 份名册合起来：\n", summary->rosters);
	else if (summary->unreadable < summary->rosters)
		put(r, "\n%zu 份名册里读成的 %zu 份：\n", summary->rosters,
		    summary->rosters - summary->unreadable);
	if (summary->roster.path != NULL)
		write_source(r, &summary->roster);
	if (summary->unreadable > 0)
		put(r, "有 %zu 份没有读成，%s\n", summary->unreadable,
		    summary->records.path != NULL ? "高考信息里的谁缺了，没有核对" : "不在总数里");
	if (summary->records.path != NULL && summary->file == NULL)
		write_records(r, &summary->records);
	put(r, "\n");
}

/* Writes a line such as 2 人没有考生号，没有核对（第 8、11 行）. unit: the word for the rows of
 * the records, whose cells they are; NULL: of the roster. */
static void write_empty(const struct report *r, const struct uncompared *u,
			enum roster_column column, const char *unit)
{
	if (u->empty == 0)
		return;
	put(r,
	    unit != NULL ? "  %zu 人的%s在高考信息里空着或者认不出来，没有比对"
			 : "  %zu 人没有%s，没有核对",
	    u->empty, column_title(column));
	if (u->rows.count > 0) {
		put(r, unit != NULL ? "（那里的第 " : "（第 ");
		write_runs(r, &u->rows, r->options.all ? SIZE_MAX : KIND_MAX);
		put(r, " %s）", unit != NULL ? unit : "行");
	}
	put(r, "\n");
}

static void write_shares(const struct report *r, const struct audit_summary *summary)
{
	const struct audit_tally *t = summary->tally;
	bool compared = summary->records.path != NULL;
	const char *unit = summary->records.roster != NULL ? "行" : "个人";

	if (t->interrupted)
		put(r, "按 Ctrl-C 停下了，只到这里为止：\n");
	if (t->rows == 0)
		return;
	put_count(r, "学生", WHAT, t->rows);
	put(r, "\n");
	if (compared)
		put_share(r, "与高考一致", t->states[AUDIT_AGREED], t->rows);
	if (!compared || t->states[AUDIT_CLEAN] > 0)
		put_share(r, "格式对", t->states[AUDIT_CLEAN], t->rows);
	put_share(r, "有错", t->states[AUDIT_WRONG], t->rows);
	put_share(r, "要留意", t->states[AUDIT_DOUBTFUL], t->rows);
	/* The numbers are those of the JSON summary. */
	put_count(r, "问题", WHAT, tally_findings(t));
	put(r, "（错 %zu，留意 %zu，提示 %zu）\n", t->severities[SEVERITY_ERROR],
	    t->severities[SEVERITY_WARNING], t->severities[SEVERITY_NOTE]);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		write_empty(r, &t->uncompared[c], (enum roster_column)c, NULL);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		write_empty(r, &t->lacks[c], (enum roster_column)c, unit);
	if (t->record_empty > 0)
		put(r, "  %zu 人在高考信息里的姓名或证件号码空着或者看不全，没有比对\n",
		    t->record_empty);
	if (t->doubtful_by_repeat > 0)
		put(r, "  要留意的有 %zu 人自己没有问题：另一行的号码和他相同，姓名不同\n",
		    t->doubtful_by_repeat);
}

/* Sorts the codes by their number of findings, the most frequent first; equal ones stay in the
 * order of FINDING_CODES. Returns how many codes have findings. */
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
		put(r, "%s%s", i == 0 ? "  " : "、", letters);
	}
	put(r, " 列");
}

/* A finding read back from a list. */
struct shown {
	size_t row, other; /* other: the row that this one repeats; 0: none */
	const struct shown_sentence *sentence;
	const char *student,
		*other_student; /* packed; other_student: the student of the other row */
};

/* Reads the finding at `at` in a chunk. Returns the position behind it. */
static const char *read_shown(const struct report *r, const char *at, struct shown *out)
{
	out->row = packed_take_number(&at);
	out->other = packed_take_number(&at);
	out->sentence = &r->sentences[packed_take_number(&at)];
	out->student = at;
	at += strlen(at) + 1;
	out->other_student = at;
	return out->other > 0 ? at + strlen(at) + 1 : at;
}

/* A finding in a list. order: its index in the list. */
struct placed {
	size_t row, order;
	const char *at;
};

/* Compares by row, then by the order in which they were found. */
static int by_row(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->row != y->row ? (x->row > y->row) - (x->row < y->row)
				: (x->order > y->order) - (x->order < y->order);
}

static void add_text(struct page *page, const char *text)
{
	size_t len = strlen(text);

	memcpy(page->text + page->used, text, len);
	page->used += len;
}

static void add_student(struct page *page, const char *indent, size_t row, const char *student)
{
	add_text(page, indent);
	if (row > 0) {
		add_text(page, "第 ");
		page->used += text_number(row, page->text + page->used);
		add_text(page, *student != '\0' ? " 行  " : " 行");
	}
	page->used = (size_t)(packed_expand(page->text + page->used, student) - page->text);
	add_text(page, "\n");
}

static void write_page(struct report *r)
{
	r->page.text[r->page.used] = '\0';
	charset_put_clean(r->page.text, r->out);
	r->page.used = 0;
}

static void add_sentence(const struct report *r, struct page *page, const char *sentence,
			 enum finding_code code)
{
	add_text(page, "      ");
	add_text(page, sentence);
	if (r->options.by_student) {
		add_text(page, " [");
		add_text(page, finding_code_name(code));
		add_text(page, "]");
	}
	add_text(page, "\n");
}

static void write_full_page(struct report *r)
{
	if (r->page.used > sizeof r->page.text / 2)
		write_page(r);
}

/* A sentence is shown once for consecutive rows that share it. */
static void add_shown(struct report *r, const struct shown *s, struct shown *before)
{
	struct page *page = &r->page;

	if (s->row > 0 || *s->student != '\0')
		add_student(page, "  ", s->row, s->student);
	if (before->sentence == NULL || strcmp(s->sentence->text, before->sentence->text) != 0)
		add_sentence(r, page, s->sentence->text, s->sentence->code);
	if (s->other > 0)
		add_student(page, "      ", s->other, s->other_student);
	*before = *s;
	write_full_page(r);
}

/* Writes a list sorted by row. Most lists are sorted already and need no copy. */
static void write_list(struct report *r, const struct list *list)
{
	struct shown before = { 0 }, one;
	struct placed *all = NULL;
	size_t count = 0;

	for (const struct chunk *c = list->first; c != NULL; c = c->next)
		for (const char *at = c->bytes, *next; at < c->bytes + c->used; at = next) {
			next = read_shown(r, at, &one);
			if (list->unsorted) {
				all = xgrow(all, count, sizeof *all);
				all[count] = (struct placed){ one.row, count, at };
			} else {
				add_shown(r, &one, &before);
			}
			count++;
		}
	if (all != NULL)
		qsort(all, count, sizeof *all, by_row);
	for (size_t i = 0; i < count && all != NULL; i++) {
		read_shown(r, all[i].at, &one);
		add_shown(r, &one, &before);
	}
	free(all);
	write_page(r);
}

static void write_kind(struct report *r, const struct audit_summary *summary,
		       enum finding_code code)
{
	const struct list *list = &r->lists[code];

	put(r, "\n%s [%s]", finding_code_title(code), finding_code_name(code));
	if (list->of_roster)
		write_places(r, code, summary);
	put(r, "\n");
	write_list(r, list);
	if (r->given[code] > list->count)
		put(r, "  另有 %zu 处，--json 列出全部\n", r->given[code] - list->count);
}

/* Writes a student once, with all rows that have findings. A row that one of them repeats is shown
 * if it is none of these. */
static void write_student(struct report *r, const struct student_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		add_student(&r->page, i == 0 ? "  " : "  也在", rows[i].row, rows[i].shown);
		for (const struct student_finding *f = rows[i].findings; f != NULL; f = f->next) {
			add_sentence(r, &r->page, f->sentence, f->code);
			if (f->row > 0 && !student_list_has(rows, count, f->file, f->row))
				add_student(&r->page, "      ", f->row, f->other_student);
			write_full_page(r);
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
	write_page(r);
	return l->count > 0 || r->lists[0].count > 0;
}

static void write_report(struct sink *s, const struct audit_summary *summary)
{
	struct report *r = (struct report *)s;
	const struct audit_tally *t = summary->tally;
	enum finding_code kinds[FINDING_CODE_COUNT];
	size_t count = sort_kinds(t, kinds);
	bool listed = false;

	write_head(r, summary);
	write_shares(r, summary);
	if (count > 0)
		write_chart(r, t, kinds, count);
	if (r->options.by_student)
		listed = write_by_student(r, summary);
	for (size_t i = 0; i < count && !r->options.by_student; i++) {
		listed = listed || r->given[kinds[i]] > 0;
		if (r->given[kinds[i]] > 0)
			write_kind(r, summary, kinds[i]);
	}
	if (r->options.all && summary->roster.path != NULL)
		write_all_skipped(r, &t->skipped);
	r->masked = r->masked || (listed && !r->options.reveal);
	if (r->masked && summary->file == NULL)
		put(r, "\n姓名和号码遮住了，--reveal 显示。\n");
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
