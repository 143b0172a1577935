/* SPDX-License-Identifier: MIT */
/* Forms without a screen: what is counted, masked and wiped. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "support/one_wizard.h"

static struct form form;

static void set(size_t index, const char *text)
{
	line_edit_set(&form.fields[index].edit, text);
}

static size_t place_of(enum form_kind kind)
{
	return (size_t)(form_find(&form, kind) - form.fields);
}

/* What is claimed of each field, and that the count of required ones claims the same. */
static void test_claims(void **state)
{
	static struct record real, faulty, contradictory;
	static const struct sms_practice sms = { .sent = 900, .code = "123456" };
	const struct claim {
		const char *what;
		enum form_kind kind;
		const char *text;
		const struct record *compared;
		size_t document; /* of the guide */
		bool visited;
		enum form_state state;
	} rows[] = {
		{ "equal to the record", FORM_NAME, "李明", &real, 0, true, FORM_AGREES },
		{ "also before it is left", FORM_NAME, "李明", &real, 0, false, FORM_AGREES },
		{ "well-formed, no record", FORM_NAME, "李明", NULL, 0, true, FORM_FORMED },
		{ "another name than the record's", FORM_NAME, "张三", &real, 0, true, FORM_WRONG },
		{ "being typed", FORM_NAME, "李", &real, 0, false, FORM_OPEN },
		{ "a blank in it", FORM_NAME, "李 明", &real, 0, false, FORM_WRONG },
		{ "empty", FORM_NAME, "", &real, 0, false, FORM_OPEN },
		{ "nothing filled in at the end", FORM_NAME, "", &real, 0, true, FORM_WRONG },
		{ "number of the record", FORM_ID_NUMBER, "110000200709010014", &real, 0, true,
		  FORM_AGREES },
		{ "number, no record", FORM_ID_NUMBER, "110000200709010014", NULL, 0, true,
		  FORM_FORMED },
		{ "another number than the record's", FORM_ID_NUMBER, "110000200709010022", &real,
		  0, true, FORM_WRONG },
		{ "under another document", FORM_ID_NUMBER, "110000200709010014", &real, 4, true,
		  FORM_SUSPECT },
		{ "of another document", FORM_ID_NUMBER, "E12345678", NULL, 4, true, FORM_UNKNOWN },
		{ "right, and the record's number is none", FORM_ID_NUMBER, "110000200709010014",
		  &faulty, 0, true, FORM_SUSPECT },
		{ "the record's, which is not of its sex and birth", FORM_ID_NUMBER,
		  "110000200709010014", &contradictory, 0, true, FORM_SUSPECT },
		{ "another's than the contradictory record's", FORM_ID_NUMBER, "110000200709010022",
		  &contradictory, 0, true, FORM_WRONG },
		{ "up to its interpunct", FORM_NAME, "阿依古丽·", NULL, 0, false, FORM_OPEN },
		{ "left at its interpunct", FORM_NAME, "阿依古丽·", NULL, 0, true, FORM_WRONG },
		{ "interpunct first", FORM_NAME, "·阿依古丽", NULL, 0, false, FORM_WRONG },
		{ "half of it", FORM_ID_NUMBER, "1100002007", &real, 0, false, FORM_OPEN },
		{ "stars", FORM_ID_NUMBER, "1100**********0014", NULL, 0, true, FORM_SUSPECT },
		{ "mobile", FORM_MOBILE, "13800000000", &real, 0, false, FORM_FORMED },
		{ "mobile, too short", FORM_MOBILE, "138", &real, 0, true, FORM_WRONG },
		{ "password", FORM_PASSWORD, "Practice-7", &real, 0, true, FORM_FORMED },
		{ "weak password", FORM_PASSWORD, "practice", &real, 0, true, FORM_SUSPECT },
		{ "password not repeated", FORM_PASSWORD_AGAIN, "Pr", &real, 0, true, FORM_OPEN },
		{ "the code of the message", FORM_SMS_CODE, "123456", &real, 0, true, FORM_RIGHT },
		{ "another code", FORM_SMS_CODE, "123457", &real, 0, true, FORM_WRONG },
		{ "mail", FORM_EMAIL, "ming@example.com", &real, 0, true, FORM_FORMED },
		{ "no mail", FORM_EMAIL, "", &real, 0, true, FORM_UNKNOWN },
		{ "bad mail", FORM_EMAIL, "a", &real, 0, true, FORM_WRONG },
		{ "an answer of one blank", FORM_ANSWER, " ", &real, 0, true, FORM_UNKNOWN },
		{ "an answer to nothing", FORM_ANSWER, "小花", &real, 0, true, FORM_WRONG },
		{ "a choice", FORM_DOCUMENT, "", &real, 0, true, FORM_UNKNOWN },
		{ "a button", FORM_BUTTON, "", &real, 0, true, FORM_UNKNOWN },
	};

	(void)state;
	real = record;
	real.sample = false;
	contradictory = faulty = real;
	strcpy(contradictory.sex, "女");
	strcpy(contradictory.birth_date, "2007-09-02");
	strcpy(faulty.id_number, "110000200709010041");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct claim *row = &rows[i];
		const struct form_rules rules = { .guide = guide->form,
						  .record = row->compared,
						  .registered = &form,
						  .sms = &sms,
						  .today = today,
						  .now = 1000 };
		bool open = row->state == FORM_OPEN || row->state == FORM_WRONG;
		size_t at, empty;

		form_start_register(&form, guide->form);
		at = place_of(row->kind);
		form.fields[place_of(FORM_DOCUMENT)].choice = row->document;
		form.focus = at;
		empty = form_done(&form, &rules);
		set(at, row->text);
		form.fields[at].visited = row->visited;
		if (form_state(&form, at, &rules) != row->state)
			fail_msg("%s: %d", row->what, form_state(&form, at, &rules));
		if (form_state(&form, place_of(FORM_DOCUMENT), &rules) == FORM_WRONG)
			assert_int_equal(form_done(&form, &rules), empty);
		else if (form.fields[at].required && row->kind != FORM_DOCUMENT)
			assert_int_equal(form_done(&form, &rules), empty + !open);
		else
			assert_int_equal(form_done(&form, &rules), empty);
	}
}

/* All required fields, the first and the last as well; only what is filled in and right is done. */
static void test_required_fields_count(void **state)
{
	const struct form_rules rules = { .guide = guide->form,
					  .registered = &form,
					  .sms = &w.sms };

	(void)state;
	form_start_register(&form, guide->form);
	assert_int_equal(form_required(&form), 8);
	assert_int_equal(form_done(&form, &rules),
			 1); /* the document, which has a choice at once */
	assert_int_equal(form.fields[0].kind, FORM_MOBILE);
	set(0, "1380000000");
	assert_int_equal(form_done(&form, &rules), 1);
	set(0, "13800000000");
	assert_int_equal(form_done(&form, &rules), 2);
	form.fields[place_of(FORM_TERMS)].choice = 1;
	assert_int_equal(form_done(&form, &rules), 3);
	set(place_of(FORM_EMAIL), "ming@example.com");
	assert_int_equal(form_done(&form, &rules), 3);
}

/* A number of another document than the one chosen: the document is wrong, or the number if no
 * document has it. */
static void test_document_of_number(void **state)
{
	enum { RESIDENT, PERMIT, PERMANENT, TRAVEL, PASSPORT };
	static const struct {
		size_t document;
		const char *number;
		enum form_state of_document, of_number;
		enum finding_kind kind;
	} rows[] = {
		{ RESIDENT, "110000200709010014", FORM_UNKNOWN, FORM_FORMED, 0 },
		{ PERMIT, "110000200709010014", FORM_WRONG, FORM_SUSPECT, KIND_NOT_EIGHT },
		{ PERMANENT, "110000200709010014", FORM_WRONG, FORM_SUSPECT, KIND_NOT_NINE },
		{ PASSPORT, "110000200709010014", FORM_WRONG, FORM_SUSPECT,
		  KIND_DOCUMENT_OF_NUMBER },
		{ PASSPORT, "E12345678", FORM_UNKNOWN, FORM_UNKNOWN, 0 },
		{ RESIDENT, "E12345678", FORM_WRONG, FORM_SUSPECT, KIND_DOCUMENT_LIKELY },
		{ RESIDENT, "H12345678", FORM_WRONG, FORM_SUSPECT, KIND_DOCUMENT_LIKELY },
		{ RESIDENT, "81000020070901001X", FORM_WRONG, FORM_FORMED,
		  KIND_DOCUMENT_OF_NUMBER },
		{ PERMIT, "81000020070901001X", FORM_UNKNOWN, FORM_FORMED, 0 },
		/* wrong anyway */
		{ RESIDENT, "81000020070901001", FORM_UNKNOWN, FORM_WRONG, 0 },
		{ PASSPORT, "", FORM_UNKNOWN, FORM_WRONG, 0 },
		{ RESIDENT, "G110000200709010014", FORM_UNKNOWN, FORM_WRONG, 0 },
		{ RESIDENT, "L110000200709010014", FORM_UNKNOWN, FORM_WRONG, 0 },
	};
	const struct form_rules rules = { .guide = guide->form, .today = today, .now = 1000 };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t document, number;
		struct finding found = { 0 };

		form_start_register(&form, guide->form);
		document = place_of(FORM_DOCUMENT);
		number = place_of(FORM_ID_NUMBER);
		form.fields[document].choice = rows[i].document;
		set(number, rows[i].number);
		form.fields[number].visited = true;
		if (form_state(&form, document, &rules) != rows[i].of_document ||
		    form_state(&form, number, &rules) != rows[i].of_number)
			fail_msg("%zu, %s: %d, %d", rows[i].document, rows[i].number,
				 form_state(&form, document, &rules),
				 form_state(&form, number, &rules));
		assert_int_equal(form_finding(&form, document, &rules, &found),
				 rows[i].of_document == FORM_WRONG);
		assert_int_equal(found.kind, rows[i].kind);
	}
}

/* The security questions are passed over while they are folded. */
static void test_fold(void **state)
{
	size_t fold, all;

	(void)state;
	form_start_register(&form, guide->form);
	fold = place_of(FORM_FOLD);
	assert_true(form.folded);
	assert_true(form_hidden(&form, fold + 1) && form_hidden(&form, fold + 2));
	assert_false(form_hidden(&form, fold));
	form.focus = fold;
	assert_true(form_next(&form));
	assert_int_equal(form.fields[form.focus].kind, FORM_BUTTON);
	assert_true(form_previous(&form));
	assert_int_equal(form.focus, fold);
	form.folded = false;
	assert_true(form_next(&form));
	assert_int_equal(form.fields[form.focus].kind, FORM_QUESTION);
	assert_int_equal(form_questions(&form, &all), 0);
	assert_int_equal(all, 3);
	form.fields[form.focus].choice = 1;
	set(form.focus + 1, " 　");
	assert_int_equal(form_questions(&form, &all), 0);
	set(form.focus + 1, " 小花");
	assert_int_equal(form_questions(&form, &all), 1);
}

/* Of several mistakes the one to mend first: an error before a warning, the value's own before the
 * record's. */
static void test_one_finding(void **state)
{
	static const struct {
		enum form_kind kind;
		const char *text;
		enum finding_code code;
	} rows[] = {
		{ FORM_NAME, "阿依古丽•买买提", FINDING_NAME_INTERPUNCT },
		{ FORM_NAME, "张三", FINDING_NAME_MISMATCH },
		{ FORM_ID_NUMBER, "110000200709010041", FINDING_ID_MISMATCH },
		{ FORM_PASSWORD, "1234", FINDING_PASSWORD_LENGTH },
	};
	const struct form_rules rules = { .guide = guide->form, .record = &record, .today = today };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct finding finding;
		size_t at;

		form_start_register(&form, guide->form);
		at = place_of(rows[i].kind);
		assert_false(form_finding(&form, at, &rules, &finding));
		set(at, rows[i].text);
		form.fields[at].visited = true;
		assert_true(form_finding(&form, at, &rules, &finding));
		assert_int_equal(finding.code, rows[i].code);
	}
}

/* The errors that the review counts: one field wrong, the others right. */
static void test_every_field_can_be_wrong(void **state)
{
	static const struct {
		enum form_kind kind;
		const char *text;
	} rows[] = {
		{ FORM_MOBILE, "1380000" },   { FORM_SMS_CODE, "1" },
		{ FORM_PASSWORD, "1" }, /* and its repetition differs */
		{ FORM_PASSWORD_AGAIN, "1" }, { FORM_NAME, "李 明" },
		{ FORM_ID_NUMBER, "1" },      { FORM_EMAIL, "a" },
	};
	static const struct progress none;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t before, at;

		wizard_wipe(&w);
		wizard_start(&w, guide, &record, &none, (struct date){ 2026, 9, 12 }, 1000);
		sms_practice_send(&w.sms, "13800000000", w.now);
		for (size_t k = 0; k < w.register_form.count; k++) {
			struct form_field *field = &w.register_form.fields[k];

			field->visited = true;
			field->choice = field->kind == FORM_TERMS;
			line_edit_set(&field->edit,
				      field->kind == FORM_MOBILE      ? "13800000000"
				      : field->kind == FORM_SMS_CODE  ? w.sms.code
				      : field->kind == FORM_NAME      ? record.name
				      : field->kind == FORM_ID_NUMBER ? record.id_number
				      : field->kind == FORM_PASSWORD ||
						      field->kind == FORM_PASSWORD_AGAIN
					      ? "Practice-7"
					      : "");
		}
		before = wizard_register_errors(&w);
		assert_int_equal(before, 0);
		at = (size_t)(form_find(&w.register_form, rows[i].kind) - w.register_form.fields);
		line_edit_set(&w.register_form.fields[at].edit, rows[i].text);
		assert_int_equal(wizard_register_errors(&w), 1 + (rows[i].kind == FORM_PASSWORD));
	}
}

/* What stands in a list of fields, in the focused one, and where all is revealed. */
static void test_masks(void **state)
{
	static const struct {
		enum form_kind kind;
		const char *text, *masked, *in_presentation, *focused;
	} rows[] = {
		{ FORM_MOBILE, "13800000000", "138****0000", "1*********0", "13800000000" },
		{ FORM_EMAIL, "ming@example.com", "m***@example.com", "m***@example.com",
		  "ming@example.com" },
		{ FORM_EMAIL, "m明@example.com", "m***@example.com", "m***@example.com",
		  "m明@example.com" },
		{ FORM_EMAIL, "明@example.com", "****@example.com", "****@example.com",
		  "明@example.com" },
		{ FORM_EMAIL, "@example.com", "************", "************", "@example.com" },
		{ FORM_MOBILE, "1380000000０", "***********", "***********", "1380000000０" },
		{ FORM_PASSWORD, "Pä-7", "****", "****", "****" },
		{ FORM_PASSWORD_AGAIN, "Pä-7", "****", "****", "****" },
		{ FORM_ANSWER, "小花", "**", "**", "小花" },
		{ FORM_NAME, "李明", "李明", "李*", "李明" },
		{ FORM_NAME, "110000200709010014", "1****************4", "1****************4",
		  "110000200709010014" },
		{ FORM_EMAIL, "m@13800000000", "*************", "*************", "m@13800000000" },
		{ FORM_ID_NUMBER, "110000200709010014", "1****************4", "1****************4",
		  "110000200709010014" },
		{ FORM_SMS_CODE, "123456", "123456", "123456", "123456" },
	};

	(void)state;
	form_start_register(&form, guide->form);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t at = place_of(rows[i].kind);
		const char *expected[] = { rows[i].masked, rows[i].in_presentation, rows[i].focused,
					   rows[i].text };

		set(at, rows[i].text);
		for (size_t k = 0; k < 4; k++) {
			char *shown;

			form.focus = k == 2 ? at : form.count - 1;
			form.revealed = k == 3;
			shown = form_value(&form, at, k == 1);
			assert_string_equal(shown, expected[k]);
			xwipe(shown);
		}
	}
}

/* Each security question once; an answer only with a question. */
static void test_questions(void **state)
{
	static const struct {
		size_t first, second;      /* what is chosen, 0: nothing */
		const char *answer;        /* to the second */
		size_t question, answered; /* findings of the second field, and of its answer */
		size_t counted;            /* as answered, of all */
	} rows[] = {
		{ 1, 2, "a", 0, 0, 1 }, { 1, 1, "a", 1, 0, 0 }, { 1, 2, "", 0, 1, 0 },
		{ 1, 0, "a", 0, 1, 0 }, { 0, 1, "a", 0, 0, 1 },
	};
	const struct form_rules rules = { .guide = guide->form };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings question = { 0 }, answer = { 0 };
		size_t first, second, all;

		form_start_register(&form, guide->form);
		first = (size_t)(form_find(&form, FORM_QUESTION) - form.fields);
		for (second = first + 1; form.fields[second].kind != FORM_QUESTION; second++)
			;
		form.fields[first].choice = rows[i].first;
		form.fields[second].choice = rows[i].second;
		set(second + 1, rows[i].answer);
		form.fields[second].visited = form.fields[second + 1].visited = true;
		form.fields[second].advice = NULL;
		form_check(&form, second, &rules, &question);
		form_check(&form, second + 1, &rules, &answer);
		assert_int_equal(question.count, rows[i].question);
		assert_int_equal(answer.count, rows[i].answered);
		assert_int_equal(form_questions(&form, &all), rows[i].counted);
	}
}

/* While a line is typed for the first time, only mistakes at a place are told, and only in some
 * fields. */
static void test_unfinished_lines(void **state)
{
	static const struct {
		enum form_kind kind;
		const char *text;
		size_t unfinished, visited; /* findings */
	} rows[] = {
		{ FORM_NAME, "李 明", 1, 1 },
		{ FORM_NAME, "李", 0, 1 },
		{ FORM_MOBILE, "138a", 1, 1 },
		{ FORM_MOBILE, "138", 0, 1 },
		{ FORM_PASSWORD, "密", 1, 1 },
		{ FORM_PASSWORD, "a", 0, 1 },
		{ FORM_PASSWORD_AGAIN, "密", 0, 0 }, /* a note: there is nothing to repeat */
		{ FORM_SMS_CODE, "1", 0, 1 },
		{ FORM_EMAIL, "a b", 0, 1 },
		{ FORM_ID_NUMBER, "1100 00", 1, 1 },
		{ FORM_ID_NUMBER, "110000", 0, 1 },
		{ FORM_ID_NUMBER, "110000200709010013", 1, 1 }, /* it is full */
	};
	const struct sms_practice sms = { 0 };
	const struct form_rules rules = {
		.guide = guide->form, .registered = &form, .sms = &sms, .today = { 2026, 9, 12 }
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings unfinished = { 0 }, visited = { 0 }, elsewhere = { 0 };
		size_t at;

		form_start_register(&form, guide->form);
		at = place_of(rows[i].kind);
		set(at, rows[i].text);
		form.focus = at;
		form_check(&form, at, &rules, &unfinished);
		assert_int_equal(findings_any(&unfinished, SEVERITY_WARNING), rows[i].unfinished);
		form.focus = form.count - 1;
		form_check(&form, at, &rules, &elsewhere);
		if (rows[i].kind != FORM_ID_NUMBER)
			assert_int_equal(elsewhere.count, 0);
		form.fields[at].visited = true;
		form_check(&form, at, &rules, &visited);
		assert_int_equal(findings_any(&visited, SEVERITY_WARNING), rows[i].visited);
	}
}

/* Each question can be chosen, and none. */
static void test_choice_counts(void **state)
{
	(void)state;
	form_start_register(&form, guide->form);
	for (size_t i = 0; i < form.count; i++)
		if (form.fields[i].kind == FORM_QUESTION)
			assert_int_equal(form.fields[i].choice_count,
					 guide->form->question_count + 1);
		else if (form.fields[i].kind == FORM_DOCUMENT)
			assert_int_equal(form.fields[i].choice_count, guide->form->document_count);
		else if (form.fields[i].kind == FORM_TERMS)
			assert_int_equal(form.fields[i].choice_count, 2);
}

/* The document is asked before the registration, wherever the guide has it. */
static void test_document_first(void **state)
{
	struct guide_form alone = *guide->form;
	const struct form_field *field;

	(void)state;
	while (alone.fields->kind != GUIDE_FIELD_DOCUMENT_TYPE)
		alone.fields++;
	alone.field_count = 1;
	form_start_account(&form, &alone);
	field = form_find(&form, FORM_DOCUMENT);
	assert_non_null(field);
	assert_string_equal(field->label, alone.fields->label);
}

/* An address of the site is checked once it is typed. */
static void test_address(void **state)
{
	static const struct {
		const char *text;
		bool refused;
	} rows[] = {
		{ "", false },
		{ "https://www.chsi.com.cn", false },
		{ "https://www.chsi.com.cn.example.com", true },
	};
	const struct form_rules rules = { .guide = guide->form, .registered = &form };
	size_t at;

	(void)state;
	form_start_account(&form, guide->form);
	assert_non_null(form_find(&form, FORM_ADDRESS));
	at = (size_t)(form_find(&form, FORM_ADDRESS) - form.fields);
	form.fields[at].visited = true;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		set(at, rows[i].text);
		form_check(&form, at, &rules, &found);
		assert_int_equal(findings_any(&found, SEVERITY_ERROR), rows[i].refused);
	}
}

/* Nothing of what was typed stays in memory, in any field. */
static void test_wipe(void **state)
{
	static const char secret[] = "Zq7-vLk2";

	(void)state;
	form_start_register(&form, guide->form);
	for (size_t i = 0; i < form.count; i++)
		set(i, secret);
	form_wipe(&form);
	assert_int_equal(form.count, 0);
	assert_null(memmem(&form, sizeof form, secret, strlen(secret)));
}

/* The site knows a student by number, phone or mail; never by name or an empty field. */
static void test_login(void **state)
{
	static const struct {
		const char *name, *password;
		size_t findings;
	} rows[] = {
		{ "13800000000", "Practice-7", 0 },      { "110000200709010014", "Practice-7", 0 },
		{ "ming@example.com", "Practice-7", 0 }, { "李明", "Practice-7", 1 },
		{ "1380000000", "Practice-7", 1 },       { "", "Practice-7", 1 },
		{ "13800000000", "Practice-8", 1 },      { "13800000000", "", 1 },
	};
	static const struct {
		enum form_kind kind;
		const char *text;
	} typed[] = {
		{ FORM_MOBILE, "13800000000" },     { FORM_ID_NUMBER, "110000200709010014" },
		{ FORM_EMAIL, "ming@example.com" }, { FORM_NAME, "李明" },
		{ FORM_PASSWORD, "Practice-7" },
	};
	static struct form login;
	const struct form_rules rules = { .guide = guide->form, .registered = &form };

	(void)state;
	form_start_register(&form, guide->form);
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++)
		set((size_t)(form_find(&form, typed[i].kind) - form.fields), typed[i].text);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		form_start_login(&login, guide->form);
		line_edit_set(&login.fields[0].edit, rows[i].name);
		line_edit_set(&login.fields[1].edit, rows[i].password);
		form_visit_all(&login);
		form_check(&login, 2, &rules, &found);
		assert_int_equal(found.count, rows[i].findings);
		/* Neither field is marked, whichever is wrong, and none if all is right. */
		for (size_t field = 0; field < 2; field++)
			assert_int_equal(form_state(&login, field, &rules), FORM_UNKNOWN);
	}
}

/* Blanks are no answer: nothing that holds only those is well-formed, right or the same. */
static void test_blanks(void **state)
{
	static const char *const blanks[] = { " ", "   ", "　", "\t" };
	static struct form forms[5];
	const struct form_rules rules = { .guide = guide->form,
					  .registered = &forms[3],
					  .sms = &(struct sms_practice){ 0 },
					  .record = &(struct record){ .name = " ",
								      .id_number = "　" } };

	(void)state;
	form_start_record(&forms[0]);
	form_start_lookup(&forms[1], true);
	form_start_account(&forms[2], guide->form);
	form_start_register(&forms[3], guide->form);
	form_start_login(&forms[4], guide->form);
	for (size_t f = 0; f < 5; f++)
		for (size_t i = 0; i < forms[f].count; i++)
			for (size_t k = 0; k < sizeof blanks / sizeof blanks[0]; k++) {
				struct form_field *field = &forms[f].fields[i];
				enum form_state is;

				if (form_shape(field) != SHAPE_TEXT)
					continue;
				line_edit_set(&field->edit, blanks[k]);
				field->visited = true;
				is = form_state(&forms[f], i, &rules);
				if (is == FORM_FORMED || is == FORM_RIGHT || is == FORM_AGREES)
					fail_msg("%s, \"%s\": %d", field->label, blanks[k], is);
				line_edit_wipe(&field->edit);
			}
}

/* Of the passwords, or of all; a field not filled in keeps nothing either. */
static void test_forget(void **state)
{
	static const struct {
		bool passwords_only;
	} rows[] = { { true }, { false } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		form_start_register(&form, guide->form);
		for (size_t k = 0; k < form.count; k++) {
			set(k, "x");
			form.fields[k].visited = true;
		}
		form_forget(&form, rows[i].passwords_only);
		for (size_t k = 0; k < form.count; k++) {
			enum form_kind kind = form.fields[k].kind;
			bool kept = rows[i].passwords_only && kind != FORM_PASSWORD &&
				    kind != FORM_PASSWORD_AGAIN;

			assert_string_equal(form.fields[k].edit.text, kept ? "x" : "");
			assert_int_equal(form.fields[k].visited, kept);
		}
	}
}

/* A field is visited when it was left with something in it. */
static void test_next_and_previous(void **state)
{
	(void)state;
	form_start_record(&form);
	assert_false(form_previous(&form));
	assert_true(form_next(&form));
	assert_false(form.fields[0].visited);
	assert_true(form_previous(&form));
	assert_false(form.fields[1].visited);
	set(0, "李明");
	assert_true(form_next(&form));
	assert_true(form.fields[0].visited);
	assert_true(form_previous(&form));
	form_next(&form);
	set(1, "1");
	form_previous(&form);
	assert_true(form.fields[1].visited);
	form.focus = form.count - 1;
	assert_false(form_next(&form));
	assert_false(form.fields[form.count - 1].visited);
	assert_null(form_editing(&form));
	form_wipe(&form);
	assert_null(form_editing(&form));
	assert_false(form.optional);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims),
		cmocka_unit_test(test_required_fields_count),
		cmocka_unit_test(test_document_of_number),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_one_finding),
		cmocka_unit_test(test_every_field_can_be_wrong),
		cmocka_unit_test(test_masks),
		cmocka_unit_test(test_questions),
		cmocka_unit_test(test_unfinished_lines),
		cmocka_unit_test(test_choice_counts),
		cmocka_unit_test(test_document_first),
		cmocka_unit_test(test_address),
		cmocka_unit_test(test_wipe),
		cmocka_unit_test(test_login),
		cmocka_unit_test(test_blanks),
		cmocka_unit_test(test_forget),
		cmocka_unit_test(test_next_and_previous),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
