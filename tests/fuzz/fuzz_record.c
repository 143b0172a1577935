/* SPDX-License-Identifier: MIT */
/* A record that is accepted fulfils what its header documents; a refusal gives a reason and an
 * empty result. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz_file.h"
#include "model/record_file.h"
#include "rules/record.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_text(const char *s, size_t size)
{
	size_t len = strnlen(s, size);

	require(len < size && text_valid_bytes(s, len) == len);
	for (size_t i = 0; i < len; i++)
		require((unsigned char)s[i] >= 0x20 || s[i] == '\n');
}

static void check_accepted(const struct record *r)
{
	check_text(r->name, sizeof r->name);
	check_text(r->id_number, sizeof r->id_number);
	check_text(r->ethnic_group, sizeof r->ethnic_group);
	check_text(r->institution, sizeof r->institution);
	check_text(r->level, sizeof r->level);
	check_text(r->major, sizeof r->major);
	require(*r->name != '\0' && *r->id_number != '\0' && record_given(r));
	require(*r->sex == '\0' || strcmp(r->sex, "男") == 0 || strcmp(r->sex, "女") == 0);
	require(strlen(r->birth_date) == 0 || strlen(r->birth_date) == 10);
	require(strspn(r->birth_date, "0123456789-") == strlen(r->birth_date));
	require(strspn(r->candidate_number, "0123456789") == strlen(r->candidate_number));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct record nothing;
	struct diag d = { 0 };
	struct record r;

	memset(&r, 'x', sizeof r);
	if (record_load(path_of(bytes, len), &r, &d)) {
		require(d.count == 0);
		check_accepted(&r);
	} else {
		require(d.count > 0);
		require(memcmp(&r, &nothing, sizeof r) == 0);
	}
	return 0;
}
