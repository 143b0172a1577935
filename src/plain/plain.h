/* SPDX-License-Identifier: MIT */
/* The front end without a screen: a line at a time, no escape sequence, nothing drawn twice. For screen
 * readers, dumb terminals, scripts. */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdio.h>

#include "app/app.h"
#include "model/faq.h"
#include "model/guide.h"

/* Asks and answers until the student leaves or the input ends. why: how this mode was chosen, said in
 * the first line. hide_hints: prompts say what is asked, and no keys. */
void plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints);

/* The whole guide as text, lines broken at 78 columns; faq may be NULL. */
void plain_print_guide(const struct guide *g, const struct faq *faq, FILE *out);

#endif
