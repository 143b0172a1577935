/* SPDX-License-Identifier: MIT */
/* `xueji forget`: deletes all that was kept. */
#include "cli/cmd.h"

#include "base/charset.h"
#include "cli/output.h"
#include "model/progress_file.h"

int cmd_forget(const struct options *o)
{
	struct progress_file kept;
	char notice[PROGRESS_NOTICE];

	(void)o;
	if (!progress_file_forget(&kept, notice))
		return output_trouble(notice, "");
	charset_put("保存的进度已删掉。\n", stdout);
	return output_end(0);
}
