/* SPDX-License-Identifier: MIT */
/* Paints with curses, except for one thing: terminals disagree on the width of many characters,
 * among them quotation marks, dots, dashes and lines (East Asian Ambiguous, UAX #11). For each
 * character that is not ASCII and one column wide, curses paints a no-break space. The character is
 * sent afterwards, and nothing is sent to the right of it without a cursor move, except in names
 * (send_word()). */
#include "tui/tui_paint.h"

#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "base/charset.h"
#include "base/signals.h"
#include "base/text.h"
#include "base/xalloc.h"

enum { PAIR_GOOD = 1, PAIR_WARNING, PAIR_BAD, PAIR_POINTER, PAIR_CLICK, PAIR_CODE };

/* Palettes change the first sixteen of 256 colours, but not these black and white. */
enum { BRIGHT_WHITE = 15, TRUE_BLACK = 16, TRUE_WHITE = 231, MANY_COLORS = 256 };

enum { PLACEHOLDER = 0xA0, UPPER_HALF = 0x2580, FULL_BLOCK = 0x2588 };

struct look {
	attr_t on;
	short pair;
};

/* A character with its combining marks. */
struct glyph {
	int column, width;
	bool doubtful; /* terminals disagree on its width */
	bool dot;      /* doubtful, and the interpunct of a name */
	struct look look;
	const char *text; /* borrowed from the frame */
	size_t len;       /* bytes */
};

struct glyphs {
	size_t count;
	struct glyph *items; /* owned */
};

/* A QR code keeps its colours in spite of NO_COLOR: without them, no camera reads it. */
void tui_paint_begin(struct tui_terminal *t)
{
	const char *unwanted = getenv("NO_COLOR");

	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
		return;
	if (COLORS >= MANY_COLORS)
		init_pair(PAIR_CODE, TRUE_BLACK, TRUE_WHITE);
	else
		init_pair(PAIR_CODE, COLOR_BLACK, COLOR_WHITE);
	init_pair(PAIR_GOOD, COLOR_BLACK, COLOR_GREEN);
	init_pair(PAIR_WARNING, COLOR_BLACK, COLOR_YELLOW);
	init_pair(PAIR_BAD, (short)(COLORS > BRIGHT_WHITE ? BRIGHT_WHITE : COLOR_WHITE), COLOR_RED);
	init_pair(PAIR_POINTER, COLOR_RED, -1);
	init_pair(PAIR_CLICK, COLOR_BLACK, COLOR_CYAN);
	t->colours = unwanted == NULL || *unwanted == '\0';
}

/* What each style looks like with colours and without. A terminal that cannot draw dim text draws
 * it plain. */
static const struct {
	struct look coloured;
	attr_t plain;
} looks[] = {
	[STYLE_QUIET] = { { A_DIM, 0 }, A_DIM },
	[STYLE_EMPHASIS] = { { A_BOLD, 0 }, A_BOLD },
	[STYLE_GOOD] = { { A_BOLD, 0 }, A_BOLD },
	[STYLE_WARNING] = { { A_BOLD, 0 }, A_BOLD },
	[STYLE_BAD] = { { A_BOLD, 0 }, A_BOLD },
	[STYLE_HEADING] = { { A_BOLD | A_UNDERLINE, 0 }, A_BOLD | A_UNDERLINE },
	[STYLE_TITLE] = { { A_REVERSE, 0 }, A_REVERSE },
	[STYLE_FOCUS] = { { A_REVERSE, 0 }, A_REVERSE },
	[STYLE_FIELD] = { { A_UNDERLINE, 0 }, A_UNDERLINE },
	[STYLE_BADGE_GOOD] = { { A_NORMAL, PAIR_GOOD }, A_REVERSE },
	[STYLE_BADGE_WARNING] = { { A_NORMAL, PAIR_WARNING }, A_REVERSE },
	[STYLE_BADGE_BAD] = { { A_BOLD, PAIR_BAD }, A_REVERSE | A_BOLD },
	[STYLE_POINTER] = { { A_BOLD, PAIR_POINTER }, A_BOLD },
	[STYLE_CODE] = { { A_NORMAL, PAIR_CODE }, A_NORMAL },
	[STYLE_CLICK] = { { A_NORMAL, PAIR_CLICK }, A_REVERSE | A_BOLD },
};

static struct look look_of(const struct tui_terminal *t, enum style style)
{
	struct look look = { looks[style].plain, 0 };

	if (t->colours || style == STYLE_CODE)
		look = looks[style].coloured;
	return look;
}

/* Returns the columns that curses gives a character. In a GB 18030 locale it knows which ones are
 * two columns wide. */
static int curses_width(uint32_t cp)
{
	int width = wcwidth((wchar_t)cp);

	return width >= 0 ? width : 1;
}

static bool is_doubtful(uint32_t cp)
{
	return cp >= 0x80 && curses_width(cp) == 1 && curses_width(0x2500) == 1;
}

/* Returns true for the interpunct of names, and for the characters typed in its place. */
static bool is_dot(uint32_t cp)
{
	return cp == 0xB7 || cp == 0x2022 || cp == 0x2027;
}

static struct glyph *add_glyph(struct glyphs *all)
{
	all->items = xgrow(all->items, all->count, sizeof *all->items);
	all->items[all->count] = (struct glyph){ 0 };
	return &all->items[all->count++];
}

/* Draws the dark upper half of a code's cell as background: block glyphs would leave gaps between
 * rows there. */
static struct glyph of_background(struct glyph g, const char *text)
{
	g.text = text;
	g.len = strlen(text);
	g.look.on = A_REVERSE;
	g.doubtful = g.doubtful && *text != ' ';
	return g;
}

/* Has curses paint one character, and adds it to the glyphs of its row if it has a width. Returns
 * its columns. */
static int put_glyph_character(struct glyphs *row, uint32_t cp, struct glyph g)
{
	wchar_t wide[4] = { charset_has(cp) ? (wchar_t)cp : L'?' };

	g.width = text_char_width(cp);
	g.doubtful = is_doubtful(cp);
	g.dot = g.doubtful && is_dot(cp);
	if (g.width == 0 && row->count > 0 && row->items[row->count - 1].doubtful) {
		row->items[row->count - 1].len += g.len;
		return 0;
	}
	if (g.look.pair == PAIR_CODE && (cp == FULL_BLOCK || cp == UPPER_HALF)) {
		g = of_background(g, cp == FULL_BLOCK ? " " : "▄");
		wide[0] = L' ';
	}
	if (g.doubtful)
		wide[0] = PLACEHOLDER;
	if (g.width == 2 && curses_width(cp) == 1)
		wide[1] = L' ';
	attr_set(g.look.on, g.look.pair, NULL);
	addwstr(wide);
	explicit_bzero(wide, sizeof wide);
	if (g.width > 0)
		*add_glyph(row) = g;
	return g.width;
}

static void put_row(const struct tui_terminal *t, const struct frame *f, int row,
		    struct glyphs *glyphs)
{
	const struct line *line = &f->lines.items[row];

	for (size_t i = 0; i < line->count; i++) {
		const struct run *run = &line->runs[i];
		struct glyph g = { .column = run->column,
				   .look = look_of(t, run->style),
				   .text = run->text };
		const char *next = run->text;
		uint32_t cp;

		move(row, run->column);
		while (text_next(&next, &cp)) {
			g.len = (size_t)(next - g.text);
			g.column += put_glyph_character(glyphs, cp, g);
			g.text = next;
		}
	}
	attr_set(A_NORMAL, 0, NULL);
}

static int put_byte(int byte)
{
	return putchar(byte);
}

/* The row and look sent last, to send no more than is needed. */
struct sent {
	int row;
	struct look look;
};

static void send_glyph(struct sent *sent, int row, const struct glyph *g)
{
	const char *along = tigetstr("hpa");

	if (row == sent->row && along != NULL && along != (const char *)-1)
		putp(tiparm(along, g->column));
	else
		putp(tiparm(tigetstr("cup"), row, g->column));
	if (g->look.on != sent->look.on || g->look.pair != sent->look.pair)
		vid_puts(g->look.on, g->look.pair, NULL, put_byte);
	fwrite(g->text, 1, g->len, stdout);
	*sent = (struct sent){ row, g->look };
}

static bool adjoins(const struct glyphs *row, size_t i)
{
	return i + 1 < row->count &&
	       row->items[i + 1].column == row->items[i].column + row->items[i].width;
}

/* Returns the index after a run of adjoining doubtful characters. */
static size_t stretch_end(const struct glyphs *all, size_t first)
{
	size_t end = first + 1;

	while (adjoins(all, end - 1) && all->items[end].doubtful)
		end++;
	return end;
}

/* Sends a stretch of doubtful characters, every second one first: those sent afterwards may cover
 * these with their right half, but lines still look unbroken. The character after the stretch may
 * be covered, too, and is sent again. */
static void send_stretch(struct sent *sent, int row, const struct glyphs *all, size_t first,
			 size_t end)
{
	for (size_t i = first + 1; i < end; i += 2)
		send_glyph(sent, row, &all->items[i]);
	for (size_t i = first; i < end; i += 2)
		send_glyph(sent, row, &all->items[i]);
	if (all->items[end - 1].width == 1 && adjoins(all, end - 1) && *all->items[end].text != ' ')
		send_glyph(sent, row, &all->items[end]);
}

static bool is_blank(const struct glyph *g)
{
	return g->len == 1 && *g->text == ' ';
}

/* Returns the index after the rest of a word from its dot on, or 0 if it may not be sent in one
 * piece. In a terminal that gives dots two columns, it takes one more column for each dot, which
 * must be blank. */
static size_t word_end(const struct tui_terminal *t, const struct glyphs *all, size_t first)
{
	size_t end = first + 1, dots = 1, blanks = 0;

	while (adjoins(all, end - 1) && !is_blank(&all->items[end]) &&
	       (!all->items[end].doubtful || all->items[end].dot) &&
	       all->items[end].look.on == all->items[first].look.on)
		dots += all->items[end++].dot;
	while (blanks < dots && adjoins(all, end + blanks - 1) &&
	       is_blank(&all->items[end + blanks]))
		blanks++;
	if (adjoins(all, end + blanks - 1) && blanks < dots)
		return 0;
	return all->items[end - 1].column + all->items[end - 1].width + (int)dots <= t->columns
		       ? end
		       : 0;
}

/* FNV-1a */
static uint32_t number_of_text(struct look look, const char *text, size_t len)
{
	uint32_t sum = 0x811C9DC5U ^ (uint32_t)look.on ^ (uint32_t)look.pair;

	for (size_t i = 0; i < len; i++)
		sum = (sum ^ (unsigned char)text[i]) * 0x01000193U;
	return sum;
}

/* Returns a hash of what a cell shows, never 0. Its upper half is a hash of what curses has painted
 * there. */
static uint64_t number_of(const struct glyph *g)
{
	uint32_t shown = number_of_text(g->look, g->text, g->len);
	uint32_t to_curses = g->doubtful ? number_of_text(g->look, "", 0) : shown;

	return (uint64_t)to_curses << 32 | shown | 1;
}

/* The first and the last column of a part of a row; -1 if empty. */
struct span {
	int first, last;
};

static void add_to_span(struct span *s, int at)
{
	if (s->first < 0 || at < s->first)
		s->first = at;
	if (at > s->last)
		s->last = at;
}

/* Remembers what a row shows now. Returns the columns that have changed: curses may have painted
 * all from the first to the last of them. */
static struct span remember_cells(uint64_t *cells, int columns, const struct glyphs *all)
{
	uint64_t *now = xcalloc((size_t)columns + 1, sizeof *now);
	struct span changed = { -1, -1 };

	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].column < columns)
			now[all->items[i].column] = number_of(&all->items[i]);
	for (int column = 0; column < columns; column++) {
		if (cells[column] != now[column])
			add_to_span(&changed, column);
		cells[column] = now[column];
	}
	explicit_bzero(now, (size_t)columns * sizeof *now);
	free(now);
	return changed;
}

static bool same_to_curses(const uint64_t *a, const uint64_t *b, int columns)
{
	for (int i = 0; i < columns; i++)
		if (a[i] >> 32 != b[i] >> 32)
			return false;
	return true;
}

/* Returns true if a row of the previous frame is now elsewhere: curses may then have scrolled any
 * part of the page and repainted its rows. */
static bool may_have_scrolled(const struct tui_terminal *t, const uint64_t *before,
			      const struct span *changed)
{
	for (int to = 0; to < t->rows; to++)
		for (int from = 0; from < t->rows && changed[to].first >= 0; from++)
			if (from != to &&
			    same_to_curses(before + (size_t)from * (size_t)t->columns,
					   t->cells + (size_t)to * (size_t)t->columns, t->columns))
				return true;
	return false;
}

/* Sends a name from its dot on in one piece, without cursor moves: what follows is then beside the
 * dot, whether the terminal gives it one column or two. With a cursor move after it, a dot of two
 * columns would be covered and look like a blank. With two columns kept for it, terminals that give
 * it one would show a blank after it, and copy it. Fonts that draw the dot wider than its column
 * cover a part of it, as they do everywhere. */
static void send_word(struct sent *sent, int row, const struct glyphs *all, size_t first,
		      size_t end)
{
	send_glyph(sent, row, &all->items[first]);
	for (size_t i = first + 1; i < end; i++)
		fwrite(all->items[i].text, 1, all->items[i].len, stdout);
}

static void send_row(const struct tui_terminal *t, struct sent *sent, int row,
		     const struct glyphs *all, struct span changed)
{
	for (size_t i = 0, end; i < all->count; i = end) {
		bool word;

		end = i + 1;
		if (!all->items[i].doubtful)
			continue;
		end = all->items[i].dot ? word_end(t, all, i) : 0;
		word = end > 0;
		if (!word)
			end = stretch_end(all, i);
		if (all->items[i].column > changed.last + 1 ||
		    all->items[end - 1].column + all->items[end - 1].width < changed.first)
			continue;
		if (word)
			send_word(sent, row, all, i, end);
		else
			send_stretch(sent, row, all, i, end);
	}
}

/* Puts the cursor where it belongs. In a word with a dot, sends the part before the cursor again,
 * as only the terminal knows how many columns that takes. */
static void leave_cursor(struct tui_terminal *t, const struct frame *f, const struct glyphs *row,
			 struct sent *sent)
{
	size_t first = 0, end = 0;

	for (size_t i = 0; i < row->count; i++)
		if (row->items[i].dot && row->items[i].column < f->cursor_column && i >= end) {
			first = i;
			end = word_end(t, row, i);
		}
	t->adrift = end > 0 &&
		    f->cursor_column <= row->items[end - 1].column + row->items[end - 1].width;
	if (t->adrift) {
		for (size_t i = first; i < end; i++)
			end = row->items[i].column < f->cursor_column ? end : i;
		send_word(sent, f->cursor_row, row, first, end);
	}
	if (sent->row < 0)
		return;
	vid_puts(A_NORMAL, 0, NULL, put_byte);
	if (!t->adrift)
		putp(tiparm(tigetstr("cup"), f->cursor_row, f->cursor_column));
	fflush(stdout);
}

/* Moves the cursor back to where curses expects it. */
static void fetch_cursor(struct tui_terminal *t)
{
	if (t->adrift)
		putp(tiparm(tigetstr("cup"), getcury(curscr), getcurx(curscr)));
	if (t->adrift)
		fflush(stdout);
	t->adrift = false;
}

/* Sends the doubtful characters of the columns that have changed. */
static void send_doubtful(struct tui_terminal *t, const struct frame *f, const struct glyphs *rows)
{
	size_t columns = (size_t)t->columns, size = (size_t)t->rows * columns * sizeof *t->cells;
	uint64_t *before = xmalloc(size + 1);
	struct span *changed = xcalloc((size_t)t->rows + 1, sizeof *changed);
	struct sent sent = { -1, { A_NORMAL, 0 } };
	bool scrolled;

	memcpy(before, t->cells, size);
	for (int row = 0; row < t->rows; row++)
		changed[row] =
			remember_cells(t->cells + (size_t)row * columns, t->columns, &rows[row]);
	scrolled = may_have_scrolled(t, before, changed);
	for (int row = 0; row < t->rows; row++) {
		if (scrolled)
			changed[row] = (struct span){ 0, t->columns };
		if (changed[row].first >= 0)
			send_row(t, &sent, row, &rows[row], changed[row]);
	}
	leave_cursor(t, f, &rows[f->cursor_row], &sent);
	explicit_bzero(before, size);
	free(before);
	free(changed);
}

/* Allocates the hashes of what each cell shows, if the size is new. */
static void resize_cells(struct tui_terminal *t, const struct frame *f)
{
	if (t->cells != NULL && f->rows == t->rows && f->columns == t->columns)
		return;
	tui_terminal_forget(t);
	t->rows = f->rows;
	t->columns = f->columns;
	t->cells = xcalloc((size_t)t->rows * (size_t)t->columns + 1, sizeof *t->cells);
}

void tui_paint(struct tui_terminal *t, const struct frame *f)
{
	struct glyphs *rows = xcalloc((size_t)f->rows + 1, sizeof *rows);

	resize_cells(t, f);
	erase();
	for (int row = 0; row < f->rows; row++)
		put_row(t, f, row, &rows[row]);
	move(f->cursor_row, f->cursor_column);
	tui_terminal_use(t);
	signals_while_writing(true);
	if (f->cursor_hidden != t->cursor_hidden)
		curs_set(f->cursor_hidden ? 0 : 1);
	t->cursor_hidden = f->cursor_hidden;
	fetch_cursor(t);
	refresh();
	send_doubtful(t, f, rows);
	signals_while_writing(false);
	for (int row = 0; row < f->rows; row++)
		free(rows[row].items);
	free(rows);
}
