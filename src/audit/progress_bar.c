/* SPDX-License-Identifier: MIT */
#include "audit/progress_bar.h"

#include "base/charset.h"
#include "base/clock.h"

enum { BAR = 30, NEXT_MS = 200 };

struct progress_bar progress_bar_start(FILE *out, int patience)
{
	int64_t now = clock_milliseconds();

	return (struct progress_bar){ .out = out, .start = now, .next = now + patience };
}

void progress_bar_draw(struct progress_bar *b, unsigned long long done, unsigned long long total)
{
	int64_t now, used;
	double rate;

	if (b->out == NULL || (now = clock_milliseconds()) < b->next)
		return;
	used = now > b->start ? now - b->start : 1;
	rate = (double)done / 1000.0 / (double)used;
	b->next = now + NEXT_MS;
	b->shown = true;
	if (total == 0) {
		fprintf(b->out, "\r%llu MB  %.0f MB/s ", done / 1000000, rate);
	} else {
		/* The file may have grown: done may exceed total. */
		double part = done < total ? (double)done / (double)total : 1;
		int bar = (int)(part * BAR);
		int64_t left = part > 0 ? (int64_t)((double)used / part * (1 - part)) : 0;

		fprintf(b->out, "\r[%.*s%*s] %3d%%  %.0f MB/s  ", bar,
			"##############################", BAR - bar, "", (int)(part * 100), rate);
		charset_put("还要 ", b->out);
		fprintf(b->out, "%lld", (long long)(left / 1000));
		charset_put(" 秒 ", b->out);
	}
	fflush(b->out);
}

void progress_bar_end(struct progress_bar *b)
{
	if (b->shown)
		fputs("\r\033[K", b->out);
	b->shown = false;
}
