/* SPDX-License-Identifier: MIT */
/* Converts the program's own sentences and those of the guide for the screen. Data files and
 * messages keep Chinese typography; many fonts draw some of it across two columns, or cut it
 * off. */
#ifndef SCREEN_TEXT_H
#define SCREEN_TEXT_H

/* Returns a cleaned copy, owned by the caller: “quoted” becomes 「quoted」, “**menu name**” becomes
 * 【**menu name**】, a quoted sign becomes [ • ]; arrows, dashes and ellipses become ASCII. Not for
 * values that the student typed or must type. */
char *screen_text(const char *text);

/* Like screen_text(), but returns one line. */
char *screen_text_line(const char *text);

#endif
