/* SPDX-License-Identifier: MIT */
/* A QR code in half blocks: two rows of modules a line, the quiet zone around. */
#ifndef QR_H
#define QR_H

#include <stdbool.h>
#include <stddef.h>

/* ISO/IEC 18004 asks for four modules of quiet around the code. */
enum { QR_QUIET = 4 };

struct qr {
	int columns;  /* of each line */
	size_t count; /* lines */
	char **lines; /* owned; ▀ ▄ █ and blanks, to be drawn dark on light */
};

/* Whether libqrencode is here: it is loaded when first asked for. */
bool qr_possible(void);

/* The code of a text (UTF-8), of the lowest error correction: a screen does not wear off. count 0: the
 * text is too long for any code, or no code is possible. */
struct qr qr_make(const char *text);
void qr_free(struct qr *qr);

#endif
