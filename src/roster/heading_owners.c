/* SPDX-License-Identifier: MIT */
#include "roster/heading_owners.h"

enum { OWN_RANKS = 2000 }; /* 姓名 and 学生姓名 rank below it, 申请人姓名 does not */

/* Whether a heading is of the student's own name or number: 姓名 and 学生姓名, not 申请人姓名. */
static bool is_own(const struct heading *h, enum roster_column c)
{
	return h->kind == HEADING_COLUMN && h->column == c && !h->value && !h->document &&
	       h->rank < OWN_RANKS;
}

static bool is_id_number(const struct heading *h)
{
	return h->kind == HEADING_COLUMN && h->column == ROSTER_ID_NUMBER;
}

/* Whether the heading at i is bare and right behind another person's: 姓名 behind 关系. */
static bool is_behind_person(const struct heading *headings, size_t i)
{
	return i > 0 && headings[i].own && headings[i - 1].other_person;
}

/* Gives what stands right behind another person, 关系,姓名,身份证号 or 父亲,身份证号, to that
 * person, if another column names the student's better than a repeated heading does. */
static void read_relative(size_t count, struct heading *headings)
{
	for (size_t i = 0; i < count; i++) {
		enum roster_column c = headings[i].column;
		bool other = false, repeats = false;

		if (c > ROSTER_ID_NUMBER || !is_own(&headings[i], c) ||
		    !is_behind_person(headings, i))
			continue;
		for (size_t j = 0; j < count; j++) {
			bool own =
				j != i && is_own(&headings[j], c) && !is_behind_person(headings, j);

			other = other || own;
			repeats = repeats || (own && j < i && headings[j].rank <= headings[i].rank);
		}
		if (!other || repeats)
			continue;
		headings[i].rank += RANK_OF_OTHERS;
		if (c == ROSTER_NAME && i + 1 < count && is_id_number(&headings[i + 1]))
			headings[i + 1].rank += RANK_OF_OTHERS;
	}
}

static bool is_name(const struct heading *h)
{
	return h->kind == HEADING_COLUMN && h->column == ROSTER_NAME;
}

/* The index behind the columns of the person whose name is headed at i. */
static size_t person_end(size_t count, const struct heading *headings, size_t i)
{
	do
		i++;
	while (i < count && !is_name(&headings[i]) && !headings[i].other_person);
	return i;
}

/* The index of the student's number among the columns of the person whose name is at i; 0: none. */
static size_t number_of(size_t count, const struct heading *headings, size_t i)
{
	size_t end = person_end(count, headings, i);

	while (i < end && !is_own(&headings[i], ROSTER_ID_NUMBER))
		i++;
	return i < end ? i : 0;
}

/* Gives the columns of the person at `first` to another than the student, as far as others name
 * the same: the number and the sex belong to the name before them. */
static void give_away(size_t count, struct heading *headings, size_t first)
{
	size_t end = person_end(count, headings, first);

	for (size_t i = first; i < end; i++) {
		bool again = false;

		for (size_t j = 0; j < count; j++)
			again = again ||
				((j < first || j >= end) && headings[j].kind == HEADING_COLUMN &&
				 headings[j].column == headings[i].column);
		if (headings[i].kind == HEADING_COLUMN && again)
			headings[i].rank += RANK_OF_OTHERS;
	}
}

/* Gives a bare 姓名 without a number to another person if it is behind 学生姓名,身份证号 or beside
 * 学生姓名,学生身份证号, and 借款人姓名,身份证号 beside 姓名,身份证号. */
static void read_owners(size_t count, struct heading *headings)
{
	bool own = false, named = false, begun = false;

	for (size_t i = 0; i < count; i++) {
		size_t number = number_of(count, headings, i);

		if (is_id_number(&headings[i]) && !begun)
			return; /* the numbers stand before the names */
		begun = begun || is_name(&headings[i]) || headings[i].other_person;
		if (number == 0 || !is_own(&headings[i], ROSTER_NAME))
			continue;
		own = true;
		named = named || (!headings[i].own && !headings[number].own);
	}
	for (size_t i = 0; own && i < count; i++) {
		bool number = number_of(count, headings, i) > 0;

		if (!is_name(&headings[i]) || headings[i].rank >= RANK_OF_OTHERS)
			continue;
		if (!is_own(&headings[i], ROSTER_NAME) ? number
						       : headings[i].own && named && !number)
			give_away(count, headings, i);
		named = named || (number && !headings[i].own);
	}
}

void heading_owners_find(struct heading *headings, size_t count)
{
	read_relative(count, headings);
	read_owners(count, headings);
}
