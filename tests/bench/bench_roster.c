/* SPDX-License-Identifier: MIT */
/* bench_roster ROWS FILE [ENCODING [PERCENT [WAY [wide]]]]: writes a roster of invented students,
 * the same for the same arguments. PERCENT (5) of the rows are odd, in twenty ways, duplicates
 * among them; or all in one WAY, counted from 0, whose name goes to standard output. Status 1:
 * there is no such way. wide: ten columns, not two. Names are put together from common characters;
 * every number is of a region that the standard gives to nobody (a province's own code, PP0000). */
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/resident_id.h"

enum { TOKEN = 64, UYGHUR_PERCENT = 3, FIRST_YEAR = 2005, YEARS = 4 };

static const char *const surnames[] = {
	"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴",
	"徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"
};
static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋",
				     "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
				     "刚", "桂", "英", "华", "玉", "萍", "红", "娥", "玲", "芬" };
static const char *const uyghur[] = {
	"阿依古丽", "买买提", "古丽娜尔", "艾力", "吐尔逊", "热依汗"
};
static const char *const provinces[] = {
	"11", "13", "21", "32", "37", "41", "44", "51", "53", "65"
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static uint64_t seed = 20260901;
static size_t wrong_percent = 5;

/* SplitMix64. */
static size_t dice(size_t sides)
{
	uint64_t z = seed += 0x9E3779B97F4A7C15U;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9U;
	z = (z ^ z >> 27) * 0x94D049BB133111EBU;
	return (size_t)((z ^ z >> 31) % sides);
}

#define PICK(array) (array)[dice(COUNT(array))]

/* A different number for each row, while there are enough; those of neighbouring rows are
 * unrelated. */
static void make_number(char number[19], size_t row)
{
	const size_t stride = 7654321; /* a prime that divides none of the counts */
	size_t n = row * stride % (COUNT(provinces) * YEARS * 12 * 28 * 1000);

	sprintf(number, "%s0000%04zu%02zu%02zu%03zu", provinces[n / (YEARS * 12 * 28 * 1000)],
		FIRST_YEAR + n / (12 * 28 * 1000) % YEARS, 1 + n / (28 * 1000) % 12,
		1 + n / 1000 % 28, n % 1000);
	number[17] = resident_id_check_char(number);
	number[18] = '\0';
}

static void make_name(char name[TOKEN])
{
	if (dice(100) < UYGHUR_PERCENT)
		sprintf(name, "%s·%s", PICK(uyghur), PICK(uyghur));
	else
		sprintf(name, "%s%s%s", PICK(surnames), PICK(given),
			dice(100) < 70 ? PICK(given) : "");
}

/* Replaces so many bytes at an offset, or as many as there are, by `what`. */
static void splice(char *s, size_t at, size_t bytes, const char *what)
{
	char rest[TOKEN];

	at = at < strlen(s) ? at : strlen(s);
	bytes = bytes < strlen(s + at) ? bytes : strlen(s + at);
	strcpy(rest, s + at + bytes);
	strcpy(s + at, what);
	strcat(s, rest);
}

/* One kind of mistake: in the cell so many bytes are replaced by `what`. */
struct way {
	const char *label;
	enum {
		NAME,
		NUMBER,
		CHECKED
	} cell; /* CHECKED: the number, and its check character is made to fit */
	size_t at, bytes;
	const char *what;
	const char *before, *between, *after; /* of the row's two cells; NULL: as usual */
};

/* Those of a mixed roster first. */
static const struct way ways[] = {
	{ "校验码不对", NUMBER, 3, 1, "7" },
	{ "两位互换", NUMBER, 10, 2, "21" },
	{ "末三位成了 000", NUMBER, 15, 3, "000" },
	{ "1.1E+17", NUMBER, 0, 18, "1.1E+17" },
	{ "15 位", NUMBER, 6, 3, "" },
	{ "少一位", NUMBER, 9, 1, "" },
	{ "多一位", NUMBER, 9, 0, "1" },
	{ "号码中间有空格", NUMBER, 6, 0, " " },
	{ "全角数字", NUMBER, 3, 1, "０" },
	{ "字母 O", NUMBER, 3, 1, "O" },
	{ "×", NUMBER, 17, 1, "×" },
	{ "小写 x", NUMBER, 17, 1, "x" },
	{ "省份", CHECKED, 0, 2, "99" },
	{ "13 月", CHECKED, 10, 2, "13" },
	{ "还没有到的一天", CHECKED, 6, 4, "2095" },
	{ "重复的号码", CHECKED, 10, 7, "0101000" },
	{ "没有号码", NUMBER, 0, 18, "" },
	{ "姓名中间有空格", NAME, 3, 0, " " },
	{ "错的间隔号", NAME, 3, 0, "．" },
	{ "姓名里有数字", NAME, 3, 0, "1" },
	{ "台湾通行证", NUMBER, 8, 10, "" },
	{ "护照", NUMBER, 0, 10, "E" },
	{ "外国人永久居留身份证", CHECKED, 0, 1, "9" },
	{ "学籍号", NUMBER, 0, 0, "G" },
	{ "遮住的号码", NUMBER, 6, 8, "********" },
	{ "号码末尾的 .0", NUMBER, 18, 0, ".0" },
	{ "号码里有零宽空格", NUMBER, 6, 0, "\u200B" },
	{ "姓名里有全角空格", NAME, 3, 0, "\u3000" },
	{ "姓名末尾有空格", NAME, TOKEN, 0, " " },
	{ "形近字", NAME, 3, 0, "⽴" },
	{ "私用码", NAME, 3, 0, "\uE863" },
	{ "带括号的话", NAME, TOKEN, 0, "（退学）" },
	{ "没有姓名", NAME, 0, TOKEN, "" },
	{ "字母的姓名", NAME, 0, TOKEN, "LI MING" },
	{ "长的姓名", NAME, 0, 0, "阿卜杜热西提·艾" },
	{ "生僻字", NAME, 3, 0, "𬀩" },
	{ "对齐的姓名", NAME, TOKEN, 0, "　" },
	{ "引号里的格子", NAME, 0, 0, "", "\"", "\",\"", "\"\n" },
	{ "号码前的制表符", NUMBER, 0, 0, "\t" },
	{ "号码前的撇号", NUMBER, 0, 0, "'" },
	{ "备注里有逗号", NAME, 0, 0, "", "", ",", ",\"转专业，见附件,已签\"\n" },
	{ "多出的格子", NAME, 0, 0, "", "", ",", ",转专业,见附件,已签\n" },
	{ "表格软件的尾巴", NAME, 0, 0, "", "", ",", ",,,,,,\n" },
	{ "不成对的引号", NAME, 0, 0, "", "\"", ",", "\n" },
	{ "空行", NAME, 0, 0, "", "", ",", "\n\n" },
	{ "小计", NAME, 0, 0, "", "", ",", "\n小计,1\n" },
	{ "姓名后面多一格", NAME, TOKEN, 0, ",转专业" },
	{ "见附件", NUMBER, 0, 18, "见附件" },
};

enum { MIXED = 20 };

static const struct way *only; /* the one kind of mistake in the roster; NULL: mixed */
static bool wide;

static void spoil(char name[TOKEN], char number[TOKEN], const struct way *way)
{
	char *cell = way->cell == NAME ? name : number;

	splice(cell, way->at, way->bytes, way->what);
	if (way->cell == CHECKED)
		number[17] = resident_id_check_char(number);
}

static void make_row(char row[4 * TOKEN], size_t at)
{
	static const struct way usual;
	const struct way *way = &usual;
	char name[TOKEN], number[TOKEN], sound[TOKEN];

	make_name(name);
	make_number(number, at);
	strcpy(sound, number);
	if (dice(100) < wrong_percent) {
		way = only != NULL ? only : &ways[dice(MIXED)];
		spoil(name, number, way);
	}
	if (way->before == NULL && wide)
		sprintf(row,
			"%zu,2026%06zu,%s,%s,%s,汉族,%.4s-%.2s-%.2s,26320101%06zu,软件2601班,\n",
			at + 1, at % 1000000, name, number,
			(sound[16] - '0') % 2 == 1 ? "男" : "女", sound + 6, sound + 10, sound + 12,
			at % 1000000);
	else if (way->before == NULL)
		sprintf(row, "%s,%s\n", name, number);
	else
		sprintf(row, "%s%s%s%s%s", way->before, name, way->between, number, way->after);
}

/* Writes the row in the encoding of the file. */
static void put(const char *row, iconv_t to, FILE *out)
{
	char bytes[4 * TOKEN], *from = (char *)(uintptr_t)row, *end = bytes;
	size_t left = strlen(row), space = sizeof bytes;

	if (to == (iconv_t)-1) {
		fputs(row, out);
		return;
	}
	iconv(to, &from, &left, &end, &space);
	fwrite(bytes, 1, (size_t)(end - bytes), out);
}

int main(int argc, char **argv)
{
	iconv_t to = (iconv_t)-1;
	char row[4 * TOKEN];
	FILE *out;

	if (argc < 3 || (out = fopen(argv[2], "w")) == NULL) {
		fputs("usage: bench_roster ROWS FILE [ENCODING [PERCENT [WAY [wide]]]]\n", stderr);
		return 2;
	}
	wide = argc > 6 && strcmp(argv[6], "wide") == 0;
	if (argc > 5) {
		size_t way = strtoul(argv[5], NULL, 10);

		if (way >= COUNT(ways))
			return 1;
		only = &ways[way];
		puts(only->label);
	}
	if (argc > 4)
		wrong_percent = strtoul(argv[4], NULL, 10);
	if (argc > 3 && strcmp(argv[3], "UTF-8") != 0)
		to = iconv_open(argv[3], "UTF-8");
	put(wide ? "序号,学号,姓名,身份证号,性别,民族,出生日期,考生号,班级,备注\n"
		 : "姓名,身份证号\n",
	    to, out);
	for (size_t at = 0, rows = strtoul(argv[1], NULL, 10); at < rows; at++) {
		make_row(row, at);
		put(row, to, out);
	}
	return fclose(out) == 0 ? 0 : 2;
}
