/* SPDX-License-Identifier: MIT */
/* Finds a secret in memory that a function should have wiped: in blocks it freed, in static data,
 * and, built by gcc 12, on the stack below the caller. Include it in one file of a test only: it
 * stands in for free(). */
#ifndef LEFT_OVER_H
#define LEFT_OVER_H

#include <dlfcn.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* A sanitizer has an allocator of its own. */
#ifdef __SANITIZE_ADDRESS__
enum { LEFT_OVER_POSSIBLE = 0 };
#else
enum { LEFT_OVER_POSSIBLE = 1 };
#endif

static const char *left_over_secret; /* NULL: freed blocks are not searched */
static size_t left_over_size;        /* bytes of it */
static size_t left_over_freed;       /* how many held it */

/* By hand: what it reads is not for a sanitizer to judge. */
__attribute__((no_sanitize("address"), noinline)) static size_t
left_over_count(const volatile char *at, const volatile char *end, const char *secret)
{
	size_t found = 0;

	for (; at + left_over_size <= end; at++) {
		size_t same = 0;

		while (same < left_over_size && at[same] == secret[same])
			same++;
		found += same == left_over_size;
	}
	return found;
}

#ifndef __SANITIZE_ADDRESS__
void free(void *p)
{
	static void (*real)(void *);
	static bool searching;

	if (real == NULL) {
		if (searching)
			return; /* dlsym() itself */
		searching = true;
		real = (void (*)(void *))(intptr_t)dlsym(RTLD_NEXT, "free");
		searching = false;
	}
	if (p != NULL && left_over_secret != NULL)
		left_over_freed +=
			left_over_count(p, (char *)p + malloc_usable_size(p), left_over_secret) > 0;
	real(p);
}
#endif

/* To be called if LEFT_OVER_POSSIBLE: searches what is freed from now on for these bytes. secret is
 * borrowed, and must be in read-only memory. */
static inline void left_over_start(const void *secret, size_t size)
{
	left_over_secret = secret;
	left_over_size = size;
	left_over_freed = 0;
}

/* C has no means to wipe the copies that a compiler spills: gcc 12 is known to leave none. */
#if defined(__x86_64__) && defined(__OPTIMIZE__) && !defined(__clang__) && __GNUC__ <= 12
enum { LEFT_OVER_STACK = 256 * 1024 };
#else
enum { LEFT_OVER_STACK = 0 };
#endif

/* How many places hold the secret now. Call it from the function that called what is tested. */
__attribute__((noinline)) static size_t left_over_end(void)
{
	extern char __data_start, _end;
	const char *secret = left_over_secret;
	const volatile char *here = __builtin_frame_address(0);

	left_over_secret = NULL;
	return left_over_freed + left_over_count(here - LEFT_OVER_STACK, here, secret) +
	       left_over_count(&__data_start, &_end, secret);
}

#endif
