/* SPDX-License-Identifier: MIT */
/* Makes a QR code of half blocks: two rows of modules in a line, with the quiet zone around. */
#ifndef QR_H
#define QR_H

#include <stdbool.h>
#include <stddef.h>

enum { QR_QUIET = 4 /* modules of the quiet zone, ISO/IEC 18004 */ };

struct qr {
	int columns;  /* of each line */
	size_t count; /* lines */
	char **lines; /* owned; of ▀ ▄ █ and blanks, to be drawn dark on light */
};

/* Whether codes can be made: libqrencode is loaded at the first call. */
bool qr_possible(void);

/* Makes the code of a UTF-8 text, with the least error correction: a screen gets no scratches.
 * large: two full blocks or blanks a module; else two rows of modules a line, in half blocks too.
 * count is 0 if the text is too long or no code can be made. Free it with qr_free(). */
struct qr qr_make(const char *text, bool large);
void qr_free(struct qr *qr);

#endif
