/* SPDX-License-Identifier: MIT */
#include "rules/layers.h"

#include "base/text.h"

bool layers_equal(struct characters *entered, struct characters *recorded,
		  const struct layer *layers, size_t count, struct layer_hit *hit)
{
	for (size_t l = 0; l < count; l++) {
		struct characters e = characters_fold(entered, layers[l].fold);
		struct characters r = characters_fold(recorded, layers[l].fold);
		bool equal = characters_equal(&e, &r);
		size_t i = characters_differ(entered, recorded);

		*hit = (struct layer_hit){ layers[l].code, characters_place(entered, i),
					   characters_at(entered, i), characters_at(recorded, i) };
		characters_wipe(entered);
		characters_wipe(recorded);
		*entered = e;
		*recorded = r;
		if (equal)
			return true;
	}
	return false;
}

static bool is_nothing(uint32_t cp)
{
	return text_is_blank(cp) || text_is_invisible(cp);
}

void layers_report(const struct layer_hit *hit, const struct findings *form, const char *what,
		   struct findings *out)
{
	size_t before = out->count;
	char here[CHARACTER_NAME], there[CHARACTER_NAME];

	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].code == hit->code)
			findings_add(out, hit->code, form->items[i].at, "%s",
				     form->items[i].message);
	if (out->count > before)
		return;
	character_name(hit->entered, here);
	character_name(hit->recorded, there);
	if (is_nothing(hit->recorded))
		findings_add(out, hit->code, 0,
			     "高考信息的%s里多了%s，其余相同。这里没有填错，请老师更正高考信息。",
			     what, there);
	else if (is_nothing(hit->entered))
		findings_add(out, hit->code, hit->at,
			     "高考信息的%s里没有这个%s，其余相同。照证件上的写法填。", what, here);
	else
		findings_add(out, hit->code, hit->at,
			     "高考信息里是%s，这里是%s，只是写法或编码不同。照身份证填，"
			     "请老师更正高考信息。",
			     there, here);
}
