/* SPDX-License-Identifier: MIT */
#include "roster/table_head.h"

#include <string.h>

#include "roster/cell_text.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/words.h"

enum { DIGITS_HEADING = 8 };

bool table_head_is_of_counts(const struct row_cells *c)
{
	if (c->digits > 0 || c->counts + !cell_text_heads_counts(c->first) < c->filled)
		return false;
	if (c->first_at == c->columns->index[ROSTER_NAME])
		return c->counts > 1 && heading_read(c->name).kind != HEADING_NONE;
	/* 应到 may be a name */
	return cell_text_heads_counts(c->name) && !name_form_may_be(c->name) &&
	       c->first_at != c->columns->index[ROSTER_SEX];
}

/* Whether a cell's text fits the form of its column. */
enum fit { FIT_UNKNOWN, FIT_VALUE, FIT_NONE };

static enum fit fit_of(const struct columns *columns, size_t index, const char *s)
{
	if (index == columns->index[ROSTER_SEX] || index == columns->index[ROSTER_BIRTH_DATE] ||
	    index == columns->index[ROSTER_ETHNIC_GROUP])
		return row_cells_is_value(columns, index, s) ? FIT_VALUE : FIT_NONE;
	if (index == columns->index[ROSTER_ID_NUMBER])
		return name_form(s) == NAME_USUAL ? FIT_VALUE : FIT_UNKNOWN;
	return cell_text_digits(s) == 0 && columns_in(~columns->texts | columns->digits, index)
		       ? FIT_NONE
		       : FIT_UNKNOWN;
}

/* Whether a text is a heading of things: 账号, 出发时间, 1号床. A longer name may end in a single
 * one of these characters: 应晓期. */
static bool heads_things(const char *s)
{
	static const char words[] =
		"时间 时段 地点 地址 站点 线路 路线 名称 类型 类别 种类 方式 电话 情况 原因 "
		"内容 项目 科目 课程 成绩 标准 银行 床位 铺位 房间 房间号 宿舍 宿舍号 寝室 "
		"寝室号 教室 楼栋 校区 组别 组长 队别 连队 车牌号 计划数 车型 司机 管理员 "
		"负责人 联系人 接站人 获奖人 作者 成员 教师 老师 导师 教官 职务 部门 单位 "
		"岗位 社团 出版社 规格 状态 结果 等级 排名 要求 条件 物品 用途 去向 押金 奖项 "
		"事项 出发站 到达站 步骤 操作 活动 安排 星期 周一 周二 周三 周四 周五 周六 "
		"周日 星期一 星期二 星期三 星期四 星期五 上午 下午 晚上 QQ群 微信群 群号";
	static const char tails[] = "号 数 量 率 值 码 编 分 室 院 额 费 款 价 次 期 床 铺 位 组";
	size_t characters = line_characters(s);

	if (cell_text_digits(s) > 0)
		return words_find(s, "床 铺 床位 铺位 车 桌", WORDS_END) > 0;
	return cell_text_heads_counts(s) || heading_read(s).kind != HEADING_NONE ||
	       (characters <= 6 && (words_find(s, words, WORDS_END) > 0 ||
				    (words_find(s, tails, WORDS_END) > 0 &&
				     (characters < 3 || name_form(s) != NAME_USUAL))));
}

/* What table_head_find() asks of a row. */
struct head {
	size_t filled, unfit, headings;
	/* no cell has a digit, a colon or a value of its column, or says why a student is
	 * missing */
	bool words;
	bool other;     /* the name's cell has a text that is not a heading */
	bool person;    /* that text may be a name */
	bool in_number; /* the number's cell has a text */
};

static void read_head(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns, struct head *out)
{
	*out = (struct head){ .words = true };
	for (size_t i = 0; i < row->count; i++) {
		char text[LINE_TEXT];
		bool named = i == columns->index[ROSTER_NAME],
		     numbers = i == columns->index[ROSTER_ID_NUMBER], heading;
		enum fit fit;

		line_read(decoder, row->cells[i], text);
		if (*text == '\0')
			continue;
		heading = heads_things(text) && words_find(text, "证 照 本", WORDS_END) == 0;
		fit = heading && numbers ? FIT_UNKNOWN : fit_of(columns, i, text);
		out->filled++;
		out->headings += heading;
		out->unfit += fit == FIT_NONE;
		out->words =
			out->words && fit != FIT_VALUE &&
			(heading || (cell_text_digits(text) == 0 && !cell_text_says_why(text))) &&
			strchr(text, ':') == NULL;
		if (named) {
			out->other = !heading;
			out->person = !heading && name_form(text) == NAME_USUAL;
		}
		if (numbers)
			out->in_number = !cell_text_is_nothing(text);
		explicit_bzero(text, sizeof text);
	}
}

/* Whether a cell has more digits than a heading, even of characters whose bytes are digits, too. */
static bool has_number(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (cell_digits(row->cells[i].bytes, row->cells[i].len) > DIGITS_HEADING)
			return true;
	return false;
}

/* Whether a text is a name that few words look like, and none that heads a column. */
static bool is_no_heading(const char *s)
{
	return name_form(s) == NAME_USUAL && name_form_is_sure(s) &&
	       words_find(s, "周次 周期 钟点 段位 余量 余数 文号 方位", WORDS_WHOLE) == 0;
}

enum table_head table_head_find(struct decoder *decoder, const struct table_row *row,
				const struct columns *columns)
{
	struct head h;

	if (has_number(row) ||
	    line_test(decoder, table_row_cell(row, columns->index[ROSTER_NAME]), is_no_heading))
		return HEAD_NONE;
	read_head(decoder, row, columns, &h);
	if (!h.words || h.filled < 2)
		return HEAD_NONE;
	if (h.headings == h.filled || (h.headings > 1 && h.headings + 1 == h.filled && !h.other))
		return HEAD_WORDS;
	h.unfit += h.in_number && !h.person; /* 路遥,户口本 is a student's */
	return h.unfit == 0 ? HEAD_NONE : h.person || h.headings == 0 ? HEAD_DOUBTFUL : HEAD_UNLIKE;
}

bool table_head_cells_fit(struct decoder *decoder, const struct table_row *row,
			  const struct columns *columns)
{
	struct head h;

	read_head(decoder, row, columns, &h);
	return h.unfit == 0;
}
