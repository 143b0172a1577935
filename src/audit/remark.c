/* SPDX-License-Identifier: MIT */
#include "audit/remark.h"

#include "rules/characters.h"
#include "table/words.h"

/* Neither a name nor a part of one; no word is a surname. The longer word stands first. */
static const char words[] =
	"未报到 未带 未办理 未办 未交 未提供 未填写 未填 未知 没有 没带 没办 忘带 忘了 待核实 "
	"待核对 "
	"待确认 待查 待补充 待补 待办 待定 暂无 暂缺 暂未 已退学 已放弃 已休学 无 正在 补办 办理 "
	"遗失 丢失 放弃 入学 报到 退学 休学 保留 学籍 入伍 居民身份证 身份证 证件 护照 户口本 号码 "
	"联系人 见附件 见备注 同上 核实 中 了";

static bool is_hash(uint32_t cp)
{
	return cp == '#';
}

bool remark_is(const char *cell)
{
	struct characters all = characters_read(cell);
	bool is = characters_are_nothing(&all) || characters_are_marks(&all) ||
		  (all.count > 0 && characters_all(&all, is_hash));
	size_t len = 1;

	characters_wipe(&all);
	for (const char *rest = cell; !is && len > 0; rest += len) {
		len = words_find(rest, words, WORDS_START);
		is = len > 0 && rest[len] == '\0';
	}
	return is;
}
