/* SPDX-License-Identifier: MIT */
/* Says text in portions that a listener can keep in mind; part of plain. */
#ifndef PLAIN_SAY_H
#define PLAIN_SAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The most Chinese characters that are said after one line of input, the prompt included. */
enum { SAY_MAX = 40 };

/* What is to be said, and how much of it has been said. Start with zeroes. */
struct plain_say {
	char *text; /* owned; NULL: nothing */
	size_t at;  /* bytes that have been said */
};

/* Replaces what is to be said by text, and takes ownership of text. */
void plain_say_set(struct plain_say *say, char *text);

bool plain_say_has_more(const struct plain_say *say);

/* Says the next portion, short enough to leave space for the prompt within SAY_MAX. */
void plain_say_next(struct plain_say *say, const char *prompt, FILE *out);

/* Says the prompt or, while there is more to say, how to hear that. */
void plain_say_ask(const struct plain_say *say, const char *prompt, FILE *out);

/* Wipes what is to be said. */
void plain_say_end(struct plain_say *say);

/* Returns the bytes of the next portion of text, at most `most` Chinese characters: whole lines and
 * sentences, or a longer sentence up to a pause. */
size_t plain_say_portion(const char *text, size_t most);

#endif
