/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/text.h"
#include "rules/candidate_number.h"
#include "rules/contact.h"
#include "rules/document_form.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "rules/site_address.h"
#include "rules/validator.h"
#include "support/expect_rows.h"
#include "support/left_over.h"

static const struct date today = { 2026, 9, 12 };

static const struct record ming = {
	.name = "李明",
	.id_number = "110000200709010014",
	.sex = "男",
	.birth_date = "2007-09-01",
};

static void test_name(void **state)
{
	static const struct {
		const char *name, *recorded, *codes;
	} rows[] = {
		{ "李明", "李明", "" },
		{ "", "李明", "name.empty@0" },
		/* one thing once, whoever found it */
		{ "李 明", "李明", "name.space@2" },
		{ "⾼明", "高明", "name.lookalike@1" },
		{ "甲•乙", "甲·乙", "name.interpunct@2" },
		{ "甲 乙", "甲·乙", "name.interpunct@2" },
		{ " 甲 乙", "甲·乙", "name.space@1 name.interpunct@3" },
		{ "⾼\u200B明", "高明", "name.lookalike@1 name.invisible@2" },
		/* two things twice */
		{ "李 民", "李明", "name.space@2 name.mismatch@3" },
		{ "王䶮", "王??", "name.placeholder@2" },
		{ "王晓（周）", "王晓周", "name.character@3" },
		{ "王晓[周]", "王晓周", "name.character@3" },
		{ "王晓zhou", "王晓周", "name.character@3" },
		{ "王晓_", "王晓周", "name.interpunct@3" },
		{ "李🇨🇳", "李明", "name.character@2" },
		{ "阿依古丽?买买提", "阿依古丽·买买提", "name.character@5" },
		{ "阿依古丽·买买提", "阿依古丽•买买提", "name.placeholder@5" },
		{ "O’Brien", "O'Brien", "name.character@2" },
		{ "李明", "", "" },
	};
	struct record record = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		strcpy(record.name, rows[i].recorded);
		validator_name(rows[i].name, &record, &f);
		expect_codes(rows[i].name, &f, rows[i].codes);
	}
}

static void test_number(void **state)
{
	static const struct {
		const char *number, *codes;
	} rows[] = {
		{ "110000200709010014", "" },
		{ "", "id.empty@0" },
		{ "110000 200709010014", "id.space@7" },
		{ "１10000200709010014", "id.fullwidth@1" },
		{ "110000200709010041", "id.mismatch@17" },
		{ "11000020070901014", "id.mismatch@16" },
		{ "110000200709010000", "id.spreadsheet@16" },
		{ "110000200709010022", "id.mismatch@17" },
		{ "110000 200709010022", "id.space@7 id.mismatch@18" },
		{ "530000200704042226", "id.mismatch@1" },
		{ "11000020070901001Z", "id.mismatch@18" },
		{ "1100002007-9010014", "id.mismatch@11" },
		{ "11000020070901001４4", "id.mismatch@19" },
		{ "110000200713010016", "id.mismatch@11" },
		{ "110000-20070901-0014", "id.character@7" },
		{ "110000200709010041?", "id.mismatch@17 id.character@19" },
		{ "（110000200709010015）", "id.character@1 id.mismatch@19" },
		{ "110000-20070901-0041", "id.character@7 id.mismatch@19" },
		{ "1.1E+17", "id.spreadsheet@0" },
		{ "110000070901001", "id.fifteen@0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		validator_id_number(rows[i].number, DOCUMENT_RESIDENT_ID, &ming, today, &f);
		expect_codes(rows[i].number, &f, rows[i].codes);
	}
}

/* What the record says of sex and birth counts by itself, too. */
static void test_holder(void **state)
{
	static const struct {
		const char *sex, *birth_date, *codes;
	} rows[] = {
		{ "男", "2007-09-01", "" },
		{ "女", "2007-09-01", "id.sex@17" },
		{ "男", "2007-09-02", "id.birth@7" },
		{ "女", "2006-09-01", "id.birth@7 id.sex@17" },
		{ "", "", "" },
		{ "\x1b[", "2007-13-01", "" },
		{ "男", "2007/09/02", "" },
		/* of a column without days */
		{ "男", "2007-09", "" },
		{ "男", "2007-10", "id.birth@7" },
		{ "男", "2008-09", "id.birth@7" },
		{ "男", "2007-13", "" },
		{ "男", "2007", "" },
	};
	struct record record = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		strcpy(record.sex, rows[i].sex);
		strcpy(record.birth_date, rows[i].birth_date);
		validator_id_number("110000200709010014", DOCUMENT_RESIDENT_ID, &record, today, &f);
		expect_codes("110000200709010014", &f, rows[i].codes);
	}
	{
		struct findings f = { 0 };

		strcpy(record.sex, "男");
		strcpy(record.birth_date, "2007-09-02");
		validator_id_number("650000200702290047", DOCUMENT_RESIDENT_ID, &record, today, &f);
		expect_codes("650000200702290047", &f, "id.birth-date@7 id.sex@17");
	}
}

/* What is impossible in a number of a document whose form is known. */
static void test_document_forms(void **state)
{
	static const struct {
		const char *document, *number, *codes, *says;
	} rows[] = {
		{ "护照", "E12345678", "", "" },
		{ "护照", "EJ1234567", "", "" },
		{ "护照", "K1234567N", "", "" },
		{ "护照", "123456789", "", "" },
		{ "护照", "", "id.empty@0", "" },
		{ "护照", "护照E12345678", "id.character@1",
		  "从第 1 位起多了“护照”，只留证件上的字母和数字。" },
		{ "护照", "E-12345678", "id.character@2", "从第 2 位起多了“-”" },
		{ "护照", "E12345678（李）", "id.fullwidth@10", "" },
		{ "护照", "e12345678", "id.character@1", "第 1 位是小写字母，改成大写。" },
		{ "护照", "e 1234567", "id.character@1 id.space@2", "第 1 位是小写字母" },
		{ "护照", "E1234567O", "id.character@9", "第 9 位是字母 O，多半是数字 0" },
		{ "护照", "12345", "id.length@0", "这不像护照的号码，核对证件类型和号码。" },
		{ "护照", "E12345678901234567890", "id.length@0", "这不像护照的号码" },
		{ "护照", "李明", "id.character@0", "这不像护照的号码" },
		{ "a", "12345", "id.length@0", "这不像护照的号码" },
		{ "华侨身份证（无者填护照号）", "12345", "", "" },
		{ "港澳居民来往内地通行证", "H12345678", "", "" },
		{ "港澳居民来往内地通行证", "M1234567801", "", "" },
		{ "港澳居民来往内地通行证", "12345678", "id.length@0",
		  "这不像港澳居民来往内地通行证的号码" },
		{ "回乡证", "K12345678", "id.length@0", "" },
		{ "回乡证", "510104200602214771", "id.other-document@0", "这是居民身份证的号码" },
		{ "护照", "51010420060221477x", "id.other-document@0", "这是居民身份证的号码" },
		{ "护照", "320102060526512", "id.other-document@0", "这是居民身份证的号码" },
		{ "护照", "320102061326512", "id.length@0", "这不像护照的号码" },
		{ "回乡证", "H1234567", "id.length@0", "" },
		{ "往来港澳通行证", "C12345678", "", "" },
		{ "台湾居民来往大陆通行证", "12345678", "", "" },
		{ "台湾居民来往大陆通行证", "0123456789(A)", "", "" },
		{ "台胞证", "T12345678", "", "" },
		{ "台胞证", "1234567", "id.length@0", "这不像台湾居民来往大陆通行证的号码" },
		{ "8", "1234567", "id.length@0", "" },
		{ "来往内地（大陆）通行证", "H12345678", "", "" },
		{ "来往内地（大陆）通行证", "12345678", "", "" },
		{ "来往内地（大陆）通行证", "1234567", "id.length@0", "" },
		{ "香港身份证", "A123456(7)", "", "" },
		{ "其他", "1", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };
		char sentence[SENTENCE_MAX] = "";

		validator_id_number(rows[i].number, DOCUMENT_OTHER, NULL, today, &f);
		document_form_check(document_form_of(rows[i].document), rows[i].number, &f);
		expect_codes(rows[i].number, &f, rows[i].codes);
		if (f.count > 0)
			sentence_make(&f.items[0], SENTENCE_ROSTER | SENTENCE_MASKED, sentence);
		if (strstr(sentence, rows[i].says) == NULL)
			fail_msg("%s: %s", rows[i].number, sentence);
	}
}

/* The first two digits of a residence permit tell where its holder is from. */
static void test_residence_forms(void **state)
{
	static const char *const rows[][3] = {
		{ "港澳居民居住证", "810000200705200019", "" },
		{ "港澳居民居住证", "820000200705200029", "" },
		{ "港澳居民居住证", "830000200705200012", "id.other-document@1" },
		{ "台湾居民居住证", "830000200705200012", "" },
		{ "台湾居民居住证", "810000200705200019", "id.other-document@1" },
		{ "香港居民居住证", "820000200705200029", "id.other-document@1" },
		{ "澳门居民居住证", "820000200705200029", "" },
		{ "港澳台居民居住证", "830000200705200012", "" },
		{ "港澳居民居住证", "110000200709010014", "id.other-document@1" },
		{ "港澳居民居住证", "H12345678", "id.other-document@0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		validator_id_number(rows[i][1], DOCUMENT_RESIDENCE_PERMIT, NULL, today, &f);
		document_form_check(document_form_of(rows[i][0]), rows[i][1], &f);
		expect_codes(rows[i][1], &f, rows[i][2]);
	}
}

static void test_documents(void **state)
{
	static const struct {
		enum document_type type;
		const char *number, *codes;
	} rows[] = {
		{ DOCUMENT_RESIDENT_ID, "110000200709010014", "" },
		{ DOCUMENT_RESIDENT_ID, "810000200705200019", "" },
		{ DOCUMENT_RESIDENT_ID, "932156200705200015", "id.other-document@1" },
		{ DOCUMENT_RESIDENCE_PERMIT, "110000200709010014", "id.other-document@1" },
		{ DOCUMENT_RESIDENCE_PERMIT, "810000200705200019", "" },
		{ DOCUMENT_RESIDENCE_PERMIT, "820000200705200029", "" },
		{ DOCUMENT_RESIDENCE_PERMIT, "830000200705200012", "" },
		{ DOCUMENT_RESIDENCE_PERMIT, "932156200705200015", "id.other-document@1" },
		{ DOCUMENT_RESIDENCE_PERMIT, "110000200709010013", "id.checksum@18" },
		{ DOCUMENT_PERMANENT, "932156200705200015", "" },
		{ DOCUMENT_PERMANENT, "932156200705200014", "id.checksum@18" },
		{ DOCUMENT_PERMANENT, "99010120070901001X", "id.other-document@2" },
		{ DOCUMENT_RESIDENT_ID, "99010120070901001X", "id.other-document@2" },
		{ DOCUMENT_PERMANENT, "110000200709010014", "id.other-document@1" },
		{ DOCUMENT_PERMANENT, " 110000200709010014", "id.space@1" },
		{ DOCUMENT_PERMANENT, "KAZ110090123105", "" },
		{ DOCUMENT_PERMANENT, "KAZ11009012310", "id.character@0" },
		{ DOCUMENT_PERMANENT, "KA0110090123105", "id.character@0" },
		{ DOCUMENT_PERMANENT, "KAZ11009012310A", "id.character@0" },
		{ DOCUMENT_RESIDENT_ID, "KAZ110090123105", "id.other-document@0" },
		{ DOCUMENT_OTHER, "E12345678", "" },
		{ DOCUMENT_OTHER, "110000200709010014", "id.other-document@0" },
		{ DOCUMENT_OTHER, " 11000020070901009x", "id.other-document@0 id.space@1" },
		{ DOCUMENT_OTHER, "810000200705200019", "id.other-document@0" },
		{ DOCUMENT_OTHER, "932156200705200015", "id.other-document@0" },
		{ DOCUMENT_OTHER, "110000200709010013", "" },
		{ DOCUMENT_OTHER, "650000200702290047", "" },
		{ DOCUMENT_OTHER, "李明", "" },
		{ DOCUMENT_OTHER, "x", "" },
		{ DOCUMENT_OTHER, "E￥1", "" },
		{ DOCUMENT_OTHER, "护照 E1", "id.space@3" },
		{ DOCUMENT_OTHER, "", "id.empty@0" },
		{ DOCUMENT_OTHER, "\u3000\u200B", "id.empty@0" },
		{ DOCUMENT_OTHER, " E1\u200B２３ ", "id.space@1 id.invisible@4 id.fullwidth@5" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		validator_id_number(rows[i].number, rows[i].type, NULL, today, &f);
		expect_codes(rows[i].number, &f, rows[i].codes);
	}
}

static void test_other_document_against_the_record(void **state)
{
	static const char *const rows[][2] = {
		{ "E12345678", "" },
		{ "E12345687", "id.mismatch@8" },
		{ "e12345678", "id.character@1" },
		{ "e 12345678", "id.character@1 id.space@2" },
		{ "E1234 5678", "id.space@6" },
		{ "E12345６78", "id.fullwidth@7" },
	};
	struct record record = { .id_number = "E12345678", .sex = "男" };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		validator_id_number(rows[i][0], DOCUMENT_OTHER, &record, today, &f);
		expect_codes(rows[i][0], &f, rows[i][1]);
	}
}

/* What is no number at all is told as that, whatever the record has. */
static void test_no_number_against_the_record(void **state)
{
	static const char *const rows[][2] = {
		{ "李明", "id.character@1" },
		{ "R12345678(9)", "id.character@0" },
		{ "110000********0014", "id.masked@0" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		validator_id_number(rows[i][0], DOCUMENT_RESIDENT_ID, &ming, today, &f);
		expect_codes(rows[i][0], &f, rows[i][1]);
	}
}

static void test_exchanged(void **state)
{
	static const struct {
		const char *name, *number;
		bool exchanged;
	} rows[] = {
		{ "110000200709010014", "李明", true },
		{ "110000200709010013", "阿依古丽·买买提", true },
		{ "E12345678", "MARY JANE", true },
		{ "李明", "110000200709010014", false },
		{ "110000200709010014", "110000200709010014", false },
		{ "李明", "李明", false },
		{ "110000200709010014", "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (int k = 0; k < 2; k++) {
			struct findings name = { 0 }, number = { 0 };

			validator_name(rows[i].name, k ? &ming : NULL, &name);
			validator_id_number(rows[i].number, DOCUMENT_RESIDENT_ID, k ? &ming : NULL,
					    today, &number);
			assert_int_equal(validator_exchanged(&name, &number), rows[i].exchanged);
		}
	{
		const struct findings none = { .items = { { .kind = KIND_NO_DIGITS } } };
		struct findings name = { 0 };

		validator_name("110000200709010014", NULL, &name);
		assert_false(validator_exchanged(&name, &none));
	}
}

static void test_without_record(void **state)
{
	struct findings f = { 0 };

	(void)state;
	validator_name("王龑", NULL, &f);
	validator_id_number("110000200709010022", DOCUMENT_RESIDENT_ID, NULL, today, &f);
	assert_int_equal(f.count, 0);
	/* What is there already stays. */
	findings_add(&f, FINDING_ID_REGION, KIND_REGION, 5, 1);
	validator_id_number("11000020070901009x", DOCUMENT_RESIDENT_ID, NULL, today, &f);
	expect_codes("11000020070901009x", &f, "id.region@5 id.lowercase-x@18");
}

/* Another value of the site: the first place that differs; a page's own letters by themselves. */
static void test_shown(void **state)
{
	static const struct {
		const char *shown, *expected;
		int code; /* -1: nothing */
		size_t at;
		const char *says;
	} rows[] = {
		{ "本科", "本科", -1, 0, "" },
		{ "本科", "", -1, 0, "" },
		{ "专科", "本科", FINDING_SHOWN_MISMATCH, 1, "专" },
		{ "某某大学", "某某大学软件学院", FINDING_SHOWN_MISMATCH, 5,
		  "少了后面的“软件学院”。" },
		{ "某某大学软件学院", "某某大学", FINDING_SHOWN_MISMATCH, 5,
		  "第 5 个字起多了“软件学院”。" },
		{ "法律学", "法学", FINDING_SHOWN_MISMATCH, 2, "第 2 个字起多了“律”。" },
		{ "法学", "法律学", FINDING_SHOWN_MISMATCH, 2, "第 2 个字前少了“律”。" },
		{ "大学", "某大学", FINDING_SHOWN_MISMATCH, 1, "第 1 个字前少了“某”。" },
		{ "计算机料学", "计算机科学", FINDING_SHOWN_MISMATCH, 4,
		  "从第 4 个字起不同：网站是“料学”，高考信息是“科学”。" },
		{ "本\xF4\x80\x80\x81", "本科", FINDING_SHOWN_PRIVATE, 2,
		  "第 2 个字是网页的特殊字体" },
		{ "\xEE\x80\x80科", "", FINDING_SHOWN_PRIVATE, 1, "别复制" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		validator_shown(rows[i].shown, rows[i].expected, &found);
		assert_int_equal(found.count, rows[i].code != -1);
		if (found.count == 0)
			continue;
		assert_int_equal(found.items[0].code, rows[i].code);
		assert_int_equal(found.items[0].at, rows[i].at);
		assert_non_null(strstr(says(&found.items[0]), rows[i].says));
	}
}

/* The same with other digits, letters but X, and Han characters. */
static void shift(const char *value, char *out)
{
	/* Latin, radicals, Han, private use, full-width digits */
	static const uint32_t ranges[][2] = { { 'A', 'W' },       { 0x2E80, 0x2FD5 },
					      { 0x3400, 0x4DBF }, { 0x4E00, 0x9FA5 },
					      { 0xE000, 0xF8FF }, { 0xFF10, 0xFF3A } };
	size_t len = strlen(value);
	uint32_t cp;

	for (size_t at = 0; at < len;) {
		at += text_decode(value + at, len - at, &cp);
		if (cp >= '0' && cp <= '9')
			cp = '0' + (cp - '0' + 3) % 10;
		for (size_t i = 0; i < COUNT(ranges); i++)
			if (cp >= ranges[i][0] && cp < ranges[i][1]) {
				cp++;
				break;
			}
		out += text_encode(cp, out);
	}
	*out = '\0';
}

/* What the mask leaves is the same sentence of whichever characters. */
static void expect_nothing_quoted(struct findings *a, struct findings *b)
{
	size_t compared = 0;

	char one[SENTENCE_MAX], other[SENTENCE_MAX];

	for (size_t i = 0; i < a->count; i++)
		for (size_t k = 0; k < b->count; k++)
			if (a->items[i].code == b->items[k].code &&
			    a->items[i].at == b->items[k].at) {
				assert_string_equal(
					sentence_make(&a->items[i], SENTENCE_MASKED, one),
					sentence_make(&b->items[k], SENTENCE_MASKED, other));
				compared++;
			}
	if (compared == 0)
		fail_msg("%s %s", codes_of(a, one, sizeof one), codes_of(b, other, sizeof other));
}

static void test_masked_numbers_are_not_quoted(void **state)
{
	/* Of a possible record, too, if the sentence compares with it: what it is of another
	 * one. */
	static const char *const numbers[][3] = {
		{ "", "110000200709010014" },
		{ "11000020070901001", "110000200709010014", "44000020080714032" },
		{ "1100002007090100145", "110000200709010014", "4400002008071403299" },
		{ "110000200709010O14", "110000200709010014", "440000200807140R29" },
		{ "110000 00709010014", "110000200709010014", "440000 00807140329" },
		{ "110000\u200B200709010014", "110000200709010014" },
		{ "１10000200709010014", "110000200709010014" },
		{ "11000020070901001x", "11000020070901001X" },
		{ "11000020070901001×", "11000020070901001X" },
		{ "1.1000020070901e+17", "110000200709010014" },
		{ "010000200709010014", "110000200709010014", "340000200807140329" },
		{ "710000200709010014", "110000200709010014", "740000200807140329" },
		{ "110000200702300014", "110000200709010014", "440000200802300329" },
		{ "110000208809010014", "110000200709010014", "440000209907140329" },
		{ "110000190109010014", "110000200709010014", "440000190207140329" },
		{ "110000200709010041", "110000200709010014", "440000200807140392" },
		{ "110000200709010024", "110000200709010014", "440000200807140399" },
		{ "110000200709010028", "110000200709010014", "440000200807140390" },
		{ "110000200809010014", "110000200709010014", "440000200907140329" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		struct findings a = { 0 }, b = { 0 };
		struct record one = ming, other = ming;
		char entered[64];

		strcpy(one.id_number, numbers[i][1]);
		validator_id_number(numbers[i][0], DOCUMENT_RESIDENT_ID, &one, today, &a);
		shift(numbers[i][0], entered);
		shift(numbers[i][1], other.id_number);
		if (numbers[i][2] != NULL) {
			strcpy(entered, numbers[i][2]);
			strcpy(other.id_number, "440000200807140329");
		}
		validator_id_number(entered, DOCUMENT_RESIDENT_ID, &other, today, &b);
		expect_nothing_quoted(&a, &b);
	}
}

static void test_masked_names_are_not_quoted(void **state)
{
	static const char *const names[][2] = {
		{ "", "李明" },           { "李", "李明" },     { "李 明", "李明" },
		{ "李\u200B明", "李明" }, { "李３明", "李明" }, { "李A明", "李明" },
		{ "甲•乙", "甲·乙" },     { "⺬明", "示明" },   { "王\uE863", "王明" },
		{ "王䶮", "王??" },       { "李民", "李明" },   { "民李", "李民" },
		{ "李明明", "李明" },     { "甲·乙", "甲" },    { "Ａ明", "李明" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		struct findings a = { 0 }, b = { 0 };
		struct record one = { 0 }, other = { 0 };
		char entered[64];

		strcpy(one.name, names[i][1]);
		validator_name(names[i][0], &one, &a);
		shift(names[i][0], entered);
		shift(names[i][1], other.name);
		validator_name(entered, &other, &b);
		expect_nothing_quoted(&a, &b);
	}
}

static const char mistake_characters[] = "0123456789XxO-. ";
enum { CHANGES = 18 * (sizeof mistake_characters - 1), SWAPS_END = CHANGES + 18 * 18 };

/* Writes `right` with one mistake, of the kinds that are made in copying. Returns false when there
 * are no more. */
static bool make_mistake(const char *right, int n, char out[32])
{
	const int changes = CHANGES, far = 18 * 18;

	strcpy(out, right);
	if (n < changes) {
		out[n % 18] = mistake_characters[n / 18];
	} else if ((n -= changes) < far) {
		out[n / 18] = right[n % 18];
		out[n % 18] = right[n / 18];
	} else if ((n -= far) < 18) {
		memmove(out + n, out + n + 1, strlen(out + n));
	} else if ((n -= 18) < changes) {
		memmove(out + n % 18 + 1, out + n % 18, strlen(out + n % 18) + 1);
		out[n % 18] = mistake_characters[n / 18];
	} else if ((n -= changes) < 18) {
		out[n] = '\0';
	} else {
		return false;
	}
	return true;
}

/* One mistake, one message: with the record exactly one, without it at most one. */
static void test_one_mistake_is_one_finding(void **state)
{
	static const char *const numbers[] = { "110000200709010014", "65000020070901001X",
					       "320106200402290026" };
	char wrong[32], codes[256];

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++)
		for (int n = 0; make_mistake(numbers[i], n, wrong); n++) {
			struct findings form = { 0 }, against = { 0 };
			struct record record = { 0 };
			size_t most;

			if (strcmp(wrong, numbers[i]) == 0)
				continue;
			strcpy(record.id_number, numbers[i]);
			strcpy(record.sex, i == 2 ? "女" : "男");
			strcpy(record.birth_date, i == 2 ? "2004-02-29" : "2007-09-01");
			validator_id_number(wrong, DOCUMENT_RESIDENT_ID, NULL, today, &form);
			validator_id_number(wrong, DOCUMENT_RESIDENT_ID, &record, today, &against);
			/* that a wrong x or a blank stands for a digit, and that two wrong parts
			 * are one swap, only the record tells */
			most = wrong[17] == 'x' || strchr(wrong, ' ') != NULL ||
					       (n >= CHANGES && n < SWAPS_END)
				       ? 2
				       : 1;
			if (form.count > most)
				fail_msg("%s: %s", wrong, codes_of(&form, codes, sizeof codes));
			if (against.count != 1 && wrong[17] != ' ')
				fail_msg("%s, not %s: %s", wrong, numbers[i],
					 codes_of(&against, codes, sizeof codes));
		}
}

/* One call alone: a second one would write over what the first one left on the stack. Returns false
 * after the last. */
static bool call(size_t which, const char *name, const char *number, const struct record *r,
		 struct findings *f)
{
	enum { TYPES = DOCUMENT_OTHER + 1 };

	if (which < TYPES) {
		validator_id_number(number, (enum document_type)which, r, today, f);
		return true;
	}
	switch (which - TYPES) {
	case 0:
		validator_name(name, r, f);
		return true;
	case 1:
		person_name_compare(name, r->name, f);
		return true;
	case 2:
		person_name_check(name, f);
		return true;
	case 3:
		validator_shown(name, r->name, f);
		return true;
	case 4:
		validator_holder(number, r->sex, r->birth_date, VALIDATOR_RECORD, f);
		return true;
	case 5:
		resident_id_compare(number, r->id_number, f);
		return true;
	case 6:
		resident_id_check(number, today, f);
		return true;
	case 7:
		id_match(number, r->id_number);
		return true;
	case 8:
		candidate_number_check_entered(number, f);
		return true;
	case 9:
		contact_check_mobile(number, f);
		return true;
	case 10:
		contact_check_password(number, r->id_number, "", f);
		return true;
	case 11:
		contact_check_email(number, f);
		return true;
	case 12:
		site_address_check(number, f);
		return true;
	default:
		return false;
	}
}

/* No freed block, no static data and nothing on the stack holds a value afterwards, neither as
 * UTF-8 nor as code points. */
static void test_nothing_is_left(void **state)
{
	static const char name_bytes[] = "古丽买买提", number_bytes[] = "20070901001";
	static const uint32_t name_points[] = { 0x53E4, 0x4E3D, 0x4E70, 0x4E70, 0x63D0 };
	static const uint32_t number_points[] = { '2', '0', '0', '7', '0', '9', '0', '1' };
	static const struct {
		const void *bytes;
		size_t size;
	} secrets[] = {
		{ name_bytes, sizeof name_bytes - 1 },
		{ number_bytes, sizeof number_bytes - 1 },
		{ name_points, sizeof name_points },
		{ number_points, sizeof number_points },
	};
	static const struct {
		const char *name, *recorded, *number, *recorded_number;
	} rows[] = {
		{ "古丽买买提", "古丽买买提", "110000200709010014", "110000200709010014" },
		{ "古丽买买提", "提古丽买买", "110000200709010014", "110000200709010022" },
		{ "古丽买买提", "买买提古丽", "11000020070901001", "110000200709010014" },
		{ "古丽买买提", "古·丽买买提", "1100002007090100144", "110000200709010014" },
		{ "古丽买买提，", "古丽买买提", "（110000200709010014）", "110000200709010014" },
		{ "Ａ古丽买买提", "古丽买买提", "110,000,200,709,010,014.0", "110000200709010014" },
		{ "古丽买买提", "古丽?买提", "G110000200709010014", "110000200709010014" },
		{ "古丽买买提", "古丽买买", "110000200709010014", "110000200709010000" },
		{ "古丽买买提", "王芳", "110000200709010014", "110000070901001" },
		{ "古丽买买提（退学）", "古丽买买", "１10000200709010014", "A123456(7)" },
		{ "古丽买买提\u200B", "JOHN SMITH", "11000020070901001×", "1.10000200709010E+17" },
		{ "古 丽买买提", "&#x53E4;丽买买提", "110000200709010014 ", "1100****" },
		{ "古丽买买提\U0001F600", "古丽mai买提", "110000200709010014XX", "" },
		{ "", "古丽买买提", "", "110000200709010014" },
		/* what is quoted in full, or changed in a copy */
		{ "古丽买买提·李明", "李明x古丽买买提", "4420070901001", "110000200709010022" },
		{ "王古丽买买提", "李古丽买买?", "(110000200709010014)", "110000200709010014" },
		{ "李古丽买买提", "&#x738B;古丽买买提", "20070901001a", "1" },
		{ "110000200709010014", "李明", "a2007090100120070901001", "2" },
		{ "110000200709010014", "110000200709010014 ", "20070901001 a", "3" },
	};

	(void)state;
	if (!LEFT_OVER_POSSIBLE)
		skip();
	for (size_t i = 0, which = 0; i < COUNT(rows) * COUNT(secrets);) {
		const char *name = rows[i / COUNT(secrets)].name;
		const char *number = rows[i / COUNT(secrets)].number;
		struct findings f = { 0 };
		struct record r = { .sex = "女", .birth_date = "2007-09-10" };

		strcpy(r.name, rows[i / COUNT(secrets)].recorded);
		strcpy(r.id_number, rows[i / COUNT(secrets)].recorded_number);
		left_over_start(secrets[i % COUNT(secrets)].bytes,
				secrets[i % COUNT(secrets)].size);
		if (!call(which++, name, number, &r, &f)) {
			which = 0;
			i++;
		}
		explicit_bzero(&f, sizeof f);
		record_wipe(&r);
		if (left_over_end() > 0)
			fail_msg("%s and %s, call %zu", name, number, which);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_left),
		cmocka_unit_test(test_one_mistake_is_one_finding),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_name),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_holder),
		cmocka_unit_test(test_documents),
		cmocka_unit_test(test_document_forms),
		cmocka_unit_test(test_residence_forms),
		cmocka_unit_test(test_other_document_against_the_record),
		cmocka_unit_test(test_no_number_against_the_record),
		cmocka_unit_test(test_exchanged),
		cmocka_unit_test(test_without_record),
		cmocka_unit_test(test_masked_numbers_are_not_quoted),
		cmocka_unit_test(test_masked_names_are_not_quoted),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
