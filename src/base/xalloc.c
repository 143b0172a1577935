/* SPDX-License-Identifier: MIT */
#include "base/xalloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void (*xalloc_die_hook)(void);

void xalloc_die(void)
{
	static const char sorry[] = "xueji: 内存不足，程序结束。\n";

	if (xalloc_die_hook != NULL)
		xalloc_die_hook();
	/* stdio may allocate a buffer. */
	if (write(STDERR_FILENO, sorry, sizeof sorry - 1) < 0)
		_exit(2);
	_exit(2);
}

static void *checked(void *p)
{
	if (p == NULL)
		xalloc_die();
	return p;
}

void *xmalloc(size_t size)
{
	return checked(malloc(size > 0 ? size : 1));
}

void *xcalloc(size_t count, size_t size)
{
	return checked(calloc(count > 0 ? count : 1, size > 0 ? size : 1));
}

void *xgrow(void *array, size_t count, size_t size)
{
	enum { FIRST = 8 };

	/* There is space up to the next power of two. */
	if (count > 0 && (count < FIRST || (count & (count - 1)) != 0))
		return array;
	return checked(reallocarray(array, count < FIRST ? FIRST : count * 2, size));
}

char *xstrndup(const char *s, size_t max)
{
	return checked(strndup(s, max));
}

char *xstrdup(const char *s)
{
	return checked(strdup(s));
}

char *xvasprintf(const char *format, va_list args)
{
	char *s;

	if (vasprintf(&s, format, args) < 0)
		xalloc_die();
	return s;
}

char *xasprintf(const char *format, ...)
{
	va_list args;
	char *s;

	va_start(args, format);
	s = xvasprintf(format, args);
	va_end(args);
	return s;
}

enum { STREAM_SIZE = 4096 };

struct memstream {
	char **out;
	size_t len, capacity;
};

/* Not realloc(): it would leave an unwiped copy. */
static void grow(struct memstream *s, size_t needed)
{
	size_t capacity = s->capacity;
	char *larger;

	while (capacity < needed)
		capacity *= 2;
	larger = xmalloc(capacity);
	memcpy(larger, *s->out, s->len + 1);
	explicit_bzero(*s->out, s->len);
	free(*s->out);
	*s->out = larger;
	s->capacity = capacity;
}

static ssize_t append(void *cookie, const char *bytes, size_t n)
{
	struct memstream *s = cookie;

	if (s->len + n + 1 > s->capacity)
		grow(s, s->len + n + 1);
	memcpy(*s->out + s->len, bytes, n);
	s->len += n;
	(*s->out)[s->len] = '\0';
	return (ssize_t)n;
}

static int end(void *cookie)
{
	free(cookie);
	return 0;
}

FILE *xmemstream(char **out)
{
	struct memstream *s = xmalloc(sizeof *s);
	FILE *f = fopencookie(s, "w", (cookie_io_functions_t){ .write = append, .close = end });

	checked(f);
	setvbuf(f, NULL, _IONBF, 0); /* its buffer would be freed unwiped */
	*s = (struct memstream){ .out = out, .capacity = STREAM_SIZE };
	*out = xcalloc(1, STREAM_SIZE);
	return f;
}

void xwipe(char *s)
{
	if (s != NULL)
		explicit_bzero(s, strlen(s));
	free(s);
}
