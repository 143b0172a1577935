/* SPDX-License-Identifier: MIT */
/* Recognises totals, signatures, notes, page and class lines of a roster by their words. Results
 * are labels for reports (row_label.h, line_words.h); NULL: the row is no such line. */
#ifndef FOOTER_ROW_H
#define FOOTER_ROW_H

#include <stdbool.h>

#include "roster/row_cells.h"
#include "roster/row_label.h"

/* The label of a text that begins with a word of such lines, or is a person with a role and no
 * student: 王老师, 排长 王强, 张静（辅导员）. */
const char *footer_row_text(const char *s);

/* The label of a row without an ID number that has a person's role where other rows have a number,
 * and a name: 辅导员,赵敏. It may be a student's if that has a duty, and a sex or no other cell for
 * the ID number. The same of any other word there or in the name's cell, 家委会,刘洋, if the row has
 * nothing else and no digit. */
const char *footer_row_person(const struct row_cells *c, enum row_doubt *doubt);

/* The label of a word in the first cell, or else in the name's, that is not said of a student: a
 * duty (书记) or a remark (小计) in a column of words is the student's in the name's cell. */
const char *footer_row_word(const struct row_cells *c);

/* How certain it is that a row with such a word is not a student's. */
enum row_doubt footer_row_doubt(const struct row_cells *c);

/* The label of a row of one cell that names a group or is a date. */
const char *footer_row_single(const struct row_cells *c);

/* The label of a row with a text in the number's cell all of whose cells are such words, dates, or
 * words with a value behind them (电话：83590000), without a document's number. */
const char *footer_row_entries(const struct row_cells *c);

/* The label of a text that is no name and no student's number: a word of such lines, a group, a
 * date, or words with a value behind them. */
const char *footer_row_entry(const char *s);

/* Whether a text names the people that a line counts: 男生, 党员. */
bool footer_row_counts(const char *s);

/* Whether a row is a line of a table of counts: 男生,1; 平均年龄,19; 到校率,98%. */
bool footer_row_is_count(const struct row_cells *c);

/* Whether the name's cell has a name, and the first cell is another one. */
bool footer_row_is_named(const struct row_cells *c);

#endif
