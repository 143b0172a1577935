/* SPDX-License-Identifier: MIT */
/* What is known of each check of the verification, in which words, and what is missing. */
#ifndef CHECK_H
#define CHECK_H

#include "wizard/wizard.h"

enum check_state {
	CHECK_OPEN, /* not looked at in this run, still being typed, or typed so that it tells nothing */
	CHECK_AGREES, /* compared, and the same */
	CHECK_FITS,   /* compared with what only the number tells, and the same */
	CHECK_SAME,   /* the same by the student's word */
	CHECK_SEEN,   /* looked at, with nothing to compare it with */
	CHECK_ABSENT, /* the site shows nothing for it */
	CHECK_WAITS,  /* a status that is to change */
	CHECK_ASK,    /* not the same, but by the record's fault: nobody knows before asking */
	CHECK_DIFFERS
};

enum check_group {
	GROUP_MUST,  /* must be looked at, and agree */
	GROUP_EMPTY, /* the site may show nothing for it */
	GROUP_OTHER,
	GROUP_COUNT
};

enum check_state wizard_check_state(const struct wizard *w, size_t check);

/* The words for it, the same wherever it is told: 一致, 与号码一致, 还没看. Of a choice what is chosen. */
const char *wizard_check_words(const struct wizard *w, size_t check);

/* Whether it was compared, and is the same: as the record, or as what only its number tells. */
bool wizard_check_equal(const struct wizard *w, size_t check);

/* What the report of a program calls it; of a choice its state. */
const char *wizard_check_id(const struct wizard *w, size_t check);

/* What an earlier run answered to a check that is open in this one, in words; "" if nothing. */
const char *wizard_earlier_words(const struct wizard *w, size_t check);

/* What the record's value of a check is called beside that of the site: 应为, or whose it is where it
 * may be wrong. */
const char *wizard_expected_label(const struct wizard *w, size_t check);

/* A sentence to put before the advice where the value that the site differs from was typed by the
 * student; else "". */
const char *wizard_doubt_words(const struct wizard *w, size_t check);

/* The same sentence where it holds of any check. */
const char *wizard_doubts(const struct wizard *w);

/* "（号码里的）" after an expected value that is not registered but read from the number; else "". */
const char *wizard_source_words(const struct wizard *w, size_t check);

/* Whether it is a problem that the result and the report explain: it differs, is to be asked about,
 * is not shown though it must agree, or is a status that does not pass. */
bool wizard_is_problem(const struct wizard *w, size_t check);

enum check_group wizard_check_group(const struct guide_check *check);

/* The checks of a group (indices of the guide) in the order of their rows: texts, pictures, the
 * status, the kind of student. Returns how many. */
size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX]);

/* How many of GROUP_MUST are asked: all but those that are not listed. */
size_t wizard_asked(const struct wizard *w);

/* Of those the ones whose answer is missing. A name and a number that were compared with nothing
 * are missing, and what else is required as long as there is no record at all. */
size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

/* Whether a check is one of these. */
bool wizard_is_missing(const struct wizard *w, size_t check);

/* "还差 3 项：录取照片、学籍状态、学生类别", owned by the caller; "" if nothing is missing. */
char *wizard_missing_text(const struct wizard *w);

#endif
