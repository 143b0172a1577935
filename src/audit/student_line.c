/* SPDX-License-Identifier: MIT */
#include "audit/student_line.h"

#include <stdint.h>
#include <string.h>

#include "audit/packed.h"
#include "audit/remark.h"
#include "base/text.h"
#include "rules/mask.h"

enum {
	NAME = 12,              /* columns of a name, padded */
	RESIDENT_ID_DIGITS = 15 /* of the old ID numbers, the shortest */
};

/* Skips the blanks at the start of a name, and a row number: 3. 李明. */
static const char *skip_serial(const char *s)
{
	const char *after;
	size_t len, step;
	uint32_t cp;

	/* Fast path: most names begin with an ideograph, whose first byte is above that of every
	 * blank. */
	if ((unsigned char)*s >= 0xE4)
		return s;
	len = strlen(s);
	while ((step = text_decode(s, len, &cp)) > 0 && text_is_blank(cp)) {
		s += step;
		len -= step;
	}
	after = s + strspn(s, "0123456789.,:() -");
	if (strncmp(after, "、", strlen("、")) == 0)
		after += strlen("、");
	return (unsigned char)*after >= 0xE4 && (unsigned char)*after <= 0xE9 ? after : s;
}

static char *pack_mask(char *to, struct mask mask)
{
	if (mask.first != 0)
		to = packed_character(to, mask.first);
	to = packed_run(to, '*', mask.stars);
	return mask.last != 0 ? packed_character(to, mask.last) : to;
}

/* Packs a name, masked; not a remark in its place. */
static char *pack_name(char *to, const char *name)
{
	return remark_is(name) ? packed_clean(to, name) : pack_mask(to, mask_name(name));
}

static bool is_no_ideograph(uint32_t cp)
{
	return !text_is_ideograph(cp);
}

/* Packs a number, masked. Its cell may hold a name, if the columns are exchanged. */
static char *pack_number(char *to, const struct audit_row *row)
{
	const char *number = row->student.id_number;
	bool whole = row->number_whole || (text_all(number, is_no_ideograph) && !remark_is(number));

	return whole ? pack_mask(to, mask_number(number)) : pack_name(to, number);
}

/* Packs a number with the mark of a spreadsheet before it. */
static char *pack_revealed(char *to, const struct audit_row *row)
{
	const char mark[] = { row->number_blanks.kind == KIND_MARKED ? row->number_blanks.is : '\0',
			      '\0' };

	to = packed_clean(packed_text(to, mark), row->student.id_number);
	return packed_text(to, row->number_blanks.paired ? mark : "");
}

/* Returns true if a value can be neither an ID number nor a name, which stand here if the cells of
 * a row are not in their columns. */
static bool is_harmless(const char *number)
{
	size_t digits = 0;

	for (; *number > ' ' && *number < 0x7F; number++)
		digits += *number >= '0' && *number <= '9';
	return *number == '\0' && digits > 0 && digits < RESIDENT_ID_DIGITS;
}

/* Returns true if a value may be the number of a mobile phone or of a passport. */
static bool is_private(const char *number)
{
	size_t letters = number[0] != '\0' && strchr("EGHM", number[0]) != NULL;
	size_t digits = strspn(number + letters, "0123456789");

	return number[letters + digits] == '\0' &&
	       (letters > 0 ? digits == 8 : digits == 11 && number[0] == '1' && number[1] >= '3');
}

/* Packs what identifies a student for the school besides the name: 学号, or the end of 考生号
 * (by_candidate: only that). Without `reveal`, packs nothing that may be private. */
static char *pack_other(char *to, const struct audit_row *row, bool reveal, bool by_candidate)
{
	const char *candidate = row->student.candidate_number;
	size_t len = strlen(candidate), tail = 4;

	if (!by_candidate && row->student_number[0] != '\0' &&
	    (reveal || (is_harmless(row->student_number) && !is_private(row->student_number))))
		return (reveal ? packed_clean : packed_text)(packed_text(to, "学号 "),
							     row->student_number);
	if (len == 0 || (!reveal && (len < 2 * tail || !is_harmless(candidate) ||
				     candidate[strspn(candidate, "0123456789")] != '\0')))
		return to;
	return reveal ? packed_clean(packed_text(to, "考生号 "), candidate)
		      : packed_text(packed_text(to, "考生号…"), candidate + len - tail);
}

static void pack_file(char *to, const char *path)
{
	size_t len = strlen(path);
	const char *end = path + len,
		   *start = len > STUDENT_LINE_FILE ? end - STUDENT_LINE_FILE : path;

	while (((unsigned char)*start & 0xC0) == 0x80)
		start++;
	to = packed_run(to, ' ', 2);
	to = start > path ? packed_text(to, "…") : to;
	*packed_clean(to, start) = '\0';
}

void student_line_pack(const struct audit_row *row, struct student_line_options options,
		       char to[STUDENT_LINE_MAX])
{
	const struct record *student = &row->student;
	bool reveal = options.reveal;
	char number[STUDENT_LINE_MAX], other[STUDENT_LINE_MAX], *name = to;
	char *number_end = (reveal ? pack_revealed : pack_number)(number, row);
	char *other_end = pack_other(other, row, reveal, options.by_candidate);
	size_t number_len = (size_t)(number_end - number), other_len = (size_t)(other_end - other);
	int width;

	to = reveal ? packed_clean(to, student->name) : pack_name(to, skip_serial(student->name));
	*to = '\0';
	width = packed_width(name);
	if ((to > name || number_len > 0) && (number_len > 0 || other_len > 0))
		to = packed_run(to, ' ', width < NAME ? 2 + (size_t)(NAME - width) : 2);
	to = mempcpy(to, number, number_len);
	if (to > name && other_len > 0)
		to = packed_run(to, ' ', 2);
	to = mempcpy(to, other, other_len);
	*to = '\0';
	if (options.with_file && row->file != NULL)
		pack_file(to, row->file);
}
