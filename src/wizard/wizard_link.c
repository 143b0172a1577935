/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>
#include <string.h>

static bool is_link(const struct guide_contact *contact)
{
	return strncmp(contact->value, "http://", 7) == 0 ||
	       strncmp(contact->value, "https://", 8) == 0;
}

/* The step's own links first, then the contacts that are pages. */
struct guide_link wizard_link(const struct wizard *w, size_t index)
{
	const struct guide_step *step = &w->guide->steps[w->step];

	if (index < step->link_count)
		return step->links[index];
	index -= step->link_count;
	for (size_t i = 0; i < w->guide->contact_count; i++)
		if (is_link(&w->guide->contacts[i]) && index-- == 0)
			return (struct guide_link){ w->guide->contacts[i].label,
						    w->guide->contacts[i].value };
	return (struct guide_link){ NULL, NULL };
}

size_t wizard_link_count(const struct wizard *w)
{
	size_t count = 0;

	while (wizard_link(w, count).url != NULL)
		count++;
	return count;
}

bool wizard_apply_link(struct wizard *w, struct action a, unsigned *effects)
{
	struct guide_link link = wizard_link(w, w->overlay == OVERLAY_QR ? w->overlay_focus : 0);

	if (a.kind != ACTION_QR && a.kind != ACTION_OPEN && a.kind != ACTION_COPY)
		return false;
	*effects = 0;
	if (link.url == NULL) {
		snprintf(w->notice, sizeof w->notice, "这份指南没有写网址。");
	} else if (a.kind == ACTION_QR) {
		if (w->overlay != OVERLAY_QR)
			w->beneath = w->overlay;
		*effects = wizard_show_overlay(w, OVERLAY_QR);
	} else {
		w->link = link.url;
		*effects = a.kind == ACTION_OPEN ? EFFECT_OPEN : EFFECT_COPY;
	}
	return true;
}
