/* SPDX-License-Identifier: MIT */
/* The report that a student takes to the college: steps done, the verdict, and for each problem what the site
 * shows, what is right, what to bring and who corrects it. */
#ifndef REPORT_H
#define REPORT_H

#include "wizard/wizard.h"

enum report_format { REPORT_TEXT, REPORT_MARKDOWN, REPORT_JSON };

/* By the end of the file's name: .md, .json; anything else is text. */
enum report_format report_format(const char *path);

/* Why no report can be written there: no name, or the end of a format that is not ours. NULL: it can. */
const char *report_refused(const char *path);

/* Makes the report, owned by the caller, who wipes it. */
char *report_make(const struct wizard *w, enum report_format format, enum report_form form);

#endif
