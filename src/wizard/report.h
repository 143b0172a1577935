/* SPDX-License-Identifier: MIT */
/* The report that a student takes to the college: steps done, the verdict, and for each problem
 * what the site shows, what is right, what to bring and who corrects it. */
#ifndef REPORT_H
#define REPORT_H

#include "wizard/wizard.h"

enum report_format { REPORT_TEXT, REPORT_MARKDOWN, REPORT_JSON };

/* The format by the extension of the file name: .md, .json; anything else is text. */
enum report_format report_format(const char *path);

/* A sentence why no report can be written to a path: it has no name, a wrong separator between
 * folders or an unknown extension. NULL if one can be written. */
const char *report_refused(const char *path);

/* Makes the report, owned by the caller, who wipes it. */
char *report_make(const struct wizard *w, enum report_format format, enum report_form form);

#endif
