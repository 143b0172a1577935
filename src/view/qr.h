/* SPDX-License-Identifier: MIT */
/* QR codes, ISO/IEC 18004. */
#ifndef QR_H
#define QR_H

#include <stdbool.h>

struct qr {
	int width;  /* modules of a side, the quiet zone included; 0: there is no code */
	bool *dark; /* owned; width * width modules, row by row */
};

/* Makes the code of a UTF-8 text, with the lowest error correction, as a screen has no scratches.
 * There is no code if the text is too long or libqrencode cannot be loaded. Free it with
 * qr_free(). */
struct qr qr_make(const char *text);
void qr_free(struct qr *qr);

bool qr_is_dark(const struct qr *qr, int x, int y); /* from 0; false below the code */

/* The code as lines of text, to be drawn dark on light. large: two full blocks or blanks for each
 * module; else half blocks, two rows of modules on each line. */
int qr_lines(const struct qr *qr, bool large);
int qr_columns(const struct qr *qr, bool large);
char *qr_line(const struct qr *qr, int line, bool large); /* from 0; the caller frees it */

#endif
