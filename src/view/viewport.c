/* SPDX-License-Identifier: MIT */
#include "view/viewport.h"

static void find_target(struct viewport *v, const struct lines *matter, int target)
{
	v->target_first = v->target_last = -1;
	for (size_t i = 0; i < matter->count && target != NO_ROW; i++)
		if (matter->items[i].row == target) {
			if (v->target_first < 0)
				v->target_first = (int)i;
			v->target_last = (int)i;
		}
}

static void clamp(struct viewport *v, const struct lines *matter)
{
	if (v->follow && v->target_first >= 0) {
		if (v->target_last >= v->top + v->height)
			v->top = v->target_last - v->height + 1;
		if (v->target_first < v->top)
			v->top = v->target_first;
		/* A long finding must not push out the line that is being typed. */
		if (matter->caret_line >= v->top + v->height)
			v->top = (int)matter->caret_line - v->height + 1;
	}
	if (v->top > v->total - v->height)
		v->top = v->total - v->height;
	if (v->top < 0)
		v->top = 0;
}

void viewport_fit(struct viewport *v, const struct lines *matter, int target, int height)
{
	v->height = height;
	v->total = (int)matter->count;
	find_target(v, matter, target);
	clamp(v, matter);
}

void viewport_scroll(struct viewport *v, int lines)
{
	v->top += lines;
	v->follow = false;
}

bool viewport_beyond(const struct viewport *v, int direction)
{
	if (v->target_first < 0)
		return false;
	return direction > 0 ? v->target_first >= v->top + v->height : v->target_last < v->top;
}
