/* SPDX-License-Identifier: MIT */
/* The kinds of text that the guide, the FAQ and the demo's script share. */
#ifndef GUIDE_TEXT_H
#define GUIDE_TEXT_H

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

/* An item that the student ticks off. */
struct guide_item {
	const char *id; /* stable: the progress refers to it */
	const char *text;
};

/* An answer to choose, with the advice that follows it. */
struct guide_option {
	const char *id, *label;
	struct guide_text advice;
	/* Items that recover an existing account; the first line of the advice introduces them. */
	size_t item_count;
	struct guide_item *items;
};

#endif
