/* SPDX-License-Identifier: MIT */
/* A file of its own: <term.h> defines everyday words as macros. */
#include "tui/tui_possible.h"

#include <curses.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/kd.h>
#endif

bool tui_possible(const char **why)
{
	const char *term = getenv("TERM");
	bool moves;
	int error;

	*why = isatty(STDOUT_FILENO) ? "标准输入不是终端" : "标准输出不是终端";
	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return false;
	if (term == NULL || *term == '\0') {
		*why = "没有设置 TERM";
		return false;
	}
	if (setupterm(NULL, STDOUT_FILENO, &error) != OK) {
		*why = "系统不认识 TERM 写的这种终端";
		return false;
	}
	*why = "这种终端不会移动光标";
	moves = tigetstr("cup") != NULL && tigetstr("clear") != NULL;
	del_curterm(cur_term);
	return moves;
}

bool tui_is_console(void)
{
#ifdef __linux__
	int mode;

	return ioctl(STDOUT_FILENO, KDGKBMODE, &mode) == 0;
#else
	return false;
#endif
}
