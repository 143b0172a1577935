/* SPDX-License-Identifier: MIT */
/* Opens an address in the browser: http and https only, never through a shell. */
#ifndef LINK_OPEN_H
#define LINK_OPEN_H

#include <stdbool.h>

enum link_opened {
	LINK_OPENED,  /* the opener ended with status 0 */
	LINK_OPENING, /* the opener is still running */
	LINK_FAILED
};

/* Runs the system's opener (wslview, xdg-open or open, the first that succeeds), and waits for each
 * at most half a second. LINK_FAILED: *why is a static sentence on the reason. */
enum link_opened link_open(const char *url, const char **why);

#endif
