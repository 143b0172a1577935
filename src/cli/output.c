/* SPDX-License-Identifier: MIT */
#include "cli/output.h"

#include <stdio.h>

#include "base/charset.h"

int output_trouble(const char *text, const char *more)
{
	charset_put("xueji: ", stderr);
	charset_put(text, stderr);
	charset_put(more, stderr);
	fputc('\n', stderr);
	return STATUS_TROUBLE;
}

int output_end(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	return output_trouble("没有写完：输出的一端关闭了，或磁盘已满", "");
}
