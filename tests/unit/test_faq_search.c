/* SPDX-License-Identifier: MIT */
/* Searching the FAQ, the site's messages and the notes. */
#include <string.h>

#include "model/faq.h"
#include "support/one_wizard.h"
#include "wizard/faq_search.h"

static struct faq *faq;

static void open_faq(void)
{
	start(true);
	assert_true(act(ACTION_FAQ) & EFFECT_FAQ);
	w.faq = faq;
}

static void search(const char *text)
{
	open_faq();
	act(ACTION_SEARCH);
	type(text);
}

/* Whether a hit of the present search has a title. */
static bool hits(const char *title)
{
	struct faq_search found;
	bool hit = false;

	faq_search_begin(&found, &w);
	for (size_t i = 0; i < found.count; i++)
		hit = hit || strcmp(faq_hit_title(&w, found.hits[i]), title) == 0;
	faq_search_end(&found);
	return hit;
}

static const char *first_hit(void)
{
	struct faq_search found;
	const char *title = NULL;

	faq_search_begin(&found, &w);
	if (found.count > 0)
		title = faq_hit_title(&w, found.hits[0]);
	faq_search_end(&found);
	return title;
}

static void expect_caret(long caret)
{
	struct page page;

	screens_build(&page, &w);
	assert_int_equal(page.blocks[1].kind, BLOCK_FIELD);
	assert_int_equal(page.blocks[1].caret, caret);
	page_free(&page);
}

/* One Enter opens the first hit, and Esc leads back to the hits, to all questions, and away. */
static void test_keys(void **state)
{
	size_t all, some;

	(void)state;
	open_faq();
	all = screens_rows(&w);
	assert_int_equal(all, faq->answer_count + faq->site_message_count);
	act(ACTION_SEARCH);
	type("邮箱ip");
	some = screens_rows(&w);
	assert_in_range(some, 1, all - 1);
	act(ACTION_CARET_LEFT);
	expect_caret(strlen("邮箱i"));
	assert_string_equal(first_hit(), "邮箱IP受限");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ_ANSWER);
	assert_true(says("邮箱IP受限"));
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	assert_int_equal(screens_rows(&w), some);
	act(ACTION_CLOSE);
	assert_int_equal(screens_rows(&w), all);
	assert_non_null(screens_editing(&w));
	/* A longer search begins at its first hit again. */
	act(ACTION_DOWN);
	act(ACTION_SEARCH);
	type("邮箱");
	act(ACTION_DOWN);
	assert_int_equal(screens_focus(&w), 1);
	type("IP");
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_CLOSE);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
}

/* What is typed first is text, also where it is a command elsewhere, unless no word begins with
 * it. */
static void test_first_key(void **state)
{
	static const struct {
		const char *typed, *text;
		enum screen_id screen;
	} rows[] = {
		{ "q", "q", SCREEN_FAQ },       { "qita", "qita", SCREEN_FAQ },
		{ "e", "e", SCREEN_FAQ },       { "/", "", SCREEN_FAQ },
		{ "、", "", SCREEN_FAQ },       { "/a", "/a", SCREEN_FAQ }, /* pasted */
		{ "?", "", SCREEN_HELP },       { "？", "", SCREEN_HELP },
		{ " ", "", SCREEN_FAQ_ANSWER }, { "　", "", SCREEN_FAQ_ANSWER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_faq();
		assert_int_equal(type(rows[i].typed) & EFFECT_QUIT, 0);
		assert_int_equal(wizard_screen(&w), rows[i].screen);
		assert_string_equal(w.search.text.text, rows[i].text);
	}
}

/* In the list of the site's messages, too, what was seen is typed; what it finds there comes
 * first. */
static void test_site_messages(void **state)
{
	static const struct {
		const char *typed, *first;
		enum screen_id screen; /* of Enter */
	} rows[] = {
		{ "", "证件号码已被注册", SCREEN_SITE_MESSAGE },
		{ "已被注册", "证件号码已被注册", SCREEN_SITE_MESSAGE },
		{ "操作", "操作过于频繁，操作被禁止", SCREEN_SITE_MESSAGE },
		{ "人脸", "实人核验没有通过", SCREEN_SITE_MESSAGE },
		{ "实名认证失败", "实人核验没有通过", SCREEN_SITE_MESSAGE },
		{ "未查询到学籍信息", "登录了，却查不到学籍", SCREEN_SITE_MESSAGE },
		{ "pinfan", "操作过于频繁，操作被禁止", SCREEN_SITE_MESSAGE },
		{ "q", "证件号码已被注册", SCREEN_SITE_MESSAGE }, /* one letter is no search yet */
		{ "eqkb", NULL, SCREEN_SITE_MESSAGES },
		{ "没有这样的词", NULL, SCREEN_SITE_MESSAGES },
		{ "学历照片", "学籍有了，录取照片是空的？", SCREEN_SITE_MESSAGE }, /* an answer */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_faq();
		type("照片");
		act(ACTION_LAST_ROW);
		act(ACTION_SITE_MESSAGES); /* closes the other */
		assert_int_equal(w.depth, 1);
		assert_int_equal(screens_rows(&w), faq->site_message_count);
		if (*rows[i].typed != '\0')
			type(rows[i].typed);
		if (rows[i].first == NULL)
			assert_int_equal(screens_rows(&w), 0);
		else
			assert_string_equal(first_hit(), rows[i].first);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), rows[i].screen);
		assert_true(rows[i].first == NULL || says(rows[i].first));
		act(ACTION_FAQ);
		assert_int_equal(w.depth, 1);
		assert_int_equal(screens_rows(&w), faq->answer_count + faq->site_message_count);
	}
}

static void test_nothing_found(void **state)
{
	(void)state;
	search("没有这样的词");
	assert_int_equal(screens_rows(&w), 0);
	assert_true(says("没有找到"));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
}

/* Chinese begins a search where nothing is typed; elsewhere it does nothing. */
static void test_typing_begins(void **state)
{
	(void)state;
	open_faq();
	type("照");
	assert_non_null(screens_editing(&w));
	assert_string_equal(w.search.text.text, "照");
	act(ACTION_CLOSE);
	act(ACTION_NOTES);
	type("照");
	assert_int_equal(w.search.text.len, 0);
}

/* What a student would type, and the title it must find: the first of all where `first`. */
static const struct {
	const char *typed, *title;
	bool first;
} rows[] = {
	/* words of titles, categories and answers */
	{ "手机", "手机号已被注册", false },
	{ "重复注册", "怎么重新注册？", false },
	{ "研招网", "学信网账号能做什么？", true },
	{ "本人", "一、填写：本人注册，信息一致", true },
	{ "自己本人注册", "一、填写：本人注册，信息一致", true },
	{ "专升本", "三、每个人都要做，账号问题找学信网", true },
	{ "白墙", "实人核验没有通过", true },
	{ "短信拦截", "校验码有误", true },
	{ "kefu", "学信网客服的电话是哪个？", false },
	{ "ＩＰ", "邮箱IP受限", true },
	{ "ｍｍ　ｗａｎｇｌｅ", "忘了用户名或密码，怎么找回？", true },
	{ "邮箱ip", "邮箱IP受限", true },
	/* words that stand in no title */
	{ "忘记密码", "忘了用户名或密码，怎么找回？", true },
	{ "密码忘了", "忘了用户名或密码，怎么找回？", true },
	{ "换号", "换了手机号怎么办？", true },
	{ "名字写错了", "注册时把姓名或证件号码填错了，账号怎么改？", true },
	{ "曾用名", "学籍里的姓名、证件号码错了，学校能改吗？", true },
	{ "没有照片", "学籍有了，录取照片是空的？", true },
	{ "刷脸", "实人核验没有通过", true },
	{ "人工客服", "学信网客服的电话是哪个？", true },
	{ "010-67410388", "学信网客服的电话是哪个？", true },
	{ "院校名称", "请输入证件号码和院校名称", true },
	{ "绑定", "登录了，却查不到学籍", true },
	{ "24小时", "操作过于频繁，操作被禁止", true },
	{ "mm wangle", "忘了用户名或密码，怎么找回？", true },
	{ "换手机", "换了手机号怎么办？", true },
	{ "名字有点", "姓名格式有误", false },
	{ "zhengjian", "证件号码已被注册", false },
	{ "学籍没有", "登录了，却查不到学籍", true },
	{ "专业不对", "专业不对，或者班级是空的？", true },
	{ "什么时候", "什么时候自查，哪天截止？", true },
	{ "密码怎么设", "密码怎么设？", true },
	{ "24 小时", "操作过于频繁，操作被禁止", true },
	{ "收不到验证码", "校验码有误", true },
	{ "生僻字", "姓名格式有误", false },
	/* what is asked of the result */
	{ "怎么还查不到", "登录了，却查不到学籍", true },
	{ "查不到怎么办", "登录了，却查不到学籍", true },
	{ "在籍", "怎样才算自查成功？", true },
	{ "民族错了", "学籍里的姓名、证件号码错了，学校能改吗？", true },
	/* what is asked of facts later than the notice */
	{ "注册的时候名字打错了怎么办", "注册时把姓名或证件号码填错了，账号怎么改？", true },
	{ "身份证号输错", "注册时把姓名或证件号码填错了，账号怎么改？", true },
	{ "账号信息不对", "注册时把姓名或证件号码填错了，账号怎么改？", true },
	{ "怎么修改个人信息", "注册时把姓名或证件号码填错了，账号怎么改？", true },
	{ "首次登录", "请输入证件号码和院校名称", true },
	{ "院校名称填什么", "请输入证件号码和院校名称", true },
	{ "学校全称", "请输入证件号码和院校名称", true },
	{ "审核多久", "请输入证件号码和院校名称", true },
	{ "第一次登录学信档案", "请输入证件号码和院校名称", true },
	{ "查不到学籍", "登录了，却查不到学籍", true },
	{ "暂无学籍", "登录了，却查不到学籍", true },
	{ "学籍空白", "登录了，却查不到学籍", true },
	{ "怎么绑定学籍", "登录了，却查不到学籍", true },
	{ "绑定之后还是没有", "登录了，却查不到学籍", true },
	{ "照片不显示", "学籍有了，录取照片是空的？", true },
	{ "照片不是我", "学籍有了，录取照片是空的？", true },
	{ "头像没有", "学籍有了，录取照片是空的？", true },
	{ "改手机号", "换了手机号怎么办？", true },
	{ "旧手机号不用了", "换了手机号怎么办？", true },
	{ "换手机号", "换了手机号怎么办？", true },
	{ "手机丢了", "换了手机号怎么办？", true },
	{ "客服几点上班", "学信网客服的电话是哪个？", true },
	{ "电话打不通", "学信网客服的电话是哪个？", true },
	{ "联系学信网", "学信网客服的电话是哪个？", true },
	{ "热线", "学信网客服的电话是哪个？", true },
	{ "宿舍刷不了脸", "实人核验没有通过", true },
	{ "实人认证", "实人核验没有通过", true },
	{ "扫脸失败", "实人核验没有通过", true },
	{ "活体检测", "实人核验没有通过", true },
	{ "核验失败", "实人核验没有通过", true },
	{ "生僻字", "高考登记的姓名里有拼音、问号或别的点，我怎么填？", true },
	{ "名字里的点", "高考登记的姓名里有拼音、问号或别的点，我怎么填？", true },
	{ "间隔号打不出来", "高考登记的姓名里有拼音、问号或别的点，我怎么填？", true },
	{ "拼音代替", "高考登记的姓名里有拼音、问号或别的点，我怎么填？", true },
	{ "名字显示问号", "高考登记的姓名里有拼音、问号或别的点，我怎么填？", true },
	{ "护照", "我用的不是居民身份证，证件类型和号码填哪个？", true },
	{ "港澳通行证", "我用的不是居民身份证，证件类型和号码填哪个？", true },
	{ "外国人", "我用的不是居民身份证，证件类型和号码填哪个？", true },
	{ "学籍号", "我用的不是居民身份证，证件类型和号码填哪个？", true },
	/* several words, in any order */
	{ "注册 邮箱", "邮箱IP受限", true },
	{ "密码　忘了", "忘了用户名或密码，怎么找回？", true },
	/* sentences: at least half of their pairs */
	{ "手机号换了怎么办", "换了手机号怎么办？", true },
	{ "录取照片没有显示", "学籍有了，录取照片是空的？", true },
	{ "人脸识别一直失败", "实人核验没有通过", true },
	/* what only makes it a question, other spellings, words that no entry has */
	{ "要不要交钱", "要交钱吗？", true },
	{ "收费", "要交钱吗？", true },
	{ "要钱吗", "要交钱吗？", true },
	{ "能不能让别人代办", "能请别人代办吗？", true },
	{ "代注册", "能请别人代办吗？", true },
	{ "截至日期", "什么时候自查，哪天截止？", true },
	{ "截至", "什么时候自查，哪天截止？", true },
	{ "学号不对", "专业不对，或者班级是空的？", true },
	{ "入学日期", "专业不对，或者班级是空的？", true },
	{ "民族不对", "学籍里的姓名、证件号码错了，学校能改吗？", true },
	{ "姓名不对", "学籍里的姓名、证件号码错了，学校能改吗？", false },
	{ "名字有误", "学籍里的姓名、证件号码错了，学校能改吗？", true },
	{ "注册失败", "证件号码已被注册", true },
	{ "小写x", "证件号码格式有误", true },
	{ "身份证最后一位", "证件号码格式有误", true },
	{ "x怎么打", "证件号码格式有误", true },
	{ "大写X", "证件号码格式有误", true },
	{ "多久能查到", "登录了，却查不到学籍", true },
	{ "不查会怎样", "不查会怎样？", true },
	{ "不查会怎么样", "不查会怎样？", true },
	{ "后果", "不查会怎样？", true },
	{ "手机能查吗", "用手机能查吗？", true },
	{ "小程序", "用手机能查吗？", true },
	{ "当兵", "证件号码已被注册", false },
	{ "当兵", "怎样才算自查成功？", true },
	{ "退学", "怎样才算自查成功？", true },
	{ "转学", "怎样才算自查成功？", true },
	{ "登录不上", "忘了用户名或密码，怎么找回？", true },
	{ "登陆不上", "忘了用户名或密码，怎么找回？", true },
	{ "帐号忘了", "忘了用户名或密码，怎么找回？", true },
	{ "怎么找回密码", "忘了用户名或密码，怎么找回？", true },
	{ "网站打不开", NULL, false },
	{ "休学了怎么办", "怎样才算自查成功？", true },
	{ "要不要截图", "怎样才算自查成功？", true },
	{ "密码忘记了", "忘了用户名或密码，怎么找回？", true },
	{ "怎么知道是真的网站", "页面和这里说的不一样", true },
	{ "x小写可以吗", "证件号码格式有误", true },
	{ "不查行吗", "不查会怎样？", true },
	{ "照片不对", "学籍有了，录取照片是空的？", true },
	{ "验证码不对", "校验码有误", true },
	/* full pinyin, whole and begun */
	{ "zhaopian", "学籍有了，录取照片是空的？", true },
	{ "zhaop", "学籍有了，录取照片是空的？", true },
	{ "renlianshibie", "实人核验没有通过", true },
	{ "WangJiMiMa", "忘了用户名或密码，怎么找回？", true },
	{ "chongfuzhuce", "怎么重新注册？", false },
	{ "chongxinzhuce", "怎么重新注册？", true },
	{ "jiaoyanma", "校验码有误", true },
	{ "yanzhaowang", "学信网账号能做什么？", true },
	{ "bangding", "登录了，却查不到学籍", true },
	{ "yuanxiao", "请输入证件号码和院校名称", true },
	{ "zhuanshengben", "三、每个人都要做，账号问题找学信网", true },
	{ "chuli", "三、每个人都要做，账号问题找学信网", false }, /* in 处理 ü is none */
	/* initials */
	{ "wjmm", "忘了用户名或密码，怎么找回？", true },
	{ "ZHZC", "学信网账号能做什么？", false },
	{ "cfzc", "怎么重新注册？", false },
	{ "sjh", "手机号已被注册", false },
	{ "rlsb", "实人核验没有通过", true },
	{ "lqzp", "学籍有了，录取照片是空的？", true },
	{ "zysx", NULL, false },
	{ "wjmmq", NULL, false },
};

static void test_what_is_found(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		search(rows[i].typed);
		if (rows[i].title == NULL ? screens_rows(&w) > 0 : !hits(rows[i].title))
			fail_msg("%s does not find %s", rows[i].typed, rows[i].title);
		if (rows[i].first && strcmp(first_hit(), rows[i].title) != 0)
			fail_msg("%s finds first %s", rows[i].typed, first_hit());
	}
}

/* One letter is no search yet, and initials of long texts are none. */
static void test_what_is_not_found(void **state)
{
	(void)state;
	search("z");
	assert_int_equal(screens_rows(&w), faq->answer_count + faq->site_message_count);
	search("bqzj"); /* 白墙……: in a text only */
	assert_int_equal(screens_rows(&w), 0);
	search("xinx");
	assert_true(hits("一、填写：本人注册，信息一致"));
	search("xinxq");
	assert_int_equal(screens_rows(&w), 0);
}

static void test_marks(void **state)
{
	static const struct {
		const char *typed, *list, *answer; /* what is marked; NULL: not looked at */
	} marks[] = {
		{ "照片", "学籍有了，录取**照片**是空的？", "学历**照片**毕业时才有" },
		{ "zhaopian", "学籍有了，录取**照片**是空的？", "学历**照片**毕业时才有" },
		{ "lqzp", "学籍有了，**录取照片**是空的？", NULL },
		{ "白墙", "站到一面**白墙**前，再试一次。", "站到一面**白墙**前，再试一次。" },
		{ "自己本人", "一定要**自己本人**注册", "一定要**自己本人**注册" },
		{ "短信拦截", "被**短信拦截**", "被**短信拦截**" },
		{ "huanhao", "**换号**", NULL }, /* a word to find it by */
		{ "wjmm", "**忘记密码**", NULL },
		{ "信息修改", "**信息修改**", NULL }, /* the category */
		{ "院校 名称", "证件号码和**院校****名称**", "**院校****名称**照录取通知书" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		search(marks[i].typed);
		if (!says(marks[i].list))
			fail_msg("%s does not mark %s", marks[i].typed, marks[i].list);
		act(ACTION_NEXT);
		if (marks[i].answer != NULL && !says(marks[i].answer))
			fail_msg("%s does not mark %s", marks[i].typed, marks[i].answer);
	}
	/* What was not searched for keeps its emphasis. */
	search("再核一遍");
	act(ACTION_NEXT);
	assert_true(says("**重新登录**"));
}

/* The kinds of hits that are no answers are named, and what is only close is told to be. */
static void test_kinds(void **state)
{
	(void)state;
	search("核一遍");
	assert_true(says("注意事项"));
	search("短信拦截");
	assert_true(says("网站提示"));
	assert_false(says("最接近"));
	search("录取照片没有显示");
	assert_true(says("最接近"));
}

static int load_all(void **state)
{
	struct diag d = { 0 };

	faq = faq_load("data/faq.json", &d);
	return faq == NULL ? -1 : load_shipped(state);
}

static int unload_all(void **state)
{
	faq_free(faq);
	return unload(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_first_key),
		cmocka_unit_test(test_site_messages),
		cmocka_unit_test(test_nothing_found),
		cmocka_unit_test(test_typing_begins),
		cmocka_unit_test(test_what_is_found),
		cmocka_unit_test(test_what_is_not_found),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_kinds),
	};

	return cmocka_run_group_tests(tests, load_all, unload_all);
}
