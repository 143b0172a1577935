/* SPDX-License-Identifier: MIT */
/* JSON for other programs: findings as the command line promises them. */
#ifndef JSON_OUT_H
#define JSON_OUT_H

#include <stdio.h>

#include "finding.h"

/* A string in quotes; what JSON or a terminal must not see raw is escaped, bad bytes become U+FFFD. */
void json_out_string(const char *s, FILE *out);

/* The members of one finding, without braces: "field", "code", "severity", "at", "message". */
void json_out_finding(const struct finding *f, FILE *out);

#endif
