/* SPDX-License-Identifier: MIT */
/* The simplest curses input line: the baseline for typed characters. */
#include <curses.h>
#include <locale.h>
#include <wchar.h>

enum { TYPED_MAX = 128, ESC = 27 };

int main(void)
{
	wchar_t typed[TYPED_MAX] = L"";
	size_t count = 0;
	wint_t c;
	int kind;

	setlocale(LC_ALL, "");
	initscr();
	cbreak();
	noecho();
	keypad(stdscr, TRUE);
	mvaddstr(0, 0, "姓名");
	move(1, 0);
	refresh();
	while ((kind = get_wch(&c)) != ERR && !(kind == OK && c == ESC)) {
		if (kind == OK && count + 1 < TYPED_MAX) {
			typed[count++] = (wchar_t)c;
			typed[count] = L'\0';
			mvaddwstr(1, 0, typed);
		}
		refresh();
	}
	endwin();
	return 0;
}
