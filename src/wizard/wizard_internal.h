/* SPDX-License-Identifier: MIT */
/* How the wizard's own sources share the work; nobody else includes this. Results are effects. */
#ifndef WIZARD_INTERNAL_H
#define WIZARD_INTERNAL_H

#include "wizard/wizard.h"

/* Up, down and pick in the list of the present page. */
unsigned wizard_move_focus(struct wizard *w, struct action a);

/* A click on a line: marks it, and does what it is for unless there is more than one answer to it. */
unsigned wizard_click(struct wizard *w, unsigned line);

unsigned wizard_apply_form(struct wizard *w, struct action a);   /* where wizard_form() is one */
unsigned wizard_apply_slip(struct wizard *w, struct action a);   /* OVERLAY_SLIP, OVERLAY_REPLACE */
unsigned wizard_apply_verify(struct wizard *w, struct action a); /* SCREEN_VERIFY */
unsigned wizard_apply_overlay(struct wizard *w, struct action a);

/* That overlay, from its first line; OVERLAY_NONE: the page beneath again. */
unsigned wizard_show_overlay(struct wizard *w, enum wizard_overlay overlay);

/* Help, notes, FAQ and leaving, from any page; false: the action is none of these. */
bool wizard_open_overlay(struct wizard *w, struct action a, unsigned *effects);

/* Closes an overlay that is only read, as choosing a step in the sidebar does; no question is closed. */
void wizard_close_reading(struct wizard *w);

/* The links of the present page, from any page; false: the action is not about them. */
bool wizard_apply_link(struct wizard *w, struct action a, unsigned *effects);

/* The roster, unless the last miss was but now. */
unsigned wizard_ask_roster(struct wizard *w);

/* Another record is that of the student; NULL: none is. */
void wizard_take_record(struct wizard *w, const struct record *record);

/* What follows when a page is done with, or given up. */
unsigned wizard_finish_form(struct wizard *w);
unsigned wizard_open_slip(struct wizard *w);
unsigned wizard_write_slip(struct wizard *w); /* over what this run wrote, unasked */
unsigned wizard_leave_form(struct wizard *w);
unsigned wizard_leave_verify(struct wizard *w, bool finished);

/* An editing action on a line; false: it is none. What does not fit is told in the notice. */
bool wizard_edit(struct wizard *w, struct line_edit *line, struct action a);

/* Takes sex and date of birth from the record, or from its number where it has none. */
void wizard_read_record(struct wizard *w);

#endif
