/* SPDX-License-Identifier: MIT */
#include "audit/record_table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/recorded_number.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
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

void record_entry_read(const struct record_entry *e, struct record *out)
{
	const char *text = e->text;

	memset(out, 0, sizeof *out);
	for (int m = 0; m < MEMBERS; m++) {
		size_t bytes = strlen(text) + 1;

		memcpy((char *)out + members[m].offset, text, bytes);
		text += bytes;
	}
}

void record_table_add(struct record_table *t, const struct record *r, size_t row,
		      struct record_faults faults)
{
	t->entries = xgrow(t->entries, t->count, sizeof *t->entries);
	t->entries[t->count++] =
		(struct record_entry){ .text = pack(r), .row = row, .faults = faults };
}

static uint64_t mix(uint64_t hash, const char *s)
{
	for (; *s != '\0'; s++)
		hash = (hash ^ (unsigned char)*s) * 0x100000001B3U;
	return (hash ^ 0xFF) * 0x100000001B3U;
}

/* Copies the ideographs and letters of a name without a remark beside it, as many as fit: a
 * look-alike may be shorter than the character it stands for. Drops all others, which may be a
 * mistake. */
static void bare_name(const char *name, char out[RECORD_TEXT])
{
	char whole[RECORD_TEXT];
	const char *rest = whole;
	size_t used = 0;
	uint32_t cp;

	person_name_bare(name, whole);
	while (text_next(&rest, &cp)) {
		cp = name_fold_lookalike(lower_case(text_narrow(cp)));
		if ((name_is_ideograph(cp) || is_ascii_letter(cp)) && used + 4 < RECORD_TEXT)
			used += text_encode(cp, out + used);
	}
	used -= used > 0 && id_text_ends_in_x(whole); /* a number is in the name's place */
	out[used] = '\0';
	explicit_bzero(whole, sizeof whole);
}

void record_birth(const struct record *r, char out[CELL_BIRTH])
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

enum { KEY = RECORD_TEXT + CELL_BIRTH };

/* Writes the key that a record is found by in one way; "": the record lacks it. */
static void key_of(const struct record *r, enum record_way way, char out[KEY])
{
	char birth[CELL_BIRTH];

	*out = '\0';
	switch (way) {
	case BY_CANDIDATE:
		cell_number(r->candidate_number, out);
		break;
	case BY_NUMBER:
		recorded_number_bare(r->id_number, out);
		break;
	case BY_NAME_AND_BIRTH:
		bare_name(r->name, out);
		record_birth(r, birth);
		if (birth[0] != '\0' && *out != '\0')
			strcat(out, birth);
		else
			*out = '\0';
		break;
	default:
		/* name and number may have changed places */
		bare_name(r->name, out);
		if (*out == '\0' && recorded_number_is_lost(r->id_number))
			bare_name(r->id_number, out);
	}
}

/* Returns the slot of a record's key, or the empty slot where the key belongs; NULL: the record
 * lacks this key. */
static uint32_t *slot_of(const struct record_table *t, const struct record *r, enum record_way way)
{
	static struct record other;
	static char own[KEY], key[KEY];
	uint32_t *slots = t->slots[way], *slot = NULL;
	uint64_t hash;

	key_of(r, way, own);
	hash = mix(0xCBF29CE484222325U, own);
	for (size_t i = hash ^ hash >> 32; *own != '\0'; i++) {
		slot = &slots[i & t->mask];
		if (*slot == 0)
			break;
		record_entry_read(&t->entries[*slot - 1], &other);
		key_of(&other, way, key);
		if (strcmp(own, key) == 0)
			break;
	}
	record_wipe(&other);
	explicit_bzero(own, sizeof own);
	explicit_bzero(key, sizeof key);
	return slot;
}

void record_table_build(struct record_table *t)
{
	static struct record r;
	size_t size = 4;

	while (size < t->count * 2)
		size *= 2;
	t->mask = size - 1;
	for (int way = 0; way < RECORD_WAYS; way++)
		t->slots[way] = xcalloc(size, sizeof *t->slots[way]);
	/* From the last record to the first, so that each comes before later ones with its key. */
	for (size_t i = t->count; i-- > 0;) {
		record_entry_read(&t->entries[i], &r);
		for (int way = 0; way < RECORD_WAYS; way++) {
			uint32_t *slot = slot_of(t, &r, (enum record_way)way);

			if (slot == NULL)
				continue;
			t->entries[i].next[way] = *slot;
			*slot = (uint32_t)i + 1;
		}
		if (t->entries[i].next[BY_CANDIDATE] != 0) {
			t->entries[i].ambiguous = true;
			t->entries[t->entries[i].next[BY_CANDIDATE] - 1].ambiguous = true;
		}
		if (t->entries[i].next[BY_NUMBER] != 0 && recorded_number_is_whole(r.id_number)) {
			t->entries[i].repeated = true;
			t->entries[t->entries[i].next[BY_NUMBER] - 1].repeats = true;
		}
	}
	record_wipe(&r);
}

void record_table_free(struct record_table *t)
{
	for (size_t i = 0; i < t->count; i++) {
		char *text = t->entries[i].text;
		size_t len = 0;

		for (int m = 0; m < MEMBERS; m++)
			len += strlen(text + len) + 1;
		explicit_bzero(text, len);
		free(text);
	}
	for (int way = 0; way < RECORD_WAYS; way++)
		free(t->slots[way]);
	free(t->entries);
}

struct record_entry *record_table_first(const struct record_table *t, const struct record *r,
					enum record_way way)
{
	const uint32_t *slot = slot_of(t, r, way);

	return slot != NULL && *slot != 0 ? &t->entries[*slot - 1] : NULL;
}

struct record_entry *record_table_open(struct record_table *t, const struct record *r,
				       enum record_way way)
{
	uint32_t *slot = slot_of(t, r, way);
	struct record_entry *e;

	if (slot == NULL || *slot == 0)
		return NULL;
	while (e = &t->entries[*slot - 1], e->found && e->next[way] != 0)
		*slot = e->next[way];
	return e;
}

struct record_entry *record_table_next(const struct record_table *t, const struct record_entry *e,
				       enum record_way way)
{
	return e->next[way] != 0 ? &t->entries[e->next[way] - 1] : NULL;
}

bool record_entry_shares(const struct record_entry *e, const struct record *r, enum record_way way)
{
	static struct record other;
	static char own[KEY], key[KEY];
	bool same;

	record_entry_read(e, &other);
	key_of(&other, way, key);
	key_of(r, way, own);
	same = *own != '\0' && strcmp(own, key) == 0;
	record_wipe(&other);
	explicit_bzero(own, sizeof own);
	explicit_bzero(key, sizeof key);
	return same;
}
