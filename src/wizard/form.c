/* SPDX-License-Identifier: MIT */
#include "wizard/form.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/mask.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"

static struct form_field *add(struct form *f, enum form_kind kind, const char *label,
			      const char *hint)
{
	struct form_field *field = &f->fields[f->count++];

	*field = (struct form_field){ .kind = kind, .label = label, .hint = hint };
	return field;
}

static void add_record_buttons(struct form *f)
{
	add(f, FORM_BUTTON, "继续", NULL);
	add(f, FORM_SKIP, "先不填", NULL);
}

void form_start_record(struct form *f)
{
	form_wipe(f);
	f->optional = f->partial = true;
	add(f, FORM_NAME, "姓名", "高考报名时登记的姓名");
	add(f, FORM_ID_NUMBER, "证件号码", "高考报名时登记的 18 位号码");
	add_record_buttons(f);
}

void form_start_lookup(struct form *f, bool candidates)
{
	form_wipe(f);
	f->optional = true;
	if (candidates)
		add(f, FORM_CANDIDATE, "考生号", "录取通知书上有，一般 14 位数字");
	add(f, FORM_NAME, "姓名", "照身份证填");
	add(f, FORM_ID_NUMBER, "证件号码", "身份证上的 18 位号码");
	add_record_buttons(f);
}

static const struct guide_form_field *find_field(const struct guide_form *guide,
						 enum guide_field_kind kind)
{
	for (size_t i = 0; i < guide->field_count; i++)
		if (guide->fields[i].kind == kind)
			return &guide->fields[i];
	return NULL;
}

void form_start_account(struct form *f, const struct guide_form *guide)
{
	const struct guide_form_field *document = find_field(guide, GUIDE_FIELD_DOCUMENT_TYPE);
	const struct guide_account *account = guide->account;

	form_wipe(f);
	if (account == NULL)
		return;
	add(f, FORM_ADDRESS, account->address, account->address_hint);
	if (document != NULL)
		add(f, FORM_DOCUMENT, document->label, document->hint)->choice_count =
			guide->document_count;
	for (size_t i = 0; i < account->option_count && i < FORM_ANSWERS_MAX; i++)
		add(f, FORM_ACCOUNT, account->options[i].label, NULL)->choice = i;
}

static void add_guided(struct form *f, const struct guide_form *guide,
		       const struct guide_form_field *from)
{
	static const enum form_kind kinds[] = {
		[GUIDE_FIELD_MOBILE] = FORM_MOBILE,
		[GUIDE_FIELD_SMS_CODE] = FORM_SMS_CODE,
		[GUIDE_FIELD_PASSWORD] = FORM_PASSWORD,
		[GUIDE_FIELD_PASSWORD_AGAIN] = FORM_PASSWORD_AGAIN,
		[GUIDE_FIELD_NAME] = FORM_NAME,
		[GUIDE_FIELD_DOCUMENT_TYPE] = FORM_DOCUMENT,
		[GUIDE_FIELD_ID_NUMBER] = FORM_ID_NUMBER,
		[GUIDE_FIELD_EMAIL] = FORM_EMAIL,
		[GUIDE_FIELD_QUESTION] = FORM_QUESTION,
		[GUIDE_FIELD_TERMS] = FORM_TERMS,
	};
	struct form_field *field;

	if (from->kind == GUIDE_FIELD_SMS_CODE && from->button != NULL)
		add(f, FORM_SEND, from->button, NULL)->advice = from->advice;
	field = add(f, kinds[from->kind], from->label, from->hint);
	field->required = from->required;
	field->advice = from->advice;
	if (field->kind == FORM_DOCUMENT)
		field->choice_count = guide->document_count;
	if (field->kind == FORM_TERMS)
		field->choice_count = 2;
	if (field->kind == FORM_QUESTION) {
		field->choice_count = guide->question_count + 1;
		add(f, FORM_ANSWER, "答案", NULL);
	}
}

/* Required fields come first (0), then optional ones (1), last the security questions, which fold
 * (2). */
static int pass_of(const struct guide_form_field *field)
{
	return field->kind == GUIDE_FIELD_QUESTION ? 2 : !field->required;
}

void form_start_register(struct form *f, const struct guide_form *guide)
{
	bool asks = find_field(guide, GUIDE_FIELD_QUESTION) != NULL;

	form_wipe(f);
	for (int pass = 0; pass < 3; pass++) {
		if (pass == 2 && asks)
			add(f, FORM_FOLD, "密保问题", NULL);
		for (size_t i = 0; i < guide->field_count; i++)
			if (pass_of(&guide->fields[i]) == pass)
				add_guided(f, guide, &guide->fields[i]);
	}
	f->folded = asks;
	add(f, FORM_BUTTON, "检查并注册", NULL);
}

void form_start_login(struct form *f, const struct guide_form *guide)
{
	form_wipe(f);
	if (guide->login == NULL)
		return;
	add(f, FORM_LOGIN_NAME, guide->login->name, guide->login->name_hint);
	add(f, FORM_LOGIN_PASSWORD, guide->login->password, NULL);
	add(f, FORM_BUTTON, guide->login->submit, NULL);
	add(f, FORM_SKIP, "不练了", NULL);
}

enum form_shape form_shape(const struct form_field *field)
{
	switch (field->kind) {
	case FORM_DOCUMENT:
	case FORM_QUESTION:
		return SHAPE_CHOICE;
	case FORM_TERMS:
		return SHAPE_TICK;
	case FORM_ACCOUNT:
	case FORM_SEND:
	case FORM_FOLD:
	case FORM_SKIP:
	case FORM_BUTTON:
		return SHAPE_BUTTON;
	default:
		return SHAPE_TEXT;
	}
}

bool form_hidden(const struct form *f, size_t index)
{
	enum form_kind kind = f->fields[index].kind;

	return f->folded && (kind == FORM_QUESTION || kind == FORM_ANSWER);
}

void form_go(struct form *f, size_t index)
{
	struct form_field *left = &f->fields[f->focus];

	if (index >= f->count || form_hidden(f, index))
		return;
	left->visited = left->visited || left->edit.len > 0 || left->choice > 0;
	f->focus = index;
}

/* Moves the focus by step, 1 or -1, to the next field that is not hidden. */
static bool move(struct form *f, size_t step)
{
	size_t to = f->focus + step;

	while (to < f->count && form_hidden(f, to))
		to += step;
	if (to >= f->count)
		return false;
	form_go(f, to);
	return true;
}

bool form_next(struct form *f)
{
	return move(f, 1);
}

bool form_previous(struct form *f)
{
	return move(f, (size_t)-1);
}

struct line_edit *form_editing(struct form *f)
{
	struct form_field *field = &f->fields[f->focus];

	return f->count > 0 && form_shape(field) == SHAPE_TEXT ? &field->edit : NULL;
}

const struct form_field *form_find(const struct form *f, enum form_kind kind)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].kind == kind)
			return &f->fields[i];
	return NULL;
}

/* True if a review lists the field. Optional fields that were left out are not worth a row, but
 * the missing answer to a question is. */
static bool is_reviewed(const struct form_field *field)
{
	if (field->kind == FORM_BUTTON)
		return true;
	return form_shape(field) != SHAPE_BUTTON &&
	       (field->required || field->edit.len > 0 || field->choice > 0 ||
		(field->kind == FORM_ANSWER && (field - 1)->choice > 0));
}

size_t form_review_rows(const struct form *f)
{
	size_t rows = 0;

	for (size_t i = 0; i < f->count; i++)
		rows += is_reviewed(&f->fields[i]);
	return rows;
}

size_t form_review_field(const struct form *f, size_t row)
{
	size_t index = 0;

	for (size_t i = 0; i < f->count; i++)
		if (is_reviewed(&f->fields[i]) && row-- == 0)
			index = i;
	return index;
}

size_t form_review_row(const struct form *f)
{
	size_t row = 0;

	for (size_t i = 0; i < f->focus; i++)
		row += is_reviewed(&f->fields[i]);
	return row;
}

const char *form_choice_label(const struct form_field *field, const struct guide_form *guide)
{
	switch (field->kind) {
	case FORM_DOCUMENT:
		return guide->documents[field->choice].label;
	case FORM_QUESTION:
		return field->choice == 0 ? "请选" : guide->questions[field->choice - 1];
	default:
		return "";
	}
}

/* Masks a contact so that its owner recognises it: 138****0000, c***@example.com; in a presentation
 * 1*********0. Owned by the caller. */
static char *mask_contact(const struct line_edit *e, bool presentation)
{
	const char *value = e->text, *at = strchr(value, '@');
	size_t len = text_length(value);

	if (at != NULL && at > value && !text_holds_number(at))
		return xasprintf("%c***%s", (unsigned char)value[0] < 0x80 ? value[0] : '*', at);
	if (len != 11 || len != strlen(value))
		return line_edit_stars(e);
	return presentation ? mask_text(mask_number(value))
			    : xasprintf("%.3s****%s", value, value + 7);
}

static bool is_password(enum form_kind kind)
{
	return kind == FORM_PASSWORD || kind == FORM_PASSWORD_AGAIN || kind == FORM_LOGIN_PASSWORD;
}

char *form_masked(const struct form *f, size_t index, bool presentation)
{
	const struct form_field *field = &f->fields[index];
	const char *value = field->edit.text;

	if (f->revealed)
		return xstrdup(value);
	if (is_password(field->kind) || field->kind == FORM_ANSWER)
		return line_edit_stars(&field->edit);
	switch (field->kind) {
	case FORM_SMS_CODE:
		return xstrdup(value);
	case FORM_NAME:
		if (presentation && !text_holds_number(value))
			return mask_text(mask_name(value));
		break;
	case FORM_ID_NUMBER:
	case FORM_CANDIDATE:
		return mask_text(mask_number(value));
	case FORM_LOGIN_NAME:
		if (text_length(value) == ID_LENGTH)
			return mask_text(mask_number(value));
		return mask_contact(&field->edit, presentation);
	case FORM_MOBILE:
	case FORM_EMAIL:
		return mask_contact(&field->edit, presentation);
	default:
		break;
	}
	return text_holds_number(value) ? mask_text(mask_number(value)) : xstrdup(value);
}

char *form_value(const struct form *f, size_t index, bool presentation)
{
	if (f->focus == index && !is_password(f->fields[index].kind))
		return xstrdup(f->fields[index].edit.text);
	return form_masked(f, index, presentation);
}

void form_visit_all(struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		f->fields[i].visited = true;
}

bool form_typed(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].edit.len > 0)
			return true;
	return false;
}

bool form_forget(struct form *f, bool passwords_only)
{
	bool typed = false;

	for (size_t i = 0; i < f->count; i++) {
		struct form_field *field = &f->fields[i];

		if (passwords_only && !is_password(field->kind))
			continue;
		typed = typed || field->edit.len > 0;
		line_edit_wipe(&field->edit);
		field->visited = false;
	}
	return typed;
}

void form_wipe(struct form *f)
{
	/* The fields past the last one were never written. */
	explicit_bzero(f->fields, f->count * sizeof f->fields[0]);
	f->count = f->focus = 0;
	f->revealed = f->warned = f->insisting = f->optional = f->partial = false;
	f->folded = f->reviewed = false;
}
