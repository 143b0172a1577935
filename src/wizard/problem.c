/* SPDX-License-Identifier: MIT */
#include "wizard/problem.h"

#include <string.h>

#include "base/xalloc.h"
#include "rules/sentence.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/mask.h"
#include "wizard/shown.h"

size_t problem_list(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX])
{
	size_t checks[GUIDE_CHECKS_MAX], count = 0;

	for (int group = GROUP_MUST; group < GROUP_COUNT; group++) {
		size_t all = wizard_checks(w, (enum check_group)group, checks);

		for (size_t i = 0; i < all; i++)
			if (wizard_is_problem(w, checks[i]))
				out[count++] = checks[i];
	}
	return count;
}

/* True if the two values are not masked and show the difference without the finding's sentence: a
 * short value, or one that differs from its first character on. */
static bool is_plain(const struct check_problem *p)
{
	const struct finding *f = &p->found.items[0];

	return p->found.count == 1 && (p->how & SENTENCE_MASKED) == 0 &&
	       (f->kind == KIND_SHOWN_WHOLE || f->kind == KIND_SHOWN_NUMBER ||
		(f->kind == KIND_SHOWN_OTHER && f->at == 1));
}

/* Sets what the site shows and how it differs. */
static void add_shown(const struct wizard *w, size_t check, enum report_form form,
		      struct check_problem *p)
{
	const char *typed = w->verify.shown[check].text;
	const enum guide_compare compare = p->check->compare;
	bool masked = mask_hides_in(w, compare, typed, form);

	if (*typed == '\0' || wizard_check_state(w, check) == CHECK_ABSENT) {
		p->shown = xstrdup(p->words);
		return;
	}
	p->shown = mask_in(w, compare, typed, form);
	if (!wizard_is_shown_masked(w, check))
		wizard_check_shown(w, check, &p->found);
	/* The page may tell the differing digit of an ID number that is masked, except in a
	 * presentation. */
	if (form == REPORT_ON_SCREEN && !w->presentation && compare == GUIDE_COMPARE_ID_NUMBER)
		masked = false;
	p->how = SENTENCE_SITE | wizard_reader(w, masked);
	p->plain = is_plain(p);
}

static void add_expected(const struct wizard *w, size_t check, enum report_form form,
			 struct check_problem *p)
{
	const enum guide_compare compare = p->check->compare;
	char *value = mask_in(w, compare, wizard_expected(w, compare), form);

	/* What the site does not show, or masks, was compared with nothing. */
	p->expected =
		wizard_check_state(w, check) == CHECK_ABSENT || wizard_is_shown_masked(w, check)
			? xstrdup("")
			: xasprintf("%s%s", value,
				    w->record.typed ? "" : wizard_source_words(w, check));
	p->expected_label = wizard_expected_label(w, check);
	xwipe(value);
}

/* Nobody corrects a value that the site does not show, or masks. */
const char *problem_remedy(const struct wizard *w, size_t check, enum remedy remedy)
{
	const struct guide_check *c = wizard_check(w, check);
	const enum check_state state = wizard_check_state(w, check);

	if (state == CHECK_ABSENT)
		return remedy == REMEDY_ADVICE ? "过几天再看看；还没有，告诉辅导员。" : NULL;
	if (state == CHECK_ASK && wizard_is_shown_masked(w, check))
		return remedy == REMEDY_ADVICE ? "能点开看全的，看全了再核对；不能的，问辅导员。"
					       : NULL;
	switch (remedy) {
	case REMEDY_CORRECTOR:
		return c->corrector;
	case REMEDY_PROOF:
		return c->proof;
	default:
		if (c->compare == GUIDE_COMPARE_STATUS)
			return w->guide->verification->statuses[wizard_status(w)].meaning;
		return state == CHECK_ASK ? NULL : c->advice;
	}
}

void problem_make(const struct wizard *w, size_t check, enum report_form form,
		  struct check_problem *out)
{
	*out = (struct check_problem){ .check = wizard_check(w, check),
				       .words = wizard_check_words(w, check) };
	add_shown(w, check, form, out);
	add_expected(w, check, form, out);
}

void problem_wipe(struct check_problem *p)
{
	xwipe(p->shown);
	xwipe(p->expected);
	explicit_bzero(p, sizeof *p);
}
