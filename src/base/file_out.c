/* SPDX-License-Identifier: MIT */
#include "base/file_out.h"

#include <errno.h>
#include <unistd.h>

bool file_out_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return true;
}
