/* SPDX-License-Identifier: MIT */
/* Allocates memory, or ends the program. */
#ifndef XALLOC_H
#define XALLOC_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

/* Optional. Called before the program ends because memory is out, so that a front end can restore
 * the terminal. Must not allocate. */
extern void (*xalloc_die_hook)(void);

/* Results are owned by the caller and freed by free(). */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t max); /* at most max bytes */
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));
char *xvasprintf(const char *format, va_list args) __attribute__((format(printf, 1, 0)));

/* Makes space for one more element in an array of count elements of size bytes each; array is NULL
 * at first. Returns the array, which may have moved. Its capacity is a power of two that follows
 * from count alone. */
void *xgrow(void *array, size_t count, size_t size);

/* Opens a stream to memory: *out holds what was written and a NUL, owned by the caller after
 * fclose(). Unlike open_memstream(), it never drops bytes silently, and wipes what it frees. */
FILE *xmemstream(char **out);

/* Reports on standard error that memory is out and ends the program with STATUS_TROUBLE. */
_Noreturn void xalloc_die(void);

/* Overwrites and frees a string; NULL is allowed. */
void xwipe(char *s);

#endif
