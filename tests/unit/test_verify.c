/* SPDX-License-Identifier: MIT */
/* The verification and the result it leads to, without a terminal, a disk or a clock. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screens/verify.h"
#include "support/left_over.h"
#include "support/one_wizard.h"
#include "view/keymap.h"
#include "view/page.h"
#include "wizard/report.h"

#define NUMBER "110000200709010014"

static void open_verification(bool known)
{
	start(known);
	go(5);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
}

static enum check_state state_of(enum guide_compare compare)
{
	return wizard_check_state(&w, check_of(compare));
}

/* Types into a check, and what it is while it is typed and when the row is left. */
static void test_typing(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *text;
		enum check_state typing, left;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李明", CHECK_AGREES, CHECK_AGREES },
		/* nor is a name, nor what is not a name or number at all */
		{ GUIDE_COMPARE_NAME, "李", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "q", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "1", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "Li Ming", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "男", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "2007-09-01", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "李明男", CHECK_DIFFERS, CHECK_DIFFERS },
		{ GUIDE_COMPARE_ID_NUMBER, "x", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "七", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "410", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "2007-09-01", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "11000020070901001q", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "李鸣", CHECK_DIFFERS, CHECK_DIFFERS },
		/* a blank that an input method takes */
		{ GUIDE_COMPARE_NAME, "李 明", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "李　明", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, NUMBER, CHECK_AGREES, CHECK_AGREES },
		/* a number that is not typed to its end is no difference */
		{ GUIDE_COMPARE_ID_NUMBER, "1", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "1100002007", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "11000020070901001", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "1100002008", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010041", CHECK_DIFFERS, CHECK_DIFFERS },
		{ GUIDE_COMPARE_SEX, "男", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_SEX, "女", CHECK_DIFFERS, CHECK_DIFFERS },
		/* the site writes days and groups in other ways */
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-01", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "20070901", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007年9月1日", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-10", CHECK_DIFFERS, CHECK_DIFFERS },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-99-99", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "汉", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "汉族", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "回族", CHECK_DIFFERS, CHECK_DIFFERS },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "族", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "01", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "56", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "HA", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "维族", CHECK_DIFFERS, CHECK_DIFFERS },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "H", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "其他", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "男性", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_SEX, "男生", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_SEX, "m", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "f", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "1", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "2", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "q", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "nan", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007/9/1", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007.09.01", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007 年 9 月 1 日", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "２００７－０９－０１", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007年09月01号", CHECK_AGREES, CHECK_AGREES },
		/* what is not understood is no difference */
		{ GUIDE_COMPARE_BIRTH_DATE, "二〇〇七年九月一日", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "1/9/2007", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-011", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-01 时", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "20070901x", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "07-09-01", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007--9-1", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-009-01", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "02007-09-01", CHECK_OPEN, CHECK_OPEN },
		/* in groups, as it is shown here; full-width; pasted with its label */
		{ GUIDE_COMPARE_ID_NUMBER, "110000 20070901 0014", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_ID_NUMBER, "１１００００２００７０９０１００１４", CHECK_AGREES,
		  CHECK_AGREES },
		{ GUIDE_COMPARE_ID_NUMBER, "证件号码：" NUMBER, CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_NAME, "姓名：李明", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_NAME, "姓名\t李明", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_NAME, "姓名", CHECK_OPEN, CHECK_OPEN },
		/* what nobody reads off a page tells nothing of the site */
		{ GUIDE_COMPARE_ID_NUMBER, "110000********0014", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "李\xEE\x80\x80", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_NAME, "李\xE2\x80\x8B明", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_BIRTH_DATE, "\xEE\x80\x80\xEE\x80\x81", CHECK_OPEN, CHECK_OPEN },
		/* blanks and dashes, also of an input method, are answers */
		{ GUIDE_COMPARE_NAME, " ", CHECK_SAME, CHECK_SAME },
		{ GUIDE_COMPARE_NAME, "　", CHECK_SAME, CHECK_SAME },
		{ GUIDE_COMPARE_NAME, "-", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_NAME, "－", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_SEX, "—", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_ID_NUMBER, "-", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_NAME, " -", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_NAME, "- ", CHECK_ABSENT, CHECK_ABSENT },
		{ GUIDE_COMPARE_BIRTH_DATE, "　－", CHECK_ABSENT, CHECK_ABSENT },
		/* a blank at the end makes no difference */
		{ GUIDE_COMPARE_NAME, "李明 ", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_NAME, "李明　 ", CHECK_AGREES, CHECK_AGREES },
		{ GUIDE_COMPARE_NAME, "李 ", CHECK_OPEN, CHECK_OPEN },
		{ GUIDE_COMPARE_SEX, "女 ", CHECK_DIFFERS, CHECK_DIFFERS },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(true);
		focus_on(rows[i].compare);
		assert_int_equal(screens_context(&w), CONTEXT_VERIFY);
		assert_non_null(screens_editing(&w));
		type(rows[i].text);
		if (state_of(rows[i].compare) != rows[i].typing)
			fail_msg("%s: %d", rows[i].text, state_of(rows[i].compare));
		act(ACTION_DOWN);
		if (state_of(rows[i].compare) != rows[i].left)
			fail_msg("%s: %d when left", rows[i].text, state_of(rows[i].compare));
		/* of a dash nothing else is said */
		if (rows[i].left == CHECK_ABSENT)
			assert_false(says("网站是") || says("应为") || says("看不懂"));
		/* Coming back is as easy: what is wrong is taken back, what is right typed
		 * again. */
		focus_on(rows[i].compare);
		act(ACTION_ERASE_ALL);
		assert_int_equal(state_of(rows[i].compare), CHECK_OPEN);
		type("李明");
	}
}

/* What agrees is not kept; what differs is, for the report. */
static void test_what_is_kept(void **state)
{
	const char *text = w.verify.shown[check_of(GUIDE_COMPARE_NAME)].text;

	(void)state;
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("李鸣");
	act(ACTION_DOWN);
	assert_string_equal(text, "李鸣");
	act(ACTION_UP);
	act(ACTION_ERASE_BEFORE);
	type("明");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	act(ACTION_DOWN);
	assert_string_equal(text, "");
	/* A stray letter takes nothing back, an erasing key does. */
	act(ACTION_UP);
	assert_int_equal(type("q"), 0);
	assert_non_null(strstr(w.notice, "姓名已经核对过"));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	act(ACTION_ERASE_BEFORE);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	/* A blank takes nothing back that was compared. */
	type("李明");
	act(ACTION_DOWN);
	act(ACTION_UP);
	type(" ");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_ERASE_BEFORE);
	type("李");
	type(" ");
	assert_string_equal(text, "李 ");
	/* A click certifies nothing over it. */
	screens_apply(&w, (struct action){ ACTION_CLICK, 0, NULL });
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	/* Every answer is saved, every character is not. */
	act(ACTION_ERASE_ALL);
	assert_true(type("鸣") & EFFECT_SAVE);
	assert_false(type("鸣") & EFFECT_SAVE);
	assert_false(act(ACTION_CARET_LEFT) & EFFECT_SAVE);
	assert_true(act(ACTION_ERASE_ALL) & EFFECT_SAVE);
}

/* Enter goes on and tells what was not told yet: what is typed next belongs to the next row. */
static void test_enter(void **state)
{
	(void)state;
	open_verification(true);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	type("1100002007");
	assert_false(says("还少"));
	act(ACTION_NEXT); /* it may stand so on the site */
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_non_null(strstr(w.notice, "证件号码：后面还少 8 位"));
	type("网页上");
	act(ACTION_NEXT);
	assert_int_equal(state_of(GUIDE_COMPARE_ID_NUMBER), CHECK_DIFFERS);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	assert_true(says("还少 8 位"));
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "");
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	type("-");
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "");
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_BIRTH_DATE) + 1);
	focus_on(GUIDE_COMPARE_ETHNIC_GROUP);
	type("回");
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_ETHNIC_GROUP) + 1);
	assert_non_null(strstr(w.notice, "民族：网站是"));
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_SEX));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
}

/* The number stands in full and in groups where it is compared, and what is typed beneath it. */
static void test_number(void **state)
{
	struct page page;
	size_t field = 0;

	(void)state;
	open_verification(true);
	assert_true(says("1****************4"));
	assert_false(says("110000 20070901 0014"));
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	assert_true(says("110000 20070901 0014"));
	type("110000200709010041");
	assert_true(says("110000 20070901 0041"));
	assert_true(says("第 17、18 位互换了，应为 14。"));
	screens_build(&page, &w);
	while (page.blocks[field].kind != BLOCK_FIELD)
		field++;
	assert_int_equal(page.blocks[field].caret, 20);
	assert_int_equal(page.blocks[field + 1].places, 3 << 18); /* behind two blanks */
	page_free(&page);
	/* with a letter, and too long */
	act(ACTION_ERASE_ALL);
	type("1100002007O9010014");
	assert_true(says("110000 2007O901 0014"));
	act(ACTION_ERASE_ALL);
	type("11000020070901001４4");
	assert_true(says("110000 20070901 00144"));
	screens_build(&page, &w);
	assert_int_equal(page.blocks[field + 1].places, 1 << 20);
	page_free(&page);
	act(ACTION_CARET_HOME);
	for (int i = 0; i < 6; i++)
		act(ACTION_CARET_RIGHT);
	screens_build(&page, &w);
	assert_int_equal(page.blocks[field].caret, 7);
	page_free(&page);
	act(ACTION_UP);
	act(ACTION_REVEAL);
	assert_true(says("110000 20070901 0014"));
}

/* On a projector nothing personal is read, in no sentence either, and nobody certifies
 * asterisks. */
static void test_presentation(void **state)
{
	static const enum guide_compare hidden[] = { GUIDE_COMPARE_NAME, GUIDE_COMPARE_ID_NUMBER,
						     GUIDE_COMPARE_BIRTH_DATE };

	(void)state;
	open_verification(true);
	w.record.sample = false;
	act(ACTION_PRESENTATION);
	for (size_t i = 0; i < 3; i++) {
		focus_on(hidden[i]);
		assert_false(says("李明") || says("110000") || says("2007"));
		type(" ");
		assert_non_null(strstr(w.notice, "Ctrl-R"));
		assert_non_null(strstr(w.notice, wizard_check(&w, check_of(hidden[i]))->label));
		assert_int_equal(state_of(hidden[i]), CHECK_OPEN);
	}
	focus_on(GUIDE_COMPARE_NAME);
	type("李鸣");
	assert_true(says("第 2 个字"));
	assert_false(says("明"));
	/* What is typed is compared all the same, and the others are not hidden. */
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	type(NUMBER);
	assert_int_equal(state_of(GUIDE_COMPARE_ID_NUMBER), CHECK_AGREES);
	focus_on(GUIDE_COMPARE_SEX);
	type(" ");
	assert_int_equal(state_of(GUIDE_COMPARE_SEX), CHECK_SAME);
	act(ACTION_REVEAL);
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	assert_true(says("2007-09-01"));
	type(" ");
	assert_int_equal(state_of(GUIDE_COMPARE_BIRTH_DATE), CHECK_SAME);
}

/* Rows that are chosen: Enter and a blank open the list, a digit goes nowhere. */
static void test_choices(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *option;
		enum check_state state;
	} rows[] = {
		{ GUIDE_COMPARE_PICTURE, "1", CHECK_AGREES },
		{ GUIDE_COMPARE_PICTURE, "不是我", CHECK_DIFFERS },
		{ GUIDE_COMPARE_PICTURE, "没有照片", CHECK_ABSENT },
		{ GUIDE_COMPARE_STATUS, "1", CHECK_AGREES },
		{ GUIDE_COMPARE_STATUS, "暂缓", CHECK_WAITS },
		{ GUIDE_COMPARE_STATUS, "退学", CHECK_DIFFERS },
		{ GUIDE_COMPARE_STUDENT, "交换生", CHECK_SEEN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t row;

		open_verification(true);
		focus_on(rows[i].compare);
		row = screens_focus(&w);
		assert_true(says("请选"));
		assert_int_equal(screens_context(&w), CONTEXT_STATUS);
		assert_int_equal(keymap_find(CONTEXT_STATUS, '3').kind, ACTION_NONE);
		assert_null(screens_editing(&w));
		act(i % 2 == 0 ? ACTION_NEXT : ACTION_TOGGLE);
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		act(ACTION_CLOSE);
		assert_int_equal(state_of(rows[i].compare), CHECK_OPEN);
		choose(rows[i].compare, rows[i].option);
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
		assert_int_equal(screens_focus(&w), row + 1);
		assert_int_equal(state_of(rows[i].compare), rows[i].state);
	}
	open_verification(true);
	focus_on(GUIDE_COMPARE_PICTURE);
	act(ACTION_MARK_ABSENT);
	assert_int_equal(state_of(GUIDE_COMPARE_PICTURE), CHECK_ABSENT);
	focus_on(GUIDE_COMPARE_STATUS);
	assert_int_equal(act(ACTION_MARK_ABSENT), 0);
	assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_OPEN);
}

/* A status without a record leaves no other row; one that is on no list brings them back. */
static void test_status_after_none(void **state)
{
	(void)state;
	open_verification(true);
	choose(GUIDE_COMPARE_STATUS, "还查不到");
	w.focus[SCREEN_VERIFY] = 0; /* the only row but the button */
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	type("延期入学");
	assert_int_equal(screens_rows(&w), 1);
	act(ACTION_DOWN);
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_STATUS)].text, "延期入学");
}

/* Opens a group and focuses a check by eye in it. */
static size_t focus_by_eye(void)
{
	size_t check = check_of(GUIDE_COMPARE_STUDENT_NUMBER);

	open_verification(true);
	w.verify.unfolded[1] = true;
	verify_open(&w, check);
	assert_int_equal(screens_context(&w), CONTEXT_BY_EYE);
	return check;
}

/* A failure names all that is missing in the words of the verification, and what nobody looked at;
 * leaving says before the answer that comparing begins anew. */
static void test_failing_lists_missing(void **state)
{
	char *missing;

	(void)state;
	open_verification(true);
	w.record.sample = false;
	focus_on(GUIDE_COMPARE_NAME);
	type("李鸣");
	wizard_finish(&w);
	missing = wizard_missing_text(&w);
	assert_non_null(strstr(missing, "学生类别"));
	assert_true(says(missing) && says("没看：") && says("不一致"));
	free(missing);
	wizard_push(&w, SCREEN_LEAVE);
	assert_true(says("退出就没了。核对下次要重来。"));
}

/* A number typed for the name is masked in the result as one is, until it is asked for; on a
 * projector so is a name. */
static void test_number_for_name(void **state)
{
	(void)state;
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("110000200709010022");
	act(ACTION_NEXT);
	type("网页上");
	act(ACTION_NEXT);
	wizard_finish(&w);
	assert_true(says("1****************2"));
	assert_false(says("110000200709010022"));
	act(ACTION_REVEAL);
	assert_true(says("110000200709010022"));
}

/* A site that shows no record yet: nothing but the status and the kind of student is asked, until
 * it does. */
static void test_unlisted(void **state)
{
	(void)state;
	open_verification(true);
	type("李鸣");
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	type(" ");
	choose(GUIDE_COMPARE_STATUS, "还查不到");
	assert_int_equal(screens_focus(&w), 1);
	assert_true(says("网站上还没有学籍") && !says("1/1") && !says("照网页打"));
	assert_int_equal(screens_rows(&w), 3);
	assert_false(says("性别") || says("顺便看看") || says("处不同"));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	assert_string_equal(wizard_check_words(&w, check_of(GUIDE_COMPARE_PICTURE)), "还看不到");
	act(ACTION_NEXT); /* the kind of student */
	type("1");
	act(ACTION_NEXT);
	assert_int_equal(wizard_verdict(&w), VERDICT_WAIT);
	assert_true(says("前面记过不对的：姓名。"));
	assert_true(wizard_activity_open(&w));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	/* what was answered is not called unseen */
	assert_true(says("还看不到：性别、民族、证件号码、录取照片"));
	assert_true(says("等有了再看：出生日期"));
	assert_true(says("前面记过不对的：姓名。"));
	assert_false(says("没看：") || says("没有发现错误") || says("还差"));
	/* What was typed is still there when the site has one. */
	go(5);
	verify_open(&w, FIRST_MISSING);
	screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
	act(ACTION_NEXT);
	type("1");
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_STATUS) + 1);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_DIFFERS);
}

/* A status that is on no list is copied from the site, not called anything, and told where it
 * belongs; another choice forgets it. */
static void test_status_on_no_list(void **state)
{
	size_t status = check_of(GUIDE_COMPARE_STATUS);
	const char *text = w.verify.shown[status].text;

	(void)state;
	for (size_t sought = 0; sought < 2; sought++) {
		open_verification(true);
		focus_on(GUIDE_COMPARE_STATUS);
		act(ACTION_NEXT);
		type(sought ? "在校生" : "12");
		if (sought)
			act(ACTION_DOWN); /* the last resort, which is not found */
		act(ACTION_NEXT);
		assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_STATUS) + sought);
		focus_on(GUIDE_COMPARE_STATUS);
		assert_int_equal(says("照抄网页上写的。"), !sought);
		assert_string_equal(enter_hint(), sought ? "" : "选择");
		if (!sought) {
			assert_int_equal(screens_context(&w), CONTEXT_CHECK_TYPED);
			type(" ");
			assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
			act(ACTION_CLOSE);
			type("在校生");
			type(" ");
			act(ACTION_ERASE_BEFORE);
			act(ACTION_NEXT);
			assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_STATUS) + 1);
		}
		assert_string_equal(text, "在校生");
		assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_WAITS);
		/* in the row, too */
		focus_on(GUIDE_COMPARE_NAME);
		assert_true(says("在校生") && !says("别的，这里没有列出"));
		focus_on(GUIDE_COMPARE_STATUS);
		assert_true(says("在校生") && says("别的，这里没有列出") &&
			    says("要换一个，按空格。"));
		type(" ");
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		act(ACTION_CLOSE);
		assert_string_equal(text, "在校生");
		wizard_finish(&w);
		assert_true(says("在校生"));
		go(5);
		verify_open(&w, status);
		/* As another whole text: a character begins it anew. */
		assert_int_equal(screens_context(&w), CONTEXT_CHECK_WHOLE);
		type("休");
		assert_string_equal(text, "休");
		act(ACTION_ERASE_ALL);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		type("1");
		act(ACTION_NEXT);
		assert_string_equal(text, "");
		assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_AGREES);
	}
	/* What is copied as none of them, but is one, is that one. */
	for (size_t i = 0; i < 2; i++) {
		open_verification(true);
		choose(GUIDE_COMPARE_STATUS, "12");
		focus_on(GUIDE_COMPARE_STATUS);
		type(i == 0 ? "在籍(注册学籍)" : "还查不到 学籍");
		act(ACTION_NEXT);
		assert_string_equal(text, "");
		assert_non_null(strstr(w.notice, "列表里有"));
		assert_int_equal(state_of(GUIDE_COMPARE_STATUS),
				 i == 0 ? CHECK_AGREES : CHECK_WAITS);
		assert_int_equal(wizard_is_listed(&w), i == 0);
	}
}

/* Copied words that are part of a listed status are asked about before they are taken as another
 * one. */
static void test_part_of_a_status(void **state)
{
	static const struct {
		const char *typed;
		bool asked;
		const char *option, *text;
		enum check_state state;
	} rows[] = {
		{ "注册学籍", true, "1", "", CHECK_AGREES },
		{ "在籍", true, "1", "", CHECK_AGREES },
		{ "在籍", true, "12", "在籍", CHECK_WAITS },
		{ "取消学籍", true, "10", "", CHECK_DIFFERS },
		{ "没有列出", false, NULL, "没有列出", CHECK_WAITS },
		{ "在校生", false, NULL, "在校生", CHECK_WAITS },
	};
	size_t status = check_of(GUIDE_COMPARE_STATUS);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(true);
		choose(GUIDE_COMPARE_STATUS, "12");
		focus_on(GUIDE_COMPARE_STATUS);
		type(rows[i].typed);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w) == SCREEN_CHOOSE, rows[i].asked);
		assert_int_equal(strstr(w.notice, "列表里有相近的") != NULL, rows[i].asked);
		if (rows[i].asked) {
			type(rows[i].option);
			act(ACTION_NEXT);
		}
		assert_string_equal(w.verify.shown[status].text, rows[i].text);
		assert_int_equal(state_of(GUIDE_COMPARE_STATUS), rows[i].state);
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
		assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_STATUS) + 1);
	}
}

/* What cannot be read is said to be so, also where there is nothing to compare it with. */
static void test_unread_by_eye(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed, *says; /* says: "": nothing */
	} rows[] = {
		{ GUIDE_COMPARE_SEX, "1", "看不懂这个性别" },
		{ GUIDE_COMPARE_SEX, "女", "" },
		{ GUIDE_COMPARE_SEX, "*", "" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-13-45", "看不懂这个日期" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-12-31", "" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-**-**", "" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "01", "看不懂这个民族" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "回族", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(false);
		focus_on(rows[i].compare);
		type(rows[i].typed);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		if (*rows[i].says == '\0')
			assert_string_equal(w.notice, "");
		else
			assert_non_null(strstr(w.notice, rows[i].says));
		assert_int_equal(state_of(rows[i].compare), CHECK_OPEN);
	}
}

/* What the site masks cannot be compared: neither the same nor different, but to be asked about. */
static void test_masked_on_the_site(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李*" },
		{ GUIDE_COMPARE_NAME, "*明" },
		{ GUIDE_COMPARE_NAME, "李**" },
		{ GUIDE_COMPARE_SEX, "*" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-**-**" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "汉*" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000********0014" },
		{ GUIDE_COMPARE_ID_NUMBER, "1100＊＊＊＊＊＊＊＊＊＊0014" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *report;

		open_verification(true);
		focus_on(rows[i].compare);
		type(rows[i].typed);
		act(ACTION_DOWN);
		act(ACTION_UP);
		assert_int_equal(state_of(rows[i].compare), CHECK_OPEN);
		assert_true(says("能点开看全的，看全了再打；不能的，按 Enter 选。"));
		assert_true(says("被遮住了，核对不了"));
		if (says("网站是") || says("看不懂"))
			fail_msg("%s", rows[i].typed);
		act(ACTION_NEXT);
		assert_true(says("网页上就是遮着的") && !says("网页上真是这样"));
		type("1");
		assert_false(says("网站上")); /* 1 is the number of a row */
		act(ACTION_NEXT);
		assert_int_equal(state_of(rows[i].compare), CHECK_ASK);
		wizard_finish(&w);
		assert_true(says("能点开看全的，看全了再核对；不能的，问辅导员。"));
		assert_false(says("找谁"));
		/* There is no second value to compare it with. */
		assert_false(says("高考信息里") || says("应为"));
		report = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
		assert_null(strstr(report, "高考信息里"));
		free(report);
	}
	open_verification(true);
	strcpy(w.record.institution, "江苏大学");
	w.verify.unfolded[1] = true;
	verify_open(&w, check_of(GUIDE_COMPARE_INSTITUTION));
	type("江苏**");
	act(ACTION_DOWN);
	act(ACTION_UP);
	assert_true(says("有几个字被遮住了，核对不了。"));
	assert_false(says("从第 3 个字起不同"));
}

/* The beginning of a value may be all that was typed: it is no difference before the student says
 * so. */
static void test_part_of_a_value(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed;
		enum check_state state;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李", CHECK_OPEN },
		{ GUIDE_COMPARE_INSTITUTION, "某", CHECK_OPEN },
		{ GUIDE_COMPARE_INSTITUTION, "大学", CHECK_DIFFERS },
		{ GUIDE_COMPARE_LEVEL, "本", CHECK_OPEN },
		{ GUIDE_COMPARE_LEVEL, "专科", CHECK_DIFFERS },
	};
	struct record other = record;

	(void)state;
	strcpy(other.institution, "某某大学");
	strcpy(other.level, "本科");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(true);
		wizard_set_record(&w, &other);
		w.verify.unfolded[1] = true;
		verify_open(&w, check_of(rows[i].compare));
		type(rows[i].typed);
		act(ACTION_DOWN);
		if (state_of(rows[i].compare) != rows[i].state)
			fail_msg("%s", rows[i].typed);
	}
}

/* On a row that was left as it is, typing begins anew; but a part goes on, and whoever moved the
 * caret edits. */
static void test_typing_again(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *first, *then, *text;
		enum action_kind before; /* ACTION_NONE: nothing */
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李鸣", "王", "王", ACTION_NONE },
		{ GUIDE_COMPARE_NAME, "李鸣", "王", "李鸣王", ACTION_CARET_END },
		{ GUIDE_COMPARE_NAME, "李鸣", "王", "王李鸣", ACTION_CARET_HOME },
		{ GUIDE_COMPARE_NAME, "李鸣", "明", "李明", ACTION_ERASE_BEFORE },
		{ GUIDE_COMPARE_NAME, "李", "明", "李明", ACTION_NONE },
		{ GUIDE_COMPARE_SEX, "女", "男", "男", ACTION_NONE },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010041", "1", "1", ACTION_NONE },
		{ GUIDE_COMPARE_ID_NUMBER, "1100002007", "09010014", NUMBER, ACTION_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *text = w.verify.shown[check_of(rows[i].compare)].text;
		bool anew = strcmp(rows[i].text, rows[i].then) == 0;

		open_verification(true);
		focus_on(rows[i].compare);
		type(rows[i].first);
		act(ACTION_DOWN);
		act(ACTION_UP);
		if (rows[i].before != ACTION_NONE)
			act(rows[i].before);
		assert_int_equal(screens_context(&w),
				 anew ? CONTEXT_CHECK_WHOLE : CONTEXT_CHECK_TYPED);
		type(rows[i].then);
		assert_string_equal(text, rows[i].text);
		assert_int_equal(strstr(w.notice, "从头打了") != NULL, anew);
		type("x");
		assert_string_not_equal(text, "x");
	}
}

/* What the eye cannot tell apart may be on the site or mistyped: the student says which, and what
 * is there is told. */
static void test_in_doubt(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *recorded, *typed;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "艾力·买买提", "艾力•买买提" },
		{ GUIDE_COMPARE_NAME, "艾力·买买提", "艾力——买买提" },
		{ GUIDE_COMPARE_ID_NUMBER, "81000020070901001X", "81000020070901001x" },
		{ GUIDE_COMPARE_ID_NUMBER, "H12345678", "h12345678" },
		{ GUIDE_COMPARE_NAME, "CHAN TAI MAN", "chan tai man" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);
		const char *text = w.verify.shown[check].text;
		struct record other = record;

		start(true);
		strcpy(rows[i].compare == GUIDE_COMPARE_NAME ? other.name : other.id_number,
		       rows[i].recorded);
		*other.sex = *other.birth_date = '\0'; /* of another number */
		wizard_set_record(&w, &other);
		go(5);
		verify_open(&w, check);
		type(rows[i].typed);
		assert_int_equal(wizard_check_state(&w, check), CHECK_OPEN);
		assert_true(says("真是这样？"));
		assert_string_equal(enter_hint(), "选择");
		act(ACTION_NEXT);
		assert_non_null(strstr(w.notice, wizard_check(&w, check)->label));
		type("打错了");
		act(ACTION_NEXT);
		assert_string_equal(text, "");
		assert_int_equal(wizard_check_state(&w, check), CHECK_OPEN);
		type(rows[i].typed);
		act(ACTION_NEXT);
		type("网页上");
		act(ACTION_NEXT);
		assert_int_equal(wizard_check_state(&w, check), CHECK_DIFFERS);
		wizard_finish(&w);
		assert_int_equal(wizard_verdict(&w), VERDICT_FAIL);
		assert_true(says("不一致"));
	}
}

/* A number that can be nobody's is not right because the record has the same. */
static void test_wrong_in_both(void **state)
{
	struct record other = record;

	(void)state;
	strcpy(other.id_number, "110000200709010041");
	start(true);
	wizard_set_record(&w, &other);
	assert_true(w.number_wrong);
	go(5);
	verify_open(&w, check_of(GUIDE_COMPARE_ID_NUMBER));
	type("110000200709010041");
	assert_int_equal(state_of(GUIDE_COMPARE_ID_NUMBER), CHECK_ASK);
	assert_true(says("号码有一位或几位抄错了"));
	/* of a character too many none of the record's digits is advised */
	act(ACTION_ERASE_ALL);
	type(NUMBER "q");
	assert_int_equal(state_of(GUIDE_COMPARE_ID_NUMBER), CHECK_OPEN);
	assert_true(says("多了“q”") || says("多了字母“q”"));
	assert_false(says("互换") || says("应为 41"));
	wizard_set_record(&w, &record);
	assert_false(w.number_wrong);
}

/* What is pasted is not what is read: of several lines the first is taken, and the page's own
 * letters are told as that. */
static void test_pasted(void **state)
{
	(void)state;
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("李明\n男\n2007-09-01\n");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	assert_non_null(strstr(w.notice, "只取了第一项"));
	act(ACTION_ERASE_ALL);
	type("李明\t男\t2007-09-01");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	assert_non_null(strstr(w.notice, "只取了第一项"));
	act(ACTION_ERASE_ALL);
	type("\n李明\n");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	assert_string_equal(w.notice, "");
	act(ACTION_ERASE_ALL);
	type("\U00100123\U00100124");
	assert_true(says("第 1 个字是网页的特殊字体，照着打，别复制。"));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	/* a date is no number to hide */
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	type("20060901");
	act(ACTION_DOWN);
	assert_true(says("2006-09-01"));
}

/* A record whose number tells another sex or day than it has itself: the same on the site is no
 * success. */
static void test_contradictory_record(void **state)
{
	static const struct {
		const char *number, *sex, *birth_date;
		bool typed;
		enum check_state of_sex, of_birth, of_number;
	} rows[] = {
		{ NUMBER, "男", "2007-09-01", true, CHECK_AGREES, CHECK_AGREES, CHECK_AGREES },
		{ NUMBER, "女", "2007-09-01", true, CHECK_ASK, CHECK_AGREES, CHECK_AGREES },
		{ NUMBER, "男", "2007-09-02", true, CHECK_AGREES, CHECK_ASK, CHECK_AGREES },
		{ NUMBER, "女", "2007-09-02", false, CHECK_ASK, CHECK_ASK, CHECK_SAME },
		{ "110000200709010041", "女", "", false, CHECK_SAME, CHECK_SEEN, CHECK_ASK },
		{ "E12345678", "女", "2007-09-02", true, CHECK_AGREES, CHECK_AGREES, CHECK_AGREES },
	};
	static const enum guide_compare compares[] = { GUIDE_COMPARE_SEX, GUIDE_COMPARE_BIRTH_DATE,
						       GUIDE_COMPARE_ID_NUMBER };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const enum check_state states[] = { rows[i].of_sex, rows[i].of_birth,
						    rows[i].of_number };
		struct record other = record;

		strcpy(other.id_number, rows[i].number);
		strcpy(other.sex, rows[i].sex);
		strcpy(other.birth_date, rows[i].birth_date);
		start(true);
		wizard_set_record(&w, &other);
		if (rows[i].typed) {
			compare_all("1");
		} else {
			go(5);
			verify_open(&w, FIRST_MISSING);
		}
		for (size_t k = 0; k < 3; k++) {
			focus_on(compares[k]);
			if (!rows[i].typed)
				type(" ");
			act(ACTION_DOWN);
			if (state_of(compares[k]) != states[k])
				fail_msg("row %zu: %zu is %d", i, k, state_of(compares[k]));
		}
		if (rows[i].typed)
			assert_int_equal(wizard_verdict(&w) == VERDICT_PASS,
					 rows[i].of_sex == CHECK_AGREES &&
						 rows[i].of_birth == CHECK_AGREES);
		focus_on(GUIDE_COMPARE_SEX);
		assert_int_equal(says("对不上，不是你填错了，请辅导员更正。"),
				 rows[i].of_sex == CHECK_ASK);
	}
}

/* Nor is it a difference that the site has what the number tells; a third value is one. */
static void test_either_of_two(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *shown;
		enum check_state state;
	} rows[] = {
		{ GUIDE_COMPARE_SEX, "女", CHECK_ASK },
		{ GUIDE_COMPARE_SEX, "男", CHECK_ASK },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-02", CHECK_ASK },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007年9月1日", CHECK_ASK },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-03", CHECK_DIFFERS },
		{ GUIDE_COMPARE_NAME, "李明", CHECK_AGREES },
	};
	struct record other = record;

	(void)state;
	strcpy(other.sex, "女");
	strcpy(other.birth_date, "2007-09-02");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		wizard_set_record(&w, &other);
		go(5);
		verify_open(&w, check_of(rows[i].compare));
		type(rows[i].shown);
		act(ACTION_DOWN);
		if (state_of(rows[i].compare) != rows[i].state)
			fail_msg("%s: %d", rows[i].shown, state_of(rows[i].compare));
	}
}

/* Without a record, what is wrong in itself is told while it is typed; and what was only looked at
 * is not compared. */
static void test_wrong_without_record(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed, *says;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李 明", "第 2 个字是空格" },
		{ GUIDE_COMPARE_ID_NUMBER, "11000020070901001x", "小写 x" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010041", "抄错了" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(false);
		focus_on(rows[i].compare);
		type("1");
		act(ACTION_ERASE_ALL);
		type(rows[i].typed);
		if (!says(rows[i].says))
			fail_msg("%s: not %s", rows[i].typed, rows[i].says);
		/* the answers keep their order */
		assert_string_equal(wizard_option_label(&w, check_of(rows[i].compare), 1), "不对");
	}
	open_verification(false);
	focus_on(GUIDE_COMPARE_NAME);
	type("李");
	assert_false(says("至少 2 个字"));
	act(ACTION_ERASE_ALL);
	type(" ");
	assert_true(says("看过，还没比"));
}

/* A row that differs shows what the site does, and one that is the same which keys work there. */
static void test_rows_left(void **state)
{
	(void)state;
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("李鸣");
	assert_true(says("不一致"));
	act(ACTION_DOWN);
	assert_true(says("李鸣") && !says("不一致"));
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	type("110000200709010041");
	act(ACTION_DOWN);
	assert_true(says("第 17 位起不同") && !says("不一致"));
	act(ACTION_REVEAL);
	assert_true(says("110000 20070901 0041"));
	act(ACTION_REVEAL);
	/* masked, it looks like the record's */
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	type("110000200709010024");
	act(ACTION_DOWN);
	assert_true(says("第 17 位不同"));
	focus_on(GUIDE_COMPARE_SEX);
	type("女");
	assert_true(says("网站是“女”，高考信息是“男”。"));
	act(ACTION_ERASE_ALL);
	type("男");
	act(ACTION_DOWN);
	act(ACTION_UP);
	assert_int_equal(screens_context(&w), CONTEXT_CHECK_SETTLED);
	act(ACTION_ERASE_BEFORE);
	assert_int_equal(screens_context(&w), CONTEXT_VERIFY);
}

/* Keys and words that answer a row are no text of it; what follows takes nothing back. */
static void test_answers(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed[4]; /* one after the other */
		const char *kept, *notice;
		enum check_state state;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, { " " }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { "　" }, "", "", CHECK_SAME },
		/* a key that is held down answers one row */
		{ GUIDE_COMPARE_NAME,
		  { " ", " ", " " },
		  "",
		  "姓名已经核对过，按 Enter",
		  CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { " ", "李", "明" }, "", "要重新打，先按退格", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { " ", "男" }, "", "要重新打，先按退格", CHECK_SAME },
		{ GUIDE_COMPARE_SEX, { " ", "女" }, "", "要重新打，先按退格", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { " ", "-" }, "", "", CHECK_ABSENT },
		{ GUIDE_COMPARE_NAME, { "-", " " }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME,
		  { "-", "李明" },
		  "",
		  "姓名记了网页上没有。要重新打，先按退格",
		  CHECK_ABSENT },
		/* words */
		{ GUIDE_COMPARE_NAME, { "一", "样" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { "没有" }, "", "", CHECK_ABSENT },
		{ GUIDE_COMPARE_NAME,
		  { "没", "有", "照", "片" },
		  "",
		  "要重新打，先按退格",
		  CHECK_ABSENT },
		{ GUIDE_COMPARE_ETHNIC_GROUP, { "一样" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_SEX, { "没有" }, "", "", CHECK_ABSENT },
		{ GUIDE_COMPARE_BIRTH_DATE, { "网页上没有" }, "", "", CHECK_ABSENT },
		{ GUIDE_COMPARE_ID_NUMBER, { "相同" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { "一致" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_SEX, { "相", "符" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_BIRTH_DATE, { "没错" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_ETHNIC_GROUP, { "没", "问", "题" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_ID_NUMBER, { "对的" }, "", "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, { "正确" }, "", "", CHECK_SAME },
		/* pasted with blanks around */
		{ GUIDE_COMPARE_NAME, { " 李明 " }, "李明 ", "", CHECK_AGREES },
		{ GUIDE_COMPARE_ID_NUMBER, { " " NUMBER }, NUMBER, "", CHECK_AGREES },
		/* blanks in a text are of it */
		{ GUIDE_COMPARE_NAME, { "李明 华" }, "李明 华", "", CHECK_DIFFERS },
	};

	size_t row;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);

		open_verification(true);
		focus_on(rows[i].compare);
		for (size_t k = 0; k < 4 && rows[i].typed[k] != NULL; k++)
			type(rows[i].typed[k]);
		if (strcmp(w.verify.shown[check].text, rows[i].kept) != 0 ||
		    wizard_check_state(&w, check) != rows[i].state ||
		    (*rows[i].notice == '\0' ? *w.notice != '\0'
					     : strstr(w.notice, rows[i].notice) == NULL))
			fail_msg("row %zu: \"%s\", %d, \"%s\"", i, w.verify.shown[check].text,
				 wizard_check_state(&w, check), w.notice);
		assert_int_equal(screens_focus(&w), line_of(rows[i].compare));
		act(ACTION_DOWN);
		assert_int_equal(wizard_check_state(&w, check), rows[i].state);
		for (size_t other = 0; other < guide->verification->check_count; other++)
			assert_true(other == check || w.verify.shown[other].len == 0);
	}
	/* An answer can be taken back, at once and later; a blank on what was typed changes
	 * nothing. */
	open_verification(true);
	type(" ");
	act(ACTION_ERASE_BEFORE);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	type("李鸣");
	act(ACTION_DOWN);
	act(ACTION_UP);
	type(" ");
	assert_string_equal(w.notice, "姓名打过了。要改成“一样”，先按 Ctrl-U 清空。");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_DIFFERS);
	act(ACTION_ERASE_ALL);
	type(" ");
	act(ACTION_DOWN);
	act(ACTION_UP);
	assert_int_equal(screens_context(&w), CONTEXT_CHECK_SETTLED);
	type("李");
	assert_non_null(strstr(w.notice, "姓名已经核对过"));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_SAME);
	/* What is only looked at, too; and nothing of a refused blank stays. */
	w.verify.unfolded[1] = true;
	verify_open(&w, check_of(GUIDE_COMPARE_STUDENT_NUMBER));
	type(" ");
	assert_int_equal(screens_context(&w), CONTEXT_CHECK_SETTLED);
	assert_int_equal(state_of(GUIDE_COMPARE_STUDENT_NUMBER), CHECK_SEEN);
	row = screens_focus(&w);
	type(" ");
	assert_non_null(strstr(w.notice, "看过了，按 Enter 到下一项"));
	assert_string_equal(enter_hint(), "");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(screens_focus(&w), row + 1);
	open_verification(true);
	w.record.sample = false;
	act(ACTION_PRESENTATION);
	type(" ");
	assert_non_null(strstr(w.notice, "遮着，比不了"));
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	type("李明");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
}

/* 对 says that the site shows the same once the row is left, as a name of a school may begin with
 * it; in answer to a question it is no answer. */
static void test_yes(void **state)
{
	static const struct {
		enum guide_compare compare;
		enum action_kind leave;
		const char *typed[3];
		const char *kept;
		enum check_state state;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, ACTION_NEXT, { "对" }, "", CHECK_SAME },
		{ GUIDE_COMPARE_SEX, ACTION_DOWN, { "对" }, "", CHECK_SAME },
		{ GUIDE_COMPARE_BIRTH_DATE, ACTION_UP, { " 对 " }, "", CHECK_SAME },
		{ GUIDE_COMPARE_ID_NUMBER, ACTION_NEXT, { "对" }, "", CHECK_SAME },
		{ GUIDE_COMPARE_STUDENT_NUMBER, ACTION_NEXT, { "对" }, "", CHECK_SEEN },
		{ GUIDE_COMPARE_NAME, ACTION_NEXT, { "对", "的" }, "", CHECK_SAME },
		{ GUIDE_COMPARE_NAME, ACTION_NEXT, { "对", "外" }, "对外", CHECK_DIFFERS },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const size_t check = check_of(rows[i].compare);

		if (rows[i].compare == GUIDE_COMPARE_STUDENT_NUMBER)
			focus_by_eye();
		else
			open_verification(true), focus_on(rows[i].compare);
		for (size_t k = 0; k < 3 && rows[i].typed[k] != NULL; k++)
			type(rows[i].typed[k]);
		assert_false(says("应为「") || says("看不懂"));
		act(rows[i].leave);
		if (wizard_check_state(&w, check) != rows[i].state ||
		    strcmp(w.verify.shown[check].text, rows[i].kept) != 0)
			fail_msg("row %zu: \"%s\", %d", i, w.verify.shown[check].text,
				 wizard_check_state(&w, check));
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	}
	/* In the list of a row that is only looked at, it is not the option that contains it. */
	focus_by_eye();
	act(ACTION_NEXT);
	type("对");
	act(ACTION_NEXT);
	assert_int_equal(state_of(GUIDE_COMPARE_STUDENT_NUMBER), CHECK_SEEN);
	open_verification(true);
	type("李");
	act(ACTION_NEXT);
	type("对");
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_NAME)].text, "李");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	/* A status that is on no list is copied, whatever it is. */
	open_verification(true);
	choose(GUIDE_COMPARE_STATUS, "12");
	focus_on(GUIDE_COMPARE_STATUS);
	type("对");
	act(ACTION_NEXT);
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_STATUS)].text, "对");
	/* On a projector it is not the same as a masked value. */
	open_verification(true);
	w.record.sample = false;
	act(ACTION_PRESENTATION);
	type("对");
	act(ACTION_NEXT);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	assert_non_null(strstr(w.notice, "遮着，比不了"));
}

/* Nothing to compare with: looked at, but never the same. */
static void test_by_eye(void **state)
{
	static const struct {
		const char *typed, *option;
		enum check_state state;
	} rows[] = {
		{ " ", NULL, CHECK_SEEN },
		{ "-", NULL, CHECK_ABSENT },
		{ NULL, "看过", CHECK_SEEN },
		{ NULL, "不对", CHECK_DIFFERS },
		{ NULL, "网页上没有", CHECK_ABSENT },
		/* what is typed is right or wrong only when the student says so */
		{ "2026010101", NULL, CHECK_OPEN },
		{ "2026010101", "看过", CHECK_SEEN },
		{ "2026010101", "不对", CHECK_DIFFERS },
	};
	size_t check;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		check = focus_by_eye();
		if (rows[i].typed != NULL)
			type(rows[i].typed);
		if (rows[i].option != NULL) {
			assert_int_equal(says("对吗？"), rows[i].typed != NULL);
			act(ACTION_NEXT);
			type(rows[i].option);
			act(ACTION_NEXT);
		}
		assert_int_equal(wizard_check_state(&w, check), rows[i].state);
		assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
		/* What was typed stays in its row, unless it is masked. */
		act(ACTION_FIRST_ROW);
		assert_int_equal(says("2026010101"),
				 rows[i].typed != NULL && rows[i].typed[0] == '2');
	}
	/* What differs may be typed, and stays different. */
	check = focus_by_eye();
	act(ACTION_NEXT);
	type("2");
	act(ACTION_NEXT);
	assert_true(says("1 处不对") && !says("处不同"));
	type("2026");
	assert_int_equal(wizard_check_state(&w, check), CHECK_DIFFERS);
	assert_string_equal(enter_hint(), "");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_string_equal(w.verify.shown[check].text, "2026");
	/* What is not answered yet is, by Enter; a blank never replaces what was typed. */
	check = focus_by_eye();
	type("2026");
	act(ACTION_DOWN);
	act(ACTION_UP);
	type(" ");
	assert_string_equal(w.notice, "学号打过了。要改成“看过”，先按 Ctrl-U 清空。");
	assert_string_equal(enter_hint(), "选择");
	act(ACTION_NEXT);
	assert_true(says("学号：2026"));
}

/* A list that asks about a text repeats it, and what is typed there is the new text. typed: in the
 * list. */
static void test_typed_in_the_question(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *first, *asks, *typed[3], *text;
		enum check_state state; /* after Enter */
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李 明", "姓名：李 明", { "李明" }, "", CHECK_AGREES },
		{ GUIDE_COMPARE_NAME,
		  "李 明",
		  "姓名：李 明",
		  { "李", "鸣" },
		  "李鸣",
		  CHECK_DIFFERS },
		{ GUIDE_COMPARE_NAME,
		  "李 明",
		  "姓名：李 明",
		  { "上", "官" },
		  "上官",
		  CHECK_DIFFERS },
		{ GUIDE_COMPARE_SEX, "f", "性别：f", { "女" }, "女", CHECK_DIFFERS },
		{ GUIDE_COMPARE_SEX, "f", "性别：f", { "m" }, "m", CHECK_OPEN }, /* asks again */
		{ GUIDE_COMPARE_ETHNIC_GROUP, "01", "民族：01", { "汉族" }, "", CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE,
		  "2007",
		  "出生日期：2007",
		  { "2", "0", "07-09-01" },
		  "",
		  CHECK_AGREES },
		{ GUIDE_COMPARE_BIRTH_DATE,
		  "2007",
		  "出生日期：2007",
		  { "2" },
		  "",
		  CHECK_OPEN }, /* option 2 */
		/* the same digit twice is the same option */
		{ GUIDE_COMPARE_BIRTH_DATE,
		  "2007",
		  "出生日期：2007",
		  { "1", "1" },
		  "2007",
		  CHECK_DIFFERS },
		{ GUIDE_COMPARE_BIRTH_DATE,
		  "2007",
		  "出生日期：2007",
		  { "2", "2" },
		  "",
		  CHECK_OPEN },
		{ GUIDE_COMPARE_STUDENT_NUMBER,
		  "2026",
		  "学号：2026",
		  { "2", "2", "2" },
		  "222",
		  CHECK_OPEN },
		{ GUIDE_COMPARE_ID_NUMBER,
		  "李明",
		  "证件号码：李明",
		  { "1", "1", "0000200709010014" },
		  "",
		  CHECK_AGREES },
		{ GUIDE_COMPARE_STUDENT_NUMBER,
		  "2026",
		  "学号：2026",
		  { "2", "02601" },
		  "202601",
		  CHECK_OPEN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);

		if (rows[i].compare == GUIDE_COMPARE_STUDENT_NUMBER)
			check = focus_by_eye();
		else
			open_verification(true), focus_on(rows[i].compare);
		type(rows[i].first);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		if (!says(rows[i].asks))
			fail_msg("not asked: %s", rows[i].asks);
		for (size_t t = 0; t < 3 && rows[i].typed[t] != NULL; t++)
			type(rows[i].typed[t]);
		act(ACTION_NEXT);
		assert_string_equal(w.verify.shown[check].text, rows[i].text);
		assert_int_equal(wizard_check_state(&w, check), rows[i].state);
	}
	/* A number that no option has is not a name. */
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("李");
	act(ACTION_NEXT);
	type("3");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_NAME)].text, "李");
	/* What is erased there is no new text. */
	open_verification(true);
	focus_on(GUIDE_COMPARE_NAME);
	type("李");
	act(ACTION_NEXT);
	type("2");
	act(ACTION_ERASE_BEFORE);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_NAME)].text, "李");
	/* On a projector, one's own text is not repeated. */
	open_verification(true);
	w.record.sample = false;
	act(ACTION_PRESENTATION);
	focus_on(GUIDE_COMPARE_NAME);
	type("李 明");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_false(says("李"));
}

/* What differs by the record's fault is neither the same nor wrong: it is to be asked about. */
static void test_fault_of_record(void **state)
{
	static const struct {
		const char *name, *typed;
		enum check_state state;
	} rows[] = {
		{ "艾力•买买提", "艾力·买买提", CHECK_ASK },
		{ "艾力?买买提", "艾力·买买提", CHECK_ASK },
		{ "艾力·买买提", "艾力•买买提", CHECK_OPEN }, /* nobody sees which dot it is */
		{ "艾力·买买提", "艾力买买提", CHECK_DIFFERS },
		{ "艾力·买买提", "艾力 买买提", CHECK_DIFFERS },
		{ "李明 ", "李明", CHECK_ASK },
	};
	struct record other = record;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		strcpy(other.name, rows[i].name);
		wizard_set_record(&w, &other);
		compare_all("1");
		focus_on(GUIDE_COMPARE_NAME);
		act(ACTION_ERASE_ALL);
		type(rows[i].typed);
		act(ACTION_DOWN);
		if (state_of(GUIDE_COMPARE_NAME) != rows[i].state)
			fail_msg("%s: %d", rows[i].typed, state_of(GUIDE_COMPARE_NAME));
		assert_int_equal(says("要问"), rows[i].state == CHECK_ASK);
		assert_int_equal(wizard_verdict(&w), rows[i].state == CHECK_ASK    ? VERDICT_WAIT
						     : rows[i].state == CHECK_OPEN ? VERDICT_OPEN
										   : VERDICT_FAIL);
	}
}

/* What the student typed may be wrong as well as the site, but nobody else is to blame for it: not
 * even for what a record from a file would be asked about. And what was typed with an error is
 * compared with nothing. */
static void test_typed_record(void **state)
{
	static const struct {
		const char *name, *number, *shown,
			*notice; /* of the form; NULL: nothing is wrong */
		enum check_state state;
	} rows[] = {
		{ "李明", NUMBER, "李明", NULL, CHECK_AGREES },
		{ "李朋", NUMBER, "李明", NULL, CHECK_DIFFERS },
		{ "艾力", NUMBER, "艾力·买买提", NULL, CHECK_DIFFERS },
		{ "甲乙丙丁戊·子丑寅卯辰巳", NUMBER, "甲乙丙丁戊·子丑寅卯辰巳午", NULL, CHECK_ASK },
		{ "李 明", NUMBER, "李明", "不改就不拿它比", CHECK_OPEN },
		{ "李明", "110000200709010041", "李明", "不改就不拿它比", CHECK_AGREES },
		{ "李 明", "110000200709010041", "李明", "不改就不拿它比", CHECK_OPEN },
	};
	struct page page;
	int width;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(false);
		act(ACTION_NEXT);
		type(rows[i].name);
		act(ACTION_NEXT);
		type(rows[i].number);
		act(ACTION_NEXT);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w) == SCREEN_RECORD, rows[i].notice != NULL);
		if (rows[i].notice != NULL) {
			assert_non_null(strstr(w.notice, rows[i].notice));
			act(ACTION_NEXT);
		}
		go(5);
		verify_open(&w, FIRST_MISSING);
		assert_int_equal(says("没有拿来比：去改"), rows[i].notice != NULL);
		assert_int_not_equal(says("你填的"), says("高考时登记的"));
		assert_int_equal(says("高考时登记的"), wizard_record(&w) == NULL);
		assert_int_equal(*wizard_expected(&w, GUIDE_COMPARE_SEX) != '\0',
				 strcmp(rows[i].number, NUMBER) == 0);
		/* The site's column does not move when there is something in it. */
		screens_build(&page, &w);
		width = text_width(wizard_expected(&w, GUIDE_COMPARE_NAME));
		width = width > (int)strlen(NUMBER) ? width : (int)strlen(NUMBER);
		assert_int_equal(page.text_width,
				 strcmp(rows[i].number, NUMBER) == 0 ? width : (int)strlen(NUMBER));
		/* At 80 columns, 54 are beside the sidebar: the usual options fit into it, with
		 * margin and mark before and the edge of a badge after it. */
		width = 4 + page.label_width + 1 + page.text_width + 2 + 1;
		for (int k = 0; k < 2 && text_width(rows[i].name) < 18; k++)
			assert_in_range(
				width + text_width(k == 0 ? guide->verification->statuses[0].label
							  : guide->verification->students[0].label),
				1, 54);
		page_free(&page);
		screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)(rows[i].notice != NULL),
						   NULL });
		type(rows[i].shown);
		act(ACTION_DOWN);
		assert_int_equal(state_of(GUIDE_COMPARE_NAME), rows[i].state);
		act(ACTION_UP);
		assert_false(says("请辅导员"));
		assert_int_equal(says("先看是不是自己填错了"), rows[i].state == CHECK_DIFFERS);
		wizard_finish(&w);
		assert_false(says("请辅导员"));
		assert_int_equal(says("高考信息是你自己填的"), rows[i].state == CHECK_ASK);
		assert_int_equal(says("你填的"),
				 rows[i].state == CHECK_DIFFERS || rows[i].state == CHECK_ASK);
	}
}

/* The same of a number. */
static void test_number_of_record(void **state)
{
	static const struct {
		const char *recorded, *typed;
		enum check_state state;
	} rows[] = {
		{ "65000020070901001x", "65000020070901001X", CHECK_ASK },
		{ "1.10000200709E+17", NUMBER, CHECK_ASK },
		{ "110000200709010000", NUMBER, CHECK_ASK },
		{ "110000070901001", "110000190709010017", CHECK_ASK },
		{ "110000 200709010014", NUMBER, CHECK_AGREES },
		{ "65000020070901001X", "65000020070901001x", CHECK_OPEN },
		{ "E12345678", "E12345678", CHECK_AGREES },
		{ "E12345678", "E12345679", CHECK_DIFFERS },
	};
	struct record other = record;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		strcpy(other.id_number, rows[i].recorded);
		wizard_set_record(&w, &other);
		go(5);
		verify_open(&w, FIRST_MISSING);
		focus_on(GUIDE_COMPARE_ID_NUMBER);
		type(rows[i].typed);
		act(ACTION_DOWN);
		if (state_of(GUIDE_COMPARE_ID_NUMBER) != rows[i].state)
			fail_msg("%s, %s: %d", rows[i].recorded, rows[i].typed,
				 state_of(GUIDE_COMPARE_ID_NUMBER));
	}
}

/* What is pasted in full width is shorter in its row; the rest of it is wiped too. */
static void test_pasted_number_wiped(void **state)
{
	static const char end[] = "９０１００１４";

	(void)state;
	if (!LEFT_OVER_POSSIBLE)
		return;
	open_verification(true);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	left_over_start(end, sizeof end - 1);
	type("１１００００２００７０９０１００１４");
	assert_int_equal(left_over_end(), 0);
	assert_int_equal(state_of(GUIDE_COMPARE_ID_NUMBER), CHECK_AGREES);
}

/* Fills in a record that has no more than a name and a number. */
static void know_number(const char *number)
{
	struct record typed = { 0 };

	strcpy(typed.name, "李明");
	strcpy(typed.id_number, number);
	start(false);
	wizard_set_record(&w, &typed);
}

/* Sex and date of birth that only the number tells are said to come from it, wherever they
 * stand. */
static void test_from_number(void **state)
{
	struct record typed = { 0 };

	(void)state;
	know_number(NUMBER);
	typed = w.record;
	compare_texts();
	assert_true(says("男 按号码") && says("2007-09-01 按号码"));
	assert_true(says("与号码一致"));
	assert_int_equal(state_of(GUIDE_COMPARE_SEX), CHECK_FITS);
	focus_on(GUIDE_COMPARE_SEX);
	act(ACTION_ERASE_ALL);
	type("女");
	assert_true(says("网站是“女”，按证件号码应为“男”。"));
	assert_false(says("高考信息是"));
	wizard_finish(&w);
	assert_true(says("男 按号码"));
	/* A number that is wrong tells nothing, one that the record goes beyond is not asked. */
	strcpy(typed.id_number, "110000200709010013");
	wizard_set_record(&w, &typed);
	assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_SEX), "");
	strcpy(typed.sex, "女");
	wizard_set_record(&w, &typed);
	assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_SEX), "女");
	assert_false(wizard_from_number(&w, GUIDE_COMPARE_SEX));
	open_verification(true);
	assert_false(says("号码里的"));
}

/* Without a record nothing agrees, and the self-check does not succeed. */
static void test_no_record(void **state)
{
	(void)state;
	open_verification(false);
	assert_true(says("填上高考信息"));
	focus_on(GUIDE_COMPARE_NAME);
	assert_int_equal(screens_context(&w), CONTEXT_BY_EYE);
	compare_all("1");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_SEEN);
	assert_int_equal(state_of(GUIDE_COMPARE_ETHNIC_GROUP), CHECK_SEEN);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	assert_true(says("还差 5 项：姓名、性别、出生日期、民族、证件号码"));
	screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
	assert_int_equal(screens_context(&w), CONTEXT_VERIFY_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	/* A record that lacks what may lack: looked at is enough. */
	open_verification(true);
	w.record.ethnic_group[0] = '\0';
	compare_all("1");
	assert_int_equal(state_of(GUIDE_COMPARE_ETHNIC_GROUP), CHECK_SEEN);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
}

/* The mark and the words of a row, of the verification. */
static void expect_row(size_t check, enum mark mark, const char *words, enum style style)
{
	const char *label = guide->verification->checks[check].label;
	bool found = false;
	struct page page;

	screens_build(&page, &w);
	for (size_t i = 0; i < page.count && !found; i++) {
		const struct block *b = &page.blocks[i];

		if (b->kind != BLOCK_TABLE_ROW || strcmp(b->label, label) != 0)
			continue;
		found = true;
		if (b->mark != mark || strcmp(b->status, words) != 0 || b->style != style)
			fail_msg("%s: mark %d, \"%s\", style %d", label, b->mark, b->status,
				 b->style);
	}
	assert_true(found);
	page_free(&page);
}

/* Green is only what was compared: what was only looked at has no mark, and what is not there none
 * that is good. */
static void test_marks(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *result;
		enum mark mark;
		const char *words;
		enum style style;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "", MARK_UNTOUCHED, "", STYLE_PLAIN },
		{ GUIDE_COMPARE_NAME, RESULT_MATCH, MARK_DONE, "一致", STYLE_GOOD },
		{ GUIDE_COMPARE_NAME, RESULT_DIFFER, MARK_WRONG, "不一致", STYLE_BAD },
		{ GUIDE_COMPARE_NAME, RESULT_ASK, MARK_LOOK, "要问", STYLE_WARNING },
		{ GUIDE_COMPARE_NAME, RESULT_ABSENT, MARK_LOOK, "网页上没有", STYLE_QUIET },
		{ GUIDE_COMPARE_BIRTH_DATE, RESULT_ABSENT, MARK_LOOK, "网页上没有", STYLE_QUIET },
		{ GUIDE_COMPARE_STUDENT_NUMBER, RESULT_SEEN, MARK_NONE, "看过", STYLE_QUIET },
		{ GUIDE_COMPARE_STUDENT_NUMBER, "else", MARK_UNTOUCHED, "", STYLE_PLAIN },
		{ GUIDE_COMPARE_PICTURE, "", MARK_UNTOUCHED, "请选", STYLE_QUIET },
		{ GUIDE_COMPARE_PICTURE, RESULT_MATCH, MARK_DONE, "是我", STYLE_GOOD },
		{ GUIDE_COMPARE_PICTURE, RESULT_DIFFER, MARK_WRONG, "不是我", STYLE_BAD },
		{ GUIDE_COMPARE_STUDENT_NUMBER, RESULT_ABSENT, MARK_NONE, "网页上没有",
		  STYLE_QUIET },
		{ GUIDE_COMPARE_PICTURE, RESULT_ABSENT, MARK_LOOK, "没有照片", STYLE_QUIET },
		{ GUIDE_COMPARE_STATUS, "status.none", MARK_LOOK, "还查不到学籍", STYLE_WARNING },
		{ GUIDE_COMPARE_STATUS, "status.left", MARK_WRONG, "不在籍（退学、毕业等）",
		  STYLE_BAD },
		{ GUIDE_COMPARE_STUDENT, "who.exchange", MARK_DONE, "交换生", STYLE_PLAIN },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t check = check_of(rows[i].compare);

		open_verification(true);
		w.verify.unfolded[1] = true;
		wizard_answer(&w, check, rows[i].result);
		expect_row(check, rows[i].mark, rows[i].words, rows[i].style);
	}
}

/* A record without a number cannot certify one, however often it is looked at; the way to enter it
 * stays. */
static void test_half_a_record(void **state)
{
	static const struct {
		const char *name, *number, *missing, *wanted;
	} rows[] = {
		{ "李明", "", "还差 1 项：证件号码", "填上证件号码，才能逐项比" },
		{ "", NUMBER, "还差 1 项：姓名", "填上姓名，才能逐项比" },
		{ "", "", "还差 5 项：姓名、性别、出生日期、民族、证件号码",
		  "填上高考信息，才能逐项比" },
		{ "李明", NUMBER, "", NULL },
		/* of a passport nothing is read: sex is looked at */
		{ "李明", "E12345678", "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record half = { 0 };
		size_t missing[GUIDE_CHECKS_MAX];
		char *text;

		start(false);
		strcpy(half.name, rows[i].name);
		strcpy(half.id_number, rows[i].number);
		wizard_set_record(&w, &half);
		go(5);
		verify_open(&w, FIRST_MISSING);
		assert_true(rows[i].wanted != NULL ? says(rows[i].wanted) : !says("才能逐项比"));
		for (size_t row = 0; row < 9; row++) {
			screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)row, NULL });
			if (screens_editing(&w) != NULL)
				type(" ");
		}
		w.verify.answers[check_of(GUIDE_COMPARE_PICTURE)] =
			(struct check_answer){ .result = RESULT_MATCH };
		for (size_t k = 0; k < guide->verification->check_count; k++)
			if (guide->verification->checks[k].compare == GUIDE_COMPARE_STATUS ||
			    guide->verification->checks[k].compare == GUIDE_COMPARE_STUDENT)
				wizard_choose(&w, k, 0);
		text = wizard_missing_text(&w);
		assert_string_equal(text, rows[i].missing);
		free(text);
		assert_int_equal(wizard_missing(&w, missing) == 0,
				 wizard_verdict(&w) == VERDICT_PASS);
		wizard_finish(&w);
		assert_true(rows[i].wanted != NULL ? says(rows[i].wanted) : !says("才能逐项比"));
	}
}

/* On a projector what is said of a row that was left quotes nothing. */
static void test_left_on_a_projector(void **state)
{
	(void)state;
	open_verification(true);
	w.record.sample = false;
	act(ACTION_PRESENTATION);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	type("11000020070901002");
	act(ACTION_NEXT);
	assert_non_null(strstr(w.notice, "证件号码：第 17 位与高考信息不同"));
	assert_null(strstr(w.notice, "1100"));
}

/* On a projector the invented student is compared before everybody's eyes. */
static void test_sample_on_a_projector(void **state)
{
	(void)state;
	open_verification(true);
	w.record.sample = true;
	act(ACTION_PRESENTATION);
	focus_on(GUIDE_COMPARE_NAME);
	assert_true(says("李明"));
	type(" ");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_SAME);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	assert_true(says("110000 20070901 0014"));
	type("110000200709010041");
	act(ACTION_NEXT);
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	assert_true(says("第 17、18 位互换了，应为 14。"));
	/* Another's number typed for it stays hidden. */
	act(ACTION_ERASE_ALL);
	type("110000200601234561");
	assert_false(says("110000 20060123 4561"));
}

/* Of a date that differs the part is told that does, and one that cannot be read is asked about. */
static void test_days(void **state)
{
	static const struct {
		const char *typed, *says, *masked, *written; /* as it stands once the row is left */
	} rows[] = {
		{ "2007-09-10", "“日”应为 01，网站是 10。", "“日”和高考信息里的不同。",
		  "2007-09-10" },
		{ "2007年9月2日", "“日”应为 01，网站是 02。", "“日”和高考信息里的不同。",
		  "2007-09-02" },
		{ "20071001", "月份应为 09，网站是 10。", "月份和高考信息里的不同。",
		  "2007-10-01" },
		{ "2008/09/01", "年份应为 2007，网站是 2008。", "年份和高考信息里的不同。",
		  "2008-09-01" },
		{ "2007-01-09", "月和日互换了，应为“09-01”。", "月和日互换了。", "2007-01-09" },
		{ "2007-10-02", "月、日应为“09-01”，网站是“10-02”。", "月、日和高考信息里的不同。",
		  "2007-10-02" },
		{ "2008-10-01", "年、月应为“2007-09”，网站是“2008-10”。",
		  "年、月和高考信息里的不同。", "2008-10-01" },
		{ "2008-09-02", "年、日应为“2007-09-01”，网站是“2008-09-02”。",
		  "年、日和高考信息里的不同。", "2008-09-02" },
		{ "2008-10-02", "网站是“2008-10-02”，高考信息是“2007-09-01”。",
		  "和高考信息里的不同。", "2008-10-02" },
		{ "2007-09-31", "看不懂这个日期", "看不懂这个日期", "2007-09-31" },
	};
	struct record other = record;

	(void)state;
	for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
		open_verification(true);
		w.presentation = i % 2 == 1;
		w.record.sample = false;
		focus_on(GUIDE_COMPARE_BIRTH_DATE);
		type(rows[i / 2].typed);
		act(ACTION_DOWN);
		act(ACTION_UP);
		if (!says(i % 2 == 1 ? rows[i / 2].masked : rows[i / 2].says))
			fail_msg("%s: not %s", rows[i / 2].typed, rows[i / 2].says);
		assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_BIRTH_DATE)].text,
				    rows[i / 2].written);
	}
	know_number(NUMBER);
	go(5);
	verify_open(&w, check_of(GUIDE_COMPARE_BIRTH_DATE));
	type("2007-09-10");
	assert_true(says("按证件号码，“日”应为 01，网站是 10。"));
	/* A name without its dots is told at its last character. */
	strcpy(other.name, "阿依古丽·买买提");
	start(true);
	wizard_set_record(&w, &other);
	go(5);
	verify_open(&w, FIRST_MISSING);
	type("阿依古丽买买");
	assert_false(says("少了"));
	type("提");
	assert_true(says("第 5 个字前少了“·”"));
	/* It may be on the site all the same. */
	open_verification(true);
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	type("0000-00-00");
	assert_true(says("网页上真是这样？"));
	act(ACTION_NEXT);
	type("网页上");
	act(ACTION_NEXT);
	assert_int_equal(state_of(GUIDE_COMPARE_BIRTH_DATE), CHECK_DIFFERS);
	/* and is not typed on by a stray key */
	focus_on(GUIDE_COMPARE_BIRTH_DATE);
	type("2");
	assert_string_equal(w.verify.shown[check_of(GUIDE_COMPARE_BIRTH_DATE)].text, "2");
	assert_non_null(strstr(w.notice, "从头打了"));
}

/* On a projector what is typed is stars until it is asked for, but for the invented student's. */
static void test_typed_on_a_projector(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *typed, *stars;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李鸣", "**" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09-10", "**********" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010041", "****** ******** ****" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
		bool own = i % 2 == 1;
		struct page page;
		size_t field = 0;

		open_verification(true);
		w.record.sample = !own;
		act(ACTION_PRESENTATION);
		focus_on(rows[i / 2].compare);
		type(rows[i / 2].typed);
		screens_build(&page, &w);
		while (page.blocks[field].kind != BLOCK_FIELD)
			field++;
		assert_int_equal(strcmp(page.blocks[field].text, rows[i / 2].stars) == 0, own);
		assert_int_equal(page.blocks[field].caret, strlen(page.blocks[field].text));
		page_free(&page);
		act(ACTION_REVEAL);
		screens_build(&page, &w);
		assert_null(strchr(page.blocks[field].text, '*'));
		page_free(&page);
	}
}

/* A blank over typed text is no answer, and no key is offered for it. */
static void test_blank_after_text(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *text;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "李" },
		{ GUIDE_COMPARE_NAME, "李明鸣" },
		{ GUIDE_COMPARE_SEX, "女" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "回族" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum check_state before;

		open_verification(true);
		focus_on(rows[i].compare);
		assert_int_equal(screens_context(&w), CONTEXT_VERIFY);
		type(rows[i].text);
		assert_int_equal(screens_context(&w), CONTEXT_CHECK_TYPED);
		assert_int_equal(keymap_find(screens_context(&w), ' ').kind, ACTION_NONE);
		before = state_of(rows[i].compare);
		type(" ");
		assert_int_equal(state_of(rows[i].compare), before);
		act(ACTION_DOWN);
		assert_string_equal(w.verify.shown[check_of(rows[i].compare)].text, rows[i].text);
	}
}

/* A result holds of what it was compared with: somebody else's record forgets all, a corrected one
 * what it was compared with, the same one and none nothing. */
static void test_another_record(void **state)
{
	static const struct {
		const char *name, *number;
		enum check_state of_name, of_number, of_status;
	} rows[] = {
		{ "李明", NUMBER, CHECK_AGREES, CHECK_AGREES, CHECK_AGREES },
		{ "李朋", NUMBER, CHECK_OPEN, CHECK_AGREES, CHECK_AGREES },
		{ "李明", "110000200709010022", CHECK_AGREES, CHECK_OPEN, CHECK_AGREES },
		{ "王芳", "110000200709010022", CHECK_OPEN, CHECK_OPEN, CHECK_OPEN },
		{ "李明", "", CHECK_AGREES, CHECK_OPEN, CHECK_AGREES },
	};
	struct record other = record;

	(void)state;
	for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++) {
		size_t row = i / 2;

		start(true);
		compare_all("1");
		if (i % 2 == 1) { /* none in between */
			wizard_set_record(&w, NULL);
			assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
		}
		strcpy(other.name, rows[row].name);
		strcpy(other.id_number, rows[row].number);
		wizard_set_record(&w, &other);
		if (state_of(GUIDE_COMPARE_NAME) != rows[row].of_name ||
		    state_of(GUIDE_COMPARE_ID_NUMBER) != rows[row].of_number ||
		    state_of(GUIDE_COMPARE_STATUS) != rows[row].of_status)
			fail_msg("row %zu", row);
		assert_int_equal(wizard_verdict(&w), row == 0 ? VERDICT_PASS : VERDICT_OPEN);
		/* nor is it told as the answer of an earlier run */
		assert_string_equal(wizard_earlier_words(&w, check_of(GUIDE_COMPARE_NAME)), "");
	}
	/* What was typed is judged again, in both directions. */
	start(true);
	compare_all("1");
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_ERASE_ALL);
	type("李朋");
	act(ACTION_DOWN);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_DIFFERS);
	strcpy(other.name, "李朋");
	strcpy(other.id_number, NUMBER);
	wizard_set_record(&w, &other);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_AGREES);
	wizard_set_record(&w, NULL);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	/* Looked at while there was no record: a blank says nothing then, and what was chosen
	 * stays. */
	start(false);
	compare_all("1");
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_SEEN);
	wizard_set_record(&w, &record);
	assert_int_equal(state_of(GUIDE_COMPARE_NAME), CHECK_OPEN);
	assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_AGREES);
	/* The example is nobody. */
	start(true);
	compare_all("1");
	wizard_use_own_record(&w);
	assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_OPEN);
	assert_int_equal(w.progress.finished, 0);
}

/* What an earlier run answered is shown as that, and certifies nothing, whoever's record it is. */
static void test_an_earlier_run(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *words;
	} earlier[] = {
		{ GUIDE_COMPARE_NAME, "一致" },         { GUIDE_COMPARE_ID_NUMBER, "一致" },
		{ GUIDE_COMPARE_SEX, "与号码一致" },    { GUIDE_COMPARE_BIRTH_DATE, "与号码一致" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "看过" },
	};
	static struct progress saved;

	(void)state;
	/* Without a record; of the invented student; of one who may be another each time. */
	for (size_t known = 0; known < 3; known++) {
		record.sample = known == 1;
		start(true);
		compare_all("1");
		focus_on(GUIDE_COMPARE_SEX);
		act(ACTION_ERASE_ALL);
		type("女");
		act(ACTION_DOWN);
		choose(GUIDE_COMPARE_PICTURE, "没有照片");
		progress_copy(&saved, &w.progress);
		wizard_wipe(&w);
		wizard_start(&w, guide, known ? &record : NULL, &saved, today, 1000);
		wizard_take_progress(&w);
		go(5);
		verify_open(&w, FIRST_MISSING);
		assert_int_equal(says("上次："), known == 1);
		assert_int_equal(says("上次：一致") && says("上次：不一致"), known == 1);
		/* which option is too wide for the column */
		assert_int_equal(says("上次选过"), known == 1);
		assert_false(says("上次：没有照片"));
		assert_true(says("0/8") && says("还差 8 项"));
		assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
		focus_on(GUIDE_COMPARE_SEX);
		type(" ");
		assert_false(says("上次：不一致"));
		choose(GUIDE_COMPARE_STATUS, "1");
		assert_true(says("2/8") == (known != 0));
		act(ACTION_CLOSE);
	}
	record.sample = true;
	/* What agreed with the number was never compared with the record. */
	know_number(NUMBER);
	compare_texts();
	progress_copy(&saved, &w.progress);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &saved, today, 1000);
	wizard_take_progress(&w);
	go(5);
	verify_open(&w, FIRST_MISSING);
	for (size_t i = 0; i < sizeof earlier / sizeof earlier[0]; i++)
		assert_string_equal(wizard_earlier_words(&w, check_of(earlier[i].compare)),
				    earlier[i].words);
	assert_true(says("上次：与号码一致"));
}

/* Entering a record from here leads back here, with all that was typed and chosen; so does Esc. */
static void test_record_from_here(void **state)
{
	(void)state;
	for (size_t filled = 0; filled < 2; filled++) {
		start(false);
		compare_all("1");
		focus_on(GUIDE_COMPARE_NAME);
		act(ACTION_ERASE_ALL);
		type("李朋");
		screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
		type("李明");
		act(ACTION_NEXT);
		type(NUMBER);
		act(ACTION_NEXT);
		act(filled ? ACTION_NEXT : ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
		assert_int_equal(w.step, 4);
		assert_int_equal(state_of(GUIDE_COMPARE_NAME), filled ? CHECK_DIFFERS : CHECK_OPEN);
		assert_int_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_AGREES);
		assert_int_equal(w.focus[SCREEN_VERIFY],
				 line_of(filled ? GUIDE_COMPARE_SEX : GUIDE_COMPARE_NAME));
		/* Otherwise the record leads to the step. */
		act(ACTION_CLOSE);
		wizard_push(&w, SCREEN_RECORD);
		screens_apply(&w, (struct action){ ACTION_PICK, 2, NULL });
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	}
}

/* What is typed on a row that only opens a list searches that list. */
static void test_typed_on_a_choice(void **state)
{
	static const struct {
		const char *typed;
		size_t listed;
	} rows[] = { { "不在籍", 2 }, { "1", 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_verification(true);
		focus_on(GUIDE_COMPARE_STATUS);
		type(rows[i].typed);
		assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
		assert_string_equal(screens_editing(&w)->text, rows[i].typed);
		assert_true(rows[i].listed == 0 || screens_rows(&w) == rows[i].listed);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
		assert_int_not_equal(state_of(GUIDE_COMPARE_STATUS), CHECK_OPEN);
	}
}

/* The groups: what may be empty and the others are folded up, named, and counted. */
static void test_groups(void **state)
{
	size_t empty[GUIDE_CHECKS_MAX], others[GUIDE_CHECKS_MAX];
	size_t row, count;

	(void)state;
	open_verification(true);
	assert_int_equal(wizard_checks(&w, GROUP_EMPTY, empty), 3);
	count = wizard_checks(&w, GROUP_OTHER, others);
	assert_true(says("可以为空：分院、系所；班级；学历照片"));
	assert_true(says("3 项"));
	assert_true(says("顺便看看：学校名称；层次；专业；学制等"));
	row = screens_rows(&w) - 2;
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)row, NULL });
	assert_int_equal(screens_context(&w), CONTEXT_VERIFY_BUTTON);
	type("清");
	assert_string_equal(w.notice, "这一行不用打字。");
	act(ACTION_NEXT);
	assert_int_equal(screens_rows(&w), row + 2 + count);
	assert_true(says("入学日期"));
	/* its first row has the focus */
	assert_int_equal(screens_focus(&w), row + 1);
	type("-");
	assert_true(says("1/9"));
	act(ACTION_DOWN);
	type("专科");
	act(ACTION_DOWN);
	assert_true(says("1 处不同"));
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)row, NULL });
	act(ACTION_TOGGLE);
	assert_int_equal(screens_rows(&w), row + 2);
	assert_true(says("1 处不同"));
}

/* None of those that count is called no matter. */
static void test_advice(void **state)
{
	static const char *const labels[] = { "专业", "学校名称", "层次", "学号", "入学日期" };
	size_t found = 0;

	(void)state;
	for (size_t i = 0; i < guide->verification->check_count; i++)
		for (size_t k = 0; k < sizeof labels / sizeof labels[0]; k++) {
			const struct guide_check *check = &guide->verification->checks[i];

			if (strcmp(check->label, labels[k]) != 0)
				continue;
			found++;
			assert_null(strstr(check->advice, "不必着急"));
			assert_null(strstr(check->advice, "不影响"));
			start(true);
			go(5);
			verify_open(&w, FIRST_MISSING);
			w.verify.unfolded[1] = true;
			verify_open(&w, i);
			type("别的什么");
			if (wizard_by_eye(&w, i))
				wizard_choose(&w, i, 1);
			act(ACTION_NEXT);
			verify_open(&w, i);
			assert_true(says(check->advice));
			assert_false(says("不必着急"));
		}
	assert_int_equal(found, 5);
}

/* Where the page is opened: at what is missing, else at what differs, else at the top. */
static void test_coming_back(void **state)
{
	(void)state;
	open_verification(true);
	assert_int_equal(screens_focus(&w), 0);
	type(" ");
	act(ACTION_CLOSE);
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), 1);
	start(true);
	compare_all("1");
	choose(GUIDE_COMPARE_PICTURE, "2");
	act(ACTION_CLOSE);
	verify_open(&w, FIRST_MISSING);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_PICTURE));
	choose(GUIDE_COMPARE_PICTURE, "1");
	act(ACTION_CLOSE);
	verify_open(&w, FIRST_MISSING);
	assert_int_equal(screens_focus(&w), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typing),
		cmocka_unit_test(test_status_after_none),
		cmocka_unit_test(test_what_is_kept),
		cmocka_unit_test(test_enter),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_presentation),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_typed_record),
		cmocka_unit_test(test_number_for_name),
		cmocka_unit_test(test_failing_lists_missing),
		cmocka_unit_test(test_unlisted),
		cmocka_unit_test(test_status_on_no_list),
		cmocka_unit_test(test_part_of_a_status),
		cmocka_unit_test(test_unread_by_eye),
		cmocka_unit_test(test_typing_again),
		cmocka_unit_test(test_answers),
		cmocka_unit_test(test_in_doubt),
		cmocka_unit_test(test_typed_in_the_question),
		cmocka_unit_test(test_masked_on_the_site),
		cmocka_unit_test(test_part_of_a_value),
		cmocka_unit_test(test_wrong_in_both),
		cmocka_unit_test(test_contradictory_record),
		cmocka_unit_test(test_either_of_two),
		cmocka_unit_test(test_pasted),
		cmocka_unit_test(test_wrong_without_record),
		cmocka_unit_test(test_rows_left),
		cmocka_unit_test(test_yes),
		cmocka_unit_test(test_by_eye),
		cmocka_unit_test(test_no_record),
		cmocka_unit_test(test_another_record),
		cmocka_unit_test(test_typed_on_a_choice),
		cmocka_unit_test(test_groups),
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_number_of_record),
		cmocka_unit_test(test_pasted_number_wiped),
		cmocka_unit_test(test_half_a_record),
		cmocka_unit_test(test_left_on_a_projector),
		cmocka_unit_test(test_sample_on_a_projector),
		cmocka_unit_test(test_fault_of_record),
		cmocka_unit_test(test_from_number),
		cmocka_unit_test(test_record_from_here),
		cmocka_unit_test(test_an_earlier_run),
		cmocka_unit_test(test_blank_after_text),
		cmocka_unit_test(test_days),
		cmocka_unit_test(test_typed_on_a_projector),
		cmocka_unit_test(test_advice),
		cmocka_unit_test(test_coming_back),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
