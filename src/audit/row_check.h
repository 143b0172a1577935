/* SPDX-License-Identifier: MIT */
/* Checks a row of a roster by the rules. */
#ifndef ROW_CHECK_H
#define ROW_CHECK_H

#include <stdbool.h>

#include "audit/audit_row.h"
#include "base/date.h"
#include "rules/finding.h"
#include "rules/record.h"

/* Indices of the findings of a row: of its name, of its number, and of the row itself. */
enum { OF_NAME, OF_NUMBER, OF_ROW, AUDIT_FOUND };

/* Checks a row by the rules and adds the findings of its name, of its number and of the row itself.
 * record: the record to compare it with, or NULL. */
void row_check(const struct audit_row *row, const struct record *record, struct date today,
	       struct findings *of_name, struct findings *of_number, struct findings *of_row);

/* Returns true if the finding says that the number contradicts the sex or the birth date in the
 * row. */
bool row_check_is_of_holder(const struct finding *f);

/* Return true if a number with these findings can be compared with the numbers of other rows:
 * enough of it is left, and it is not reported as another person's. */
bool row_check_repeats_number(const struct findings *of_number);
bool row_check_repeats_candidate(const struct findings *of_row);

/* Returns true if the cell of the name holds one: no placeholder, and none that is masked or has
 * lost characters. */
bool row_check_has_name(const struct findings *of_name);

#endif
