/* SPDX-License-Identifier: MIT */
/* Prints a page as lines that can be read aloud; part of plain. */
#ifndef PLAIN_PAGE_H
#define PLAIN_PAGE_H

#include <stdio.h>

#include "view/page.h"

/* Prints badge, title and every block; rows are numbered from 1. */
void plain_page(const struct page *p, FILE *out);

/* Prints the blocks of one row, from 0, with its findings. */
void plain_row(const struct page *p, int row, FILE *out);

/* Prints the notice, if there is one. */
void plain_notice(const struct page *p, FILE *out);

#endif
