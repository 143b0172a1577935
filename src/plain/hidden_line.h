/* SPDX-License-Identifier: MIT */
/* A line that a terminal does not echo, whatever ends the program meanwhile. */
#ifndef HIDDEN_LINE_H
#define HIDDEN_LINE_H

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

/* getline(), again after an interruption. hidden: when `in` is a terminal, its echo is off until the line
 * is there, and on again before a signal ends or stops the program. What was typed ahead is kept. */
ssize_t hidden_getline(char **line, size_t *size, FILE *in, bool hidden);

#endif
