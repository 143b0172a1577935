/* SPDX-License-Identifier: MIT */
#include "view/screen_text.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

#define OPENING "“"
#define CLOSING "”"

static const struct {
	const char *from, *to;
} replacements[] = {
	{ " · ", " - " }, { " — ", " - " }, { "——", " - " }, { "—", "-" },
	{ "–", "-" },     { "……", "..." },  { "…", "..." },  { "→", ">" },
	{ "←", "<" },     { "‘", "『" },    { "’", "』" },
};

/* Returns true if the quotation is one character that is a sign, such as a dot: brackets without
 * blanks would hide how wide it is. */
static bool is_sign(const char *quoted, size_t len)
{
	uint32_t cp;

	return text_decode(quoted, len, &cp) == len && cp >= 0x80 && !text_is_ideograph(cp);
}

static bool is_emphasised(const char *quoted, size_t len)
{
	return len > 4 && strncmp(quoted, "**", 2) == 0 && strncmp(quoted + len - 2, "**", 2) == 0;
}

/* Writes the bracket for an opening quotation mark and sets *closing to its counterpart; a quoted
 * sign is written at once, in both its brackets. Returns the bytes read. */
static size_t open_quotation(const char *text, char **out, const char **closing)
{
	const char *quoted = text + strlen(OPENING), *end = strstr(quoted, CLOSING);
	size_t len = end != NULL ? (size_t)(end - quoted) : 0;

	*closing = "」";
	if (is_sign(quoted, len)) {
		*out = stpcpy(mempcpy(stpcpy(*out, "[ "), quoted, len), " ]");
		return strlen(OPENING) + len + strlen(CLOSING);
	}
	*closing = is_emphasised(quoted, len) ? "】" : "」";
	*out = stpcpy(*out, is_emphasised(quoted, len) ? "【" : "「");
	return strlen(OPENING);
}

/* Returns true if this byte may begin a character to replace. Few bytes of a page do. */
static bool may_begin(char byte)
{
	return byte == ' ' || byte == *OPENING;
}

static size_t replace(const char *text, char **out)
{
	for (size_t i = 0; i < sizeof replacements / sizeof replacements[0]; i++) {
		size_t len = strlen(replacements[i].from);

		if (strncmp(text, replacements[i].from, len) == 0) {
			*out = stpcpy(*out, replacements[i].to);
			return len;
		}
	}
	*(*out)++ = *text;
	return 1;
}

char *screen_text(const char *text)
{
	/* No replacement is longer than what it replaces. */
	char *clean = text_clean(text), *shown = xmalloc(strlen(clean) + 1), *out = shown;
	const char *closing = "」";

	for (const char *at = clean; *at != '\0';) {
		if (!may_begin(*at)) {
			*out++ = *at++;
		} else if (strncmp(at, OPENING, strlen(OPENING)) == 0) {
			at += open_quotation(at, &out, &closing);
		} else if (strncmp(at, CLOSING, strlen(CLOSING)) == 0) {
			out = stpcpy(out, closing);
			at += strlen(CLOSING);
		} else {
			at += replace(at, &out);
		}
	}
	*out = '\0';
	xwipe(clean);
	return shown;
}

char *screen_text_line(const char *text)
{
	char *line = text_clean_line(text), *shown = screen_text(line);

	xwipe(line);
	return shown;
}
