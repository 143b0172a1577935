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

/* Loaded when a code is first asked for: linked, it and what it needs would slow down every start. */
static struct library {
	QRcode *(*encode)(const char *, int, QRecLevel);
	void (*free)(QRcode *);
} library;

static void *symbol(void *handle, const char *name)
{
	return handle == NULL ? NULL : dlsym(handle, name);
}

bool qr_possible(void)
{
	void *handle;

	if (library.encode != NULL && library.free != NULL)
		return true;
	handle = dlopen(LIBRARY, RTLD_LAZY | RTLD_LOCAL);
	*(void **)&library.encode = symbol(handle, "QRcode_encodeString8bit");
	*(void **)&library.free = symbol(handle, "QRcode_free");
	return library.encode != NULL && library.free != NULL;
}

/* Modules outside the code are light. */
static bool is_dark(const QRcode *code, int x, int y)
{
	x -= QR_QUIET;
	y -= QR_QUIET;
	return x >= 0 && y >= 0 && x < code->width && y < code->width &&
	       (code->data[y * code->width + x] & 1);
}

/* large: each module is two columns wide and one row high; else one column, and half a row. */
static char *make_line(const QRcode *code, int columns, int y, bool large)
{
	static const char *const blocks[2][2] = { { " ", "▄" }, { "▀", "█" } };
	char *line = xmalloc((size_t)columns * strlen("█") + 1), *end = line;

	for (int column = 0; column < columns; column++) {
		int x = large ? column / 2 : column;

		end = stpcpy(end, blocks[is_dark(code, x, y)][is_dark(code, x, large ? y : y + 1)]);
	}
	return line;
}

struct qr qr_make(const char *text, bool large)
{
	QRcode *code = qr_possible() ? library.encode(text, 0, QR_ECLEVEL_L) : NULL;
	struct qr qr = { 0 };
	int width;

	if (code == NULL)
		return qr;
	width = code->width + 2 * QR_QUIET;
	qr.columns = large ? 2 * width : width;
	qr.lines = xcalloc((size_t)width, sizeof *qr.lines);
	for (int y = 0; y < width; y += large ? 1 : 2)
		qr.lines[qr.count++] = make_line(code, qr.columns, y, large);
	library.free(code);
	return qr;
}

void qr_free(struct qr *qr)
{
	for (size_t i = 0; i < qr->count; i++)
		free(qr->lines[i]);
	free(qr->lines);
	*qr = (struct qr){ 0 };
}
