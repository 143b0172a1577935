/* SPDX-License-Identifier: MIT */
#include "demo/notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static void add_clock(const struct notes *n, const struct demo_beat *beat, int64_t now,
		      struct page *p)
{
	static const char *const states[] = { [DEMO_PLAYING] = "正在演",
					      [DEMO_WAITING] = "等你按键",
					      [DEMO_BY_HAND] = "手动操作中",
					      [DEMO_OVER] = "演示完了" };
	int64_t used = now > n->status.since ? now - n->status.since : 0;
	unsigned planned = demo_planned(n->script, beat->step);
	bool late = used > planned;

	page_addf(p, BLOCK_PARAGRAPH, "%s　这一步 %d:%02d，计划 %u:%02u%s",
		  states[n->status.state <= DEMO_OVER ? n->status.state : DEMO_PLAYING],
		  (int)(used / 60), (int)(used % 60), planned / 60, planned % 60,
		  late ? "：超时了" : "")
		->style = late ? STYLE_WARNING : STYLE_PLAIN;
}

static void add_beat(const struct notes *n, int64_t now, struct page *p)
{
	const struct demo_beat *beat = &n->script->beats[n->status.beat], *next = beat + 1;

	page_addf(p, BLOCK_HEADING, "%u/%zu %s", n->status.beat + 1, n->script->beat_count,
		  beat->title);
	add_clock(n, beat, now, p);
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
			 "还没有演示：在另一个终端里运行 xueji demo，这里会跟上。");
	else if (n->script == NULL)
		page_add(p, BLOCK_PARAGRAPH, n->problem)->style = STYLE_BAD;
	else if (n->status.beat < n->script->beat_count)
		add_beat(n, now, p);
}
