/* SPDX-License-Identifier: MIT */
/* The least that a program with curses can be: what first paint and memory are measured against. */
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
