/* SPDX-License-Identifier: MIT */
/* The audit's findings as one JSON object a line, then an object with the summary. */
#ifndef JSON_LINES_H
#define JSON_LINES_H

#include <stdio.h>

#include "roster/sink.h"

/* Writes to out, which is borrowed. reveal: names and numbers are not masked, and each finding carries those of its
 * row. */
struct sink *json_lines_sink(FILE *out, bool reveal);

#endif
