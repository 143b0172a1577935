/* SPDX-License-Identifier: MIT */
/* Converts a cell of a roster to the form of a record: spreadsheets write the same value in many
 * ways. Cells are UTF-8 and NUL-terminated. Blanks, full-width forms and invisible characters make
 * no difference. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/record.h"

/* Counts the ASCII digits in a cell's bytes, in any encoding. */
size_t cell_digits(const char *bytes, size_t len) __attribute__((pure));

/* Returns true if bytes in any encoding contain an ID number: 17 digits and a digit or X, with no
 * digit before or behind them, nor the G or L of a 学籍号 before them; or a valid number within a
 * longer run of digits. */
bool cell_holds_id(const char *bytes, size_t len);

/* Returns true if the holder of an ID number is so much older than another's that it may be a
 * parent: 15 years. Reads ten characters, or up to the first that is no digit. */
bool cell_id_is_elder(const char *number, const char *other) __attribute__((pure));

/* Copies the first such number to out and moves *bytes and *len behind it. false: there is none. */
enum { CELL_ID = 19 };
bool cell_take_id(const char **bytes, size_t *len, char out[CELL_ID]);

/* Copies a cell to out: makes full-width characters narrow, turns every blank into an ASCII one,
 * and drops invisible characters and the blanks around the cell. false: it does not fit and is
 * cut. */
bool cell_fold(const char *cell, char *out, size_t size);

/* Removes a pair of quotes or brackets around a cell. Returns true if there was one. */
bool cell_unquote(char *cell);

/* Copies the digits and letters, as capitals, of a number, without what people and spreadsheets
 * add: blanks, separators, full-width forms, a quote, .0; a look-alike of X at the end as X. Stars
 * are dropped, too. */
void cell_number(const char *cell, char out[RECORD_TEXT]);

/* Bytes of the results, NUL included; as many as in struct record. */
enum { CELL_SEX = 8, CELL_BIRTH = 16 };

/* Reads 男 or 女 from 男性, (男), 1-男, 男/M, 1, M and the like. false: the cell says neither, and
 * out is "". */
bool cell_sex(const char *cell, char out[CELL_SEX]);

/* Reads a date of birth. Writes YYYY-MM-DD for 20070901, 2007-09-01, 2007/9/1, 9/1/2007, 2007.9.1,
 * 2007年9月1日, 二〇〇七年九月一日, 2007 9 1, 1-Sep-2007, 2007-09-01生, with 08:00:00 behind it or
 * not, and for 39326, a spreadsheet's count of days. Writes YYYY-MM for 2007.09, 200709, 2007年9月,
 * Sep-07, and YYYY for 2007年. Years of two digits are of this century up to 49. false: the cell
 * has no day of the calendar, and out is "". */
bool cell_birth(const char *cell, char out[CELL_BIRTH]);

/* Like cell_birth(), for the holder of an ID number: if a cell such as 1/9/2007, 07-9-1 or 2007.1
 * (a spreadsheet's 2007.10) may mean several days, takes the one in the ID number, else the first;
 * so does 2007-08-31T16:00:00Z, when 1 September begins in China. A day without a year, as 9月1日,
 * 9/1 or 1-Sep, is the day in the ID number if it has that month and day, else it is not read.
 * id_number is NULL if it is not known. */
bool cell_birth_of(const char *cell, const char *id_number, char out[CELL_BIRTH]);

/* Reads a day that no calendar has, as 2007-9-31 or 20071301, and writes it as YYYY-MM-DD. false:
 * the cell is a day, month or year of the calendar, or no date, and out is "". */
bool cell_no_day(const char *cell, char out[CELL_BIRTH]);

#endif
