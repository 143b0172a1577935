/* SPDX-License-Identifier: MIT */
/* The rehearsal of the registration, from the account to the login. */
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "support/one_wizard.h"
#include "view/keymap.h"

/* Of a row of the page. */
static enum mark mark_of(int row)
{
	struct page page;
	enum mark mark = MARK_NONE;

	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		if (page.blocks[i].row == row && page.blocks[i].kind != BLOCK_FINDING)
			mark = page.blocks[i].mark;
	page_free(&page);
	return mark;
}

/* How many sentences stand below fields. */
static size_t sentences(void)
{
	struct page page;
	size_t count = 0;

	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		count += page.blocks[i].kind == BLOCK_FINDING;
	page_free(&page);
	return count;
}

/* Gives the answer about the account that begins so. */
static void answer(const char *label)
{
	unsigned row = 0;

	while (strncmp(w.account_form.fields[row].label, label, strlen(label)) != 0)
		row++;
	screens_apply(&w, (struct action){ ACTION_PICK, row, NULL });
	act(ACTION_NEXT);
}

static void to_form(void)
{
	start(true);
	go(4);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	answer("没有");
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
}

static size_t place_of(enum form_kind kind)
{
	return (size_t)(form_find(&w.register_form, kind) - w.register_form.fields);
}

static void to_field(enum form_kind kind)
{
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)place_of(kind), NULL });
}

static void fill(enum form_kind kind, const char *text)
{
	to_field(kind);
	act(ACTION_ERASE_ALL);
	type(text);
}

/* Fills in all required fields correctly. */
static void fill_all(void)
{
	to_form();
	fill(FORM_MOBILE, "13800000000");
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	fill(FORM_SMS_CODE, w.sms.code);
	fill(FORM_PASSWORD, "Practice-7");
	fill(FORM_PASSWORD_AGAIN, "Practice-7");
	fill(FORM_NAME, "李明");
	fill(FORM_ID_NUMBER, "110000200709010014");
	to_field(FORM_TERMS);
	act(ACTION_TOGGLE);
}

/* On the button at the end of the review. */
static void submit_review(void)
{
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)screens_rows(&w) - 1, NULL });
	act(ACTION_NEXT);
}

/* Enter and Tab lead on from a wrong field and tell what is wrong there, once: what is typed next
 * lands where the student looks. The button stops once. */
static void test_wrong_field(void **state)
{
	static const enum action_kind on[] = { ACTION_NEXT, ACTION_DOWN };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		fill_all();
		fill(FORM_NAME, "李 明");
		act(on[i]);
		/* Enter passes over the document, which was asked before the form. */
		assert_int_equal(screens_focus(&w),
				 place_of(i == 0 ? FORM_ID_NUMBER : FORM_DOCUMENT));
		assert_string_equal(w.notice, "姓名：第 2 个字是空格，删掉它。");
		assert_int_equal(mark_of((int)place_of(FORM_NAME)), MARK_WRONG);
		to_field(FORM_NAME);
		assert_string_equal(w.notice, "");
		act(on[i]);
		assert_string_equal(w.notice, "");
		/* A value that is masked once it is left is not quoted. */
		fill(FORM_ID_NUMBER, "11000020070901001B");
		act(on[i]);
		assert_string_equal(w.notice, "证件号码：第 18 位与高考信息不同。");
	}
	fill(FORM_MOBILE, "1380000");
	type("0000");
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "");
	fill(FORM_ID_NUMBER, "110000200709010013");
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	assert_int_equal(screens_focus(&w), place_of(FORM_NAME));
	assert_string_equal(w.notice, "还有 2 项要改。先不改也行，再按一次 Enter。");
	assert_string_equal(enter_hint(), "不改了");
	assert_true(says("2 处要改"));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	assert_int_equal(wizard_register_errors(&w), 2);
	assert_true(says("2 处要改"));
	submit_review();
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
	assert_true(says("要改的：姓名、证件号码"));
	assert_false(progress_ticked(&w.progress, guide->steps[3].id));
}

static void test_register(void **state)
{
	(void)state;
	fill_all();
	assert_true(says("必填 8/8"));
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	submit_review();
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
	assert_true(progress_ticked(&w.progress, guide->steps[3].id));
	assert_true(says("没有查出错") && says("姓名、证件号码和示例一致。"));
	for (size_t i = 0; i < 2; i++) {
		struct form_field *address = &w.account_form.fields[0];

		assert_int_equal(address->kind, FORM_ADDRESS);
		address->visited = true;
		line_edit_set(&address->edit, i == 0 ? "www.wchsi.com.cn" : "my.chsi.com.cn");
		assert_int_equal(says("地址栏不对"), i == 0);
		assert_int_equal(says("没有查出错"), i == 1);
	}
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	type("13800000000");
	act(ACTION_NEXT);
	type("Practice-7");
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_int_equal(w.step, 4);
}

/* What is said of a form without a mistake is what was compared, never what the site will do. */
static void test_said_of_success(void **state)
{
	static const struct {
		const char *recorded, *name, *document, *number, *says;
		bool typed; /* the record, by the student */
	} rows[] = {
		{ "李明", "李明", "1", "110000200709010014", "姓名、证件号码和高考信息一致。" },
		{ "李明", "李明", "1", "110000200709010014", "姓名、证件号码和你填的高考信息一致。",
		  true },
		{ "", "李明", "1", "110000200709010014", "姓名、证件号码没有比过高考信息" },
		{ "李明", "李明", "5", "E12345678", "证件号码没有比过高考信息" },
		{ "李?", "李明", "1", "110000200709010014", "要留意的：姓名" },
	};
	struct record own = record;

	(void)state;
	own.sample = false;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		fill_all();
		strcpy(own.name, rows[i].recorded);
		strcpy(own.id_number, strcmp(rows[i].document, "1") == 0 ? rows[i].number : "");
		own.typed = rows[i].typed;
		wizard_set_record(&w, *rows[i].recorded != '\0' ? &own : NULL);
		assert_true(says("与高考一致") != rows[i].typed || i > 1);
		assert_int_equal(says("与先填的一致"), rows[i].typed);
		fill(FORM_NAME, rows[i].name);
		to_field(FORM_DOCUMENT);
		act(ACTION_NEXT);
		type(rows[i].document);
		act(ACTION_NEXT);
		fill(FORM_ID_NUMBER, rows[i].number);
		to_field(FORM_BUTTON);
		act(ACTION_NEXT);
		submit_review();
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
		if (!says(rows[i].says))
			fail_msg("row %zu does not say %s", i, rows[i].says);
		assert_int_equal(says("没有查出错"), strstr(rows[i].says, "留意") == NULL);
		assert_false(says("就能注册") || says("成功。") || says("格式都对"));
	}
}

/* A resident's number under another document makes an account that finds no record: told once,
 * where the document is chosen. */
static void test_number_of_another_document(void **state)
{
	static const char said[] = "下面是居民身份证的号码，这里选它。";

	(void)state;
	fill_all();
	to_field(FORM_DOCUMENT);
	act(ACTION_NEXT);
	type("5");
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), place_of(FORM_ID_NUMBER));
	assert_true(says("必填 7/8") && says("1 处要改"));
	act(ACTION_ERASE_ALL);
	type("110000200709010014");
	assert_true(says("证件类型也要选它") && !says(said));
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "证件类型：下面是居民身份证的号码，这里选它。");
	/* a sentence too long for one row */
	to_field(FORM_DOCUMENT);
	act(ACTION_NEXT);
	type("2");
	act(ACTION_NEXT);
	to_field(FORM_ID_NUMBER);
	act(ACTION_ERASE_ALL);
	type("110000200709010014");
	act(ACTION_NEXT);
	assert_string_equal(w.notice,
			    "证件类型：港澳台居民居住证的号码以 81、82 或 83 开头，核对证件类型。");
	to_field(FORM_DOCUMENT);
	act(ACTION_NEXT);
	type("5");
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(mark_of((int)place_of(FORM_DOCUMENT)), MARK_WRONG);
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), place_of(FORM_DOCUMENT));
	assert_true(says(said) && !says("证件类型也要选它"));
	act(ACTION_NEXT);
	act(ACTION_ERASE_ALL);
	act(ACTION_CLOSE);
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	assert_true(says(said) && !says("证件类型也要选它"));
	submit_review();
	assert_true(says("这样注册不行") && says("要改的：证件类型"));
	assert_false(progress_ticked(&w.progress, guide->steps[3].id));
}

/* Any row of the review leads back to its field; nothing is lost on the way. */
static void test_review_leads_back(void **state)
{
	size_t rows, seen = 0;

	(void)state;
	fill_all();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	rows = screens_rows(&w);
	assert_int_equal(screens_focus(&w), 0);
	assert_false(says("处要改"));
	/* In full, but not on a projector. */
	assert_true(says("110000200709010014") && says("13800000000") && says("Practice-7"));
	w.presentation = true;
	assert_false(says("110000200709010014") || says("13800000000") || says("Practice-7"));
	/* Only there is a key that shows them. */
	assert_int_equal(keymap_find(screens_context(&w), KEY_CTRL('R')).kind, ACTION_REVEAL);
	act(ACTION_REVEAL);
	assert_true(says("110000200709010014") && says("Practice-7"));
	act(ACTION_REVEAL);
	assert_false(says("110000200709010014") || says("Practice-7"));
	w.presentation = false;
	for (size_t row = 0; row < rows; row++) {
		enum key_context context;

		screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)row, NULL });
		context = screens_context(&w);
		assert_int_equal(keymap_find(context, KEY_CTRL('R')).kind, ACTION_NONE);
		assert_int_equal(keymap_find(context, KEYNAME_RETURN).kind, ACTION_NEXT);
		assert_int_equal(keymap_find(context, KEYNAME_ESC).kind, ACTION_CLOSE);
		/* The letters of a page, for nothing is typed on any row. */
		assert_string_equal(keymap_shown(context, ACTION_HELP)->label, "?");
		assert_string_equal(keymap_shown(context, ACTION_SITE_MESSAGES)->label, "e");
	}
	for (unsigned row = 0; row + 1 < rows; row++) {
		wizard_push(&w, SCREEN_REVIEW);
		w.register_form.revealed = true;
		screens_apply(&w, (struct action){ ACTION_PICK, row, NULL });
		/* Enter reads on. */
		act(ACTION_NEXT);
		assert_int_equal(screens_focus(&w), row + 1);
		act(ACTION_UP);
		act(ACTION_TOGGLE);
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
		assert_false(w.register_form.revealed);
		/* Each field once, in their order, and never the button that sends the code. */
		assert_true(row == 0 || w.register_form.focus > seen);
		seen = w.register_form.focus;
		assert_int_not_equal(w.register_form.fields[seen].kind, FORM_SEND);
		if (w.register_form.fields[seen].kind == FORM_ID_NUMBER)
			assert_string_equal(screens_editing(&w)->text, "110000200709010014");
		/* Esc leads back to the row that was to be changed, and from there to the form. */
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
		assert_int_equal(screens_focus(&w), row);
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	}
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	assert_int_equal(rows, form_required(&w.register_form) + 1); /* the button */
}

/* Enter pressed too often reads the review to its end, row by row, before it registers; a wrong row
 * as well. */
static void test_typed_ahead(void **state)
{
	(void)state;
	for (size_t wrong = 0; wrong < 2; wrong++) {
		size_t rows;

		fill_all();
		if (wrong)
			fill(FORM_ID_NUMBER, "110000200709010041");
		to_field(FORM_BUTTON);
		act(ACTION_NEXT);
		if (wrong)
			act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
		rows = screens_rows(&w);
		for (size_t row = 0; row < rows; row++) {
			assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
			assert_int_equal(screens_focus(&w), row);
			act(ACTION_NEXT);
		}
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
	}
}

/* What is typed where nothing can be typed is not swallowed in silence. */
static void test_typed_on_a_choice(void **state)
{
	static const enum form_kind kinds[] = { FORM_DOCUMENT, FORM_SEND, FORM_TERMS, FORM_BUTTON };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		to_form();
		to_field(kinds[i]);
		assert_int_equal(type("1"), 0);
		assert_string_equal(w.notice, "这一行不用打字。");
	}
}

static void test_login_wrong(void **state)
{
	(void)state;
	fill_all();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	submit_review();
	act(ACTION_NEXT);
	type("20260001");
	act(ACTION_NEXT);
	type("Practice-7");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	assert_int_equal(w.login_form.focus, 2);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	/* What is typed next belongs to the name, as often as it takes. */
	assert_int_equal(w.login_form.focus, 0);
	for (int i = 0; i < 3; i++)
		act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	act(ACTION_ERASE_ALL);
	type("13800000000");
	for (int i = 0; i < 3; i++)
		act(ACTION_NEXT);
	assert_int_equal(w.step, 4);
	assert_string_equal(w.notice, "登录练成了。在真的网站上也这样登录。");
}

/* Whoever does not get in, or does not want to, goes on by a row of its own. */
static void test_login_left_out(void **state)
{
	(void)state;
	fill_all();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	submit_review();
	act(ACTION_NEXT);
	for (int i = 0; i < 3; i++)
		act(ACTION_DOWN);
	assert_int_equal(w.login_form.fields[w.login_form.focus].kind, FORM_SKIP);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 4);
	assert_string_equal(w.notice, "");
}

/* What the rehearsal knows of a wrong login, which the site does not tell, and the field that it is
 * typed in again. */
static void test_login_says(void **state)
{
	static const struct {
		const char *name, *password, *says;
		size_t focus;
	} rows[] = {
		{ "", "", "还没有填用户名。", 0 },
		{ " ", "Practice-7", "还没有填用户名。", 0 },
		{ "13800000000", "", "还没有填密码。", 1 },
		{ "20260001", "Practice-7",
		  "别填学号：用户名填手机号、证件号码或邮箱；真的网站不说是哪个错。", 0 },
		{ "13800000001", "Practice-7",
		  "用户名和刚才填的手机号不一样；真的网站不说是哪个错。", 0 },
		{ "138000000001", "Practice-7",
		  "用户名和刚才填的手机号不一样；真的网站不说是哪个错。", 0 },
		{ "11000020070901002X", "Practice-7",
		  "用户名和刚才填的证件号码不一样；真的网站不说是哪个错。", 0 },
		{ " 138 0000 0000", "Practice-7",
		  "用户名里有空格或全角字符，切换到英文输入法重打。", 0 },
		{ "11000020070901001４", "Practice-7",
		  "用户名里有空格或全角字符，切换到英文输入法重打。", 0 },
		{ "1380000000", "", "用户名和刚才填的手机号不一样；真的网站不说是哪个错。", 0 },
		{ "13800000000", "practice-7",
		  "密码和刚才编的不一样，留意大小写；真的网站不说是哪个错。", 1 },
		{ "110000200709010014", "Practice-7 ",
		  "密码里有空格或全角字符，切换到英文输入法重打。", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		fill_all();
		to_field(FORM_BUTTON);
		act(ACTION_NEXT);
		submit_review();
		act(ACTION_NEXT);
		line_edit_set(&w.login_form.fields[0].edit, rows[i].name);
		line_edit_set(&w.login_form.fields[1].edit, rows[i].password);
		screens_apply(&w, (struct action){ ACTION_PICK, 2, NULL });
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
		assert_string_equal(w.notice, rows[i].says);
		assert_int_equal(w.login_form.focus, rows[i].focus);
		for (int row = 0; row < 2; row++)
			assert_int_equal(mark_of(row), MARK_NONE);
	}
}

/* Whoever has opened a fake address is told once to leave it before an answer leads on. */
static void test_fake_address_is_left(void **state)
{
	static const struct {
		const char *address;
		bool told;
	} rows[] = {
		{ "https://www.chsi.com.cn@evil.com", true },
		{ "www.wchsi.com.cn", true },
		{ "https://www.chsi.com.cn", false },
		{ "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		go(4);
		act(ACTION_NEXT);
		type(rows[i].address);
		answer("没有");
		assert_int_equal(wizard_screen(&w),
				 rows[i].told ? SCREEN_ACCOUNT : SCREEN_REGISTER);
		assert_string_equal(
			w.notice,
			rows[i].told ? "地址栏不对：先退出那个网页。再按一次 Enter，接着练。" : "");
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	}
}

/* No code for a phone that is missing or wrong: it is to be mended first. */
static void test_code_for_a_wrong_phone(void **state)
{
	static const struct {
		const char *mobile, *says; /* NULL: a code comes */
	} rows[] = {
		{ "", "先填手机号，才收得到短信。" },
		{ "1380013800", "先改好手机号，才收得到短信。" },
		{ "138000000000", "先改好手机号，才收得到短信。" },
		{ "23800000000", "先改好手机号，才收得到短信。" },
		{ "138 0000 0000", "先改好手机号，才收得到短信。" },
		{ "13800000000", NULL },
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
		const bool sent = rows[i / 2].says == NULL;

		to_form();
		w.line_mode = i % 2 == 1;
		fill(FORM_MOBILE, rows[i / 2].mobile);
		to_field(FORM_SEND);
		act(ACTION_NEXT);
		assert_int_equal(*w.sms.code != '\0', sent);
		assert_string_equal(w.notice, sent ? "" : rows[i / 2].says);
		assert_int_equal(screens_focus(&w), place_of(sent ? FORM_SMS_CODE : FORM_MOBILE));
		if (!sent && *rows[i / 2].mobile != '\0')
			assert_int_equal(mark_of((int)place_of(FORM_MOBILE)), MARK_WRONG);
	}
}

/* A new code every 60 seconds; the third attempt in between is told about the lock-out. */
static void test_code_too_soon(void **state)
{
	char first[SMS_DIGITS + 1];

	(void)state;
	to_form();
	fill(FORM_MOBILE, "13800000000");
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	strcpy(first, w.sms.code);
	assert_int_equal(screens_focus(&w), place_of(FORM_SMS_CODE));
	for (int i = 0; i < 3; i++) {
		w.now += 10;
		to_field(FORM_SEND);
		act(ACTION_NEXT);
		assert_string_equal(w.sms.code, first);
		assert_int_equal(strstr(w.notice, "24 小时") != NULL, i == 2);
	}
	w.now += SMS_PAUSE;
	act(ACTION_NEXT);
	assert_string_not_equal(w.sms.code, first);
	assert_true(screens_ticking(&w));
	w.now += SMS_LIFE;
	assert_false(screens_ticking(&w));
	/* The code that another phone received is no longer right. */
	fill_all();
	assert_true(says("必填 8/8"));
	fill(FORM_MOBILE, "13900000000");
	assert_true(says("必填 7/8  1 处要改") && !says("演练短信"));
	assert_int_equal(mark_of((int)place_of(FORM_SMS_CODE)), MARK_WRONG);
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	act(ACTION_ERASE_ALL);
	type(w.sms.code);
	assert_true(says("必填 8/8"));
}

/* How long the code lasts, below the field for it and beside the button; no clock. */
static void test_code_lasts(void **state)
{
	static const struct {
		int seconds;
		const char *says;
	} rows[] = {
		{ 0, "10 分钟内有效" }, { 1, "9 分钟内有效" },   { 540, "1 分钟内有效" },
		{ 541, "59 秒内有效" }, { 599, "，1 秒内有效" },
	};

	(void)state;
	to_form();
	fill(FORM_MOBILE, "13800000000");
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		w.now += rows[i].seconds;
		for (int k = 0; k < 2; k++) {
			to_field(k == 0 ? FORM_SMS_CODE : FORM_NAME);
			if (!says(rows[i].says))
				fail_msg("after %d s: not %s", rows[i].seconds, rows[i].says);
		}
		w.now -= rows[i].seconds;
	}
	/* Beside a wrong code, what it should be. */
	assert_false(says("应为"));
	fill(FORM_SMS_CODE, "12345");
	act(ACTION_DOWN);
	act(ACTION_UP);
	assert_true(says("应为") && says(w.sms.code));
	w.now += SMS_LIFE;
	assert_false(says("内有效"));
}

/* The list of questions leads to the answer of the one that is chosen; without one, to the next
 * question. */
static void test_answer_needs_a_question(void **state)
{
	static const struct {
		const char *option, *answer;
		enum form_kind to;
		const char *says;
	} rows[] = {
		{ "1", "", FORM_QUESTION, NULL },
		{ "2", "", FORM_ANSWER, NULL },
		{ "1", "小花", FORM_ANSWER, "有了答案，问题还没有选" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct form *f = &w.register_form;
		size_t question;

		to_form();
		to_field(FORM_FOLD);
		act(ACTION_NEXT);
		question = f->focus;
		assert_int_equal(f->fields[question].kind, FORM_QUESTION);
		act(ACTION_DOWN);
		assert_true(says("先选上面的问题。"));
		type(rows[i].answer);
		act(ACTION_UP);
		act(ACTION_NEXT);
		type(rows[i].option);
		act(ACTION_NEXT);
		assert_int_equal(f->fields[f->focus].kind, rows[i].to);
		assert_int_equal(f->focus - question, rows[i].to == FORM_QUESTION ? 2 : 1);
		assert_false(says("先选上面的问题。"));
		assert_true(rows[i].says == NULL || says(rows[i].says));
	}
}

/* The review shows the row of each error that it counts, also of an answer that is missing; the
 * page after it says whose answer. */
static void test_review_shows_a_missing_answer(void **state)
{
	size_t wrong = 0;

	(void)state;
	fill_all();
	to_field(FORM_FOLD);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	type("2");
	act(ACTION_NEXT);
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	assert_true(says("1 处要改"));
	for (size_t row = 0; row < screens_rows(&w); row++)
		wrong += mark_of((int)row) == MARK_WRONG;
	assert_int_equal(wrong, 1);
	act(ACTION_LAST_ROW);
	act(ACTION_NEXT);
	assert_true(says("要改的：密保问题 1 的答案"));
}

/* What is to be filled in as a number depends on the document. */
static void test_hint_of_the_number(void **state)
{
	static const char *const hints[][2] = {
		{ "1", "18 位，末位字母要大写 X" },
		{ "2", "以 81、82 或 83 开头" },
		{ "3", "新版 18 位，以 9 开头" },
		{ "5", "填录取时登记的那个号码" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++) {
		to_form();
		to_field(FORM_DOCUMENT);
		act(ACTION_NEXT);
		type(hints[i][0]);
		act(ACTION_NEXT);
		to_field(FORM_ID_NUMBER);
		assert_true(says(hints[i][1]));
	}
}

static void test_document_is_asked_once(void **state)
{
	(void)state;
	start(true);
	go(4);
	act(ACTION_NEXT);
	act(ACTION_DOWN);
	act(ACTION_CHOICE_NEXT);
	answer("没有");
	assert_int_equal(form_find(&w.register_form, FORM_DOCUMENT)->choice, 1);
	/* Changed later, it is changed before as well. */
	to_field(FORM_DOCUMENT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	type("5");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	assert_int_equal(w.register_form.focus, place_of(FORM_ID_NUMBER));
	assert_int_equal(form_find(&w.register_form, FORM_DOCUMENT)->choice, 4);
	assert_int_equal(form_find(&w.account_form, FORM_DOCUMENT)->choice, 4);
}

/* Nothing is answered before the student answers; each answer leads elsewhere. */
static void test_account(void **state)
{
	(void)state;
	start(true);
	go(4);
	act(ACTION_NEXT);
	assert_int_equal(w.account_form.fields[w.account_form.focus].kind, FORM_ADDRESS);
	assert_true(says("没有，") && says("有，做过") && says("记不清"));
	answer("有");
	assert_int_equal(wizard_screen(&w), SCREEN_RECOVER);
	assert_true(says("先找回") && says("找回用户名") && says("kefu@chsi.com.cn"));
	assert_int_equal(screens_rows(&w), 4);
	assert_true(act(ACTION_TOGGLE) & EFFECT_SAVE);
	assert_true(progress_ticked(&w.progress, "account.had.name"));
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_LAST_ROW);
	assert_int_equal(screens_context(&w), CONTEXT_STEP_BUTTON);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	answer("有");
	assert_true(progress_ticked(&w.progress, "account.had.name"));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_int_equal(w.step, 4);
	go(4);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECOVER);
	act(ACTION_CLOSE);
	answer("记不清");
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	assert_true(says("已被注册"));
	act(ACTION_CLOSE);
	answer("没有");
	assert_false(says("已被注册"));
}

/* The address is judged by what stands before the first slash. */
static void test_address(void **state)
{
	static const struct {
		const char *address;
		enum mark mark;
	} rows[] = {
		{ "https://www.chsi.com.cn/", MARK_DONE },
		{ "chsi.com.cn", MARK_DONE },
		{ "https://my.chsi.com.cn/archive", MARK_DONE },
		{ "https://www.wchsi.com.cn", MARK_WRONG },
		{ "wchsi.com.cn", MARK_WRONG },
		{ "https://evil.example/chsi.com.cn", MARK_WRONG },
		{ "https://chsi.com.cn.evil.example/", MARK_WRONG },
		{ "", MARK_NONE },
	};
	/* The first step's example of a fake site is one by this rule. */
	const char *example = guide->steps[0].figure->caption;

	(void)state;
	assert_non_null(strstr(example, "假的：www.wchsi.com.cn "));
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		go(4);
		act(ACTION_NEXT);
		if (*rows[i].address != '\0')
			type(rows[i].address);
		act(ACTION_DOWN);
		if (mark_of(0) != rows[i].mark)
			fail_msg("%s: %d", rows[i].address, mark_of(0));
	}
}

/* Choices go round in both directions; the document can still be changed in the register form. */
static void test_choices_go_round(void **state)
{
	const struct form_field *field;

	(void)state;
	to_form();
	to_field(FORM_DOCUMENT);
	field = &w.register_form.fields[w.register_form.focus];
	assert_int_equal(field->choice, 0);
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(field->choice, guide->form->document_count - 1);
	act(ACTION_CHOICE_NEXT);
	assert_int_equal(field->choice, 0);
	/* A tick goes on and off by Space, and says so; Enter goes on. */
	to_field(FORM_TERMS);
	assert_true(says("[ ] 我已阅读并同意") && says("空格"));
	act(ACTION_TOGGLE);
	assert_true(says("[x] 我已阅读并同意"));
	act(ACTION_TOGGLE);
	assert_true(says("[ ] 我已阅读并同意"));
	act(ACTION_NEXT);
	assert_int_not_equal(w.register_form.focus, place_of(FORM_TERMS));
}

/* Without a record a wrong check character tells that the number does not fit, not which digit. */
static void test_no_place_of_checksum(void **state)
{
	static const struct {
		bool known;
		const char *number, *says;
		size_t at;
	} rows[] = {
		{ false, "110000200709010013", "号码有一位或几位抄错了，从头对一遍。", 0 },
		{ true, "110000200709010013", "第 18 位应为 4，现在是 3。", 18 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct page page;
		size_t at = 99;

		to_form();
		if (!rows[i].known)
			wizard_set_record(&w, NULL);
		fill(FORM_ID_NUMBER, rows[i].number);
		assert_true(says(rows[i].says));
		screens_build(&page, &w);
		for (size_t k = 0; k < page.count; k++)
			if (page.blocks[k].kind == BLOCK_FINDING)
				at = (size_t)ffsll((long long)page.blocks[k].places);
		page_free(&page);
		assert_int_equal(at, rows[i].at);
	}
}

/* However much is wrong, only the focused field has a sentence, and one. */
static void test_one_sentence(void **state)
{
	(void)state;
	to_form();
	fill(FORM_MOBILE, "138 a");
	fill(FORM_NAME, "李 明•");
	fill(FORM_ID_NUMBER, "11000020070901001x");
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	for (size_t i = 0; i < w.register_form.count; i++)
		if (!form_hidden(&w.register_form, i)) {
			screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)i, NULL });
			assert_in_range(sentences(), 0, 1);
		}
	to_field(FORM_NAME);
	assert_int_equal(sentences(), 1);
	/* Cleared, a field is as at the beginning. */
	act(ACTION_ERASE_ALL);
	assert_int_equal(mark_of((int)place_of(FORM_NAME)), MARK_UNTOUCHED);
}

/* A mistake in a folded question is shown. */
static void test_folded_mistake(void **state)
{
	(void)state;
	fill_all();
	to_field(FORM_FOLD);
	act(ACTION_NEXT);
	assert_int_equal(w.register_form.fields[w.register_form.focus].kind, FORM_QUESTION);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	type("2");
	act(ACTION_NEXT);
	assert_int_equal(w.register_form.fields[w.register_form.focus].kind, FORM_ANSWER);
	type("小花");
	act(ACTION_NEXT);
	/* Told when it is chosen, as often as that is. */
	for (int i = 0; i < 2; i++) {
		act(ACTION_NEXT);
		type("2");
		act(ACTION_NEXT);
		assert_string_equal(w.notice,
				    "密保问题 2：和前面的“密保问题 1”选了同一个，换一个。");
		act(ACTION_UP);
	}
	to_field(FORM_FOLD);
	assert_true(says("1/3"));
	act(ACTION_NEXT);
	assert_true(w.register_form.folded);
	assert_int_equal(mark_of((int)place_of(FORM_FOLD)), MARK_WRONG);
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	assert_int_equal(w.register_form.fields[w.register_form.focus].kind, FORM_QUESTION);
	assert_false(w.register_form.folded);
	assert_true(says("选了同一个"));
}

static void test_too_long(void **state)
{
	char text[400];

	(void)state;
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	to_form();
	fill(FORM_NAME, "李明");
	type(text);
	assert_string_equal(screens_editing(&w)->text, "李明");
	assert_non_null(strstr(w.notice, "太长了"));
}

/* Region and date of birth appear as soon as the digits tell them. */
static void test_number_says(void **state)
{
	static const struct {
		const char *typed, *region, *birth;
	} rows[] = {
		{ "11000", "", "" },
		{ "110000", "北京市", "" },
		{ "11000020070901", "北京市", "2007 年 9 月 1 日" },
		{ "99999920070901", "", "2007 年 9 月 1 日" },
		{ "11000020071301", "北京市", "" },
		{ "110000200709010014", "北京市", "2007 年 9 月 1 日 - 男" },
		{ "110000200709010022", "北京市", "2007 年 9 月 1 日 - 女" },
	};
	struct regions *regions = region_load_shipped();

	(void)state;
	assert_non_null(regions);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		to_form();
		wizard_set_record(&w, NULL);
		w.regions = regions;
		fill(FORM_ID_NUMBER, rows[i].typed);
		assert_int_equal(says("北京市"), *rows[i].region != '\0');
		assert_int_equal(says("2007 年"), *rows[i].birth != '\0');
		assert_true(says(rows[i].region) && says(rows[i].birth));
	}
	region_free(regions);
}

/* Leaving asks only if something typed would be lost; Esc wipes nothing. */
static void test_leave(void **state)
{
	(void)state;
	start(true);
	assert_true(act(ACTION_LEAVE) & EFFECT_QUIT);
	to_form();
	fill(FORM_NAME, "李明");
	act(ACTION_CLOSE);
	act(ACTION_CLOSE);
	assert_false(act(ACTION_LEAVE) & EFFECT_QUIT);
	assert_int_equal(wizard_screen(&w), SCREEN_LEAVE);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_string_equal(form_find(&w.register_form, FORM_NAME)->edit.text, "李明");
	/* Only a password is not kept from step to step, and that is said. */
	assert_string_equal(w.notice, "");
	fill_all();
	go(3);
	assert_string_equal(w.notice, "演练的密码不留着，再来时重新填。");
	assert_string_equal(form_find(&w.register_form, FORM_NAME)->edit.text, "李明");
	assert_string_equal(form_find(&w.register_form, FORM_PASSWORD)->edit.text, "");
	go(2);
	assert_string_equal(w.notice, "");
	act(ACTION_LEAVE);
	assert_true(act(ACTION_YES) & EFFECT_QUIT);
}

/* A reset wipes what was typed, and the code to type. */
static void test_reset(void **state)
{
	(void)state;
	fill_all();
	w.verify.shown[3].len = 1;
	wizard_reset(&w);
	assert_false(form_typed(&w.register_form));
	assert_int_equal(w.verify.shown[3].len, 0);
	assert_string_equal(w.sms.code, "");
	assert_int_equal(w.sms.sent, 0);
	assert_non_null(wizard_record(&w));
	start(false);
	wizard_push(&w, SCREEN_RECORD);
	type("李明");
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_NEXT); /* a part of the details is no mistake */
	assert_non_null(wizard_record(&w));
	wizard_reset(&w);
	assert_null(wizard_record(&w));
	assert_string_equal(w.former.name, "");
	assert_string_equal(w.sex, "");
	assert_false(form_typed(&w.record_form));
}

/* The table of regions is asked for once, when there are digits to look up. */
static void test_regions_are_asked_for_once(void **state)
{
	(void)state;
	start(false);
	wizard_push(&w, SCREEN_RECORD);
	assert_int_equal(type("李明123456"), 0);
	act(ACTION_DOWN);
	assert_int_equal(type("11000"), 0);
	assert_int_equal(type("0"), EFFECT_REGIONS);
	assert_int_equal(type("2"), 0);
	start(true);
	to_form();
	to_field(FORM_ID_NUMBER);
	assert_int_equal(type("110000"), EFFECT_REGIONS);
}

/* Only the number of a card with this form shows a date of birth and a region. */
static void test_numbers_of_other_documents_show_nothing(void **state)
{
	static const char *const documents[] = { "1", "2", "3", "4", "5" };

	(void)state;
	for (size_t i = 0; i < sizeof documents / sizeof *documents; i++) {
		to_form();
		to_field(FORM_DOCUMENT);
		act(ACTION_NEXT);
		type(documents[i]);
		act(ACTION_NEXT);
		fill(FORM_ID_NUMBER, "81000020070901");
		assert_int_equal(says("2007 年 9 月 1 日"),
				 form_document(&w.register_form, w.guide->form) != DOCUMENT_OTHER);
	}
}

/* The caret stands where the next character goes, in a masked value as well. */
static void test_carets(void **state)
{
	struct page page;

	(void)state;
	start(true);
	wizard_push(&w, SCREEN_RESULT);
	act(ACTION_SAVE_REPORT);
	act(ACTION_CARET_LEFT);
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		if (page.blocks[i].kind == BLOCK_FIELD)
			assert_int_equal(page.blocks[i].caret, strlen(w.report.path.text) - 1);
	page_free(&page);
	to_form();
	fill(FORM_PASSWORD, "Pä7");
	act(ACTION_CARET_LEFT);
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		if (page.blocks[i].row == page.row)
			assert_int_equal(page.blocks[i].caret, strlen("**"));
	page_free(&page);
}

/* A caret key in an empty field takes no mark back; text that is erased does. */
static void test_caret_keeps_the_mark(void **state)
{
	(void)state;
	to_form();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	to_field(FORM_MOBILE);
	assert_int_equal(mark_of((int)place_of(FORM_MOBILE)), MARK_WRONG);
	act(ACTION_CARET_HOME);
	assert_int_equal(mark_of((int)place_of(FORM_MOBILE)), MARK_WRONG);
	type("1");
	act(ACTION_ERASE_BEFORE);
	assert_int_not_equal(mark_of((int)place_of(FORM_MOBILE)), MARK_WRONG);
}

/* On a projector what is typed is stars as well, with the caret and the place of a slip as they
 * are; but for what is typed of the invented student. */
static void test_typed_on_projector(void **state)
{
	static const struct {
		bool sample;
		enum form_kind kind;
		const char *text, *shown;
		const char *says; /* NULL: nothing of it */
		size_t at;
	} rows[] = {
		{ false, FORM_MOBILE, "138", "***", "投影时遮住", 0 },
		{ true, FORM_MOBILE, "13800000000", "***********", "投影时遮住", 0 },
		{ false, FORM_SMS_CODE, "727840", "727840", NULL, 0 },
		{ false, FORM_NAME, "王 芳", "***", "第 2 个字是空格", 2 },
		{ true, FORM_NAME, "王 芳", "王 芳", "第 2 个字是空格", 2 },
		{ true, FORM_NAME, "650102200701010014", "******************", NULL, 1 },
		{ false, FORM_ID_NUMBER, "650102200", "*********", "投影时遮住", 0 },
		{ false, FORM_ID_NUMBER, "110000200709010014", "******************", "投影时遮住",
		  0 },
		{ false, FORM_ID_NUMBER, "65010220070101001x", "******************", "大写", 18 },
		{ true, FORM_ID_NUMBER, "110000200709010041", "110000200709010041", "17", 17 },
		{ true, FORM_ID_NUMBER, "110000 20070901", "110000 20070901", "第 7 位是空格", 7 },
		{ true, FORM_ID_NUMBER, "110000200809", "110000200809", NULL, 0 },
		{ true, FORM_ID_NUMBER, "650102200809", "************", "投影时遮住", 0 },
		{ true, FORM_ID_NUMBER, "1100002007090100140000", "**********************", NULL,
		  19 },
		{ false, FORM_EMAIL, "fang@example.com", "****************", "投影时遮住", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct page page;

		to_form();
		if (rows[i].sample)
			w.record.sample = true;
		else
			wizard_set_record(&w, NULL);
		w.presentation = true;
		w.regions_asked = true;
		fill(rows[i].kind, rows[i].text);
		act(ACTION_CARET_LEFT);
		screens_build(&page, &w);
		for (size_t k = 0; k < page.count; k++) {
			const struct block *b = &page.blocks[k];

			if (b->kind == BLOCK_FIELD && b->row == page.row) {
				assert_string_equal(b->text, rows[i].shown);
				assert_int_equal(text_length(b->text + b->caret), 1);
			}
			if (b->kind == BLOCK_FINDING)
				assert_int_equal(ffsll((long long)b->places), rows[i].at);
		}
		page_free(&page);
		if (rows[i].says != NULL && !says(rows[i].says))
			fail_msg("row %zu does not say %s", i, rows[i].says);
		act(ACTION_REVEAL);
		assert_true(says(rows[i].text) && !says("投影时遮住"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_field),
		cmocka_unit_test(test_register),
		cmocka_unit_test(test_said_of_success),
		cmocka_unit_test(test_number_of_another_document),
		cmocka_unit_test(test_review_leads_back),
		cmocka_unit_test(test_typed_ahead),
		cmocka_unit_test(test_typed_on_a_choice),
		cmocka_unit_test(test_account),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_one_sentence),
		cmocka_unit_test(test_no_place_of_checksum),
		cmocka_unit_test(test_folded_mistake),
		cmocka_unit_test(test_login_wrong),
		cmocka_unit_test(test_login_left_out),
		cmocka_unit_test(test_login_says),
		cmocka_unit_test(test_fake_address_is_left),
		cmocka_unit_test(test_code_for_a_wrong_phone),
		cmocka_unit_test(test_code_too_soon),
		cmocka_unit_test(test_code_lasts),
		cmocka_unit_test(test_answer_needs_a_question),
		cmocka_unit_test(test_review_shows_a_missing_answer),
		cmocka_unit_test(test_hint_of_the_number),
		cmocka_unit_test(test_document_is_asked_once),
		cmocka_unit_test(test_choices_go_round),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_number_says),
		cmocka_unit_test(test_leave),
		cmocka_unit_test(test_reset),
		cmocka_unit_test(test_regions_are_asked_for_once),
		cmocka_unit_test(test_numbers_of_other_documents_show_nothing),
		cmocka_unit_test(test_carets),
		cmocka_unit_test(test_caret_keeps_the_mark),
		cmocka_unit_test(test_typed_on_projector),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
