/* SPDX-License-Identifier: MIT */
/* The presenter's notes: what the hall does not see, following a demo in another terminal. */
#ifndef NOTES_H
#define NOTES_H

#include "demo/demo_script.h"
#include "demo/demo_status.h"
#include "view/page.h"

struct notes {
	struct demo_script
		*script; /* owned; NULL while there is no demo, or its script cannot be read */
	bool running;
	struct demo_status status;
	char *problem; /* owned: why the script cannot be read; NULL: it can */
};

/* Looks where the demo stands now; reads its script when that is another. Start with zeroes. */
void notes_update(struct notes *n);
void notes_close(struct notes *n);

/* The page at that moment, seconds since 1970: caption, notes, the next beat, the clock. */
void notes_page(const struct notes *n, int64_t now, struct page *p);

#endif
