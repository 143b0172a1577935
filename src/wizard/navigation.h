/* SPDX-License-Identifier: MIT */
/* The stack of screens. Functions that change it return a set of enum effect. */
#ifndef NAVIGATION_H
#define NAVIGATION_H

#include "wizard/wizard.h"

/* The screen shown, and whether one lies anywhere on the stack. */
enum screen_id wizard_screen(const struct wizard *w);
bool wizard_has_screen(const struct wizard *w, enum screen_id id);

/* True if the result is shown, or lies below other screens than the verification. */
bool wizard_at_result(const struct wizard *w);

/* Puts a screen on top, its first row focused; if it is on the stack, what lies over it is taken
 * away. */
unsigned wizard_push(struct wizard *w, enum screen_id id);

/* Takes away the top screen, but never the last. The one below keeps its focus. */
unsigned wizard_pop(struct wizard *w);

/* Puts a screen in place of the top one. */
unsigned wizard_replace(struct wizard *w, enum screen_id id);

/* Moves the focus of the top screen up, down, to either end or to a row; EFFECT_UNHANDLED for other
 * actions. */
unsigned wizard_move_focus(struct wizard *w, size_t rows, struct action a);

/* The row of the present step with its rehearsal, which comes first, or its verification, which
 * comes last but one; SIZE_MAX if it has neither. */
size_t wizard_activity_row(const struct wizard *w);

/* Shows a step of the guide, from 0; does nothing if there is no such step. Another step than the
 * present one wipes the passwords. */
unsigned wizard_go_to_step(struct wizard *w, size_t step);

/* The same for the step of the saved progress (the first if the guide lacks it), after a self-check
 * that succeeded for the one that verifies, and for the step after this one (the result after the
 * last). */
unsigned wizard_resume(struct wizard *w);
size_t wizard_resume_step(const struct wizard *w); /* which that is, from 0 */
unsigned wizard_next_step(struct wizard *w);

/* Leaves the verification to enter what the record lacks, or to mend it, and comes back to it. */
unsigned wizard_enter_record(struct wizard *w);

/* Shows the result, and has the report written if that was asked for at the start. */
unsigned wizard_finish(struct wizard *w);

/* Quits; asks first if something would be lost. */
unsigned wizard_leave(struct wizard *w);

/* Has the report written; a file that this run wrote is replaced. */
unsigned wizard_write_report(struct wizard *w);

/* Exit status of the program: 0 the self-check succeeded, 1 it ended with a problem, 3 left before
 * the end. */
int wizard_exit_status(const struct wizard *w);

#endif
