/* SPDX-License-Identifier: MIT */
/* Mobile numbers: 11 digits, 13 to 19 first (工信部电信网编号计划). Passwords: 6 to 30 characters of the keyboard,
 * as the site asked in 2021. */
#include "rules/contact.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"

enum { RUN_MIN = 4, HIGH_LENGTH = 8, HIGH_CLASSES = 3 };

/* In the ID number: the eight digits of the birthday, from 0, end not included. */
enum { ID_DIGITS = 18, BIRTH_START = 6, BIRTH_END = 14 };

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_fullwidth_digit(uint32_t cp)
{
	return text_is_fullwidth(cp) && is_digit(text_narrow(cp));
}

static bool is_no_digit(uint32_t cp)
{
	return !is_digit(text_narrow(cp));
}

/* How many characters in front of the number are the code of the country. */
static size_t country_code(const struct characters *number)
{
	if (characters_hold(number, 0, "+86"))
		return 3;
	if (characters_hold(number, 0, "0086"))
		return 4;
	return characters_hold(number, 0, "86") && number->count == MOBILE_DIGITS + 2 ? 2 : 0;
}

/* n characters, of which `wrong` are no digits: characters too many, or in place of digits, are one mistake. */
static void check_mobile_length(size_t n, size_t wrong, struct findings *out)
{
	if (n < MOBILE_DIGITS)
		findings_add(out, FINDING_MOBILE, KIND_TOO_SHORT, 0, MOBILE_DIGITS - n)->other =
			MOBILE_DIGITS;
	else if (n - wrong > MOBILE_DIGITS)
		findings_add(out, FINDING_MOBILE, KIND_TOO_LONG, 0, n - MOBILE_DIGITS)->other =
			MOBILE_DIGITS;
}

/* number: narrow; i: the first character behind the code of the country. */
static void check_mobile_start(const struct characters *number, size_t i, struct findings *out)
{
	uint32_t first = characters_at(number, i), second = characters_at(number, i + 1);

	if (is_digit(first) && first != '1')
		characters_report(number, i, 1, FINDING_MOBILE,
				  first == '0' ? KIND_MOBILE_LANDLINE : KIND_MOBILE_FIRST, out);
	else if (first == '1' && second >= '0' && second <= '2')
		characters_report(number, i + 1, 1, FINDING_MOBILE, KIND_MOBILE_SECOND, out);
}

/* bare: as it was given; number: the same, narrow. */
static void check_mobile(struct characters *bare, const struct characters *number,
			 struct findings *out)
{
	size_t code = country_code(number), wrong;

	if (code == 0 && (number->cp[0] == '+' || characters_hold(number, 0, "00"))) {
		findings_add(out, FINDING_MOBILE, KIND_MOBILE_FOREIGN, number->place[0], 1);
		return;
	}
	if (code > 0)
		findings_add(out, FINDING_MOBILE, KIND_MOBILE_COUNTRY, number->place[0], code);
	characters_report_runs(bare, is_fullwidth_digit, FINDING_MOBILE, KIND_FULLWIDTH, out);
	if (text_narrow(bare->cp[0]) == '+') /* part of the code */
		bare->cp[0] = '0';
	wrong = characters_report_runs(bare, is_no_digit, FINDING_MOBILE, KIND_MOBILE_CHARACTER,
				       out);
	check_mobile_start(number, code, out);
	check_mobile_length(number->count - code, wrong, out);
}

void contact_check_mobile(const char *mobile, struct findings *out)
{
	struct characters all = characters_read(mobile), bare = characters_bare(&all);
	struct characters number = characters_fold(&bare, character_narrow);

	if (bare.count == 0) {
		findings_add(out, FINDING_MOBILE, KIND_MOBILE_EMPTY, 0, 0);
	} else {
		characters_report_unseen(&all, FINDING_MOBILE, FINDING_MOBILE, out);
		check_mobile(&bare, &number, out);
	}
	characters_wipe(&all);
	characters_wipe(&bare);
	characters_wipe(&number);
}

static bool is_printable(uint32_t cp)
{
	return cp > ' ' && cp < 0x7F;
}

static bool is_unprintable(uint32_t cp)
{
	return !is_printable(cp);
}

/* Of lower case, upper case, digits and signs, how many occur. */
static int count_classes(const struct characters *c)
{
	bool seen[4] = { false };

	for (size_t i = 0; i < c->count; i++)
		if (is_printable(c->cp[i]))
			seen[is_digit(c->cp[i])                   ? 0
			     : lower_case(c->cp[i]) != c->cp[i]   ? 1
			     : c->cp[i] >= 'a' && c->cp[i] <= 'z' ? 2
								  : 3] = true;
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

/* How many characters from index i on are neighbours in the row; step: 1, or -1 for backwards. */
static size_t run_in_row(const struct characters *c, size_t i, const char *row, int step)
{
	const char *at = strchr(row, (int)lower_case(c->cp[i]));
	size_t n = 0;

	while (at != NULL && *at != '\0' &&
	       lower_case(characters_at(c, i + n)) == (unsigned char)*at) {
		n++;
		at = step < 0 && at == row ? NULL : at + step;
	}
	return n;
}

/* The length of what anybody would try, from index i on: one character again and again, or a row of keys. */
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

/* Tells the first: enough to go on with. Returns whether there is one. */
static bool check_easy(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i++) {
		size_t run = easy_run(c, i);

		if (run < RUN_MIN)
			continue;
		findings_add(out, FINDING_PASSWORD_WEAK, KIND_PASSWORD_EASY, c->place[i], run);
		return true;
	}
	return false;
}

/* Digits and the X of a number, whatever their width and case. */
static uint32_t keep_digit(const struct characters *c, size_t i)
{
	uint32_t cp = lower_case(text_narrow(c->cp[i]));

	return is_digit(cp) || cp == 'x' ? cp : 0;
}

/* The longest run from index i on that occurs in the number; *where: its index there. */
static size_t shared_run(const struct characters *c, size_t i, const struct characters *number,
			 size_t *where)
{
	size_t longest = 0;

	for (size_t j = 0; j < number->count; j++) {
		size_t n = 0;

		while (j + n < number->count &&
		       lower_case(characters_at(c, i + n)) == number->cp[j + n])
			n++;
		if (n > longest) {
			longest = n;
			*where = j;
		}
	}
	return longest;
}

static void check_personal(const struct characters *c, const char *number, enum finding_kind kind,
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
		findings_add(out, FINDING_PASSWORD_PERSONAL, birth ? KIND_PASSWORD_OF_BIRTH : kind,
			     c->place[i], n);
	}
	characters_wipe(&all);
	characters_wipe(&digits);
}

static void check_password_length(size_t n, struct findings *out)
{
	if (n == 0)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_EMPTY, 0, 0);
	else if (n < PASSWORD_MIN)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_SHORT, 0, PASSWORD_MIN - n)
			->other = PASSWORD_MIN;
	else if (n > PASSWORD_MAX)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_LONG, 0, n - PASSWORD_MAX)
			->other = PASSWORD_MAX;
}

void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out)
{
	struct characters c = characters_read(password);

	check_password_length(c.count, out);
	/* Characters are not quoted: they are a password's. */
	for (size_t i = 0, end; i < c.count; i = end + 1) {
		end = characters_run(&c, i, is_unprintable);
		if (end > i)
			findings_add(out, FINDING_PASSWORD_CHARACTER, KIND_PASSWORD_CHARACTER,
				     c.place[i], end - i);
	}
	if (c.count <= PASSWORD_MAX) { /* what is longer has to be shortened anyway */
		if (!check_easy(&c, out) && strength_of(&c) == PASSWORD_LOW)
			findings_add(out, FINDING_PASSWORD_WEAK, KIND_PASSWORD_ONE_KIND, 0,
				     c.count);
		check_personal(&c, id_number, KIND_PASSWORD_OF_NUMBER, out);
		check_personal(&c, mobile, KIND_PASSWORD_OF_MOBILE, out);
	}
	characters_wipe(&c);
}

static bool equal_but_case(const struct characters *a, const struct characters *b)
{
	struct characters small_a = characters_fold(a, character_lower);
	struct characters small_b = characters_fold(b, character_lower);
	bool equal = characters_equal(&small_a, &small_b);

	characters_wipe(&small_a);
	characters_wipe(&small_b);
	return equal;
}

void contact_check_again(const char *again, const char *password, struct findings *out)
{
	struct characters second = characters_read(again), first = characters_read(password);
	size_t i = characters_differ(&second, &first), place = characters_place(&second, i);

	if (first.count == 0 && second.count > 0)
		findings_add(out, FINDING_PASSWORD_AGAIN, KIND_AGAIN_FIRST_EMPTY, 0, 0);
	else if (second.count == 0)
		findings_add(out, FINDING_PASSWORD_AGAIN, KIND_AGAIN_EMPTY, 0, 0);
	else if (i == second.count && i < first.count)
		findings_add(out, FINDING_PASSWORD_AGAIN, KIND_AGAIN_SHORT, place, first.count - i);
	else if (i == first.count && i < second.count)
		findings_add(out, FINDING_PASSWORD_AGAIN, KIND_AGAIN_LONG, place, second.count - i);
	else if (i < second.count)
		findings_add(out, FINDING_PASSWORD_AGAIN,
			     equal_but_case(&second, &first) ? KIND_AGAIN_CASE : KIND_AGAIN_OTHER,
			     place, 1);
	characters_wipe(&second);
	characters_wipe(&first);
}
