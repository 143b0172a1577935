/* SPDX-License-Identifier: MIT */
/* Are a mobile number, a password and a mail address well-formed? Numbers: 工信部电信网编号计划,
 * they begin with 13 to 19. Passwords: as the site asked in 2021. Addresses: RFC 5322 §3.2.3 for
 * the characters. */
#include "rules/contact.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"

#define DIGITS "0123456789"
#define SMALL "abcdefghijklmnopqrstuvwxyz"
#define CAPITALS "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LETTERS SMALL CAPITALS
#define LOW "低"

static bool is_no_digit(uint32_t cp)
{
	return !is_digit(cp);
}

/* The length of the country code in front of the number (+86, 0086, 86); 0: none. */
static size_t country_code(const char *number)
{
	size_t prefix = strspn(number, "+0");
	bool complete = prefix > 0 || strlen(number) == MOBILE_DIGITS + 2;

	return complete && strncmp(number + prefix, "86", 2) == 0 ? prefix + 2 : 0;
}

/* c: the number without blanks, at least one character; number: the same as ASCII. */
static void check_mobile(const struct characters *c, const char *number, struct findings *out)
{
	size_t code = country_code(number), wrong;

	if (code > 0 || number[0] == '+' || strncmp(number, "00", 2) == 0) {
		findings_add(out, FINDING_MOBILE,
			     code > 0 ? KIND_MOBILE_COUNTRY : KIND_MOBILE_FOREIGN, c->place[0],
			     code);
		return;
	}
	if (is_ascii_digit((unsigned char)number[0]) &&
	    (number[0] != '1' || (number[1] != '\0' && number[1] < '3')))
		findings_add(out, FINDING_MOBILE, KIND_MOBILE_START, c->place[0], 2);
	characters_report_runs(c, is_fullwidth_digit, FINDING_MOBILE, KIND_FULLWIDTH, out);
	wrong = characters_report_runs(c, is_no_digit, FINDING_MOBILE, KIND_MOBILE_CHARACTER, out);
	/* Wrong characters are one mistake even if they make the number too long. */
	if (c->count < MOBILE_DIGITS)
		findings_add(out, FINDING_MOBILE, KIND_TOO_SHORT, 0, MOBILE_DIGITS - c->count)
			->other = MOBILE_DIGITS;
	else if (c->count - wrong > MOBILE_DIGITS)
		findings_add(out, FINDING_MOBILE, KIND_TOO_LONG, 0, c->count - MOBILE_DIGITS)
			->other = MOBILE_DIGITS;
}

void contact_check_mobile(const char *mobile, struct findings *out)
{
	struct characters all = characters_read(mobile), bare = characters_bare(&all);
	char *number = characters_ascii(&bare, character_narrow);

	if (bare.count == 0) {
		findings_add(out, FINDING_MOBILE, KIND_MOBILE_EMPTY, 0, 0);
	} else {
		characters_report_unseen(&all, FINDING_MOBILE, FINDING_MOBILE, out);
		check_mobile(&bare, number, out);
	}
	characters_wipe(&all);
	characters_wipe(&bare);
	xwipe(number);
}

/* True for characters outside printable ASCII; not for blanks, which are reported as such. */
static bool is_foreign(uint32_t cp)
{
	return (cp <= ' ' || cp >= 0x7F) && !text_is_blank(cp);
}

const char *contact_password_strength(const char *password)
{
	enum { HIGH_LENGTH = 8, HIGH_CLASSES = 3, CLASSES = 4 };
	static const char *const characters[CLASSES] = { SMALL, CAPITALS, DIGITS,
							 "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~" };
	size_t length = strlen(password), classes = 0;

	for (size_t i = 0; i < CLASSES; i++)
		classes += strpbrk(password, characters[i]) != NULL;
	if (length >= HIGH_LENGTH && classes >= HIGH_CLASSES)
		return "高";
	return length >= PASSWORD_MIN && classes >= 2 ? "中" : LOW;
}

enum { RUN = 4 };

/* True if the text contains the first RUN characters of s, in any case. */
static bool holds_run(const char *text, const char *s)
{
	for (; strlen(text) >= RUN; text++)
		if (strncasecmp(text, s, RUN) == 0)
			return true;
	return false;
}

/* Warns about a weak or personal password; its length and characters are right. */
static void check_weak(const char *password, const char *id_number, const char *mobile,
		       struct findings *out)
{
	for (const char *s = password; strlen(s) >= RUN; s++) {
		bool of_number = holds_run(id_number, s);

		if (!of_number && !holds_run(mobile, s))
			continue;
		findings_add(out, FINDING_PASSWORD_PERSONAL,
			     of_number ? KIND_PASSWORD_OF_NUMBER : KIND_PASSWORD_OF_MOBILE,
			     (size_t)(s - password) + 1, RUN);
		break;
	}
	if (strcmp(contact_password_strength(password), LOW) == 0)
		findings_add(out, FINDING_PASSWORD_WEAK, KIND_PASSWORD_ONE_KIND, 0, 0);
}

void contact_check_password(const char *password, const char *id_number, const char *mobile,
			    struct findings *out)
{
	struct characters c = characters_read(password);
	size_t n = c.count, wrong;

	if (n == 0)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_EMPTY, 0, 0);
	else if (n < PASSWORD_MIN)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_SHORT, 0, PASSWORD_MIN - n)
			->other = PASSWORD_MIN;
	else if (n > PASSWORD_MAX)
		findings_add(out, FINDING_PASSWORD_LENGTH, KIND_PASSWORD_LONG, 0, n - PASSWORD_MAX)
			->other = PASSWORD_MAX;
	wrong = characters_report_runs(&c, text_is_blank, FINDING_PASSWORD_CHARACTER, KIND_BLANK,
				       out);
	wrong += characters_report_runs(&c, is_foreign, FINDING_PASSWORD_CHARACTER,
					KIND_PASSWORD_CHARACTER, out);
	if (wrong == 0 && n >= PASSWORD_MIN && n <= PASSWORD_MAX)
		check_weak(password, id_number, mobile, out);
	characters_wipe(&c);
}

void contact_check_again(const char *again, const char *password, struct findings *out)
{
	enum finding_code code = FINDING_PASSWORD_AGAIN;
	enum finding_kind kind = KIND_AGAIN_OTHER;

	if (*again == '\0')
		kind = KIND_AGAIN_EMPTY;
	else if (strcmp(again, password) == 0)
		return;
	else if (*password == '\0')
		code = FINDING_PASSWORD_FIRST, kind = KIND_AGAIN_FIRST_EMPTY;
	else if (strcasecmp(again, password) == 0)
		kind = KIND_AGAIN_CASE;
	findings_add(out, code, kind, 0, 0);
}

/* Returns the character that was most likely meant: a dot for commas and the Chinese full stop. */
static uint32_t meant(uint32_t cp)
{
	uint32_t narrow = text_narrow(cp);

	return narrow == ',' || cp == 0x3001 || cp == 0x3002 || cp == 0xFF61 ? '.' : narrow;
}

static uint32_t meant_at(const struct characters *c, size_t i)
{
	return meant(c->cp[i]);
}

/* True for atext, the dot, and the @ between the two parts. */
static bool is_of_mail(uint32_t cp)
{
	return cp < 0x80 && strchr(LETTERS DIGITS "!#$%&'*+-/=?^_`{|}~.@", (int)cp) != NULL;
}

static bool is_of_no_mail(uint32_t cp)
{
	return !is_of_mail(meant(cp));
}

static bool is_mistyped_in_mail(uint32_t cp)
{
	return is_of_mail(meant(cp)) && meant(cp) != cp;
}

/* Reports characters that are mistyped or not allowed. Returns true if all are allowed once the
 * mistyped ones are replaced, so that the parts can be checked. */
static bool check_mail_characters(const struct characters *c, struct findings *out)
{
	for (size_t i = 0; i < c->count; i = characters_run(c, i, is_mistyped_in_mail) + 1)
		if (is_mistyped_in_mail(c->cp[i])) {
			struct finding *f = characters_report(
				characters_part(c, i, 1), FINDING_EMAIL, KIND_EMAIL_MISTYPED, out);

			character_quote(meant(c->cp[i]), f->should);
		}
	return characters_report_runs(c, is_of_no_mail, FINDING_EMAIL, KIND_EMAIL_CHARACTER, out) ==
	       0;
}

/* The first dot that is at an end of a part or follows another dot; NULL: none. */
static const char *find_stray_dot(const char *mail)
{
	for (const char *dot = mail; (dot = strchr(dot, '.')) != NULL; dot++)
		if (dot == mail || strchr(".@", dot[-1]) != NULL || dot[1] == '@' || dot[1] == '\0')
			return dot;
	return NULL;
}

/* The first wrong character of a host, which must end in a dot and at least two letters; the host
 * itself if it has no dot; NULL: none. */
static const char *find_host_fault(const char *host)
{
	const char *last = strrchr(host, '.'), *wrong = host + strspn(host, LETTERS DIGITS "-.");

	if (*wrong != '\0' || last == NULL)
		return *wrong != '\0' ? wrong : host;
	return last[1 + strspn(last + 1, LETTERS)] != '\0' || strlen(last + 1) < 2 ? last + 1
										   : NULL;
}

/* mail: the characters c as ASCII. */
static void check_mail_parts(const struct characters *c, const char *mail, struct findings *out)
{
	const char *at = strchr(mail, '@'), *fault;
	enum finding_kind kind;

	if (at == NULL || at == mail || at[1] == '\0') {
		findings_add(out, FINDING_EMAIL, KIND_EMAIL_AT, 0, 0);
		return;
	}
	if ((fault = strchr(at + 1, '@')) != NULL)
		kind = KIND_EMAIL_AT_AGAIN;
	else if ((fault = find_stray_dot(mail)) != NULL)
		kind = KIND_EMAIL_DOT;
	else if ((fault = find_host_fault(at + 1)) != NULL)
		kind = KIND_EMAIL_HOST;
	else if (strcasecmp(fault = strrchr(at, '.') + 1, "con") == 0)
		kind = KIND_EMAIL_CON;
	else
		return;
	findings_add(out, FINDING_EMAIL, kind, c->place[fault - mail], 1);
}

void contact_check_email(const char *email, struct findings *out)
{
	struct characters all = characters_read(email), bare = characters_bare(&all);
	char *mail = characters_ascii(&bare, meant_at);

	characters_report_unseen(&all, FINDING_EMAIL, FINDING_EMAIL, out);
	if (check_mail_characters(&bare, out) && mail[0] != '\0')
		check_mail_parts(&bare, mail, out);
	characters_wipe(&all);
	characters_wipe(&bare);
	xwipe(mail);
}
