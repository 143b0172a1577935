/* SPDX-License-Identifier: MIT */
#include "roster/record_index.h"

#include <ctype.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/cell.h"
#include "roster/ethnic_group.h"
#include "roster/likeness.h"
#include "roster/records.h"
#include "rules/finding.h"
#include "rules/name_character.h"
#include "rules/resident_id.h"

/* The members that rosters are compared with; an entry has them as NUL-terminated strings, one
 * behind the other. */
enum member { NAME, ID_NUMBER, CANDIDATE_NUMBER, SEX, BIRTH_DATE, ETHNIC_GROUP, MEMBERS };

static const struct {
	size_t offset, size;
} members[MEMBERS] = {
#define MEMBER(member)                                                                \
	{                                                                             \
		offsetof(struct record, member), sizeof(((struct record *)0)->member) \
	}
	[NAME] = MEMBER(name),
	[ID_NUMBER] = MEMBER(id_number),
	[CANDIDATE_NUMBER] = MEMBER(candidate_number),
	[SEX] = MEMBER(sex),
	[BIRTH_DATE] = MEMBER(birth_date),
	[ETHNIC_GROUP] = MEMBER(ethnic_group),
#undef MEMBER
};

/* The ways to find a record; each has a hash table. */
enum way { BY_CANDIDATE, BY_NUMBER, BY_NAME_AND_BIRTH, BY_NAME, WAYS };

/* LOOKED_AT: how many records of one key are compared one by one. PART_MIN: the fewest digits that
 * count as part of a number. PATIENCE: how many times a row is compared with a record that shares
 * no key with it, about a second. */
enum { LOOKED_AT = 16, PART_MIN = 4, PATIENCE = 1 << 20 };

struct entry {
	char *text; /* owned */
	size_t row;
	uint32_t next[WAYS]; /* the next entry with the same key, as in slots */
	uint32_t namesakes;  /* in the first entry of a name: rows that have only that name */
	bool taken_twice;    /* in the same: two rows have the number of a record of that name */
	uint32_t left;       /* in the same: records of the name not found; 0: not counted */
	bool unsure; /* in the same: a row may be a record of that name whose number is unreadable */
	bool found;
	bool repeated, repeats; /* a later, an earlier entry has the same resident's ID number */
	bool ambiguous;         /* another entry has the same candidate number */
	struct record_faults faults; /* shifted: it is not compared */
};

struct record_index {
	struct entry *entries; /* owned */
	size_t count;
	size_t absent; /* how many are only lines with a name (struct record_faults) */
	size_t ruined,
		first_ruined; /* ID numbers that a spreadsheet ruined; the row of the first */
	/* Owned hash tables with open addressing. A slot has the index + 1 of the first entry of a
	 * key; 0: none. For candidate and ID numbers it is the first entry that was not found yet,
	 * as long as there is one. */
	uint32_t *slots[WAYS];
	size_t mask;
	struct records *records; /* owned: the file, read to its end */
	unsigned known;          /* bit n: records have column n */
	uint32_t *open;          /* owned: the entries not found, and some found since */
	size_t open_count;
	size_t found, patience; /* entries found; comparisons left */
};

static const char *member_of(const struct record *r, enum member m)
{
	return (const char *)r + members[m].offset;
}

static char *pack(const struct record *r)
{
	size_t len = 0, used = 0;
	char *text;

	for (int m = 0; m < MEMBERS; m++)
		len += strlen(member_of(r, (enum member)m)) + 1;
	text = xmalloc(len);
	for (int m = 0; m < MEMBERS; m++) {
		size_t bytes = strlen(member_of(r, (enum member)m)) + 1;

		memcpy(text + used, member_of(r, (enum member)m), bytes);
		used += bytes;
	}
	return text;
}

static void unpack(const char *text, struct record *out)
{
	memset(out, 0, sizeof *out);
	for (int m = 0; m < MEMBERS; m++) {
		size_t bytes = strlen(text) + 1;

		memcpy((char *)out + members[m].offset, text, bytes);
		text += bytes;
	}
}

static uint64_t mix(uint64_t hash, const char *s)
{
	for (; *s != '\0'; s++)
		hash = (hash ^ (unsigned char)*s) * 0x100000001B3U;
	return (hash ^ 0xFF) * 0x100000001B3U;
}

/* Normalises a resident's ID number: drops the letter before it in a 学籍号, and reads letters that
 * look like digits as digits. Writes "" if the number is masked, or like 1.1E+17. */
static void bare_id_number(const char *number, char out[RECORD_TEXT])
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

static bool is_resident(const char *number)
{
	char bare[RECORD_TEXT];
	struct resident_id ignored;
	bool is;

	bare_id_number(number, bare);
	is = resident_id_read(bare, &ignored);
	explicit_bzero(bare, sizeof bare);
	return is;
}

/* Returns true if it is a resident's number that no spreadsheet has rounded. */
static bool is_whole(const char *number)
{
	char bare[RECORD_TEXT];
	bool is = is_resident(number);

	bare_id_number(number, bare);
	is = is && !id_is_rounded(bare);
	explicit_bzero(bare, sizeof bare);
	return is;
}

/* Returns true if a spreadsheet has ruined an ID number: 1.1E+17, ####, or 000 for its end. */
static bool is_ruined(const char *number)
{
	size_t len = strlen(number);
	struct findings of_number;
	bool ruined;

	if (cell_digits(number, len) >= ID_LENGTH - 1)
		return strcmp(number + len - 3, "000") == 0 && is_resident(number) &&
		       !is_whole(number);
	of_number.count = 0;
	resident_id_check(number, (struct date){ 0 }, &of_number);
	ruined = findings_has_kind(&of_number, KIND_SCIENTIFIC) ||
		 findings_has_kind(&of_number, KIND_ID_HASHES);
	explicit_bzero(of_number.items, of_number.count * sizeof *of_number.items);
	return ruined;
}

/* Copies the ideographs and letters of a name, as many as fit: a look-alike may be shorter than the
 * character it stands for. Drops all others, which may be a mistake. */
static void bare_name(const char *name, char out[RECORD_TEXT])
{
	size_t used = 0;
	uint32_t cp;

	while (text_next(&name, &cp)) {
		cp = name_fold_lookalike(lower_case(text_narrow(cp)));
		if ((name_is_ideograph(cp) || is_ascii_letter(cp)) && used + 4 < RECORD_TEXT)
			used += text_encode(cp, out + used);
	}
	out[used] = '\0';
}

/* Copies the date of birth, if the record has a full one, else the one in the ID number. */
static void birth_of(const struct record *r, char out[CELL_BIRTH])
{
	char number[RECORD_TEXT];

	snprintf(out, CELL_BIRTH, "%s", r->birth_date);
	if (strlen(out) == strlen("YYYY-MM-DD"))
		return;
	*out = '\0';
	cell_number(r->id_number, number);
	if (strlen(number) == ID_LENGTH) {
		number[6 + 8] = '\0';
		cell_birth(number + 6, out);
	}
	explicit_bzero(number, sizeof number);
}

static bool is_lost(const char *number)
{
	return cell_digits(number, strlen(number)) < PART_MIN;
}

enum { KEY = RECORD_TEXT + CELL_BIRTH };

/* Writes the key that a record is found by in one way; "": the record lacks it. */
static void key_of(const struct record *r, enum way way, char out[KEY])
{
	char birth[CELL_BIRTH];

	*out = '\0';
	switch (way) {
	case BY_CANDIDATE:
		cell_number(r->candidate_number, out);
		break;
	case BY_NUMBER:
		bare_id_number(r->id_number, out);
		break;
	case BY_NAME_AND_BIRTH:
		bare_name(r->name, out);
		birth_of(r, birth);
		if (birth[0] != '\0' && *out != '\0')
			strcat(out, birth);
		else
			*out = '\0';
		break;
	default:
		/* name and number may have changed places */
		bare_name(r->name, out);
		if (*out == '\0' && is_lost(r->id_number))
			bare_name(r->id_number, out);
	}
}

/* Returns the slot of a record's key, or the empty slot where the key belongs; NULL: the record
 * lacks this key. */
static uint32_t *slot_of(const struct record_index *index, const struct record *r, enum way way)
{
	static struct record other;
	static char own[KEY], key[KEY];
	uint32_t *slots = index->slots[way], *slot = NULL;
	uint64_t hash;

	key_of(r, way, own);
	hash = mix(0xCBF29CE484222325U, own);
	for (size_t i = hash ^ hash >> 32; *own != '\0'; i++) {
		slot = &slots[i & index->mask];
		if (*slot == 0)
			break;
		unpack(index->entries[*slot - 1].text, &other);
		key_of(&other, way, key);
		if (strcmp(own, key) == 0)
			break;
	}
	record_wipe(&other);
	explicit_bzero(own, sizeof own);
	explicit_bzero(key, sizeof key);
	return slot;
}

/* Fills the tables from the last record to the first, so that each record comes before later ones
 * with the same key. */
static void build(struct record_index *index)
{
	static struct record r;
	size_t size = 4;

	while (size < index->count * 2)
		size *= 2;
	index->mask = size - 1;
	for (int way = 0; way < WAYS; way++)
		index->slots[way] = xcalloc(size, sizeof *index->slots[way]);
	index->open = xcalloc(index->count, sizeof *index->open);
	for (size_t i = 0; i < index->count; i++)
		index->open[index->open_count++] = (uint32_t)i;
	for (size_t i = index->count; i-- > 0;) {
		unpack(index->entries[i].text, &r);
		for (int way = 0; way < WAYS; way++) {
			uint32_t *slot = slot_of(index, &r, (enum way)way);

			if (slot == NULL)
				continue;
			index->entries[i].next[way] = *slot;
			*slot = (uint32_t)i + 1;
		}
		if (index->entries[i].next[BY_CANDIDATE] != 0) {
			index->entries[i].ambiguous = true;
			index->entries[index->entries[i].next[BY_CANDIDATE] - 1].ambiguous = true;
		}
		if (index->entries[i].next[BY_NUMBER] != 0 && is_whole(r.id_number)) {
			index->entries[i].repeated = true;
			index->entries[index->entries[i].next[BY_NUMBER] - 1].repeats = true;
		}
	}
	record_wipe(&r);
}

static void add(struct record_index *index, const struct record *r, size_t row)
{
	struct record_faults faults = records_faults(index->records);

	index->known |= records_roster(index->records) != NULL ? UINT16_MAX : ~faults.lacks;
	index->absent += faults.absent;
	if (!faults.absent && !faults.shifted && is_ruined(r->id_number)) {
		index->first_ruined = index->ruined == 0 ? row : index->first_ruined;
		index->ruined++;
	}
	index->entries = xgrow(index->entries, index->count, sizeof *index->entries);
	index->entries[index->count++] =
		(struct entry){ .text = pack(r), .row = row, .faults = faults };
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
	while (index->count < UINT32_MAX / 2 && records_next(records, &r, &row, d))
		add(index, &r, row);
	failed = records_failed(records);
	record_wipe(&r);
	if (!failed && record_index_count(index) == 0)
		failed = !records_nobody(records, d);
	if (!failed) {
		build(index);
		return index;
	}
	record_index_free(index);
	return NULL;
}

void record_index_free(struct record_index *index)
{
	if (index == NULL)
		return;
	for (size_t i = 0; i < index->count; i++) {
		char *text = index->entries[i].text;
		size_t len = 0;

		for (int m = 0; m < MEMBERS; m++)
			len += strlen(text + len) + 1;
		explicit_bzero(text, len);
		free(text);
	}
	for (int way = 0; way < WAYS; way++)
		free(index->slots[way]);
	free(index->entries);
	free(index->open);
	records_close(index->records);
	free(index);
}

/* Returns the first record with this key that was not found yet, else the last one; NULL: none.
 * Skipped records are not looked at again, so that many records with one key take as long as many
 * with different keys. */
static struct entry *look_up(struct record_index *index, const struct record *student, enum way way)
{
	uint32_t *slot = slot_of(index, student, way);
	struct entry *e;

	if (slot == NULL || *slot == 0)
		return NULL;
	while (e = &index->entries[*slot - 1], e->found && e->next[way] != 0)
		*slot = e->next[way];
	return e;
}

/* Returns the only record with this key; NULL if there are none or several, or it was found
 * already. */
static struct entry *look_up_unique(struct record_index *index, const struct record *student,
				    enum way way)
{
	uint32_t *slot = slot_of(index, student, way);
	struct entry *e;

	if (slot == NULL || *slot == 0)
		return NULL;
	e = &index->entries[*slot - 1];
	return e->found || e->next[way] != 0 ? NULL : e;
}

static struct entry *next_of(const struct record_index *index, const struct entry *e, enum way way)
{
	return e->next[way] != 0 ? &index->entries[e->next[way] - 1] : NULL;
}

static bool same_key(const struct entry *e, const struct record *student, enum way way)
{
	static struct record other;
	static char own[KEY], key[KEY];
	bool same;

	unpack(e->text, &other);
	key_of(&other, way, key);
	key_of(student, way, own);
	same = *own != '\0' && strcmp(own, key) == 0;
	record_wipe(&other);
	explicit_bzero(own, sizeof own);
	explicit_bzero(key, sizeof key);
	return same;
}

/* Returns the record with the student's candidate number; of several, the one that also has the
 * student's ID number or name, else the first. */
static struct entry *look_up_candidate(struct record_index *index, const struct record *student)
{
	struct entry *first = look_up(index, student, BY_CANDIDATE), *e = first;

	for (int i = 0; i < LOOKED_AT && e != NULL; i++) {
		if (same_key(e, student, BY_NUMBER) || same_key(e, student, BY_NAME))
			return e;
		e = next_of(index, e, BY_CANDIDATE);
	}
	return first;
}

/* Returns the first record with the student's ID number; NULL: none, or the number's check
 * character is wrong. */
static struct entry *look_up_owner(struct record_index *index, const struct record *student)
{
	char bare[RECORD_TEXT];
	uint32_t *slot;

	bare_id_number(student->id_number, bare);
	slot = id_is_valid(bare) ? slot_of(index, student, BY_NUMBER) : NULL;
	explicit_bzero(bare, sizeof bare);
	return slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
}

/* Returns true if a record's number is a resident's, or what is left of one: it is masked, or like
 * 1.1E+17. */
static bool is_number(const char *recorded)
{
	return is_resident(recorded) || strpbrk(recorded, "*+") != NULL;
}

/* Returns, of the records of the student's name that were not found yet, the one with the most
 * similar number. NULL: none, or several. */
static struct entry *look_up_name(struct record_index *index, const struct record *student)
{
	uint32_t *slot = slot_of(index, student, BY_NAME);
	struct entry *e = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
	enum likeness best = LIKENESS_WEAK, likeness;
	struct entry *only = NULL;
	static struct record other;

	for (int i = 0; e != NULL; e = next_of(index, e, BY_NAME), i++) {
		unpack(e->text, &other);
		likeness = is_number(other.id_number)
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
static struct entry *look_up_mistyped(struct record_index *index, const struct record *student)
{
	uint32_t *slot = id_is_valid(student->id_number) ? NULL : slot_of(index, student, BY_NAME);
	struct entry *e = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
	struct entry *only = NULL;
	static struct record other;
	int alike = 0;

	for (int i = 0; i < LOOKED_AT && e != NULL; e = next_of(index, e, BY_NAME), i++) {
		unpack(e->text, &other);
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
	uint32_t *slot = slot_of(index, student, BY_NAME);
	const struct entry *e = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
	bool any = e != NULL;

	*all_found = any;
	for (int i = 0; i < LOOKED_AT && e != NULL; i++, e = next_of(index, e, BY_NAME))
		*all_found = *all_found && e->found;
	return any;
}

/* The record that is found by candidate number, ID number or name. */
struct found {
	struct entry *entry; /* NULL: none */
	bool unsure;         /* another of the three contradicts it */
};

/* Returns true if the student's name is the record's, or is at least `least` like it and no record
 * has the student's name; with by_number also if the ID numbers are alike. */
static bool is_like(const struct record_index *index, const struct entry *e,
		    const struct record *student, enum likeness least, bool by_number)
{
	static struct record other;
	bool like, ignored;

	if (same_key(e, student, BY_NAME))
		return true;
	unpack(e->text, &other);
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
	if (same_key(f.entry, student, BY_NUMBER))
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

	birth_of(recorded, birth);
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
static bool is_doubted(const struct record_index *index, const struct entry *e,
		       const struct record *student)
{
	static struct record other;
	int details;

	if (e->next[BY_NAME] == 0 && &index->entries[*slot_of(index, student, BY_NAME) - 1] == e)
		return false;
	unpack(e->text, &other);
	details = compare_details(student, &other);
	record_wipe(&other);
	return details < 0;
}

static struct found by_number(struct record_index *index, const struct record *student)
{
	struct found f = { .entry = look_up(index, student, BY_NUMBER) };

	if (f.entry == NULL || look_up_owner(index, student) == NULL)
		return f;
	f.unsure = same_key(f.entry, student, BY_NAME)
			   ? is_doubted(index, f.entry, student)
			   : !is_like(index, f.entry, student, LIKENESS_NONE, false);
	return f;
}

/* Returns the row of another record with the student's key, if only one has it (of several with the
 * ID number, the first); else 0. */
static size_t row_of_other(const struct record_index *index, const struct entry *e,
			   const struct record *student, enum way way)
{
	const uint32_t *slot = same_key(e, student, way) ? NULL : slot_of(index, student, way);
	const struct entry *other = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;

	return other != NULL && (other->next[way] == 0 || way == BY_NUMBER) ? other->row : 0;
}

/* Called before a record is returned. If it was found before by number and name, another record of
 * its name may belong to one of the two rows. */
static void note_twice(struct record_index *index, const struct entry *e,
		       const struct record *student)
{
	const uint32_t *slot;

	if (!e->found || !same_key(e, student, BY_NAME) || !same_key(e, student, BY_NUMBER))
		return;
	slot = slot_of(index, student, BY_NAME);
	index->entries[*slot - 1].taken_twice = true;
}

static bool give(struct record_index *index, struct entry *e, const struct record *student,
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
	unpack(e->text, out);
	owners->lacks = e->faults.shifted ? 0 : (uint16_t)(e->faults.lacks & index->known);
	/* Where the records contradict each other, only the records are reported. */
	if (e->ambiguous)
		out->candidate_number[0] = '\0';
	if ((e->repeated || e->repeats) && is_whole(student->id_number) &&
	    !same_key(e, student, BY_NUMBER))
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
	if (f.entry == NULL && !is_lost(student->id_number))
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
static int evidence_for(const struct record_index *index, const struct entry *e,
			const struct record *student, struct elsewhere elsewhere)
{
	static struct record other;
	bool most_found = 2 * index->found >= index->count, enough;
	int candidate = same_key(e, student, BY_CANDIDATE) ? LIKENESS_SAME : LIKENESS_NONE;
	int number = same_key(e, student, BY_NUMBER) ? LIKENESS_SAME : LIKENESS_NONE, name, details;

	unpack(e->text, &other);
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
static struct entry *look_up_left(struct record_index *index, const struct record *student,
				  int least)
{
	struct elsewhere elsewhere = { .number = look_up_owner(index, student) != NULL };
	struct entry *best = NULL;
	size_t open = 0;

	if (index->entries == NULL || index->patience == 0)
		return NULL;
	elsewhere.name_open =
		has_namesake(index, student, &elsewhere.name_found) && !elsewhere.name_found;
	least--; /* the most so far */
	for (size_t i = 0; i < index->open_count; i++) {
		struct entry *e = &index->entries[index->open[i]];
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
	const struct entry *e = look_up(index, student, BY_CANDIDATE);
	bool all_found;

	return (e != NULL && !e->found) || look_up_owner(index, student) != NULL ||
	       (has_namesake(index, student, &all_found) && !all_found);
}

bool record_index_guess(struct record_index *index, const struct record *student, bool last,
			struct record *out, struct record_owners *owners)
{
	struct entry *e = look_up_left(index, student, last ? -LIKENESS_SAME : LIKENESS_SAME + 1);

	return give(index, e == NULL && last ? look_up_owner(index, student) : e, student, out,
		    owners);
}

void record_index_explain(struct record_index *index, const char *number)
{
	static struct record r;
	struct entry *e;

	snprintf(r.id_number, sizeof r.id_number, "%s", number);
	e = look_up(index, &r, BY_NUMBER);
	record_wipe(&r);
	if (e != NULL) {
		index->found += !e->found;
		e->found = true;
	}
}

bool record_index_namesake(struct record_index *index, const struct record *student, bool by_name)
{
	bool lost = by_name || is_lost(student->id_number);
	uint32_t *slot = lost ? slot_of(index, student, BY_NAME) : NULL;

	if (slot == NULL || *slot == 0)
		return false;
	index->entries[*slot - 1].namesakes++;
	return true;
}

/* Returns true if so little is left of a record's number that it does not tell namesakes apart. */
static bool is_unreadable(const char *number)
{
	return is_lost(number) || strchr(number, '*') != NULL || is_ruined(number);
}

/* Returns true if the student may be a record of the same name: it was not found, or by nothing but
 * the name, and all that is left of its number agrees. */
static bool may_be(const struct entry *e, const struct record *student)
{
	static struct record r;
	char birth[CELL_BIRTH];
	bool may;

	unpack(e->text, &r);
	birth_of(&r, birth);
	may = !e->faults.shifted && !e->faults.absent && is_unreadable(r.id_number) &&
	      (!e->found || (r.candidate_number[0] == '\0' && birth[0] == '\0')) &&
	      (is_lost(r.id_number) ||
	       likeness_of_numbers(student->id_number, r.id_number) > LIKENESS_NONE);
	record_wipe(&r);
	return may;
}

size_t record_index_unsure(struct record_index *index, const struct record *student)
{
	uint32_t *slot = slot_of(index, student, BY_NAME);
	struct entry *first = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
	const struct entry *e = first;

	for (int i = 0; i < LOOKED_AT && e != NULL; e = next_of(index, e, BY_NAME), i++)
		if (may_be(e, student)) {
			first->unsure = true;
			return e->row;
		}
	return 0;
}

/* Returns how many records of a name were not found; they are counted once, and the count is kept
 * in the first one. */
static size_t count_left(const struct record_index *index, struct entry *first)
{
	const struct entry *e = first->left == 0 ? first : NULL;

	for (; e != NULL; e = next_of(index, e, BY_NAME))
		first->left += !e->found;
	return first->left;
}

/* Returns how the roster's rows that have a record's name explain that the record was not found:
 * with nothing left of their number, or of the record's. */
static enum record_left kind_of_left(const struct record_index *index, const struct record *r)
{
	const uint32_t *slot = slot_of(index, r, BY_NAME);
	struct entry *e = slot != NULL ? &index->entries[*slot - 1] : NULL;

	if (e != NULL && e->unsure && is_unreadable(r->id_number))
		return RECORD_LEFT_NONE;
	if (e == NULL || (e->namesakes == 0 && !e->taken_twice))
		return RECORD_LEFT;
	return e->namesakes >= count_left(index, e) ? RECORD_LEFT_NONE : RECORD_LEFT_NAMESAKE;
}

enum record_left record_index_left(struct record_index *index, size_t *at, struct record *out,
				   size_t *row)
{
	enum record_left left = RECORD_LEFT_NONE;

	for (; *at < index->count && left == RECORD_LEFT_NONE; (*at)++) {
		const struct entry *e = &index->entries[*at];

		if (e->found || e->repeats || e->faults.shifted || e->faults.absent)
			continue;
		unpack(e->text, out);
		*row = e->row;
		left = kind_of_left(index, out);
	}
	return left;
}

size_t record_index_count(const struct record_index *index)
{
	return index->count - index->absent;
}

const struct records *record_index_records(const struct record_index *index)
{
	return index->records;
}

enum finding_kind record_index_fault(const struct record_index *index, size_t *at, size_t *row)
{
	while (*at < index->count && index->entries[*at].faults.kind == KIND_BLANK)
		++*at;
	if (*at == index->count)
		return KIND_BLANK;
	*row = index->entries[*at].row;
	return index->entries[(*at)++].faults.kind;
}

size_t record_index_ruined_numbers(const struct record_index *index, size_t *first)
{
	*first = index->first_ruined;
	return index->ruined > 1 && 2 * index->ruined >= record_index_count(index) ? index->ruined
										   : 0;
}

size_t record_index_ruined(const struct record_index *index, size_t *first)
{
	size_t count = 0;

	for (size_t i = index->count; i-- > 0;) {
		if (!index->entries[i].faults.ruined)
			continue;
		*first = index->entries[i].row;
		count++;
	}
	return count;
}

bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   struct record_repeat *repeat)
{
	while (*at < 2 * index->count) {
		const struct entry *e = &index->entries[*at / 2], *later;
		bool of_id = (*at)++ % 2 == 0;

		if (of_id ? !e->repeated
			  : e->next[BY_CANDIDATE] == 0 ||
				    (e->repeated && e->next[BY_CANDIDATE] == e->next[BY_NUMBER]))
			continue;
		later = next_of(index, e, of_id ? BY_NUMBER : BY_CANDIDATE);
		unpack(later->text, out);
		*repeat = (struct record_repeat){ later->row, e->row, of_id };
		return true;
	}
	return false;
}
