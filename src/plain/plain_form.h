/* SPDX-License-Identifier: MIT */
/* The fields of a form, a line at a time. */
#ifndef PLAIN_FORM_H
#define PLAIN_FORM_H

#include <stdbool.h>
#include <stdio.h>

#include "app/app.h"

/* Asks for the field that has the focus; hide_hints: without saying what can be typed but a value. */
void plain_form_prompt(const struct wizard *w, bool hide_hints, FILE *out);

/* Whether what is typed next must not be echoed. */
bool plain_form_hides(const struct wizard *w);

/* An answer to a choice, a tick or a button; false: it is none. */
bool plain_form_choose(struct app *app, const char *text);

/* A command, without its slash; false: it is none. */
bool plain_form_command(struct app *app, const char *text);

/* A positive number that is the whole text; 0: it is none. */
unsigned plain_number(const char *text);

#endif
