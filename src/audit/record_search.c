/* SPDX-License-Identifier: MIT */
#include "audit/record_search.h"

#include <stdio.h>
#include <string.h>

#include "audit/records.h"
#include "rules/candidate_number.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "table/cell.h"

enum { DIGITS_MIN = 6 }; /* in a real number, unlike 无 or 待补 */

static bool same_name(const char *entered, const char *recorded)
{
	struct findings found = { 0 };
	bool same = *entered != '\0' && *recorded != '\0';

	if (same)
		person_name_compare(entered, recorded, &found);
	for (size_t i = 0; i < found.count; i++)
		same = same && found.items[i].code != FINDING_NAME_MISMATCH &&
		       found.items[i].code != FINDING_NAME_ORDER &&
		       !person_name_is_none(&found.items[i]) && found.items[i].kind != KIND_CHANGED;
	explicit_bzero(&found, sizeof found);
	return same;
}

/* Returns true if the check character is right, which makes the number hard to guess. */
static bool is_good(const char *id_number)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;
	bool good = id_read_loosely(id_number, digits, &id) && id_check_fits(digits);

	explicit_bzero(digits, sizeof digits);
	return good;
}

/* The fifteen digits that a spreadsheet leaves are too few for a match: the date of birth must be
 * the same, too, if the record has one. */
static bool same_birth(const char *id_number, const char *birth_date)
{
	char says[CELL_BIRTH] = "", digits[ID_LENGTH + 1];
	struct resident_id id;

	if (id_read_loosely(id_number, digits, &id))
		snprintf(says, sizeof says, "%04u-%02u-%02u", (unsigned)id.birth.year % 10000,
			 (unsigned)id.birth.month % 100, (unsigned)id.birth.day % 100);
	explicit_bzero(digits, sizeof digits);
	return strncmp(says, birth_date, strlen(birth_date)) == 0; /* it may be a year only */
}

/* Returns true if what a spreadsheet left of a number still has the date of birth in it:
 * 110000200709010000, but not 1.10000E+17. */
static bool shows_birth(const char *recorded)
{
	enum { LEAST = 16 }; /* fourteen digits, and 17 of the exponent */

	return cell_digits(recorded, strlen(recorded)) >= LEAST;
}

/* Compares an entered number with a recorded one. If the recorded one has 18 characters without
 * separators, a spreadsheet's .0 and the letter of a school register's number, it may also match in
 * that form. */
static enum id_match match_number(const char *id_number, const char *recorded)
{
	enum id_match match = id_match(id_number, recorded), whole;
	char bare[RECORD_TEXT];
	size_t len;

	cell_number(recorded, bare);
	len = strlen(bare);
	if (len == ID_LENGTH + 1 && (*bare == 'G' || *bare == 'L'))
		memmove(bare, bare + 1, len--);
	whole = len == ID_LENGTH ? id_match(id_number, bare) : ID_DIFFERENT;
	explicit_bzero(bare, sizeof bare);
	return whole == ID_SAME ? ID_SAME : match;
}

/* How a record matches the entered name and number. */
enum match { MATCH_NONE, MATCH_OWN, MATCH_FAULT };

static enum match match(const struct record *r, const char *name, const char *id_number)
{
	if (!same_name(name, r->name))
		return MATCH_NONE;
	switch (match_number(id_number, r->id_number)) {
	case ID_SAME:
		return cell_digits(r->id_number, strlen(r->id_number)) >= DIGITS_MIN ? MATCH_OWN
										     : MATCH_NONE;
	case ID_MISTYPED:
		return is_good(id_number) && !is_good(r->id_number) ? MATCH_FAULT : MATCH_NONE;
	case ID_ROUNDED:
		if (!is_good(id_number) || !same_birth(id_number, r->birth_date))
			return MATCH_NONE;
		return r->birth_date[0] != '\0' || shows_birth(r->id_number) ? MATCH_OWN
									     : MATCH_FAULT;
	default:
		return MATCH_NONE;
	}
}

/* Returns true if a row repeats another one: the student stands in the file twice. */
static bool is_same_row(const struct record *a, const struct record *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->id_number, b->id_number) == 0 &&
	       strcmp(a->candidate_number, b->candidate_number) == 0;
}

void record_search_offer(struct record_search *s, const struct record *r)
{
	char digits[CANDIDATE_NUMBER_MAX];

	const bool by_candidate = s->candidate_number != NULL;
	enum match how;

	if (by_candidate && (!candidate_number_read(s->candidate_number, digits) ||
			     strcmp(digits, r->candidate_number) != 0))
		return;
	how = match(r, s->name, s->id_number);
	if (!by_candidate && match_number(s->id_number, r->id_number) != ID_SAME)
		how = MATCH_NONE; /* a name and a date of birth are known to many */
	if ((by_candidate || how != MATCH_NONE) && !is_same_row(&s->found, r))
		s->rows++;
	if (how == MATCH_OWN)
		s->found = *r;
	s->at_fault = s->at_fault || how == MATCH_FAULT;
}

enum record_found record_search_end(const struct record_search *s)
{
	if (!record_given(&s->found))
		return s->at_fault ? RECORD_FAULT : RECORD_MISSED;
	return s->rows > 1 ? RECORD_TWICE : RECORD_FOUND;
}

const char *record_search_message(enum record_found result)
{
	if (result == RECORD_MISSED)
		return "名册里没有找到你，填的再对一遍；都没错就请辅导员查。";
	if (result == RECORD_FAULT)
		return "名册里你的证件号码有错：请辅导员照证件改好名册再来。";
	if (result == RECORD_TWICE)
		return "名册里像是你的不止一行，认不准：请辅导员改好再来。";
	return "";
}

bool record_search_possible(const char *path, bool *candidates, struct diag *d)
{
	struct records *records;
	struct record one = { 0 };
	bool possible = false;

	*candidates = false;
	records = records_open(path, d);
	if (records == NULL)
		return false;
	while (!*candidates && records_next(records, &one, NULL, d)) {
		possible = true;
		*candidates = one.candidate_number[0] != '\0';
	}
	record_wipe(&one);
	possible = possible && !records_failed(records);
	if (!possible && !records_failed(records))
		diag_add(d, 0, 0, "里面一个学生也没有，没法查：给有学生的名册。");
	records_close(records);
	return possible;
}

enum record_found record_search_file(const char *path, struct record_search *search, struct diag *d)
{
	struct records *records = records_open(path, d);
	struct record one;
	bool failed;

	if (records == NULL)
		return RECORD_UNREAD;
	while (records_next(records, &one, NULL, d))
		record_search_offer(search, &one);
	record_wipe(&one);
	failed = records_failed(records);
	records_close(records);
	return failed ? RECORD_UNREAD : record_search_end(search);
}
