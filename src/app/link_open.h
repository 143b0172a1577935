/* SPDX-License-Identifier: MIT */
/* Opens an address in the browser: http and https only, never through a shell. */
#ifndef LINK_OPEN_H
#define LINK_OPEN_H

#include <stdbool.h>

/* Starts the system's opener (wslview, xdg-open or open) and does not wait for it. false: *why is a
 * sentence, static, that says why not. */
bool link_open(const char *url, const char **why);

#endif
