/* SPDX-License-Identifier: MIT */
/* From the terminal's bytes to keys, pasted text and the mouse. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "tui/key_decoder.h"

static const char *const names[] = { "<Up>",      "<Down>", "<Left>", "<Right>", "<Home>",
				     "<End>",     "<PgUp>", "<PgDn>", "<Back>",  "<Del>",
				     "<BackTab>", "<F1>",   "<F2>",   "<F3>" };

/* An event in words, behind those before it. */
static void tell(const struct event *e, char *out, size_t size)
{
	char text[5] = "";
	size_t n = strlen(out);

	switch (e->kind) {
	case EVENT_KEY:
		if (e->key == KEYNAME_ESC)
			snprintf(out + n, size - n, "<Esc>");
		else if (e->key >= KEYNAME_FIRST)
			snprintf(out + n, size - n, "%s", names[e->key - KEYNAME_FIRST]);
		else
			text[text_encode(e->key, text)] = '\0';
		if (text[0] != '\0')
			snprintf(out + n, size - n, "%s", text);
		break;
	case EVENT_PASTE:
		snprintf(out + n, size - n, "{%s}", e->text);
		break;
	case EVENT_CLICK:
		snprintf(out + n, size - n, "(%d,%d)", e->row, e->column);
		break;
	case EVENT_WHEEL:
		snprintf(out + n, size - n, "(%+d)", e->lines);
		break;
	default:
		fail_msg("event %d", (int)e->kind);
	}
}

/* What some bytes are, in words. '\001' stands for silence until the decoder waits no more. */
static const char *meaning(struct key_decoder *d, const char *bytes)
{
	static char out[4096];
	struct event e;

	out[0] = '\0';
	for (; *bytes != '\0'; bytes++) {
		bool silence = *bytes == '\001';

		if (silence && key_decoder_wait(d, 0) < 0)
			continue;
		if (silence ? key_decoder_timeout(d, &e)
			    : key_decoder_byte(d, (unsigned char)*bytes, 0, &e))
			tell(&e, out, sizeof out);
		if (silence)
			assert_int_equal(key_decoder_wait(d, 0), -1);
	}
	return out;
}

struct row {
	const char *bytes, *meaning;
};

static void check(const struct row *rows, size_t count, bool mouse)
{
	for (size_t i = 0; i < count; i++) {
		struct key_decoder d = { .mouse = mouse };
		const char *got = meaning(&d, rows[i].bytes);

		if (strcmp(got, rows[i].meaning) != 0)
			fail_msg("row %zu, ESC%s: \"%s\", not \"%s\"", i, rows[i].bytes + 1, got,
				 rows[i].meaning);
	}
}
#define CHECK(rows, mouse) check(rows, sizeof(rows) / sizeof(rows)[0], mouse)

static void test_typed(void **state)
{
	static const struct row rows[] = {
		{ "李明\r", "李明\r" },
		{ "\xC5\xC0z学", "z学" }, /* a bad byte costs no other */
		{ "\xE5\xAD学", "学" },   /* nor does a character that is cut off */
		{ "\xED\xA0\x80\xC0\x80\xF4\x90\x80\x80k", "k" },
		{ "a\177\b", "a<Back><Back>" },
		{ "\t\n\025", "\t\n\025" },
		{ "\xC2\x85\xC2\x80\x85\x80x", "x" }, /* control characters of the upper half */
		{ "\xE5\xAD\033[A\xA6x", "<Up>x" },
	};

	(void)state;
	CHECK(rows, false);
}

static void test_keys(void **state)
{
	static const struct row rows[] = {
		{ "\033[A\033[B\033[C\033[D", "<Up><Down><Right><Left>" },
		{ "\033OA\033OB\033OC\033OD", "<Up><Down><Right><Left>" },
		{ "\033[H\033[F\033OH\033OF", "<Home><End><Home><End>" },
		{ "\033[1;2H\033[1;2F\033[1;5H\033[1;3F\033[1;6H\033[7;2~\033[4;5~",
		  "<Home><End><Home><End><Home><Home><End>" },
		{ "\033[7$\033[7^\033[7@\033[8$\033[8^",
		  "<Home><Home><Home><End><End>" }, /* rxvt */
		{ "\033[1;2:3H\033[2;2H\033[?1;2Fa", "a" },
		{ "\033[1~\033[4~\033[7~\033[8~", "<Home><End><Home><End>" },
		{ "\033[3~\033[5~\033[6~", "<Del><PgUp><PgDn>" },
		{ "\033[Z\033[1;2Z", "<BackTab><BackTab>" },
		{ "\033OP\033OQ\033OR", "<F1><F2><F3>" },
		{ "\033[11~\033[12~\033[13~", "<F1><F2><F3>" }, /* PuTTY */
		{ "\033[[A\033[[B\033[[C", "<F1><F2><F3>" },    /* Linux console */
		{ "\033[P\033[Q\033[R", "<F1><F2><F3>" },       /* kitty's protocol */
		{ "\033Op\033Oq\033Or\033Os\033Ot\033Ou\033Ov\033Ow\033Ox\033Oy", "0123456789" },
		{ "\033Oj\033Ok\033Ol\033Om\033On\033Oo\033OX\033OM", "*+,-./=\r" },
		{ "\033[1;1A\033[1;129B", "<Up><Down>" }, /* NumLock is no modifier */
		{ "\xC2\x9B"
		  "A\xC2\x8FP",
		  "<Up><F1>" },
		{ "\x9B"
		  "A\x8FP\x9B"
		  "1;5A\x9BI",
		  "<Up><F1>" },
	};

	(void)state;
	CHECK(rows, false);
}

/* CSI u, and what xterm sends with modifyOtherKeys. */
static void test_coded_keys(void **state)
{
	static const struct row rows[] = {
		{ "\033[13u\033[13;2u\033[13;5u\033[27;2;13~\033[27;5;13~", "\r\r\r\r\r" },
		{ "\033[27u\033[27;2;27~", "<Esc><Esc>" },
		{ "\033[9u\033[9;2u\033[27;2;9~", "\t<BackTab><BackTab>" },
		{ "\033[127u\033[127;2u\033[8u\033[27;5;8~\033[27;2;127~",
		  "<Back><Back><Back><Back><Back>" },
		{ "\033[97u\033[97;2u\033[65;2u\033[27;2;65~", "aAAA" },
		{ "\033[97;65u\033[97;66u", "Aa" }, /* CapsLock, and Shift with it */
		{ "\033[49:33;2u\033[49;2;33u", "!!" },
		{ "\033[32;2u\033[26446u\033[27;2;26446~", " 李李" },
		{ "\033[117;5u\033[27;5;117~\033[103;5u\033[27;6;71~", "\025\025\007\007" },
		{ "\033[104;5u\033[105;5u\033[91;5u\033[109;5u", "<Back>\t<Esc>\r" },
		{ "\033[97;1:1u\033[97;1:2u\033[97;1:3u", "aa" }, /* pressed, repeated, let go */
		{ "\033[1;1:3A\033[3;1:3~", "" },
		{ "\033[57399u\033[57408u\033[57409u\033[57414u\033[57417u\033[57426u",
		  "09.\r<Left><Del>" },
		{ "\033[57358u\033[57441;2u\033[57427u", "" }, /* CapsLock, Shift, keypad 5 */
		{ "\033[97;3u\033[13;3u\033[27;3;13~\033[97;9u\033[9;5u\033[49;5u", "" },
		{ "\033[0u\033[u\033[55296u\033[1114112u\033[99999999999u\033[133u\033[1u", "" },
	};

	(void)state;
	CHECK(rows, false);
}

/* A byte or two that follow show that nothing of the sequence is left over. */
static void test_swallowed(void **state)
{
	static const struct row rows[] = {
		{ "\033[I\033[Oa", "a" },                           /* focus */
		{ "\033[?62;22c\033[0n\033[5;10R\033[1;1Ra", "a" }, /* replies */
		{ "\033[?2026;2$y\033[4;1$y\033[?1u\033[>1;10;0c\033[8;24;80ta", "a" },
		{ "\033]11;rgb:1e1e/1e1e/2e2e\033\\\033]52;c;5p2O\007a", "a" },
		{ "\033]l标题\033\\a", "a" },
		{ "\033P>|x(1)\033\\\033P1$r0m\033\\\033_Gi=1;OK\033\\\033^x\033\\\033Xx\033\\a",
		  "a" },
		{ "\033]l本\xC2\x9C\xC2\x9D"
		  "11;rgb:1/1/1\033\\\xC2\x90x\xC2\x9C\xC2\x9Fx\007\xC2\x98q\xC2\x9E\x9C"
		  "a",
		  "a" },
		{ "\x9D"
		  "11;rgb:1/1/1\x9C\x90q\033\\\x9Fx\007"
		  "a",
		  "a" },
		{ "\033[97;;229u\033[1;1;1A\033[57441;1:3ua", "a<Up>a" },
		{ "\033[20;2~\033[20;5~\033[34~\033[1;2S\033[25^\033[2;2~\033[3;2~\033[5;5~a",
		  "a" },
		{ "\033O2A\033O5P\033O1;2A\033O1;5Q\033Oa\033Od\033[a\033[ba", "a" },
		{ "\033[38;5M\033[<35;1;1m\033[M#!!\033[MC~~\033[0;0;0Ma", "a" },
		{ "\033_G\033[A\033^x\033\\\033Xx\xC2\x9C"
		  "a",
		  "<Up>a" },
		{ "\033]x\r\ny\030a\033Px\032b", "ab" },
		{ "\033]11;rgb\033[Aa", "<Up>a" }, /* broken off by another */
		{ "\033b\033q\033Q\033 0\033\r\033\177\033\tb", "b" },
		{ "\033\xE6\x9D\x8E明", "明" }, /* Alt and a character */
		{ "\033\xFF明", "明" },
		{ "\033\033[D\033\033OD\033\033ba", "a" }, /* Alt and a key */
		{ "\033\033\033[D\033\033[3~a", "a" },
		{ "\033[23$\033[3^\033[5$\033[6@\033Oa\033[aa", "a" }, /* rxvt, with modifiers */
		{ "\033[1;5C\033[1;2A\033[3;5~\033[1;2P\033O2P\033O5Aa", "a" },
		{ "\033[E\033OE\033[G\033[2~\033[15~\033[24~\033[29~\033[[D\033[[Ea", "a" },
		{ "\033(B\033#8\033%G\033 F\033$(Ca", "a" },
		{ "\033[<0;12;5M\033[<0;12;5m\033[M !!\033[32;12;5M\033[<35;1;1Ma", "a" },
		{ "\033[M\xFF\xFF\xFF"
		  "a",
		  "a" },
		{ "\033[M \xC4\x80!a", "a" }, /* a column of two bytes */
		{ "\033[1A\033[2A\033[9999999999999999999~a", "<Up>a" },
		{ "\033[201~\033[202~a", "a" },
		{ "\033[;;;;;;;;;1;2;3:4:5:6ua", "a" },
	};

	(void)state;
	CHECK(rows, false);
}

/* A slow line cuts anywhere. ESC alone is a key only when nothing follows. */
static void test_silence(void **state)
{
	static const struct row rows[] = {
		{ "\033\001", "<Esc>" },
		{ "\033\001a", "<Esc>a" },
		/* held, or pressed twice */
		{ "\033\033\001a", "<Esc>a" },
		{ "\033\033\033\033\001\033\001", "<Esc><Esc>" },
		{ "\033\033a\033a\033\033[A\033\033李b", "b" }, /* Alt and a key */
		{ "\033\001[A", "<Esc>" }, /* ESC has been given out: its rest is not a text */
		{ "\033\001OAx", "<Esc>x" },
		{ "\033\001[200~李\033[201~", "<Esc>{李}" },
		{ "\033\001[\001a", "<Esc>[a" },
		{ "\033\001O\001", "<Esc>O" },
		{ "\033\001[1\001a", "<Esc>a" },
		{ "\033\001李[A", "<Esc>李[A" },
		{ "\033[\001A\033[1;\001A\033O\001A", "AAA" },
		{ "\033]11;rgb\001a", "a" },
		{ "\033(\001a\033[M \001a\033[[\001a\033]x\033\001a", "aaaa" },
		{ "\033[\r\033[1;2\177\033O李\033[M\033[A\033(\r", "\r<Back>李<Up>\r" },
		{ "\033[200~李\001明", "{李}明" }, /* its end is lost */
	};
	static const struct {
		const char *bytes;
		int wait;
	} waits[] = {
		{ "", -1 },
		{ "a", -1 },
		{ "\xE6", -1 },
		{ "\033", 100 },
		{ "\033\033", 100 },
		{ "\033(", 100 },
		{ "\033[", 1000 },
		{ "\033[1;", 1000 },
		{ "\033O", 1000 },
		{ "\033]1", 1000 },
		{ "\033[M ", 1000 },
		{ "\033[200~", 2000 },
		{ "\033[200~\033", 2000 },
	};

	(void)state;
	CHECK(rows, false);
	for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
		struct key_decoder d = { 0 };

		meaning(&d, waits[i].bytes);
		assert_int_equal(key_decoder_wait(&d, 0), waits[i].wait);
	}
}

/* Bytes that come slowly, each in time: what began more than three seconds ago is given up all the
 * same, but for a paste. */
static void test_slow_bytes(void **state)
{
	static const struct {
		const char *begins;
		char byte;
		int every; /* milliseconds between two of these bytes */
		int waits; /* after the last of them, 2,900 ms after the beginning or just before */
	} rows[] = {
		{ "\033]", 'x', 100, 100 },      { "\033P", 'x', 900, 300 },
		{ "\033]", 'x', 500, 500 },      { "\033[", '1', 290, 100 },
		{ "\033[200~", 'x', 100, 2000 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct key_decoder d = { 0 };
		int64_t began = 5000, now = began, last;
		struct event e;

		for (const char *c = rows[i].begins; *c != '\0'; c++)
			key_decoder_byte(&d, (unsigned char)*c, now, &e);
		for (last = now; now + rows[i].every <= began + 2900; last = now) {
			now += rows[i].every;
			assert_true(key_decoder_wait(&d, now) > 0);
			assert_false(key_decoder_byte(&d, (unsigned char)rows[i].byte, now, &e));
		}
		assert_int_equal(key_decoder_wait(&d, last), rows[i].waits);
		assert_int_equal(key_decoder_wait(&d, last + rows[i].waits + 1), 0);
	}
}

static void test_mouse(void **state)
{
	static const struct row rows[] = {
		{ "\033[<0;12;5M", "(4,11)" },
		{ "\033[<0;1;1M\033[<16;300;99M", "(0,0)(98,299)" }, /* with Ctrl */
		{ "\033[<64;12;5M\033[<65;12;5M", "(-3)(+3)" },
		{ "\033[<0;12;5m\033[<2;12;5M\033[<32;12;5M", "" }, /* let go, right, moved */
		{ "\033[<0;0;5M\033[<0;5M\033[<M\033[<0;1;2;3M\033[<0;1;0Mx", "x" },
		{ "\033[M ,%\033[M`!!\033[Ma!!", "(4,11)(-3)(+3)" },
		{ "\033[M#,%\033[M ,\r", "\r" },
		{ "\033[M \xC4\x80!a\033[M \xC4!a", "a(0,163)a" },
		{ "\033[200~\033[<0;12;5M\033[M ,%x\033[201~", "{ ,%x}" },
	};

	(void)state;
	CHECK(rows, true);
}

static void test_pasted(void **state)
{
	static const struct row rows[] = {
		{ "\033[200~李 明\r\n\xFF\t\002\033[201~a", "{李 明\r\n\t\002}a" },
		{ "\033[200~\033[201~", "{}" },
		{ "\033[200~a\033[A\033[31m\033Ob\033]c\033[201~", "{aOb]c}" },
		{ "\033[200~a\033[200~b\033[201~", "{b}" },
		{ "\033[200~a\033[20\033[201~b", "{a}b" },
		{ "\033\033[200~a\033[201~b", "{a}b" },
		{ "\033[200~a\x9B\xC2\x9D\xC2\x85\033]0;b\007\033\033[201~\033[201~c",
		  "{a]0;b\007}c" },
	};

	(void)state;
	CHECK(rows, false);
}

/* What is longer is cut at a character; nothing is written behind. */
static void test_pasted_too_much(void **state)
{
	struct key_decoder d = { 0 };
	struct event e;
	size_t len;

	(void)state;
	meaning(&d, "\033[200~");
	for (size_t i = 0; i < 100000; i++)
		meaning(&d, i % 2 == 0 ? "𠮷" : "a学");
	for (const char *c = "\033[201"; *c != '\0'; c++)
		assert_false(key_decoder_byte(&d, (unsigned char)*c, 0, &e));
	assert_true(key_decoder_byte(&d, '~', 0, &e));
	assert_int_equal(e.kind, EVENT_PASTE);
	len = strlen(e.text);
	assert_in_range(len, PASTE_MAX, PASTE_MAX + 3);
	assert_int_equal(text_valid_bytes(e.text, len), len);
}

/* It may have been a password: nothing of it stays, but not while it is still coming. */
static void test_wiped(void **state)
{
	static const struct key_decoder fresh;
	struct key_decoder d = { 0 };

	(void)state;
	meaning(&d, "\033[200~Prac");
	key_decoder_wipe(&d);
	assert_string_equal(meaning(&d, "tice-7\033[201~"), "{Practice-7}");
	key_decoder_wipe(&d);
	assert_memory_equal(d.pasted, fresh.pasted, sizeof d.pasted);
	meaning(&d, "\033[200~Practice-7\033[200~");
	assert_memory_equal(d.pasted, fresh.pasted, sizeof d.pasted);
}

/* Two bytes a character, the second of which may be '[' or a letter. */
static void test_gb18030(void **state)
{
	static const struct row rows[] = {
		{ "\xC0\xEE\xC3\xF7\033[A", "李明<Up>" },
		{ "\x81\x5B"
		  "A\xC0\xEE",
		  "乕A李" }, /* 乕 is 0x81 '[' */
		{ "\033\xC0\xEE\xC3\xF7", "明" },
	};

	(void)state;
	if (setlocale(LC_CTYPE, "zh_CN.GB18030") == NULL)
		skip();
	CHECK(rows, false);
	setlocale(LC_CTYPE, "C.UTF-8");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typed),           cmocka_unit_test(test_keys),
		cmocka_unit_test(test_coded_keys),      cmocka_unit_test(test_swallowed),
		cmocka_unit_test(test_silence),         cmocka_unit_test(test_slow_bytes),
		cmocka_unit_test(test_mouse),           cmocka_unit_test(test_pasted),
		cmocka_unit_test(test_pasted_too_much), cmocka_unit_test(test_wiped),
		cmocka_unit_test(test_gb18030),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
