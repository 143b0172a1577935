/* SPDX-License-Identifier: MIT */
/* The demo read out: each beat's caption, then the page it leads to, a line at a time. */
#ifndef PLAIN_DEMO_H
#define PLAIN_DEMO_H

#include <stdio.h>

#include "demo/demo.h"

/* Plays all beats at once each; waits for Enter between them unless the demo is automatic, which here
 * ends behind the last. Ends at q, or with the input. why: as plain_run() has it. */
void plain_demo(struct demo *d, FILE *in, FILE *out, const char *why);

#endif
