/* SPDX-License-Identifier: MIT */
#include "base/eight_bytes.h"
#include "roster/fast_path.h"
#include "roster/fast_path_internal.h"
#include "roster/roster_internal.h"

enum { NAME_MIN = 2, NAME_MAX = 20 };

/* Six bytes, the first the highest. */
static inline uint64_t load_six(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return be64toh(word) >> 16;
}

/* The highest bit of each three bytes from U+4E00 to U+9FFF, which in UTF-8 are E4B880 to E9BFBF. */
static inline uint64_t in_plain_range(uint64_t six)
{
	const uint64_t each = 0x1000001U, low = six & 0x7FFFFF * each;

	return (low + (0x800000 - 0x64B880) * each) & ~(low + (0x800000 - 0x69C000) * each) &
	       0x800000 * each;
}

/* Two to four characters of three bytes each: the first two and the last two of them. */
static inline bool short_plain_utf8(const char *p, const char *end)
{
	const uint64_t each = 0x1000001U;
	uint64_t first = load_six(p), last = load_six(end - 6);
	uint64_t odd = (first ^ 0xE08080 * each) | (last ^ 0xE08080 * each);

	return (odd & 0xF0C0C0 * each) == 0 &&
	       (in_plain_range(first) & in_plain_range(last)) == 0x800000 * each;
}

/* Two to four of them; or more, with a dot between. */
static bool name_plain_utf8(const char *p, size_t len)
{
	const char *end = p + len;
	size_t count = 0;

	if (len == 6 || len == 9 || len == 12)
		return short_plain_utf8(p, end);
	for (; end - p >= 3; p += 3, count++) {
		uint64_t word = eight_load(p);

		if (count > 0 && (uint16_t)word == 0xB7C2) {
			p += 2;
			word >>= 16;
		}
		if ((word & 0xC0C0F0) != 0x8080E0 ||
		    (uint64_t)__builtin_bswap16((uint16_t)word) - 0xE4B8 > 0xE9BF - 0xE4B8)
			return false;
	}
	return p == end && count >= NAME_MIN && count <= NAME_MAX;
}

/* An ideograph of GB 2312, whose rows 55 ends early; lead byte in the higher half. */
static inline bool is_plain_gb18030(unsigned pair)
{
	return (pair & 0xFF) - 0xA1 <= 0xFE - 0xA1 && pair - 0xB0A1 <= 0xF7FE - 0xB0A1 &&
	       pair - 0xD7FA > 0xD7FE - 0xD7FA;
}

/* Two to four of them, the first two and the last two in one word: every byte A1 to FE, every pair B0A1 to
 * F7FE, but D7FA to D7FE. The highest bits are left out for sums not to carry. */
static inline bool short_plain_gb18030(const char *p, const char *end)
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

/* Two or more of them, with a dot between. */
static bool name_plain_gb18030(const char *p, size_t len)
{
	const char *end = p + len;
	size_t count = 0;

	if (len == 4 || len == 6 || len == 8)
		return short_plain_gb18030(p, end);
	for (; end - p >= 2; p += 2, count++) {
		uint64_t word = eight_load(p);

		if (count > 0 && (uint16_t)word == 0xA4A1) {
			p += 2;
			word >>= 16;
		}
		if (!is_plain_gb18030(__builtin_bswap16((uint16_t)word)))
			return false;
	}
	return p == end && count >= NAME_MIN && count <= NAME_MAX;
}

bool glance_name_plain(enum roster_encoding encoding, struct slice name)
{
	return encoding == ROSTER_GB18030 ? name_plain_gb18030(name.bytes, name.len)
					  : name_plain_utf8(name.bytes, name.len);
}

bool roster_name_plain(const struct roster *r, struct slice name)
{
	return name.len > 0 && r->text.encoding != ROSTER_ASCII &&
	       glance_name_plain(r->text.encoding, name);
}
