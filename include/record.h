/* SPDX-License-Identifier: MIT */
/* A student's gaokao details: what the site will compare an account with. */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

enum { RECORD_TEXT = 256, RECORD_BYTES_MAX = 64 * 1024 };

/* Every member is UTF-8, NUL-terminated, "" when not given. Holds personal data: wipe it. */
struct record {
	char name[RECORD_TEXT];
	char id_number[RECORD_TEXT];
	char sex[8];         /* 男 or 女 */
	char birth_date[16]; /* YYYY-MM-DD */
	char candidate_number[32];
	char ethnic_group[RECORD_TEXT];
	char institution[RECORD_TEXT];
	char level[RECORD_TEXT];
	char major[RECORD_TEXT];
};

/* Reads a record file. false: d says why, and *out is empty. The name and the number are taken as they
 * stand (the validator judges them), but control characters are refused. */
bool record_load(const char *path, struct record *out, struct diag *d);
bool record_parse(const char *bytes, size_t len, struct record *out, struct diag *d);

void record_wipe(struct record *r);

/* Whether there is something to compare with. */
bool record_given(const struct record *r);

#endif
