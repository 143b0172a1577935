/* SPDX-License-Identifier: MIT */
/* Shows the rows of the screen that compares what the site shows. */
#ifndef VERIFY_BUILD_H
#define VERIFY_BUILD_H

#include "view/page.h"
#include "wizard/wizard.h"

void verify_build(struct page *p, const struct wizard *w);

#endif
