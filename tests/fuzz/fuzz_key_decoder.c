/* SPDX-License-Identifier: MIT */
/* Whatever the bytes: typed characters and pasted text are those of a second decoder, slow and obvious;
 * a bad byte costs no other. 0xFF, which no charset has, stands for what curses tells apart: the byte
 * behind it says which. */
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "tui/key_decoder.h"
#include "wizard/line_edit.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

enum { MARK = 0xFF, BEGIN = 'a', END = 'b' };

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* What is typed or pasted must fit into a line as it comes. */
static void insert(struct line_edit *line, const char *text)
{
	line_edit_insert(line, text);
	require(line->len <= LINE_EDIT_MAX && line->text[line->len] == '\0');
	require(text_valid_bytes(line->text, line->len) == line->len);
	for (size_t i = 0; i < line->len; i++)
		require(((unsigned char)line->text[i] >= ' ' && line->text[i] != 0x7F) ||
			line->text[i] == '\t'); /* a blank, which is a slip to be shown */
}

static void check_key(uint32_t key, uint32_t expected, struct line_edit *line)
{
	char text[5];

	require(key == (expected == 0x7F || expected == '\b' ? KEYNAME_BACKSPACE : expected));
	text[key < KEYNAME_FIRST ? text_encode(key, text) : 0] = '\0';
	insert(line, text);
}

static void check_paste(const char *pasted, const char *expected, size_t len)
{
	size_t kept = strlen(pasted);

	require(text_valid_bytes(pasted, kept) == kept);
	require(kept >= PASTE_MAX || kept == len);
	require(kept < PASTE_MAX + 4 && memcmp(pasted, expected, kept) == 0);
}

/* The second decoder: all bytes up to the next mark at once. */
struct run {
	const char *bytes;
	size_t len;
	bool pasting;
};

/* Every key of a run in its turn; what it holds, encoded, goes behind *expected when it is pasted. */
static void check_run(struct key_decoder *d, struct run r, struct line_edit *line, char *expected,
		      size_t *used)
{
	size_t fed = 0, step;

	for (size_t at = 0; at < r.len; at += step) {
		uint32_t cp = 0, key = 0;
		bool got = false;

		step = text_decode(r.bytes + at, r.len - at, &cp);
		if (step == 0)
			step = 1, cp = 0;
		for (; fed < at + step; fed++) {
			require(!got);
			got = key_decoder_byte(d, (unsigned char)r.bytes[fed], &key);
		}
		require(got == (cp != 0 && !r.pasting));
		if (got)
			check_key(key, cp, line);
		else if (cp != 0)
			*used += text_encode(cp, expected + *used);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static struct key_decoder d;
	static struct line_edit line;
	static bool ready;
	char *expected = malloc(len + 1);
	size_t used = 0;
	bool pasting = false;

	if (!ready)
		ready = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
	require(ready && expected != NULL);
	memset(&d, 0, sizeof d);
	memset(&line, 0, sizeof line);
	for (size_t at = 0; at < len;) {
		const uint8_t *mark = memchr(bytes + at, MARK, len - at);
		size_t end = mark != NULL ? (size_t)(mark - bytes) : len;
		struct run run = { (const char *)bytes + at, end - at, pasting };
		uint32_t key;

		check_run(&d, run, &line, expected, &used);
		at = end + 2;
		if (end + 1 >= len)
			break;
		if (bytes[end + 1] == BEGIN) {
			key_decoder_paste_begin(&d);
			pasting = true;
			used = 0;
		} else if (bytes[end + 1] == END) {
			const char *pasted = key_decoder_paste_end(&d);

			require((pasted != NULL) == pasting);
			if (pasted != NULL) {
				check_paste(pasted, expected, used);
				insert(&line, pasted);
			}
			pasting = false;
			key_decoder_wipe(&d);
		} else {
			bool got = key_decoder_name(&d, KEYNAME_UP, &key);

			require(got == !pasting);
		}
	}
	free(expected);
	return 0;
}
