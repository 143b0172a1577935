/* SPDX-License-Identifier: MIT */
/* How the page's own sources share the work; nobody else includes this. */
#ifndef PAGE_INTERNAL_H
#define PAGE_INTERNAL_H

#include "rules/finding.h"
#include "view/page.h"
#include "wizard/wizard.h"

void page_later(struct page *p, const struct guide_later *later, size_t count);
/* Findings of the value in the field before: `value` is what that block was given to show. */
void page_findings(struct page *p, const char *value, const struct findings *found);

void page_contacts(struct page *p, const struct guide *g);
void page_note(struct page *p, const struct guide_note *note);
void page_answer(struct page *p, const struct faq_answer *answer);
void page_laws(struct page *p, const struct guide *g);

void page_complaint(struct page *p, const struct faq_complaint *complaint);

/* The fields of a form, and the word beside one. */
void page_form(struct page *p, const struct wizard *w, const struct form *f);
/* Where what is shown is a mask of what was typed, masks what was found of it; whether there was need. */
bool page_mask(const struct wizard *w, const struct form_field *field, const char *value,
	       struct findings *found);
void page_form_state(struct block *b, const struct form_field *field, const struct findings *found);

/* One function for each kind of page. */
void page_welcome(struct page *p, const struct wizard *w);
void page_step(struct page *p, const struct wizard *w);
void page_step_text(struct page *p, const struct guide_step *step);
void page_details(struct page *p, const struct wizard *w);
void page_rehearsal(struct page *p, const struct wizard *w);
void page_review(struct page *p, const struct wizard *w);
void page_registered(struct page *p, const struct wizard *w);
void page_verify(struct page *p, const struct wizard *w);
void page_before(struct page *p, const struct wizard *w);
void page_login(struct page *p, const struct wizard *w);
void page_result(struct page *p, const struct wizard *w);
void page_overlay(struct page *p, const struct wizard *w);

#endif
