/* SPDX-License-Identifier: MIT */
/* Recognises remarks in the cells of names and numbers that tell nothing about a person, and need
 * no mask. */
#ifndef REMARK_H
#define REMARK_H

#include <stdbool.h>

/* Whether a cell, UTF-8, holds only words such as 待核实, 未带证件, #N/A, or signs such as
 * ######. */
bool remark_is(const char *cell);

#endif
