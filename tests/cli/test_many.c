/* SPDX-License-Identifier: MIT */
/* Rosters of thousands of rows: no finding is lost, changed or misplaced because it has many
 * neighbours. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/audit.h"
#include "base/charset.h"
#include "base/xalloc.h"
#include "rules/resident_id.h"
#include "support/count_text.h"

enum { FILES = 2, MANY = 3000, NAMES = 1000 };

/* The files of one audit, in memory until it runs. */
struct files {
	char *text[FILES];
	size_t size[FILES];
	FILE *out[FILES];
};

static void start(struct files *f)
{
	for (size_t i = 0; i < FILES; i++)
		f->out[i] = open_memstream(&f->text[i], &f->size[i]);
}

/* Numbers of nobody, different for each n below 3 * 12 * 28 * 400, of a birth date that differs
 * from that of n + 1. */
static const char *number(size_t n)
{
	static char id[ID_LENGTH + 1];

	snprintf(id, sizeof id, "110000%04zu%02zu%02zu%03zu", 2005 + n % 3, 1 + n / 3 % 12,
		 1 + n / 36 % 28, 1 + n / 1008 % 400 * 2);
	id[ID_LENGTH - 1] = resident_id_check_char(id);
	return id;
}

/* Names of two characters, different for each n below NAMES. */
static const char *name(size_t n)
{
	static const char *const surnames[] = { "王", "李", "张", "刘", "陈",
						"杨", "赵", "黄", "周", "吴" };
	static const char *const given[] = { "伟", "芳", "娜", "敏", "静",
					     "丽", "强", "磊", "军", "洋" };
	static char text[16];

	snprintf(text, sizeof text, "%s%s%s", surnames[n % 10], given[n / 10 % 10],
		 given[n / 100 % 10]);
	return text;
}

/* What the audit of the files writes, or of the first against the second; owned by the caller. */
static char *audited(struct files *f, struct audit_options options)
{
	static const char *const paths[FILES] = { "a.csv", "b.csv" };
	char folder[] = "/tmp/xueji-many-XXXXXX", *text = NULL, *before = getcwd(NULL, 0);
	bool interrupted;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	for (size_t i = 0; i < FILES; i++) {
		FILE *file = fopen(paths[i], "w");

		assert_non_null(file);
		fclose(f->out[i]);
		fwrite(f->text[i], 1, f->size[i], file);
		assert_int_equal(fclose(file), 0);
		if (options.against == NULL || i == 0)
			options.roster_count += f->size[i] > 0;
		free(f->text[i]);
	}
	options.rosters = paths;
	options.today = (struct date){ 2026, 9, 1 };
	audit_run(&options, out, &interrupted);
	fclose(out);
	for (size_t i = 0; i < FILES; i++)
		unlink(paths[i]);
	assert_int_equal(chdir(before), 0);
	assert_int_equal(rmdir(folder), 0);
	free(before);
	return text;
}

/* The names of the second roster are those of the rows above, from row 1,502 on. */
static void test_other_names(void **state)
{
	struct files f;
	char *text;

	(void)state;
	start(&f);
	for (size_t k = 0; k < FILES; k++) {
		fputs("姓名,身份证号\n", f.out[k]);
		for (size_t i = 0; i < MANY; i++)
			fprintf(f.out[k], "%s,%s\n", name(k > 0 && i > 1500 ? i - 1 : i),
				number(i));
	}
	text = audited(&f, (struct audit_options){ .json = true });
	assert_int_equal(count_text(text, "姓名却不同"), MANY - 1501);
	assert_int_equal(count_text(text, "\"other_row\""), MANY);
	assert_int_equal(count_text(text, "同一份名册"), 0);
	free(text);
}

/* Each of many repeats is reported with its student. */
static void test_repeats(void **state)
{
	struct files f;
	char *text;

	(void)state;
	start(&f);
	fputs("姓名,身份证号\n", f.out[0]);
	for (size_t i = 0; i < 2 * MANY; i++)
		fprintf(f.out[0], "%s,%s\n", name(i % MANY), number(i % MANY));
	text = audited(&f, (struct audit_options){ .json = true, .reveal = true });
	assert_int_equal(count_text(text, "roster.duplicate-id"), MANY);
	assert_int_equal(count_text(text, "\"name\": \""), MANY);
	free(text);
}

/* Strangers above the students, or below them, whose names the students have, too: no stranger is
 * taken for a student. */
static void test_strangers(void **state)
{
	(void)state;
	for (int below = 0; below < 2; below++) {
		struct files f;
		char *text;

		start(&f);
		for (size_t k = 0; k < FILES; k++)
			fputs("姓名,身份证号\n", f.out[k]);
		for (size_t i = 0; i < 2 * MANY; i++) {
			size_t n = below ? i : (i + MANY) % (2 * MANY);

			fprintf(f.out[0], "%s,%s\n", name(n % MANY), number(n));
			if (i < MANY)
				fprintf(f.out[1], "%s,%s\n", name(i), number(i));
		}
		text = audited(&f, (struct audit_options){ .json = true, .against = "b.csv" });
		assert_int_equal(count_text(text, "\"roster.missing\""), MANY);
		assert_int_equal(count_text(text, "{\"row\": "), MANY);
		assert_non_null(strstr(text, "\"agreed\": 3000"));
		free(text);
	}
}

/* Runs of one name, many, and a long one. */
static void test_filled_names(void **state)
{
	enum { RUNS = 40, RUN = 6 };
	struct files f;
	char *text;

	(void)state;
	start(&f);
	fputs("姓名,身份证号\n", f.out[0]);
	for (size_t i = 0; i < RUNS * RUN; i++)
		fprintf(f.out[0], "%s,%s\n", name(i / RUN), number(i));
	text = audited(&f, (struct audit_options){ .json = true });
	assert_int_equal(count_text(text, "姓名都相同"), RUNS);
	free(text);

	start(&f);
	fputs("姓名,身份证号\n", f.out[0]);
	for (size_t i = 0; i < MANY; i++)
		fprintf(f.out[0], "李明,%s\n", number(i));
	text = audited(&f, (struct audit_options){ .json = true });
	assert_non_null(strstr(text, "第 2–3001 行的姓名都相同"));
	assert_non_null(strstr(text, "\"wrong\": 2999, \"doubtful\": 1"));
	free(text);
}

enum odd { BLANK_IN_NAME, BLANK_AT_NUMBER, MARK_AT_NUMBER, OTHER_SEX, OTHER_BIRTH, NO_CANDIDATE };

static void write_row(FILE *out, enum odd way, size_t n, bool odd)
{
	const char *id = number(n), *of = name(n);
	const char *other_day = strncmp(id + 12, "01", 2) == 0 ? "02" : "01";
	bool man = (id[16] - '0') % 2 == 1;

	fprintf(out, "%.3s%s%s", of, odd && way == BLANK_IN_NAME ? " " : "", of + 3);
	fprintf(out, ",%s%s",
		odd && way == BLANK_AT_NUMBER  ? " "
		: odd && way == MARK_AT_NUMBER ? "'"
					       : "",
		id);
	fprintf(out, ",%s", man != (odd && way == OTHER_SEX) ? "男" : "女");
	fprintf(out, ",%.4s-%.2s-%.2s", id + 6, id + 10,
		odd && way == OTHER_BIRTH ? other_day : id + 12);
	if (odd && way == NO_CANDIDATE)
		fputs(",\n", out);
	else
		fprintf(out, ",2611%010zu\n", n + 1);
}

/* Findings that the first rows have, and then every so many: reported once, with each row. */
static const struct {
	enum odd way;
	size_t first, step;
	const char *key; /* of the list of rows */
	const char *message;
} parts[] = {
	{ BLANK_IN_NAME, 3, MANY, "row_numbers", NULL }, /* fewer than a tenth: one by one */
	{ BLANK_IN_NAME, 65, MANY, "row_numbers", "65 个姓名中间有空格" },
	{ BLANK_AT_NUMBER, 65, 30, "row_numbers", "个号码开头有空格" },
	{ MARK_AT_NUMBER, 65, 30, "row_numbers", "行的证件号码前面有撇号" },
	{ OTHER_SEX, 600, MANY, "row_numbers", "600 人的“性别”和号码里的不同" },
	{ OTHER_BIRTH, 600, MANY, "row_numbers", "600 人的“出生日期”和号码里的不同" },
	{ NO_CANDIDATE, 30, 7, "candidate_number_rows", NULL },
};

static void write_part(struct files *f, size_t part)
{
	start(f);
	fputs("姓名,身份证号,性别,出生日期,考生号\n", f->out[0]);
	for (size_t i = 0; i < MANY; i++)
		write_row(f->out[0], parts[part].way, i,
			  i < parts[part].first || (i > 0 && i % parts[part].step == 0));
}

static void test_part_of_column(void **state)
{
	(void)state;
	for (size_t part = 0; part < sizeof parts / sizeof parts[0]; part++) {
		struct files f;
		char *text, *rows, *next;
		size_t row, found = 0;

		write_part(&f, part);
		text = audited(&f, (struct audit_options){ .json = true });
		if (parts[part].message != NULL && strstr(text, parts[part].message) == NULL)
			fail_msg("%s:\n%.400s", parts[part].message, text);
		rows = xasprintf("\"%s\": [", parts[part].key);
		next = strstr(text, rows);
		if (part == 0) {
			assert_null(next);
			assert_int_equal(count_text(text, "name.space"), 3);
		}
		for (next = next != NULL ? next + strlen(rows) : NULL;
		     next != NULL && sscanf(next, "%zu", &row) == 1;
		     next = strpbrk(next, ",]") + 1) {
			size_t i = row - 2;

			assert_true(i < parts[part].first || i % parts[part].step == 0);
			found++;
		}
		for (size_t i = 0; i < MANY && part > 0; i++)
			found -= i < parts[part].first || i % parts[part].step == 0;
		assert_int_equal(found, 0);
		free(rows);
		free(text);
	}
}

/* By student, each row of such a finding is listed with its student. */
static void test_part_by_student(void **state)
{
	struct files f;
	char *text;

	(void)state;
	write_part(&f, 4);
	text = audited(&f, (struct audit_options){ .by_student = true });
	assert_int_equal(count_text(text, "600 人的“性别”和号码里的不同"), 600);
	assert_non_null(strstr(text, "第 2 行  王**          1****************"));
	assert_non_null(strstr(text, "第 601 行  "));
	assert_null(strstr(text, "第 602 行"));
	free(text);
	write_part(&f, 4);
	text = audited(&f, (struct audit_options){ 0 });
	assert_non_null(strstr(text, "  第 2–601 行\n      600 人的“性别”和号码里的不同"));
	free(text);
}

/* Numbers that were dragged down, more of them than are kept. */
static void test_series(void **state)
{
	struct files f;
	char *text;

	(void)state;
	start(&f);
	fputs("姓名,身份证号\n", f.out[0]);
	for (size_t i = 0; i < 80; i++)
		fprintf(f.out[0], "%s,1100002007090100%02zu\n", name(i), 14 + i);
	text = audited(&f, (struct audit_options){ .json = true });
	assert_int_equal(count_text(text, "{\"row\": "), 1);
	assert_non_null(strstr(text, "第 3–81 行的号码依次大一"));
	free(text);
}

/* A roster compared with the records of all classes: most of them, and ten at least, are reported
 * once, however the findings are listed; fewer one by one. */
static void test_other_classes(void **state)
{
	static const struct {
		size_t records, first, last; /* of the roster's students among the records */
		const char *rows;            /* of the others, in the text; NULL: one by one */
	} cases[] = {
		{ 180, 0, 44, "  高考信息第 47–181 行\n      高考信息里有 135 人名册里没有" },
		{ 180, 90, 134,
		  "  高考信息第 2–91、137–181 行\n      高考信息里有 135 人名册里没有" },
		{ 20, 0, 9, NULL }, /* half of them */
		{ 10, 0, 0, NULL }, /* nine */
	};

	(void)state;
	for (size_t k = 0; k < 3 * (sizeof cases / sizeof cases[0]); k++) {
		const size_t records = cases[k / 3].records, first = cases[k / 3].first,
			     count_of = cases[k / 3].last + 1 - first, left = records - count_of;
		const char *rows = cases[k / 3].rows;
		struct files f;
		char *text;

		start(&f);
		for (size_t i = 0; i < FILES; i++)
			fputs("姓名,身份证号\n", f.out[i]);
		for (size_t i = 0; i < records; i++) {
			fprintf(f.out[1], "%s,%s\n", name(i), number(i));
			if (i >= first && i < first + count_of)
				fprintf(f.out[0], "%s,%s\n", name(i), number(i));
		}
		text = audited(&f, (struct audit_options){ .json = k % 3 == 0,
							   .by_student = k % 3 == 1,
							   .against = "b.csv" });
		if (k % 3 == 0) {
			assert_int_equal(count_text(text, "\"roster.missing\""),
					 rows != NULL ? 1 : left);
			assert_int_equal(count_text(text, "\"record_row_numbers\": ["),
					 rows != NULL);
			assert_int_equal(count_text(text, ", 181]}\n"), rows != NULL);
		} else {
			char *total = xasprintf("（错 %zu，", rows != NULL ? 1 : left);

			assert_int_equal(count_text(text, total), 1);
			assert_int_equal(
				count_text(text, rows != NULL ? rows : "这个人，名册里没有"),
				rows != NULL ? 1 : left);
			free(total);
		}
		free(text);
	}
}

/* Findings whose rows take several lines, beside one with a single row that is reported before
 * them: the lines are sorted by their rows. */
static void test_lines_of_rows(void **state)
{
	enum { RECORDS = 180, EACH = 3 };
	struct files f;
	char *text;

	(void)state;
	start(&f);
	for (size_t i = 0; i < FILES; i++)
		fputs("姓名,身份证号\n", f.out[i]);
	for (size_t i = 0; i < RECORDS; i++) {
		fprintf(f.out[1], "%s,%s\n", name(i), number(i));
		if (i % EACH == 0)
			fprintf(f.out[0], "%s,%s\n", name(i), number(i));
	}
	fputs("欧阳长安,510000199912310017\n", f.out[0]);
	text = audited(&f, (struct audit_options){ .all = true, .against = "b.csv" });
	assert_int_equal(count_text(text, "\n  高考信息第 "), 11);
	assert_non_null(strstr(text, "\n  高考信息第 3–4、6–7、9–10、"));
	assert_non_null(strstr(text, "180–181 行\n  第 62 行  "));
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_names),    cmocka_unit_test(test_repeats),
		cmocka_unit_test(test_strangers),      cmocka_unit_test(test_filled_names),
		cmocka_unit_test(test_part_of_column), cmocka_unit_test(test_part_by_student),
		cmocka_unit_test(test_series),         cmocka_unit_test(test_other_classes),
		cmocka_unit_test(test_lines_of_rows),
	};

	charset_choose();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
