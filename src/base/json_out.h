/* SPDX-License-Identifier: MIT */
/* JSON for other programs. */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include <stdio.h>

/* A string in quotes; what JSON or a terminal must not see raw is escaped, bad bytes become U+FFFD. */
void json_out_string(const char *s, FILE *out);

#endif
