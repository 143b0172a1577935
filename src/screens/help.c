/* SPDX-License-Identifier: MIT */
/* Lists the keys of the screen below, from the table that binds them. */
#include "screens/screen.h"

static void build(struct page *p, const struct wizard *w)
{
	const struct binding *binding = NULL;
	enum key_context context = (enum key_context)w->help_context;

	page_add(p, BLOCK_HEADING, "这一页上能用的键");
	while ((binding = keymap_next(context, binding)) != NULL)
		if (binding->action != ACTION_HELP)
			block_label(page_add(p, BLOCK_TABLE_ROW, binding->hint), binding->label);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH, "Esc 只返回，填的还在；换步清密码。Ctrl-C 随时退出。");
}

const struct screen help_screen = { .name = "帮助", .build = build, .keys = CONTEXT_READ };
