/* SPDX-License-Identifier: MIT */
#include "roster/fast_path.h"

#include <string.h>

#include "base/eight_bytes.h"
#include "roster/second_numbers.h"
#include "rules/candidate_number.h"
#include "rules/characters.h"
#include "rules/resident_id.h"
#include "table/number_cell.h"

enum { NAME_MIN = 2, NAME_MAX = 20 };

/* Loads six bytes, big-endian; reads eight. */
static inline uint64_t load_six(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return be64toh(word) >> 16;
}

/* Sets the highest bit of each three of the six bytes that are U+4E00 to U+9FFF, in UTF-8 E4B880 to
 * E9BFBF. */
static inline uint64_t in_valid_range(uint64_t six)
{
	const uint64_t each = 0x1000001U, low = six & 0x7FFFFF * each;

	return (low + (0x800000 - 0x64B880) * each) & ~(low + (0x800000 - 0x69C000) * each) &
	       0x800000 * each;
}

/* A name of two to four ideographs: checks the first two and the last two. */
static inline bool short_valid_utf8(const char *p, const char *end)
{
	const uint64_t each = 0x1000001U;
	uint64_t first = load_six(p), last = load_six(end - 6);
	uint64_t odd = (first ^ 0xE08080 * each) | (last ^ 0xE08080 * each);

	return (odd & 0xF0C0C0 * each) == 0 &&
	       (in_valid_range(first) & in_valid_range(last)) == 0x800000 * each;
}

/* The first characters of the words that the rules do not accept as a name (rules/name_words.def,
 * characters_are_nothing()), and of the words that a wrong encoding produces. */
static const char heads_utf8[] =
	"姓名我学考待不保同见请必测示样无佚匿本某新男女群党团共专身居暂没空未缺父母家监"
	"放退已休转跳锟斤烫屯"
	"预作参入备机候停注取删弃复留降离死去虚真"
	"班副书辅老教导领组负联经审制填合小总人内西黑辽浙湖河广四陕贵北天上重香澳台福";
static const char heads_gb18030[] =
	"\xD0\xD5\xC3\xFB\xCE\xD2\xD1\xA7\xBF\xBC\xB4\xFD\xB2\xBB\xB1\xA3\xCD\xAC\xBC\xFB"
	"\xC7\xEB\xB1\xD8\xB2\xE2\xCA\xBE\xD1\xF9\xCE\xDE\xD8\xFD\xC4\xE4\xB1\xBE"
	"\xC4\xB3\xD0\xC2\xC4\xD0\xC5\xAE\xC8\xBA\xB5\xB3\xCD\xC5\xB9\xB2\xD7\xA8"
	"\xC9\xED\xBE\xD3\xD4\xDD\xC3\xBB\xBF\xD5\xCE\xB4\xC8\xB1"
	"\xB8\xB8\xC4\xB8\xBC\xD2\xBC\xE0"
	"\xB7\xC5\xCD\xCB\xD2\xD1\xD0\xDD\xD7\xAA\xCC\xF8"
	"\xEF\xBF\xBD\xEF\xCC\xCC\xCD\xCD"
	"\xD4\xA4\xD7\xF7\xB2\xCE\xC8\xEB\xB1\xB8\xBB\xFA\xBA\xF2\xCD\xA3\xD7\xA2"
	"\xC8\xA1\xC9\xBE\xC6\xFA\xB8\xB4\xC1\xF4\xBD\xB5\xC0\xEB\xCB\xC0\xC8\xA5"
	"\xD0\xE9\xD5\xE6"
	"\xB0\xE0\xB8\xB1\xCA\xE9\xB8\xA8\xC0\xCF\xBD\xCC\xB5\xBC\xC1\xEC\xD7\xE9"
	"\xB8\xBA\xC1\xAA\xBE\xAD\xC9\xF3\xD6\xC6\xCC\xEE\xBA\xCF\xD0\xA1\xD7\xDC"
	"\xC8\xCB\xC4\xDA\xCE\xF7\xBA\xDA\xC1\xC9\xD5\xE3\xBA\xFE\xBA\xD3\xB9\xE3"
	"\xCB\xC4\xC9\xC2\xB9\xF3\xB1\xB1\xCC\xEC\xC9\xCF\xD6\xD8\xCF\xE3\xB0\xC4"
	"\xCC\xA8\xB8\xA3";

/* These characters as bit sets. In UTF-8 the index is made of the bits that vary among characters
 * of three bytes; in GB 18030 it is the pair of bytes. */
enum { HEADS = 0x0F3F3F + 1 };
static uint64_t heads_utf8_set[HEADS / 64], heads_gb18030_set[UINT16_MAX / 64 + 1];

static inline bool is_in(const uint64_t *set, uint64_t value)
{
	return set[value / 64] >> value % 64 & 1;
}

static void add_to(uint64_t *set, unsigned value)
{
	set[value / 64] |= UINT64_C(1) << value % 64;
}

static void prepare_heads(void)
{
	const unsigned char *p;

	for (p = (const unsigned char *)heads_utf8; *p != '\0'; p += 3)
		add_to(heads_utf8_set, (p[0] & 0xFU) << 16 | (p[1] & 0x3FU) << 8 | (p[2] & 0x3FU));
	for (p = (const unsigned char *)heads_gb18030; *p != '\0'; p += 2)
		add_to(heads_gb18030_set, p[0] * 256U + p[1]);
}

/* Returns true if a name of ideographs may be a word or a masked name: it begins with one of these
 * characters, 某 is its second or last character, or it ends in 族, 同学, 老师, 先生, 女士, 学院, 专业 or
 * 大学. */
static inline bool is_suspect_utf8(const char *p, const char *end)
{
	const uint64_t each = 0xFFFFFF, somebody = 0xE69F90;
	uint64_t first = load_six(p), last = load_six(end - 6);

	return is_in(heads_utf8_set, first >> 24 & 0x0F3F3F) | ((first & each) == somebody) |
	       ((last & each) == somebody) | ((last & each) == 0xE6978F) |
	       (last == 0xE5908CE5ADA6) | (last == 0xE88081E5B888) | (last == 0xE58588E7949F) |
	       (last == 0xE5A5B3E5A3AB) | (last == 0xE5ADA6E999A2) | (last == 0xE4B893E4B89A) |
	       (last == 0xE5A4A7E5ADA6);
}

static inline bool is_suspect_gb18030(const char *p, const char *end)
{
	const uint64_t each = 0xFFFF, somebody = 0xC4B3;
	uint64_t first = load_six(p) >> 16, last = load_six(end - 4) >> 16;

	return is_in(heads_gb18030_set, first >> 16) | ((first & each) == somebody) |
	       ((last & each) == somebody) | ((last & each) == 0xD7E5) | (last == 0xCDACD1A7) |
	       (last == 0xC0CFCAA6) | (last == 0xCFC8C9FA) | (last == 0xC5AECABF) |
	       (last == 0xD1A7D4BA) | (last == 0xD7A8D2B5) | (last == 0xB4F3D1A7);
}

/* Returns the length in bytes of the ideograph at the start of a word: U+4E00 to U+9FFF, extension
 * A, or U+20000 to U+3EFFF except U+2F000 to U+2FFFF. Returns 0 for another character, and for 丶,
 * an interpunct in long names, and 某, a mask. */
static inline size_t ideograph_utf8(uint64_t word)
{
	unsigned cp = (unsigned)((word & 0xF) << 12 | (word >> 2 & 0xFC0) | (word >> 16 & 0x3F));

	if ((word & 0xC0C0F0) == 0x8080E0)
		return (cp - 0x4E00 <= 0x9FFF - 0x4E00 && cp != 0x4E36 && cp != 0x67D0) ||
				       cp - 0x3400 <= 0x4DBF - 0x3400
			       ? 3
			       : 0;
	return (word & 0xC0C0E0FF) == 0x8080A0F0 && (word >> 8 & 0xF) < 0xF ? 4 : 0;
}

/* Checks a name of two to twenty ideographs; U+00B7 may stand between any two of them. */
static __attribute__((noinline)) bool long_valid_utf8(const char *p, const char *end)
{
	size_t count = 0, step;

	for (; p < end; p += step, count++) {
		uint64_t word = eight_load(p);

		if (count > 0 && (uint16_t)word == 0xB7C2) {
			p += 2;
			word >>= 16;
		}
		step = ideograph_utf8(word);
		if (step == 0)
			return false;
	}
	return p == end && count >= NAME_MIN && count <= NAME_MAX;
}

static inline __attribute__((always_inline)) bool name_valid_utf8(const char *p, size_t len)
{
	const char *end = p + len;

	if (len < 6 || is_suspect_utf8(p, end))
		return false;
	return ((len == 6 || len == 9 || len == 12) && short_valid_utf8(p, end)) ||
	       long_valid_utf8(p, end);
}

/* Returns true for an ideograph of GB 2312, whose row 55 ends early; the lead byte is the higher
 * one. */
static inline bool is_valid_gb18030(unsigned pair)
{
	return (pair & 0xFF) - 0xA1 <= 0xFE - 0xA1 && pair - 0xB0A1 <= 0xF7FE - 0xB0A1 &&
	       pair - 0xD7FA > 0xD7FE - 0xD7FA;
}

/* Checks a name of two to four ideographs, the first two and the last two in one word: each byte
 * must be A1 to FE, each pair B0A1 to F7FE without D7FA to D7FE. The highest bits are masked so
 * that sums do not carry. */
static inline bool short_valid_gb18030(const char *p, const char *end)
{
	const uint64_t each = 0x0001000100010001U, bytes = EIGHT_EACH;
	uint64_t first, last, both, low, lanes, right, stray;

	first = eight_load(p) & 0xFFFFFFFF;
	last = eight_load(end - 4) << 32;
	both = __builtin_bswap64(first | last);
	low = both & 0x7F * bytes;
	right = both & (low + (0x80 - 0x21) * bytes) & ~(low + (0x80 - 0x7F) * bytes);
	lanes = both & 0x7FFF * each;
	stray = (lanes + (0x8000 - 0x57FA) * each) & ~(lanes + (0x8000 - 0x57FF) * each);
	stray |= ~(lanes + (0x8000 - 0x30A1) * each) | (lanes + (0x8000 - 0x7800) * each);
	return (~right & 0x80 * bytes) == 0 && (stray & 0x8000 * each) == 0;
}

/* Returns true for an ideograph that GBK adds to GB 2312, except the last ones, of the lead bytes
 * FD and FE. */
static inline bool is_valid_gbk(unsigned pair)
{
	unsigned lead = pair >> 8, trail = pair & 0xFF;

	return trail - 0x40 <= 0xFE - 0x40 && trail != 0x7F &&
	       (lead - 0x81 <= 0xA0 - 0x81 || (lead - 0xAA <= 0xFC - 0xAA && trail <= 0xA0));
}

/* Like long_valid_utf8(), for GB 18030. Bytes that may also be UTF-8 are accepted only if they are
 * in GB 2312: encoding.h tells the encodings apart. */
static __attribute__((noinline)) bool long_valid_gb18030(const char *p, const char *end)
{
	bool utf8 = (eight_load(p) & 0xC0C0F0) == 0x8080E0;
	size_t count = 0;

	for (; end - p >= 2; p += 2, count++) {
		uint16_t word = (uint16_t)eight_load(p);
		unsigned pair;

		if (count > 0 && word == 0xA4A1) {
			p += 2;
			word = (uint16_t)eight_load(p);
		}
		pair = __builtin_bswap16(word);
		if (!(is_valid_gb18030(pair) || (!utf8 && is_valid_gbk(pair))) || pair == 0xD8BC ||
		    pair == 0xC4B3)
			return false;
	}
	return p == end && count >= NAME_MIN && count <= NAME_MAX;
}

/* Like name_valid_utf8(), for GB 18030. */
static bool name_valid_gb18030(const char *p, size_t len)
{
	const char *end = p + len;

	if (len < 4 || is_suspect_gb18030(p, end))
		return false;
	return ((len == 4 || len == 6 || len == 8) && short_valid_gb18030(p, end)) ||
	       long_valid_gb18030(p, end);
}

static inline __attribute__((always_inline)) bool name_valid(enum encoding encoding,
							     struct slice name)
{
	return encoding == ENCODING_GB18030 ? name_valid_gb18030(name.bytes, name.len)
					    : name_valid_utf8(name.bytes, name.len);
}

bool fast_path_name_valid(enum encoding encoding, struct slice name)
{
	return name_valid(encoding, name);
}

enum { NUMBER = 18 };

/* The rows in memory, and the known cells of one row. */
struct view {
	const char *at;
	char delimiter;
	const struct columns *columns;
	bool extra;                   /* as in struct fast_path_columns */
	bool blank;                   /* the row that skip_unusual() skipped last is blank */
	enum fast_path_around around; /* of its number */
	size_t count;
	enum encoding encoding;
	size_t quote; /* 1 if every cell is in quotes, else 0 */
	struct slice cells[COLUMNS_MAX];
};

static inline struct slice field(const struct view *v, enum roster_column c)
{
	return v->cells[v->columns->index[c]];
}

/* Finds the marks among eight bytes: what may end a cell, quotes and blanks. All of them but the
 * semicolon are at most a comma. */
static inline uint64_t marks(uint64_t word, bool semicolon)
{
	uint64_t found = eight_below(word, ',' + 1);

	return semicolon ? found | eight_equal(word, ';') : found;
}

/* Finds the first mark from p on. Examines sixteen bytes without a branch: names of two and three
 * ideographs alternate, so that a branch would be mispredicted. */
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

/* Finds the first ASCII byte from p on, which is the end of a valid name. */
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

static bool sex_valid(const struct view *v)
{
	struct slice sex = field(v, ROSTER_SEX);
	bool male = field(v, ROSTER_ID_NUMBER).bytes[16] & 1;

	if (v->encoding == ENCODING_GB18030)
		return is(sex, male ? "\xC4\xD0" : "\xC5\xAE");
	return is(sex, male ? "男" : "女");
}

static bool birth_valid(const struct view *v)
{
	struct slice birth = field(v, ROSTER_BIRTH_DATE);
	const char *p = birth.bytes, *own = field(v, ROSTER_ID_NUMBER).bytes + 6;

	if (birth.len == 8)
		return memcmp(p, own, 8) == 0;
	return birth.len == 10 && memcmp(p, own, 4) == 0 && p[4] == p[7] &&
	       (p[4] == '-' || p[4] == '/' || p[4] == '.') && memcmp(p + 5, own + 4, 2) == 0 &&
	       memcmp(p + 8, own + 6, 2) == 0;
}

static bool document_valid(const struct view *v)
{
	struct slice type = field(v, ROSTER_DOCUMENT_TYPE);

	if (v->encoding == ENCODING_GB18030)
		return is(type, "\xBE\xD3\xC3\xF1\xC9\xED\xB7\xDD\xD6\xA4");
	return is(type, "居民身份证");
}

static bool candidate_valid(const struct view *v)
{
	struct slice candidate = field(v, ROSTER_CANDIDATE_NUMBER);

	return candidate.len == CANDIDATE_DIGITS && !v->columns->candidates_rounded &&
	       candidate_number_valid(candidate.bytes);
}

/* Returns true if the row has its number only once; the second one may stand in a guardian's
 * column. */
static bool stands_once(const struct view *v, const char *number)
{
	const char *row = v->cells[0].bytes, *end = strchrnul(row, '\n');
	const char *first = memmem(row, (size_t)(end - row), number, NUMBER);

	return first != NULL &&
	       memmem(first + 1, (size_t)(end - first - 1), number, NUMBER) == NULL;
}

/* Returns true if a cell certainly has no second student. */
static inline bool is_single(const struct view *v, size_t at, struct slice cell)
{
	enum { CHECKED = 6 }; /* from the end, where marks may be behind an ID number */
	struct slice own;

	if (cell.len < NUMBER || !columns_in(v->columns->open, at) ||
	    !is_ascii_digit((unsigned char)cell.bytes[cell.len - CHECKED]))
		return true;
	own = field(v, ROSTER_ID_NUMBER);
	return !second_numbers_is(cell, own);
}

/* Returns true if no cell up to the last known one has a second student. */
static bool are_single(const struct view *v)
{
	uint64_t known = v->count < COLUMNS_MAX ? (UINT64_C(1) << v->count) - 1 : UINT64_MAX;

	for (uint64_t set = v->columns->open & known; set != 0; set &= set - 1) {
		size_t at = (size_t)__builtin_ctzll(set);

		if (!is_single(v, at, v->cells[at]))
			return false;
	}
	return true;
}

/* Checks the columns that only some rosters have. */
static bool others_valid(const struct view *v)
{
	const size_t *index = v->columns->index;

	return (index[ROSTER_SEX] == COLUMN_ABSENT || sex_valid(v)) &&
	       (index[ROSTER_BIRTH_DATE] == COLUMN_ABSENT || birth_valid(v)) &&
	       (index[ROSTER_DOCUMENT_TYPE] == COLUMN_ABSENT || document_valid(v)) &&
	       (index[ROSTER_CANDIDATE_NUMBER] == COLUMN_ABSENT || candidate_valid(v)) &&
	       are_single(v) &&
	       (v->columns->of_others == 0 || stands_once(v, field(v, ROSTER_ID_NUMBER).bytes));
}

/* The layout of a row; compile-time constants for the most common ones. */
struct layout {
	size_t name, number, count; /* as in struct columns and struct fast_path_columns */
	bool semicolon;
	size_t quote; /* as in struct view */
};

/* Returns the start of the next cell; mark is the end of this one. Returns NULL if the delimiter,
 * with quotes if cells have them, does not follow. */
static inline const char *next_cell(const struct view *v, const char *mark, struct layout l)
{
	if (l.quote > 0 && (mark[0] != '"' || mark[1] != v->delimiter || mark[2] != '"'))
		return NULL;
	return l.quote > 0 || *mark == v->delimiter ? mark + 1 + 2 * l.quote : NULL;
}

/* Returns the start of the next row; mark is the end of the last known cell. Returns NULL if the
 * row ends in another way, has too many cells, or is incomplete in memory, whose end is followed by
 * a NUL. */
static __attribute__((noinline)) const char *row_end(const struct view *v, const char *mark,
						     struct layout l)
{
	const char *cell;

	for (size_t cells = v->count; (cell = next_cell(v, mark, l)) != NULL; cells++) {
		if (cells == v->columns->width)
			return NULL;
		mark = next_mark(cell, l.semicolon);
		if (!is_single(v, cells, (struct slice){ cell, (size_t)(mark - cell) }))
			return NULL;
	}
	if (l.quote > 0 && *mark++ != '"')
		return NULL;
	mark += mark[0] == '\r' && mark[1] == '\n';
	return *mark == '\n' ? mark + 1 : NULL;
}

/* Returns the start of the next row if the row at `at` is certainly valid, else NULL. */
static inline __attribute__((always_inline)) const char *
skip(struct view *v, const struct fast_path *f, const char *at, struct layout l)
{
	const char *cell = at + l.quote, *mark;

	if (l.quote > 0 && *at != '"')
		return NULL;
	for (size_t i = 0; i < l.number; i++) {
		mark = i == l.name ? next_ascii(cell) : next_mark(cell, l.semicolon);
		v->cells[i] = (struct slice){ cell, (size_t)(mark - cell) };
		cell = next_cell(v, mark, l);
		if (cell == NULL)
			return NULL;
	}
	if (!fast_path_number_valid(cell, &f->births)) /* also false at the end: NUL is no digit */
		return NULL;
	mark = cell + NUMBER;
	v->cells[l.number] = (struct slice){ cell, NUMBER };
	for (size_t i = l.number + 1; i < l.count; i++) {
		cell = next_cell(v, mark, l);
		if (cell == NULL)
			return NULL;
		mark = next_mark(cell, l.semicolon);
		v->cells[i] = (struct slice){ cell, (size_t)(mark - cell) };
	}
	if (!name_valid(v->encoding, v->cells[l.name]) || (v->extra && !others_valid(v)))
		return NULL;
	return l.quote == 0 && *mark == '\n' ? mark + 1 : row_end(v, mark, l);
}

/* Sets *cell to the cell at `at` and returns the mark behind it: a delimiter, or what may be a line
 * end. Returns NULL if the cell has a quote that must be left to csv.h. */
static const char *take_cell(const struct view *v, const char *at, struct slice *cell)
{
	bool quoted = *at == '"';
	char stop = quoted ? '"' : v->delimiter;
	const char *mark = at += quoted;
	uint64_t found;

	while ((found = eight_below(eight_load(mark), '\r' + 1) |
			eight_equal(eight_load(mark), stop)) == 0)
		mark += EIGHT_BYTES;
	for (mark += eight_first(found); *mark == '\t' && stop != '\t';)
		mark += 1 + strcspn(mark + 1, (char[]){ '\t', '\r', '\n', stop, '\0' });
	*cell = (struct slice){ at, (size_t)(mark - at) };
	if (quoted)
		return *mark == '"' ? mark + 1 : NULL;
	/* a quote behind a blank, which may be a full-width one */
	return ((unsigned char)*at <= ' ' || (unsigned char)*at >= 0x80) &&
			       memchr(at, '"', cell->len) != NULL
		       ? NULL
		       : mark;
}

static enum fast_path_around around(struct slice cell, struct slice number)
{
	enum finding_kind kind = number.len < cell.len ? number_cell_blanks(cell).kind : KIND_BLANK;

	return kind == KIND_BLANK    ? FAST_PATH_NONE
	       : kind == KIND_MARKED ? FAST_PATH_MARK
				     : FAST_PATH_BLANKS;
}

/* Like skip(), at a third of the speed, for rows that are written in other ways: some cells in
 * quotes, blanks around the number or an apostrophe before it, remarks with blanks, empty cells
 * behind the last column. Skips blank rows, too: v->blank is set if all cells are empty. */
static __attribute__((noinline)) const char *skip_unusual(struct view *v, struct fast_path *f,
							  struct layout l)
{
	const char *at = v->at;
	size_t cells = 0, filled = 0;
	struct slice cell, number;
	const char *mark;

	do {
		mark = at;
		cell = (struct slice){ at, 0 };
		if (*at != v->delimiter && (mark = take_cell(v, at, &cell)) == NULL)
			return NULL;
		if (cells < l.count)
			v->cells[cells] = cell;
		else if (!is_single(v, cells, cell))
			return NULL;
		cells++;
		filled = cell.len > 0 ? cells : filled;
		at = mark + 1;
	} while (*mark == v->delimiter);
	mark += mark[0] == '\r' && mark[1] == '\n';
	v->blank = filled == 0;
	if (*mark != '\n' || cells > CSV_CELLS_MAX || filled > v->columns->width)
		return NULL;
	if (v->blank)
		return mark + 1;
	if (cells < l.count || v->cells[l.name].len == 0)
		return NULL;
	cell = v->cells[l.number];
	number = v->cells[l.number] = number_cell_bare(cell);
	v->around = around(cell, number);
	if (v->around != FAST_PATH_NONE && !f->pass[v->around])
		return NULL;
	if (number.len != NUMBER || !fast_path_number_valid(number.bytes, &f->births) ||
	    !fast_path_name_valid(v->encoding, v->cells[l.name]) || (v->extra && !others_valid(v)))
		return NULL;
	return mark + 1;
}

/* Loads the first count bytes at p, at most eight; reads eight. */
static inline uint64_t load_part(const char *p, size_t count)
{
	uint64_t all = eight_load(p);

	return count >= EIGHT_BYTES ? all : all & ((UINT64_C(1) << 8 * count) - 1);
}

/* Hashes the bytes of a name, so that a name has another key in another encoding. Does not branch
 * on the length, for the reason given at next_mark(). */
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

/* Returns the key of 13 to 17 digits, a 15-digit number or one with a digit missing; 0 if not all
 * are digits. */
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

/* Returns the key of a number that does not have the form of a resident ID number, but is up to
 * twelve digits and letters, or 13 to 17 digits; 0 for any other text. */
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

struct row_keys row_keys(size_t row, struct slice name, struct slice number, struct slice candidate)
{
	struct row_keys keys = { .name = name.len > 0 ? name_key(name) : 0, .row = row };
	char digits[NUMBER + 1];
	struct resident_id ignored;

	keys.number = text_key(number);
	if (number.len == NUMBER) {
		memcpy(digits, number.bytes, NUMBER);
		digits[NUMBER] = '\0';
		digits[NUMBER - 1] = digits[NUMBER - 1] == 'x' ? 'X' : digits[NUMBER - 1];
		if (resident_id_read(digits, &ignored))
			keys.number = fast_path_key(digits);
		explicit_bzero(digits, sizeof digits);
	}
	if (candidate.len == CANDIDATE_DIGITS && candidate_number_valid(candidate.bytes))
		keys.candidate = candidate_number_key(candidate.bytes);
	else
		keys.candidate = text_key(candidate);
	return keys;
}

static inline struct row_keys keys_of(const struct view *v, size_t row, struct layout l)
{
	bool candidates = v->columns->index[ROSTER_CANDIDATE_NUMBER] != COLUMN_ABSENT;

	return (struct row_keys){
		.number = fast_path_valid_key(v->cells[l.number].bytes),
		.candidate = candidates
				     ? candidate_number_key(field(v, ROSTER_CANDIDATE_NUMBER).bytes)
				     : 0,
		.name = name_key(v->cells[l.name]),
		.row = row,
	};
}

static inline __attribute__((always_inline)) void
count_student(const struct view *v, struct fast_path *f, size_t row, size_t at, struct layout l)
{
	f->rounded += memcmp(v->cells[l.number].bytes + NUMBER - 3, "000", 3) == 0;
	if (f->keys != NULL)
		f->keys[at] = keys_of(v, row, l);
}

/* Skips rows of the usual form and returns how many. first: the number of the next row. */
static inline __attribute__((always_inline)) size_t skip_rows(struct view *v, struct fast_path *f,
							      size_t first, struct layout l)
{
	const char *at = v->at, *next;
	size_t rows = 0, count = f->count, max = f->max - f->passed;

	while (rows < max && (next = skip(v, f, at, l)) != NULL) {
		at = next;
		count_student(v, f, first + rows, count + rows, l);
		rows++;
	}
	v->at = at;
	return rows;
}

static __attribute__((noinline)) size_t skip_all_usual(struct view *v, struct fast_path *f,
						       size_t first, struct layout l)
{
	l.quote = v->quote = *v->at == '"';
	if (l.semicolon || l.quote > 0)
		return skip_rows(v, f, first, l);
	if (l.name == 0 && l.number == 1 && l.count == 2)
		return skip_rows(v, f, first, (struct layout){ 0, 1, 2, false, 0 });
	return skip_rows(v, f, first, (struct layout){ l.name, l.number, l.count, false, 0 });
}

struct fast_path_columns fast_path_prepare(const struct columns *columns)
{
	struct fast_path_columns out = { .columns = columns };

	prepare_heads();
	out.extra = columns->of_others != 0;
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t at = columns->index[c];

		if (at == COLUMN_ABSENT)
			continue;
		out.extra = out.extra || (c != ROSTER_NAME && c != ROSTER_ID_NUMBER);
		out.count = at + 1 > out.count ? at + 1 : out.count;
	}
	for (size_t i = 0; i < out.count; i++)
		out.extra = out.extra || columns_in(columns->open, i);
	if (out.count > COLUMNS_MAX || columns->index[ROSTER_NAME] == COLUMN_ABSENT ||
	    columns->index[ROSTER_ID_NUMBER] == COLUMN_ABSENT)
		out.count = 0;
	return out;
}

void fast_path_skip(struct fast_path *f, struct csv *in, const struct fast_path_columns *columns,
		    enum encoding encoding)
{
	const size_t *index = columns->columns->index;
	struct slice ahead = csv_ahead(in);
	size_t first = csv_next_row(in);
	const char *next;
	struct view v = { .at = ahead.bytes,
			  .delimiter = csv_delimiter(in),
			  .columns = columns->columns,
			  .extra = columns->extra,
			  .count = columns->count,
			  .encoding = encoding };
	struct layout l = { .name = index[ROSTER_NAME],
			    .number = index[ROSTER_ID_NUMBER],
			    .count = columns->count,
			    .semicolon = v.delimiter == ';' };

	f->count = f->passed = 0;
	if (columns->count == 0 || encoding == ENCODING_ASCII || ahead.len == 0)
		return;
	do {
		size_t rows = skip_all_usual(&v, f, first + f->passed, l);

		f->count += rows;
		f->passed += rows;
		next = f->passed < f->max ? skip_unusual(&v, f, l) : NULL;
		if (next == NULL)
			break;
		v.at = next;
		if (!v.blank)
			count_student(&v, f, first + f->passed, f->count, l);
		if (!v.blank && f->keys != NULL)
			f->keys[f->count].surplus = v.around != FAST_PATH_NONE;
		if (!v.blank && v.around != FAST_PATH_NONE) {
			f->surplus++;
			if (f->around[v.around] != NULL)
				row_runs_add(f->around[v.around], first + f->passed);
		}
		f->count += !v.blank;
		f->passed++;
	} while (true);
	f->rows += f->count;
	csv_skip(in, (size_t)(v.at - ahead.bytes), f->passed);
}
