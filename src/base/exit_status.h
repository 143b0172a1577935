/* SPDX-License-Identifier: MIT */
/* How a command ends that could not do what it was to do; 0, 1 and 3 are for each to explain. */
#ifndef EXIT_STATUS_H
#define EXIT_STATUS_H

enum { STATUS_TROUBLE = 2 };

#endif
