/* SPDX-License-Identifier: MIT */
#include "roster/ethnic_group.h"

#include <string.h>

#include "base/text.h"
#include "table/cell.h"
#include "table/words.h"

enum { CELL = 64, GROUPS = 56 };

/* In the order of their numbers. */
static const char names[] =
	"汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 "
	"高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 "
	"塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺";
static const char codes[] =
	"HA MG HU ZA UG MH YI ZH BY CS MA DO YA BA TJ HN KZ DA LI LS VA SH GS LH SU DX NX JP KG TU "
	"DU ML QI BL SL MN GL XB AC PM TA NU UZ RS EW DE BN YG GI TT DR OR HZ MB LB JN";

/* Other ways to write a group. */
static const struct {
	const char *word, *name;
} others[] = {
	{ "维", "维吾尔" },   { "蒙", "蒙古" },     { "朝", "朝鲜" },       { "鲜", "朝鲜" },
	{ "哈萨", "哈萨克" }, { "柯", "柯尔克孜" }, { "乌孜", "乌孜别克" }, { "塔吉", "塔吉克" },
	{ "畬", "畲" },       { "毛难", "毛南" },   { "仡老", "仡佬" },
};

/* The position of a word in a list, from 1; 0: not found. */
static int place_of(const char *word, const char *list)
{
	const char *behind = list;
	int blanks = 0;

	if (words_next(word, &behind, WORDS_WHOLE) == 0)
		return 0;
	for (; list < behind; list++)
		blanks += *list == ' ';
	return blanks + (*behind == '\0');
}

static int number_of_name(char *name)
{
	size_t tail = words_find(name, "族", WORDS_END);
	int place;

	name[strlen(name) - tail] = '\0';
	place = place_of(name, names);
	for (size_t i = 0; i < sizeof others / sizeof *others && place == 0; i++)
		if (text_same(name, others[i].word))
			place = place_of(others[i].name, names);
	return place;
}

int ethnic_group_read(const char *cell)
{
	char says[CELL], name[CELL], code[CELL];
	size_t name_len = 0, code_len = 0;
	uint32_t cp;
	int number;

	if ((unsigned char)*cell >= 0x80 && strlen(cell) < sizeof name) { /* nearly always a name */
		strcpy(name, cell);
		number = number_of_name(name);
		if (number > 0)
			return number;
	}
	if (!cell_fold(cell, says, sizeof says))
		return 0;
	for (const char *p = says; text_next(&p, &cp);) {
		if (text_is_ideograph(cp)) {
			name_len += text_encode(cp, name + name_len);
		} else if (cp >= '0' && cp <= 'z') {
			code[code_len++] = (char)(cp >= 'a' ? cp - 'a' + 'A' : cp);
		}
	}
	name[name_len] = code[code_len] = '\0';
	if (name_len > 0)
		return number_of_name(name);
	if (code_len == 0 || code_len > 2)
		return 0;
	if (strspn(code, "0123456789") < code_len)
		return place_of(code, codes);
	number = text_digits(code, code_len);
	return number <= GROUPS ? number : 0;
}
