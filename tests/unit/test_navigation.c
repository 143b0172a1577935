/* SPDX-License-Identifier: MIT */
/* The stack of screens, and what is kept and wiped on the way. */
#include <string.h>

#include "support/one_wizard.h"
#include "wizard/links.h"

static unsigned number(enum action_kind kind, unsigned n)
{
	return screens_apply(&w, (struct action){ kind, n, NULL });
}

static void test_stack(void **state)
{
	(void)state;
	start(true);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	assert_int_equal(wizard_pop(&w), 0);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	assert_int_equal(wizard_push(&w, SCREEN_STEP), EFFECT_NEW_SCREEN);
	wizard_push(&w, SCREEN_FAQ);
	wizard_push(&w, SCREEN_FAQ_ANSWER);
	assert_true(wizard_has_screen(&w, SCREEN_STEP));
	assert_true(wizard_has_screen(&w, SCREEN_FAQ_ANSWER));
	assert_false(wizard_has_screen(&w, SCREEN_HELP));
	wizard_replace(&w, SCREEN_HELP);
	assert_int_equal(wizard_screen(&w), SCREEN_HELP);
	assert_false(wizard_has_screen(&w, SCREEN_FAQ_ANSWER));
	/* A screen on the stack is returned to. */
	w.focus[SCREEN_STEP] = 1;
	wizard_push(&w, SCREEN_STEP);
	assert_int_equal(w.depth, 1);
	assert_int_equal(w.focus[SCREEN_STEP], 0);
	assert_int_equal(wizard_pop(&w), EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
}

static void test_move_focus(void **state)
{
	static const struct {
		enum action_kind kind;
		unsigned number;
		size_t from, to;
	} rows[] = {
		{ ACTION_UP, 0, 2, 1 },       { ACTION_UP, 0, 0, 0 },
		{ ACTION_DOWN, 0, 1, 2 },     { ACTION_DOWN, 0, 2, 2 },
		{ ACTION_PICK, 0, 2, 0 },     { ACTION_PICK, 2, 0, 2 },
		{ ACTION_PICK, 3, 1, 1 },     { ACTION_FIRST_ROW, 0, 2, 0 },
		{ ACTION_LAST_ROW, 0, 0, 2 },
	};

	(void)state;
	start(true);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct action a = { rows[i].kind, rows[i].number, NULL };

		w.focus[SCREEN_WELCOME] = rows[i].from;
		assert_int_equal(wizard_move_focus(&w, 3, a), 0);
		assert_int_equal(w.focus[SCREEN_WELCOME], rows[i].to);
	}
	w.focus[SCREEN_WELCOME] = 0;
	wizard_move_focus(&w, 0, (struct action){ .kind = ACTION_DOWN });
	assert_int_equal(w.focus[SCREEN_WELCOME], 0);
	assert_int_equal(wizard_move_focus(&w, 3, (struct action){ .kind = ACTION_NEXT }),
			 EFFECT_UNHANDLED);
}

/* Whatever lies over a screen, closing it shows that screen as it was. */
static void test_over_any_screen(void **state)
{
	static const enum action_kind over[] = { ACTION_QR, ACTION_HELP, ACTION_NOTES,
						 ACTION_SITE_MESSAGES, ACTION_LEAVE };

	(void)state;
	for (int id = SCREEN_WELCOME; id < SCREEN_HELP; id++)
		for (size_t i = 0; i < sizeof over / sizeof over[0]; i++) {
			size_t depth, focus;

			start(false);
			w.account = &guide->form->account->options[1];
			number(ACTION_STEP, 4);
			if (id != SCREEN_STEP)
				wizard_push(&w, (enum screen_id)id);
			w.verify.shown[0].len = 1; /* something to lose */
			act(ACTION_DOWN);
			depth = w.depth;
			focus = screens_focus(&w);
			assert_true(act(over[i]) & EFFECT_NEW_SCREEN);
			assert_int_equal(w.depth, depth + 1);
			assert_int_equal(screens_focus(&w), 0);
			assert_true(act(ACTION_CLOSE) & EFFECT_NEW_SCREEN);
			assert_int_equal(wizard_screen(&w), id);
			assert_int_equal(w.depth, depth);
			assert_int_equal(screens_focus(&w), focus);
		}
}

/* A code over what is read: closing it shows that again, not the page below. */
static void test_qr_over_reading(void **state)
{
	static const enum screen_id below[] = { SCREEN_HELP, SCREEN_NOTES, SCREEN_FAQ,
						SCREEN_SITE_MESSAGES };

	(void)state;
	for (size_t i = 0; i < sizeof below / sizeof below[0]; i++) {
		start(true);
		number(ACTION_STEP, 1);
		wizard_push(&w, below[i]);
		act(ACTION_QR);
		act(ACTION_DOWN);
		assert_int_equal(screens_focus(&w), 1);
		act(ACTION_COPY);
		assert_string_equal(w.link, wizard_link(&w, 1).url);
		/* Asked for again, it is shown from the first link on. */
		act(ACTION_QR);
		assert_int_equal(screens_focus(&w), 0);
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), below[i]);
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	}
}

/* Steps lie on the record screen, unless the record is from a file. */
static void test_back_from_the_first_step(void **state)
{
	static const struct {
		bool known;
		enum screen_id below;
	} rows[] = { { true, SCREEN_WELCOME }, { false, SCREEN_RECORD } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		start(rows[i].known);
		number(ACTION_STEP, 2);
		act(ACTION_BACK);
		assert_int_equal(w.step, 0);
		act(ACTION_BACK);
		assert_int_equal(wizard_screen(&w), rows[i].below);
	}
}

static void put(struct form *f, enum form_kind kind, const char *text)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].kind == kind)
			line_edit_set(&f->fields[i].edit, text);
}

static const char *text_of(const struct form *f, enum form_kind kind)
{
	return form_find(f, kind)->edit.text;
}

static void fill_in(void)
{
	start(true);
	number(ACTION_STEP, 4);
	put(&w.register_form, FORM_NAME, "李明");
	put(&w.register_form, FORM_PASSWORD, "Practice-7");
	put(&w.register_form, FORM_PASSWORD_AGAIN, "Practice-7");
	put(&w.login_form, FORM_LOGIN_NAME, "13800000000");
	put(&w.login_form, FORM_LOGIN_PASSWORD, "Practice-7");
}

static void expect_kept(bool texts, bool passwords)
{
	assert_string_equal(text_of(&w.register_form, FORM_NAME), texts ? "李明" : "");
	assert_string_equal(text_of(&w.register_form, FORM_PASSWORD),
			    passwords ? "Practice-7" : "");
	assert_string_equal(text_of(&w.register_form, FORM_PASSWORD_AGAIN),
			    passwords ? "Practice-7" : "");
	assert_string_equal(text_of(&w.login_form, FORM_LOGIN_NAME), texts ? "13800000000" : "");
	assert_string_equal(text_of(&w.login_form, FORM_LOGIN_PASSWORD),
			    passwords ? "Practice-7" : "");
}

/* Another step wipes the passwords; the end of the rehearsal wipes all. */
static void test_wiped_on_the_way(void **state)
{
	(void)state;
	fill_in();
	act(ACTION_NEXT);
	act(ACTION_CLOSE);
	number(ACTION_STEP, 4);
	expect_kept(true, true);
	number(ACTION_STEP, 5);
	expect_kept(true, false);
	fill_in();
	wizard_push(&w, SCREEN_LOGIN);
	w.login_form.warned = true; /* go on, whatever is wrong */
	number(ACTION_PICK, (unsigned)w.login_form.count - 1);
	assert_true(act(ACTION_NEXT) & EFFECT_SAVE);
	assert_int_equal(w.step, 4);
	expect_kept(false, false);
	/* The same where the guide has no login. */
	fill_in();
	w.login_form.count = 0;
	wizard_push(&w, SCREEN_REGISTERED);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 4);
	assert_string_equal(text_of(&w.register_form, FORM_NAME), "");
}

static void type_first_of_register(void)
{
	number(ACTION_STEP, 4);
	wizard_push(&w, SCREEN_REGISTER);
	type("13800000000");
}

static void type_first_of_record(void)
{
	wizard_push(&w, SCREEN_RECORD);
	type("李明");
}

static void type_what_is_shown(void)
{
	number(ACTION_STEP, 5);
	wizard_push(&w, SCREEN_VERIFY);
	number(ACTION_PICK, (unsigned)line_of(GUIDE_COMPARE_NAME));
	type("李朋");
}

static void type_to_log_in(void)
{
	wizard_push(&w, SCREEN_LOGIN);
	type("13800000000");
}

/* Leaving asks only if something typed would be lost. */
static void test_asks_before_losing(void **state)
{
	static const struct {
		void (*typing)(void);
		bool known, asks;
	} rows[] = {
		{ type_first_of_register, true, true }, { type_first_of_record, false, true },
		{ type_first_of_record, true, false }, /* the file still has it */
		{ type_what_is_shown, true, true },     { type_to_log_in, true, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(rows[i].known);
		assert_int_equal(wizard_leave(&w), EFFECT_QUIT);
		rows[i].typing();
		assert_int_equal(wizard_leave(&w), rows[i].asks ? EFFECT_NEW_SCREEN : EFFECT_QUIT);
	}
}

/* At the result only what the site shows is left to lose, and only until a report holds it. */
static void test_asks_at_the_result(void **state)
{
	(void)state;
	start(true);
	type_first_of_register();
	wizard_finish(&w);
	assert_int_equal(wizard_leave(&w), EFFECT_QUIT);
	type_what_is_shown();
	wizard_finish(&w);
	assert_int_equal(wizard_leave(&w), EFFECT_NEW_SCREEN);
	act(ACTION_NO);
	line_edit_set(&w.report.written, "a.txt");
	assert_int_equal(wizard_leave(&w), EFFECT_QUIT);
}

/* Typing ends where the screen is left. */
static void test_typing_ends(void **state)
{
	(void)state;
	start(true);
	type_what_is_shown();
	assert_true(w.verify.typing);
	number(ACTION_STEP, 5);
	assert_false(w.verify.typing);
	act(ACTION_FAQ);
	assert_non_null(screens_editing(&w));
	number(ACTION_STEP, 5);
	assert_null(screens_editing(&w));
	act(ACTION_FAQ);
	assert_string_equal(w.search.text.text, "");
}

/* Written unasked only if a name was given at the start; over a file only if this run wrote it. */
static void test_report_at_the_result(void **state)
{
	(void)state;
	start(true);
	assert_false(wizard_finish(&w) & EFFECT_REPORT);
	line_edit_set(&w.report.path, "a.txt");
	w.report.automatic = true;
	assert_true(wizard_finish(&w) & EFFECT_REPORT);
	assert_false(w.report.overwrite);
	line_edit_set(&w.report.written, "a.txt");
	wizard_finish(&w);
	assert_true(w.report.overwrite);
	line_edit_set(&w.report.written, "b.txt");
	wizard_finish(&w);
	assert_false(w.report.overwrite);
}

/* The step to go on with is the furthest one visited, or the next one that is not done; a look back
 * moves nothing, in this run or the next. */
static void test_resume_step(void **state)
{
	static const struct {
		const char *visited; /* steps in this order, from 1; x: all of the step is ticked */
		size_t resume;       /* from 1 */
		const char *next_run;
		size_t resume_then;
	} rows[] = {
		{ "1", 1, "", 1 },        { "1234321", 4, "", 4 }, { "51", 5, "2", 5 },
		{ "1x2x", 3, "", 3 },     { "1x21", 2, "1", 2 },   { "12", 2, "13", 3 },
		{ "1x2x3x1", 4, "2", 4 },
	};
	static struct progress saved;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		for (const char *at = rows[i].visited; *at != '\0'; at++) {
			const struct guide_step *step = &guide->steps[w.step];

			if (*at != 'x')
				go((unsigned)(*at - '0'));
			for (size_t k = 0; *at == 'x' && k < step->item_count; k++)
				progress_tick(&w.progress, step->items[k].id, true);
			wizard_note_done(&w);
		}
		while (w.depth > 0) /* Esc to the first page */
			act(ACTION_BACK);
		if (wizard_resume_step(&w, wizard_offered(&w)) + 1 != rows[i].resume)
			fail_msg("%s: step %zu", rows[i].visited,
				 wizard_resume_step(&w, wizard_offered(&w)) + 1);
		progress_copy(&saved, &w.progress);
		wizard_wipe(&w);
		wizard_start(&w, guide, &record, &saved, today, 2000);
		assert_int_equal(wizard_resume_step(&w, wizard_offered(&w)) + 1, rows[i].resume);
		act(ACTION_NEXT);
		assert_int_equal(w.step + 1, rows[i].resume);
		for (const char *at = rows[i].next_run; *at != '\0'; at++)
			go((unsigned)(*at - '0'));
		assert_int_equal(wizard_resume_step(&w, wizard_offered(&w)) + 1,
				 rows[i].resume_then);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stack),
		cmocka_unit_test(test_move_focus),
		cmocka_unit_test(test_resume_step),
		cmocka_unit_test(test_over_any_screen),
		cmocka_unit_test(test_qr_over_reading),
		cmocka_unit_test(test_back_from_the_first_step),
		cmocka_unit_test(test_wiped_on_the_way),
		cmocka_unit_test(test_asks_before_losing),
		cmocka_unit_test(test_asks_at_the_result),
		cmocka_unit_test(test_typing_ends),
		cmocka_unit_test(test_report_at_the_result),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
