/* SPDX-License-Identifier: MIT */
#include "audit/remark.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "table/words.h"

/* Neither a name nor a part of one; no word is a surname. The longer word stands first. The longer
 * words of characters_are_nothing() begin with one of these. */
static const char words[] =
	"未报到 未带 未办理 未办 未交 未提供 未填写 未填 未知 未上传 没有 没带 没办 忘带 忘了 "
	"待核实 待核对 待核 待确认 待查 待补充 待补 待办 待定 待填 待提供 暂无 暂缺 暂未 已退学 "
	"已放弃 已休学 无 正在 补办 办理 遗失 丢失 放弃 入学 报到 退学 休学 保留 学籍 入伍 "
	"居民身份证 身份证 证件 护照 户口本 号码 联系人 见附件 见备注 同上 核实 中 了 空白 缺失 "
	"跳过 不详 不明 不清楚 不适用";

static bool is_hash(uint32_t cp)
{
	return cp == '#';
}

/* Whether a cell has words only, one after the other. */
static bool is_words(const char *cell)
{
	size_t len = 1;

	while (*cell != '\0' && len > 0) {
		len = words_find(cell, words, WORDS_START);
		cell += len;
	}
	return len > 0;
}

bool remark_is(const char *cell)
{
	struct characters all;
	uint32_t first;
	bool is;

	if (text_decode(cell, strnlen(cell, 4), &first) == 0 || (first >= '1' && first <= '9') ||
	    (text_is_ideograph(first) && words_find(cell, words, WORDS_START) == 0))
		return false; /* as nearly all numbers and names */
	all = characters_read(cell);
	is = characters_are_nothing(&all) || characters_are_marks(&all) ||
	     characters_all(&all, is_hash);
	characters_wipe(&all);
	return is || is_words(cell);
}
