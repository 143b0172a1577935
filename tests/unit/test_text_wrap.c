/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* What the guide is made of: Chinese with addresses, numbers, mail, quotes and brackets. */
static const char *const paragraphs[] = {
	"新生入学注册后，要登录“中国高等教育学生信息网”（简称“学信网”，https://www.chsi.com.cn），"
	"核对本人的身份信息和学籍信息；这件事叫作“新生学籍信息自查”。",

	"在首页左侧找到“学籍学历查询”，点其中“学籍查询”一行的“新生学籍”，再点“登录学籍档案”。",

	"手机号或证件号码已被别人注册？学校没有权限处理，请看帮助中心："
	"https://account.chsi.com.cn/account/help/index.jsp，或拨打客服热线：010-82199588，"
	"或写信到kefu@chsi.com.cn。",

	"依据：《普通高等学校学生管理规定》（教育部令第41号）、"
	"《高等学校学生学籍学历电子注册办法》"
	"（教学〔2014〕11号）。",

	"姓名与证件号码必须和高考时一致，不要多填空格；"
	"号码末位是X的，要写大写X（不是x，也不是×）！",

	"例如：110000200709010014（男）、11000020070901009X（男）。校验码是按GB 11643-1999算的："
	"前17位各乘一个数，加起来，除以11，看余数。",

	"The helpline is 010-67410388 (see https://www.chsi.com.cn/help), or write to "
	"kefu@chsi.com.cn; offices open at 8:30.",

	"先看**网址**：<https://my.chsi.com.cn/archive/index.action>；再看“锁”形标志……"
	"都对，才输入密码。",

	"第一步\n第二步，点“注册”；\n\n第三步（选填）：安全邮箱、密保问题。\n",

	"阿依古丽·买买提同学：你的名字中间是“·”（U+00B7），"
	"不是“•”（U+2022），也不是“.”（U+002E）。",
};

enum { NARROWEST = 20, WIDEST = 120 };

static bool is_one_of(uint32_t cp, const char *set)
{
	uint32_t other;

	for (; *set != '\0'; set += text_decode(set, strlen(set), &other))
		if (text_decode(set, strlen(set), &other) > 0 && other == cp)
			return true;
	return false;
}

static bool is_closing(uint32_t cp)
{
	return is_one_of(cp, "、，。）”！？；：》’…〕");
}

static bool is_opening(uint32_t cp)
{
	return is_one_of(cp, "（“《‘〔");
}

static uint32_t first_of(const char *s, size_t len)
{
	uint32_t cp = 0;

	text_decode(s, len, &cp);
	return cp;
}

/* The character that ends at s + len. */
static uint32_t last_of(const char *s, size_t len)
{
	size_t start = len;

	while (start > 0 && (s[--start] & 0xC0) == 0x80)
		;
	return first_of(s + start, len - start);
}

static void check_punctuation(const char *text, const struct text_line *line)
{
	const char *s = text + line->start;

	if (line->len == 0)
		return;
	if (is_closing(first_of(s, line->len)))
		fail_msg("a line begins with what closes: %.*s", (int)line->len, s);
	if (is_opening(last_of(s, line->len)))
		fail_msg("a line ends with what opens: %.*s", (int)line->len, s);
}

/* Nothing is between two lines but blanks and the line break that was asked for. */
static void check_nothing_lost(const char *text, const struct text_line *lines, size_t count)
{
	size_t done = 0;

	for (size_t i = 0; i <= count; i++) {
		size_t until = i < count ? lines[i].start : strlen(text);

		assert_true(done <= until);
		for (; done < until; done++)
			assert_true(text[done] == ' ' || text[done] == '\n');
		if (i < count)
			done += lines[i].len;
	}
}

static bool on_one_line(const struct text_line *lines, size_t count, size_t start, size_t end)
{
	for (size_t i = 0; i < count; i++)
		if (start >= lines[i].start && end <= lines[i].start + lines[i].len)
			return true;
	return false;
}

/* Widens [*start, *end) by the punctuation that may not be parted from it. */
static void hang_punctuation(const char *text, size_t *start, size_t *end)
{
	size_t len = strlen(text);

	while (*start > 0 && is_opening(last_of(text, *start)))
		while ((text[--*start] & 0xC0) == 0x80)
			;
	while (*end < len && is_closing(first_of(text + *end, len - *end))) {
		uint32_t cp;

		*end += text_decode(text + *end, len - *end, &cp);
	}
}

static bool is_graphic(char c)
{
	return c > ' ' && c < 0x7F;
}

/* Each run of ASCII that fits on a line, with what hangs on it, stands on one. */
static void check_runs(const char *text, const struct text_line *lines, size_t count, int columns)
{
	size_t len = strlen(text);

	for (size_t at = 0, end; at < len; at = end) {
		size_t whole_start, whole_end;

		while (at < len && !is_graphic(text[at]))
			at++;
		for (end = at; end < len && is_graphic(text[end]);)
			end++;
		whole_start = at;
		whole_end = end;
		hang_punctuation(text, &whole_start, &whole_end);
		if (end > at &&
		    text_width_n(text + whole_start, whole_end - whole_start) <= columns &&
		    !on_one_line(lines, count, at, end))
			fail_msg("split at %d columns: %.*s", columns, (int)(end - at), text + at);
	}
}

static void check_newlines(const char *text, const struct text_line *lines, size_t count)
{
	for (size_t i = 0; i < count; i++)
		assert_null(memchr(text + lines[i].start, '\n', lines[i].len));
}

static void test_every_width(void **state)
{
	(void)state;
	for (size_t p = 0; p < COUNT(paragraphs); p++)
		for (int columns = NARROWEST; columns <= WIDEST; columns++) {
			const char *text = paragraphs[p];
			size_t count;
			struct text_line *lines = text_wrap(text, columns, &count);

			assert_true(count >= 1);
			for (size_t i = 0; i < count; i++) {
				assert_true(lines[i].columns <= columns);
				assert_int_equal(lines[i].columns,
						 text_width_n(text + lines[i].start, lines[i].len));
				check_punctuation(text, &lines[i]);
			}
			check_nothing_lost(text, lines, count);
			check_newlines(text, lines, count);
			check_runs(text, lines, count, columns);
			free(lines);
		}
}

/* A line is left short only when what follows would not have fitted: at most a character with the
 * punctuation on either side, where no run of ASCII follows. */
static void test_lines_are_full(void **state)
{
	const char *text = paragraphs[1];

	(void)state;
	for (int columns = NARROWEST; columns <= WIDEST; columns++) {
		size_t count;
		struct text_line *lines = text_wrap(text, columns, &count);

		for (size_t i = 0; i + 1 < count; i++)
			assert_true(lines[i].columns > columns - 8);
		free(lines);
	}
}

static const struct {
	const char *text;
	int columns;
	const char *lines; /* each ended by | */
} wrappings[] = {
	{ "", 10, "|" },
	{ "a", 10, "a|" },
	{ "\n", 10, "|" },
	{ "一\n二", 10, "一|二|" },
	{ "一\n\n二", 10, "一||二|" },
	{ "一\n", 10, "一|" },
	{ "一二三四", 4, "一二|三四|" },
	{ "一二三四", 5, "一二|三四|" },
	/* a line break just behind a full line */
	{ "一二\n三", 4, "一二|三|" },
	{ "一二 \n三", 4, "一二|三|" },
	{ "abcd\nef", 4, "abcd|ef|" },
	{ "一二三四\n五六", 4, "一二|三四|五六|" },
	{ "一二三。\n五", 8, "一二三。|五|" },
	/* blanks at a line's end */
	{ "ab cd", 2, "ab|cd|" },
	{ "ab   cd", 3, "ab|cd|" },
	{ "ab cd ef", 5, "ab cd|ef|" },
	{ "ab  ", 10, "ab|" },
	/* punctuation goes with its neighbour */
	{ "一二，三", 4, "一|二，|三|" },
	{ "一（二）三", 6, "一|（二）|三|" },
	{ "一二“三四”", 6, "一二|“三四”|" },
	{ "一二。”三", 6, "一|二。”|三|" },
	/* nor is the name of a menu */
	{ "一二三【学籍】四", 10, "一二三|【学籍】四|" },
	{ "一【学籍】二【学籍】", 12, "一【学籍】二|【学籍】|" },
	{ "一【学籍学籍】", 6, "一【学|籍学|籍】|" },
	{ "一二三【学籍", 10, "一二三【学|籍|" },
	/* nor is a short item of a list; a longer one is, and so is what is no list */
	{ "还差：一二三四、五六七八、九十", 18, "还差：一二三四、|五六七八、九十|" },
	{ "还差：一二三四、五六七八", 18, "还差：一二三四、|五六七八|" },
	{ "还差一二三四、五六七八九。", 18, "还差一二三四、五六|七八九。|" },
	{ "还差：一二三四，五六七八", 18, "还差：一二三四，五|六七八|" },
	{ "一二三四、五", 6, "一二三|四、五|" },
	/* what fits on a line is not split, what does not is, but for the two slashes of a
	 * scheme */
	{ "见https://a.cn/bc处", 15, "见|https://a.cn/bc|处|" },
	{ "见https://a.cn/bc处", 14, "见|https://a.cn/|bc处|" },
	{ "abcdefghij", 4, "abcd|efgh|ij|" },
	{ "电话010-82199588。", 14, "电话|010-82199588。|" },
	/* marks stay with their base, wide characters are never halved */
	{ "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|" },
	{ "a一二", 2, "a|一|二|" },
	{ "𠮷𠮷", 3, "𠮷|𠮷|" },
	/* what libunibreak 1.1 aborts on */
	{ "李🇨🇳明\uFFFF", 20, "李🇨🇳明\uFFFF|" },
	{ "李🈀明\U0001F1E5", 20, "李🈀明\U0001F1E5|" },
};

static void test_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(wrappings); i++) {
		char joined[256] = "";
		size_t count;
		const char *text = wrappings[i].text;
		struct text_line *lines = text_wrap(text, wrappings[i].columns, &count);

		for (size_t n = 0; n < count; n++) {
			strncat(joined, text + lines[n].start, lines[n].len);
			strcat(joined, "|");
		}
		assert_string_equal(joined, wrappings[i].lines);
		free(lines);
	}
}

/* Every code point goes through the line breaker, alone and among others, and comes out in
 * order. */
static void test_every_character(void **state)
{
	enum { TOGETHER = 64 };

	(void)state;
	for (uint32_t first = 1; first < 0x110000; first += TOGETHER) {
		char text[TOGETHER * 4 + 1];
		size_t len = 0, count, at = 0;
		struct text_line *lines;

		for (uint32_t cp = first; cp < first + TOGETHER; cp++)
			len += text_encode(cp, text + len);
		text[len] = '\0';
		lines = text_wrap(text, 10, &count);
		for (size_t i = 0; i < count; i++) {
			assert_true(lines[i].start >= at);
			at = lines[i].start + lines[i].len;
		}
		assert_true(at <= len);
		free(lines);
	}
}

static int set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_width),
		cmocka_unit_test(test_lines_are_full),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_every_character),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
