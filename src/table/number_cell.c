/* SPDX-License-Identifier: MIT */
#include "table/number_cell.h"

#include <string.h>

#include "rules/candidate_number.h"
#include "rules/resident_id.h"
#include "table/cell.h"

static struct slice trimmed(struct slice cell)
{
	while (cell.len > 0 && (cell.bytes[0] == ' ' || cell.bytes[0] == '\t')) {
		cell.bytes++;
		cell.len--;
	}
	while (cell.len > 0 &&
	       (cell.bytes[cell.len - 1] == ' ' || cell.bytes[cell.len - 1] == '\t'))
		cell.len--;
	return cell;
}

/* Whether nothing has to be removed around a number. Nearly all numbers begin and end with a digit,
 * or end with X. */
static bool is_bare(struct slice cell)
{
	return cell.len > 0 && cell.bytes[0] >= '0' && cell.bytes[0] <= '9' &&
	       cell.bytes[cell.len - 1] > ' ';
}

struct slice number_cell_bare(struct slice cell)
{
	if (is_bare(cell))
		return cell;
	cell = trimmed(cell);
	if (cell.len > 1 && cell.bytes[0] == '\'' && cell.bytes[cell.len - 1] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 2 };
	if (cell.len > 0 && cell.bytes[0] == '\'')
		return (struct slice){ cell.bytes + 1, cell.len - 1 };
	if (cell.len > 1 && cell.bytes[0] == '=' && cell.bytes[1] >= '0' && cell.bytes[1] <= '9')
		return (struct slice){ cell.bytes + 1, cell.len - 1 };
	if (cell.len >= 3 && memcmp(cell.bytes, "=\"", 2) == 0 && cell.bytes[cell.len - 1] == '"')
		return (struct slice){ cell.bytes + 2, cell.len - 3 };
	return cell;
}

struct number_blanks number_cell_blanks(struct slice cell)
{
	struct slice bare = is_bare(cell) ? cell : trimmed(cell);
	size_t start = (size_t)(bare.bytes - cell.bytes), end = cell.len - start - bare.len;

	if (number_cell_is_marked(cell))
		return (struct number_blanks){ KIND_MARKED, start + 1, bare.bytes[0],
					       bare.bytes[0] == bare.bytes[bare.len - 1] };
	if (bare.len == 0 || start + end == 0)
		return (struct number_blanks){ .kind = KIND_BLANK };
	if (start == 0)
		return (struct number_blanks){ KIND_BLANK_END, bare.len + 1, bare.bytes[bare.len],
					       false };
	return (struct number_blanks){ end > 0 ? KIND_BLANK_BOTH_ENDS : KIND_BLANK_START, 1,
				       cell.bytes[0], false };
}

bool number_cell_is_marked(struct slice cell)
{
	return !is_bare(cell) && number_cell_bare(cell).len < trimmed(cell).len;
}

bool number_cell_is_rounded(struct slice cell)
{
	enum { KEPT = 9 };
	struct slice s = number_cell_bare(cell);

	return s.len == CANDIDATE_DIGITS && cell_digits(s.bytes, KEPT) == KEPT &&
	       s.bytes[0] != '0' && memcmp(s.bytes + KEPT, "00000", CANDIDATE_DIGITS - KEPT) == 0;
}

bool number_cell_is_id(struct slice cell)
{
	struct slice s = number_cell_bare(cell);
	char number[ID_LENGTH + 1];
	struct resident_id id;
	bool is;

	if (s.len != ID_LENGTH)
		return s.len > 4 && memcmp(s.bytes + s.len - 4, "E+17", 4) == 0;
	memcpy(number, s.bytes, ID_LENGTH);
	number[ID_LENGTH] = '\0';
	if (number[ID_LENGTH - 1] == 'x')
		number[ID_LENGTH - 1] = 'X';
	is = resident_id_read(number, &id) && id.birth.month >= 1 && id.birth.month <= 12 &&
	     id.birth.day >= 1 && id.birth.day <= 31;
	explicit_bzero(number, sizeof number);
	return is;
}
