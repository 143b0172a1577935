/* SPDX-License-Identifier: MIT */
#include "wizard/links.h"

#include <string.h>

static bool is_link(const struct guide_contact *contact)
{
	return strncmp(contact->value, "http://", 7) == 0 ||
	       strncmp(contact->value, "https://", 8) == 0;
}

/* The present step; if it has no links, the first step that has. */
static const struct guide_step *linked_step(const struct wizard *w)
{
	const struct guide *g = w->guide;

	for (size_t i = 0; g->steps[w->step].link_count == 0 && i < g->step_count; i++)
		if (g->steps[i].link_count > 0)
			return &g->steps[i];
	return &g->steps[w->step];
}

struct guide_link wizard_link(const struct wizard *w, size_t index)
{
	const struct guide_step *step = linked_step(w);

	if (index < step->link_count)
		return step->links[index];
	index -= step->link_count;
	for (size_t i = 0; i < w->guide->contact_count; i++)
		if (is_link(&w->guide->contacts[i]) && index-- == 0)
			return (struct guide_link){ w->guide->contacts[i].label,
						    w->guide->contacts[i].value,
						    w->guide->contacts[i].value };
	return (struct guide_link){ NULL, NULL, NULL };
}

size_t wizard_link_count(const struct wizard *w)
{
	size_t count = 0;

	while (wizard_link(w, count).url != NULL)
		count++;
	return count;
}
