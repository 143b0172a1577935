/* SPDX-License-Identifier: MIT */
/* Which values are masked from whom: on a screen that others see, in a report for somebody. */
#ifndef MASK_H
#define MASK_H

#include <stdbool.h>

#include "wizard/wizard.h"

/* Whether a screen masks a value until it is asked for: what is personal on a projector,
 * elsewhere any other number than that of the student. needed: the student compares it there. */
bool mask_hides(const struct wizard *w, enum guide_compare compare, const char *value, bool needed);

/* Whether a report masks it, or the page of the result; and the value as it stands there, owned by
 * the caller, who wipes it. */
bool mask_hides_in(const struct wizard *w, enum guide_compare compare, const char *value,
		   enum report_form form);
char *mask_in(const struct wizard *w, enum guide_compare compare, const char *value,
	      enum report_form form);

/* Whether a text is masked even while it is typed: in a presentation, where others read it. With
 * the invented student's details names are shown, and a number that is the expected one but for a
 * slip. expected: "" if there is none. */
bool mask_hides_typed(const struct wizard *w, const char *text, const char *expected);

/* The value as others see it, owned by the caller, who wipes it. */
char *mask_value(const char *value);

#endif
