/* SPDX-License-Identifier: MIT */
/* Prints a page as lines that can be read aloud; part of plain. */
#ifndef PLAIN_PAGE_H
#define PLAIN_PAGE_H

#include <stdio.h>

#include "view/page.h"

/* All print UTF-8. Prints every block but figures, what can wait last; rows are numbered from 1.
 * brief: only what stands before the first row. */
void plain_page(const struct page *p, bool brief, FILE *out);

/* Prints the blocks of one row, from 0, with its findings; hints: also with those that only help
 * to fill it in. */
void plain_row(const struct page *p, int row, bool hints, FILE *out);

/* Prints what helps to fill in a row. */
void plain_hints(const struct page *p, int row, FILE *out);

/* Prints the notice, if there is one. */
void plain_notice(const struct page *p, FILE *out);

#endif
