/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <stdio.h>

#include "base/charset.h"
#include "base/clock.h"
#include "roster/audit_internal.h"

enum { BAR = 30, NEXT_MS = 200 };

/* used: milliseconds, above 0. */
static void draw(const struct audit *a, int64_t used)
{
	FILE *out = a->how->progress;
	unsigned long long done, total;
	double rate;

	roster_progress(a->roster, &done, &total);
	rate = (double)done / 1000.0 / (double)used;
	if (total == 0) {
		fprintf(out, "\r%llu MB  %.0f MB/s ", done / 1000000, rate);
	} else {
		/* It may have grown meanwhile. */
		double part = done < total ? (double)done / (double)total : 1;
		int bar = (int)(part * BAR);
		int64_t left = part > 0 ? (int64_t)((double)used / part * (1 - part)) : 0;

		fprintf(out, "\r[%.*s%*s] %3d%%  %.0f MB/s  ", bar,
			"##############################", BAR - bar, "", (int)(part * 100), rate);
		charset_put("还要 ", out);
		fprintf(out, "%lld", (long long)(left / 1000));
		charset_put(" 秒 ", out);
	}
	fflush(out);
}

void audit_progress_start(struct audit *a)
{
	a->bar.start = clock_milliseconds();
	a->bar.next = a->bar.start + a->how->patience;
}

void audit_progress_show(struct audit *a)
{
	int64_t now;

	if (a->how->progress == NULL || (now = clock_milliseconds()) < a->bar.next)
		return;
	a->bar.next = now + NEXT_MS;
	a->bar.shown = true;
	draw(a, now > a->bar.start ? now - a->bar.start : 1);
}

void audit_progress_end(struct audit *a)
{
	if (a->bar.shown)
		fputs("\r\033[K", a->how->progress);
	a->bar.shown = false;
}
