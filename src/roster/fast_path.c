/* SPDX-License-Identifier: MIT */
#include "roster/fast_path.h"

#include <string.h>

#include "base/eight_bytes.h"
#include "roster/fast_path_internal.h"
#include "roster/roster_internal.h"
#include "rules/candidate_number.h"
#include "rules/resident_id.h"

enum { NUMBER = 18 };

/* A row in memory: cell i lies between starts[i] and the mark before starts[i + 1]. */
struct view {
	const char *at, *end; /* of what is read */
	char delimiter;
	const struct roster_columns *columns;
	enum roster_encoding encoding;
	const char *starts[ROSTER_ORDER_MAX + 1];
};

static inline struct slice cell_at(const struct view *v, size_t index)
{
	const char *const *start = v->starts + index;

	return (struct slice){ start[0], (size_t)(start[1] - 1 - start[0]) };
}

static inline struct slice field(const struct view *v, enum roster_column c)
{
	return cell_at(v, v->columns->index[c]);
}

/* Which of eight bytes are marks: what ends a cell, a quote, a blank. Only the semicolon stands higher
 * than a comma, among what characters are made of. */
static inline uint64_t marks(uint64_t word, bool semicolon)
{
	uint64_t found = eight_below(word, ',' + 1);

	return semicolon ? found | eight_equal(word, ';') : found;
}

/* The first mark from p on. Sixteen bytes together and without a branch between them: names of two
 * and of three characters take turns. */
static inline __attribute__((always_inline)) const char *next_mark(const char *p, bool semicolon)
{
	uint64_t one, two;

	for (;; p += 2 * EIGHT_BYTES) {
		one = marks(eight_load(p), semicolon);
		two = marks(eight_load(p + EIGHT_BYTES), semicolon);
		if ((one | two) != 0)
			break;
	}
	p += one != 0 ? 0 : EIGHT_BYTES;
	return p + eight_first(one != 0 ? one : two);
}

/* The first byte of ASCII from p on: of a name in which there is nothing to be found, its end. */
static inline const char *next_ascii(const char *p)
{
	const uint64_t high = 0x80 * EIGHT_EACH;
	uint64_t one, two;

	for (;; p += 2 * EIGHT_BYTES) {
		one = ~eight_load(p) & high;
		two = ~eight_load(p + EIGHT_BYTES) & high;
		if ((one | two) != 0)
			break;
	}
	p += one != 0 ? 0 : EIGHT_BYTES;
	return p + eight_first(one != 0 ? one : two);
}

static bool is(struct slice s, const char *bytes)
{
	return s.len == strlen(bytes) && memcmp(s.bytes, bytes, s.len) == 0;
}

static bool sex_plain(const struct view *v)
{
	struct slice sex = field(v, ROSTER_SEX);
	bool male = field(v, ROSTER_ID_NUMBER).bytes[16] & 1;

	if (v->encoding == ROSTER_GB18030)
		return is(sex, male ? "\xC4\xD0" : "\xC5\xAE");
	return is(sex, male ? "男" : "女");
}

static bool birth_plain(const struct view *v)
{
	struct slice birth = field(v, ROSTER_BIRTH_DATE);
	const char *p = birth.bytes, *own = field(v, ROSTER_ID_NUMBER).bytes + 6;

	if (birth.len == 8)
		return memcmp(p, own, 8) == 0;
	return birth.len == 10 && memcmp(p, own, 4) == 0 && p[4] == p[7] &&
	       (p[4] == '-' || p[4] == '/' || p[4] == '.') && memcmp(p + 5, own + 4, 2) == 0 &&
	       memcmp(p + 8, own + 6, 2) == 0;
}

static bool document_plain(const struct view *v)
{
	struct slice type = field(v, ROSTER_DOCUMENT_TYPE);

	if (v->encoding == ROSTER_GB18030)
		return is(type, "\xBE\xD3\xC3\xF1\xC9\xED\xB7\xDD\xD6\xA4");
	return is(type, "居民身份证");
}

static bool candidate_plain(const struct view *v)
{
	struct slice candidate = field(v, ROSTER_CANDIDATE_NUMBER);

	return candidate.len == CANDIDATE_DIGITS && candidate_number_sound(candidate.bytes);
}

/* The columns that only some rosters have. */
static bool others_plain(const struct view *v)
{
	const size_t *index = v->columns->index;

	return (index[ROSTER_SEX] == ROSTER_ABSENT || sex_plain(v)) &&
	       (index[ROSTER_BIRTH_DATE] == ROSTER_ABSENT || birth_plain(v)) &&
	       (index[ROSTER_DOCUMENT_TYPE] == ROSTER_ABSENT || document_plain(v)) &&
	       (index[ROSTER_CANDIDATE_NUMBER] == ROSTER_ABSENT || candidate_plain(v));
}

/* Behind the row, from the mark behind its last cell that matters; NULL: no plain end, too many cells,
 * or not in memory, behind whose end there is a NUL. */
static inline const char *row_end(const struct view *v, const char *mark, bool semicolon)
{
	for (size_t cells = v->columns->count; *mark == v->delimiter; cells++) {
		if (cells == v->columns->width)
			return NULL;
		mark = next_mark(mark + 1, semicolon);
	}
	mark += mark[0] == '\r' && mark[1] == '\n';
	return *mark == '\n' ? mark + 1 : NULL;
}

/* What the commonest rosters have in common stands here once more, as constants. */
struct layout {
	size_t name, number, count; /* as in struct roster_columns */
	bool semicolon;
};

/* Behind the row at `at` when nothing is to be found in it, else NULL. */
static inline __attribute__((always_inline)) const char *
pass(struct view *v, const struct roster_glance *g, const char *at, struct layout l)
{
	const char *cell = v->starts[0] = at, *mark;

	for (size_t i = 0; i < l.number; i++) {
		mark = i == l.name ? next_ascii(cell) : next_mark(cell, l.semicolon);
		if (*mark != v->delimiter)
			return NULL;
		cell = v->starts[i + 1] = mark + 1;
	}
	if (v->end - cell <= NUMBER || !resident_id_sound(cell, &g->births))
		return NULL;
	mark = cell + NUMBER;
	for (size_t i = l.number + 1; i < l.count; i++) {
		if (*mark != v->delimiter)
			return NULL;
		v->starts[i] = mark + 1;
		mark = next_mark(mark + 1, l.semicolon);
	}
	v->starts[l.count] = mark + 1;
	if (!glance_name_plain(v->encoding, cell_at(v, l.name)) ||
	    (v->columns->extra && !others_plain(v)))
		return NULL;
	return *mark == '\n' ? mark + 1 : row_end(v, mark, l.semicolon);
}

/* So many bytes of a word, at most all. */
static inline uint64_t load_part(const char *p, size_t count)
{
	static const uint64_t masks[EIGHT_BYTES + 1] = {
		0,
		0xFF,
		0xFFFF,
		0xFFFFFF,
		0xFFFFFFFF,
		0xFFFFFFFFFF,
		0xFFFFFFFFFFFF,
		0xFFFFFFFFFFFFFF,
		0xFFFFFFFFFFFFFFFF,
	};

	return eight_load(p) & masks[count < EIGHT_BYTES ? count : EIGHT_BYTES];
}

/* Of a name's bytes, those of a row in memory; the same name has another in another encoding. Names of
 * two and of three characters take turns here, too. */
static inline uint32_t name_key(struct slice name)
{
	const uint64_t factor = 0x9E3779B97F4A7C15U;
	const char *p = name.bytes;
	size_t left = name.len;
	uint64_t hash = left;

	if (left == 0)
		return 0;
	for (;; p += 2 * EIGHT_BYTES, left -= 2 * EIGHT_BYTES) {
		hash = (hash ^ load_part(p, left)) * factor;
		hash = (hash ^
			load_part(p + EIGHT_BYTES, left > EIGHT_BYTES ? left - EIGHT_BYTES : 0)) *
		       factor;
		if (left <= 2 * EIGHT_BYTES)
			return (uint32_t)(hash >> 32);
	}
}

/* Digits that are no number of the right form: 15 of the old kind, or one too few. */
static uint64_t digits_key(struct slice s)
{
	uint64_t key = 1; /* leading zeros count */

	for (size_t i = 0; i < s.len; i++) {
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			return 0;
		key = key * 10 + (uint64_t)(s.bytes[i] - '0');
	}
	return key | 1ULL << 62;
}

/* Up to twelve digits and letters of another document's number, up to 17 digits; apart from those of 18
 * digits. */
static uint64_t text_key(struct slice s)
{
	uint64_t key = 0;

	if (s.len > 12 && s.len < NUMBER)
		return digits_key(s);
	if (s.len == 0 || s.len > 12)
		return 0;
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.bytes[i];

		c = c >= 'a' && c <= 'z' ? (unsigned char)(c - 'a' + 'A') : c;
		if (c >= '0' && c <= '9')
			key = key * 37 + c - '0' + 1;
		else if (c >= 'A' && c <= 'Z')
			key = key * 37 + c - 'A' + 11;
		else
			return 0;
	}
	return key | 1ULL << 63;
}

struct roster_person roster_person(const struct roster_row *row)
{
	struct slice number = roster_number(row->fields[ROSTER_ID_NUMBER]);
	struct slice candidate = roster_number(row->fields[ROSTER_CANDIDATE_NUMBER]);
	struct roster_person person = { .name = name_key(row->fields[ROSTER_NAME]),
					.row = row->row };
	char digits[NUMBER + 1];
	struct resident_id ignored;

	person.number = text_key(number);
	if (number.len == NUMBER) {
		memcpy(digits, number.bytes, NUMBER);
		digits[NUMBER] = '\0';
		digits[NUMBER - 1] = digits[NUMBER - 1] == 'x' ? 'X' : digits[NUMBER - 1];
		if (resident_id_read(digits, &ignored))
			person.number = resident_id_key(digits);
		explicit_bzero(digits, sizeof digits);
	}
	if (candidate.len == CANDIDATE_DIGITS && candidate_number_sound(candidate.bytes))
		person.candidate = candidate_number_key(candidate.bytes);
	else
		person.candidate = text_key(candidate);
	return person;
}

static inline void remember(struct roster_glance *g, const struct view *v, size_t row,
			    struct layout l)
{
	bool candidates = v->columns->index[ROSTER_CANDIDATE_NUMBER] != ROSTER_ABSENT;

	g->persons[g->person_count++] = (struct roster_person){
		.number = resident_id_sound_key(v->starts[l.number]),
		.candidate = candidates
				     ? candidate_number_key(field(v, ROSTER_CANDIDATE_NUMBER).bytes)
				     : 0,
		.name = name_key(cell_at(v, l.name)),
		.row = row,
	};
}

/* Returns the rows passed. */
static inline __attribute__((always_inline)) size_t
pass_rows(struct view *v, struct roster_glance *g, size_t first, struct layout l)
{
	const char *at = v->at, *next;
	size_t rows = 0;

	while ((next = pass(v, g, at, l)) != NULL) {
		const char *number = v->starts[l.number];

		at = next;
		g->rounded += memcmp(number + NUMBER - 3, "000", 3) == 0;
		if (g->persons != NULL)
			remember(g, v, first + rows, l);
		rows++;
		if (g->person_count == g->person_max && g->persons != NULL)
			break;
	}
	v->at = at;
	return rows;
}

void roster_glance(struct roster *r, struct roster_glance *g)
{
	struct slice ahead = csv_in_ahead(r->in);
	size_t first = csv_in_next_row(r->in), rows;
	struct layout l;
	struct view v;

	v.at = ahead.bytes;
	v.end = ahead.bytes + ahead.len;
	v.delimiter = csv_in_delimiter(r->in);
	v.columns = &r->columns;
	v.encoding = r->text.encoding;
	g->person_count = 0;
	if (v.columns->count == 0 || v.encoding == ROSTER_ASCII || ahead.len == 0)
		return;
	l = (struct layout){ v.columns->index[ROSTER_NAME], v.columns->index[ROSTER_ID_NUMBER],
			     v.columns->count, false };
	if (v.delimiter == ';')
		rows = pass_rows(&v, g, first, (struct layout){ l.name, l.number, l.count, true });
	else if (l.name == 0 && l.number == 1 && l.count == 2)
		rows = pass_rows(&v, g, first, (struct layout){ 0, 1, 2, false });
	else
		rows = pass_rows(&v, g, first, l);
	g->rows += rows;
	csv_in_skip(r->in, (size_t)(v.at - ahead.bytes), rows);
}
