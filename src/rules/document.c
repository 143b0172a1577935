/* SPDX-License-Identifier: MIT */
/* Of which document is a number? Permits and passports as the National Immigration Administration prints them,
 * identity cards of Hong Kong and Macau. */
#include "rules/document.h"

#include <string.h>

enum { WORD_MAX = 4 }; /* characters */

bool document_is_none(const struct characters *number)
{
	static const char *const words[] = { "无",   "暂无", "没有", "未知", "待补", "空",
					     "缺",   "NULL", "NONE", "N/A",  "NA",   "NAN",
					     "#N/A", "-",    "—",    "/",    "0",    "身份证号" };

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

const char *document_of(const struct characters *number)
{
	static const struct {
		const char *form, *document;
	} forms[] = {
		{ "H99999999", "港澳居民来往内地通行证" },
		{ "M99999999", "港澳居民来往内地通行证" },
		{ "C99999999", "港澳居民来往内地通行证" },
		{ "H9999999999", "港澳居民来往内地通行证" },
		{ "M9999999999", "港澳居民来往内地通行证" },
		{ "A99999999", "护照" },
		{ "A9999999", "护照" },
		{ "AA9999999", "护照" },
		{ "AA99999999", "护照" },
		{ "A999999(9)", "香港身份证" },
		{ "A999999(A)", "香港身份证" },
		{ "AA999999(9)", "香港身份证" },
		{ "9999999(9)", "澳门身份证" },
		{ "AAA999999999999", "外国人永久居留身份证" },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		if (document_has_form(number, forms[i].form))
			return forms[i].document;
	return NULL;
}
