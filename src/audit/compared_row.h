/* SPDX-License-Identifier: MIT */
/* A student's row with what it is compared by: the keys of its numbers and its record. Holds
 * personal data. */
#ifndef COMPARED_ROW_H
#define COMPARED_ROW_H

#include <stdbool.h>

#include "audit/audit_row.h"
#include "audit/record_index.h"
#include "roster/fast_path.h"
#include "roster/roster.h"
#include "rules/finding.h"
#include "rules/record.h"

struct compared_row {
	struct audit_row row;
	struct row_keys keys; /* zeros if duplicates are not wanted */
	struct finding fault; /* of roster_fault(); KIND_BLANK: none */
	bool named;           /* once it is judged: it has a name that others may repeat */
	bool found;           /* the record of the row */
	struct record record;
	struct record_owners owners; /* records that own the numbers and the name of the row */
};

/* Reads the row that roster_next_row() returned last. file: as in struct audit_row. */
void compared_row_read(struct compared_row *out, struct roster *roster,
		       const struct roster_row *row, const char *file, bool with_keys);

/* Looks up the record of the row that was read last. records: NULL if there are none. */
void compared_row_find(struct compared_row *c, const struct roster *roster,
		       struct record_index *records);

/* Returns true if the sex is a code that, by its usual meaning, contradicts the ID number. */
bool compared_row_is_coded_otherwise(const struct compared_row *c);

/* Whether the name can be compared with others, before the row is
 * judged. */
bool compared_row_has_name(const struct compared_row *c);

#endif
