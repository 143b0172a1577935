/* SPDX-License-Identifier: MIT */
/* Rosters as schools have them: small files of every kind that once was read wrong, and what is
 * right. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "audit/audit.h"
#include "audit/record_search.h"
#include "audit/roster_lint.h"
#include "base/charset.h"
#include "support/memory_file.h"
#include "support/slow_audit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"
#define PARENT1 "110000197611051358"
#define PARENT2 "110000197508016052"
#define PARENT3 "110000197709010618"
#define GRANDPARENT1 "110000195009010415"
#define GRANDPARENT2 "110000195109010519"
#define YOUNG "110000200209010317"
#define GIRL1 "110000200709010604"
#define GIRL2 "110000200709010807"
#define H "姓名,身份证号\n"

static const struct date today = { 2026, 9, 1 };

/* What the audit writes, owned by the caller. */
static char *audited(const char *bytes, size_t len, const char *against,
		     struct audit_options options, int *status)
{
	char path[32], other[32], *text = NULL;
	const char *const roster = path;
	int fd = memory_file(bytes, len, path);
	int fd2 = against != NULL ? memory_file_of_text(against, other) : -1;
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	options.rosters = &roster;
	options.roster_count = 1;
	options.against = against != NULL ? other : NULL;
	options.today = today;
	*status = audit_run(&options, out, &interrupted);
	fclose(out);
	close(fd);
	if (fd2 >= 0)
		close(fd2);
	return text;
}

static size_t number_after(const char *json, const char *key)
{
	const char *at = strstr(json, key);

	if (at == NULL)
		fail_msg("%s is not in %s", key, json);
	return strtoul(at + strlen(key), NULL, 10);
}

static const struct sample {
	const char *what, *text;
	size_t students, skipped;
	const char *lines;  /* of slow_audit_lines() */
	const char *report; /* a part of it; NULL: any */
} samples[] = {
	{ "a quote swallows rows",
	  "姓名,身份证号,备注\n李明," ID1 ",\"住宿\n王芳," ID2 ",\n赵六,11000020070901009x,\n"
	  "钱七,530000200704042226,\"走读\"\n孙八,65000020070901001X,\n",
	  5, 0, "2 roster.quote 0\n4 id.lowercase-x 18\n",
	  "第 2 行  李*           1****************4\n      C 列里的英文引号不成对" },
	{ "a curly quote closes",
	  "姓名,身份证号,备注\n李明," ID1 ",\"住宿”\n王芳," ID2 ",\"走读”\n赵六," ID3 ",\n", 3, 0,
	  "2 roster.quote 0\n3 roster.quote 0\n", "C 列里，英文引号配了中文引号“”" },
	{ "a quote at both ends of rows",
	  "姓名,身份证号,备注\n李明," ID1 ",\"住宿\n王芳," ID2 ",\n赵六," ID3 ",走读\"\n", 3, 0,
	  "2 roster.quote 0\n", NULL },
	{ "a quote in the names", H "\"李明," ID1 "\n王芳\"," ID2 "\n赵六," ID3 "\n", 3, 0,
	  "2 roster.quote 0\n3 name.character 3\n", "第 2 行  李*           1****************4\n" },
	{ "quotes at numbers, a curly one closes", H "李明,\"" ID1 "\n王芳, \"" ID2 "”\n", 2, 0,
	  "2 roster.quote 0\n3 roster.quote 0\n", NULL },
	{ "a quote in the last row, which has no end",
	  "姓名,身份证号,备注\n李明," ID1 ",\n王芳," ID2 ",\"住宿", 2, 0, "3 roster.quote 0\n",
	  NULL },
	{ "a cell of lines stays one cell",
	  "姓名,身份证号,地址\n李明," ID1 ",\"北京市\n海淀区\"\n王芳," ID2 ",\"甲,乙\n丙\"\n", 2, 0,
	  "", NULL },
	{ "a quote in a row without its last commas",
	  "姓名,身份证号,备注,电话\n李明," ID1 ",\"住,1\n王芳," ID2 "\"\n赵六," ID3 ",,\n", 3, 0,
	  "2 roster.quote 0\n3 id.character 19\n", NULL },
	{ "the number behind the closing quote",
	  "姓名,身份证号,民族,备注\n李明," ID1 ",\"汉,\n王芳\"," ID2 "\n赵六," ID3 ",汉,\n", 3, 0,
	  "2 roster.quote 0\n3 name.character 3\n", NULL },
	{ "a quote that begins before the number",
	  "姓名,备注,身份证号\n李明,\"住," ID1 "\n王芳,\"\n走\"," ID2 "\n赵六,," ID3 "\n", 3, 0,
	  "2 roster.quote 0\n", NULL },
	{ "a third stray quote",
	  "考生号,姓名,身份证号,性别,民族,备注\n26110000000011,李明,\"" ID1 ",男,汉族,\n"
	  "26110000000012,王芳\"," ID2 ",\"女,\"汉族\",走读，远\n",
	  2, 0, "2 roster.quote 0\n3 roster.quote 0\n", NULL },
	{ "a third stray quote, and two students in one row",
	  "姓名,身份证号,备注,电话\n李明," ID1 ",\"a\"b,\"住\n1,王芳\"," ID2 "\n", 1, 0,
	  "2 roster.columns 0\n2 roster.quote 0\n", NULL },
	{ "a CR alone behind a row without its last comma",
	  "姓名,身份证号,备注,电话\n赵六," ID3 ",,138\n李明," ID1 ",住\r王芳," ID2 "\n", 3, 0, "",
	  NULL },
	{ "parents in a cell of lines",
	  "姓名,身份证号,备注\n李明," ID1 ",\"李大,320102197809010014\n赵二,320102198001010024\"\n",
	  1, 0, "2 roster.unread 0\n", "还有一个年长的人的号码" },
	{ "another student in a cell of lines",
	  "姓名,身份证号,备注\n李明," ID1 ",\"室友：\n王芳 " ID2 "\"\n赵六," ID3 ",\"王芳 " ID2
	  "\n的同桌\"\n",
	  2, 0, "2 roster.columns 0\n", "这一行里有两个证件号码" },
	{ "a heading of lines with a number", "\"身份证号\n如" ID3 "\",姓名\n" ID1 ",李明\n", 1, 0,
	  "", NULL },
	{ "a quote behind a blank", "姓名, \"身份证号\"\n李明, \"" ID1 "\"\n", 1, 0, "", NULL },
	{ "quotes behind full-width blanks",
	  "姓名,　\"身份证号\",地址\n李明,　\"" ID1 "\",　 \"南京,\n玄武\"　\n王芳," ID2
	  ",　\"北京\n海淀\"\n",
	  2, 0, "", NULL },
	{ "one that is not closed", "姓名,身份证号,备注\n李明," ID1 ",　\"住宿\n王芳," ID2 ",\n", 2,
	  0, "2 roster.quote 0\n", NULL },
	{ "two number columns",
	  "姓名,身份证号（监护人）,身份证号\n李明,110000197809010017,110000200709010015\n", 1, 0,
	  "2 id.checksum 18\n", "姓名=A 列，身份证号=C 列\n" },
	{ "the exact heading decides, and the other column is named",
	  "姓名,证件号码,身份证号\n李明,E12345678," ID1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=C 列\nB 列的表头“证件号码”也是身份证号，C 列空着时才看它\n" },
	{ "headings as good as each other: the cells decide",
	  "姓名,证件号,身份证件号码\n李明,无," ID1 "\n王芳,," ID2 "\n", 2, 0, "",
	  "身份证号=C 列\nB 列的表头“证件号”也是身份证号，没有核对\n" },
	{ "the better heading above nothing",
	  "姓名,身份证号,身份证号码\n李明,," ID1 "\n王芳,," ID2 "\n", 2, 0, "",
	  "身份证号=C 列\nB 列的表头“身份证号”也是身份证号，C 列空着时才看它\n" },
	{ "a number of a document beside its type",
	  "姓名,身份证号码,证件类型,证件号码\n艾力,,护照,E12345678\n李明," ID1 ",居民身份证," ID1
	  "\n",
	  2, 0, "",
	  "身份证号=D 列，证件类型=C 列\nB 列的表头“身份证号码”也是身份证号，D 列空着时才看它\n" },
	{ "a passport beside nearly each resident's number, and one of two other documents",
	  "姓名,身份证号,护照号,港澳通行证号\n李明," ID1 ",E12345678,\n王芳," ID2 ",E12345679,\n"
	  "艾力,,M12345678,\n陈大文,,,H12345678\n",
	  4, 0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "each column that is not used is named, and none that is",
	  "姓名,学生姓名,考生姓名,身份证号\nName,,,ID Number\n李明,李明,王五," ID1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=D 列\nB 列的表头也是姓名，没有核对\nC "
	  "列的表头也是姓名，没有核对\n\n" },
	{ "one of three columns of names has some",
	  "姓名,姓名,身份证号,姓名\n,," ID1 ",李明\n,," ID2 ",王芳\n", 2, 0, "",
	  "姓名=D 列，身份证号=C 列\nA 列的表头“姓名”也是姓名，没有核对\nB 列" },
	{ "sex and birth date of the father",
	  "姓名,身份证号,父亲姓名,性别,出生日期\n李明," ID1 ",李刚,男,1975-03-02\n王芳," ID2
	  ",王刚,男,1976-05-01\n",
	  2, 0, "",
	  "姓名=A 列，身份证号=B 列\nD 列的表头“性别”跟在别人的一列后面，"
	  "多半是那个人的，没有核对\nE 列的表头“出生日期”跟在" },
	{ "all that is known of a father",
	  "姓名,身份证号,父亲姓名,性别,出生年月,民族,证件类型\n李明," ID1
	  ",李刚,男,1975.03,回,护照\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "the sex of some relative, and the student's birth date",
	  "姓名,身份证号,出生日期,关系,性别\n李明," ID1 ",2007-09-01,母子,女\n王芳," ID2
	  ",2007-09-02,母女,女\n",
	  2, 0, "3 id.birth 7\n", "姓名=A 列，身份证号=B 列，出生日期=C 列\nE 列的表头“性别”跟在" },
	{ "the student's behind a father, or a mistake in it",
	  "姓名,身份证号,父亲姓名,性别,出生日期\n李明," ID1 ",李刚,女,2007-9-1\n王芳," ID2
	  ",王刚,女,2007/9/2\n赵六," ID3 ",赵刚,男,\n",
	  3, 0, "2 id.sex 17\n3 id.birth 7\n", "性别=D 列，出生日期=E 列\n\n" },
	{ "the same behind a telephone number, and behind a parent before the student",
	  "家长姓名,姓名,身份证号,家长电话,辅导员,性别\n李刚,李明," ID1 ",13800000000,张三,女\n", 1,
	  0, "2 id.sex 17\n", "性别=F 列\n\n" },
	{ "a date of birth in three columns",
	  "姓名,身份证号,出生年,出生月,出生日\n李明," ID1 ",2007,9,1\n王芳," ID2
	  ",2007年,09月,11日\n赵六," ID3 ",,9,1\n姓名,身份证号,出生年,出生月,出生日\n"
	  "孙八,110000200709010049,2007,,1\n",
	  4, 1, "3 id.birth 7\n", "出生日期=C–E 列\n跳过 1 行：重复的表头（第 5 行）\n" },
	{ "the same below one heading",
	  "姓名,身份证号,出生日期,,\n,,年,月,日\n李明," ID1 ",2007,9,1\n王芳," ID2 ",2007,10,1\n",
	  2, 1, "4 id.birth 7\n", NULL },
	{ "a day alone is no date", "姓名,身份证号,出生日\n李明," ID1 ",1\n", 1, 0,
	  "2 roster.unread 0\n", "提示 1）" },
	{ "types of documents below another heading",
	  "姓名,证件,证件号码\n李明,居民身份证," ID1 "\n艾力,护照,M12345678\n", 2, 0, "",
	  "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "types of documents below a heading of numbers",
	  "姓名,身份证/护照,号码\n李明,身份证," ID1 "\n艾力,护照,M12345678\n", 2, 0, "",
	  "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "types of documents without a heading",
	  "李明,身份证," ID1 "\n艾力,护照,M12345678\n王芳,身份证," ID2 "\n", 3, 0, "",
	  "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "a number of a document in place of the resident's",
	  "姓名,身份证号码,证件类型,证件号码\n艾力,,护照,E12345678\n李明," ID1
	  ",居民身份证,\n王芳," ID2 ",居民身份证,\n赵六,,居民身份证,\n",
	  4, 0, "5 id.empty 0\n", "D 列的表头“证件号码”也是身份证号，B 列空着时才看它\n" },
	{ "an empty name column beside a full one",
	  "姓名,学生姓名,身份证号\n,李明," ID1 "\n,王芳," ID2 "\n", 2, 0, "",
	  "姓名=B 列，身份证号=C 列\nA 列的表头“姓名”也是姓名，没有核对\n" },
	{ "a parent fills in the questionnaire",
	  "您的姓名,您的身份证号,您孩子的姓名,您孩子的身份证号\n李大,110000197809010017,李明," ID1
	  "\n",
	  1, 0, "", "姓名=C 列，身份证号=D 列\n\n" },
	{ "the student fills it in", "您的姓名,您的身份证号,家长姓名\n李明," ID1 ",李大\n", 1, 0,
	  "", "姓名=A 列，身份证号=B 列\n\n" },
	{ "a guardian in English",
	  "Student Name,Identity Card Number,Guardian Name,Guardian ID\n李明," ID1
	  ",李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\n\n" },
	{ "an agent", "代办人,代办人身份证,新生,新生身份证\n李大,110000197809010017,李明," ID1 "\n",
	  1, 0, "", "姓名=C 列，身份证号=D 列\n\n" },
	{ "headings of which only the end is known",
	  "参保人姓名,参保人证件号码,户主身份证号\n李明," ID1 ",110000197809010017\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列\n\n" },
	{ "the end of a sentence is no heading", "请核对身份证号,\n李明," ID1 "\n", 1, 0, "",
	  "没有认出表头" },
	{ "two name columns", "姓名（家长）,姓名（学生）,身份证号\n李大,李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=B 列，身份证号=C 列\n" },
	{ "a footer",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110000010001\n王芳," ID2 ",26110000010002\n"
	  "合计：2人,,\n制表人：王老师  审核：李主任,2026年9月1日,\n注：1.本表一式两份,,\n",
	  2, 3, "", "跳过 3 行：合计、制表人、注（第 4–6 行）\n" },
	{ "pages",
	  "2026级新生花名册,,\n姓名,身份证号,班级\n李明," ID1 ",1\n第 1 页 共 2 页,,\n"
	  "2026级新生花名册,,\n姓名,身份证号,班级\n王芳," ID2 ",1\n小计,1,\n本人签字：,,\n",
	  2, 5, "", "跳过 5 行：页码、标题、重复的表头、小计、签字（第 4–6、8–9 行）\n" },
	{ "classes",
	  "姓名,身份证号,班级\n软件2601班,,\n李明," ID1 ",1\n班级：软件2602,,人数：1\n王芳," ID2
	  ",2\n共 2 人,,\n",
	  2, 3, "", "跳过 3 行：班级行 2 行（第 2、4 行），合计（第 6 行）\n" },
	{ "words in names are names", H "合明," ID1 "\n第五制表," ID2 "\n班主任," ID3 "\n", 3, 0,
	  "4 name.empty 0\n", NULL },
	{ "a name alone is a student", H "李明,\n王芳,无\n", 2, 0, "2 id.empty 0\n3 id.empty 0\n",
	  NULL },
	{ "names that are words of footers, in rows that are filled as a student's are",
	  "序号,姓名,身份证号,性别\n1,李明," ID1 ",男\n2,时间,,男\n3,平均,,女\n4,单位,,男\n", 4, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	{ "the same, beside a major and a class",
	  "学号,姓名,身份证号,专业,班级\n20260001,李明," ID1 ",软件,1班\n,平均,,软件,1班\n"
	  ",丹增,,软件,1班\n,合计,,,\n",
	  3, 1, "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "the same alone in their rows", H "李明," ID1 "\n时间,\n平均,/\n合计,\n王芳," ID2 "\n", 2,
	  3, "3 roster.unread 0\n4 roster.unread 0\n", "跳过 3 行：日期（第 3 行），合计" },
	{ "names of rare forms among students",
	  H "李明," ID1 "\n亓官明,\n仉玉,\n丹增,\n努尔,\n王芳," ID2 "\n", 6, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n", NULL },
	{ "the same below the students: footers, too, begin with a surname",
	  H "李明," ID1 "\n谢谢配合,\n温馨提示,\n经办,\n南京,1\n", 1, 4,
	  "5 roster.unread 0\n6 roster.unread 0\n", NULL },
	{ "a column that all rows fill tells a student from a footer",
	  "班级,姓名,身份证号\n1班,李明," ID1 "\n1班,丹增,\n1班,和平,\n", 3, 0,
	  "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "the headings twice", H "姓名,身份证号\n李明," ID1 "\n", 1, 1, "",
	  "表头在第 1 行\n姓名=A 列，身份证号=B 列\n跳过 1 行：重复的表头（第 2 行）\n" },
	{ "rows with a cell too many",
	  "宿舍,考生号,备注,姓名,身份证号,家长姓名\n6-106,26320101150001,,李明," ID1 ",李大\n"
	  "6-107,26320101150002,已报到,合计,王芳," ID2 ",王大\n",
	  2, 0, "3 roster.columns 0\n", NULL },
	{ "a name left out beside a remark that may be one, and the number in its place",
	  "姓名,审核情况,身份证号,宿舍\n李明,已核对," ID1 ",1-101\n,平均," ID2 ",1-102\n", 2, 0,
	  "3 name.empty 0\n", NULL },
	{ "a comma in a remark moves a telephone into the name's column",
	  "备注,性别,民族,联系电话,姓名,身份证号,家庭住址,出生日期\n"
	  "好,男,汉族,13817114735,李明," ID1 ",杭州市,20070901\n"
	  "3,4号楼,女,回族,13833746430,王芳," ID2 ",杭州市,20070901\n",
	  2, 0, "3 roster.columns 0\n", "这一行有 9 格，表头只有 8 格" },
	{ "a room, and a name in the last cell",
	  "宿舍,出生日期,身份证号,备注,姓名\n1-101,20070901," ID1
	  ",,李明\n1-102,20070901,转专业,王芳\n",
	  2, 0, "3 roster.columns 0\n", "这一行的格子和表头对不上" },
	{ "the number is left out, and all behind it stands one column before its own",
	  "宿舍,考生号,身份证号,姓名\n6-106,26320101150001," ID1
	  ",李明\n6-107,26320101150002,扎西\n6-108,26320101150003," ID2 ",王芳\n",
	  3, 0, "3 roster.columns 0\n", NULL },
	{ "the same with nothing that is known beside the name",
	  "身份证号,住址,姓名,班级\n" ID1 ",南京市,李明,1班\n杭州市,任务,1班\n" ID2
	  ",南京市,王芳,1班\n合计,2,人\n",
	  3, 1, "3 roster.columns 0\n", NULL },
	/* nothing is displaced where a word stands in place of a number or a name */
	{ "a word in place of the number, before an empty remark",
	  "序号,姓名,性别,身份证号,备注\n1,李明,男," ID1 ",\n2,王芳,女,无,\n3,张伟,男,休学,\n"
	  "4,阿依古丽,女,护照,\n5,赵六,,男," ID3 "\n",
	  5, 0, "3 id.empty 0\n4 id.character 1\n5 id.character 1\n6 roster.columns 0\n", NULL },
	{ "the same before an empty last column, with a value of a student on the other side",
	  "民族,身份证号,姓名,生源地\n汉族,没有,王建,\n回族," ID1 ",李明,山东\n", 2, 0,
	  "2 id.empty 0\n", NULL },
	{ "the same, with a word that is none for nothing",
	  "性别,身份证号,姓名,报到日期\n女," ID2 ",王芳,9月1日\n女,已注销,黄丽,\n女,暂缺,李丽\n", 3,
	  0, "3 id.character 1\n4 id.empty 0\n", "这是文字，不是证件号码，换成证件号码。" },
	{ "the same with a word that begins as a name",
	  "民族,身份证号,姓名,住址\n汉族," ID1 ",李明,南京市\n壮族,查无,张英洋,\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "the same where a number or an empty column is between",
	  "姓名,身份证号,序号,民族\n李明," ID1 ",1,汉\n王波,不详,3,\n", 2, 0, "3 id.empty 0\n",
	  NULL },
	{ "the same beside a remark",
	  "性别,身份证号,备注,姓名,,\n女," ID2 ",复读,王芳,,\n女,无,复读,郑超,,\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "a word for nothing in place of the name, beside a text like a name",
	  "身份证号,生源地,姓名,班级,宿舍,备注\n" ID1 ",山东,李明,软件3班,,\n" ID3
	  ",山东,无,软件3班,,\n",
	  2, 0, "3 name.empty 0\n", NULL },
	{ "a name with a mistake in it beside a word in place of the number",
	  H "李　明," ID1 "\n王　芳,休学\n李明（转）,休学\n李明1,参军\n", 4, 0,
	  "3 id.character 1\n4 id.character 1\n5 name.character 3\n5 id.character 1\n"
	  "2 name.space 2\n3 name.space 2\n4 name.character 3\n",
	  NULL },
	{ "nothing is left out above a wider table",
	  "身份证号,姓名\n" ID1 ",李明\n,王芳\n\n住宿安排\n组别,组长,电话\n一组,李明,13800001111\n"
	  "二组,王芳,13800002222\n",
	  2, 4, "3 id.empty 0\n", NULL },
	{ "a cell is left out and another is too many",
	  "日期,家长号码,身份证号,序号,性别,姓名,备注\n20260901,," ID1 ",1,男,李明,\n," ID2
	  ",2,女,王芳,3,4号楼\n",
	  2, 0, "3 roster.columns 0\n", NULL },
	{ "a candidate number and a name in a row that is no row of the table is reported",
	  "考生号,姓名,身份证号,性别,班级,住址\n26320101150001,李明," ID1
	  ",男,1班,南京\n合计：26320101150002,,王芳\n共 2 人,,26320101150003,任务\n",
	  1, 2, "4 roster.unread 0\n", NULL },
	{ "whatever the name is, a student number is a student's; two columns of students are "
	  "reported",
	  "姓名,学号,身份证号,民族\n李明,20260001," ID1
	  ",汉族\n生日,20260002,,汉族\n请核对,,,藏族\n",
	  2, 1, "3 id.empty 0\n4 roster.unread 0\n", NULL },
	{ "a row with a cell too few that may be a student's is reported",
	  "身份证号,备注,姓名\n" ID1 ",,李明\n,周婷\n", 1, 1, "3 roster.unread 0\n",
	  "这一行没有算作学生（没有姓名和号码）：是学生就把姓名和号码补全，各归各列。" },
	{ "a day of birth stands in no header, a student number in no line of a class",
	  "学院,学号,姓名,出生日期,身份证号\n法学,20260001,李明,20070901," ID1
	  "\n法学,,性别,20070901,\n计算机学院,20260002,\n",
	  1, 2, "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "two items that are to be mended make no header",
	  "姓名,身份证号,有误项,更正项\n李明," ID1 ",,\n王芳,,姓名,身份证号\n赵六," ID2 ",,\n", 3,
	  0, "3 id.empty 0\n", NULL },
	{ "values that headings are, too, make no header",
	  "身份证号,姓名,证件类型\n" ID1 ",李明,居民身份证\n,辅导员,居民身份证\n" ID2
	  ",王芳,居民身份证\n",
	  2, 1, "", "跳过 1 行：辅导员（第 3 行）" },
	{ "a wider header with headings that are not known",
	  "姓名,班级,身份证号\n李明,1班," ID1
	  "\n毕业中学,班级,QQ,姓名,身份证号\n一中,2班,12345678,王 芳," ID2 "\n",
	  2, 1, "4 name.space 2\n",
	  "从第 3 行的表头起，各列换了位置：姓名=D 列，身份证号=E 列\n\n" },
	{ "and a narrower one",
	  "序号,班级,姓名,性别,邮箱,身份证号\n1,1班,李明,男,," ID1
	  "\n姓名,性别,毕业中学,身份证号\n王 芳,女,一中," ID2 "\n",
	  2, 1, "4 name.space 2\n",
	  "从第 3 行的表头起，各列换了位置：姓名=A 列，身份证号=D 列，性别=B 列\n\n" },
	{ "one that lacks a column, and the first again",
	  "姓名,身份证号,出生年,出生月,出生日\n李明," ID1 ",2007,9,1\n姓名,考生号\n王芳,"
	  "26110000000012\n姓名,身份证号,出生年,出生月,出生日\n赵六," ID3 ",2007,9,1\n",
	  3, 2, "4 id.empty 0\n",
	  "从第 3 行的表头起，没有身份证号一列，号码都算空着：姓名=A 列，考生号=B 列\n"
	  "从第 5 行的表头起，各列换了位置：姓名=A 列，身份证号=B 列，出生日期=C–E 列\n\n" },
	{ "rounded candidate numbers in another column from there on",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110000000000\n王芳," ID2
	  ",26110000000000\n考生号,身份证号,姓名\n26110000000000," ID3 ",赵六\n",
	  3, 1, "0 candidate.spreadsheet 0\n", "3 个考生号末尾都是 00000" },
	{ "a remark 姓名 beside a number that is none",
	  "班级,姓名,有误项,身份证号\n1班,李明,," ID1 "\n1班,王芳,姓名,见附件\n1班,赵六,姓名," ID3
	  "\n",
	  3, 0, "3 id.empty 0\n", NULL },
	{ "names and ID numbers in the columns in use end another table",
	  "姓名,身份证号\n李明," ID1 "\n姓名,金额\n甲乙,100\n王芳," ID2 "\n赵六,\n", 3, 2,
	  "3 roster.unread 0\n6 id.empty 0\n", NULL },
	{ "which item is wrong, beside a student without a number",
	  "班级,姓名,有误项,身份证号\n1班,李明,," ID1
	  "\n1班,林晓雨,姓名,\n1班,丹增,姓名,\n1班,王芳,姓名," ID2 "\n",
	  4, 0, "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "sections by ethnic group and place, rare surnames, a telephone for a number",
	  H "苗族,\n李明," ID1 "\n苏州,\n壤驷晓燕,\n鄢敏,\n丹增,13800001111\n母敏,\n王芳," ID2 "\n",
	  5, 3,
	  "2 roster.unread 0\n4 roster.unread 0\n5 id.empty 0\n6 id.empty 0\n7 id.length 0\n8 "
	  "roster.unread 0\n",
	  NULL },
	{ "a teacher beside a class, a legend of stars, who is absent",
	  "班级,姓名,身份证号\n1班,李明," ID1 "\n1班,班主任 陈静,\n1班,王芳," ID2
	  "\n,*带星号的为班长,\n休学：张伟、赵六,,\n",
	  2, 3, "", "跳过 3 行：班主任（第 3 行），说明 2 行（第 5–6 行）\n\n" },
	{ "names that end as 负责人 and 姓名 do",
	  H "李明," ID1 "\n陈超名,\n赵本人,\n王芳," ID2 "\n", 2, 2,
	  "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "rare surnames, and names of other peoples, alone",
	  H "李明," ID1 "\n项敏,\n和平安,\n支静,\n完么才让,\n旭日干,\n佐藤,\n对山别克,\n王芳," ID2
	    "\n尤敏,\n卫平安,\n漆静,\n火敏,\n项毛卓玛,\n",
	  14, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n7 id.empty 0\n8 id.empty 0\n"
	  "9 id.empty 0\n11 id.empty 0\n12 id.empty 0\n13 id.empty 0\n14 id.empty 0\n"
	  "15 id.empty 0\n",
	  NULL },
	{ "and beside a word in place of the number, also below a blank row",
	  H "李明," ID1 "\n项敏,无\n和静,/\n的日,未办\n\n能戈,护照\n完么才让,见备注\n扶敏,休学\n",
	  7, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n7 id.character 1\n8 id.empty 0\n"
	  "9 id.character 1\n",
	  NULL },
	{ "numbers of other documents, and one that is too wide, without a name",
	  H "李明," ID1
	    "\n,E12345678\n,12345678\n,A123456(7)\n,KAZ110090123105\n,########\n王芳," ID2 "\n",
	  7, 0,
	  "3 name.empty 0\n3 id.other-document 0\n4 name.empty 0\n4 id.other-document 0\n5 "
	  "name.empty 0\n"
	  "5 id.other-document 0\n6 name.empty 0\n6 id.other-document 0\n7 name.empty 0\n"
	  "7 id.spreadsheet 0\n",
	  NULL },
	{ "but no counts, dates and words there",
	  H "李明," ID1 "\n,2\n,2人\n,第 1 页\n,2026年9月1日\n,2026级\n,严禁外传\n,盖章\n王芳," ID2
	    "\n",
	  2, 7, "", NULL },
	{ "lines of programs and templates, between students and below",
	  H "Powered by WPS,\n李明," ID1
	    "\n*为必填项,\n江苏省,\n南京市,\n严禁外传,\nConfidential,\n王芳," ID2
	    "\nPrinted by admin,\nwww.x.cn,\nMicrosoft Excel,\nEnd of file,\n由金山表单生成,\n"
	    "谢谢大家！,\n男 计数,2\n平均,\n女 计数,1\n首页 上页 下页 "
	    "尾页,\n长按识别二维码,\n党员1人,\n"
	    "第1组,\n略,\n见附表,\n此表由问卷星生成,\n来自腾讯文档,\n",
	  2, 23, "5 roster.unread 0\n6 roster.unread 0\n17 roster.unread 0\n", NULL },
	{ "notes in a list, a name with a blank and a rare surname",
	  H "李明," ID1 "\n项　敏,\n注：,\n1.身份证号请核对,\n2.生僻字请注明拼音,\n①电子版发邮箱,\n"
	    "此行以下由学院填写,\n",
	  2, 5, "3 id.empty 0\n3 name.space 2\n", NULL },
	{ "an example with a number below the students may be one of them",
	  H "示例：张三," ID2 "\n李明," ID1 "\n张三（示例）," ID2 "\n例：李四,\n", 1, 3,
	  "4 roster.unread 0\n", "  第 4 行  张*****  " },
	{ "words by characters that no given name has, alone; beside a word for no number a "
	  "student's",
	  H "李明," ID1 "\n复印件,\n已注册,\n督查,无\n王芳," ID2 "\n未注册,\n", 3, 3,
	  "3 roster.unread 0\n4 roster.unread 0\n5 id.empty 0\n7 roster.unread 0\n", NULL },
	{ "short words among such lines", H "李明," ID1 "\n审核：,\n督导,\n软件工程,\n本科生,\n", 1,
	  4, "4 roster.unread 0\n", "  第 4 行  督*\n      这一行没有算作学生（说明）" },
	{ "numbers of rows with a point",
	  "序号,姓名,身份证号\n1.,李明," ID1 "\n2.,繁星,\n3.,王芳," ID2 "\n", 3, 0,
	  "3 id.empty 0\n", NULL },
	{ "a heading of another column in place of the name, in a header that changes places",
	  "班级,姓名,身份证号\n1班,李明," ID1 "\n身份证号,曾用名,学生姓名\n" ID2 ",,王芳\n", 2, 1,
	  "", "从第 3 行的表头起，各列换了位置" },
	{ "columns change places", H "李明," ID1 "\n身份证号,姓名\n" ID2 ",王芳\n", 2, 1, "",
	  "从第 3 行的表头起，各列换了位置" },
	{ "a questionnaire",
	  "序号,提交答卷时间,所用时间,来源,来源详情,来自IP,\"1、您的姓名：\","
	  "\"2、您的身份证号：\"\n"
	  "1,2026/9/1 10:00:00,30秒,微信,N/A,192.0.2.4,李明," ID1 "\n",
	  1, 0, "", "姓名=G 列，身份证号=H 列\n" },
	{ "candidate numbers in E notation",
	  "姓名,身份证号,考生号\n李明," ID1 ",2.61E+13\n王芳," ID2 ",2.61E+13\n", 2, 0,
	  "2 candidate.spreadsheet 0\n3 candidate.spreadsheet 0\n0 roster.spreadsheet 0\n",
	  "2 个考生号成了科学计数" },
	{ "a single candidate number that ends in zeros: perhaps a spreadsheet's",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110000000000\n王芳," ID2 ",26110101010001\n", 2, 0,
	  "2 candidate.spreadsheet 0\n", "      末尾的 000 多半是表格软件抹出来的" },
	{ "documents by word and code",
	  "姓名,证件类型,证件号码\n李明,台胞证,12345678\n王芳,回乡证,H12345678\n"
	  "赵六,军官证,南字第1234567号\n孙八,A,E12345678\n钱七,1," ID1 "\n周九,01," ID2 "x\n",
	  6, 0, "7 id.character 19\n", NULL },
	{ "documents that are others', and numbers that are lost",
	  "姓名,证件类型,证件号码\n李明,香港居民身份证,A123456(7)\n王芳,台湾身份证,"
	  "A123456789\n赵六,护照,无\n"
	  "孙八,护照,E****5678\n钱七,台胞证,1.2E+07\n",
	  5, 0,
	  "4 id.empty 0\n"
	  "6 id.spreadsheet 0\n"
	  "5 id.masked 0\n",
	  NULL },
	{ "documents without a column",
	  "姓名,证件号码\n李明,G12345678\n王芳,H01234567\n赵六,无\n孙八,320102********0121\n"
	  "钱七,G110000200709010014\n",
	  5, 0,
	  "2 id.other-document 0\n"
	  "3 id.other-document 0\n"
	  "4 id.empty 0\n"
	  "6 id.other-document 1\n"
	  "5 id.masked 0\n",
	  NULL },
	{ "separators and .0", H "李明,\"110,000,200,709,010,014\"\n王芳," ID2 ".0\n", 2, 0,
	  "2 id.character 4\n3 id.character 19\n", NULL },
	{ "aligned names", H "李　明," ID1 "\n王　芳," ID2 "\n张　伟," ID3 "\n", 3, 0,
	  "0 name.space 0\n", "3 个姓名中间有全角空格" },
	{ "names aligned with two blanks", H "李  明," ID1 "\n王  芳," ID2 "\n张  伟," ID3 "\n", 3,
	  0, "0 name.space 0\n", "3 个姓名中间有空格" },
	{ "names aligned in every way", H "李   明," ID1 "\n王 小 芳," ID2 "\n张　伟," ID3 "\n", 3,
	  0, "0 name.space 0\n", "3 个姓名中间有空格" },
	{ "names filled up to a width", H "李明　　," ID1 "\n王芳　　," ID2 "\n张伟　　," ID3 "\n",
	  3, 0, "0 name.space 0\n", "3 个姓名末尾有全角空格" },
	{ "days of the calendar, and others",
	  H "李明,111111111111111111\n王芳,110000200702300010\n", 2, 0,
	  "2 id.birth-date 7\n3 id.birth-date 7\n", "\n出生日期不对 [id.birth-date]" },
	{ "a spreadsheet's mark before names and numbers",
	  H "'李明,'" ID1 "\n李明," ID1 "\n''王芳,'" ID2 "\n',1234\n',\n", 4, 1,
	  "4 name.character 1\n5 name.empty 0\n5 id.length 0\n2 name.character 1\n2 id.character "
	  "1\n"
	  "4 id.character 1\n"
	  "3 roster.duplicate-id 0\n",
	  "证件号码与第 2 行相同，姓名也相同" },
	{ "a mark before the names of a file without a header", "'李明,'" ID1 "\n'王芳,'" ID2 "\n",
	  2, 0,
	  "1 name.character 1\n"
	  "1 id.character 1\n"
	  "2 name.character 1\n"
	  "2 id.character 1\n",
	  "开头多了“'”，删掉，只留号码。" },
	{ "a mark before names", H "'李明," ID1 "\n王芳," ID2 "\n=\"赵六\"," ID3 "\n", 3, 0,
	  "2 name.character 1\n4 name.character 1\n", "开头多了“=”，删掉，只留姓名。" },
	{ "a mark before all names", H "'李明," ID1 "\n'王芳," ID2 "\n'赵六," ID3 "\n", 3, 0,
	  "0 roster.spreadsheet 0\n", "3 行的姓名前面有撇号“'”或“=”" },
	{ "a mark before one number of many, and before all",
	  "考生号,姓名,身份证号\n'26110101010001,李明,'" ID1 "\n'26110101010002,王芳," ID2
	  "\n'26110101010003,赵六," ID3 "\n",
	  3, 0, "2 id.character 1\n0 roster.spreadsheet 0\n", "3 行的考生号前面有撇号“'”或“=”" },
	{ "a small table of counts below the students",
	  "序号,姓名,性别,身份证号,班级\n1,李明,男," ID1
	  ",1班\n班级,男生,女生,,\n1班,12,20,,\n项目,金额,,,\n学费,5800,,,\n寝室,床位,,,\n",
	  1, 5, "", NULL },
	{ "and one whose heads are sexes",
	  "姓名,性别,身份证号\n李明,男," ID1 "\n生源地,男,女\n江苏,10,12\n", 1, 2, "", NULL },
	{ "whose heads stand in the columns of name, sex and number",
	  "姓名,性别,身份证号,备注\n李明,男," ID1 ",\n男生,女生,合计,\n1,0,1,\n", 1, 2, "", NULL },
	{ "headings of a spreadsheet that made them up",
	  "列1,列2,列3\n2026010101,李明," ID1 "\n2026010102,王芳," ID2 "\n2026010103,赵六," ID3
	  "\n",
	  3, 1, "", NULL },
	{ "sections by class, with its teacher",
	  H "一班,班主任：李老师\n李明," ID1 "\n二班,李老师\n王芳," ID2 "\n", 2, 2, "", NULL },
	{ "but no student without a number whose other cells are such words",
	  "班级,姓名,性别,身份证号,报到情况\n一班,李明,男," ID1 ",已报到\n,高明,男,,未报到\n"
	  ",扎西,男,,未报到\n,安,男,,未报到\n一班,应到,男,,未报到\n,小红,,,未报到\n",
	  6, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 name.short 0\n5 id.empty 0\n6 id.empty 0\n"
	  "7 id.empty 0\n",
	  NULL },
	{ "nor one below a sex that stands first",
	  "性别,姓名,身份证号\n男,李明," ID1 "\n男,比例,\n女,数量,\n", 3, 0,
	  "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "nor one with the sexes of two people",
	  "姓名,性别,身份证号,监护人,监护人性别\n李明,男," ID1 ",王芳,女\n金花,男,,王芳,女\n"
	  "比例,男,,,女\n",
	  3, 0, "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "words for nobody's place", H "预留," ID1 "\n已转出," ID2 "\nundefined," ID3 "\n", 3, 0,
	  "2 name.empty 0\n3 name.empty 0\n4 name.empty 0\n", NULL },
	{ "words for no name", H "NULL," ID1 "\n刘洋x," ID2 "\n李Ming," ID3 "\n", 3, 0,
	  "2 name.empty 0\n3 name.character 3\n4 name.character 2\n", NULL },
	{ "sex and birth",
	  "姓名,身份证号,性别,出生年月\n李明," ID1 ",女,2007.09\n王芳," ID2 ",女,2006年1月\n"
	  "赵六," ID3 ",F,二〇〇七年九月\n",
	  3, 0, "2 id.sex 17\n3 id.birth 7\n4 id.sex 17\n", "核对是哪一栏错" },
	{ "candidate numbers that are not there",
	  "考生号,姓名,身份证号\n,李明," ID1 "\n26110101010001,王芳," ID2 "\n", 2, 0, "",
	  "  1 人没有考生号，没有核对（第 2 行）\n" },
	{ "a year alone", "姓名,身份证号,出生日期\n李明," ID1 ",2007年\n王芳," ID2 ",2006年\n", 2,
	  0, "3 id.birth 7\n", NULL },
	{ "cells that cannot be compared",
	  "姓名,身份证号,性别,出生日期\n李明," ID1 ",不详,很久以前\n", 1, 0,
	  "2 roster.unread 0\n2 roster.unread 0\n",
	  "第 2 行  李*           1****************4\n      "
	  "“性别”一栏认不出来，没有核对：写“男”或"
	  "“女”。\n" },
	{ "full-width blanks in place of a value",
	  "姓名,身份证号,性别,出生日期,证件类型\n李明," ID1 ",　,　　,　\n", 1, 0, "",
	  "  1 人没有性别，没有核对（第 2 行）\n" },
	{ "a day that no calendar has",
	  "姓名,身份证号,出生日期,证件类型\n李明," ID1 ",2007-9-31,\n王芳," ID2
	  ",2007年9月1日,\n艾力,E12345678,2007-2-30,护照\n",
	  3, 0, "2 id.birth 0\n4 roster.unread 0\n", "“出生日期”一栏的那一天不存在，照证件改。" },
	{ "a day that no calendar has, beside a number with a mistake, and in the number",
	  "姓名,身份证号,出生日期\n李明,110000200709010013,2007-13-01\n王芳,110000200702300017,"
	  "2007-02-30\n",
	  2, 0, "2 id.birth 0\n3 id.birth-date 7\n2 id.checksum 18\n", NULL },
	{ "a column of birth dates that is too narrow",
	  "姓名,身份证号,出生日期\n李明," ID1 ",####\n王芳," ID2 ",########\n赵六," ID3 ",#####\n",
	  3, 0, "0 roster.unread 0\n", "3 人的“出生日期”一栏只剩“#”，没有核对：列太窄" },
	{ "one birth date that is too wide", "姓名,身份证号,出生日期\n李明," ID1 ",####\n", 1, 0,
	  "2 roster.unread 0\n", "“出生日期”一栏只剩“#”，没有核对：列太窄，在原表里拉宽" },
	{ "two headings, one directly below the other",
	  H "身份证号,姓名\n" ID1 ",李明\n" ID2 ",王芳\n" ID3 ",赵六\n", 3, 0, "",
	  "姓名=B 列，身份证号=A 列" },
	{ "a candidate number with a digit too few, where all others have 14",
	  "姓名,身份证号,考生号\n李明,110000200709010014,26110101010001\n"
	  "王芳,110000200709010022,26110101010002\n"
	  "赵六,110000200709010030,26110101010003\n"
	  "孙八,110000200709010049,26110101010004\n"
	  "钱七,110000200709010057,2611001010005\n"
	  "周杰,110000200709010065,26110101010006\n"
	  "吴磊,110000200709010073,26110101010007\n"
	  "郑爽,110000200709010081,26110101010008\n"
	  "冯强,11000020070901009X,26110101010009\n"
	  "陈晨,110000200709010102,26110101010010\n",
	  10, 0, "6 candidate.format 0\n", "考生号一般是 14 位，这里少了一位：照录取通知书核对。" },
	{ "a year of birth", "姓名,身份证号,出生年份\n李明," ID1 ",2007\n王芳," ID2 ",2006年\n", 2,
	  0, "3 id.birth 7\n", NULL },
	{ "one number with blanks, width and separators in it",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n李明,110000 20070901 0014,\n"
	  "李明,１１００００２００７０９０１００１４,\n李明,\"110,000,200,709,010,014.0\",\n"
	  "王芳," ID2 ",26110101010001.0\n赵六,1100********0014,\n孙七,1100********0014,\n",
	  7, 0,
	  "4 id.fullwidth 1\n5 id.character 4\n6 candidate.spreadsheet 0\n3 id.space 7\n"
	  "7 id.masked 0\n8 id.masked 0\n3 roster.duplicate-id 0\n4 roster.duplicate-id 0\n"
	  "5 roster.duplicate-id 0\n6 roster.duplicate-candidate 0\n",
	  NULL },
	{ "the first of two with one number", H "李明," ID1 "\n王芳," ID1 "\n", 2, 0,
	  "3 roster.duplicate-id 0\n",
	  "\n  要留意的有 1 人自己没有问题：另一行的号码和他相同，姓名不同\n" },
	{ "headings in English", "Name,ID Number\n李明," ID1 "\n", 1, 0, "", NULL },
	{ "headings in two languages", "序号,姓名/Name,id_card\n1,李明," ID1 "\n", 1, 0, "",
	  "姓名=B 列，身份证号=C 列\n" },
	{ "traditional headings", "學號,姓名,身份證字號,性別\n1,李明," ID1 ",男\n", 1, 0, "",
	  "身份证号=C 列，性别=D 列，学号=A 列（只用来认人）\n" },
	{ "a number column by content", "学号,姓名,号码\n1,李明," ID1 "\n2,王芳," ID2 "\n", 2, 0,
	  "", "姓名=B 列，身份证号=C 列" },
	/* kinds that were not among the cases */
	{ "stamps and dates",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n,计算机学院（盖章）,\n,2026 年 9 月 1 日,\n————,,\n",
	  1, 3, "", "跳过 3 行：签字、日期、分隔线（第 3–5 行）" },
	{ "remarks in brackets", H "李明（退学）," ID1 "\n王芳[女]," ID2 "\n", 2, 0,
	  "2 name.character 3\n3 name.character 3\n", "括号里的话不是姓名" },
	{ "candidate numbers with separators",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110000010001.0\n王芳," ID2
	  ",\"26,110,000,010,002\"\n",
	  2, 0, "2 candidate.spreadsheet 0\n3 candidate.spreadsheet 0\n", NULL },
	{ "numbers before names", H "1.李明," ID1 "\n2、王芳," ID2 "\n", 2, 0,
	  "2 name.character 1\n3 name.character 1\n", "姓名前面有序号，删掉。" },
	{ "one number in E notation is no column", H "李明,1.1E+17\n王芳," ID2 "\n", 2, 0,
	  "2 id.spreadsheet 0\n", "号码被表格软件改坏 [id.spreadsheet]" },
	{ "years of two digits",
	  "姓名,身份证号,出生日期\n李明," ID1 ",07-9-1\n王芳," ID2 ",1/9/07\n赵六," ID3 ",06.9\n",
	  3, 0, "4 roster.unread 0\n", NULL },
	{ "days without a year, of which two differ",
	  "姓名,身份证号,出生日期\n李明," ID1 ",9月1日\n王芳," ID2 ",1-Sep\n赵六," ID3
	  ",9月2日\n孙八,65000020070901001X,06.9\n",
	  4, 0, "4 roster.unread 0\n5 roster.unread 0\n", NULL },
	{ "classes in merged cells",
	  "班级,姓名,性别,身份证号\n软件1班,李明,男," ID1 "\n,王芳,女," ID2 "\n", 2, 0, "", NULL },
	{ "counts in words", H "李明," ID1 "\n录取人数：1,\n男：1人  女：0人,\n", 1, 2, "", NULL },
	/* what stands below and between the students */
	{ "totals of every wording",
	  H "李明," ID1 "\n王芳," ID2
	    "\n小计,2\n合 计,2\n共计 2 名学生,\n合计人数,2\n总人数：2人,\n"
	    "学生总数：2,\n本页共 2 人,\n总共2人\n应到 2 人 实到 1 人,\n男,1\n女生,1\nTotal,2\n",
	  2, 12, "", "跳过 12 行：小计 2 行（第 4、10 行），合计 10 行（第 5–9、11–15 行）\n" },
	{ "notes of every wording",
	  H "李明," ID1 "\n填表说明：如实填写,\n1.请核对无误后签字,\n2、身份证号必须为18位,\n"
	    "以上信息已核对,\n机密 请勿外传,\n数据来源：教务系统,\nNote: "
	    "confidential,\n教务处（章）,\n",
	  1, 8, "",
	  "跳过 8 行：注 4 行（第 3、7–9 行），签字（第 4 行），说明 2 行（第 5–6 行），单位（第 "
	  "10 行）\n" },
	{ "makers and dates of every wording",
	  H "李明," ID1 "\n制 表 人：王,审 核：李\n打印人：admin,\nPrepared by: Wang,\n"
	    "打印时间：2026年9月1日 "
	    "10:20,\n截止日期：9月30日,\n二〇二六年九月一日,\n计算机学院学生处,\n",
	  1, 7, "",
	  "跳过 7 行：制表人 3 行（第 3–5 行），日期 3 行（第 6–8 行），单位（第 9 行）\n" },
	{ "page lines of every wording",
	  H "李明," ID1
	    "\n第 1 页/共 3 页,\nPage 2 of 3,\n- 3 -,\n第一页,\n第 1 页，共 3 页,\n1 / 3,\n",
	  1, 6, "", "跳过 6 行：页码（第 3–8 行）\n" },
	{ "class lines of every wording",
	  H "软件2601班（共2人）,\n李明," ID1 "\n【软件2602班】,\n—计算机学院—,\n一班,\n十二班：,\n"
	    "班级名：软件2603,\n王芳," ID2 "\n",
	  2, 6, "", "跳过 6 行：班级行（第 2、4–8 行）\n" },
	{ "rates, ends and departments",
	  H "李明," ID1 "\n人数合计,1\n报到率,100%\n统计：,1\n教务处,\n--完--,\n（END）,\n", 1, 6,
	  "", "跳过 6 行：合计 3 行（第 3–5 行），单位（第 6 行），以下空白 2 行（第 7–8 行）\n" },
	{ "names that look like those",
	  H "一帆," ID1 "\n李胜男,\n王小班,\n赵六1,\n高信息," ID2 "\n章公,\n陈男,无\n", 7, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 name.character 3\n5 id.empty 0\n7 id.empty 0\n8 id.empty "
	  "0\n",
	  NULL },
	{ "a template's rows of instructions and examples",
	  "考生号,姓名,身份证号\nC(18),C(40),C(18)\n（必填）,（必填）,（18 位，文本格式）\n"
	  "26110101010001,示例：张三," ID2 "\n26110101010002,李明," ID1 "\n",
	  1, 3, "", "跳过 3 行：说明 2 行（第 2–3 行），示例（第 4 行）\n" },
	{ "a student number alone is a student",
	  "学号,姓名,身份证号\n2026001,李明," ID1 "\n2026002,,\n", 2, 0,
	  "3 name.empty 0\n3 id.empty 0\n", NULL },
	{ "rows numbered in advance", "序号,姓名,身份证号\n1,李明," ID1 "\n2,,\n3,,\n", 1, 2, "",
	  "跳过 2 行：没有姓名和号码（第 3–4 行）\n" },
	{ "headings in two rows, one of them below the header",
	  "序号,姓名,证件号码\n,,号码\n1,李明," ID1 "\n", 1, 1, "", NULL },
	{ "two names in one cell",
	  H "李明," ID1 "\n郑十，钱十一,\n赵六、孙八,\n王芳/周九," ID2 "\n", 4, 0,
	  "3 name.character 3\n3 id.empty 0\n4 name.character 3\n4 id.empty 0\n5 name.character "
	  "3\n",
	  "一格里像是两个人的姓名" },
	{ "notes with commas, colons and brackets are no names",
	  H "李明," ID1 "\n以上信息，核对无误,\n学院，专业,\n转入：,\n临床医学（5+3）,\n", 1, 4, "",
	  NULL },
	{ "cells that another separator parts are a student's",
	  "姓名,身份证号,性别\n李明，" ID1 "，男\n王芳\t" ID2 "\t女\n赵六 " ID3 " 男\n", 3, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n",
	  "或者没有用英文逗号隔开" },
	{ "a name like a page, and what tells a student besides the number",
	  "姓名,身份证号,性别\n张页,,女\n李小计,,男\n第 页 共 页,,\n", 2, 1,
	  "2 id.empty 0\n3 id.empty 0\n", NULL },
	{ "a student without a number behind a class, a date, a number of the year",
	  "班级,姓名,身份证号\n软件1班,李明," ID1
	  "\n软件1班,王芳,\n软件2班,赵六,无\n2008/8/1,钱七,\n软件2班,共 4 人,\n",
	  4, 1, "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	{ "names that look like a class and like a rule",
	  "班级,姓名,身份证号\n软件1班,潘班,\n软件1班,江一一,\n软件1班,迪丽热巴·买买提,\n软件1班,"
	  "一班,\n",
	  3, 1, "2 id.empty 0\n3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "a date below the candidate number",
	  "考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n2026-09-01,,\n", 1, 1, "", NULL },
	{ "a word below a heading of its own",
	  "职务,姓名,身份证号\n班长,李明,\n书记,王芳,\n班长：,,\n制表人,赵六,\n", 2, 2,
	  "2 id.empty 0\n3 id.empty 0\n5 roster.unread 0\n",
	  "跳过 2 行：班长、制表人（第 4–5 行）" },
	{ "words in a remark before the name",
	  "备注,姓名,身份证号\n注：休学,李明,\n小计,欧阳子涵,\n电话：13800001111,王芳,\n"
	  "审核,,\n,合计,\n",
	  3, 2, "2 id.empty 0\n3 id.empty 0\n4 id.empty 0\n",
	  "跳过 2 行：审核人、合计（第 5–6 行）" },
	{ "names in every form behind such words",
	  "备注,姓名,身份证号\n注：休学,买买提艾力江,\n小计,李　明,\n软件1班,王芳（女）,\n"
	  "2026级,欧 阳 子 涵,\n制表人,王老师,\n审核,教务处办公室,\n合计,3 人,\n",
	  4, 3,
	  "2 id.empty 0\n3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n"
	  "3 name.space 2\n4 name.character 3\n5 name.space 2\n",
	  NULL },
	{ "a name beyond 64 columns",
	  ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,姓名,身份证号\n"
	  ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,李明,\n"
	  ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,王芳," ID2 "\n",
	  2, 0, "2 id.empty 0\n", NULL },
	{ "long names without a number",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n2,阿卜杜热合曼·阿卜杜热西提江·买买提,\n"
	  "3,CHRISTOPHER ROBIN SMITH,\n,Christopher Robin Smith,\n4,\"SMITH, JOHN\",\n",
	  5, 0, "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n", NULL },
	{ "names with a slip and no number",
	  "班级,姓名,身份证号\n软件1班,姓名：李明,\n软件1班,（王芳）,\n,张大学,\n软件1班,王中心,\n"
	  ",李专业,\n,（必填）,\n,清华大学,\n",
	  5, 2,
	  "2 name.character 1\n"
	  "2 id.empty 0\n"
	  "3 id.empty 0\n"
	  "4 id.empty 0\n"
	  "5 id.empty 0\n"
	  "6 id.empty 0\n"
	  "3 name.character 1\n",
	  "跳过 2 行：说明、标题（第 7–8 行）" },
	{ "rows filled up with words and signs for nothing",
	  "姓名,身份证号,备注\n李明," ID1
	  ",\n--,--,--\n无,无,无\n/,/,/\n—,,\n无,,\n（空床）,,\n无,1234,\n",
	  2, 6, "9 name.empty 0\n9 id.length 0\n",
	  "跳过 6 行：没有姓名和号码 5 行（第 3–7 行），空位（第 8 行）" },
	{ "students above the heading",
	  "名单,\n李明," ID1 "\n王 芳," ID2 "\n示例：张三," ID3 "\n姓名,身份证号\n赵六," ID3 "\n",
	  3, 1, "4 roster.unread 0\n3 name.space 2\n", "跳过 1 行：示例（第 4 行）" },
	{ "a student without a number in the first row of a file without a heading",
	  "新生花名册,\n花名册,\n李明,\n王芳," ID2 "\n赵六," ID3 "\n", 3, 0, "3 id.empty 0\n",
	  NULL },
	{ "a row broken at the start of a file without a heading",
	  "李明,\n" ID1 "\n王芳," ID2 "\n赵六," ID3 "\n", 3, 1, "1 roster.columns 0\n", NULL },
	{ "the same word below a heading of numbers, last or before other numbers",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n负责人,王芳,\n1,赵六," ID3 "\n审核,孙八,\n", 2, 2,
	  "", "跳过 2 行：负责人、审核人（第 3、5 行）\n" },
	{ "in the midst of the numbers, and with all it says",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n负责人,王芳,\n2,赵六," ID3 "\n注：休学,赵敏,\n", 3,
	  1, "3 roster.unread 0\n5 id.empty 0\n",
	  "  第 3 行  王*\n      "
	  "这一行没有算作学生（负责人）：是学生就把姓名和号码补全，各归各列。\n" },
	{ "signatures below a heading of numbers",
	  "序号,姓名,身份证号,性别\n1,李明," ID1
	  ",男\n负责人：,王芳,,\n制表人,王芳,审核人,李明\n制表,赵六,2026-9-1,\n班主任,王老师,,\n",
	  1, 4, "", "跳过 4 行：负责人（第 3 行），制表人 2 行（第 4–5 行），班主任（第 6 行）\n" },
	{ "such a word with a colon in the midst of the numbers, and a student's sex behind it",
	  "序号,姓名,身份证号,性别\n1,李明," ID1 ",男\n负责人：,王芳,,\n2,赵六," ID3
	  ",男\n班长,钱七,,女\n",
	  2, 2, "3 roster.unread 0\n5 roster.unread 0\n", NULL },
	{ "people who teach or help where students have a number, with a sex or a telephone",
	  "序号,姓名,性别,身份证号,电话\n辅导员,赵敏,女,,13911112222\n1,李明,男," ID1
	  ",\n导师,王芳,女,,\n2,王芳,女," ID2
	  ",\n教官,王强,,13800001111,\n见证人,张军,,,\n学工干事,孙八,,2581234,\n",
	  2, 5, "",
	  "跳过 5 行：辅导员（第 2 行），教师 2 行（第 4、8 行），工作人员 2 行（第 6–7 行）\n" },
	{ "a student's duty there: reported with a sex, and in the midst of the numbers",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n学习委员,赵六,,\n2,王芳,女," ID2
	  "\n寝室长,赵六,,\n体育委员,赵六,男,\n",
	  2, 3, "3 roster.unread 0\n6 roster.unread 0\n", "跳过 3 行：班干部（第 3、5–6 行）\n" },
	{ "but a student by the number, by a duty's column, or by a number that has a mistake",
	  "序号,姓名,性别,身份证号\n辅导员,李明,男," ID1 "\n班长,王芳,女," ID2
	  "\n教官,赵六,男,1100002007090100\n新增,孙八,男,\n5,班长,男,\n",
	  5, 0, "4 id.length 0\n5 id.empty 0\n6 name.empty 0\n6 id.empty 0\n", NULL },
	{ "a duty where all students have a class with a digit: reported; a teacher's class is not",
	  "班级,姓名,身份证号,电话\n软件2601,李明," ID1 ",\n学委,赵六,,\n软件2601,王芳," ID2
	  ",\n舍长,孙八,,\n班长,周九,,13800001111\n张老师,钱七,,\n",
	  3, 3, "3 roster.unread 0\n5 roster.unread 0\n6 roster.unread 0\n7 id.empty 0\n",
	  "跳过 3 行：班干部 2 行（第 3、5 行），班长（第 6 行）\n" },
	{ "the role behind the name, in a row without what all rows have",
	  "序号,姓名,身份证号,备注\n1,李明," ID1 ",\n2,王芳," ID2 ",\n3,赵六," ID3
	  ",\n,孙八,,制表\n4,钱七,,审核\n",
	  4, 1, "5 roster.unread 0\n6 id.empty 0\n", "跳过 1 行：制表人（第 5 行）\n" },
	{ "but remarks in rows that are filled as the others are",
	  "姓名,身份证号,备注\n李明," ID1 ",\n王芳,,制表\n赵六,,舍长\n孙八,,已签字\n", 4, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	{ "a board and its member where students have a number, a leader's label, roles in two "
	  "columns",
	  "序号,姓名,身份证号,性别\n1,李明," ID1 ",男\n家长委员会,王芳,,\n第4组,组长：,孙八,\n"
	  "会计,孙八,出纳,周九\n移交人,孙八,接收人,周九\n,孙八,审核人,\n",
	  1, 5, "3 roster.unread 0\n7 roster.unread 0\n", NULL },
	{ "vehicles, platoons, sessions, parties",
	  "姓名,身份证号,电话\n第1车,京A12345,\n李明," ID1
	  ",\n2号车,车牌：京A12346,\n二号车,45座,\n"
	  "第二辆,京A12347,\n上午场,8:30-11:30\n下午场,14:00\n第2场,\n第三组,\n甲方,乙方,"
	  "\n王芳," ID2 ",\n十一,,\n李车,,\n",
	  4, 9, "7 roster.unread 0\n8 roster.unread 0\n13 id.empty 0\n14 id.empty 0\n", NULL },
	{ "labels that end in a known word",
	  "姓名,身份证号\n李明," ID1 "\n咨询电话：,13800001111\n急救电话,120\n填报日期：2026年,\n"
	  "报到时间,9月1日\n总记录数,2\n申报人数30,\n學生人數,2\n班级微信群,12345\n",
	  1, 8, "", NULL },
	{ "a word with a name below numbers or in the name's column: told at the end",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n值日生,赵六,\n2,王芳," ID2
	  "\n家委会,刘洋,\nMonitor,陈静,\n家委会,刘洋\n,值日生,陈静\n",
	  3, 4,
	  "3 id.empty 0\n5 roster.unread 0\n6 roster.unread 0\n7 roster.unread 0\n"
	  "8 roster.unread 0\n",
	  "跳过 4 行：说明（第 5–8 行）\n" },
	{ "the same with why there is no number, a class, or a word for students: students",
	  "班级,姓名,身份证号\n软件2601,李明," ID1 "\n少年班,赵六,\n补录,刘洋,\n新增,陈静,\n", 4, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	{ "nor where the row has another cell, a digit, letters, a single character or what is no "
	  "word",
	  "序号,姓名,身份证号,备注\n1,李明," ID1 ",\n家委会,刘洋,,走读\n\n家委会,刘洋2,,\n\n"
	  "值日生,Anna Li,,\n\n值日生,,陈静,\n\n王强,陈静,,\n\n——,陈静,,\n\n少数民族,陈静,,\n\n"
	  "甲,陈静,,\n\n家委会,应晓期,,\n\n护照,陈静,,\n\n"
	  ",木呷,陈静,\n",
	  12, 0,
	  "3 id.empty 0\n5 name.character 3\n5 id.empty 0\n7 id.empty 0\n9 roster.columns 0\n"
	  "11 id.empty 0\n13 id.empty 0\n15 id.empty 0\n17 id.empty 0\n19 id.empty 0\n"
	  "21 id.empty 0\n23 id.character 1\n",
	  NULL },
	{ "nor below birth dates",
	  "出生日期,姓名,身份证号\n2007-09-01,李明," ID1 "\n二〇〇七年九月一日,陈静,\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "nor below sexes", "性别,姓名,身份证号\n男,李明," ID1 "\n女性,陈静,\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "a duty, a word in letters and a class beside a name below numbers; a label is no "
	  "student's",
	  "序号,姓名,身份证号\n1,李明," ID1
	  "\n,班长,陈静\n\n,Monitor,陈静\n\nAnna Li,陈静,\n\n家委会：,陈静,"
	  "\n\n一班,陈静,\n",
	  1, 5, "5 roster.unread 0\n7 roster.unread 0\n11 roster.unread 0\n",
	  "跳过 5 行：班长（第 3 行），说明 3 行（第 5、7、9 行），班级行（第 11 行）" },
	{ "a word below classes; 周书记 may be the student's",
	  "班级,姓名,身份证号\n软件2601,李明," ID1
	  "\n家委会,陈静,\n\n周书记,赵六,\n\n班长：,陈静,\n",
	  2, 2, "3 roster.unread 0\n5 id.empty 0\n", NULL },
	{ "a duty below words that are none: told at the end",
	  "学院,姓名,身份证号\n信息学院,李明," ID1 "\n班长,陈静,\n信息学院,赵六," ID3
	  "\n学习委员,刘洋,\n学院,职务,姓名,身份证号\n"
	  "信息学院,班长,王芳," ID2 "\n",
	  4, 2, "3 id.empty 0\n5 roster.unread 0\n", NULL },
	{ "a surname that begins words of parents, and why there is no number",
	  H "李明," ID1 "\n母敏,办理中\n", 1, 1, "3 roster.unread 0\n", NULL },
	{ "a duty below duties", "职务,姓名,身份证号\n班长,李明," ID1 "\n学习委员,刘洋,\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "labels of no known word before names",
	  "姓名,身份证号,班级\n李明," ID1 ",1班\n介绍人：,李大、王大,\n家委会：,刘洋,\n班级,姓名,"
	  "身份证号\n1班,王芳," ID2 "\n介绍人：,李大、王大,\nMonitor:,刘洋,\n",
	  2, 5, "", NULL },
	{ "who watches over an examination, and a party to a contract",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n监考,王芳,\n主考,陈静,\n巡考,赵六,\n,乙方,\n", 1, 4,
	  "", NULL },
	{ "words that are split between cells, and an amount in words",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n合,计,2\n第,3,页\n以,下,空白\n大写金额,壹仟元整,\n",
	  1, 4, "", "跳过 4 行：合计、页码、以下空白、说明（第 3–6 行）\n" },
	{ "names whose characters were lost",
	  "序号,姓名,身份证号,班级\n1,李明," ID1 ",1班\n2,？？,,\n3,??,无,1班\n4,□□,,1班\n5,,,\n"
	  ",？？,护照,1班\n,??,,\n,■■,,\n,〓〓,,\n,□□,,\n,\xEF\xBF\xBD\xEF\xBF\xBD,,\n",
	  5, 6,
	  "3 name.empty 0\n3 id.empty 0\n4 name.character 1\n4 id.empty 0\n5 name.empty 0\n"
	  "5 id.empty 0\n7 roster.columns 0\n8 roster.unread 0\n9 roster.unread 0\n"
	  "10 roster.unread 0\n11 roster.unread 0\n12 roster.unread 0\n",
	  NULL },
	{ "the same beside a number of another kind",
	  "姓名,身份证号\n李明," ID1 "\n？？,E12345678\n□□,13800001111\n", 3, 0,
	  "3 name.empty 0\n3 id.other-document 0\n4 name.empty 0\n4 id.length 0\n", NULL },
	{ "a line of stars, and a day with strokes",
	  "姓名,身份证号\n李明," ID1 "\n******************,\n2026/9/1,\n", 1, 2, "",
	  "跳过 2 行：分隔线、日期（第 3–4 行）\n" },
	{ "headings in another order, of a teacher below that of the ID number",
	  "姓名,身份证号,班主任,考生号\n李明," ID1 ",王老师,26650102110001\n"
	  "考生号,班主任,姓名,身份证号\n26650102110002,王老师,王芳," ID2 "\n",
	  2, 1, "", "从第 3 行的表头起，各列换了位置：姓名=C 列，身份证号=D 列，考生号=A 列\n" },
	{ "a row that is broken before the student's group",
	  "姓名,性别,组别,身份证号,班级\n李明,男,1组," ID1 ",1班\n王芳,女,\n2组," ID2 ",2班\n", 2,
	  1, "3 roster.columns 0\n", NULL },
	{ "numbers and classes that may be read as days and groups",
	  "编号,姓名,身份证号,电话\n070901,李明," ID1 ",1\n070904,古丽,,\n070905,王芳,护照,\n"
	  "2026.01,赵六,,\n2026.02,刘洋,护照,\n2026-03,陈静,护照,\n2026级4班,张伟,护照,\n",
	  7, 0,
	  "3 id.empty 0\n4 id.character 1\n5 id.empty 0\n6 id.character 1\n7 id.character 1\n"
	  "8 id.character 1\n",
	  NULL },
	{ "in a column of duties",
	  "职务,姓名,身份证号\n学习委员,李明,\n导生,王芳,\n,赵六," ID3 "\n", 3, 0,
	  "2 id.empty 0\n3 id.empty 0\n", NULL },
	{ "a duty in place of the number, which the student may have: reported",
	  "身份证号,姓名\n" ID1 ",李明\n班长,王芳\n学习委员,陈静\n" ID3 ",赵六\n", 2, 2,
	  "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "teachers below a heading of words, or by a remark: reported",
	  "班级,姓名,性别,身份证号,备注\n1班,李明,男," ID1
	  ",\n辅导员,赵敏,女,,13911112222\n1班,王芳,女," ID2
	  ",\n,钱学文,男,,班主任\n1班,孙八,男,,班主任\n",
	  3, 2, "3 roster.unread 0\n5 roster.unread 0\n6 id.empty 0\n", NULL },
	{ "other roles in a column that all rows fill, or beside a telephone",
	  "班级,姓名,性别,身份证号,电话\n1班,李明,男," ID1
	  ",138\n监考老师,赵敏,女,,\n1班,王芳,女," ID2
	  ",138\n负责老师,钱学文,,13800001111,\n,教官王强,,13800001111,\n1班,赵六,男," ID3
	  ",138\n见证人,孙八,,13800001111,\n王老师,周九,男,,\n",
	  4, 4, "3 roster.unread 0\n5 roster.unread 0\n8 roster.unread 0\n9 id.empty 0\n", NULL },
	{ "teachers by their title, with telephones below 身份证号",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n带队教师名单,,,\n序号,姓名,性别,联系电话\n1,"
	  "王强,男,13800001111\n2,赵六,男,13800001112\n",
	  1, 4, "", NULL },
	{ "classes by their names, and the numbers of the columns",
	  "序号,姓名,身份证号,考生号\n1,2,3,4\n,网络工程2601,,\n1,李明," ID1
	  ",\n,民族班,,\n2,王芳," ID2 ",\n",
	  2, 3, "", "跳过 3 行：说明（第 2 行），班级行 2 行（第 3、5 行）\n" },
	{ "people with a role in the name's column, and their telephones",
	  "班级,姓名,身份证号\n1班,班主任 张军,13800001111\n1班,李明," ID1
	  "\n一连一排,排长：王强,电话 13800001111\n第一组,组长：孙八,\n2班,王芳," ID2
	  "\n2班,李红梅（班主任）,13800001111\n,王老师,2581234\n",
	  2, 5, "", NULL },
	{ "roles and words for telephones in the first column",
	  H "总负责,王强\n李明," ID1
	    "\n新生群号,987654321\n咨询电话,0991-2581234\n举报邮箱,a@b.cn\n"
	    "求助热线,110\n文件编号,XGB-2026-01\n版本,V1.0\n截止,2026-09-03\n密级,内部\n"
	    "宿管阿姨,13800001111\n体检组,李医生\n王芳," ID2
	    "\n微信公众号,XX学工\n传真,0991-2581235\n",
	  2, 13, "", NULL },
	{ "names without a number between title and heading",
	  "2026级新生,,\n3,李明,\n姓名单,,\n序号,姓名,身份证号\n1,王芳," ID2 "\n", 2, 0,
	  "2 id.empty 0\n", NULL },
	{ "a name alone between title and heading", "名单,\n李明,\n姓名,身份证号\n王芳," ID2 "\n",
	  1, 0, "2 roster.unread 0\n", "没有算作学生（标题）" },
	{ "a name alone above a heading that was sorted down",
	  "名单,\n李明,\n王芳," ID2 "\n姓名,身份证号\n赵六," ID3 "\n", 3, 0, "2 id.empty 0\n",
	  NULL },
	{ "numbers above the heading that are no student's",
	  "联系人王老师 " ID1 ",\n经办人：李老师 " ID2
	  ",\n表号：,202609010000000001\n姓名,身份证号\n"
	  "李明，" ID3 "\n",
	  1, 0, "5 roster.columns 0\n", NULL },
	{ "form feeds", H "李明," ID1 "\n\f\n\f合计,1\n\f王芳," ID2 "\n赵六," ID3 "\f\n", 3, 1,
	  "5 name.space 1\n6 id.space 19\n", "开头多了换页符，删掉它" },
	{ "widths and types of columns",
	  "考生号,姓名,身份证号,性别\nCHAR(14),varchar(40),VARCHAR2(18),N(1)\n14,40,18,2\n"
	  "string,string,string,string\n,李明," ID1 ",男\n",
	  1, 3, "", "跳过 3 行：说明 2 行（第 2、4 行），合计（第 3 行）\n" },
	{ "the head of a DBF",
	  "\"KSH,C,14\",\"XM,C,40\",\"CSRQ,D\",SFZH_C_18\n,李明,2007-09-01," ID1 "\n", 1, 0, "",
	  "姓名=B 列，身份证号=D 列，考生号=A 列，出生日期=C 列\n" },
	{ "examples in every cell",
	  "姓名,身份证号,性别\n例,例,例\n与身份证一致,18位，X大写,男/女\n是,是,否\n√,√,\n甲,乙,丙\n"
	  "李明," ID1 ",男\n李明,李明,男\n",
	  2, 5, "8 id.character 1\n", "跳过 5 行：示例（第 2 行），说明 4 行（第 3–6 行）\n" },
	{ "a row that another cell marks as an example, above the students",
	  "序号,姓名,身份证号,备注\n例,张三," ID3 ",\n1,张三," ID3 ",（示例）\n1,李明," ID1
	  ",\n2,王芳," ID2 ",示例\n",
	  2, 2, "", "跳过 2 行：示例（第 2–3 行）\n" },
	{ "a remark calls the first student, who has a name and a valid number, an example",
	  "姓名,身份证号,备注\n李明," ID1 ",示例\n王芳," ID2 ",\n", 1, 1, "2 roster.unread 0\n",
	  "是学生就删掉这个标记" },
	{ "an example with a number that is no valid one, and one in place of the row's number",
	  "序号,姓名,身份证号,备注\n1,李明,110101199003071234,例\n例,王芳," ID2 ",\n1,赵六," ID3
	  ",\n",
	  1, 2, "", "跳过 2 行：示例（第 2–3 行）\n" },
	{ "a name among headings, which change no columns",
	  "姓名,身份证号,电话\n李明," ID1 ",138\n和英浩,身份证,电话\n王芳," ID2 ",139\n", 2, 1,
	  "3 roster.unread 0\n", "  第 3 行  和**  " },
	{ "a list of parents below a title, and students again",
	  H "李明," ID1 "\n家长名单,\n李大,320102197809010110\n张静,\n学生名单,\n王芳," ID2 "\n", 2,
	  4, "3 roster.unread 0\n", "跳过 4 行：另一张表 3 行（第 3–5 行），说明（第 6 行）\n" },
	{ "people of a title that may be students, and a title without people",
	  H "李明," ID1 "\n班长名单,\n王芳," ID2 "\n班主任,\n赵六," ID3 "\n家长名单,\n", 3, 3, "",
	  NULL },
	{ "a table of teachers", H "李明," ID1 "\n教师名单,\n姓名,工号\n李老师,001\n王芳,002\n", 1,
	  4, "", "跳过 4 行：说明（第 3 行），另一张表 3 行（第 4–6 行）" },
	{ "a student below teachers without numbers, as a class line does not end their table",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n班级,班主任姓名,\n软件2班,张静,\n2,王芳," ID2 "\n",
	  2, 2, "", "跳过 2 行：另一张表（第 3–4 行）" },
	{ "and below parents with telephones",
	  "序号,姓名,身份证号\n1,李明," ID1
	  "\n考生号,家长姓名,家长电话\n1,李大,13800138000\n2,王芳," ID2 "\n",
	  2, 2, "", "跳过 2 行：另一张表（第 3–4 行）" },
	{ "numbers in notes, none in the number's column",
	  H "李明," ID1 "\n注：补录王芳 " ID2 ",\n合计：2人（含" ID3 "）,\n", 1, 2,
	  "3 roster.unread 0\n4 roster.unread 0\n", "这一行没有算作学生（注）" },
	{ "teachers where students have a serial number, and below 类别",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n班主任,张静,320102197809010110\n", 2, 0,
	  "0 roster.unread 0\n", "A 列写着家长、教师等的行，如第 3 行" },
	{ "the same below 类别",
	  "类别,姓名,身份证号\n学生,李明," ID1 "\n教师,张静,320102197809010110\n", 2, 0,
	  "0 roster.unread 0\n", "A 列写着家长、教师等的行，如第 3 行" },
	{ "a role in the first column of a student of that age",
	  "职务,姓名,身份证号\n,李明," ID1 "\n辅导员,王芳," ID2 "\n", 2, 0, "", NULL },
	{ "long names without dots, alone in their rows",
	  H "李明," ID1 "\n宝音德力格尔,\n敖日格乐图,\n图门吉日嘎啦,\n布威麦尔也木,\n"
	    "哈斯额尔敦,\n音乐学院乐团,\n",
	  6, 1, "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n7 id.empty 0\n", NULL },
	{ "a table whose second column is another",
	  H "李明," ID1 "\n班主任：王老师,\n姓名,工号\n王芳,002\n", 1, 3, "4 roster.unread 0\n",
	  "这里起是另一张表，里面的人没有核对：是学生，标题就写“学生名单”，身份证号一列要有。" },
	{ "older people below a line that says so, and students below theirs",
	  "序号,姓名,身份证号\n,带队教师,\n1,张静,320102197809010110\n,学生,\n1,李明," ID1
	  "\n2,王芳," ID2 "\n",
	  3, 2, "0 roster.unread 0\n", "上面写着家长、教师等的行，如第 3 行，当作学生核对了" },
	{ "not those below a header of their own, who are not read",
	  H "李明," ID1 "\n王芳," ID2 "\n带队教师\n姓名,身份证号\n张静,320102197809010110\n", 2, 3,
	  "5 roster.unread 0\n", "这里起是另一张表，里面的人没有核对" },
	{ "people as old as the students below such a line, and the same below a class",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n,家长,\n2,王芳," ID2 "\n,1班,\n1,赵六," ID3 "\n", 3,
	  2, "", NULL },
	{ "relations to the head of the household",
	  "姓名,与户主关系,身份证号\n李大,户主,110000197809010017\n李明,子女," ID1
	  "\n李华,儿子," ID3 "\n王芳,女儿," ID2 "\n",
	  4, 0, "0 roster.unread 0\n", "B 列写着家长、教师等的行，如第 2 行" },
	{ "other people's roles",
	  "姓名,身份,身份证号\n张静,校医,320102197809010110\n李明,学生," ID1 "\n", 2, 0,
	  "0 roster.unread 0\n", "B 列写着" },
	{ "a drill instructor",
	  "姓名,身份,身份证号\n张静,教官,320102197809010110\n李明,学生," ID1 "\n", 2, 0,
	  "0 roster.unread 0\n", "B 列写着" },
	{ "a volunteer", "姓名,身份,身份证号\n张静,志愿者,320102197809010110\n李明,学生," ID1 "\n",
	  2, 0, "0 roster.unread 0\n", "B 列写着" },
	{ "a head", "姓名,身份,身份证号\n张静,负责人,320102197809010110\n李明,学生," ID1 "\n", 2, 0,
	  "0 roster.unread 0\n", "B 列写着" },
	{ "a name alone in another column, and a word",
	  "序号,姓名,身份证号,电话\n1,李明," ID1 ",\n吴磊,,,\n康复,,,\n", 1, 2,
	  "3 roster.unread 0\n", "这一行没有算作学生（没有姓名和号码）" },
	{ "numbers below their rows",
	  "序号,姓名,身份证号\n1,李明,\n,," ID1 "\n2,王芳,\n,," ID2 "\n", 2, 2,
	  "2 roster.columns 0\n4 roster.columns 0\n",
	  "这一行断成了两行，后半在第 3 行：接成一行。" },
	{ "a student without a number above one without a name",
	  "序号,姓名,身份证号\n1,李明,\n2,," ID2 "\n", 2, 0, "2 id.empty 0\n3 name.empty 0\n",
	  NULL },
	{ "numbers below the heading of telephones",
	  "姓名,电话,身份证号\n李明," ID1 ",13800001111\n王芳," ID2 ",13800001112\n", 2, 0,
	  "0 roster.columns 0\n",
	  "身份证号都在 B 列，它的表头写在别的列上，按内容读了：把表头移对。" },
	{ "a header that is one cell too far to the right",
	  ",序号,姓名,身份证号,性别\n1,李明," ID1 ",女\n2,王芳," ID2 ",女\n", 2, 0,
	  "2 id.sex 17\n0 roster.columns 0\n", "姓名=B 列，身份证号=C 列，性别=D 列\n" },
	{ "passports, masked numbers and a few numbers in another column",
	  "姓名,身份证号,备注\n李明,E12345678," ID1 "\n王芳,1100**********0022," ID2 "\n", 2, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n", "身份证号=B 列\n" },
	{ "foreigners without a Chinese name, and a student with a number",
	  "英文姓名,中文姓名,护照号\nSMITH JOHN,,E12345678\nKIM MINSU,金敏洙,M87654321\nLI "
	  "MING,," ID1 "\n",
	  3, 0, "4 name.empty 0\n", NULL },
	{ "numbers that replace others",
	  "姓名,身份证号,更正后身份证号\n李明,11000020070901001," ID1 "\n王芳," ID2 ",\n", 2, 0, "",
	  "身份证号=C 列\nB 列的表头“身份证号”也是身份证号，C 列空着时才看它\n" },
	{ "a table without numbers above the one that has them",
	  "学号,姓名,性别\n2026001,王芳,女\n2026002,赵六,男\n\n序号,姓名,身份证号\n1,李明," ID1
	  "\n",
	  3, 2, "2 id.empty 0\n3 id.empty 0\n",
	  "跳过 2 行：重复的表头（第 1、5 行）\n"
	  "从第 1 行的表头起，没有身份证号一列，号码都算空着：" },
	{ "names and telephones above the table, below a title",
	  "计算机学院\n姓名,电话\n王芳,13800001111\n\n序号,姓名,身份证号\n1,李明," ID1 "\n", 1, 3,
	  "2 roster.unread 0\n", "跳过 3 行：另一张表 2 行（第 2–3 行），" },
	{ "nothing but names above the table", "姓名\n王芳\n\n序号,姓名,身份证号\n1,李明," ID1 "\n",
	  1, 3, "2 roster.unread 0\n", NULL },
	{ "headings above the table with a form, notes or teachers below them",
	  "姓名,必填\n身份证号,18位\n班级,班主任姓名,电话\n1班,张静,138\n姓名,身份证号\n李明," ID1
	  "\n",
	  1, 0, "", NULL },
	{ "sections, places, departments",
	  H "江苏省,\n一、本科生,\n李明," ID1
	    "\n（二）专科生,\n护理系,\n软件教研室,\n高一（3）班,\n<四班>,\n",
	  1, 7, "2 roster.unread 0\n", NULL },
	{ "words that are no names, alone",
	  "姓名,身份证号,签名\n李明," ID1
	  ",\n到会人数,,\n缺席,,\n记录人,,\n时间,2026.9.1,\n特此证明,,\n"
	  "及格率,,100%\n总金额,,200.00\n人民币（大写）,贰佰元整,\n计数,2,\n",
	  1, 9, "", NULL },
	{ "rare surnames, and names of many peoples, alone",
	  H "计一,\n党红,\n应明,\n阿依古丽,\n买买提艾力江,\n次仁卓玛,\n欧阳子涵月,\n巴特尔,\n1."
	    "李明,\n",
	  9, 0,
	  "2 id.empty 0\n3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n7 id.empty 0\n"
	  "8 id.empty 0\n9 id.empty 0\n10 id.empty 0\n10 name.character 1\n",
	  NULL },
	{ "a name in place of the number",
	  "序号,姓名,身份证号\n1,26330115150003,王芳\n2,,赵六\n3,女,钱七\n4,李明," ID1 "\n", 4, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n",
	  "姓名像是写在“身份证号”一格里了" },
	{ "all separators lost, digits beside the number",
	  "班级,学号,身份证号,姓名\n李明" ID1 "20070901汉族\n1班20260006" ID2
	  "王芳\n1班,20260007,赵六\n",
	  3, 0, "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "places with counts", H "江苏 2,\n李明," ID1 "\n单招,\n", 1, 2, "4 roster.unread 0\n",
	  NULL },
	{ "a quote in a name and in a number is reported once",
	  H "\"李明\"同学," ID1 "\n王芳,\"110000\"200709010022\"\n赵\"六," ID3 "\n", 3, 0,
	  "2 roster.quote 0\n3 roster.quote 0\n4 name.character 2\n", NULL },
	{ "two files joined in a line", H "李明," ID1 H "王芳," ID2 "\n", 2, 0,
	  "2 roster.columns 0\n", NULL },
	{ "notes with numbers, and a telephone behind a name",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n2,王芳 13800001111,\n1,本表一式两份,\n2,备用,\n", 3,
	  1, "3 name.character 4\n3 id.empty 0\n5 name.empty 0\n5 id.empty 0\n", NULL },
	{ "headings that stand above each other's cells",
	  "身份证号,姓名\n李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n钱七,110000200708150018\n"
	  "身份证号,姓名\n孙八,1\n",
	  5, 1, "7 id.length 0\n5 id.checksum 18\n0 roster.columns 0\n",
	  "“姓名”和“身份证号”两列的表头写反了，按内容读了：对调过来。" },
	{ "two other headings",
	  "姓名,身份证号,性别,出生日期\n李明," ID1 ",20070901,女\n王芳," ID2 ",20070901,女\n", 2, 0,
	  "2 id.sex 17\n0 roster.columns 0\n", "“性别”和“出生日期”两列" },
	{ "an empty first cell before a guardian's number",
	  "备注\t家长身份证号\t姓名\t身份证号\t住址\n\t110000197809010017\t李明\t" ID1
	  "\t江苏,南京\n\t110000197909010020\t王芳\t" ID2 "\t江苏,南京\n",
	  2, 0, "", NULL },
	{ "a name alone in place of the number, and words there",
	  "身份证号,姓名\n" ID1 ",李明\n许艳,\n许可证,\n台胞证,无\n申请中,\n", 2, 3,
	  "3 roster.columns 0\n", NULL },
	{ "names that end as words do, behind words of lines",
	  "备注,姓名,身份证号\n书记,马人,\n附件,李小计,\n班主任,钱合计,\n,三人,\n,1班小计,\n班主任,"
	  "一帆,\n",
	  2, 4, "2 id.empty 0\n3 id.empty 0\n4 roster.unread 0\n7 roster.unread 0\n", NULL },
	{ "a remark like a heading beside a student without a number",
	  "备注,身份证号,姓名\nx," ID1 ",李明\n姓名,暂无,许雨\nx," ID2 ",王芳\n", 3, 0,
	  "3 id.empty 0\n", NULL },
	{ "rows broken behind name and number",
	  "序号,姓名,身份证号,备注,电话\n1,李明," ID1 ",第一行\n第二行,13800001111\n2,王芳," ID2
	  ",第一行\n南京,\n3,赵六," ID3 ",,\n4,钱七,,第一行\n5,孙八,,,\n6,周九,,,\n",
	  6, 2,
	  "3 roster.columns 0\n5 roster.columns 0\n7 id.empty 0\n8 id.empty 0\n9 id.empty 0\n",
	  "上一行断成了两行，这是后半：接到上一行的末尾。" },
	{ "a cell of lines before other long numbers",
	  "姓名,身份证号,家庭住址,银行卡号,有效期\n李明," ID1
	  ",\"江苏省\n南京市\",6217000000000000001,\"2017.09.01\n2027.09.01\"\n王芳," ID2
	  ",\"江苏\n\n无锡\",wx1234567,2017.09.01-2027.09.01\n",
	  2, 0, "", NULL },
	{ "a cell of lines where the first column of the next row would have a number behind it",
	  "序号,身份证号,家庭住址,银行卡号,姓名\n1," ID1
	  ",\"江苏省\n南京市\",6217000000000000001,李明\n2," ID2 ",江苏,6217000000000000002,王芳\n",
	  2, 0, "", NULL },
	{ "numbers of other documents beside a parent's number, and below other types",
	  "民族,身份证号,母亲身份证号,证件类型,姓名,备注\n汉,M12345678,320102197809010110,护照,KIM "
	  "MINSU,\n汉," ID1 ",320102197909010126,居民身份证,谭敏,\n汉,E12345678,,护照,陈大文,\n"
	  "汉,110101********2436,320102197909010222,居民身份证,王芳,\n",
	  4, 0, "5 id.masked 0\n", NULL },
	{ "a residence permit beside the number of another document",
	  "姓名,证件类型,证件号码,居住证号码,备注\n"
	  "陈大文,港澳居民来往内地通行证,H12345678,81000020070901001X,\n"
	  "陈小文,港澳居民来往内地通行证,H12345679,,居住证号810000200709010028\n"
	  "李明,居民身份证,," ID1 ",\n",
	  3, 0, "4 roster.columns 0\n", NULL },
	{ "an empty name in the last column, behind cells in their places",
	  "序号,身份证号,籍贯,父亲,姓名\n1," ID1 ",江苏,李大,\n2," ID2 ",安徽,王大,王芳\n", 2, 0,
	  "2 name.empty 0\n", NULL },
	{ "a name below 籍贯, before an empty last cell",
	  "序号,身份证号,籍贯,姓名\n1," ID1 ",李明,\n2," ID2 ",安徽,王芳\n", 2, 0,
	  "2 roster.columns 0\n", NULL },
	{ "rows between quotes as many cells as one row",
	  "姓名,身份证号,备注,民族\n李明," ID1 ",\"汉,\n王芳\"," ID2 "\n", 2, 0,
	  "2 roster.quote 0\n3 name.character 3\n", NULL },
	{ "a line of its own behind a row without a name",
	  "身份证号,姓名\n" ID1 ",李明\n" ID2 ",\n合计,\n", 2, 1, "3 name.empty 0\n",
	  "跳过 1 行：合计（第 4 行）" },
	{ "headings of merged cells below those of the student",
	  "序号,姓名,身份证号,父亲,\n,,,姓名,身份证号\n1,李明,1,李大,110000197809010017\n"
	  "序号,姓名,身份证号,父亲,\n,,,姓名,身份证号\n2,王芳,2,王大,110000197809010025\n",
	  2, 2, "3 id.length 0\n6 id.length 0\n", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "a table of guardians, and one of students again",
	  H "李明," ID1 "\n监护人姓名,监护人身份证号\n李大,110000197809010017\n李二,1\n" H
	    "王芳," ID2 "\n",
	  2, 4, "", "另一张表 3 行（第 3–5 行）" },
	{ "a wider table below",
	  H "李明," ID1 "\n姓名,身份证号,监护人姓名,监护人身份证号\n王芳," ID2
	    ",王大,110000197809010017\n",
	  2, 1, "", NULL },
	{ "a table without names", H "李明," ID1 "\n学号,身份证号\n2026001," ID2 "\n", 2, 1,
	  "4 name.empty 0\n", "从第 3 行的表头起，没有姓名一列，姓名都算空着" },
	{ "a table of amounts", H "李明," ID1 "\n项目,金额\n学费,6800\n填报日期,20260901\n", 1, 3,
	  "", "跳过 3 行：另一张表（第 3–5 行）" },
	{ "somebody else's number, and a 学籍号",
	  "姓名,身份证号,家庭成员姓名,家庭成员身份证号,学籍号\n李明," ID1
	  ",李大,,\n,,李丽,110000197909010020,\n"
	  "王芳,,,,G" ID2 "\n",
	  2, 1, "4 id.empty 0\n", "跳过 1 行：没有姓名和号码（第 3 行）\n" },
	{ "counts in the place of names",
	  "序号,姓名,身份证号,性别\n1,李明," ID1
	  ",男\n男生,1,,\n平均年龄,19,,\n到校率,98%,,\n其中：党员,3,,\n",
	  1, 4, "", NULL },
	{ "an address, a sentence, a head of school",
	  H "李明," ID1 "\njwc@x.edu.cn,\n本表一式两份,\n校长：,\n", 1, 3, "", NULL },
	{ "a template's forms and examples",
	  "姓名,身份证号,备注\n文本,文本,下拉选择\n张三（示例）,110101200001010000,请删除\n"
	  "例：李四,11010119900307123X,\n李明," ID1 ",\n",
	  1, 3, "", "跳过 3 行：说明（第 2 行），示例 2 行（第 3–4 行）" },
	{ "a bank's list",
	  "户名,银行卡号,身份证号码,开户行\n李明,6222021234567890123," ID1 ",工行\n", 1, 0, "",
	  "姓名=A 列，身份证号=C 列" },
	{ "more lines that are no student's",
	  "学号,姓名,身份证号\n1,李明," ID1
	  "\n2026年9月1日,,\n,—1—,\n,THE END,\n,未完待续,\n,机密★,\n",
	  1, 5, "",
	  "跳过 5 行：日期（第 3 行），页码（第 4 行），以下空白 2 行（第 5–6 行），注（第 7 "
	  "行）" },
	{ "more quotes than a pair",
	  H "\"\"李明\"\"," ID1 "\n王芳,\"\"" ID2 "\"\"\n'赵六','" ID3 "'\n", 3, 0,
	  "2 roster.quote 0\n3 roster.quote 0\n4 name.character 1\n4 id.character 1\n", NULL },
	/* a row that an unquoted line break cut in two */
	{ "a row broken behind the name", H "李明," ID1 "\n王芳,\n" ID2 "\n赵六," ID3 "\n", 3, 1,
	  "3 roster.columns 0\n", "跳过 1 行：上一行断开的后半（第 4 行）\n" },
	{ "and its delimiter is lost", H "李明," ID1 "\n王芳\n" ID2 "\n", 2, 1,
	  "3 roster.columns 0\n",
	  "第 3 行  王*           1****************2\n      这一行断成了两行，后半在第 4 行" },
	{ "and a spreadsheet filled both up",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n2,王芳,\n" ID2 ",,\n", 2, 1, "3 roster.columns 0\n",
	  NULL },
	{ "but a name and a number alone, of rows that have more, are perhaps two students'",
	  "姓名,身份证号,班级\n李明," ID1 ",1\n王芳,,\n" ID2 ",,\n", 3, 0,
	  "3 id.empty 0\n4 roster.columns 0\n", NULL },
	{ "rows broken in and before the name",
	  "序号,姓名,身份证号,班级\n1,李\n明," ID1 ",1\n2,\n王芳," ID2 ",1\n3,赵·\n买买提," ID3
	  ",1\n",
	  3, 3, "2 roster.columns 0\n4 roster.columns 0\n6 roster.columns 0\n", NULL },
	{ "a row broken in the number", "姓名,身份证号,班级\n李明,110000200\n709010014,1\n", 1, 1,
	  "2 roster.columns 0\n", NULL },
	{ "the halves of one who is entered twice", H "李明,\n" ID1 "\n李明," ID1 "\n", 2, 1,
	  "2 roster.columns 0\n4 roster.duplicate-id 0\n", NULL },
	{ "rows broken at the last digit, and in a name behind the number",
	  "身份证号,姓名,性别\n" ID1 ",李\n明,男\n11000020070901002\n2,王芳,女\n", 2, 2,
	  "2 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "a text like a name in the rest of a row",
	  "学号,姓名,性别,身份证号,专业\n1,李明,男\n" ID1 ",软件工程\n2,王芳,女,,\n" ID2
	  ",软件工程,,,\n",
	  2, 2, "2 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "headings that are not known, above names and numbers",
	  "甲,乙\n李明," ID1 "\n王芳," ID2 "\n", 2, 0, "", NULL },
	{ "no headings, and nothing in place of the first number",
	  "李明,无\n王芳," ID2 "\n赵六," ID3 "\n", 3, 0, "1 id.empty 0\n", NULL },
	{ "a row broken in its last cell", "姓名,身份证号,班级\n李明," ID1 ",住\n宿\n", 1, 1, "",
	  "跳过 1 行：说明（第 3 行）\n" },
	{ "two students without a number, and one without a name",
	  H "李明,\n王芳,\n," ID1 "\n赵六\n钱七," ID2 "\n", 5, 0,
	  "2 id.empty 0\n3 id.empty 0\n4 name.empty 0\n5 id.empty 0\n", NULL },
	{ "two in a row that may be one, but for the names",
	  "序号,姓名,身份证号\n1,李明\n王芳," ID1 "\n", 2, 0, "2 id.empty 0\n3 roster.columns 0\n",
	  NULL },
	{ "a CR in a name", H "李明," ID1 "\n王\r芳," ID2 "\n赵六,\r" ID3 "\r\n", 3, 0,
	  "3 name.space 2\n4 id.space 1\n", "第 2 个字是回车符，删掉它" },
	{ "CR CR LF", "姓名,身份证号\r\r\n李明," ID1 "\r\r\n王芳," ID2 "\r\r\n", 2, 0, "", NULL },
	{ "lines of an old Mac", "2026级\r姓名,身份证号\r李明," ID1 "\r王芳," ID2 "\r合计,2", 2, 1,
	  "", NULL },
	{ "CR between two rows of an LF file", H "李明," ID1 "\n王芳," ID2 "\r赵六," ID3 "\n", 3, 0,
	  "", NULL },
	/* tables below each other */
	{ "a table without numbers", H "李明," ID1 "\n未报到学生名单,\n姓名,性别\n王芳,女\n", 2, 2,
	  "5 id.empty 0\n",
	  "跳过 2 行：标题、重复的表头（第 3–4 行）\n"
	  "从第 4 行的表头起，没有身份证号一列，号码都算空着：姓名=A 列，性别=B 列\n" },
	{ "findings below both orders of columns",
	  H "李 明," ID1 "\n身份证号,姓名\n" ID2 ",王 芳\n", 2, 1,
	  "2 name.space 2\n4 name.space 2\n", "姓名里有空格或换行 [name.space]\n" },
	{ "what to do where there is no column, and where it says something else",
	  "姓名,证件类型,证件号码\n李明,居民身份证,E12345678\n王芳,,E12345678\n姓名,性别\n赵六,"
	  "男\n",
	  3, 1,
	  "2 id.other-document 0\n3 id.other-document 0\n5 id.empty 0\n3 roster.duplicate-id 0\n",
	  "这张表没有证件号码一列：加上它。" },
	{ "a table of something else",
	  H "李明," ID1 "\n专业,人数\n软件工程,30\n王芳," ID2 "\n姓名,身份证号\n赵六,1\n", 3, 3,
	  "7 id.length 0\n", "跳过 3 行：另一张表 2 行（第 3–4 行），重复的表头（第 6 行）\n" },
	{ "tables of other people and things",
	  H "李明," ID1 "\n监护人姓名,监护人身份证号,住址\n李大," PARENT1 "\n职务,姓名,电话\n"
	    "班长,李明,13800001111\n合计,1\n",
	  1, 5, "5 roster.unread 0\n", "跳过 5 行：另一张表（第 3–7 行）\n" },
	{ "such a table whose numbers have another name",
	  H "李明," ID1 "\n序号,姓名,证件\n1,王 芳," ID2 "\n2,赵六," ID3 "\n", 3, 1,
	  "4 name.space 2\n", "从第 3 行的表头起，各列换了位置" },
	{ "the second half of a header names the parents",
	  "序号,姓名,身份证号,父亲,,母亲,\n,,,姓名,身份证号,姓名,身份证号\n"
	  "1,李 明," ID1 ",李大," ID2 ",王芳," ID3 "\n",
	  1, 0, "3 name.space 2\n", "表头在第 2 行\n姓名=B 列，身份证号=C 列\n" },
	{ "the same, parents first, and again on the next page",
	  "家长,,姓名,身份证号\n姓名,身份证号,,\n李大," ID2 ",李 明," ID1
	  "\n家长,,姓名,身份证号\n姓名,身份证号,,\n王大," ID2 ",王 芳," ID3 "\n",
	  2, 2, "3 name.space 2\n6 name.space 2\n", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "the same in a table below",
	  H "李明," ID1 "\n序号,姓名,证件信息,\n,,证件类型,证件号码\n1,王 芳,居民身份证," ID2 "\n",
	  2, 2, "5 name.space 2\n",
	  "从第 3 行的表头起，各列换了位置：姓名=B 列，身份证号=D 列，证件类型=C 列\n" },
	{ "the relatives' telephone in the second half",
	  "序号,姓名,身份证号,家庭成员,\n,,,姓名,电话\n1,李 明," ID1 ",李大,138\n", 1, 0,
	  "3 name.space 2\n", NULL },
	{ "headings that are values, too",
	  "序号,姓名,证件类型,身份证号,人员类别\n1,李明,居民身份证," ID1
	  ",学生\n2,王芳,居民身份证,,学生\n3,赵六,身份证,,辅导员\n4,钱七,,学校,专业\n5,孙八,"
	  "身份证," ID2 ",新生\n",
	  5, 0, "3 id.empty 0\n4 id.empty 0\n5 id.character 1\n", "身份证号=D 列" },
	{ "the same without a header",
	  "李明,居民身份证," ID1 ",学生\n王芳,居民身份证," ID2 ",学生\n", 2, 0, "",
	  "没有表头，按内容认出的列\n姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "numbers of another document, by their heading",
	  "姓名,护照号码\nKIM MINSU,M12345678\n李 明," ID1 "\n姓名,港澳居民来往内地通行证号\n"
	  "陈大文,H12345678\n",
	  3, 1, "3 name.space 2\n", "姓名=A 列，身份证号=B 列\n" },
	{ "such numbers beside the resident's",
	  "姓名,身份证号,护照号\n李明," ID1 ",\nKIM MINSU,,M12345678\n王芳,,\n", 3, 0,
	  "4 id.empty 0\n", "C 列的表头“护照号”也是证件号码，B 列空着时才看它" },
	{ "the number in the second column of the student's own",
	  "姓名,身份证号,其他证件号码\n李明," ID1 ",\n陈大文,,H12345678\n王芳,,\n", 3, 0,
	  "4 id.empty 0\n", "C 列的表头“其他证件号码”也是证件号码，B 列空着时才看它" },
	{ "the same, of equal worth",
	  "姓名,证件号码,身份证号码\n李明,," ID1 "\n王芳," ID2 ",\n陈大文,,\n", 3, 0,
	  "4 id.empty 0\n", "B 列的表头“证件号码”也是身份证号，C 列空着时才看它" },
	{ "but not in that of an applicant, who may be a parent",
	  "姓名,学生身份证号,申请人身份证号\n李明," ID1 ",\n王芳,," ID2 "\n", 2, 0,
	  "3 id.empty 0\n", "C 列的表头“申请人身份证号”也是身份证号，没有核对" },
	{ "nor in a second student's",
	  "姓名,身份证号,电话,姓名,证件号码\n李明," ID1 ",1,,\n王芳,,1,," ID2 "\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "the name that a student has now", "原姓名,现姓名,身份证号\n李 明,李铭," ID1 "\n", 1, 0,
	  "", "A 列的表头“原姓名”也是姓名，没有核对" },
	{ "candidate numbers that a spreadsheet has rounded",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101500000\n王芳," ID2 ",26110101500000\n", 2, 0,
	  "0 candidate.spreadsheet 0\n", "2 个考生号末尾都是 00000" },
	{ "one number that ends in zeros by nature",
	  "姓名,身份证号,考生号\n李明," ID1 ",26110101500000\n王芳," ID2 ",26110101500001\n", 2, 0,
	  "", NULL },
	{ "a heading with a figure is another's",
	  "监护人姓名1,关系1,身份证件号1,姓名,身份证件号\n李大,父," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=D 列，身份证号=E 列\n" },
	{ "second students without a heading whose numbers are masked, short or missing: told once",
	  "姓名,身份证号,,\n李明," ID1 ",陈静,1100**********0022\n王芳," ID2 ",刘洋,\n赵六," ID3
	  ",张伟,11000020070901004\n",
	  3, 0, "0 roster.unread 0\n", "      C 列里像是别人的姓名或号码，没有核对" },
	{ "the same where some are whole, which their rows tell, and in a file without a heading",
	  "李明," ID1 ",,\n王芳," ID2 ",刘洋,11000020070901009X\n赵六," ID3
	  ",张伟,\n陈静,110000200709010049,,\n",
	  4, 0, "2 roster.columns 0\n0 roster.unread 0\n", "      C 列里像是" },
	{ "second numbers without a name", "姓名,身份证号,,\n李明," ID1 ",," ID3 "\n", 1, 0,
	  "0 roster.unread 0\n", "      D 列里像是" },
	{ "masked ones below headings that name nobody",
	  "姓名,身份证号,备注,备注\n李明," ID1 ",陈静,1100**********0022\n王芳," ID2 ",走读,\n", 2,
	  0, "0 roster.unread 0\n", "      D 列里像是" },
	{ "but not remarks, classes or parents without a heading, nor a signature",
	  "姓名,身份证号,,\n李明," ID1 ",走读,软件2601\n王芳," ID2
	  ",李大,320102197809010014\n制表人：,王芳,审核人：,赵六\n",
	  2, 1, "", NULL },
	{ "nor numbers of 15 digits, names among remarks or beside a total",
	  "姓名,身份证号,,\n李明," ID1 ",,110000200709010\n王芳," ID2 ",走读,\n赵六," ID3
	  ",陈静,110000200709011\n合计,3,刘洋,\n",
	  3, 1, "", NULL },
	{ "nor a remark behind a name, or a masked number behind a remark",
	  "姓名,身份证号,备注,备注\n李明," ID1 ",陈静,走读\n王芳," ID2 ",走读,1100**********0022\n",
	  2, 0, "", NULL },
	{ "nor numbers of contacts as young as the students, or of only two parents",
	  "姓名,身份证号,家长姓名,家长身份证号,紧急联系人,紧急联系人身份证号\n李明," ID1
	  ",陈静," ID2 ",陈静," ID2 "\n王芳," ID2 ",刘洋," ID3 ",刘洋," ID3 "\n赵六," ID3
	  ",李大,,张伟," ID1 "\n",
	  3, 0, "", NULL },
	{ "nor contacts below their headings, whose numbers are masked",
	  "姓名,身份证号,家长姓名,家长身份证号,紧急联系人,联系人电话\n李明," ID1
	  ",李大,1100**********0022,李大,138****1111\n王芳," ID2
	  ",李大,1100**********0022,李大,138****1111\n",
	  2, 0, "", NULL },
	{ "parents' numbers that are as young as the students'",
	  "姓名,身份证号,家长姓名,家长身份证号\n李明," ID1 ",陈静," ID2 "\n王芳," ID2 ",刘洋," ID3
	  "\n赵六," ID3 ",张伟," ID1 "\n",
	  3, 0, "0 roster.unread 0\n", "      D 列的表头是家长，号码却像是学生的" },
	{ "nobody is as young as a student whose number a spreadsheet took",
	  "姓名,身份证号,家长姓名,家长身份证号\n李明,1.1E+17,陈静,110000197209010013\n"
	  "王芳,1100**********0022,刘洋,110000197309010029\n"
	  "赵六,1.1E+17,张伟,110000197409010034\n",
	  3, 0, "2 id.spreadsheet 0\n4 id.spreadsheet 0\n3 id.masked 0\n0 roster.spreadsheet 0\n",
	  NULL },
	{ "whose it is behind the heading",
	  "姓名_父亲,身份证号_父亲,姓名_学生,身份证号_学生\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "who of two is the student",
	  "共同借款人姓名,共同借款人身份证号,借款学生姓名,借款学生身份证号\n李大," ID2 ",李 明," ID1
	  "\n",
	  1, 0, "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "who of two is insured",
	  "投保人姓名,投保人证件号码,被保险人姓名,被保险人证件号码\n李大," ID2 ",李 明," ID1 "\n",
	  1, 0, "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "names in the column of numbers of the table below",
	  "身份证号,姓名\n" ID1 ",李明\n家长姓名,身份证号,姓名\n李大," ID2 ",王芳\n王大," ID3
	  ",赵六\n",
	  3, 1, "", "姓名=B 列，身份证号=A 列\n" },
	{ "texts marked by a spreadsheet",
	  "=\"姓名\",=\"身份证号\"\n=\"李明\",=\"" ID1 "\"\n=\"王芳\",=\"" ID2
	  "\"\n=\"赵六\",=\"" ID3 "\"\n",
	  3, 0, "0 roster.spreadsheet 0\n0 roster.spreadsheet 0\n",
	  "有错               3     100%" },
	{ "numbers wiped by a spreadsheet, one of which still has a fitting check character",
	  "姓名,性别,身份证号\n李明,男,110000200709010000\n王芳,女,110000200709020000\n"
	  "赵六,男,530000200708080000\n孙八,男,110000200709030000\n钱七,男," ID1 "\n",
	  5, 0,
	  "2 id.spreadsheet 16\n3 id.spreadsheet 16\n4 id.spreadsheet 16\n5 id.spreadsheet 16\n"
	  "0 roster.spreadsheet 0\n",
	  "4 个证件号码以 000 结尾，占 80%" },
	{ "but one alone is as good as it looks", H "赵六,530000200708080000\n", 1, 0, "", NULL },
	{ "what forms write where there is no answer",
	  "序号,姓名,身份证号\n1,李明,(空)\n2,王芳,（跳过）\n3,赵六,[空]\n4,钱七,<null>\n5,孙八,"
	  "【无】\n"
	  "6,周九,？\n7,吴十,___\n8,郑一,不适用\n9,冯二,无身份证\n10,（空）," ID1 "\n11,跳过," ID2
	  "\n12,(跳过),(跳过)\n13,…,〃\n",
	  11, 2,
	  "2 id.empty 0\n3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n7 id.empty 0\n"
	  "8 id.empty 0\n9 id.empty 0\n10 id.empty 0\n11 name.empty 0\n12 name.empty 0\n",
	  NULL },
	{ "remarks that end as headings do, and values that are headings",
	  "序号,姓名,备注,证件类型,身份证号\n1,李明,已核对姓名,居民身份证,\n2,王芳,,居民身份证," ID2
	  "\n",
	  2, 0, "2 id.empty 0\n", NULL },
	{ "a table of names in another place",
	  "专业,姓名,身份证号\n法学,李明," ID1 "\n姓名,原因\n王芳,参军\n", 1, 2,
	  "3 roster.unread 0\n", "跳过 2 行：另一张表（第 3–4 行）\n" },
	{ "groups above headings, first and below",
	  "母亲,,学生,\n姓名,身份证号,考生姓名,身份证件号\n李大," ID2 ",李 明," ID1
	  "\n紧急联系人,,学生,\n姓名,身份证号,身份证件号,考生姓名\n王大," ID2 "," ID3 ",王 芳\n",
	  2, 2, "3 name.space 2\n6 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "the same, merged cells filled up",
	  "母亲,母亲,姓名,身份证件号\n姓名,身份证号,姓名,身份证件号\n李大," ID2 ",李 明," ID1
	  "\n姓名,证件信息,证件信息,父亲\n姓名,证件类型,证件号码,姓名\n王 芳,居民身份证," ID3
	  ",王大\n",
	  2, 2, "3 name.space 2\n6 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "a second header whose words are no headings but for two",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n序号,房间号,姓名,身份证号\n1,3-101,王芳," ID2
	  "\n2,3-102,赵六,\n",
	  3, 1, "5 id.empty 0\n", "跳过 1 行：重复的表头（第 3 行）\n从第 3 行" },
	{ "the same, wider, below a name of the usual form",
	  H "李明," ID1 "\n成绩,班级,QQ,姓名,身份证号\n600,1班,1,王 芳," ID2 "\n", 2, 1,
	  "4 name.space 2\n", "从第 3 行的表头起，各列换了位置" },
	{ "small tables below a blank line",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1
	  "\n\n序号,原因,人数\n1,参军,1\n,,,\n时间,地点,内容\n9月10日,操场,集合\n",
	  1, 4, "", "跳过 4 行：另一张表（第 4–5、7–8 行）\n" },
	{ "such a table with what may be a name, up to the next student",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n\n科目,时事\n语文,100\n2,王芳,女," ID2 "\n",
	  2, 2, "4 roster.unread 0\n", "跳过 2 行：另一张表（第 4–5 行）\n" },
	/* tables without a heading of names, below the students with and without a blank line */
	{ "tables of things in the columns of name and number",
	  H "李明," ID1 "\n银行,账号\n中国银行,6217000010001234567\n路线,车次,时间\n南京,G1,8:00\n"
	    "房间号,床位,人数\n301,1,4\n\n站点,时间\n南京南站,8:00\n" H "王芳," ID2 "\n",
	  2, 9, "", "跳过 9 行：另一张表 8 行（第 3–8、10–11 行），重复的表头（第 12 行）\n" },
	{ "words that do not fit their columns, where a blank row or digits below show a table",
	  "学号,姓名,身份证号\n20260001,李明," ID1 "\n品牌,型号\n华为,P40\n20260002,王芳," ID2
	  "\n\n体检项目,医院\n胸透,校医院\n\n楼号,管理员,电话\n3号楼,张姐,13800001111\n",
	  2, 6, "11 roster.unread 0\n", "跳过 6 行：另一张表（第 3–4、7–8、10–11 行）\n" },
	{ "a table of things, with rows that may be students",
	  H "李明," ID1 "\n\n项目,金额\n学费,5000\n木呷,E73450534\n俄木,13800001111\n"
	    "丹增,办理中\n王芳,\n木呷,110000200709 O10014\n的日,110000070901005\n",
	  3, 6,
	  "6 roster.unread 0\n7 roster.unread 0\n8 roster.unread 0\n9 roster.unread 0\n"
	  "10 id.character 14\n11 id.fifteen 0\n10 id.space 13\n",
	  "这一行没有算作学生（另一张表）：是学生就把姓名和号码补全，各归各列。" },
	{ "a number's document in its cell heads no table",
	  "姓名,身份证号,班级\n李明," ID1 ",1班\n木呷,户口本,软件工程\n丹增,,软件工程\n", 3, 0,
	  "3 id.character 1\n4 id.empty 0\n", NULL },
	{ "nor does a document's type beside names that are headings",
	  "姓名,证件类型,证件号码\n李明,居民身份证," ID1 "\n余量,居民身份证,\n张照,居民身份证,\n",
	  3, 0, "3 id.empty 0\n4 id.empty 0\n", NULL },
	{ "nor remarks beside names that are headings or end as one, nor a class beside a rare "
	  "name",
	  "姓名,身份证号,班级,职务\n李明," ID1 ",一班,\n余量,,上学期没有交住宿费,\n应晓期,,要床位,"
	  "\n仝桂,,寝室号,组长\n尔古,E12345678,,\n\n仝桂,,软件工程,\n尔古,E12345679,,\n",
	  7, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.other-document 0\n8 id.empty 0\n"
	  "9 id.other-document 0\n",
	  NULL },
	{ "nor a birth date in ideographs",
	  "姓名,出生日期,身份证号\n李明,2007-09-01," ID1 "\n仝桂,二〇〇七年九月一日,\n"
	  "尔古,2007-09-01,E12345678\n",
	  3, 0, "3 id.empty 0\n4 id.other-document 0\n", NULL },
	{ "a word that is no ethnic group where these stand heads one",
	  "姓名,民族,身份证号\n李明,汉族," ID1 "\n品牌,型号,\n华为,P40,1\n", 1, 2, "",
	  "跳过 2 行：另一张表（第 3–4 行）\n" },
	{ "nor does a word among headings make them a student's",
	  "姓名,身份证号,班级\n李明," ID1 ",一班\n组别,主题,地点\n一组,班会,操场\n", 1, 2, "",
	  "另一张表（第 3–4 行）" },
	{ "nor where the number stands, unless it is a mark for none",
	  H "李明," ID1
	    "\n仝桂,/\n尔古,E12345678\n木呷,在老师处\n的日,E12345679\n品牌,型号\n华为,P40\n" H
	    "王芳," ID2 "\n路线,站名\n南京,12\n",
	  6, 5, "3 id.empty 0\n4 id.other-document 0\n5 id.character 1\n6 id.other-document 0\n",
	  "另一张表 4 行（第 7–8、11–12 行）" },
	{ "it is told if it has no heading", H "李明," ID1 "\n品牌,规则\n华为,12\n", 1, 2,
	  "3 roster.unread 0\n", NULL },
	{ "so do heads of counts, known headings, and words of four characters that begin as names",
	  H "李明," ID1 "\n专业,合计\n软件工程,30\n" H "王芳," ID2 "\n学费,教材费\n5000,2\n", 2, 5,
	  "", "另一张表 4 行（第 3–4、7–8 行）" },
	{ "a subtotal beside a class heads none",
	  "班级,姓名,身份证号\n一班,李明," ID1 "\n1班,小计,\n", 1, 1, "", "小计（第 3 行）" },
	{ "nor does 应到 beside a remark",
	  "班级,姓名,身份证号,报到情况\n一班,李明," ID1 ",已报到\n一班,应到,无,休学\n", 1, 1,
	  "3 roster.unread 0\n", "合计（第 3 行）" },
	{ "nor does a total beside the row's number",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n2,合计,\n", 1, 1, "3 roster.unread 0\n",
	  "合计（第 3 行）" },
	{ "the title of such a table, too",
	  H "李明," ID1
	    "\n阅后即焚\n路线,车次,时间\n南京,G1,8:00\n\n收费标准,\n科目,成绩\n数学,99\n",
	  1, 6, "3 roster.unread 0\n", NULL },
	{ "rare names without a number are no such table",
	  H "李明," ID1 "\n和伟强,遗失\n仝桂,护照\n应晓期,身份证\n", 4, 0,
	  "3 id.empty 0\n4 id.character 1\n5 id.character 1\n", NULL },
	{ "tables with people in them, up to a whole row of a student",
	  "班级,姓名,性别,身份证号\n1班,李明,男," ID1
	  "\n宿舍号,1号床,2号床\n301,李明,王芳\n组别,组长\n一组,李明\n2班,王芳,女," ID2
	  "\n周次,星期一,星期二\n第1周,高数,英语\n\n3班,高强,男,\n",
	  3, 6, "11 id.empty 0\n", "跳过 6 行：另一张表（第 3–6、8–9 行）\n" },
	{ "such a table ends at a name with a number that has a mistake",
	  H "李明," ID1 "\n项目,金额\n学费,5200\n王芳,1100002007090100\n高强,1100********0057\n", 3,
	  2, "5 id.length 0\n6 id.masked 0\n", NULL },
	{ "or at one without a number, by the sex, or behind a blank line by the number of the row",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1
	  "\n姓名,职务,电话\n李强,班长,13800001111\n2,王芳,女,\n"
	  "物品,数量\n被子,1\n\n3,王强,,\n",
	  3, 4, "3 roster.unread 0\n5 id.empty 0\n9 id.empty 0\n", NULL },
	{ "not at a number of another kind beside a name",
	  H "李明," ID1 "\n户名,账号\n李明,6222022003101234567\n王芳,6217001210101234\n王芳,"
	    "11000020070901002\n",
	  2, 3, "3 roster.unread 0\n6 id.length 0\n", NULL },
	{ "students whose cells are like headings",
	  "姓名,身份证号,报到情况\n李明," ID1 ",\n张子期,未报到,\n张量,无,未报到\n", 3, 0,
	  "3 id.empty 0\n4 id.empty 0\n", NULL },
	/* other people with the students' number */
	{ "teachers, by the heading of their names",
	  H "李明," ID1 "\n教师姓名,身份证号,职务\n张静," ID2 ",辅导员\n高强,,\n\n王芳," ID2 ",\n" H
	    "王芳," ID2 "\n",
	  2, 5, "3 roster.unread 0\n",
	  "跳过 5 行：另一张表 4 行（第 3–5、7 行），重复的表头（第 8 行）\n" },
	{ "teachers, and directly below them things or the students' header",
	  H "李明," ID1 "\n教师姓名,身份证号,职务\n张静," ID3 ",班主任\n" H "王芳," ID2
	    "\n教师姓名,身份证号\n张静," ID3 "\n联系部门,联系电话\n教务处,83321112\n赵六," ID3 "\n",
	  3, 7, "3 roster.unread 0\n7 roster.unread 0\n", NULL },
	{ "parents and staff, by theirs",
	  H "李明," ID1 "\n母亲,身份证号\n张静," ID2 "\n姓名（监护人）,身份证号\n张静," ID2
	    "\n职工姓名,身份证号\n张静," ID2 "\n班主任,身份证号\n张静," ID2 "\n",
	  1, 8, "3 roster.unread 0\n5 roster.unread 0\n7 roster.unread 0\n9 roster.unread 0\n",
	  NULL },
	{ "but students, by their number, beside the name of a teacher",
	  "学号,身份证号,姓名\n1," ID1 ",李明\n学号,身份证号,班主任姓名\n2," ID2 ",张静\n", 2, 1,
	  "4 name.empty 0\n", "没有姓名一列" },
	{ "a file of staff, its header again",
	  "员工姓名,身份证号\n李明," ID1 "\n员工姓名,身份证号\n王芳," ID2 "\n", 2, 1, "",
	  "跳过 1 行：重复的表头（第 3 行）\n" },
	{ "a heading cut into the two rows of a header",
	  "姓名,性别,身份证号,班级\n李明,男," ID1
	  ",1班\n\n姓名,性别,证件,班级\n,,号码,\n王芳,女," ID2 ",2班\n",
	  2, 2, "", "跳过 2 行：重复的表头（第 4–5 行）\n" },
	{ "two headers, the columns of the second one the students'",
	  "班级,姓名,身份证号\n1班,李明," ID1 "\n班级,姓名,身份证号\n姓名,身份证号\n王芳," ID2 "\n",
	  2, 2, "", "从第 4 行的表头起，各列换了位置" },
	{ "and those of the first one",
	  "班级,姓名,身份证号\n1班,李明," ID1 "\n班级,姓名,身份证号\n姓名,身份证号\n1班,王芳," ID2
	  "\n",
	  2, 2, "", "跳过 2 行：重复的表头（第 3–4 行）\n\n" },
	{ "the second one with the columns of the first again",
	  "班级,姓名,身份证号\n,姓名,身份证号\n1班,李明," ID1 "\n", 1, 0, "",
	  "姓名=B 列，身份证号=C 列\n\n" },
	/* lines of one cell */
	{ "lines that are no second half of the row above",
	  "班级,身份证号,姓名,报到情况,备注\n1班," ID1 ",李明,\n已报到1人\n1班," ID2
	  ",王芳,\n男1女1\n1班," ID3 ",赵六,\n以上属实\n1班,110000200709010057,高强,\n"
	  "已报到5人，未报到2人\n1班,110000200709010065,孙八,\n请核对姓名\n",
	  5, 5, "",
	  "跳过 5 行：合计 3 行（第 3、5、9 行），说明（第 7 行），没有姓名和号码（第 11 行）\n" },
	{ "a sum by another word, and a student with a surname that words begin with",
	  H "李明," ID1 "\n汇总,2\n高强,301\n", 2, 1, "4 id.length 0\n",
	  "跳过 1 行：合计（第 3 行）\n" },
	{ "an absent student, with the reason in another cell",
	  "姓名,身份证号,备注\n李明," ID1 ",\n王芳未报到,,参军\n高强,110000200709010057,\n", 2, 1,
	  "3 roster.unread 0\n", NULL },
	{ "below a blank line, students without a number",
	  "序号,姓名,性别,身份证号\n1,李明,男," ID1
	  "\n\n,王芳,,未办理\n休学,赵六,女,\n\n转专业,孙一,,\n2,周二,女," ID2 "\n",
	  5, 0, "4 id.empty 0\n5 id.empty 0\n7 id.empty 0\n", NULL },
	{ "teachers above the students",
	  "班级,班主任,人数\n1班,张军,2\n带队教师,身份证号\n张军," ID3
	  "\n\n序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n",
	  1, 0, "", NULL },
	{ "who filled in the table, with a number",
	  "填表人,张军," ID3 "\n序号,姓名,性别,身份证号\n1,李明,男," ID1 "\n", 1, 0,
	  "1 roster.unread 0\n", NULL },
	{ "a table of teachers with the students' headings, above and below",
	  "教师名单,\n" H "张军," PARENT1 "\n学生名单,\n" H "李明," ID1 "\n带队教师,\n" H
	  "张军," ID3 "\n",
	  1, 6, "8 roster.unread 0\n", NULL },
	{ "students without a number below all others, with surnames that words begin with, too",
	  H "李明," ID1 "\n高强,\n扎西,\n何洋,\n", 4, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	{ "why somebody is absent, behind the name", H "李明," ID1 "\n王芳未报到,\n高强未报到,\n",
	  1, 2, "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "the name of a file between two that were joined",
	  H "李明," ID1 "\n==> 2班.csv <==,\n" H "王芳," ID2 "\n2班.xlsx,\n张军," ID3 "\n", 3, 3,
	  "", NULL },
	{ "such words", H "李明," ID1 "\n高三,\n马上,\n", 1, 2,
	  "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "who teaches, in the columns of a name and a number",
	  "姓名,身份证号,班级\n李明," ID1 ",1班\n指导教师：,张三,\n", 1, 1, "",
	  "跳过 1 行：教师（第 3 行）\n" },
	{ "parents below the students, by a column of relations",
	  "姓名,身份证号,班级\n李明," ID1 ",1班\n姓名,身份证号,与学生关系\n李大," ID2 ",父亲\n", 1,
	  2, "3 roster.unread 0\n", NULL },
	{ "students below a header that has their guardians, too",
	  "姓名,身份证号,班级\n李明," ID1 ",1班\n\n姓名,身份证号,监护人姓名,与本人关系\n王 芳," ID2
	  ",王大,父女\n赵六," ID3 ",赵大,父子\n",
	  3, 1, "5 name.space 2\n", "跳过 1 行：重复的表头（第 4 行）\n" },
	{ "students with a column of relations, and their header again",
	  "姓名,身份证号,关系\n李明," ID1 ",户主之子\n姓名,身份证号,关系\n王芳," ID2 ",户主之女\n",
	  2, 1, "", NULL },
	{ "titles of students' lists that only mention others",
	  "教师技能大赛参赛名单,\n" H "李明," ID1 "\n家长会名单,\n" H "王芳," ID2
	  "\n辅导员助理名单,\n" H "张军," ID3 "\n",
	  3, 4, "", NULL },
	{ "two tables of other people one after the other, then students and parents",
	  "姓名,身份证号,家长姓名,家长身份证号\n李明," ID1 ",李大," ID3
	  "\n教师名单,,,\n姓名,身份证号,家长姓名,家长身份证号\n张军," ID3
	  ",,\n姓名,电话,,\n钱国,13800000000,,\n姓名,身份证号,家长姓名,家长身份证号\n王芳," ID2
	  ",李大," ID3 "\n赵六,,李大," ID3 "\n",
	  3, 6, "4 roster.unread 0\n6 roster.unread 0\n10 id.empty 0\n", NULL },
	{ "rows without a name are no name that was filled down",
	  "姓名,身份证号,民族\n," ID1 ",汉族\n," ID2 ",汉族\n," ID3
	  ",汉族\n,110000200709010049,汉族\n,110000200709010057,汉族\n,110000200709010065,汉族\n",
	  6, 0,
	  "2 name.empty 0\n3 name.empty 0\n4 name.empty 0\n5 name.empty 0\n6 name.empty 0\n"
	  "7 name.empty 0\n",
	  NULL },
	{ "nor are words for none, nor names with the same stars",
	  H "无," ID1 "\n无," ID2 "\n无," ID3 "\n无,110000200709010049\n无,110000200709010057\n"
	    "张*,110000200709010065\n张*,110000200709010073\n张*,110000200709010081\n"
	    "张*,11000020070901009X\n张*,110000200709010102\n",
	  10, 0,
	  "2 name.empty 0\n3 name.empty 0\n4 name.empty 0\n5 name.empty 0\n6 name.empty 0\n"
	  "7 name.masked 2\n8 name.masked 2\n9 name.masked 2\n10 name.masked 2\n11 name.masked 2\n",
	  NULL },
	/* what may be a student is reported; 我 is not a word of footers, 书记 and 学院 are */
	{ "a word in place of a name, and one in place of a number",
	  H "李明," ID1 "\n我,未办\n计算机系,待补\n平均,11\n合计,待补\n", 1, 4,
	  "3 roster.unread 0\n4 roster.unread 0\n", NULL },
	{ "a word of footers beside a student's number or sex, or numbered",
	  "序号,姓名,性别,学号,身份证号\n1,李明,男,2026001," ID1
	  "\n2,书记,,2026002,\n3,学院,,,\n4,平均,男,,\n,学院,,,\n合计,3,,,\n",
	  2, 4, "3 roster.unread 0\n4 roster.unread 0\n5 id.empty 0\n", NULL },
	{ "a word of footers beside part of a number, but not a telephone's",
	  H "李明," ID1 "\n书记,110000200\n电话,13800001111\n", 1, 2, "3 roster.unread 0\n", NULL },
	{ "one ideograph beside an office",
	  "职务,团籍,姓名,身份证号\n,团员,李明," ID1 "\n班长,团员,今,\n合计,2,人,\n", 1, 2,
	  "3 roster.unread 0\n", NULL },
	/* who made the table, in two cells: a footer in whatever column the label is */
	{ "makers below a heading of words",
	  "班级,姓名,身份证号,备注\n1班,李明," ID1
	  ",\n制表人：,孙八,,\n领队：,孙八,,\n制表,孙八,,2026-09-01\n制表人,孙八,,\n",
	  1, 4, "6 roster.unread 0\n",
	  "跳过 4 行：制表人 3 行（第 3、5–6 行），经办人（第 4 行）" },
	{ "and of numbers",
	  "学号,姓名,身份证号\n2026001,李明," ID1 "\n审核人：,孙八,\n拍照人：,孙八,\n", 1, 2, "",
	  NULL },
	{ "and of sexes, with the titles of sections and counts",
	  "性别,姓名,身份证号\n男,李明," ID1 "\n二、女生,,\n女,王芳," ID2
	  "\n男生：,,\n男生4人,女生4人,\n男：4,女：4,\n审核人：,孙八,\n",
	  2, 5, "", NULL },
	{ "and of ID numbers, with counts",
	  "身份证号,姓名,学号\n" ID1
	  ",李明,2026001\n审核人：,孙八,\n党员,2,\n平均年龄,19,\n王芳,2,\n",
	  2, 3, "6 roster.columns 0\n", NULL },
	{ "a maker's word that is a student's remark, as students follow",
	  "状态,姓名,身份证号\n,李明," ID1 "\n审核,孙八,\n复核,赵六," ID3 "\n", 3, 0,
	  "3 id.empty 0\n", NULL },
	{ "a class by its teacher", "班主任张静,\n" H "李明," ID1 "\n", 1, 0, "", NULL },
	/* whose a column is that stands beside the student's */
	{ "words in brackets are somebody else's where there is another heading",
	  "姓名（法人）,身份证号（旧）,姓名（签字）,姓名,身份证号\n李大," ID2 ",,李 明," ID1 "\n",
	  1, 0, "2 name.space 2\n", "姓名=D 列，身份证号=E 列\n" },
	{ "even if that says more than the name",
	  "姓名（接站人）,身份证号（接站人）,申请人姓名,本人身份证号\n李大," ID2 ",李 明," ID1 "\n",
	  1, 0, "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "but not how the column is filled in",
	  "新生姓名,身份证号（新）,姓名（须与身份证一致）,身份证号（末位X大写）\n李大," ID2
	  ",李 明," ID1 "\n",
	  1, 0, "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "who stands behind the relation is no student",
	  "姓名,身份证号,与本人关系,姓名,身份证号\n李 明," ID1 ",父子,李大," ID2 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=A 列，身份证号=B 列\n\n" },
	{ "of two groups one is the student's",
	  "序号,申请人,,共同借款人,\n,姓名,身份证号,姓名,身份证号\n1,李 明," ID1 ",李大," ID2 "\n",
	  1, 0, "3 name.space 2\n", "姓名=B 列，身份证号=C 列\n" },
	{ "a heading that is not known", "编号,学员,身份证号\n1,李明," ID1 "\n2,王芳," ID2 "\n", 2,
	  0, "", "B 列的表头“学员”不认得，按内容当作姓名\n" },
	/* the student is who has a guardian */
	{ "an applicant and the child",
	  "申请人,申请人身份证号,被监护人,被监护人身份证号\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n",
	  "姓名=C 列，身份证号=D 列\nB 列的表头“申请人身份证号”也是身份证号，没有核对\n" },
	{ "recommended",
	  "推荐人,推荐人身份证号,被推荐人,被推荐人身份证号\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n" },
	{ "headings that are questions", "您叫什么名字？,您的身份证号是多少？\n李明," ID1 "\n", 1,
	  0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "an unknown heading above aligned names",
	  "卡号,真名,身份证号\n1,李　明," ID1 "\n2,王　芳," ID2 "\n3,赵　六," ID3 "\n", 3, 0,
	  "0 name.space 0\n", "B 列的表头“真名”不认得，按内容当作姓名" },
	{ "in brackets", "姓名（申请人）,姓名（被监护人）,身份证号\n李大,李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=B 列，身份证号=C 列\n" },
	{ "a guardian and the child",
	  "监护人,监护人身份证号,被监护人,身份证号\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n\n" },
	{ "an applicant alone is the student", "申请人姓名,申请人身份证号\n李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=A 列，身份证号=B 列\n\n" },
	{ "parents and the child",
	  "父亲,父亲身份证,母亲,母亲身份证,孩子,孩子身份证\n李大," ID2 ",赵红," ID3 ",李 明," ID1
	  "\n",
	  1, 0, "2 name.space 2\n", "姓名=E 列，身份证号=F 列\n\n" },
	{ "parents, and a word for the child that is not known",
	  "爸爸姓名,爸爸身份证号,妈妈姓名,妈妈身份证号,宝宝姓名,宝宝身份证号\n李大," ID2
	  ",赵红," ID3 ",李 明," ID1 "\n",
	  1, 0, "2 name.space 2\n", "姓名=E 列，身份证号=F 列\n\n" },
	{ "whose the column is not",
	  "学生姓名（非家长）,学生身份证号（注意不是家长的）\n李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=A 列，身份证号=B 列\n\n" },
	{ "headings of a database of students and parents",
	  "PARENT_NAME,PARENT_IDCARD,STU_NAME,STU_IDCARD\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n\n" },
	{ "in pinyin", "jz.xm,jz.sfzh,xs.xm,xs.sfzh\n李大," ID2 ",李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=C 列，身份证号=D 列\n\n" },
	/* a column says whose a row is: all are read, and people of another age are reported */
	{ "relations to the student",
	  "姓名,身份证号,与学生关系\n李明," ID1
	  ",本人\n李大,110000197809010017,父亲\n赵红,,母亲\n王芳," ID2 ",本人\n",
	  4, 0, "4 id.empty 0\n0 roster.unread 0\n",
	  "C 列写着家长、教师等的行，如第 3 行，当作学生核对了：不是学生就删掉。" },
	{ "people's roles, a page's heading among them",
	  "姓名,身份证号,身份\n李明," ID1
	  ",学生\n姓名,身份证号,身份\n赵红,110000197809010017,教师\n王芳," ID2 ",学生\n",
	  3, 1, "0 roster.unread 0\n", "如第 4 行，当作学生核对了" },
	{ "whose the telephone is makes nobody older",
	  "姓名,身份证号,电话,关系\n李明," ID1 ",138,本人\n王芳," ID2 ",139,父亲\n", 2, 0, "",
	  NULL },
	{ "nor whose guardian is named, if numbers are empty or damaged",
	  "姓名,身份证号,监护人,与学生关系\n李明," ID1
	  ",李明,本人\n王芳,,王大,父亲\n赵敏,110000200709O10022,赵大,父亲\n",
	  3, 0, "3 id.empty 0\n4 id.character 13\n", NULL },
	{ "adult students have roles",
	  "姓名,身份证号,身份\n李明," ID1 ",学生\n王芳,110000200709010023,员工\n", 2, 0,
	  "3 id.checksum 18\n", NULL },
	{ "nor does a word that all rows have", "姓名,身份证号,身份\n李明," ID1 ",家长\n", 1, 0, "",
	  NULL },
	/* no student's data is quoted of a heading */
	{ "a number for a heading", "姓名," ID3 "\n李明," ID1 "\n", 1, 0, "",
	  "B 列的表头不认得，按内容当作身份证号\n" },
	{ "and a name", "赵六,身份证号\n李明," ID1 "\n", 1, 0, "",
	  "A 列的表头不认得，按内容当作姓名\n" },
	{ "both in one cell, full-width", "姓名１１０００020070901001４,身份证号\n李明," ID1 "\n",
	  1, 0, "", "A 列的表头不认得，按内容当作姓名\n" },
	{ "in a heading that is known and not used",
	  "姓名,身份证号,身份证号（" ID3 "）\n李明," ID1 "," ID1 "\n", 1, 0, "",
	  "C 列的表头也是身份证号，没有核对\n" },
	{ "headings of a database, and in English",
	  "XSXH,XSXM,XBMC,XSCSRQ,SFZH,Passport No.,Nationality\n2026001,李明,女,20070901," ID1
	  ",,中国\n",
	  1, 0, "2 id.sex 17\n", "姓名=B 列，身份证号=E 列，性别=C 列，出生日期=D 列，学号=A 列" },
	{ "parents are mentioned in how to fill it in",
	  "姓名（家长请勿填自己的）,身份证号（学生的，不是家长）\n李 明," ID1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=A 列，身份证号=B 列\n" },
	{ "English alone",
	  "English Name,Nationality,Passport Number\nIVANOV PETR,Russia,751234567\n", 1, 0, "",
	  "姓名=A 列，身份证号=C 列\n" },
	{ "the only name is in English",
	  "序号,英文姓名,国籍,护照号\n1,IVANOV PETR,俄罗斯,751234567\n", 1, 0, "",
	  "姓名=B 列，身份证号=D 列\n\n" },
	{ "a heading for a remark", "姓名,身份证号,备注\n李明," ID1 ",\n王芳,,姓名\n", 2, 0,
	  "3 id.empty 0\n", NULL },
	{ "a header is no rest of the row before it",
	  "学院,身份证号,学号,姓名\n法学," ID1 ",2026001\n身份证号,姓名,备注\n" ID2 ",王芳,\n", 2,
	  1, "2 name.empty 0\n", "从第 3 行的表头起，各列换了位置" },
	{ "tabs before the cells of a file with commas",
	  "\t姓名,\t身份证号,\t性别\n\t李明,\t" ID1 ",\t男\n\t王芳,\t" ID2 ",\t女\n\t赵六,\t" ID3
	  ",\t男\n",
	  3, 0, "0 name.space 0\n0 id.space 0\n", "逗号分隔" },
	{ "commas in the last column of a file with tabs",
	  "姓名\t身份证号\t住址（省,市,区）\n李明\t" ID1 "\t南京市,玄武区,1号\n王芳\t" ID2
	  "\t南京市,玄武区,1号\n",
	  2, 0, "", "制表符分隔" },
	{ "headings that may be values, all of a row", "学生,身份证\n李明," ID1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列\n" },
	{ "a class without entries is no table", H "学院：,专业：\n李明,\n", 1, 1, "3 id.empty 0\n",
	  "跳过 1 行：班级行（第 2 行）\n" },
	{ "columns change places below a word for a class",
	  "专业,姓名,身份证号\n软件,李明," ID1 "\n专业,身份证号,姓名\n软件," ID2 ",王芳\n", 2, 1,
	  "", "从第 3 行的表头起，各列换了位置" },
	{ "dates and words with a value in the number's column, without a name",
	  "考生号,姓名,身份证号\n26110000010001,李明," ID1
	  "\n2026年7月20日,,打印时间：2026-07-20 09:30:11\n,,填表日期 2026.9.1\n"
	  ",,联系电话13800000000\n班主任：张伟,,QQ群：123456789\n2026年9月1日,,2026-09-01\n"
	  ",,截止到2026年9月1日\n学校代码：10284,,文号：教学〔2026〕3号\n",
	  1, 7, "", NULL },
	{ "the same in the name's column, too; years in brackets",
	  H "李明," ID1
	    "\n学校代码：10284,学校名称：民族大学\n填表时间：,2026.9.3\n,（2026年9月）\n"
	    ",2026—2027学年第一学期\n",
	  1, 4, "", NULL },
	{ "a room, a version and a day of print in the number's column, without a name",
	  "姓名,身份证号\n李明," ID1 "\n,7栋302室\n,终稿（0901）\n,2026年8月28日制\n", 1, 3, "",
	  "跳过 3 行：说明 2 行（第 3–4 行），日期（第 5 行）" },
	{ "numbers with a word in them are students'",
	  H "李明," ID1 "\n,320102待补\n,军字第123456号\n", 3, 0,
	  "3 name.empty 0\n3 id.length 0\n3 id.character 7\n4 name.empty 0\n"
	  "4 id.other-document 0\n",
	  NULL },
	{ "an example without a name", "姓名,身份证号\n李明," ID1 "\n,样例：110101199001011234\n",
	  1, 1, "", NULL },
	{ "documents without a name are students'",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n,,护照E12345678\n,,台胞证：12345678\n,,E12345678\n"
	  "5,,电话：13800000000\n",
	  5, 0,
	  "3 name.empty 0\n3 id.character 0\n4 name.empty 0\n4 id.character 0\n5 name.empty 0\n"
	  "5 id.other-document 0\n6 name.empty 0\n6 id.length 0\n",
	  NULL },
	{ "classes and kinds of students between students",
	  H "国际班,\n李明," ID1 "\n甲班,\n国防生,\nB班,\n低保,\n王芳," ID2 "\n库尔班,\n", 3, 5,
	  "4 roster.unread 0\n9 id.empty 0\n", NULL },
	{ "majors and other sections; those that may be a name are reported",
	  H "哲学,\n李明," ID1 "\n园艺,\n计算机,\n林学,\n土木,\n表演,\n如下,\n王芳," ID2
	    "\n辛苦了,\n海洋,\n",
	  2, 9,
	  "5 roster.unread 0\n6 roster.unread 0\n7 roster.unread 0\n11 roster.unread 0\n12 "
	  "roster.unread 0\n",
	  NULL },
	{ "the same words are names where another cell tells of a student",
	  "序号,学号,姓名,身份证号,性别\n1,2026010101,李明," ID1 ",男\n2,,林学,,\n,2026010103,园艺,"
	  ",\n,,海洋,,女\n5,,药学,无,\n,,安全," ID2 ",\n,,林学,2026010108,\n",
	  7, 0, "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n6 id.empty 0\n8 id.length 0\n", NULL },
	{ "an unknown word above a row that begins the numbering, or has the word in its class",
	  "序号,姓名,身份证号,班级\n,明德,,\n1,李明," ID1 ",1班\n,致远,,\n1,王芳," ID2
	  ",2班\n,卓越,,\n2,张伟," ID3 ",卓越2601\n,卓越,,\n3,赵六,320102200703150216,3班\n",
	  5, 3, "2 roster.unread 0\n8 id.empty 0\n", "跳过 3 行：班级行（第 2、4、6 行）" },
	{ "numbers of students who left",
	  "序号,学号,姓名,身份证号,性别\n1,2026010101,李明," ID1
	  ",男\n2,,已退学,,\n,2026010103,空号"
	  ",无,\n4,,,已转走,\n5,,（转专业）,,\n6,2026010106,李明,已退学,男\n7,,休学,,\n",
	  3, 4, "7 id.character 1\n8 name.empty 0\n8 id.empty 0\n",
	  "跳过 4 行：空号（第 3–6 行）" },
	{ "words in place of the number, with counts and dates",
	  "姓名,身份证号,性别\n李明," ID1 ",男\n江苏省,12人,\n国防生,2,\n新生,2026年9月1日,\n"
	  ",卓越班,\n,师范生,2\n,审核 李大,\n,来源：,\n王芳," ID2 ",女\n,项伟,\n",
	  2, 8, "3 roster.unread 0\n5 roster.unread 0\n6 roster.unread 0\n11 roster.unread 0\n",
	  NULL },
	{ "footers over several cells, with counts below the sex and digits below the student "
	  "number",
	  "序号,学号,姓名,性别,身份证号,备注\n1,2026010101,李明,男," ID1 ",\n男生：,2,女生：,1,,\n"
	  "同意上报,,张静,,2026.9.1,\nQQ群,123456789,,,,\n备注,请核对身份证号,,,,\n"
	  "计算机学院,软件工程,2601班,,,\n应到人数,2,实到人数,2,未到,\n2,2026010102,王芳,女," ID2
	  ",\n",
	  2, 6, "", NULL },
	{ "marks of papers and templates, times, helpers",
	  H "李明," ID1 "\n背面,\n指纹,\n已删除,\n测试,\ntest,\n请选择,\n分隔线,\n学长,\n"
	    "张静（辅导员）,\n没有了,\n,9:00-10:00\n,班助\n王芳," ID2 "\n张静（班长）,\n",
	  3, 12, "16 id.empty 0\n16 name.character 3\n", NULL },
	{ "an ending of words for many students behind a rare surname is reported",
	  H "李明," ID1 "\n支明生,\n农科生,\n交换生,\n尤明生,\n王芳," ID2 "\n", 3, 3,
	  "3 roster.unread 0\n4 roster.unread 0\n6 id.empty 0\n", NULL },
	{ "signatures, contacts and counts in the columns of students",
	  "序号,姓名,性别,身份证号,班级\n1,李明,男," ID1 ",1班\n联系人：,张静,电话：,13800000000,\n"
	  "经办人,张静,电话,13800000000,\n制表人：,王芳,审核人：,李大,\n女生：,1,男生：,1,\n"
	  "软件工程,,,2601班,\n2,王芳,女,13800000000,1班\n",
	  2, 5, "8 id.length 0\n", NULL },
	{ "a signature beside a number's column that is filled in every row",
	  "序号,姓名,备注,学号,身份证号\n1,李明,,2026010101," ID1 "\n2,王芳,,2026010102," ID2
	  "\n制表人：,王芳,审核人：,李大,\n",
	  2, 1, "", NULL },
	{ "footers in traditional characters and English",
	  H "李明," ID1
	    "\n合計,2\n小計,\n備註,\n轉下頁,\n第 1 頁 共 2 頁,\n蓋章：,\n輔導員簽字：,\n"
	    "Signature,\nAverage,\nApproved by,\nMale,\n王芳," ID2 "\n",
	  2, 11, "", NULL },
	{ "classes with names of their own, campuses, companies of a drill",
	  H "元培班,\n李明," ID1
	    "\n英才班,\nACM班,\n泰山学堂,\n仙林校区,\n一连,\n上午场,\n王芳," ID2
	    "\n王选班,\n古尔班,\n",
	  4, 7, "2 roster.unread 0\n4 roster.unread 0\n11 id.empty 0\n12 id.empty 0\n", NULL },
	{ "a table of groups", H "李明," ID1 "\n\nQQ群,群号\n新生群,123456789\n", 1, 2,
	  "5 roster.unread 0\n", "跳过 2 行：另一张表（第 4–5 行）\n" },
	{ "the same in the columns of name and number",
	  "姓名,身份证号,性别\n李明," ID1 ",男\n地址：南京市,邮编：210000,\n软件工程,2601班,\n"
	  "计算机学院,软件工程,\n页脚,,\n同上,,\n王芳," ID2 ",女\n",
	  2, 5, "", NULL },
	{ "roles with a name, numbers of papers, ends",
	  H "班长李明,\n李明," ID1 "\nNo.20260001,\n,No.20260001\n审核 李大,\n盖章,\n完毕,\n"
	    "此处空白,\n附表1,\nSheet2,\n王芳," ID2 "\n班长," ID3 "\n",
	  3, 9, "13 name.empty 0\n", NULL },
	{ "an unknown word of two ideographs below students who all have numbers",
	  H "李明," ID1 "\n王芳," ID2 "\n至善,\n", 2, 1, "4 roster.unread 0\n", NULL },
	{ "a surname, three ideographs, or a student without a number above: a name",
	  H "李明," ID1 "\n项伟强,\n赵敏,\n项伟,\n", 4, 0,
	  "3 id.empty 0\n4 id.empty 0\n5 id.empty 0\n", NULL },
	/* columns */
	{ "headings below those of groups",
	  "序号,学生信息,,家长信息,\n,姓名,身份证号,姓名,身份证号\n"
	  "1,李明," ID1 ",李大,110000197809010017\n",
	  1, 0, "", "姓名=B 列，身份证号=C 列\n" },
	{ "who leads the class, above the headings: no number is a guardian's",
	  "班级：1班,班主任：张伟\n" H "李 明," ID1 "\n王芳," ID2 "\n", 2, 0, "3 name.space 2\n",
	  NULL },
	{ "such cells in other columns",
	  "计科1班,,班长：李明,联系人：王芳,\n序号,考生号,姓名,身份证号,出生日期\n"
	  "1,26110000000011,李 明," ID1 ",2007/9/1\n2,26110000000012,王芳," ID2 ",2007/9/1\n",
	  2, 0, "3 name.space 2\n", NULL },
	{ "the same to be signed", "法学院,家长签字：\n" H "李 明," ID1 "\n王芳," ID2 "\n", 2, 0,
	  "3 name.space 2\n", NULL },
	{ "the same above a second header in another order",
	  H "李明," ID1 "\n班级：1班,家长签字：,\n身份证号,姓名,性别\n" ID2 ",王 芳,\n", 2, 2,
	  "5 name.space 2\n", NULL },
	{ "headings of merged cells, in two rows",
	  "序号,姓名,证件信息,,备注\n,,证件类型,证件号码,\n1,李明,居民身份证," ID1 ",\n", 1, 0, "",
	  "姓名=B 列，身份证号=D 列，证件类型=C 列\n" },
	{ "the same, and a guardian's name and number below",
	  "序号,姓名,证件,,监护人,\n,,类型,号码,姓名,身份证号\n1,李明,居民身份证," ID1
	  ",李大,110000197809010017\n",
	  1, 0, "", "姓名=B 列，身份证号=D 列，证件类型=C 列\n" },
	{ "by other words for them",
	  "姓名,证件,,家庭住址\n,种类,证号,\n李明,居民身份证," ID1 ",北京\n", 1, 0, "",
	  "姓名=A 列，身份证号=C 列，证件类型=B 列\n\n" },
	{ "by a word that is a heading by itself",
	  "姓名,证件,,监护人,,\n,名称,编号,姓名,证件名称,编号\n李明,居民身份证," ID1
	  ",李大,居民身份证,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "below a title of several items",
	  "姓名,身份信息,监护人信息,\n,号码,姓名,证件号码\n李明," ID1 ",李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "below what is a heading by itself",
	  "姓名,身份证,,紧急联系人,\n,号码,有效期,姓名,电话\n李明," ID1 ",20360901,李大,138\n", 1,
	  0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "the number in the second of those columns",
	  "姓名,身份证,,紧急联系人,\n,类型,号码,姓名,电话\n李明,居民身份证," ID1 ",李大,138\n", 1,
	  0, "", "姓名=A 列，身份证号=C 列" },
	{ "in the third one", "学号,身份证,,\n,姓名,有效期,号码\n1,李明,20360901," ID1 "\n", 1, 0,
	  "", "姓名=B 列，身份证号=D 列" },
	{ "relatives below",
	  "姓名,身份证,,家庭成员,,\n,号码,有效期,称谓,姓名,身份证号\n李明," ID1
	  ",20360901,父亲,李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "a person who is not known below",
	  "姓名,证件,,接站人,\n,类型,号码,姓名,身份证号\n李明,居民身份证," ID1
	  ",李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列" },
	{ "merged cells filled up, and again on the next page",
	  "姓名,身份证,身份证,监护人,监护人\n姓名,有效期,号码,姓名,电话\n李明,20360901," ID1
	  ",李大,138\n姓名,身份证,身份证,监护人,监护人\n姓名,有效期,号码,姓名,电话\n王 "
	  "芳,20360901," ID2 ",李大,138\n",
	  2, 2, "6 name.space 2\n",
	  "姓名=A 列，身份证号=C 列\nD 列的表头“姓名”也是姓名，没有核对\n跳过 2 行：重复的表头（第 "
	  "4–5 行）\n\n" },
	{ "merged cells in three rows",
	  "学生信息,,,家庭信息,,\n姓名,证件,,姓名,证件,\n,类型,号码,,类型,号码\n李明,"
	  "居民身份证," ID1 ",李大,居民身份证,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "the student's number in the third one, a relative's in the second",
	  "学生信息,,,家庭信息,,\n姓名,证件,,姓名,身份证,\n,类型,号码,,号码,有效期\n李明,"
	  "居民身份证," ID1 ",李大,110000197809010017,20360901\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "merged cells with blanks in the words",
	  "姓 名,证 件,,监 护 人,\n,类 型,号 码,姓 名,身份证号\n李明,居民身份证," ID1
	  ",李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "the sexes of a class of girls behind their parents",
	  "姓名,身份证号,家长姓名,性别\n王芳," ID2 ",王大,女\n陈静,110000200709010049,陈大,女\n", 2,
	  0, "", "性别=D 列\n" },
	{ "the same of a class beside the empty column of birth dates",
	  "姓名,身份证号,家长姓名,性别,出生日期\n李明," ID1 ",刘婷,男,\n王芳," ID2 ",张静,女,\n", 2,
	  0, "", "性别=D 列，出生日期=E 列\n" },
	{ "the sex of fathers, of whom few students have another",
	  "姓名,身份证号,家长姓名,性别\n李明," ID1 ",李大,男\n赵六," ID3
	  ",赵大,男\n周九,110000200709010057,周大,男\n王芳," ID2 ",王大,男\n",
	  4, 0, "", "D 列的表头“性别”跟在别人的一列后面" },
	{ "the sexes of parents, of whom a third have another than the student",
	  "姓名,身份证号,家长姓名,性别\n李明," ID1 ",刘婷,女\n赵六," ID3 ",赵大,男\n王芳," ID2
	  ",张静,女\n",
	  3, 0, "", "D 列的表头“性别”跟在别人的一列后面" },
	{ "other numbers without a name beside them, or the student's again",
	  "姓名,身份证号,,\n李明," ID1 ",," ID2 "\n王芳," ID2 ",机制2601," ID3
	  "\n孙八,110000200709010049,6," ID1 "\n周九,110000200709010057,周九,"
	  "110000200709010057\n",
	  4, 0, "0 roster.unread 0\n", "D 列里像是别人的姓名或号码" },
	{ "such numbers beside remarks",
	  "姓名,身份证号,备注,其他\n李明," ID1 ",台州," ID2 "\n王芳," ID2 ",陈述," ID3 "\n赵六," ID3
	  ",刘洋,见110000200709010049\n孙八,110000200709010049,孙八,"
	  "110000200709010049\n周九,110000200709010057,,陈静2601 " ID1
	  "\n张伟,110000200709010065,,陈静1" ID1 "\n",
	  6, 0, "0 roster.unread 0\n", "D 列里像是别人的姓名或号码" },
	{ "a second header that begins with 备注 and has 身份证",
	  "姓名,身份证号,性别\n李明," ID1 ",男\n备注,地址,身份证,性别,姓名\n走读,北京," ID2
	  ",女,王 芳\n",
	  2, 1, "4 name.space 2\n",
	  "跳过 1 行：重复的表头（第 3 行）\n从第 3 行的表头起，各列换了位置：姓名=E "
	  "列，身份证号=C 列" },
	{ "students above in a table without ID numbers, one with a telephone",
	  "姓名,考生号\n李明,26110000010001\n王芳,13800001111\n" H "赵六," ID3 "\n", 3, 2,
	  "2 id.empty 0\n3 id.empty 0\n3 candidate.format 0\n", NULL },
	{ "a row cut behind the dot of a name, before a whole row, and one without a dot",
	  H "李明," ID1 "\n艾力·\n买买提," ID2 "\n王\n王芳," ID3 "\n", 4, 1,
	  "3 roster.columns 0\n5 name.short 0\n5 id.empty 0\n", NULL },
	{ "items of a class are no headings of another table",
	  H "李明," ID1 "\n学院：,专业：\n王芳,\n", 2, 1, "4 id.empty 0\n", NULL },
	{ "a short text below a total, which may be a student's",
	  H "李明," ID1 "\n合计,2\n支敏明,\n", 1, 2, "4 roster.unread 0\n", NULL },
	{ "a single character alone in a short row",
	  "姓名,身份证号,班级,备注\n李明," ID1 ",1,\n王\n", 2, 0, "3 name.short 0\n3 id.empty 0\n",
	  NULL },
	{ "a numbered row with a single character that begins no name",
	  "序号,姓名,身份证号\n1,李明," ID1 "\n2,王芳," ID2 "\n3,某,\n", 3, 0,
	  "4 name.short 0\n4 id.empty 0\n", NULL },
	{ "groups of people, with codes of a sex for counts",
	  "姓名,性别,身份证号\n李明,1," ID1 "\n王芳,2," ID2 "\n党员,2,\n男生,1,\n其中,2,\n", 2, 3,
	  "4 roster.unread 0\n6 roster.unread 0\n", NULL },
	{ "a name that is a heading, too, beside headings and above counts",
	  "姓名,身份证号,班级,备注\n李明," ID1 ",1,\n陈数,组长,组别,\n甲,3,2,\n", 2, 1,
	  "3 id.character 1\n", NULL },
	{ "a name in the number's column above counts", H "李明," ID1 "\n\n签到,王芳\n一,2\n", 2, 1,
	  "4 roster.columns 0\n", NULL },
	{ "texts with digits are no headings of another table",
	  H "李明," ID1 "\n\n3组,302室\n王芳,2\n", 2, 1, "5 id.length 0\n", NULL },
	{ "students in other tables: a passport, a type of document, an ID number of 15 digits",
	  "姓名,身份证号,证件类型\n李明," ID1 ",居民身份证\n\n姓名,电话,\n旦木,E12345678,\n\n"
	  "负责人,房间,备注\n旦木,,护照\n旦木,110000070901005,\n",
	  2, 4, "4 roster.unread 0\n5 roster.unread 0\n8 roster.unread 0\n9 id.fifteen 0\n", NULL },
	{ "two students in each row from the second header on",
	  "姓名,身份证号,,\n李明," ID1 ",,\n姓名,身份证号,姓名,身份证号\n王芳," ID2 ",赵六," ID3
	  "\n孙八,110000200709010049,,\n",
	  3, 1, "4 roster.columns 0\n", "这一行里有两个证件号码：一人一行，拆成两行。" },
	{ "the same, where a spreadsheet numbered the headings",
	  H "李明," ID1 "\n姓名,身份证号,姓名2,身份证号2\n王芳," ID2 ",赵六," ID3 "\n", 2, 1,
	  "4 roster.columns 0\n", NULL },
	{ "no headings above the second students, who are fewer",
	  "姓名,身份证号,,\n李明," ID1 ",王芳," ID2 "\n赵六," ID3 ",,\n孙八,110000200709010049,,\n",
	  3, 0, "2 roster.columns 0\n", "这一行里有两个证件号码：一人一行，拆成两行。" },
	{ "none above the first ones",
	  ",,姓名,身份证号\n李明," ID1 ",王芳," ID2 "\n赵六," ID3 ",,\n", 2, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n", NULL },
	{ "none, more cells between, and remarks behind",
	  "序号,姓名,身份证号, ,,,,备注\n1,李　明," ID1 ",2,王　芳,女,'" ID2 ",走读\n3,赵六," ID3
	  ",,,,,走读\n",
	  2, 0, "2 roster.columns 0\n", NULL },
	{ "none in the second header",
	  H "李明," ID1 "\n姓名,身份证号,,\n王芳," ID2 ",赵六," ID3 "\n", 2, 1,
	  "4 roster.columns 0\n", NULL },
	{ "none in both",
	  "姓名,身份证号,,\n李明," ID1 ",王芳," ID2 "\n姓名,身份证号,,\n赵六," ID3
	  ",孙八,110000200709010049\n",
	  2, 1, "2 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "parents without headings, and a student's name and number again",
	  "姓名,身份证号,,\n李明," ID1 ",李大,320102197809010014\n王芳," ID2 ",王芳," ID2 "\n", 2,
	  0, "", NULL },
	{ "none, to the right of an address",
	  "姓名,身份证号,家庭住址,,\n李明," ID1 ",南京市,王芳," ID2 "\n赵六," ID3 ",南京市,,\n", 2,
	  0, "2 roster.columns 0\n", NULL },
	{ "of a class teacher, whose own column says who it is; the number first",
	  "姓名,身份证号,班主任姓名,,\n李明," ID1 ",张静," ID2 ",王芳\n", 1, 0,
	  "2 roster.columns 0\n", NULL },
	{ "of a parent's telephone, behind the parent",
	  "姓名,身份证号,父亲,家长电话,,\n李明," ID1 ",李大,138,王芳," ID2 "\n", 1, 0,
	  "2 roster.columns 0\n", NULL },
	{ "of an address, in a line below the first",
	  "学生,,住址,,\n姓名,身份证号,省,,\n李明," ID1 ",江苏,王芳," ID2 "\n", 1, 0,
	  "3 roster.columns 0\n", NULL },
	{ "the same ones again, behind an address",
	  "姓名,身份证号,家庭住址,姓名,身份证号,家庭住址\n李明," ID1 ",南京市,王芳," ID2
	  ",南京市\n赵六," ID3 ",南京市,,,\n",
	  2, 0, "2 roster.columns 0\n", "这一行里有两个证件号码：一人一行，拆成两行。" },
	{ "the same ones again, behind a contact",
	  "序号,姓名,性别,身份证号,紧急联系人,序号,姓名,性别,身份证号,紧急联系人\n1,李明,男," ID1
	  ",李大,2,王芳,女," ID2 ",王大\n",
	  1, 0, "2 roster.columns 0\n", NULL },
	{ "the same ones again, each with a relation",
	  "姓名,身份证号,与本人关系,姓名,身份证号,与本人关系\n李明," ID1 ",父子,王芳," ID2
	  ",父女\n",
	  1, 0, "2 roster.columns 0\n", NULL },
	{ "the same ones again in two lines",
	  "姓名,身份证号,家庭,,姓名,身份证号,家庭,\n,,住址,电话,,,住址,电话\n李明," ID1
	  ",南京市,1,王芳," ID2 ",南京市,1\n",
	  1, 0, "3 roster.columns 0\n", NULL },
	{ "the same ones again, of the contact, who is older, one a sister; also below them",
	  "姓名,身份证号,家长电话,姓名,身份证号\n李明," ID1 ",1,李大,320102197809010014\n王芳," ID2
	  ",1,王静,110000200709010049\n赵六," ID3
	  ",1,赵大,320102197809010014\n姓名,身份证号,家长电话,姓名,身份证号\n"
	  "陈静,11000020070901009X,1,陈明,110000200709010049\n",
	  4, 1, "", NULL },
	{ "the same ones again, above a narrower header",
	  "姓名,身份证号,家庭住址,姓名,性别,身份证号\n李明," ID1 ",南京市,王芳,女," ID2
	  "\n姓名,身份证号\n赵六," ID3 ",南京市,陈静,女,110000200709010049\n",
	  2, 1, "2 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "the same ones again, in the second header only",
	  "姓名,身份证号\n李明," ID1 "\n姓名,身份证号,家庭住址,姓名,身份证号\n赵六," ID3
	  ",南京市,陈静,110000200709010049\n",
	  2, 1, "4 roster.columns 0\n", NULL },
	{ "of remarks, in some rows",
	  "姓名,身份证号,备注,\n李明," ID1 ",,\n王芳," ID2 ",赵六," ID3
	  "\n陈静,110000200709010049,同学王芳代领," ID2 "\n",
	  3, 0, "3 roster.columns 0\n", "这一行里有两个证件号码：一人一行，拆成两行。" },
	{ "of sex and class, or of an address and a telephone",
	  "姓名,身份证号,性别,班级\n李明," ID1 ",王芳," ID2
	  "\n姓名,身份证号,家庭住址,电话\n赵六," ID3 ",陈静,110000200709010049\n",
	  2, 1, "2 roster.columns 0\n4 roster.columns 0\n", NULL },
	{ "of remarks, all in one cell; but a sentence, a number alone",
	  "姓名,身份证号,备注\n李明," ID1 ",王芳，" ID2 "\n王芳," ID2 ",同学赵六" ID3 "\n赵六," ID3
	  "," ID1 "\n",
	  3, 0, "2 roster.columns 0\n", NULL },
	{ "of remarks, behind the own name", "身份证号,姓名,备注\n" ID1 ",李明," ID2 "\n", 1, 0, "",
	  NULL },
	{ "people of whom the headings say who they are",
	  "姓名,身份证号,监护人,备注\n李明," ID1 ",王芳," ID2
	  "\n姓名,身份证号,同桌,同桌号码\n赵六," ID3
	  ",陈静,110000200709010049\n姓名,身份证号,同桌姓名,备注\n王芳," ID2
	  ",陈静,110000200709010049\n",
	  3, 2, "", NULL },
	{ "with a surname that few have", "姓名,身份证号,,\n李明," ID1 ",其美," ID2 "\n", 1, 0,
	  "2 roster.columns 0\n", NULL },
	{ "beside a parent",
	  "姓名,身份证号,,,,\n李明," ID1 ",李大,320102197809010014,赵六," ID3 "\n", 1, 0,
	  "2 roster.columns 0\n", NULL },
	{ "none in the whole roster",
	  "李明," ID1 ",南京市,\n王芳," ID2 ",南京市,\n赵六," ID3
	  ",孙八,110000200709010049\n陈静,11000020070901009X,南京市,\n",
	  4, 0, "3 roster.columns 0\n", NULL },
	{ "none below a narrower header",
	  "姓名,身份证号,,\n李明," ID1 ",,\n姓名,身份证号\n王芳," ID2 ",赵六," ID3 "\n", 2, 1,
	  "4 roster.columns 0\n", NULL },
	{ "a parent's, and the own number again, to the right of an address",
	  "姓名,身份证号,家庭住址,,\n李明," ID1 ",南京市,李大,320102197809010014\n王芳," ID2
	  ",南京市,王芳," ID2 "\n",
	  2, 0, "", NULL },
	{ "the own number again, without a name",
	  "姓名,身份证号,家庭住址,\n李明," ID1 ",南京市," ID1 "\n", 1, 0, "", NULL },
	{ "people who are as old: numbered, in a relation, of a family",
	  "姓名,身份证号,紧急联系人1,,\n李明," ID1 ",同学,王芳," ID2
	  "\n姓名,身份证号,与本人关系,,\n赵六," ID3
	  ",姐,赵七,110000200709010049\n姓名,身份证号,家长信息,,\n王芳," ID2
	  ",姐,王静,110000200709010049\n",
	  3, 2, "", NULL },
	{ "a family in the line above",
	  "基本信息,,家庭成员信息,,\n姓名,身份证号,,,\n李明," ID1 ",妹,王芳," ID2 "\n", 1, 0, "",
	  NULL },
	{ "who they are in the upper one of two lines",
	  "学号,姓名,证件信息,,同桌,同桌号码\n,,证件类型,证件号码,,\n1,李明,居民身份证," ID1
	  ",王芳," ID2 "\n",
	  1, 0, "", NULL },
	{ "other people's headings over several columns",
	  "姓名,身份证号,配偶,,\n李明," ID1 ",夫,王芳," ID2 "\n", 1, 0, "", NULL },
	{ "a person who is not known", "姓名,身份证号,接站人,,\n李明," ID1 ",学姐,王芳," ID2 "\n",
	  1, 0, "", NULL },
	{ "a family",
	  "姓名,身份证号,家庭情况,,\n李明," ID1 ",弟弟,王芳," ID2
	  "\n姓名,身份证号,家庭,,\n赵六," ID3 ",弟弟,王芳," ID2
	  "\n姓名,身份证号,家庭信息,,\n王芳," ID2 ",弟弟,李明," ID1 "\n",
	  3, 2, "", NULL },
	{ "relatives in the line above",
	  "学生,,家庭成员,,\n姓名,身份证号,,,\n李明," ID1 ",妹,王芳," ID2 "\n", 1, 0, "", NULL },
	{ "a bare name behind the kinship of a student who is named as one is a relative's",
	  "学生姓名,身份证号,关系,姓名,电话\n李明," ID1 ",父亲,李大,13812345678\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列\n" },
	{ "the same behind 称谓",
	  "学生姓名,学号,身份证号,称谓,姓名\n李明,2026001," ID1 ",父亲,李大\n", 1, 0, "",
	  "姓名=A 列，身份证号=C 列" },
	{ "the same behind 家长", "学生姓名,身份证号,家长,姓名\n李明," ID1 ",李大,李大\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "the same behind one who is not known",
	  "学生姓名,身份证号,收件人,姓名\n李明," ID1 ",李大,李大\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "the relative's number goes with the name",
	  "学生姓名,身份证号,关系,姓名,身份证号\n李明," ID1 ",父亲,李大," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "a name without a number beside a student's name and number",
	  "姓名,学生姓名,学生身份证号\n李大,李明," ID1 "\n", 1, 0, "", "姓名=B 列，身份证号=C 列" },
	{ "a relative's number before a student's name and number",
	  "姓名,与学生关系,身份证号,学生姓名,学生身份证号\n李大,父亲," PARENT1 ",李明," ID1 "\n", 1,
	  0, "", "姓名=D 列，身份证号=E 列" },
	{ "a name takes its sex along",
	  "姓名,性别,学生姓名,学生性别,学生身份证号\n王大,男,王芳,女," ID2 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=E 列，性别=D 列" },
	{ "a borrower's number is not the student's, however young",
	  "借款人姓名,身份证号,姓名,身份证号码\n李明," ID1 ",王芳," ID2 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列" },
	{ "a number right behind the father is his",
	  "姓名,身份证件号码（本人）,父亲,身份证号\n李明," ID1 ",李大," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "of two names with numbers the younger is the student",
	  "姓名,身份证号,学生姓名,学生身份证号\n李大," PARENT1 ",李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列" },
	{ "the younger one with the worse heading",
	  "学生姓名,学生身份证号,姓名,身份证号\n李明," ID1 ",李大," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "a number behind the father, and the student's below a heading that is none",
	  "父亲,身份证号,姓名,证件\n李大," PARENT1 ",李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列" },
	{ "the same behind the student's",
	  "姓名,证件,父亲,身份证号\n李明," ID1 ",李大," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "a child's number",
	  "孩子姓名,孩子身份证号,姓名,身份证号\n李明," ID1 ",李大," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列" },
	{ "a database's headings of two people",
	  "XM,SFZH,XSXM,XSSFZH\n李大," PARENT1 ",李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列" },
	{ "a heading whose word is split over two lines",
	  "序,姓,身份证,家长\n号,名,号码,姓名\n1,李明," ID1 ",李大\n", 1, 0, "",
	  "姓名=B 列，身份证号=C 列" },
	{ "the number of a parent below the exact heading, that of the student below another",
	  "姓名,本人身份证号,家长姓名,身份证号\n李明," ID1 ",李强,110000197611051358\n王芳," ID2
	  ",王强,110000197508016052\n",
	  2, 0, "", "姓名=A 列，身份证号=B 列\nD 列的表头“身份证号”也是身份证号，没有核对\n\n" },
	{ "that of a parent before the student's, below the same heading",
	  "父亲姓名,身份证号,姓名,身份证号\n李强,110000197611051358,李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列\nB 列的表头“身份证号”也是身份证号，没有核对\n\n" },
	{ "and below one that is as exact",
	  "学号,姓名,监护人,身份证号,身份证号码\n1,李明,李强,110000197611051358," ID1 "\n", 1, 0,
	  "", "姓名=B 列，身份证号=E 列，学号=A 列（只用来认人）\nD 列的表头" },
	{ "the number of a child is not the student's",
	  "姓名,身份证号,子女姓名,子女身份证号\n李强,110000197611051358,李明," ID1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列\n" },
	{ "the same two lines of headings again",
	  "本人证件,基本信息,监护人\n号码,姓名,身份证号\n" ID1 ",李明,110000197611051358\n"
	  "本人证件,基本信息,监护人\n号码,姓名,身份证号\n" ID2 ",王芳,110000197508016052\n",
	  2, 2, "", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "people below merged headings",
	  "姓名,,身份证号,\n家长,学生,家长,学生\n李强,李明," PARENT1 "," ID1 "\n王刚,王 芳," PARENT2
	  "," ID2 "\n",
	  2, 0, "4 name.space 2\n",
	  "姓名=B 列，身份证号=D 列\nA 列的表头“家长”也是姓名，没有核对\nC 列的表头“家长”也是"
	  "身份证号，没有核对\n\n" },
	{ "the same, filled up",
	  "姓名,姓名,身份证号,身份证号\n父,本人,父,本人\n李强,李明," PARENT1 "," ID1 "\n", 1, 0, "",
	  "姓名=B 列，身份证号=D 列\n" },
	{ "below kinds and numbers of documents, on the next page in another order",
	  "新生名单,,,,,,\n学号,姓名,,类型,,号码,\n,考生,母,考生,母,考生,母\n1,李明,李兰,"
	  "居民身份证,居民身份证," ID1 "," PARENT1 "\n学号,姓名,,类型,,号码,\n,母亲,考生,母亲,考生,"
	  "母亲,考生\n2,王兰,王 芳,居民身份证,居民身份证," PARENT2 "," ID2 "\n",
	  2, 2, "7 name.space 2\n",
	  "跳过 2 行：重复的表头（第 5–6 行）\n从第 5 行的表头起，各列换了位置：姓名=C "
	  "列，身份证号=G 列，"
	  "证件类型=E 列，学号=A 列（只用来认人）\n\n" },
	{ "people before their numbers, one of whom has none",
	  "父亲,身份证,母亲,身份证,本人,身份证\n李强," PARENT1 ",李兰," PARENT2 ",李明," ID1
	  "\n王刚," PARENT2 ",王兰," PARENT1 ",王芳,\n",
	  2, 0, "3 id.empty 0\n",
	  "姓名=E 列，身份证号=F 列\nB 列的表头“身份证”也是身份证号，没有核对\n\n" },
	{ "kinds and numbers of documents below people",
	  "学生,,,监护人,,\n姓名,类型,号码,姓名,类型,号码\n李明,居民身份证," ID1
	  ",李强,居民身份证," PARENT1 "\n",
	  1, 0, "", "姓名=A 列，身份证号=C 列，证件类型=B 列\n" },
	{ "a number below one, an ID number below the other",
	  "父亲,,考生,\n姓名,身份证号,姓名,证号\n李强," PARENT1 ",李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列\n" },
	{ "a relation before the relative",
	  "姓名,身份证号,称谓,姓名,身份证号\n李明," ID1 ",父亲,李强," PARENT1 "\n", 1, 0, "",
	  "姓名=A 列，身份证号=B 列\n\n" },
	{ "and the relative before the student",
	  "关系,姓名,身份证号,姓名,身份证号\n父亲,李强," PARENT1 ",李明," ID1 "\n", 1, 0, "",
	  "姓名=D 列，身份证号=E 列\n" },
	{ "the groups in another order on the next page, and as they were on the last one",
	  "新生名单,,,,\n班级,联系人,,本人,\n,姓名,身份证号,姓名,身份证号\n1班,李强," PARENT1
	  ",李明," ID1 "\n班级,本人,,联系人,\n,姓名,身份证号,姓名,身份证号\n1班,王 芳," ID2
	  ",王刚," PARENT2 "\n班级,联系人,,本人,\n,姓名,身份证号,姓名,身份证号\n1班,赵强," PARENT1
	  ",赵六," ID3 "\n",
	  3, 4, "7 name.space 2\n",
	  "跳过 4 行：重复的表头（第 5–6、8–9 行）\n从第 5 行的表头起，各列换了位置：姓名=B 列，"
	  "身份证号=C 列\n从第 8 行的表头起，各列换了位置：姓名=D 列，身份证号=E 列\n\n" },
	{ "in three lines",
	  "学生,,,家长,,\n姓名,证件,,姓名,证件,\n,类型,号码,,类型,号码\n李明,居民身份证," ID1
	  ",李强,居民身份证," PARENT1 "\n家长,,,学生,,\n姓名,证件,,姓名,证件,\n,类型,号码,,类型,"
	  "号码\n王刚,居民身份证," PARENT2 ",王 芳,居民身份证," ID2 "\n",
	  2, 3, "8 name.space 2\n",
	  "跳过 3 行：重复的表头（第 5–7 行）\n从第 6 行的表头起，各列换了位置：姓名=D "
	  "列，身份证号=F "
	  "列，证件类型=E 列\n\n" },
	{ "with a group of things",
	  "基本情况,基本情况,身份证件,父亲\n姓名,性别,号码,身份证\n李明,男," ID1 "," PARENT1
	  "\n基本情况,基本情况,身份证件,父亲\n姓名,性别,号码,身份证\n王芳,女," ID2 "," PARENT2 "\n",
	  2, 2, "", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "one group", "本人,\n姓名,号码\n李明," ID1 "\n本人,\n姓名,号码\n王 芳," ID2 "\n", 2, 2,
	  "6 name.space 2\n", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "words for people beside a rare name are no groups",
	  "姓名,身份证号,类别,家长\n李明," ID1
	  ",学生,父亲\n海,,学生,父亲\n姓名,身份证号,类别,家长\n"
	  "王芳," ID2 ",学生,父亲\n",
	  3, 1, "3 name.short 0\n3 id.empty 0\n", NULL },
	{ "a header with other marks between its cells",
	  "姓名,身份证号\n李明\t" ID1 "\n王芳\t" ID2 "\n", 2, 0, "",
	  "制表符分隔，没有认出表头，按内容认出的列\n" },
	{ "numbered guardians, and a number twice: the exact heading",
	  "姓名,身份证号,身份证号2,监护人姓名1,监护人身份证号1,监护人姓名2,"
	  "监护人身份证号2\n李明," ID1 "," ID2 ",李大," ID3 ",李二," ID3 "\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\nC 列的表头“身份证号2”也是身份证号，没有核对\n\n" },
	{ "such headings in both headers, where the second pair is empty",
	  "姓名,身份证号,姓名,身份证号\n李明," ID1 ",,\n姓名,身份证号,姓名,身份证号\n王芳," ID2
	  ",,\n",
	  2, 1, "", NULL },
	{ "a shorter header again: the rows are as wide as below the first",
	  "姓名,身份证号,班级,电话\n李明," ID1 ",1,2\n姓名,身份证号,班级\n王芳," ID2 ",1,2\n", 2, 1,
	  "", NULL },
	{ "such headings again on the next page",
	  "姓名,证件信息,,备注\n,证件类型,证件号码,\n李明,居民身份证," ID1 ",\n"
	  "姓名,证件信息,,备注\n,证件类型,证件号码,\n王芳,居民身份证," ID2 ",\n",
	  2, 2, "", "跳过 2 行：重复的表头（第 4–5 行）\n\n" },
	{ "headings below those of the family",
	  "基本信息,,家庭信息,\n姓名,身份证号码,姓名,身份证号码\n李明," ID1
	  ",李大,110000197809010017\n",
	  1, 0, "", "姓名=A 列，身份证号=B 列\nC 列的表头“姓名”也是姓名" },
	{ "a name in the number's cell, too: a student's, also where char is unsigned",
	  "姓名,身份证号\n王芳," ID1 "\n李明,李明\n", 2, 0, "3 id.character 1\n", NULL },
	{ "headings that are not exact, numbers of any form",
	  "人员姓名,第二代居民身份证号,出生,證照類型,民族成分,學工號\nLi "
	  "Ming,H12345678,2007-09,护照,汉,1\n",
	  1, 0, "",
	  "姓名=A 列，身份证号=B 列，出生日期=C 列，证件类型=D 列，民族=E 列，学号=F "
	  "列（只用来认人）\n" },
	{ "a pivot table's sums", "班,姓名,身份证号\n软件班,李明," ID1 "\n软件班 汇总,,1\n,,1\n", 1,
	  2, "", "跳过 2 行：合计、没有姓名和号码（第 3–4 行）\n" },
	{ "E notation in every form", H "李明,1.1e+17\n王芳,1.1E17\n赵六,1.10000200709010014E17\n",
	  3, 0,
	  "2 id.spreadsheet 0\n3 id.spreadsheet 0\n4 id.spreadsheet 0\n0 roster.spreadsheet 0\n",
	  "3 个证件号码成了科学计数" },
	{ "E notation without a point, and full-width", H "李明,1E+17\n王芳,３．２E＋17\n", 2, 0,
	  "2 id.spreadsheet 0\n3 id.spreadsheet 0\n0 roster.spreadsheet 0\n",
	  "表格软件把号码存成了科学计数" },
	{ "errors of formulas and E notation in candidate numbers",
	  "考生号,姓名,身份证号\n#N/A,李明," ID1 "\n#VALUE!,王芳," ID2 "\n3E+13,赵六," ID3 "\n", 3,
	  0, "2 candidate.spreadsheet 0\n3 candidate.spreadsheet 0\n4 candidate.spreadsheet 0\n",
	  "这是表格公式出错的标记，没有考生号，在原表里改好，重新导出。" },
	{ "what somebody says of himself", H "我叫刘洋," ID1 "\n", 1, 0, "2 name.character 1\n",
	  NULL },
	{ "names that begin with blanks", H "　　李 明,\n", 1, 0, "2 id.empty 0\n2 name.space 1\n",
	  "  第 2 行  李**" },
	{ "somebody else's name and number",
	  "班长姓名,導師姓名,姓名,18位身份证号\n甲乙,丙丁,李明," ID1 "\n", 1, 0, "",
	  "姓名=C 列，身份证号=D 列\n" },
	{ "a bank's number looks like one",
	  "姓名,银行卡号,证件\n李明,622202200709010014," ID1 "\n王芳,622202200709010022," ID2 "\n",
	  2, 0, "", "姓名=A 列，身份证号=C 列\n" },
	{ "codes of documents with zeros, words in capitals, permits of two names",
	  "姓名,有效证件类型,证件号码\n李明,06,H12345678\n王芳,0A,E12345678\n赵六,PASSPORT,"
	  "X1234567\n"
	  "钱七,9-境外永久居住证,932156200705200015\n孙八,0C,810000200705200019\n周九,1."
	  "居民身份证," ID1 "x\n",
	  6, 0, "7 id.character 19\n", NULL },
	{ "codes of documents",
	  "姓名,证件类型码,证件号码\n李明,01," ID1 "\n赵六,02-军官证,1234567\n", 2, 0,
	  "3 roster.unread 0\n", NULL },
	{ "headings of Taiwan", "姓名,身分證統一編號,電話\n李明," ID1 ",1\n", 1, 0, "", NULL },
	/* cells in other columns */
	{ "a number in a column of something else",
	  "姓名,身份证号,手机号,监护人身份证号\n李明,13800001111," ID1 ",\n王芳,,13800001112," ID2
	  "\n",
	  2, 0, "2 roster.columns 0\n3 id.empty 0\n", "“C 列”一格里有证件号码" },
	{ "a whole row in quotes", "序号,姓名,身份证号\n\"1,李明," ID1 "\"\n2,王芳," ID2 "\n", 2, 0,
	  "2 roster.columns 0\n", "“A 列”一格里有证件号码" },
	{ "two rows in one",
	  "姓名,身份证号,性别\n李明," ID1 ",男王芳," ID2 ",女\n赵六," ID3 ",男\n", 2, 0,
	  "2 roster.columns 0\n", "这一行里有两个证件号码" },
	{ "a comma in an address: the row is reported once",
	  "姓名,地址,身份证号,性别\n李明,江苏,南京," ID1 ",男\n王芳,广东," ID2 ",女\n", 2, 0,
	  "2 roster.columns 0\n", "这一行有 5 格，表头只有 4 格" },
	{ "quotes with backslashes",
	  "姓名,备注,身份证号\n\"李明\",\"说\\\"好\\\", 是\",\"" ID1 "\"\n", 1, 0,
	  "2 roster.quote 0\n", NULL },
	{ "names below other headings",
	  "学号,姓名,性别,身份证号\n1,男,李明," ID1 "\n王芳,2026002,女," ID2 "\n", 2, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n", "姓名像是写在“性别”一格里了" },
	{ "a name in the number's cell, and in its own what may be one",
	  "姓名,身份证号\n真日,张三\n王芳," ID2 "\n", 2, 0, "2 roster.columns 0\n",
	  "姓名像是写在“身份证号”一格里了" },
	{ "an ID number below another heading, and a name: neither is shown",
	  "学号,考生号,姓名,身份证号\n" ID1 ",,李明,\n王芳," ID2 ",王芳,2026010101\n", 2, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n",
	  "  第 2 行  李*\n      "
	  "“学号”一格里有证件号码：这一行错位了，或者没有用英文逗号隔开，各归各列。\n"
	  "  第 3 行  王*           2********1\n      “考生号”一格里" },
	{ "columns changed places in rows",
	  "序号,姓名,身份证号\n1," ID1 ",李明\n王芳," ID2 "\n3,赵六，" ID3 "\n", 3, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n4 roster.columns 0\n",
	  "  第 2 行  1*****************  李*\n      “姓名”一格里有证件号码" },
	{ "two students in one row",
	  H "\"李明\n王芳\",\"" ID1 "\n" ID2 "\"\n赵六," ID3 "、" ID1 "\n", 2, 0,
	  "2 roster.columns 0\n3 roster.columns 0\n",
	  "一格里有两个证件号码：两个人就拆成两行，一个号码写了两遍就删掉一遍。" },
	{ "days in English and in either order",
	  "姓名,身份证号,出生日期,性别\n李明," ID1 ",Sep-07,男（Male）\n王芳," ID2
	  ",1/9/2007,[2]女\n赵六," ID3 ",2/9/2007,1、男\n",
	  3, 0, "4 id.birth 7\n", NULL },
	{ "whose the rows of duplicates are",
	  "学号,姓名,身份证号\n1,李明," ID1 "\n2,王芳," ID2 "\n3,赵六," ID1 "\n4,王芳," ID2 "\n", 4,
	  0, "4 roster.duplicate-id 0\n5 roster.duplicate-id 0\n",
	  "  第 4 行  赵*           1****************4  学号 3\n      证件号码与第 2 行相同，"
	  "姓名却不同：至少有一行抄错了，照证件核对。\n"
	  "      第 2 行  李*           1****************4  学号 1\n  第 5 行  王*" },
	{ "the rows of a kind in their order, whenever they were found",
	  H "李 明," ID1 "\n 王三#芳," ID2 "\n", 2, 0,
	  "3 name.space 1\n3 name.character 4\n2 name.space 2\n",
	  "[name.space]  A 列\n  第 2 行  李**          1****************4\n" },
	{ "the first of two who contradict each other is not well-formed only",
	  H "李明," ID1 "\n王芳," ID1 "\n", 2, 0, "3 roster.duplicate-id 0\n",
	  "  格式对             0       0%\n  有错               1      50%\n"
	  "  要留意             1      50%\n" },
	{ "one who is entered twice, once with a blank", H "李明," ID1 "\n李 明," ID1 "\n", 2, 0,
	  "3 name.space 2\n3 roster.duplicate-id 0\n", "证件号码与第 2 行相同，姓名也相同" },
	{ "a student number alone tells who it is",
	  "学号,姓名,身份证号\n2026001,李明," ID1 "\n2026002,,\n", 2, 0,
	  "3 name.empty 0\n3 id.empty 0\n", "\n  第 3 行  学号 2026002\n      " },
	{ "sums of another kind, lines that go on, dots",
	  H "李明," ID1 "\n平均分,\n最高分：,1\n接上页,\n续表,\n……,……\n", 1, 5, "",
	  "跳过 5 行：合计 2 行（第 3–4 行），页码 2 行（第 5–6 行），分隔线（第 7 行）" },
	{ "a quote in the header swallows a student",
	  "姓名,\"身份证号\n李明\"," ID1 "\n王芳," ID2 "\n", 2, 0,
	  "1 roster.quote 0\n2 name.character 3\n", NULL },
	{ "who it is", "学号,姓名,身份证号\n2026001,李明,1\n", 1, 0, "2 id.length 0\n",
	  "号码的位数不对 [id.length]  C 列\n  第 2 行  李*           1  学号 2026001\n" },
	{ "a name in letters", "学号,姓名,身份证号\nLiMing,李明,1\n", 1, 0, "2 id.length 0\n",
	  "号码的位数不对 [id.length]  C 列\n  第 2 行  李*           1\n" },
	/* people of another generation than the headings say */
	{ "students below the headings of parents",
	  H "李明," ID1 "\n家长姓名,家长身份证号\n李大," PARENT1 "\n王芳," ID2 "\n赵六," ID3 "\n",
	  1, 4, "5 roster.unread 0\n6 roster.unread 0\n",
	  "  第 5 行  王*           1****************2\n"
	  "      这一行在家长或教师的表里，号码却像是学生的，没有核对："
	  "是学生，就在学生上面加一行表头“姓名”“身份证号”。\n  第 6 行" },
	{ "below a teacher's, and below the heading that is asked for",
	  H "李明," ID1 "\n班主任,班主任身份证号,班级\n张静," PARENT1 ",软件2班\n王芳," ID2 ",\n" H
	    "赵六," ID3 "\n",
	  2, 4, "5 roster.unread 0\n", "第 5 行  王*" },
	{ "below a title",
	  "教师名单,\n" H "张静," PARENT1 "\n王芳," ID2 "\n学生名单,\n" H "李明," ID1 "\n", 1, 4,
	  "4 roster.unread 0\n", "第 4 行  王*" },
	{ "but no contacts, relatives, teachers of 24, or numbers with a mistake",
	  H "李明," ID1 "\n联系人姓名,联系人身份证号\n王芳," ID2
	    "\n家长身份证号,关系,家长姓名\n" ID2 ",姐姐,王芳\n教师姓名,教师身份证号,\n张静," YOUNG
	    ",\n张伟,110000200709010023,\n",
	  1, 7, "", NULL },
	{ "numbers behind fathers who are as old",
	  "姓名,父亲,身份证号\n李明,李大," PARENT1 "\n王芳,王大," PARENT2 "\n", 2, 0,
	  "0 roster.unread 0\n",
	  "C 列跟在家长后面，号码多半是家长的，当作学生的核对了："
	  "是家长的，表头就写“家长身份证号”，另加一列学生的“身份证号”。" },
	{ "the same in a row below that of the fathers, behind guardians",
	  "姓名,监护人姓名,证件,\n,,类型,号码\n李明,李大,身份证," PARENT1
	  "\n王芳,王大,身份证," PARENT2 "\n",
	  2, 0, "", NULL },
	{ "but young people behind mothers",
	  "姓名,母亲,身份证号\n李明,赵红," ID1 "\n王芳,赵静," ID2 "\n", 2, 0, "", NULL },
	{ "nor behind telephones",
	  "姓名,家长电话,身份证号\n李明,13800001111," PARENT1 "\n王芳,13800002222," PARENT2 "\n", 2,
	  0, "", NULL },
	{ "nor adults with their parents' numbers",
	  "姓名,父亲,身份证号,父亲身份证号\n李明,李大," PARENT1 "," GRANDPARENT1
	  "\n王芳,王大," PARENT2 "," GRANDPARENT2 "\n",
	  2, 0, "", NULL },
	{ "numbers of parents and students exchanged, told once",
	  "姓名,身份证号,家长身份证号\n李明," PARENT1 "," ID1 "\n王芳," PARENT2 "," ID2
	  "\n赵六," PARENT3 "," ID3 "\n",
	  3, 0, "0 roster.unread 0\n",
	  "C 列的表头是别人的，号码却比 B 列的小一辈，核对的是 B "
	  "列：写反了就把两列的表头对调过来。" },
	{ "the same behind the parents' heading",
	  "姓名,家长身份证号,身份证号\n李明," ID1 "," PARENT1 "\n王芳," ID2 "," PARENT2
	  "\n赵六," ID3 "," PARENT3 "\n",
	  3, 0, "0 roster.unread 0\n", "B 列的表头是别人的，号码却比 C 列的小一辈" },
	{ "sexes beside numbers that stand in one cell with the next row",
	  "姓名,性别,身份证号\n李明,男," ID1 "\r王芳,女," ID2 "\n赵六,男," ID3 "\r李明,男," ID1
	  "\n王芳,男," ID2 "\n",
	  5, 0, "5 roster.duplicate-id 0\n6 roster.duplicate-id 0\n6 id.sex 17\n", NULL },
	{ "those of contacts, before the students'",
	  "联系人身份证号,联系人,姓名,身份证号\n" ID1 ",李大,李明," PARENT1 "\n" ID2
	  ",王大,王芳," PARENT2 "\n",
	  2, 0, "0 roster.unread 0\n", "A 列的表头是别人的，号码却比 D 列的小一辈" },
	{ "in one row of two they may be right",
	  "姓名,身份证号,家长身份证号\n李明," PARENT1 "," ID1 "\n王芳," ID2 "," PARENT2 "\n", 2, 0,
	  "", NULL },
	{ "the sex of the person whose number is in use",
	  "姓名,性别,身份证号,学生姓名,学生性别,学生身份证号\n李大,男," PARENT1 ",李明,男," ID1
	  "\n王大,男," PARENT2 ",王芳,女," ID2 "\n",
	  2, 0, "",
	  "姓名=D 列，身份证号=F 列，性别=E 列\nA 列的表头“姓名”也是姓名，没有核对\n"
	  "C 列的表头“身份证号”也是身份证号，没有核对\nB 列的表头“性别”跟在别人的一列后面" },
	{ "before the names, the other heading a parent's",
	  "性别,家长姓名,身份证号,性别,姓名,身份证号\n男,李大," PARENT1 ",男,李明," ID1
	  "\n男,王大," PARENT2 ",女,王芳," ID2 "\n",
	  2, 0, "", "姓名=E 列，身份证号=F 列，性别=D 列\n" },
	{ "and the birth date",
	  "姓名,身份证号,出生日期,学生姓名,学生身份证号,学生出生日期\n李大," PARENT1
	  ",1976-11-05,李明," ID1 ",2007-09-01\n王大," PARENT2 ",1975-08-01,王芳," ID2
	  ",2007-09-02\n",
	  2, 0, "3 id.birth 7\n", "姓名=D 列，身份证号=E 列，出生日期=F 列\n" },
	{ "the student's sex, which is wrong",
	  "学生姓名,性别,身份证号,家长姓名,性别,家长身份证号\n李明,女," ID1 ",李大,男," PARENT1
	  "\n王芳,女," ID2 ",王大,男," PARENT2 "\n",
	  2, 0, "2 id.sex 17\n", "性别=B 列\n" },
	{ "the fathers' sex alone, at the end",
	  "学生姓名,学生身份证号,姓名,身份证号,性别\n王芳," ID2 ",王大," PARENT1 ",男\n陈静," GIRL1
	  ",陈大," PARENT2 ",男\n刘洋," GIRL2 ",刘大," PARENT3 ",男\n",
	  3, 0, "", "姓名=A 列，身份证号=B 列\n" },
	{ "equal headings of numbers, and ages that tell",
	  "学生姓名,身份证号,姓名,身份证号\n李 明," ID1 ",李大," PARENT1 "\n", 1, 0,
	  "2 name.space 2\n", "姓名=A 列，身份证号=B 列\n" },
	{ "of names, too, and the students behind",
	  "姓名,身份证号,姓名,身份证号\n李大," PARENT1 ",李 明," ID1 "\n", 1, 0, "2 name.space 2\n",
	  "姓名=C 列，身份证号=D 列\n" },
	{ "the same behind the numbers",
	  "身份证号,姓名,身份证号,姓名\n" PARENT1 ",李大," ID1 ",李 明\n", 1, 0, "2 name.space 2\n",
	  "姓名=D 列，身份证号=C 列\n" },
	{ "names that differ from the students'",
	  "姓名,学生姓名,身份证号\n李大,李明," ID1 "\n王大,王芳," ID2 "\n", 2, 0,
	  "0 roster.unread 0\n",
	  "A 列和 B 列都是姓名，多半不同，核对的是 A 列：B 列才是学生的，A "
	  "列的表头就写“家长姓名”。" },
	{ "in one row of two, by a blank, or of a bank account",
	  "姓名,本人姓名,户名,学生姓名,身份证号\n李明,李大,李大,李 明," ID1
	  "\n王芳,王芳,王大,王　芳," ID2 "\n",
	  2, 0, "", "姓名=A 列，身份证号=E 列\n" },
	{ "the student's number has the student's name behind it",
	  "姓名,电话,学生身份证号,学生姓名\n李大,138," ID1 ",李 明\n王大,139," ID2 ",王芳\n", 2, 0,
	  "2 name.space 2\n", "姓名=D 列，身份证号=C 列\n" },
	{ "parents where students have a class, and the headings of teachers",
	  "学院,姓名,身份证号\n软件学院,李明," ID1 "\n软件学院,王芳," ID2
	  "\n软件学院,班主任姓名,赵六\n家委会,刘洋,\n家长代表,张伟,\n",
	  2, 3, "4 roster.unread 0\n5 roster.unread 0\n6 roster.unread 0\n", NULL },
};

static void check_sample(const struct sample *s, const char *bytes, size_t len)
{
	int status, again;
	char *json = audited(bytes, len, NULL, (struct audit_options){ .json = true }, &status);
	char *report = audited(bytes, len, NULL, (struct audit_options){ 0 }, &again);
	char *lines = slow_audit_lines(json);

	assert_int_equal(status, again);
	if (strcmp(lines, s->lines) != 0 || number_after(json, "\"rows\": ") != s->students ||
	    number_after(json, "\"skipped\": ") != s->skipped)
		fail_msg("%s:\n%s%s", s->what, lines, strstr(json, "\"summary\""));
	assert_int_equal(status, strstr(json, "\"error\"") != NULL);
	/* both count the same things */
	assert_int_equal(number_after(report, "\n  学生"), s->students);
	assert_int_equal(number_after(report, "\n  问题"),
			 number_after(json, "\"errors\": ") + number_after(json, "\"warnings\": ") +
				 number_after(json, "\"notes\": "));
	assert_int_equal(number_after(report, "\n  有错"), number_after(json, "\"wrong\": "));
	assert_int_equal(number_after(report, "\n  格式对"),
			 number_after(json, "\"well_formed\": "));
	assert_int_equal(number_after(report, "\n  要留意"), number_after(json, "\"doubtful\": "));
	if (s->skipped > 0)
		assert_int_equal(number_after(report, "\n跳过 "), s->skipped);
	if (s->report != NULL && strstr(report, s->report) == NULL)
		fail_msg("%s: %s is not in\n%s", s->what, s->report, report);
	free(lines);
	free(report);
	free(json);
}

static size_t convert(const char *text, const char *encoding, char *out, size_t space)
{
	iconv_t cd = iconv_open(encoding, "UTF-8");
	char *from = (char *)(uintptr_t)text, *to = out;
	size_t left = strlen(text);

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &from, &left, &to, &space), 0);
	iconv_close(cd);
	return (size_t)(to - out);
}

static void test_samples(void **state)
{
	static char bytes[4096];

	(void)state;
	for (size_t i = 0; i < COUNT(samples); i++) {
		check_sample(&samples[i], samples[i].text, strlen(samples[i].text));
		check_sample(&samples[i], bytes,
			     convert(samples[i].text, "GB18030", bytes, sizeof bytes));
		/* as a spreadsheet's "Unicode text", but for the tabs */
		check_sample(&samples[i], bytes,
			     convert(samples[i].text, "UTF-16", bytes, sizeof bytes));
	}
}

static void test_bytes(void **state)
{
	static const struct {
		struct sample sample;
		const char *bytes;
		size_t len;
	} rows[] = {
#define BYTES(literal) literal, sizeof(literal) - 1
		{ { "full-width blank of GBK", "", 1, 0, "2 name.space 2\n", NULL },
		  BYTES("\xD0\xD5\xC3\xFB,\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5\n"
			"\xD5\xC5\xA3\xA0\xC8\xFD," ID1 "\n") },
		{ { "the euro sign of Windows in a remark", "", 1, 0, "", "GB18030" },
		  BYTES("\xD0\xD5\xC3\xFB,\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5,\xB1\xB8\xD7\xA2\n"
			"\xC0\xEE\xC3\xF7," ID1 ",\x80"
			"5\n") },
		{ { "an odd byte in a remark", "", 1, 0, "", "GB18030" },
		  BYTES("\xD0\xD5\xC3\xFB,\xC9\xED\xB7\xDD\xD6\xA4\xBA\xC5,\xB1\xB8\xD7\xA2\n"
			"\xC0\xEE\xC3\xF7," ID1 ",\xFF\n") },
		/* 张 and the first byte of 伟, 古丽丽 without a byte, 买买 without its last: valid
		 * GBK */
		{ { "names that have lost bytes", "", 6, 0,
		    "2 name.character 2\n3 name.character 1\n4 name.character 2\n",
		    "第 2 个字读不出来，多半没存全或损坏了" },
		  BYTES(H "\xE5\xBC\xA0\xE4," ID1 "\n\xE5\x8F\xE4\xB8\xBD\xE4\xB8\xBD," ID2
			  "\n\xE4\xB9\xB0\xE4\xB9," ID3
			  "\n李明,110000200709010049\n王芳,110000200709010057\n"
			  "赵六,110000200709010065\n") },
		{ { "a number that has a byte too many", "", 2, 0, "2 id.character 19\n", NULL },
		  BYTES(H "李明," ID1 "\xE5\xBC\n王芳," ID2 "\n") },
		{ { "a name in GBK, which is not in GB 2312", "", 2, 0, "0 roster.encoding 0\n",
		    "从第 2 行起是另一种编码，不再是 UTF-8" },
		  BYTES(H "\xD6\xEC\xE9\x46\xBB\xF9," ID1 "\n王芳," ID2 "\n") },
		/* · and é in UTF-8 are valid GB 18030, too */
		{ { "Latin names among rows in the other encoding", "", 6, 0,
		    "0 roster.encoding 0\n", "从第 4 行起是另一种编码，不再是 UTF-8" },
		  BYTES(H "王芳," ID2 "\n李明," ID1 "\n\xBA\xCE\xB8\xD5," ID3
			  "\nJosé·Li,110000200709010049\nAnna·Li,110000200709010057\n"
			  "赵六,110000200709010065\n") },
		/* 魏思远 in GB 18030 is valid UTF-8, too */
		{ { "a name of both encodings, among rows in the other", "", 6, 0,
		    "0 roster.encoding 0\n", NULL },
		  BYTES(H "\xD5\xC5\xC8\xFD," ID1 "\n\xCE\xBA\xCB\xBC\xD4\xB6," ID2
			  "\n\xD5\xC5\xC8\xFD," ID3 "\n王芳,110000200709010049\n李明,"
			  "110000200709010057\n赵六,110000200709010065\n") },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		char path[32];
		int fd = memory_file(rows[i].bytes, rows[i].len, path);

		check_sample(&rows[i].sample, rows[i].bytes, rows[i].len);
		assert_int_equal(roster_lint(path, &d),
				 strstr(rows[i].sample.lines, "roster.encoding") == NULL);
		close(fd);
	}
}

/* The student's own record of two with one candidate number, which is the finding. */
static void test_candidate_twice(void **state)
{
	static const char records[] =
		"考生号,姓名,身份证号\n26110000010001,李明," ID1 "\n26110000010001,徐丽," ID2 "\n";
	static const char *const rosters[] = {
		"姓名,身份证号,考生号\n李明," ID1 ",26110000010001\n徐丽," ID2 ",26110000010001\n",
		"姓名,身份证号,考生号\n徐丽," ID2 ",26110000010001\n李明," ID1 ",26110000010001\n",
		H "徐丽," ID2 "\n李明," ID1 "\n",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rosters); i++) {
		int status;
		char *json = audited(rosters[i], strlen(rosters[i]), records,
				     (struct audit_options){ .json = true, .no_duplicates = true },
				     &status);
		char *lines = slow_audit_lines(json);

		assert_string_equal(lines, "0 roster.duplicate-candidate 0\n");
		free(lines);
		free(json);
	}
}

/* A quote in the records swallows nobody. */
static void test_quote_in_records(void **state)
{
	static const char roster[] = H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n";
	static const char records[] =
		"姓名,身份证号,备注\n李明," ID1 ",\"住宿\n王芳," ID2 ",\n赵六," ID3 ",\"走读\"\n";
	int status;
	char *json = audited(roster, strlen(roster), records,
			     (struct audit_options){ .json = true }, &status);

	(void)state;
	assert_int_equal(number_after(json, "\"errors\": "), 1);
	assert_non_null(strstr(json, "\"roster.quote\", \"severity\": \"error\", \"at\": 0, "
				     "\"message\": \"高考信息第 2 行的引号不成对"));
	assert_int_equal(status, 1);
	free(json);
}

static void test_against(void **state)
{
	static const char three[] = H "李明," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n";
	static const char with_candidates[] =
		"考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n26110101010002,王芳," ID2 "\n";
	static const struct {
		const char *records, *roster, *lines;
	} rows[] = {
		{ "姓名,身份证号,民族\n李明," ID1 ",汉族\n王芳," ID2 ",满族\n",
		  "姓名,身份证号,民族\n李明," ID1 ",汉\n王芳," ID2 ",回族\n",
		  "3 roster.ethnic-group 0\n" },
		/* by the codes of GB/T 3304, and by what people call them */
		{ "姓名,身份证号,民族\n李明," ID1 ",汉族\n王芳," ID2 ",维吾尔族\n赵六," ID3 ",03\n",
		  "姓名,身份证号,民族\n李明," ID1 ",HA\n王芳," ID2 ",维族\n赵六," ID3 ",满\n",
		  "4 roster.ethnic-group 0\n" },
		/* what is no group is not compared, on either side */
		{ "姓名,身份证号,民族\n李明," ID1 ",汉族\n王芳," ID2 ",外国血统\n赵六," ID3
		  ",其他\n",
		  "姓名,身份证号,民族\n李明," ID1 ",其他\n王芳," ID2 ",1\n赵六," ID3 ",其他\n",
		  "2 roster.unread 0\n3 roster.unread 0\n" },
		/* a row that lost a cell is not looked for as well */
		{ H "李明," ID1 "\n", H "李明," ID1 "\n王芳，" ID2 "\n赵六," ID3 "\n",
		  "3 roster.columns 0\n4 roster.missing 0\n" },
		/* a damaged number is reported as that, and neither side as missing */
		{ three, H "李明,\n王芳,1.1E+17\n赵六," ID3 "\n孙八,110000200709010049\n",
		  "2 id.empty 0\n3 id.spreadsheet 0\n5 roster.missing 0\n" },
		{ three, H "李明," ID1 "\n王芳," ID2 "\n赵六,11000020070901003\n",
		  "4 id.mismatch 18\n" },
		{ three, H "李 明,110000********0014\n王芳,110000070901002\n赵六,G" ID3 "\n",
		  "3 id.fifteen 0\n4 id.mismatch 1\n2 name.space 2\n2 id.masked 0\n" },
		{ three, H "李明,11OOOO2OO7O9O1OO14\n王芳,110000199809010022\n赵六,13812345678\n",
		  "2 id.mismatch 3\n3 id.mismatch 7\n4 id.length 0\n" },
		/* a masked name is no other name */
		{ three, H "李*," ID1 "\n王芳," ID2 "\n赵六," ID3 "\n", "2 name.masked 2\n" },
		/* what is left is of another number, and the name stands once on both sides */
		{ three, H "李明," ID1 "\n王芳,1101********0022\n赵六," ID3 "\n",
		  "3 id.masked 0\n" },
		/* a name and no number: one of two, it is not known which */
		{ H "李明," ID1 "\n李明," ID2 "\n王芳," ID3 "\n", H "李明,无\n王芳," ID3 "\n",
		  "2 id.empty 0\n0 roster.missing 0\n0 roster.missing 0\n" },
		{ H "李明," ID1 "\n李明," ID2 "\n王芳," ID3 "\n",
		  H "李明,无\n李·明,\n王芳," ID3 "\n", "2 id.empty 0\n3 id.empty 0\n" },
		/* name and number in one cell */
		{ three, H "李明，" ID1 "\n王芳," ID2 "\n赵六," ID3 "\n", "2 roster.columns 0\n" },
		/* the number of another student, who has it too, or is not there */
		{ three, H "李明," ID2 "\n王芳," ID2 "\n赵六," ID3 "\n", "2 id.mismatch 0\n" },
		{ three, H "李明," ID1 "\n王芳," ID3 "\n",
		  "3 id.mismatch 0\n0 roster.missing 0\n" },
		{ with_candidates,
		  "考生号,姓名,身份证号,性别\n26110101010001,李明," ID2
		  ",男\n26110101010002,王芳," ID2 ",女\n",
		  "2 id.mismatch 0\n" },
		/* names, or numbers, of two rows exchanged: the other columns tell which */
		{ "姓名,身份证号,出生日期\n李明,110101200703070018,\n王芳,110101200804080020,\n",
		  "姓名,身份证号,出生日期\n王芳,110101200703070018,2007-03-07\n"
		  "李明,110101200804080020,2008-04-08\n",
		  "2 name.mismatch 0\n3 name.mismatch 0\n" },
		{ "姓名,身份证号,性别\n李明,110101200703070018,男\n王芳,110101200804080020,女\n",
		  "姓名,身份证号,性别\n李明,110101200804080020,男\n王芳,110101200703070018,女\n",
		  "2 id.mismatch 0\n3 id.mismatch 0\n" },
		{ with_candidates,
		  "考生号,姓名,身份证号\n26110101010002,李明," ID1 "\n26110101010002,王芳," ID2
		  "\n",
		  "2 candidate.mismatch 0\n" },
		/* two students in one row are both there */
		{ three, H "李明," ID1 ",王芳," ID2 "\n赵六," ID3 "\n", "2 roster.columns 0\n" },
		/* name and number in each other's column, and a whole number in that of 考生号 */
		{ three, H ID1 ",李明\n王芳," ID2 "\n赵六," ID3 "\n", "2 roster.columns 0\n" },
		{ with_candidates,
		  "考生号,姓名,身份证号\n" ID1 ",李明,26110101010001\n26110101010002,王芳," ID2
		  "\n",
		  "2 roster.columns 0\n" },
		/* records that have a student twice */
		{ H "李明," ID1 "\n王芳," ID2 "\n李明," ID1 "\n", H "李明," ID1 "\n王芳," ID2 "\n",
		  "0 roster.duplicate-id 0\n" },
		{ "考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n26110101010001,李明," ID1
		  "\n",
		  H "王芳," ID2 "\n",
		  "2 roster.missing 0\n0 roster.missing 0\n0 roster.duplicate-id 0\n" },
		/* damaged numbers that look the same are not the same */
		{ H "李明,1.1E+17\n王芳,1.1E+17\n赵六,1100********0030\n孙八,1100********0030\n",
		  H "孙八,1100********0030\n王芳,1.1E+17\n李明,1.1E+17\n",
		  "3 id.spreadsheet 0\n4 id.spreadsheet 0\n2 id.masked 0\n0 roster.missing 0\n0 "
		  "id.spreadsheet 0\n0 roster.spreadsheet 0\n" },
		/* namesakes whose recorded numbers are ruined or missing: none of them is
		 * missing */
		{ H "李明,1.1E+17\n李明,1.1E+17\n", H "李明," ID1 "\n李明," ID3 "\n",
		  "2 roster.unread 0\n3 roster.unread 0\n0 id.spreadsheet 0\n" },
		{ H "李明,\n李明,########\n王芳," ID2 "\n",
		  H "李明," ID1 "\n李明," ID3 "\n王芳," ID2 "\n",
		  "2 roster.unread 0\n3 roster.unread 0\n" },
		{ H "李明,1100**********\n李明,1100**********\n", H "李明," ID1 "\n李明," ID3 "\n",
		  "2 roster.unread 0\n3 roster.unread 0\n" },
		/* a record that the first of them was given by the name alone */
		{ H "李明,\n王芳," ID2 "\n", H "李明," ID1 "\n李明," ID3 "\n王芳," ID2 "\n",
		  "2 roster.unread 0\n3 roster.unread 0\n" },
		/* but numbers of other provinces are other people's */
		{ H "李明,3.2E+17\n李明,3.2E+17\n周杰," ID3 "\n", H "李明," ID1 "\n周杰," ID3 "\n",
		  "2 roster.missing 0\n0 roster.missing 0\n0 roster.missing 0\n"
		  "0 id.spreadsheet 0\n" },
		/* records with a phone's number, a passport's, one that is wrong in many places */
		{ H "李明,13812345678\n王芳,E12345678\n赵六,110000199809010030\n", three,
		  "2 id.mismatch 2\n3 id.mismatch 0\n4 id.mismatch 7\n" },
		/* a record that lacks the number */
		{ H "李明,\n王芳," ID2 "\n赵六,110000********0030\n", three,
		  "2 roster.unread 0\n4 id.masked 0\n" },
		/* what is added to a number hides nobody */
		{ three,
		  H
		  "李明,110000 20070901 0014\n王芳,１１００００２００７０９０１００２２\n赵六,‘" ID3
		  "\n",
		  "3 id.fullwidth 1\n4 id.character 1\n2 id.space 7\n" },
		{ with_candidates,
		  "考生号,姓名,身份证号\n\"26,110,101,010,001\",李明,\n26110101010002.0,王芳,\n",
		  "2 id.empty 0\n2 candidate.spreadsheet 0\n3 id.empty 0\n3 candidate.spreadsheet "
		  "0\n" },
		/* full-width, and the same */
		{ with_candidates,
		  "考生号,姓名,身份证号\n２６１１０１０１０１０００１,李明," ID1
		  "\n26110101010002,王芳," ID2 "\n",
		  "2 candidate.character 1\n" },
		/* one finding for a candidate number */
		{ with_candidates,
		  "考生号,姓名,身份证号\n2.611E+13,李明," ID1 "\n261101010100O2,王芳," ID2 "\n",
		  "2 candidate.spreadsheet 0\n3 candidate.character 13\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int status;
		char *json = audited(rows[i].roster, strlen(rows[i].roster), rows[i].records,
				     (struct audit_options){ .json = true }, &status);
		char *lines = slow_audit_lines(json);

		if (strcmp(lines, rows[i].lines) != 0)
			fail_msg("%s:\n%s", rows[i].roster, lines);
		free(lines);
		free(json);
	}
}

static void test_reveal(void **state)
{
	static const char roster[] = "姓名,身份证号,考生号\n李明,1,26110101010001\n";
	static const char records[] =
		"姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010002\n";
	static const char twice[] =
		"姓名,身份证号,考生号\n李明," ID1 ",26110101010001\n王芳," ID2 ",26110101010001\n";
	static const char list[] = "[{\"name\":\"李明\",\"id_number\":\"" ID1
				   "\",\"candidate_number\":\"26110101010001\"},"
				   "{\"name\":\"王芳\",\"id_number\":\"" ID2
				   "\",\"candidate_number\":\"26110101010001\"}]";
	int status;
	char *json = audited(roster, strlen(roster), records,
			     (struct audit_options){ .json = true, .reveal = true }, &status);

	(void)state;
	assert_non_null(strstr(json, "\"record_row\": 2, \"name\": \"李明\", \"id_number\": \"1\", "
				     "\"candidate_number\": \"26110101010001\"}\n"));
	assert_non_null(strstr(json, "\"record_row\": 3, \"name\": \"王芳\""));
	free(json);
	json = audited(roster, strlen(roster), twice,
		       (struct audit_options){ .json = true, .reveal = true }, &status);
	assert_non_null(strstr(json, "第 3 行与第 2 行的考生号相同，照证件核对。\", "
				     "\"record_row\": 3, \"name\": \"王芳\", \"id_number\""));
	free(json);
	json = audited(roster, strlen(roster), list, (struct audit_options){ .json = true },
		       &status);
	assert_non_null(strstr(json, "高考信息第 2 人，名册里没有。"));
	assert_non_null(strstr(json, "高考信息第 2 人与第 1 人的考生号相同"));
	free(json);
	json = audited(roster, strlen(roster), records, (struct audit_options){ .json = true },
		       &status);
	assert_null(strstr(json, "李明"));
	free(json);
}

/* A name that fills its column is followed by blanks, as shorter ones are. */
static void test_reveal_long_names(void **state)
{
	static const char roster[] = H "买买提艾力江,1\n阿卜杜热合曼江,1\n李明,1\n";
	static const char *const parts[] = { "  买买提艾力江  1\n", "  阿卜杜热合曼江  1\n",
					     "  李明          1\n" };
	int status;
	char *report = audited(roster, strlen(roster), NULL,
			       (struct audit_options){ .reveal = true }, &status);

	(void)state;
	for (size_t i = 0; i < COUNT(parts); i++)
		if (strstr(report, parts[i]) == NULL)
			fail_msg("%s is not in %s", parts[i], report);
	free(report);
}

/* What was compared is not what was only looked at. */
static void test_agreed(void **state)
{
	static const char roster[] =
		"考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n26110101010002,王芳," ID2 "\n";
	static const struct {
		const char *records, *says, *counts;
	} rows[] = {
		{ NULL, "  学生               2\n  格式对             2     100%\n",
		  "\"clean\": 2, " },
		{ roster, "  学生               2\n  与高考一致         2     100%\n  有错",
		  "\"students\": {\"agreed\": 2, " },
		{ "考生号,姓名,身份证号\n26110101010001,李明," ID1 "\n26110101010002,王芳,\n",
		  "  与高考一致         1      50%\n  格式对             1      50%\n",
		  "\"students\": {\"agreed\": 1, " },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int json = 0; json < 2; json++) {
			int status;
			char *text = audited(roster, strlen(roster), rows[i].records,
					     (struct audit_options){ .json = json }, &status);

			if (strstr(text, json ? rows[i].counts : rows[i].says) == NULL)
				fail_msg("%s", text);
			assert_null(strstr(text, "无误"));
			free(text);
		}
}

/* Each student once, in the order of the rows, duplicates among them. */
static void test_by_student(void **state)
{
	static const char roster[] = H "王芳," ID1 "\n李 明,11000020070901001x\n王芳," ID1 "\n";
	static const char aligned[] = H "李　明," ID1 "\n王　芳," ID2 "\n张　伟," ID3 "\n";
	int status;
	char *report = audited(roster, strlen(roster), NULL,
			       (struct audit_options){ .by_student = true }, &status);
	const char *first = strstr(report, "  第 3 行  "), *second = strstr(report, "  第 4 行");

	(void)state;
	if (first == NULL || second == NULL || first > second)
		fail_msg("%s", report);
	assert_null(strstr(first + 1, "  第 3 行"));
	assert_non_null(strstr(first, "      姓名：第 2 个字是空格，删掉它。 [name.space]\n"));
	assert_true(strstr(first, "[id.lowercase-x]") < second);
	assert_non_null(strstr(second, "[roster.duplicate-id]\n"));
	free(report);
	/* what is of no row has no heading */
	report = audited(aligned, strlen(aligned), NULL,
			 (struct audit_options){ .by_student = true }, &status);
	assert_non_null(strstr(report, "\n\n      这一列有 3 个姓名中间有全角空格"));
	free(report);
}

/* The letters of the columns from a second header on: in both reports and for programs. */
static void test_changed_columns(void **state)
{
	static const char roster[] =
		"姓名,身份证号,性别\n李明," ID1 ",男\n身份证号,姓名,性别\n" ID2 ",王 芳,女\n";
	static const char line[] =
		"从第 3 行的表头起，各列换了位置：姓名=B 列，身份证号=A 列，性别=C 列\n\n";
	static const char member[] =
		"{\"row\": 3, \"what\": \"重复的表头\", \"change\": \"各列换了位置\", "
		"\"columns\": {\"name\": 2, \"id_number\": 1, \"sex\": 3}}";

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct audit_options options = { .by_student = i == 1, .json = i == 2 };
		int status;
		char *text = audited(roster, strlen(roster), NULL, options, &status);

		if (strstr(text, i == 2 ? member : line) == NULL)
			fail_msg("%s", text);
		free(text);
	}
}

/* All that was found, however much, where the report is no terminal's; the same as the JSON
 * counts. */
static void test_all(void **state)
{
	enum { ROWS = 5000 };
	static char text[ROWS * 32];
	size_t used = (size_t)sprintf(text, "%s", H);

	(void)state;
	for (int i = 0; i < ROWS; i++)
		used += (size_t)sprintf(text + used, "李%d," ID1 "\n", i);
	for (int by_student = 0; by_student < 2; by_student++) {
		int status;
		char *report = audited(text, used, NULL,
				       (struct audit_options){ .all = true,
							       .by_student = by_student,
							       .no_duplicates = true },
				       &status);
		size_t count = 0;

		for (const char *at = report; (at = strstr(at, " 行  李*")) != NULL; at++)
			count++;
		assert_int_equal(count, ROWS);
		assert_non_null(strstr(report, "第 5001 行  "));
		assert_null(strstr(report, "另有"));
		free(report);
	}
}

/* Every line that is skipped is named where the output is no terminal. */
static void test_all_skipped(void **state)
{
#define SUBTOTAL "李明," ID1 "\n小计,1\n"
	static const struct {
		const char *text, *list;
	} few[] = {
		{ H SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL "合计,6\n", "" },
		{ H SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL SUBTOTAL "合计,7\n",
		  "\n跳过的行\n  小计：第 3、5、7、9、11、13、15 行\n" },
	};
	enum { ROWS = 100 };
	static char text[ROWS * 64];
	size_t used = (size_t)sprintf(text, "%s", H);

	(void)state;
	for (int i = 0; i < ROWS; i++)
		used += (size_t)sprintf(text + used, "李明," ID1 "\n合计,%d\n", i);
	for (int all = 0; all < 2; all++) {
		int status;
		char *report = audited(text, used, NULL,
				       (struct audit_options){ .all = all, .no_duplicates = true },
				       &status);

		assert_non_null(strstr(report, "跳过 100 行：合计（第 3、5、7、"));
		assert_non_null(strstr(report, "、13…… 行）\n"));
		assert_int_equal(strstr(report, "\n跳过的行\n  合计：第 3、5、") != NULL, all);
		assert_int_equal(strstr(report, "、201 行\n") != NULL, all);
		free(report);
	}
	/* What stands in full above the totals is not listed again. */
	for (size_t i = 0; i < COUNT(few); i++) {
		int status;
		char *report = audited(few[i].text, strlen(few[i].text), NULL,
				       (struct audit_options){ .all = true, .no_duplicates = true },
				       &status);
		const char *list = strstr(report, "\n跳过的行\n");

		assert_string_equal(list != NULL ? list : "", few[i].list);
		free(report);
	}
}

/* What no roster can be made of, and what is said of it. */
static void test_refused(void **state)
{
	static const struct {
		const char *text, *says;
	} rows[] = {
		{ "姓,名,身份证号\n李,明," ID1 "\n", ":1:1: 姓和名分在 A 列和 B 列：合成一列" },
		{ "ID No.,First Name,Last Name\n" ID1 ",明,李\n", ":1:1: 姓和名分在 C 列和 B 列" },
		{ "姓,名,护照号,国籍\nIVANOV,PETR,751234567,俄罗斯\n",
		  ":1:1: 姓和名分在 A 列和 B 列" },
		{ "学号,家长,身份证号\n1,李大," ID1 "\n", ":1:1: 表头里没有姓名一列" },
		{ "姓名,,身份证号,\n父亲,母亲,父亲,母亲\n李强,李兰," PARENT1 "," PARENT2 "\n",
		  ":2:1: A 列和 B 列都像姓名" },
		/* a guardian is no candidate, and is named as somebody else */
		{ "学号,父亲,母亲,身份证号\n1,李大,赵红," ID1 "\n", "表头里没有姓名一列" },
		{ "监护人姓名,身份证号,班级\n李大," ID1 ",1班\n",
		  "没有姓名一列，认出的有：监护人姓名（别人的）、身份证号、班级。加上“姓名”。" },
		{ "姓名１１０００020070901001４,性别,学号\n李明,男,1\n", "认出的有：性别、学号。" },
		{ "姓名,证件号,身份证件号码\n李明," ID1 "," ID2 "\n",
		  ":1:1: B 列和 C 列都像身份证号" },
		{ "真实姓名,中文姓名,身份证号\n李明,王芳," ID1 "\n", ":1:1: A 列和 B 列都像姓名" },
		{ "JZXM,SFZH\n李大," ID1 "\n王芳," ID2 "\n",
		  "认出的有：JZXM（别人的）、SFZH。加上“姓名”。" },
		{ "姓名,身份证号,姓名2,身份证号2\n李明," ID1 ",王芳," ID2 "\n",
		  ":1:1: A 列和 C 列都像姓名，认不准学生本人的是哪一列" },
		{ "宿舍,1号床姓名,1号床身份证号,2号床姓名,2号床身份证号\n1,李明," ID1 ",王芳," ID2
		  "\n",
		  "一行里有两个学生的，把右边几列移到左边几列的下面" },
		{ "系统姓名,实际姓名,身份证号\n李明,王芳," ID1 "\n",
		  "它的表头写“姓名”，另一列写“旧姓名”或“家长姓名”。" },
		{ "李明：" ID1 "\n王芳：" ID2 "\n", ":1:1: 各格用冒号“：”隔开" },
		{ "濮撳悕,韬\uFFFD浠借瘉鍙\uFFFD\n鏉庢槑," ID1 "\n", ":1:1: 文字成了乱码" },
		{ H "璧垫晱," ID1 "\n鍛ㄥ┓," ID2 "\n", ":1:1: 文字成了乱码" }, /* 赵敏, 周婷 */
		{ "ÐÕÃû,Éí·ÝÖ¤ºÅ\nÀîÃ÷," ID1 "\n", ":1:1: 文字成了乱码" },
		{ "姓名,专业,学院,班级\n赵敏,法学,文学,会计\n黄磊,法学,理学,会计\n"
		  "杨勇,通信,文学,软件\n陈杰,会计,文学,会计\n李娜,英语,文学,软件\n",
		  ":1:1: 表头里没有证件号码一列" }, /* in 128 bytes half a character */
		{ "姓名,李明\n身份证号," ID1 "\n", ":1:1: 这是一人一张的登记表" },
		{ "姓名,李明,王芳\n身份证号," ID1 "," ID2 "\n性别,男,女\n",
		  ":1:1: 行和列颠倒了，一列是一个人：复制后用“选择性粘贴”的“转置”，一人一行。" },
		{ "姓名,身份证号,,\n李明,110000,20070901,0014\n王芳,110000,20070901,0022\n",
		  ":1:1: 一个证件号码拆在 B 列到 D 列的几格里：合成一列" },
		{ "姓名,卡一,卡二\n李明," ID1 "," ID2 "\n", ":1:1: B 列和 C 列都像身份证号" },
		{ "姓名,身份证号,姓名,身份证号\n李明," ID1 ",王芳," ID2 "\n",
		  ":1:1: A 列和 C 列都像姓名，认不准学生本人的是哪一列" },
		{ "李明#" ID1 "\n王芳#" ID2 "\n", ":1:1: 各格用“#”隔开" },
		{ "姓名|身份证号\r李明|" ID1 "\r", ":1:1: 各格用“|”隔开" },
		{ "姓名　身份证号\n李明　" ID1 "\n", ":1:1: 各格用全角空格隔开" },
		{ "姓名：,李明,性别：,男\n身份证号：," ID1 ",民族：,汉\n",
		  ":1:1: 这是一人一张的登记表" },
		{ "姓名：,李明,身份证号：," ID1 "\n姓名：,王芳,身份证号：," ID2 "\n",
		  ":1:1: 每一行都写着“姓名”“身份证号”" },
		{ "家长信息,,\n姓名,姓名,身份证号\n李明,王芳," ID1 "\n",
		  ":2:1: A 列和 B 列都像姓名" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		char path[32], *text = NULL;
		int fd = memory_file_of_text(rows[i].text, path);
		size_t size;
		FILE *out = open_memstream(&text, &size);

		assert_false(roster_lint(path, &d));
		diag_print(&d, out, 0);
		fclose(out);
		if (strstr(text, rows[i].says) == NULL)
			fail_msg("%s is not in %s", rows[i].says, text);
		free(text);
		close(fd);
	}
}

/* A generator, the same numbers everywhere. */
static size_t below(uint64_t *seed, size_t limit)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (size_t)((*seed * 0x2545F4914F6CDD1DU >> 33) % limit);
}

/* Students, lines that are skipped and lines above are all lines that hold anything, whatever is in
 * them, as long as no cell has lines: text follows every quote. */
static void test_no_odd_line_disappears(void **state)
{
	static const char *const cells[] = { "李明",
					     ID1,
					     "王 芳",
					     "",
					     ID2,
					     "合计",
					     "2人",
					     "第 1 页",
					     "姓名",
					     "身份证号",
					     "\"住宿",
					     "注：",
					     "制表人：王",
					     "软件2601班",
					     "26110101010001",
					     "男",
					     "女",
					     "2007.09",
					     "无",
					     "E12345678",
					     "NULL",
					     ("'" ID3),
					     "　",
					     "性别",
					     "\"a\"b",
					     "示例：张",
					     "专业",
					     "人数",
					     "总人数：2",
					     "1.请核对",
					     "名",
					     "C(18)",
					     "Sep-07",
					     "x”",
					     " \"c",
					     "考生号",
					     "“甲”",
					     "110000200709010013",
					     "-",
					     "1/2",
					     "郑十，钱十一" };
	static char text[64 * 1024];
	uint64_t seed = 20260901;

	(void)state;
	for (int i = 0; i < 400; i++) {
		size_t columns = 2 + below(&seed, 4), rows = below(&seed, 40), lines = 1, used;
		int status;
		char *json;

		used = (size_t)sprintf(text, "%s姓名,身份证号%s\n",
				       below(&seed, 3) == 0 ? "2026级新生名单\n" : "",
				       columns > 2 ? ",性别" : "");
		lines += text[0] == '2';
		for (size_t row = 0; row < rows; row++) {
			bool filled = false;

			for (size_t c = 0; c < columns; c++) {
				const char *cell = below(&seed, 3) == 0
							   ? cells[below(&seed, COUNT(cells))]
							   : cells[c % 2];

				filled = filled || *cell != '\0';
				used += (size_t)sprintf(text + used, "%s%s", c > 0 ? "," : "",
							cell);
			}
			text[used++] = '\n';
			lines += filled;
		}
		json = audited(text, used, NULL, (struct audit_options){ .json = true }, &status);
		if (*json == '\0')
			fail_msg("refused:\n%s", text);
		if (number_after(json, "\"rows\": ") + number_after(json, "\"skipped\": ") +
			    number_after(json, "\"title_lines\": ") !=
		    lines)
			fail_msg("%zu lines\n%.*s%s", lines, (int)used, text, json);
		free(json);
	}
}

/* A roster of known students. */
struct known {
	char text[8 * 1024];
	char names[8][16], numbers[8][19];
	char records[1024]; /* a roster of the same students, without a mistake */
	size_t count;
	bool lines; /* there are cells of several lines */
	bool whole; /* no stray quote is in a name or number, no two are in one row */
	bool clean; /* no stray quote is anywhere */
};

static void make_number(uint64_t *seed, size_t serial, char out[19])
{
	static const char check[] = "10X98765432", weights[] = "79:584216379:5842";
	size_t sum = 0;

	sprintf(out, "110000200%zu%02zu%02zu%03zu", 6 + below(seed, 2), 1 + below(seed, 12),
		1 + below(seed, 28), serial % 1000);
	for (size_t i = 0; i < 17; i++)
		sum += (size_t)(out[i] - '0') * (size_t)(weights[i] - '0');
	out[17] = check[sum % 11];
	out[18] = '\0';
}

/* A single second student, whose columns have no headings of students, far below the header; the
 * other rows may end before these columns. */
static void test_single_second_student(void **state)
{
	enum { ROWS = 1000, AT = 700 };
	/* the header, what is behind the number in most rows, and in one */
	static const char *const heads[][3] = {
		{ "姓名,身份证号,,\n", ",,", ",赵六," ID3 },
		{ "姓名,身份证号,,\n", "", ",赵六," ID3 },
		{ "姓名,身份证号,,\n", ",李大,320102197809010014", ",赵六," ID3 },
		{ "姓名,身份证号,家庭住址,,\n", ",南京市,,", ",南京市,赵六," ID3 },
		{ "姓名,身份证号,家庭住址,,\n", ",\"南京市\"", ",南京市,赵六," ID3 },
		{ "姓名,身份证号,备注,电话\n", ",走读,139", ",赵六," ID3 },
		{ "姓名,身份证号,备注,电话\n", ",\"走读\",139", ",\"赵六\"," ID3 },
		{ "姓名,身份证号,备注,电话,学号\n", ",走读,139,1", ",赵六," ID3 ",1" },
		{ "姓名,身份证号,备注\n", ",走读", ",赵六 " ID3 },
	};
	static char text[ROWS * 80];

	(void)state;
	for (size_t h = 0; h < COUNT(heads); h++) {
		size_t used = (size_t)sprintf(text, "%s", heads[h][0]);
		uint64_t seed = 1;
		int status;
		char *json, *lines, number[19];

		for (size_t i = 2; i < ROWS; i++) {
			make_number(&seed, i, number);
			used += (size_t)sprintf(text + used, "李明,%s%s\n", number,
						i == AT ? heads[h][2] : heads[h][1]);
		}
		json = audited(text, used, NULL,
			       (struct audit_options){ .json = true, .no_duplicates = true },
			       &status);
		lines = slow_audit_lines(json);
		assert_string_equal(lines, "700 roster.columns 0\n");
		free(lines);
		free(json);
	}
}

/* Puts a quote at the start, at the end or into a cell that has none. */
static void stray(uint64_t *seed, char *cell)
{
	static const char *const marks[] = { "\"", "\"", "\"", "\"", "“", "”" };
	const char *mark = marks[below(seed, COUNT(marks))];
	size_t len = strlen(cell), place = below(seed, 7);
	size_t at = place < 3 ? 0 : place < 6 || len < 2 ? len : 3 * below(seed, len / 3 + 1);

	memmove(cell + at + strlen(mark), cell + at, len + 1 - at);
	memcpy(cell + at, mark, strlen(mark));
}

enum { KNOWN_CELLS = 6, KNOWN_CELL = 64 };

/* Fills the cells of one student in the order of the columns. */
static void fill_row(uint64_t *seed, struct known *out, size_t row, const size_t *order,
		     char cells[KNOWN_CELLS][KNOWN_CELL])
{
	static const char *const remarks[] = { "",
					       "住",
					       "住宿",
					       "\"住,走\"",
					       "\"甲\n乙\"",
					       "\"甲,乙\n丙\"",
					       "\"住\r\n走\"",
					       "\"a\"\"b\n c\"",
					       "\"\n甲\"",
					       "\"父亲\n电话13800000000\"" };
	const char *values[KNOWN_CELLS] = { out->names[row],
					    out->numbers[row],
					    remarks[below(seed, out->lines ? COUNT(remarks) : 4)],
					    "1班",
					    below(seed, 3) > 0 ? "汉族" : "",
					    below(seed, 2) > 0 ? "13800000000" : "" };

	for (size_t c = 0; c < KNOWN_CELLS; c++)
		strcpy(cells[c], values[order[c]]);
}

/* Students with a name and a number; up to three stray quotes, each up to three rows below the one
 * before; rows with and without the commas at their end; here and there a CR alone. */
static void make_known(uint64_t *seed, struct known *out)
{
	static const char *const names[] = { "李明", "王芳", "赵小六", "钱七" };
	static const char *const heads[] = { "姓名", "身份证号", "备注", "班级", "民族", "电话" };
	static const char *const ends[] = { "\n", "\r\n" };
	const char *end = ends[below(seed, COUNT(ends))];
	char cells[8][KNOWN_CELLS][KNOWN_CELL], *text = out->text, *records;
	size_t width = 2 + below(seed, 5), order[KNOWN_CELLS] = { 0, 1, 2, 3, 4, 5 };
	size_t strays = below(seed, 4), at, step, trim = below(seed, 3);

	out->count = 3 + below(seed, 6);
	out->lines = below(seed, 2) == 0;
	out->whole = true;
	out->clean = strays == 0;
	for (size_t left = width; below(seed, 2) == 0 && left > 1; left--) {
		size_t other = below(seed, left), moved = order[other];

		order[other] = order[left - 1];
		order[left - 1] = moved;
	}
	records = stpcpy(out->records, H);
	for (size_t i = 0; i < out->count; i++) {
		strcpy(out->names[i], names[below(seed, COUNT(names))]);
		make_number(seed, i + 1, out->numbers[i]);
		fill_row(seed, out, i, order, cells[i]);
		records += sprintf(records, "%s,%s\n", out->names[i], out->numbers[i]);
	}
	at = below(seed, out->count);
	for (; strays > 0 && at < out->count; at += step, strays--) {
		size_t c = below(seed, width);

		step = below(seed, 4);
		out->whole = out->whole && (step > 0 || strays == 1);

		if (strchr(cells[at][c], '"') == NULL) {
			stray(seed, cells[at][c]);
			out->whole = out->whole && order[c] > 1;
		}
	}
	for (size_t c = 0; c < width; c++)
		text = stpcpy(stpcpy(text, c > 0 ? "," : ""), heads[order[c]]);
	text = stpcpy(text, end);
	for (size_t i = 0; i < out->count; i++) {
		for (size_t c = 0; c < width; c++)
			text = stpcpy(stpcpy(text, c > 0 ? "," : ""), cells[i][c]);
		while (trim > 0 && text[-1] == ',' && (trim == 1 || below(seed, 2) == 0))
			text--;
		text = stpcpy(text, below(seed, 10) == 0 ? "\r" : end);
	}
}

/* Checks that --record and --against find all students of a roster in which no name or number is
 * damaged and no cell of lines is beside a stray quote. */
static void find_known(const struct known *known)
{
	char path[32], *json;
	int fd = memory_file_of_text(known->text, path), status;
	struct diag d = { 0 };

	for (size_t i = 0; i < known->count; i++) {
		struct record_search search = { .name = known->names[i],
						.id_number = known->numbers[i] };

		if (record_search_file(path, &search, &d) != RECORD_FOUND)
			fail_msg("%s is not found in\n%s", known->numbers[i], known->text);
	}
	close(fd);
	json = audited(known->text, strlen(known->text), known->records,
		       (struct audit_options){ .json = true }, &status);
	if (strstr(json, "roster.missing") != NULL)
		fail_msg("missing in\n%s\n%s", known->text, json);
	free(json);
}

/* No student vanishes where quotes are in wrong places: students, skipped lines and the header are
 * all rows. With cells of several lines beside stray quotes they may be more, or fewer if the row
 * is named. The lint names a fault, too. */
static void test_no_line_disappears(void **state)
{
	static struct known known;
	uint64_t seed = 20260903;

	(void)state;
	for (int i = 0; i < 1500; i++) {
		struct diag d = { 0 };
		char path[32], *json;
		int status, fd;
		size_t rows;
		bool named;

		make_known(&seed, &known);
		json = audited(known.text, strlen(known.text), NULL,
			       (struct audit_options){ .json = true }, &status);
		if (*json == '\0')
			fail_msg("refused:\n%s", known.text);
		rows = number_after(json, "\"rows\": ") + number_after(json, "\"skipped\": ") +
		       number_after(json, "\"title_lines\": ");
		named = known.lines && strstr(json, "roster.columns") != NULL;
		if ((rows < known.count + 1 && !named) || (rows > known.count + 1 && known.clean))
			fail_msg("%zu rows of %zu\n%s\n%s", rows, known.count + 1, known.text,
				 json);
		fd = memory_file_of_text(known.text, path);
		if ((strstr(json, "roster.quote") != NULL ||
		     strstr(json, "roster.columns") != NULL) &&
		    roster_lint(path, &d))
			fail_msg("no fault:\n%s\n%s", known.text, json);
		close(fd);
		if (known.whole && !known.lines)
			find_known(&known);
		free(json);
	}
}

/* A roster of the columns of the header, each cell from column `from` on replaced by one of `odd`
 * now and then; a header in the same or another order in between. Returns how many rows hold
 * anything. */
static size_t make_roster(uint64_t *seed, const char *const *odd, size_t odd_count, size_t from,
			  char *text)
{
	static const char *const names[] = { "李明", "王芳", "赵六", "钱七" };
	static const char *const numbers[] = { ID1, ID2, ID3 };
	static const char *const delimiters[] = { ",", ";", "\t" };
	static const char *const ends[] = { "\n", "\r\n", "\r" };
	const char *cells[4], *heads[4] = { "姓名", "身份证号", "性别", "备注" };
	const char *delimiter = delimiters[below(seed, COUNT(delimiters))];
	const char *end = ends[below(seed, COUNT(ends))];
	size_t columns = 2 + below(seed, 3), rows = 2 + below(seed, 12), turned = 0;

	*text = '\0';
	for (size_t row = 0; row < rows; row++) {
		bool header = row == 0 || (row > 1 && below(seed, 10) == 0);

		if (header && row > 0)
			turned = below(seed, 2);
		cells[0] = names[below(seed, COUNT(names))];
		cells[1] = numbers[below(seed, COUNT(numbers))];
		cells[2] = "男";
		cells[3] = "住宿";
		for (size_t c = 0; c < columns; c++) {
			size_t at = c < 2 && turned ? 1 - c : c;
			const char *cell = header ? heads[at] : cells[at];

			if (!header && c >= from && below(seed, 12) == 0)
				cell = odd[below(seed, odd_count)];
			text = stpcpy(stpcpy(text, c > 0 ? delimiter : ""), cell);
		}
		text = stpcpy(text, row + 1 < rows || below(seed, 2) == 0 ? end : "");
	}
	return rows;
}

/* The columns of a roster in the order of a number from 0 to 23, and a row in which one cell is
 * missing or doubled. */
static void write_odd_row(char *text, size_t order, size_t cell, bool doubled)
{
	static const char *const rows[][4] = {
		{ "姓名", "身份证号", "考生号", "备注" },
		{ "李明", ID1, "26320101150001", "住宿" },
		{ "王芳", ID2, "26320101150002", "走读" },
		{ "赵六", ID3, "26320101150003", "住宿" },
	};
	size_t columns[4] = { 0, 1, 2, 3 };

	for (size_t left = 4; left > 1; order /= left--) {
		size_t at = order % left, column = columns[at];

		columns[at] = columns[left - 1];
		columns[left - 1] = column;
	}
	*text = '\0';
	for (size_t row = 0; row < COUNT(rows); row++) {
		const char *before = "";

		for (size_t c = 0; c < 4; c++)
			for (int n = row == 2 && c == cell ? 2 * doubled : 1; n > 0; n--) {
				text = stpcpy(stpcpy(text, before), rows[row][columns[c]]);
				before = ",";
			}
		text = stpcpy(text, "\n");
	}
}

/* A student whose row lacks a cell or has one twice is not skipped; nobody else has a finding. */
static void test_no_odd_row_disappears(void **state)
{
	(void)state;
	for (size_t i = 0; i < 24 * 4 * 2; i++) {
		static char text[512];
		char *json, *lines;
		int status;

		write_odd_row(text, i / 8, i / 2 % 4, i % 2 == 1);
		json = audited(text, strlen(text), NULL, (struct audit_options){ .json = true },
			       &status);
		lines = slow_audit_lines(json);
		if (number_after(json, "\"rows\": ") != 3)
			fail_msg("%s%s", text, json);
		for (const char *at = lines; *at != '\0'; at = strchr(at, '\n') + 1)
			if (strncmp(at, "3 ", 2) != 0)
				fail_msg("%s%s", text, lines);
		free(lines);
		free(json);
	}
}

/* Quotes that open in one row and close in another swallow no row; a cell of several lines is
 * one. */
static void test_no_row_disappears(void **state)
{
	static const char *const stray[] = {
		"\"住宿", "走读\"", "\"",     "\"走读\"", "\"a\"b", " \"c", "x”",       "“甲”",
		"5\"屏",  "\"李明", "李明\"", "\"" ID1,   ID1 "\"", "无",   "E12345678"
	};
	static const char *const lines[] = { "\"北京\n海淀\"", "\"甲\r\n乙\r\n\"",
					     "\"a\"\"b\rc\"",  "\"甲,乙\n丙;丁\t戊\"",
					     "\"\n\"\"\"",     " \"甲\n\n乙\" " };
	static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16", "UTF-16LE" };
	static char text[16 * 1024], bytes[64 * 1024];
	uint64_t seed = 20260902;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		bool whole = i % 2;
		size_t rows = make_roster(&seed, whole ? lines : stray,
					  whole ? COUNT(lines) : COUNT(stray), whole ? 2 : 0, text);
		size_t len = convert(text, encodings[below(&seed, COUNT(encodings))], bytes,
				     sizeof bytes);
		int status;
		char *json = audited(bytes, len, NULL,
				     (struct audit_options){ .json = true, .no_duplicates = true },
				     &status);

		if (*json == '\0')
			fail_msg("refused:\n%s", text);
		if (number_after(json, "\"rows\": ") + number_after(json, "\"skipped\": ") +
			    number_after(json, "\"title_lines\": ") !=
		    rows)
			fail_msg("%zu rows\n%s\n%s", rows, text, json);
		free(json);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_samples),
		cmocka_unit_test(test_bytes),
		cmocka_unit_test(test_candidate_twice),
		cmocka_unit_test(test_quote_in_records),
		cmocka_unit_test(test_against),
		cmocka_unit_test(test_reveal),
		cmocka_unit_test(test_reveal_long_names),
		cmocka_unit_test(test_by_student),
		cmocka_unit_test(test_changed_columns),
		cmocka_unit_test(test_single_second_student),
		cmocka_unit_test(test_agreed),
		cmocka_unit_test(test_all),
		cmocka_unit_test(test_all_skipped),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_no_odd_line_disappears),
		cmocka_unit_test(test_no_line_disappears),
		cmocka_unit_test(test_no_row_disappears),
		cmocka_unit_test(test_no_odd_row_disappears),
	};

	if (!charset_choose())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
