/* SPDX-License-Identifier: MIT */
#include "contact.h"

#include <ctype.h>
#include <string.h>

#include "characters.h"

enum { PERSONAL_RUN = 4, HIGH_LENGTH = 8, HIGH_CLASSES = 3 };

/* Of lower case, upper case, digits and signs, how many occur. */
static int count_classes(const char *password)
{
	bool seen[4] = { false };

	for (const char *p = password; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		seen[islower(c) ? 0 : isupper(c) ? 1 : isdigit(c) ? 2 : 3] = true;
	}
	return seen[0] + seen[1] + seen[2] + seen[3];
}

enum password_strength contact_password_strength(const char *password)
{
	size_t len = strlen(password);
	int classes = count_classes(password);

	if (len >= HIGH_LENGTH && classes >= HIGH_CLASSES)
		return PASSWORD_HIGH;
	return len >= PASSWORD_MIN && classes >= 2 ? PASSWORD_MEDIUM : PASSWORD_LOW;
}

const char *contact_strength_name(enum password_strength strength)
{
	static const char *const names[] = { "低", "中", "高" };

	return names[strength];
}

/* Whether n bytes in a row of `of` stand in the password. */
static bool has_run(const char *password, const char *of, size_t n)
{
	size_t len = strlen(of);

	for (size_t i = 0; i + n <= len; i++)
		for (const char *p = password; strlen(p) >= n; p++)
			if (memcmp(p, of + i, n) == 0)
				return true;
	return false;
}

/* The day and the month alone are four digits, too, and found by has_run(). */
static void check_personal(const char *password, const char *id_number, const char *mobile,
			   struct findings *out)
{
	if (has_run(password, mobile, PERSONAL_RUN))
		findings_add(out, FINDING_PASSWORD_PERSONAL, 0,
			     "里面有手机号的一段，别人最先猜这个。换掉它。");
	else if (has_run(password, id_number, PERSONAL_RUN))
		findings_add(out, FINDING_PASSWORD_PERSONAL, 0,
			     "里面有证件号码或生日的一段，别人最先猜这个。换掉它。");
}

static void check_characters(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++)
		if (c->cp[i] <= ' ' || c->cp[i] >= 0x7F) {
			findings_add(
				out, FINDING_PASSWORD_CHARACTER, c->place[i],
				"第 %zu 个字符不是英文字母、数字或符号（空格、汉字、全角都不行）。"
				"切换到英文输入法，重新输入。",
				c->place[i]);
			return;
		}
}

void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out)
{
	struct characters c = characters_read(password);

	check_characters(&c, out);
	if (c.count == 0)
		findings_add(out, FINDING_PASSWORD_LENGTH, 0, "还没有填密码。编一个演练用的。");
	else if (c.count < PASSWORD_MIN || c.count > PASSWORD_MAX)
		findings_add(out, FINDING_PASSWORD_LENGTH, 0, "密码要 %d 到 %d 位，现在是 %zu 位。",
			     PASSWORD_MIN, PASSWORD_MAX, c.count);
	else if (contact_password_strength(password) == PASSWORD_LOW)
		findings_add(out, FINDING_PASSWORD_WEAK, 0,
			     "强度低：只有一类字符。最好 8 位以上，大小写、数字、符号用上三类。");
	check_personal(password, id_number, mobile, out);
	characters_wipe(&c);
}

void contact_check_again(const char *again, const char *password, struct findings *out)
{
	struct characters a = characters_read(again), p = characters_read(password);

	if (a.count == 0)
		findings_add(out, FINDING_PASSWORD_AGAIN, 0, "还没有填。把密码再输入一遍。");
	else if (!characters_equal(&a, &p))
		findings_add(out, FINDING_PASSWORD_AGAIN,
			     characters_place(&a, characters_differ(&a, &p)),
			     "从第 %zu 位起和上面的密码不同。按 Ctrl-R 看一眼，再改。",
			     characters_differ(&a, &p) + 1);
	characters_wipe(&a);
	characters_wipe(&p);
}
