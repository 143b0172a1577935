/* SPDX-License-Identifier: MIT */
/* Reads a line of bounded length from a person or a script, without echo if it is secret. For the
 * commands plain and check. */
#ifndef LINE_IN_H
#define LINE_IN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { LINE_IN_MAX = 4096 };

enum line_in_result { LINE_IN_READ, LINE_IN_END, LINE_IN_TOO_LONG };

/* A line, which may hold personal data: the caller wipes it. */
struct line_in {
	size_t len;                  /* bytes, without the line's end; NUL bytes count */
	char bytes[LINE_IN_MAX + 1]; /* as read, then a NUL */
};

/* Reads up to the end of the line or of the input. Returns LINE_IN_END if nothing was left, and
 * LINE_IN_TOO_LONG as soon as there are more than LINE_IN_MAX bytes; the rest is not read. Reads
 * again after an interrupted read. hidden: if `in` is a terminal, it does not echo until the line
 * is read; a signal that ends or stops the program turns the echo on first. */
enum line_in_result line_in_read(FILE *in, bool hidden, struct line_in *line);

#endif
