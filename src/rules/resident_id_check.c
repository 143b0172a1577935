/* SPDX-License-Identifier: MIT */
#include "rules/resident_id.h"

#include <string.h>

#include "rules/resident_id_internal.h"
#include "rules/resident_id_sound.h"

enum { PLACE_BIRTH = 7, PLACE_TAIL = 16, PLACE_CHECK = 18 };

static void check_fullwidth(const struct characters *c, struct findings *out)
{
	char name[CHARACTER_NAME];

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, id_is_fullwidth_digit);
		if (end > i)
			findings_add(out, FINDING_ID_FULLWIDTH, c->place[i],
				     "第 %zu 个字符起有 %zu 个全角数字：%s。"
				     "切换到英文输入法，重新输入。",
				     c->place[i], end - i, character_name_for(out, c->cp[i], name));
	}
}

/* What stands where the X belongs, in the last place. */
static void check_x(const struct characters *number, struct findings *out)
{
	size_t last = number->count - 1;
	uint32_t cp = number->cp[last];
	const char *where = number->count == ID_LENGTH ? "第 18 位" : "末位";
	char name[CHARACTER_NAME];

	if (cp == 'x')
		findings_add(out, FINDING_ID_LOWERCASE_X, number->place[last],
			     "%s：应为大写 X，现为小写 x。按 Shift+X 重新输入这一位。", where);
	else if (id_is_x_lookalike(cp))
		findings_add(out, FINDING_ID_X_LOOKALIKE, number->place[last],
			     "%s：应为大写字母 X，现为%s。切换到英文输入法，按 Shift+X "
			     "重新输入这一位。",
			     where, character_name_for(out, cp, name));
}

static bool belongs(const struct characters *number, size_t i)
{
	uint32_t cp = number->cp[i];

	if ((cp >= '0' && cp <= '9') || id_is_fullwidth_digit(cp))
		return true;
	return i + 1 == number->count && (cp == 'x' || cp == 'X' || id_is_x_lookalike(cp));
}

/* Adds a finding for each run of what is no digit; returns how many characters that are. */
static size_t check_characters(const struct characters *number, struct findings *out)
{
	size_t wrong = 0;
	char name[CHARACTER_NAME];

	for (size_t i = 0, end; i < number->count; i = end) {
		end = i + 1;
		if (belongs(number, i))
			continue;
		while (end < number->count && !belongs(number, end))
			end++;
		wrong += end - i;
		character_name_for(out, number->cp[i], name);
		if (end - i > 1)
			findings_add(out, FINDING_ID_CHARACTER, number->place[i],
				     "第 %zu 位起有 %zu 个字符不是数字，第一个是%s。"
				     "对照身份证重新输入。",
				     i + 1, end - i, name);
		else
			findings_add(out, FINDING_ID_CHARACTER, number->place[i],
				     "第 %zu 位：应为%s，现为%s。对照身份证重新输入这一位。", i + 1,
				     i + 1 == ID_LENGTH ? "数字或大写 X" : "数字", name);
	}
	return wrong;
}

static void check_length(const struct characters *number, size_t wrong, struct findings *out)
{
	size_t n = number->count;
	uint32_t last = number->cp[n - 1];

	/* Characters too many, or in place of digits, are one slip: the length is no second one. */
	if (wrong > 0 && n >= ID_LENGTH && n - wrong <= ID_LENGTH)
		return;
	if (n == ID_LENGTH_OLD && wrong == 0 && (last <= '9' || id_is_fullwidth_digit(last)))
		findings_add(out, FINDING_ID_FIFTEEN, 0,
			     "15 位是第一代身份证的号码，或者还没有填完。现在的号码有 18 位："
			     "年份四位，末尾有校验码。照身份证补全。");
	else if (n != ID_LENGTH)
		findings_add(out, FINDING_ID_LENGTH, 0,
			     "应为 18 位，现为 %zu 位，%s %zu 位。对照身份证逐位核对。", n,
			     n < ID_LENGTH ? "少" : "多",
			     n < ID_LENGTH ? ID_LENGTH - n : n - ID_LENGTH);
}

static int age_on(struct date today, struct date birth)
{
	bool birthday_to_come =
		today.month < birth.month || (today.month == birth.month && today.day < birth.day);

	return today.year - birth.year - (birthday_to_come ? 1 : 0);
}

/* Returns whether the day exists. at: the place of the first digit of the date. */
static bool check_birth(struct date b, struct date today, size_t at, struct findings *out)
{
	int age = age_on(today, b);

	if (!date_valid(b)) {
		findings_add(out, FINDING_ID_BIRTH_DATE, at,
			     "第 7–14 位是出生日期，%04d 年 %02d 月 %02d 日不存在。"
			     "对照身份证核对这八位。",
			     b.year, b.month, b.day);
		return false;
	}
	if (today.year == 0)
		return true;
	if (date_compare(b, today) > 0)
		findings_add(out, FINDING_ID_FUTURE, at,
			     "第 7–14 位是出生日期，%04d 年 %02d 月 %02d 日还没有到。"
			     "对照身份证核对这八位。",
			     b.year, b.month, b.day);
	else if (age < ID_AGE_MIN || age > ID_AGE_MAX)
		findings_add(out, FINDING_ID_AGE, at,
			     "第 7–14 位是出生日期，算来现在 %d 岁。没有输错就不必理会。", age);
	return true;
}

/* What a number of the right form says; place: those of its eighteen characters. */
static void check_facts(const char *digits, const struct resident_id *id, const size_t *place,
			struct date today, struct findings *out)
{
	bool sound = check_birth(id->birth, today, place[PLACE_BIRTH - 1], out);

	if (digits[0] != '9' && !id_province_known(digits))
		findings_add(out, FINDING_ID_PROVINCE, place[0],
			     "第 1、2 位：%.2s 不是任何省份的代码。对照身份证核对开头两位。",
			     digits);
	if (id_is_rounded(digits))
		findings_add(out, FINDING_ID_SPREADSHEET, place[PLACE_TAIL - 1],
			     "第 16–18 位：末尾的 000 多半是表格软件抹出来的，真正的数字已经丢了。"
			     "照身份证重新输入。");
	else if (!id_check_fits(digits))
		findings_add(out, FINDING_ID_CHECKSUM, place[PLACE_CHECK - 1],
			     "第 18 位校验码与前 17 位对不上，号码里至少有一位错了。"
			     "对照身份证从头逐位核对，不要只改末位。");
	else if (digits[0] == '9' && sound)
		findings_add(
			out, FINDING_ID_OTHER_DOCUMENT, place[0],
			"以 9 "
			"开头的是外国人永久居留身份证号码。持这种证件的话，证件类型也要选它。");
}

static void check_number(const struct characters *number, struct date today, struct findings *out)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;
	size_t wrong;

	if (number->count == 0) {
		findings_add(out, FINDING_ID_EMPTY, 0,
			     "还没有填证件号码。照身份证输入 18 位号码。");
		return;
	}
	if (id_is_scientific(number)) {
		findings_add(out, FINDING_ID_SPREADSHEET, 0,
			     "表格软件把号码存成了科学计数，原来的数字已经丢了。照身份证重新输入 "
			     "18 位。");
		return;
	}
	check_x(number, out);
	wrong = check_characters(number, out);
	check_length(number, wrong, out);
	if (wrong == 0 && id_normalise(number, digits) && resident_id_read(digits, &id))
		check_facts(digits, &id, number->place, today, out);
	explicit_bzero(digits, sizeof digits);
}

/* ASCII that leaves ink: nothing in it is blank, invisible or full-width. */
static bool is_dense(const char *s)
{
	while (*s > ' ' && *s < 0x7F)
		s++;
	return *s == '\0';
}

/* Everything but a number of the right form. */
static void check_any(const char *number, struct date today, struct findings *out)
{
	struct characters all = characters_read(number), bare;

	if (is_dense(number)) {
		check_number(&all, today, out);
		characters_wipe(&all);
		return;
	}
	bare = characters_bare(&all);
	if (bare.count > 0 && bare.count < all.count) {
		characters_check_blank(&all, FINDING_ID_SPACE, "号码", out);
		characters_check_invisible(&all, FINDING_ID_INVISIBLE, out);
	}
	check_fullwidth(&all, out);
	check_number(&bare, today, out);
	characters_wipe(&all);
	characters_wipe(&bare);
}

void resident_id_check(const char *number, struct date today, struct findings *out)
{
	static const size_t places[] = { 1,  2,  3,  4,  5,  6,  7,  8,  9,
					 10, 11, 12, 13, 14, 15, 16, 17, 18 };
	struct resident_id id;

	/* Rosters hold millions that are right: those cost no allocation. */
	if (resident_id_read(number, &id))
		check_facts(number, &id, places, today, out);
	else
		check_any(number, today, out);
}
