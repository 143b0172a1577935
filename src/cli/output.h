/* SPDX-License-Identifier: MIT */
/* Error messages of commands, and the check that standard output was written. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base/diag.h"

/* Writes "xueji: ", both texts and a line break to standard error. Returns STATUS_TROUBLE. */
int output_trouble(const char *text, const char *more);

/* Flushes standard output. Returns status, or STATUS_TROUBLE, with a message on standard error, if
 * a write failed. */
int output_end(int status);

#endif
