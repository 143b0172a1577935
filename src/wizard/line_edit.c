/* SPDX-License-Identifier: MIT */
#include "wizard/line_edit.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* before() and after() return the bytes of the character that ends or begins at `at`; combining
 * marks belong to their base. The text is always well-formed, as line_edit_insert() drops bad
 * bytes. */
static size_t before(const struct line_edit *e, size_t at)
{
	size_t start = at;
	uint32_t cp = 0;

	while (start > 0) {
		do
			start--;
		while (start > 0 && (e->text[start] & 0xC0) == 0x80);
		text_decode(e->text + start, at - start, &cp);
		if (text_char_width(cp) > 0)
			break;
	}
	return at - start;
}

static size_t after(const struct line_edit *e, size_t at)
{
	size_t end = at;
	uint32_t cp;

	while (end < e->len) {
		size_t step = text_decode(e->text + end, e->len - end, &cp);

		if (end > at && text_char_width(cp) > 0)
			break;
		end += step;
	}
	return end - at;
}

/* Deletes count bytes and overwrites the place they leave, as they may be a password. */
static void cut(struct line_edit *e, size_t start, size_t count)
{
	memmove(e->text + start, e->text + start + count, e->len - start - count);
	explicit_bzero(e->text + e->len - count, count);
	e->len -= count;
	e->caret = start;
}

/* Copies the characters that a line can hold. Returns their length in bytes; more than
 * LINE_EDIT_MAX if they are too long for any line. */
static size_t keep_typable(const char *text, char out[LINE_EDIT_MAX + 4])
{
	size_t len = strlen(text), n = 0;
	uint32_t cp;

	while (len > 0 && (text[len - 1] == '\n' || text[len - 1] == '\r'))
		len--;
	while (len > 0 && (*text == '\n' || *text == '\r'))
		text++, len--;
	for (size_t at = 0; at < len && n <= LINE_EDIT_MAX;) {
		size_t step = text_decode(text + at, len - at, &cp);

		if (step == 0) {
			at++;
			continue;
		}
		at += step;
		if (cp == '\n' || cp == '\r')
			cp = ' ';
		if ((cp < 0x20 && cp != '\t') || (cp >= 0x7F && cp < 0xA0))
			continue;
		n += text_encode(cp, out + n);
	}
	return n;
}

bool line_edit_insert(struct line_edit *e, const char *text)
{
	char typed[LINE_EDIT_MAX + 4];
	size_t n = keep_typable(text, typed);
	bool fits = n <= LINE_EDIT_MAX - e->len;

	if (fits) {
		memmove(e->text + e->caret + n, e->text + e->caret, e->len - e->caret);
		memcpy(e->text + e->caret, typed, n);
		e->caret += n;
		e->len += n;
		e->text[e->len] = '\0';
	}
	explicit_bzero(typed, sizeof typed);
	return fits;
}

bool line_edit_set(struct line_edit *e, const char *text)
{
	line_edit_wipe(e);
	return line_edit_insert(e, text);
}

/* Start of the run of blanks (or of other characters, if blank is false) that ends at `at`. */
static size_t run_before(const struct line_edit *e, size_t at, bool blank)
{
	size_t n;
	uint32_t cp;

	while ((n = before(e, at)) > 0) {
		text_decode(e->text + at - n, n, &cp);
		if (text_is_blank(cp) != blank)
			break;
		at -= n;
	}
	return at;
}

bool line_edit_apply(struct line_edit *e, enum action_kind kind)
{
	size_t start = e->caret;

	switch (kind) {
	case ACTION_ERASE_BEFORE:
		start -= before(e, e->caret);
		break;
	case ACTION_ERASE_WORD:
		start = run_before(e, run_before(e, e->caret, true), false);
		break;
	case ACTION_ERASE_AFTER:
		cut(e, e->caret, after(e, e->caret));
		return true;
	case ACTION_ERASE_TO_END:
		cut(e, e->caret, e->len - e->caret);
		return true;
	case ACTION_ERASE_ALL:
		line_edit_wipe(e);
		return true;
	case ACTION_CARET_LEFT:
		e->caret -= before(e, e->caret);
		return true;
	case ACTION_CARET_RIGHT:
		e->caret += after(e, e->caret);
		return true;
	case ACTION_CARET_HOME:
		e->caret = 0;
		return true;
	case ACTION_CARET_END:
		e->caret = e->len;
		return true;
	default:
		return false;
	}
	cut(e, start, e->caret - start);
	return true;
}

char *line_edit_stars(const struct line_edit *e)
{
	size_t count = text_length(e->text);
	char *stars = xmalloc(count + 1);

	memset(stars, '*', count);
	stars[count] = '\0';
	return stars;
}

void line_edit_wipe(struct line_edit *e)
{
	explicit_bzero(e, sizeof *e);
}
