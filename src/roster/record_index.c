/* SPDX-License-Identifier: MIT */
#include "roster/record_index.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/cell.h"
#include "roster/records.h"
#include "rules/name_character.h"
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
enum way { BY_CANDIDATE, BY_NUMBER, BY_NAME_AND_BIRTH, BY_NAME, WAYS };

/* LOOKED_AT: records of one key that are looked at one by one. PART_MIN: the fewest digits that
 * are part of a number. LIKE_MIN: the fewest characters in common of two that may be one. */
enum { LOOKED_AT = 16, PART_MIN = 4, LIKE_MIN = 12 };

struct entry {
	char *text; /* owned */
	size_t row;
	uint32_t next[WAYS]; /* the next one with the same key, as in slots */
	uint32_t namesakes;  /* of the first one of a name: rows that have only that name */
	uint32_t left;       /* of it: records of the name that were not found; 0: not counted */
	bool found;
	bool repeated,
		repeats; /* a later one, an earlier one has the ID number of a resident too */
};

struct record_index {
	struct entry *entries; /* owned */
	size_t count;
	/* Owned; the first entry of a key, its index + 1, 0: none; open addressing. By candidate number
	 * and by ID number: the first that was not found yet, as long as there is one. */
	uint32_t *slots[WAYS];
	size_t mask;
	struct records *records; /* owned: the file, read to its end */
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

/* The number of a resident, of his 学籍号, too: a letter before it; letters like digits are digits. "": it is masked, or
 * like 1.1E+17. */
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

/* The ideographs and letters of a name, as many as fit: a look-alike may be shorter than what it
 * stands for. Other characters may be a mistake. */
static void bare_name(const char *name, char out[RECORD_TEXT])
{
	size_t len = strlen(name), used = 0, step;
	uint32_t cp;

	for (size_t at = 0; at<len; at += step> 0 ? step : 1) {
		step = text_decode(name + at, len - at, &cp);
		cp = step > 0 ? name_fold_lookalike(lower_case(text_narrow(cp))) : 0;
		if ((name_is_ideograph(cp) || is_ascii_letter(cp)) && used + 4 < RECORD_TEXT)
			used += text_encode(cp, out + used);
	}
	out[used] = '\0';
}

/* The day of birth: as given, else as the ID number has it. */
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

/* What a record is found by; "": it lacks that. */
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
		/* the cells of a row may have changed places */
		bare_name(r->name, out);
		if (*out == '\0' && is_lost(r->id_number))
			bare_name(r->id_number, out);
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
		if (index->entries[i].next[BY_NUMBER] != 0 && is_resident(r.id_number)) {
			index->entries[i].repeated = true;
			index->entries[index->entries[i].next[BY_NUMBER] - 1].repeats = true;
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
	index->records = records;
	while (index->count < UINT32_MAX / 2 && records_next(records, &r, &row, d))
		add(index, &r, row);
	failed = records_failed(records);
	record_wipe(&r);
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
	records_close(index->records);
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

/* Of several with one candidate number the one whose ID number or name is the student's. */
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

static bool is_sound(const char *number)
{
	struct resident_id ignored;

	return resident_id_read(number, &ignored) && id_check_fits(number);
}

/* The first record with the student's ID number, whose check character fits; NULL: none. */
static struct entry *look_up_owner(struct record_index *index, const struct record *student)
{
	char bare[RECORD_TEXT];
	uint32_t *slot;

	bare_id_number(student->id_number, bare);
	slot = is_sound(bare) ? slot_of(index, student, BY_NUMBER) : NULL;
	explicit_bzero(bare, sizeof bare);
	return slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
}

/* Whether the one is what masks or a lost end leave of the other: it begins and ends like it. */
static bool is_part(const char *part, const char *whole)
{
	size_t len = strlen(part), head = strspn(part, "0123456789"), tail = 0, all = strlen(whole);

	while (head + tail < len && isalnum((unsigned char)part[len - tail - 1]))
		tail++;
	return head + tail >= PART_MIN && len <= all && memcmp(part, whole, head) == 0 &&
	       memcmp(part + len - tail, whole + all - tail, tail) == 0;
}

/* Whether two numbers, one of which is wrong by itself, have most of their characters in common. */
static bool is_like(const char *number, const char *recorded)
{
	size_t same = 0;

	if (strlen(number) != ID_LENGTH || strlen(recorded) != ID_LENGTH ||
	    (is_sound(number) && is_sound(recorded)))
		return false;
	for (size_t i = 0; i < ID_LENGTH; i++)
		same += number[i] == recorded[i];
	return same >= LIKE_MIN;
}

/* Whether a record has a resident's number; or a part of it, as far as can be seen. */
static bool is_number(const char *recorded)
{
	return is_resident(recorded) || strpbrk(recorded, "*+") != NULL;
}

/* Whether two numbers of students of one name can be one number, with slips in it or damaged. */
static bool may_be_one(const char *number, const char *recorded)
{
	return id_match(number, recorded) != ID_DIFFERENT ||
	       id_match(recorded, number) != ID_DIFFERENT || is_part(number, recorded) ||
	       is_part(recorded, number) || !is_number(recorded);
}

/* The only record of this name that was not found yet, of those whose number fits the student's, if that is asked for.
 * NULL: none, or several. */
static struct entry *look_up_name(struct record_index *index, const struct record *student,
				  bool (*fits)(const char *number, const char *recorded))
{
	uint32_t *slot = slot_of(index, student, BY_NAME);
	struct entry *e = slot != NULL && *slot != 0 ? &index->entries[*slot - 1] : NULL;
	struct entry *only = NULL;
	static struct record other;
	size_t count = 0;

	for (int i = 0; e != NULL && count < 2; e = next_of(index, e, BY_NAME), i++) {
		unpack(e->text, &other);
		if (i == LOOKED_AT)
			count = 2;
		else if (!e->found && (fits == NULL || fits(student->id_number, other.id_number))) {
			only = e;
			count++;
		}
	}
	record_wipe(&other);
	return count == 1 ? only : NULL;
}

/* By the candidate number, unless the number is somebody else's and the name is not this one's: of the three, two that
 * agree are right. */
static struct entry *by_candidate(struct record_index *index, const struct record *student,
				  struct entry **owner)
{
	struct entry *e = look_up_candidate(index, student), *other;

	if (e == NULL || same_key(e, student, BY_NUMBER))
		return e;
	other = look_up_owner(index, student);
	if (other == NULL || same_key(e, student, BY_NAME)) {
		*owner = other;
		return e;
	}
	return same_key(other, student, BY_NAME) || (!other->found && other->next[BY_NUMBER] == 0)
		       ? other
		       : e;
}

/* By the number, unless another record has the name. */
static struct entry *by_number(struct record_index *index, const struct record *student,
			       struct entry **owner)
{
	struct entry *e = look_up(index, student, BY_NUMBER), *named;

	if (e == NULL || same_key(e, student, BY_NAME) || look_up_owner(index, student) == NULL ||
	    (named = look_up_name(index, student, NULL)) == NULL)
		return e;
	*owner = e;
	return named;
}

bool record_index_find(struct record_index *index, const struct record *student, struct record *out,
		       size_t *owner)
{
	struct entry *other = NULL, *e = by_candidate(index, student, &other);

	if (e == NULL)
		e = by_number(index, student, &other);
	/* A name and a day in common are no proof that two rows are one person. */
	if (e == NULL)
		e = look_up_unique(index, student, BY_NAME_AND_BIRTH);
	if (e == NULL && !is_lost(student->id_number))
		e = look_up_name(index, student, may_be_one);
	if (e == NULL)
		e = look_up_name(index, student, is_like);
	memset(out, 0, sizeof *out);
	*owner = other != NULL ? other->row : 0;
	if (e == NULL)
		return false;
	e->found = true;
	unpack(e->text, out);
	return true;
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

/* How many records of a name were not found: counted once, at its first record. */
static size_t count_left(const struct record_index *index, struct entry *first)
{
	const struct entry *e = first->left == 0 ? first : NULL;

	for (; e != NULL; e = next_of(index, e, BY_NAME))
		first->left += !e->found;
	return first->left;
}

/* How the roster's rows of a record's name, of whose numbers nothing is left, explain that it was not found. */
static enum record_left kind_of_left(const struct record_index *index, const struct record *r)
{
	const uint32_t *slot = slot_of(index, r, BY_NAME);
	struct entry *e = slot != NULL ? &index->entries[*slot - 1] : NULL;

	if (e == NULL || e->namesakes == 0)
		return RECORD_LEFT;
	return e->namesakes >= count_left(index, e) ? RECORD_LEFT_NONE : RECORD_LEFT_NAMESAKE;
}

enum record_left record_index_left(struct record_index *index, size_t *at, struct record *out,
				   size_t *row)
{
	enum record_left left = RECORD_LEFT_NONE;

	for (; *at < index->count && left == RECORD_LEFT_NONE; (*at)++) {
		const struct entry *e = &index->entries[*at];

		if (e->found || e->repeats)
			continue;
		unpack(e->text, out);
		*row = e->row;
		left = kind_of_left(index, out);
	}
	return left;
}

size_t record_index_count(const struct record_index *index)
{
	return index->count;
}

const struct records *record_index_records(const struct record_index *index)
{
	return index->records;
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
