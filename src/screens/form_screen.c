/* SPDX-License-Identifier: MIT */
#include "screens/form_screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/contact.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "screens/blocks.h"
#include "screens/choose.h"
#include "wizard/mask.h"
#include "wizard/navigation.h"

enum { ID_DIGITS = 17, BIRTH_END = 14 };

/* Reports why the login fails and focuses the field to type again. */
static enum form_outcome refuse_login(struct wizard *w, const struct finding *why)
{
	struct form *f = &w->login_form;
	char sentence[SENTENCE_MAX];

	wizard_say(w, "%s", sentence_make(why, 0, sentence));
	form_go(f, why->kind == KIND_LOGIN_PASSWORD || why->kind == KIND_LOGIN_PASSWORD_TYPED ||
			   why->kind == KIND_LOGIN_PASSWORD_EMPTY);
	return FORM_HANDLED;
}

/* Checks all fields. If any has an error, reports how many and focuses the first. Does so only once
 * until the form is changed, so that the student can insist and submit. */
static enum form_outcome submit(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	const char *again = w->line_mode ? "再确定一次" : "再按一次 Enter";
	struct finding first;
	size_t wrong;

	if (f->warned || (f->optional && !form_typed(f)))
		return FORM_SUBMITTED;
	form_visit_all(f);
	wrong = form_wrong(f, rules, SEVERITY_ERROR, &f->focus);
	if (wrong == 0)
		return FORM_SUBMITTED;
	if (f == &w->login_form && form_finding(f, f->focus, rules, &first))
		return refuse_login(w, &first);
	if (form_hidden(f, f->focus))
		f->folded = false;
	f->warned = true;
	f->insisting = !w->line_mode; /* in line mode Enter answers the row */
	wizard_say(w, "还有 %zu 项要改。%s，%s。", wrong,
		   f != &w->record_form ? "先不改也行"
		   : w->lookup.wanted   ? "不改多半查不到"
					: "不改就不拿它比",
		   again);
	return FORM_HANDLED;
}

static enum form_outcome fold(struct form *f)
{
	f->folded = !f->folded;
	if (!f->folded)
		form_next(f);
	return FORM_HANDLED;
}

/* Returns true if a finding about the ID number is reported at the field of the document
 * instead. */
static bool is_of_document(const struct form *f, const struct finding *finding)
{
	return finding->code == FINDING_ID_OTHER_DOCUMENT && form_find(f, FORM_DOCUMENT) != NULL;
}

/* Returns true if a sentence begins with a label or with the last characters of one, so that the
 * label need not be repeated. */
static bool begins_with_label(const char *sentence, const char *label)
{
	for (size_t len = strlen(label); len > strlen("名"); len--, label++)
		if (strncmp(sentence, label, len) == 0)
			return true;
	return false;
}

/* Returns true if an address leads to another site, which is not a typing mistake to correct. */
static bool leads_elsewhere(const struct finding *finding)
{
	switch (finding->kind) {
	case KIND_ADDRESS_SCHEME:
	case KIND_ADDRESS_CHARACTER:
	case KIND_ADDRESS_USER:
	case KIND_HOST_PUNYCODE:
	case KIND_HOST_CONTINUED:
	case KIND_HOST_HYPHEN:
	case KIND_HOST_EXTRA:
	case KIND_HOST_END:
	case KIND_HOST_OTHER:
		return true;
	default:
		return false;
	}
}

/* Reports what is wrong with a field that was left. */
static void say_wrong(struct wizard *w, const struct form *f, size_t index,
		      const struct finding *finding)
{
	const struct form_field *field = &f->fields[index];
	char sentence[SENTENCE_MAX], *value = form_masked(f, index, w->presentation);
	bool masked = strcmp(value, field->edit.text) != 0;

	sentence_make(finding, wizard_reader(w, masked), sentence);
	if (leads_elsewhere(finding))
		wizard_say(w, "这不是学信网的网址，不要打开。");
	else if (begins_with_label(sentence, field->label))
		wizard_say(w, "%s", sentence);
	else
		wizard_say(w, "%s：%s", field->label, sentence);
	explicit_bzero(sentence, sizeof sentence);
	xwipe(value);
}

/* Moves the focus to the next field. Reports what is wrong with the field that was left, because
 * its sentence is shown only while it has the focus, and what is typed next goes into the next
 * field. Reports nothing if it was left before, or in line mode. */
static void leave(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	const struct form_field *document = form_find(f, FORM_DOCUMENT);
	enum form_state state;
	size_t left = f->focus;
	bool reported = f->fields[left].visited || w->line_mode;
	struct finding finding;

	if (!form_next(f) || reported)
		return;
	if (f->fields[left].kind == FORM_ID_NUMBER && document != NULL &&
	    form_state(f, left, rules) == FORM_SUSPECT)
		left = (size_t)(document - f->fields);
	state = form_state(f, left, rules);
	/* The form of the details is left in a moment: a warning is reported at once, too. */
	if (state != FORM_WRONG && !(state == FORM_SUSPECT && f == &w->record_form))
		return;
	if (!form_finding(f, left, rules, &finding))
		return;
	say_wrong(w, f, left, &finding);
	explicit_bzero(&finding, sizeof finding);
}

/* Handles Enter. On a text field it goes to the next field, but line mode first shows an error of
 * the field and asks for it again, once. */
static enum form_outcome enter(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	struct form_field *field = &f->fields[f->focus];

	if (field->kind == FORM_BUTTON)
		return submit(w, f, rules);
	if (field->kind == FORM_FOLD)
		return fold(f);
	if (form_shape(field) == SHAPE_BUTTON)
		return FORM_PRESSED;
	if (form_shape(field) == SHAPE_CHOICE)
		return FORM_CHOOSING;
	if (w->line_mode && !field->visited && field->edit.len > 0) {
		field->visited = true;
		if (form_state(f, f->focus, rules) == FORM_WRONG)
			return FORM_HANDLED;
	}
	leave(w, f, rules);
	/* Skip the document, which was asked before this form; Up leads to it. */
	if (!w->line_mode && f->fields[f->focus].kind == FORM_DOCUMENT &&
	    form_find(&w->account_form, FORM_DOCUMENT) != NULL && f != &w->account_form)
		form_next(f);
	return FORM_HANDLED;
}

/* Returns true if the list of options belongs to the registration form, false if to the account
 * form: these two have choices, and the registration form is above the other on the stack. */
static bool register_asks(const struct wizard *w)
{
	return wizard_has_screen(w, SCREEN_REGISTER);
}

/* Sets the choice of the focused field. The document is set in both forms that ask for it. */
static void set_choice(struct wizard *w, struct form *f, size_t choice)
{
	struct form *const forms[] = { &w->account_form, &w->register_form };
	struct form_field *field = &f->fields[f->focus];

	f->warned = false;
	field->choice = choice;
	for (size_t i = 0; i < 2 && field->kind == FORM_DOCUMENT; i++)
		for (size_t k = 0; k < forms[i]->count; k++)
			if (forms[i]->fields[k].kind == FORM_DOCUMENT)
				forms[i]->fields[k].choice = choice;
}

/* Returns true if a field is for the answer to a question that is not chosen. */
static bool lacks_question(const struct form_field *field)
{
	return field->kind == FORM_ANSWER && (field - 1)->choice == 0;
}

static const char *option_label(const struct wizard *w, size_t option)
{
	const struct form *f = register_asks(w) ? &w->register_form : &w->account_form;
	struct form_field field = f->fields[f->focus];

	field.choice = option;
	return field.kind == FORM_QUESTION && option == 0
		       ? "不选"
		       : form_choice_label(&field, w->guide->form);
}

static unsigned take_option(struct wizard *w, size_t option)
{
	struct form *f = register_asks(w) ? &w->register_form : &w->account_form;
	const struct form_rules rules = wizard_form_rules(w);

	set_choice(w, f, option);
	f->fields[f->focus].visited = false; /* leave() is to report it */
	leave(w, f, &rules);
	if (lacks_question(&f->fields[f->focus]) && f->fields[f->focus].edit.len == 0)
		form_next(f);
	return 0;
}

unsigned form_screen_choose(struct wizard *w, const struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];
	const struct chooser chooser = { .title = field->label,
					 .count = field->choice_count,
					 .label = option_label,
					 .take = take_option };

	return choose_open(w, &chooser, field->choice);
}

static enum form_outcome toggle(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	struct form_field *field = &f->fields[f->focus];

	switch (form_shape(field)) {
	case SHAPE_TICK:
		field->choice = field->choice == 0;
		f->warned = false;
		return FORM_HANDLED;
	case SHAPE_TEXT:
		return FORM_HANDLED;
	default:
		return enter(w, f, rules);
	}
}

static enum form_outcome turn(struct wizard *w, struct form *f, bool forward)
{
	const struct form_field *field = &f->fields[f->focus];

	if (form_shape(field) == SHAPE_CHOICE)
		set_choice(w, f,
			   (field->choice + (forward ? 1 : field->choice_count - 1)) %
				   field->choice_count);
	return FORM_HANDLED;
}

/* Handles a change of a text, or of the caret alone. before: the bytes of the text before it. */
static enum form_outcome edited(struct form *f, const struct line_edit *line, size_t before)
{
	f->warned = false;
	if (line->len == 0 && before > 0)
		f->fields[f->focus].visited = false;
	return FORM_EDITED;
}

enum form_outcome form_screen_apply(struct wizard *w, struct form *f,
				    const struct form_rules *rules, struct action a)
{
	struct line_edit *line = form_editing(f);
	const size_t before = line != NULL ? line->len : 0;
	bool insisting = f->insisting;

	f->insisting = false;
	if (line != NULL && wizard_edit(w, line, a))
		return edited(f, line, before);
	switch (a.kind) {
	case ACTION_NEXT:
		return insisting ? FORM_SUBMITTED : enter(w, f, rules);
	case ACTION_DOWN:
		leave(w, f, rules);
		return FORM_HANDLED;
	case ACTION_UP:
		form_previous(f);
		return FORM_HANDLED;
	case ACTION_PICK:
		form_go(f, a.number);
		return FORM_HANDLED;
	case ACTION_FIRST_ROW:
		form_go(f, 0);
		return FORM_HANDLED;
	case ACTION_LAST_ROW:
		form_go(f, f->count - 1);
		return FORM_HANDLED;
	case ACTION_TOGGLE:
		return toggle(w, f, rules);
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		return turn(w, f, a.kind == ACTION_CHOICE_NEXT);
	case ACTION_INSERT:
		wizard_say(w, "这一行不用打字。");
		return FORM_HANDLED;
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return FORM_HANDLED;
	default:
		return FORM_UNHANDLED;
	}
}

unsigned form_screen_want_regions(struct wizard *w, const struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];

	if (w->regions_asked || field->kind != FORM_ID_NUMBER || field->edit.len < REGION_DIGITS)
		return 0;
	w->regions_asked = true;
	return EFFECT_REGIONS;
}

/* Returns true if the focused field shows stars in place of the text being typed, because others
 * see the screen. */
static bool hides_typed(const struct wizard *w, const struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];
	const char *expected = "";

	switch (field->kind) {
	case FORM_NAME:
		expected = w->record.name;
		break;
	case FORM_ID_NUMBER:
		expected = w->record.id_number;
		break;
	case FORM_CANDIDATE:
	case FORM_MOBILE:
	case FORM_EMAIL:
	case FORM_ANSWER:
	case FORM_LOGIN_NAME:
		break;
	default:
		return false;
	}
	return !f->revealed && mask_hides_typed(w, field->edit.text, expected);
}

/* Converts the caret by characters, not bytes, because a mask has one star for each character. */
static void set_caret(struct block *b, const struct line_edit *e, const char *value)
{
	char *before = xstrndup(e->text, e->caret);

	block_caret(b, value, text_offset(value, text_length(before)));
	xwipe(before);
}

void form_screen_mark(struct block *b, enum form_state state, const struct form_rules *rules)
{
	static const enum mark marks[] = {
		[FORM_UNKNOWN] = MARK_NONE, [FORM_OPEN] = MARK_UNTOUCHED,
		[FORM_FORMED] = MARK_DONE,  [FORM_RIGHT] = MARK_DONE,
		[FORM_AGREES] = MARK_DONE,  [FORM_SUSPECT] = MARK_LOOK,
		[FORM_WRONG] = MARK_WRONG,
	};

	b->mark = marks[state];
	if (state == FORM_FORMED)
		block_status(b, "格式对", STYLE_QUIET);
	else if (state == FORM_AGREES)
		block_status(b,
			     rules->record->sample  ? "与示例一致"
			     : rules->record->typed ? "与先填的一致"
						    : "与高考一致",
			     STYLE_GOOD);
	else if (state == FORM_SUSPECT)
		block_status(b, "留意", STYLE_WARNING);
	else if (state == FORM_WRONG)
		block_status(b, "要改", STYLE_BAD);
}

/* Reads the parts of an ID number that is still being typed, with zeros in place of the missing
 * digits. Returns the number of digits it begins with. */
static size_t read_so_far(const char *number, struct resident_id *id)
{
	char whole[ID_DIGITS + 2];
	size_t digits = strspn(number, "0123456789");

	memset(whole, '0', ID_DIGITS);
	memcpy(whole, number, digits < ID_DIGITS ? digits : ID_DIGITS);
	whole[ID_DIGITS] = 'X';
	whole[ID_DIGITS + 1] = '\0';
	resident_id_read(whole, id);
	explicit_bzero(whole, sizeof whole);
	return digits;
}

/* Adds region, date of birth and sex as soon as the number contains them. Returns false if it
 * contains none of them yet. */
static bool add_reading(struct page *p, const struct wizard *w, const char *number)
{
	struct resident_id id = { 0 };
	struct region region = { 0 };
	size_t digits = read_so_far(number, &id);
	bool dated = digits >= BIRTH_END && date_valid(id.birth);
	bool placed = digits >= REGION_DIGITS && w->regions != NULL &&
		      region_find(w->regions, id.region, dated ? id.birth.year : 0, &region);
	const char *sex = id.male ? " · 男" : " · 女";
	char birth[64] = "";

	if (dated)
		snprintf(birth, sizeof birth, "%s%d 年 %d 月 %d 日%s", placed ? " · " : "",
			 id.birth.year, id.birth.month, id.birth.day,
			 digits < ID_DIGITS ? "" : sex);
	if (placed || dated)
		page_addf(p, BLOCK_FINDING, "%s%s%s", region.name,
			  region.until != 0 ? "（曾用）" : "", birth)
			->style = STYLE_QUIET;
	return placed || dated;
}

/* The hint of a field. The document and the ID number have the hint of the chosen document, if
 * there is one. */
static const char *hint_of(const struct form *f, const struct form_field *field,
			   const struct guide_form *guide)
{
	const struct form_field *document = form_find(f, FORM_DOCUMENT);
	const char *hint = NULL;

	if (form_shape(field) == SHAPE_TICK && field->choice > 0)
		return NULL;
	if (lacks_question(field))
		return "先选上面的问题。";
	if (document != NULL && (field == document || field->kind == FORM_ID_NUMBER))
		hint = guide->documents[document->choice].hint;
	return hint != NULL ? hint : field->hint;
}

/* Returns true if the name needs an interpunct (·), which is hard to type. */
static bool wants_dot(const struct finding *f)
{
	return f->kind == KIND_DOT_WRONG || f->kind == KIND_DOTS_WRONG ||
	       f->kind == KIND_DOT_MISSING || f->kind == KIND_DOT_BLANK;
}

/* Returns true if the code that was sent is shown below the field that it is typed into; otherwise
 * it is shown beside the button that sends it. */
static bool shows_code_below(const struct wizard *w, const struct form_field *focused)
{
	return focused->kind == FORM_SMS_CODE && !w->line_mode &&
	       sms_practice_life(&w->sms, w->now) > 0;
}

/* Returns how long the code is still valid, in whole minutes or, in the last one, seconds. The
 * caller frees it. */
static char *life_text(const struct wizard *w)
{
	int life = sms_practice_life(&w->sms, w->now);

	return life < 60 ? xasprintf("%d 秒内有效", life) : xasprintf("%d 分钟内有效", life / 60);
}

/* Adds the sentence with the code, which comes first: the smallest window has no space for more. */
static void add_code(struct page *p, const struct wizard *w, bool wrong)
{
	char *life = life_text(w);

	page_addf(p, BLOCK_FINDING, "%s%s（演练短信，%s）", wrong ? "应为 " : "", w->sms.code,
		  life);
	free(life);
}

/* Adds the one sentence below a field: what is wrong, what its value means, or what to fill in. */
static void add_sentence(struct page *p, const struct wizard *w, const struct form *f,
			 const struct form_rules *rules, size_t index, const char *value)
{
	const struct form_field *field = &f->fields[index];
	const char *hint = hint_of(f, field, w->guide->form);
	bool masked = (w->presentation || !w->line_mode) && strcmp(value, field->edit.text) != 0;
	struct findings one = { .count = 1 };

	if (shows_code_below(w, field))
		add_code(p, w, form_state(f, index, rules) == FORM_WRONG);
	else if (form_finding(f, index, rules, &one.items[0])) {
		if (f->focus != index && is_of_document(f, &one.items[0]))
			one.count = 0;
		if (wants_dot(&one.items[0]) && !w->line_mode)
			one.items[0].label = "，或 Ctrl-Y 复制它";
		add_findings(p, value, &one, wizard_reader(w, masked));
	} else if (field->kind == FORM_PASSWORD && field->edit.len > 0)
		page_addf(p, BLOCK_FINDING, "强度：%s。只是演练，别用真密码。",
			  contact_password_strength(field->edit.text))
			->style = STYLE_QUIET;
	else if (masked && w->presentation && !w->line_mode)
		add_hidden(p);
	else if (field->kind != FORM_ID_NUMBER ||
		 form_document(f, rules->guide) == DOCUMENT_OTHER ||
		 !add_reading(p, w, field->edit.text))
		if (hint != NULL)
			page_add(p, BLOCK_FINDING, hint)->style = STYLE_QUIET;
	explicit_bzero(&one, sizeof one);
}

static void add_field(struct page *p, const struct wizard *w, const struct form *f,
		      const struct form_rules *rules, size_t index)
{
	const struct form_field *field = &f->fields[index];
	enum form_shape shape = form_shape(field);
	bool focused = f->focus == index, typed = shape == SHAPE_TEXT;
	bool hidden = focused && typed && hides_typed(w, f);
	char *value =
		hidden ? line_edit_stars(&field->edit) : form_value(f, index, w->presentation);
	struct finding finding = { 0 };
	struct block *b;

	if (shape == SHAPE_CHOICE)
		b = page_add(p, BLOCK_FIELD, form_choice_label(field, w->guide->form));
	else if (shape == SHAPE_TICK)
		b = page_addf(p, BLOCK_FIELD, "%s 我已阅读并同意",
			      mark_text(field->choice > 0 ? MARK_TICKED : MARK_UNTICKED, false));
	else
		b = page_add(p, BLOCK_FIELD, value);
	b->row = (int)index;
	b->opens = shape == SHAPE_CHOICE;
	b->typed = true;
	block_label(b, field->label);
	form_screen_mark(b, form_state(f, index, rules), rules);
	if (b->mark == MARK_WRONG && form_finding(f, index, rules, &finding) &&
	    leads_elsewhere(&finding))
		block_status(b, "不要打开", STYLE_BAD);
	explicit_bzero(&finding, sizeof finding);
	if (focused && typed)
		set_caret(b, &field->edit, value);
	/* In line mode each field has its sentence, because it is read after the student has left
	 * it. */
	if (focused || w->line_mode)
		add_sentence(p, w, f, rules, index, typed ? value : "");
	xwipe(value);
}

static bool anything_wrong_in_fold(const struct form *f, const struct form_rules *rules)
{
	for (size_t i = 0; i < f->count; i++)
		if (form_hidden(f, i) && form_state(f, i, rules) == FORM_WRONG)
			return true;
	return false;
}

static void add_fold(struct page *p, const struct wizard *w, const struct form *f,
		     const struct form_rules *rules, size_t index)
{
	size_t all, answered = form_questions(f, &all);
	const char *key = f->folded ? "，按 Enter 展开" : "，按 Enter 收起";
	struct block *b =
		page_addf(p, BLOCK_FIELD, "%zu/%zu%s", answered, all, w->line_mode ? "" : key);

	b->row = (int)index;
	block_label(b, f->fields[index].label);
	form_screen_mark(b, anything_wrong_in_fold(f, rules) ? FORM_WRONG : FORM_UNKNOWN, rules);
}

static void add_send(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	bool focused = f->focus == index;
	int pause = sms_practice_pause(&w->sms, w->now);
	struct block *b = page_add(p, BLOCK_BUTTON, field->label);

	b->row = (int)index;
	if (sms_practice_life(&w->sms, w->now) > 0 && !shows_code_below(w, &f->fields[f->focus])) {
		char *life = life_text(w);
		char *sms = xasprintf("演练短信：验证码 %s，%s", w->sms.code, life);

		block_status(b, sms, STYLE_PLAIN);
		free(sms);
		free(life);
	}
	if (focused && pause > 0)
		page_addf(p, BLOCK_FINDING, "%d 秒后才能再取。", pause)->style = STYLE_QUIET;
	else if (focused && field->advice != NULL)
		page_add(p, BLOCK_FINDING, field->advice)->style = STYLE_QUIET;
}

static void add_answer_row(struct page *p, const struct wizard *w, const struct form *f,
			   size_t index)
{
	const struct form_field *field = &f->fields[index];

	page_add(p, BLOCK_CHOICE, field->label)->row = (int)index;
	if (f->focus == index)
		page_add(p, BLOCK_FINDING,
			 w->guide->form->account->options[field->choice].item_count > 0
				 ? "先找回，别再注册。"
				 : "在这里演练一遍注册。")
			->style = STYLE_QUIET;
}

static void add_button(struct page *p, const struct form_field *field, size_t index, int pause)
{
	struct block *b = page_add(p, BLOCK_BUTTON, field->label);
	char wait[64];

	b->row = (int)index;
	if (pause > 0) {
		snprintf(wait, sizeof wait, "%d 秒后可再找", pause);
		block_status(b, wait, STYLE_QUIET);
	}
}

/* Adds a heading before a group of fields, or a gap before the submit button. A form with required
 * fields gets no gap, because the long one has to fit into 24 rows. */
static void add_heading(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index], *before = field - 1;
	bool first = index == 0;

	if (field->kind == FORM_ACCOUNT && (first || before->kind != FORM_ACCOUNT)) {
		page_add(p, BLOCK_GAP, "");
		page_add(p, BLOCK_GROUP, w->guide->form->account->question);
	} else if (!first && before->required && !field->required && field->kind != FORM_SEND &&
		   field->kind != FORM_BUTTON) {
		page_add(p, BLOCK_GAP, "");
		page_add(p, BLOCK_GROUP, "选填（忘了密码，靠它们找回）");
	} else if (!first && field->kind == FORM_BUTTON && form_required(f) == 0) {
		page_add(p, BLOCK_GAP, "");
	}
}

/* Reserves two lines, for a "^" and a sentence, below each row that may have a sentence. */
static void reserve_lines(struct page *p, const struct form *f)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW)
			switch (f->fields[p->blocks[i].row].kind) {
			case FORM_SKIP:
			case FORM_BUTTON:
				break;
			default:
				p->blocks[i].reserved = 2;
			}
}

void form_screen_build(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, int submit_pause)
{
	if (f->insisting)
		p->enter = "不改了";
	else if (f->fields[f->focus].kind == FORM_FOLD)
		p->enter = f->folded ? "展开" : "收起";
	for (size_t i = 0; i < f->count; i++) {
		const struct form_field *field = &f->fields[i];

		if (form_hidden(f, i))
			continue;
		add_heading(p, w, f, i);
		if (field->kind == FORM_FOLD)
			add_fold(p, w, f, rules, i);
		else if (field->kind == FORM_SEND)
			add_send(p, w, f, i);
		else if (field->kind == FORM_ACCOUNT)
			add_answer_row(p, w, f, i);
		else if (form_shape(field) == SHAPE_BUTTON) {
			add_button(p, field, i, field->kind == FORM_BUTTON ? submit_pause : 0);
			if (f->focus == i)
				add_sentence(p, w, f, rules, i, "");
		} else
			add_field(p, w, f, rules, i);
	}
	reserve_lines(p, f);
}
