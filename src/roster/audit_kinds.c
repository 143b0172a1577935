/* SPDX-License-Identifier: MIT */
#include "roster/audit_internal.h"

const char *audit_kind_title(enum finding_code code)
{
	static const char *const titles[FINDING_CODE_COUNT] = {
		[FINDING_ID_EMPTY] = "号码空着",
		[FINDING_ID_LENGTH] = "号码不是 18 位",
		[FINDING_ID_CHARACTER] = "号码里有别的字符",
		[FINDING_ID_SPACE] = "号码里有空格",
		[FINDING_ID_INVISIBLE] = "号码里有看不见的字符",
		[FINDING_ID_FULLWIDTH] = "号码里有全角数字",
		[FINDING_ID_LOWERCASE_X] = "末位是小写 x",
		[FINDING_ID_X_LOOKALIKE] = "末位像 X 而不是",
		[FINDING_ID_FIFTEEN] = "15 位旧号码",
		[FINDING_ID_PROVINCE] = "开头不是省份代码",
		[FINDING_ID_OTHER_DOCUMENT] = "像是别种证件",
		[FINDING_ID_BIRTH_DATE] = "出生日期不存在",
		[FINDING_ID_FUTURE] = "出生日期还没有到",
		[FINDING_ID_AGE] = "年龄少见",
		[FINDING_ID_CHECKSUM] = "校验码对不上",
		[FINDING_ID_SPREADSHEET] = "被表格软件改成了 000",
		[FINDING_ID_MISMATCH] = "号码与高考信息不同",
		[FINDING_ID_SEX] = "号码与性别不符",
		[FINDING_ID_BIRTH] = "号码与出生日期不符",
		[FINDING_NAME_EMPTY] = "姓名空着",
		[FINDING_NAME_SHORT] = "姓名只有一个字",
		[FINDING_NAME_LONG] = "姓名太长",
		[FINDING_NAME_SPACE] = "姓名里有空格",
		[FINDING_NAME_INVISIBLE] = "姓名里有看不见的字符",
		[FINDING_NAME_FULLWIDTH] = "姓名里有全角字母",
		[FINDING_NAME_CHARACTER] = "姓名里有别的字符",
		[FINDING_NAME_INTERPUNCT] = "间隔号打错了",
		[FINDING_NAME_LOOKALIKE] = "姓名里有形近字",
		[FINDING_NAME_PUA] = "姓名里有私用码",
		[FINDING_NAME_PLACEHOLDER] = "高考信息里有占位符",
		[FINDING_NAME_TRUNCATED] = "高考信息里姓名被截断",
		[FINDING_NAME_MISMATCH] = "姓名与高考信息不同",
		[FINDING_CANDIDATE] = "考生号少见",
		[FINDING_CANDIDATE_MISMATCH] = "考生号与高考信息不同",
		[FINDING_ROSTER_DUPLICATE_ID] = "证件号码重复",
		[FINDING_ROSTER_DUPLICATE_CANDIDATE] = "考生号重复",
		[FINDING_ROSTER_MISSING] = "一边有、另一边没有",
		[FINDING_ROSTER_COLUMNS] = "格子比表头多",
		[FINDING_ROSTER_SPREADSHEET] = "整列经过表格软件",
		[FINDING_ROSTER_ENCODING] = "两种编码混在一起",
	};

	return titles[code] != NULL ? titles[code] : finding_code_name(code);
}
