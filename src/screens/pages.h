/* SPDX-License-Identifier: MIT */
/* Builds pages from the wizard's state. */
#ifndef PAGES_H
#define PAGES_H

#include "model/faq.h"
#include "model/guide.h"
#include "view/page.h"
#include "wizard/wizard.h"

/* Builds the page of the wizard's present screen; free it with page_free(). */
void page_make(struct page *p, const struct wizard *w);

/* Builds a page of the whole guide: legal basis, steps, notes, contacts, and the FAQ unless it is NULL. */
void page_make_guide(struct page *p, const struct guide *g, const struct faq *faq);

/* Which keys work on the present screen, and on the one beneath an overlay. */
enum key_context screen_key_context(const struct wizard *w);
enum key_context screen_key_context_beneath(const struct wizard *w);

#endif
