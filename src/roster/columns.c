/* SPDX-License-Identifier: MIT */
#include "roster/columns.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/csv.h"

/* The first of a column is the best. */
static const struct heading {
	const char *text;
	enum roster_column column;
} headings[] = {
	{ "姓名", ROSTER_NAME },
	{ "XM", ROSTER_NAME },
	{ "名字", ROSTER_NAME },
	{ "身份证号", ROSTER_ID_NUMBER },
	{ "身份证号码", ROSTER_ID_NUMBER },
	{ "公民身份号码", ROSTER_ID_NUMBER },
	{ "公民身份证号码", ROSTER_ID_NUMBER },
	{ "居民身份证号", ROSTER_ID_NUMBER },
	{ "居民身份证号码", ROSTER_ID_NUMBER },
	{ "SFZH", ROSTER_ID_NUMBER },
	{ "SFZJH", ROSTER_ID_NUMBER },
	{ "证件号码", ROSTER_ID_NUMBER },
	{ "证件号", ROSTER_ID_NUMBER },
	{ "身份证件号码", ROSTER_ID_NUMBER },
	{ "身份证件号", ROSTER_ID_NUMBER },
	{ "ZJHM", ROSTER_ID_NUMBER },
	{ "身份证", ROSTER_ID_NUMBER },
	{ "考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考报名号", ROSTER_CANDIDATE_NUMBER },
	{ "KSH", ROSTER_CANDIDATE_NUMBER },
	{ "性别", ROSTER_SEX },
	{ "XB", ROSTER_SEX },
	{ "出生日期", ROSTER_BIRTH_DATE },
	{ "出生年月日", ROSTER_BIRTH_DATE },
	{ "出生年月", ROSTER_BIRTH_DATE },
	{ "CSRQ", ROSTER_BIRTH_DATE },
	{ "证件类型", ROSTER_DOCUMENT_TYPE },
	{ "身份证件类型", ROSTER_DOCUMENT_TYPE },
	{ "ZJLX", ROSTER_DOCUMENT_TYPE },
	{ "序号", ROSTER_COLUMN_COUNT },
	{ "学号", ROSTER_COLUMN_COUNT },
	{ "XH", ROSTER_COLUMN_COUNT },
	{ "准考证号", ROSTER_COLUMN_COUNT },
	{ "民族", ROSTER_COLUMN_COUNT },
	{ "MZ", ROSTER_COLUMN_COUNT },
	{ "学院", ROSTER_COLUMN_COUNT },
	{ "院系", ROSTER_COLUMN_COUNT },
	{ "分院", ROSTER_COLUMN_COUNT },
	{ "FY", ROSTER_COLUMN_COUNT },
	{ "专业", ROSTER_COLUMN_COUNT },
	{ "录取专业", ROSTER_COLUMN_COUNT },
	{ "专业名称", ROSTER_COLUMN_COUNT },
	{ "ZYMC", ROSTER_COLUMN_COUNT },
	{ "班级", ROSTER_COLUMN_COUNT },
	{ "班级名称", ROSTER_COLUMN_COUNT },
	{ "班号", ROSTER_COLUMN_COUNT },
	{ "BH", ROSTER_COLUMN_COUNT },
	{ "层次", ROSTER_COLUMN_COUNT },
	{ "CC", ROSTER_COLUMN_COUNT },
	{ "学制", ROSTER_COLUMN_COUNT },
	{ "XZ", ROSTER_COLUMN_COUNT },
	{ "入学日期", ROSTER_COLUMN_COUNT },
	{ "RXRQ", ROSTER_COLUMN_COUNT },
};
enum { HEADING_COUNT = sizeof headings / sizeof headings[0], ROSTER_HEADING = 128 };

/* Width and case folded; 0 for what stands around a heading: blanks, stars, colons. */
static uint32_t fold_heading(uint32_t cp)
{
	cp = text_narrow(cp);
	if (cp >= 'a' && cp <= 'z')
		cp -= 'a' - 'A';
	if (text_is_blank(cp) || text_is_invisible(cp) || cp == '*' || cp == ':' || cp == 0x203B)
		return 0;
	return cp;
}

/* 1 for what opens a bracket, -1 for what closes one. */
static int bracket(uint32_t cp)
{
	static const uint32_t opening[] = { '(', '[', '{', 0x3010, 0x3014, 0x3016 };
	static const uint32_t closing[] = { ')', ']', '}', 0x3011, 0x3015, 0x3017 };

	for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
		if (cp == opening[i])
			return 1;
		if (cp == closing[i])
			return -1;
	}
	return 0;
}

/* The heading itself; what is in brackets, （必填）, is left out unless inside. */
static void strip_heading(const char *s, bool inside, char out[ROSTER_HEADING])
{
	size_t len = strlen(s), used = 0, step;
	int depth = 0;

	for (size_t at = 0; at < len && used + 4 < ROSTER_HEADING; at += step) {
		uint32_t cp;
		int change;

		step = text_decode(s + at, len - at, &cp);
		cp = fold_heading(cp);
		change = bracket(cp);
		depth += change > 0 || depth > 0 ? change : 0;
		if (cp != 0 && change == 0 && (depth == 0 || inside))
			used += text_encode(cp, out + used);
	}
	out[used] = '\0';
}

/* The first ones are the better ones. */
static size_t find_heading(const char *s)
{
	static const char *const whose[] = { "", "学生", "考生", "本人" };

	for (size_t w = 0; w < sizeof whose / sizeof whose[0]; w++) {
		size_t len = strlen(whose[w]);

		for (size_t i = 0; i < HEADING_COUNT; i++)
			if (strncmp(s, whose[w], len) == 0 &&
			    strcmp(s + len, headings[i].text) == 0)
				return i;
	}
	return COLUMN_ABSENT;
}

/* ROSTER_COLUMN_COUNT: a heading that proves the row a header, and no more. */
struct heading_match {
	enum roster_column column;
	size_t rank; /* the lower, the better the heading names the column */
};

/* Whether a cell is a heading, blanks, stars, width, case and （必填） aside. */
static bool match_heading(struct decoder *decoder, struct slice cell, struct heading_match *out)
{
	char s[ROSTER_HEADING * 2], bare[ROSTER_HEADING];

	if (cell.len == 0 || cell.len >= ROSTER_HEADING)
		return false;
	decoder_read(decoder, cell, s, sizeof s);
	strip_heading(s, false, bare);
	if (*bare == '\0')
		strip_heading(s, true, bare);
	out->rank = find_heading(bare);
	if (out->rank == COLUMN_ABSENT)
		return false;
	out->column = headings[out->rank].column;
	return true;
}

enum { COLUMNS_MAX = 64, CELL = 128 };

/* What the cells of one column look like, each a count of cells. */
struct column {
	size_t filled, numbers, names, sexes, candidates, births;
	size_t repeated;                    /* names seen in this column before */
	char *seen[COLUMNS_PROBE_ROWS + 1]; /* owned; those names */
};

struct sample {
	size_t rows, width;
	struct column columns[COLUMNS_MAX];
};

static bool digits_only(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			return false;
	return s.len > 0;
}

static int two_digits(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

/* 18 places with a month and a day in them, or what a spreadsheet makes of that: 1.10105E+17. */
static bool is_id_number(struct slice s)
{
	if (s.len != 18)
		return s.len > 4 && memcmp(s.bytes + s.len - 4, "E+17", 4) == 0;
	if (!digits_only((struct slice){ s.bytes, 17 }) ||
	    strchr("0123456789Xx", s.bytes[17]) == NULL)
		return false;
	return two_digits(s.bytes + 10) >= 1 && two_digits(s.bytes + 10) <= 12 &&
	       two_digits(s.bytes + 12) >= 1 && two_digits(s.bytes + 12) <= 31;
}

/* Two to fifteen ideographs, the dot among them; not what a group of people is called. */
static bool is_name(const char *s)
{
	static const char *const groups[] = {
		"族", "学院", "系", "班", "专业", "大学", "市", "省"
	};
	size_t len = strlen(s), count = 0, step;

	for (size_t at = 0; at < len; at += step, count++) {
		uint32_t cp;

		step = text_decode(s + at, len - at, &cp);
		if (cp != 0xB7 && !(cp >= 0x3400 && cp <= 0x9FFF) && !(cp >= 0x20000))
			return false;
	}
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
		size_t tail = strlen(groups[i]);

		if (len >= tail && strcmp(s + len - tail, groups[i]) == 0)
			return false;
	}
	return count >= 2 && count <= 15;
}

/* The same eight digits as in the number, however they are set apart. */
static bool is_birth_of(struct slice s, struct slice number)
{
	size_t matched = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			continue;
		if (matched == 8 || s.bytes[i] != number.bytes[6 + matched])
			return false;
		matched++;
	}
	return matched == 8;
}

static void count_name(struct column *c, const char *name)
{
	bool repeated = false;

	for (size_t i = 0; i < c->names; i++)
		repeated = repeated || strcmp(c->seen[i], name) == 0;
	c->repeated += repeated;
	c->seen[c->names++] = xstrdup(name);
}

static void count_cell(struct decoder *decoder, struct column *c, struct slice cell,
		       struct slice number)
{
	struct slice bare = columns_number(cell);
	char utf8[CELL];

	if (bare.len == 0)
		return;
	c->filled++;
	decoder_read(decoder, bare, utf8, sizeof utf8);
	c->numbers += is_id_number(bare);
	c->candidates += bare.len == 14 && digits_only(bare);
	c->sexes += strcmp(utf8, "男") == 0 || strcmp(utf8, "女") == 0;
	c->births += number.len == 18 && bare.len <= 14 && is_birth_of(bare, number);
	if (is_name(utf8))
		count_name(c, utf8);
}

static void count_row(struct decoder *decoder, struct sample *s, const struct table_row *row)
{
	struct slice number = { 0 };
	size_t count = row->count < COLUMNS_MAX ? row->count : COLUMNS_MAX, filled = 0;

	for (size_t i = 0; i < count; i++) {
		filled += columns_number(row->cells[i]).len > 0;
		if (number.len == 0 && is_id_number(columns_number(row->cells[i])))
			number = columns_number(row->cells[i]);
	}
	if (filled < 2)
		return; /* a title, or nothing */
	s->rows++;
	s->width = count > s->width ? count : s->width;
	for (size_t i = 0; i < count; i++)
		count_cell(decoder, &s->columns[i], row->cells[i], number);
}

static void take_sample(const struct columns_probe *probe, struct sample *s)
{
	struct csv *in = csv_open_bytes(probe->head, probe->delimiter);
	const struct table_row *row;

	while ((row = csv_next(in, NULL)) != NULL && row->row <= COLUMNS_PROBE_ROWS)
		count_row(probe->decoder, s, row);
	csv_close(in);
}

/* Two rows of three: some are spoilt, or the roster would not be audited. */
static bool is_most(const struct sample *s, size_t count)
{
	return count > 0 && 3 * count >= 2 * s->rows;
}

/* The number of cells, of a column, that look like one of these; 0 when they are not most. */
static size_t likeness(const struct sample *s, const struct column *c, enum roster_column what)
{
	size_t count = 0;

	switch (what) {
	case ROSTER_NAME: /* students have names of their own; classes and places repeat */
		count = s->rows > 3 && 2 * c->repeated > c->names ? 0 : c->names;
		break;
	case ROSTER_ID_NUMBER:
		count = c->numbers;
		break;
	case ROSTER_CANDIDATE_NUMBER:
		count = c->candidates;
		break;
	case ROSTER_SEX:
		count = c->sexes;
		break;
	case ROSTER_BIRTH_DATE:
		count = c->births;
		break;
	case ROSTER_DOCUMENT_TYPE:
	case ROSTER_COLUMN_COUNT:
		break;
	}
	return is_most(s, count) ? count : 0;
}

/* The only column that looks so; two would not be plain to see. */
static size_t find_column(const struct sample *s, enum roster_column what)
{
	size_t found = COLUMN_ABSENT;

	for (size_t i = 0; i < s->width; i++) {
		if (likeness(s, &s->columns[i], what) == 0)
			continue;
		if (found != COLUMN_ABSENT)
			return COLUMN_ABSENT;
		found = i;
	}
	return found;
}

/* Title rows hold neither name nor number in those places. */
static size_t rows_above(const struct columns_probe *probe, const struct columns *columns)
{
	struct csv *in = csv_open_bytes(probe->head, probe->delimiter);
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	const struct table_row *row;
	size_t above = 0;

	while ((row = csv_next(in, NULL)) != NULL) {
		if (name < row->count && number < row->count && row->cells[name].len > 0 &&
		    row->cells[number].len > 0)
			break;
		above++;
	}
	csv_close(in);
	return above;
}

static bool find_by_content(const struct columns_probe *probe, struct columns *out)
{
	struct sample *s = xcalloc(1, sizeof *s);

	take_sample(probe, s);
	*out = (struct columns){ .width = s->width };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->index[c] = find_column(s, (enum roster_column)c);
	for (size_t i = 0; i < s->width; i++)
		for (size_t n = 0; n < s->columns[i].names; n++)
			xwipe(s->columns[i].seen[n]);
	free(s);
	if (out->index[ROSTER_NAME] == COLUMN_ABSENT ||
	    out->index[ROSTER_ID_NUMBER] == COLUMN_ABSENT)
		return false;
	out->skip = rows_above(probe, out);
	return true;
}

enum { SEEN = 120 };

/* The row most like a header so far, and what a sentence may tell of it. */
struct candidate {
	struct columns columns;
	size_t line, known; /* headings */
	char seen[SEEN];
};

/* The row read as a header. Returns how many of its cells are headings. */
static size_t read_header(struct decoder *decoder, const struct table_row *row, struct columns *out)
{
	size_t best[ROSTER_COLUMN_COUNT], known = 0;

	*out = (struct columns){ .header_row = row->row,
				 .skip = row->row,
				 .width = row->count + row->more };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->index[c] = best[c] = COLUMN_ABSENT;
	for (size_t i = 0; i < row->count; i++) {
		struct heading_match h;

		if (!match_heading(decoder, row->cells[i], &h))
			continue;
		known++;
		if (h.column == ROSTER_COLUMN_COUNT || h.rank >= best[h.column])
			continue;
		best[h.column] = h.rank;
		out->index[h.column] = i;
	}
	return known;
}

static bool has(const struct columns *columns, enum roster_column c)
{
	return columns->index[c] != COLUMN_ABSENT;
}

/* Two headings side by side: a header. In a form, 姓名,张三, a value follows each heading. */
static bool is_header(struct decoder *decoder, const struct table_row *row)
{
	struct heading_match h;

	for (size_t i = 0; i + 1 < row->count; i++)
		if (match_heading(decoder, row->cells[i], &h) &&
		    match_heading(decoder, row->cells[i + 1], &h))
			return true;
	return false;
}

/* 学号、姓名、班级: as much as fits, and never what may be a student's. */
static void list_seen(struct decoder *decoder, const struct table_row *row, char out[SEEN])
{
	static const char more[] = "……";
	bool all = is_header(decoder, row);
	size_t used = 0;

	for (size_t i = 0; i < row->count; i++) {
		const char *comma = used > 0 ? "、" : "";
		char cell[SEEN];
		struct heading_match h;

		if (row->cells[i].len == 0 || (!all && !match_heading(decoder, row->cells[i], &h)))
			continue;
		decoder_read(decoder, row->cells[i], cell, sizeof cell);
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
static bool find_header(const struct columns_probe *probe, struct columns *out,
			struct candidate *seen)
{
	struct csv *in = csv_open_bytes(probe->head, probe->delimiter);
	const struct table_row *row;
	bool found = false;

	while (!found && (row = csv_next(in, NULL)) != NULL && row->row <= COLUMNS_PROBE_ROWS) {
		size_t known = read_header(probe->decoder, row, out);

		found = has(out, ROSTER_NAME) && has(out, ROSTER_ID_NUMBER);
		if (found || known <= seen->known)
			continue;
		*seen = (struct candidate){ *out, probe->line + row->line - 1, known, "" };
		list_seen(probe->decoder, row, seen->seen);
	}
	csv_close(in);
	return found;
}

bool columns_find(const struct columns_probe *probe, struct columns *out, struct diag *d)
{
	struct candidate seen = { 0 };

	if (find_header(probe, out, &seen))
		return true;
	if (seen.known > 0)
		return tell_missing(&seen, d);
	if (find_by_content(probe, out))
		return true;
	return diag_add(d, probe->line, 1,
			"没有表头，也看不出哪一列是姓名、哪一列是证件号码："
			"请在第一行写上表头“姓名”和“身份证号”。");
}

struct slice columns_number(struct slice cell)
{
	while (cell.len > 0 && (cell.bytes[0] == ' ' || cell.bytes[0] == '\t')) {
		cell.bytes++;
		cell.len--;
	}
	while (cell.len > 0 &&
	       (cell.bytes[cell.len - 1] == ' ' || cell.bytes[cell.len - 1] == '\t'))
		cell.len--;
	if (cell.len > 0 && cell.bytes[0] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 1 };
	if (cell.len >= 3 && memcmp(cell.bytes, "=\"", 2) == 0 && cell.bytes[cell.len - 1] == '"')
		return (struct slice){ cell.bytes + 2, cell.len - 3 };
	return cell;
}
