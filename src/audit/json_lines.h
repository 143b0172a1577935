/* SPDX-License-Identifier: MIT */
/* Writes the findings of an audit as JSON lines: one object for each finding, then one with the
 * summary. */
#ifndef JSON_LINES_H
#define JSON_LINES_H

#include <stdio.h>

#include "audit/sink.h"

/* Returns a sink that writes to out, which is borrowed. reveal: names and numbers are not masked,
 * and each finding has the name and the numbers of its row. */
struct sink *json_lines_sink(FILE *out, bool reveal);

#endif
