/* SPDX-License-Identifier: MIT */
/* A bar on a terminal for work that takes longer than expected. */
#ifndef PROGRESS_BAR_H
#define PROGRESS_BAR_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct progress_bar {
	FILE *out; /* borrowed; NULL: no bar is drawn */
	int64_t start, next;
	bool shown;
};

/* patience: milliseconds before the bar appears. */
struct progress_bar progress_bar_start(FILE *out, int patience);

/* Draws it if it is due: bytes done and in all, total 0 if that is not known. */
void progress_bar_draw(struct progress_bar *b, unsigned long long done, unsigned long long total);

/* Removes it. */
void progress_bar_end(struct progress_bar *b);

#endif
