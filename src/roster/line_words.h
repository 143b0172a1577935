/* SPDX-License-Identifier: MIT */
/* Words of lines that are no student's: totals, signatures, notes, pages, classes, titles. Texts
 * are UTF-8, folded by cell_fold() to less than LINE_TEXT bytes. */
#ifndef LINE_WORDS_H
#define LINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/encoding.h"
#include "roster/table.h"

enum { LINE_TEXT = 192 };

extern const char LINE_PAGE[], LINE_GROUP[], LINE_DAY[];

/* The text of a cell, folded. */
void line_read(struct decoder *decoder, struct slice cell, char out[LINE_TEXT]);

/* Whether a cell begins with such a word or names a group: 合计, 软件1班. */
bool line_is(struct decoder *decoder, struct slice cell);

/* What a text that begins with such a word, 制表人：王, is called in a report: static; NULL: it begins
 * with none. Blanks and a frame, --完--, make no difference. A page or a count is known by its form,
 * a rule by its characters. */
const char *line_word(const char *s);

/* Whether a text of ideographs surely is none of these, no group and no example: by its characters,
 * many times faster. */
bool line_is_none(const char *s);

/* The same for what ends with the word for a group or a table: 软件1班, 新生名单. No name: 潘班, 张大学. */
const char *line_group(const char *s);

/* Whether a template shows in this name's cell what to fill in: 示例：张三. */
bool line_is_example(const char *s);

/* Without the frame of 【软件2601班】 and —软件2601班—, and the count of 软件2601班(45人). */
void line_unframe(const char *s, char out[LINE_TEXT]);

size_t line_characters(const char *s);

#endif
