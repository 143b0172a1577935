/* SPDX-License-Identifier: MIT */
#include "demo/notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "demo/demo.h"
#include "screens/screens.h"

static void read_script(struct notes *n, const char *path)
{
	struct diag d = { 0 };

	notes_close(n);
	n->script = demo_script_load(path, NULL, &d);
	if (n->script == NULL)
		n->problem = xasprintf("脚本 %s 读不出来：%s", d.file, d.items[0].text);
}

void notes_update(struct notes *n)
{
	struct demo_status status;

	n->running = demo_status_read(&status);
	if (!n->running)
		return;
	if ((n->script == NULL && n->problem == NULL) ||
	    strcmp(status.script, n->status.script) != 0 || status.pid != n->status.pid)
		read_script(n, status.script);
	n->status = status;
}

void notes_close(struct notes *n)
{
	demo_script_free(n->script);
	free(n->problem);
	n->script = NULL;
	n->problem = NULL;
}

enum { MINUTES = 16 };

/* Formats seconds as "1:05". */
static const char *minutes(int64_t seconds, char out[MINUTES])
{
	snprintf(out, MINUTES, "%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
	return out;
}

/* Adds the time of this beat, the time of the demo so far, and the planned time that is left. */
static void add_times(const struct notes *n, const struct demo_beat *beat, int64_t now,
		      struct page *p)
{
	static const char *const states[] = { [DEMO_PLAYING] = "正在演",
					      [DEMO_WAITING] = "等你按键",
					      [DEMO_BY_HAND] = "你在操作",
					      [DEMO_OVER] = "演示完了" };
	const unsigned state = n->status.state <= DEMO_OVER ? n->status.state : DEMO_PLAYING;
	const int64_t speed = n->status.automatic > 0 ? n->status.automatic : DEMO_SPEED_USUAL;
	const int64_t planned = beat->seconds * DEMO_SPEED_USUAL / speed;
	int64_t here = now > n->status.since ? now - n->status.since : 0;
	int64_t all = now > n->status.began ? now - n->status.began : 0;
	int64_t after = here < planned ? here : planned;
	int64_t left = demo_planned(n->script, n->status.beat) * DEMO_SPEED_USUAL / speed - after;
	char a[MINUTES], b[MINUTES], c[MINUTES], d[MINUTES];
	bool late = here > planned && n->status.automatic == 0;

	page_addf(p, BLOCK_PARAGRAPH, "%s　这一段 %s，计划 %s%s　已用 %s　还剩 %s",
		  n->status.automatic > 0 && state < DEMO_BY_HAND ? "自动放映" : states[state],
		  minutes(here, a), minutes(planned, b), late ? "：超时了" : "", minutes(all, c),
		  minutes(left, d))
		->style = late ? STYLE_WARNING : STYLE_PLAIN;
	if (n->status.blank)
		page_add(p, BLOCK_PARAGRAPH, "大屏现在是黑的，按任一键回来。")->style =
			STYLE_WARNING;
}

/* Lists the beats from the one before the current beat on, so that both are in sight. */
static void add_beats(const struct notes *n, struct page *p)
{
	size_t i = n->status.beat > 0 ? n->status.beat - 1 : 0;
	const int digits = snprintf(NULL, 0, "%zu", n->script->beat_count);

	for (; i < n->script->beat_count; i++) {
		struct block *b = page_addf(p, BLOCK_BULLET, "%*zu %s", digits, i + 1,
					    n->script->beats[i].title);

		if (i < n->status.beat) /* shown or skipped */
			block_label(b, " ");
		else
			b->mark = i == n->status.beat ? MARK_HERE : MARK_UNTOUCHED;
	}
}

static void add_beat(const struct notes *n, int64_t now, struct page *p)
{
	const struct demo_beat *beat = &n->script->beats[n->status.beat], *next = beat + 1;
	time_t at = (time_t)now;
	struct tm local = { 0 };
	char clock[16];

	localtime_r(&at, &local);
	strftime(clock, sizeof clock, "%H:%M", &local);
	block_status(page_addf(p, BLOCK_HEADING, "%u/%zu %s", n->status.beat + 1,
			       n->script->beat_count, beat->title),
		     clock, STYLE_PLAIN);
	add_times(n, beat, now, p);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH, beat->caption);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < beat->notes.count; i++)
		block_label(page_add(p, BLOCK_BULLET, beat->notes.lines[i]), "-");
	page_add(p, BLOCK_GAP, "");
	if (n->status.beat + 1 < n->script->beat_count)
		page_addf(p, BLOCK_PARAGRAPH, "下一段：%s。%s", next->title, next->caption)->style =
			STYLE_QUIET;
	else
		page_add(p, BLOCK_PARAGRAPH, "这是最后一段。")->style = STYLE_QUIET;
	page_add(p, BLOCK_GAP, "");
	add_beats(n, p);
}

void notes_page(const struct notes *n, int64_t now, struct page *p)
{
	memset(p, 0, sizeof *p);
	p->title = xstrdup("演示备注");
	p->badge = xstrdup(n->running ? "跟着演示" : "等演示");
	p->notice = "";
	p->footer = xstrdup("q 结束（演示不受影响）");
	p->context = CONTEXT_READ;
	p->row = NO_ROW;
	if (!n->running)
		page_add(p, BLOCK_PARAGRAPH,
			 n->status.pid == 0
				 ? "还没有演示：在另一个终端里运行 xueji demo，这里会跟上。"
				 : "演示结束了。再开一次 xueji demo，这里会跟上。");
	else if (n->script == NULL)
		page_add(p, BLOCK_PARAGRAPH, n->problem)->style = STYLE_BAD;
	else if (n->status.beat < n->script->beat_count)
		add_beat(n, now, p);
}
