/* SPDX-License-Identifier: MIT */
#include "view/figure.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/screen_text.h"

/* Box drawing characters, one column each. */
struct box_chars {
	const char *across, *down;
	const char *top_left, *top_right, *bottom_left, *bottom_right;
	const char *top_joint, *bottom_joint, *left_joint, *right_joint;
	const char *arrow; /* marks a line with a text to click */
};

static const struct box_chars line_chars = {
	"─", "│", "┌", "┐", "└", "┘", "┬", "┴", "├", "┤", "▸"
};
static const struct box_chars ascii_chars = {
	"-", "|", "+", "+", "+", "+", "+", "+", "+", "+", ">"
};

struct drawing {
	const struct guide_figure *figure;
	const char *target; /* the only text to mark; NULL marks all */
	const struct box_chars *chars;
	struct lines *out;
	int indent;
	int *widths; /* columns of each panel, without borders */
	int inner;   /* columns of the figure, without borders */
};

/* Returns the line without `**` marks, and in *spans the texts to click, which they marked. The
 * caller frees both. */
static char *clean_line(const char *line, struct text_span **spans, size_t *count)
{
	char *clean = screen_text_line(line), *plain = text_emphasis(clean, spans, count);

	free(clean);
	return plain;
}

static int title_width(const char *title)
{
	char *clean = screen_text_line(title);
	int width = text_width(clean);

	free(clean);
	return width;
}

static void draw_title(struct lines *out, int column, enum style style, const char *title)
{
	char *clean = screen_text_line(title);

	lines_put(out, column, style, clean);
	free(clean);
}

/* Returns the columns of a panel's line, with brackets around each text to click and a margin for
 * the arrow. */
static int line_width(const char *line)
{
	struct text_span *spans;
	size_t count;
	char *plain = clean_line(line, &spans, &count);
	int width = text_width(plain) + 2 * (int)count + 4;

	free(plain);
	free(spans);
	return width;
}

static int panel_width(const struct guide_panel *panel)
{
	int width = panel->title != NULL ? title_width(panel->title) + 3 : 0;

	for (size_t i = 0; i < panel->lines.count; i++) {
		int line = line_width(panel->lines.lines[i]);

		width = line > width ? line : width;
	}
	return width;
}

/* Draws a horizontal edge, with the title in it and joints where the borders of panels meet it. */
static void draw_edge(const struct drawing *d, const char *left, const char *joint,
		      const char *right, const char *title, size_t panels)
{
	int column = d->indent, title_end = 0;
	struct line *edge = lines_add(d->out);

	lines_put(d->out, column++, STYLE_QUIET, left);
	if (title != NULL && title_width(title) + 2 < d->inner) {
		draw_title(d->out, column + 1, STYLE_PLAIN, title);
		title_end = column + title_width(title) + 2;
	}
	for (size_t i = 0; i < panels; i++) {
		int end = column + (panels == 1 ? d->inner : d->widths[i]);

		if (column < title_end)
			column = title_end < end ? title_end : end;
		line_repeat(edge, column, STYLE_QUIET, d->chars->across, end - column);
		if (i + 1 < panels && end >= title_end)
			lines_put(d->out, end, STYLE_QUIET, joint);
		column = end + 1;
	}
	lines_put(d->out, d->indent + 1 + d->inner, STYLE_QUIET, right);
}

static bool is_target(const char *plain, struct text_span span, const char *target)
{
	size_t len = span.end - span.start;

	return strlen(target) == len && strncmp(plain + span.start, target, len) == 0;
}

/* Returns true if target is a text to click in the line. */
static bool line_has(const char *line, const char *target)
{
	struct text_span *spans;
	size_t count;
	char *plain = clean_line(line, &spans, &count);
	bool has = false;

	for (size_t i = 0; i < count && !has; i++)
		has = is_target(plain, spans[i], target);
	free(plain);
	free(spans);
	return has;
}

static void draw_panel_line(const struct drawing *d, int column, const char *line)
{
	struct text_span *spans;
	size_t count, at = 0;
	char *plain = clean_line(line, &spans, &count);

	if (count > 0 && (d->target == NULL || line_has(line, d->target)))
		lines_put(d->out, column + 1, STYLE_CLICK, d->chars->arrow);
	column += 3;
	for (size_t i = 0; i < count; i++) {
		bool marked = d->target == NULL || is_target(plain, spans[i], d->target);
		char *click;

		line_put(lines_last(d->out), column, STYLE_PLAIN, plain + at, spans[i].start - at);
		column += text_width_n(plain + at, spans[i].start - at);
		click = xasprintf("[%.*s]", (int)(spans[i].end - spans[i].start),
				  plain + spans[i].start);
		lines_put(d->out, column, marked ? STYLE_CLICK : STYLE_PLAIN, click);
		column += text_width(click);
		free(click);
		at = spans[i].end;
	}
	lines_put(d->out, column, STYLE_PLAIN, plain + at);
	free(plain);
	free(spans);
}

/* Row 0 of a panel is its title, if it has one; its lines follow. */
static void draw_panel_row(const struct drawing *d, const struct guide_panel *panel, size_t row,
			   int column)
{
	if (panel->title != NULL && row-- == 0)
		draw_title(d->out, column + 1, STYLE_EMPHASIS, panel->title);
	else if (row < panel->lines.count)
		draw_panel_line(d, column, panel->lines.lines[row]);
}

static size_t panel_rows(const struct guide_panel *panel)
{
	return panel->lines.count + (panel->title != NULL);
}

static void draw_beside(const struct drawing *d)
{
	const struct guide_figure *f = d->figure;
	size_t rows = 0;

	for (size_t i = 0; i < f->panel_count; i++)
		rows = panel_rows(&f->panels[i]) > rows ? panel_rows(&f->panels[i]) : rows;
	draw_edge(d, d->chars->top_left, d->chars->top_joint, d->chars->top_right, f->title,
		  f->panel_count);
	for (size_t row = 0; row < rows; row++) {
		int column = d->indent;

		lines_add(d->out);
		for (size_t i = 0; i < f->panel_count; i++) {
			lines_put(d->out, column, STYLE_QUIET, d->chars->down);
			draw_panel_row(d, &f->panels[i], row, column + 1);
			column += d->widths[i] + 1;
		}
		lines_put(d->out, d->indent + 1 + d->inner, STYLE_QUIET, d->chars->down);
	}
	draw_edge(d, d->chars->bottom_left, d->chars->bottom_joint, d->chars->bottom_right, NULL,
		  f->panel_count);
}

static void draw_below(const struct drawing *d)
{
	const struct guide_figure *f = d->figure;

	draw_edge(d, d->chars->top_left, "", d->chars->top_right, f->title, 1);
	for (size_t i = 0; i < f->panel_count; i++) {
		if (i > 0)
			draw_edge(d, d->chars->left_joint, "", d->chars->right_joint, NULL, 1);
		for (size_t row = 0; row < panel_rows(&f->panels[i]); row++) {
			lines_add(d->out);
			lines_put(d->out, d->indent, STYLE_QUIET, d->chars->down);
			draw_panel_row(d, &f->panels[i], row, d->indent + 1);
			lines_put(d->out, d->indent + 1 + d->inner, STYLE_QUIET, d->chars->down);
		}
	}
	draw_edge(d, d->chars->bottom_left, "", d->chars->bottom_right, NULL, 1);
}

/* Returns the line with the target; NULL if no line has it. */
static const char *find_target(const struct guide_figure *figure, const char *target)
{
	for (size_t i = 0; i < figure->panel_count; i++)
		for (size_t k = 0; k < figure->panels[i].lines.count; k++)
			if (line_has(figure->panels[i].lines.lines[k], target))
				return figure->panels[i].lines.lines[k];
	return NULL;
}

bool figure_has(const struct guide_figure *figure, const char *target)
{
	return find_target(figure, target) != NULL;
}

void figure_draw_target(const struct guide_figure *figure, const char *target, int indent,
			bool ascii, struct lines *out)
{
	struct drawing d = { .target = target,
			     .chars = ascii ? &ascii_chars : &line_chars,
			     .out = out };

	lines_add(out);
	draw_panel_line(&d, indent - 1, find_target(figure, target));
}

bool figure_draw(const struct guide_figure *figure, const char *target, int indent, int columns,
		 bool ascii, struct lines *out)
{
	struct drawing d = { figure, target, ascii ? &ascii_chars : &line_chars, out, indent,
			     NULL,   0 };
	int title = title_width(figure->title) + 4, beside = -1, below = 0;
	bool fits;

	d.widths = xcalloc(figure->panel_count, sizeof *d.widths);
	for (size_t i = 0; i < figure->panel_count; i++) {
		d.widths[i] = panel_width(&figure->panels[i]);
		beside += d.widths[i] + 1;
		below = d.widths[i] > below ? d.widths[i] : below;
	}
	if (title > beside && figure->panel_count > 0) {
		d.widths[figure->panel_count - 1] += title - beside;
		beside = title;
	}
	below = title > below ? title : below;
	d.inner = beside + indent + 2 <= columns ? beside : below;
	fits = d.inner + indent + 2 <= columns;
	if (fits && d.inner == beside)
		draw_beside(&d);
	else if (fits)
		draw_below(&d);
	free(d.widths);
	return fits;
}
