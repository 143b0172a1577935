/* SPDX-License-Identifier: MIT */
#include "roster/json_lines.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "rules/sentence.h"

struct json_lines {
	struct sink sink; /* first: each is the other's address */
	FILE *out;
	bool reveal;
};

static bool wants(const struct sink *s, enum finding_code code)
{
	(void)s;
	(void)code;
	return true;
}

static void write_finding(struct sink *s, const struct audit_row *row, const struct finding *f)
{
	struct json_lines *j = (struct json_lines *)s;
	unsigned how = SENTENCE_ROSTER | (j->reveal ? 0 : SENTENCE_MASKED);

	fprintf(j->out, "{\"row\": %zu, ", row->row);
	sentence_write_json(f, how, j->out);
	fputs("}\n", j->out);
}

static void write_summary(struct sink *s, const struct audit_summary *summary)
{
	struct json_lines *j = (struct json_lines *)s;
	const struct audit_tally *t = summary->tally;

	fprintf(j->out,
		"{\"summary\": {\"rows\": %zu, \"clean\": %zu, \"errors\": %zu, "
		"\"warnings\": %zu, \"notes\": %zu, \"encoding\": \"%s\", "
		"\"interrupted\": %s}}\n",
		t->rows, t->states[AUDIT_CLEAN], t->severities[SEVERITY_ERROR],
		t->severities[SEVERITY_WARNING], t->severities[SEVERITY_NOTE],
		encoding_name(roster_encoding(summary->roster)), t->interrupted ? "true" : "false");
}

static void free_json_lines(struct sink *s)
{
	free(s);
}

struct sink *json_lines_sink(FILE *out, bool reveal)
{
	struct json_lines *j = xcalloc(1, sizeof *j);

	j->sink = (struct sink){ wants, write_finding, write_summary, free_json_lines };
	j->out = out;
	j->reveal = reveal;
	return &j->sink;
}
