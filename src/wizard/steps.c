/* SPDX-License-Identifier: MIT */
#include "wizard/steps.h"

#include "wizard/answer.h"
#include "wizard/check.h"

static size_t count_ticked(const struct wizard *w, const struct guide_item *items, size_t count)
{
	size_t ticked = 0;

	for (size_t i = 0; i < count; i++)
		ticked += progress_ticked(&w->progress, items[i].id);
	return ticked;
}

const struct guide_option *wizard_recovery(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];
	const struct guide_account *asked =
		s->activity == ACTIVITY_REGISTER ? w->guide->form->account : NULL;
	const struct guide_option *option = w->account;

	if (asked == NULL || (option == NULL && progress_ticked(&w->progress, s->id)))
		return NULL;
	for (size_t i = 0; option == NULL && i < asked->option_count; i++)
		if (count_ticked(w, asked->options[i].items, asked->options[i].item_count) > 0)
			option = &asked->options[i];
	return option != NULL && option->item_count > 0 ? option : NULL;
}

const struct guide_item *wizard_items(const struct wizard *w, size_t step, size_t *count)
{
	const struct guide_option *recovery = wizard_recovery(w, step);
	const struct guide_step *s = &w->guide->steps[step];

	*count = recovery != NULL ? recovery->item_count : s->item_count;
	return recovery != NULL ? recovery->items : s->items;
}

static bool activity_done(const struct wizard *w, size_t step)
{
	const struct guide_option *recovery = wizard_recovery(w, step);
	const struct guide_step *s = &w->guide->steps[step];
	size_t missing[GUIDE_CHECKS_MAX];

	if (recovery != NULL)
		return count_ticked(w, recovery->items, recovery->item_count) ==
		       recovery->item_count;
	if (s->activity == ACTIVITY_REGISTER)
		return progress_ticked(&w->progress, s->id);
	return s->activity != ACTIVITY_VERIFY ||
	       (wizard_is_listed(w) && wizard_missing(w, missing) == 0);
}

bool wizard_activity_open(const struct wizard *w)
{
	return !activity_done(w, w->step);
}

struct step_count wizard_step_count(const struct wizard *w, size_t step)
{
	bool active =
		w->guide->steps[step].activity != ACTIVITY_NONE && wizard_recovery(w, step) == NULL;
	size_t count;
	const struct guide_item *items = wizard_items(w, step, &count);

	return (struct step_count){
		count_ticked(w, items, count) + (active && activity_done(w, step)), count + active
	};
}
