/* SPDX-License-Identifier: MIT */
/* `xueji notes`: the presenter's notes, following a demo in another terminal. */
#include "cli/cmd.h"

#include "cli/front_end.h"
#include "cli/output.h"
#include "tui/tui_possible.h"

int cmd_notes(const struct options *o)
{
	const char *why;

	if (!tui_possible(&why))
		return output_trouble("备注要在终端里放：", why);
	return end_of_tui(tui_run_notes(tui_options_of(o)), 0);
}
