/* SPDX-License-Identifier: MIT */
/* What a demo showed, on paper and for a group chat: for those who missed it. */
#ifndef HANDOUT_H
#define HANDOUT_H

#include "demo/demo.h"

enum handout_format { HANDOUT_TEXT, HANDOUT_MARKDOWN, HANDOUT_HTML };

/* The format that the name of a file asks for; false: none of .txt, .md and .html. */
bool handout_format(const char *path, enum handout_format *out);

/* Plays a demo that has not begun, and writes down each caption with the mistake it is about, then deadline, contacts
 * and the code of the first link. Owned by the caller, UTF-8. */
char *handout_make(const struct demo *d, enum handout_format format);

#endif
