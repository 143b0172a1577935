/* SPDX-License-Identifier: MIT */
/* Allocation that never returns NULL. */
#ifndef XALLOC_H
#define XALLOC_H

#include <stddef.h>
#include <stdio.h>

/* What to do when memory is out, before the program ends with status 2: a front end sets it to give
 * the terminal back and keep the progress. NULL: nothing. Must not allocate through this module. */
extern void (*xalloc_die_hook)(void);

/* Every result is owned by the caller and given back with free(). */
void *xmalloc(size_t size);
void *xcalloc(size_t count, size_t size);
/* Makes room in an array, NULL at first, for an element behind its first count ones, of size bytes each, and
 * returns where the array is now. The room doubles, so it follows from count alone. */
void *xgrow(void *array, size_t count, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t max); /* at most max bytes */
char *xasprintf(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A stream into memory: after fclose() *out holds all that was written, owned by the caller, and a NUL,
 * *len without it. open_memstream() leaves out what there was no memory for, and does not tell. */
FILE *xmemstream(char **out, size_t *len);

/* Says in one line on standard error that memory is out and ends the program with status 2. */
_Noreturn void xalloc_die(void);

/* Overwrites and frees a string that held something personal; NULL is allowed. */
void xwipe(char *s);

#endif
