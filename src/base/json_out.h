/* SPDX-License-Identifier: MIT */
/* Writes JSON. */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include <stdio.h>

/* Writes a string in quotes. Escapes characters that are not allowed in JSON or not safe on a
 * terminal; invalid bytes become U+FFFD. */
void json_out_string(const char *s, FILE *out);

#endif
