/* SPDX-License-Identifier: MIT */
/* Recognises files that are given by mistake: no text, or no table. */
#ifndef FILE_KIND_H
#define FILE_KIND_H

#include "table/table.h"

/* Returns a sentence, static, on what a file with this beginning is and what to do; NULL if it may
 * be a table. */
const char *file_kind_wrong(struct slice head);

/* Advice: how to save the file as a table in text. */
#define FILE_KIND_SAVE_AS "用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”。"

#endif
