/* SPDX-License-Identifier: MIT */
/* Bytes to a descriptor, all of them. */
#ifndef FILE_OUT_H
#define FILE_OUT_H

#include <stdbool.h>
#include <stddef.h>

/* Writes on through interruptions and short writes; false with errno. */
bool file_out_all(int fd, const char *bytes, size_t len);

#endif
