/* SPDX-License-Identifier: MIT */
/* Prints findings as a line of text, and checks what holds for all findings. */
#ifndef EXPECT_FINDINGS_H
#define EXPECT_FINDINGS_H

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/sentence.h"

/* Writes "id.space@7 id.lowercase-x@19", or "" if there is none. Returns out. */
static inline const char *codes_of(const struct findings *f, char *out, size_t size)
{
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count && n < size; i++)
		n += (size_t)snprintf(out + n, size - n, "%s%s@%zu", i > 0 ? " " : "",
				      finding_code_name(f->items[i].code), f->items[i].at);
	return out;
}

/* The sentence for a student; static until the next but one call. */
static inline const char *says(const struct finding *f)
{
	static char sentences[2][SENTENCE_MAX];
	static int next;

	next = !next;
	return sentence_make(f, SENTENCE_TYPING, sentences[next]);
}

/* Whether it is a short, clean, whole sentence. */
static inline bool sentence_sound(const char *sentence)
{
	enum { TWO_LINES = 120 };
	size_t len = strlen(sentence);

	if (len < 3 || text_valid_bytes(sentence, len) != len ||
	    strcmp(sentence + len - 3, "。") != 0 || text_width(sentence) > TWO_LINES)
		return false;
	for (size_t b = 0; b < len;) {
		uint32_t cp = 0;

		b += text_decode(sentence + b, len - b, &cp);
		if (text_is_invisible(cp) || text_clean_char(cp) != cp || cp == '\n')
			return false;
	}
	return true;
}

/* Whether every place is within the value and in order, every sentence of every kind sound. */
static inline bool findings_sound(const struct findings *f, const char *value)
{
	size_t length = text_length(value), before = 0;

	if (f->count > FINDINGS_MAX)
		return false;
	for (size_t i = 0; i < f->count; i++) {
		const struct finding *item = &f->items[i];
		char sentence[SENTENCE_MAX];

		if (item->at > length || item->at < before)
			return false;
		for (unsigned how = 0; how < 16; how++)
			if (!sentence_sound(sentence_make(item, how, sentence)))
				return false;
		before = item->at;
	}
	return true;
}

#endif
