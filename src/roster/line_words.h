/* SPDX-License-Identifier: MIT */
/* Recognises words of lines that are not a student's: totals, signatures, notes, pages, classes,
 * titles. Texts are UTF-8, folded by cell_fold() to less than LINE_TEXT bytes. */
#ifndef LINE_WORDS_H
#define LINE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "table/encoding.h"
#include "table/table.h"

enum { LINE_TEXT = 192 };

extern const char LINE_PAGE[], LINE_GROUP[], LINE_DAY[], ROLE_OF_STUDENT[];

/* Decodes and folds the text of a cell. */
void line_read(struct decoder *decoder, struct slice cell, char out[LINE_TEXT]);

/* Whether the text of a cell, read so, passes a test. */
bool line_test(struct decoder *decoder, struct slice cell, bool (*passes)(const char *s));

/* Whether line_word() or line_group() recognises a text: 合计, 软件1班. */
bool line_is(const char *s);

/* Returns what a report calls a text that begins with a word of such lines (制表人：王), static;
 * NULL: it begins with none. Blanks and a frame, --完--, make no difference. A page or a count is
 * recognised by its form, a rule by its characters. */
const char *line_word(const char *s);

/* Whether a result of line_word() is the role of who makes a table, which no student has. */
bool line_is_role(const char *label);

/* Returns what a report calls a person with a role, static, if a text is a role: 教官, 学习委员
 * (ROLE_OF_STUDENT), 王老师; NULL: it is none. beside: a name stands beside it, so that any word
 * with the ending of one is a role: 见证人. */
const char *line_role(const char *s, bool beside);

/* Whether a result of line_word() or line_role() is certainly not of a student: of a teacher, of a
 * telephone, of a note. */
bool line_is_of_no_student(const char *label);

/* Whether a text of ideographs is certainly no such line, no group and no example. Looks only at
 * its characters, which is many times faster. */
bool line_is_none(const char *s);

/* Returns what a report calls a text that ends with a word for a group or a table, 软件1班 or
 * 新生名单, static; NULL: it ends with none, or is a name as 潘班 and 张大学 are. */
const char *line_group(const char *s);

/* Whether the cell of a name is an example of how to fill in a template: 示例：张三. */
bool line_is_example(const char *s);

/* Copies s without its frame (【软件2601班】, —软件2601班—) and without a count in brackets
 * (软件2601班(45人)). */
void line_unframe(const char *s, char out[LINE_TEXT]);

size_t line_characters(const char *s);

#endif
