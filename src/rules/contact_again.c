/* SPDX-License-Identifier: MIT */
#include "rules/contact.h"

#include "rules/characters.h"

static uint32_t lower(const struct characters *c, size_t i)
{
	return c->cp[i] >= 'A' && c->cp[i] <= 'Z' ? c->cp[i] + 32 : c->cp[i];
}

static bool equal_but_case(const struct characters *a, const struct characters *b)
{
	struct characters small_a = characters_fold(a, lower);
	struct characters small_b = characters_fold(b, lower);
	bool equal = characters_equal(&small_a, &small_b);

	characters_wipe(&small_a);
	characters_wipe(&small_b);
	return equal;
}

/* Both hold something, and not the same. */
static void check_difference(const struct characters *again, const struct characters *first,
			     struct findings *out)
{
	size_t i = characters_differ(again, first);
	size_t place = characters_place(again, i);

	if (i == again->count)
		findings_add(out, FINDING_PASSWORD_AGAIN, place,
			     "只输了前 %zu 个字符，还少 %zu 个。接着输完。", i, first->count - i);
	else if (i == first->count)
		findings_add(out, FINDING_PASSWORD_AGAIN, place,
			     "从第 %zu 个字符起多了 %zu 个。把它删掉。", place, again->count - i);
	else if (equal_but_case(again, first))
		findings_add(out, FINDING_PASSWORD_AGAIN, place,
			     "第 %zu 个字符的大小写不同。看看大写锁定是不是开着，重新输入。",
			     place);
	else
		findings_add(out, FINDING_PASSWORD_AGAIN, place,
			     "从第 %zu 个字符起和上一栏的密码不一样。清空这一栏，重新输入。",
			     place);
}

void contact_check_again(const char *again, const char *password, struct findings *out)
{
	struct characters second = characters_read(again);
	struct characters first = characters_read(password);

	if (first.count == 0 && second.count > 0)
		findings_add(out, FINDING_PASSWORD_AGAIN, 0,
			     "上一栏的密码还是空的。先填好密码，再回来确认。");
	else if (second.count == 0)
		findings_add(out, FINDING_PASSWORD_AGAIN, 0, "还没有填。把密码再输入一遍。");
	else if (!characters_equal(&second, &first))
		check_difference(&second, &first, out);
	characters_wipe(&second);
	characters_wipe(&first);
}
