/* SPDX-License-Identifier: MIT */
#include "roster/columns.h"

bool columns_is_document(const struct columns *columns, size_t index)
{
	return columns_in(columns->documents, index);
}

bool columns_is_of_others(const struct columns *columns, size_t index)
{
	return columns_in(columns->of_others, index);
}

enum roster_column columns_at(const struct columns *columns, size_t index)
{
	enum roster_column c = 0;

	while (c < ROSTER_COLUMN_COUNT && columns->index[c] != index)
		c++;
	return c;
}

void columns_set_own(struct columns *columns)
{
	for (size_t c = ROSTER_NAME; c <= ROSTER_ID_NUMBER; c++)
		if (columns->index[c] < COLUMNS_MAX)
			columns->of_others &= ~((uint64_t)1 << columns->index[c]);
}

static const struct {
	const char *title, *key;
} texts[ROSTER_COLUMN_COUNT] = {
	[ROSTER_NAME] = { "姓名", "name" },
	[ROSTER_ID_NUMBER] = { "身份证号", "id_number" },
	[ROSTER_CANDIDATE_NUMBER] = { "考生号", "candidate_number" },
	[ROSTER_SEX] = { "性别", "sex" },
	[ROSTER_BIRTH_DATE] = { "出生日期", "birth_date" },
	[ROSTER_DOCUMENT_TYPE] = { "证件类型", "document_type" },
	[ROSTER_ETHNIC_GROUP] = { "民族", "ethnic_group" },
	[ROSTER_STUDENT_NUMBER] = { "学号", "student_number" },
};

const char *column_title(enum roster_column column)
{
	return texts[column].title;
}

const char *column_key(enum roster_column column)
{
	return texts[column].key;
}

void column_letters(size_t index, char out[COLUMN_LETTERS])
{
	char reversed[COLUMN_LETTERS];
	size_t count = 0, i = 0;

	for (index++; index > 0 && count + 1 < COLUMN_LETTERS; index = (index - 1) / 26)
		reversed[count++] = (char)('A' + (index - 1) % 26);
	while (count > 0)
		out[i++] = reversed[--count];
	out[i] = '\0';
}

const char *column_place(size_t index)
{
	static const char letters[][8] = { "A 列", "B 列", "C 列", "D 列", "E 列", "F 列", "G 列",
					   "H 列", "I 列", "J 列", "K 列", "L 列", "M 列", "N 列",
					   "O 列", "P 列", "Q 列", "R 列", "S 列", "T 列", "U 列",
					   "V 列", "W 列", "X 列", "Y 列", "Z 列" };

	return index < sizeof letters / sizeof letters[0] ? letters[index] : "别的列";
}
