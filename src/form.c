/* SPDX-License-Identifier: MIT */
#include "form.h"

#include <string.h>

#include "text.h"
#include "validator.h"

enum { ID_CHARACTERS = 18 };

static struct form_field *add(struct form *f, enum form_kind kind, const char *label,
			      const char *hint)
{
	struct form_field *field = &f->fields[f->count];

	if (f->count == FORM_FIELDS_MAX)
		return NULL;
	f->count++;
	*field = (struct form_field){ .kind = kind, .label = label, .hint = hint };
	return field;
}

static void focus_first(struct form *f)
{
	for (f->focus = 0; f->focus + 1 < f->count; f->focus++)
		if (f->fields[f->focus].kind != FORM_SHOWN)
			return;
}

static enum form_kind kind_of(enum guide_field_kind kind)
{
	switch (kind) {
	case GUIDE_FIELD_NAME:
		return FORM_NAME;
	case GUIDE_FIELD_ID_NUMBER:
		return FORM_ID_NUMBER;
	case GUIDE_FIELD_DOCUMENT_TYPE:
		return FORM_DOCUMENT;
	default:
		return FORM_SHOWN;
	}
}

void form_start_rehearsal(struct form *f, const struct guide_form *guide)
{
	form_wipe(f);
	for (size_t i = 0; i < guide->field_count; i++) {
		const struct guide_form_field *from = &guide->fields[i];
		struct form_field *field = add(f, kind_of(from->kind), from->label, from->hint);

		if (field == NULL)
			break;
		field->required = from->required;
		if (field->kind == FORM_DOCUMENT)
			field->choice_count = guide->document_count;
	}
	add(f, FORM_BUTTON, "检查并注册", NULL);
	focus_first(f);
}

void form_start_record(struct form *f)
{
	form_wipe(f);
	add(f, FORM_NAME, "姓名", "高考报名时登记的姓名");
	add(f, FORM_ID_NUMBER, "证件号码", "高考报名时登记的 18 位号码");
	add(f, FORM_BUTTON, "继续", NULL);
	focus_first(f);
}

bool form_next(struct form *f)
{
	for (size_t i = f->focus + 1; i < f->count; i++)
		if (f->fields[i].kind != FORM_SHOWN) {
			f->fields[f->focus].left = true;
			f->focus = i;
			return true;
		}
	return false;
}

bool form_previous(struct form *f)
{
	for (size_t i = f->focus; i-- > 0;)
		if (f->fields[i].kind != FORM_SHOWN) {
			if (f->fields[f->focus].edit.len > 0)
				f->fields[f->focus].left = true;
			f->focus = i;
			return true;
		}
	return false;
}

struct line_edit *form_editing(struct form *f)
{
	struct form_field *field = &f->fields[f->focus];

	return field->kind == FORM_NAME || field->kind == FORM_ID_NUMBER ? &field->edit : NULL;
}

const struct form_field *form_find(const struct form *f, enum form_kind kind)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].kind == kind)
			return &f->fields[i];
	return NULL;
}

static enum document_type document_of(const struct form *f, const struct guide_form *guide)
{
	static const enum document_type types[] = {
		[GUIDE_RULE_RESIDENT_ID] = DOCUMENT_RESIDENT_ID,
		[GUIDE_RULE_RESIDENCE_PERMIT] = DOCUMENT_RESIDENCE_PERMIT,
		[GUIDE_RULE_PERMANENT] = DOCUMENT_PERMANENT,
		[GUIDE_RULE_OTHER] = DOCUMENT_OTHER,
	};
	const struct form_field *field = form_find(f, FORM_DOCUMENT);

	if (field == NULL || guide == NULL)
		return DOCUMENT_RESIDENT_ID;
	return types[guide->documents[field->choice].rule];
}

/* An unfinished line lacks what is still to come: only slips at a place are worth a word. */
static void keep_placed(struct findings *found)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->count; i++)
		if (found->items[i].at > 0)
			found->items[kept++] = found->items[i];
	found->count = kept;
}

void form_check(const struct form *f, size_t index, const struct guide_form *guide,
		const struct record *record, struct date today, struct findings *out)
{
	const struct form_field *field = &f->fields[index];
	bool typing = !field->left;

	if (typing && f->focus != index)
		return;
	if (field->kind == FORM_ID_NUMBER) {
		enum document_type type = document_of(f, guide);

		/* A full number is finished, whether or not the student has left it. */
		if (type != DOCUMENT_OTHER && text_length(field->edit.text) >= ID_CHARACTERS)
			typing = false;
		validator_id_number(field->edit.text, type, typing ? NULL : record, today, out);
	} else if (field->kind == FORM_NAME) {
		validator_name(field->edit.text, typing ? NULL : record, out);
	}
	if (typing)
		keep_placed(out);
}

bool form_filled(const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->fields[i].edit.len > 0)
			return true;
	return false;
}

void form_wipe(struct form *f)
{
	explicit_bzero(f, sizeof *f);
}
