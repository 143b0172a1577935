/* SPDX-License-Identifier: MIT */
/* Of which document is a number? Permits and passports as the National Immigration Administration prints them,
 * identity cards of Hong Kong, Macau and Taiwan, officers' cards, 学籍号 of schools. */
#include "rules/document.h"

#include <string.h>

#include "rules/province.h"

enum { WORD_MAX = 4, FORM_MAX = 15, SCHOOL_NUMBER = 19 }; /* characters */
enum { MILITARY_WORD = 0x5B57 };

bool document_is_none(const struct characters *number)
{
	static const char *const words[] = { "无",   "暂无", "没有",     "未知",   "待补",
					     "空",   "缺",   "NULL",     "NONE",   "N/A",
					     "NA",   "NAN",  "#N/A",     "-",      "—",
					     "/",    "0",    "身份证号", "无证件", "未提供",
					     "同上", "丢失", "见附件",   "略",     "——" };

	for (size_t i = 0; i < sizeof words / sizeof *words && number->count <= WORD_MAX; i++)
		if (characters_are(number, words[i]))
			return true;
	return false;
}

bool document_has_form(const struct characters *number, const char *form)
{
	size_t len = strlen(form);

	if (number->count != len)
		return false;
	for (size_t i = 0; i < len; i++) {
		uint32_t cp = lower_case(number->cp[i]);
		bool fits = form[i] == 'A'   ? cp >= 'a' && cp <= 'z'
			    : form[i] == '9' ? cp >= '0' && cp <= '9'
					     : cp == (uint32_t)lower_case((unsigned char)form[i]);

		if (!fits)
			return false;
	}
	return true;
}

/* Eight digits that do not begin as a resident ID number does, and are no date of birth. */
static bool is_taiwan_permit(const struct characters *number)
{
	char digits[9] = "";

	if (!document_has_form(number, "99999999"))
		return false;
	for (size_t i = 0; i < 8; i++)
		digits[i] = (char)number->cp[i];
	if (strncmp(digits, "19", 2) == 0 || strncmp(digits, "20", 2) == 0)
		return false;
	return !province_known(digits) ||
	       (strcmp(digits + 6, "19") != 0 && strcmp(digits + 6, "20") != 0);
}

/* 南字第1234567号: a word, 字, perhaps 第, digits, perhaps 号. */
static bool is_military(const struct characters *number)
{
	enum { ORDINAL = 0x7B2C, NUMBER = 0x53F7, DIGITS_MIN = 4 };
	size_t at = characters_find(number, 1, number->count, MILITARY_WORD) + 1, end;

	at += characters_at(number, at) == ORDINAL;
	for (end = at; characters_at(number, end) >= '0' && characters_at(number, end) <= '9';)
		end++;
	return end >= at + DIGITS_MIN &&
	       end + (characters_at(number, end) == NUMBER) == number->count;
}

static const char *known_document(const struct characters *number)
{
	static const struct {
		const char *form, *document;
	} forms[] = {
		{ "H99999999", "港澳居民来往内地通行证" },
		{ "M99999999", "港澳居民来往内地通行证" },
		{ "H9999999999", "港澳居民来往内地通行证" },
		{ "M9999999999", "港澳居民来往内地通行证" },
		{ "0999999999", "台湾居民来往大陆通行证" },
		{ "9999999999(A)", "台湾居民来往大陆通行证" },
		{ "9999999999(9)", "台湾居民来往大陆通行证" },
		{ "A999999(9)", "香港身份证" },
		{ "A999999(A)", "香港身份证" },
		{ "AA999999(9)", "香港身份证" },
		{ "AA999999(A)", "香港身份证" },
		{ "9999999(9)", "澳门身份证" },
		{ "9/999999/9", "澳门身份证" },
		{ "A199999999", "台湾身份证" },
		{ "A299999999", "台湾身份证" },
		{ "A9999999", "护照" }, /* or, without its brackets, of 香港身份证 */
		{ "A99999999", "护照" },
		{ "AA999999", "护照" },
		{ "AA9999999", "护照" },
		{ "AA99999999", "护照" },
		{ "AAA999999", "护照" },
		{ "A9999999A", "护照" },
		{ "AAA999999999999", "外国人永久居留身份证" },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (document_has_form(number, forms[i].form))
			return forms[i].document;
	if (is_taiwan_permit(number))
		return "台湾居民来往大陆通行证";
	return is_military(number) ? "军官证" : NULL;
}

const char *document_of(const struct characters *number)
{
	struct characters narrow;
	const char *document;

	/* No form but an officer's card is longer. */
	if (number->count > FORM_MAX &&
	    characters_find(number, 0, number->count, MILITARY_WORD) == number->count)
		return NULL;
	narrow = characters_fold(number, character_narrow);
	document = known_document(&narrow);
	characters_wipe(&narrow);
	return document;
}

enum document_school_number document_school_number(const struct characters *number)
{
	struct characters narrow;
	bool whole;
	uint32_t letter;

	if (number->count != SCHOOL_NUMBER)
		return SCHOOL_NUMBER_NONE;
	narrow = characters_fold(number, character_narrow);
	whole = document_has_form(&narrow, "A999999999999999999") ||
		document_has_form(&narrow, "A99999999999999999X");
	letter = lower_case(characters_at(&narrow, 0));

	characters_wipe(&narrow);
	if (!whole || (letter != 'g' && letter != 'l'))
		return SCHOOL_NUMBER_NONE;
	return letter == 'g' ? SCHOOL_NUMBER_OF_RESIDENT : SCHOOL_NUMBER_OTHER;
}
