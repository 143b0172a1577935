/* SPDX-License-Identifier: MIT */
/* Two lines: the entered and the recorded name. */
#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "rules/mask.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "rules/validator.h"
#include "support/expect_findings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

/* A name without errors contains no character that is shown by its code point. */
static void check_accepted(const char *name)
{
	size_t len = strlen(name);

	check(text_valid_bytes(name, len) == len);
	for (size_t at = 0; at < len;) {
		uint32_t cp = 0;

		at += text_decode(name + at, len - at, &cp);
		check(!text_is_invisible(cp) && name_fold_lookalike(cp) == cp);
		check(name_fold_private(cp) == cp && (cp == ' ' || !text_is_blank(cp)));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *entered = xstrndup((const char *)data, size), *recorded = strchr(entered, '\n');
	struct findings form = { 0 }, equal = { 0 }, compared = { 0 }, validated = { 0 };
	struct record record = { 0 };
	char *mask;

	if (recorded != NULL)
		*recorded++ = '\0';
	else
		recorded = entered;
	person_name_check(entered, &form);
	check(findings_sound(&form, entered));
	if (!findings_any(&form, SEVERITY_ERROR))
		check_accepted(entered);

	person_name_compare(entered, entered, &equal);
	check(equal.count == 0);
	person_name_compare(entered, recorded, &compared);
	check(findings_sound(&compared, entered));
	/* An invalid byte reads as U+FFFD. */
	check(compared.count > 0 || strcmp(entered, recorded) == 0 ||
	      text_valid_bytes(entered, strlen(entered)) < strlen(entered) ||
	      text_valid_bytes(recorded, strlen(recorded)) < strlen(recorded));

	snprintf(record.name, sizeof record.name, "%s", recorded);
	validator_name(entered, &record, &validated);
	check(findings_sound(&validated, entered));
	mask = mask_text(mask_name(entered));
	check(text_valid_bytes(mask, strlen(mask)) == strlen(mask));
	check(text_length(mask) == text_length(entered));
	free(mask);
	free(entered);
	return 0;
}
