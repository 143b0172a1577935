/* SPDX-License-Identifier: MIT */
#include "audit/json_lines.h"

#include <stdlib.h>
#include <string.h>

#include "audit/sentence_cache.h"
#include "base/json_out.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"

struct json_lines {
	struct sink sink; /* first member: its address is the address of the json_lines */
	FILE *out;
	bool reveal;
	unsigned how;                /* set of SENTENCE_ flags */
	struct sentence_cache cache; /* JSON members of findings; the texts are owned */
};

/* Begins an object. file: path of the roster; NULL if there is only one, or for the summary of
 * all. */
static void start_object(const struct json_lines *j, const char *file)
{
	putc_unlocked('{', j->out);
	if (file == NULL)
		return;
	fputs("\"file\": ", j->out);
	json_out_string(file, j->out);
	fputs(", ", j->out);
}

static void write_value(const char *key, const char *value, FILE *out)
{
	fprintf(out, ", \"%s\": ", key);
	json_out_string(value, out);
}

static void write_student(const struct record *student, FILE *out)
{
	if (student->name[0] == '\0' && student->id_number[0] == '\0')
		return;
	write_value("name", student->name, out);
	write_value("id_number", student->id_number, out);
	write_value("candidate_number", student->candidate_number, out);
}

/* Returns the row of the records that the finding is about, or that its row was compared with; 0:
 * none. */
static size_t record_row_of(const struct finding *f, const struct audit_row *row)
{
	switch (f->kind) {
	case KIND_NOT_IN_ROSTER:
	case KIND_NOT_IN_ROSTER_UNKNOWN:
	case KIND_NOT_IN_ROSTER_NAMESAKE:
	case KIND_NUMBER_OF_ANOTHER:
	case KIND_NUMBERS_OF_ANOTHER:
	case KIND_NAME_OF_ANOTHER:
	case KIND_CANDIDATE_OF_ANOTHER:
	case KIND_RECORD_SHIFTED:
	case KIND_RECORD_QUOTE:
	case KIND_RECORD_BROKEN:
	case KIND_RECORDS_RUINED:
	case KIND_RECORDS_NUMBERS:
	case KIND_RECORD_UNSURE:
		return f->other;
	case KIND_RECORDS_REPEATED:
	case KIND_RECORDS_REPEATED_ID:
		return f->count;
	default:
		return row->record;
	}
}

/* Returns the JSON members of a finding, made by sentence_write_json() or found in the cache. */
static const struct cached_sentence *members_of(struct json_lines *j, const struct finding *f)
{
	struct cached_sentence *cached;
	FILE *out;

	if (sentence_cache_find(&j->cache, f, &cached))
		return cached;
	xwipe(cached->text);
	out = xmemstream(&cached->text);
	sentence_write_json(f, finding_code_severity(f->code), j->how, out);
	fclose(out);
	return cached;
}

/* Writes row numbers as [3, 7]. */
static void write_rows(const struct row_runs *rows, FILE *out)
{
	const char *comma = "";

	fputs("[", out);
	for (size_t i = 0; i < rows->count; i++)
		for (size_t row = rows->items[i].first; row <= rows->items[i].last; row++) {
			fprintf(out, "%s%zu", comma, row);
			comma = ", ";
		}
	fputs("]", out);
}

/* Avoids the locks and formats of stdio, because a roster may have millions of findings. */
static void write_finding(struct sink *s, const struct audit_row *row,
			  const struct audit_row *other, const struct finding *f,
			  const struct row_runs *rows)
{
	struct json_lines *j = (struct json_lines *)s;
	const struct cached_sentence *cached = members_of(j, f);
	char place[64] = "\"row\": ", *end = place + strlen(place);

	(void)other;
	start_object(j, row->file);
	end += text_number(row->row, end);
	end = stpcpy(end, ", ");
	fwrite_unlocked(place, 1, (size_t)(end - place), j->out);
	fputs_unlocked(cached->text, j->out);
	if (rows != NULL) {
		fputs(rows->of_records ? ", \"record_row_numbers\": " : ", \"row_numbers\": ",
		      j->out);
		write_rows(rows, j->out);
	}
	if (record_row_of(f, row) > 0)
		fprintf(j->out, ", \"record_row\": %zu", record_row_of(f, row));
	if (f->kind == KIND_REPEATED_ROSTER)
		write_value("other_file", f->label, j->out);
	if (f->kind == KIND_REPEATED_ELSEWHERE || f->kind == KIND_REPEATED_ELSEWHERE_OTHER ||
	    f->kind == KIND_REPEATED_PERSON_ELSEWHERE) {
		write_value("other_file", f->label, j->out);
		fprintf(j->out, ", \"other_row\": %zu", f->other);
	}
	if (j->reveal)
		write_student(&row->student, j->out);
	fwrite_unlocked("}\n", 1, 2, j->out);
}

/* Writes the columns as {"name": 4, "id_number": 8}, counted from 1. */
static void write_columns(const size_t index[ROSTER_COLUMN_COUNT], FILE *out)
{
	const char *comma = "";

	fputs("{", out);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (index[c] == COLUMN_ABSENT)
			continue;
		fprintf(out, "%s\"%s\": %zu", comma, column_key((enum roster_column)c),
			index[c] + 1);
		comma = ", ";
	}
	fputs("}", out);
}

static void write_skipped(const struct skipped *s, FILE *out)
{
	size_t order = 0;

	fputs("[", out);
	for (size_t i = 0; i < s->count; i++) {
		fprintf(out, "%s{\"row\": %zu, \"what\": ", i > 0 ? ", " : "", s->rows[i].row);
		json_out_string(s->rows[i].label, out);
		if (order < s->order_count && s->orders[order].row == s->rows[i].row) {
			write_value("change", s->orders[order].label, out);
			fputs(", \"columns\": ", out);
			write_columns(s->orders[order++].index, out);
		}
		fputs("}", out);
	}
	fputs("]", out);
}

/* Writes the members that describe a file, without counts. */
static void write_source(const struct audit_source *source, FILE *out)
{
	fputs(", \"encoding\": ", out);
	json_out_string(source->roster != NULL ? roster_encoding_name(source->roster) : "UTF-8",
			out);
	if (source->roster == NULL)
		return;
	fputs(", \"columns\": ", out);
	write_columns(roster_columns(source->roster)->index, out);
	fprintf(out, ", \"title_lines\": %zu, \"skipped_lines\": ", source->skipped->titles);
	write_skipped(source->skipped, out);
}

static void write_counts(const struct audit_tally *t, FILE *out)
{
	fprintf(out,
		"\"rows\": %zu, \"skipped\": %zu, \"clean\": %zu, \"errors\": %zu, "
		"\"warnings\": %zu, \"notes\": %zu",
		t->rows, t->skipped.count, t->states[AUDIT_CLEAN] + t->states[AUDIT_AGREED],
		t->severities[SEVERITY_ERROR], t->severities[SEVERITY_WARNING],
		t->severities[SEVERITY_NOTE]);
}

/* Writes the cells that were not compared, as "unread": {"sex": 1, "sex_rows": [3], and so on. */
static void write_uncompared(const struct uncompared columns_of[ROSTER_COLUMN_COUNT], FILE *out)
{
	static const enum roster_column columns[] = { ROSTER_SEX, ROSTER_BIRTH_DATE,
						      ROSTER_ETHNIC_GROUP,
						      ROSTER_CANDIDATE_NUMBER };

	fputs(", \"unread\": {", out);
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct uncompared *u = &columns_of[columns[i]];
		const char *key = column_key(columns[i]);

		fprintf(out, "%s\"%s\": %zu", i > 0 ? ", " : "", key, u->unread + u->empty);
		if (u->rows.count == 0)
			continue;
		fprintf(out, ", \"%s_rows\": ", key);
		write_rows(&u->rows, out);
	}
}

static void write_more_counts(const struct audit_tally *t, FILE *out)
{
	write_uncompared(t->uncompared, out);
	fprintf(out,
		", \"record\": %zu}, \"students\": {\"agreed\": %zu, \"well_formed\": %zu, "
		"\"wrong\": %zu, "
		"\"doubtful\": %zu}, \"findings\": %zu",
		t->record_empty, t->states[AUDIT_AGREED], t->states[AUDIT_CLEAN],
		t->states[AUDIT_WRONG], t->states[AUDIT_DOUBTFUL], tally_findings(t));
}

/* Writes the member about the file of records that the rosters were compared with. */
static void write_records(const struct audit_source *records, const struct audit_tally *t,
			  FILE *out)
{
	if (records->path == NULL)
		return;
	fprintf(out, ", \"records\": {\"rows\": %zu, \"skipped\": %zu", records->rows,
		records->skipped->count);
	write_source(records, out);
	write_uncompared(t->lacks, out);
	fputs("}}", out);
}

/* Empties the cache: the labels of its findings live no longer than their roster. */
static void empty_cache(struct json_lines *j)
{
	for (size_t i = 0; i < SENTENCE_CACHE_SLOTS; i++)
		xwipe(j->cache.slots[i].text);
	sentence_cache_init(&j->cache, j->how);
}

static void write_summary(struct sink *s, const struct audit_summary *summary)
{
	struct json_lines *j = (struct json_lines *)s;
	const struct audit_tally *t = summary->tally;

	if (summary->roster.path != NULL) {
		start_object(j, summary->file);
		fputs("\"summary\": {", j->out);
		write_counts(t, j->out);
		write_source(&summary->roster, j->out);
	} else {
		fprintf(j->out, "{\"total\": {\"files\": %zu, \"unreadable_files\": %zu, ",
			summary->rosters, summary->unreadable);
		write_counts(t, j->out);
	}
	write_more_counts(t, j->out);
	write_records(&summary->records, t, j->out);
	fprintf(j->out, ", \"interrupted\": %s}}\n", t->interrupted ? "true" : "false");
	empty_cache(j);
}

static void free_json_lines(struct sink *s)
{
	struct json_lines *j = (struct json_lines *)s;

	empty_cache(j);
	explicit_bzero(j, sizeof *j);
	free(j);
}

struct sink *json_lines_sink(FILE *out, bool reveal)
{
	struct json_lines *j = xcalloc(1, sizeof *j);

	j->sink = (struct sink){ .finding = write_finding,
				 .end = write_summary,
				 .free = free_json_lines };
	j->out = out;
	j->reveal = reveal;
	j->how = SENTENCE_ROSTER | (reveal ? 0 : SENTENCE_MASKED);
	sentence_cache_init(&j->cache, j->how);
	return &j->sink;
}
