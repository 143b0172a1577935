/* SPDX-License-Identifier: MIT */
/* The front end that reads and prints lines, without escape sequences, and prints nothing twice:
 * for screen readers, dumb terminals and scripts. */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdbool.h>
#include <stdio.h>

#include "app/app.h"
#include "demo/demo.h"
#include "model/faq.h"
#include "model/guide.h"

/* Asks and answers until the student leaves, the input ends or the output cannot be written. why:
 * the reason for this mode, printed in the first line. hide_hints: prompts name no commands.
 * Returns false if it ended at a line that is too long (LINE_IN_MAX). */
bool plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints);

/* Plays a demo: the caption of each beat, then the page it leads to. Waits for Enter after each
 * beat unless the demo is automatic, and then ends after the last. Ends at q or the end of input.
 * Returns as plain_run() does. */
bool plain_demo(struct demo *d, FILE *in, FILE *out, const char *why);

/* Prints the whole guide, lines broken at 78 columns; faq may be NULL. */
void plain_print_guide(const struct guide *g, const struct faq *faq, FILE *out);

#endif
