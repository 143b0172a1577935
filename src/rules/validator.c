/* SPDX-License-Identifier: MIT */
#include "rules/validator.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "rules/person_name.h"
#include "rules/person_name_internal.h"
#include "rules/resident_id.h"
#include "rules/resident_id_internal.h"

static bool has(const struct findings *f, enum finding_code code)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].code == code)
			return true;
	return false;
}

/* at 0: wherever it stands. */
static void drop(struct findings *f, enum finding_code code, size_t at)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].code != code || (at > 0 && f->items[i].at != at))
			f->items[kept++] = f->items[i];
	f->count = kept;
}

/* Adds what the comparison found to what the form did, each thing once. */
static void merge(const struct findings *form, const struct findings *compared,
		  struct findings *out)
{
	for (size_t i = 0; i < form->count; i++)
		findings_add(out, form->items[i].code, form->items[i].at, "%s",
			     form->items[i].message);
	for (size_t i = 0; i < compared->count; i++)
		if (!has(form, compared->items[i].code))
			findings_add(out, compared->items[i].code, compared->items[i].at, "%s",
				     compared->items[i].message);
}

void validator_name(const char *name, const struct record *record, struct findings *out)
{
	struct findings form = { 0 }, compared = { 0 };

	person_name_check(name, &form);
	if (record != NULL && record->name[0] != '\0' && !has(&form, FINDING_NAME_EMPTY))
		person_name_compare(name, record->name, &compared);
	/* A blank where the record has an interpunct is that, and no blank too many. */
	for (size_t i = 0; i < compared.count; i++)
		if (compared.items[i].code == FINDING_NAME_INTERPUNCT)
			drop(&form, FINDING_NAME_SPACE, compared.items[i].at);
	merge(&form, &compared, out);
	explicit_bzero(&form, sizeof form);
	explicit_bzero(&compared, sizeof compared);
}

/* Of other documents only this is known: they have a number, in ASCII and without blanks. */
static void check_other(const char *number, struct findings *out)
{
	struct characters all = characters_read(number);
	struct characters bare = characters_bare(&all);
	char name[CHARACTER_NAME];

	if (bare.count == 0) {
		findings_add(out, FINDING_ID_EMPTY, 0, "还没有填证件号码。照证件输入。");
	} else {
		characters_check_blank(&all, FINDING_ID_SPACE, "号码", out);
		characters_check_invisible(&all, FINDING_ID_INVISIBLE, out);
	}
	for (size_t i = 0, end; i < bare.count; i = end + 1) {
		end = characters_run(&bare, i, text_is_fullwidth);
		if (end > i)
			findings_add(out, FINDING_ID_FULLWIDTH, bare.place[i],
				     "第 %zu 个字符起有 %zu 个全角字符：%s。"
				     "切换到英文输入法，重新输入。",
				     bare.place[i], end - i, character_name(bare.cp[i], name));
	}
	characters_wipe(&all);
	characters_wipe(&bare);
}

/* The card of before 2023: three letters of the country, twelve digits. */
static bool is_old_permanent(const char *number)
{
	return strlen(number) == 15 && strspn(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 &&
	       strspn(number + 3, "0123456789") == 12;
}

/* A number without fault may still be that of another document than the one chosen. */
static void check_document(char first, enum document_type type, struct findings *form)
{
	if (type == DOCUMENT_PERMANENT)
		drop(form, FINDING_ID_OTHER_DOCUMENT, 0);
	if (findings_any(form, SEVERITY_ERROR))
		return;
	if (type == DOCUMENT_PERMANENT && first != '9')
		findings_add(
			form, FINDING_ID_OTHER_DOCUMENT, 1,
			"外国人永久居留身份证的号码以 9 开头，这个不是。核对一下选的证件类型。");
	else if (type == DOCUMENT_RESIDENCE_PERMIT && first != '8' && first != '9')
		findings_add(form, FINDING_ID_OTHER_DOCUMENT, 1,
			     "港澳台居民居住证的号码以 81、82 或 83 开头，这个不是。"
			     "核对一下选的证件类型。");
}

static void check_form(const char *number, enum document_type type, struct date today,
		       struct findings *form)
{
	if (type == DOCUMENT_OTHER) {
		check_other(number, form);
		return;
	}
	if (type == DOCUMENT_PERMANENT && is_old_permanent(number))
		return;
	resident_id_check(number, today, form);
	check_document(number[0], type, form);
}

static void check_sex(const struct resident_id *id, const char *sex, const char *source, size_t at,
		      struct findings *out)
{
	const char *says = id->male ? "男" : "女";

	if ((strcmp(sex, "男") == 0 || strcmp(sex, "女") == 0) && strcmp(sex, says) != 0)
		findings_add(out, FINDING_ID_SEX, at,
			     "第 17 位单数为男、双数为女：号码说是%s，%s是%s。"
			     "对照身份证核对。",
			     says, source, sex);
}

static void check_birth(const struct resident_id *id, const char *birth_date, const char *source,
			size_t at, struct findings *out)
{
	struct date d = { 0 };

	if (sscanf(birth_date, "%4d-%2d-%2d", &d.year, &d.month, &d.day) == 3 && date_valid(d) &&
	    date_valid(id->birth) && date_compare(d, id->birth) != 0)
		findings_add(out, FINDING_ID_BIRTH, at,
			     "第 7–14 位是出生日期：号码说是 %04d-%02d-%02d，%s是 "
			     "%04d-%02d-%02d。对照身份证核对。",
			     id->birth.year, id->birth.month, id->birth.day, source, d.year,
			     d.month, d.day);
}

void validator_holder(const char *number, const char *sex, const char *birth_date,
		      const char *source, struct findings *out)
{
	struct characters all = characters_read(number);
	struct characters bare = characters_bare(&all);
	char digits[ID_LENGTH + 1];
	struct resident_id id;

	if (id_normalise(&bare, digits) && resident_id_read(digits, &id) && id_check_fits(digits)) {
		check_sex(&id, sex, source, bare.place[16], out);
		check_birth(&id, birth_date, source, bare.place[6], out);
	}
	explicit_bzero(digits, sizeof digits);
	characters_wipe(&all);
	characters_wipe(&bare);
}

void validator_id_number(const char *number, enum document_type type, const struct record *record,
			 struct date today, struct findings *out)
{
	struct findings form = { 0 }, compared = { 0 };

	check_form(number, type, today, &form);
	if (record != NULL && !has(&form, FINDING_ID_EMPTY)) {
		if (record->id_number[0] != '\0')
			resident_id_compare(number, record->id_number, &compared);
		if (type != DOCUMENT_OTHER)
			validator_holder(number, record->sex, record->birth_date, "高考信息",
					 &compared);
	}
	merge(&form, &compared, out);
	explicit_bzero(&form, sizeof form);
	explicit_bzero(&compared, sizeof compared);
}

void validator_shown(const char *shown, const char *expected, struct findings *out)
{
	struct characters s = characters_read(shown), e = characters_read(expected);
	size_t i = 0;
	char here[CHARACTER_NAME], there[CHARACTER_NAME];

	while (i < s.count && !name_is_private(s.cp[i]))
		i++;
	if (i < s.count) {
		findings_add(out, FINDING_SHOWN_PRIVATE, s.place[i],
			     "第 %zu "
			     "个字是网页字体的私用码（U+%04X），不是文字：照屏幕打，不要复制粘贴。",
			     s.place[i], (unsigned)s.cp[i]);
	} else if (e.count > 0 && !characters_equal(&s, &e)) {
		i = characters_differ(&s, &e);
		findings_add(out, FINDING_SHOWN_MISMATCH, characters_place(&s, i),
			     "从第 %zu 个字起不同：网站是%s，高考信息是%s。", i + 1,
			     i < s.count ? character_name(s.cp[i], here) : "空的",
			     i < e.count ? character_name(e.cp[i], there) : "空的");
	}
	characters_wipe(&s);
	characters_wipe(&e);
}
