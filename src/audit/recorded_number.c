/* SPDX-License-Identifier: MIT */
#include "audit/recorded_number.h"

#include <ctype.h>
#include <string.h>

#include "rules/finding.h"
#include "rules/resident_id.h"
#include "table/cell.h"

enum { PART_MIN = 4 }; /* the fewest digits that count as part of a number */

void recorded_number_bare(const char *number, char out[RECORD_TEXT])
{
	size_t len;

	cell_number(number, out);
	len = strlen(out);
	if (strpbrk(number, "*#+") != NULL)
		*out = '\0';
	if (len == ID_LENGTH + 1 && isalpha((unsigned char)out[0]))
		memmove(out, out + 1, len--);
	for (size_t i = 0; i < len && len == ID_LENGTH; i++)
		out[i] = out[i] == 'O' ? '0' : out[i] == 'I' || out[i] == 'L' ? '1' : out[i];
}

bool recorded_number_is_resident(const char *number)
{
	char bare[RECORD_TEXT];
	struct resident_id ignored;
	bool is;

	recorded_number_bare(number, bare);
	is = resident_id_read(bare, &ignored);
	explicit_bzero(bare, sizeof bare);
	return is;
}

bool recorded_number_is_whole(const char *number)
{
	char bare[RECORD_TEXT];
	bool is = recorded_number_is_resident(number);

	recorded_number_bare(number, bare);
	is = is && !id_is_rounded(bare);
	explicit_bzero(bare, sizeof bare);
	return is;
}

bool recorded_number_is_valid(const char *number)
{
	char bare[RECORD_TEXT];
	bool is;

	recorded_number_bare(number, bare);
	is = id_is_valid(bare);
	explicit_bzero(bare, sizeof bare);
	return is;
}

bool recorded_number_may_be_ruined(const char *number)
{
	size_t len = strlen(number);

	return len > 3 && strcmp(number + len - 3, "000") == 0 &&
	       recorded_number_is_resident(number);
}

bool recorded_number_is_ruined(const char *number)
{
	size_t len = strlen(number);
	struct findings of_number;
	bool ruined;

	if (cell_digits(number, len) >= ID_LENGTH - 1)
		return recorded_number_may_be_ruined(number) && !recorded_number_is_whole(number);
	of_number.count = 0;
	resident_id_check(number, (struct date){ 0 }, &of_number);
	ruined = findings_has_kind(&of_number, KIND_SCIENTIFIC) ||
		 findings_has_kind(&of_number, KIND_ID_HASHES);
	explicit_bzero(of_number.items, of_number.count * sizeof *of_number.items);
	return ruined;
}

bool recorded_number_is_lost(const char *number)
{
	return cell_digits(number, strlen(number)) + id_text_ends_in_x(number) < PART_MIN;
}

bool recorded_number_is_unreadable(const char *number)
{
	return recorded_number_is_lost(number) || strchr(number, '*') != NULL ||
	       recorded_number_is_ruined(number);
}

bool recorded_number_is_part(const char *number)
{
	return recorded_number_is_resident(number) || strpbrk(number, "*+") != NULL;
}
