/* SPDX-License-Identifier: MIT */
/* Why the system said no, in Chinese, whatever the locale. */
#ifndef ERRNO_TEXT_H
#define ERRNO_TEXT_H

/* A few words, static; the system's own for what is rare. */
const char *errno_text(int number);

#endif
