/* SPDX-License-Identifier: MIT */
/* The whole guide on one page, to be read without a wizard. */
#ifndef GUIDE_PAGE_H
#define GUIDE_PAGE_H

#include "model/faq.h"
#include "model/guide.h"
#include "view/page.h"

/* Builds the page: legal basis, steps, notes, contacts, and the FAQ unless it is NULL. Free it with
 * page_free(). */
void guide_page_build(struct page *p, const struct guide *g, const struct faq *faq);

#endif
