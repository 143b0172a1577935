/* SPDX-License-Identifier: MIT */
#include "view/layout.h"
#include "view/qr.h"

bool layout_qr(const char *text, int columns, int rows, struct lines *out)
{
	struct qr qr = qr_make(text);
	/* One more row: for the address beneath. */
	bool fits = qr.count > 0 && qr.columns <= columns && (int)qr.count + 1 <= rows;

	for (size_t i = 0; i < qr.count && fits; i++) {
		lines_add(out);
		lines_put(out, 0, STYLE_CODE, qr.lines[i]);
	}
	qr_free(&qr);
	return fits;
}
