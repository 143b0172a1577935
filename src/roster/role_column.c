/* SPDX-License-Identifier: MIT */
#include "roster/role_column.h"

#include <string.h>

#include "roster/header_row.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

/* Years from a student's birth back to that of anyone who stands in for a parent. */
enum { GENERATION = 14 };

static const char own[] =
	"本人 学生 学生本人 考生 新生 本科生 专科生 研究生 学员 自己 子女 儿子 女儿";
static const char others[] =
	"父亲 母亲 父 母 父母 爸爸 妈妈 父子 父女 母子 母女 家长 学生家长 监护人 法定监护人 家属 "
	"陪同 "
	"爷爷 奶奶 外公 外婆 祖父 祖母 外祖父 外祖母 配偶 丈夫 妻子 户主 "
	"教师 老师 带队教师 带队老师 "
	"教职工 教职员 教工 职工 员工 工作人员 辅导员 班主任 导师 领队 司机 宿管 校医 教官 "
	"志愿者 负责人";

/* The year of birth in the ID number of a row; 0: it has none. */
static int birth_year(struct decoder *decoder, const struct columns *columns,
		      const struct table_row *row)
{
	struct slice cell = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	char number[ID_LENGTH + 1];
	struct resident_id id = { 0 };
	int year;

	decoder_read(decoder, number_cell_bare(cell), number, sizeof number);
	year = resident_id_read(number, &id) ? id.birth.year : 0;
	explicit_bzero(number, sizeof number);
	explicit_bzero(&id, sizeof id);
	return year;
}

static bool is_heading(const char *s)
{
	char folded[LINE_TEXT];

	cell_fold(s, folded, sizeof folded);
	return heading_is_relation(folded) ||
	       words_find(folded,
			  "身份 人员身份 身份类别 身份类型 人员类别 人员类型 类别 角色 与户主关系",
			  WORDS_WHOLE) > 0;
}

static bool is_other(const char *s)
{
	return words_find(s, others, WORDS_WHOLE) > 0;
}

void role_column_find(const struct csv *in, struct decoder *decoder, struct columns *columns)
{
	struct role_column *role = &columns->role;
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t at = COLUMN_ABSENT;
	int student = 0, oldest = 0;
	bool headed, below = false; /* below: a line of such people stands above the row */

	*role = (struct role_column){ .index = COLUMN_ABSENT };
	while ((row = csv_next(head, NULL)) != NULL && row->row < columns->header_row)
		;
	if (row != NULL)
		at = header_row_find(decoder, row, is_heading);
	headed = at != COLUMN_ABSENT;
	if (!headed && columns->index[ROSTER_NAME] > 0 && columns->index[ROSTER_ID_NUMBER] > 0)
		at = 0;
	while ((row = csv_next(head, NULL)) != NULL) {
		int year = birth_year(decoder, columns, row);
		char text[LINE_TEXT];
		bool other;

		if (header_row_filled(row) == 1)
			below = header_row_find(decoder, row, is_other) != COLUMN_ABSENT;
		else if (below && header_row_is(decoder, row, COLUMN_ABSENT))
			below = false; /* of another table, whose rows are not read */
		if (year == 0)
			continue;
		line_read(decoder, table_row_cell(row, at), text);
		other = is_other(text);
		if ((headed ? words_find(text, own, WORDS_WHOLE) > 0 : !other) && !below &&
		    (student == 0 || year < student))
			student = year;
		if ((other || below) && (oldest == 0 || year < oldest)) {
			oldest = year;
			role->row = row->row;
			role->index = other ? at : COLUMN_ABSENT;
		}
	}
	if (oldest + GENERATION > student)
		role->row = 0;
	csv_close(head);
}
