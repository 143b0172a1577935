/* SPDX-License-Identifier: MIT */
/* Decides which values are masked, on the screen and for each reader of a report. */
#ifndef MASK_H
#define MASK_H

#include <stdbool.h>

#include "wizard/wizard.h"

/* True if a screen masks a value until the student reveals it: numbers other than the student
 * number and the date of birth, and in a presentation anything personal that mask_hides_typed()
 * hides. needed: the student has to compare the value here, so that it is masked in a presentation
 * only. */
bool mask_hides(const struct wizard *w, enum guide_compare compare, const char *value, bool needed);

/* mask_hides_in(): true if a report, or the page of the result, masks a value. mask_in(): the value
 * as it stands there, owned by the caller, who wipes it. */
bool mask_hides_in(const struct wizard *w, enum guide_compare compare, const char *value,
		   enum report_form form);
char *mask_in(const struct wizard *w, enum guide_compare compare, const char *value,
	      enum report_form form);

/* True if a text is masked even while it is typed, as it is in a presentation. With the invented
 * student's record, text without a number is shown, and so is a number that is the expected one but
 * for a slip. expected: "" if there is none. */
bool mask_hides_typed(const struct wizard *w, const char *text, const char *expected);

/* The masked value, owned by the caller, who wipes it. */
char *mask_value(const char *value);

#endif
