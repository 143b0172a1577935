/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/report_file.h"
#include "base/json.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "screens/verify.h"
#include "support/shipped.h"
#include "wizard/answer.h"
#include "wizard/report.h"

static struct wizard w;
static char folder[64];

static void act(enum action_kind kind, unsigned number, const char *text)
{
	screens_apply(&w, (struct action){ kind, number, text });
}

static size_t check_of(enum guide_compare compare)
{
	size_t check = 0;

	while (guide->verification->checks[check].compare != compare)
		check++;
	return check;
}

/* Types what the site shows. */
static void show(enum guide_compare compare, const char *text)
{
	verify_open(&w, check_of(compare));
	act(ACTION_ERASE_ALL, 0, NULL);
	act(ACTION_INSERT, 0, text);
	act(ACTION_DOWN, 0, NULL);
}

static void choose(enum guide_compare compare, const char *option)
{
	verify_open(&w, check_of(compare));
	act(ACTION_NEXT, 0, NULL);
	act(ACTION_INSERT, 0, option);
	act(ACTION_NEXT, 0, NULL);
}

/* Name and number differ on the site, and the status is one that waits. */
static void with_problems(void)
{
	static const struct progress none;

	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &none, (struct date){ 2026, 9, 12 }, 1789000000);
	act(ACTION_STEP, 1, NULL);
	act(ACTION_TOGGLE, 0, NULL);
	act(ACTION_DOWN, 0, NULL);
	act(ACTION_TOGGLE, 0, NULL);
	act(ACTION_STEP, 5, NULL);
	act(ACTION_NEXT, 0, NULL);
	show(GUIDE_COMPARE_NAME, "李朋");
	show(GUIDE_COMPARE_ID_NUMBER, "110000200709100014");
	choose(GUIDE_COMPARE_STATUS, "3");
	choose(GUIDE_COMPARE_PICTURE, "没有照片");
	for (size_t i = 0; i < guide->verification->check_count; i++)
		if (strcmp(guide->verification->checks[i].label, "班级") == 0)
			wizard_answer(&w, i, RESULT_ABSENT);
}

static void test_text(void **state)
{
	static const char *const says[] = { "学籍自查结果单",
					    "有不对的，要更正",
					    "姓名：李*\n",
					    "证件号码：1****************4",
					    "\n  网站上：李*\n",
					    "差别：",
					    "怎么办：",
					    "带什么：身份证、户口簿",
					    "找谁：高考时登记错的",
					    "暂缓注册",
					    "\n  依据：《普通高等学校",
					    "[x] 1 登录学信网 2/2（20",
					    "[ ] 2 ",
					    "kefu@chsi.com.cn",
					    "010-82199588" };
	char *text;

	(void)state;
	with_problems();
	text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
	for (size_t i = 0; i < sizeof says / sizeof says[0]; i++)
		if (strstr(text, says[i]) == NULL)
			fail_msg("no \"%s\" in:\n%s", says[i], text);
	assert_null(strstr(text, "1100002007"));
	assert_null(strstr(text, record.candidate_number));
	assert_null(strstr(text, "李朋"));
	assert_null(strstr(text, "朋"));
	assert_non_null(strstr(text, "差别：第 2 个字与高考信息不同。"));
	/* What need not agree is no problem, but listed with all the others. */
	assert_non_null(strstr(text, "\n录取照片\n"));
	assert_non_null(strstr(text, "  录取照片：没有照片\n"));
	assert_null(strstr(text, "\n班级\n"));
	assert_non_null(strstr(text, "  班级：网页上没有\n"));
	assert_non_null(strstr(text, "  姓名：不一致\n"));
	assert_non_null(strstr(text, "  性别：还没看\n"));
	assert_non_null(strstr(text, "示例：学生是虚构的"));
	free(text);
	text = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
	assert_non_null(strstr(text, "网站上：李朋"));
	assert_non_null(strstr(text, record.candidate_number));
	assert_non_null(strstr(text, "应为：李明"));
	assert_non_null(strstr(text, "网站上：110000200709100014"));
	assert_non_null(strstr(text, "应为：110000200709010014"));
	free(text);
}

/* Whatever row a number stands in, it is masked where numbers are, and a name where names are. */
static void test_exchanged(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed;
		const char
			*hidden[2]; /* from others, and from the counsellor; NULL: it may be seen */
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "110000200709010022", { "01002", "01002" } },
		{ GUIDE_COMPARE_NAME,
		  "１１００００２００７０９０１００２２",
		  { "００２２", "００２２" } },
		{ GUIDE_COMPARE_NAME, "李明110000 20070901 0022", { "2007", "2007" } },
		{ GUIDE_COMPARE_NAME, "138 9876 5432", { "9876", "9876" } },
		{ GUIDE_COMPARE_ID_NUMBER, "王芳", { "芳", "芳" } },
		{ GUIDE_COMPARE_SEX, "110000200709010022", { "0709", "0709" } },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "110000200709010022", { "0709", "0709" } },
		{ GUIDE_COMPARE_STUDENT_NUMBER, "110000200709010022", { "0709", "0709" } },
		{ GUIDE_COMPARE_STUDENT_NUMBER, "2026001234", { "2026001234", NULL } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);

		with_problems();
		line_edit_set(&w.verify.shown[check], rows[i].typed);
		wizard_answer(&w, check, RESULT_DIFFER);
		for (int form = REPORT_MASKED; form <= REPORT_IN_FULL; form++) {
			char *text = report_make(&w, REPORT_TEXT, (enum report_form)form);
			char *json = report_make(&w, REPORT_JSON, (enum report_form)form);
			const char *hidden = form < REPORT_IN_FULL ? rows[i].hidden[form] : NULL;

			assert_int_equal(strstr(text, rows[i].typed) != NULL, hidden == NULL);
			if (hidden != NULL && (strstr(text, hidden) || strstr(json, hidden)))
				fail_msg("\"%s\" in:\n%s%s", hidden, text, json);
			xwipe(text);
			xwipe(json);
		}
	}
}

/* Each problem says what was seen, and what nothing was compared with is called what the student
 * said. */
static void test_seen(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed, *result; /* typed: "" if nothing was */
		const char *text, *json;
	} rows[] = {
		{ GUIDE_COMPARE_PICTURE, "", RESULT_DIFFER, "本人说：不是我\n",
		  "\"outcome\": \"differs\", \"shown\": \"不是我\"" },
		{ GUIDE_COMPARE_PICTURE, "", RESULT_ABSENT, "本人说：没有照片\n",
		  "\"shown\": \"没有照片\"" },
		{ GUIDE_COMPARE_SEX, "", RESULT_ABSENT, "本人说：网页上没有\n",
		  "\"outcome\": \"absent\", \"shown\": \"网页上没有\"" },
		{ GUIDE_COMPARE_BY_EYE, "", RESULT_DIFFER, "本人说：不对\n",
		  "\"outcome\": \"said-different\", \"shown\": \"不对\"" },
		{ GUIDE_COMPARE_BY_EYE, "3 年", RESULT_DIFFER, "网站上：3 年\n  本人说：不对\n",
		  "\"outcome\": \"said-different\", \"shown\": \"3 年\"" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);
		char *heading, *text, *json;

		with_problems();
		line_edit_set(&w.verify.shown[check], rows[i].typed);
		wizard_answer(&w, check, rows[i].result);
		heading = xasprintf("\n%s\n  %s", wizard_check(&w, check)->label, rows[i].text);
		text = report_make(&w, REPORT_TEXT, REPORT_FOR_COUNSELLOR);
		json = report_make(&w, REPORT_JSON, REPORT_FOR_COUNSELLOR);
		if (strstr(text, heading) == NULL || strstr(json, rows[i].json) == NULL)
			fail_msg("no %s or %s in:\n%s%s", heading, rows[i].json, text, json);
		free(heading);
		xwipe(text);
		xwipe(json);
	}
}

/* A report without a name says so, because nobody can use it otherwise; and what was looked at and
 * is still to be compared is called that. */
static void test_nameless(void **state)
{
	char *text;

	(void)state;
	with_problems();
	memset(&w.record, 0, sizeof w.record);
	line_edit_wipe(&w.verify.shown[check_of(GUIDE_COMPARE_SEX)]);
	wizard_answer(&w, check_of(GUIDE_COMPARE_SEX), RESULT_SEEN);
	text = report_make(&w, REPORT_TEXT, REPORT_FOR_COUNSELLOR);
	assert_non_null(strstr(text, "姓名：没有填\n"));
	assert_non_null(strstr(text, "性别：看过，还没比\n"));
	xwipe(text);
}

/* The counsellor, who has the day, sees which one the site shows; others do not. */
static void test_birth(void **state)
{
	char *text;

	(void)state;
	with_problems();
	show(GUIDE_COMPARE_BIRTH_DATE, "2007-09-02");
	text = report_make(&w, REPORT_TEXT, REPORT_FOR_COUNSELLOR);
	assert_non_null(strstr(text, "网站上：2007-09-02\n  应为：2007-09-01\n"));
	assert_null(strstr(text, "20070901"));
	xwipe(text);
	text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
	assert_null(strstr(text, "2007-09"));
	xwipe(text);
}

/* Only the report of the invented student says that there is none. */
static void test_own_record(void **state)
{
	static const enum report_format formats[] = { REPORT_TEXT, REPORT_MARKDOWN, REPORT_JSON };

	(void)state;
	with_problems();
	w.record.sample = false;
	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		char *text = report_make(&w, formats[i], REPORT_MASKED);

		assert_null(strstr(text, "sample"));
		assert_null(strstr(text, "虚构"));
		free(text);
	}
}

/* When it began and was written, to the minute. What an earlier run finished is not finished
 * now. */
static void test_times(void **state)
{
	char *text;

	(void)state;
	setenv("TZ", "UTC", 1);
	tzset();
	with_problems();
	w.progress.finished = 1789000000;
	text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
	assert_non_null(strstr(text, "  开始：2026-09-10 00:26\n"));
	assert_non_null(strstr(text, "  写于：2026-09-10 00:26\n"));
	assert_null(strstr(text, "完成："));
	free(text);
	text = report_make(&w, REPORT_JSON, REPORT_MASKED);
	assert_null(strstr(text, "\"finished\""));
	free(text);
}

/* What was compared is not the school's record if the student typed it. */
static void test_source_of_the_record(void **state)
{
	static const struct {
		bool typed, matched;
		const char *says; /* NULL: nothing */
	} rows[] = {
		{ true, false, "本人填的，没有拿学校的名册比过" },
		{ false, true, "学校的名册" },
		{ false, false, NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *line =
			xasprintf("  高考信息：%s\n", rows[i].says != NULL ? rows[i].says : "");
		char *text, *json;

		with_problems();
		w.record.typed = rows[i].typed;
		w.lookup.matched = rows[i].matched;
		text = report_make(&w, REPORT_TEXT, REPORT_FOR_COUNSELLOR);
		json = report_make(&w, REPORT_JSON, REPORT_FOR_COUNSELLOR);
		assert_int_equal(strstr(text, line) != NULL, rows[i].says != NULL);
		assert_int_equal(strstr(text, "  高考信息：") != NULL, rows[i].says != NULL);
		assert_int_equal(strstr(json, "\"compared_with\"") != NULL, rows[i].says != NULL);
		xwipe(text);
		xwipe(json);
		free(line);
	}
}

/* All advice for the kind of student that is chosen. */
static void test_student(void **state)
{
	const struct guide_option *student = guide->verification->students;
	size_t chosen = 0;
	char *text;

	(void)state;
	with_problems();
	while (student[chosen].advice.count == 0)
		chosen++;
	choose(GUIDE_COMPARE_STUDENT, student[chosen].label);
	assert_int_equal(wizard_student(&w), chosen);
	text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
	assert_non_null(strstr(text, student[chosen].label));
	for (size_t i = 0; i < student[chosen].advice.count; i++)
		assert_non_null(strstr(text, student[chosen].advice.lines[i]));
	free(text);
}

/* Where the record seems wrong, its value is not called the right one, nobody is sent to the
 * counsellor for it. */
static void test_doubtful_record(void **state)
{
	struct record odd = record;
	char *text, *json;

	(void)state;
	strcpy(odd.name, "艾力?买买提");
	with_problems();
	wizard_set_record(&w, &odd);
	show(GUIDE_COMPARE_NAME, "艾力·买买提");
	text = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
	json = report_make(&w, REPORT_JSON, REPORT_IN_FULL);
	assert_non_null(strstr(text, "  网站上：艾力·买买提\n  高考信息里：艾力?买买提\n  差别："));
	assert_null(strstr(text, "应为：艾力"));
	assert_non_null(strstr(text, "  姓名：要问\n"));
	assert_non_null(strstr(json, "\"recorded\": \"艾力?买买提\""));
	assert_non_null(strstr(json, "\"outcome\": \"ask\""));
	free(text);
	free(json);
	/* Sex and birth that only the number tells agree with that. */
	odd.sex[0] = '\0';
	wizard_set_record(&w, &odd);
	show(GUIDE_COMPARE_SEX, "男");
	json = report_make(&w, REPORT_JSON, REPORT_IN_FULL);
	assert_non_null(strstr(json, "\"outcome\": \"agrees-with-number\""));
	free(json);
	/* What the student typed is not what is right. */
	odd.typed = true;
	wizard_set_record(&w, &odd);
	show(GUIDE_COMPARE_NAME, "李朋");
	json = report_make(&w, REPORT_JSON, REPORT_IN_FULL);
	text = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
	assert_non_null(strstr(json, "\"recorded\": \"艾力?买买提\""));
	assert_non_null(strstr(text, "  你填的：艾力?买买提\n"));
	assert_null(strstr(text, "一样"));
	assert_non_null(strstr(text, "  注意：先看是不是自己填错了高考信息。\n"));
	free(text);
	free(json);
	/* Nor is what the student says compared. */
	wizard_answer(&w, check_of(GUIDE_COMPARE_SEX), RESULT_SAME);
	json = report_make(&w, REPORT_JSON, REPORT_IN_FULL);
	text = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
	assert_non_null(strstr(json, "\"outcome\": \"said-same\", \"text\": \"一样\""));
	assert_non_null(strstr(text, "  性别：一样\n"));
	assert_non_null(strstr(text, "  写“一样”“不对”的：本人看的，没有逐字比过\n"));
	free(text);
	free(json);
}

/* A problem of the first check of a guide, and of the last: none is left out. */
static void test_first_and_last(void **state)
{
	static const struct progress none;
	struct guide small = *guide;
	struct guide_verification two = *guide->verification;
	struct guide_check checks[2] = {
		guide->verification->checks[check_of(GUIDE_COMPARE_NAME)],
		guide->verification->checks[check_of(GUIDE_COMPARE_ETHNIC_GROUP)]
	};
	char *text;

	(void)state;
	two.checks = checks;
	two.check_count = 2;
	small.verification = &two;
	for (size_t i = 0; i < 2; i++) {
		wizard_wipe(&w);
		wizard_start(&w, &small, &record, &none, (struct date){ 2026, 9, 12 }, 1789000000);
		line_edit_set(&w.verify.shown[i], i == 0 ? "王回" : "回族");
		wizard_note_shown(&w, i);
		text = report_make(&w, REPORT_MARKDOWN, REPORT_IN_FULL);
		for (size_t k = 0; k < 2; k++) {
			char *heading = xasprintf("\n## %s\n", checks[k].label);

			assert_int_equal(strstr(text, heading) != NULL, k == i);
			free(heading);
		}
		assert_int_equal(strstr(text, "差别") != NULL, i == 0); /* the values say it */
		free(text);
		text = report_make(&w, REPORT_JSON, REPORT_IN_FULL);
		assert_non_null(
			strstr(text, i == 0 ? "\"shown\": \"王回\"" : "\"shown\": \"回族\""));
		free(text);
	}
}

/* What a student types is neither Markdown nor a terminal's control sequence. */
static void test_markdown(void **state)
{
	char *text;

	(void)state;
	with_problems();
	w.verify.unfolded[1] = true;
	show(GUIDE_COMPARE_STUDENT_NUMBER, "2026");
	wizard_answer(&w, check_of(GUIDE_COMPARE_STUDENT_NUMBER), RESULT_SEEN);
	show(GUIDE_COMPARE_NAME, "李<b>_明_");
	wizard_answer(&w, check_of(GUIDE_COMPARE_NAME), RESULT_DIFFER); /* it was asked */
	strcat(w.verify.shown[check_of(GUIDE_COMPARE_STUDENT_NUMBER)].text, "\xE2\x80\xAE");
	text = report_make(&w, REPORT_MARKDOWN, REPORT_IN_FULL);
	assert_non_null(strstr(text, "# 学籍自查结果单\n"));
	assert_non_null(strstr(text, "\n## 姓名\n"));
	assert_non_null(strstr(text, "- 网站上：李\\<b\\>\\_明\\_"));
	assert_non_null(strstr(text, "- 学号：2026"));
	assert_null(strstr(text, "\xE2\x80\xAE"));
	assert_non_null(strstr(text, "\n## 步骤\n\n- [x] 1 登录学信网"));
	free(text);
}

static void test_json(void **state)
{
	struct diag d = { 0 };
	struct json_doc *doc;
	struct json root, item;
	char *text;

	(void)state;
	with_problems();
	text = report_make(&w, REPORT_JSON, REPORT_MASKED);
	doc = json_parse(text, strlen(text), &d);
	assert_non_null(doc);
	root = json_root(doc);
	assert_string_equal(json_string(root, "verdict"), "fail");
	assert_memory_equal(json_string(root, "started"), "2026-09-", 8);
	assert_true(json_bool_or(root, "sample", false));
	assert_int_equal(json_count(json_array(root, "missing")), 4);
	assert_int_equal(json_count(json_array(root, "checks")), guide->verification->check_count);
	assert_memory_equal(json_string(root, "written"), "2026-09-", 8);
	assert_string_equal(json_string(root, "id_number"), "1****************4");
	assert_int_equal(json_count(json_array(root, "steps")), 5);
	assert_int_equal(json_count(json_array(root, "items")), 4);
	item = json_first(json_array(root, "steps"));
	assert_memory_equal(json_string(item, "when"), "2026-09-", 8);
	item = json_first(json_array(root, "items"));
	assert_string_equal(json_string(item, "id"), "check.name");
	assert_string_equal(json_string(item, "shown"), "李*");
	assert_int_equal(json_count(json_array(item, "findings")), 1);
	json_close(doc);
	assert_null(strstr(text, "1100002007"));
	free(text);
}

static void test_format(void **state)
{
	(void)state;
	assert_int_equal(report_format("a.md"), REPORT_MARKDOWN);
	assert_int_equal(report_format("a.JSON"), REPORT_JSON);
	assert_int_equal(report_format("a.txt"), REPORT_TEXT);
	assert_int_equal(report_format("md"), REPORT_TEXT);
}

static char *in_folder(const char *name)
{
	return xasprintf("%s/%s", folder, name);
}

static void expect_content(const char *path, const char *expected)
{
	char bytes[64] = "";
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	assert_true(fread(bytes, 1, sizeof bytes - 1, f) > 0);
	fclose(f);
	assert_string_equal(bytes, expected);
}

static void test_file(void **state)
{
	char *path = in_folder("report.txt"), *link = in_folder("link.txt"),
	     *there = in_folder("no/report.txt");
	char notice[256];
	struct stat st;

	(void)state;
	assert_int_equal(report_file_write(path, "one", false, notice, sizeof notice),
			 REPORT_WRITTEN);
	assert_non_null(strstr(notice, "report.txt"));
	assert_null(strstr(notice, "换掉"));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(st.st_nlink, 1);
	assert_int_equal(report_file_write(path, "two", false, notice, sizeof notice),
			 REPORT_EXISTS);
	expect_content(path, "one");
	assert_int_equal(report_file_write(path, "two", true, notice, sizeof notice),
			 REPORT_WRITTEN);
	assert_non_null(strstr(notice, "换掉了原来的"));
	expect_content(path, "two");
	assert_int_equal(symlink(path, link), 0);
	assert_int_equal(report_file_write(link, "three", true, notice, sizeof notice),
			 REPORT_FAILED);
	expect_content(path, "two");
	assert_int_equal(report_file_write(folder, "three", true, notice, sizeof notice),
			 REPORT_FAILED);
	assert_int_equal(report_file_write(there, "three", false, notice, sizeof notice),
			 REPORT_FAILED);
	assert_non_null(strstr(notice, "没有存上"));
	assert_int_equal(report_file_write("/dev/full", "x", true, notice, sizeof notice),
			 REPORT_FAILED);
	unlink(link);
	unlink(path);
	free(path);
	free(link);
	free(there);
}

/* A name without an end gets one; a folder stays one, also behind ~ and a link, and says so. */
static void test_ends(void **state)
{
	static const struct {
		const char *typed, *path;
		bool folder;
	} rows[] = {
		{ "a", "a.txt", false },
		{ "no/c", "no/c.txt", false },
		{ "a.txt", "a.txt", false },
		{ "b.d/c", "b.d/c.txt", false },
		{ "结果", "结果.txt", false },
		{ ".md", ".md", false },
		{ "~/a", "~/a.txt", false },
		{ "~/sub", "~/sub", true },
		{ "~/sub/", "~/sub/", true },
		{ "~/sub/a", "~/sub/a.txt", false },
		{ "~/link", "~/link", true },
		{ "~", "~", true },
		{ "/", "/", true },
		{ "~/sub.txt", "~/sub.txt", false },
	};
	char *sub = in_folder("sub"), *link = in_folder("link"),
	     *home = getenv("HOME") != NULL ? xstrdup(getenv("HOME")) : NULL, notice[512];

	(void)state;
	assert_int_equal(mkdir(sub, 0700), 0);
	assert_int_equal(symlink("sub", link), 0);
	setenv("HOME", folder, 1);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct line_edit typed = { 0 };
		char *path;

		line_edit_set(&typed, rows[i].typed);
		report_file_add_end(&typed);
		assert_string_equal(typed.text, rows[i].path);
		if (!rows[i].folder)
			continue;
		path = report_file_path(typed.text);
		assert_int_equal(report_file_write(path, "x", false, notice, sizeof notice),
				 REPORT_FAILED);
		assert_non_null(strstr(notice, "这是文件夹，后面再写上文件名"));
		free(path);
	}
	if (home != NULL)
		setenv("HOME", home, 1);
	free(home);
	unlink(link);
	rmdir(sub);
	free(link);
	free(sub);
}

/* Wherever a message ends, no character is cut. */
static void test_long_path(void **state)
{
	static const char dots[] = "././.";
	char notice[512];

	(void)state;
	for (int i = 0; i < 3; i++) {
		char *path = xasprintf("%.*s/没有/", 3 + i, dots);

		while (strlen(path) < 200) {
			char *longer = xasprintf("%s名", path);

			free(path);
			path = longer;
		}
		assert_int_equal(report_file_write(path, "x", false, notice, sizeof notice),
				 REPORT_FAILED);
		assert_int_equal(text_valid_bytes(notice, strlen(notice)), strlen(notice));
		free(path);
	}
}

static void make_file(const char *name, const char *text)
{
	char *path = in_folder(name);
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	free(path);
}

/* What a killed save left goes with the next one; what another save is writing, and what is not
 * ours, stays. */
static void test_leftovers(void **state)
{
	static const struct {
		const char *name;
		bool stays;
	} rows[] = {
		{ ".xueji-123~", false }, { ".xueji-1~", false },      { ".xueji-~", true },
		{ ".xueji-12x~", true },  { ".xueji-12", true },       { "text.txt.123~", true },
		{ "a.xueji-1~", true },   { ".xueji-123~.txt", true },
	};
	char *path = in_folder("report.txt"), *busy = in_folder(".xueji-9~"), notice[256];
	int fd;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		make_file(rows[i].name, "half");
	make_file(".xueji-9~", "half");
	fd = open(busy, O_RDONLY | O_CLOEXEC);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_int_equal(report_file_write(path, "one", false, notice, sizeof notice),
			 REPORT_WRITTEN);
	assert_int_equal(access(busy, F_OK), 0);
	close(fd);
	assert_int_equal(report_file_write(path, "two", true, notice, sizeof notice),
			 REPORT_WRITTEN);
	assert_int_equal(access(busy, F_OK), -1);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *left = in_folder(rows[i].name);

		if ((access(left, F_OK) == 0) != rows[i].stays)
			fail_msg("%s", rows[i].name);
		unlink(left);
		free(left);
	}
	unlink(path);
	free(path);
	free(busy);
}

static int load(void **state)
{
	strcpy(folder, "/tmp/xueji-report-XXXXXX");
	return mkdtemp(folder) != NULL ? load_shipped(state) : -1;
}

/* Nothing may be left in the folder: no half-written file beside. */
static int unload(void **state)
{
	unload_shipped(state);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_exchanged),
		cmocka_unit_test(test_seen),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_nameless),
		cmocka_unit_test(test_birth),
		cmocka_unit_test(test_own_record),
		cmocka_unit_test(test_first_and_last),
		cmocka_unit_test(test_doubtful_record),
		cmocka_unit_test(test_source_of_the_record),
		cmocka_unit_test(test_student),
		cmocka_unit_test(test_times),
		cmocka_unit_test(test_markdown),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_ends),
		cmocka_unit_test(test_long_path),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_leftovers),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
