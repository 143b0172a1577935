/* SPDX-License-Identifier: MIT */
/* A finding for other programs, as the command line promises it. */
#ifndef FINDING_JSON_H
#define FINDING_JSON_H

#include <stdio.h>

#include "rules/finding.h"

/* Its members, without braces: "field", "code", "severity", "at", "message". */
void finding_json(const struct finding *f, FILE *out);

#endif
