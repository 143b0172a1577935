/* SPDX-License-Identifier: MIT */
/* The simplest curses program: the baseline for first paint and memory. */
#include <curses.h>
#include <locale.h>

int main(void)
{
	setlocale(LC_ALL, "");
	initscr();
	addstr("你好，学信网");
	refresh();
	getch();
	endwin();
	return 0;
}
