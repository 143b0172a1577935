/* SPDX-License-Identifier: MIT */
/* An address into a browser: never through a shell, only http and https. */
#ifndef LINK_OPEN_H
#define LINK_OPEN_H

#include <stdbool.h>

/* Starts the system's opener (xdg-open, open, wslview) and does not wait for it. false: *why says in a
 * sentence, static, why there is none. */
bool link_open(const char *url, const char **why);

#endif
