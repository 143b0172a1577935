/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <stdio.h>

#include "base/charset.h"

int output_trouble(const char *text, const char *more)
{
	charset_printf(stderr, "xueji: %s%s\n", text, more);
	return STATUS_TROUBLE;
}

int output_end(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	return output_trouble("没有写完：输出的一端关闭了，或磁盘已满", "");
}
