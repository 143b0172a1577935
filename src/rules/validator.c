/* SPDX-License-Identifier: MIT */
/* What is wrong with a student's entry, by itself and against the gaokao record? GB 11643-1999 for
 * the numbers of the resident ID card, 居住证 and the card of 2023; of other documents it is only
 * known that they have a number. */
#include "rules/validator.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "rules/name_character.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"

void validator_drop_words(struct record *r)
{
	struct findings found = { 0 };
	bool named;

	person_name_check(r->name, &found);
	if (findings_has(&found, FINDING_NAME_EMPTY))
		r->name[0] = '\0';
	named = r->name[0] != '\0' && !findings_has_kind(&found, KIND_NAME_IS_NUMBER);
	found.count = 0;
	resident_id_check(r->id_number, (struct date){ 0 }, &found);
	if (findings_has(&found, FINDING_ID_EMPTY) ||
	    (named && (findings_has_kind(&found, KIND_ID_IS_TEXT) ||
		       findings_has_kind(&found, KIND_NO_DIGITS))))
		r->id_number[0] = '\0';
	explicit_bzero(&found, sizeof found);
}

void validator_name(const char *name, const struct record *record, struct findings *out)
{
	struct findings found = { 0 };

	person_name_check(name, &found);
	if (record != NULL && record->name[0] != '\0' &&
	    !findings_has(&found, FINDING_NAME_EMPTY)) {
		person_name_compare(name, record->name, &found);
		person_name_settle_marks(record->name, &found);
	}
	findings_add_all(out, &found);
	explicit_bzero(&found, sizeof found);
}

bool validator_exchanged(const struct findings *name, const struct findings *number)
{
	return name->count > 0 && name->items[0].kind == KIND_NAME_IS_NUMBER && number->count > 0 &&
	       (number->items[0].kind == KIND_NO_DIGITS ||
		number->items[0].kind == KIND_ID_IS_TEXT);
}

/* True for an empty value, a word for "no value", or what a spreadsheet left of a number. */
static bool is_no_number(const struct finding *f)
{
	return f->code == FINDING_ID_EMPTY || f->kind == KIND_SCIENTIFIC ||
	       f->kind == KIND_ID_HASHES;
}

/* True for two numbers in one value: E12345678/G12345678. */
static bool holds_two(const struct characters *number)
{
	enum { LEAST = 7 };
	size_t i = 0, count;

	while (i < number->count &&
	       strchr("/,;|", (int)(text_narrow(number->cp[i]) & 0x7F)) == NULL)
		i++;
	count = number->count - i;
	return i >= LEAST && count > LEAST && text_narrow(number->cp[i]) < 0x80;
}

/* Checks the number of another document. Only this is known of it: it is ASCII, without blanks, and
 * no resident ID number. */
static void check_other(const char *number, struct date today, struct findings *out)
{
	struct characters all = characters_read(number), bare = characters_bare(&all);
	struct findings resident = { 0 };
	char digits[ID_LENGTH + 1];
	struct resident_id id;

	resident_id_check(number, today, &resident);
	if (resident.count > 0 && is_no_number(&resident.items[0])) {
		findings_add_all(out, &resident);
	} else if (strstr(number, "**") != NULL) {
		findings_add(out, FINDING_ID_MASKED, KIND_ID_MASKED, 0, 0);
	} else if (holds_two(&bare)) {
		findings_add(out, FINDING_ID_LENGTH, KIND_TWO_NUMBERS, 0, 0);
	} else if (id_before_point(&bare) < bare.count) {
		characters_report(characters_part(&bare, id_before_point(&bare), bare.count),
				  FINDING_ID_CHARACTER, KIND_POINT_ZERO, out);
	} else {
		characters_report_unseen(&all, FINDING_ID_SPACE, FINDING_ID_INVISIBLE, out);
		characters_report_runs(&bare, text_is_fullwidth, FINDING_ID_FULLWIDTH,
				       KIND_FULLWIDTH, out);
		findings_merge(out);
	}
	if (id_normalise(&bare, digits) && resident_id_read(digits, &id)) {
		explicit_bzero(&resident, sizeof resident);
		resident_id_check(digits, today, &resident);
		if (!findings_any(&resident, SEVERITY_ERROR))
			finding_quote(id_document(digits),
				      findings_add(out, FINDING_ID_OTHER_DOCUMENT,
						   KIND_DOCUMENT_TYPE, 0, 0)
					      ->should);
	}
	explicit_bzero(digits, sizeof digits);
	explicit_bzero(&resident, sizeof resident);
	characters_wipe(&all);
	characters_wipe(&bare);
}

/* True for the card of before 2023: three letters of the country, twelve digits. */
static bool is_old_permanent(const char *number)
{
	return strlen(number) == 15 && strspn(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 &&
	       strspn(number + 3, "0123456789") == 12;
}

/* Reports a right number that is another document's than the chosen one's. */
static void check_type(char first, enum document_type type, struct findings *alone)
{
	if (findings_any(alone, SEVERITY_ERROR) || findings_has(alone, FINDING_ID_OTHER_DOCUMENT))
		return;
	if (type == DOCUMENT_PERMANENT && first != '9')
		findings_add(alone, FINDING_ID_OTHER_DOCUMENT, KIND_NOT_NINE, 1, 1);
	else if (type == DOCUMENT_RESIDENCE_PERMIT && first != '8' && first != '9')
		findings_add(alone, FINDING_ID_OTHER_DOCUMENT, KIND_NOT_EIGHT, 1, 1);
}

static void check_alone(const char *number, enum document_type type, struct date today,
			struct findings *out)
{
	struct findings alone = { 0 };
	size_t kept = 0;

	if (type == DOCUMENT_OTHER) {
		check_other(number, today, out);
		return;
	}
	if (type == DOCUMENT_PERMANENT && is_old_permanent(number))
		return;
	resident_id_check(number, today, &alone);
	for (size_t i = 0; i < alone.count; i++)
		if (type != DOCUMENT_PERMANENT || alone.items[i].kind != KIND_DOCUMENT_TYPE)
			alone.items[kept++] = alone.items[i];
	alone.count = kept;
	if (type != DOCUMENT_RESIDENT_ID && alone.count > 0 &&
	    alone.items[0].kind == KIND_NOT_RESIDENT) {
		alone.items[0].kind = KIND_NOT_OF_DOCUMENT;
		alone.items[0].label = id_document(type == DOCUMENT_PERMANENT ? "9" : "8");
	}
	check_type(number[0], type, &alone);
	findings_add_all(out, &alone);
	explicit_bzero(&alone, sizeof alone);
}

static void compare_sex(const struct resident_id *id, const char *sex, enum finding_kind kind,
			size_t at, struct findings *out)
{
	const char *own = id->male ? "男" : "女";
	struct finding *f;

	if ((strcmp(sex, "男") != 0 && strcmp(sex, "女") != 0) || strcmp(sex, own) == 0)
		return;
	f = findings_add(out, FINDING_ID_SEX, kind, at, 1);
	strcpy(f->is, own);
	strcpy(f->should, sex);
}

static bool is_day(const char *text, struct date d)
{
	return strlen(text) == 10 && strspn(text, "0123456789-") == 10 && text[4] == '-' &&
	       text[7] == '-' && text_digits(text, 4) == d.year &&
	       text_digits(text + 5, 2) == d.month && text_digits(text + 8, 2) == d.day;
}

static void compare_birth(const struct resident_id *id, const char *birth_date,
			  enum finding_kind kind, size_t at, struct findings *out)
{
	struct date d = { 0 };
	struct finding *f;
	int parts;

	if (is_day(birth_date, id->birth)) /* the usual case */
		return;
	parts = sscanf(birth_date, "%4d-%2d-%2d", &d.year, &d.month, &d.day);
	/* A column 出生年月 has no day, a cell perhaps only the year. An impossible date of a
	 * column is reported, too. */
	if (parts == 1)
		d.month = d.year == id->birth.year ? id->birth.month : 1;
	if (parts == 1 || parts == 2)
		d.day = d.year == id->birth.year && d.month == id->birth.month ? id->birth.day : 1;
	if (parts < 1 || (kind != KIND_BIRTH_COLUMN && !date_valid(d)) || !date_valid(id->birth) ||
	    date_compare(d, id->birth) == 0)
		return;
	f = findings_add(out, FINDING_ID_BIRTH, kind, at, 8);
	snprintf(f->is, sizeof f->is, "%04d-%02d-%02d", id->birth.year, id->birth.month,
		 id->birth.day);
	snprintf(f->should, sizeof f->should, "%s", birth_date);
}

void validator_holder(const char *number, const char *sex, const char *birth_date,
		      enum validator_source source, struct findings *out)
{
	static const enum finding_kind of_sex[] = { KIND_SEX, KIND_SEX_OF_RECORD, KIND_SEX_COLUMN };
	static const enum finding_kind of_birth[] = { KIND_BIRTH, KIND_BIRTH_OF_RECORD,
						      KIND_BIRTH_COLUMN };
	char digits[ID_LENGTH + 1];
	struct characters all, bare;
	struct resident_id id;

	if (resident_id_read(number, &id) && !id_check_fits(number))
		return; /* so are most numbers that are compared only with their own row */
	all = characters_read(number);
	bare = characters_bare(&all);
	if (id_normalise(&bare, digits) && resident_id_read(digits, &id) && id_check_fits(digits)) {
		compare_sex(&id, sex, of_sex[source], bare.place[16], out);
		compare_birth(&id, birth_date, of_birth[source], bare.place[6], out);
	}
	explicit_bzero(digits, sizeof digits);
	characters_wipe(&all);
	characters_wipe(&bare);
}

void validator_id_number(const char *number, enum document_type type, const struct record *record,
			 struct date today, struct findings *out)
{
	struct findings found = { 0 };

	check_alone(number, type, today, &found);
	if (record != NULL && !findings_has(&found, FINDING_ID_EMPTY)) {
		if (record->id_number[0] != '\0')
			resident_id_compare(number, record->id_number, &found);
		if (type != DOCUMENT_OTHER && !findings_has_kind(&found, KIND_ROUNDED))
			validator_holder(number, record->sex, record->birth_date,
					 strcmp(number, record->id_number) == 0
						 ? VALIDATOR_OWN_RECORD
						 : VALIDATOR_RECORD,
					 &found);
	}
	findings_add_all(out, &found);
	explicit_bzero(&found, sizeof found);
}

/* Reports where two texts differ: one has characters more, or the rest is another. */
static void report_shown(const struct characters *s, const struct characters *e,
			 struct findings *out)
{
	struct difference d = characters_difference(s, e);
	enum finding_kind kind = d.is > 0 && d.should > 0 ? KIND_SHOWN_OTHER
				 : d.is > 0               ? KIND_SHOWN_EXTRA
				 : d.first < s->count     ? KIND_SHOWN_LACKS_INSIDE
							  : KIND_SHOWN_LACKS;
	bool all = kind == KIND_SHOWN_OTHER;
	struct finding *f = findings_add(out, FINDING_SHOWN_MISMATCH, kind,
					 characters_place(s, d.first) + (d.first == s->count), 1);

	characters_quote(characters_part(s, d.first, all ? s->count : d.is), f->is);
	characters_quote(characters_part(e, d.first, all ? e->count : d.should), f->should);
}

void validator_shown(const char *shown, const char *expected, struct findings *out)
{
	struct characters s = characters_read(shown), e = characters_read(expected);
	size_t i = 0;

	while (i < s.count && !name_is_private(s.cp[i]))
		i++;
	if (i < s.count) {
		characters_report(characters_part(&s, i, 1), FINDING_SHOWN_PRIVATE,
				  KIND_SHOWN_PRIVATE, out);
	} else if (e.count > 0 && !characters_equal(s, e)) {
		report_shown(&s, &e, out);
	}
	characters_wipe(&s);
	characters_wipe(&e);
}
