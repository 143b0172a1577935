/* SPDX-License-Identifier: MIT */
/* Is this a candidate number of the gaokao? 14 digits: two of the year, two of the province
 * (GB/T 2260), ten more. */
#include "rules/candidate_number.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "rules/province.h"
#include "rules/resident_id_other.h"

static bool is_digits(const char *s)
{
	for (size_t i = 0; i < CANDIDATE_DIGITS; i++)
		if (s[i] < '0' || s[i] > '9')
			return false;
	return true;
}

/* True if the last seven digits are zeros, as when 2.63201E+13 is written out. */
static bool is_rounded(const char *number)
{
	return memcmp(number + CANDIDATE_DIGITS - 7, "0000000", 7) == 0;
}

bool candidate_number_valid(const char *number)
{
	return is_digits(number) && province_known(number + 2) && !is_rounded(number);
}

/* True for a number with all its digits to which separators or .0 were added: 26,110,000,010,001 or
 * 26110000010001.0. *blanks: only blanks were added. */
static bool is_formatted(const char *number, bool *blanks)
{
	size_t digits = 0, others = 0;

	*blanks = true;
	for (; *number != '\0'; number++) {
		if (digits == CANDIDATE_DIGITS && *number == '.' &&
		    strspn(number + 1, "0") == strlen(number + 1)) {
			*blanks = false;
			return true;
		}
		if (*number >= '0' && *number <= '9')
			digits++;
		else if (strchr(",- \t\r\n", *number) != NULL)
			others++;
		else
			return false;
		*blanks = *blanks && *number != ',' && *number != '-';
	}
	return digits == CANDIDATE_DIGITS && others > 0;
}

static bool is_mask(uint32_t cp)
{
	return text_narrow(cp) == '*' || cp == 'X' || cp == 'x' || cp == 0xD7;
}

/* True for digits of which two or more are hidden. */
static bool is_masked(const struct characters *bare)
{
	size_t marks = characters_count(bare, is_mask);

	return marks > 1 && marks + characters_count(bare, is_ascii_digit) == bare->count;
}

static bool is_no_part(uint32_t cp)
{
	return !is_ascii_digit(cp) && !is_like_digit(cp) && !text_is_fullwidth(cp);
}

static bool is_no_digit(uint32_t cp)
{
	return !is_digit(cp);
}

/* Reports a value that is no candidate number: one that a spreadsheet changed, two numbers, a
 * masked one, an ID number. Returns true if it is. */
static bool check_other(const char *number, const struct characters *bare, struct findings *out)
{
	bool blanks;

	if (id_is_scientific(bare))
		findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_SCIENTIFIC, 0, 0);
	else if (characters_are_formula_error(bare))
		findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_FORMULA_ERROR, 0, 0);
	else if (characters_are_formula(bare))
		findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_FORMULA, 0, 0);
	else if (bare->count > 0 && number[strspn(number, "#")] == '\0')
		findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_CANDIDATE_HASHES, 0, 0);
	else if (is_formatted(number, &blanks) && !blanks)
		findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_CANDIDATE_FORMATTED, 0, 0);
	else if (characters_count(bare, is_ascii_digit) == (size_t)2 * CANDIDATE_DIGITS)
		findings_add(out, FINDING_CANDIDATE_CHARACTER, KIND_CANDIDATES_TWO, 0, 0);
	else if (is_masked(bare))
		findings_add(out, FINDING_CANDIDATE_MASKED, KIND_CANDIDATE_MASKED, 0, 0);
	else if (id_is_whole(bare))
		findings_add(out, FINDING_CANDIDATE_CHARACTER, KIND_CANDIDATE_IS_ID, 0, 0);
	else
		return false;
	return true;
}

static void check_characters(const struct characters *bare, struct findings *out)
{
	characters_report_runs(bare, text_is_fullwidth, FINDING_CANDIDATE_CHARACTER, KIND_FULLWIDTH,
			       out);
	characters_report_runs(bare, is_like_digit, FINDING_CANDIDATE_CHARACTER,
			       KIND_CANDIDATE_NOT_DIGIT, out);
	characters_report_runs(bare, is_no_part, FINDING_CANDIDATE, KIND_CANDIDATE_NOT_DIGIT, out);
}

void candidate_number_check(const char *number, struct findings *out)
{
	struct characters all, bare;

	if (strlen(number) == CANDIDATE_DIGITS && is_digits(number)) {
		if (is_rounded(number))
			findings_add(out, FINDING_CANDIDATE_SPREADSHEET, KIND_ROUNDED, 0, 0);
		else if (!province_known(number + 2))
			findings_add(out, FINDING_CANDIDATE, KIND_CANDIDATE_PROVINCE, 3, 2);
		return;
	}
	all = characters_read(number);
	bare = characters_bare(&all);
	if (bare.count > 0 && !check_other(number, &bare, out)) {
		characters_report_unseen(&all, FINDING_CANDIDATE_CHARACTER,
					 FINDING_CANDIDATE_CHARACTER, out);
		findings_merge(out);
		if (bare.count == CANDIDATE_DIGITS)
			check_characters(&bare, out);
		else if (characters_count(&bare, is_digit) == CANDIDATE_DIGITS)
			characters_report_runs(&bare, is_no_digit, FINDING_CANDIDATE_CHARACTER,
					       KIND_CANDIDATE_EXTRA, out);
		else
			findings_add(out, FINDING_CANDIDATE, KIND_CANDIDATE_LENGTH, 0, bare.count)
				->other = CANDIDATE_DIGITS;
	}
	characters_wipe(&all);
	characters_wipe(&bare);
}

bool candidate_number_read(const char *cell, char out[CANDIDATE_NUMBER_MAX])
{
	struct characters all = characters_read(cell);
	struct characters seen = characters_fold(&all, character_drop_invisible);
	struct characters number = characters_trim(&seen, text_is_blank);
	size_t used = 0;

	if (number.count < CANDIDATE_NUMBER_MAX && characters_all(&number, is_digit))
		for (; used < number.count; used++)
			out[used] = (char)text_narrow(number.cp[used]);
	out[used] = '\0';
	characters_wipe(&all);
	characters_wipe(&seen);
	return used > 0;
}

bool candidate_number_read_formatted(const char *cell, char out[CANDIDATE_NUMBER_MAX])
{
	bool blanks, formatted = is_formatted(cell, &blanks);
	size_t used = 0;

	for (const char *p = cell; formatted && used < CANDIDATE_DIGITS; p++)
		if (*p >= '0' && *p <= '9')
			out[used++] = *p;
	out[used] = '\0';
	return used > 0;
}

bool candidate_number_ruined(const char *cell)
{
	struct findings found;

	found.count = 0;
	candidate_number_check(cell, &found);
	return findings_has(&found, FINDING_CANDIDATE_SPREADSHEET) &&
	       found.items[0].kind != KIND_CANDIDATE_FORMATTED;
}

void candidate_number_check_entered(const char *entered, struct findings *out)
{
	char digits[CANDIDATE_NUMBER_MAX] = "";

	if (*entered == '\0')
		findings_add(out, FINDING_CANDIDATE_EMPTY, KIND_CANDIDATE_EMPTY, 0, 0);
	else if (candidate_number_read(entered, digits))
		candidate_number_check(digits, out);
	else
		candidate_number_check(entered, out);
	if (*entered != '\0' && digits[0] == '\0' && !findings_any(out, SEVERITY_WARNING))
		findings_add(out, FINDING_CANDIDATE_CHARACTER, KIND_CANDIDATE_CHARACTER, 0, 0);
	explicit_bzero(digits, sizeof digits);
}

uint64_t candidate_number_key(const char *number)
{
	uint64_t key = 0;

	for (int i = 0; i < CANDIDATE_DIGITS; i++)
		key = key * 10 + (uint64_t)(number[i] - '0');
	return key;
}
