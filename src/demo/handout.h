/* SPDX-License-Identifier: MIT */
/* Writes what a demo showed, for paper or a group chat, for people who missed it. */
#ifndef HANDOUT_H
#define HANDOUT_H

#include "demo/demo.h"

enum handout_format { HANDOUT_TEXT, HANDOUT_MARKDOWN, HANDOUT_HTML };

/* Sets the format by the ending of a file name. Returns false unless it is .txt, .md or .html. */
bool handout_format(const char *path, enum handout_format *out);

/* Plays a demo that has not begun, and returns each caption with the mistake that it is about, then
 * deadline, contacts and the QR code of the first link. UTF-8, owned by the caller. */
char *handout_make(const struct demo *d, enum handout_format format);

#endif
