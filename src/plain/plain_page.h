/* SPDX-License-Identifier: MIT */
/* A page as lines to be read aloud; part of plain. */
#ifndef PLAIN_PAGE_H
#define PLAIN_PAGE_H

#include <stdio.h>

#include "view/page.h"

/* The whole page: place, then every block; what can be chosen is numbered from 1. */
void plain_page(const struct page *p, FILE *out);

/* Only the lines about one row (from 0): what changed. */
void plain_row(const struct page *p, int row, FILE *out);

/* Only the page's notice, when there is one. */
void plain_notice(const struct page *p, FILE *out);

#endif
