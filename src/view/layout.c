/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "rules/finding.h"
#include "view/figure.h"
#include "view/qr.h"

enum {
	FIGURE_FROM = 48,      /* minimum columns for figures */
	WIDE_FROM = 50,        /* minimum columns of a window for a margin of 2 */
	TEXT_MAX = 64,         /* columns; longer lines are hard to read */
	TEXT_BESIDE = 44,      /* columns that the text keeps beside a figure */
	TEXT_BESIDE_CODE = 46, /* columns that the text and the gap keep beside a QR code */
	FIGURE_GAP = 3,        /* columns between text and figure */
	GAP_FROM = 15,         /* minimum rows for an empty line below the heading */
	SEARCH_GAP_FROM = 18,  /* minimum rows for an empty line below a search text */
	SPACED_FROM = 21,      /* minimum rows for an empty line between any two items */
	APART_FROM = 26,       /* minimum rows for a second one between groups of items */
	GROWN_FROM = 24,       /* minimum rows for empty lines between items of a growing form */
	LABELLED_FROM = 7,     /* minimum rows for the label of an input line below a table row */
	VALUE_MIN = 20, /* minimum columns for values beside their labels; else labels are above */
	FIELD_EXTENT = 24 /* columns of an empty text field */
};

/* State while the blocks are laid out one after the other. */
struct layout {
	const struct page *page;
	const bool *left_out; /* for each block, whether it is left out; NULL: none is */
	struct lines *out;
	int columns, rows;
	int window_columns; /* of the window; the text takes fewer, but a QR code may need all */
	bool ascii;
	int margin;       /* columns before the text */
	int mark_width;   /* of fields and table rows, with the gap after it; 0: none has a mark */
	int label_width;  /* of fields and table rows, with the gap after it; 0: labels are above */
	int text_width;   /* of table rows, with the gap after it */
	int row;          /* of the last block laid out, to which findings belong */
	bool headed;      /* the first heading is laid out */
	bool spaced;      /* an empty line between any two items */
	bool airy;        /* two empty lines between any two items */
	bool alone;       /* only the focused row is laid out */
	const char *side; /* left border of the box around the lines; NULL: none */
	int side_column;
	/* The field laid out last, for its findings: */
	int value_column;
	const char *value;
	size_t value_start; /* bytes of the value that are scrolled out at the left */
	uint64_t pointed;   /* characters of the value with a "^" below; bits as in block.places */
	int reserved;       /* lines below the field that are still kept for findings */
	int saved;          /* lines that the value to compare takes less while one is typed */
	bool found;         /* a finding has been drawn in these lines */
	const struct block *pending; /* table row whose status goes into these lines; NULL: none */
	bool unused;                 /* the last line is an unused one of these */
	const struct block *drawn;   /* the only figure that is drawn; NULL: none yet */
	struct lines figure;         /* its lines, to be placed when all else is laid out */
	size_t figure_line;          /* index of the line before which the figure belongs */
	bool beside;
};

/* Returns true for the focused row, and for the only field of a page without rows. */
static bool is_focused(const struct layout *l, const struct block *b)
{
	return b->row == l->page->row && (b->row != NO_ROW || b->caret != NO_CARET);
}

static void add_line(struct layout *l, int row)
{
	lines_add(l->out)->row = row;
	if (l->side != NULL)
		lines_put(l->out, l->side_column, STYLE_QUIET, l->side);
}

static void put(const struct layout *l, int column, enum style style, const char *text)
{
	lines_put(l->out, column, style, text);
}

/* Appends one wrapped line, with runs of their own for its emphasised spans. */
static void draw_spans(const struct layout *l, int column, const char *text, struct text_line line,
		       const struct text_span *spans, size_t span_count, enum style style)
{
	size_t at = line.start, end = line.start + line.len;

	for (size_t i = 0; i < span_count; i++) {
		size_t from = spans[i].start > at ? spans[i].start : at;
		size_t to = spans[i].end < end ? spans[i].end : end;

		if (from >= to)
			continue;
		line_put(lines_last(l->out), column, style, text + at, from - at);
		column += text_width_n(text + at, from - at);
		line_put(lines_last(l->out), column, style == STYLE_PLAIN ? STYLE_EMPHASIS : style,
			 text + from, to - from);
		column += text_width_n(text + from, to - from);
		at = to;
	}
	line_put(lines_last(l->out), column, style, text + at, end - at);
}

/* Wraps text so that the last line has more than one Chinese character and a full stop, if that
 * takes no additional line. The caller frees it. */
static struct text_line *wrap_evenly(const char *text, int space, size_t *count)
{
	enum { SHORT = 4 };
	struct text_line *lines = text_wrap(text, space, count), *narrower;
	size_t narrower_count;

	for (int i = space - 1; *count > 1 && i >= space * 3 / 4; i--) {
		const struct text_line *last = &lines[*count - 1];

		if (text_width_n(text + last->start, last->len) > SHORT)
			break;
		narrower = text_wrap(text, i, &narrower_count);
		if (narrower_count != *count) {
			free(narrower);
			break;
		}
		free(lines);
		lines = narrower;
	}
	return lines;
}

/* Draws wrapped text from a column of the last line on. Further lines start in the same column and
 * belong to the same row. */
static void draw_wrapped(struct layout *l, int column, const char *text,
			 const struct text_span *spans, size_t span_count, enum style style)
{
	int space = l->columns - column, row = lines_last(l->out)->row;
	size_t count;
	struct text_line *lines = wrap_evenly(text, space < 2 ? 2 : space, &count);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			add_line(l, row);
		draw_spans(l, column, text, lines[i], spans, span_count, style);
	}
	free(lines);
}

/* Draws text from a column of the last line on. */
static void draw_text(struct layout *l, int column, const char *text, enum style style)
{
	draw_wrapped(l, column, text, NULL, 0, style);
}

/* Like draw_text(), for text with `**` marks. Not for values, in which asterisks hide
 * characters. */
static void draw_marked(struct layout *l, int column, const char *marked, enum style style)
{
	struct text_span *spans;
	size_t count;
	char *text = text_emphasis(marked, &spans, &count);

	draw_wrapped(l, column, text, spans, count, style);
	free(spans);
	xwipe(text);
}

/* Draws a status, as a badge if its style is good, warning or bad. */
static void draw_status(struct layout *l, int column, const struct block *b)
{
	static const enum style badges[] = { [STYLE_GOOD] = STYLE_BADGE_GOOD,
					     [STYLE_WARNING] = STYLE_BADGE_WARNING,
					     [STYLE_BAD] = STYLE_BADGE_BAD };
	char *badge;

	if (b->style < STYLE_GOOD) {
		put(l, column, b->style, b->status);
		return;
	}
	badge = xasprintf(" %s ", b->status);
	put(l, column, badges[b->style], badge);
	xwipe(badge);
}

static int status_width(const struct block *b)
{
	return text_width(b->status) + (b->style >= STYLE_GOOD && b->status[0] != '\0' ? 2 : 0);
}

/* Returns the column after the text of the last line. */
static int used_columns(const struct layout *l)
{
	return line_end(lines_last(l->out));
}

/* Draws the mark of a block that Enter opens. */
static void draw_opens(const struct layout *l, const struct block *b)
{
	if (b->opens)
		put(l, used_columns(l) + 1, STYLE_PLAIN, mark_text(MARK_HERE, l->ascii));
}

/* Puts the status at the right end of the last line, or of a new line if that has no space. */
static void draw_status_right(struct layout *l, const struct block *b)
{
	int width = status_width(b);

	if (width == 0)
		return;
	if (used_columns(l) + 2 + width > l->columns)
		add_line(l, b->row);
	if (l->columns - width <= l->margin)
		draw_text(l, l->margin, b->status, b->style);
	else
		draw_status(l, l->columns - width, b);
}

/* The first heading of a page is underlined, and has an empty line below if there is space. */
static void layout_heading(struct layout *l, const struct block *b)
{
	const bool first = l->out->count == 0;

	add_line(l, NO_ROW);
	draw_marked(l, l->margin, b->text, l->headed ? STYLE_EMPHASIS : STYLE_HEADING);
	draw_status_right(l, b);
	if (first && (l->rows == 0 || l->rows >= GAP_FROM))
		add_line(l, NO_ROW);
	l->headed = true;
}

static void layout_paragraph(struct layout *l, const struct block *b)
{
	add_line(l, NO_ROW);
	draw_marked(l, l->margin, b->text, b->style);
}

static void draw_mark(struct layout *l, const struct block *b)
{
	put(l, l->margin, b->mark == MARK_UNTOUCHED ? STYLE_QUIET : STYLE_PLAIN,
	    mark_text(b->mark, l->ascii));
}

/* Draws mark and label of a row. Returns the column after them. */
static int draw_item_start(struct layout *l, const struct block *b)
{
	int mark = text_width(mark_text(b->mark, l->ascii)), label = text_width(b->label);
	int column = l->margin + (mark > 0 ? mark + 1 : 0);

	draw_mark(l, b);
	put(l, column, STYLE_PLAIN, b->label);
	return column + (label > 0 ? label + 1 : 0);
}

/* Makes the findings that follow belong to the row, not to a value in it. */
static void end_row(struct layout *l, const struct block *b, int column)
{
	l->row = b->row;
	l->value = NULL;
	l->value_column = column;
}

/* Bullets, choices and groups: a mark, and text indented after it. */
static void layout_item(struct layout *l, const struct block *b)
{
	enum style style = b->kind == BLOCK_GROUP ? STYLE_EMPHASIS
			   : b->status[0] != '\0' ? STYLE_PLAIN
						  : b->style;
	const int opens = b->opens ? 2 : 0; /* columns */
	int column;

	add_line(l, b->row);
	column = draw_item_start(l, b);
	l->columns -= opens;
	draw_marked(l, column, b->text, style);
	l->columns += opens;
	draw_opens(l, b);
	draw_status_right(l, b);
	end_row(l, b, column);
}

static int count_rows(const struct page *p)
{
	int count = 0;

	for (size_t i = 0; i < p->count; i++)
		count += p->blocks[i].row != NO_ROW;
	return count;
}

/* Draws which of how many rows the only one shown is, if there is space. */
static void draw_place(const struct layout *l, const struct block *b)
{
	char *place = xasprintf("%d/%d", b->row + 1, count_rows(l->page));

	if (used_columns(l) + 1 + text_width(place) <= l->columns)
		put(l, l->columns - text_width(place), STYLE_QUIET, place);
	free(place);
}

/* A button that is shown alone takes one line if it can: without the remark in brackets. */
static void layout_button(struct layout *l, const struct block *b)
{
	char *button = xasprintf("[ %s ]", b->text), *remark = strstr(button, "（");

	if (l->alone && remark != NULL && l->margin + text_width(button) > l->columns)
		strcpy(remark, " ]");
	add_line(l, b->row);
	draw_text(l, l->margin, button, STYLE_EMPHASIS);
	draw_status_right(l, b);
	if (l->alone)
		draw_place(l, b);
	end_row(l, b, l->margin + 2);
	free(button);
}

/* Returns the first byte of a value to show, so that the caret is visible in `space` columns. */
static size_t value_start(const struct block *b, int space)
{
	size_t start = 0, caret = b->caret == NO_CARET ? 0 : (size_t)b->caret;

	while (start < caret && text_width_n(b->text + start, caret - start) >= space) {
		uint32_t cp;
		size_t step = text_decode(b->text + start, strlen(b->text) - start, &cp);

		start += step > 0 ? step : 1;
	}
	return start;
}

/* Shows the extent of a field by underlined blanks after the value. The value itself stays plain,
 * so that a typed character costs only its own bytes of output. */
static void draw_extent(struct layout *l, const struct block *b, int column, int space)
{
	int width = FIELD_EXTENT < space ? FIELD_EXTENT : space, used = used_columns(l) - column;

	if (b->caret != NO_CARET || (b->typed && b->text[0] == '\0'))
		line_repeat(lines_last(l->out), used > 0 ? column + used : column, STYLE_FIELD, " ",
			    width - (used > 0 ? used : 0));
}

static void draw_value(struct layout *l, const struct block *b, int column, int space)
{
	size_t start = value_start(b, space);

	line_put(lines_last(l->out), column, STYLE_PLAIN, b->text + start,
		 text_fit(b->text + start, space));
	if (b->caret != NO_CARET) {
		l->out->caret_line = (long)l->out->count - 1;
		l->out->caret_column =
			column + text_width_n(b->text + start, (size_t)b->caret - start);
	}
	l->value = b->text;
	l->value_start = start;
	l->value_column = column;
	l->pointed = 0;
}

/* Returns true for the heading of a table, which has no mark and is emphasised. */
static bool is_table_heading(const struct block *b)
{
	return b->kind == BLOCK_TABLE_ROW && b->style == STYLE_EMPHASIS;
}

static bool is_cramped(const struct layout *l)
{
	return l->rows > 0 && l->rows <= LAYOUT_CRAMPED;
}

/* Returns true if the label of an input line below a table row is left out: in few rows, values
 * need its line. */
static bool omits_label(const struct layout *l, const struct block *b)
{
	return b->kind == BLOCK_FIELD && b->row != l->page->row && l->label_width == 0 &&
	       l->rows > 0 && l->rows < LABELLED_FROM && b->row == NO_ROW;
}

/* Draws mark and label of a field or table row. Returns the column of the value. */
static int draw_label(struct layout *l, const struct block *b)
{
	add_line(l, b->row);
	draw_mark(l, b);
	if (is_table_heading(b))
		put(l, l->margin, STYLE_EMPHASIS, b->label);
	else if (!omits_label(l, b))
		put(l, l->margin + l->mark_width, STYLE_PLAIN, b->label);
	if (l->label_width > 0)
		return l->margin + l->mark_width + l->label_width;
	if (b->label[0] != '\0' && !omits_label(l, b))
		add_line(l, b->row);
	return l->margin + l->mark_width;
}

static void layout_field(struct layout *l, const struct block *b)
{
	int column = draw_label(l, b), status = status_width(b);
	int space = l->columns - column - (status > 0 ? status + 2 : 0) - (b->opens ? 2 : 0);
	/* A value that is not being typed is cut for a bad status, which no finding repeats
	 * there; it needs no space for the caret. */
	const bool may_cut = l->label_width > 0 && b->style == STYLE_BAD && b->caret == NO_CARET;
	const bool wide = space < text_width(b->text) + !may_cut;
	const bool cut = wide && may_cut;
	const bool below = l->label_width == 0 || (wide && !cut);

	if (below)
		space = l->columns - column - (b->opens ? 2 : 0);
	l->row = b->row;
	draw_value(l, b, column, cut ? space - 3 : space);
	if (cut)
		put(l, used_columns(l), STYLE_PLAIN, "...");
	draw_extent(l, b, column, space);
	draw_opens(l, b);
	/* A bad status below is left out: the finding follows at once, and the mark shows the
	 * error. */
	if (status > 0 && below && b->style != STYLE_BAD) {
		add_line(l, b->row);
		if (b->style < STYLE_GOOD)
			draw_text(l, column, b->status, b->style);
		else
			draw_status(l, column, b);
	} else if (status > 0 && !below) {
		draw_status(l, l->columns - status, b);
	}
}

/* Draws the status on a line of its own: its text aligned with the second column of a table or, if
 * it does not fit there, at the right end; as wrapped text if it is longer than the line. */
static void draw_status_below(struct layout *l, const struct block *b, int column)
{
	int badge = b->style >= STYLE_GOOD, width = text_width(b->status) + badge;
	int second = column + (l->label_width > 0 ? l->text_width : 0);

	add_line(l, b->row);
	if (column + width > l->columns)
		draw_text(l, column, b->status, b->style);
	else
		draw_status(l, (second + width <= l->columns ? second : l->columns - width) - badge,
			    b);
}

/* Returns true if the next block is the input line of the row, which must not move. */
static bool is_typed_below(const struct layout *l, const struct block *b)
{
	const struct block *end = l->page->blocks + l->page->count;

	return b + 1 < end && b[1].kind == BLOCK_FIELD && b[1].row == NO_ROW &&
	       b[1].caret != NO_CARET;
}

/* Draws the text of a table row. While something is typed below, draws one line, cut at the same
 * character as the input line, so that characters to compare are below each other; the lines that
 * saves are reserved below. */
static void draw_row_text(struct layout *l, const struct block *b, int column)
{
	int space = l->columns - column;
	const char *typed = is_typed_below(l, b) ? b[1].text : "";
	size_t lines, start;

	if (*typed == '\0') {
		draw_text(l, column, b->text, is_table_heading(b) ? STYLE_EMPHASIS : STYLE_PLAIN);
		return;
	}
	free(wrap_evenly(b->text, space, &lines));
	start = value_start(&b[1], space);
	start = text_offset(b->text, text_length(typed) - text_length(typed + start));
	if (b->text[start] == '\0')
		start = 0;
	line_put(lines_last(l->out), column, STYLE_PLAIN, b->text + start,
		 text_fit(b->text + start, space));
	l->saved = lines > 1 ? (int)lines - 1 : 0;
}

static void layout_table_row(struct layout *l, const struct block *b)
{
	/* The text of badges is aligned with that of plain statuses. */
	int badge = b->style >= STYLE_GOOD && b->status[0] != '\0', width = status_width(b) - badge;
	int column = draw_label(l, b), status = column + l->text_width;

	draw_row_text(l, b, column);
	draw_opens(l, b);
	end_row(l, b, column);
	if (b->status[0] == '\0')
		return;
	if (l->label_width == 0 || status < used_columns(l) + 2)
		status = used_columns(l) + (b->text[0] != '\0' ? 2 : 0);
	if (status + width > l->columns && used_columns(l) + 2 + width <= l->columns)
		status = l->columns - width;
	if (status + width <= l->columns)
		draw_status(l, status - badge, b);
	else if (is_typed_below(l, b))
		l->pending = b;
	else
		draw_status_below(l, b, column);
}

/* Returns the column of character n of the value, from 0; -1 if it is out of sight. */
static int character_column(const struct layout *l, size_t n)
{
	size_t at = text_offset(l->value, n);
	int column;

	if (at < l->value_start)
		return -1;
	column = l->value_column + text_width_n(l->value + l->value_start, at - l->value_start);
	return column < l->columns ? column : -1;
}

/* Returns the first column that gets a "^", and in *end the one after the last; -1 if all have one
 * already, none is in sight, or there is no line for it. The sentence names the place, too. In few
 * rows, only the input line below a value gets a "^", which is then seen, but not the sentence. */
static int find_pointers(const struct layout *l, const struct block *b, int *end)
{
	int first = -1;

	*end = 0;
	if (l->value == NULL ||
	    (is_cramped(l) && (l->row != NO_ROW || l->out->caret_line == NO_CARET)))
		return -1;
	for (size_t i = 0; b->places != l->pointed && i < PLACES_MAX; i++) {
		int column = b->places >> i & 1 ? character_column(l, i) : -1;

		if (column < 0)
			continue;
		first = first < 0 ? column : first;
		*end = column + 1;
	}
	return first;
}

/* Draws "^" under the characters, one for each. */
static void draw_pointers(struct layout *l, const struct block *b)
{
	for (size_t i = 0; i < PLACES_MAX; i++)
		if ((b->places >> i & 1) != 0 && character_column(l, i) >= 0)
			put(l, character_column(l, i), STYLE_POINTER, "^");
	l->pointed = b->places;
}

/* Returns the bytes of a sentence that fit into `space` columns right of its "^", if the rest then
 * fits into the reserved lines, `below` columns wide; else 0. */
static size_t fit_beside(const struct layout *l, const char *sentence, int space, int below)
{
	enum { SPACE_MIN = 16 };
	size_t count, first = 0, rest = 0;
	struct text_line *lines;

	if (space < SPACE_MIN)
		return 0;
	lines = text_wrap(sentence, space, &count);
	if (count > 1)
		first = lines[1].start;
	free(lines);
	free(text_wrap(sentence + first, below, &rest));
	return 1 + rest <= (size_t)l->reserved ? first : 0;
}

/* Returns true if the block after a finding asks a question about the same row. */
static bool asks_below(const struct layout *l, const struct block *b)
{
	const struct block *end = l->page->blocks + l->page->count;

	return b + 1 < end && b[1].kind == BLOCK_FINDING && b[1].style == STYLE_PLAIN;
}

/* Draws the sentence below its "^" if the reserved lines have room for both and for what follows;
 * else on its line: left of the "^" if it ends before it, else right of it if it fits there, or
 * begins there if the reserved lines have none for the "^" alone. Otherwise the sentence has lines
 * of its own. */
static void layout_finding(struct layout *l, const struct block *b)
{
	int column = l->margin + (is_cramped(l) ? 0 : 2), space = l->columns - column,
	    width = text_width(b->text), end;
	int pointer = find_pointers(l, b, &end), lines = (width + space - 1) / space;
	size_t first = l->out->count, beside = 0;
	const bool more = b + 1 < l->page->blocks + l->page->count && b[1].kind == BLOCK_FINDING;
	bool pointed;

	/* Where a question follows, it takes the line of a "^" alone. */
	if (pointer <= column + width && l->columns - end - 1 < width && asks_below(l, b) &&
	    l->reserved <= lines + 1)
		pointer = -1;
	/* Neither a "^" nor advice after an error may move what is below. The sentence names the
	 * place, too. */
	if (pointer >= 0 && l->reserved > 1 && lines > 1 && lines >= l->reserved) {
		beside = fit_beside(l, b->text, l->columns - end - 1, space);
		pointer = beside > 0 ? pointer : -1;
	}
	if (l->found && b->style == STYLE_QUIET && lines > l->reserved)
		return;
	l->found = l->reserved > 0;
	pointed = pointer >= 0;
	add_line(l, l->row);
	if (pointer >= 0 && (pointer <= column + width || l->reserved > lines + (int)more)) {
		draw_pointers(l, b);
		line_put(lines_last(l->out), end + 1, b->style, b->text, beside);
		if (beside == 0 && l->columns - end - 1 >= width)
			column = end + 1;
		else
			add_line(l, l->row);
		pointer = -1;
	}
	draw_text(l, column, b->text + beside, b->style);
	if (pointer >= 0)
		draw_pointers(l, b);
	for (size_t i = first; pointed && i + 1 < l->out->count; i++)
		l->out->items[i].joined = true;
	l->reserved -= (int)(l->out->count - first);
}

/* Adds the reserved lines that no finding took. */
static void add_reserved(struct layout *l)
{
	l->unused = l->reserved > 0;
	for (; l->reserved > 0; l->reserved--)
		add_line(l, l->row);
	l->reserved = 0;
	if (l->out->caret_line != NO_CARET && l->out->kept_line == NO_CARET)
		l->out->kept_line = (long)l->out->count - 1;
}

/* Returns the row that the reserved lines are below: the focused one, or the last above it if it
 * reserves none, so that they do not move to a button; NULL if there is none. */
static const struct block *find_reserving(const struct page *p)
{
	const struct block *found = NULL;

	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW && p->blocks[i].row <= p->row &&
		    p->blocks[i].reserved > 0)
			found = &p->blocks[i];
	return found;
}

/* Returns the lines to reserve below a field. An input line below a table row gets one more in a
 * narrow window. A field of a form gets only one in a narrow or low window or a presentation, so
 * that the next rows stay visible. */
static int lines_to_reserve(const struct layout *l, const struct block *b)
{
	bool narrow = l->window_columns < WIDE_FROM;

	if (b->reserved == 0 || (b != find_reserving(l->page) && b->caret == NO_CARET))
		return 0;
	if (b->row == NO_ROW)
		return b->reserved + (narrow || l->rows >= GROWN_FROM) + l->saved;
	return narrow || l->page->presentation || (l->rows > 0 && l->rows < GAP_FROM) ? 1
										      : b->reserved;
}

static void reserve(struct layout *l, const struct block *b)
{
	if (b->kind == BLOCK_FINDING)
		return;
	l->found = false;
	l->reserved = lines_to_reserve(l, b);
	if (b->kind == BLOCK_FIELD)
		l->saved = 0;
	if (l->pending != NULL && b != l->pending) {
		/* A bad status is left out: the finding follows at once, and the mark shows the
		 * error. */
		if (l->pending->style != STYLE_BAD) {
			draw_status_below(l, l->pending, l->value_column);
			l->reserved--;
		}
		l->pending = NULL;
	}
}

/* Begins or ends the box around a verdict. */
static void draw_box_edge(struct layout *l, bool top)
{
	static const char *const edges[2][2][3] = { { { "└", "─", "┘" }, { "+", "-", "+" } },
						    { { "┌", "─", "┐" }, { "+", "-", "+" } } };
	const char *const *edge = edges[top][l->ascii];

	add_line(l, NO_ROW);
	put(l, l->margin, STYLE_QUIET, edge[0]);
	line_repeat(lines_last(l->out), l->margin + 1, STYLE_QUIET, edge[1],
		    l->columns - l->margin - 2);
	put(l, l->columns - 1, STYLE_QUIET, edge[2]);
}

static bool is_low(const struct layout *l)
{
	return l->rows > 0 && l->rows < GAP_FROM;
}

/* A verdict is boxed, but not in a low window, where the box would leave few lines to read. */
static void layout_verdict(struct layout *l, const struct block *b)
{
	struct layout inside = *l;
	struct block title = *b;
	size_t first = l->out->count + 1;
	bool boxed = !is_low(l);

	if (boxed) {
		inside.side = l->ascii ? "|" : "│";
		inside.side_column = l->margin;
		inside.margin += 3;
		inside.columns -= 3;
		draw_box_edge(l, true);
	}
	add_line(&inside, NO_ROW);
	title.status = xasprintf("%s%s%s", mark_text(b->mark, l->ascii),
				 b->mark != MARK_NONE ? " " : "", b->text);
	/* A badge is one line: a longer title is drawn without one. */
	if (inside.margin + status_width(&title) > inside.columns)
		draw_marked(&inside, inside.margin, title.status, STYLE_EMPHASIS);
	else
		draw_status(&inside, inside.margin, &title);
	free(title.status);
	if (b->status[0] != '\0') {
		add_line(&inside, NO_ROW);
		draw_marked(&inside, inside.margin, b->status, STYLE_PLAIN);
	}
	if (!boxed)
		return;
	for (size_t i = first; i < l->out->count; i++)
		line_repeat(&l->out->items[i], l->columns - 1, STYLE_QUIET, inside.side, 1);
	draw_box_edge(l, false);
}

static void layout_link(struct layout *l, const struct block *b)
{
	int label = text_width(b->label) + 2;

	add_line(l, NO_ROW);
	put(l, l->margin, STYLE_PLAIN, b->label);
	if (l->margin + label + text_width(b->text) > l->columns) {
		add_line(l, NO_ROW);
		label = 2;
	}
	draw_text(l, l->margin + label, b->text, STYLE_EMPHASIS);
}

static bool is_pointed_at(const struct page *p, const struct block *b)
{
	return b->kind == BLOCK_FIGURE && p->target != NULL && figure_has(b->figure, p->target);
}

/* Keeps the first figure for place_figure(), or draws words in its place. */
static void layout_figure(struct layout *l, const struct block *b)
{
	bool narrow = l->columns < FIGURE_FROM && !l->beside;
	char *words;

	if (!l->page->captions && !narrow && l->drawn == NULL &&
	    figure_draw(b->figure, l->page->target, l->margin, l->columns, l->ascii, &l->figure)) {
		l->drawn = b;
		l->figure_line = l->out->count;
	}
	if (l->drawn == b)
		return;
	if (is_pointed_at(l->page, b)) {
		figure_draw_target(b->figure, l->page->target, l->margin, l->ascii, l->out);
		return;
	}
	words = !l->page->captions && narrow ? xstrdup("（示意图放不下，按 v 看文字）")
					     : xasprintf("图：%s", b->text);
	add_line(l, NO_ROW);
	draw_text(l, l->margin, words, STYLE_QUIET);
	free(words);
}

static void draw_code(struct lines *out, int column, const struct qr *qr, bool large)
{
	for (int i = 0; i < qr_lines(qr, large); i++) {
		char *line = qr_line(qr, i, large);

		lines_add(out);
		lines_put(out, column, STYLE_CODE, line);
		free(line);
	}
}

static bool code_fits(const struct layout *l, const struct qr *qr, bool large)
{
	return l->margin + qr_columns(qr, large) <= l->window_columns &&
	       (int)l->out->count + qr_lines(qr, large) <= l->rows;
}

/* Returns what the window lacks for a code, owned by the caller. */
static char *text_of_lack(const struct layout *l, const struct qr *qr)
{
	int rows = (int)l->out->count + qr_lines(qr, l->ascii) - l->rows;
	int columns = l->margin + qr_columns(qr, l->ascii) - l->window_columns;
	char *high = rows > 0 ? xasprintf("再高 %d 行", rows) : xstrdup(""), *lack;
	char *wide = columns > 0 ? xasprintf("再宽 %d 列", columns) : xstrdup("");

	lack = xasprintf("窗口太小，放不下二维码：%s%s%s就够，或者照抄网址。", high,
			 *high != '\0' && *wide != '\0' ? "、" : "", wide);
	free(high);
	free(wide);
	return lack;
}

/* Draws a code in the large form, which needs no glyphs, or else in the small form. Returns NULL,
 * or why neither is drawn, owned by the caller. */
static char *draw_qr(struct layout *l, const char *text)
{
	struct qr qr = qr_make(text);
	bool large = code_fits(l, &qr, true);
	char *why = NULL;

	if (qr.width == 0)
		why = xstrdup("这里画不出二维码，照抄网址。");
	else if (large || (!l->ascii && code_fits(l, &qr, false)))
		draw_code(l->out, l->margin, &qr, large);
	else
		why = text_of_lack(l, &qr);
	qr_free(&qr);
	return why;
}

/* Draws label and address above the code, where they are visible in the smallest window that has
 * space for both. Below other text, a code that does not fit is left out silently. */
static void layout_qr(struct layout *l, const struct block *b)
{
	int columns = l->columns;
	char *says = xasprintf("%s%s**%s**", b->label, *b->label != '\0' ? "  " : "", b->text),
	     *why;

	add_line(l, NO_ROW);
	l->columns = l->window_columns;
	draw_marked(l, l->margin, says, STYLE_PLAIN);
	l->columns = columns;
	free(says);
	why = l->beside ? NULL : draw_qr(l, b->text);
	if (why != NULL && b == l->page->blocks) {
		add_line(l, NO_ROW);
		draw_text(l, l->margin, why, STYLE_PLAIN);
	}
	free(why);
}

/* Adds an empty line, unless there is one or this is the top. */
static void add_gap(struct layout *l)
{
	if (l->out->count > 0 && (lines_last(l->out)->count > 0 || l->unused))
		add_line(l, NO_ROW);
	l->unused = false;
}

/* Whether there is a line below a search text does not depend on the number of hits, so that the
 * list does not move when the first character is typed. */
static void layout_gap(struct layout *l, const struct block *b)
{
	bool searched = b > l->page->blocks && b[-1].kind == BLOCK_FIELD &&
			(l->page->context & (CONTEXT_FAQ | CONTEXT_SEARCH)) != 0;

	if (!searched || l->rows == 0 || l->rows >= SEARCH_GAP_FROM)
		add_gap(l);
}

/* Moves the second column of a table to the left until its heading fits. */
static void fit_second_column(struct layout *l)
{
	int used = l->margin + l->mark_width + l->label_width;

	for (size_t i = 0; i < l->page->count; i++) {
		const struct block *b = &l->page->blocks[i];

		if (is_table_heading(b) &&
		    used + l->text_width + text_width(b->status) > l->columns)
			l->text_width = l->columns - used - text_width(b->status);
	}
}

/* Aligns the values of fields and table rows after the longest label, if that leaves space for
 * them. Rows that may get a mark have space for one from the start, and so have all rows of a page
 * with a marked bullet. */
static void measure(struct layout *l)
{
	if (l->window_columns >= WIDE_FROM && l->page->label_width > 0)
		l->label_width = l->page->label_width + 1;
	if (l->page->text_width > 0)
		l->text_width = l->page->text_width + 2;
	for (size_t i = 0; i < l->page->count; i++) {
		const struct block *b = &l->page->blocks[i];
		int label = text_width(b->label) + (l->page->label_width > 0 ? 1 : 2),
		    text = text_width(b->text) + 2;

		if (b->kind == BLOCK_BULLET && b->mark != MARK_NONE)
			l->mark_width = 2;
		if (b->kind != BLOCK_FIELD && b->kind != BLOCK_TABLE_ROW)
			continue;
		if (b->mark != MARK_NONE || b->row != NO_ROW)
			l->mark_width = 2;
		if (label > l->label_width)
			l->label_width = label;
		if (b->kind == BLOCK_TABLE_ROW && b->status[0] != '\0' &&
		    l->page->text_width == 0 && text > l->text_width)
			l->text_width = text;
	}
	if (l->columns - l->margin - l->mark_width - l->label_width < VALUE_MIN)
		l->label_width = 0;
	fit_second_column(l);
}

static void (*const layouts[])(struct layout *l, const struct block *b) = {
	[BLOCK_HEADING] = layout_heading,
	[BLOCK_GROUP] = layout_item,
	[BLOCK_PARAGRAPH] = layout_paragraph,
	[BLOCK_BULLET] = layout_item,
	[BLOCK_CHOICE] = layout_item,
	[BLOCK_BUTTON] = layout_button,
	[BLOCK_FIELD] = layout_field,
	[BLOCK_FINDING] = layout_finding,
	[BLOCK_VERDICT] = layout_verdict,
	[BLOCK_FIGURE] = layout_figure,
	[BLOCK_LINK] = layout_link,
	[BLOCK_TABLE_ROW] = layout_table_row,
	[BLOCK_QR] = layout_qr,
	[BLOCK_GAP] = layout_gap,
};

/* Highlights the lines from `first` on: the whole row, but of a text field only the label. The
 * cursor is before the row: a block cursor there lengthens the row by a column, while on the row it
 * would look like a hole. */
static void show_focus(struct layout *l, const struct block *b, size_t first)
{
	struct lines *out = l->out;

	for (size_t i = first; i < out->count; i++) {
		bool typed = b->caret != NO_CARET && (long)i >= out->caret_line;

		line_fill(&out->items[i], 1, typed ? l->value_column - 1 : l->columns, STYLE_FOCUS);
	}
	out->focus_line = (long)first;
}

static bool wants_gap(const struct layout *l, const struct block *b)
{
	return l->spaced &&
	       (b->kind == BLOCK_CHOICE || b->kind == BLOCK_BUTTON || b->kind == BLOCK_LINK ||
		is_table_heading(b) || (b->kind == BLOCK_PARAGRAPH && b->style != STYLE_QUIET));
}

/* Returns true if a page has rows to fill in. */
static bool is_form(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW &&
		    (p->blocks[i].kind == BLOCK_FIELD || p->blocks[i].kind == BLOCK_TABLE_ROW))
			return true;
	return false;
}

/* Returns true for the first of a group of choices or buttons, in a window that is tall enough to
 * set groups apart. Forms have no groups. */
static bool begins_group(const struct layout *l, const struct block *b)
{
	return l->rows >= APART_FROM && b > l->page->blocks && b->row != NO_ROW &&
	       (b->kind == BLOCK_CHOICE || b->kind == BLOCK_BUTTON) && b[-1].kind != b->kind &&
	       !is_form(l->page);
}

/* Returns true for the block below the first heading, which has its own empty line; on a projector
 * it has two. */
static bool is_below_heading(const struct layout *l, const struct block *b)
{
	return b == l->page->blocks + 1 && b[-1].kind == BLOCK_HEADING && !l->page->presentation;
}

static void layout_block(struct layout *l, const struct block *b)
{
	size_t first;

	if (b->kind != BLOCK_FINDING)
		add_reserved(l);
	if (wants_gap(l, b)) {
		add_gap(l);
		if ((l->airy || begins_group(l, b)) && !is_below_heading(l, b))
			add_line(l, NO_ROW);
	}
	first = l->out->count;
	layouts[b->kind](l, b);
	/* A verdict has a badge, which is not highlighted. */
	if (is_focused(l, b) && b->kind != BLOCK_VERDICT)
		show_focus(l, b, first);
	reserve(l, b);
}

/* Draws a code below other text for the right half of the window, if it fits. */
static void draw_code_beside(struct layout *l, const struct block *b, int space)
{
	struct qr qr = qr_make(b->text);

	l->beside = !l->ascii && qr.width > 0 && qr_columns(&qr, false) <= space &&
		    qr_lines(&qr, false) <= l->rows;
	if (l->beside)
		draw_code(&l->figure, 0, &qr, false);
	qr_free(&qr);
}

/* Draws the first figure, or else a code, for the right half of a wide window, and narrows the
 * text. */
static void draw_figure_beside(struct layout *l)
{
	int columns = l->window_columns, space = columns - TEXT_BESIDE - FIGURE_GAP;

	for (size_t i = 0; i < l->page->count && !l->beside && !l->page->captions; i++) {
		const struct block *b = &l->page->blocks[i];

		l->beside = b->kind == BLOCK_FIGURE &&
			    figure_draw(b->figure, l->page->target, 0, space, l->ascii, &l->figure);
		l->drawn = l->beside ? b : NULL;
	}
	for (size_t i = 1; i < l->page->count && !l->beside; i++)
		if (l->page->blocks[i].kind == BLOCK_QR)
			draw_code_beside(l, &l->page->blocks[i], columns - TEXT_BESIDE_CODE);
	if (!l->beside)
		return;
	columns -= lines_width(&l->figure) + FIGURE_GAP;
	if (columns < l->columns)
		l->columns = columns;
}

/* Places the figure beside the text; or where it belongs, if the page then fits into the window; or
 * after the last row, so that everything to be done comes first. */
static void place_figure(struct layout *l)
{
	size_t rows = l->rows > 0 ? (size_t)l->rows : SIZE_MAX, at;

	if (l->figure.count == 0)
		return;
	if (l->beside) {
		lines_beside(l->out, l->columns + FIGURE_GAP, &l->figure);
		return;
	}
	if (l->out->count + l->figure.count <= rows) {
		if (l->out->count + l->figure.count < rows)
			lines_add(&l->figure);
		lines_insert(l->out, l->figure_line, &l->figure);
		return;
	}
	at = l->out->count;
	while (at > 0 && l->out->items[at - 1].row == NO_ROW)
		at--;
	if (at == 0)
		at = l->out->count;
	lines_insert(l->out, at,
		     &(struct lines){ .count = 1, .items = &(struct line){ .row = NO_ROW } });
	lines_insert(l->out, at + 1, &l->figure);
}

static void layout_blocks(struct layout *l, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (l->left_out == NULL || !l->left_out[i])
			layout_block(l, &l->page->blocks[i]);
	add_reserved(l);
}

/* Finds the blocks from the first with a row to the last with its findings, *end excluded; none if
 * *first == *end. */
static void find_rows(const struct page *p, size_t *first, size_t *end)
{
	*first = *end = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (p->blocks[i].row == NO_ROW)
			continue;
		if (*end == 0)
			*first = i;
		*end = i + 1;
	}
	while (*end > 0 && *end < p->count && p->blocks[*end].kind == BLOCK_FINDING)
		++*end;
}

/* Returns how many blocks stay above the rows when these come first: headings, a verdict or (if
 * `sentence`) a paragraph, and the search text. */
static size_t count_head(const struct page *p, size_t limit, bool sentence)
{
	size_t count = 0;

	while (count < limit && p->blocks[count].kind == BLOCK_HEADING)
		count++;
	if (count < limit && (p->blocks[count].kind == BLOCK_VERDICT ||
			      (sentence && p->blocks[count].kind == BLOCK_PARAGRAPH)))
		count++;
	while (count < limit && p->blocks[count].caret != NO_CARET)
		count++;
	return count;
}

/* Order and spacing of the blocks of a page. */
enum arrangement {
	AIRY,   /* two empty lines between any two items */
	SPACED, /* an empty line between any two items */
	AS_WRITTEN,
	ROWS_AFTER_THE_SENTENCE, /* rows above the paragraphs that explain them */
	ROWS_FIRST
};

/* Lays out all blocks. start: the state before the first block. */
static void lay_out(const struct layout *start, enum arrangement arrangement)
{
	struct layout l = *start;
	size_t head, first, end;

	l.spaced = arrangement <= SPACED;
	l.airy = arrangement == AIRY;
	lines_free(l.out);
	l.out->caret_line = l.out->kept_line = l.out->focus_line = NO_CARET;
	draw_figure_beside(&l);
	measure(&l);
	find_rows(l.page, &first, &end);
	head = arrangement < ROWS_AFTER_THE_SENTENCE
		       ? first
		       : count_head(l.page, first, arrangement == ROWS_AFTER_THE_SENTENCE);
	layout_blocks(&l, 0, head);
	if (head < first && l.rows >= GAP_FROM)
		add_gap(&l);
	layout_blocks(&l, first, end);
	if (head < first)
		add_gap(&l);
	layout_blocks(&l, head, first);
	layout_blocks(&l, end, l.page->count);
	place_figure(&l);
	lines_free(&l.figure);
}

/* Returns true if the top of the page shows what to press: at least the first row; all rows if they
 * are few, fit into the window and are not to be filled in. */
static bool shows_rows(const struct layout *l)
{
	const struct lines *out = l->out;
	enum { FEW = 8 };
	int first = -1, last = -1, count = 0;

	for (int i = 0; i < (int)out->count; i++)
		if (out->items[i].row != NO_ROW) {
			first = first < 0 ? i : first;
			last = i;
			count++;
		}
	return first < 0 || last < l->rows ||
	       (first < l->rows && (is_form(l->page) || count > FEW || last - first > l->rows - 2));
}

/* Returns true for the blocks that the page is about: heading, verdict, code, the figure with the
 * target, and the focused row with its findings. */
static bool is_essential(const struct page *p, size_t i)
{
	const struct block *b = &p->blocks[i];

	if (is_pointed_at(p, b) || b->kind == BLOCK_HEADING || b->kind == BLOCK_VERDICT ||
	    b->kind == BLOCK_QR)
		return true;
	while (i > 0 && p->blocks[i].kind == BLOCK_FINDING)
		i--;
	return p->row != NO_ROW && p->blocks[i].row == p->row;
}

static int count_written(const struct lines *out)
{
	int written = 0;

	for (size_t i = 0; i < out->count; i++)
		written += out->items[i].count > 0;
	return written;
}

/* Leaves out what follows the last essential block, then gaps, then everything else that is not
 * essential, each from the end, until the page fits. */
static void lay_out_fixed(struct layout *l)
{
	const struct page *p = l->page;
	bool *left_out = xcalloc(p->count, sizeof *left_out);
	size_t last = p->count;
	int written;

	while (last > 0 && !is_essential(p, last - 1))
		last--;
	l->left_out = left_out;
	lay_out(l, AS_WRITTEN);
	written = count_written(l->out);
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = p->count; i-- > 0 && (int)l->out->count > l->rows;)
			if (pass == 0   ? i >= last
			    : pass == 1 ? p->blocks[i].kind == BLOCK_GAP
					: !is_essential(p, i)) {
				left_out[i] = true;
				lay_out(l, AS_WRITTEN);
			}
	l->out->left_out = written - count_written(l->out);
	free(left_out);
}

/* If the page is one line too long, leaves out gaps, the last first, until it fits. Returns true if
 * it then fits; else all its gaps are laid out. */
static bool fits_without_gap(struct layout *l)
{
	const struct page *p = l->page;
	bool *left_out, fits;

	if (l->rows == 0 || (int)l->out->count != l->rows + 1)
		return false;
	l->left_out = left_out = xcalloc(p->count, sizeof *left_out);
	for (size_t i = p->count; i-- > 0 && (int)l->out->count > l->rows;)
		/* The gap before pinned rows stays. */
		if (p->blocks[i].kind == BLOCK_GAP &&
		    !(p->pinned && i + 1 < p->count && p->blocks[i + 1].row != NO_ROW)) {
			left_out[i] = true;
			lay_out(l, AS_WRITTEN);
		}
	fits = (int)l->out->count <= l->rows;
	l->left_out = NULL;
	free(left_out);
	if (!fits)
		lay_out(l, AS_WRITTEN);
	return fits;
}

/* Pins the rows that end a page, with a gap before them if there is space; in a low window only the
 * focused one. Returns false and pins none if they would take more than half of the window. */
static bool pin_rows(struct layout *l)
{
	const struct page *p = l->page;
	struct lines *out = l->out;
	size_t first = 0;

	if (!p->pinned)
		return false;
	if (is_low(l)) {
		bool *left_out = xcalloc(p->count, sizeof *left_out);

		for (size_t i = 0; i < p->count; i++)
			left_out[i] = p->blocks[i].row != NO_ROW && p->blocks[i].row != p->row;
		l->left_out = left_out;
		l->alone = true;
		lay_out(l, AS_WRITTEN);
		l->left_out = NULL;
		l->alone = false;
		free(left_out);
	}
	while (first < out->count && out->items[first].row == NO_ROW)
		first++;
	if (first > 0 && l->rows >= GAP_FROM)
		first--;
	if ((int)(out->count - first) * 2 > l->rows)
		return false;
	out->pinned = (int)(out->count - first);
	return true;
}

/* Returns true if a page may be spaced out if it then fits: in a presentation, in a tall window, or
 * if it has no rows. Whether one that grows is depends only on the window. */
static bool may_be_spaced(const struct layout *l)
{
	const struct page *p = l->page;

	if (p->grows)
		return p->presentation || (is_form(p) && l->rows >= GROWN_FROM);
	return p->presentation || l->rows >= SPACED_FROM || count_rows(p) == 0;
}

void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out)
{
	struct layout l = { .page = p,
			    .out = out,
			    .columns = rows > 0 && columns > TEXT_MAX ? TEXT_MAX : columns,
			    .rows = rows,
			    .window_columns = columns,
			    .ascii = ascii,
			    .margin = columns >= WIDE_FROM ? 2 : 1,
			    .row = NO_ROW };

	/* Spreads a page over the wall, but not a form, whose rows would jump. */
	if (p->presentation && count_rows(p) > 0 && !is_form(p)) {
		lay_out(&l, AIRY);
		if ((int)out->count <= rows)
			return;
	}
	if (may_be_spaced(&l)) {
		lay_out(&l, SPACED);
		if ((int)out->count <= rows || (p->grows && !p->presentation))
			return;
	}
	if (p->fixed) {
		lay_out_fixed(&l);
		return;
	}
	for (enum arrangement a = AS_WRITTEN; a <= ROWS_FIRST; a++) {
		lay_out(&l, a);
		if (a == AS_WRITTEN && fits_without_gap(&l))
			return;
		if (rows == 0 || shows_rows(&l) || (a == AS_WRITTEN && pin_rows(&l)))
			return;
	}
}
