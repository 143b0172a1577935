/* SPDX-License-Identifier: MIT */
/* The web pages that a step leads to. */
#ifndef LINKS_H
#define LINKS_H

#include "wizard/wizard.h"

/* A link of the present step or, after those, a contact that is a web page; index from 0. url is
 * NULL past the last. */
struct guide_link wizard_link(const struct wizard *w, size_t index);
size_t wizard_link_count(const struct wizard *w);

#endif
