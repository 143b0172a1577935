/* SPDX-License-Identifier: MIT */
/* What reports call a row that is not a student's, and how certain it is. Each label is a static
 * word that quotes no personal data; others are in line_words.h. */
#ifndef ROW_LABEL_H
#define ROW_LABEL_H

extern const char ROW_HEADINGS[]; /* repeated headings */
extern const char ROW_NOBODY[];   /* no name, no number and nothing that is known */
extern const char ROW_NOTE[], ROW_EXAMPLE[], ROW_TOTAL[];
extern const char ROW_VACATED[]; /* a number whose student has left */
extern const char ROW_COUNTS[];  /* the headings of a table of counts */

/* How certain it is that a row is not a student's. */
enum row_doubt {
	ROW_SURE,
	ROW_DOUBTFUL, /* the text in place of a name may be one: report the row */
	ROW_NAME,     /* a name alone in its row: a student's unless a section begins below it */
	ROW_BARE,     /* a name alone in its row: a student's if others follow, else report it */
	ROW_SHORT,    /* the same, unless it stands at the end below lines that are not students' */
	ROW_SHORTEST, /* nor at the end below students who all have numbers */
	/* 负责人,王芳 below 序号: a student's if the numbering continues below, else report it */
	ROW_SIGNED,
	ROW_LABELLED, /* 负责人：,王芳: report it if the numbering continues below */
};

#endif
