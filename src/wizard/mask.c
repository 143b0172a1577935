/* SPDX-License-Identifier: MIT */
#include "wizard/mask.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/mask.h"

/* True if a value is masked from others: a name, an ID number, a date of birth, or any text that
 * holds a number. */
static bool is_personal(enum guide_compare compare, const char *value)
{
	return compare == GUIDE_COMPARE_NAME || compare == GUIDE_COMPARE_ID_NUMBER ||
	       compare == GUIDE_COMPARE_BIRTH_DATE || text_holds_number(value);
}

/* True if a text has 17 digits or more, which only the number of a document has. */
static bool is_long_number(const char *value)
{
	enum { DIGITS = 17 };
	size_t digits = 0;
	uint32_t cp;

	while (text_next(&value, &cp))
		digits += text_narrow(cp) >= '0' && text_narrow(cp) <= '9';
	return digits >= DIGITS;
}

/* The same for a reader who may see names, but no other number than the student number. */
static bool is_secret(enum guide_compare compare, const char *value)
{
	if (compare == GUIDE_COMPARE_STUDENT_NUMBER || compare == GUIDE_COMPARE_BIRTH_DATE)
		return is_long_number(value);
	return compare == GUIDE_COMPARE_ID_NUMBER || text_holds_number(value);
}

bool mask_hides(const struct wizard *w, enum guide_compare compare, const char *value, bool needed)
{
	return !w->verify.revealed && ((is_personal(compare, value) &&
					mask_hides_typed(w, value, wizard_expected(w, compare))) ||
				       (!needed && is_secret(compare, value)));
}

bool mask_hides_in(const struct wizard *w, enum guide_compare compare, const char *value,
		   enum report_form form)
{
	if (form == REPORT_ON_SCREEN)
		return mask_hides(w, compare, value, false);
	if (form == REPORT_FOR_COUNSELLOR)
		return is_secret(compare, value);
	return form != REPORT_IN_FULL && is_personal(compare, value);
}

/* Chooses the mask by the text, not by its field: a number may be typed for a name or a name for a
 * number, and the mask of a number would hide nothing of a short name. */
char *mask_value(const char *value)
{
	const char *next = value;
	bool digits = false, words = false;
	uint32_t cp;

	while (text_next(&next, &cp)) {
		words = words || text_is_ideograph(cp);
		cp = text_narrow(cp);
		digits = digits || (cp >= '0' && cp <= '9');
	}
	return mask_text(digits && !words ? mask_number(value) : mask_name(value));
}

char *mask_in(const struct wizard *w, enum guide_compare compare, const char *value,
	      enum report_form form)
{
	return mask_hides_in(w, compare, value, form) ? mask_value(value) : xstrdup(value);
}

/* True if a text differs from the start of another in at most two characters; blanks in text are
 * ignored. */
static bool is_nearly(const char *text, const char *expected)
{
	enum { SLIPS = 2 };
	size_t slips = 0;
	uint32_t cp, other;

	while (text_next(&text, &cp))
		if (!text_is_blank(cp))
			slips += !text_next(&expected, &other) || text_narrow(cp) != other;
	return slips <= SLIPS;
}

bool mask_hides_typed(const struct wizard *w, const char *text, const char *expected)
{
	bool shown = wizard_uses_sample(w) && *expected != '\0' &&
		     (!text_holds_number(text) || is_nearly(text, expected));

	return w->presentation && !shown;
}
