/* SPDX-License-Identifier: MIT */
/* One slip in a roster is one finding, the most specific, in words that a counsellor can act on. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/charset.h"
#include "support/memory_file.h"
#include "support/slow_audit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"
#define IDX "11000020070901009X"
#define IDM1 "110000200703150016"
#define IDF2 "110000200704220223"
#define SB "姓名,性别,出生日期,身份证号\n"
#define H "姓名,身份证号\n"

/* What the audit writes, owned by the caller. records: NULL for none. */
static char *audited(const char *roster, const char *records, struct audit_options options)
{
	char path[32], against[32], *text = NULL;
	const char *const rosters = path;
	int fd = memory_file_of_text(roster, path),
	    fd2 = records != NULL ? memory_file_of_text(records, against) : -1;
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	options.rosters = &rosters;
	options.roster_count = 1;
	options.against = records != NULL ? against : NULL;
	options.today = (struct date){ 2026, 9, 1 };
	audit_run(&options, out, &interrupted);
	fclose(out);
	close(fd);
	if (fd2 >= 0)
		close(fd2);
	return text;
}

static const struct row {
	const char *what, *roster, *records;
	const char *lines; /* of slow_audit_lines() */
	const char *says;  /* a part of the report; NULL: any */
} rows[] = {
	/* cells that are not in their columns */
	{ "a table below lacks a column of the one above",
	  "性别,姓名,身份证号,考生号\n女,王 芳," ID2 ",26110101010001\n姓名,身份证号\n李 明," ID1
	  "\n",
	  NULL, "2 name.space 2\n4 name.space 2\n", "李**          1****************4\n" },
	{ "a comma too many: what stands behind it is in no column",
	  "姓名,身份证号,地址,性别,出生日期\n李明," ID1 ",一号,二室,男,2007-09-01\n", NULL,
	  "2 roster.columns 0\n", NULL },
	{ "name and number in the number's cell",
	  "身份证号,姓名\n" ID1 "，李明\n" ID2 " 王芳\n" ID3 "赵六\n", NULL,
	  "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n",
	  "姓名和证件号码写在一格里了：分成两格。" },
	{ "a cell was left out",
	  "姓名,身份证号,性别,出生日期,民族\n李明,男,2007-09-01,汉族\n王芳,20070901,汉族,北京\n",
	  NULL, "2 roster.columns 0\n3 roster.columns 0\n",
	  "这一行的格子和表头对不上，多半错位了：各归各列。" },
	/* a name in another column and no number: the row is reported as one that may be a
	 * student's */
	{ "beside a sex, or behind the number of the row",
	  "序号,姓名,性别,班级,身份证号\n1,李明,男,1班," ID1
	  "\n2,2026010102,赵文博,男,\n3,,赵文博,男,\n"
	  "4,3-102,赵文博,,\n5,590,赵文博,\n女,6,邵文博,1班,\n7,2007-03-15,邵文博,,\n8,,,赵文博,\n",
	  NULL,
	  "3 roster.unread 0\n4 roster.unread 0\n5 roster.unread 0\n6 roster.unread 0\n"
	  "7 roster.unread 0\n8 roster.unread 0\n9 roster.unread 0\n",
	  NULL },
	{ "beside a class",
	  "学院,班级,姓名,身份证号\n软件学院,1班,李明," ID1 "\n软件学院,2班,王芳," ID2
	  "\n软件学院,赵文博,,\n软件学院 赵文博 1班,,,\n",
	  NULL, "4 roster.unread 0\n5 roster.unread 0\n", NULL },
	{ "between students",
	  "姓名,性别,班级,身份证号\n李明,男,1班," ID1 "\n,,赵文博,\n王芳,女,1班," ID2 "\n", NULL,
	  "3 roster.unread 0\n", NULL },
	{ "all in one cell",
	  "序号,姓名,性别,班级,身份证号\n1,李明,男,1班," ID1 "\n2，赵文博，男，1班，\n"
	  "3 赵文博 男 1班,,,,\n",
	  NULL, "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "lines that hold a name and are no student's",
	  "序号,姓名,性别,班级,身份证号\n1,李明,男,1班," ID1 "\n,软件1班,,张军,\n,,辅导员,张军,\n"
	  "2,王芳,女,1班," ID2 "\n31,,,金融,\n,,,制表人：,张军\n1.本表由张军 填写,,,,\n",
	  NULL, "", NULL },
	{ "two cells exchanged",
	  "考生号,姓名,身份证号,性别,民族,出生日期\n李明,26110101010001," ID1
	  ",男,汉族,20070901\n26110101010002,王芳," ID2
	  ",汉族,女,20070901\n26110101010003,20070901," ID3 ",男,汉族,赵六\n",
	  NULL, "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "the name in the sex's cell, or a word there in a row that lacks the name",
	  "序号,学号,姓名,性别,专业,身份证号\n1,2026001,李明,男,软件," ID1
	  "\n2,2026002,,赵文博,软件," ID2 "\n3,2026003,软件,赵文博,男," ID3
	  "\n4,2026004,男,软件,,\n",
	  NULL, "3 roster.columns 0\n4 roster.columns 0\n5 roster.columns 0\n",
	  "姓名像是写在“性别”一格里了：两格对调过来。" },
	{ "words instead of values are in their columns",
	  "姓名,身份证号,性别,出生日期\n李明," ID1 ",未知,待补\n王芳,见附件,女,待补\n", NULL,
	  "3 id.empty 0\n2 roster.unread 0\n2 roster.unread 0\n3 roster.unread 0\n", NULL },
	{ "empty cells are counted as not compared",
	  "姓名,证件类型,身份证号,性别,出生日期\n李明,居民身份证," ID1
	  ",,2007-09-01\n王芳,居民身份证," ID2 ",女,\n艾力,护照,E12345678,,\n",
	  NULL, "",
	  "  1 人没有性别，没有核对（第 2 行）\n  1 人没有出生日期，没有核对（第 3 行）\n" },
	/* the cells of a record are judged like those of a roster */
	{ "words of the record that are no value",
	  "考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n26110101010002,王芳," ID2
	  "\n26110101010003,赵六," ID3 "\n",
	  "考生号,姓名,身份证号\n26110101010001,NULL," ID1 "\n26110101010002,#N/A," ID2
	  "\n26110101010003,赵六,待补\n",
	  "2 roster.unread 0\n3 roster.unread 0\n4 roster.unread 0\n",
	  "高考信息第 4 行没有证件号码，没有比对：在那里补上。" },
	{ "any other word of the record in place of a number", H "李明," ID1 "\n王芳," ID2 "\n",
	  H "李明,测试\n王芳,abc\n", "2 roster.unread 0\n3 roster.unread 0\n",
	  "2 人在高考信息里的姓名或证件号码空着或者看不全，没有比对" },
	{ "a record's line that says why the student is absent",
	  "姓名,身份证号,备注\n李明," ID1 ",\n王芳," ID2 ",\n赵六," ID3 ",\n",
	  "姓名,身份证号,备注\n李明," ID1 ",\n王芳未报到,,参军\n赵六," ID3
	  ",\n李明已退学\n高强休学\n",
	  "3 roster.unread 0\n", "高考信息第 3 行没有证件号码，没有比对：在那里补上。" },
	{ "candidate numbers of the records that a spreadsheet ruined",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",2.61E+13\n王芳," ID2 ",26110100000000\n",
	  "0 candidate.spreadsheet 0\n",
	  "  2 人的考生号在高考信息里空着或者认不出来，没有比对（那里的第 2–3 行）\n" },
	{ "the same where the roster has none", H "李明," ID1 "\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",2.61E+13\n", "", "与高考一致         1" },
	{ "cells of the records without a value that is understood",
	  H "李明," ID1 "\n王芳," ID2 "\n",
	  "姓名,身份证号,考生号,性别,出生日期\n王芳," ID2 ",,,20070931\n李明," ID1 ",,不详,\n", "",
	  "  2 人的性别在高考信息里空着或者认不出来，没有比对（那里的第 2–3 行）\n"
	  "  2 人的出生日期在高考信息里空着或者认不出来，没有比对（那里的第 2–3 行）\n" },
	{ "a number of the records that a spreadsheet ruined",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n孙八," IDM1 "\n钱七," IDF2 "\n",
	  H "李明,########\n王芳,1.1E+17\n赵六," ID3 "\n孙八," IDM1 "\n钱七," IDF2 "\n",
	  "2 id.spreadsheet 0\n3 id.spreadsheet 0\n",
	  "高考信息第 3 行的号码被表格软件改坏了，从原系统重新导出" },
	{ "two of three, however few", H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明,########\n王芳,1.1E+17\n赵六," ID3 "\n", "0 id.spreadsheet 0\n",
	  "高考信息里 2 个号码被表格软件改坏了（从第 2 行起），从原系统重新导出" },
	{ "a column of the records that a spreadsheet ruined",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明,110000200709010000\n王芳,110000200709010000\n赵六,110000200709010000\n",
	  "0 id.spreadsheet 0\n",
	  "[id.spreadsheet]\n      高考信息里 3 个号码被表格软件改坏了（从第 2 行起），从原系统" },
	{ "quotes in a record", "考生号,姓名,身份证号\n26110101010001,张伟," ID1 "\n",
	  "考生号,姓名,身份证号\n\"261101\n01010001\",“张伟”," ID1 "\n", "2 name.character 0\n",
	  "高考信息的姓名里多了中文引号，更正高考信息第 2 行。" },
	{ "a single record in JSON, which has no row, and no ethnic group",
	  "姓名,身份证号,民族\n李明," ID1 ",汉\n",
	  "{\"name\": \"李明\", \"id_number\": \"110000200709010000\"}", "2 id.spreadsheet 16\n",
	  "高考信息的末三位被抹成了 000，从原系统重新导出" },
	{ "a list in JSON, where one has no ethnic group and nobody has a candidate number",
	  "姓名,身份证号,考生号,民族\n李明," ID1 ",26110101010001,汉\n王芳," ID2
	  ",26110101010002,汉\n",
	  "[{\"name\": \"李明\", \"id_number\": \"" ID1 "\", \"ethnic_group\": \"汉族\"},"
	  " {\"name\": \"王芳\", \"id_number\": \"" ID2 "\"}]",
	  "", "提示 0）\n  1 人的民族在高考信息里空着或者认不出来，没有比对（那里的第 2 个人）\n" },
	{ "people of a list in JSON, of whom none has a number", H "李明," ID1 "\n王芳," ID2 "\n",
	  "[{\"name\": \"李明\", \"id_number\": \"待补\"},"
	  " {\"name\": \"王芳\", \"id_number\": \"无\"}]",
	  "2 roster.unread 0\n3 roster.unread 0\n",
	  "2 人在高考信息里的姓名或证件号码空着或者看不全，没有比对" },
	{ "a day that no calendar has, in a column that is not the number's",
	  "姓名,身份证号,出生日期\n李明," ID1 ",2007-02-30\n", NULL, "2 id.birth 0\n",
	  "号码与出生日期不符 [id.birth]  B、C 列\n  第 2 行" },
	{ "a member that a record lacks counts once, though two rows find the record",
	  "姓名,身份证号,民族\n李明," ID1 ",汉\n王芳," ID2 ",汉\n李明,110000200719010014,汉\n",
	  "姓名,身份证号,民族\n李明," ID1 ",\n王芳," ID2 ",汉\n",
	  "4 id.mismatch 11\n4 roster.duplicate-id 0\n",
	  "  1 人的民族在高考信息里空着或者认不出来，没有比对（那里的第 2 行）\n" },
	{ "two rows of one person: the one that agrees is no repeat",
	  H "李明,110000200709010041\n王芳," ID2 "\n李明," ID1 "\n",
	  H "李明," ID1 "\n王芳," ID2 "\n", "2 id.mismatch 17\n2 roster.duplicate-id 0\n",
	  "证件号码或学生重复 [roster.duplicate-id]\n  第 2 行" },
	{ "the row of a record that is to be corrected, and no column of the roster",
	  "姓名,身份证号,考生号,民族\n李明," ID1 ",26110101010001,汉\n王芳," ID2
	  ",26110101010002,汉\n",
	  "考生号,姓名,身份证号,性别,民族\n26110101010009,王芳," ID2
	  ",女,藏\n26110101010001,李明," ID1 ",女,汉\n",
	  "3 roster.ethnic-group 0\n"
	  "2 id.sex 17\n"
	  "3 candidate.mismatch 14\n",
	  "[id.sex]\n  第 2 行  李*           1****************4  考生号…0001\n"
	  "      高考信息里性别和号码第 17 位对不上，更正高考信息第 3 行。\n" },
	{ "a person of a list in JSON", H "李明," ID1 "\n",
	  "[{\"name\":\"王芳\",\"id_number\":\"" ID2 "\"},{\"name\":\"李明\",\"id_number\":\"" ID1
	  ".0\"}]",
	  "2 id.character 0\n0 roster.missing 0\n", "更正高考信息第 2 个人。" },
	{ "one person twice, the second time with a wrong digit",
	  H "李明," ID1 "\n王芳," ID2 "\n李明,110000200719010014\n",
	  H "王芳," ID2 "\n李明," ID1 "\n", "4 id.mismatch 11\n4 roster.duplicate-id 0\n",
	  "  第 4 行  李*           1****************4\n"
	  "      按高考信息，第 2 行也是这个人：同一个人就删掉一行，不是就照证件核对。\n"
	  "      第 2 行  李*           1****************4\n" },
	{ "the same before the right one, which stands twice as well",
	  H "李明,110000200719010014\n李明," ID1 "\n李明," ID1 "\n", H "李明," ID1 "\n",
	  "2 id.mismatch 11\n4 roster.duplicate-id 0\n2 roster.duplicate-id 0\n",
	  "证件号码与第 3 行相同，姓名也相同" },
	{ "a name filled down, of which the first row's record is found at once",
	  H "王芳," ID2 "\n李明," ID1 "\n李明," ID3 "\n李明," IDM1 "\n李明," IDF2
	    "\n李明,110000200709010049\n李明,110000200709010057\n",
	  H "王芳," ID2 "\n李明," ID1 "\n赵六," ID3 "\n孙八," IDM1 "\n钱七," IDF2
	    "\n周杰,110000200709010049\n吴磊,110000200709010057\n",
	  "4 name.mismatch 0\n5 name.mismatch 0\n6 name.mismatch 0\n7 name.mismatch 0\n"
	  "8 name.mismatch 0\n3 roster.spreadsheet 0\n",
	  "第 3–8 行的姓名都相同" },
	{ "a name filled down across lines that are no student's",
	  H "王芳," ID2 "\n李明," ID1 "\n李明," ID3 "\n李明," IDM1 "\n合计,4\n李明," IDF2
	    "\n李明,110000200709010049\n合计,7\n",
	  NULL, "3 roster.spreadsheet 0\n", "第 3–8 行的姓名都相同" },
	{ "lines between namesakes make no more of them",
	  H "李明," ID1 "\n合计,1\n李明," ID3 "\n合计,1\n李明," IDM1 "\n合计,1\n李明," IDF2
	    "\n合计,1\n",
	  NULL, "", "学生               4" },
	{ "a namesake with a sound number is another", H "李明," ID1 "\n李明," ID2 "\n",
	  H "李明," ID1 "\n", "3 roster.missing 0\n", NULL },
	{ "numbers of other documents, and the one of a household's book",
	  "姓名,证件类型,性别,身份证号\n"
	  "艾力,护照,,E12345679\n陈大文,港澳居民来往内地通行证,,H1234567801\n李明,户口簿,女," ID1
	  "\n",
	  "姓名,性别,身份证号\n艾力,男,E12345678\n陈大文,女,H12345678\n李明,男," ID1 "\n",
	  "2 id.mismatch 9\n3 id.mismatch 10\n4 id.sex 17\n",
	  "第 9 位与高考信息不同，照证件核对。" },
	{ "the same of ethnic groups, where the record has them",
	  "姓名,身份证号,民族\n李明," ID1 ",\n王芳," ID2 ",汉\n",
	  "姓名,身份证号,民族\n李明," ID1 ",汉\n王芳," ID2 ",汉\n", "",
	  "  1 人没有民族，没有核对（第 2 行）\n" },
	/* the code of the sex */
	{ "0 and 1: it is not known which is which",
	  "姓名,身份证号,性别\n王芳," ID2 ",1\n李明," ID1 ",0\n", NULL, "0 roster.unread 0\n",
	  NULL },
	{ "a single 0 among words",
	  "姓名,身份证号,性别\n王芳," ID2 ",女\n李明," ID1 ",男\n赵六," ID3 ",男\n孙八," IDM1
	  ",男\n钱七," IDF2 ",女\n周杰,110000200709010057,0\n",
	  NULL, "7 roster.unread 0\n", NULL },
	{ "0 in many rows: reported for the column",
	  "姓名,身份证号,性别\n王芳," ID2 ",1\n李明," ID1 ",0\n赵六," ID1 "0,0\n孙八," ID3 ",0\n",
	  NULL, "4 id.length 0\n0 roster.unread 0\n",
	  "“性别”一栏用的是 0 这样的代码，看不出哪个是男" },
	{ "a single 0 beside 1 and 2 is the unknown sex: the others are compared",
	  "姓名,身份证号,性别\n王芳," ID2 ",2\n李明," ID1 ",2\n赵六," ID3 ",1\n孙八," IDM1
	  ",1\n钱七," IDF2 ",0\n",
	  NULL, "6 roster.unread 0\n3 id.sex 17\n", NULL },
	{ "a single 2 beside 0 and 1 is a mistake: it is not known which is which",
	  "姓名,身份证号,性别\n王芳," ID2 ",1\n李明," ID1 ",0\n赵六," ID3 ",0\n钱七," IDF2 ",2\n",
	  NULL, "0 roster.unread 0\n", "“性别”一栏用的是 0 这样的代码，看不出哪个是男" },
	{ "a column that is not understood, and one of candidate numbers of another length",
	  "姓名,身份证号,性别,考生号\n李明," ID1 ",a,1101010001\n王芳," ID2
	  ",b,1101010002\n赵六," ID3 ",a,1101010003\n",
	  NULL, "0 roster.unread 0\n0 candidate.format 0\n", "3 人的“性别”一栏认不出来，没有核对" },
	{ "a single 0 beside 1 and 2: unknown, as in GB/T 2261.1",
	  "姓名,身份证号,性别\n李明," ID1 ",2\n王芳," ID2 ",2\n赵六," ID3
	  ",1\n周雪,110000200709010049,0\n",
	  NULL, "5 roster.unread 0\n2 id.sex 17\n", NULL },
	{ "a single 2 in a column of 0 and 1",
	  "姓名,身份证号,性别\n李明," ID1 ",0\n王芳," ID2 ",1\n赵六," ID3
	  ",0\n周雪,110000200709010049,2\n",
	  NULL, "0 roster.unread 0\n", "“性别”一栏用的是 0 这样的代码" },
	{ "two names in one cell, and one name with a blank",
	  "姓名,身份证号\n贾家乐 杨雪," ID1 "\n阿里木 努尔," ID2 "\n", NULL,
	  "2 name.space 4\n3 name.space 4\n", "一格里像是两个人的姓名，第 4 个字是空格" },
	{ "October in a spreadsheet's numbers",
	  "姓名,身份证号,出生年月\n李明,110000200710010011,2007.1\n王芳," ID2 ",2007.09\n", NULL,
	  "", NULL },
	{ "headings of 学号 and 身份证号 exchanged",
	  "学号,姓名,身份证号\n" ID1 ",李明,2026001\n" ID2 ",王芳,2026002\n", NULL,
	  "0 roster.columns 0\n", "“学号”和“身份证号”两列的表头写反了" },
	{ "1 and 2", "姓名,身份证号,性别\n王芳," ID2 ",1\n李明," ID1 ",2\n", NULL,
	  "2 id.sex 17\n3 id.sex 17\n", NULL },
	/* what repeats nothing */
	{ "numbers that a spreadsheet rounded alike, and others that are none",
	  H "李明,110000200709010000\n王芳,110000200709010000\n赵六,13800001234\n"
	    "孙八,13800001234\n周九,1\n吴十,1\n",
	  NULL,
	  "2 id.spreadsheet 16\n3 id.spreadsheet 16\n4 id.length 0\n5 id.length 0\n"
	  "6 id.length 0\n7 id.length 0\n",
	  NULL },
	{ "E+17 and E+13, written out",
	  "考生号,姓名,身份证号\n26320100000000,李明,320102000000000000\n"
	  "26320100000000,王芳,320102000000000000\n",
	  NULL,
	  "2 id.spreadsheet 0\n3 id.spreadsheet 0\n0 roster.spreadsheet 0\n"
	  "0 candidate.spreadsheet 0\n",
	  "表格软件把号码存成了科学计数，原来的数字丢了" },
	{ "a number filled down", H "李明," ID1 "\n王芳," ID1 "\n赵六," ID1 "\n孙八," ID1 "\n",
	  NULL, "3 roster.duplicate-id 0\n",
	  "从这里到第 5 行，证件号码都与第 2 行相同，多半是往下填充出来的" },
	/* another's number; the row that agrees with it is right */
	{ "in a later row", SB "陈思远,男,2007-03-15," IDM1 "\n林晓雨,女,2007-04-22," IDM1 "\n",
	  NULL, "3 roster.duplicate-id 0\n",
	  "第 2 行相同，却和这一行的性别或出生日期不符：多半是那个人的，照证件改成本人的。" },
	{ "in an earlier row", SB "陈思远,男,2007-03-15," IDF2 "\n林晓雨,女,2007-04-22," IDF2 "\n",
	  NULL, "2 roster.duplicate-id 0\n", "格式对             1      50%\n" },
	{ "in two rows around that of whose it is",
	  SB "陈思远,男,2007-03-15," IDF2 "\n林晓雨,女,2007-04-22," IDF2
	     "\n周子涵,男,2006-11-08," IDF2 "\n",
	  NULL, "2 roster.duplicate-id 0\n4 roster.duplicate-id 0\n", "证件号码与第 3 行相同" },
	{ "of neither of two rows",
	  SB "陈思远,男,2007-03-15," ID1 "\n林晓雨,女,2007-04-22," ID1 "\n赵文博,男,2007-09-01," ID3
	     "\n",
	  NULL, "3 roster.duplicate-id 0\n2 id.birth 7\n", "姓名却不同：至少有一行抄错了" },
	{ "of nobody here: sex and birth are one slip",
	  SB "林晓雨,女,2007-04-22," IDM1 "\n赵文博,男,2007-09-01," ID1 "\n", NULL,
	  "2 id.birth 7\n",
	  "号码里的性别和出生日期都与这一行的不同：多半是别人的号码，照证件核对。" },
	{ "two numbers exchanged",
	  SB "陈思远,男,2007-03-15," IDF2 "\n林晓雨,女,2007-04-22," IDM1
	     "\n赵文博,男,2007-09-01," ID1 "\n",
	  NULL, "2 id.birth 7\n3 id.birth 7\n", "却是第 3 行的：多半是那个人的号码" },
	{ "filled down below sexes and births",
	  SB "陈思远,男,2007-03-15," IDM1 "\n林晓雨,女,2007-04-22," IDM1
	     "\n周子涵,男,2006-11-08," IDM1 "\n赵文博,男,2007-09-01," IDM1 "\n",
	  NULL, "3 roster.duplicate-id 0\n", "从这里到第 5 行，证件号码都与第 2 行相同" },
	{ "of some rows, one row too high",
	  SB "陈思远,男,2007-03-15," IDM1 "\n赵文博,男,2007-09-01," IDF2
	     "\n林晓雨,女,2007-04-22," ID2
	     "\n李静,女,2007-09-01,110000200611081332\n周子涵,男,2006-11-08,\n",
	  NULL, "6 id.empty 0\n3 id.birth 0\n", "第 3–5 行的号码都像是下一行那个人的：多半错了行" },
	{ "a parent's, in the student's column",
	  "姓名,出生日期,身份证号,父亲身份证号\n陈思远,2007-03-15,"
	  "110000197803120119,110000197803120119\n",
	  NULL, "2 roster.duplicate-id 0\n", NULL },
	{ "sexes of a column that are the other ones",
	  "姓名,性别,身份证号\n陈思远,女," IDM1 "\n赵文博,女," ID1 "\n林晓雨,男," IDF2
	  "\n王芳,男," ID2 "\n李明,女," ID3
	  "\n周子涵,女,110000200611081332\n孙八,女,65000020070901001X\n",
	  NULL, "0 id.sex 0\n", "多半是“性别”错了行，或者男女写反了" },
	{ "a column sorted alone",
	  SB "陈思远,男,2007-03-15," IDF2 "\n林晓雨,女,2007-04-22," ID1
	     "\n赵文博,男,2007-09-01," IDM1 "\n",
	  NULL, "0 id.birth 0\n", "3 人的“出生日期”和号码里的不同" },
	{ "a name filled down",
	  H "赵六," ID3 "\n李明," ID1 "\n李明," ID2 "\n李明,110000200709010049\n"
	    "李明,110000200709010057\n李明,110000200709010065\n",
	  NULL, "3 roster.spreadsheet 0\n",
	  "第 3 行  李*           1****************4\n      第 3–7 "
	  "行的姓名都相同，多半是往下填充出来的" },
	{ "names of lost characters are not one name",
	  H "??," ID1 "\n??," ID2 "\n??,110000200709010049\n??,110000200709010057\n"
	    "??,110000200709010065\n",
	  NULL,
	  "2 name.character 1\n3 name.character 1\n4 name.character 1\n5 name.character 1\n"
	  "6 name.character 1\n",
	  NULL },
	{ "and how many rows are wrong",
	  H "赵六," ID3 "\n李明," ID1 "\n李明," ID2 "\n李明,110000200709010049\n"
	    "李明,110000200709010057\n李明,110000200709010065\n",
	  NULL, "3 roster.spreadsheet 0\n",
	  "  格式对             1      17%\n  有错               4      67%\n  要留意             "
	  "1      "
	  "17%\n  问题               1（错 1，留意 0，提示 0）\n\n" },
	{ "one student twice, or another of that name",
	  "姓名,身份证号,性别\n李明," ID1 ",男\n李明," ID1 ",男\n",
	  H "李明," ID1 "\n李明," ID3 "\n", "3 roster.duplicate-id 0\n0 roster.missing 0\n",
	  "名册里只有同名的，号码空着或者重复，认不准：先改好号码。" },
	{ "headings exchanged for all rows",
	  "姓名,身份证号,民族,性别\n李明," ID1 ",男,汉\n王芳," ID2 ",女,汉族\n", NULL,
	  "0 roster.columns 0\n", "“性别”和“民族”两列的表头写反了，按内容读了" },
	{ "the same of names and student numbers",
	  "学号,姓名,身份证号\n李明,2026001," ID1 "\n王芳,2026002," ID2 "\n", NULL,
	  "0 roster.columns 0\n", "“姓名”和“学号”两列的表头写反了，按内容读了" },
	{ "a wrong number twice", H "李明,110000200709010013\n王芳,110000200709010013\n", NULL,
	  "2 id.checksum 18\n3 id.checksum 18\n3 roster.duplicate-id 0\n", NULL },
	/* the records' slips are reported for the records alone */
	{ "a candidate number of two records",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010002,王芳," ID2 "\n",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010001,王芳," ID2 "\n",
	  "0 roster.duplicate-candidate 0\n", NULL },
	{ "an ID number of two records", H "李明," ID1 "\n王芳," ID2 "\n",
	  H "李明," ID1 "\n王芳," ID1 "\n", "0 roster.duplicate-id 0\n", NULL },
	{ "a rounded number of two records", H "李明," ID1 "\n王芳," ID2 "\n",
	  H "李明,110000200709010000\n王芳,110000200709010000\n", "0 id.spreadsheet 0\n", NULL },
	{ "records whose cells are not in their columns",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明，" ID1 "\n" ID2 ",王芳\n赵六," ID3 "\n",
	  "0 roster.columns 0\n0 roster.columns 0\n",
	  "高考信息第 2 行的格子错位了，没有比对：各归各列，再核对一次。" },
	{ "records of two students in a row, of whom the second have no headings",
	  H "李明," ID1 "\n赵六," ID3 "\n",
	  "姓名,身份证号,,\n李明," ID1 ",王芳," ID2 "\n赵六," ID3 ",,\n", "0 roster.columns 0\n",
	  "高考信息第 2 行的格子错位了，没有比对：各归各列，再核对一次。" },
	{ "the guardian's number in the student's place",
	  "姓名,身份证号,监护人姓名,监护人身份证号\n李明," ID1 ",李强," ID1 "\n王芳," ID2
	  ",王强," ID3 "\n",
	  NULL, "2 roster.duplicate-id 0\n",
	  "这一行 D 列里家长等人的号码也是它：核对是哪一格填错了。" },
	{ "the student is the householder",
	  "姓名,身份证号,户主姓名,户主身份证号\n李明," ID1 ",李明," ID1 "\n", NULL, "", NULL },
	{ "and against a record", "姓名,身份证号,监护人身份证号\n李明," ID2 "," ID2 "\n",
	  H "李明," ID1 "\n", "2 id.mismatch 17\n", NULL },
	{ "a record without a number, and one without a name",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010002,王芳," ID2 "\n",
	  "考生号,姓名,身份证号\n26110000010001,李明,\n26110000010002,," ID2 "\n",
	  "2 roster.unread 0\n3 roster.unread 0\n",
	  "  2 人在高考信息里的姓名或证件号码空着或者看不全，没有比对\n" },
	{ "students without a candidate number",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n,王芳," ID2 "\n无,赵六," ID3 "\n",
	  NULL, "", "  2 人没有考生号，没有核对（第 3–4 行）\n" },
	{ "a quote in a remark", "姓名,身份证号,班级,备注\n李明," ID1 ",1,走读 \"生\n", NULL, "",
	  NULL },
	{ "a quote before a remark", "姓名,身份证号,班级,备注\n李明," ID1 ",1,\"走\"读生\n", NULL,
	  "2 roster.quote 0\n", "D 列里的英文引号不成对" },
	/* one slip in a name or a number */
	{ "marks at the end and inside, where none belongs; blanks in a name with its dot",
	  H "李、明、," ID1 "\n阿依 古丽· 买买提," ID2 "\nＬＩ　ＭＩＮＧ," ID3 "\n", NULL,
	  "2 name.interpunct 2\n4 name.fullwidth 1\n3 name.space 3\n",
	  "第 2、4 个字“、”是多的，删掉它。" },
	{ "a line break as a library writes it; a mark behind a whole name",
	  H "李明_x000D_," ID1 "\n王芳," ID2 "_x000D_\n林晓雨*," ID3 "\n", NULL,
	  "2 name.character 3\n3 id.character 19\n4 name.character 4\n",
	  "第 19–25 位是表格软件写的换行，删掉。" },
	{ "a passport's number of a card of permanent residence",
	  "姓名,证件类型,证件号码\nJOHN SMITH,境外永久居住证,ABC123456\n", NULL,
	  "2 id.other-document 0\n", NULL },
	{ "words in the name's place", H "未报到," ID1 "\n退学," ID2 "\n", NULL,
	  "2 name.empty 0\n3 name.empty 0\n", NULL },
	{ "a blank in place of a digit; a full-width digit too many; blanks in a mask",
	  H "李明,11000020070901001\u3000\n王芳,110000200709０010022\n赵六,110000 **** **** 0030\n",
	  NULL, "2 id.space 18\n3 id.length 0\n4 id.masked 0\n", NULL },
	{ "a permit's number with brackets", H "李明,12345678(B)\n", NULL,
	  "2 id.other-document 0\n", NULL },
	{ "two names in a cell, against one record", H "李明 王芳," ID1 "\n", H "李明," ID1 "\n",
	  "2 name.mismatch 3\n", NULL },
	{ "blanks and tabs around numbers",
	  "姓名,身份证号,考生号\n李明," ID1 " ,26110101010001\n王芳,\"\t" ID2
	  "\",26110101010002\n赵六," ID3 ",26110101010003 \n",
	  NULL, "2 id.space 19\n3 id.space 1\n4 candidate.character 15\n",
	  "开头多了制表符，删掉它。" },
	{ "a column of numbers that is filled up to a width, and a slip in one of them",
	  H "李明," ID1 " \n王芳," ID2 "  \n赵六, " ID3 " \n孙八,110000200709010013 \n", NULL,
	  "5 id.checksum 18\n0 id.space 0\n", "4 个号码开头或末尾有空格：都删掉。" },
	{ "blanks around all names, and inside some",
	  H " 李明 ," ID1 "\n 王  芳 ," ID2 "\n 赵六 ," ID3 "\n", NULL, "0 name.space 0\n",
	  "3 个姓名前后或中间有空格：都删掉。" },
	{ "blanks around all names", H " 李明 ," ID1 "\n 王芳  ," ID2 "\n 赵六 ," ID3 "\n", NULL,
	  "0 name.space 0\n", "3 个姓名前后有空格：都删掉。" },
	{ "blanks around one name", H " 李明 ," ID1 "\n王芳," ID2 "\n", NULL, "2 name.space 1\n",
	  "开头和末尾都多了空格，删掉。" },
	{ "numbers in groups, and a slip in one of them",
	  H "李明,110000 20070901 0014\n王芳,110000 20070901 0022\n赵六,110000 20070901 0030\n"
	    "孙八,110000 20070901 0013\n",
	  NULL, "5 id.checksum 20\n0 id.space 0\n", "4 个号码中间有空格：都删掉。" },
	{ "a candidate number with one wrong digit, and the row of its record",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010004\n王芳," ID2 ",26110101010002\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n",
	  "2 candidate.mismatch 14\n",
	  "考生号第 14 位与高考信息第 2 行不同，核对是哪一边抄错了。" },
	{ "a wholly different candidate number",
	  "姓名,身份证号,考生号\n李明," ID1 ",26119876543210\n王芳," ID2 ",26110101010002\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n",
	  "2 candidate.mismatch 0\n", "考生号与高考信息第 2 行不同，核对是哪一边抄错了。" },
	{ "a candidate number twice, of students with other numbers",
	  "姓名,身份证号,考生号,学号\n李明," ID1 ",26110101010001,2026001\n王芳," ID2
	  ",26110101010001,2026002\n",
	  NULL, "3 roster.duplicate-candidate 0\n",
	  "  第 3 行  王*           1****************2  考生号…0001\n" },
	{ "ethnic groups that differ", "姓名,身份证号,民族\n李明," ID1 ",汉\n",
	  "姓名,身份证号,民族\n李明," ID1 ",藏族\n", "2 roster.ethnic-group 0\n",
	  "民族与高考信息第 2 行不同：这里是汉，那里是藏族，核对是哪一边错。" },
	{ "row numbers before the names, one alone, which the mask leaves out",
	  H "3、李明," ID1 "\n王芳," ID2 "\n", NULL, "2 name.character 1\n",
	  "  第 2 行  李*           1****************4\n      姓名前面有序号，删掉。\n" },
	{ "row numbers before all names", H "1. 李明," ID1 "\n2. 王芳," ID2 "\n3. 赵六," ID3 "\n",
	  NULL, "0 name.character 0\n", "      3 个姓名前面有序号：都删掉。\n" },
	{ "classes behind all names",
	  H "李明（软件2601）," ID1 "\n王芳（软件2601）," ID2 "\n赵六（软件2602）," ID3 "\n", NULL,
	  "0 name.character 0\n",
	  "      3 个姓名后面的括号里有别的话：都删掉，或者写到另一列去。\n" },
	{ "zeros, a word and signs in place of or beside a candidate number",
	  "姓名,身份证号,考生号\n李明," ID1 ",00000000000000\n王芳," ID2 ",待查\n赵六," ID3
	  ",26110101010003？\n",
	  NULL, "4 candidate.character 15\n",
	  "      考生号第 15 位多了“？”，删掉，只留 14 位数字。\n" },
	{ "zeros, a word: no candidate numbers",
	  "姓名,身份证号,考生号\n李明," ID1 ",00000000000000\n王芳," ID2 ",待查\n赵六," ID3
	  ",26110101010003\n",
	  NULL, "", "2 人没有考生号，没有核对" },
	{ "a tab behind each cell, and a slip in one of them",
	  "姓名\t,身份证号\t,考生号\n李明\t," ID1 "\t,26110101010001\n王芳\t," ID2
	  "\t,26110101010002\n赵六\t,110000200709010031\t,26110101010003\n",
	  NULL, "4 id.checksum 18\n0 name.space 0\n0 id.space 0\n", "3 个姓名末尾有制表符" },
	{ "a formula's sign before a candidate number, and a masked one",
	  "姓名,身份证号,考生号\n李明," ID1 ",=26110101010001\n王芳," ID2 ",2611****010002\n", NULL,
	  "2 candidate.character 1\n"
	  "3 candidate.masked 0\n",
	  "开头多了“=”，删掉，只留考生号。" },
	{ "a masked candidate number, against the records",
	  "姓名,身份证号,考生号\n王芳," ID2 ",2611****010002\n",
	  "姓名,身份证号,考生号\n王芳," ID2 ",26110101010002\n", "2 candidate.masked 0\n",
	  "考生号有几位被遮住了，核对不了，换成完整的考生号。" },
	{ "a tab behind each number, against the records",
	  H "李明," ID1 "\t\n王芳," ID2 "\t\n赵六," ID3 "\t\n",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n", "0 id.space 0\n",
	  "3 个号码末尾有制表符" },
	{ "straight quotes around one name, and around all cells",
	  H "'李明'," ID1 "\n王芳," ID2 "\n", NULL, "2 name.character 1\n",
	  "姓名两边的括号或引号是多的，删掉。" },
	{ "an apostrophe at both ends of a name and of numbers",
	  "考生号,姓名,身份证号\n'26110101010001','李明','" ID1 "'\n", NULL,
	  "2 name.character 1\n2 id.character 1\n2 candidate.character 1\n",
	  "开头和末尾都多了“'”，删掉，只留姓名。" },
	{ "names of another encoding", H "锟斤拷," ID1 "\n闄堟€濊繙," ID2 "\n", NULL,
	  "2 name.character 0\n3 name.character 0\n", "姓名成了乱码，编码弄错了：" },
	{ "candidate numbers: two in a cell, an apostrophe",
	  "考生号,姓名,身份证号\n26110101010001/26110101010002,李明," ID1
	  "\n'26110101010003,王芳," ID2 "\n",
	  NULL, "2 candidate.character 0\n3 candidate.character 1\n", "开头多了“'”" },
	{ "numbers made by dragging, and another slip",
	  H "李明," ID1
	    "\n王芳,110000200709010015\n赵六,110000200709010016\n孙八,110000200709010017\n"
	    "周九,110000200709010031\n",
	  NULL, "3 id.checksum 0\n6 id.checksum 18\n",
	  "第 3–5 行的号码依次大一，多半是拖动填充出来的：照身份证重新输入。" },
	{ "two numbers that go on may be two slips",
	  H "王芳,110000200709010015\n赵六,110000200709010016\n", NULL,
	  "2 id.checksum 18\n3 id.checksum 18\n", NULL },
	{ "a column of another date",
	  "姓名,身份证号,出生日期\n李明," ID1 ",2026-09-01\n王芳," ID2 ",2026-09-01\n赵六," ID3
	  ",2026-09-01\n",
	  NULL, "0 id.birth 0\n", "3 人的“出生日期”和号码里的不同：多半是“出生日期”错了" },
	{ "a wrong day in some rows",
	  "姓名,身份证号,出生日期\n李明," ID1 ",2026-09-01\n王芳," ID2 ",2007-09-01\n赵六," ID3
	  ",2007-09-11\n",
	  NULL, "2 id.birth 7\n4 id.birth 7\n", NULL },
	{ "name and number masked, an X at its end", H "赵*,110000********009X\n",
	  H "赵六,11000020070901009X\n", "2 name.masked 2\n2 id.masked 0\n", NULL },
	/* an X at the end is the check character, no masked place */
	{ "the last four of a masked number, X among them", H "李明,110000********8888\n",
	  H "李明," IDX "\n", "2 id.mismatch 15\n2 id.masked 0\n",
	  "第 15–18 位与高考信息不同，照证件核对。" },
	{ "cells of a record exchanged", H "李明," IDX "\n王芳," ID2 "\n",
	  H IDX ",李明\n王芳," ID2 "\n", "0 roster.columns 0\n", NULL },
	{ "four characters of a number, and no name",
	  "序号,姓名,身份证号,电话\n1,李明," ID1 ",13800000001\n2,,009X,13800000002\n3,王芳," ID2
	  ",13800000003\n",
	  NULL, "3 name.empty 0\n3 id.length 0\n", NULL },
	{ "a digit behind it, alone and beside records", H "李明," IDX "1\n", NULL,
	  "2 id.character 19\n", "18 位号码后面多了字符，删掉它。" },
	{ "and beside a record", H "李明," IDX "1\n", H "李明," IDX "\n", "2 id.mismatch 19\n",
	  NULL },
	{ "a full-width one of a full-width number",
	  H "李明,１１００００２００７０９０１００９Ｘ\n", H "李明," IDX "\n", "2 id.fullwidth 1\n",
	  "第 1–18 位是全角的，改成半角。" },
	{ "the same student with a look-alike of it, and with 15 digits",
	  H "李明," IDX "\n李明,11000020070901009×\n王芳," ID2 "\n王芳,110000070901002\n", NULL,
	  "3 id.x-lookalike 18\n5 id.fifteen 0\n3 roster.duplicate-id 0\n5 roster.duplicate-id 0\n",
	  NULL },
	/* what stands beside a name */
	{ "in the records",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n孙八," IDM1 "\n钱七," IDF2 "\n",
	  H "1.李明," ID1 "\n王芳同学," ID2 "\n1班赵六," ID3 "\n孙八-休学," IDM1
	    "\n姓名：钱七," IDF2 "\n",
	  "2 name.mismatch 1\n3 name.mismatch 2\n4 name.mismatch 1\n5 name.mismatch 2\n"
	  "6 name.mismatch 1\n",
	  "高考信息从第 3 个字起不像姓名；更正高考信息第 3 行。" },
	{ "in the roster", H "李明（团员）," ID1 "\n王芳同学," ID2 "\n",
	  H "李明," ID1 "\n王芳," ID2 "\n", "3 name.character 3\n2 name.character 3\n",
	  "括号里的话不是姓名，写到备注里去。" },
	{ "with another number", H "李明（休学）," IDF2 "\n王芳," ID2 "\n",
	  H "李明," IDM1 "\n王芳," ID2 "\n", "2 id.mismatch 12\n2 name.character 3\n", NULL },
	{ "a full-width number of a record, and invisible characters",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明\u200b,１１００００２００７０９０１００１４\n王芳\u200b," ID2 "\n赵六\u200b," ID3
	    "\n",
	  "2 id.fullwidth 1\n0 name.invisible 0\n",
	  "高考信息里 3 个姓名有看不见的字符：重新输入，再核对一次。" },
	{ "how much of a record's number is full-width", H "李明," ID1 "\n",
	  H "李明,１１００００２００７０９０１００１４\n", "2 id.fullwidth 1\n",
	  "第 1–18 位和高考信息只是写法不同；更正高考信息第 2 行。" },
	{ "a column of the records that a spreadsheet ruined, and one right by chance",
	  H "李明,110000200701180019\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明,110000200701180000\n王芳,110000200709010000\n赵六,110000200709010000\n",
	  "0 id.spreadsheet 0\n", "高考信息里 3 个号码被表格软件改坏了（从第 2 行起）" },
	/* what to do */
	{ "another's name, which has a slip of its own",
	  "姓名,身份证号\n买买提.艾力," ID1 "\n王 芳," ID2 "\n", H "李明," ID1 "\n赵六," ID2 "\n",
	  "2 name.mismatch 1\n3 name.mismatch 1\n", NULL },
	{ "a number filled down, beside records",
	  H "李明," ID1 "\n王芳," ID1 "\n赵六," ID1 "\n孙八," ID1 "\n",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n孙八,65000020070901001X\n",
	  "3 id.mismatch 0\n", "第 3–5 行的号码都是同一个人的，多半是往下填充出来的" },
	{ "both numbers of another row",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010001,王芳," ID1 "\n",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010002,王芳," ID2 "\n",
	  "3 id.mismatch 0\n", "证件号码和考生号都是高考信息第 2 行那个人的，核对后换成本人的。" },
	{ "masked, against a record", H "李朋,110000200709010041\n", H "李明," ID1 "\n",
	  "2 name.mismatch 2\n2 id.mismatch 17\n",
	  "      第 2 个字与高考信息不同，照证件核对。\n" },
	{ "numbers exchanged between names that are alike", H "李明," ID2 "\n李芳," ID1 "\n",
	  H "李明," ID1 "\n李芳," ID2 "\n", "2 id.mismatch 0\n3 id.mismatch 0\n",
	  "号码和第 3 行的互换了，换过来。" },
	{ "a name that is only in another record that is found: the name is wrong",
	  H "李明," ID1 "\n李明," ID2 "\n", H "李明," ID1 "\n李芳," ID2 "\n", "3 name.mismatch 0\n",
	  "姓名是高考信息第 2 行那个人的" },
	{ "names moved down by one, of which two have a character in common",
	  "姓名,身份证号,考生号\n王芳," ID1 ",26110101010001\n毛小慧," ID2
	  ",26110101010002\n毛慧如," ID3 ",26110101010003\n",
	  "姓名,身份证号,考生号\n毛小慧," ID1 ",26110101010001\n毛慧如," ID2
	  ",26110101010002\n王芳," ID3 ",26110101010003\n",
	  "2 name.mismatch 0\n",
	  "      第 2–4 行的姓名都是别人的，多半错了行：对齐以后再核对一次。\n" },
	{ "two rows with each other's names",
	  "姓名,身份证号,考生号\n毛慧如," ID1 ",26110101010001\n毛小慧," ID2
	  ",26110101010002\n王芳," ID3 ",26110101010003\n",
	  "姓名,身份证号,考生号\n毛小慧," ID1 ",26110101010001\n毛慧如," ID2
	  ",26110101010002\n王芳," ID3 ",26110101010003\n",
	  "2 name.mismatch 0\n3 name.mismatch 0\n",
	  "      姓名和第 3 行的互换了，换过来。\n  第 3 行" },
	{ "two rows with each other's numbers",
	  "姓名,身份证号,考生号\n李明," ID2 ",26110101010001\n王芳," ID1 ",26110101010002\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n",
	  "2 id.mismatch 0\n3 id.mismatch 0\n",
	  "      号码和第 3 行的互换了，换过来。\n  第 3 行" },
	{ "numbers moved down by one",
	  "姓名,身份证号,考生号\n李明," ID3 ",26110101010001\n王芳," ID1
	  ",26110101010002\n赵六," ID2 ",26110101010003\n",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2
	  ",26110101010002\n赵六," ID3 ",26110101010003\n",
	  "2 id.mismatch 0\n", "第 2–4 行的号码都是别人的，多半错了行" },
	{ "a name of three with one wrong character that makes it no other's",
	  H "毛小慧," ID1 "\n王芳," ID2 "\n", H "毛晓慧," ID1 "\n王芳," ID2 "\n",
	  "2 name.mismatch 2\n", "第 2 个字与高考信息不同" },
	{ "exchanged digits", H "李明,110000200709010041\n", H "李明," ID1 "\n",
	  "2 id.mismatch 17\n", "      第 17、18 位互换了，换过来。\n" },
	{ "another document, and no column of them", H "李明,E12345678\n", NULL,
	  "2 id.other-document 0\n", "这像是护照的号码，加一列“证件类型”写明它。" },
	{ "marks before some numbers, but not half of them",
	  H "李明,'" ID1 "\n王芳,'" ID2 "\n赵六,'" ID3 "\n孙八," IDM1 "\n钱七," IDF2
	    "\n周杰,110000200709010049\n吴磊,110000200709010057\n",
	  NULL, "2 id.character 1\n3 id.character 1\n4 id.character 1\n", NULL },
	{ "numbers whose ends a spreadsheet has wiped, and documents that end so",
	  "姓名,证件类型,证件号码\n李明,居民身份证,110000200709010000\n"
	  "王芳,居民身份证,110000200708020000\n赵六,居民身份证,110000200709030000\n"
	  "李约翰,护照,E12345000\n王约翰,其他,123456789000\n",
	  NULL,
	  "2 id.spreadsheet 16\n3 id.spreadsheet 16\n4 id.spreadsheet 16\n"
	  "6 roster.unread 0\n0 roster.spreadsheet 0\n",
	  "3 个证件号码以 000 结尾" },
	{ "a number torn apart by its separators",
	  "姓名,身份证号,民族\n李明,110,000,200,709,010,014,汉\n王芳," ID2 ",汉\n", NULL,
	  "2 roster.columns 0\n", "这一行有 8 格，表头只有 3 格" },
	{ "the error of a formula", H "李明," ID1 "\n王芳,Err:502\n", NULL, "3 id.empty 0\n",
	  "这是表格公式出错的标记" },
	{ "numbers of documents whose form is known, or is not",
	  "姓名,证件类型,证件号码\n李明,护照,护照E12345678\n王芳,台胞证,1234567\n"
	  "赵六,A,e12345678\n孙八,其他,00123\n钱七,香港身份证,A123456(7)\n",
	  NULL, "2 id.character 1\n3 id.length 0\n4 id.character 1\n5 roster.unread 0\n",
	  "从第 1 位起多了“护照”，只留证件上的字母和数字。" },
	{ "blanks behind all names of the records", H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  H "李明 ," ID1 "\n王芳 ," ID2 "\n赵六 ," ID3 "\n", "0 name.space 0\n",
	  "\n      高考信息里 3 个姓名多了空格：空白都删掉" },
	{ "blanks behind some of them",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n孙八," IDM1 "\n",
	  H "孙八," IDM1 "\n李明 ," ID1 "\n王芳 ," ID2 "\n赵六 ," ID3 "\n", "0 name.space 0\n",
	  "\n  高考信息第 3–5 行\n      高考信息里 3 个姓名多了空格" },
	{ "masked numbers of the records, one of which is another number",
	  H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n孙八," IDM1 "\n",
	  H "李明,110000********0014\n王芳,110000********0022\n赵六,110000********0030\n"
	    "孙八,110000********9999\n",
	  "5 id.mismatch 15\n0 id.masked 0\n",
	  "\n  高考信息第 2–4 行\n      高考信息里 3 个号码有几位被遮住了" },
	{ "a ruined number of a record", H "李明," ID1 "\n王芳," ID2 "\n",
	  H "李明,1.1E+17\n王芳," ID2 "\n", "2 id.spreadsheet 0\n",
	  "高考信息第 2 行的号码被表格软件改坏了，从原系统重新导出" },
	{ "a stray quote in a record", H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  "姓名,身份证号,备注\n李明," ID1 ",\"住宿\n王芳," ID2 ",\n赵六," ID3 ",\"走读\"\n",
	  "0 roster.quote 0\n", "高考信息第 2 行的引号不成对" },
	{ "a remark in place of a number is shown, a name is not",
	  H "李明,护照办理中\n王芳,赵六\n孙八,未知\n赵六,#N/A\n", NULL,
	  "2 id.empty 0\n3 id.character 1\n4 id.empty 0\n5 id.empty 0\n",
	  "  第 2 行  李*           护照办理中\n      这里没有证件号码，补上。\n"
	  "  第 4 行  孙*           未知\n"
	  "  第 5 行  赵*           #N/A\n      这是表格公式出错的标记" },
	{ "signs in place of a number or a name", H "李明,########\n——," ID2 "\n", NULL,
	  "2 id.spreadsheet 0\n3 name.empty 0\n", "  第 3 行  ——            1****************2\n" },
	{ "a name in a number's place", H "李明,护照办理中\n王芳,赵六\n", NULL,
	  "2 id.empty 0\n3 id.character 1\n", "  第 3 行  王*           赵*\n" },
	{ "a remark in place of a name", H "放弃入学," ID1 "\n同上," ID2 "\n", NULL,
	  "2 name.empty 0\n3 name.empty 0\n", "  第 2 行  放弃入学      1****************4\n" },
	{ "a full-width number shows its ends", H "李明,１１００００２００７０９０１００１４\n",
	  NULL, "2 id.fullwidth 1\n", "  第 2 行  李*           １****************４\n" },
	{ "numbers of other documents",
	  "姓名,证件类型,证件号码\n李明,护照,E12345678/G12345678\n王芳,台胞证,1234567.0\n", NULL,
	  "2 id.length 0\n3 id.character 8\n", "一格里有两个证件号码" },
};

/* What is to be deleted can be seen in the value. */
static void test_revealed_marks(void **state)
{
	char *text = audited(H "李明,'" ID1 "\n王芳," ID2 "\n", NULL,
			     (struct audit_options){ .reveal = true });

	(void)state;
	assert_non_null(strstr(text, "  第 2 行  李明          '" ID1 "\n"));
	free(text);
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *json = audited(rows[i].roster, rows[i].records,
				     (struct audit_options){ .json = true });
		char *text = audited(rows[i].roster, rows[i].records, (struct audit_options){ 0 });
		char *lines = slow_audit_lines(json);

		if (strcmp(lines, rows[i].lines) != 0)
			fail_msg("%s:\n%s", rows[i].what, lines);
		if (rows[i].says != NULL && strstr(text, rows[i].says) == NULL)
			fail_msg("%s:\n%s", rows[i].what, text);
		free(lines);
		free(text);
		free(json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_revealed_marks),
	};

	if (!charset_choose())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
