/* SPDX-License-Identifier: MIT */
#include "rules/mask.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id_other.h"

enum { DAMAGED = 0xFFFD };

/* The first and the last character; their count instead of stars. */
static struct mask measure(const char *s)
{
	struct mask m = { 0 };
	size_t left = strlen(s);

	/* Nearly all numbers. */
	if (left > 0 && text_is_ascii(s, left))
		return (struct mask){ (unsigned char)s[0], (unsigned char)s[left - 1], left };
	for (size_t step; left > 0; s += step, left -= step, m.stars++) {
		step = 1;
		m.last = (unsigned char)*s;
		if (m.last >= 0x80 && (step = text_decode(s, left, &m.last)) == 0) {
			m.last = DAMAGED;
			step = 1;
		}
		m.first = m.stars == 0 ? m.last : m.first;
	}
	return m;
}

struct mask mask_name(const char *name)
{
	struct mask m = { 0 };

	if (*name == '\0')
		return m;
	if (text_decode(name, strnlen(name, 4), &m.first) == 0)
		m.first = DAMAGED;
	m.stars = text_length(name) - 1;
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
