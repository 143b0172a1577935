/* SPDX-License-Identifier: MIT */
/* `xueji notes`: shows the presenter's notes, following a demo in another terminal. */
#include "cli/cmd.h"

#include "cli/front_end.h"
#include "cli/output.h"

int cmd_notes(const struct options *o)
{
	const char *why;
	int signal = tui_run_notes(tui_options_of(o), &why);

	if (signal == TUI_NO_TERMINAL)
		return output_trouble("备注要在终端里放：", why);
	return end_of_tui(signal, 0);
}
