/* SPDX-License-Identifier: MIT */
#include "rules/resident_id_other.h"

#include <string.h>
#include <wchar.h>

#include "base/text.h"
#include "rules/document.h"

bool id_is_x_lookalike(uint32_t cp)
{
	return cp != 0 &&
	       wcschr(L"×\u03A7\u03C7\u0425\u0445\u2169\u2179╳✕✖\u2A2FＸｘ", (wchar_t)cp) != NULL;
}

bool id_is_x(uint32_t cp)
{
	return cp == 'x' || cp == 'X' || id_is_x_lookalike(cp);
}

bool id_ends_in_x(const struct characters *number)
{
	size_t last = number->count - 1;

	return number->count > 1 && id_is_x(number->cp[last]) && is_digit(number->cp[last - 1]);
}

bool id_text_ends_in_x(const char *number)
{
	size_t len = strlen(number);

	return len > 1 && (number[len - 1] | 0x20) == 'x' &&
	       is_ascii_digit((unsigned char)number[len - 2]);
}

bool id_is_scientific(const struct characters *number)
{
	bool point = text_narrow(characters_at(number, 1)) == '.', plus;
	size_t i = point ? characters_run(number, 2, is_digit) : 1;

	if (!is_digit(characters_at(number, 0)) ||
	    (text_narrow(characters_at(number, i)) | 0x20) != 'e')
		return false;
	plus = text_narrow(characters_at(number, i + 1)) == '+';
	i += plus ? 2 : 1;
	return (point || plus) && i < number->count &&
	       characters_run(number, i, is_digit) == number->count;
}

/* True for a number of which digits are hidden by at least four X, two stars, three of another mark
 * in a row, or an ellipsis. */
static bool is_masked(const struct characters *number)
{
	enum { EXES_MIN = 4, STARS_MIN = 2, MARKS_MIN = 3, ELLIPSIS = 0x2026 };
	size_t digits = 0, exes = 0, marks = 0, run = 0, last = number->count - 1;
	uint32_t mark = 0;

	for (size_t i = 0; i <= last; i++) {
		uint32_t cp = number->cp[i];

		if (is_digit(cp)) {
			digits++;
			continue;
		}
		if (id_is_x(cp)) {
			exes++;
			continue;
		}
		if (is_ascii_letter(cp) || text_is_ideograph(cp) || (marks > 0 && cp != mark))
			return false;
		mark = cp;
		marks++;
		run = i > 0 && number->cp[i - 1] == cp ? run + 1 : 1;
	}
	if (marks == 0)
		return exes >= EXES_MIN && digits > 0 && digits < ID_LENGTH_OLD;
	if (digits + exes >= ID_LENGTH || exes > 1 || (exes == 1 && !id_is_x(number->cp[last])))
		return false;
	return text_narrow(mark) == '*' ? marks >= STARS_MIN
					: digits > 0 && digits <= ID_LENGTH_OLD &&
						  (run >= MARKS_MIN || mark == ELLIPSIS);
}

static bool is_hash(uint32_t cp)
{
	return cp == '#';
}

size_t id_before_point(const struct characters *number)
{
	size_t end = number->count;

	while (end > 0 && number->cp[end - 1] == '0')
		end--;
	return end > 0 && end < number->count && number->cp[end - 1] == '.' ? end - 1
									    : number->count;
}

bool id_is_whole(const struct characters *number)
{
	size_t digits = characters_run(number, 0, is_digit);

	return number->count == ID_LENGTH &&
	       (digits == ID_LENGTH || (digits == ID_LENGTH - 1 && id_is_x(number->cp[digits])));
}

/* True for ideographs and interpuncts, which a name or another column holds. */
static bool is_of_text(uint32_t cp)
{
	return text_is_ideograph(cp) || cp == U'·' || cp == U'•';
}

bool id_is_none(enum finding_kind kind)
{
	return kind == KIND_NO_DIGITS || kind == KIND_ID_IS_TEXT || kind == KIND_OTHER_NUMBER ||
	       kind == KIND_TWO_NUMBERS || kind == KIND_NUMBERS_TOO;
}

/* Reports an escape of a spreadsheet: 1100…_x000D_. *rest: what is before it. */
static bool check_escape(const struct characters *number, struct characters *rest,
			 struct findings *out)
{
	struct characters escape = characters_escape(number);

	if (escape.count == 0)
		return false;
	characters_report(escape, FINDING_ID_CHARACTER, KIND_ESCAPE, out);
	*rest = characters_part(number, 0, (size_t)(escape.cp - number->cp));
	return true;
}

bool id_check_other(const struct characters *number, struct characters *rest, struct findings *out)
{
	enum { NUMBERS_LEAST = ID_LENGTH + 6 }; /* digits of an ID number and of another number */
	enum { SIGNS_MIN = 3 };                 /* ### of a column that is too narrow */
	struct characters head = characters_part(number, 0, id_before_point(number));
	enum document_school_number school;
	const char *document;
	size_t digits;
	bool figure = number->count > 0 && number->cp[0] >= '1' && number->cp[0] <= '9';

	*rest = (struct characters){ 0 };
	/* no error and no word for "no value" begins with 1 to 9 */
	if (!figure && characters_are_formula_error(number)) {
		findings_add(out, FINDING_ID_EMPTY, KIND_FORMULA_ERROR, 0, 0);
	} else if (!figure && characters_are_formula(number)) {
		findings_add(out, FINDING_ID_EMPTY, KIND_FORMULA, 0, 0);
	} else if (number->count == 0 || (!figure && document_is_none(number))) {
		findings_add(out, FINDING_ID_EMPTY,
			     number->count == 0 ? KIND_ID_EMPTY : KIND_ID_NONE, 0, 0);
	} else if (is_masked(number)) {
		findings_add(out, FINDING_ID_MASKED, KIND_ID_MASKED, 0, 0);
	} else if (number->count >= SIGNS_MIN && characters_all(number, is_hash)) {
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_ID_HASHES, 0, 0);
	} else if ((school = document_school_number(number)) == SCHOOL_NUMBER_OF_RESIDENT) {
		characters_report(characters_part(number, 0, 1), FINDING_ID_OTHER_DOCUMENT,
				  KIND_SCHOOL_NUMBER, out);
		*rest = characters_part(number, 1, number->count - 1);
	} else if (school == SCHOOL_NUMBER_OTHER) {
		characters_report(characters_part(number, 0, 1), FINDING_ID_OTHER_DOCUMENT,
				  KIND_SCHOOL_NUMBER_OTHER, out);
	} else if (number->count < ID_LENGTH_OLD && characters_all(number, is_of_text)) {
		findings_add(out, FINDING_ID_CHARACTER, KIND_ID_IS_TEXT, number->place[0],
			     number->count);
	} else if ((digits = characters_count(number, is_digit)) == 0) {
		findings_add(out, FINDING_ID_CHARACTER, KIND_NO_DIGITS, 0, 0);
	} else if (digits >= NUMBERS_LEAST) {
		findings_add(out, FINDING_ID_LENGTH,
			     digits >= 2 * ID_LENGTH_OLD ? KIND_TWO_NUMBERS : KIND_NUMBERS_TOO, 0,
			     0);
	} else if ((document = document_of(number)) != NULL) {
		finding_quote(document, findings_add(out, FINDING_ID_OTHER_DOCUMENT,
						     KIND_OTHER_DOCUMENT, 0, 0)
						->should);
	} else if ((document = document_other_number(number)) != NULL) {
		findings_add(out, FINDING_ID_LENGTH, KIND_OTHER_NUMBER, 0, 0)->label = document;
	} else if (head.count < number->count && id_is_whole(&head)) {
		characters_report(characters_part(number, ID_LENGTH, number->count),
				  FINDING_ID_CHARACTER, KIND_POINT_ZERO, out);
		*rest = characters_part(number, 0, ID_LENGTH);
	} else if (id_is_scientific(number)) {
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_SCIENTIFIC, 0, 0);
	} else {
		return check_escape(number, rest, out);
	}
	return true;
}
