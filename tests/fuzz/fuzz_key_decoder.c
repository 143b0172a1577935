/* SPDX-License-Identifier: MIT */
/* Text without ESC gives the same characters as a simple reference decoder. Escape sequences that
 * are no key give nothing, and text between them is kept. Any bytes give only valid keys, and
 * pasted text fits into a line. */
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

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Typed and pasted text must be valid text of a line. */
static void insert(struct line_edit *line, const char *text)
{
	line_edit_insert(line, text);
	require(line->len <= LINE_EDIT_MAX && line->text[line->len] == '\0');
	require(text_valid_bytes(line->text, line->len) == line->len);
	for (size_t i = 0; i < line->len; i++)
		require(((unsigned char)line->text[i] >= ' ' && line->text[i] != 0x7F) ||
			line->text[i] == '\t'); /* kept, so that it can be reported */
}

static void check_event(const struct event *e, struct line_edit *line)
{
	char text[5];

	switch (e->kind) {
	case EVENT_KEY:
		require(e->key != 0 && e->key < KEYNAME_LAST);
		require(e->key < 0x7F || e->key >= 0xA0);
		text[e->key < KEYNAME_FIRST ? text_encode(e->key, text) : 0] = '\0';
		insert(line, text);
		break;
	case EVENT_PASTE:
		require(strlen(e->text) < PASTE_MAX + 4);
		require(text_valid_bytes(e->text, strlen(e->text)) == strlen(e->text));
		insert(line, e->text);
		break;
	case EVENT_CLICK:
		require(e->row >= 0 && e->column >= 0);
		break;
	default:
		require(e->kind == EVENT_WHEEL && e->lines != 0);
	}
}

/* Feeds any bytes; 0xFF, a byte of no charset, stands for a timeout. */
static void check_anything(const uint8_t *bytes, size_t len)
{
	struct key_decoder d = { .mouse = true };
	struct line_edit line = { 0 };
	struct event e;

	for (size_t i = 0; i < len; i++) {
		bool silence = bytes[i] == 0xFF && key_decoder_wait(&d, 0) >= 0;

		if (silence ? key_decoder_timeout(&d, &e) : key_decoder_byte(&d, bytes[i], 0, &e)) {
			check_event(&e, &line);
			key_decoder_wipe(&d);
		}
		require(!silence || key_decoder_wait(&d, 0) < 0);
	}
}

/* Feeds text without ESC and expects each character. */
static void check_text(const uint8_t *bytes, size_t len)
{
	struct key_decoder d = { 0 };
	size_t fed = 0, step;

	for (size_t at = 0; at < len; at += step) {
		struct event e = { 0 };
		uint32_t cp = 0;
		bool got = false;

		step = text_decode((const char *)bytes + at, len - at, &cp);
		if (cp == 0x1B || (cp >= 0x80 && cp < 0xA0) ||
		    (bytes[at] >= 0x80 && bytes[at] < 0xA0))
			return;
		if (step == 0)
			step = 1, cp = 0;
		for (; fed < at + step; fed++) {
			require(!got);
			got = key_decoder_byte(&d, bytes[fed], 0, &e);
		}
		require(got == (cp != 0));
		require(!got ||
			e.key == (cp == 0x7F || cp == '\b' ? (uint32_t)KEYNAME_BACKSPACE : cp));
	}
}

/* Sequences that are no key, with placeholders. */
enum { NUMBER = '#', ANY = '!' /* ANY: one byte from 0x20; '*': some text */ };
static const char *const no_keys[] = {
	"\033[?#;#c",      "\033[#;#R",
	"\033[?#;#$y",     "\033[>#;#c",
	"\033[?#u",        "\033[#n",
	"\033[I",          "\033[O",
	"\033[8;#;#t",     "\033[#;#$y",
	"\033]#;*\007",    "\033]#;*\033\\",
	"\033P*\033\\",    "\033_*\033\\",
	"\033^*\033\\",    "\033X*\033\\",
	"\033\033[#~",     "\033\033[A",
	"\033\033OD",      "\033b",
	"\033q",           "\033\r",
	"\033 F",          "\033(B",
	"\033[<#;#;#M",    "\033[<#;#;#m",
	"\033[M!!!",       "\033[#;#;#M",
	"\033[#;3u",       "\033[#;5A",
	"\033[5$",         "\033[5^",
	"\033[[E",         "\033[27;3;#~",
	"\033O2P",         "\033[#;1:3u",
	"\033[1;1:3A",     "\302\235#;*\302\234",
	"\302\220*\033\\", "\235#;*\007",
	"\237*\234",       "\233#;#R",
	"\302\205",
};

struct source {
	const uint8_t *bytes;
	size_t len, at;
};

static unsigned next(struct source *s)
{
	return s->at < s->len ? s->bytes[s->at++] : 0;
}

/* Feeds bytes that must give no key. */
static void feed_nothing(struct key_decoder *d, const char *bytes, size_t len)
{
	struct event e;

	for (size_t i = 0; i < len; i++)
		require(!key_decoder_byte(d, (unsigned char)bytes[i], 0, &e));
}

static void feed_filler(struct key_decoder *d, char kind, struct source *s)
{
	static const char *const texts[] = { "1e1e/2e", "标题", "q\r\n5", "~;:<[O", "" };
	char one;

	if (kind == NUMBER) {
		for (unsigned n = next(s) % 6 + 1; n > 0; n--) {
			one = (char)('2' + next(s) % 8);
			feed_nothing(d, &one, 1);
		}
	} else if (kind == ANY) {
		one = (char)(next(s) % 224 + 32);
		feed_nothing(d, &one, 1);
	} else {
		const char *text = texts[next(s) % 5];

		feed_nothing(d, text, strlen(text));
	}
}

/* Alternates text and sequences that are no key: only the text must come out. */
static void check_no_keys(const uint8_t *bytes, size_t len)
{
	struct source s = { bytes, len, 0 };
	struct key_decoder d = { 0 };
	struct event e;

	while (s.at < len) {
		const char *sequence = no_keys[next(&s) % (sizeof no_keys / sizeof no_keys[0])];
		unsigned typed = 'a' + next(&s) % 26;

		for (; *sequence != '\0'; sequence++)
			if (strchr("#*!", *sequence) != NULL)
				feed_filler(&d, *sequence, &s);
			else
				feed_nothing(&d, sequence, 1);
		require(key_decoder_wait(&d, 0) < 0);
		require(key_decoder_byte(&d, (unsigned char)typed, 0, &e));
		require(e.kind == EVENT_KEY && e.key == typed);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static bool ready;

	if (!ready)
		ready = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
	require(ready);
	check_anything(bytes, len);
	check_text(bytes, len);
	check_no_keys(bytes, len);
	return 0;
}
