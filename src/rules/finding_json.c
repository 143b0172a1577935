/* SPDX-License-Identifier: MIT */
#include "rules/finding_json.h"

#include "base/json_out.h"

void finding_json(const struct finding *f, FILE *out)
{
	fprintf(out, "\"field\": \"%s\", \"code\": \"%s\", \"severity\": \"%s\", \"at\": %zu, ",
		finding_field_name(finding_code_field(f->code)), finding_code_name(f->code),
		severity_name(finding_code_severity(f->code)), f->at);
	fputs("\"message\": ", out);
	json_out_string(f->message, out);
}
