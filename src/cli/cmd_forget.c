/* SPDX-License-Identifier: MIT */
/* `xueji forget`: deletes the saved progress. */
#include "cli/cmd.h"

#include "base/charset.h"
#include "cli/output.h"
#include "model/progress_file.h"

int cmd_forget(const struct options *o)
{
	struct progress_file kept;
	char notice[PROGRESS_NOTICE];
	bool any;

	(void)o;
	if (!progress_file_forget(&kept, &any, notice))
		return output_trouble(notice, "");
	charset_put(any ? "保存的进度已删掉。\n" : "本来就没有保存的进度。\n", stdout);
	return output_end(0);
}
