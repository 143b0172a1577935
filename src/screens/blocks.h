/* SPDX-License-Identifier: MIT */
/* Blocks that several screens show. */
#ifndef BLOCKS_H
#define BLOCKS_H

#include "model/faq.h"
#include "model/guide.h"
#include "rules/finding.h"
#include "view/page.h"

/* Adds the findings about a value, below the block that shows the value. how: see
 * sentence_make(). */
void add_findings(struct page *p, const char *value, const struct findings *found, unsigned how);

/* Says, below a field, that the presentation hides the value and how to show it. */
void add_hidden(struct page *p);

/* Parts of the guide and the FAQ. */
void add_laws(struct page *p, const struct guide *g);
/* Adds what has changed since (step->later), then the text of the source, then the links. */
void add_step_text(struct page *p, const struct guide_step *step);
void add_figure(struct page *p, const struct guide_step *step);
void add_later(struct page *p, const struct guide_later *later, size_t count);
void add_note(struct page *p, const struct guide_note *note);
void add_notes(struct page *p, const struct guide *g);
void add_contacts(struct page *p, const struct guide *g);
void add_answer(struct page *p, const struct faq_answer *answer);
void add_site_message(struct page *p, const struct faq_site_message *message);

/* The rehearsal or verification of a step, worded as a thing to do; NULL if the step has
 * neither. */
const char *activity_text(const struct guide_step *step);

#endif
