/* SPDX-License-Identifier: MIT */
/* Decodes what a terminal sends: characters in its charset, escape sequences, pasted text, reports of the
 * mouse. Knows the keys of every common terminal, whatever TERM says; sequences that are no key are dropped
 * whole. Asks nothing of the terminal and knows no curses. */
#ifndef KEY_DECODER_H
#define KEY_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/charset.h"

enum event_kind {
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_CLICK,
	EVENT_WHEEL,
	/* Not from the decoder: */
	EVENT_RESIZE,
	EVENT_TICK,   /* the time given has passed */
	EVENT_STOP,   /* ^Z */
	EVENT_SIGNAL, /* asks to end */
	EVENT_END     /* no more input: closed, or the terminal is gone */
};

struct event {
	enum event_kind kind;
	uint32_t key;     /* EVENT_KEY: key.h, never NUL */
	int row, column;  /* EVENT_CLICK: from 0 */
	int lines;        /* EVENT_WHEEL: down if positive */
	int signal;       /* EVENT_SIGNAL */
	const char *text; /* EVENT_PASTE: UTF-8, borrowed until key_decoder_wipe() */
};

enum { PASTE_MAX = 1024 /* bytes; more than any field takes */ };

enum key_decoder_state {
	DECODER_TEXT,
	DECODER_ESC,
	DECODER_CHARSET, /* ESC, then characters from space to '/': one more ends it */
	DECODER_CSI,     /* ESC [ */
	DECODER_SS3,     /* ESC O */
	DECODER_CONSOLE, /* ESC [ [, of the Linux console: one more ends it */
	DECODER_MOUSE,   /* ESC [ M: three bytes follow */
	DECODER_STRING,  /* ESC ], ESC P and the like, up to BEL, ESC \ or U+009C */
	DECODER_STRING_ESC
};

/* Start with zeroes. Holds what is being pasted. */
struct key_decoder {
	bool mouse; /* set by the caller: reports of the mouse are wanted, else they are dropped */

	/* The rest is the decoder's own. */
	int64_t begun, last; /* when what is incomplete began, and the last byte came */
	struct charset_decoder charset;
	enum key_decoder_state state;
	bool dropped; /* what is being read is no key, but ESC alone */
	bool late;    /* its ESC has been given out as a key: the rest of it came too late */
	bool esc_given;
	unsigned char prefix;     /* of a CSI sequence: one of "<=>?", 0 if absent */
	bool intermediate;        /* it has a character from space to '/' */
	unsigned field, subfield; /* being read, from 0 */
	unsigned fields[3][2];    /* number and first sub-parameter, 0 if absent */
	bool pasting;
	size_t len;
	char pasted[PASTE_MAX + 8]; /* what is longer is cut at a character */
};

/* Feeds one byte. now: milliseconds of any clock that never goes back. true: *e is the event that it completes. */
bool key_decoder_byte(struct key_decoder *d, unsigned char byte, int64_t now, struct event *e);

/* Milliseconds from now until key_decoder_timeout() is to be called if no byte comes; -1: it need not be. A sequence
 * that never ends does not swallow what is typed after it, however slowly its bytes come. */
int key_decoder_wait(const struct key_decoder *d, int64_t now);

/* No byte came in that time: ESC alone is the key, any other sequence is given up. true: *e is the event. */
bool key_decoder_timeout(struct key_decoder *d, struct event *e);

/* Erases what was pasted last; does nothing while a paste is coming in. */
void key_decoder_wipe(struct key_decoder *d);

#endif
