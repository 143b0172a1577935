/* SPDX-License-Identifier: MIT */
/* The installed library: xueji.h on top of the rules. */
#include <xueji.h>

#include <string.h>

#include "rules/mask.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "rules/validator.h"

_Static_assert((int)XUEJI_FINDINGS_MAX == (int)FINDINGS_MAX, "all findings fit");
_Static_assert((int)XUEJI_QUOTE == (int)FINDING_TEXT, "quotes are copied");
_Static_assert((int)XUEJI_SENTENCE == (int)SENTENCE_MAX, "sentences are written in place");
_Static_assert((int)XUEJI_ROSTER == (int)SENTENCE_ROSTER, "flags are passed on");
_Static_assert((int)XUEJI_MASKED == (int)SENTENCE_MASKED, "flags are passed on");
_Static_assert((int)XUEJI_ERROR == (int)SEVERITY_ERROR, "severities are in one order");

static void export(const struct findings *found, struct xueji_findings *out)
{
	out->count = found->count;
	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];

		out->items[i] = (struct xueji_finding){
			.code = finding_code_name(f->code),
			.field = finding_field_name(finding_code_field(f->code)),
			.severity = (enum xueji_severity)finding_code_severity(f->code),
			.at = f->at,
			.count = f->count,
			.other = f->other,
			.places = f->places,
			.kind = (int)f->kind,
		};
		memcpy(out->items[i].is, f->is, sizeof f->is);
		memcpy(out->items[i].should, f->should, sizeof f->should);
	}
}

void xueji_check_id_number(const char *number, const char *recorded, struct xueji_date today,
			   struct xueji_findings *out)
{
	struct findings found = { 0 };

	resident_id_check(number, (struct date){ today.year, today.month, today.day }, &found);
	if (recorded != NULL && *recorded != '\0' && !findings_has(&found, FINDING_ID_EMPTY))
		resident_id_compare(number, recorded, &found);
	export(&found, out);
	explicit_bzero(&found, sizeof found);
}

void xueji_check_name(const char *name, const char *recorded, struct xueji_findings *out)
{
	struct findings found = { 0 };

	person_name_check(name, &found);
	if (recorded != NULL && *recorded != '\0' && !findings_has(&found, FINDING_NAME_EMPTY))
		person_name_compare(name, recorded, &found);
	export(&found, out);
	explicit_bzero(&found, sizeof found);
}

bool xueji_any(const struct xueji_findings *f, enum xueji_severity least)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].severity >= least)
			return true;
	return false;
}

const char *xueji_sentence(const struct xueji_finding *f, unsigned how, char out[XUEJI_SENTENCE])
{
	struct finding own = {
		.code = strcmp(f->field, "name") == 0 ? FINDING_NAME_MISMATCH : FINDING_ID_MISMATCH,
		.kind = (enum finding_kind)f->kind,
		.at = f->at,
		.count = f->count,
		.other = f->other,
		.places = f->places,
	};

	memcpy(own.is, f->is, sizeof own.is);
	memcpy(own.should, f->should, sizeof own.should);
	sentence_make(&own, how, out);
	explicit_bzero(&own, sizeof own);
	return out;
}

bool xueji_read_id_number(const char *number, struct xueji_id_number *out)
{
	struct resident_id id;

	if (!resident_id_read(number, &id))
		return false;
	*out = (struct xueji_id_number){ .birth = { id.birth.year, id.birth.month, id.birth.day },
					 .male = id.male };
	memcpy(out->region, id.region, sizeof id.region);
	return true;
}

char xueji_check_character(const char *digits)
{
	return resident_id_check_char(digits);
}

uint32_t xueji_real_character(uint32_t cp)
{
	return name_fold_lookalike(name_fold_private(cp));
}

char *xueji_mask_id_number(const char *number)
{
	return mask_text(mask_number(number));
}

char *xueji_mask_name(const char *name)
{
	return mask_text(mask_name(name));
}
