/* SPDX-License-Identifier: MIT */
/* The sentence of a finding: the only module that puts one into words. */
#ifndef SENTENCE_H
#define SENTENCE_H

#include <stdio.h>

#include "rules/finding.h"

/* Who reads it, and how. */
enum {
	SENTENCE_TYPING = 0, /* a student in a field: which key to press */
	SENTENCE_ROSTER = 1, /* a counsellor with a spreadsheet: what to put into the cell */
	SENTENCE_MASKED = 2, /* beside a masked value: quotes none of its characters */
	SENTENCE_SITE = 4, /* a student who copies what the site shows: there is nothing to type */
	SENTENCE_OWN_RECORD = 8 /* the record was typed by the reader, and is no register */
};

enum { SENTENCE_MAX = 256 }; /* bytes, NUL included */

/* Writes the sentence of a finding, Chinese, UTF-8, for a set of the above. Returns out. */
const char *sentence_make(const struct finding *f, unsigned how, char out[SENTENCE_MAX]);

/* The characters of the value that its sentence names, bit n for place n + 1, those past 64 left
 * out; 0: the whole value. */
uint64_t sentence_places(const struct finding *f);

/* True if the sentences of a kind hold characters of the value or of the record. */
bool sentence_quotes(enum finding_kind kind, unsigned how);

/* Writes the members of a finding as JSON, without braces: "field", "code", "severity", "at",
 * "message". */
void sentence_write_json(const struct finding *f, enum severity severity, unsigned how, FILE *out);

#endif
