/* SPDX-License-Identifier: MIT */
/* Blocks that several screens show. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "model/faq.h"
#include "model/guide.h"
#include "rules/finding.h"
#include "view/page.h"

/* Findings of a value, below the block that was given it. how: as of sentence_make(). */
void add_findings(struct page *p, const char *value, const struct findings *found, unsigned how);

/* Parts of the guide and the FAQ. */
void add_laws(struct page *p, const struct guide *g);
/* What holds now stands before what the source says; then the links. */
void add_step_text(struct page *p, const struct guide_step *step);
void add_figure(struct page *p, const struct guide_step *step);
void add_later(struct page *p, const struct guide_later *later, size_t count);
void add_note(struct page *p, const struct guide_note *note);
void add_notes(struct page *p, const struct guide *g);
void add_contacts(struct page *p, const struct guide *g);
void add_answer(struct page *p, const struct faq_answer *answer);
void add_site_message(struct page *p, const struct faq_site_message *message);

/* What a step is for beside its items, as a thing to do; NULL if there is no more. */
const char *activity_text(const struct guide_step *step);

#endif
