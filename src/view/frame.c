/* SPDX-License-Identifier: MIT */
#include "view/frame.h"

#include <stdlib.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"

void frame_draw_n(struct frame *f, int row, int column, enum style style, const char *text,
		  int space)
{
	line_put(&f->lines.items[row], column, style, text, text_fit(text, space > 0 ? space : 0));
}

void frame_draw(struct frame *f, int row, int column, enum style style, const char *text)
{
	frame_draw_n(f, row, column, style, text, f->columns - column);
}

int frame_count_rows(const char *text, int columns, int max)
{
	size_t count;

	free(text_wrap(text, columns - 2, &count));
	return count < (size_t)max ? (int)count : max;
}

void frame_draw_wrapped(struct frame *f, int row, int rows, const char *text, int skipped)
{
	int margin = f->columns >= FRAME_COLUMNS_MIN; /* on either side */
	int space = f->columns - 2 * margin;
	size_t count;
	struct text_line *lines = text_wrap(text, space < 2 ? 2 : space, &count);

	for (int i = 0; i < rows && skipped + i < (int)count; i++) {
		const struct text_line *line = &lines[skipped + i];
		size_t fits = text_fit(text + line->start, f->columns - margin);

		line_put(&f->lines.items[row + i], margin, STYLE_EMPHASIS, text + line->start,
			 line->len < fits ? line->len : fits);
	}
	free(lines);
}

void frame_add_hit(struct frame *f, int row, int column, int width, struct hit hit)
{
	f->hit_regions = xgrow(f->hit_regions, f->hit_region_count, sizeof *f->hit_regions);
	f->hit_regions[f->hit_region_count++] =
		(struct hit_region){ row, column, column + width - 1, hit };
}

struct hit frame_key_hit(const struct binding *b)
{
	/* This hint stands for all digits, so a click does not say which one. */
	if (b->action == ACTION_STEP)
		return (struct hit){ HIT_NONE, 0, 0 };
	return (struct hit){ HIT_KEY, 0, b->keys[0] };
}

void frame_draw_right(struct frame *f, int row, enum style style, const char *text)
{
	frame_draw(f, row, f->columns - 1 - text_width(text), style, text);
}

void frame_free(struct frame *f)
{
	lines_free(&f->lines);
	free(f->hit_regions);
	f->hit_regions = NULL;
	f->hit_region_count = 0;
}

struct hit frame_at(const struct frame *f, int row, int column)
{
	for (size_t i = 0; i < f->hit_region_count; i++) {
		const struct hit_region *region = &f->hit_regions[i];

		if (region->row == row && region->first <= column && column <= region->last)
			return region->hit;
	}
	return (struct hit){ HIT_NONE, 0, 0 };
}
