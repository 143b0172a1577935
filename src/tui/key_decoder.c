/* SPDX-License-Identifier: MIT */
#include "tui/key_decoder.h"

#include <string.h>
#include <wchar.h>

#include "base/key.h"
#include "base/text.h"

enum { ESC = 0x1B, BEL = 0x07, CANCEL = 0x18, SUBSTITUTE = 0x1A, STRING_END = 0x9C };

/* Milliseconds. Only silence tells the Esc key from the start of a sequence. Nobody types a
 * sequence that has more than ESC, so its rest may take longer on a slow line. */
enum { ESC_MS = 100, SEQUENCE_MS = 1000, SEQUENCE_LIMIT_MS = 3000, PASTE_MS = 2000 };

enum { FIELD_MAX = 0x110000, MOUSE_OFFSET = 32 /* added to each byte in the old form */ };

/* Bits of the second parameter of a key's sequence, minus 1. */
enum { SHIFT = 1, CTRL = 4, CAPS_LOCK = 64, OTHER_MODIFIERS = 2 | 8 | 16 | 32 /* Alt, Super … */ };

/* The sub-parameter of the modifiers: the type of the event. */
enum { KEY_RELEASED = 3 };

enum { PASTE_BEGIN = 200, PASTE_END = 201 };

enum { BUTTON_LEFT = 0, WHEEL_UP = 64, WHEEL_DOWN = 65, WHEEL_LINES = 3 };
enum { MOUSE_MODIFIERS = 4 | 8 | 16 };

struct key_of {
	unsigned code;
	uint32_t key; /* key.h */
};

static uint32_t find_sequence(const struct key_of *keys, size_t count, unsigned code)
{
	for (size_t i = 0; i < count; i++)
		if (keys[i].code == code)
			return keys[i].key;
	return 0;
}
#define LOOK_UP(keys, code) find_sequence(keys, sizeof(keys) / sizeof(keys)[0], code)

static bool give_key(uint32_t key, struct event *e)
{
	*e = (struct event){ .kind = EVENT_KEY, .key = key };
	return key != 0;
}

static uint32_t key_of_character(uint32_t cp)
{
	return cp == 0x7F || cp == '\b' ? KEYNAME_BACKSPACE : cp;
}

/* Returns the key of the last letter of ESC [ A or ESC O A. */
static uint32_t key_of_letter(unsigned char letter)
{
	static const struct key_of keys[] = {
		{ 'A', KEYNAME_UP },   { 'B', KEYNAME_DOWN }, { 'C', KEYNAME_RIGHT },
		{ 'D', KEYNAME_LEFT }, { 'H', KEYNAME_HOME }, { 'F', KEYNAME_END },
		{ 'P', KEYNAME_F1 },   { 'Q', KEYNAME_F2 },   { 'R', KEYNAME_F3 },
	};

	return LOOK_UP(keys, letter);
}

/* Returns the key of the number in ESC [ 5 ~. */
static uint32_t key_of_number(unsigned number)
{
	static const struct key_of keys[] = {
		{ 1, KEYNAME_HOME },    { 3, KEYNAME_DELETE },    { 4, KEYNAME_END },
		{ 5, KEYNAME_PAGE_UP }, { 6, KEYNAME_PAGE_DOWN }, { 7, KEYNAME_HOME },
		{ 8, KEYNAME_END },     { 11, KEYNAME_F1 },       { 12, KEYNAME_F2 },
		{ 13, KEYNAME_F3 },
	};

	return LOOK_UP(keys, number);
}

/* Returns the key of a letter after ESC O: the keypad in application mode, or as
 * key_of_letter(). */
static uint32_t key_of_keypad(unsigned char letter)
{
	static const char characters[] = "*+,-./0123456789";

	if (letter >= 'j' && letter <= 'y')
		return (uint32_t)characters[letter - 'j'];
	return letter == 'M' ? KEYNAME_RETURN : letter == 'X' ? '=' : key_of_letter(letter);
}

/* Returns the key of a private use code of kitty's protocol: the keypad. */
static uint32_t key_of_private_use(unsigned code)
{
	enum { FIRST = 57399, LEFT = 57417, NO_KEY = 0 /* Insert */ };
	static const char characters[] = "0123456789./*-+\r=,";
	static const uint32_t keys[] = { KEYNAME_LEFT,  KEYNAME_RIGHT,   KEYNAME_UP,
					 KEYNAME_DOWN,  KEYNAME_PAGE_UP, KEYNAME_PAGE_DOWN,
					 KEYNAME_HOME,  KEYNAME_END,     NO_KEY,
					 KEYNAME_DELETE };

	if (code >= FIRST && code < LEFT)
		return (uint32_t)characters[code - FIRST];
	return code - LEFT < sizeof keys / sizeof keys[0] ? keys[code - LEFT] : 0;
}

/* Returns the key of a code point, as in ESC [ 13 ; 2 u and ESC [ 27 ; 2 ; 13 ~; 0 if it is no key.
 * The caller drops keys with Alt, like ESC and a letter. shifted: the character with Shift, 0 if
 * not given. */
static uint32_t key_of_code(unsigned code, unsigned modifiers, unsigned shifted)
{
	bool shift = modifiers & SHIFT;

	if (code == '\t')
		return modifiers & CTRL ? 0 : shift ? KEYNAME_BACK_TAB : KEYNAME_TAB;
	if (code == '\r' || code == ESC || code == '\b' || code == 0x7F)
		return key_of_character(code);
	if (code >= 0xE000 && code <= 0xF8FF)
		return key_of_private_use(code);
	if (modifiers & CTRL)
		return code > '@' && code <= 'z' ? key_of_character(KEY_CTRL(code)) : 0;
	if (shift && shifted != 0)
		code = shifted;
	else if (code >= 'a' && code <= 'z' && shift != ((modifiers & CAPS_LOCK) != 0))
		code -= 'a' - 'A';
	/* Control characters, and codes that are no Unicode characters, cannot be typed. */
	if (code < ' ' || (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code <= 0xDFFF) ||
	    code >= KEYNAME_FIRST)
		return 0;
	return code;
}

static uint32_t key_of_csi(const struct key_decoder *d, unsigned char final)
{
	unsigned modifiers = d->fields[1][0] > 0 ? d->fields[1][0] - 1 : 0;
	unsigned number = d->fields[0][0];
	bool rxvt = strchr("$^@", final) != NULL; /* ~ with Shift, with Ctrl, with both */
	uint32_t key = final == '~' || rxvt ? key_of_number(number)
		       : number <= 1        ? key_of_letter(final)
					    : 0;
	bool plain;

	if (d->prefix != 0 || d->intermediate || d->fields[1][1] == KEY_RELEASED)
		return 0;
	/* Home and End mean the same with any modifier. */
	if (key == KEYNAME_HOME || key == KEYNAME_END)
		return key;
	if (modifiers & OTHER_MODIFIERS)
		return 0;
	plain = !rxvt && !(modifiers & (SHIFT | CTRL));
	switch (final) {
	case 'u':
		return key_of_code(number, modifiers,
				   d->fields[2][0] != 0 ? d->fields[2][0] : d->fields[0][1]);
	case '~':
		if (number == ESC)
			return key_of_code(d->fields[2][0], modifiers, 0);
		return plain ? key : 0;
	case 'Z':
		return KEYNAME_BACK_TAB;
	case 'R':
		/* With two numbers ESC [ R is a report of the cursor position. */
		return d->field == 0 ? key_of_letter(final) : 0;
	default:
		return plain ? key : 0;
	}
}

/* Decodes the fields of a mouse report: button, column and row, from 1. */
static bool give_mouse(const struct key_decoder *d, bool pressed, struct event *e)
{
	unsigned column = d->fields[1][0], row = d->fields[2][0];

	*e = (struct event){ .kind = EVENT_WHEEL };
	if (!d->mouse || d->pasting || !pressed || column == 0 || row == 0)
		return false;
	switch (d->fields[0][0] & ~(unsigned)MOUSE_MODIFIERS) {
	case WHEEL_UP:
		e->lines = -WHEEL_LINES;
		return true;
	case WHEEL_DOWN:
		e->lines = WHEEL_LINES;
		return true;
	case BUTTON_LEFT:
		*e = (struct event){ .kind = EVENT_CLICK,
				     .row = (int)row - 1,
				     .column = (int)column - 1 };
		return true;
	default:
		return false;
	}
}

static void begin_paste(struct key_decoder *d)
{
	d->pasting = false;
	key_decoder_wipe(d);
	d->pasting = true;
}

static bool end_paste(struct key_decoder *d, struct event *e)
{
	*e = (struct event){ .kind = EVENT_PASTE, .text = d->pasted };
	d->pasting = false;
	return true;
}

void key_decoder_wipe(struct key_decoder *d)
{
	if (d->pasting || d->len == 0)
		return;
	explicit_bzero(d->pasted, sizeof d->pasted);
	d->len = 0;
}

/* Returns to decoding text. A sequence also discards an incomplete character. */
static void end_sequence(struct key_decoder *d)
{
	d->state = DECODER_TEXT;
	d->dropped = d->late = false;
	memset(&d->charset, 0, sizeof d->charset);
}

static void begin_sequence(struct key_decoder *d, enum key_decoder_state state)
{
	d->state = state;
	d->prefix = 0;
	d->intermediate = false;
	d->field = d->subfield = 0;
	memset(d->fields, 0, sizeof d->fields);
}

static bool take_esc(struct key_decoder *d, unsigned char byte, struct event *e);
static bool take_byte(struct key_decoder *d, unsigned char byte, struct event *e);

/* Returns true for a C1 control character, which means the same as ESC and a character from '@' to
 * '_'. */
static bool is_c1(uint32_t cp)
{
	return cp >= 0x80 && cp < 0xA0;
}

/* Returns the character that this byte completes; 0 if none. Some terminals send C1 control
 * characters as one byte, which is no character in UTF-8. */
static uint32_t take_character(struct key_decoder *d, unsigned char byte)
{
	bool fresh = mbsinit(&d->charset.state);
	uint32_t cp;

	if (charset_decode(&d->charset, byte, &cp))
		return cp;
	return fresh && mbsinit(&d->charset.state) && is_c1(byte) ? byte : 0;
}

/* Takes a byte of text. After ESC was reported as a key, '[' or 'O' may be the rest of a sequence
 * that a slow line has cut in two. */
static bool take_text(struct key_decoder *d, unsigned char byte, struct event *e)
{
	bool after_esc = d->esc_given, got;
	uint32_t cp;

	d->esc_given = false;
	if (after_esc && (byte == '[' || byte == 'O')) {
		begin_sequence(d, byte == '[' ? DECODER_CSI : DECODER_SS3);
		d->late = true;
		return false;
	}
	cp = take_character(d, byte);
	if (d->pasting) {
		if (cp != 0 && !is_c1(cp) && d->len < PASTE_MAX)
			d->len += text_encode(cp, d->pasted + d->len);
		return false;
	}
	if (is_c1(cp))
		return take_esc(d, (unsigned char)(cp - 0x80 + '@'), e);
	got = !d->dropped && give_key(key_of_character(cp), e);
	if (mbsinit(&d->charset.state))
		d->dropped = false;
	return got;
}

/* Takes the byte after ESC. */
static bool take_esc(struct key_decoder *d, unsigned char byte, struct event *e)
{
	static const char strings[] = "]PX^_"; /* OSC, DCS, SOS, PM, APC */

	if (byte == '[') {
		begin_sequence(d, DECODER_CSI);
	} else if (d->pasting) {
		end_sequence(d);
		return take_byte(d, byte, e);
	} else if (byte == 'O') {
		begin_sequence(d, DECODER_SS3);
	} else if (byte >= 0x80) { /* Alt and a character */
		end_sequence(d);
		d->dropped = true;
		return take_text(d, byte, e);
	} else if (byte != '\0' && strchr(strings, byte) != NULL) {
		d->state = DECODER_STRING;
	} else if (byte >= ' ' && byte <= '/') {
		d->state = DECODER_CHARSET;
	} else {
		end_sequence(d); /* Alt and a letter, or a control character */
	}
	return false;
}

/* Takes a digit, a separator or the prefix of a CSI or SS3 sequence. */
static void take_parameter(struct key_decoder *d, unsigned char byte)
{
	unsigned *number;

	if (byte == ';') {
		d->field++;
		d->subfield = 0;
	} else if (byte == ':') {
		d->subfield++;
	} else if (byte > ';') {
		d->prefix = byte;
	} else if (d->field < 3 && d->subfield < 2) {
		number = &d->fields[d->field][d->subfield];
		*number = *number * 10 + (byte - '0');
		if (*number > FIELD_MAX)
			*number = FIELD_MAX;
	}
}

/* Takes the last byte of a CSI sequence. */
static bool take_final(struct key_decoder *d, unsigned char final, struct event *e)
{
	unsigned number = d->field == 0 && d->prefix == 0 ? d->fields[0][0] : 1;
	bool dropped = d->dropped || d->late;

	if (number == 0 && !d->pasting && (final == '[' || final == 'M')) {
		d->state = final == '[' ? DECODER_CONSOLE : DECODER_MOUSE;
		return false;
	}
	end_sequence(d);
	if (final == '~' && number == PASTE_END && d->pasting)
		return end_paste(d, e);
	if (final == '~' && number == PASTE_BEGIN)
		begin_paste(d);
	if (d->prefix == '<' && d->field == 2 && (final == 'M' || final == 'm'))
		return give_mouse(d, final == 'M', e);
	return !dropped && !d->pasting && give_key(key_of_csi(d, final), e);
}

/* Takes a byte that no sequence contains: ends the sequence and decodes the byte as text. */
static bool break_off(struct key_decoder *d, unsigned char byte, struct event *e)
{
	end_sequence(d);
	return take_byte(d, byte, e);
}

static bool take_csi(struct key_decoder *d, unsigned char byte, struct event *e)
{
	/* rxvt ends the sequence of a shifted key with $, which is an intermediate byte
	 * elsewhere. */
	bool rxvt = byte == '$' && d->prefix == 0 && d->field == 0 && d->fields[0][0] > 0;

	if (byte < ' ' || byte > '~')
		return break_off(d, byte, e);
	if (byte >= '@' || rxvt)
		return take_final(d, byte, e);
	if (byte <= '/')
		d->intermediate = true;
	else
		take_parameter(d, byte);
	return false;
}

static bool take_ss3(struct key_decoder *d, unsigned char byte, struct event *e)
{
	bool modified = d->fields[0][0] > 1 || d->fields[1][0] > 1;
	bool dropped = d->dropped || d->late || modified;

	if (byte < ' ' || byte > '~')
		return break_off(d, byte, e);
	if (byte < '@') {
		take_parameter(d, byte);
		return false;
	}
	end_sequence(d);
	return !dropped && give_key(key_of_keypad(byte), e);
}

/* Takes a byte of a mouse report in the old form: button, column and row, one byte each. A
 * number of two bytes is of mode 1005, which is not asked for. */
static bool take_mouse(struct key_decoder *d, unsigned char byte, struct event *e)
{
	unsigned before = d->field > 0 ? d->fields[d->field - 1][0] + MOUSE_OFFSET : 0;

	if (byte < ' ')
		return break_off(d, byte, e);
	if (before >= 0xC2 && before < 0xE0 && byte >= 0x80 && byte < 0xC0) {
		d->fields[d->field - 1][0] = 0; /* no place: give_mouse() drops it */
		return false;
	}
	d->fields[d->field++][0] = (unsigned)byte - MOUSE_OFFSET;
	if (d->field < 3)
		return false;
	end_sequence(d);
	return give_mouse(d, true, e);
}

/* Takes a byte of a sequence that ends with the first byte >= least. */
static bool take_last(struct key_decoder *d, unsigned char byte, unsigned char least,
		      struct event *e)
{
	bool console = d->state == DECODER_CONSOLE && !d->dropped && !d->late && !d->pasting;
	static const uint32_t keys[] = { KEYNAME_F1, KEYNAME_F2, KEYNAME_F3 };

	if (byte < ' ' || byte > '~')
		return break_off(d, byte, e);
	if (byte < least)
		return false;
	end_sequence(d);
	return console && byte >= 'A' && byte <= 'C' && give_key(keys[byte - 'A'], e);
}

static bool take_string(struct key_decoder *d, unsigned char byte, struct event *e)
{
	bool after_esc = d->state == DECODER_STRING_ESC;

	d->state = DECODER_STRING;
	if (after_esc && byte != '\\') {
		d->state = DECODER_ESC;
		return take_esc(d, byte, e);
	}
	if (after_esc || byte == BEL || byte == CANCEL || byte == SUBSTITUTE ||
	    take_character(d, byte) == STRING_END)
		end_sequence(d);
	return false;
}

static bool take_byte(struct key_decoder *d, unsigned char byte, struct event *e)
{
	if (byte == ESC) {
		bool in_string = d->state == DECODER_STRING, doubled = d->state == DECODER_ESC;

		end_sequence(d);
		d->state = in_string ? DECODER_STRING_ESC : DECODER_ESC;
		d->dropped = doubled;
		d->esc_given = false;
		return false;
	}
	switch (d->state) {
	case DECODER_ESC:
		return take_esc(d, byte, e);
	case DECODER_CHARSET:
		return take_last(d, byte, '0', e);
	case DECODER_CONSOLE:
		return take_last(d, byte, ' ', e);
	case DECODER_CSI:
		return take_csi(d, byte, e);
	case DECODER_SS3:
		return take_ss3(d, byte, e);
	case DECODER_MOUSE:
		return take_mouse(d, byte, e);
	case DECODER_STRING:
	case DECODER_STRING_ESC:
		return take_string(d, byte, e);
	default:
		return take_text(d, byte, e);
	}
}

/* Returns how many milliseconds of silence end incomplete input; -1 if there is none. */
static int silence(const struct key_decoder *d)
{
	if (d->pasting)
		return PASTE_MS;
	if (d->state == DECODER_TEXT)
		return -1;
	return d->state == DECODER_ESC || d->state == DECODER_CHARSET || d->late ? ESC_MS
										 : SEQUENCE_MS;
}

bool key_decoder_byte(struct key_decoder *d, unsigned char byte, int64_t now, struct event *e)
{
	if (silence(d) < 0)
		d->begun = now;
	d->last = now;
	return take_byte(d, byte, e);
}

int key_decoder_wait(const struct key_decoder *d, int64_t now)
{
	int64_t end = d->last + silence(d);

	if (silence(d) < 0)
		return -1;
	if (!d->pasting && end > d->begun + SEQUENCE_LIMIT_MS)
		end = d->begun + SEQUENCE_LIMIT_MS;
	return end > now ? (int)(end - now) : 0;
}

bool key_decoder_timeout(struct key_decoder *d, struct event *e)
{
	bool esc = d->state == DECODER_ESC && !d->pasting;
	bool begun = d->prefix != 0 || d->intermediate || d->field != 0 || d->fields[0][0] != 0;
	bool late = d->late && !begun;
	enum key_decoder_state state = d->state;

	end_sequence(d);
	if (d->pasting)
		return end_paste(d, e);
	if (late && (state == DECODER_CSI || state == DECODER_SS3))
		return give_key(state == DECODER_CSI ? '[' : 'O', e);
	d->esc_given = esc;
	return esc && give_key(ESC, e);
}
