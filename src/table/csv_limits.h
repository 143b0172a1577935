/* SPDX-License-Identifier: MIT */
/* Sizes that the reader of CSV files and its callers agree on. */
#ifndef CSV_LIMITS_H
#define CSV_LIMITS_H

enum {
	CSV_BLOCK = 64 * 1024,     /* bytes asked of one read() */
	CSV_ROW_MAX = 1024 * 1024, /* bytes of a row, its line breaks included */
	CSV_CELLS_MAX = 512,       /* cells of a row that are kept */
	CSV_BEYOND = 32            /* bytes behind those in memory that may be read, too */
};

#endif
