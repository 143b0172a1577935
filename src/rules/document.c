/* SPDX-License-Identifier: MIT */
/* Which document does a number come from? Permits and passports as the National Immigration
 * Administration prints them, identity cards of Hong Kong, Macau and Taiwan, officers' cards,
 * 学籍号 of schools. */
#include "rules/document.h"

#include <string.h>
#include <wchar.h>

#include "base/date.h"
#include "base/text.h"
#include "rules/province.h"

enum { FORM_MAX = 15, SCHOOL_NUMBER = 19, ID_DIGITS = 18 }; /* characters */
enum { MILITARY_WORD = 0x5B57 };

static bool is_zero(uint32_t cp)
{
	return cp == '0';
}

/* True for a remark why there is no number: 未带证件, 护照办理中. */
static bool says_why(const struct characters *number)
{
	static const character_word behind[] = { U"办理中", U"补办中", U"补办", U"丢失", U"遗失" };
	struct characters end;
	bool found = false;

	if (number->count < 2 || !characters_all(number, text_is_ideograph))
		return false;
	if (wcschr(L"未待没忘暂", (wchar_t)number->cp[0]) != NULL)
		return true;
	for (size_t length = 2; length <= 3 && length <= number->count && !found; length++) {
		end = characters_part(number, number->count - length, length);
		found = characters_one_of(&end, behind, sizeof behind / sizeof *behind);
	}
	return found;
}

bool document_is_none(const struct characters *number)
{
	enum { ZEROS_MIN = 6 }; /* some fill the cell with zeros */
	static const character_word words[] = {
		U"略",       U"同上",   U"同左", U"无证件",   U"无身份证", U"见附件",
		U"身份证号", U"见备注", U"保密", U"证件号码", U"查无",     U"查不到",
	};

	return characters_are_nothing(number) || characters_are_marks(number) || says_why(number) ||
	       (number->count >= ZEROS_MIN && characters_all(number, is_zero)) ||
	       characters_one_of(number, words, sizeof words / sizeof *words);
}

static bool matches(char pattern, uint32_t cp)
{
	if (pattern == 'A')
		return is_ascii_letter(cp);
	if (pattern == '9')
		return is_ascii_digit(cp);
	return lower_case(cp) == lower_case((unsigned char)pattern);
}

/* True if the number matches the pattern: A is a letter, 9 a digit, any other character itself;
 * case is ignored. */
static bool has_pattern(const struct characters *number, const char *pattern)
{
	size_t i = 0;

	if (!matches(*pattern, characters_at(number, 0)) || strlen(pattern) != number->count)
		return false;
	while (i < number->count && matches(pattern[i], number->cp[i]))
		i++;
	return i == number->count;
}

/* True for eight digits, ten on old cards, unless they are a date of birth or begin like a
 * resident ID number. */
static bool is_taiwan_permit(const struct characters *number)
{
	char digits[9] = "";

	if (!has_pattern(number, "99999999") && !has_pattern(number, "9999999999"))
		return false;
	for (size_t i = 0; i < 8; i++)
		digits[i] = (char)number->cp[i];
	if (strncmp(digits, "19", 2) == 0 || strncmp(digits, "20", 2) == 0)
		return false;
	return !province_known(digits) ||
	       (strcmp(digits + 6, "19") != 0 && strcmp(digits + 6, "20") != 0);
}

/* True for 军字第2001988号, 士字第P011816X号: a word, 字, optionally 第, at least four letters or
 * digits, optionally 号. */
static bool is_military(const struct characters *number)
{
	enum { ORDINAL = 0x7B2C, NUMBER = 0x53F7, LEAST = 4 };
	size_t at = characters_find(number, 1, MILITARY_WORD) + 1, end;

	at += characters_at(number, at) == ORDINAL;
	for (end = at; is_ascii_digit(characters_at(number, end)) ||
		       is_ascii_letter(characters_at(number, end));)
		end++;
	return end >= at + LEAST && end + (characters_at(number, end) == NUMBER) == number->count;
}

/* True for a Hong Kong number like A123456 with its check character, without brackets. The letter
 * (1 to 26) and the digits, weighted 8 to 2, plus the check character (A: 10) are a multiple of
 * 11. */
static bool is_hong_kong(const struct characters *number)
{
	uint32_t last = characters_at(number, 7), sum;

	if (!has_pattern(number, "A9999999") && !has_pattern(number, "A999999A"))
		return false;
	sum = (lower_case(number->cp[0]) - 'a' + 1) * 8;
	for (uint32_t i = 1; i < 7; i++)
		sum += (number->cp[i] - '0') * (8 - i);
	sum += is_ascii_digit(last) ? last - '0' : lower_case(last) - 'a' + 10;
	return sum % 11 == 0 && (is_ascii_digit(last) || lower_case(last) == 'a');
}

/* True for letters and digits in the numbers that most countries' passports have. */
static bool is_passport(const struct characters *number)
{
	enum { LEAST = 7, MOST = 10, DIGITS = 5, LETTERS = 3 };
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < number->count; i++) {
		digits += is_ascii_digit(number->cp[i]);
		letters += is_ascii_letter(number->cp[i]);
	}
	return letters > 0 && letters <= LETTERS && digits >= DIGITS &&
	       letters + digits == number->count && number->count >= LEAST && number->count <= MOST;
}

static const char *known_document(const struct characters *number)
{
	static const struct {
		const char *pattern, *document;
	} patterns[] = {
		{ "H99999999", "港澳居民来往内地通行证" },
		{ "M99999999", "港澳居民来往内地通行证" },
		{ "H-99999999", "港澳居民来往内地通行证" },
		{ "M-99999999", "港澳居民来往内地通行证" },
		{ "A-99999999", "护照" },
		{ "H9999999999", "港澳居民来往内地通行证" },
		{ "M9999999999", "港澳居民来往内地通行证" },
		{ "99999999(A)", "台湾居民来往大陆通行证" },
		{ "9999999999A", "台湾居民来往大陆通行证" },
		{ "9999999999(A)", "台湾居民来往大陆通行证" },
		{ "9999999999(9)", "台湾居民来往大陆通行证" },
		{ "A999999(9)", "香港身份证" },
		{ "A999999(A)", "香港身份证" },
		{ "A999999[9]", "香港身份证" },
		{ "A999999[A]", "香港身份证" },
		{ "A999999-9", "香港身份证" },
		{ "A999999-A", "香港身份证" },
		{ "AA999999(9)", "香港身份证" },
		{ "AA999999(A)", "香港身份证" },
		{ "1999999(9)", "澳门身份证" },
		{ "5999999(9)", "澳门身份证" },
		{ "7999999(9)", "澳门身份证" },
		{ "1/999999/9", "澳门身份证" },
		{ "5/999999/9", "澳门身份证" },
		{ "7/999999/9", "澳门身份证" },
		{ "A199999999", "台湾身份证" },
		{ "A299999999", "台湾身份证" },
		{ "AAA999999999999", "外国人永久居留身份证" },
	};

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		if (has_pattern(number, patterns[i].pattern))
			return patterns[i].document;
	if (is_taiwan_permit(number))
		return number->count == 8 && strchr("157", (int)number->cp[0]) != NULL
			       ? "台湾居民来往大陆通行证或澳门身份证"
			       : "台湾居民来往大陆通行证";
	if (is_hong_kong(number))
		return "香港身份证";
	if (is_passport(number))
		return has_pattern(number, "A9999999") ? "护照或香港身份证" : "护照";
	return is_military(number) ? "军官证" : NULL;
}

/* True for the number of a bank card, ISO/IEC 7812: every second digit from the right counts twice.
 * The first is 3 to 6. */
static bool is_bank_card(const char *digits, size_t count)
{
	unsigned sum = 0;

	for (size_t i = 0; i < count; i++) {
		unsigned digit = (unsigned)(digits[count - 1 - i] - '0') << (i % 2);

		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum % 10 == 0 && strchr("3456", digits[0]) != NULL;
}

/* True if 19 or 20 and a month stand where a resident ID number has the year and the month of
 * birth. */
static bool has_birth(const char *digits)
{
	int month = text_digits(digits + 10, 2);

	return (strncmp(digits + 6, "19", 2) == 0 || strncmp(digits + 6, "20", 2) == 0) &&
	       (strlen(digits) < 12 || (month >= 1 && month <= 12));
}

static const char *other_number(const char *digits, size_t count)
{
	enum { YEAR_MIN = 1950, YEAR_MAX = 2014 }; /* plausible years of birth */
	struct date day = { text_digits(digits, 4), text_digits(digits + 4, 2),
			    text_digits(digits + 6, 2) };
	size_t country = strncmp(digits, "86", 2) == 0     ? 2
			 : strncmp(digits, "0086", 4) == 0 ? 4
							   : 0;

	if (count == 11 + country && digits[country] == '1' && digits[country + 1] >= '3' &&
	    (country > 0 || !has_birth(digits)))
		return "手机号";
	if (digits[0] == '0' && digits[1] != '0' && (count == 11 || count == 12))
		return "电话号码";
	if (count == 8 && day.year >= YEAR_MIN && day.year <= YEAR_MAX && date_valid(day))
		return "出生日期";
	if (count == 14 && province_known(digits + 2) && !has_birth(digits))
		return "考生号";
	if (strncmp(digits, "20", 2) == 0 && count >= 8 && count <= 14)
		return "学号";
	if (count >= 16 && count <= 19 && count != ID_DIGITS && !has_birth(digits) &&
	    is_bank_card(digits, count))
		return "银行卡号";
	return NULL;
}

const char *document_other_number(const struct characters *number)
{
	enum { MOST = 19 };
	char digits[MOST + 1] = "";
	const char *other = NULL;
	size_t count = 0;

	for (size_t i = 0; i < number->count; i++) {
		uint32_t cp = text_narrow(number->cp[i]);

		if (is_ascii_digit(cp) && count < MOST)
			digits[count++] = (char)cp;
		else if (!text_is_ideograph(cp) &&
			 (cp >= 0x80 || strchr("-+()/. :", (int)cp) == NULL))
			return NULL;
	}
	if (count >= 8)
		other = other_number(digits, count);
	explicit_bzero(digits, sizeof digits);
	return other;
}

const char *document_of(const struct characters *number)
{
	enum { PERMIT_MAX = 10 }; /* characters of the longest permit that has only digits */
	struct characters narrow;
	const char *document;

	/* Only the number of an officer's card is longer than FORM_MAX. */
	if (number->count > FORM_MAX && characters_find(number, 0, MILITARY_WORD) == number->count)
		return NULL;
	if (number->count > PERMIT_MAX && characters_all(number, is_digit))
		return NULL;
	narrow = characters_fold(number, character_narrow);
	document = known_document(&narrow);
	characters_wipe(&narrow);
	return document;
}

enum document_school_number document_school_number(const struct characters *number)
{
	struct characters narrow;
	bool of_resident, other;

	if (number->count != SCHOOL_NUMBER || is_digit(number->cp[0]))
		return SCHOOL_NUMBER_NONE;
	narrow = characters_fold(number, character_narrow);
	of_resident = has_pattern(&narrow, "G999999999999999999") ||
		      has_pattern(&narrow, "G99999999999999999X");
	other = has_pattern(&narrow, "L999999999999999999") ||
		has_pattern(&narrow, "L99999999999999999X");
	characters_wipe(&narrow);
	return of_resident ? SCHOOL_NUMBER_OF_RESIDENT
	       : other     ? SCHOOL_NUMBER_OTHER
			   : SCHOOL_NUMBER_NONE;
}
