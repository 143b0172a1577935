/* SPDX-License-Identifier: MIT */
#include "roster/json_lines.h"

#include <stdlib.h>

#include "base/json_out.h"
#include "base/xalloc.h"
#include "rules/sentence.h"

struct json_lines {
	struct sink sink; /* first: each is the other's address */
	FILE *out;
	const char *file;
	bool reveal;
};

static void start_object(const struct json_lines *j)
{
	fputs("{", j->out);
	if (j->file == NULL)
		return;
	fputs("\"file\": ", j->out);
	json_out_string(j->file, j->out);
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

static void write_finding(struct sink *s, const struct audit_row *row,
			  const struct audit_row *other, const struct finding *f)
{
	struct json_lines *j = (struct json_lines *)s;
	unsigned how = SENTENCE_ROSTER | (j->reveal ? 0 : SENTENCE_MASKED);

	(void)other;
	start_object(j);
	fprintf(j->out, "\"row\": %zu, ", row->row);
	sentence_write_json(f, how, j->out);
	if (f->kind == KIND_NOT_IN_ROSTER || f->kind == KIND_NOT_IN_ROSTER_NAMESAKE ||
	    f->kind == KIND_NUMBER_OF_ANOTHER)
		fprintf(j->out, ", \"record_row\": %zu", f->other);
	if (f->kind == KIND_RECORDS_REPEATED)
		fprintf(j->out, ", \"record_row\": %zu", f->count);
	if (j->reveal)
		write_student(&row->student, j->out);
	fputs("}\n", j->out);
}

/* {"name": 4, "id_number": 8}: from 1. */
static void write_columns(const struct columns *columns, FILE *out)
{
	const char *comma = "";

	fputs("{", out);
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		if (columns->index[c] == COLUMN_ABSENT)
			continue;
		fprintf(out, "%s\"%s\": %zu", comma, column_key((enum roster_column)c),
			columns->index[c] + 1);
		comma = ", ";
	}
	fputs("}", out);
}

static void write_skipped(const struct audit_skipped *s, FILE *out)
{
	fputs("[", out);
	for (size_t i = 0; i < s->count; i++) {
		fprintf(out, "%s{\"row\": %zu, \"what\": ", i > 0 ? ", " : "", s->rows[i].row);
		json_out_string(s->rows[i].label, out);
		fputs("}", out);
	}
	fputs("]", out);
}

static void write_summary(struct sink *s, const struct audit_summary *summary)
{
	struct json_lines *j = (struct json_lines *)s;
	const struct audit_tally *t = summary->tally;

	start_object(j);
	fprintf(j->out,
		"\"summary\": {\"rows\": %zu, \"skipped\": %zu, \"clean\": %zu, \"errors\": %zu, "
		"\"warnings\": %zu, \"notes\": %zu, \"encoding\": \"%s\", \"columns\": ",
		t->rows, t->skipped.count, t->states[AUDIT_CLEAN] + t->states[AUDIT_AGREED],
		t->severities[SEVERITY_ERROR], t->severities[SEVERITY_WARNING],
		t->severities[SEVERITY_NOTE], roster_encoding_name(summary->roster));
	write_columns(roster_columns(summary->roster), j->out);
	fprintf(j->out, ", \"title_lines\": %zu, \"skipped_lines\": ", t->skipped.titles);
	write_skipped(&t->skipped, j->out);
	fprintf(j->out, ", \"unread\": {\"sex\": %zu, \"birth_date\": %zu, \"ethnic_group\": %zu}",
		t->sex_unread, t->birth_unread, t->group_unread);
	fprintf(j->out, ", \"students\": {\"agreed\": %zu, \"wrong\": %zu, \"doubtful\": %zu}",
		t->states[AUDIT_AGREED], t->states[AUDIT_WRONG], t->states[AUDIT_DOUBTFUL]);
	fprintf(j->out, ", \"interrupted\": %s}}\n", t->interrupted ? "true" : "false");
}

static void free_json_lines(struct sink *s)
{
	free(s);
}

struct sink *json_lines_sink(FILE *out, const char *file, bool reveal)
{
	struct json_lines *j = xcalloc(1, sizeof *j);

	j->sink = (struct sink){ write_finding, write_summary, free_json_lines };
	j->out = out;
	j->file = file;
	j->reveal = reveal;
	return &j->sink;
}
