/* SPDX-License-Identifier: MIT */
/* The stack of screens. Functions that change it return a set of enum effect. */
#ifndef NAVIGATION_H
#define NAVIGATION_H

#include "wizard/wizard.h"

/* The screen shown; and true if a screen is anywhere on the stack. */
enum screen_id wizard_screen(const struct wizard *w);
bool wizard_has_screen(const struct wizard *w, enum screen_id id);

/* True if the result is on the stack with no verification above it. */
bool wizard_at_result(const struct wizard *w);

/* Puts a screen on top and focuses its first row. If it is on the stack already, removes the
 * screens above it. */
unsigned wizard_push(struct wizard *w, enum screen_id id);

/* Removes the top screen, but never the last one. The screen below keeps its focus. */
unsigned wizard_pop(struct wizard *w);

/* Replaces the top screen. */
unsigned wizard_replace(struct wizard *w, enum screen_id id);

/* Moves the focus of the top screen up, down, to either end or to a row; EFFECT_UNHANDLED for other
 * actions. */
unsigned wizard_move_focus(struct wizard *w, size_t rows, struct action a);

/* The row of the present step that opens its rehearsal (the first row) or its verification (the row
 * after the items); SIZE_MAX if the step has neither. */
size_t wizard_activity_row(const struct wizard *w);

/* Shows a step of the guide, from 0; does nothing if there is no such step. Wipes the passwords if
 * it is another step than the present one. */
unsigned wizard_go_to_step(struct wizard *w, size_t step);

/* wizard_resume() shows the furthest step that was visited or, if that is done, the next one that
 * is not; after a self-check that succeeded, the step that verifies. wizard_next_step() shows the
 * step after the present one; after the last, the result. */
unsigned wizard_resume(struct wizard *w);

/* The step that wizard_resume() would show with that progress, from 0. */
size_t wizard_resume_step(const struct wizard *w, const struct progress *p);

unsigned wizard_next_step(struct wizard *w);

/* Leaves the verification for the record screen, to enter what the record lacks or to correct it;
 * that screen returns to the verification. */
unsigned wizard_enter_record(struct wizard *w);

/* Shows the result. Also has the report written if that was requested when the program started. */
unsigned wizard_finish(struct wizard *w);

/* Quits; asks first if something would be lost. */
unsigned wizard_leave(struct wizard *w);

/* Has the report written. Replaces a file of that name only if this run wrote it for the same
 * reader. */
unsigned wizard_write_report(struct wizard *w);

/* Exit status of the program: 0 the self-check succeeded, 1 it ended with a problem, 3 left before
 * the end. */
int wizard_exit_status(const struct wizard *w);

#endif
