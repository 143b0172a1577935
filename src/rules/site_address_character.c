/* SPDX-License-Identifier: MIT */
#include "rules/site_address_internal.h"

#include <string.h>

#include "base/text.h"

enum { DAMAGED = 0xFFFD };

/* Letters of other scripts that are drawn as Latin ones, and what a browser takes for a dot. */
static const struct {
	uint32_t cp;
	char latin;
} lookalikes[] = {
	{ 0x0131, 'i' }, { 0x017F, 's' }, { 0x0251, 'a' }, { 0x0261, 'g' }, { 0x0391, 'a' },
	{ 0x0397, 'h' }, { 0x0399, 'i' }, { 0x039C, 'm' }, { 0x039D, 'n' }, { 0x039F, 'o' },
	{ 0x03B1, 'a' }, { 0x03B9, 'i' }, { 0x03BF, 'o' }, { 0x03C9, 'w' }, { 0x03F2, 'c' },
	{ 0x03F9, 'c' }, { 0x0405, 's' }, { 0x0406, 'i' }, { 0x0410, 'a' }, { 0x0415, 'e' },
	{ 0x041C, 'm' }, { 0x041D, 'h' }, { 0x041E, 'o' }, { 0x0421, 'c' }, { 0x0430, 'a' },
	{ 0x0435, 'e' }, { 0x043C, 'm' }, { 0x043E, 'o' }, { 0x043F, 'n' }, { 0x0440, 'p' },
	{ 0x0441, 'c' }, { 0x0443, 'y' }, { 0x0455, 's' }, { 0x0456, 'i' }, { 0x04BB, 'h' },
	{ 0x04CF, 'l' }, { 0x051D, 'w' }, { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x0585, 'o' },
	{ 0x1D04, 'c' }, { 0x1D0F, 'o' }, { 0x1D21, 'w' }, { 0x2024, '.' }, { 0x2170, 'i' },
	{ 0x217D, 'c' }, { 0x217F, 'm' }, { 0x3002, '.' }, { 0xFF61, '.' },
};

static uint32_t latin_for(uint32_t cp)
{
	for (size_t i = 0; i < sizeof lookalikes / sizeof *lookalikes; i++)
		if (lookalikes[i].cp == cp)
			return (unsigned char)lookalikes[i].latin;
	return text_narrow(cp);
}

uint32_t site_fold(const struct characters *c, size_t i)
{
	uint32_t cp = latin_for(c->cp[i]);

	return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
}

bool site_is_among(uint32_t cp, const char *set)
{
	return cp != 0 && cp < 0x80 && strchr(set, (int)cp) != NULL;
}

bool site_is_host_character(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || site_is_among(cp, "0123456789-.");
}

static bool is_foreign(uint32_t cp)
{
	return cp >= 0x80;
}

static bool is_damaged(uint32_t cp)
{
	return cp == DAMAGED;
}

static void add_foreign(const struct address *a, size_t i, struct findings *out)
{
	size_t place = a->given.place[i];
	char is[CHARACTER_NAME], real[CHARACTER_NAME];

	character_name(a->given.cp[i], is);
	if (is_foreign(a->plain.cp[i]))
		findings_add(out, FINDING_ADDRESS_CHARACTER, place,
			     "第 %zu 个字符是%s，学信网的网址里没有。"
			     "照浏览器地址栏重新抄，不要带上别的字。",
			     place, is);
	else
		findings_add(out, FINDING_ADDRESS_CHARACTER, place,
			     "第 %zu 个字符是%s，不是英文的%s。看着像，却是另一个字符，"
			     "当心仿冒。",
			     place, is, character_name(a->plain.cp[i], real));
}

void site_check_characters(const struct address *a, struct findings *out)
{
	/* The character that ends the host counts: it may be one that only looks like a slash. */
	size_t last = a->end < a->given.count ? a->end + 1 : a->end;
	size_t slash = 0;

	for (size_t i = 0, end; i < a->given.count; i = end + 1) {
		end = characters_run(&a->given, i, i < last ? is_foreign : is_damaged);
		if (end > i)
			add_foreign(a, i, out);
	}
	while (slash < a->given.count && a->given.cp[slash] != '\\')
		slash++;
	if (slash < a->given.count)
		findings_add(out, FINDING_ADDRESS_CHARACTER, a->given.place[slash],
			     "第 %zu 个字符是反斜杠“\\”，浏览器把它当成“/”。网址里只用“/”，"
			     "照地址栏重新抄。",
			     a->given.place[slash]);
}

bool site_check_host_characters(const struct address *a, size_t start, size_t end,
				struct findings *out)
{
	size_t i = start;
	char name[CHARACTER_NAME];

	while (i < end && site_is_host_character(a->plain.cp[i]))
		i++;
	if (i == end)
		return true;
	character_name(a->given.cp[i], name);
	if (a->given.cp[i] == '%')
		findings_add(out, FINDING_ADDRESS_CHARACTER, a->given.place[i],
			     "第 %zu 个字符是“%%”，网站的名字被编码盖住了。不要打开。",
			     a->given.place[i]);
	else if (!is_foreign(a->given.cp[i]))
		findings_add(out, FINDING_ADDRESS_CHARACTER, a->given.place[i],
			     "第 %zu 个字符是%s，网站的名字里不能有。照浏览器地址栏重新抄。",
			     a->given.place[i], name);
	return false;
}
