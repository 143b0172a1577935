/* SPDX-License-Identifier: MIT */
#include "view/qr.h"

#include <dlfcn.h>
#include <qrencode.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#ifdef __APPLE__
#define LIBRARY "libqrencode.4.dylib"
#else
#define LIBRARY "libqrencode.so.4"
#endif

/* Loaded when the first code is made: linking the library and its dependencies would slow down
 * every start. */
static struct library {
	QRcode *(*encode)(const char *, int, QRecLevel);
	void (*free)(QRcode *);
} library;

static bool qr_possible(void)
{
	void *handle = library.encode != NULL ? NULL : dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);

	if (handle != NULL) {
		*(void **)&library.encode = dlsym(handle, "QRcode_encodeString8bit");
		*(void **)&library.free = dlsym(handle, "QRcode_free");
	}
	return library.encode != NULL;
}

struct qr qr_make(const char *text)
{
	enum { QUIET = 4 /* modules around the code */ };
	QRcode *code = qr_possible() ? library.encode(text, 0, QR_ECLEVEL_L) : NULL;
	struct qr qr = { 0 };

	if (code == NULL)
		return qr;
	qr.width = code->width + 2 * QUIET;
	qr.dark = xcalloc((size_t)qr.width * (size_t)qr.width, sizeof *qr.dark);
	for (int y = 0; y < code->width; y++)
		for (int x = 0; x < code->width; x++)
			qr.dark[(y + QUIET) * qr.width + x + QUIET] =
				code->data[y * code->width + x] & 1;
	library.free(code);
	return qr;
}

void qr_free(struct qr *qr)
{
	free(qr->dark);
	*qr = (struct qr){ 0 };
}

bool qr_is_dark(const struct qr *qr, int x, int y)
{
	return y < qr->width && qr->dark[y * qr->width + x];
}

int qr_lines(const struct qr *qr, bool large)
{
	return large ? qr->width : (qr->width + 1) / 2;
}

int qr_columns(const struct qr *qr, bool large)
{
	return large ? 2 * qr->width : qr->width;
}

char *qr_line(const struct qr *qr, int line, bool large)
{
	static const char *const blocks[2][2] = { { " ", "▄" }, { "▀", "█" } };
	int columns = qr_columns(qr, large), y = large ? line : 2 * line;
	char *text = xmalloc((size_t)columns * strlen("█") + 1), *end = text;

	for (int column = 0; column < columns; column++) {
		int x = large ? column / 2 : column;

		end = stpcpy(end,
			     blocks[qr_is_dark(qr, x, y)][qr_is_dark(qr, x, large ? y : y + 1)]);
	}
	return text;
}
