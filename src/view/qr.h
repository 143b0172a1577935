/* SPDX-License-Identifier: MIT */
/* QR codes, ISO/IEC 18004. */
#ifndef QR_H
#define QR_H

#include <stdbool.h>

struct qr {
	int width; /* modules of a row and of a column, the quiet zone included; 0: there is no code */
	bool *dark; /* owned; row after row */
};

/* Makes the code of a UTF-8 text, with the least error correction: a screen gets no scratches.
 * There is none if the text is too long or no code can be made. Free it with qr_free(). */
struct qr qr_make(const char *text);
void qr_free(struct qr *qr);

bool qr_is_dark(const struct qr *qr, int x, int y); /* from 0; false below the code */

/* The code as lines of text, to be drawn dark on light. large: two full blocks or blanks a
 * module; else half blocks, two rows of modules a line. */
int qr_lines(const struct qr *qr, bool large);
int qr_columns(const struct qr *qr, bool large);
char *qr_line(const struct qr *qr, int line, bool large); /* from 0; the caller frees it */

#endif
