/* SPDX-License-Identifier: MIT */
#include "qr.h"

#include <qrencode.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

/* Outside the code all is light. */
static bool is_dark(const QRcode *code, int x, int y)
{
	x -= QR_QUIET;
	y -= QR_QUIET;
	return x >= 0 && y >= 0 && x < code->width && y < code->width &&
	       (code->data[y * code->width + x] & 1);
}

static char *make_line(const QRcode *code, int columns, int y)
{
	static const char *const blocks[2][2] = { { " ", "▄" }, { "▀", "█" } };
	char *line = xmalloc((size_t)columns * strlen("█") + 1), *end = line;

	for (int x = 0; x < columns; x++)
		end = stpcpy(end, blocks[is_dark(code, x, y)][is_dark(code, x, y + 1)]);
	return line;
}

struct qr qr_make(const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_L);
	struct qr qr = { 0 };

	if (code == NULL)
		return qr;
	qr.columns = code->width + 2 * QR_QUIET;
	qr.lines = xcalloc((size_t)qr.columns / 2 + 1, sizeof *qr.lines);
	for (int y = 0; y < qr.columns; y += 2)
		qr.lines[qr.count++] = make_line(code, qr.columns, y);
	QRcode_free(code);
	return qr;
}

void qr_free(struct qr *qr)
{
	for (size_t i = 0; i < qr->count; i++)
		free(qr->lines[i]);
	free(qr->lines);
	*qr = (struct qr){ 0 };
}
