/* SPDX-License-Identifier: MIT */
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "roster/fast_path.h"
#include "roster/row_fields.h"
#include "rules/mask.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "support/expect_rows.h"

#define TEN "一二三四五六七八九十"
#define FIFTY TEN TEN TEN TEN TEN

static const struct row form[] = {
	/* names */
	{ "李明", NULL, "" },
	{ "阿依古丽·买买提", NULL, "" },
	{ "甲·乙·丙", NULL, "" },
	{ "王䶮", NULL, "" },
	{ "王𬱖", NULL, "" },      /* beyond the BMP */
	{ "王\U000323AF", NULL, "" }, /* extension H */
	{ "王\u9FFF\u3400\u4DBF", NULL, "" },
	{ "王〇", NULL, "" },
	{ "\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F", NULL, "" }, /* the twelve */
	{ "\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29", NULL, "" },
	{ "JOHN SMITH", NULL, "" },
	{ "SMITH, JOHN", NULL, "" },
	{ "SMITH,JOHN", NULL, "" },
	{ "JEAN-LUC O'NEIL", NULL, "" },
	{ "J. SMITH", NULL, "" },
	{ "MÜLLER ẞ", NULL, "" },
	{ "JOSE\u0301 GARCIA", NULL, "name.character@5" }, /* its blank is right */
	{ "锟斤拷", NULL, "name.character@0" },            /* another encoding */
	{ "闄堟€濊繙", NULL, "name.character@0" },
	{ "é™ˆæ€è¿œ", NULL, "name.character@0" },
	{ "³ÂË¼Ô¶", NULL, "name.character@0" },
	{ "屯斤", NULL, "" },
	{ "张YAN", NULL, "name.character@2" },
	{ "刘洋x", NULL, "name.character@3" },
	{ "李Ming", NULL, "name.character@2" },
	{ "NULL", NULL, "name.empty@0" },
	{ "n/a", NULL, "name.empty@0" },
	{ "姓名", NULL, "name.empty@0" },
	{ "待定", NULL, "name.empty@0" },
	{ "测试", NULL, "name.empty@0" },
	{ "无名氏", NULL, "name.empty@0" },
	{ "学号", NULL, "name.empty@0" },
	{ "真实姓名", NULL, "name.empty@0" },
	{ "Li Ming", NULL, "" },
	{ FIFTY, NULL, "" },
	/* nothing, little, much */
	{ "", NULL, "name.empty@0" },
	{ " \u3000\u200B", NULL, "name.empty@0" },
	{ "李", NULL, "name.short@0" },
	{ "李 ", NULL, "name.short@0" },
	/* one slip each */
	{ "尼加提:热合曼", "第 4 个字应为“·”，不是“:”", "name.interpunct@4" },
	{ "阿依古丽：买买提·吐尔逊", NULL, "name.interpunct@5" },
	{ "尼加提 ： 热合曼", NULL, "name.interpunct@4" },
	{ "姓名：艾力·买买提", NULL, "name.character@1" },
	{ "班长：艾力江", NULL, "name.character@1" },
	{ "尼加提•\u200B热合曼", NULL, "name.interpunct@4" },
	{ "尼加提\u200B•热合曼", NULL, "name.interpunct@4" },
	{ "Anna Мария Иванова", NULL, "name.character@6" },
	{ "Анна Иванова", "姓名要用汉字或英文字母", "name.character@1" },
	{ "5", NULL, "name.character@1" },
	{ "５", NULL, "name.character@1" },
	{ "A", NULL, "name.short@0" },
	{ "Ａ", NULL, "name.short@0" },
	/* two people in a cell; but parts of one name with a wrong dot */
	{ "郑十、钱十一", NULL, "name.character@3" },
	{ "郑十，钱十一，孙小明", NULL, "name.character@3" },
	{ "郑十/钱十一", NULL, "name.character@3" },
	{ "郑十 ; 钱十一", NULL, "name.character@4" },
	{ "郑十\n钱十一", NULL, "name.character@3" },
	{ "阿依古丽、买买提", NULL, "name.interpunct@5" },
	{ "马木提、艾力", NULL, "name.interpunct@4" },
	{ "郑十、钱", NULL, "name.character@3", "第 3 个字“、”是多的，照身份证改。" },
	{ "郑十、", NULL, "name.interpunct@3" },
	{ "郑十.钱十一", NULL, "name.interpunct@3" },
	{ FIFTY "一", NULL, "name.long@0" },
	/* blanks, invisibles */
	{ "李 明", NULL, "name.space@2" },
	{ "陈(王+文)", NULL, "name.character@2" },
	{ "阿依古丽 · 买买提", NULL, "name.space@5" },
	{ "李\u3000\u3000明", NULL, "name.space@2" },
	{ " 李 明\t", NULL, "name.space@1" },
	{ "李\u00A0明", NULL, "name.space@2" },
	{ "JOHN  SMITH", NULL, "name.space@5" },
	{ "SMITH,  JOHN", NULL, "name.space@7" },
	{ " JOHN", NULL, "name.space@1" },
	{ "JOHN ", NULL, "name.space@5" },
	{ "JOHN 李", NULL, "name.character@1 name.space@5" },
	{ "李 JOHN", NULL, "name.space@2 name.character@3" },
	{ "JOHN\u3000SMITH", NULL, "name.space@5" },
	{ "李\u200B明", NULL, "name.invisible@2" },
	{ "\uFEFF李明\u200D\u200E", NULL, "name.invisible@1" },
	{ "李\u202E明", NULL, "name.invisible@2" },
	{ "\u202D李明\u202C", NULL, "name.invisible@1", "第 1、4 个字是看不见的字符" },
	/* blanks beside dots */
	{ "阿依古丽 · 买买提", NULL, "name.space@5", "第 5、7 个字是空格，删掉它。" },
	{ "阿依古丽. 买买提", NULL, "name.interpunct@5", "第 5、6 个字应为一个“·”，不是“.”" },
	{ "阿依古丽 • 买买提", NULL, "name.interpunct@5", "第 5–7 个字应为一个“·”，不是“•”" },
	{ "米热依?艾尼瓦尔", NULL, "name.character@4",
	  "第 4 个字是“?”，这里多半是“·”，照身份证改。" },
	{ "米热依??艾尼瓦尔", NULL, "name.character@4", "第 4、5 个字是“??”，这里多半是“·”" },
	{ "米热依·艾尼?尔", NULL, "name.character@7", "第 7 个字是“?”，姓名里不能有" },
	{ "米热依?艾尼?尔", NULL, "name.character@4", "第 4、7 个字是“?”，姓名里不能有" },
	{ "?热依艾尼瓦尔", NULL, "name.character@1", "第 1 个字是“?”，姓名里不能有" },
	{ "王?明", NULL, "name.character@2", "第 2 个字是“?”，姓名里不能有" },
	/* the interpunct beside what belongs in no name */
	{ "尼玛·5", NULL, "name.character@4", "第 4 个字是“5”，姓名里不能有" },
	{ "5·尼玛", NULL, "name.character@1", "第 1 个字是“5”，姓名里不能有" },
	{ "尼玛·ཀ", NULL, "name.character@4", "第 4 个字是“ཀ”，姓名里不能有" },
	{ "李明·2", NULL, "name.character@3", "第 3、4 个字是“·2”，姓名里不能有" },
	{ "李明-2", NULL, "name.character@3", "第 3、4 个字是“-2”，姓名里不能有" },
	{ "1.李明", NULL, "name.character@1", "姓名前面有序号，删掉。" },
	{ "12、李明", NULL, "name.character@1", "姓名前面有序号，删掉。" },
	{ "（3） 李明", NULL, "name.character@1", "姓名前面有序号，删掉。" },
	{ "3. 李 明", NULL, "name.character@1 name.space@5" },
	{ "1.古丽·买买提", NULL, "name.character@1", "姓名前面有序号，删掉。" },
	{ "(3)阿依古丽•买买提", NULL, "name.character@1 name.interpunct@8" },
	{ "2、李明-2", NULL, "name.character@1 name.character@5" },
	{ "12345.李明", NULL, "name.character@1", "第 1–6 个字是“12345.”，姓名里不能有" },
	/* what stands for a rare character */
	{ "陈(王+文)", NULL, "name.character@2", "第 2–6 个字像是代替生僻字的写法" },
	{ "陈（王＋文）明", NULL, "name.character@2", "第 2–6 个字像是代替生僻字的写法" },
	{ "陈晓[王+文]", NULL, "name.character@3", "第 3–7 个字像是代替生僻字的写法" },
	{ "陈【王文】明", NULL, "name.character@2" },
	{ "王(周)", NULL, "name.character@2", "第 2–4 个字像是代替生僻字的写法" },
	{ "王⿰王文", NULL, "name.character@2", "第 2–4 个字像是代替生僻字的写法" },
	{ "王&#x7396;", NULL, "name.character@2", "第 2–9 个字像是代替生僻字的写法" },
	{ "王\\u7396明", NULL, "name.character@2", "第 2–7 个字像是代替生僻字的写法" },
	{ "李晓(王字旁加文)", NULL, "name.character@3", "第 3–9 个字像是代替生僻字的写法" },
	{ "李晓(左木右子)", NULL, "name.character@3", "第 3–8 个字像是代替生僻字的写法" },
	{ "李晓(上海)", NULL, "name.character@3", "括号里的话不是姓名" },
	{ "李明（退学）", NULL, "name.character@3", "括号里的话不是姓名" },
	{ "（女）古丽·买买提", NULL, "name.character@1", "括号里的话不是姓名" },
	{ "【班长】李明", NULL, "name.character@1", "括号里的话不是姓名" },
	{ "（女）明", NULL, "name.character@1", "第 1、3 个字是“（）”" },
	{ "[李]明华", NULL, "name.character@1", "第 1、3 个字是“[]”" },
	{ "李明（女）", NULL, "name.character@3", "括号里的话不是姓名" },
	{ "李明\uFE00", NULL, "name.invisible@3" }, /* variation selectors */
	{ "李明\U000E0100", NULL, "name.invisible@3" },
	{ "李\u3164明", NULL, "name.invisible@2" }, /* a filler */
	{ "李\x1b[1m明", NULL, "name.invisible@2 name.character@3" },
	/* width, other characters */
	{ "ＪＯＨＮ", NULL, "name.fullwidth@1" },
	{ "李ａ明ｂｃ", NULL, "name.character@2" },
	{ "ＪＯＨＮ ＳＭＩＴＨ", NULL, "name.fullwidth@1" },
	{ "李3明", NULL, "name.character@2" },
	{ "李明12(3)", NULL, "name.character@3" },
	{ "姓名：李明", NULL, "name.character@1", "第 1–3 个字不是姓名，删掉它。" },
	{ "李明：", NULL, "name.character@3", "第 3 个字是“：”" },
	/* other scripts */
	{ "Иван Иванов", NULL, "name.character@1", "姓名要用汉字或英文字母，照证件上的填。" },
	{ "བཀྲ་ཤིས", NULL, "name.character@1", "姓名要用汉字或英文字母" },
	{ "ئابدۇراخمان·سەمەت", NULL, "name.character@1", "姓名要用汉字或英文字母" },
	{ "ꆈꌠ", NULL, "name.character@1", "姓名要用汉字或英文字母" },
	{ "李さくら", NULL, "name.character@2", "第 2–4 个字是“さくら”" },
	{ "李１明", NULL, "name.character@2" },
	{ "李\U0001F468\u200D\U0001F469\u200D\U0001F467", NULL, "name.character@2" },
	{ "李1\uFE0F\u20E3明", NULL, "name.character@2" },
	{ "李\U0001F3F4\U000E0067\U000E007F", NULL, "name.character@2" },
	{ "李1\u200B2", NULL, "name.character@2 name.invisible@3" },
	{ "李?", NULL, "name.character@2" },
	{ "张□〓", NULL, "name.character@2" },
	{ "李ひカ", NULL, "name.character@2" },
	{ "李\u0301明", NULL, "name.character@2" },
	{ "\xc3明", NULL, "name.character@1" },
	{ "李\u0378明", NULL, "name.character@2" }, /* not assigned */
	{ "A×B÷", NULL, "name.character@2" },
	{ "'MARA", NULL, "name.character@1" },
	/* interpuncts */
	{ "阿依古丽•买买提", NULL, "name.interpunct@5" },
	{ "甲•乙‧丙", NULL, "name.interpunct@2" },
	{ "甲-乙", NULL, "name.interpunct@2" },
	{ "甲_乙", NULL, "name.interpunct@2" },
	{ "李明。", NULL, "name.interpunct@3" },
	{ ".李明", NULL, "name.interpunct@1" },
	{ "·李明", NULL, "name.interpunct@1" },
	{ "李明· ", NULL, "name.interpunct@3", "第 3、4 个字“·”是多的，删掉它。" },
	{ "阿依古丽——买买提", NULL, "name.interpunct@5" },
	{ "甲-·乙", NULL, "name.interpunct@2" },
	{ "甲--", NULL, "name.interpunct@2" },
	{ "甲乙...", NULL, "name.interpunct@3" },
	{ "··甲乙", NULL, "name.interpunct@1" },
	{ "甲-乙--", NULL, "name.interpunct@2 name.interpunct@4" },
	{ "--", NULL, "name.empty@0" },
	{ "—", NULL, "name.empty@0" },
	{ "……", NULL, "name.empty@0" },
	{ "??", NULL, "name.character@1" },
	{ "さくら", NULL, "name.character@1" },
	{ "李?!", NULL, "name.character@2" },
	{ "李a1b明", NULL, "name.character@2" },
	{ "阿依古丽&middot;买买提", NULL, "name.interpunct@5",
	  "第 5–12 个字应为一个“·”，不是“&middot;”" },
	{ "阿依古丽&#8226;买买提", NULL, "name.interpunct@5" },
	{ "1.李明", NULL, "name.character@1" },
	{ "3 李明", NULL, "name.character@1" },
	{ "１２　李 明", NULL, "name.character@1 name.space@5" },
	{ "（李明）", NULL, "name.character@1" },
	{ "【李明x】", NULL, "name.character@1 name.character@4" },
	{ "\"李明\"", NULL, "name.character@1" },
	{ "(李明", NULL, "name.character@1" },
	{ "李明()", NULL, "name.character@3" },
	/* another field's value */
	{ "110000200709010014", NULL, "name.character@1" },
	{ "110000 20070901 0014", NULL, "name.character@1" },
	{ "H12345678", NULL, "name.character@1" },
	{ "１１００００", NULL, "name.character@1" },
	{ "12345", NULL, "name.character@1" },
	{ "李明110000200709010014", NULL, "name.character@3" },
	{ "李··明", NULL, "name.interpunct@3" },
	{ "JOHN,李", NULL, "name.character@1" },
	{ "JOHN.", NULL, "name.interpunct@5" },
	/* look-alikes, private use */
	{ "⾼明", NULL, "name.lookalike@1" },
	{ "\u2EDD明", NULL, "name.lookalike@1" },
	{ "李\uF979", NULL, "name.lookalike@2" },
	{ "李\U0002F800", NULL, "name.lookalike@2" },
	{ "李\u31D0", NULL, "name.lookalike@2" },
	{ "王\uE863", NULL, "name.pua@2" },
	{ "王\uE815", NULL, "name.pua@2" },
	{ "王\uE78D", NULL, "name.pua@2" },
	{ "王\uE000", NULL, "name.pua@2" },
	{ "王\U000F0000\U00100000", NULL, "name.pua@2" },
	{ "\u2E9A明", NULL, "name.character@1" }, /* no character, in the middle of the radicals */
};

static void test_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(form); i++) {
		struct findings f = { 0 };

		person_name_check(form[i].value, &f);
		expect(&form[i], &f);
	}
}

/* Words that are no name, and masked names: by the form alone. */
static void test_no_names(void **state)
{
	static const struct row rows[] = {
		/* words */
		{ "不详", NULL, "name.empty@0", "“不详”不是姓名，照身份证填。" },
		{ " 待 定 ", NULL, "name.empty@0", "“待定”不是姓名" },
		{ "—", NULL, "name.empty@0", "“—”不是姓名" },
		{ "无", NULL, "name.empty@0", "“无”不是姓名" },
		{ "学生", NULL, "name.empty@0" },
		{ "某某", NULL, "name.empty@0" },
		{ "汉族", NULL, "name.empty@0" },
		{ "班长", NULL, "name.empty@0" },
		{ "合计", NULL, "name.empty@0" },
		{ "王老师", NULL, "name.empty@0" },
		{ "已退", NULL, "name.empty@0" },
		{ "新疆", NULL, "name.empty@0" },
		{ "姓名不详", NULL, "name.empty@0", "“姓名不详”不是姓名，照身份证填。" },
		{ "李明明-班长", NULL, "name.character@4", "第 4–6 个字不是姓名" },
		{ "李明明 学习委员", NULL, "name.character@4" },
		{ "李红梅老师", NULL, "name.character@4", "第 4、5 个字不是姓名" },
		/* names that begin or end as such words do */
		{ "宁夏", NULL, "" },
		{ "江苏", NULL, "" },
		{ "班长青", NULL, "" },
		{ "合计明", NULL, "" },
		{ "李北京", NULL, "" },
		{ "古丽·班长安", NULL, "" },
		{ "维吾尔族", NULL, "name.empty@0" },
		{ "女", NULL, "name.empty@0" },
		{ "王同学", NULL, "name.empty@0" },
		{ "test", NULL, "name.empty@0" },
		{ "xxx", NULL, "name.empty@0" },
		{ "***", NULL, "name.empty@0" },
		{ "#REF!", NULL, "name.empty@0", "这是表格公式出错的标记，没有姓名，照身份证填。" },
		{ "#N/A", NULL, "name.empty@0", "这是表格公式出错的标记" },
		{ "#DIV/0!", NULL, "name.empty@0", "这是表格公式出错的标记" },
		{ "李族", NULL, "" },
		{ "汉族人", NULL, "" },
		{ "学而", NULL, "" },
		{ "Testa", NULL, "" },
		/* masked */
		{ "陈*远", NULL, "name.masked@2", "姓名有几个字被遮住了，照身份证填全。" },
		{ "陈**", NULL, "name.masked@2" },
		{ "**远", NULL, "name.masked@1" },
		{ "陈＊远", NULL, "name.masked@2" },
		{ "赵×", NULL, "name.masked@2" },
		{ "林XX", NULL, "name.masked@2" },
		{ "x陈静", NULL, "name.character@1" }, /* before a whole name */
		{ "X陈晓静", NULL, "name.character@1" },
		{ "X建国", NULL, "name.masked@1" },
		{ "林X", NULL, "name.masked@2" },
		{ "林X明", NULL, "name.masked@2" },
		{ "林ｘｘ", NULL, "name.masked@2" },
		{ "欧阳○○", NULL, "name.masked@3" },
		{ "李○明", NULL, "name.masked@2" },
		{ "李○", NULL, "name.masked@2" },
		{ "李●●", NULL, "name.masked@2" },
		{ "李〇〇", NULL, "name.masked@2" },
		{ "李OO", NULL, "name.masked@2" },
		{ "李00", NULL, "name.masked@2" },
		{ "张某", NULL, "name.masked@2" },
		{ "王某某", NULL, "name.masked@2" },
		{ "王某强", NULL, "name.masked@2" },
		{ "欧阳某", NULL, "name.masked@3" },
		{ "阿依**·买**", NULL, "name.masked@3" },
		{ "J*** S****", NULL, "name.masked@2" },
		{ "陈 *", NULL, "name.space@2 name.character@3" },
		{ "⾼*", NULL, "name.lookalike@1 name.character@2" },
		/* but not */
		{ "刘洋x", NULL, "name.character@3" },
		{ "刘洋X", NULL, "name.character@3" },
		{ "李X明Y", NULL, "name.character@2" },
		{ "王〇", NULL, "" },
		{ "李O", NULL, "name.character@2" },
		{ "阿依古丽○买买提", NULL, "name.interpunct@5" },
		{ "XAVIER XX", NULL, "" },
		{ "李*（女）", NULL, "name.masked@2" },
		{ "学生1", NULL, "name.empty@0", "“学生1”不是姓名" },
		{ "父亲", NULL, "name.empty@0" },
		/* what stands beside a name */
		{ "学生李明", NULL, "name.character@1", "第 1、2 个字不是姓名，删掉它。" },
		{ "我叫刘洋", NULL, "name.character@1", "第 1、2 个字不是姓名，删掉它。" },
		{ "我是刘洋", NULL, "name.character@1" },
		{ "李明同学", NULL, "name.character@3", "第 3、4 个字不是姓名，删掉它。" },
		{ "李明先生", NULL, "name.character@3", "第 3、4 个字不是姓名，删掉它。" },
		{ "信息学院", NULL, "name.empty@0", "“信息学院”不是姓名，照身份证填。" },
		{ "土木工程专业", NULL, "name.empty@0", NULL },
		{ "北京大学", NULL, "name.empty@0", NULL },
		{ "李学院", NULL, "", NULL },
		{ "王女士", NULL, "name.empty@0", "“王女士”不是姓名，照身份证填。" },
		{ "姓名 李明", NULL, "name.character@1", "第 1–3 个字不是姓名，删掉它。" },
		{ "李明 女", NULL, "name.character@3", "第 3、4 个字不是姓名，删掉它。" },
		{ "古丽·买买提 女", NULL, "name.character@7", "第 7、8 个字不是姓名，删掉它。" },
		{ "李明，男", NULL, "name.character@3", "第 3、4 个字不是姓名，删掉它。" },
		{ "李明-2", NULL, "name.character@3", "第 3、4 个字是“-2”" },
		{ "李明-女", NULL, "name.character@3", "第 3、4 个字不是姓名，删掉它。" },
		{ "李明1班", NULL, "name.character@3" },
		{ "*小明", NULL, "name.masked@1" },
		{ "*陈静", NULL, "name.character@1" },
		{ "王芳*", NULL, "name.masked@3" },
		{ "name", NULL, "name.empty@0" },
		{ "学生", NULL, "name.empty@0" },
		{ "学生李", NULL, "" },
		{ "李 女", NULL, "name.space@2" },
		{ "李明 Li Ming", NULL, "name.character@4",
		  "姓名写了汉字，又写了字母，只留证件上的那一种。" },
		{ "李明/LI MING", NULL, "name.character@4", "姓名写了汉字" },
		{ "李明（Li Ming）", NULL, "name.character@4", "姓名写了汉字" },
		{ "LI MING 李明", NULL, "name.character@1", "姓名写了汉字" },
		{ "李 JOHN", NULL, "name.space@2 name.character@3" },
		{ "李Ming", NULL, "name.character@2", "第 2–5 个字是“Ming”" },
		/* a number as well */
		{ "13800001111", NULL, "name.character@1", "这像是手机号，不是姓名，照身份证填。" },
		{ "2007-09-01", NULL, "name.character@1", "这像是出生日期" },
		{ "李明110000200709010014", NULL, "name.character@3",
		  "姓名和号码写在一起了，把号码删掉。" },
		{ "13800001111李明", NULL, "name.character@1", "姓名和号码写在一起了" },
		{ "李明 110000 20070901 0014", NULL, "name.character@4" },
		{ "李明2", NULL, "name.character@3", "第 3 个字是“2”" },
	};

	(void)state;
	expect_all(rows, COUNT(rows), person_name_check);
}

/* The fast path of a roster passes over no name that a rule finds fault with. */
static void test_form_on_the_fast_path(void **state)
{
	const struct columns columns = { 0 };

	(void)state;
	fast_path_prepare(&columns);
	assert_true(row_fields_name_valid(ENCODING_UTF8, (struct slice){ "李明\0........", 6 }));
	for (size_t i = 0; i < COUNT(form); i++) {
		char name[256] = ""; /* more than the eight bytes that are read past the end */
		size_t len = (size_t)snprintf(name, sizeof name - 8, "%s", form[i].value);

		if (form[i].codes[0] != '\0' &&
		    row_fields_name_valid(ENCODING_UTF8, (struct slice){ name, len }))
			fail_msg("“%s” is passed over: src/roster/fast_path.c", name);
	}
}

static const struct row compared[] = {
	{ "李明", "李明", "" },
	{ "李 明", "李 明", "" },
	{ "张??", "张??", "" },
	{ "李明 Li Ming", "李明", "name.character@4", "姓名写了汉字，又写了字母" },
	{ "学生李明", "李明", "name.character@1", "第 1、2 个字不是姓名，删掉它。" },
	{ "13800001111", "李明", "name.character@1", "这像是手机号" },
	/* layers, the entry's fault */
	{ "李 明", "李明", "name.space@2" },
	{ " 李 明", "李明", "name.space@1" },
	{ "李\u200B明", "李明", "name.invisible@2" },
	{ "ＪＯＨＮ", "JOHN", "name.fullwidth@1" },
	{ "甲•乙", "甲·乙", "name.interpunct@2" },
	{ "甲．乙", "甲·乙", "name.interpunct@2" },
	{ "甲，乙", "甲·乙", "name.interpunct@2" },
	{ "⾼明", "高明", "name.lookalike@1" },
	{ "王\uE863", "王䶮", "name.pua@2" },
	{ "王\uE815", "王厂", "name.pua@2" },
	{ "⾼ 明", "高明", "name.lookalike@1" },
	/* the record's */
	{ "李明", "李\u3000明", "name.space@0" },
	{ "李明", "李明 ", "name.space@0" },
	{ "李明", "李\u200B明", "name.invisible@0" },
	{ "JOHN", "ＪＯＨＮ", "name.fullwidth@1" },
	{ "甲·乙", "甲・乙", "name.placeholder@2" },
	{ "甲·乙", "甲•乙", "name.placeholder@2" },
	{ "甲•乙·丙", "甲·乙•丙", "name.interpunct@2 name.placeholder@4" },
	{ "甲•乙", "甲•乙", "" },
	{ "甲·乙", "甲——乙", "name.placeholder@2" },
	{ "甲·乙", "甲··乙", "name.placeholder@2" },
	{ "甲——乙", "甲——乙", "" },
	{ "甲——乙", "甲·乙", "name.interpunct@2" },
	{ "甲··乙", "甲·乙", "name.interpunct@3" },
	{ "阿依古丽......买买提", "阿依古丽·买买提", "name.interpunct@5" },
	{ "阿依古丽\u200B买买提", "阿依古丽·买买提", "name.interpunct@5" },
	{ "阿依古丽·买买提", "阿依古丽\u200B买买提", "name.placeholder@5" },
	{ "李、明", "李明", "name.interpunct@2" },
	{ "郑十、钱十一", "郑十", "name.mismatch@3" },
	{ "甲乙 丙丁 戊己", "甲乙·丙丁·戊己", "name.interpunct@3", "从第 3 个字起，空白处应为“·”" },
	{ "甲乙 丙丁·戊 己", "甲乙·丙丁·戊己", "name.interpunct@3" },
	{ "甲乙·丙丁 戊己", "甲乙·丙丁·戊己", "name.interpunct@6" },
	{ "阿依古丽-买买提", "阿依古丽买买提", "name.interpunct@5" },
	{ "李明--", "李明", "name.interpunct@3" },
	{ "--李明", "李明", "name.interpunct@1" },
	{ "甲•乙", "甲・乙", "name.interpunct@2" },
	{ "高明", "⾼明", "name.lookalike@1" },
	{ "王䶮", "王\uE863", "name.pua@2" },
	{ "王\u9FB4", "王\uE81E", "name.pua@2" },
	/* interpuncts that one of them lacks */
	{ "甲乙·丙丁", "甲乙丙丁", "name.interpunct@3" },
	{ "甲乙·丙丁", "甲乙 丙丁", "name.placeholder@3" },
	{ "甲乙丙丁", "甲乙·丙丁", "name.interpunct@3" },
	{ "甲乙 丙丁", "甲乙·丙丁", "name.interpunct@3" },
	{ "甲乙\u3000\u3000丙丁", "甲乙·丙丁", "name.interpunct@3" },
	{ "甲乙丙丁", "甲乙丙丁·", "name.interpunct@0" },
	{ "甲乙丙丁", "·甲乙丙丁", "name.interpunct@0" },
	{ "甲乙丙丁·", "甲乙丙丁", "name.interpunct@5" },
	{ "·甲乙丙丁", "甲乙丙丁", "name.interpunct@1", "第 1 个字“·”是多的，删掉它。" },
	{ "甲乙丙•丁", "甲乙丙丁", "name.interpunct@4", "第 4 个字应为“·”，不是“•”" },
	{ "甲乙•丙", "甲乙丙", "name.interpunct@3", "第 3 个字多了“•”" },
	{ " 甲乙", "·甲乙", "name.interpunct@0" },
	/* Latin */
	{ "JOHN SMITH", "JOHNSMITH", "name.space@5" },
	{ "JOHNSMITH", "JOHN SMITH", "name.space@5", "第 5 个字漏了空格，补上它。" },
	{ "JOHN-SMITH", "JOHN SMITH", "name.mismatch@5", "第 5 个字应为空格，现在是“-”。" },
	{ "JOHN SMITH", "JOHN  SMITH", "name.space@0", "高考信息的姓名里多了空格" },
	{ "SMITH, JOHN", "SMITH JOHN", "name.mismatch@6", "第 6 个字多了“,”" },
	{ "SMITH JOHN", "SMITH, JOHN", "name.mismatch@7", "第 6 个字漏了“,”，补上它。" },
	{ "ABCDEFG", "ABXYZUV", "name.mismatch@1", "完全不同" },
	{ "ABCDEF", "ABXYZU", "name.mismatch@3", "第 3–6 个字应为“XYZU”" },
	{ "OBRIEN", "O'BRIEN", "name.mismatch@2", "第 2 个字漏了“'”，补上它。" },
	/* several characters are one mistake */
	{ "王晓铭", "王小明", "name.mismatch@2", "第 2、3 个字应为“小明”，现在是“晓铭”。" },
	{ "李小朋", "王小明", "name.mismatch@1", "有 2 个字不同，先看第 1 个字：应为“王”" },
	{ "李龙天", "李䶮", "name.mismatch@2", "第 2、3 个字应为“䶮”，现在是“龙天”。" },
	{ "李明", "李小红明", "name.mismatch@2", "第 2、3 个字漏了“小红”，补上它。" },
	/* 〇 is a character of names; what is drawn like it is none */
	{ "李○", "李〇", "name.interpunct@2", "第 2 个字应为“〇”，现在是“○”。" },
	{ "李〇", "李○", "name.placeholder@2" },
	{ "佐々木", "佐々木", "" },
	{ "佐佐木", "佐々木", "name.placeholder@2" },
	{ "佐々木", "佐佐木", "name.mismatch@2", "第 2 个字应为“佐”，现在是“々”。" },
	{ "SMITH, JOHN", "SMITH JOHN", "name.mismatch@6" },
	{ "JOHN SMITH", "JOHN SMYTH", "name.mismatch@8" },
	/* quotes and brackets of the record */
	{ "张伟", "“张伟”", "name.character@0" },
	{ "张伟", "张伟\"", "name.character@0" },
	{ "张伟", "（张伟）", "name.character@0" },
	/* placeholders in the record */
	{ "王䶮", "王YAN", "name.placeholder@2" },
	{ "王䶮", "王ＹＡＮ", "name.placeholder@2" },
	{ "王䶮", "王?", "name.placeholder@2" },
	{ "王䶮", "王??", "name.placeholder@2" },
	{ "王䶮", "王？", "name.placeholder@2" },
	{ "王䶮", "王□", "name.placeholder@2" },
	{ "王䶮", "王*", "name.placeholder@2" },
	{ "王明明", "王*", "name.placeholder@2" },
	{ "王明明", "王某", "name.placeholder@2" },
	{ "王小明", "王*明", "name.placeholder@2" },
	{ "李明", "王某", "name.mismatch@1" },
	{ "王䶮", "王〓", "name.placeholder@2" },
	{ "王䶮", "王\uFFFD", "name.placeholder@2" },
	{ "王䶮", "王\uE000", "name.placeholder@2" },
	{ "王䶮明龑", "王YAN明??", "name.placeholder@2" },
	{ "䶮明", "YAN明", "name.placeholder@1" },
	{ "王䶮龑", "王YANYAN", "name.placeholder@2" },
	{ "王䶮", "王N", "name.placeholder@2" },
	{ "王䶮", "王AN", "name.placeholder@2" },
	{ "王䶮", "王LV", "name.placeholder@2" },
	{ "王䶮", "王DUO", "name.placeholder@2" },
	{ "王䶮", "王XUE", "name.placeholder@2" },
	{ "王䶮", "王■", "name.placeholder@2" },
	{ "王䶮", "王○", "name.placeholder@2" },
	{ "王䶮", "王?AN", "name.placeholder@2" },
	{ "王䶮", "王\U000F0000", "name.placeholder@2" },
	{ "王䶮明", "王??明", "name.placeholder@2" },
	{ "王䶮龑明", "王??明", "name.placeholder@2" },
	{ "䶮龑", "??", "name.placeholder@1" },
	{ "王小明", "王YAN", "name.mismatch@2" }, /* one syllable, two characters */
	{ "王䶮", "WANGYAN", "name.mismatch@1" },
	{ "王䶮", "李YAN", "name.mismatch@1" },
	{ "王䶮明", "王?", "name.mismatch@2" },
	{ "王", "王?", "name.mismatch@1" },
	{ "王3", "王?", "name.character@2" },
	/* whatever stands for the interpunct, or for a rare character */
	{ "阿依古丽·买买提", "阿依古丽?买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽？买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽??买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽_买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽〇买买提", "name.placeholder@5" },
	{ "阿依古丽〇买买提", "阿依古丽·买买提", "name.interpunct@5" },
	{ "阿依古丽·买买提", "阿依古丽(点)买买提", "name.mismatch@5",
	  "高考信息从第 5 个字起是“(点)”，不像姓名" },
	{ "阿依古丽·买买提", "阿依古丽□买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽&#183;买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽&middot;买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽&bull;买买提", "name.placeholder@5" },
	{ "阿依古丽·买买提", "阿依古丽&#8226;买买提", "name.placeholder@5" },
	{ "阿依古丽·买?提", "阿依古丽•买?提", "name.placeholder@5" },
	{ "阿依古丽·买䶮提", "阿依古丽•买?提", "name.placeholder@7" },
	{ "阿依古丽买买提", "阿依古丽?买买提", "name.mismatch@5",
	  "第 5 个字漏了，高考信息里存成了“?”，照证件补上。" },
	{ "王明", "王□明", "name.mismatch@2", "第 2 个字漏了，高考信息里存成了“□”" },
	{ "王晓", "王晓?", "name.mismatch@2", "高考信息从第 3 个字起是“?”，不像姓名" },
	/* something else differs, too */
	{ "阿依古丽·买买提江", "阿依古丽?买买提", "name.mismatch@9",
	  "第 9 个字多了“江”，照证件核对。" },
	{ "阿依古丽·买买提", "阿依古丽?买买提江", "name.mismatch@8",
	  "第 9 个字漏了“江”，补上它。" },
	{ "王晓周", "王?周李", "name.mismatch@3", "第 4 个字漏了“李”，补上它。" },
	{ "王晓朋友", "王?明", "name.mismatch@3" },
	{ "阿依古丽·买买提", "阿依古丽囗买买提", "name.placeholder@5" },
	{ "王晓周", "王晓zhou", "name.placeholder@3" },
	{ "李?明", "李□明", "name.character@2 name.placeholder@2" },
	{ "李□明", "李?明", "name.character@2 name.placeholder@2" },
	{ "王晓周", "王晓Zhou", "name.placeholder@3" },
	{ "王晓周", "王晓ZHOU", "name.placeholder@3" },
	{ "王晓周", "王晓zhōu", "name.placeholder@3" },
	{ "王晓周", "王晓zhou1", "name.placeholder@3" },
	{ "王晓周", "王晓0", "name.placeholder@3" },
	{ "王晓周", "王晓·", "name.placeholder@3" },
	{ "王晓周", "·晓周", "name.placeholder@1" },
	{ "王周", "王·周", "name.interpunct@2" },
	{ "王晓周", "王晓zhou5", "name.placeholder@3" },
	{ "王晓周", "王晓ｚｈｏｕ", "name.placeholder@3" },
	{ "王晓周", "王xiaozhou", "name.placeholder@2",
	  "第 2、3 个字“晓周”，高考信息里用“xiaozhou”代替" },
	{ "王晓周", "王xiao周", "name.placeholder@2" },
	{ "王吕周", "王lǚ周", "name.placeholder@2" },
	{ "王晓周", "王晓[周]", "name.placeholder@3" },
	{ "王晓周", "王晓（周）", "name.placeholder@3" },
	{ "王晓周", "王晓(ZHOU)", "name.placeholder@3" },
	{ "王晓州", "王晓（周）", "name.mismatch@3" },
	{ "王小周", "王晓（周）", "name.mismatch@2" },
	{ "王小周", "王晓_", "name.mismatch@2" },
	{ "王晓周", "王_", "name.mismatch@2" },
	{ "王晓周", "王晓[zhou]", "name.placeholder@3" },
	{ "王晓周", "王[xiaozhou]", "name.placeholder@2" },
	{ "王晓周", "王[晓周]", "name.placeholder@2" },
	{ "王晓喆", "王晓[吉吉]", "name.placeholder@3" },
	{ "王晓喆", "王晓【吉+吉】", "name.placeholder@3" },
	{ "王晓喆", "王晓〔⿰吉吉〕", "name.placeholder@3" },
	{ "王晓喆", "王晓{吉吉}", "name.placeholder@3" },
	{ "王晓喆", "王晓<吉吉>", "name.placeholder@3" },
	{ "王晓喆", "王晓〈吉吉〉", "name.placeholder@3" },
	{ "王晓喆", "王晓《吉吉》", "name.placeholder@3" },
	{ "王晓喆", "王晓「吉吉」", "name.placeholder@3" },
	{ "王晓喆", "王晓『吉吉』", "name.placeholder@3" },
	{ "王晓喆", "王晓〖吉吉〗", "name.placeholder@3" },
	{ "王晓喆", "王晓“吉吉”", "name.placeholder@3" },
	{ "王晓喆", "王晓〘吉吉〙", "name.placeholder@3" },
	{ "王晓喆", "王晓‘吉吉’", "name.placeholder@3" },
	{ "王晓喆", "王晓⟨吉吉⟩", "name.placeholder@3" },
	{ "王晓喆", "王晓()", "name.placeholder@3" },
	{ "王晓喆", "王晓\"吉吉\"", "name.placeholder@3" },
	{ "王晓喆", "王晓'吉吉'", "name.placeholder@3" },
	{ "王晓喆", "王晓|吉吉|", "name.placeholder@3" },
	{ "王晓喆", "王晓⿰吉吉", "name.placeholder@3" },
	{ "王晓喆", "王晓⿱⿰吉吉士", "name.placeholder@3" },
	{ "王晓喆", "王晓⿲吉吉士", "name.placeholder@3" },
	{ "王晓喆", "王晓⿰吉", "name.mismatch@3" },
	{ "王晓周", "王晓zhou)", "name.placeholder@3" },
	{ "王晓周", "王晓[zhou", "name.placeholder@3" },
	{ "王晓周", "王晓 zhou", "name.placeholder@3" },
	{ "王晓喆", "王晓[吉吉", "name.mismatch@3" },
	{ "王晓喆明", "王晓[吉吉]", "name.mismatch@3" },
	{ "王晓", "王晓（男）", "name.mismatch@2" },
	{ "王晓周", "王晓w周", "name.mismatch@3" },
	{ "王晓周", "王晓/周", "name.mismatch@3" },
	{ "王晓周", "王晓%E5%91%A8", "name.mismatch@3" },
	{ "阿依古丽·买买提", "阿依古丽（买买提）", "name.mismatch@5" },
	{ "王䶮", "王&#19886;", "name.placeholder@2" },
	{ "王䶮", "王&#x4DAE;", "name.placeholder@2" },
	{ "王䶮", "王&#X4dae;", "name.placeholder@2" },
	{ "王䶮", "王&#59491;", "name.placeholder@2" }, /* U+E863 */
	{ "王䶮", "王&#57344;", "name.placeholder@2" },
	{ "王晓", "&#x738B;&#x6653;", "name.placeholder@1" }, /* nothing but references */
	{ "王晓", "\\u738B\\u6653", "name.placeholder@1" },
	{ "王晓", "U+738BU+6653", "name.placeholder@1" },
	{ "王晓", "&#x738B;&#x6654;", "name.mismatch@2" },
	{ "，", "&middot;", "name.placeholder@1" },
	{ "王&", "王&bull", "name.character@2" },
	{ "王&", "王&unknown;", "name.character@2" },
	{ "王䶮", "王&#;", "name.placeholder@2" },
	{ "王周", "王&#19886;", "name.mismatch@2" },
	{ "王周", "王&#19886", "name.mismatch@2" },
	{ "王䶮", "王&#19886", "name.placeholder@2" },
	{ "王䶮", "王&#198", "name.placeholder@2" }, /* cut */
	{ "王䶮", "王\\u4DAE", "name.placeholder@2" },
	{ "王䶮", "王U+4DAE", "name.placeholder@2" },
	{ "王周", "王U+4DAE", "name.mismatch@2" },
	{ "王周", "王&amp;", "name.placeholder@2" },
	{ "王晓周", "王晓_", "name.placeholder@3" },
	{ "王晓周", "王晓＿", "name.placeholder@3" },
	{ "王晓周", "王晓〇", "name.placeholder@3" },
	{ "王晓周", "王晓囗", "name.placeholder@3" },
	{ "王晓周", "王晓◇", "name.placeholder@3" },
	{ "王晓周", "王晓◆", "name.placeholder@3" },
	{ "王晓周", "王晓▲", "name.placeholder@3" },
	{ "王晓周", "王晓＊", "name.placeholder@3" },
	{ "王晓周", "王晓#", "name.placeholder@3" },
	{ "王晓周", "王晓×", "name.placeholder@3" },
	{ "王晓周", "王晓-", "name.placeholder@3" },
	{ "王晓周", "王晓口", "name.mismatch@3" }, /* a character of its own */
	{ "王晓周", "王晓3", "name.mismatch@3" },
	{ "王晓周", "110000200709010014", "name.mismatch@1" },
	{ "王〇", "王囗", "name.placeholder@2" },
	{ "王〇周", "王〇?", "name.placeholder@3" },
	{ "王晓周", "王晓?周", "name.mismatch@3" },
	{ "王晓周", "王??", "name.placeholder@2" },
	{ "王晓周", "王????", "name.placeholder@2" },
	{ "王䶮", "WANG?", "name.mismatch@1" },
	{ "JOSÉ GARCIA", "JOS? GARCIA", "name.placeholder@4" },
	{ "MARY O'BRIEN", "MARY O?BRIEN", "name.placeholder@7" },
	{ "MARY OBRIEN", "MARY O?BRIEN", "name.mismatch@7" },
	{ "JOSE GARCIA", "JOS? GARCIA", "name.mismatch@4" },
	/* the other way: the entry's fault, once */
	{ "阿依古丽?买买提", "阿依古丽·买买提", "name.character@5" },
	{ "王晓zhou", "王晓周", "name.character@3" },
	{ "王晓[周]", "王晓周", "name.character@3" },
	{ "李🇨🇳", "李明", "name.character@2" },
	{ "李3", "李明", "name.character@2" },
	{ "王晓？？", "王晓周", "name.character@3" },
	{ "王晓_", "王晓周", "name.interpunct@3" },
	{ "王晓〇", "王晓周", "name.mismatch@3" },
	/* apostrophes */
	{ "Mary Jane O’Brien", "Mary Jane O'Brien", "name.character@12" },
	{ "Mary Jane O'Brien", "Mary Jane O’Brien", "name.placeholder@12" },
	{ "Jean–Luc", "Jean-Luc", "name.character@5" },
	{ "SMITH，JOHN", "SMITH,JOHN", "name.character@6" },
	/* cut */
	{ "甲乙丙丁戊·子丑寅卯辰巳", "甲乙丙丁戊·子丑寅卯辰", "name.mismatch@12" },
	{ "甲乙丙丁戊·子丑寅卯辰巳午", "甲乙丙丁戊·子丑寅卯辰巳", "name.truncated@13" },
	{ FIFTY, TEN TEN, "name.truncated@21" },
	{ "甲乙丙丁戊·子丑寅卯辰巳午", "甲乙丙丁己·子丑寅卯辰巳", "name.mismatch@5" },
	{ "甲乙丙丁戊·子丑寅卯辰巳", "甲乙丙丁戊·子丑寅卯辰巳午未", "name.mismatch@12" },
	{ "甲乙丙丁戊·子丑寅卯辰巳午", "甲乙丙丁戊·子丑寅卯辰巳 ", "name.truncated@13" },
	{ "甲乙丙丁戊·子丑寅卯辰𬱖午", "甲乙丙丁戊·子丑寅卯辰 ",
	  "name.truncated@12" },
	{ "甲乙丙丁戊·子丑寅卯辰𬱖午", "甲乙丙丁戊·子丑寅卯辰?",
	  "name.truncated@12" },
	{ "甲乙丙丁戊·子丑寅卯辰𬱖午", "甲乙丙丁戊·子丑寅卯辰\uFFFD",
	  "name.truncated@12" },
	{ "甲乙丙丁戊·子丑寅卯𬱖巳午", "甲乙丙丁戊·子丑寅卯𬱖",
	  "name.truncated@12" },
	{ "甲乙丙丁戊·子丑寅卯辰巳", "甲乙丙丁戊·子丑寅卯                ", "name.truncated@11" },
	{ "阿依古丽·买买提", "阿依古丽·", "name.truncated@6" },
	{ "阿依古丽·买买提", "阿依古丽?", "name.truncated@5" },
	{ "阿依古丽·买买提", "阿依古丽", "name.mismatch@5" },
	{ "阿依古丽·买买提", "阿依古…", "name.truncated@4" },
	{ "阿依古丽·买买提·吐尔逊", "阿依古丽·买...", "name.truncated@7" },
	{ "王晓𬱖明", "王晓", "name.truncated@3" },
	{ "王晓周明", "王晓", "name.mismatch@3" },
	{ "王晓", "王", "name.truncated@2" },
	{ "李明明", "李明                                      ", "name.mismatch@3" },
	{ "李明明", "李明??????????????????????", "name.placeholder@3" },
	/* other names */
	{ "王昇", "王升", "name.mismatch@2" },
	{ "王龑", "王䶮", "name.mismatch@2" },
	{ "王喆", "王哲", "name.mismatch@2" },
	{ "王頔", "王𬱖", "name.mismatch@2" },
	{ "明李", "李明", "name.order@1" },
	{ "甲丙乙丁", "甲乙丙丁", "name.order@2" },
	{ "甲 丙乙", "甲乙丙", "name.order@3" },
	{ "小明李", "李小明", "name.order@1" },
	{ "娜娜欧阳", "欧阳娜娜", "name.order@1" },
	{ "买买提·阿依古丽", "阿依古丽·买买提", "name.order@1" },
	{ "乙·甲·丙", "甲·乙·丙", "name.order@1" },
	{ "Ming Li", "Li Ming", "name.order@1" },
	{ "Ming Li", "Li\nMing", "name.order@1" },
	{ "JOHN SMITH", "SMITH, JOHN", "name.order@1" },
	{ "John Smith", "SMITH JOHN", "name.order@1" },
	{ "JANE MARY SMITH", "MARY JANE SMITH", "name.order@1" },
	{ "阿依古丽·买买提", "买买提?阿依古丽", "name.order@1" },
	{ "阿依古丽·买买提", "买买提 阿依古丽", "name.order@1" },
	{ "阿依古丽·买买提", "买买提阿依古丽", "name.order@1" },
	{ "阿依古丽买买提", "买买提·阿依古丽", "name.order@1" },
	/* with what stands too much */
	{ "姓名：李明", "李明", "name.character@1" },
	{ "李明同学", "李明", "name.character@3" },
	{ "李　明", "李明同学", "name.mismatch@3" },
	{ "李明（男）", "李明", "name.character@3" },
	{ "1.李明", "李明", "name.character@1" },
	{ "李明1", "李明", "name.character@3" },
	{ "李/明", "李明", "name.character@2" },
	{ "（李明）", "李明", "name.character@1" },
	{ "李🙂明", "李明", "name.character@2" },
	{ "110000200709010014", "李明", "name.character@1" },
	{ "李⽇月", "李明", "name.mismatch@2" },
	{ "古丽娜尔·艾合买提", "阿迪力·吐尔逊", "name.mismatch@1" },
	{ "MARY JONES", "PETER SMITH", "name.mismatch@1" },
	{ "李明", "LI MING", "name.mismatch@1" },
	{ "LI MING", "李明", "name.mismatch@1" },
	{ "Li Ming", "LI MING", "name.mismatch@0" },
	{ "甲甲乙", "甲乙乙", "name.mismatch@2" },
	{ "王芳", "李明", "name.mismatch@1" },
	{ "王芳", "李小明", "name.mismatch@1" },
	{ "王", "李明", "name.mismatch@1" },
	{ "李小明", "李明", "name.mismatch@2" },
	{ "李明", "李小明", "name.mismatch@2" },
	{ "李明明明", "李明", "name.mismatch@3" },
	{ "李 明", "李民", "name.mismatch@3" },
	{ "李", "李小明", "name.mismatch@1" },
	{ "", "李明", "name.mismatch@0" },
	{ "李明", "", "name.mismatch@1" },
};

static void test_comparison(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(compared); i++) {
		struct findings f = { 0 };

		person_name_compare(compared[i].value, compared[i].other, &f);
		expect(&compared[i], &f);
	}
}

static void test_words(void **state)
{
	static const struct {
		const char *value, *recorded, *words;
	} rows[] = {
		{ "甲•乙", NULL, "第 2 个字应为“·”，不是“•”：试 Shift+2、` 或 [。" },
		{ "阿依古丽——买买提", NULL, "第 5、6 个字应为一个“·”，不是“——”：" },
		{ "Mary  Jane", NULL, "第 5、6 个字是空格，这里只留一个英文空格。" },
		{ "SMITH,  JOHN", NULL, "第 7、8 个字是空格，这里只留一个英文空格。" },
		{ "Mary\u3000Jane", NULL, "第 5 个字是全角空格，这里只留一个英文空格。" },
		{ "阿依古丽`买买提", NULL, "应为“·”，不是“`”：" },
		{ "王,芳", NULL, "第 2 个字“,”是多的，照身份证改。" },
		{ "王-小-芳", NULL, "第 2、4 个字“-”是多的，照身份证改。" },
		{ "王•芳", NULL, "第 2 个字是“•”；证件上这里有点就换成“·”，没有就删掉。" },
		{ "欧阳,锋", NULL, "第 3 个字是“,”；证件上这里有点就换成“·”，没有就删掉。" },
		{ "艾力.买买提", NULL, "第 3 个字应为“·”，不是“.”：" },
		{ "李“明", NULL, "第 2 个字是中文引号，姓名里不能有，" },
		{ "赵:六", NULL, "第 2 个字“:”是多的，照身份证改。" },
		{ "学生：李明", NULL, "第 1–3 个字不是姓名，删掉它。" },
		{ "王芳*", NULL, "末尾的“*”是记号，或者遮住了字：" },
		{ "*陈静", NULL, "第 1 个字是“*”，姓名里不能有，" },
		{ "李明1班", NULL, "第 3、4 个字是“1班”，姓名里不能有，" },
		{ "计科1班李明", NULL, "第 1–4 个字是“计科1班”，姓名里不能有，" },
		{ "O’Brien", NULL, "第 2 个字应为英文的“'”，现在是“’”（U+2019），" },
		{ "阿依古丽 买买提", NULL,
		  "第 5 个字是空格；证件上这里有点就换成“·”，没有就删掉。" },
		{ "小明李", "李小明", "前后两部分反了，应为“李小明”。" },
		{ "Ming Li", "Li Ming", "前后两部分反了，应为“Li Ming”。" },
		{ "李明", "LI MING", "高考登记的姓名用字母，这里用汉字，照证件上的填。" },
		{ "LI MING", "李明", "高考登记的姓名用汉字，这里用字母，照证件上的填。" },
		{ "MARY JONES", "PETER SMITH", "完全不同" },
		{ "li ming", "LI MING", "只是大小写不同，高考登记的是“LI MING”；照证件填。" },
		{ "Mary Jones", "MARY JONAS",
		  "有 7 个字不同，先看第 2 个字：应为字母“A”，现在是字母“a”。" },
		{ "甲·乙", "甲•乙", "第 2 个字“·”，高考信息里写成“•”（U+2022），不算填错" },
		{ "甲·乙", "甲——乙", "第 2 个字“·”，高考信息里写成“——”，不算填错" },
		{ "甲·乙", "甲\u3000乙", "高考信息里写成全角空格，不算填错" },
		{ "甲·乙", "甲\u200B乙", "高考信息里写成零宽空格（U+200B），不算填错" },
		{ "甲\u200B乙", "甲·乙", "应为“·”，不是零宽空格（U+200B）：" },
		{ "李、明", "李明", "第 2 个字多了“、”，照证件核对。" },
		{ "李明--", "李明", "第 3、4 个字“--”是多的，删掉它。" },
		{ "1.李明", "李明", "姓名前面有序号，删掉。" },
		{ "姓名：李明", "李明", "第 1–3 个字不是姓名，删掉它。" },
		{ "（李明）", "李明", "姓名两边的括号或引号是多的，删掉。" },
		{ "110000200709010014", "李明", "这是号码，不是姓名，填到“证件号码”一栏。" },
		{ "JOHN SMITH", "SMITH, JOHN", "前后两部分反了，应为“SMITH, JOHN”。" },
		{ "JANE MARY SMITH", "MARY JANE SMITH",
		  "第 1–9 个字的顺序反了，应为“MARY JANE”。" },
		{ "买买提·阿依古丽", "阿依古丽•买买提", "前后两部分反了，应为“阿依古丽·买买提”。" },
		{ "买买提·阿依古丽", "阿依古丽?买买提", "前后两部分反了，应为“阿依古丽·买买提”。" },
		{ "买买提阿依古丽", "阿依古丽·买买提", "前后两部分反了，应为“阿依古丽·买买提”。" },
		{ "王晓周", "王晓/zhou", "第 3 个字“周”，高考信息里用“/zhou”代替，不算填错" },
		{ "王晓周", "王晓（男）", "高考信息从第 3 个字起是“（男）”，不像姓名" },
		{ "王小周", "王晓（周）", "第 2 个字应为“晓”，现在是“小”。" },
		{ "王晓州", "王晓（周）", "第 3 个字应为“周”，现在是“州”。" },
		{ "王小州", "王晓（周）", "第 2 个字应为“晓”，现在是“小”。" },
		{ "王晓周", "王_", "高考信息从第 2 个字起是“_”，不像姓名" },
		{ "王晓周", "王－", "高考信息从第 2 个字起是“－”，不像姓名" },
		{ "王晓小明", "王。明", "高考信息从第 2 个字起是“。”，不像姓名" },
		{ "王小周", "王晓_", "第 2 个字应为“晓”，现在是“小”。" },
		{ "李👨‍👩‍👧", NULL, "第 2–6 个字是表情符号，姓名里不能有" },
		{ "王晓", "王晓（男）",
		  "高考信息从第 3 个字起是“（男）”，不像姓名；照身份证填，请辅导员更正。" },
		{ "王晓周", "王晓w周", "高考信息从第 3 个字起是字母“w”，不像姓名；" },
		{ "甲·乙", "甲 乙", "高考信息里写成空格" },
		{ "甲·乙", "甲?乙", "第 2 个字“·”，高考信息里用“?”代替，不算填错" },
		{ "王晓周", "王晓zhou", "第 3 个字“周”，高考信息里用“zhou”代替，不算填错" },
		{ "李花", "李〇",
		  "第 2 个字“花”，高考信息里是“〇”：可能代替打不出的字，也可能名字里就有，"
		  "照身份证核对。" },
		{ "王晓周", "王晓〇?", "第 3 个字“周”，高考信息里用“〇?”代替，不算填错" },
		{ "王晓周", "王晓[周]", "第 3 个字“周”，高考信息里用“[周]”代替，不算填错" },
		{ "王周", "王&#19886;", "第 2 个字应为“䶮”，现在是“周”。" },
		{ "王晓zhou", "王晓周", "第 3–6 个字应为“周”，现在是“zhou”。" },
		{ "王xiao周", "王晓周", "第 2–5 个字应为“晓”，现在是“xiao”。" },
		{ "JEAN‐LUC", NULL, "第 5 个字应为英文的“-”，现在是“‐”（U+2010）" },
		{ "SMITH，JOHN", NULL, "第 6 个字应为英文的“,”" },
		{ "李🇨🇳", "李明", "第 2、3 个字应为“明”，现在是“🇨🇳”。" },
		{ "王晓_", "王晓周", "第 3 个字应为“周”，现在是“_”。" },
		{ "⾼明", NULL, "应为“高”（U+9AD8），现在是样子像的“⾼”（U+2FBC）" },
		{ "⻝明", NULL, "应为“食”（U+98DF），现在是样子像的“⻝”（U+2EDD）" },
		{ "㇐明", NULL, "应为“一”（U+4E00），现在是样子像的“㇐”（U+31D0）" },
		{ "李\uF979", NULL, "应为“凉”（U+51C9）" },
		{ "王\uE863", NULL, "应为“䶮”（U+4DAE），现在是旧的自造字（U+E863）" },
		{ "王\uE815", NULL, "应为“厂”（U+5382）" },
		{ "王\uE000", NULL, "别粘贴" },
		{ "李\u2003明", NULL, "第 2 个字是空白，删掉它。" },
		{ "李\u0301明", NULL, "附加符号（U+0301）" },
		{ "李\U0001FFFF明", NULL, "U+1FFFF" },
		{ "王昇", "王升", "第 2 个字应为“升”，现在是“昇”。" },
		{ "明李", "李明", "第 1、2 个字的顺序反了，应为“李明”。" },
		{ "甲丙乙丁", "甲乙丙丁", "第 2、3 个字的顺序反了，应为“乙丙”。" },
		{ "王芳", "李小明", "和高考登记的姓名完全不同，看看是不是用了别人的信息。" },
		{ "王", "李明", "和高考登记的姓名完全不同，看看是不是用了别人的信息。" },
		{ "李小明", "李明", "第 2 个字多了“小”" },
		{ "李明明明", "李明", "第 3、4 个字多了“明明”" },
		{ "李明", "李小明", "第 2 个字漏了“小”" },
		{ "李", "李小明", "后面还少 2 个字" },
		{ "李明", "李明 ", "高考信息的姓名里多了空格，不是你填错了" },
		{ "高明", "⾼明", "第 1 个字在高考信息里是“⾼”（U+2FBC）" },
		{ "甲乙 丙丁", "甲乙·丙丁", "不是空格" },
		{ "甲乙丙丁", "甲乙·丙丁", "第 3 个字前少了“·”" },
		{ "王䶮", "王YAN", "不算填错" },
		{ "王䶮", "王\uE863", "自造字（U+E863）" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		if (rows[i].recorded != NULL)
			person_name_compare(rows[i].value, rows[i].recorded, &f);
		else
			person_name_check(rows[i].value, &f);
		expect_words(rows[i].value, &f, rows[i].words);
	}
}

/* The first and the last ideograph of each block, and what stands beside them. */
static void test_blocks(void **state)
{
	static const struct {
		uint32_t first, last;
	} blocks[] = {
		{ 0x3007, 0x3007 },   { 0x3400, 0x4DBF },   { 0x4E00, 0x9FFF },
		{ 0x20000, 0x2F7FF }, { 0x30000, 0x3FFFD },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(blocks); i++)
		for (int k = 0; k < 4; k++) {
			const uint32_t cps[] = { blocks[i].first - 1, blocks[i].first,
						 blocks[i].last, blocks[i].last + 1 };
			struct findings f = { 0 };
			char name[16] = "李";

			name[3 + text_encode(cps[k], name + 3)] = '\0';
			person_name_check(name, &f);
			assert_int_equal(f.count == 0, k == 1 || k == 2);
		}
}

/* A name of three characters with cp in its middle. */
static const char *name_with(uint32_t cp, char out[16])
{
	size_t n = (size_t)snprintf(out, 16, "艾");

	n += text_encode(cp, out + n);
	snprintf(out + n, 16 - n, "明");
	return out;
}

/* Known mistake in, its code out: by form, and by both ways of comparing with the right name. */
static void expect_mistake(uint32_t wrong_cp, uint32_t right_cp, const char *alone,
			   const char *code, const char *code_of_record)
{
	char wrong[16], right[16];
	struct row row = { name_with(wrong_cp, wrong), name_with(right_cp, right), alone };
	struct findings f = { 0 }, entered = { 0 }, recorded = { 0 };

	person_name_check(row.value, &f);
	expect(&row, &f);
	person_name_compare(wrong, right, &entered);
	row.codes = code;
	expect(&row, &entered);
	person_name_compare(right, wrong, &recorded);
	row.codes = code_of_record;
	expect(&row, &recorded);
	person_name_check(right, &f);
	assert_int_equal(f.count, 1);
}

static void test_every_lookalike(void **state)
{
	size_t kangxi = 0, supplement = 0, compatibility = 0;

	(void)state;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		uint32_t real = name_fold_lookalike(cp);

		if (real == cp)
			continue;
		expect_mistake(cp, real, "name.lookalike@2", "name.lookalike@2",
			       "name.lookalike@2");
		assert_int_equal(name_fold_lookalike(real), real);
		kangxi += cp >= 0x2F00 && cp <= 0x2FD5;
		supplement += cp >= 0x2E80 && cp <= 0x2EF3;
		compatibility += (cp >= 0xF900 && cp <= 0xFAD9) || cp >= 0x2F800;
	}
	assert_int_equal(kangxi, 214);
	assert_int_equal(supplement, 114);
	assert_int_equal(compatibility, 1002);
}

/* The C library knows the two-byte codes too, but for those it still has as private. */
static uint32_t from_gb18030(unsigned first, unsigned second)
{
	char bytes[2] = { (char)first, (char)second }, *in = bytes;
	unsigned char wide[4] = { 0 };
	char *out = (char *)wide;
	size_t in_left = 2, out_left = 4;
	iconv_t cd = iconv_open("UTF-32BE", "GB18030");

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &in, &in_left, &out, &out_left), 0);
	iconv_close(cd);
	return (uint32_t)wide[1] << 16 | (uint32_t)wide[2] << 8 | wide[3];
}

static void test_every_private_code_point(void **state)
{
	uint32_t cp = 0xE815;

	(void)state;
	for (unsigned second = 0x50; second <= 0xA0; second++) {
		uint32_t real;

		if (second == 0x7F)
			continue;
		real = from_gb18030(0xFE, second);
		assert_int_equal(name_fold_private(cp), name_fold_private(real));
		assert_int_not_equal(name_fold_private(cp), cp);
		expect_mistake(cp, name_fold_lookalike(name_fold_private(cp)), "name.pua@2",
			       "name.pua@2", "name.pua@2");
		cp++;
	}
	assert_int_equal(cp, 0xE865);
	assert_int_equal(name_fold_private(cp), cp);
	assert_int_equal(name_fold_private(0xE814), 0xE814);
}

static void test_gb18030_2022(void **state)
{
	static const uint32_t rows[][2] = {
		{ 0xE81E, 0x9FB4 },  { 0xE826, 0x9FB5 },  { 0xE82B, 0x9FB6 },  { 0xE82C, 0x9FB7 },
		{ 0xE832, 0x9FB8 },  { 0xE843, 0x9FB9 },  { 0xE854, 0x9FBA },  { 0xE864, 0x9FBB },
		{ 0xE78D, 0xFE10 },  { 0xE78E, 0xFE12 },  { 0xE78F, 0xFE11 },  { 0xE790, 0xFE13 },
		{ 0xE791, 0xFE14 },  { 0xE792, 0xFE15 },  { 0xE793, 0xFE16 },  { 0xE794, 0xFE17 },
		{ 0xE795, 0xFE18 },  { 0xE796, 0xFE19 },  { 0xE816, 0x20087 }, { 0xE817, 0x20089 },
		{ 0xE818, 0x200CC }, { 0xE831, 0x215D7 }, { 0xE83B, 0x2298F }, { 0xE855, 0x241FE },
	};

	(void)state;
	assert_int_equal(COUNT(rows), 24);
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(name_fold_private(rows[i][0]), rows[i][1]);
}

/* Each character that is drawn like the interpunct: 2 × the form, and both ways against the right
 * name. */
static void test_every_dot(void **state)
{
	static const uint32_t dots[] = {
		',',     '-',     '.',     '_',     0x00B0,  0x00BA,  0x02D9,  0x02DA,  0x0387,
		0x0660,  0x06D4,  0x06F0,  0x0701,  0x0F0B,  0x119E,  0x1427,  0x16EB,  0x18DF,
		0x2010,  0x2011,  0x2012,  0x2013,  0x2014,  0x2015,  0x2022,  0x2023,  0x2024,
		0x2027,  0x2043,  0x2212,  0x2218,  0x2219,  0x2299,  0x229A,  0x22C4,  0x22C5,
		0x23AF,  0x23FA,  0x2500,  0x2501,  0x25AA,  0x25AB,  0x25AC,  0x25C9,  0x25CB,
		0x25CC,  0x25CE,  0x25CF,  0x25D8,  0x25E6,  0x25EF,  0x25FC,  0x25FD,  0x25FE,
		0x2609,  0x26AA,  0x26AB,  0x26AC,  0x2796,  0x2981,  0x29BF,  0x2B1D,  0x2B1E,
		0x2B24,  0x2B25,  0x2B29,  0x2B2A,  0x2B2B,  0x2B58,  0x2E30,  0x2E31,  0x2E32,
		0x2E33,  0x2E34,  0x2E3A,  0x2E3B,  0x2E3C,  0x3001,  0x3002,  0x309C,  0x30A0,
		0x30FB,  0x30FC,  0x3161,  0x318D,  0xA4F8,  0xA78F,  0xFBB3,  0xFE31,  0xFE32,
		0xFE45,  0xFE46,  0xFE50,  0xFE51,  0xFE52,  0xFE58,  0xFE63,  0xFF0C,  0xFF0D,
		0xFF0E,  0xFF3F,  0xFF61,  0xFF64,  0xFF65,  0xFF70,  0xFF9F,  0xFFED,  0xFFEE,
		0x10101, 0x1091F, 0x10A50, 0x10A51, 0x10AF4, 0x11049, 0x1F784, 0x1F78C, 0x1F78D,
		0x1F797, 0x1F798,
	};
	size_t count = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(dots); i++) {
		bool circle = dots[i] == 0x25CB || dots[i] == 0x25CF || dots[i] == 0x25CE ||
			      dots[i] == 0x25C9 || dots[i] == 0x25EF;

		assert_true(name_is_dot(dots[i]));
		expect_mistake(dots[i], INTERPUNCT, circle ? "name.masked@2" : "name.interpunct@2",
			       "name.interpunct@2", "name.placeholder@2");
	}
	for (uint32_t cp = 0; cp < 0x110000; cp++)
		count += name_is_dot(cp);
	assert_int_equal(count, COUNT(dots));
	assert_false(name_is_dot(INTERPUNCT));
}

/* Each character that is drawn like an apostrophe: one in a Latin name, an interpunct in a Chinese
 * one. */
static void test_every_apostrophe(void **state)
{
	static const uint32_t apostrophes[] = {
		'`',    0x00B4, 0x02B9, 0x02BB, 0x02BC, 0x02BD, 0x02BE, 0x02BF, 0x02C8, 0x02CA,
		0x02CB, 0x02EE, 0x02F4, 0x0374, 0x0384, 0x0559, 0x055A, 0x05F3, 0x07F4, 0x07F5,
		0x1FBD, 0x1FBF, 0x1FEF, 0x1FFD, 0x1FFE, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032,
		0x2035, 0x275B, 0x275C, 0xA78B, 0xA78C, 0xFF07, 0xFF40,
	};
	struct row latin = { NULL, "O'Neil", "name.character@2" };

	(void)state;
	for (size_t i = 0; i < COUNT(apostrophes); i++) {
		struct findings own = { 0 }, entered = { 0 }, recorded = { 0 };
		char name[16] = "O";
		size_t n = 1 + text_encode(apostrophes[i], name + 1);

		strcpy(name + n, "Neil");
		latin.value = name;
		latin.codes = "name.character@2";
		person_name_check(name, &own);
		expect(&latin, &own);
		expect_words(name, &own, "应为英文的“'”");
		person_name_compare(name, "O'Neil", &entered);
		expect(&latin, &entered);
		latin.codes = "name.placeholder@2";
		person_name_compare("O'Neil", name, &recorded);
		expect(&latin, &recorded);
		expect_mistake(apostrophes[i], INTERPUNCT, "name.interpunct@2", "name.interpunct@2",
			       "name.placeholder@2");
	}
}

/* 丶 is a character of short names, an interpunct of long ones; an end has none. */
static void test_marks_by_their_neighbours(void **state)
{
	static const struct row rows[] = {
		{ "王丶明", NULL, "" },
		{ "甲乙丶丙", NULL, "" },
		{ "甲乙丶丙丁", NULL, "name.interpunct@3" },
		{ "甲乙丙丁丶", NULL, "" },
		{ "阿依古丽丶买买提", NULL, "name.interpunct@5" },
		{ "阿依古丽∘买买提", NULL, "name.interpunct@5" },
		{ "阿依古丽@买买提", NULL, "name.interpunct@5" },
		{ "阿依古丽'买买提", NULL, "name.interpunct@5" },
		{ "李明@", NULL, "name.character@3" },
		{ "李明’", NULL, "name.character@3" },
		{ "’李明", NULL, "name.character@1" },
		{ "Mary Jane O’Brien", NULL, "name.character@12" },
		{ "O’", NULL, "name.character@2" },
		{ "JEAN‐LUC", NULL, "name.character@5" },
		{ "SMITH， JOHN", NULL, "name.character@6" },
		{ "J． SMITH", NULL, "name.character@2" },
		{ "JOHN•SMITH", NULL, "name.interpunct@5" },
		{ "李🇨🇳", NULL, "name.character@2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		person_name_check(rows[i].value, &f);
		expect(&rows[i], &f);
	}
}

/* A blank inside a long name asks for the interpunct of the card; elsewhere it goes. */
static void test_blanks_of_long_names(void **state)
{
	static const struct {
		const char *name;
		bool asks;
	} rows[] = {
		{ "阿依古丽 买买提", true },
		{ "阿依古丽\u3000买买提", true },
		{ "甲乙 丙·丁", true },
		{ "尼格买提 ·热合曼", false },
		{ "尼格买提· 热合曼", false },
		{ "甲乙 丙丁", false },
		{ "李 明", false },
		{ " 阿依古丽买买提", false },
		{ "阿依古丽买买提 ", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		person_name_check(rows[i].name, &f);
		expect_words(rows[i].name, &f, rows[i].asks ? "有点就换成“·”" : "，删掉它。");
		assert_int_equal(f.items[0].code, FINDING_NAME_SPACE);
	}
}

/* In a roster, what was lost on saving is to be exported again; masked, no character is quoted. */
static void test_words_of_rosters(void **state)
{
	static const struct {
		const char *value, *recorded;
		unsigned how;
		const char *says;
	} rows[] = {
		{ "王?", NULL, SENTENCE_ROSTER,
		  "第 2 个字是“?”，姓名里不能有，存成 GBK 时丢了字，从原表重新导出。" },
		{ "王？", NULL, SENTENCE_ROSTER, "第 2 个字是“？”，姓名里不能有，照身份证改。" },
		{ "王䶮", "王?", SENTENCE_ROSTER,
		  "第 2 个字“䶮”，高考信息里用“?”代替，存成 GBK 时丢了字，从原表重新导出。" },
		{ "王䶮", "王YAN", SENTENCE_ROSTER | SENTENCE_MASKED,
		  "第 2 个字，高考信息里用别的字符代替，更正高考信息。" },
		{ "王䶮", "王〇", SENTENCE_ROSTER | SENTENCE_MASKED,
		  "第 2 "
		  "个字在高考信息里是“〇”：可能代替打不出的字，也可能名字里就有，照身份证核对。" },
		{ "王䶮", "王〇", SENTENCE_SITE | SENTENCE_OWN_RECORD,
		  "第 2 个字你填的是“〇”，网站是“䶮”。" },
		{ "甲·乙", "甲•乙", SENTENCE_ROSTER,
		  "第 2 个字“·”，高考信息里写成“•”（U+2022），更正高考信息。" },
		{ "O’Brien", NULL, SENTENCE_ROSTER,
		  "第 2 个字应为英文的“'”，现在是“’”（U+2019），改成“'”。" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };
		char sentence[SENTENCE_MAX];

		if (rows[i].recorded != NULL)
			person_name_compare(rows[i].value, rows[i].recorded, &f);
		else
			person_name_check(rows[i].value, &f);
		assert_int_equal(f.count, 1);
		assert_string_equal(sentence_make(&f.items[0], rows[i].how, sentence),
				    rows[i].says);
	}
}

static void test_every_blank_and_invisible(void **state)
{
	(void)state;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		bool blank = text_is_blank(cp);
		char wrong[16], codes[64];
		struct findings f = { 0 }, against = { 0 };

		if (!blank && !text_is_invisible(cp))
			continue;
		person_name_check(name_with(cp, wrong), &f);
		assert_string_equal(codes_of(&f, codes, sizeof codes),
				    blank ? "name.space@2" : "name.invisible@2");
		person_name_compare(wrong, "艾明", &against);
		assert_string_equal(codes_of(&against, codes, sizeof codes),
				    blank ? "name.space@2" : "name.invisible@2");
		assert_true(findings_sound(&f, wrong));
	}
}

static void test_mask(void **state)
{
	static const char *const rows[][2] = {
		{ "", "" },
		{ "艾", "艾" },
		{ "艾明", "艾*" },
		{ "欧阳娜娜", "欧***" },
		{ "\377A", "�*" },
		{ "𬱖", "𬱖" },
		{ "𬱖𬱖", "𬱖*" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *mask = mask_text(mask_name(rows[i][0]));

		assert_string_equal(mask, rows[i][1]);
		free(mask);
	}
}

/* No name is so long; what is longer than any is not searched for placeholders. */
static void test_longest(void **state)
{
	char entered[512], recorded[528];
	struct findings f = { 0 };

	(void)state;
	for (size_t i = 0; i < 130; i++)
		memcpy(entered + 3 * i, "王", 4);
	snprintf(recorded, sizeof recorded, "&#x738B;%s", entered + 3);
	person_name_compare(entered, recorded, &f);
	assert_int_equal(f.count, 1);
	assert_int_equal(f.items[0].at, 1);
	assert_int_equal(f.items[0].code, FINDING_NAME_MISMATCH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_no_names),
		cmocka_unit_test(test_form_on_the_fast_path),
		cmocka_unit_test(test_comparison),
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_blocks),
		cmocka_unit_test(test_every_lookalike),
		cmocka_unit_test(test_every_private_code_point),
		cmocka_unit_test(test_gb18030_2022),
		cmocka_unit_test(test_every_dot),
		cmocka_unit_test(test_every_apostrophe),
		cmocka_unit_test(test_marks_by_their_neighbours),
		cmocka_unit_test(test_blanks_of_long_names),
		cmocka_unit_test(test_words_of_rosters),
		cmocka_unit_test(test_every_blank_and_invisible),
		cmocka_unit_test(test_longest),
		cmocka_unit_test(test_mask),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
