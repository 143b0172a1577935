/* SPDX-License-Identifier: MIT */
/* The problems found on the site and what to do about each, for the page of the result and the
 * reports. */
#ifndef PROBLEM_H
#define PROBLEM_H

#include "rules/finding.h"
#include "wizard/wizard.h"

/* One problem, with its values masked for the reader. Start with problem_make(), end with
 * problem_wipe(). */
struct check_problem {
	const struct guide_check *check; /* borrowed from the guide */
	const char *words;               /* wizard_check_words() */
	char *shown;    /* the site's value, or `words` if none was typed; owned, as the next one */
	char *expected; /* "" if there is none */
	const char *expected_label; /* 应为, or where a value comes from that may be wrong */
	struct findings found;      /* how the two differ; at most one finding */
	unsigned how;               /* flags for sentence_make() of that finding */
	bool plain;                 /* the two values show the difference without the sentence */
};

/* Lists the checks that are problems (indices of the guide) in the order of their rows. Returns how
 * many there are. */
size_t problem_list(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

void problem_make(const struct wizard *w, size_t check, enum report_form form,
		  struct check_problem *out);
void problem_wipe(struct check_problem *p);

/* What to do about a problem, whom to ask, what to bring. */
enum remedy { REMEDY_ADVICE, REMEDY_CORRECTOR, REMEDY_PROOF, REMEDY_COUNT };

/* Returns NULL if it is unknown, or if the finding says what to do; else text of the guide. */
const char *problem_remedy(const struct wizard *w, size_t check, enum remedy remedy);

#endif
