/* SPDX-License-Identifier: MIT */
/* A progress bar on a terminal, shown if the work takes longer than expected. */
#ifndef PROGRESS_BAR_H
#define PROGRESS_BAR_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct progress_bar {
	FILE *out;           /* borrowed; NULL: no bar is drawn */
	int64_t start, next; /* clock_milliseconds() at the start, and of the next update */
	bool shown;
};

/* Starts the clock of a bar. patience: milliseconds before it appears. */
struct progress_bar progress_bar_start(FILE *out, int patience);

/* Draws the bar if an update is due. done, total: bytes; total 0 if not known. */
void progress_bar_draw(struct progress_bar *b, unsigned long long done, unsigned long long total);

/* Erases the bar from the terminal. */
void progress_bar_end(struct progress_bar *b);

#endif
