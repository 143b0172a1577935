/* SPDX-License-Identifier: MIT */
/* In which way are two values the same though they are not equal? */
#include "rules/compare_normalised.h"

#include "base/text.h"

bool compare_normalised(struct characters *entered, struct characters *recorded,
			const struct normalisation *steps, size_t count,
			struct normalised_difference *out)
{
	for (size_t s = 0; s < count; s++) {
		struct characters e = characters_fold(entered, steps[s].fold);
		struct characters r = characters_fold(recorded, steps[s].fold);
		bool equal = characters_equal(&e, &r);
		size_t i = characters_differ(entered, recorded);

		*out = (struct normalised_difference){ steps[s].code, characters_place(entered, i),
						       characters_at(entered, i),
						       characters_at(recorded, i) };
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

void compare_normalised_report(const struct normalised_difference *d, const struct findings *form,
			       struct findings *out)
{
	enum finding_kind kind = is_nothing(d->recorded)  ? KIND_RECORD_EXTRA
				 : is_nothing(d->entered) ? KIND_RECORD_LACKS
							  : KIND_RECORD_WRITTEN;
	struct finding *f;

	if (findings_has(form, d->code)) {
		for (size_t i = 0; i < form->count; i++)
			if (form->items[i].code == d->code)
				*findings_add(out, d->code, form->items[i].kind, form->items[i].at,
					      form->items[i].count) = form->items[i];
		return;
	}
	f = findings_add(out, d->code, kind, kind == KIND_RECORD_EXTRA ? 0 : d->at, 1);
	character_quote(d->entered, f->is);
	character_quote(d->recorded, f->should);
}
