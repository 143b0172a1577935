/* SPDX-License-Identifier: MIT */
#include "wizard/report_internal.h"

#include "base/json_out.h"
#include "base/xalloc.h"
#include "rules/finding_json.h"

/* A member, with the comma that parts it from the one before; NULL and "" are left out. */
static void member(const char *key, const char *value, const char *before, FILE *out)
{
	if (value == NULL || *value == '\0')
		return;
	fputs(before, out);
	json_out_string(key, out);
	fputs(": ", out);
	json_out_string(value, out);
}

static void put_steps(const struct wizard *w, FILE *out)
{
	for (size_t i = 0; i < w->guide->step_count; i++) {
		fputs(i > 0 ? ",\n    {" : "\n    {", out);
		member("id", w->guide->steps[i].id, "", out);
		member("title", w->guide->steps[i].title, ", ", out);
		fprintf(out, ", \"done\": %s", wizard_step_done(w, i) ? "true" : "false");
		member("when", report_time(wizard_step_time(w, i)), ", ", out);
		fputc('}', out);
	}
}

static void put_item(const struct wizard *w, size_t check, bool reveal, FILE *out)
{
	struct report_item item;

	report_item_make(w, check, reveal, &item);
	member("id", w->guide->verification->checks[check].id, "", out);
	member("label", item.label, ", ", out);
	member("shown", item.shown, ", ", out);
	member("right", item.right, ", ", out);
	member("advice", item.advice, ", ", out);
	member("proof", item.proof, ", ", out);
	member("corrector", item.corrector, ", ", out);
	fputs(", \"findings\": [", out);
	for (size_t i = 0; i < item.found.count; i++) {
		fputs(i > 0 ? ", {" : "{", out);
		finding_json(&item.found.items[i], out);
		fputc('}', out);
	}
	fputc(']', out);
	report_item_wipe(&item);
}

static void put_items(const struct wizard *w, bool reveal, FILE *out)
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (report_is_problem(w, i)) {
			fputs(count++ > 0 ? ",\n    {" : "\n    {", out);
			put_item(w, i, reveal, out);
			fputc('}', out);
		}
}

static void put_contacts(const struct guide *g, FILE *out)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		fputs(i > 0 ? ",\n    {" : "\n    {", out);
		member("label", g->contacts[i].label, "", out);
		member("value", g->contacts[i].value, ", ", out);
		fputc('}', out);
	}
}

void report_write_json(const struct wizard *w, bool reveal, FILE *out)
{
	char *name = report_name(w, reveal), *number = report_number(w, reveal);
	int student = wizard_student(w);

	fputs("{\n  \"format\": 1", out);
	member("name", name, ",\n  ", out);
	member("id_number", number, ",\n  ", out);
	if (student != NO_CHOICE)
		member("student", w->guide->verification->students[student].label, ",\n  ", out);
	member("verdict", report_verdict(w), ",\n  ", out);
	member("verdict_text", wizard_verdict_says(w)->title, ",\n  ", out);
	member("started", report_time(w->progress.started), ",\n  ", out);
	member("finished", report_time(w->progress.finished), ",\n  ", out);
	member("written", report_time(w->now), ",\n  ", out);
	member("deadline", w->guide->deadline, ",\n  ", out);
	fputs(",\n  \"steps\": [", out);
	put_steps(w, out);
	fputs("\n  ],\n  \"items\": [", out);
	put_items(w, reveal, out);
	fputs("\n  ],\n  \"contacts\": [", out);
	put_contacts(w->guide, out);
	fputs("\n  ]\n}\n", out);
	xwipe(name);
	xwipe(number);
}
