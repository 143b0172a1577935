/* SPDX-License-Identifier: MIT */
/* The line mode as it is heard: what is said after each line of input, from the bytes that are
 * written to a terminal. tests/golden/plain has whole walks: "> 1" is a line of input, what follows
 * is the answer; "> 回车" is an empty line that answers, ">" one that only reads on, which the test
 * enters wherever there is more. After a change that is meant, UPDATE_FRAMES=1 writes the answers
 * anew: read the diff. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <ctype.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "plain/plain_say.h"
#include "support/command.h"
#include "support/terminal.h"
#include "support/whole_file.h"

enum { LINES_MAX = 128, PROMPTS_MAX = 64, SETTLE_MS = 5000 };

#define SAMPLE "data/record.example.json"
#define ENTER "回车"
#define READ_ON "回车 接着听："

/* No line is read without end, and nothing is asked where nobody can read the question. */
static void test_input_and_output_without_end(void **state)
{
	static const struct {
		const char *command;
		int status;
		const char *says;
	} rows[] = {
		{ "timeout 10 $X --plain </dev/zero", 2, "太长" },
		{ "head -c 4097 /dev/zero | tr '\\0' a | $X --plain", 2, "太长" },
		{ "(head -c 4096 /dev/zero | tr '\\0' a; echo) | $X --plain", 3, "没有看懂" },
		{ "timeout 10 $X check </dev/zero", 2, "太长" },
		{ "timeout 10 $X demo --plain </dev/zero", 2, "太长" },
		{ "yes '?' | timeout 10 $X --plain >/dev/full", 2, "没有写完" },
		{ "timeout 10 $X demo --auto --plain >/dev/full", 2, "没有写完" },
		{ "$X --plain </dev/null", 3, "输入结束了" },
		{ "printf '1\\n/o\\n' | PATH=/none $X --plain --record " SAMPLE, 3, "，/y 听网址" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		command_expect(rows[i].command, rows[i].status);
		command_says(rows[i].says);
	}
	command_expect("echo q | $X --plain", 3);
	assert_null(strstr(command_output(), "输入结束了"));
}

/* A word that answers the texts of the verification is sought in no option: 没有 is not
 * 别的，这里没有列出. */
static void test_no_answer_within_an_option(void **state)
{
	(void)state;
	command_expect("printf '1\\n/g 5\\n2\\n\\n/学籍状态\\n\\n\\n没有\\n/q\\n/y\\n' |"
		       "$X --plain --fresh --record " SAMPLE,
		       3);
	command_says("选 1 到 12，回车 跳过：没有看懂");
}

/* Digits, slashes and letters that an input method makes mean the plain ones. */
static void test_input_method(void **state)
{
	static const struct {
		const char *lines, *says;
	} rows[] = {
		{ "１\\n、ｑ", "第 1 步，共 5 步" },
		{ "／g 4\\nq", "第 4 步，共 5 步" },
		{ "/g４\\n／Q", "第 4 步，共 5 步" },
		{ "g5\\n２\\n、e\\n人脸\\n１\\n、q\\n/b\\n/q", "实人核验没有通过" },
		{ "g5\\n2\\n/录取照片\\n３\\n/录取照片\\n、q\\n、y", "没有照片" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf("printf '%s\\n' | $X --plain --fresh --record " SAMPLE,
					  rows[i].lines);

		command_expect(command, 3);
		command_says(rows[i].says);
		assert_null(strstr(command_output(), "输入结束了"));
		free(command);
	}
}

/* A row that is answered sounds so, and a question repeats what was typed and takes the right
 * text. */
static void test_answered(void **state)
{
	static const struct {
		const char *lines, *says;
	} rows[] = {
		{ "/性别\\n一样\\n/性别", "性别，应为 男，一样\n网站上是什么？回车 不改：" },
		{ "/性别\\n女\\n/性别", "性别，应为 男，不一致\n" },
		{ "/性别\\n/姓名", "姓名，应为 李明\n网站上是什么？回车 跳过：" },
		{ "/学籍状态\\n\\n\\n1\\n/学籍状态", "学籍状态，现在是 在籍（注册学籍）\n" },
		{ "/出生日期\\n2007", "出生日期：2007\n1. 网页上真是这样\n2. 打错了，重新打\n" },
		{ "/出生日期\\n2007\\n20070902",
		  "出生日期：2007-09-02，不一致，应为 2007-09-01\n民族" },
		{ "/性别\\n女", "性别：女，不一致，应为 男\n出生日期" },
		{ "/姓名\\n李朋", "姓名：李朋，不一致，应为 李明\n第 2 个字应为" },
		{ "/证件号码\\n110000200709010041",
		  "证件号码：110000 20070901 0041，不一致\n第 17" },
		/* words that say that it is the same, and none that says so of a question */
		{ "/姓名\\n一致", "姓名：李明，一样\n" },
		{ "/性别\\n对", "性别：男，一样\n" },
		{ "/姓名\\n李\\n对", "先选一项。" },
		/* figures in words, as the page is said without them */
		{ "/g 1\\n/v", "www.wchsi.com.cn 多一个 w；" },
		{ "/g 1\\n/?\\n", "/v 示意图改成文字\n" },
		{ "/b\\n/v\\n\\n", "要看的是姓名、性别、证件号码和学籍状态。" },
		/* an option by its own words; a number that no option has is not a name */
		{ "/录取照片\\n是我", "录取照片：是我\n" },
		{ "/录取照片\\n不是我", "录取照片：不是我\n" },
		{ "/学籍状态\\n\\n\\n在籍(注册学籍)", "学籍状态：在籍（注册学籍）\n" },
		{ "/性别\\n1", "性别：看不懂这个性别，打「男」或「女」。\n" },
		{ "/姓名\\n李\\n3", "选 1 到 2，回车 跳过：没有看懂" },
		{ "/性别\\nf\\n110000200709010041",
		  "选 1 到 2，回车 跳过：没有看懂，/? 听命令。\n选 1 到 2，回车 跳过：" },
		{ "/性别\\nf\\n110000200709010041\\n男", "性别：男，一致\n" },
		{ "/出生日期\\n2007\\n2007-09-01", "出生日期：2007-09-01，一致\n" },
		{ "/民族\\nhan\\nHan", "民族：Han\n1. 网页上真是这样\n" },
		/* a status that is on no list can be copied again */
		{ "/学籍状态\\n\\n\\n12\\n在校生\\n/学籍状态\\n",
		  "网站上：在校生\n回车 接着听：问辅导员" },
		{ "/学籍状态\\n\\n\\n12\\n在校生\\n/学籍状态\\n\\n\\n\\n12\\n在读",
		  "网站上：在读\n学生类别" },
		/* a part of a listed status is asked about; Enter leaves it as it was copied */
		{ "/学籍状态\\n\\n\\n12\\n在籍", "列表里有相近的" },
		{ "/学籍状态\\n\\n\\n12\\n注册学籍\\n\\n\\n注册学籍",
		  "学籍状态：在籍（注册学籍）\n" },
	};
	/* 一样 where nothing can be compared says that there is nothing wrong. */
	static const struct {
		const char *lines, *says;
	} by_eye[] = {
		{ "", "那里是特殊字体）。没问题就输入 1。\n" },
		{ "一样", "姓名：看过，还没比\n性别：" },
		{ "没有", "姓名：网页上没有\n性别：" },
		{ "对", "姓名：看过，还没比\n性别：" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof by_eye / sizeof by_eye[0]; i++) {
		char *command = xasprintf("printf '1\\n/先不填\\n\\n/g 5\\n2\\n\\n%s\\n' |"
					  "$X --plain --fresh",
					  by_eye[i].lines);

		command_expect(command, 3);
		command_says(by_eye[i].says);
		free(command);
	}
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *command = xasprintf("printf 'g5\\n\\n\\n\\n\\n\\n\\n2\\n\\n%s\\n' |"
					  "$X --plain --fresh --record " SAMPLE,
					  rows[i].lines);

		command_expect(command, 3);
		command_says(rows[i].says);
		free(command);
	}
}

static size_t heard(const char *text)
{
	size_t count = 0, left = strlen(text), n;
	uint32_t cp;

	for (; (n = text_decode(text, left, &cp)) > 0; text += n, left -= n)
		count += text_is_ideograph(cp);
	return count;
}

/* What is said after one line of input, or at the start: short, and nothing for the eye. */
static void expect_heard(const char *line, const char *said)
{
	static const char *const for_the_eye[] = { "红框",  "投影", "二维码", "扫码",
						   "绿色",  "左侧", "右侧",   "\033",
						   "图：",  "←",    "→",      "按空格",
						   "Enter", "Esc",  "****",   "Ctrl" };

	if (heard(said) > SAY_MAX)
		fail_msg("%zu characters after \"%s\":\n%s", heard(said), line, said);
	for (size_t i = 0; i < sizeof for_the_eye / sizeof for_the_eye[0]; i++)
		if (strstr(said, for_the_eye[i]) != NULL && strstr(said, "首页左侧") == NULL)
			fail_msg("%s after \"%s\":\n%s", for_the_eye[i], line, said);
}

/* The lines of input of a walk, and the file of details that it is given, from here. */
struct script {
	char *text;
	const char *record, *lines[LINES_MAX];
	size_t count;
};

/* In the home folder, for some walks save a report. */
static struct terminal *start(const struct script *s)
{
	char *program = realpath(terminal_program(), NULL);
	char *command = xasprintf("R=$PWD/%s; cd \"$HOME\" &&"
				  "exec \"%s\" --plain --fresh --record \"$R\"",
				  s->record, program);
	char shell[] = "sh", flag[] = "-c", *argv[] = { shell, flag, command, NULL };
	struct terminal *t = terminal_start(24, 80, argv, NULL);

	assert_true(terminal_settle(t, SETTLE_MS));
	free(command);
	free(program);
	return t;
}

/* What was said from byte `from` of the output on, without the echo of the line; owned by the
 * caller. */
static char *said_since(const struct terminal *t, size_t from, const char *line)
{
	char *said = xstrdup(t->output + from), *to = said;
	size_t echo = strncmp(said, line, strlen(line)) == 0 ? strlen(line) : 0;

	for (const char *at = said + echo; *at != '\0'; at++)
		if (*at != '\r')
			*to++ = *at;
	*to = '\0';
	/* What is said begins on a line of its own, also after a password, which is not shown. */
	if (from > 0) {
		assert_int_equal(*said, '\n');
		memmove(said, said + 1, strlen(said));
	}
	return said;
}

/* The code of the rehearsed text message that was sent last. */
static const char *practice_code(const struct terminal *t)
{
	static char code[7];
	const char *at = strstr(t->output, "演练短信：");

	assert_non_null(at);
	memcpy(code, at + strcspn(at, "0123456789"), 6);
	return code;
}

static const char *typed_as(const struct terminal *t, const char *line)
{
	return strcmp(line, ENTER) == 0 ? "" : strcmp(line, "CODE") == 0 ? practice_code(t) : line;
}

static void enter(struct terminal *t, const char *line)
{
	terminal_type(t, line);
	terminal_type(t, "\r");
	assert_true(terminal_settle(t, SETTLE_MS));
}

/* Replaces every occurrence of what differs from run to run. */
static char *replaced(char *text, const char *what, const char *by)
{
	char *at;

	while (*what != '\0' && (at = strstr(text, what)) != NULL) {
		char *all = xasprintf("%.*s%s%s", (int)(at - text), text, by, at + strlen(what));

		free(text);
		text = all;
	}
	return text;
}

/* "2026-11-28 23:47" becomes "今天". */
static char *without_time(char *text)
{
	static const char form[] = "dddd-dd-dd dd:dd ";

	for (char *at = text; *at != '\0'; at++) {
		size_t n = 0;

		while (form[n] != '\0' &&
		       (form[n] == 'd' ? isdigit((unsigned char)at[n]) : at[n] == form[n]))
			n++;
		if (form[n] == '\0') {
			char *time = xstrndup(at, n);

			text = replaced(text, time, "今天 ");
			free(time);
			break;
		}
	}
	return text;
}

static void read_script(const char *path, struct script *s)
{
	char *rest;

	s->text = whole_file(path, NULL);
	assert_non_null(s->text);
	s->count = 0;
	for (char *line = strtok_r(s->text, "\n", &rest); line != NULL;
	     line = strtok_r(NULL, "\n", &rest))
		if (strncmp(line, "> ", 2) == 0) {
			assert_true(s->count < LINES_MAX);
			s->lines[s->count++] = line + 2;
		}
}

/* A prompt that was met, and how many lines of the script led to it. */
struct met {
	char *prompt;
	const struct script *script;
	size_t lines;
};

static struct met met[PROMPTS_MAX];
static size_t met_count;
static struct script scripts[5];

static void note_prompt(const char *said, const struct script *script, size_t lines)
{
	const char *last = strrchr(said, '\n');
	const char *prompt = last == NULL ? said : last + 1;

	for (size_t i = 0; i < met_count; i++)
		if (strcmp(met[i].prompt, prompt) == 0)
			return;
	assert_true(met_count < PROMPTS_MAX);
	met[met_count++] = (struct met){ xstrdup(prompt), script, lines };
}

/* Walks with each page heard to its end; returns the transcript, owned by the caller. */
static char *walk(const struct script *s)
{
	struct terminal *t = start(s);
	size_t from = 0, at = 0;
	const char *line = "";
	char *transcript, *code;
	FILE *out = xmemstream(&transcript);

	while (true) {
		char *said = said_since(t, from, line);
		bool more = strstr(said, READ_ON) != NULL;

		expect_heard(line, said);
		fprintf(out, "%s%s", said, *said == '\0' || t->exited ? "" : "\n");
		if (!t->exited)
			note_prompt(said, s, at);
		free(said);
		if (t->exited || (!more && at == s->count))
			break;
		fprintf(out, more ? ">\n" : "> %s\n", s->lines[at]);
		line = more ? "" : typed_as(t, s->lines[at++]);
		from = t->output_len;
		enter(t, line);
	}
	fclose(out);
	code = xstrdup(strstr(t->output, "演练短信：") != NULL ? practice_code(t) : "");
	transcript = replaced(without_time(transcript), code, "CODE");
	terminal_end(t);
	free(code);
	return replaced(transcript, getenv("HOME"), "~");
}

/* Hears a walk that the file has. */
static void expect_walk(const char *name, const char *record, struct script *s)
{
	char *path = xasprintf("tests/golden/plain/%s.txt", name), *transcript, *expected;
	size_t same = 0;

	s->record = record;
	read_script(path, s);
	transcript = walk(s);
	if (getenv("UPDATE_FRAMES") != NULL)
		write_whole_file(path, transcript, strlen(transcript));
	expected = whole_file(path, NULL);
	while (expected[same] != '\0' && expected[same] == transcript[same])
		same++;
	if (expected[same] != transcript[same])
		fail_msg("%s differs:\n%.300s\n--- is ---\n%.300s", path,
			 expected + (same > 100 ? same - 100 : 0),
			 transcript + (same > 100 ? same - 100 : 0));
	free(path);
	free(transcript);
	free(expected);
}

/* Welcome, five steps, form, login, verification with lists, result, report: all is right. */
static void test_success(void **state)
{
	char *report = xasprintf("%s/结果单.txt", getenv("HOME"));

	(void)state;
	unlink(report);
	expect_walk("success", SAMPLE, &scripts[0]);
	assert_int_equal(unlink(report), 0);
	free(report);
}

static void test_slip_in_the_form(void **state)
{
	(void)state;
	expect_walk("slip", SAMPLE, &scripts[1]);
}

static void test_difference_on_the_site(void **state)
{
	(void)state;
	expect_walk("difference", SAMPLE, &scripts[2]);
}

static void test_unfinished(void **state)
{
	(void)state;
	expect_walk("unfinished", SAMPLE, &scripts[3]);
}

/* Not found in a roster, nor without the number; then without details. */
static void test_failed_lookup(void **state)
{
	(void)state;
	expect_walk("lookup", "tests/golden/plain/roster.csv", &scripts[4]);
}

static bool reads_on(const struct terminal *t)
{
	size_t len = strlen(READ_ON);

	return t->output_len >= len && strcmp(t->output + t->output_len - len, READ_ON) == 0;
}

/* Enters the lines that led to a prompt. */
static struct terminal *come_to(const struct met *m)
{
	struct terminal *t = start(m->script);

	for (size_t i = 0; i < m->lines; i++) {
		const char *line = m->script->lines[i];

		while (strcmp(line, ENTER) == 0 && reads_on(t))
			enter(t, "");
		enter(t, typed_as(t, line));
	}
	while (reads_on(t) && strcmp(m->prompt, READ_ON) != 0)
		enter(t, "");
	return t;
}

/* Enters one more line at that prompt: it is understood as a command or, if it is none, refused. */
static void try_at(const struct met *m, const char *line, bool refused)
{
	struct terminal *t = come_to(m);
	size_t from = t->output_len;
	const char *prompt;
	char *said;

	enter(t, line);
	said = said_since(t, from, line);
	prompt = strrchr(said, '\n');
	if ((strstr(said, "没有看懂") != NULL) != refused)
		fail_msg("\"%s\" at %s\n%s", line, m->prompt, said);
	if (!t->exited && (prompt == NULL || heard(said) == heard(prompt)))
		fail_msg("nothing is said after \"%s\" at %s", line, m->prompt);
	if (*line == '/' && strstr(said, line) != NULL && strstr(said, "听命令") == NULL)
		fail_msg("\"%s\" is taken as an answer at %s\n%s", line, m->prompt, said);
	free(said);
	terminal_end(t);
}

/* Tries what a prompt offers: "回车 跳过，/b 返回", "1 勾选", "选 1 到 3". */
static void try_offers(const struct met *m)
{
	char *offers = xstrdup(m->prompt), *rest, line[32];

	for (char *offer = strtok_r(offers, "，：", &rest); offer != NULL;
	     offer = strtok_r(NULL, "，：", &rest)) {
		unsigned first, last;

		if (sscanf(offer, "选 %u 到 %u", &first, &last) == 2) {
			try_at(m, "1", false);
			snprintf(line, sizeof line, "%u", last);
			try_at(m, line, false);
			snprintf(line, sizeof line, "%u", last + 1);
			try_at(m, line, true);
		}
	}
	free(offers);
}

/* Every command that a prompt offers works there, and those that work everywhere. */
static void test_offers(void **state)
{
	static const struct {
		const char *offer, *line;
		bool refused;
	} rows[] = {
		{ "回车 ", "", false }, { "1 ", "1", false }, { "/b ", "/b", false },
		{ "/y ", "/y", false }, { "", "/m", false },  { "", "/?", false },
		{ "", "/l", false },    { "", "/z", true },
	};

	(void)state;
	assert_true(met_count > 10);
	for (size_t i = 0; i < met_count; i++) {
		try_offers(&met[i]);
		for (size_t k = 0; k < sizeof rows / sizeof rows[0]; k++)
			if (strstr(met[i].prompt, rows[k].offer) != NULL)
				try_at(&met[i], rows[k].line, rows[k].refused);
	}
}

static void test_portions(void **state)
{
	static const struct {
		const char *text;
		size_t most;
		const char *portion;
	} rows[] = {
		{ "", 4, "" },
		{ "一二三四", 4, "一二三四" },
		{ "一二三四五", 4, "一二三四" },
		{ "一，二三四五", 4, "一，" },
		{ "一二。三四五", 4, "一二。" },
		{ "一。二，三四五", 4, "一。" }, /* what matters may follow the comma */
		{ "一，二三。四五", 4, "一，二三。" },
		{ "一二\n三四五", 4, "一二\n" },
		{ "一二；三、四五", 4, "一二；" },
		{ "一：二，三、四五", 4, "一：二，" }, /* a label alone says nothing */
		{ "010-82199588 kefu@chsi.com.cn", 4, "010-82199588 kefu@chsi.com.cn" },
		{ "一", 0, "一" }, /* it always goes on */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (plain_say_portion(rows[i].text, rows[i].most) != strlen(rows[i].portion) ||
		    strncmp(rows[i].text, rows[i].portion, strlen(rows[i].portion)) != 0)
			fail_msg("%s: %zu", rows[i].text,
				 plain_say_portion(rows[i].text, rows[i].most));
}

/* Progress that is not the sample's outlives --fresh with the sample. */
static int forget(void **state)
{
	(void)state;
	return command_run("$X forget");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_input_and_output_without_end),
		cmocka_unit_test(test_success),
		cmocka_unit_test(test_slip_in_the_form),
		cmocka_unit_test(test_difference_on_the_site),
		cmocka_unit_test(test_unfinished),
		cmocka_unit_test(test_failed_lookup),
		cmocka_unit_test(test_no_answer_within_an_option),
		cmocka_unit_test(test_input_method),
		cmocka_unit_test(test_answered),
		cmocka_unit_test(test_offers),
		cmocka_unit_test(test_portions),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, forget, forget);
}
