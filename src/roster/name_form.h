/* SPDX-License-Identifier: MIT */
/* Whether a cell of a roster has the form of a person's name. Texts are UTF-8, folded by
 * cell_fold() to less than LINE_TEXT bytes (line_words.h). */
#ifndef NAME_FORM_H
#define NAME_FORM_H

#include <stdbool.h>
#include <stddef.h>

enum name_form {
	NAME_NONE,
	NAME_POSSIBLE, /* ideographs that may be a name, but other words begin so, too: 缺席 */
	/* begins with a surname, or as the names of Uyghurs, Tibetans and others do; or is Latin,
	 * has a dot, or is masked */
	NAME_USUAL
};

/* The form of a name, even of one with a mistake in it (李明x, 1.李明, （李明）) or of several:
 * 郑十、钱十一. */
enum name_form name_form(const char *s);

/* Whether a cell, not folded, holds a name of two ideographs or more, and the cell of the name
 * holds none. */
bool name_form_swapped(const char *cell, const char *name_cell);

/* Whether s is a name of at most max characters, not counting blanks and a remark in brackets, or a
 * long name. 潘班 and 张大学 are names, 一班 is not. */
bool name_form_is(const char *s, size_t max);

enum { NAME_FORM_USUAL = 4, NAME_FORM_LONG = 15 }; /* characters, for max */

/* Whether few other words look like s, a name of the usual form: it has a frequent surname or one
 * of two characters, a dot, a star or letters, or is four sounds or more. */
bool name_form_is_sure(const char *s);

/* Whether a word of two to four ideographs begins with a surname, or all its characters are sounds
 * of names in other languages. */
bool name_form_may_be(const char *s);

size_t name_form_ideographs(const char *s); /* counts them */

/* Whether s is ideographs, as many as a name usually has: two to four. Blanks make no
 * difference. */
bool name_form_has_length(const char *s);

/* Whether s is a word for many students or for something of a roster: 江苏省, 软件工程, 苗族. Words
 * that begin with a frequent surname are none by their ending alone: 王科. */
bool name_form_is_section(const char *s);

/* Whether a character of s but the first is one that words have and given names have not, 复印件, or
 * s ends as words for many students do and begins as no name does: 农科生. */
bool name_form_has_word_character(const char *s);

/* Whether s is more than a name, even than one with a mistake in it. */
bool name_form_is_sentence(const char *s);

/* Whether s begins as a name and ends in why that student is not here: 王芳未报到. *len: the bytes
 * of the name; 0: not certain. */
bool name_form_is_absent(const char *s, size_t *len);

/* Whether a UTF-8 cell has the form of a student's name: two to fifteen ideographs or dots (·),
 * without the ending of a group's or a place's name. */
bool name_form_is_name(const char *s);

#endif
