/* SPDX-License-Identifier: MIT */
/* What a heading of a roster names, however it is written. */
#ifndef HEADINGS_H
#define HEADINGS_H

#include <stdbool.h>

enum roster_column {
	ROSTER_NAME,
	ROSTER_ID_NUMBER,
	ROSTER_CANDIDATE_NUMBER,
	ROSTER_SEX,
	ROSTER_BIRTH_DATE,
	ROSTER_DOCUMENT_TYPE,
	ROSTER_ETHNIC_GROUP,
	ROSTER_STUDENT_NUMBER,
	ROSTER_COLUMN_COUNT
};

enum heading_kind {
	HEADING_NONE,
	HEADING_COLUMN, /* one of enum roster_column */
	HEADING_OTHER,  /* a known heading of another column */
	HEADING_NUMBER, /* the same, of numbers */
	HEADING_FOREIGN, /* of somebody else, or in another form: a parent's name, a name in pinyin */
	HEADING_FAMILY_NAME, /* 姓 and 名 in two columns */
	HEADING_GIVEN_NAME,
};

struct heading {
	enum heading_kind kind;
	enum roster_column column; /* of a HEADING_COLUMN */
	unsigned rank;             /* the lower, the better it names the column; equal: as well */
	bool of_reader; /* 您的姓名: of who fills in the questionnaire, a parent if another names the child */
	bool of_child; /* 您孩子的姓名 */
	bool value;    /* 学生, 身份证, 辅导员: a student's row may hold it, too */
	bool foreign;  /* the text is of somebody else, whatever the kind: 父亲, 关系 */
	bool english;  /* 英文姓名: the name where there is no other */
	bool document; /* 护照号: the numbers of another document */
	bool loose; /* 参保人姓名: only its end is known, as that of 请核对姓名, which is none */
};

/* s: a cell in UTF-8. Enumeration (1、), 您的, blanks, stars, quotes, brackets (（必填）), width and
 * case make no difference. */
struct heading heading_read(const char *s);

/* Whether s names somebody else than the student, 家长信息 above several columns, or another form of
 * the name. */
bool heading_is_foreign(const char *s);

/* Whether a title says of the whole table below it that it is of others: 带队教师, 教师名单; not 班主任张静. */
bool heading_is_title_of_others(const char *s);

/* Whether it names the student: 学生信息. */
bool heading_is_own(const char *s);

#endif
