/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include "audit_parts.h"
#include "charset.h"

enum { BAR = 30, FIRST_MS = 1000, NEXT_MS = 200, EVERY = 64 };

static struct {
	int64_t start, next; /* milliseconds; start 0: not begun */
	unsigned calls;
	bool shown;
} bar;

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void draw(const struct audit *a, int64_t used)
{
	unsigned long long done, total;

	roster_progress(a->roster, &done, &total);
	if (total > 0) {
		int part = (int)(done * BAR / total);
		int64_t left =
			done > 0 ? (int64_t)((double)used / (double)done * (double)(total - done))
				 : 0;

		fprintf(stderr, "\r[%.*s%*s] %3d%%  %.0f MB/s  ", part,
			"##############################", BAR - part, "", (int)(done * 100 / total),
			(double)done / 1000.0 / (double)used);
		charset_put("还要 ", stderr);
		fprintf(stderr, "%lld", (long long)(left / 1000));
		charset_put(" 秒 ", stderr);
	} else {
		fprintf(stderr, "\r%llu MB  %.0f MB/s ", done / 1000000,
			(double)done / 1000.0 / (double)used);
	}
	fflush(stderr);
}

void audit_progress_show(const struct audit *a)
{
	int64_t now;

	if (!a->how->progress || bar.calls++ % EVERY != 0)
		return;
	now = milliseconds();
	if (bar.start == 0) {
		bar.start = now;
		bar.next = now + FIRST_MS;
	}
	if (now < bar.next)
		return;
	bar.next = now + NEXT_MS;
	bar.shown = true;
	draw(a, now - bar.start);
}

void audit_progress_end(void)
{
	if (bar.shown)
		fputs("\r\033[K", stderr);
	bar.shown = false;
}
