/* SPDX-License-Identifier: MIT */
/* screenshot FOLDER: writes the README's pictures as SVG, screens of the program in the terminal
 * emulator. `make screenshots` runs it; test_readme compares its output with the pictures. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/terminal.h"

enum { CELL = 9, LINE = 20, FONT = 15, MARGIN = 14, BASE = 15, WAIT_MS = 60000 };

#define RECORD "--record", "data/record.example.json"
#define TO_FORM "4\r\t\t\r"

static const struct shot {
	const char *name, *title;
	int rows, columns;
	const char *options[7];
	const char *keys[4]; /* each sent at once, then the program settles */
} shots[] = {
	{ "step", "第 2 步：进入新生学籍", 24, 80, { "--fresh", RECORD }, { "1  ", "2 " } },
	{ "form",
	  "第 4 步：演练注册，姓名里多了一个空格",
	  24,
	  80,
	  { "--fresh", RECORD },
	  { TO_FORM, "13800000000\t\t\tPractice-7\tPractice-7\t李 明\r" } },
	{ "verify",
	  "第 5 步：核对学籍，证件号码抄来的和高考时不一致",
	  24,
	  80,
	  { "--fresh", RECORD },
	  { "5\r", " \r \r \r \r110000200709001014" } },
	{ "remedy", "网站提示怎么办：证件号码已被注册", 24, 80, { "--fresh", RECORD }, { "4e\r" } },
	{ "projector", "投影：只留要紧的", 16, 60, { "--fresh", RECORD, "--projector" }, { "2 " } },
	{ "narrow", "窄窗口：40 列 12 行", 12, 40, { "--fresh", RECORD }, { "2 " } },
};

static void put_escaped(FILE *out, const uint32_t *characters)
{
	char bytes[8];

	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && characters[i] != 0; i++) {
		size_t n = text_encode(characters[i], bytes);

		if (characters[i] == '&' || characters[i] == '<')
			fputs(characters[i] == '&' ? "&amp;" : "&lt;", out);
		else
			fwrite(bytes, 1, n, out);
	}
}

static bool is_blank(VTermScreenCell cell)
{
	return cell.chars[0] == 0 || cell.chars[0] == ' ' || cell.chars[0] == (uint32_t)-1;
}

/* Which arms a box-drawing character has, NULL if it is none. They are drawn as paths because
 * Chinese fonts have them two cells wide. */
static const char *box_halves(uint32_t character)
{
	static const struct {
		uint32_t character;
		const char *halves;
	} boxes[] = {
		{ 0x2500, "lr" },  { 0x2502, "ud" },  { 0x250C, "rd" },   { 0x2510, "ld" },
		{ 0x2514, "ru" },  { 0x2518, "lu" },  { 0x251C, "rud" },  { 0x2524, "lud" },
		{ 0x252C, "lrd" }, { 0x2534, "lru" }, { 0x253C, "lrud" },
	};

	for (size_t i = 0; i < sizeof boxes / sizeof boxes[0]; i++)
		if (boxes[i].character == character)
			return boxes[i].halves;
	return NULL;
}

/* Draws the box lines of a row as one path, from the middle of each cell. */
static void put_boxes(FILE *out, const struct terminal *t, int row)
{
	bool any = false;

	for (int column = 0; column < t->columns; column++) {
		const char *halves = box_halves(terminal_cell(t, row, column).chars[0]);

		for (; halves != NULL && *halves != '\0'; halves++) {
			fprintf(out, "%sM%d.5 %d%c%s", any ? "" : "<path d=\"",
				MARGIN + column * CELL + CELL / 2, MARGIN + row * LINE + LINE / 2,
				*halves == 'l' || *halves == 'r' ? 'h' : 'v',
				*halves == 'l'   ? "-4.5"
				: *halves == 'r' ? "4.5"
				: *halves == 'u' ? "-10"
						 : "10");
			any = true;
		}
	}
	if (any)
		fputs("\"/>\n", out);
}

/* Whether two cells have the same colours and attributes. */
static bool same_look(VTermScreenCell a, VTermScreenCell b)
{
	return b.chars[0] == (uint32_t)-1 ||
	       (a.attrs.bold == b.attrs.bold && a.attrs.reverse == b.attrs.reverse);
}

/* Draws a run of cells with the same attributes: the background, then each character at the
 * position of its cell, so that no font shifts the line. */
static void put_run(FILE *out, const struct terminal *t, int row, int from, int to)
{
	VTermScreenCell first = terminal_cell(t, row, from);
	const char *before = "";

	if (first.attrs.reverse)
		fprintf(out, "<rect class=\"r\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
			MARGIN + from * CELL, MARGIN + row * LINE, (to - from) * CELL, LINE);
	fprintf(out, "<text class=\"%s%s\" y=\"%d\" x=\"", first.attrs.bold ? "b" : "",
		first.attrs.reverse ? " i" : "", MARGIN + row * LINE + BASE);
	for (int column = from; column < to; column++) {
		VTermScreenCell cell = terminal_cell(t, row, column);

		if (is_blank(cell) || box_halves(cell.chars[0]) != NULL)
			continue;
		/* A wide character is centred in its two cells. */
		fprintf(out, "%s%d", before,
			MARGIN + column * CELL + (cell.width == 2 ? CELL - FONT / 2 : 0));
		before = " ";
	}
	fputs("\">", out);
	for (int column = from; column < to; column++) {
		VTermScreenCell cell = terminal_cell(t, row, column);

		if (!is_blank(cell) && box_halves(cell.chars[0]) == NULL)
			put_escaped(out, cell.chars);
	}
	fputs("</text>\n", out);
}

static bool has_text(const struct terminal *t, int row, int from, int to)
{
	for (; from < to; from++) {
		VTermScreenCell cell = terminal_cell(t, row, from);

		if (cell.attrs.reverse || (!is_blank(cell) && box_halves(cell.chars[0]) == NULL))
			return true;
	}
	return false;
}

static void put_row(FILE *out, const struct terminal *t, int row)
{
	int from = 0;

	put_boxes(out, t, row);
	for (int to = 1; to <= t->columns; to++) {
		if (to < t->columns &&
		    same_look(terminal_cell(t, row, from), terminal_cell(t, row, to)))
			continue;
		if (has_text(t, row, from, to))
			put_run(out, t, row, from, to);
		from = to;
	}
}

static void put_head(FILE *out, const struct terminal *t, const char *title)
{
	int width = t->columns * CELL + 2 * MARGIN, height = t->rows * LINE + 2 * MARGIN;

	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
		"viewBox=\"0 0 %d %d\" role=\"img\" xml:lang=\"zh-CN\">\n<title>%s</title>\n",
		width, height, width, height, title);
	fprintf(out,
		"<style>\n"
		"rect{fill:#fdfdfb}rect.w{stroke:#b8b8b0}text,rect.r{fill:#1c1c1c}"
		"text.i{fill:#fdfdfb}.b{font-weight:bold}\n"
		"path{stroke:#8a8a84;fill:none}rect.c{fill:#1c1c1c;opacity:.25}\n"
		/* Latin fonts first: Chinese fonts have quotation marks two cells wide. */
		"text{font:%dpx Menlo,Consolas,\"DejaVu Sans Mono\",\"Liberation Mono\","
		"\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans Mono CJK SC\","
		"\"Noto Sans CJK SC\",\"WenQuanYi Micro Hei\",monospace;white-space:pre}\n"
		"@media(prefers-color-scheme:dark){rect{fill:#161616}rect.w{stroke:#444}"
		"text,rect.r{fill:#e6e6e2}text.i{fill:#161616}path{stroke:#7c7c78}"
		"rect.c{fill:#e6e6e2}}\n"
		"</style>\n",
		FONT);
	fprintf(out, "<rect class=\"w\" x=\".5\" y=\".5\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n",
		width - 1, height - 1);
}

static void put_screen(FILE *out, const struct terminal *t, const char *title)
{
	put_head(out, t, title);
	for (int row = 0; row < t->rows; row++)
		put_row(out, t, row);
	if (t->cursor_visible)
		fprintf(out, "<rect class=\"c\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
			MARGIN + t->cursor.col * CELL, MARGIN + t->cursor.row * LINE, CELL, LINE);
	fputs("</svg>\n", out);
}

static bool take(const struct shot *shot, const char *folder)
{
	char *argv[9] = { xstrdup(terminal_program()) };
	char *path = xasprintf("%s/%s.svg", folder, shot->name);
	FILE *out = fopen(path, "w");
	struct terminal *t;
	bool waits = out != NULL;

	for (size_t i = 0; shot->options[i] != NULL; i++)
		argv[i + 1] = xstrdup(shot->options[i]);
	t = terminal_start(shot->rows, shot->columns, argv, NULL);
	waits = waits && terminal_settle(t, WAIT_MS);
	for (size_t i = 0; waits && shot->keys[i] != NULL; i++) {
		terminal_type(t, shot->keys[i]);
		waits = terminal_settle(t, WAIT_MS);
	}
	if (waits)
		put_screen(out, t, shot->title);
	terminal_end(t);
	for (size_t i = 0; argv[i] != NULL; i++)
		free(argv[i]);
	waits = out != NULL && fclose(out) == 0 && waits;
	if (!waits)
		fprintf(stderr, "screenshot: %s\n", path);
	free(path);
	return waits;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: screenshot FOLDER\n", stderr);
		return 2;
	}
	mkdir(argv[1], 0777);
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++)
		if (!take(&shots[i], argv[1]))
			return 1;
	return 0;
}
