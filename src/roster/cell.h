/* SPDX-License-Identifier: MIT */
/* What a cell of a roster says, written as a record has it: spreadsheets write one thing in many
 * ways. Cells are UTF-8, NUL-terminated; blanks, width and what cannot be seen make no
 * difference. */
#ifndef CELL_H
#define CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/record.h"

/* The ASCII digits in a cell's bytes, in any encoding. */
size_t cell_digits(const char *bytes, size_t len) __attribute__((pure));

/* Whether bytes in any encoding have 17 digits and a digit or X in them, no digit before or behind,
 * nor the G or L of a 学籍号 before; or in a longer run of digits a sound number. */
bool cell_holds_id(const char *bytes, size_t len);

/* Takes the first such number out of bytes, which go on behind it. false: there is none. */
enum { CELL_ID = 19 };
bool cell_take_id(const char **bytes, size_t *len, char out[CELL_ID]);

/* Writes a cell without width, invisible characters and blanks around it, any other blank as one of
 * ASCII. false: it does not fit, and is cut. */
bool cell_fold(const char *cell, char *out, size_t size);

/* The letters, as capitals, and digits of a number, without what people and spreadsheets add:
 * blanks, separators, width, a quote, .0. Stars are lost, too. */
void cell_number(const char *cell, char out[RECORD_TEXT]);

/* Bytes of what is written, its NUL included: as many as struct record has. */
enum { CELL_SEX = 8, CELL_BIRTH = 16 };

/* 男 or 女, of 男性, (男), 1-男, 男/M, 1, M and the like. false: it says neither, and out is "". */
bool cell_sex(const char *cell, char out[CELL_SEX]);

/* YYYY-MM-DD, of 20070901, 2007-09-01, 2007/9/1, 9/1/2007, 2007.9.1, 2007年9月1日, 二〇〇七年九月一日, 2007 9
 * 1, 1-Sep-2007, 2007-09-01生, with 08:00:00 behind it or not, and of 39326, the days of a
 * spreadsheet. YYYY-MM, of 2007.09, 200709, 2007年9月, Sep-07. YYYY, of 2007年. Years of two digits
 * are of this century up to 49. false: no day of the calendar, and out is "". */
bool cell_birth(const char *cell, char out[CELL_BIRTH]);

/* The same for the holder of an ID number: of the days that 1/9/2007 or 07-9-1 may be, the one that
 * the number has, else the first. NULL: no number. */
bool cell_birth_of(const char *cell, const char *id_number, char out[CELL_BIRTH]);

/* A day that no calendar has, as YYYY-MM-DD: of 2007-9-31, 20071301. false: it is a day, month
 * or year of the calendar, or no date, and out is "". */
bool cell_no_day(const char *cell, char out[CELL_BIRTH]);

#endif
