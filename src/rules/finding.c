/* SPDX-License-Identifier: MIT */
#include "rules/finding.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const struct {
	const char *name;
	enum finding_field field;
	enum severity severity;
	enum finding_sentence sentence;
} codes[] = {
#define X(id, field, name, severity, sentence) \
	{ name, FIELD_##field, SEVERITY_##severity, SENTENCE_##sentence },
	FINDING_CODES(X)
#undef X
};

const char *finding_code_name(enum finding_code code)
{
	return codes[code].name;
}

enum severity finding_code_severity(enum finding_code code)
{
	return codes[code].severity;
}

enum finding_field finding_code_field(enum finding_code code)
{
	return codes[code].field;
}

const char *finding_field_name(enum finding_field field)
{
	static const char *const names[] = { "name",
					     "id_number",
					     "row",
					     "mobile",
					     "sms_code",
					     "password",
					     "email",
					     "question",
					     "terms",
					     "address",
					     "login",
					     "shown",
					     "candidate_number" };

	return names[field];
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = { "note", "warning", "error" };

	return names[severity];
}

void findings_add(struct findings *f, enum finding_code code, size_t at, const char *format, ...)
{
	size_t i = f->count;
	struct finding *new;
	va_list args;

	while (i > 0 && f->items[i - 1].at > at)
		i--;
	if (i == FINDINGS_MAX)
		return;
	if (f->count < FINDINGS_MAX)
		f->count++;
	new = &f->items[i];
	memmove(new + 1, new, (f->count - i - 1) * sizeof *new);
	new->code = code;
	new->at = at;
	new->message[0] = '\0';
	if (f->brief)
		return;
	va_start(args, format);
	vsnprintf(new->message, sizeof new->message, format, args);
	va_end(args);
	/* What did not fit may have been cut in the middle of a character. */
	new->message[text_valid_bytes(new->message, strlen(new->message))] = '\0';
}

bool finding_mask(struct finding *f)
{
	const char *unit = codes[f->code].field == FIELD_NAME ? "个字" : "位";
	const char *what = finding_code_severity(f->code) == SEVERITY_ERROR ? "不对" : "请留意";

	if (codes[f->code].sentence != SENTENCE_QUOTES)
		return false;
	if (f->at > 0)
		snprintf(f->message, sizeof f->message, "第 %zu %s%s。", f->at, unit, what);
	else
		snprintf(f->message, sizeof f->message, "整项%s。", what);
	return true;
}

bool findings_mask(struct findings *f)
{
	bool masked = false;

	for (size_t i = 0; i < f->count; i++)
		masked = finding_mask(&f->items[i]) || masked;
	return masked;
}

bool findings_any(const struct findings *f, enum severity least)
{
	for (size_t i = 0; i < f->count; i++)
		if (finding_code_severity(f->items[i].code) >= least)
			return true;
	return false;
}
