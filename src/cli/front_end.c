/* SPDX-License-Identifier: MIT */
#include "cli/front_end.h"

#include <stdlib.h>
#include <strings.h>

#include "base/signals.h"
#include "cli/output.h"

/* Returns true if the value of an environment variable is set and is not a word for no. */
static bool is_on(const char *value)
{
	static const char *const no[] = { "", "0", "no", "false" };

	for (size_t i = 0; value != NULL && i < sizeof no / sizeof no[0]; i++)
		if (strcasecmp(value, no[i]) == 0)
			return false;
	return value != NULL;
}

bool use_plain_mode(const struct options *o, const char **why)
{
	bool asked = option_given(o, OPTION_PLAIN);

	*why = asked ? "--plain" : "环境变量 ACCESSIBLE";
	return asked || is_on(getenv("ACCESSIBLE"));
}

struct tui_options tui_options_of(const struct options *o)
{
	return (struct tui_options){ .ascii = option_given(o, OPTION_ASCII),
				     .mouse = option_given(o, OPTION_MOUSE),
				     .hide_hints = option_given(o, OPTION_NO_HINTS) };
}

int end_of_tui(int signal, int status)
{
	if (signal != 0)
		signals_die(signal);
	return status;
}

int end_of_plain(bool read_all, int status)
{
	if (!read_all)
		return output_trouble("输入的一行太长（超过 4096 字节），不像是回答。", "");
	return output_end(status);
}
