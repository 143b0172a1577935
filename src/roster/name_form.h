/* SPDX-License-Identifier: MIT */
/* Whether a cell of a roster has the form of a person's name. Texts are UTF-8, folded by
 * cell_fold() to less than LINE_TEXT bytes (line_words.h). */
#ifndef NAME_FORM_H
#define NAME_FORM_H

#include <stdbool.h>
#include <stddef.h>

enum name_form {
	NAME_NONE,
	NAME_POSSIBLE, /* two to four ideographs, and other words begin so, too: 缺席 */
	NAME_USUAL /* begins with a surname or as the names of Uyghurs, Tibetans and others do; Latin, with a dot, masked */
};

/* A name, even with a slip in it: 李明x, 1.李明, （李明）; or two names: 郑十、钱十一. */
enum name_form name_form(const char *s);

/* Whether a name of two ideographs or more stands in one cell, as it is in the file, and none in
 * the cell for it. */
bool name_form_swapped(const char *cell, const char *name_cell);

/* A name of at most this many characters, blanks and a remark in brackets aside, or a long one. 潘班
 * and 张大学 are such, 一班 is none. */
bool name_form_is(const char *s, size_t max);

enum { NAME_FORM_USUAL = 4, NAME_FORM_LONG = 15 }; /* characters, for max */

/* Of a name of the usual form, whether few words look so: a frequent surname, two characters of
 * one, a dot or letters, four sounds. */
bool name_form_is_sure(const char *s);

/* Whether a word begins with a surname, or all its characters are sounds of names in other
 * languages. */
bool name_form_may_be(const char *s);

/* More than a name, even one with a mistake in it. */
bool name_form_is_sentence(const char *s);

#endif
