/* SPDX-License-Identifier: MIT */
/* Checks that a valid JSON file with one mistake is refused with one problem, at the right place.
 * For files whose strings contain neither quotes nor brackets. */
#ifndef EXPECT_REFUSED_H
#define EXPECT_REFUSED_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "support/memory_file.h"

/* The loader under test: whether it accepts the file. */
typedef bool refused_reader(const char *path, struct diag *d);

/* A range of bytes in a text. */
struct part {
	size_t at, len;
};

/* A mistake: the first `from` is replaced by `to`, in which a backquote, not inserted, marks the
 * place of the problem. */
struct mistake {
	const char *from, *to, *says;
};

/* Reads a whole file. Owned by the caller. */
static inline char *read_all(const char *path)
{
	struct diag d = { 0 };
	size_t len;
	char *bytes = file_read(path, 1024 * 1024, &len, &d);

	if (bytes == NULL)
		fail_msg("%s: %s", path, d.items[0].text);
	return bytes;
}

/* A copy with the part replaced. Owned by the caller. */
static inline char *put(const char *text, struct part part, const char *with)
{
	return xasprintf("%.*s%s%s", (int)part.at, text, with, text + part.at + part.len);
}

/* Reads a file and replaces the first `from` by `to`. Owned by the caller. */
static inline char *read_with(const char *path, const char *from, const char *to)
{
	char *text = read_all(path), *at = strstr(text, from), *edited;

	if (at == NULL)
		fail_msg("%s: not there to be changed: %s", path, from);
	edited = put(text, (struct part){ (size_t)(at - text), strlen(from) }, to);
	free(text);
	return edited;
}

/* Expects count problems, one of them at this byte and with these words. */
static inline void expect_refused(refused_reader *reads, const char *text, size_t at, size_t count,
				  const char *says)
{
	struct diag d = { 0 };
	size_t line = 1, column = 1;

	for (const char *c = text; c < text + at; c++) {
		column = *c == '\n' ? 1 : column + ((*c & 0xC0) != 0x80);
		line += *c == '\n';
	}
	if (reads(path_of_text(text), &d))
		fail_msg("taken, not %zu:%zu: %s:\n%s", line, column, says, text);
	for (size_t i = 0; i < d.count && i < DIAG_MAX && d.count == count; i++)
		if (d.items[i].line == line && d.items[i].column == column &&
		    strstr(d.items[i].text, says) != NULL)
			return;
	fail_msg("%zu problems, the first %zu:%zu: %s; not %zu:%zu: %s:\n%s", d.count,
		 d.items[0].line, d.items[0].column, d.items[0].text, line, column, says, text);
}

static inline void expect_mistakes(refused_reader *reads, const char *path,
				   const struct mistake *mistakes, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char *spoilt = read_with(path, mistakes[i].from, mistakes[i].to);
		char *mark = strchr(spoilt, '`');

		assert_non_null(mark);
		memmove(mark, mark + 1, strlen(mark));
		expect_refused(reads, spoilt, (size_t)(mark - spoilt), 1, mistakes[i].says);
		free(spoilt);
	}
}

/* Finds the next string after part, with its quotes. Start with a part of zeroes. */
static inline bool next_string(const char *text, struct part *part)
{
	const char *open = strchr(text + part->at + part->len, '"');

	if (open == NULL)
		return false;
	part->at = (size_t)(open - text);
	part->len = strcspn(open + 1, "\"") + 2;
	return true;
}

static inline bool is_key(const char *text, struct part part)
{
	return text[part.at + part.len] == ':';
}

static inline bool is_member_of(const char *text, struct part value, const char *key)
{
	size_t len = strlen(key);

	return value.at >= len && memcmp(text + value.at - len, key, len) == 0;
}

/* A part, by its beginning, that gives another number of problems than usual when it is wrong. */
struct special {
	const char *begins;
	size_t problems;
};

/* How many problems the part gives. The special ones end with NULL. */
static inline size_t problems_of(const char *at, const struct special *special, size_t usual)
{
	for (; special->begins != NULL; special++)
		if (strncmp(at, special->begins, strlen(special->begins)) == 0)
			return special->problems;
	return usual;
}

/* Misspells each key in turn: it is reported as unknown, and as missing if it is required. */
static inline void expect_every_key(refused_reader *reads, const char *text,
				    const struct special *special)
{
	for (struct part part = { 0 }; next_string(text, &part);) {
		int len = (int)part.len - 2;
		const char *key = text + part.at + 1;
		char *says = xasprintf("不认得“%.*s!”这一项", len, key);
		char *with = xasprintf("\"%.*s!\"", len, key);
		char *spoilt = put(text, part, with);

		if (is_key(text, part))
			expect_refused(reads, spoilt, part.at,
				       problems_of(text + part.at, special, 2), says);
		free(says);
		free(with);
		free(spoilt);
	}
}

/* Replaces each string in turn, except "$schema". */
static inline void expect_every_string(refused_reader *reads, const char *text,
				       const struct special *special, const char *with,
				       const char *says)
{
	for (struct part part = { 0 }; next_string(text, &part);) {
		char *spoilt = put(text, part, with);

		if (!is_key(text, part) && !is_member_of(text, part, "\"$schema\": "))
			expect_refused(reads, spoilt, part.at,
				       problems_of(text + part.at, special, 1), says);
		free(spoilt);
	}
}

/* Replaces each list and object in turn, the outermost too. */
static inline void expect_every_container(refused_reader *reads, const char *text,
					  const struct special *special, const char *with,
					  const char *says)
{
	for (size_t at = strcspn(text, "[{"); text[at] != '\0';
	     at += 1 + strcspn(text + at + 1, "[{")) {
		struct part part = { at, 0 };
		int depth = 0;
		char *spoilt;

		do {
			char c = text[part.at + part.len++];

			depth += (c == '[' || c == '{') - (c == ']' || c == '}');
		} while (depth > 0);
		spoilt = put(text, part, with);
		expect_refused(reads, spoilt, at, problems_of(text + at, special, 1), says);
		free(spoilt);
	}
}

#endif
