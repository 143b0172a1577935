/* SPDX-License-Identifier: MIT */
/* Decodes what a terminal sends: characters in its charset, escape sequences, pasted text, reports
 * of the mouse. Knows the keys of every common terminal, whatever TERM says; drops other sequences
 * as a whole. Sends nothing to the terminal and does not use curses. */
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
	EVENT_TICK,   /* the waiting time has passed */
	EVENT_STOP,   /* ^Z */
	EVENT_SIGNAL, /* a signal asks to end */
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
	DECODER_CHARSET, /* ESC and characters from space to '/'; one other ends it */
	DECODER_CSI,     /* ESC [ */
	DECODER_SS3,     /* ESC O */
	DECODER_CONSOLE, /* ESC [ [ of the Linux console; one byte more ends it */
	DECODER_MOUSE,   /* ESC [ M: three bytes follow */
	DECODER_STRING,  /* ESC ], ESC P and the like, up to BEL, ESC \ or U+009C */
	DECODER_STRING_ESC
};

/* Start with zeroes. Holds pasted text, which key_decoder_wipe() erases. */
struct key_decoder {
	bool mouse; /* set by the caller: report the mouse; else its reports are dropped */

	/* The rest is the decoder's own. */
	int64_t begun, last; /* when incomplete input began, when the last byte came */
	struct charset_decoder charset;
	enum key_decoder_state state;
	bool dropped; /* what is being read is no key, unless it is ESC alone */
	bool late;    /* the rest of the sequence came after its ESC was reported as a key */
	bool esc_given;
	unsigned char prefix;     /* of a CSI sequence: one of "<=>?", 0 if absent */
	bool intermediate;        /* the sequence has a character from space to '/' */
	unsigned field, subfield; /* being read, from 0 */
	unsigned fields[3][2];    /* number and first sub-parameter, 0 if absent */
	bool pasting;
	size_t len;
	char pasted[PASTE_MAX + 8]; /* longer text is cut between characters */
};

/* Feeds one byte. now: milliseconds of any clock that never goes back. Returns true if the byte
 * completes an event, *e. */
bool key_decoder_byte(struct key_decoder *d, unsigned char byte, int64_t now, struct event *e);

/* Returns the milliseconds from now until key_decoder_timeout() is to be called if no byte comes;
 * -1 if it need not be called. The whole time of a sequence is limited, so that one that never ends
 * does not swallow what is typed after it. */
int key_decoder_wait(const struct key_decoder *d, int64_t now);

/* To be called if no byte came in that time: ESC alone is the key, a paste ends, any other sequence
 * is given up. Returns true if *e is an event. */
bool key_decoder_timeout(struct key_decoder *d, struct event *e);

/* Erases the last pasted text; does nothing while a paste is coming in. */
void key_decoder_wipe(struct key_decoder *d);

#endif
