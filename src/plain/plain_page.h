/* SPDX-License-Identifier: MIT */
/* Prints a page as lines that can be read aloud; part of plain. */
#ifndef PLAIN_PAGE_H
#define PLAIN_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "plain/plain_line.h"
#include "view/page.h"

/* All print UTF-8, and number the rows that can be picked from 1. */

/* Prints every block but figures, what can wait last; on the first page the rows come first. brief: only what stands
 * before the first row. */
void plain_page(const struct page *p, struct line_rows picked, bool brief, FILE *out);

/* Prints the rows that can be picked. */
void plain_rows(const struct page *p, struct line_rows picked, FILE *out);

/* Prints one row, from 0, with its findings. */
void plain_row(const struct page *p, int row, struct line_rows picked, FILE *out);

/* Prints what the focused row asks for: its name, what it has, and what helps to fill it in; or
 * the question that the rows answer, and these. */
void plain_question(const struct page *p, struct line_rows picked, FILE *out);

/* Prints the notice, if there is one. */
void plain_notice(const struct page *p, FILE *out);

#endif
