/* SPDX-License-Identifier: MIT */
#include "model/guide_internal.h"

#include <string.h>

static void read_link(struct json value, struct guide_link *link)
{
	static const char *const keys[] = { "label", "url", NULL };

	json_only(value, keys);
	link->label = json_string(value, "label");
	link->url = json_string(value, "url");
	if (*link->url != '\0' &&
	    ((strncmp(link->url, "http://", 7) != 0 && strncmp(link->url, "https://", 8) != 0) ||
	     strpbrk(link->url, " \n") != NULL))
		json_problem(json_member(value, "url"),
			     "网址要以 http:// 或 https:// 开头，中间没有空格。");
}

static void read_panel(struct json value, struct guide_panel *panel)
{
	static const char *const keys[] = { "title", "lines", NULL };
	struct json lines = json_array(value, "lines");

	json_only(value, keys);
	panel->title = json_string_or_null(value, "title");
	guide_count(lines);
	panel->lines = guide_read_text(lines);
}

static struct guide_figure *read_figure(struct json value)
{
	static const char *const keys[] = { "title", "caption", "panels", NULL };
	struct guide_figure *figure;
	struct json panels;

	if (value.node == NULL)
		return NULL;
	json_only(value, keys);
	panels = json_array(value, "panels");
	figure = guide_take(value, 1, sizeof *figure);
	figure->title = json_string(value, "title");
	figure->caption = json_string(value, "caption");
	figure->panels = guide_take(panels, guide_count(panels), sizeof *figure->panels);
	for (struct json v = json_first(panels); v.node != NULL; v = json_next(v))
		read_panel(v, &figure->panels[figure->panel_count++]);
	return figure;
}

static void read_lists(struct json value, struct guide_step *step, struct guide_ids *ids)
{
	static const char *const item_keys[] = { "id", "text", NULL };
	struct json links = json_array_or_none(value, "links");
	struct json items = json_array(value, "items");

	step->links = guide_take(links, json_count(links), sizeof *step->links);
	for (struct json v = json_first(links); v.node != NULL; v = json_next(v))
		read_link(v, &step->links[step->link_count++]);
	step->items = guide_take(items, guide_count(items), sizeof *step->items);
	for (struct json v = json_first(items); v.node != NULL; v = json_next(v)) {
		struct guide_item *item = &step->items[step->item_count++];

		json_only(v, item_keys);
		item->id = guide_read_id(v, ids);
		item->text = guide_read_marked(v, "text");
	}
}

void guide_read_step(struct json value, struct guide_step *step, struct guide_ids *ids)
{
	static const char *const keys[] = { "id",     "title", "text",     "links", "items",
					    "figure", "later", "activity", NULL };
	static const char *const activities[] = { "none", "register", "verify", NULL };
	struct json text = json_array(value, "text");

	json_only(value, keys);
	step->id = guide_read_id(value, ids);
	step->title = json_string(value, "title");
	guide_count(text);
	step->text = guide_read_text(text);
	read_lists(value, step, ids);
	step->figure = read_figure(json_object_or_none(value, "figure"));
	step->later = guide_read_later(value, &step->later_count);
	step->activity =
		(enum guide_activity)json_choice(value, "activity", activities, ACTIVITY_NONE);
}
