/* SPDX-License-Identifier: MIT */
/* What the program's own sentences and those of the guide look like on a screen. Data files and messages
 * keep Chinese typography; many fonts draw some of it across two columns, or cut. */
#ifndef SCREEN_TEXT_H
#define SCREEN_TEXT_H

/* A cleaned copy, owned by the caller: “quoted” becomes 「quoted」, “**menu name**” 【**menu name**】, a quoted
 * sign [ • ]; arrows, dashes and ellipses become ASCII. Not for values that the student typed or must type. */
char *screen_text(const char *text);

/* The same on one line. */
char *screen_text_line(const char *text);

#endif
