/* SPDX-License-Identifier: MIT */
#include "roster/unnumbered_row.h"

#include <string.h>

#include "roster/cell_text.h"
#include "roster/footer_row.h"
#include "roster/name_form.h"
#include "table/words.h"

enum {
	NOTE = 6,        /* the most characters of a sentence that may be a name */
	CLASS_DIGITS = 4 /* of a class: the year and the number */
};

static bool names_column(const char *s)
{
	return heading_is_of_others(s) || heading_read(s).kind != HEADING_NONE;
}

bool unnumbered_row_is_students(const struct row_cells *c)
{
	const char *name = c->name, *label;
	bool usual = c->usual > 0 && c->missing < 2;

	if (*name == '\0' || !cell_text_is_nothing(c->number) || strchr(name, ':') != NULL ||
	    cell_text_is_instruction(name))
		return false;
	if (c->own_number && !line_is(name))
		return true;
	label = footer_row_text(name);
	if (label != NULL && line_is_of_no_student(label) && !c->sex)
		return false; /* 班主任 陈静 beside a class */
	if ((cell_text_heads_counts(name) && !c->sex && !c->own_number) ||
	    (cell_text_is_label(c->first) && (c->digits == 0 || footer_row_text(c->first) != NULL)))
		return false;
	if (cell_text_digits(name) > 0 || heading_read(name).kind != HEADING_NONE ||
	    (name_form_is_sentence(name) && c->usual < 2))
		return false;
	if (usual && (c->usual > 1 || (name_form(name) != NAME_NONE &&
				       (!name_form_is_section(name) || name_form_may_be(name)))))
		return true;
	return name_form_may_be(name) &&
	       ((usual && row_cells_is_counted(c)) || row_cells_has_student(c));
}

/* Whether a text begins as a heading or a note in a list does: 一、 (二) ①. */
static bool is_enumerated(const char *s)
{
	size_t step;

	if (words_find(s, "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩", WORDS_START) > 0)
		return true;
	s += *s == '(';
	while ((step = words_find(s, "一 二 三 四 五 六 七 八 九 十", WORDS_START)) > 0)
		s += step;
	return words_find(s, ") 、", WORDS_START) > 0;
}

/* Whether a student's number may be missing where a cell has this text: 无, 未办. A heading (列3,
 * 班主任：李老师) or a single ideograph is of another row. */
static bool may_lack_number(const char *s)
{
	return cell_text_is_nothing(s) || (line_characters(s) > 1 && cell_text_digits(s) == 0 &&
					   strchr(s, ':') == NULL && !names_column(s));
}

/* How certain it is that a text alone in its row or beside an amount is not a name; ROW_SURE: not
 * known. Two or three ideographs are a name if a surname begins them, and else unless they stand
 * below lines, or two at the end below students who all have numbers. Four may be a line
 * (阅后即焚), as may any beside an amount (甲地,12): students must follow. */
static enum row_doubt doubt_of_bare(const struct row_cells *c, enum name_form form)
{
	if (form == NAME_NONE || !name_form_has_length(c->name) || name_form_is_sure(c->name) ||
	    (form == NAME_POSSIBLE && names_column(c->name)))
		return ROW_SURE;
	if (*c->number != '\0' || name_form_ideographs(c->name) == NAME_FORM_USUAL)
		return ROW_BARE;
	if (form != NAME_POSSIBLE)
		return ROW_NAME;
	return line_characters(c->name) == 2 ? ROW_SHORTEST : ROW_SHORT;
}

/* The doubt of a row that is skipped with it, as other words than names have the text's form;
 * ROW_SURE: not known. bare: nothing that only students have is filled but the name. */
static enum row_doubt doubt_of_name(const struct row_cells *c, enum name_form form, bool bare)
{
	size_t len;

	if (name_form_is_absent(c->name, &len) ||
	    (bare && form != NAME_NONE && name_form_has_length(c->name) &&
	     !name_form_is_sure(c->name) && name_form_has_word_character(c->name)))
		return ROW_DOUBTFUL;
	return bare ? doubt_of_bare(c, form) : ROW_SURE;
}

/* Whether a text is a class: 民族班, 网络工程2601. */
static bool is_class(const char *s)
{
	size_t len = strlen(s);

	return words_find(s, "班", WORDS_END) > 0 ||
	       (cell_text_digits(s) == CLASS_DIGITS && name_form_ideographs(s) > 1 &&
		cell_text_digits(s + len - CLASS_DIGITS) == CLASS_DIGITS);
}

/* Judges a row as unnumbered_row_judge() does, with the same label for a class as for notes. */
static const char *judge(const struct row_cells *c, enum row_doubt *doubt)
{
	enum name_form form = name_form(c->name);
	bool counted = row_cells_is_counted(c), may_be = name_form_may_be(c->name), sentence;
	bool bare = c->alone && !counted;

	if (cell_text_is_instruction(c->name) || strchr(c->name, ':') != NULL ||
	    (strcmp(c->name, c->number) == 0 &&
	     (form != NAME_USUAL || (unsigned char)c->name[0] < 0x80)))
		return ROW_NOTE; /* of a template: 是,是,否; string,string */
	if (name_form_is_section(c->name) &&
	    (may_be ? bare && c->filled == 1U + (*c->number != '\0') : !counted)) {
		if (!bare || may_be)
			*doubt = ROW_DOUBTFUL;
		return ROW_NOTE;
	}
	*doubt = doubt_of_name(c, form, bare);
	if (*doubt != ROW_SURE)
		return ROW_NOTE;
	if (form == NAME_USUAL)
		return NULL;
	if (names_column(c->name)) {
		if ((c->filled == 1 || cell_text_says_why(c->number)) && form == NAME_POSSIBLE &&
		    name_form_has_length(c->name))
			*doubt = ROW_DOUBTFUL; /* 母敏 may be a name */
		return ROW_NOTE;               /* 家长,,学生: groups above the headings */
	}
	sentence = name_form_is_sentence(c->name) || is_enumerated(c->name);
	if (sentence && *c->number == '\0' && (c->filled == 1 || line_characters(c->name) > NOTE))
		return ROW_NOTE;
	if (form == NAME_POSSIBLE && name_form_has_length(c->name) &&
	    (cell_text_digits(c->number) > 0 || may_lack_number(c->number)))
		return NULL;
	if (counted && (!sentence || form == NAME_POSSIBLE || cell_text_digits(c->name) > 0))
		return NULL;
	if ((form == NAME_POSSIBLE && name_form_ideographs(c->name) <= NAME_FORM_USUAL) ||
	    (may_be && name_form_is_sure(c->name)) || /* 陈超名 */
	    (!sentence && !cell_text_is_nothing(c->name) && *c->number != '\0' &&
	     may_lack_number(c->number)))
		*doubt = ROW_DOUBTFUL;
	return ROW_NOTE;
}

const char *unnumbered_row_judge(const struct row_cells *c, enum row_doubt *doubt)
{
	const char *label = judge(c, doubt);

	return label == ROW_NOTE && is_class(c->name) ? LINE_GROUP : label;
}
