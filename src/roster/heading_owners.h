/* SPDX-License-Identifier: MIT */
/* Whose the names and numbers of a line of headings are where several columns have them: the
 * student's, or those of the person before them. */
#ifndef HEADING_OWNERS_H
#define HEADING_OWNERS_H

#include <stddef.h>

#include "roster/headings.h"

enum { RANK_OF_OTHERS = 100000 }; /* what the rank of another person's heading is raised by */

/* Raises the rank of headings that belong to another person than the student: 姓名 behind 关系, and
 * 身份证号 behind 父亲, if another column names the student's; 姓名 beside 学生姓名,身份证号. A name
 * takes the number and the sex behind it along. count: of the headings of the line. */
void heading_owners_find(struct heading *headings, size_t count);

#endif
