/* SPDX-License-Identifier: MIT */
/* Asks for the fields of a form one line at a time; part of plain. */
#ifndef PLAIN_FORM_H
#define PLAIN_FORM_H

#include <stdbool.h>
#include <stdio.h>

#include "app/app.h"

/* Prints the prompt for the focused field; hide_hints: without what could be entered. */
void plain_form_prompt(const struct app *app, bool hide_hints, FILE *out);

/* Prints the options of the focused field by their numbers, if it is a choice. */
void plain_form_options(const struct app *app, FILE *out);

/* Prints the commands of a form, one a line; compares: of what the site shows. */
void plain_form_list_commands(bool compares, FILE *out);

/* Whether the focused field is a password, which must not be echoed. */
bool plain_form_hides(const struct app *app);

/* Answers a choice, a tick or a button; false: the text is no answer to it. */
bool plain_form_choose(struct app *app, const char *text);

/* Does a command, given without its slash; false: there is no such command. */
bool plain_form_command(struct app *app, const char *text);

/* The number that the whole text is, 1 to 999; 0: none. */
unsigned plain_number(const char *text);

#endif
