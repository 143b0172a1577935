/* SPDX-License-Identifier: MIT */
/* The audit's report for people: totals, a chart of the kinds, then the first rows of each kind. */
#ifndef REPORT_SINK_H
#define REPORT_SINK_H

#include <stdio.h>

#include "roster/sink.h"

/* Writes to out, which is borrowed. reveal: names and numbers are not masked. */
struct sink *report_sink(FILE *out, bool reveal);

#endif
