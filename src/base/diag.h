/* SPDX-License-Identifier: MIT */
/* What is wrong with a file, and where: filled by loaders, printed by front ends. */
#ifndef DIAG_H
#define DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { DIAG_MAX = 32, DIAG_TEXT = 240 };

/* The exit status of every command that could not do its work. */
enum { STATUS_TROUBLE = 2 };

struct problem {
	size_t line, column; /* from 1, columns in characters; line 0: the file as a whole */
	char text[DIAG_TEXT];
};

/* One file's problems in the order they were found: the first DIAG_MAX are kept, all are counted.
 * Start with `struct diag d = {0};`: there is nothing to free. */
struct diag {
	char file[256]; /* as the user named it */
	size_t count;
	struct problem items[DIAG_MAX];
};

/* Sets the file that later problems belong to. */
void diag_file(struct diag *d, const char *file);

/* Adds a problem; a sentence in Chinese: what is wrong, then what to do. Always returns false, so
 * that a loader can `return diag_add(...)`. Text from files may be among the arguments: it is cleaned
 * when printed. d may be NULL. */
bool diag_add(struct diag *d, size_t line, size_t column, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Writes `xueji: FILE:LINE:COLUMN: sentence`, one line a problem, at most max of them (0: all kept),
 * and a count of those left out. */
void diag_print(const struct diag *d, FILE *out, size_t max);

#endif
