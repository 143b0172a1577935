/* SPDX-License-Identifier: MIT */
/* What a demo showed, on paper and for a group chat: for those who missed it. */
#ifndef HANDOUT_H
#define HANDOUT_H

#include "app/app.h"
#include "demo/demo_script.h"
#include "rules/record.h"

enum handout_format { HANDOUT_TEXT, HANDOUT_MARKDOWN, HANDOUT_HTML };

/* The format that the name of a file asks for; false: none of .txt, .md and .html. */
bool handout_format(const char *path, enum handout_format *out);

/* Plays the script at once and writes down each caption with the mistake it is about, then deadline, contacts and
 * the code of the first link. Owned by the caller, UTF-8. The rest as in demo_rehearse(). */
char *handout_make(const struct demo_script *s, const struct record *records,
		   const char *guide_path, const struct guide *guide, struct app *app,
		   enum handout_format format);

#endif
