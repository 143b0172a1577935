/* SPDX-License-Identifier: MIT */
/* Says text in portions that can be kept in mind by who hears it; part of plain. */
#ifndef PLAIN_SAY_H
#define PLAIN_SAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* The most Chinese characters that are said after one line of input, the prompt included. */
enum { SAY_MAX = 40 };

/* What is to be said, and how far it has been; starts as zeroes. */
struct plain_say {
	char *text; /* owned; NULL: nothing */
	size_t at;  /* bytes that were said */
};

/* Replaces what is to be said by text, which say owns from now on. */
void plain_say_set(struct plain_say *say, char *text);

bool plain_say_has_more(const struct plain_say *say);

/* Says the next portion, short enough for the prompt that follows. */
void plain_say_next(struct plain_say *say, const char *prompt, FILE *out);

/* Says the prompt; while there is more to say, how to hear it. */
void plain_say_ask(const struct plain_say *say, const char *prompt, FILE *out);

/* Wipes what is to be said. */
void plain_say_end(struct plain_say *say);

/* The bytes of the next portion of text, of at most `most` Chinese characters: whole lines and sentences; of a sentence
 * that is longer, up to a pause. */
size_t plain_say_portion(const char *text, size_t most);

#endif
