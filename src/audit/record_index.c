/* SPDX-License-Identifier: MIT */
#include "audit/record_index.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/likeness.h"
#include "audit/record_table.h"
#include "audit/recorded_number.h"
#include "audit/records.h"
#include "base/xalloc.h"
#include "roster/ethnic_group.h"
#include "rules/finding.h"
#include "rules/resident_id.h"

/* LOOKED_AT: how many records of one key are compared one by one. PATIENCE: how many times a row is
 * compared with a record that shares no key with it, about a second. */
enum { LOOKED_AT = 16, PATIENCE = 1 << 20 };

struct record_index {
	struct record_table table;
	size_t absent;           /* how many are only lines with a name (struct record_faults) */
	size_t ruined;           /* ID numbers that a spreadsheet ruined */
	size_t maybe, first;     /* with those that may be ruined, too; the row of the first */
	struct records *records; /* owned: the file, read to its end */
	unsigned known;          /* bit n: records have column n */
	uint32_t *open;          /* owned: the entries not found, and some found since */
	size_t open_count;
	size_t found, patience; /* entries found; comparisons left */
};

static void add(struct record_index *index, const struct record *r, size_t row)
{
	struct record_faults faults = records_faults(index->records);

	index->known |= records_roster(index->records) != NULL ? UINT16_MAX : ~faults.lacks;
	index->absent += faults.absent;
	if (!faults.absent && !faults.shifted) {
		bool ruined = recorded_number_is_ruined(r->id_number);
		bool maybe = ruined || recorded_number_may_be_ruined(r->id_number);

		index->first = maybe && index->maybe == 0 ? row : index->first;
		index->maybe += maybe;
		index->ruined += ruined;
	}
	record_table_add(&index->table, r, row, faults);
}

struct record_index *record_index_load(const char *path, struct diag *d)
{
	struct records *records = records_open(path, d);
	struct record_index *index;
	static struct record r;
	size_t row;
	bool failed;

	if (records == NULL)
		return NULL;
	index = xcalloc(1, sizeof *index);
	index->records = records;
	index->patience = PATIENCE;
	index->known = 1U << ROSTER_NAME | 1U << ROSTER_ID_NUMBER; /* a record must have them */
	while (index->table.count < UINT32_MAX / 2 && records_next(records, &r, &row, d))
		add(index, &r, row);
	failed = records_failed(records);
	record_wipe(&r);
	if (!failed && record_index_count(index) == 0)
		failed = !records_nobody(records, d);
	if (!failed) {
		record_table_build(&index->table);
		index->open = xcalloc(index->table.count, sizeof *index->open);
		for (size_t i = 0; i < index->table.count; i++)
			index->open[index->open_count++] = (uint32_t)i;
		return index;
	}
	record_index_free(index);
	return NULL;
}

void record_index_free(struct record_index *index)
{
	if (index == NULL)
		return;
	record_table_free(&index->table);
	free(index->open);
	records_close(index->records);
	free(index);
}

/* Returns the only record with this key; NULL if there are none or several, or it was found
 * already. */
static struct record_entry *look_up_unique(struct record_index *index, const struct record *student,
					   enum record_way way)
{
	struct record_entry *e = record_table_first(&index->table, student, way);

	return e == NULL || e->found || e->next[way] != 0 ? NULL : e;
}

/* Returns the record with the student's candidate number; of several, the one that also has the
 * student's ID number or name, else the first. */
static struct record_entry *look_up_candidate(struct record_index *index,
					      const struct record *student)
{
	struct record_entry *first = record_table_open(&index->table, student, BY_CANDIDATE),
			    *e = first;

	for (int i = 0; i < LOOKED_AT && e != NULL; i++) {
		if (record_entry_shares(e, student, BY_NUMBER) ||
		    record_entry_shares(e, student, BY_NAME))
			return e;
		e = record_table_next(&index->table, e, BY_CANDIDATE);
	}
	return first;
}

/* Returns the first record with the student's ID number; NULL: none, or the number's check
 * character is wrong. */
static struct record_entry *look_up_owner(struct record_index *index, const struct record *student)
{
	return recorded_number_is_valid(student->id_number)
		       ? record_table_first(&index->table, student, BY_NUMBER)
		       : NULL;
}

/* Returns, of the records of the student's name that were not found yet, the one with the most
 * similar number. NULL: none, or several. */
static struct record_entry *look_up_name(struct record_index *index, const struct record *student)
{
	struct record_entry *e = record_table_first(&index->table, student, BY_NAME);
	enum likeness best = LIKENESS_WEAK, likeness;
	struct record_entry *only = NULL;
	static struct record other;

	for (int i = 0; e != NULL; e = record_table_next(&index->table, e, BY_NAME), i++) {
		record_entry_read(e, &other);
		likeness = recorded_number_is_part(other.id_number)
				   ? likeness_of_numbers(student->id_number, other.id_number)
				   : LIKENESS_NEAR;
		if (i == LOOKED_AT || (!e->found && likeness == best))
			only = NULL;
		if (i == LOOKED_AT)
			break;
		if (!e->found && likeness > best) {
			only = e;
			best = likeness;
		}
	}
	record_wipe(&other);
	return only;
}

/* Returns the only record of the student's name whose number is one typing mistake away from the
 * student's, found or not, if the student's is wrong: it is nobody else's. */
static struct record_entry *look_up_mistyped(struct record_index *index,
					     const struct record *student)
{
	struct record_entry *e = id_is_valid(student->id_number)
					 ? NULL
					 : record_table_first(&index->table, student, BY_NAME);
	struct record_entry *only = NULL;
	static struct record other;
	int alike = 0;

	for (int i = 0; i < LOOKED_AT && e != NULL;
	     e = record_table_next(&index->table, e, BY_NAME), i++) {
		record_entry_read(e, &other);
		if (likeness_of_numbers(student->id_number, other.id_number) != LIKENESS_SAME)
			continue;
		only = e;
		alike++;
	}
	record_wipe(&other);
	return alike == 1 ? only : NULL;
}

/* Returns true if there are records of the name. *all_found: there are, and all that were looked at
 * (LOOKED_AT) were found. */
static bool has_namesake(const struct record_index *index, const struct record *student,
			 bool *all_found)
{
	const struct record_entry *e = record_table_first(&index->table, student, BY_NAME);
	bool any = e != NULL;

	*all_found = any;
	for (int i = 0; i < LOOKED_AT && e != NULL;
	     i++, e = record_table_next(&index->table, e, BY_NAME))
		*all_found = *all_found && e->found;
	return any;
}

/* The record that is found by candidate number, ID number or name. */
struct found {
	struct record_entry *entry; /* NULL: none */
	bool unsure;                /* another of the three contradicts it */
};

/* Returns true if the student's name is the record's, or is at least `least` like it and no record
 * has the student's name; with by_number also if the ID numbers are alike. */
static bool is_like(const struct record_index *index, const struct record_entry *e,
		    const struct record *student, enum likeness least, bool by_number)
{
	static struct record other;
	bool like, ignored;

	if (record_entry_shares(e, student, BY_NAME))
		return true;
	record_entry_read(e, &other);
	like = (!has_namesake(index, student, &ignored) &&
		likeness_of_names(student->name, other.name) >= least) ||
	       (by_number &&
		likeness_of_numbers(student->id_number, other.id_number) >= LIKENESS_NEAR);
	record_wipe(&other);
	return like;
}

static struct found by_candidate(struct record_index *index, const struct record *student)
{
	struct found f = { .entry = look_up_candidate(index, student) };

	if (f.entry == NULL)
		return f;
	if (record_entry_shares(f.entry, student, BY_NUMBER))
		f.unsure = !is_like(index, f.entry, student, LIKENESS_OTHER, false);
	else
		f.unsure = look_up_owner(index, student) != NULL ||
			   !is_like(index, f.entry, student, LIKENESS_NEAR, true);
	return f;
}

/* Compares birth date, sex and ethnic group: returns how many agree, minus how many differ. */
static int compare_details(const struct record *student, const struct record *recorded)
{
	int group = ethnic_group_read(student->ethnic_group),
	    other = ethnic_group_read(recorded->ethnic_group), agree = 0;
	char birth[CELL_BIRTH];

	record_birth(recorded, birth);
	if (birth[0] != '\0' && strlen(student->birth_date) == strlen(birth))
		agree += strcmp(student->birth_date, birth) == 0 ? 1 : -1;
	if (student->sex[0] != '\0' && recorded->sex[0] != '\0')
		agree += strcmp(student->sex, recorded->sex) == 0 ? 1 : -1;
	if (group > 0 && other > 0)
		agree += group == other ? 1 : -1;
	return agree;
}

/* Returns true if several records have the name, and the other columns suggest that the student is
 * not the record's but a namesake. */
static bool is_doubted(const struct record_index *index, const struct record_entry *e,
		       const struct record *student)
{
	static struct record other;
	int details;

	if (e->next[BY_NAME] == 0 && record_table_first(&index->table, student, BY_NAME) == e)
		return false;
	record_entry_read(e, &other);
	details = compare_details(student, &other);
	record_wipe(&other);
	return details < 0;
}

static struct found by_number(struct record_index *index, const struct record *student)
{
	struct found f = { .entry = record_table_open(&index->table, student, BY_NUMBER) };

	if (f.entry == NULL || look_up_owner(index, student) == NULL)
		return f;
	f.unsure = record_entry_shares(f.entry, student, BY_NAME)
			   ? is_doubted(index, f.entry, student)
			   : !is_like(index, f.entry, student, LIKENESS_NONE, false);
	return f;
}

/* Returns the row of another record with the student's key, if only one has it (of several with the
 * ID number, the first); else 0. */
static size_t row_of_other(const struct record_index *index, const struct record_entry *e,
			   const struct record *student, enum record_way way)
{
	const struct record_entry *other =
		record_entry_shares(e, student, way)
			? NULL
			: record_table_first(&index->table, student, way);

	return other != NULL && (other->next[way] == 0 || way == BY_NUMBER) ? other->row : 0;
}

/* Called before a record is returned. If it was found before by number and name, another record of
 * its name may belong to one of the two rows. */
static void note_twice(struct record_index *index, const struct record_entry *e,
		       const struct record *student)
{
	if (!e->found || !record_entry_shares(e, student, BY_NAME) ||
	    !record_entry_shares(e, student, BY_NUMBER))
		return;
	record_table_first(&index->table, student, BY_NAME)->taken_twice = true;
}

static bool give(struct record_index *index, struct record_entry *e, const struct record *student,
		 struct record *out, struct record_owners *owners)
{
	memset(out, 0, sizeof *out);
	*owners = (struct record_owners){ 0 };
	if (e == NULL)
		return false;
	owners->row = e->row;
	owners->name = row_of_other(index, e, student, BY_NAME);
	owners->candidate_number = row_of_other(index, e, student, BY_CANDIDATE);
	if (look_up_owner(index, student) != NULL)
		owners->id_number = row_of_other(index, e, student, BY_NUMBER);
	note_twice(index, e, student);
	owners->again = e->found;
	index->found += !e->found;
	e->found = true;
	record_entry_read(e, out);
	owners->lacks = e->faults.shifted ? 0 : (uint16_t)(e->faults.lacks & index->known);
	/* Where the records contradict each other, only the records are reported. */
	if (e->ambiguous)
		out->candidate_number[0] = '\0';
	if ((e->repeated || e->repeats) && recorded_number_is_whole(student->id_number) &&
	    !record_entry_shares(e, student, BY_NUMBER))
		out->id_number[0] = '\0';
	if (e->faults.shifted)
		memset(out, 0, sizeof *out);
	return true;
}

bool record_index_find(struct record_index *index, const struct record *student, struct record *out,
		       struct record_owners *owners)
{
	struct found f = by_candidate(index, student);

	if (f.entry == NULL)
		f = by_number(index, student);
	/* The same name and birth date do not prove that two rows are one person, so a record that
	 * was found already is not found by them. */
	if (f.entry == NULL)
		f.entry = look_up_unique(index, student, BY_NAME_AND_BIRTH);
	if (f.entry == NULL && !recorded_number_is_lost(student->id_number))
		f.entry = look_up_name(index, student);
	if (f.entry == NULL)
		f.entry = look_up_mistyped(index, student);
	return give(index, f.unsure ? NULL : f.entry, student, out, owners);
}

/* Where else a student's number and name are: a record has the number; there are records of the
 * name, and all of them, or not all, were found. */
struct elsewhere {
	bool number, name_found, name_open;
};

/* Rates how likely a record that was not found yet is the student's; INT_MIN: too unlikely. A
 * number that is elsewhere, or a name whose records were all found, does not count against this
 * record if it differs. If the number is elsewhere and a record of the name is left, a name that is
 * only like this record's is another's. */
static int evidence_for(const struct record_index *index, const struct record_entry *e,
			const struct record *student, struct elsewhere elsewhere)
{
	static struct record other;
	bool most_found = 2 * index->found >= index->table.count, enough;
	int candidate =
		record_entry_shares(e, student, BY_CANDIDATE) ? LIKENESS_SAME : LIKENESS_NONE;
	int number = record_entry_shares(e, student, BY_NUMBER) ? LIKENESS_SAME : LIKENESS_NONE,
	    name, details;

	record_entry_read(e, &other);
	name = likeness_of_names(student->name, other.name);
	if (number == LIKENESS_NONE && !elsewhere.number)
		number = likeness_of_numbers(student->id_number, other.id_number);
	details = compare_details(student, &other);
	record_wipe(&other);
	if (name == LIKENESS_OTHER && elsewhere.name_found)
		name = LIKENESS_NONE;
	if (name < LIKENESS_SAME && elsewhere.number && elsewhere.name_open)
		name = LIKENESS_OTHER;
	enough = candidate == LIKENESS_SAME || number == LIKENESS_SAME || name == LIKENESS_SAME ||
		 (number > LIKENESS_NONE && name > LIKENESS_NONE) ||
		 (number == LIKENESS_NEAR && (most_found || name >= LIKENESS_NONE)) ||
		 (most_found && number >= LIKENESS_NONE && name >= LIKENESS_NONE &&
		  (number > LIKENESS_NONE || name == LIKENESS_NEAR));
	return enough ? candidate + number + name + details : INT_MIN;
}

/* Returns, of the records not found yet, the one with the highest rating, if it is at least
 * `least`. NULL: none, several, or no comparisons are left. */
static struct record_entry *look_up_left(struct record_index *index, const struct record *student,
					 int least)
{
	struct elsewhere elsewhere = { .number = look_up_owner(index, student) != NULL };
	struct record_entry *best = NULL;
	size_t open = 0;

	if (index->table.entries == NULL || index->patience == 0)
		return NULL;
	elsewhere.name_open =
		has_namesake(index, student, &elsewhere.name_found) && !elsewhere.name_found;
	least--; /* the most so far */
	for (size_t i = 0; i < index->open_count; i++) {
		struct record_entry *e = &index->table.entries[index->open[i]];
		int evidence;

		if (e->found)
			continue;
		index->open[open++] = index->open[i];
		if (index->patience == 0)
			continue;
		index->patience--;
		evidence = evidence_for(index, e, student, elsewhere);
		if (evidence >= least)
			best = evidence > least ? e : NULL;
		least = evidence > least ? evidence : least;
	}
	index->open_count = open;
	return index->patience > 0 ? best : NULL;
}

bool record_index_shares(struct record_index *index, const struct record *student)
{
	const struct record_entry *e = record_table_open(&index->table, student, BY_CANDIDATE);
	bool all_found;

	return (e != NULL && !e->found) || look_up_owner(index, student) != NULL ||
	       (has_namesake(index, student, &all_found) && !all_found);
}

bool record_index_guess(struct record_index *index, const struct record *student, bool last,
			struct record *out, struct record_owners *owners)
{
	struct record_entry *e =
		look_up_left(index, student, last ? -LIKENESS_SAME : LIKENESS_SAME + 1);

	return give(index, e == NULL && last ? look_up_owner(index, student) : e, student, out,
		    owners);
}

void record_index_explain(struct record_index *index, const char *number)
{
	static struct record r;
	struct record_entry *e;

	snprintf(r.id_number, sizeof r.id_number, "%s", number);
	e = record_table_open(&index->table, &r, BY_NUMBER);
	record_wipe(&r);
	if (e != NULL) {
		index->found += !e->found;
		e->found = true;
	}
}

bool record_index_namesake(struct record_index *index, const struct record *student, bool by_name)
{
	bool lost = by_name || recorded_number_is_lost(student->id_number);
	struct record_entry *first =
		lost ? record_table_first(&index->table, student, BY_NAME) : NULL;

	if (first != NULL)
		first->namesakes++;
	return first != NULL;
}

/* Returns true if the student may be a record of the same name: it was not found, or by nothing but
 * the name, and all that is left of its number agrees. */
static bool may_be(const struct record_entry *e, const struct record *student)
{
	static struct record r;
	char birth[CELL_BIRTH];
	bool may;

	record_entry_read(e, &r);
	record_birth(&r, birth);
	may = !e->faults.shifted && !e->faults.absent &&
	      recorded_number_is_unreadable(r.id_number) &&
	      (!e->found || (r.candidate_number[0] == '\0' && birth[0] == '\0')) &&
	      (recorded_number_is_lost(r.id_number) ||
	       likeness_of_numbers(student->id_number, r.id_number) > LIKENESS_NONE);
	record_wipe(&r);
	return may;
}

size_t record_index_unsure(struct record_index *index, const struct record *student)
{
	struct record_entry *first = record_table_first(&index->table, student, BY_NAME);
	const struct record_entry *e = first;

	for (int i = 0; i < LOOKED_AT && e != NULL;
	     e = record_table_next(&index->table, e, BY_NAME), i++)
		if (may_be(e, student)) {
			first->unsure = true;
			return e->row;
		}
	return 0;
}

/* Returns how many records of a name were not found; they are counted once, and the count is kept
 * in the first one. */
static size_t count_left(const struct record_index *index, struct record_entry *first)
{
	const struct record_entry *e = first->left == 0 ? first : NULL;

	for (; e != NULL; e = record_table_next(&index->table, e, BY_NAME))
		first->left += !e->found;
	return first->left;
}

/* Returns how the roster's rows that have a record's name explain that the record was not found:
 * with nothing left of their number, or of the record's. */
static enum record_left kind_of_left(const struct record_index *index, const struct record *r)
{
	struct record_entry *e = record_table_first(&index->table, r, BY_NAME);

	if (e != NULL && e->unsure && recorded_number_is_unreadable(r->id_number))
		return RECORD_LEFT_NONE;
	if (e == NULL || (e->namesakes == 0 && !e->taken_twice))
		return RECORD_LEFT;
	return e->namesakes >= count_left(index, e) ? RECORD_LEFT_NONE : RECORD_LEFT_NAMESAKE;
}

enum record_left record_index_left(struct record_index *index, size_t *at, struct record *out,
				   size_t *row)
{
	enum record_left left = RECORD_LEFT_NONE;

	for (; *at < index->table.count && left == RECORD_LEFT_NONE; (*at)++) {
		const struct record_entry *e = &index->table.entries[*at];

		if (e->found || e->repeats || e->faults.shifted || e->faults.absent)
			continue;
		record_entry_read(e, out);
		*row = e->row;
		left = kind_of_left(index, out);
	}
	return left;
}

size_t record_index_count(const struct record_index *index)
{
	return index->table.count - index->absent;
}

const struct records *record_index_records(const struct record_index *index)
{
	return index->records;
}

enum finding_kind record_index_fault(const struct record_index *index, size_t *at, size_t *row)
{
	while (*at < index->table.count && index->table.entries[*at].faults.kind == KIND_BLANK)
		++*at;
	if (*at == index->table.count)
		return KIND_BLANK;
	*row = index->table.entries[*at].row;
	return index->table.entries[(*at)++].faults.kind;
}

size_t record_index_ruined_numbers(const struct record_index *index, size_t *first)
{
	*first = index->first;
	return index->ruined > 1 && 2 * index->ruined >= record_index_count(index) ? index->maybe
										   : 0;
}

size_t record_index_ruined(const struct record_index *index, size_t *first)
{
	size_t count = 0;

	for (size_t i = index->table.count; i-- > 0;) {
		if (!index->table.entries[i].faults.ruined)
			continue;
		*first = index->table.entries[i].row;
		count++;
	}
	return count;
}

bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   struct record_repeat *repeat)
{
	while (*at < 2 * index->table.count) {
		const struct record_entry *e = &index->table.entries[*at / 2], *later;
		bool of_id = (*at)++ % 2 == 0;

		if (of_id ? !e->repeated
			  : e->next[BY_CANDIDATE] == 0 ||
				    (e->repeated && e->next[BY_CANDIDATE] == e->next[BY_NUMBER]))
			continue;
		later = record_table_next(&index->table, e, of_id ? BY_NUMBER : BY_CANDIDATE);
		record_entry_read(later, out);
		*repeat = (struct record_repeat){ later->row, e->row, of_id };
		return true;
	}
	return false;
}
