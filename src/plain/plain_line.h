/* SPDX-License-Identifier: MIT */
/* What the prompt asks for, and what a line of input means there; part of plain.
 *
 * Commands are a slash and a letter, everywhere; where nothing is typed the letter is enough. */
#ifndef PLAIN_LINE_H
#define PLAIN_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "app/app.h"

/* What the front end is to do about a line. */
enum line_meaning {
	LINE_UNKNOWN,  /* neither an answer nor a command */
	LINE_DONE,     /* applied: say what changed */
	LINE_COMMANDS, /* list the commands */
	LINE_FIGURE,   /* say what the figure shows */
	LINE_WHOLE,    /* say the page from its top */
	LINE_MORE      /* go on reading */
};

/* Rows that are picked by a number, from 1. first: the index of the first, from 0. count 0: there
 * are none. */
struct line_rows {
	size_t first, count;
};

/* Returns the rows of the current page that are picked by a number. */
struct line_rows line_rows(const struct wizard *w);

/* Returns true if rows are asked for one after the other: those of a form, or of the
 * verification. */
bool line_asks_rows(const struct wizard *w);

/* Returns true if the focused row is a choice, whose options ACTION_NEXT lists on a page of its
 * own. */
bool line_is_choice(const struct wizard *w);

/* Applies a line. listed: the page lists the options of a row that was asked for. */
enum line_meaning line_apply(struct app *app, const char *text, bool listed);

/* Prints what to enter now: "选 1 到 3：". Commands follow the first "，". */
void line_prompt(const struct wizard *w, FILE *out);

/* Prints the commands that work now, one a line. */
void line_list_commands(const struct wizard *w, FILE *out);

/* Returns true if what is entered is a password, which must not be echoed. */
bool line_is_hidden(const struct wizard *w);

#endif
