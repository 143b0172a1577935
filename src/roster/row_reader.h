/* SPDX-License-Identifier: MIT */
/* Reads the rows of a roster whose columns are known and says what each is: a student's, the half
 * of one, or none. */
#ifndef ROW_READER_H
#define ROW_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "roster/broken_row.h"
#include "roster/columns.h"
#include "roster/current_table.h"
#include "roster/fast_path.h"
#include "roster/roster_row.h"
#include "roster/shifted_row.h"
#include "table/csv.h"
#include "table/encoding.h"
#include "table/table.h"

struct row_reader {
	struct csv *in; /* owned */
	struct decoder decoder;
	struct current_table table;
	struct number_forms forms;
	bool wiped;                    /* as roster_is_wiped() */
	size_t usual;                  /* cells of most of the first rows */
	const struct table_row *cells; /* borrowed; NULL: none yet */
	struct roster_row row;
	struct fast_path_columns fast_path;
	bool changed;       /* the columns or the encoding changed, or rows were joined */
	bool others_above;  /* a header of other people stands above the header */
	bool blank_above;   /* a blank row stands before this one */
	bool below_student; /* a student stands above */
	bool unnumbered;    /* the same without a number */
	bool below_footer; /* the row before is a line that is not a student's, class's or page's */
	size_t before;    /* cells of the row before, if a student's with name and number; else 0 */
	struct csv *rest; /* owned; the next line, which continues the row; NULL: none */
	struct broken_row whole;
};

/* Prepares for table.columns; call it when they are set. */
void row_reader_start_table(struct row_reader *r);

/* Frees what it owns. */
void row_reader_close(struct row_reader *r);

/* As the functions of roster.h. */
const struct roster_row *row_reader_next(struct row_reader *r, struct diag *d);
void row_reader_skip_valid(struct row_reader *r, struct fast_path *f);
bool row_reader_is_even(const struct row_reader *r);
const struct roster_row *row_reader_skip_to(struct row_reader *r, size_t row);

/* Chooses the encoding at the first slice that is not ASCII. */
void row_reader_settle_encoding(struct row_reader *r, struct slice s);

#endif
