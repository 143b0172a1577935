/* SPDX-License-Identifier: MIT */
/* The screen that the student is on: what it shows and what an action does there. */
#ifndef SCREENS_H
#define SCREENS_H

#include "view/page.h"
#include "wizard/wizard.h"

/* Builds the page; free it with page_free(). */
void screens_build(struct page *p, const struct wizard *w);

/* Carries out an action; returns a set of enum effect. An action without a meaning here does
 * nothing. */
unsigned screens_apply(struct wizard *w, struct action a);

/* Which rows of the key table apply. */
enum key_context screens_context(const struct wizard *w);

/* How many rows can be focused, and which one is, from 0. */
size_t screens_rows(const struct wizard *w);
size_t screens_focus(const struct wizard *w);

/* The line being typed; NULL if keys are commands. */
struct line_edit *screens_editing(struct wizard *w);

/* The form that is filled in; NULL if there is none. */
const struct form *screens_form(const struct wizard *w);

/* The field of the form that has the focus; NULL if there is no form. */
const struct form_field *screens_field(const struct wizard *w);

/* Finds the row with that label or text, as it is written in the guide or on the screen. Returns
 * false if there is none. */
bool screens_find_row(const struct wizard *w, const char *name, size_t *row);

/* Returns true if a field of the form, or a text typed in the verification, has a finding with that
 * code. */
bool screens_finding(const struct wizard *w, const char *code);

/* Returns true while the page changes every second. */
bool screens_ticking(const struct wizard *w);

#endif
