/* SPDX-License-Identifier: MIT */
/* Shows the student of a row in a line of a report, as 李*          1****************4  学号
 * 2026001  1.csv: what the school needs to know who it is, masked or not. */
#ifndef STUDENT_LINE_H
#define STUDENT_LINE_H

#include <stdbool.h>

#include "audit/audit_row.h"

struct student_line_options {
	bool reveal;       /* nothing is masked */
	bool by_candidate; /* names 考生号, not 学号 */
	bool with_file;    /* names the file of the row, if it has one */
};

/* Cleaning may turn a byte into three; 64 bytes for the rest. */
enum {
	STUDENT_LINE_FILE = 64, /* bytes shown of the end of a path */
	STUDENT_LINE_MAX = 3 * (2 * RECORD_TEXT + 64 + STUDENT_LINE_FILE) + 64
};

/* Writes the line as packed text (audit/packed.h), NUL-terminated. */
void student_line_pack(const struct audit_row *row, struct student_line_options options,
		       char to[STUDENT_LINE_MAX]);

#endif
