/* SPDX-License-Identifier: MIT */
#include "rules/resident_id.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id_internal.h"

char resident_id_check_char(const char *digits)
{
	static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < ID_LENGTH - 1; i++)
		sum += (digits[i] - '0') * weights[i];
	return "10X98765432"[sum % 11];
}

bool resident_id_read(const char *number, struct resident_id *out)
{
	size_t digits = 0;

	while (digits < ID_LENGTH && number[digits] >= '0' && number[digits] <= '9')
		digits++;
	digits += digits == ID_LENGTH - 1 && number[digits] == 'X';
	if (digits < ID_LENGTH || number[digits] != '\0')
		return false;
	memcpy(out->region, number, 6);
	out->region[6] = '\0';
	out->birth.year = text_digits(number + 6, 4);
	out->birth.month = text_digits(number + 10, 2);
	out->birth.day = text_digits(number + 12, 2);
	out->male = text_digits(number + 16, 1) % 2 == 1;
	return true;
}

bool id_is_fullwidth_digit(uint32_t cp)
{
	return cp >= 0xFF10 && cp <= 0xFF19;
}

bool id_is_x_lookalike(uint32_t cp)
{
	static const uint32_t known[] = {
		0x00D7, 0x03A7, 0x03C7, 0x0425, 0x0445, 0x2169, 0x2179,
		0x2573, 0x2715, 0x2716, 0x2A2F, 0xFF38, 0xFF58,
	};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (known[i] == cp)
			return true;
	return false;
}

bool id_normalise(const struct characters *number, char out[ID_LENGTH + 1])
{
	if (number->count > ID_LENGTH)
		return false;
	for (size_t i = 0; i < number->count; i++) {
		uint32_t cp = number->cp[i];
		bool last = i + 1 == number->count;

		if (id_is_fullwidth_digit(cp))
			cp = text_narrow(cp);
		else if (last && (cp == 'x' || id_is_x_lookalike(cp)))
			cp = 'X';
		if (!(cp >= '0' && cp <= '9') && !(last && cp == 'X'))
			return false;
		out[i] = (char)cp;
	}
	out[number->count] = '\0';
	return true;
}

bool id_read_loosely(const char *number, char digits[ID_LENGTH + 1], struct resident_id *out)
{
	struct characters all = characters_read(number), bare = characters_bare(&all);
	bool read = id_normalise(&bare, digits) && resident_id_read(digits, out);

	characters_wipe(&all);
	characters_wipe(&bare);
	return read;
}

bool id_check_fits(const char *number)
{
	return number[ID_LENGTH - 1] == resident_id_check_char(number);
}

bool id_is_rounded(const char *number)
{
	return strcmp(number + ID_LENGTH_OLD, "000") == 0 && !id_check_fits(number);
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

bool id_is_scientific(const struct characters *number)
{
	size_t i;

	if (characters_at(number, 1) != '.' || !is_digit(number->cp[0]))
		return false;
	i = characters_run(number, 2, is_digit);
	if ((characters_at(number, i) | 0x20) != 'e')
		return false;
	i += characters_at(number, i + 1) == '+' ? 2 : 1;
	return i < number->count && characters_run(number, i, is_digit) == number->count;
}

char *resident_id_mask(const char *number)
{
	struct characters c = characters_read(number);
	char *mask = xmalloc(ID_LENGTH + 9);
	size_t n = 0;

	if (c.count > 0)
		n = text_encode(c.cp[0], mask);
	for (size_t i = 1; i + 1 < c.count && i <= ID_LENGTH; i++)
		mask[n++] = '*';
	if (c.count > 1)
		n += text_encode(c.cp[c.count - 1], mask + n);
	mask[n] = '\0';
	characters_wipe(&c);
	return mask;
}
