/* SPDX-License-Identifier: MIT */
/* How does an entry differ from the recorded value? */
#include "rules/compare.h"

#include "base/text.h"

bool compare_normalised(struct characters *entered, struct characters *recorded,
			const struct normalisation *steps, struct normalised_difference *out)
{
	for (; steps->fold != NULL; steps++) {
		struct characters e = characters_fold(entered, steps->fold);
		struct characters r = characters_fold(recorded, steps->fold);
		bool equal = characters_equal(e, r);
		size_t i = characters_differ(entered, recorded), end = i;

		while (end < entered->count && end < recorded->count &&
		       entered->cp[end] != recorded->cp[end])
			end++;
		*out = (struct normalised_difference){ steps->code, characters_place(entered, i),
						       end > i ? end - i : 1,
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

void compare_normalised_report(const struct normalised_difference *d, const struct findings *alone,
			       struct findings *out)
{
	enum finding_kind kind = KIND_RECORD_WRITTEN;
	struct finding *f;

	if (findings_has(alone, d->code)) {
		for (size_t i = 0; i < alone->count; i++)
			if (alone->items[i].code == d->code)
				findings_copy(out, &alone->items[i]);
		return;
	}
	if (is_nothing(d->recorded))
		kind = KIND_RECORD_EXTRA;
	else if (is_nothing(d->entered))
		kind = KIND_RECORD_LACKS;
	f = findings_add(out, d->code, kind, kind == KIND_RECORD_EXTRA ? 0 : d->at,
			 kind == KIND_RECORD_WRITTEN ? d->count : 1);
	character_quote(d->entered, f->is);
	character_quote(d->recorded, f->should);
}

/* Reports characters of r that the entry lacks. If the entry has a blank in place of one, reports
 * the blank; of equal neighbours, any may be the missing one. */
static struct finding *report_missing(const struct characters *e, const struct characters *r,
				      const struct difference *d, enum finding_code code,
				      struct findings *out)
{
	struct finding *f;
	size_t i = d->first;
	bool blank_too = i + 1 < r->count && r->place[i + 1] > r->place[i] + 1;

	for (size_t gap = i; d->should == 1 && !blank_too; gap--) {
		size_t before = gap > 0 ? e->place[gap - 1] : 0;

		if (gap < e->count && e->place[gap] > before + 1) {
			f = findings_add(out, code, KIND_CHANGED, before + 1, 1);
			character_quote(r->cp[i], f->should);
			return f;
		}
		if (gap == 0 || r->cp[gap - 1] != r->cp[i])
			break;
	}
	f = findings_add(out, code,
			 i == e->count && d->should > 1 ? KIND_MISSING_END : KIND_MISSING,
			 characters_place(e, i), d->should);
	f->other = i + 1;
	characters_quote(characters_part(r, i, d->should), f->should);
	return f;
}

/* Reports differing parts of equal length; some of their characters may be equal. */
static struct finding *report_changed(const struct characters *e, const struct characters *r,
				      const struct difference *d, enum finding_code code,
				      struct findings *out)
{
	size_t first = d->first, last = first + d->is - 1, count = 0, span = d->is;
	enum finding_kind kind = KIND_CHANGED;
	struct finding *f;

	for (size_t i = first; i <= last; i++)
		count += e->cp[i] != r->cp[i];
	if (count == 2 && e->cp[first] == r->cp[last] && e->cp[last] == r->cp[first])
		kind = span > 2 ? KIND_SWAPPED_FAR : KIND_SWAPPED;
	else if (count < span)
		kind = KIND_SCATTERED;
	if (kind == KIND_SWAPPED_FAR || kind == KIND_SCATTERED)
		span = 1;
	f = characters_report(characters_part(e, first, span), code, kind, out);
	if (kind == KIND_SWAPPED_FAR)
		f->other = e->place[last];
	else if (kind == KIND_SCATTERED)
		f->other = count;
	characters_quote(characters_part(r, first, span), f->should);
	return f;
}

struct finding *compare_places(const struct characters *entered, const struct characters *recorded,
			       enum finding_code code, struct findings *out)
{
	struct difference d = characters_difference(entered, recorded);
	struct finding *f;

	if (d.is == 0)
		return report_missing(entered, recorded, &d, code, out);
	if (d.is == d.should)
		return report_changed(entered, recorded, &d, code, out);
	f = characters_report(characters_part(entered, d.first, d.is), code,
			      d.should == 0 ? KIND_EXTRA : KIND_CHANGED, out);
	characters_quote(characters_part(recorded, d.first, d.should), f->should);
	return f;
}
