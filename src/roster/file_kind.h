/* SPDX-License-Identifier: MIT */
/* Names files that are no text, or no table of text, and are given by mistake. */
#ifndef FILE_KIND_H
#define FILE_KIND_H

#include "roster/table.h"

/* What a file with this beginning is, and what to do: a sentence, static; NULL: it may be a table. */
const char *file_kind_wrong(struct slice head);

/* How to make a table of text of it. */
#define FILE_KIND_SAVE_AS "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”。"

#endif
