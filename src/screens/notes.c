/* SPDX-License-Identifier: MIT */
/* Shows the guide's notes, contacts and laws. */
#include "screens/screen.h"

#include "screens/blocks.h"

static void build(struct page *p, const struct wizard *w)
{
	if (!w->line_mode) /* line mode says the name */
		page_add(p, BLOCK_HEADING, notes_screen.name);
	add_notes(p, w->guide);
	page_add(p, BLOCK_HEADING, "联系");
	add_contacts(p, w->guide);
	page_add(p, BLOCK_GAP, "");
	add_laws(p, w->guide);
}

const struct screen notes_screen = { .name = "注意事项", .build = build, .keys = CONTEXT_READ };
