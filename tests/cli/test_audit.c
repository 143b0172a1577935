/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/charset.h"
#include "base/file.h"
#include "support/memory_file.h"
#include "support/slow_audit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Numbers of nobody. */
#define ID1 "110000200709010014"
#define ID2 "110000200709010022"
#define ID3 "110000200709010030"
#define ID4 "110000200708150015"
#define H "姓名,身份证号\n"

static const struct date today = { 2026, 9, 1 };

struct bytes {
	char s[256 * 1024];
	size_t len;
};

static void convert(const struct bytes *from, const char *to_name, struct bytes *to)
{
	iconv_t cd = iconv_open(to_name, "UTF-8");
	char *in = (char *)(uintptr_t)from->s, *out = to->s;
	size_t left = from->len, space = sizeof to->s;

	assert_true(cd != (iconv_t)-1);
	assert_int_equal(iconv(cd, &in, &left, &out, &space), 0);
	iconv_close(cd);
	to->len = sizeof to->s - space;
}

static void set(struct bytes *b, const char *text)
{
	b->len = strlen(text);
	assert_true(b->len < sizeof b->s);
	memcpy(b->s, text, b->len);
}

/* What the audit writes, owned by the caller. against may be NULL. */
static char *audited(const struct bytes *roster, const struct bytes *against,
		     struct audit_options how, int *status)
{
	char path[32], other[32], *text = NULL;
	const char *const roster_path = path;
	int fd = memory_file(roster->s, roster->len, path),
	    fd2 = against != NULL ? memory_file(against->s, against->len, other) : -1;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	bool interrupted;

	how.rosters = &roster_path;
	how.roster_count = 1;
	how.against = against != NULL ? other : NULL;
	how.today = today;
	*status = audit_run(&how, out, &interrupted);
	assert_false(interrupted);
	fclose(out);
	close(fd);
	if (fd2 >= 0)
		close(fd2);
	return text;
}

static void expect_text(const char *text, const char *expected)
{
	size_t at = 0;

	while (text[at] != '\0' && text[at] == expected[at])
		at++;
	if (text[at] == expected[at])
		return;
	while (at > 0 && text[at - 1] != '\n')
		at--;
	fail_msg("\n%s, not\n%s", text + at, expected + at);
}

static void expect_in(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\n%s is not in\n%s", part, text);
}

static void expect_lines(const struct bytes *roster, const struct bytes *against,
			 struct audit_options how, const char *expected)
{
	int status;
	char *json, *lines;

	how.json = true;
	json = audited(roster, against, how, &status);
	lines = slow_audit_lines(json);
	expect_text(lines, expected);
	assert_int_equal(status, strstr(json, "\"error\"") != NULL);
	free(json);
	free(lines);
}

/* In both encodings, and wherever the blocks fall. */
static void expect_findings(const char *text, const char *expected)
{
	static struct bytes all[2];

	set(&all[0], text);
	convert(&all[0], "GB18030", &all[1]);
	for (size_t i = 0; i < COUNT(all); i++) {
		size_t head = (size_t)((char *)memchr(all[i].s, '\n', all[i].len) - all[i].s) + 1;

		expect_lines(&all[i], NULL, (struct audit_options){ 0 }, expected);
		for (size_t block = 1; block < 40; block++)
			expect_lines(&all[i], NULL,
				     (struct audit_options){ .block = block, .head = head },
				     expected);
	}
}

static void test_oddities(void **state)
{
	static const struct {
		const char *text, *lines;
	} rows[] = {
		{ H "张三," ID1 "\n李四," ID2 "\n", "" },
		{ H "张三,110000200709010013\n", "2 id.checksum 18\n" },
		{ H "张三,11010519491231002x\n", "2 id.age 7\n2 id.lowercase-x 18\n" },
		{ H "张三,１10000200709010014\n", "2 id.fullwidth 1\n" },
		{ H "张三,110000700901001\n", "2 id.fifteen 0\n" },
		{ H "张三,11000020070901 0014\n", "2 id.space 15\n" },
		{ H "张三, " ID1 "\n李四,'" ID2 "\n王五,\"=\"\"" ID3 "\"\"\"\n",
		  "2 id.space 1\n3 id.character 1\n4 id.character 1\n" },
		{ H "张三,110000200709010\n王五,11000020070901001\n",
		  "2 id.fifteen 0\n3 id.length 0\n" },
		{ H "张三,\n," ID1 "\n", "2 id.empty 0\n3 name.empty 0\n" },
		{ H "张," ID1 "\n", "2 name.short 0\n" },
		{ H "张 三," ID1 "\n", "2 name.space 2\n" },
		{ H "阿布•买买提," ID1 "\n阿布·买买提," ID2 "\n", "2 name.interpunct 3\n" },
		{ H "张3," ID1 "\n", "2 name.character 2\n" },
		{ H "张三,100000200709010013\n", "2 id.province 1\n" },
		{ H "张三,110000200702300018\n", "2 id.birth-date 7\n" },
		{ H "张三,110000200709010000\n", "2 id.spreadsheet 16\n" },
		{ H "张三,1.10105E+17\n", "2 id.spreadsheet 0\n" },
		{ H "张三,1.10105E+17\n李四,1.10105E+17\n",
		  "2 id.spreadsheet 0\n3 id.spreadsheet 0\n0 roster.spreadsheet 0\n" },
		{ H "张三," ID1 ",一班,二班\n李四," ID2 ",,\n", "2 roster.columns 0\n" },
		{ H "张三\n李四," ID2 "\n", "2 id.empty 0\n" },
		{ H "张三," ID1 "\n\n \n姓名,身份证号\n李四,1\n", "6 id.length 0\n" },
		{ H "\"张\n三\",\"" ID1 "\"\n", "2 name.space 2\n" },
		{ H "张三," ID1 "\r李四,1\r王五," ID2 "\r\n赵六,2",
		  "3 id.length 0\n5 id.length 0\n" },
		{ "姓名;身份证号\n张三;" ID1 "\n李四;1\n\"王;五\";" ID2 "\n",
		  "3 id.length 0\n4 name.character 2\n" },
		{ "身份证号\t班级\t姓名\n" ID1 "\t一班\t张三\n1\t一班\t李四\n", "3 id.length 0\n" },
		{ "姓名,身份证号,性别\n张三," ID1 ",男\n李四," ID2 ",男\n王五," ID3 ",\n",
		  "3 id.sex 17\n" },
		{ "姓名,身份证号,出生日期\n张三," ID1 ",2007-09-01\n李四," ID2 ",2007/9/2\n",
		  "3 id.birth 7\n" },
		{ "姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2 ",260101\n"
		  "王五," ID3 ",26990101010001\n",
		  "4 candidate.format 3\n3 candidate.format 0\n" },
		{ "姓名,身份证号,考生号\n张三," ID1 ",无\n李四," ID2 ", null \n王五," ID3 ",无号\n",
		  "4 candidate.format 0\n" },
		{ "姓名,身份证号,证件类型\n张三,E12345678,护照\n李四,E12345679,居民身份证\n",
		  "3 id.other-document 0\n" },
		{ H "张三," ID1 "\n李四," ID1 "\n张三," ID1 "\n王五," ID2 "\n",
		  "3 roster.duplicate-id 0\n4 roster.duplicate-id 0\n" },
		{ H "张三,110000700901001\n李四,110000700901001\n",
		  "2 id.fifteen 0\n3 id.fifteen 0\n3 roster.duplicate-id 0\n" },
		{ "姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2
		  ",26110101010001\n王五," ID3 ",26990101010001\n赵六," ID4 ",26990101010001\n",
		  "4 candidate.format 3\n5 candidate.format 3\n"
		  "3 roster.duplicate-candidate 0\n5 roster.duplicate-candidate 0\n" },
		/* entered twice is one mistake, the second number of another row is one more */
		{ "姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2
		  ",26110101010002\n张三," ID1 ",26110101010001\n王五," ID1
		  ",26110101010002\n赵六," ID3 ",26110101010001\n",
		  "4 roster.duplicate-id 0\n5 roster.duplicate-id 0\n"
		  "6 roster.duplicate-candidate 0\n5 roster.duplicate-candidate 0\n" },
		{ H "㐂三," ID1 "\n", "" },
		/* three aligned names or more are reported once for the column */
		{ H "李　明," ID1 "\n王　芳," ID2 "\n张　伟," ID3 "\n", "0 name.space 0\n" },
		{ H "李 明," ID1 "\n王 芳," ID2 "\n", "2 name.space 2\n3 name.space 2\n" },
		{ H "李　明," ID1 "\n王　芳," ID2 "\n张　伟 ," ID3 "\n", "0 name.space 0\n" },
		{ H "李　明," ID1 "\n王芳," ID2 "\n张　伟 ," ID3 "\n",
		  "2 name.space 2\n4 name.space 2\n" },
		{ H "李   明," ID1 "\n王 小 芳," ID2 "\n张　伟," ID3 "\n", "0 name.space 0\n" },
		{ H "李明　," ID1 "\n王芳　," ID2 "\n张伟　," ID3 "\n 赵六,",
		  "5 id.empty 0\n0 name.space 0\n" },
		/* a row that is broken in two, wherever the blocks fall */
		{ H "张三,\n" ID1 "\r\n李四\n," ID2 "\n王\n五," ID3 "\n赵\r六,2\n",
		  "2 roster.columns 0\n4 roster.columns 0\n6 roster.columns 0\n8 id.length 0\n8 "
		  "name.space 2\n" },
		{ H "王 小 芳," ID1 "\n", "2 name.space 2\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_findings(rows[i].text, rows[i].lines);
}

static void test_no_header(void **state)
{
	static struct bytes b;

	(void)state;
	set(&b, "1,张三," ID1 "\n2,李四,1\n3,王五," ID3 "\n4,赵六," ID4 "\n");
	expect_lines(&b, NULL, (struct audit_options){ 0 }, "2 id.length 0\n");
}

/* Every byte of it: other programs read this. */
static void test_json(void **state)
{
	static struct bytes b;
	int status;
	char *json;

	(void)state;
	set(&b, H "张三," ID1 "\n张," ID2 "\n李四,110000200709010021\n");
	json = audited(&b, NULL, (struct audit_options){ .json = true }, &status);
	expect_text(
		json,
		"{\"row\": 3, \"field\": \"name\", \"code\": \"name.short\", "
		"\"severity\": \"error\", \"at\": 0, \"message\": "
		"\"姓名只有一个字，照身份证核对。\"}\n"
		"{\"row\": 4, \"field\": \"id_number\", \"code\": \"id.checksum\", "
		"\"severity\": \"error\", \"at\": 18, \"message\": "
		"\"号码有一位或几位抄错了，照证件核对。\"}\n"
		"{\"summary\": {\"rows\": 3, \"skipped\": 0, \"clean\": 1, "
		"\"errors\": 2, \"warnings\": 0, \"notes\": 0, "
		"\"encoding\": \"UTF-8\", \"columns\": {\"name\": 1, "
		"\"id_number\": 2}, \"title_lines\": 1, \"skipped_lines\": [], "
		"\"unread\": {\"sex\": 0, \"birth_date\": 0, \"ethnic_group\": 0, "
		"\"candidate_number\": 0, \"record\": 0}, "
		"\"students\": {\"agreed\": 0, \"well_formed\": 1, \"wrong\": 2, \"doubtful\": 0}, "
		"\"findings\": 2, "
		"\"interrupted\": false}}\n");
	assert_int_equal(status, 1);
	free(json);
}

static void expect_summary(const char *text, int expected_status, const char *summary)
{
	static struct bytes b;
	int status;
	char *json;

	set(&b, text);
	json = audited(&b, NULL, (struct audit_options){ .json = true }, &status);
	expect_in(json, summary);
	assert_int_equal(status, expected_status);
	free(json);
}

static void test_status_and_summary(void **state)
{
	(void)state;
	expect_summary(H "张三," ID1 "\n", 0,
		       "\"rows\": 1, \"skipped\": 0, \"clean\": 1, \"errors\": 0,");
	/* a note leaves a row clean, a warning does not; neither is an error */
	expect_summary("姓名,身份证号,考生号\n张三," ID1 ",1\n", 0,
		       "\"clean\": 1, \"errors\": 0, \"warnings\": 0, \"notes\": 1,");
	expect_summary(H "张三,11010519491231002X\n", 0,
		       "\"clean\": 0, \"errors\": 0, \"warnings\": 1,");
	expect_summary(H "张三,1\n", 1, "\"clean\": 0, \"errors\": 1,");
	/* the later row of a double is wrong, and counted once though it is one in two ways; the
	 * earlier ones, of other names, may be wrong */
	expect_summary("姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2
		       ",26110101010002\n王五," ID1 ",26110101010002\n",
		       1, "\"rows\": 3, \"skipped\": 0, \"clean\": 0, \"errors\": 2, ");
	expect_summary(H, 2, "\"rows\": 0, \"skipped\": 0, \"clean\": 0,");
	/* a quote that nothing closes is something found */
	expect_summary("姓名,身份证号,班级\n张三," ID1 ",\"\n", 1,
		       "\"rows\": 1, \"skipped\": 0, \"clean\": 0, \"errors\": 1,");
}

static void test_report(void **state)
{
	static struct bytes utf8, gb18030;
	int status;
	char *report;

	(void)state;
	set(&utf8, "计算机学院名册;;\n姓名;身份证号;性别\n张三丰;" ID1 ";男\n李四;" ID2
		   ";男\n王小五;110000200709010031;男\n");
	convert(&utf8, "GB18030", &gb18030);
	report = audited(&gb18030, NULL, (struct audit_options){ 0 }, &status);
	assert_int_equal(status, 1);
	expect_in(report, "：GB18030，分号分隔，表头在第 2 行\n"
			  "姓名=A 列，身份证号=B 列，性别=C 列\n\n"
			  "  学生               3\n"
			  "  格式对             1      33%\n"
			  "  有错               2      67%\n"
			  "  要留意             0       0%\n"
			  "  问题               2（错 2，留意 0，提示 0）\n"
			  "\n各类问题\n");
	expect_in(report, "号码里有抄错的数字 [id.checksum]  B 列\n  第 5 行  王**          "
			  "1****************1\n");
	expect_in(report,
		  "号码与性别不符 [id.sex]  B、C 列\n  第 4 行  李*           1****************2\n"
		  "      第 17 位表示的性别与“性别”一栏不同，核对是哪一栏错。\n");
	expect_in(report, "\n姓名和号码遮住了，--reveal 显示。\n");
	free(report);
	report = audited(&gb18030, NULL, (struct audit_options){ .reveal = true }, &status);
	expect_in(report, "  第 5 行  王小五        110000200709010031\n");
	expect_in(report, "号码是女，“性别”一栏是男");
	assert_null(strstr(report, "--reveal"));
	free(report);
}

/* Of rows that take the fast path, of those that are read by the rules (born on 29 February), and
 * of numbers that are kept apart since they are wrong: one name or two. */
static void test_names_of_doubles(void **state)
{
	static const char *const numbers[] = { ID1, "110000200802290014", "110000200709010013" };
	static struct bytes utf8, gb18030;
	const struct bytes *both[] = { &utf8, &gb18030 };
	int status;

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(numbers); i++) {
		const char *number = numbers[i / 2];
		char text[256], *report;

		snprintf(text, sizeof text, H "李明,%s\n李鸣,%s\n欧阳," ID2 "\n李明,%s\n", number,
			 number, number);
		set(&utf8, text);
		convert(&utf8, "GB18030", &gb18030);
		report = audited(both[i % 2], NULL, (struct audit_options){ 0 }, &status);
		expect_in(report, "  第 3 行  李*");
		expect_in(report, "证件号码与第 2 行相同，姓名却不同：");
		expect_in(report, "证件号码与第 2 行相同，姓名也相同：");
		free(report);
	}
}

/* Twenty of a kind are shown, all are counted, and none that is not there. */
static void test_report_is_bounded(void **state)
{
	static struct bytes b;
	int status;
	char *report;

	(void)state;
	set(&b, "姓名,证件类型,身份证号\n");
	for (int i = 0; i < 25; i++)
		b.len += (size_t)sprintf(b.s + b.len, ",居民身份证," ID1 "\n");
	for (int i = 0; i < 10; i++)
		b.len += (size_t)sprintf(b.s + b.len, "张三,护照,E123456%02d\n", i);
	report = audited(&b, NULL, (struct audit_options){ .no_duplicates = true }, &status);
	expect_in(report, "  没有姓名                        25  ####");
	expect_in(report, "  另有 5 处，--json 列出全部\n");
	expect_in(report, "  第 21 行  ");
	assert_null(strstr(report, "  第 22 行  "));
	free(report);
}

/* A number with this beginning, this birth date and this end. */
static void make_number(const char *region, const char *birth, char end, char out[19])
{
	for (int i = 0; i < 1000; i++) {
		snprintf(out, 19, "%s%s%03dX", region, birth, i);
		out[17] = resident_id_check_char(out);
		if (out[17] == end)
			return;
	}
	fail();
}

/* A roster of mistakes, one of two that differ in nothing but what the masks hide. */
static void make_mistakes(int which, struct bytes *roster, struct bytes *records)
{
	static const char *const regions[] = { "110000", "120000" };
	static const char *const births[] = { "20070901", "20060813" };
	static const struct {
		const char *region[2], *birth[2], *cut[2]; /* NULL: a sound one */
		int place;                                 /* from 0, where `cut` is put over it */
	} mistakes[] = {
		{ { 0 }, { 0 }, { "a", "b" }, 9 },
		{ { 0 }, { 0 }, { "１", "２" }, 1 },
		{ { 0 }, { 0 }, { "x三", "y四" }, 9 },
		{ { "100000", "190000" }, { 0 }, { 0 }, 0 },
		{ { 0 }, { "20070230", "20060431" }, { 0 }, 0 },
		{ { 0 }, { "20300101", "20310202" }, { 0 }, 0 },
		{ { 0 }, { "19300101", "19310202" }, { 0 }, 0 },
	};
	static const char *const names[][2] = {
		{ "张三", "张四" },         { "张Ａ", "张Ｂ" },         { "张3", "张4" },
		{ "张\uF900", "张\uF901" }, { "张\uE816", "张\uE817" }, { "张Ж", "张Д" },
	};
	const char *sex = which == 0 ? "男" : "女";
	char number[19], other[19];

	set(roster, "姓名,身份证号,性别,出生日期,考生号\n");
	set(records, "姓名,身份证号,出生日期,考生号\n");
	for (size_t i = 0; i < COUNT(mistakes); i++) {
		const char *region = mistakes[i].region[which], *birth = mistakes[i].birth[which];
		const char *cut = mistakes[i].cut[which] != NULL ? mistakes[i].cut[which] : "";
		int place = mistakes[i].place;

		make_number(region != NULL ? region : regions[which],
			    birth != NULL ? birth : births[which], '4', number);
		roster->len += (size_t)sprintf(roster->s + roster->len, "张三,%.*s%s%s,,,\n", place,
					       number, cut, number + place + (*cut != '\0'));
	}
	make_number(regions[which], births[which], '4', number);
	number[16] = which == 0 ? '2' : '1';
	for (int i = 0; (number[17] = resident_id_check_char(number)) != '4'; i++)
		number[14] = (char)('0' + i / 10), number[15] = (char)('0' + i % 10);
	roster->len += (size_t)sprintf(roster->s + roster->len, "张三,%s,%s,%s,379%d0101013794\n",
				       number, sex, births[1 - which], 8 + which);
	make_number(regions[which], which == 0 ? "20070101" : "20060113", '4', other);
	for (size_t i = 0; i < COUNT(names); i++) {
		roster->len +=
			(size_t)sprintf(roster->s + roster->len, "%s,%s,,,2611000000000%zu\n",
					names[i][which], number, i);
		records->len += (size_t)sprintf(records->s + records->len,
						"张%s,%s,20050101,2611000000000%zu\n",
						which == 0 ? "伍" : "陆", other, i);
	}
	records->len += (size_t)sprintf(records->s + records->len, "张%s,%s,,\n",
					which == 0 ? "伍" : "陆", other);
}

/* What the masks hide does not change a byte of what is written. */
static void test_masks(void **state)
{
	static struct bytes roster[2], records[2];

	(void)state;
	make_mistakes(0, &roster[0], &records[0]);
	make_mistakes(1, &roster[1], &records[1]);
	for (int i = 0; i < 8; i++) {
		struct audit_options how = { .json = i & 1,
					     .no_duplicates = true,
					     .reveal = i >= 4 };
		char *texts[2];
		int status;

		for (int which = 0; which < 2; which++)
			texts[which] = audited(&roster[which], i & 2 ? &records[which] : NULL, how,
					       &status);
		if (how.reveal)
			assert_string_not_equal(strchr(texts[0], '\n'), strchr(texts[1], '\n'));
		else
			expect_text(strchr(texts[0], '\n'), strchr(texts[1], '\n'));
		free(texts[0]);
		free(texts[1]);
	}
}

static void expect_against(const char *roster, const char *against, const char *lines)
{
	static struct bytes a, b;

	set(&a, roster);
	set(&b, against);
	expect_lines(&a, &b, (struct audit_options){ .no_duplicates = true }, lines);
}

static void test_against(void **state)
{
	static const char record[] =
		"[{\"name\": \"张三\", \"id_number\": \"" ID1 "\", \"sex\": \"男\", "
		"\"candidate_number\": \"26110101010001\"}, "
		"{\"name\": \"李四\", \"id_number\": \"" ID2 "\", \"birth_date\": \"2007-09-01\"}]";
	static const char csv[] = "考生号,姓名,身份证号,出生日期\n26110101010001,张三," ID1
				  ",20070901\n,李四," ID2 ",\n";
	static const char *const both[] = { record, csv };

	(void)state;
	for (size_t i = 0; i < COUNT(both); i++) {
		expect_against(H "张三," ID1 "\n李四," ID2 "\n", both[i], "");
		/* by candidate number, though all else differs */
		expect_against("姓名,身份证号,考生号\n张叁," ID3 ",26110101010001\n李四," ID2 ",\n",
			       both[i], "2 name.mismatch 2\n2 id.mismatch 17\n");
		/* by ID number; the candidate number differs */
		expect_against("姓名,身份证号,考生号\n张三," ID1 ",26110101010002\n李四," ID2 ",\n",
			       both[i], "2 candidate.mismatch 14\n");
		/* by name and birth: given, and in the number */
		expect_against("姓名,身份证号,出生日期\n张三,1,2007-9-1\n李四," ID2 ",\n", both[i],
			       "2 id.mismatch 1\n");
		expect_against(H "张三,110000200709010013\n李四," ID2 "\n", both[i],
			       "2 id.mismatch 18\n");
		/* the layers of a name */
		expect_against(H "张 三," ID1 "\n李四," ID2 "\n", both[i], "2 name.space 2\n");
		/* missing here, and there */
		expect_against(H "张三," ID1 "\n王五," ID4 "\n", both[i],
			       "3 roster.missing 0\n0 roster.missing 0\n");
	}
	/* of two with a name and a day the one whose number is alike; or of one that was found: it
	 * is that person */
	expect_against(H "张三,110000200709010013\n", H "张三," ID1 "\n张三," ID2 "\n",
		       "2 id.mismatch 18\n0 roster.missing 0\n");
	expect_against(H "张三," ID1 "\n张三,110000200709010013\n", H "张三," ID1 "\n",
		       "3 id.mismatch 18\n");
	/* what the record has instead of a rare character */
	expect_against(H "张㐂," ID1 "\n", H "张?," ID1 "\n", "2 name.placeholder 2\n");
}

/* One slip, one finding; but a number of somebody else under a right name and candidate number is
 * the slip. */
static void test_candidate_of_another(void **state)
{
	static const char records[] =
		"考生号,姓名,身份证号\n26110101010001,张三," ID1 "\n26110101010002,李四," ID2 "\n";

	(void)state;
	expect_against("姓名,身份证号,考生号\n张三," ID1 ",26110101010001\n李四," ID2
		       ",26110101010001\n",
		       records, "3 candidate.mismatch 0\n");
	expect_against("姓名,身份证号,考生号\n张三," ID2 ",26110101010001\n李四," ID2
		       ",26110101010002\n",
		       records, "2 id.mismatch 0\n");
}

/* A repeat is shown with both rows, but not of what cannot be read twice: opening a pipe again
 * would wait for another writer for ever. */
static void test_repeat_in_pipe(void **state)
{
	static const char rows[] = H "张三," ID1 "\n李四," ID1 "\n";
	char folder[] = "/tmp/xueji-pipe-XXXXXX", path[64], *text = NULL;
	const char *const roster = path;
	struct audit_options options = {
		.json = true, .reveal = true, .rosters = &roster, .roster_count = 1, .today = today
	};
	bool interrupted;
	size_t size;
	int status;
	pid_t child;
	FILE *out;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/pipe", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	if ((child = fork()) == 0) {
		int to = open(path, O_WRONLY);

		_exit(write(to, rows, strlen(rows)) != (ssize_t)strlen(rows));
	}
	out = open_memstream(&text, &size);
	alarm(60); /* ends this test if it waits */
	assert_int_equal(audit_run(&options, out, &interrupted), 1);
	alarm(0);
	fclose(out);
	assert_non_null(strstr(text, "roster.duplicate-id"));
	free(text);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	unlink(path);
	rmdir(folder);
}

/* What is written to, which puts another file in the place of the roster at first. */
struct replacing {
	const char *path;
	FILE *to;
};

static void write_text(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

static ssize_t replace_and_write(void *cookie, const char *bytes, size_t n)
{
	struct replacing *r = cookie;

	if (r->path != NULL) {
		unlink(r->path);
		write_text(r->path, H "王五,1\n赵六," ID1 "\n孙七," ID2 "\n");
	}
	r->path = NULL;
	return (ssize_t)fwrite(bytes, 1, n, r->to);
}

/* A repeat is not shown with the rows of a file that was replaced meanwhile. */
static void test_repeat_replaced(void **state)
{
	char path[] = "/tmp/xueji-roster-XXXXXX", *text = NULL;
	const char *const roster = path;
	const struct audit_options options = {
		.json = true, .reveal = true, .rosters = &roster, .roster_count = 1, .today = today
	};
	const cookie_io_functions_t functions = { .write = replace_and_write };
	struct replacing r = { .path = path };
	bool interrupted;
	size_t size;
	FILE *out;
	int fd;

	(void)state;
	fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	write_text(path, H "李四,1\n张三," ID1 "\n张三," ID1 "\n");
	r.to = open_memstream(&text, &size);
	out = fopencookie(&r, "w", functions);
	setvbuf(out, NULL, _IONBF, 0);
	assert_int_equal(audit_run(&options, out, &interrupted), 1);
	fclose(out);
	fclose(r.to);
	assert_null(r.path);
	assert_non_null(strstr(text, "\"row\": 4, \"field\": \"row\", "
				     "\"code\": \"roster.duplicate-id\""));
	assert_null(strstr(text, "孙七"));
	free(text);
	unlink(path);
}

/* A pipe is opened once: its writer ends, or hangs, if it is opened to be looked at first. */
static void test_against_pipe(void **state)
{
	static const char records[] = H "张三," ID1 "\n";
	static struct bytes roster;
	char folder[] = "/tmp/xueji-pipe-XXXXXX", path[64], *text = NULL;
	char roster_path[32];
	const char *const roster_of_path = roster_path;
	struct audit_options options = { .json = true, .against = path, .today = today };
	bool interrupted;
	size_t size;
	int fd, status;
	pid_t child;
	FILE *out;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/pipe", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	if ((child = fork()) == 0) {
		while ((fd = open(path, O_WRONLY | O_NONBLOCK)) < 0)
			;
		_exit(1);
	}
	for (int i = 0; i < 5000; i++)
		assert_int_equal(file_first_byte(path), '\0');
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));

	set(&roster, H "张三," ID1 "\n李四," ID2 "\n");
	fd = memory_file(roster.s, roster.len, roster_path);
	options.rosters = &roster_of_path;
	options.roster_count = 1;
	if ((child = fork()) == 0) {
		int to = open(path, O_WRONLY);

		_exit(write(to, records, strlen(records)) != (ssize_t)strlen(records));
	}
	out = open_memstream(&text, &size);
	assert_int_equal(audit_run(&options, out, &interrupted), 1);
	fclose(out);
	expect_in(text, "{\"row\": 3, \"field\": \"row\", \"code\": \"roster.missing\"");
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	free(text);
	close(fd);
	unlink(path);
	rmdir(folder);
}

static void test_alarms(void **state)
{
	static struct bytes b, first, second;
	int status;
	char *json;

	(void)state;
	/* three of 299 is over one percent, three of 300 is not */
	for (int rows = 299; rows <= 300; rows++) {
		set(&b, H);
		for (int i = 0; i < rows; i++)
			b.len += (size_t)sprintf(b.s + b.len, "张三,%s\n",
						 i < 3 ? "110000200709010000" : ID1);
		json = audited(&b, NULL,
			       (struct audit_options){ .json = true, .no_duplicates = true },
			       &status);
		assert_int_equal(strstr(json, "roster.spreadsheet") != NULL, rows == 299);
		free(json);
	}
	/* two files of two encodings put together */
	set(&b, "张三丰," ID1 "\n李四光," ID2 "\n");
	convert(&b, "GB18030", &second);
	set(&first, H "王五," ID3 "\n王五一,110000200708150015\n赵六," ID1 "\n");
	memcpy(first.s + first.len, second.s, second.len);
	first.len += second.len;
	expect_lines(&first, NULL, (struct audit_options){ .no_duplicates = true },
		     "0 roster.encoding 0\n");
}

/* A generator, the same numbers everywhere. */
static size_t below(uint64_t *seed, size_t limit)
{
	*seed ^= *seed >> 12;
	*seed ^= *seed << 25;
	*seed ^= *seed >> 27;
	return (size_t)((*seed * 0x2545F4914F6CDD1DU >> 33) % limit);
}

/* The cells of a row, with one mistake in it, or none. */
struct cells {
	char name[64], number[64], candidate[32], sex[16], birth[32], more[32];
};

static void make_cells(uint64_t *seed, size_t mistake, const char *before, struct cells *c)
{
	static const char *const names[] = { "张三",  "李小明", "欧阳娜娜", "阿布都拉·买买提",
					     "王伟",  "𠮷田",   "㐂",       "张 三",
					     "张•三", "张3",    "",         "王\xEF\xA4\x80" };
	static const char *const signs[][3] = {
		{ "-", "-", "" }, { "/", "/", "" }, { "", "", "" }, { "年", "月", "日" }
	};
	static const char *const others[] = { "",
					      "E12345678",
					      "1.10105E+17",
					      "110000700901001",
					      "11000020070901001",
					      "110000200709010 14",
					      "110000200708３20018" };
	const char *const *sign;
	char *n = c->number;

	snprintf(c->name, sizeof c->name, "%s",
		 names[below(seed, mistake == 1 ? COUNT(names) : 5)]);
	snprintf(n, sizeof c->number, "%02zu00%02zu%04zu%02zu%02zu%03zu",
		 11 + below(seed, mistake == 2 ? 80 : 5), below(seed, 100),
		 2003 + below(seed, mistake == 3 ? 30 : 7), 1 + below(seed, mistake == 4 ? 14 : 12),
		 1 + below(seed, mistake == 5 ? 35 : 28), below(seed, 1000));
	n[17] = resident_id_check_char(n);
	n[18] = '\0';
	sign = signs[below(seed, mistake == 6 ? COUNT(signs) : 3)];
	snprintf(c->birth, sizeof c->birth, "%.4s%s%.2s%s%.2s%s", n + 6, sign[0], n + 10, sign[1],
		 n + 12, sign[2]);
	snprintf(c->sex, sizeof c->sex, "%s", (n[16] - '0') % 2 != (mistake == 7) ? "男" : "女");
	snprintf(c->candidate, sizeof c->candidate, "26%zu0%09zu",
		 10 + below(seed, mistake == 8 ? 90 : 6), below(seed, 1000000000));
	snprintf(c->more, sizeof c->more, "%s", mistake == 9 ? "一,二;三\t四" : "一班");
	if (mistake == 10)
		n[below(seed, 18)] = (char)('0' + below(seed, 10));
	if (mistake == 11 && n[17] == 'X')
		n[17] = 'x';
	if (mistake == 12)
		memcpy(n + 15, "000", 3);
	if (mistake == 13)
		snprintf(n, sizeof c->number, "%s", others[below(seed, COUNT(others))]);
	if (mistake == 14 && *before != '\0')
		memcpy(n, before, 19);
	if (mistake == 15)
		memmove(n + 1, n, 19), *n = below(seed, 2) ? ' ' : '\'';
	if (mistake == 16)
		snprintf(c->sex, sizeof c->sex, "%s", below(seed, 2) ? "1" : "不详");
	if (mistake == 17)
		snprintf(c->birth, sizeof c->birth, "2007-09-01");
	if (mistake == 18)
		memcpy(n + 6, "20040229", 8), n[17] = resident_id_check_char(n);
}

enum { MISTAKES = 26 };

/* A cell, in quotes where it must be or may be. */
static void put_cell(struct bytes *b, const char *cell, bool quoted)
{
	b->len += (size_t)sprintf(b->s + b->len, quoted ? "\"%s\"" : "%s", cell);
}

/* In the place of the last digit. */
static void put_nul(struct bytes *b)
{
	for (size_t i = b->len; i-- > 0;)
		if (b->s[i] >= '0' && b->s[i] <= '9') {
			b->s[i] = '\0';
			return;
		}
}

static void make_roster(uint64_t *seed, struct slow_layout *layout, struct bytes *b)
{
	static const char delimiters[] = { ',', ';', '\t' };
	static const char *const ends[] = { "\n", "\r\n", "\r" };
	static const char *const headings[] = { "姓名", "身份证号", "考生号",
						"性别", "出生日期", "班级" };
	int order[6], *places[] = { &layout->name, &layout->number, &layout->candidate,
				    &layout->sex, &layout->birth };
	const char *end = ends[below(seed, 3)];
	size_t columns = 2 + below(seed, 5), rows = 40 + below(seed, 40);
	char before[20] = "", text[2] = { delimiters[below(seed, 3)], '\0' };

	*layout = (struct slow_layout){ -1, -1, -1, -1, -1, (int)columns, false, *text, today };
	b->len = 0;
	for (size_t i = 0; i < columns; i++) {
		size_t other = below(seed, i + 1);

		order[i] = order[other];
		order[other] = (int)i;
	}
	for (size_t i = 0; i < columns; i++) {
		if (order[i] < 5)
			*places[order[i]] = (int)i;
		put_cell(b, headings[order[i]], false);
		put_cell(b, i + 1 < columns ? text : end, false);
	}
	for (size_t row = 0; row < rows; row++) {
		size_t mistake = below(seed, 2) ? below(seed, MISTAKES) : 0;
		size_t shown = mistake == 19 ? 1 + below(seed, columns) : columns;
		struct cells c;
		const char *cells[] = { c.name, c.number, c.candidate, c.sex, c.birth, c.more };

		make_cells(seed, mistake, before, &c);
		for (size_t i = 0; mistake != 20 && i < shown; i++) {
			put_cell(b, i > 0 ? text : "", false);
			put_cell(b, cells[order[i]],
				 strpbrk(cells[order[i]], ",;\t") != NULL || mistake == 21);
		}
		if (mistake >= 22 && mistake <= 24)
			put_cell(b, text, false);
		if (mistake == 23)
			put_cell(b, "二班", false);
		if (mistake == 25)
			put_nul(b);
		put_cell(b, end, false);
		if (strlen(c.number) == 18)
			memcpy(before, c.number, 19);
	}
	if (below(seed, 2))
		b->len -= strlen(end);
}

/* Rows of the fast path, of the slow path, cut by the end of a block: what is found is what the
 * slow judge finds, and the same to the byte wherever the blocks fall: two sizes of them in
 * turn. */
static void check_roster(const struct bytes *b, const struct slow_layout *layout, size_t turn)
{
	static const size_t blocks[] = { 1, 2, 3, 7, 64, 1000 };
	struct slow_csv rows = { .bytes = b->s,
				 .len = b->len,
				 .delimiter = layout->delimiter,
				 .width = (size_t)layout->width,
				 .number = (size_t)(layout->number + 1),
				 .cr = memchr(b->s, '\n', b->len) == NULL };
	char *expected = slow_audit(rows, 1, layout), *json, *lines;
	size_t head = 0;
	int status;

	if (expected == NULL)
		return; /* a byte that is of no encoding */
	while (b->s[head] != '\n' && b->s[head] != '\r')
		head++;
	json = audited(b, NULL, (struct audit_options){ .json = true }, &status);
	lines = slow_audit_lines(json);
	expect_text(lines, expected);
	free(lines);
	free(expected);
	for (size_t i = turn; i < turn + COUNT(blocks); i += COUNT(blocks) / 2) {
		size_t block = blocks[i % COUNT(blocks)];
		char *other = audited(
			b, NULL,
			(struct audit_options){ .json = true, .block = block, .head = head + 2 },
			&status);

		expect_text(other, json);
		free(other);
	}
	free(json);
}

static void test_glance_and_rules(void **state)
{
	static struct bytes utf8, gb18030;
	uint64_t seed = 20260901;

	(void)state;
	for (size_t i = 0; i < 150; i++) {
		struct slow_layout layout;

		make_roster(&seed, &layout, &utf8);
		check_roster(&utf8, &layout, i);
		convert(&utf8, "GB18030", &gb18030);
		layout.gb18030 = true;
		check_roster(&gb18030, &layout, i + 1);
	}
}

/* The findings of both halves are those of the whole, but for duplicates and files with a finding
 * of a column. */
static void test_halves(void **state)
{
	static struct bytes whole, half;
	uint64_t seed = 7;
	int compared = 0;

	(void)state;
	for (int i = 0; i < 60; i++) {
		struct slow_layout layout;
		struct audit_options how = { .json = true, .no_duplicates = true };
		size_t header, cut, findings[3] = { 0 };
		char *json[3];
		int status;
		bool column = false;

		do
			make_roster(&seed, &layout, &whole);
		while (whole.s[whole.len - 1] != '\n');
		header = (size_t)((char *)memchr(whole.s, '\n', whole.len) + 1 - whole.s);
		for (cut = whole.len / 2; whole.s[cut - 1] != '\n';)
			cut++;
		json[0] = audited(&whole, NULL, how, &status);
		half = whole;
		half.len = cut;
		json[1] = audited(&half, NULL, how, &status);
		memcpy(half.s + header, whole.s + cut, whole.len - cut);
		half.len = header + whole.len - cut;
		json[2] = audited(&half, NULL, how, &status);
		for (int j = 0; j < 3; j++) {
			for (const char *p = json[j]; (p = strchr(p, '\n')) != NULL; p++)
				findings[j]++;
			column = column || strstr(json[j], "{\"row\": 0,") != NULL;
			free(json[j]);
		}
		assert_true(findings[0] > 1);
		if (!column)
			assert_int_equal(findings[0] + 1,
					 findings[1] + findings[2]); /* the summary */
		compared += !column;
	}
	assert_true(compared > 20);
}

/* A bar whose end is known, one whose end is not, none before its time. */
static void test_progress(void **state)
{
	static struct bytes b;
	static const int patience[] = { 0, 1000000 };

	(void)state;
	set(&b, H "张三,1\n");
	for (size_t i = 0; i < COUNT(patience); i++) {
		char *shown = NULL, *report;
		size_t size;
		int status;
		FILE *bar = open_memstream(&shown, &size);

		report = audited(&b, NULL,
				 (struct audit_options){ .progress = bar, .patience = patience[i] },
				 &status);
		fclose(bar);
		if (i == 0) {
			expect_in(shown, "\r[##############################] 100%  ");
			expect_in(shown, "\r\033[K");
		} else {
			expect_text(shown, "");
		}
		free(report);
		free(shown);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_oddities),
		cmocka_unit_test(test_no_header),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_status_and_summary),
		cmocka_unit_test(test_report),
		cmocka_unit_test(test_names_of_doubles),
		cmocka_unit_test(test_report_is_bounded),
		cmocka_unit_test(test_masks),
		cmocka_unit_test(test_against),
		cmocka_unit_test(test_candidate_of_another),
		cmocka_unit_test(test_against_pipe),
		cmocka_unit_test(test_repeat_in_pipe),
		cmocka_unit_test(test_repeat_replaced),
		cmocka_unit_test(test_alarms),
		cmocka_unit_test(test_glance_and_rules),
		cmocka_unit_test(test_halves),
		cmocka_unit_test(test_progress),
	};

	if (!charset_choose())
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
