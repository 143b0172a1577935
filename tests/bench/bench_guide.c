/* SPDX-License-Identifier: MIT */
/* bench_guide GUIDE: what the first page costs a plain curses program that does as much: it parses
 * the guide, sets up the terminal and its colours, and paints a page with as many characters and
 * attributes. */
#include <cJSON.h>
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 1 << 20, LEFT = 9, WIDTH = 62, FOCUS_ROW = 16 };

static cJSON *parse(const char *path)
{
	FILE *f = fopen(path, "r");
	char *bytes = f == NULL ? NULL : malloc(FILE_MAX);
	size_t n = bytes == NULL ? 0 : fread(bytes, 1, FILE_MAX - 1, f);
	cJSON *guide;

	if (n == 0)
		exit(1);
	bytes[n] = '\0';
	guide = cJSON_Parse(bytes);
	fclose(f);
	free(bytes);
	return guide;
}

static const char *string(const cJSON *object, const char *key)
{
	const char *value = cJSON_GetStringValue(cJSON_GetObjectItem(object, key));

	return value == NULL ? "" : value;
}

static void put(int row, int column, attr_t on, const char *text)
{
	attr_set(on, 0, NULL);
	mvaddstr(row, column, text);
	attr_set(A_NORMAL, 0, NULL);
}

static void bar(int row, int column, int width)
{
	attr_set(A_REVERSE, 0, NULL);
	mvhline(row, column, ' ' | A_REVERSE, width);
	attr_set(A_NORMAL, 0, NULL);
}

static void paint(const cJSON *guide)
{
	static const char *const hints[] = { "Enter",    "确定", "q",        "退出", "n",
					     "注意事项", "f",    "常见问题", "?",    "帮助" };
	const cJSON *step, *law;
	int row = 8, column = 1;

	bar(0, 0, COLS);
	put(0, 1, A_REVERSE, string(guide, "title"));
	put(0, 55, A_REVERSE, "示例：李明（虚构）  欢迎");
	put(2, LEFT, A_BOLD | A_UNDERLINE, string(guide, "title"));
	put(4, LEFT, A_NORMAL, string(guide, "purpose"));
	put(5, LEFT + 7, A_BOLD, "身份信息学籍注册信息");
	cJSON_ArrayForEach(step, cJSON_GetObjectItem(guide, "steps"))
	{
		mvprintw(row, LEFT, "%d  %s", row - 7, string(step, "title"));
		put(row++, 26, A_NORMAL, string(step, "summary"));
	}
	put(14, LEFT, A_NORMAL, "什么也不会发出去；姓名、号码、密码不存，只记步骤和每项对不对。");
	bar(FOCUS_ROW, LEFT - 2, WIDTH + 2);
	put(FOCUS_ROW, LEFT, A_REVERSE, "开始");
	put(17, LEFT, A_NORMAL, "换成我自己的高考信息");
	column = LEFT;
	cJSON_ArrayForEach(law, cJSON_GetObjectItem(guide, "laws"))
	{
		put(19, column, A_DIM, string(law, "number"));
		column = getcurx(stdscr) + 2;
	}
	column = 1;
	put(20, LEFT, A_DIM, string(guide, "deadline"));
	for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++) {
		put(23, column, i % 2 == 0 ? A_REVERSE : A_NORMAL, hints[i]);
		column = getcurx(stdscr) + 2;
	}
	move(FOCUS_ROW, LEFT);
}

int main(int argc, char **argv)
{
	cJSON *guide;

	setlocale(LC_CTYPE, "");
	guide = parse(argc > 1 ? argv[1] : "data/guide.json");
	initscr();
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	if (has_colors()) {
		start_color();
		use_default_colors();
		init_pair(1, COLOR_BLACK, COLOR_GREEN);
		init_pair(2, COLOR_BLACK, COLOR_YELLOW);
		init_pair(3, COLOR_WHITE, COLOR_RED);
	}
	paint(guide);
	refresh();
	getch();
	endwin();
	cJSON_Delete(guide);
	return 0;
}
