/* SPDX-License-Identifier: MIT */
/* The state of each check of the verification, the words for it, and the checks still missing. */
#ifndef CHECK_H
#define CHECK_H

#include "wizard/wizard.h"

enum check_state {
	CHECK_OPEN,   /* not answered in this run, still being typed, or the text proves nothing */
	CHECK_AGREES, /* equal to the record; of a picture or a status: right */
	CHECK_FITS,   /* equal to a value that is only in the record's number */
	CHECK_SAME,   /* called the same by the student, who typed nothing */
	CHECK_SEEN,   /* looked at; there is nothing to compare it with */
	CHECK_ABSENT, /* the site shows nothing for it */
	CHECK_WAITS,  /* a status that is expected to change */
	CHECK_ASK,    /* the record is wrong or contradicts itself: the student has to ask */
	CHECK_DIFFERS
};

enum check_group {
	GROUP_MUST,  /* must be answered, and must not differ */
	GROUP_EMPTY, /* the site may show nothing for it */
	GROUP_OTHER,
	GROUP_COUNT
};

enum check_state wizard_check_state(const struct wizard *w, size_t check);

/* The words for the state, the same on every screen and in the report: 一致, 与号码一致, 还没看;
 * 不对 in place of 不一致 if nothing was compared; while the site shows no record, 还看不到, or
 * 等有了再看 of a check that was answered before. For a choice, the label of the chosen option. */
const char *wizard_check_words(const struct wizard *w, size_t check);

/* True if the check was compared and is equal to the record or to a value in its number. */
bool wizard_check_equal(const struct wizard *w, size_t check);

/* The name of the state in the JSON report, also for a choice. */
const char *wizard_check_id(const struct wizard *w, size_t check);

/* The words for the answer that an earlier run gave to a check that is open in this one; "" if
 * there is none, or if the record is not the invented student's. */
const char *wizard_earlier_words(const struct wizard *w, size_t check);

/* The label of the record's value beside the site's: 应为, or where a value comes from that may be
 * wrong (你填的, 按号码, 高考信息里). */
const char *wizard_expected_label(const struct wizard *w, size_t check);

/* A sentence to put before the advice if the site's value differs from one that the student typed;
 * else "". */
const char *wizard_doubt_words(const struct wizard *w, size_t check);

/* The same sentence if it applies to any check; else "". */
const char *wizard_doubts(const struct wizard *w);

/* " 按号码", to put after an expected value that is not in the record but read from its
 * number; else "". */
const char *wizard_source_words(const struct wizard *w, size_t check);

/* True if the result and the report have to explain the check: it differs, has to be asked about,
 * is not shown although it must agree, or is a status that does not pass. */
bool wizard_is_problem(const struct wizard *w, size_t check);

enum check_group wizard_check_group(const struct guide_check *check);

/* Lists the checks of a group (indices of the guide) in the order of their rows: texts, pictures,
 * the status, the kind of student. Returns how many there are. */
size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX]);

/* How many checks of GROUP_MUST are asked: if the site shows no record, only the status. */
size_t wizard_asked(const struct wizard *w);

/* Lists the asked checks of GROUP_MUST whose answer is missing; returns how many there are. A name
 * and a number that were compared with nothing are missing; so is any other text while there is no
 * record at all. */
size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX]);

/* True if wizard_missing() lists the check. */
bool wizard_is_missing(const struct wizard *w, size_t check);

/* "还差 3 项：录取照片、学籍状态、学生类别", owned by the caller; "" if nothing is missing. */
char *wizard_missing_text(const struct wizard *w);

#endif
