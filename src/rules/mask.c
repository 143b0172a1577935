/* SPDX-License-Identifier: MIT */
#include "rules/mask.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id_other.h"

/* Returns the first and the last character; `stars` is the number of all characters. */
static struct mask measure(const char *s)
{
	struct mask m = { 0 };
	size_t len = strlen(s);
	const char *rest = s;

	/* the usual case: an ASCII number */
	if (len > 0 && text_is_ascii(s, len))
		return (struct mask){ (unsigned char)s[0], (unsigned char)s[len - 1], len };
	text_next(&rest, &m.first);
	for (; text_next(&s, &m.last); m.stars++)
		;
	return m;
}

struct mask mask_name(const char *name)
{
	struct mask m = { 0 };

	if (text_next(&name, &m.first))
		m.stars = text_length(name);
	return m;
}

struct mask mask_number(const char *number)
{
	struct mask m = measure(number);

	if (m.stars < 2)
		return (struct mask){ m.first, 0, 0 };
	m.stars -= 2;
	m.stars = m.stars < ID_LENGTH ? m.stars : ID_LENGTH;
	return m;
}

char *mask_text(struct mask mask)
{
	char *text = xmalloc(mask.stars + 9), *end = text;

	if (mask.first != 0)
		end += text_encode(mask.first, end);
	memset(end, '*', mask.stars);
	end += mask.stars;
	if (mask.last != 0)
		end += text_encode(mask.last, end);
	*end = '\0';
	return text;
}
