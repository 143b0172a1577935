/* SPDX-License-Identifier: MIT */
/* Finds out why a text file cannot be read as a roster: it is not a table, is cut at an unknown
 * separator, or was saved in a wrong encoding. Reads only csv_ahead(). */
#ifndef UNREADABLE_H
#define UNREADABLE_H

#include <iconv.h>
#include <stdbool.h>

#include "base/diag.h"
#include "table/csv.h"
#include "table/encoding.h"
#include "table/table.h"

extern const char UNREADABLE_GARBLED[]; /* the sentence for garbled text */

/* Adds to d why the file cannot be read as a table. Returns true if no reason is known. */
bool unreadable_report(const struct csv *in, struct decoder *decoder, struct diag *d);

/* Whether one of the first lines has headings if it is decoded as Big5, and none has otherwise. */
bool unreadable_is_big5(const struct csv *in, struct decoder *decoder);

/* Whether a name is UTF-8 that was read as GBK, as 赵敏 became 璧垫晱. gbk: converts from UTF-8. */
bool unreadable_is_garbled_name(struct decoder *decoder, iconv_t gbk, struct slice name);

#endif
