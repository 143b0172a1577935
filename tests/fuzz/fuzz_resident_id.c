/* SPDX-License-Identifier: MIT */
/* Two lines: the entered and the recorded number. */
#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "rules/mask.h"
#include "rules/resident_id.h"
#include "rules/validator.h"
#include "support/expect_findings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static bool same(const struct findings *a, const struct findings *b)
{
	for (size_t i = 0; i < a->count && i < b->count; i++)
		if (a->items[i].code != b->items[i].code || a->items[i].at != b->items[i].at)
			return false;
	return a->count == b->count;
}

/* A number without errors has all its parts and the right check character. */
static void check_accepted(const char *number)
{
	struct resident_id id;

	check(resident_id_read(number, &id));
	check(date_valid(id.birth));
	check(resident_id_check_char(number) == number[17]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct date today = { 2026, 9, 12 };
	char *entered = xstrndup((const char *)data, size), *recorded = strchr(entered, '\n');
	struct findings form = { 0 }, equal = { 0 }, compared = { 0 }, again = { 0 };
	struct record record = { .sex = "男", .birth_date = "2007-09-01" };
	char *mask;

	if (recorded != NULL)
		*recorded++ = '\0';
	else
		recorded = entered;
	resident_id_check(entered, today, &form);
	check(findings_sound(&form, entered));
	/* A hidden one and another document's are no errors either. */
	if (!findings_any(&form, SEVERITY_WARNING))
		check_accepted(entered);

	resident_id_compare(entered, entered, &equal);
	check(equal.count == 0);
	resident_id_compare(entered, recorded, &compared);
	check(findings_sound(&compared, entered));
	/* An invalid byte reads as U+FFFD. */
	check(compared.count > 0 || strcmp(entered, recorded) == 0 ||
	      text_valid_bytes(entered, strlen(entered)) < strlen(entered) ||
	      text_valid_bytes(recorded, strlen(recorded)) < strlen(recorded));

	snprintf(record.id_number, sizeof record.id_number, "%s", recorded);
	for (int type = DOCUMENT_RESIDENT_ID; type <= DOCUMENT_OTHER; type++) {
		struct findings f = { 0 };

		validator_id_number(entered, (enum document_type)type, &record, today, &f);
		check(findings_sound(&f, entered));
	}
	resident_id_check(entered, today, &again);
	check(same(&form, &again));
	mask = mask_text(mask_number(entered));
	check(text_valid_bytes(mask, strlen(mask)) == strlen(mask) && text_length(mask) <= 20);
	free(mask);
	free(entered);
	return 0;
}
