/* SPDX-License-Identifier: MIT */
/* Reads the cell of a number, as spreadsheets write it. */
#ifndef NUMBER_CELL_H
#define NUMBER_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/finding.h"
#include "table/table.h"

/* The bytes of a number without what makes spreadsheets keep it as text: blanks around it, a
 * leading apostrophe, ="…", = before a digit. */
struct slice number_cell_bare(struct slice cell);

/* What number_cell_bare() removes: KIND_MARKED, or only the blanks around a cell's text,
 * KIND_BLANK_START, _END or _BOTH_ENDS; with the first character and its byte, from 1. KIND_BLANK:
 * nothing, or the cell is blank. paired: the mark is at both ends. */
struct number_blanks {
	enum finding_kind kind;
	size_t at;
	char is;
	bool paired;
};
struct number_blanks number_cell_blanks(struct slice cell);

/* Whether a cell has the apostrophe, ="…" or = that number_cell_bare() removes. */
bool number_cell_is_marked(struct slice cell);

/* Whether a cell, without what number_cell_bare() removes, has the form of an ID number with a
 * month and a day in it, or is what a spreadsheet makes of one: 1.10105E+17. */
bool number_cell_is_id(struct slice cell);

/* Whether a cell has a candidate number of which a spreadsheet may have kept nine digits: its last
 * five are zeros. */
bool number_cell_is_rounded(struct slice cell);

#endif
