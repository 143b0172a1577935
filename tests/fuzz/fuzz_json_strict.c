/* SPDX-License-Identifier: MIT */
/* The scanner accepts what a simple reference parser accepts, which follows the grammar of RFC 8259
 * literally, but for control characters and numbers that are not whole; a refusal has a place and a
 * sentence. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/json_strict.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

struct reader {
	const char *s; /* ends with NUL */
	size_t len, at;
	unsigned depth;
};

static bool takes(struct reader *r, const char *word)
{
	size_t n = strlen(word);

	if (r->len - r->at < n || memcmp(r->s + r->at, word, n) != 0)
		return false;
	r->at += n;
	return true;
}

static bool takes_digit(struct reader *r)
{
	if (r->at == r->len || !isdigit((unsigned char)r->s[r->at]))
		return false;
	r->at++;
	return true;
}

static void skip_blanks(struct reader *r)
{
	while (takes(r, " ") || takes(r, "\t") || takes(r, "\n") || takes(r, "\r"))
		;
}

static bool read_hex(struct reader *r, unsigned *unit)
{
	char digits[5] = "";

	if (r->len - r->at < 4)
		return false;
	memcpy(digits, r->s + r->at, 4);
	for (size_t i = 0; i < 4; i++)
		if (!isxdigit((unsigned char)digits[i]))
			return false;
	*unit = (unsigned)strtoul(digits, NULL, 16);
	r->at += 4;
	return true;
}

static bool is_control(unsigned cp)
{
	return (cp < ' ' && cp != '\n') || (cp >= 0x7F && cp < 0xA0);
}

/* After \u: a scalar value, as one or two units. */
static bool read_unicode(struct reader *r)
{
	unsigned unit, low;

	if (!read_hex(r, &unit) || is_control(unit) || (unit & 0xFC00) == 0xDC00)
		return false;
	return (unit & 0xFC00) != 0xD800 ||
	       (takes(r, "\\u") && read_hex(r, &low) && (low & 0xFC00) == 0xDC00);
}

static bool read_string(struct reader *r)
{
	static const char *const escapes[] = { "\\\"", "\\\\", "\\/", "\\n" };

	while (r->at < r->len) {
		bool escaped = false;
		uint32_t cp = 0;

		if (takes(r, "\""))
			return true;
		for (size_t i = 0; i < sizeof escapes / sizeof escapes[0] && !escaped; i++)
			escaped = takes(r, escapes[i]);
		if (escaped)
			continue;
		if (takes(r, "\\u")) {
			if (!read_unicode(r))
				return false;
			continue;
		}
		r->at += text_decode(r->s + r->at, r->len - r->at, &cp);
		if (cp == '\\' || cp == '\n' || is_control(cp))
			return false;
	}
	return false;
}

static bool read_number(struct reader *r)
{
	size_t start;

	takes(r, "-");
	start = r->at;
	if (!takes(r, "0")) {
		if (!takes_digit(r))
			return false;
		while (takes_digit(r))
			;
	}
	return !takes(r, ".") && !takes(r, "e") && !takes(r, "E") && r->at - start <= 15;
}

static bool read_value(struct reader *r);

static bool read_member(struct reader *r)
{
	skip_blanks(r);
	if (!takes(r, "\"") || !read_string(r))
		return false;
	skip_blanks(r);
	return takes(r, ":") && read_value(r);
}

static bool read_container(struct reader *r, bool (*one)(struct reader *r), const char *end)
{
	bool good = true;

	if (++r->depth > JSON_DEPTH_MAX)
		return false;
	skip_blanks(r);
	if (!takes(r, end)) {
		do
			good = one(r);
		while (good && takes(r, ","));
		good = good && takes(r, end);
	}
	r->depth--;
	return good;
}

/* A value with surrounding blanks. */
static bool read_value(struct reader *r)
{
	bool good;

	skip_blanks(r);
	if (takes(r, "{"))
		good = read_container(r, read_member, "}");
	else if (takes(r, "["))
		good = read_container(r, read_value, "]");
	else if (takes(r, "\""))
		good = read_string(r);
	else
		good = takes(r, "true") || takes(r, "false") || takes(r, "null") || read_number(r);
	skip_blanks(r);
	return good;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct reader r = { .s = (const char *)bytes, .len = len };
	struct json_fault fault = { .at = len + 1 };
	bool taken = json_strict(r.s, len, &fault);

	require(taken == (text_valid_bytes(r.s, len) == len && read_value(&r) && r.at == len));
	require(taken || (fault.at <= len && text_length(fault.message) > 4));
	return 0;
}
