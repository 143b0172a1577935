/* SPDX-License-Identifier: MIT */
/* Which column of a roster holds what: by the header, or without one by what the cells hold. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "roster/encoding.h"
#include "roster/table.h"

enum roster_column {
	ROSTER_NAME,
	ROSTER_ID_NUMBER,
	ROSTER_CANDIDATE_NUMBER,
	ROSTER_SEX,
	ROSTER_BIRTH_DATE,
	ROSTER_DOCUMENT_TYPE,
	ROSTER_COLUMN_COUNT
};

enum { COLUMNS_PROBE_ROWS = 64, COLUMNS_ORDER_MAX = 64 };

#define COLUMN_ABSENT ((size_t)-1)

struct columns {
	size_t index[ROSTER_COLUMN_COUNT]; /* of the cell, from 0; COLUMN_ABSENT */
	size_t header_row;                 /* 0: none */
	size_t skip;                       /* rows before the first student */
	size_t width;                      /* cells of the header, or of the widest first row */
};

/* The first rows of a file, whole ones only, read as often as needed. */
struct columns_probe {
	struct slice head; /* borrowed */
	size_t line;       /* of its first row, in the file */
	char delimiter;
	struct decoder *decoder; /* borrowed */
};

/* Finds the columns. false: d says what is missing and which headings were seen, and quotes no
 * student's data. */
bool columns_find(const struct columns_probe *probe, struct columns *out, struct diag *d);

/* The bytes of a number without what makes spreadsheets keep it as text: blanks around it, a
 * leading apostrophe, ="…". */
struct slice columns_number(struct slice cell);

#endif
