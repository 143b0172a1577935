/* SPDX-License-Identifier: MIT */
/* The kinds of text that the guide, the FAQ and the demo's script share. */
#ifndef GUIDE_TEXT_H
#define GUIDE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum { GUIDE_IDS_MAX = 512 }; /* in one document, of all kinds */

/* Paragraphs; pairs of `**` mark emphasis within one. */
struct guide_text {
	size_t count;
	const char **lines;
};

/* Facts newer than the source, shown in addition to it, the newest first. */
struct guide_later {
	const char *as_of; /* "2023", "2023-10-20" */
	const char *text;
};

/* An answer to choose, and what it leads to. */
struct guide_option {
	const char *id, *label;
	struct guide_text advice;
	bool recovers; /* of an account: there is one; the advice is an introduction and what to do */
};

#endif
