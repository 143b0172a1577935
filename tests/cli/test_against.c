/* SPDX-License-Identifier: MIT */
/* Every slip in a name with every slip in a number and every candidate number: against records each
 * is reported once, and nobody is missing whom the row still identifies. */
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
#include "rules/resident_id.h"
#include "support/memory_file.h"
#include "support/slow_audit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { STUDENTS = 10, TEXT = 4096 };

/* The first has the slips; its sequence is one of those below. Numbers of nobody: 110000, a birth, a sequence. */
static const struct {
	const char *name, *birth, *sequence;
} students[STUDENTS] = {
	{ "陈思远", "20070315", NULL },    { "林晓雨", "20070402", "002" },
	{ "王建国", "20070521", "013" },   { "赵敏", "20070630", "024" },
	{ "欧阳子涵", "20070708", "035" }, { "孙浩然", "20070819", "046" },
	{ "周雨桐", "20070927", "057" },   { "吴佳怡", "20070111", "068" },
	{ "郑凯文", "20071105", "079" },   { "阿依古丽·买买提", "20071225", "082" },
};

/* The first number ends in a digit, or in an X, which is no masked place. */
static const char *const sequences[] = { "001", "018" };
static const char *first_sequence;

/* What a slip leaves to know the student by. OTHERS: it is another student's, who is there;
 * FOREIGN: that of nobody in the records. */
enum left { SAME, NEAR, WEAK, NOTHING, OTHERS, FOREIGN };

struct slip {
	const char *text;
	enum left left;
};

static const struct slip names[] = {
	{ "陈思远", SAME },  { "陈 思远", SAME },   { " 陈思远", SAME },  { "陈思远1", SAME },
	{ "陈思元", NEAR },  { "思陈远", NEAR },    { "陈远", NEAR },     { "陈**", NEAR },
	{ "*思远", NEAR },   { "陈四元", NOTHING }, { "陈", NOTHING },    { "", NOTHING },
	{ "NULL", NOTHING }, { "马小龙", FOREIGN }, { "林晓雨", OTHERS },
};

/* The numbers are made of the first student's. */
enum number { OWN, ANOTHER, PARENT, TEMPLATE, LITERAL };
static const struct {
	enum number kind;
	/* of TEMPLATE: a letter is that digit of the number, A the first; any other is itself */
	const char *text;
	enum left left;
} numbers[] = {
	{ OWN, NULL, SAME },
	{ TEMPLATE, "ABCDEFGHIJK0MNOPQR", NEAR }, /* 0315 as 0015: one digit */
	{ TEMPLATE, "ABCDEFGHIJKL9NOPQR", NEAR },
	{ TEMPLATE, "ABCDEFGHIJKLNMOPQR", NEAR },
	{ TEMPLATE, "ABCDEFGHIKLMNOPQR", NEAR },
	{ TEMPLATE, "ABCDEFGHI7JKLMNOPQR", NEAR },
	{ TEMPLATE, "ABCDEFIJKLMNOPQ", NEAR },
	{ TEMPLATE, "ABCDEFGHIJKLMNO000", NEAR },
	{ TEMPLATE, "ABCDEF GHIJKLMNOPQR", SAME },
	{ TEMPLATE, "ABCDEF********OPQR", NEAR },
	{ TEMPLATE, "ABCDEFGHIJKLMN****", NEAR },
	{ LITERAL, "1.1E+17", WEAK },
	{ TEMPLATE, "OPQR", WEAK },
	{ TEMPLATE, "A****************R", WEAK },
	{ LITERAL, "", NOTHING },
	{ LITERAL, "无", NOTHING },
	{ LITERAL, "见附件", NOTHING },
	{ LITERAL, "******************", NOTHING },
	{ LITERAL, "13800001234", NOTHING },
	{ LITERAL, "E12345678", NOTHING },
	{ ANOTHER, NULL, OTHERS },
	{ PARENT, NULL, FOREIGN },
};

static const struct slip candidates[] = {
	{ NULL, NOTHING }, /* there is no such column */
	{ "26110101010001", SAME },
	{ "26110101010002", OTHERS },
	{ "26110101019999", FOREIGN },
};

static void make_number(const char *birth, const char *sequence, char out[ID_LENGTH + 1])
{
	sprintf(out, "110000%s%s", birth, sequence);
	out[ID_LENGTH - 1] = resident_id_check_char(out);
	out[ID_LENGTH] = '\0';
}

static void make_slip(size_t i, char *out)
{
	char own[ID_LENGTH + 1];

	make_number(students[0].birth, first_sequence, own);
	switch (numbers[i].kind) {
	case OWN:
		strcpy(out, own);
		break;
	case ANOTHER:
		make_number(students[1].birth, students[1].sequence, out);
		break;
	case PARENT:
		make_number("19750306", "011", out);
		break;
	case TEMPLATE:
		strcpy(out, numbers[i].text);
		for (char *p = out; *p != '\0'; p++)
			*p = *p >= 'A' && *p <= 'R' ? own[*p - 'A'] : *p;
		break;
	case LITERAL:
		strcpy(out, numbers[i].text);
	}
}

/* Whether the row leads to its student and to nobody else. */
static bool is_known(enum left name, enum left number, enum left candidate)
{
	if (candidate == OTHERS && (name == OTHERS || number == OTHERS))
		return false;
	if (candidate == SAME)
		return name != OTHERS || number != OTHERS;
	if (name == SAME || number == SAME || number == NEAR)
		return name != OTHERS || candidate != OTHERS;
	if (name == NEAR)
		return number != FOREIGN;
	return name == OTHERS && number == WEAK;
}

/* The lines of an audit, owned by the caller. */
static char *audited(const char *roster, const char *records)
{
	char path[32], against[32], *json = NULL, *lines;
	const char *const rosters = path;
	int fd = memory_file_of_text(roster, path), fd2 = memory_file_of_text(records, against);
	struct audit_options options = { .json = true,
					 .rosters = &rosters,
					 .roster_count = 1,
					 .against = against,
					 .today = { 2026, 9, 1 } };
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&json, &size);

	audit_run(&options, out, &interrupted);
	fclose(out);
	close(fd);
	close(fd2);
	lines = slow_audit_lines(json);
	free(json);
	return lines;
}

/* Writes the records, and if a name is given, with that row in the place of the first. */
static void write_rows(char out[TEXT], const char *name, const char *number, const char *candidate)
{
	bool has_candidates = name == NULL || candidate != NULL;
	char own[ID_LENGTH + 1];

	out += sprintf(out, "姓名,身份证号%s\n", has_candidates ? ",考生号" : "");
	for (int i = 0; i < STUDENTS; i++) {
		bool slips = i == 0 && name != NULL;

		make_number(students[i].birth, i == 0 ? first_sequence : students[i].sequence, own);
		out += sprintf(out, "%s,%s", slips ? name : students[i].name, slips ? number : own);
		if (has_candidates && slips)
			out += sprintf(out, ",%s", candidate);
		else if (has_candidates)
			out += sprintf(out, ",261101010100%02d", i + 1);
		out += sprintf(out, "\n");
	}
}

static size_t count_lines(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text == '\n';
	return count;
}

static void expect_once(size_t n, size_t i, size_t c)
{
	char roster[TEXT], records[TEXT], number[32], *lines;
	size_t expected = 0;

	expected += n > 0;
	expected += i > 0;
	expected += candidates[c].left == OTHERS || candidates[c].left == FOREIGN;
	make_slip(i, number);
	write_rows(records, NULL, NULL, NULL);
	write_rows(roster, names[n].text, number, candidates[c].text);
	lines = audited(roster, records);
	if (count_lines(lines) != expected || strstr(lines, "roster.missing") != NULL)
		fail_msg("%s,%s,%s:\n%s", names[n].text, number,
			 candidates[c].text != NULL ? candidates[c].text : "", lines);
	free(lines);
}

static void test_slips(void **state)
{
	size_t known = 0;

	(void)state;
	for (size_t s = 0; s < COUNT(sequences); s++)
		for (size_t c = 0; c < COUNT(candidates); c++)
			for (size_t n = 0; n < COUNT(names); n++)
				for (size_t i = 0; i < COUNT(numbers); i++) {
					if (!is_known(names[n].left, numbers[i].left,
						      candidates[c].left))
						continue;
					first_sequence = sequences[s];
					expect_once(n, i, c);
					known++;
				}
	assert_in_range(known, 2000, 2300);
}

/* Records whose names and numbers are masked: the first student is still known by them. */
static void test_masked_records(void **state)
{
	static const char *const masked[] = { "陈**", "*思远", "陈*远", "陈思*" };
	char roster[TEXT], records[TEXT], number[32], *lines;

	(void)state;
	for (size_t s = 0; s < COUNT(sequences); s++)
		for (size_t n = 0; n < COUNT(masked); n++)
			for (size_t i = 0; i < COUNT(numbers); i++) {
				if (numbers[i].kind != TEMPLATE ||
				    strstr(numbers[i].text, "**") == NULL)
					continue;
				first_sequence = sequences[s];
				make_slip(i, number);
				write_rows(records, masked[n], number, NULL);
				write_rows(roster, NULL, NULL, NULL);
				lines = audited(roster, records);
				if (count_lines(lines) != 2 ||
				    strstr(lines, "roster.missing") != NULL)
					fail_msg("%s,%s:\n%s", masked[n], number, lines);
				free(lines);
			}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_slips),
		cmocka_unit_test(test_masked_records),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
