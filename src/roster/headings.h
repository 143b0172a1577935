/* SPDX-License-Identifier: MIT */
/* Finds what a heading of a roster names, however it is written. */
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
	HEADING_NUMBER, /* a known heading of another column, of numbers */
	/* of another person or in another form: a parent's name, a name in pinyin */
	HEADING_OF_OTHERS,
	HEADING_FAMILY_NAME, /* 姓 and 名 in two columns */
	HEADING_GIVEN_NAME,
};

struct heading {
	enum heading_kind kind;
	enum roster_column column; /* if kind is HEADING_COLUMN */
	unsigned rank;             /* the lower, the better the heading names the column */
	/* 您的姓名: of the person who fills in the questionnaire; a parent if another heading names
	 * the child */
	bool of_reader;
	bool of_child;  /* 您孩子的姓名 */
	bool value;     /* may also be a value in a student's row: 学生, 身份证, 辅导员 */
	bool of_others; /* the text names another person, whatever the kind: 父亲, 关系 */
	bool other_person; /* the name of another person, or 关系; of_others is also 家长电话 */
	bool english;      /* 英文姓名: the name if no other column has it */
	bool document;     /* 护照号: the number of another document */
	bool own; /* names the student and nobody else: 证件号码, but not 申请人证件号码 */
	bool numbered; /* 姓名2, as spreadsheets name a second column 姓名 */
	/* recognised only by its end: 参保人姓名, but also 请核对姓名, which is not a heading */
	bool loose;
};

/* Reads a cell, UTF-8, as a heading. Enumeration (1、), 您的, blanks, stars, quotes, brackets
 * (（必填）), width and case make no difference. */
struct heading heading_read(const char *s);

/* Whether s is certainly no heading and has no word for a person. Much faster than to read it. */
bool heading_is_none(const char *s);

/* Whether s names another person than the student (家长信息, above several columns) or another form
 * of a name or a birth date. */
bool heading_is_of_others(const char *s);

/* Whether a title, or the heading of its names, says that a whole table is of other people:
 * 带队教师, 教师名单, 教师姓名; not 班主任张静. */
bool heading_is_title_of_others(const char *s);

/* Whether a heading is of how people are related to the students: 与学生关系. */
bool heading_is_relation(const char *s);

/* Whether s is a word for a person, student or not, and says nothing of one: 学生, 家长. */
bool heading_is_person(const char *s);

/* Whether s names the student and nobody else: 学生信息. */
bool heading_is_own(const char *s);

#endif
