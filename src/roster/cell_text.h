/* SPDX-License-Identifier: MIT */
/* What the text of a roster's cell is, whatever its column. Texts are UTF-8, folded by
 * cell_fold(). */
#ifndef CELL_TEXT_H
#define CELL_TEXT_H

#include <stdbool.h>
#include <stddef.h>

size_t cell_text_digits(const char *s); /* counts them */

/* Whether a text is an ID number, a masked one, or what a spreadsheet left of one. */
bool cell_text_is_id(const char *s);

/* Whether a text is empty or stands for nothing: --, /, 无, or the apostrophe of a text. */
bool cell_text_is_nothing(const char *s);

/* Whether a text is what a failed conversion leaves of a name: ？？, □□. */
bool cell_text_is_lost(const char *s);

/* Whether a text says why there is no number or no student: 护照, 休学, 见备注. */
bool cell_text_says_why(const char *s);

/* Whether a text is empty, an amount or a count: 10000.00, 98%, 12人. */
bool cell_text_is_amount(const char *s);

/* Whether a text is a label with nothing behind its colon: 制表人： */
bool cell_text_is_label(const char *s);

/* Whether a text says what a column is to hold: (必填), C(18) or VARCHAR(18). */
bool cell_text_is_instruction(const char *s);

/* Whether a text heads a column of counts: 人数, 男生. */
bool cell_text_heads_counts(const char *s);

/* Whether a text counts the students of a sex: 男：4, 女生4人. */
bool cell_text_counts_sex(const char *s);

#endif
