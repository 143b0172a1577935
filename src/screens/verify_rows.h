/* SPDX-License-Identifier: MIT */
/* The rows of the screen that compares what the site shows, and what state each is in. */
#ifndef VERIFY_ROWS_H
#define VERIFY_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "wizard/check.h"
#include "wizard/wizard.h"

enum verify_row_kind { VERIFY_RECORD, VERIFY_CHECK, VERIFY_GROUP, VERIFY_RESULT };

struct verify_row {
	size_t check; /* VERIFY_CHECK */
	enum verify_row_kind kind;
	enum check_group group; /* VERIFY_GROUP */
};

enum { VERIFY_ROWS_MAX = GUIDE_CHECKS_MAX + GROUP_COUNT + 2 };

bool verify_is_unfolded(const struct wizard *w, enum check_group group);

/* Lists the rows from top to bottom; of the checks, only those that are asked. Returns how many
 * there are. */
size_t verify_rows(const struct wizard *w, struct verify_row out[VERIFY_ROWS_MAX]);

struct verify_row verify_focused_row(const struct wizard *w);

/* Returns true if a row is a check that takes typed text. */
bool verify_is_text(const struct wizard *w, struct verify_row row);

/* Returns true if a check is answered and its row has no text, so that a stray key must not take
 * the answer back. */
bool verify_is_settled(const struct wizard *w, size_t check);

/* Returns true if Enter opens the list of options on a row that takes text: the check is not
 * answered, or the row has no text yet. In line mode also if nothing was typed since the row was
 * focused, because the list is how line mode asks for the row. */
bool verify_opens_list(const struct wizard *w, size_t check);

/* Returns true if typing replaces the text: the row has a whole text, and no key was pressed in it
 * since the row was focused. */
bool verify_starts_anew(const struct wizard *w, size_t check);

/* Returns true if the text of a check is shown as stars even while it is typed. */
bool verify_hides_typed(const struct wizard *w, size_t check);

#endif
