/* SPDX-License-Identifier: MIT */
/* What is wrong on the site, item by item, and what to do about it: the page of the result and the
 * reports tell the same. */
#ifndef PROBLEM_H
#define PROBLEM_H

#include "rules/finding.h"
#include "wizard/wizard.h"

/* One of them, as a reader may see it. Start with problem_make(), end with problem_wipe(). */
struct check_problem {
	const struct guide_check *check; /* borrowed from the guide, as the last three */
	const char *words;               /* 不一致; of a status what it is */
	char *shown;                     /* by the site; owned, as the next one */
	char *expected;                  /* "" if nothing is */
	const char *expected_label;      /* 应为, or whose it is where it may be wrong */
	struct findings found;           /* how the two differ: at most one finding, */
	unsigned how;                    /* for sentence_make(), */
	bool told;                       /* which the two values tell as well */
	const char *advice;              /* NULL if not known, or the finding says what to do */
	const char *corrector, *proof;   /* whom to ask, what to bring; NULL if not known */
};

/* The checks that are problems (indices of the guide), in the order of their rows. Returns how
 * many. */
size_t problem_list(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

void problem_make(const struct wizard *w, size_t check, enum report_form form,
		  struct check_problem *out);
void problem_wipe(struct check_problem *p);

#endif
