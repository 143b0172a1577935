/* SPDX-License-Identifier: MIT */
#include "cli/inputs.h"

#include "audit/record_search.h"
#include "audit/records.h"
#include "base/diag.h"
#include "base/paths.h"
#include "base/xalloc.h"
#include "model/record_file.h"

enum { PROBLEMS_SHOWN = 3 };

int inputs_trouble(const struct diag *d)
{
	diag_print(d, stderr, PROBLEMS_SHOWN);
	return STATUS_TROUBLE;
}

struct guide *inputs_guide(const struct options *o, char **path, struct diag *d)
{
	const char *given = o->given[OPTION_GUIDE];

	*path = given != NULL ? xstrdup(given) : paths_data("guide.json", d);
	return *path != NULL ? guide_load(*path, d) : NULL;
}

bool inputs_source(const struct options *o, struct record *record, struct source *out,
		   struct diag *d)
{
	const char *path = o->given[OPTION_RECORD];

	*out = (struct source){ 0 };
	if (path == NULL)
		return true;
	if (records_are_many(path)) {
		out->roster = path;
		return record_search_possible(path, &out->candidates, d);
	}
	out->record = record;
	return record_load(path, record, d);
}
