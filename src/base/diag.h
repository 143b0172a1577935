/* SPDX-License-Identifier: MIT */
/* The problems of a file and their places: added by loaders, printed by commands. */
#ifndef DIAG_H
#define DIAG_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { DIAG_MAX = 32, DIAG_TEXT = 240 };

/* The exit status of every command that could not do its work. */
enum { STATUS_TROUBLE = 2 };

struct problem {
	size_t line, column; /* from 1, column in characters; line 0: the whole file */
	char text[DIAG_TEXT];
};

/* Problems in the order they were found; the first DIAG_MAX are kept, all are counted. Initialised
 * by zeroes; there is nothing to free. */
struct diag {
	char file[256]; /* as the user named it */
	size_t count;
	struct problem items[DIAG_MAX];
};

/* Sets the file that later problems belong to. */
void diag_file(struct diag *d, const char *file);

/* Adds a problem: a Chinese sentence that says what is wrong, then what to do. It may quote the
 * file, because diag_print() cleans it. It is cut to DIAG_TEXT bytes, between characters. Always
 * returns false, for `return diag_add(...)`. d may be NULL. */
bool diag_add(struct diag *d, size_t line, size_t column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void diag_vadd(struct diag *d, size_t line, size_t column, const char *format, va_list args)
	__attribute__((format(printf, 4, 0)));

/* Writes a line `xueji: FILE:LINE:COLUMN: sentence` for each of at most max problems (0: all
 * that are kept), and how many were left out. */
void diag_print(const struct diag *d, FILE *out, size_t max);

#endif
