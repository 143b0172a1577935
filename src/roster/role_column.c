/* SPDX-License-Identifier: MIT */
#include "roster/role_column.h"

#include <string.h>

#include "roster/cell.h"
#include "roster/number_cell.h"
#include "roster/words.h"
#include "rules/resident_id.h"

/* GENERATION: years from a student's birth back to that of anyone who stands in for a parent. */
enum { CELL = 64, GENERATION = 14 };

static const char relations[] =
	"关系 与学生关系 与本人关系 与学生本人关系 与考生关系 与新生关系 称谓";
static const char roles[] = "身份 人员身份 身份类别 身份类型 人员类别 人员类型 角色";
static const char own[] = "本人 学生 学生本人 考生 新生 本科生 专科生 研究生 学员 自己";
static const char others[] =
	"父亲 母亲 父 母 父母 爸爸 妈妈 父子 父女 母子 母女 家长 学生家长 监护人 法定监护人 家属 "
	"陪同 "
	"爷爷 奶奶 外公 外婆 祖父 祖母 外祖父 外祖母 配偶 丈夫 妻子 教师 老师 带队教师 带队老师 "
	"教职工 教职员 教工 职工 员工 工作人员 辅导员 班主任 导师 领队 司机 宿管";

/* Copies a cell, folded; "" if it is too long. */
static void read_cell(struct decoder *decoder, const struct table_row *row, size_t index,
		      char out[CELL])
{
	char text[CELL];

	*out = '\0';
	if (index >= row->count || row->cells[index].len >= CELL / 2)
		return;
	decoder_read(decoder, row->cells[index], text, sizeof text);
	cell_fold(text, out, CELL);
	explicit_bzero(text, sizeof text);
}

/* The year of birth in the ID number of a row; 0: it has none. */
static int birth_year(struct decoder *decoder, const struct columns *columns,
		      const struct table_row *row)
{
	size_t at = columns->index[ROSTER_ID_NUMBER];
	char number[ID_LENGTH + 1];
	struct resident_id id = { 0 };

	if (at >= row->count)
		return 0;
	decoder_read(decoder, number_cell_bare(row->cells[at]), number, sizeof number);
	if (!resident_id_read(number, &id))
		id.birth.year = 0;
	explicit_bzero(number, sizeof number);
	return id.birth.year;
}

/* Notes the rows that are the student's own. */
static void take_row(struct decoder *decoder, struct columns *columns, const struct table_row *row)
{
	struct role_column *role = &columns->role;
	char text[CELL];
	int year;

	read_cell(decoder, row, role->index, text);
	if (words_find(text, own, WORDS_WHOLE) == 0)
		return;
	role->known = true;
	year = birth_year(decoder, columns, row);
	if (year > 0 && (role->born == 0 || year < role->born))
		role->born = year;
}

void role_column_find(const struct csv *in, struct decoder *decoder, struct columns *columns)
{
	struct role_column *role = &columns->role;
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	*role = (struct role_column){ .index = COLUMN_ABSENT };
	while ((row = csv_next(head, NULL)) != NULL && row->row < columns->header_row)
		;
	for (size_t i = 0; row != NULL && i < row->count && role->index == COLUMN_ABSENT; i++) {
		char text[CELL];

		read_cell(decoder, row, i, text);
		role->relation = words_find(text, relations, WORDS_WHOLE) > 0;
		if (role->relation || words_find(text, roles, WORDS_WHOLE) > 0)
			role->index = i;
	}
	while (role->index != COLUMN_ABSENT && (row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS)
		take_row(decoder, columns, row);
	csv_close(head);
}

bool role_column_is_other(struct decoder *decoder, const struct columns *columns,
			  const struct table_row *row)
{
	const struct role_column *role = &columns->role;
	char text[CELL];
	int year;

	if (!role->known)
		return false;
	read_cell(decoder, row, role->index, text);
	if (words_find(text, others, WORDS_WHOLE) == 0)
		return false;
	year = birth_year(decoder, columns, row);
	return !role->relation || year == 0 || year + GENERATION <= role->born;
}
