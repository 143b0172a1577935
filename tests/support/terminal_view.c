/* SPDX-License-Identifier: MIT */
#include "support/terminal.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum { CHARACTER_BYTES = 4 };

VTermScreenCell terminal_cell(const struct terminal *t, int row, int column)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof cell);
	vterm_screen_get_cell(t->screen, (VTermPos){ .row = row, .col = column }, &cell);
	return cell;
}

/* Writes a cell as UTF-8, nothing for the right half of a wide character. Returns the number of
 * bytes. */
static size_t put_cell(VTermScreenCell cell, char *out)
{
	size_t n = 0;

	if (cell.chars[0] == (uint32_t)-1)
		return 0;
	if (cell.chars[0] == 0) {
		*out = ' ';
		return 1;
	}
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
		n += text_encode(cell.chars[i], out + n);
	return n;
}

/* Writes a row and a NUL. Returns the number of bytes before it. */
static size_t put_row(const struct terminal *t, int row, char *out)
{
	size_t n = 0;

	for (int column = 0; column < t->columns; column++)
		n += put_cell(terminal_cell(t, row, column), out + n);
	while (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return n;
}

static void make_room(struct terminal *t, int rows)
{
	size_t row = (size_t)t->columns * VTERM_MAX_CHARS_PER_CELL * CHARACTER_BYTES + 2;

	free(t->shown);
	t->shown = xmalloc((size_t)rows * row + 1);
}

const char *terminal_row(struct terminal *t, int row)
{
	make_room(t, 1);
	put_row(t, row, t->shown);
	return t->shown;
}

const char *terminal_text(struct terminal *t)
{
	size_t n = 0;

	make_room(t, t->rows);
	for (int row = 0; row < t->rows; row++) {
		n += put_row(t, row, t->shown + n);
		t->shown[n++] = '\n';
	}
	t->shown[n] = '\0';
	return t->shown;
}

/* The column of the byte at this offset in a row. */
static int column_of(const struct terminal *t, int row, size_t byte)
{
	char cell[VTERM_MAX_CHARS_PER_CELL * CHARACTER_BYTES];
	int column = 0;

	for (size_t n = 0; column < t->columns; column++) {
		n += put_cell(terminal_cell(t, row, column), cell);
		if (n > byte)
			break;
	}
	return column;
}

bool terminal_find(struct terminal *t, const char *text, int *row, int *column)
{
	for (int r = 0; r < t->rows; r++) {
		const char *line = terminal_row(t, r), *at = strstr(line, text);

		if (at == NULL)
			continue;
		if (row != NULL)
			*row = r;
		if (column != NULL)
			*column = column_of(t, r, (size_t)(at - line));
		return true;
	}
	return false;
}
