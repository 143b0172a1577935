/* SPDX-License-Identifier: MIT */
/* bench_paint [RUNS]: measures first paint, key response and memory of the wizard and of simpler
 * programs, in turn, in the same kind of pseudo-terminal. Prints medians and ratios; no time makes
 * it fail. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "support/terminal.h"
#include "support/terminal_internal.h"

enum {
	ROWS = 24,
	COLUMNS = 80,
	RUNS_USUAL = 41,
	WORDS_MAX = 32,
	LIMIT_MS = 5000,
	SETTLE_MS = 300,
	IDLE_S = 3
};

/* Measured values. */
struct figures {
	size_t count;
	double *items; /* owned */
};

/* One program in one table. */
struct subject {
	const char *name;
	const char *command; /* words separated by blanks; @ means the folder of this program */
	const char *shows;   /* text that is waited for before the first key */
	const char *state;   /* the folder of its progress, in that of all; NULL: an empty one */
	const char *before;  /* bytes that lead to the screen to measure; may be NULL */
	const char *warm;    /* a key pressed first, not measured; may be NULL */
	struct figures ms, bytes, resident, proportional;
};

struct table {
	const char *title;
	const char *const *keys; /* measured in turn, ends with NULL; for <name> see press() */
	struct subject *subjects;
	size_t count;
};

#define XUEJI "@../../xueji-traceable --record data/record.example.json"
#define WALK XUEJI " --fresh"         /* what an earlier run left would be offered first */
#define KEPT "kept"                   /* progress as a run before left it */
#define TO_NAME "4\r\t\t\r\t\t\t\t\t" /* from the welcome page to the name in the form */
#define MENU "--menu 学信网 20 60 12 1 打开首页 2 查询 3 进入 4 登录 5 核对 6 结果 7 备注 8 问题"
#define TEXT "data/guide.json 20 70"

static struct subject paint[] = {
	{ .name = "也读指南、画一样多的 curses 程序",
	  .command = "@bench_guide",
	  .shows = "?  帮助" },
	{ .name = "三行 curses 程序", .command = "@bench_three_lines", .shows = "你好" },
	{ .name = "xueji，头一次", .command = XUEJI, .shows = "?  帮助" },
	{ .name = "xueji，接着做", .command = XUEJI, .shows = "?  帮助", .state = KEPT },
	{ .name = "dialog", .command = "dialog --msgbox 你好，学信网 10 40", .shows = "你好" },
	{ .name = "whiptail", .command = "whiptail --msgbox 你好，学信网 10 40", .shows = "你好" },
};

static struct subject hanzi[] = {
	{ .name = "最小的 curses 输入行", .command = "@bench_line", .shows = "姓名", .warm = "欧" },
	{ .name = "xueji", .command = WALK, .shows = "q  退出", .before = TO_NAME, .warm = "欧" },
	{ .name = "dialog",
	  .command = "dialog --inputbox 姓名 10 60",
	  .shows = "姓名",
	  .warm = "欧" },
	{ .name = "whiptail",
	  .command = "whiptail --inputbox 姓名 10 60",
	  .shows = "姓名",
	  .warm = "欧" },
};

static struct subject ascii[] = {
	{ .name = "最小的 curses 输入行", .command = "@bench_line", .shows = "姓名", .warm = "a" },
	{ .name = "xueji", .command = WALK, .shows = "q  退出", .before = TO_NAME, .warm = "a" },
	{ .name = "dialog",
	  .command = "dialog --inputbox 姓名 10 60",
	  .shows = "姓名",
	  .warm = "a" },
	{ .name = "whiptail",
	  .command = "whiptail --inputbox 姓名 10 60",
	  .shows = "姓名",
	  .warm = "a" },
};

static struct subject move[] = {
	{ .name = "xueji 步骤", .command = WALK, .shows = "q  退出", .before = "4" },
	{ .name = "xueji 常见问题", .command = WALK, .shows = "q  退出", .before = "f" },
	{ .name = "xueji 核对", .command = WALK, .shows = "q  退出", .before = "5\r" },
	{ .name = "dialog", .command = "dialog " MENU, .shows = "查询" },
	{ .name = "whiptail", .command = "whiptail " MENU, .shows = "查询" },
};

static struct subject page[] = {
	{ .name = "xueji 注意事项", .command = WALK, .shows = "q  退出", .before = "n" },
	{ .name = "dialog", .command = "dialog --textbox " TEXT, .shows = "format" },
	{ .name = "whiptail",
	  .command = "whiptail --scrolltext --textbox " TEXT,
	  .shows = "format" },
};

static struct subject escape[] = {
	{ .name = "xueji", .command = WALK, .shows = "q  退出", .before = "n" },
	{ .name = "dialog", .command = "dialog --textbox " TEXT, .shows = "format" },
	{ .name = "whiptail", .command = "whiptail --textbox " TEXT, .shows = "format" },
};

static const char *const hanzi_keys[] = { "阳", "娜", "娜", "李", "明", NULL };
static const char *const ascii_keys[] = { "b", "c", "d", "e", "F", NULL };
static const char *const move_keys[] = { "<down>", "<down>", "<up>", "<down>", NULL };
static const char *const page_keys[] = { "<pgdn>", "<pgdn>", "<pgup>", NULL };
static const char *const escape_keys[] = { "\033", NULL };

#define TABLE(title, keys, subjects)                                        \
	{                                                                   \
		title, keys, subjects, sizeof subjects / sizeof subjects[0] \
	}

static struct table tables[] = {
	TABLE("每个汉字", hanzi_keys, hanzi),     TABLE("每个字母、数字", ascii_keys, ascii),
	TABLE("列表里上下一行", move_keys, move), TABLE("翻一屏", page_keys, page),
	TABLE("Esc", escape_keys, escape),
};

static const char *folder; /* of this program */

static void add(struct figures *f, double value)
{
	f->items = xgrow(f->items, f->count, sizeof *f->items);
	f->items[f->count++] = value;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The quantile, 0 to 1; 0 if there are no values. */
static double part(const struct figures *f, double which)
{
	if (f->count == 0)
		return 0;
	qsort(f->items, f->count, sizeof *f->items, ascending);
	return f->items[(size_t)(which * (double)(f->count - 1))];
}

static double median(const struct figures *f)
{
	return part(f, 0.5);
}

static double milliseconds(const struct timespec *t)
{
	return (double)t->tv_sec * 1e3 + (double)t->tv_nsec / 1e6;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return milliseconds(&t);
}

/* NULL if the program is not installed. */
static struct terminal *start(const struct subject *s)
{
	char *words = xstrdup(s->command), *argv[WORDS_MAX], *save = NULL, *program;
	char *state = xasprintf("XDG_STATE_HOME=%s/%s", getenv("XDG_STATE_HOME"),
				s->state == NULL ? "empty" : s->state);
	struct terminal *t;
	size_t n = 0;

	for (char *w = strtok_r(words, " ", &save); w != NULL && n + 1 < WORDS_MAX;
	     w = strtok_r(NULL, " ", &save))
		argv[n++] = w;
	argv[n] = NULL;
	program = argv[0][0] == '@' ? xasprintf("%s/%s", folder, argv[0] + 1) : xstrdup(argv[0]);
	argv[0] = program;
	t = terminal_start(ROWS, COLUMNS, argv, (char *[]){ state, NULL });
	if (!terminal_wait_text(t, s->shows, LIMIT_MS)) {
		terminal_end(t);
		t = NULL;
	}
	free(program);
	free(words);
	free(state);
	return t;
}

/* The number after a word in a file of /proc/PID; 0 if it cannot be read. */
static long kernel_says(const struct terminal *t, const char *file, const char *word)
{
	char *path = xasprintf("/proc/%ld/%s", (long)t->pid, file), row[256];
	FILE *f = fopen(path, "r");
	long value = 0;

	free(path);
	while (f != NULL && fgets(row, sizeof row, f) != NULL)
		if (strncmp(row, word, strlen(word)) == 0)
			value = strtol(row + strlen(word), NULL, 10);
	if (f != NULL)
		fclose(f);
	return value;
}

static void run_paint(struct subject *s)
{
	struct terminal *t = start(s);

	if (t == NULL)
		return;
	add(&s->ms, now() - milliseconds(t->started));
	terminal_settle(t, SETTLE_MS);
	add(&s->bytes, (double)t->output_len);
	add(&s->resident, (double)kernel_says(t, "smaps_rollup", "Rss:"));
	add(&s->proportional, (double)kernel_says(t, "smaps_rollup", "Pss:"));
	terminal_end(t);
}

static void press(struct terminal *t, const char *key)
{
	static const struct {
		const char *name;
		VTermKey key;
	} keys[] = { { "<down>", VTERM_KEY_DOWN },
		     { "<up>", VTERM_KEY_UP },
		     { "<pgdn>", VTERM_KEY_PAGEDOWN },
		     { "<pgup>", VTERM_KEY_PAGEUP } };

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(keys[i].name, key) == 0) {
			terminal_key(t, keys[i].key, VTERM_MOD_NONE);
			return;
		}
	terminal_type(t, key);
}

/* Measures the time from the key to the first byte of output, and the bytes of all output. */
static void measure_key(struct subject *s, struct terminal *t, const char *key)
{
	size_t before = t->output_len;
	double pressed = now();

	press(t, key);
	if (terminal_show_output(t, LIMIT_MS))
		add(&s->ms, now() - pressed);
	terminal_settle(t, SETTLE_MS);
	add(&s->bytes, (double)(t->output_len - before));
}

static void run_keys(struct subject *s, const char *const *keys)
{
	struct terminal *t = start(s);

	if (t == NULL)
		return;
	terminal_settle(t, SETTLE_MS);
	if (s->before != NULL)
		terminal_type(t, s->before);
	terminal_settle(t, SETTLE_MS);
	if (s->warm != NULL)
		press(t, s->warm);
	terminal_settle(t, SETTLE_MS);
	for (; *keys != NULL; keys++)
		measure_key(s, t, *keys);
	terminal_end(t);
}

static void print_paint(void)
{
	const double base = median(&paint[0].ms), memory = median(&paint[0].resident);

	printf("从启动到画出第一页（%dx%d），那时的内存\n", COLUMNS, ROWS);
	printf("  %8s %8s %8s %6s %8s %8s %6s %7s\n", "ms", "p10", "p90", "x", "RSS kB", "PSS kB",
	       "x", "bytes");
	for (size_t i = 0; i < sizeof paint / sizeof paint[0]; i++) {
		const struct subject *s = &paint[i];

		if (s->ms.count == 0)
			printf("  %s：这台机器上没有\n", s->name);
		else
			printf("  %8.2f %8.2f %8.2f %6.2f %8.0f %8.0f %6.2f %7.0f  %s\n",
			       median(&s->ms), part(&s->ms, 0.1), part(&s->ms, 0.9),
			       median(&s->ms) / base, median(&s->resident),
			       median(&s->proportional), median(&s->resident) / memory,
			       median(&s->bytes), s->name);
	}
}

static void print_table(const struct table *t)
{
	printf("\n%s\n  %8s %8s %7s %7s\n", t->title, "ms", "p90", "bytes", "most");
	for (size_t i = 0; i < t->count; i++) {
		const struct subject *s = &t->subjects[i];

		if (s->bytes.count > 0)
			printf("  %8.2f %8.2f %7.0f %7.0f  %s\n", median(&s->ms), part(&s->ms, 0.9),
			       median(&s->bytes), part(&s->bytes, 1), s->name);
	}
}

/* Prints how often the program wakes up while no key is pressed. */
static void print_idle(const struct subject *s)
{
	static const char word[] = "voluntary_ctxt_switches:";
	struct terminal *t = start(s);
	long before;

	if (t == NULL)
		return;
	terminal_settle(t, LIMIT_MS);
	before = kernel_says(t, "status", word);
	sleep(IDLE_S); /* the interval to measure */
	printf("  %8ld  %s\n", kernel_says(t, "status", word) - before, s->name);
	terminal_end(t);
}

int main(int argc, char **argv)
{
	char *slash = strrchr(argv[0], '/'),
	     *here = slash == NULL ? xstrdup(".") : xstrndup(argv[0], (size_t)(slash - argv[0]));
	size_t runs = argc > 1 ? strtoul(argv[1], NULL, 10) : RUNS_USUAL;
	const size_t count = sizeof paint / sizeof paint[0];

	folder = here;
	for (size_t r = 0; r < runs; r++)
		for (size_t i = 0; i < count; i++)
			run_paint(&paint[(i + r) % count]);
	print_paint();
	for (size_t k = 0; k < sizeof tables / sizeof tables[0]; k++) {
		for (size_t r = 0; r < runs / 5 + 1; r++)
			for (size_t i = 0; i < tables[k].count; i++)
				run_keys(&tables[k].subjects[i], tables[k].keys);
		print_table(&tables[k]);
	}
	printf("\n%d 秒不按键，醒来几次\n", IDLE_S);
	for (size_t i = 0; i < count; i++)
		print_idle(&paint[i]);
	free(here);
	return 0;
}
