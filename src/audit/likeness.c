/* SPDX-License-Identifier: MIT */
#include "audit/likeness.h"

#include <stdio.h>
#include <string.h>

#include "rules/characters.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "table/cell.h"

/* PART_MIN: the fewest digits that are part of a number. PART_NEAR: digits that few have in common.
 * LIKE, LIKE_NEAR: equal characters of two numbers that may be one. */
enum { PART_MIN = 4, PART_NEAR = 10, LIKE = 12, LIKE_NEAR = 15, STAR = '*' };

static uint32_t fold_name(const struct characters *c, size_t i)
{
	uint32_t cp = character_narrow(c, i);

	cp = name_fold_lookalike(lower_case(cp));
	if (i + 1 == c->count && id_ends_in_x(c)) /* a number is in the name's place */
		return 0;
	return name_is_ideograph(cp) || is_ascii_letter(cp) || cp == STAR ? cp : 0;
}

/* How many characters two names have in common, wherever they stand. */
static size_t count_common(const struct characters *a, const struct characters *b)
{
	size_t common = 0;
	uint64_t taken = 0;

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count && k < 64; k++)
			if (a->cp[i] == b->cp[k] && (taken >> k & 1) == 0) {
				taken |= UINT64_C(1) << k;
				common++;
				break;
			}
	return common;
}

/* Compares what the stars of a masked name leave with a whole name. */
static enum likeness compare_masked(const struct characters *masked, const struct characters *whole)
{
	size_t head = characters_find(masked, 0, STAR), tail = 0;
	struct characters m, w;

	while (masked->cp[masked->count - tail - 1] != STAR)
		tail++;
	if (head + tail > whole->count)
		return LIKENESS_OTHER;
	m = characters_part(masked, masked->count - tail, tail);
	w = characters_part(whole, whole->count - tail, tail);
	if (!characters_equal(characters_part(masked, 0, head), characters_part(whole, 0, head)) ||
	    !characters_equal(m, w))
		return LIKENESS_OTHER;
	return head + tail > 0 ? LIKENESS_NEAR : LIKENESS_NONE;
}

/* Compares two names that differ. */
static enum likeness compare_names(const struct characters *a, const struct characters *b)
{
	size_t longer = a->count > b->count ? a->count : b->count, common;
	struct difference d;

	if (name_is_in_latin(a) || name_is_in_latin(b)) {
		d = characters_difference(a, b);
		return d.is <= 2 && d.should <= 2 && longer > 4 ? LIKENESS_NEAR : LIKENESS_OTHER;
	}
	common = count_common(a, b);
	if (common > 1 && 2 * common >= longer)
		return LIKENESS_NEAR;
	if (common == 0)
		return LIKENESS_OTHER;
	return a->cp[0] == b->cp[0] ? LIKENESS_WEAK : LIKENESS_NONE;
}

/* The characters of a name without a remark or the like beside it. */
static struct characters read_bare(const char *name)
{
	char bare[RECORD_TEXT];
	struct characters read;

	person_name_bare(name, bare);
	read = characters_read(bare);
	explicit_bzero(bare, sizeof bare);
	return read;
}

enum likeness likeness_of_names(const char *own, const char *recorded)
{
	struct characters given = read_bare(own), other = read_bare(recorded);
	struct characters a = characters_fold(&given, fold_name);
	struct characters b = characters_fold(&other, fold_name);
	enum likeness likeness;

	if (a.count == 0 || b.count == 0 || characters_are_nothing(&a))
		likeness = LIKENESS_NONE;
	else if (characters_equal(a, b))
		likeness = LIKENESS_SAME;
	else if (characters_find(&a, 0, STAR) < a.count)
		likeness = compare_masked(&a, &b);
	else if (characters_find(&b, 0, STAR) < b.count)
		likeness = compare_masked(&b, &a);
	else
		likeness = compare_names(&a, &b);
	characters_wipe(&given);
	characters_wipe(&other);
	characters_wipe(&a);
	characters_wipe(&b);
	return likeness;
}

/* Copies a number without blanks, with X as a capital. */
static void bare_number(const char *number, char out[RECORD_TEXT])
{
	size_t used = 0;

	cell_fold(number, out, RECORD_TEXT);
	for (const char *p = out; *p != '\0'; p++)
		if (*p != ' ')
			out[used++] = *p == 'x' ? 'X' : *p;
	out[used] = '\0';
}

static enum likeness of_part(size_t digits)
{
	return digits >= PART_NEAR ? LIKENESS_NEAR : digits > 0 ? LIKENESS_WEAK : LIKENESS_NONE;
}

/* Compares a number that is masked, or has lost an end, with a whole one. NONE: it is neither. */
static enum likeness compare_part(const char *part, const char *whole)
{
	size_t len = strlen(part), head = strspn(part, "0123456789"), all = strlen(whole);
	size_t tail = id_text_ends_in_x(part);

	if (*whole == '\0')
		return LIKENESS_NONE;
	if (head + tail == len)
		return len >= PART_MIN && len < all && strstr(whole, part) != NULL ? of_part(len)
										   : LIKENESS_NONE;
	while (tail < len && strchr("0123456789", part[len - tail - 1]) != NULL)
		tail++;
	for (size_t i = head; i < len - tail; i++) /* a number of another document */
		if ((unsigned char)part[i] < 0x80 && part[i] != STAR && part[i] != 'X')
			return LIKENESS_NONE;
	return head + tail <= all && memcmp(part, whole, head) == 0 &&
			       memcmp(part + len - tail, whole + all - tail, tail) == 0
		       ? of_part(head + tail)
		       : LIKENESS_OTHER;
}

static enum likeness compare_numbers(const char *own, const char *recorded)
{
	enum likeness likeness = compare_part(own, recorded);
	size_t same = 0;

	if (id_is_valid(own) && id_is_valid(recorded))
		return LIKENESS_OTHER;
	if (likeness == LIKENESS_NONE)
		likeness = compare_part(recorded, own);
	if (likeness != LIKENESS_NONE || strlen(own) != ID_LENGTH || strlen(recorded) != ID_LENGTH)
		return likeness;
	for (size_t i = 0; i < ID_LENGTH; i++)
		same += own[i] == recorded[i];
	return same >= LIKE_NEAR ? LIKENESS_NEAR : same >= LIKE ? LIKENESS_WEAK : LIKENESS_NONE;
}

enum likeness likeness_of_numbers(const char *own, const char *recorded)
{
	static char a[RECORD_TEXT], b[RECORD_TEXT];
	enum id_match match = id_match(own, recorded), other = id_match(recorded, own);
	enum likeness likeness;

	if (match == ID_SAME || match == ID_MISTYPED || other == ID_MISTYPED)
		return LIKENESS_SAME;
	if (match == ID_ROUNDED || other == ID_ROUNDED)
		return strpbrk(own, ".+") != NULL || strpbrk(recorded, ".+") != NULL
			       ? LIKENESS_WEAK
			       : LIKENESS_NEAR;
	bare_number(own, a);
	bare_number(recorded, b);
	likeness = compare_numbers(a, b);
	explicit_bzero(a, sizeof a);
	explicit_bzero(b, sizeof b);
	return likeness;
}
