/* SPDX-License-Identifier: MIT */
/* Prints a page as lines that can be read aloud; part of plain. */
#ifndef PLAIN_PAGE_H
#define PLAIN_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "plain/plain_line.h"
#include "view/page.h"

/* All functions print UTF-8, and number the rows that can be picked from 1. */

/* Prints every block but figures and the program's title; addresses and quiet paragraphs come last.
 * On the first page, the rows come first. brief: prints only what is before the first row. */
void plain_page(const struct page *p, struct line_rows picked, bool brief, FILE *out);

/* Prints the rows that can be picked. */
void plain_rows(const struct page *p, struct line_rows picked, FILE *out);

/* Prints one row, from 0, with its findings. */
void plain_row(const struct page *p, int row, struct line_rows picked, FILE *out);

/* Prints what the focused row asks for: its name, its value and hints for filling it in; or the
 * question that the rows answer, and the rows. */
void plain_question(const struct page *p, struct line_rows picked, FILE *out);

/* Prints what the figure shows, in words. */
void plain_figure(const struct page *p, FILE *out);

/* Prints the notice, if there is one. */
void plain_notice(const struct page *p, FILE *out);

#endif
