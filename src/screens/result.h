/* SPDX-License-Identifier: MIT */
/* The screen with the verdict. */
#ifndef RESULT_H
#define RESULT_H

#include "wizard/wizard.h"

/* Its last row, which ends the program. */
size_t result_end_row(const struct wizard *w);

#endif
