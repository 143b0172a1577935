/* SPDX-License-Identifier: MIT */
/* How commands say what went wrong, and whether what they printed was taken. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base/diag.h"

/* Writes "xueji: ", both texts and a line break to standard error. Returns STATUS_TROUBLE. */
int output_trouble(const char *text, const char *more);

/* Flushes standard output. Returns the status; STATUS_TROUBLE, having said why, if the output was cut. */
int output_end(int status);

#endif
