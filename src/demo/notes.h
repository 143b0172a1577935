/* SPDX-License-Identifier: MIT */
/* The presenter's notes, which follow a demo in another terminal. */
#ifndef NOTES_H
#define NOTES_H

#include "demo/demo_script.h"
#include "demo/demo_status.h"
#include "view/page.h"

/* Initialised by zeroes. */
struct notes {
	bool running;               /* a demo is running */
	struct demo_status status;  /* of the demo that was found last */
	struct demo_script *script; /* owned; NULL: none found yet, or it cannot be read */
	char *problem;              /* owned: why it cannot be read; NULL if it can */
};

/* Reads the demo's position, and its script if it is another demo. */
void notes_update(struct notes *n);
void notes_close(struct notes *n);

/* Builds the page: clock, caption, notes, next beat. now: seconds since 1970. Free it with
 * page_free(). */
void notes_page(const struct notes *n, int64_t now, struct page *p);

#endif
