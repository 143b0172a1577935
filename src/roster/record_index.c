/* SPDX-License-Identifier: MIT */
#include "roster/record_index.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "roster/cell.h"
#include "roster/records.h"
#include "roster/words.h"
#include "rules/resident_id.h"

/* The members that rosters are compared with, one NUL-terminated string behind the other. */
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

/* How a record may be found; each has a table. */
enum way { BY_CANDIDATE, BY_NUMBER, BY_NAME_AND_BIRTH, WAYS };

struct entry {
	char *text; /* owned */
	size_t row;
	uint32_t next[WAYS]; /* the next one with the same key, as in slots */
	bool found;
};

struct record_index {
	struct entry *entries; /* owned */
	size_t count;
	/* Owned; the first entry of a key, its index + 1, 0: none; open addressing. By candidate number
	 * and by ID number: the first that was not found yet, as long as there is one. */
	uint32_t *slots[WAYS];
	size_t mask;
	bool is_list; /* they came as JSON */
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

/* The letters and digits of a number, without what people and spreadsheets add: blanks, separators, width, a
 * quote, .0. */
static void bare_number(const char *number, char out[RECORD_TEXT])
{
	char folded[RECORD_TEXT];
	size_t len, used = 0;

	cell_fold(number, folded, sizeof folded);
	len = strlen(folded);
	if (words_find(folded, ".0", WORDS_END) > 0)
		folded[len - 2] = '\0';
	for (const char *p = folded; *p != '\0'; p++)
		if (isalnum((unsigned char)*p))
			out[used++] = (char)toupper((unsigned char)*p);
	out[used] = '\0';
	explicit_bzero(folded, sizeof folded);
}

/* The day of birth: as given, else as the ID number has it. */
static void birth_of(const struct record *r, char out[CELL_BIRTH])
{
	char number[RECORD_TEXT];

	snprintf(out, CELL_BIRTH, "%s", r->birth_date);
	if (*out != '\0')
		return;
	bare_number(r->id_number, number);
	if (strlen(number) == ID_LENGTH) {
		number[6 + 8] = '\0';
		cell_birth(number + 6, out);
	}
	explicit_bzero(number, sizeof number);
}

enum { KEY = RECORD_TEXT + CELL_BIRTH };

/* What a record is found by; "": it lacks that. */
static void key_of(const struct record *r, enum way way, char out[KEY])
{
	char birth[CELL_BIRTH];

	*out = '\0';
	switch (way) {
	case BY_CANDIDATE:
		bare_number(r->candidate_number, out);
		break;
	case BY_NUMBER:
		bare_number(r->id_number, out);
		break;
	default:
		birth_of(r, birth);
		if (birth[0] != '\0' && r->name[0] != '\0')
			snprintf(out, KEY, "%s %s", birth, r->name);
	}
}

/* The slot of a record's key, or the empty slot where it belongs; NULL: the record lacks this key. */
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

/* From the last record to the first, so that each comes before later ones with the same key. */
static void build(struct record_index *index)
{
	static struct record r;
	size_t size = 4;

	while (size < index->count * 2)
		size *= 2;
	index->mask = size - 1;
	for (int way = 0; way < WAYS; way++)
		index->slots[way] = xcalloc(size, sizeof *index->slots[way]);
	for (size_t i = index->count; i-- > 0;) {
		unpack(index->entries[i].text, &r);
		for (int way = 0; way < WAYS; way++) {
			uint32_t *slot = slot_of(index, &r, (enum way)way);

			if (slot == NULL)
				continue;
			index->entries[i].next[way] = *slot;
			*slot = (uint32_t)i + 1;
		}
	}
	record_wipe(&r);
}

static void add(struct record_index *index, const struct record *r, size_t row)
{
	index->entries = xgrow(index->entries, index->count, sizeof *index->entries);
	index->entries[index->count++] = (struct entry){ .text = pack(r), .row = row };
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
	index->is_list = records_is_list(records);
	while (index->count < UINT32_MAX / 2 && records_next(records, &r, &row, d))
		add(index, &r, row);
	failed = records_failed(records);
	record_wipe(&r);
	records_close(records);
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
	free(index);
}

/* The first record with this key that was not found yet, else the last; NULL: none. Records passed over
 * are not looked at again: many with one key cost as much as many with many keys. */
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

/* The only record with this key, if it was not found yet. */
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

/* Of several with one candidate number the one whose ID number or name is the student's. */
static struct entry *look_up_candidate(struct record_index *index, const struct record *student)
{
	enum { LOOKED_AT = 16 };
	struct entry *first = look_up(index, student, BY_CANDIDATE), *e = first;
	static struct record other;

	for (int i = 0; i < LOOKED_AT && e != NULL; i++) {
		bool same;

		unpack(e->text, &other);
		same = strcmp(other.id_number, student->id_number) == 0 ||
		       strcmp(other.name, student->name) == 0;
		record_wipe(&other);
		if (same)
			return e;
		e = e->next[BY_CANDIDATE] != 0 ? &index->entries[e->next[BY_CANDIDATE] - 1] : NULL;
	}
	return first;
}

/* Another record than that of the candidate number, by an ID number whose check character fits: of the two, a slip
 * in the candidate number alone leaves a number that is somebody's. Not where the name says otherwise. */
static struct entry *look_up_number(struct record_index *index, const struct record *student,
				    const struct entry *by_candidate)
{
	static struct record other;
	char digits[ID_LENGTH + 1];
	struct resident_id id;
	bool agrees, sound;

	unpack(by_candidate->text, &other);
	agrees = strcmp(other.id_number, student->id_number) == 0 ||
		 strcmp(other.name, student->name) == 0;
	record_wipe(&other);
	sound = !agrees && id_read_loosely(student->id_number, digits, &id) &&
		id_check_fits(digits);
	explicit_bzero(digits, sizeof digits);
	return sound ? look_up_unique(index, student, BY_NUMBER) : NULL;
}

bool record_index_find(struct record_index *index, const struct record *student, struct record *out)
{
	struct entry *e = look_up_candidate(index, student), *by_number = NULL;

	if (e != NULL)
		by_number = look_up_number(index, student, e);
	if (by_number != NULL)
		e = by_number;
	if (e == NULL)
		e = look_up(index, student, BY_NUMBER);
	/* A name and a day in common are no proof that two rows are one person. */
	if (e == NULL)
		e = look_up_unique(index, student, BY_NAME_AND_BIRTH);
	memset(out, 0, sizeof *out);
	if (e == NULL)
		return false;
	e->found = true;
	unpack(e->text, out);
	return true;
}

bool record_index_left(const struct record_index *index, size_t *at, struct record *out,
		       size_t *row)
{
	while (*at < index->count && index->entries[*at].found)
		(*at)++;
	if (*at == index->count)
		return false;
	unpack(index->entries[*at].text, out);
	*row = index->entries[*at].row;
	(*at)++;
	return true;
}

bool record_index_is_list(const struct record_index *index)
{
	return index->is_list;
}

bool record_index_repeated(const struct record_index *index, size_t *at, struct record *out,
			   size_t *row, size_t *first)
{
	while (*at < index->count) {
		const struct entry *e = &index->entries[(*at)++], *repeat;

		if (e->next[BY_CANDIDATE] == 0)
			continue;
		repeat = &index->entries[e->next[BY_CANDIDATE] - 1];
		unpack(repeat->text, out);
		*first = e->row;
		*row = repeat->row;
		return true;
	}
	return false;
}
