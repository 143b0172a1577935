/* SPDX-License-Identifier: MIT */
#include "wizard/form.h"

#include <string.h>

#include "base/text.h"
#include "rules/candidate_number.h"
#include "rules/contact.h"
#include "rules/document_form.h"
#include "rules/person_name.h"
#include "rules/site_address.h"
#include "rules/validator.h"
#include "wizard/login_check.h"

enum { ID_CHARACTERS = 18 };

static const char *typed_in(const struct form *f, enum form_kind kind)
{
	const struct form_field *field = form_find(f, kind);

	return field != NULL ? field->edit.text : "";
}

enum document_type form_document(const struct form *f, const struct guide_form *guide)
{
	const struct form_field *field = form_find(f, FORM_DOCUMENT);

	return field == NULL || guide == NULL ? DOCUMENT_RESIDENT_ID
					      : guide->documents[field->choice].rule;
}

static void check_email(const struct form_field *field, struct findings *out)
{
	if (field->edit.len > 0)
		contact_check_email(field->edit.text, out);
	else if (field->advice != NULL)
		findings_add(out, FINDING_EMAIL_EMPTY, KIND_ADVICE, 0, 0)->label = field->advice;
}

/* The earlier field that chose the same security question; NULL if there is none. */
static const struct form_field *same_question(const struct form *f, size_t index)
{
	for (size_t i = 0; i < index && f->fields[index].choice > 0; i++)
		if (f->fields[i].kind == FORM_QUESTION &&
		    f->fields[i].choice == f->fields[index].choice)
			return &f->fields[i];
	return NULL;
}

static void check_question(const struct form *f, size_t index, struct findings *out)
{
	const struct form_field *field = &f->fields[index], *same = same_question(f, index);

	if (field->choice == 0 && field->advice != NULL)
		findings_add(out, FINDING_QUESTION_EMPTY, KIND_ADVICE, 0, 0)->label = field->advice;
	if (same != NULL)
		findings_add(out, FINDING_QUESTION_SAME, KIND_QUESTION_SAME, 0, 0)->label =
			same->label;
}

static bool is_answered(const struct form_field *field)
{
	return !text_all_blank(field->edit.text);
}

size_t form_questions(const struct form *f, size_t *all)
{
	size_t answered = 0;

	*all = 0;
	for (size_t i = 0; i + 1 < f->count; i++)
		if (f->fields[i].kind == FORM_QUESTION) {
			++*all;
			answered += f->fields[i].choice > 0 && same_question(f, i) == NULL &&
				    is_answered(&f->fields[i + 1]);
		}
	return answered;
}

static void check_answer(const struct form *f, size_t index, struct findings *out)
{
	bool asked = index > 0 && f->fields[index - 1].choice > 0;
	bool answered = is_answered(&f->fields[index]);

	if (asked && !answered)
		findings_add(out, FINDING_QUESTION_HALF, KIND_ANSWER_EMPTY, 0, 0);
	else if (!asked && answered)
		findings_add(out, FINDING_QUESTION_HALF, KIND_QUESTION_EMPTY, 0, 0);
}

static void check_terms(const struct form_field *field, struct findings *out)
{
	if (field->choice == 0)
		findings_add(out, FINDING_TERMS, KIND_TERMS, 0, 0)->label = field->label;
}

/* A blank or a mark in a name may stand for an interpunct: the record shows whether it does, even
 * before the name is complete. */
static void settle_blanks(const char *recorded, struct findings *found)
{
	for (size_t i = 0; i < found->count && *recorded != '\0'; i++) {
		struct finding *f = &found->items[i];
		size_t at = f->at > 0 ? text_offset(recorded, f->at - 1) : strlen(recorded);
		bool dot = strncmp(recorded + at, "·", strlen("·")) == 0;

		if (f->kind == KIND_BLANK_OR_DOT)
			f->kind = dot ? KIND_DOT_BLANK : KIND_BLANK;
	}
	if (*recorded != '\0')
		person_name_settle_marks(recorded, found);
}

/* In a form that does not ask for the document, the number of another one may be right. */
static void allow_other_document(struct findings *found)
{
	for (size_t i = 0; i < found->count; i++) {
		struct finding *f = &found->items[i];

		if (f->kind == KIND_OTHER_DOCUMENT || f->kind == KIND_DOCUMENT_TYPE ||
		    f->kind == KIND_NOT_RESIDENT) {
			f->kind = KIND_DOCUMENT_UNASKED;
			f->code = FINDING_ID_OTHER_DOCUMENT;
		}
	}
}

/* Checks the number of another document than the resident ID card, as far as its form is known. */
static void check_other_document(const struct form *f, const struct guide_form *guide,
				 const char *number, struct findings *out)
{
	const struct form_field *document = form_find(f, FORM_DOCUMENT);

	if (document != NULL && guide != NULL)
		document_form_check(document_form_of(guide->documents[document->choice].label),
				    number, out);
}

static void check_value(const struct form *f, size_t index, const struct form_rules *rules,
			bool typing, struct findings *out)
{
	const struct form_field *field = &f->fields[index];
	const char *value = field->edit.text;

	switch (field->kind) {
	case FORM_NAME:
		validator_name(value, typing ? NULL : rules->record, out);
		if (rules->record != NULL)
			settle_blanks(rules->record->name, out);
		break;
	case FORM_ID_NUMBER:
		validator_id_number(value, form_document(f, rules->guide),
				    typing ? NULL : rules->record, rules->today, out);
		if (!typing)
			check_other_document(f, rules->guide, value, out);
		if (form_document(f, rules->guide) != DOCUMENT_OTHER)
			region_check(rules->regions, value, out);
		if (form_find(f, FORM_DOCUMENT) == NULL)
			allow_other_document(out);
		break;
	case FORM_CANDIDATE:
		candidate_number_check_entered(value, out);
		break;
	case FORM_MOBILE:
		contact_check_mobile(value, out);
		break;
	case FORM_SMS_CODE:
		sms_practice_check(rules->sms, value, rules->now, out);
		break;
	case FORM_PASSWORD:
		contact_check_password(value, typed_in(f, FORM_ID_NUMBER), typed_in(f, FORM_MOBILE),
				       out);
		break;
	case FORM_PASSWORD_AGAIN:
		contact_check_again(value, typed_in(f, FORM_PASSWORD), out);
		break;
	case FORM_EMAIL:
		check_email(field, out);
		break;
	case FORM_QUESTION:
		check_question(f, index, out);
		break;
	case FORM_ANSWER:
		check_answer(f, index, out);
		break;
	case FORM_TERMS:
		check_terms(field, out);
		break;
	case FORM_ADDRESS:
		if (field->edit.len > 0)
			site_address_check(value, out);
		break;
	case FORM_BUTTON:
		if (form_find(f, FORM_LOGIN_NAME) != NULL)
			login_check(typed_in(f, FORM_LOGIN_NAME), typed_in(f, FORM_LOGIN_PASSWORD),
				    rules->registered, out);
		break;
	default:
		break;
	}
}

/* Drops the findings that an unfinished text always has: keeps those at a position, except a
 * needless interpunct at the end. */
static void keep_placed(struct findings *found, size_t length)
{
	size_t kept = 0;

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];

		if (f->at > 0 &&
		    (f->kind != KIND_DOT_NEEDLESS || f->at + f->count <= length || f->at == 1))
			found->items[kept++] = *f;
	}
	found->count = kept;
}

static void check_field(const struct form *f, size_t index, const struct form_rules *rules,
			struct findings *out)
{
	const struct form_field *field = &f->fields[index];
	bool typing = !field->visited;

	if (typing && f->focus != index)
		return;
	if (f->partial && field->edit.len == 0)
		return;
	/* A number of full length is finished, even if the student has not left the field. */
	if (field->kind == FORM_ID_NUMBER && text_length(field->edit.text) >= ID_CHARACTERS)
		typing = false;
	/* An unfinished code, address or repeated password always differs: do not check it yet. */
	if (typing && field->kind != FORM_NAME && field->kind != FORM_ID_NUMBER &&
	    field->kind != FORM_MOBILE && field->kind != FORM_PASSWORD)
		return;
	check_value(f, index, rules, typing, out);
	if (typing)
		keep_placed(out, text_length(field->edit.text));
}

static bool any(const struct findings *found, enum severity least)
{
	for (size_t i = 0; i < found->count; i++)
		if (finding_severity(&found->items[i]) >= least)
			return true;
	return false;
}

/* The finding that form_finding() shows first; NULL if there is none. */
static const struct finding *worst(const struct findings *found)
{
	const struct finding *first = NULL;

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *item = &found->items[i];
		enum severity is = finding_severity(item), was;

		was = first != NULL ? finding_severity(first) : SEVERITY_NOTE;
		if (first == NULL || is > was ||
		    (is == was && finding_against_record(first) && !finding_against_record(item)))
			first = item;
	}
	return first;
}

static bool is_school_number(const struct finding *f)
{
	return f->kind == KIND_SCHOOL_NUMBER || f->kind == KIND_SCHOOL_NUMBER_OTHER;
}

/* The guide's label of the document with that rule; NULL if it has none. */
static const char *document_name(const struct guide_form *guide, enum document_type rule)
{
	for (size_t i = 0; i < guide->document_count; i++)
		if (guide->documents[i].rule == rule)
			return guide->documents[i].label;
	return NULL;
}

/* Adds that the number belongs to another document than the one chosen: the site would make an
 * account that finds no record. found: the findings of the number. */
static void check_document(const struct form *f, const struct form_rules *rules,
			   const struct findings *found, struct findings *out)
{
	const char *number = typed_in(f, FORM_ID_NUMBER);
	const char *permit = document_name(rules->guide, DOCUMENT_RESIDENCE_PERMIT);
	const struct finding *first = worst(found);
	struct finding *copy;
	enum finding_kind kind;

	if (first == NULL && *number == '8' && permit != NULL &&
	    text_length(number) == ID_CHARACTERS &&
	    form_document(f, rules->guide) == DOCUMENT_RESIDENT_ID) {
		finding_quote(
			permit,
			findings_add(out, FINDING_DOCUMENT, KIND_DOCUMENT_OF_NUMBER, 0, 0)->should);
	} else if (first != NULL && first->code == FINDING_ID_OTHER_DOCUMENT &&
		   !is_school_number(first)) {
		kind = first->kind == KIND_DOCUMENT_TYPE    ? KIND_DOCUMENT_OF_NUMBER
		       : first->kind == KIND_OTHER_DOCUMENT ? KIND_DOCUMENT_LIKELY
							    : first->kind;
		copy = findings_add(out, FINDING_DOCUMENT, kind, 0, 0);
		copy->label = first->label;
		finding_quote(first->should, copy->should);
	}
}

void form_check(const struct form *f, size_t index, const struct form_rules *rules,
		struct findings *out)
{
	const struct form_field *field = &f->fields[index];
	const struct form_field *number = form_find(f, FORM_ID_NUMBER);
	struct findings found = { 0 };

	if (field->kind == FORM_DOCUMENT && number != NULL) {
		check_field(f, (size_t)(number - f->fields), rules, &found);
		check_document(f, rules, &found, out);
		explicit_bzero(&found, sizeof found);
		return;
	}
	check_field(f, index, rules, out);
	/* A school number is not the number of any document in the list. */
	for (size_t i = 0; i < out->count; i++)
		if (is_school_number(&out->items[i]))
			out->items[i].code = FINDING_DOCUMENT;
}

bool form_finding(const struct form *f, size_t index, const struct form_rules *rules,
		  struct finding *out)
{
	struct findings found = { 0 };
	const struct finding *first;

	form_check(f, index, rules, &found);
	first = worst(&found);
	if (first != NULL)
		*out = *first;
	explicit_bzero(&found, sizeof found);
	return first != NULL;
}

/* The state of a value without warnings: it agrees only if it equals the record's. noted: it has a
 * note, for instance about an unusual form. */
static enum form_state state_of_value(const struct form *f, size_t index,
				      const struct form_rules *rules, bool noted)
{
	static const struct record none;
	const struct record *record = rules->record != NULL ? rules->record : &none;
	const struct form_field *field = &f->fields[index];
	const char *recorded = "";

	switch (field->kind) {
	case FORM_NAME:
		recorded = record->name;
		break;
	case FORM_ID_NUMBER:
		if (form_document(f, rules->guide) == DOCUMENT_OTHER)
			return FORM_UNKNOWN;
		recorded = record->id_number;
		break;
	case FORM_CANDIDATE:
		recorded = record->candidate_number;
		break;
	case FORM_MOBILE:
	case FORM_PASSWORD:
	case FORM_EMAIL:
		break;
	case FORM_SMS_CODE:
	case FORM_PASSWORD_AGAIN:
	case FORM_ADDRESS:
		return field->kind == FORM_PASSWORD_AGAIN && noted ? FORM_OPEN : FORM_RIGHT;
	default:
		return FORM_UNKNOWN;
	}
	if (*recorded != '\0' && strcmp(recorded, field->edit.text) == 0)
		return FORM_AGREES;
	return noted ? FORM_UNKNOWN : FORM_FORMED;
}

enum form_state form_state(const struct form *f, size_t index, const struct form_rules *rules)
{
	const struct form_field *field = &f->fields[index];
	enum form_shape shape = form_shape(field);
	struct findings shown = { 0 }, whole = { 0 };
	bool wrong, suspect, unfinished, noted;

	if (shape == SHAPE_BUTTON)
		return FORM_UNKNOWN;
	form_check(f, index, rules, &shown);
	check_value(f, index, rules, false, &whole);
	wrong = any(&shown, SEVERITY_ERROR);
	suspect = any(&shown, SEVERITY_WARNING);
	unfinished = any(&whole, SEVERITY_WARNING) || (shape == SHAPE_TEXT && field->edit.len == 0);
	noted = whole.count > 0;
	explicit_bzero(&shown, sizeof shown);
	explicit_bzero(&whole, sizeof whole);
	if (wrong || suspect)
		return wrong ? FORM_WRONG : FORM_SUSPECT;
	if (unfinished)
		return field->required ? FORM_OPEN : FORM_UNKNOWN;
	if (shape == SHAPE_TICK)
		return FORM_RIGHT;
	return shape == SHAPE_TEXT ? state_of_value(f, index, rules, noted) : FORM_UNKNOWN;
}

size_t form_required(const struct form *f)
{
	size_t required = 0;

	for (size_t i = 0; i < f->count; i++)
		required += f->fields[i].required;
	return required;
}

size_t form_done(const struct form *f, const struct form_rules *rules)
{
	size_t done = 0;

	for (size_t i = 0; i < f->count; i++) {
		enum form_state state = form_state(f, i, rules);

		done += f->fields[i].required && state != FORM_OPEN && state != FORM_WRONG;
	}
	return done;
}

size_t form_wrong(const struct form *f, const struct form_rules *rules, enum severity least,
		  size_t *first)
{
	size_t wrong = 0;

	for (size_t i = 0; i < f->count; i++) {
		struct findings found = { 0 };

		form_check(f, i, rules, &found);
		if (any(&found, least) && wrong++ == 0)
			*first = i;
		explicit_bzero(&found, sizeof found);
	}
	return wrong;
}
