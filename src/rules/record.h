/* SPDX-License-Identifier: MIT */
/* A student's gaokao details: what the site compares an account with. */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <string.h>

enum { RECORD_TEXT = 256 };

/* Every member is UTF-8, NUL-terminated, "" when not given. Holds personal data: wipe it. */
struct record {
	char name[RECORD_TEXT];
	char id_number[RECORD_TEXT];
	char sex[8];               /* 男 or 女 */
	char birth_date[16];       /* YYYY-MM-DD */
	char candidate_number[64]; /* with space for 14 full-width digits */
	char ethnic_group[RECORD_TEXT];
	char institution[RECORD_TEXT];
	char level[RECORD_TEXT];
	char major[RECORD_TEXT];
	bool sample; /* of an invented student; a comparison with it says so */
	bool typed;  /* by the student: may be wrong, and only the student can correct it */
};

/* Overwrites the whole record. */
static inline void record_wipe(struct record *r)
{
	explicit_bzero(r, sizeof *r);
}

/* True if there is a name or an ID number to compare with. */
static inline bool record_given(const struct record *r)
{
	return r->name[0] != '\0' || r->id_number[0] != '\0';
}

#endif
