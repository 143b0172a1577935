/* SPDX-License-Identifier: MIT */
#include "roster/audit_internal.h"
#include "rules/finding_json.h"

void audit_json_finding(const struct audit *a, const struct audit_row *row, const struct finding *f)
{
	struct finding shown = *f;

	if (!a->how->reveal)
		finding_mask(&shown);
	fprintf(a->out, "{\"row\": %zu, ", row->row);
	finding_json(&shown, a->out);
	fputs("}\n", a->out);
}

void audit_json_summary(const struct audit *a)
{
	const struct audit_tally *t = &a->tally;

	fprintf(a->out,
		"{\"summary\": {\"rows\": %zu, \"clean\": %zu, \"errors\": %zu, "
		"\"warnings\": %zu, \"notes\": %zu, \"encoding\": \"%s\", "
		"\"interrupted\": %s}}\n",
		t->rows, t->states[AUDIT_CLEAN], t->severities[SEVERITY_ERROR],
		t->severities[SEVERITY_WARNING], t->severities[SEVERITY_NOTE],
		roster_encoding_name(roster_encoding(a->roster)),
		t->interrupted ? "true" : "false");
}
