/* SPDX-License-Identifier: MIT */
/* What a gaokao record holds, and its end. */
#include "rules/record.h"

#include <string.h>

void record_wipe(struct record *r)
{
	explicit_bzero(r, sizeof *r);
}

bool record_given(const struct record *r)
{
	return r->name[0] != '\0' || r->id_number[0] != '\0';
}
