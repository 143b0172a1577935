/* SPDX-License-Identifier: MIT */
#include "view/frame.h"

#include <stdio.h>

#include "base/text.h"
#include "base/xalloc.h"

char *frame_text(const struct frame *f)
{
	size_t len;
	char *out;
	FILE *stream = xmemstream(&out, &len);

	for (int row = 0; row < f->rows; row++) {
		const struct line *line = &f->lines.items[row];
		int column = 0;

		for (size_t i = 0; i < line->count; i++) {
			fprintf(stream, "%*s%s", line->runs[i].column - column, "",
				line->runs[i].text);
			column = line->runs[i].column + text_width(line->runs[i].text);
		}
		fputc('\n', stream);
	}
	fclose(stream);
	return out;
}
