/* SPDX-License-Identifier: MIT */
/* bench_roster ROWS FILE [ENCODING [PERCENT]]: writes a roster of invented students, the same for the same
 * arguments. PERCENT (5) of the rows are wrong, in twenty ways, duplicates among them. Names are put together
 * from common characters; every number is of a region that the standard gives to nobody (a province's own
 * code, PP0000). */
#include <iconv.h>
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

/* Replaces so many bytes at an offset by `what`. */
static void splice(char *s, size_t at, size_t bytes, const char *what)
{
	char rest[TOKEN];

	strcpy(rest, s + at + bytes);
	strcpy(s + at, what);
	strcat(s, rest);
}

static void spoil_number(char number[TOKEN], size_t way)
{
	char digit[] = { number[3], '\0' };

	switch (way) {
	case 0: /* the check character of another number */
		number[17] = number[17] == '7' ? '3' : '7';
		return;
	case 1: /* two digits exchanged */
		digit[0] = number[12];
		number[12] = number[15];
		number[15] = digit[0];
		return;
	case 2: /* rounded by a spreadsheet */
		strcpy(number + 15, "000");
		return;
	case 3:
		strcpy(number, "1.1E+17");
		return;
	case 4: /* 15 digits */
		splice(number, 6, 2, "");
		number[15] = '\0';
		return;
	case 5:
		splice(number, 9, 1, "");
		return;
	case 6:
		splice(number, 9, 0, "1");
		return;
	case 7:
		splice(number, 6, 0, " ");
		return;
	case 8:
		splice(number, 3, 1, "０");
		return;
	case 9:
		splice(number, 3, 1, "O");
		return;
	case 10:
		splice(number, 17, 1, "×");
		return;
	case 11:
		splice(number, 17, 1, "x");
		return;
	case 12:
		memcpy(number, "99", 2);
		break;
	case 13:
		memcpy(number + 10, "13", 2);
		break;
	case 14:
		memcpy(number + 6, "2095", 4);
		break;
	case 15: /* one of few numbers: duplicates */
		memcpy(number + 10, "0101000", 7);
		break;
	default:
		*number = '\0';
		return;
	}
	number[17] = resident_id_check_char(number);
}

static void spoil_name(char name[TOKEN], size_t way)
{
	static const char *const middles[] = { " ", "．", "1" };

	splice(name, strlen(PICK(surnames)), 0, middles[way]);
}

enum { NUMBER_WAYS = 17, NAME_WAYS = 3 };

static void make_row(char row[4 * TOKEN], size_t at)
{
	char name[TOKEN], number[TOKEN];

	make_name(name);
	make_number(number, at);
	if (dice(100) < wrong_percent) {
		size_t way = dice(NUMBER_WAYS + NAME_WAYS);

		if (way < NUMBER_WAYS)
			spoil_number(number, way);
		else
			spoil_name(name, way - NUMBER_WAYS);
	}
	sprintf(row, "%s,%s\n", name, number);
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
		fputs("usage: bench_roster ROWS FILE [ENCODING [PERCENT]]\n", stderr);
		return 2;
	}
	if (argc > 4)
		wrong_percent = strtoul(argv[4], NULL, 10);
	if (argc > 3 && strcmp(argv[3], "UTF-8") != 0)
		to = iconv_open(argv[3], "UTF-8");
	put("姓名,身份证号\n", to, out);
	for (size_t at = 0, rows = strtoul(argv[1], NULL, 10); at < rows; at++) {
		make_row(row, at);
		put(row, to, out);
	}
	return fclose(out) == 0 ? 0 : 2;
}
