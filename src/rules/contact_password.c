/* SPDX-License-Identifier: MIT */
#include "rules/contact.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"

/* Sentences here speak of places and kinds alone: no character of a password gets into one. */

enum { RUN_MIN = 4, HIGH_LENGTH = 8, HIGH_CLASSES = 3 };

/* In the number: the eight digits of the birthday, from 0, end not included. */
enum { ID_DIGITS = 18, BIRTH_START = 6, BIRTH_END = 14 };

static bool is_printable(uint32_t cp)
{
	return cp > ' ' && cp < 0x7F;
}

static uint32_t lower(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
}

/* Of lower case, upper case, digits and signs, how many occur. */
static int count_classes(const struct characters *c)
{
	bool seen[4] = { false };

	for (size_t i = 0; i < c->count; i++) {
		uint32_t cp = c->cp[i];

		if (is_printable(cp))
			seen[cp >= 'a' && cp <= 'z'   ? 0
			     : cp >= 'A' && cp <= 'Z' ? 1
			     : cp >= '0' && cp <= '9' ? 2
						      : 3] = true;
	}
	return seen[0] + seen[1] + seen[2] + seen[3];
}

static enum password_strength strength_of(const struct characters *c)
{
	int classes = count_classes(c);

	if (c->count >= HIGH_LENGTH && classes >= HIGH_CLASSES)
		return PASSWORD_HIGH;
	return c->count >= PASSWORD_MIN && classes >= 2 ? PASSWORD_MEDIUM : PASSWORD_LOW;
}

enum password_strength contact_password_strength(const char *password)
{
	struct characters c = characters_read(password);
	enum password_strength strength = strength_of(&c);

	characters_wipe(&c);
	return strength;
}

const char *contact_strength_name(enum password_strength strength)
{
	static const char *const names[] = { "低", "中", "高" };

	return names[strength];
}

static bool is_other(uint32_t cp)
{
	return !is_printable(cp) && !text_is_blank(cp) && !text_is_invisible(cp) &&
	       !text_is_fullwidth(cp);
}

static void check_characters(const struct characters *c, struct findings *out)
{
	static const struct {
		bool (*is)(uint32_t cp);
		const char *what, *how;
	} kinds[] = {
		{ text_is_blank, "空格", "把它删掉" },
		{ text_is_invisible, "看不见的字符", "清空这一栏，重新输入，不要粘贴" },
		{ text_is_fullwidth, "全角字符", "切换到英文输入法，重新输入" },
		{ is_other, "键盘上没有的字符", "换成英文字母、数字或符号" },
	};

	for (size_t kind = 0; kind < sizeof kinds / sizeof *kinds; kind++)
		for (size_t i = 0, end; i < c->count; i = end + 1) {
			end = characters_run(c, i, kinds[kind].is);
			if (end > i)
				findings_add(out, FINDING_PASSWORD_CHARACTER, c->place[i],
					     "第 %zu 个字符起有 %zu 个%s，密码里不能有。%s。",
					     c->place[i], end - i, kinds[kind].what,
					     kinds[kind].how);
		}
}

/* How many characters from index i on stand side by side in the row; step: 1, or -1 for backwards. */
static size_t run_in_row(const struct characters *c, size_t i, const char *row, int step)
{
	const char *at = strchr(row, (int)lower(c->cp[i]));
	size_t n = 0;

	while (at != NULL && *at != '\0' && lower(characters_at(c, i + n)) == (unsigned char)*at) {
		n++;
		at = step < 0 && at == row ? NULL : at + step;
	}
	return n;
}

/* The length of what anybody would try, from index i on: one character again and again, or a row. */
static size_t easy_run(const struct characters *c, size_t i)
{
	static const char *const rows[] = {
		"0123456789", "1234567890", "qwertyuiop",
		"asdfghjkl",  "zxcvbnm",    "abcdefghijklmnopqrstuvwxyz"
	};
	size_t longest = 1;

	while (characters_at(c, i + longest) == c->cp[i])
		longest++;
	for (size_t r = 0; r < sizeof rows / sizeof *rows && is_printable(c->cp[i]); r++)
		for (int step = -1; step <= 1; step += 2) {
			size_t n = run_in_row(c, i, rows[r], step);

			longest = n > longest ? n : longest;
		}
	return longest;
}

static void check_easy(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		size_t run = easy_run(c, i);

		if (run < RUN_MIN)
			continue;
		findings_add(out, FINDING_PASSWORD_WEAK, c->place[i],
			     "第 %zu 个字符起有 %zu 个相同，或按顺序排列，容易猜到。换掉这一段。",
			     c->place[i], run);
		return; /* the first is enough to go on with */
	}
}

/* Digits and the X of a number, whatever their width and case. */
static uint32_t keep_digit(const struct characters *c, size_t i)
{
	uint32_t cp = lower(text_narrow(c->cp[i]));

	return (cp >= '0' && cp <= '9') || cp == 'x' ? cp : 0;
}

/* The longest run from index i on that occurs in the number; *where: its index there. */
static size_t shared_run(const struct characters *c, size_t i, const struct characters *number,
			 size_t *where)
{
	size_t longest = 0;

	for (size_t j = 0; j < number->count; j++) {
		size_t n = 0;

		while (j + n < number->count && lower(characters_at(c, i + n)) == number->cp[j + n])
			n++;
		if (n > longest) {
			longest = n;
			*where = j;
		}
	}
	return longest;
}

static void check_personal(const struct characters *c, const char *number, const char *what,
			   struct findings *out)
{
	struct characters all = characters_read(number);
	struct characters digits = characters_fold(&all, keep_digit);

	for (size_t i = 0, n, where = 0; i < c->count; i += n < RUN_MIN ? 1 : n) {
		bool birth;

		n = shared_run(c, i, &digits, &where);
		if (n < RUN_MIN)
			continue;
		birth = digits.count == ID_DIGITS && where >= BIRTH_START && where + n <= BIRTH_END;
		findings_add(out, FINDING_PASSWORD_PERSONAL, c->place[i],
			     "第 %zu 个字符起有 %zu 个和%s里的一样，认识你的人猜得到。换掉这一段。",
			     c->place[i], n, birth ? "出生日期" : what);
	}
	characters_wipe(&all);
	characters_wipe(&digits);
}

void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out)
{
	struct characters c = characters_read(password);

	if (c.count == 0)
		findings_add(out, FINDING_PASSWORD_LENGTH, 0, "还没有填密码。编一个演练用的。");
	else if (c.count < PASSWORD_MIN || c.count > PASSWORD_MAX)
		findings_add(out, FINDING_PASSWORD_LENGTH, 0,
			     "应为 %d 到 %d 个字符，现为 %zu 个。%s。", PASSWORD_MIN, PASSWORD_MAX,
			     c.count, c.count < PASSWORD_MIN ? "再加几个" : "删去一些");
	else if (strength_of(&c) == PASSWORD_LOW)
		findings_add(out, FINDING_PASSWORD_WEAK, 0,
			     "强度低：只有一类字符。最好 %d 个以上，大写、小写、数字、符号用上"
			     "三类。",
			     HIGH_LENGTH);
	check_characters(&c, out);
	if (c.count <= PASSWORD_MAX) { /* what is longer has to be shortened anyway */
		check_easy(&c, out);
		check_personal(&c, id_number, "证件号码", out);
		check_personal(&c, mobile, "手机号", out);
	}
	characters_wipe(&c);
}
