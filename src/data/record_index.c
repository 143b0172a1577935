/* SPDX-License-Identifier: MIT */
#include "record_index.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "records.h"
#include "xalloc.h"

/* The members that rosters are compared with, one NUL-terminated string behind the other. */
enum member { NAME, ID_NUMBER, CANDIDATE_NUMBER, SEX, BIRTH_DATE, MEMBERS };

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
#undef MEMBER
};

struct entry {
	char *text; /* owned */
	size_t row;
	bool found;
};

/* How a record may be found; each has a table. */
enum way { BY_CANDIDATE, BY_NUMBER, BY_NAME_AND_BIRTH, WAYS };

struct record_index {
	struct entry *entries; /* owned */
	size_t count, room;
	uint32_t *slots[WAYS]; /* owned; an entry's index + 1, 0: none; open addressing */
	size_t mask;
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

/* 0: it cannot be found in this way. */
static uint64_t hash_of(const struct record *r, enum way way)
{
	const uint64_t start = 0xCBF29CE484222325U;

	switch (way) {
	case BY_CANDIDATE:
		return r->candidate_number[0] != '\0' ? mix(start, r->candidate_number) : 0;
	case BY_NUMBER:
		return r->id_number[0] != '\0' ? mix(start, r->id_number) : 0;
	default:
		return r->name[0] != '\0' && r->birth_date[0] != '\0'
			       ? mix(mix(start, r->name), r->birth_date)
			       : 0;
	}
}

static bool same(const struct record *a, const struct record *b, enum way way)
{
	switch (way) {
	case BY_CANDIDATE:
		return strcmp(a->candidate_number, b->candidate_number) == 0;
	case BY_NUMBER:
		return strcmp(a->id_number, b->id_number) == 0;
	default:
		return strcmp(a->name, b->name) == 0 && strcmp(a->birth_date, b->birth_date) == 0;
	}
}

static size_t slot_of(const struct record_index *index, uint64_t hash)
{
	return (size_t)(hash ^ hash >> 32) & index->mask;
}

static void insert(struct record_index *index, size_t entry, const struct record *r, enum way way)
{
	uint64_t hash = hash_of(r, way);
	size_t i = slot_of(index, hash);

	if (hash == 0)
		return;
	while (index->slots[way][i] != 0)
		i = (i + 1) & index->mask;
	index->slots[way][i] = (uint32_t)entry + 1;
}

static void build(struct record_index *index)
{
	static struct record r;
	size_t size = 4;

	while (size < index->count * 2)
		size *= 2;
	index->mask = size - 1;
	for (int way = 0; way < WAYS; way++)
		index->slots[way] = xcalloc(size, sizeof *index->slots[way]);
	for (size_t i = 0; i < index->count; i++) {
		unpack(index->entries[i].text, &r);
		for (int way = 0; way < WAYS; way++)
			insert(index, i, &r, (enum way)way);
	}
	record_wipe(&r);
}

static void add(struct record_index *index, const struct record *r, size_t row)
{
	if (index->count == index->room) {
		index->room = index->room == 0 ? 64 : index->room * 2;
		index->entries = xrealloc(index->entries, index->room * sizeof *index->entries);
	}
	index->entries[index->count++] = (struct entry){ pack(r), row, false };
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

size_t record_index_count(const struct record_index *index)
{
	return index->count;
}

/* How many have it in common; *entry: the first of them that was not found yet, else the first. */
static size_t look_up(const struct record_index *index, const struct record *student, enum way way,
		      size_t *entry)
{
	static struct record r;
	uint64_t hash = hash_of(student, way);
	size_t count = 0, open = 0;

	if (hash == 0)
		return 0;
	for (size_t i = slot_of(index, hash); index->slots[way][i] != 0;
	     i = (i + 1) & index->mask) {
		size_t at = index->slots[way][i] - 1;

		unpack(index->entries[at].text, &r);
		if (!same(&r, student, way))
			continue;
		if (count == 0 || (open == 0 && !index->entries[at].found))
			*entry = at;
		open += !index->entries[at].found;
		count++;
	}
	record_wipe(&r);
	return count;
}

bool record_index_find(struct record_index *index, const struct record *student, struct record *out)
{
	size_t at = 0;
	bool known = look_up(index, student, BY_CANDIDATE, &at) > 0 ||
		     look_up(index, student, BY_NUMBER, &at) > 0;

	/* A name and a day in common are no proof that two rows are one person. */
	if (!known)
		known = look_up(index, student, BY_NAME_AND_BIRTH, &at) == 1 &&
			!index->entries[at].found;
	memset(out, 0, sizeof *out);
	if (!known)
		return false;
	index->entries[at].found = true;
	unpack(index->entries[at].text, out);
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
