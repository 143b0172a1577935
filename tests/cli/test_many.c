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

#include "roster/audit.h"
#include "rules/resident_id.h"

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

/* Numbers of nobody, different for each n below 3 * 12 * 28 * 500, of a birth date that differs from
 * that of n + 1. */
static const char *number(size_t n)
{
	static char id[ID_LENGTH + 1];

	snprintf(id, sizeof id, "110000%04zu%02zu%02zu%03zu", 2005 + n % 3, 1 + n / 3 % 12,
		 1 + n / 36 % 28, n / 1008 % 500 * 2);
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

static size_t count(const char *text, const char *part)
{
	size_t found = 0;

	for (; (text = strstr(text, part)) != NULL; text++)
		found++;
	return found;
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
	assert_int_equal(count(text, "姓名却不同"), MANY - 1501);
	assert_int_equal(count(text, "\"other_row\""), MANY);
	assert_int_equal(count(text, "同一份名册"), 0);
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
	assert_int_equal(count(text, "roster.duplicate-id"), MANY);
	assert_int_equal(count(text, "\"name\": \""), MANY);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_other_names),
		cmocka_unit_test(test_repeats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
