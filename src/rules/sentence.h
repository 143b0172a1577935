/* SPDX-License-Identifier: MIT */
/* The sentence of a finding. This is the only module that puts findings into words. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include <stdio.h>

#include "rules/finding.h"

/* Flags: who reads the sentence, and beside what. */
enum {
	SENTENCE_TYPING = 0, /* a student in a field: which key to press */
	SENTENCE_ROSTER = 1, /* a counsellor with a spreadsheet: what to put into the cell */
	SENTENCE_MASKED = 2, /* beside a masked value: quotes of it only symbols and labels */
	SENTENCE_SITE = 4, /* a student who copies what the site shows: there is nothing to type */
	SENTENCE_OWN_RECORD = 8 /* the reader typed the record: it is not official */
};

enum { SENTENCE_MAX = 256 }; /* bytes, NUL included */

/* Writes the sentence of a finding in Chinese, UTF-8. how: a set of the flags above. Returns
 * out. */
const char *sentence_make(const struct finding *f, unsigned how, char out[SENTENCE_MAX]);

/* The places that the sentence of a finding names: bit n for place n + 1, without those past 64.
 * Returns 0 for the whole value. */
uint64_t sentence_places(const struct finding *f);

/* True if the sentence of a kind tells a counsellor which record it is. */
bool sentence_names_record(enum finding_kind kind);

/* True if the sentence of a kind may hold characters of the value or of the record. */
bool sentence_quotes(enum finding_kind kind, unsigned how);

/* Writes the members of a finding as JSON, without braces: "field", "code", "severity", "at",
 * "message". */
void sentence_write_json(const struct finding *f, enum severity severity, unsigned how, FILE *out);

#endif
