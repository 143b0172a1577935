/* SPDX-License-Identifier: MIT */
/* Is this a resident ID number? GB 11643-1999: 6 digits of GB/T 2260, 8 of the date of birth, 3 of
 * the sequence (odd: male), a check character of ISO 7064 MOD 11-2. */
#include "rules/resident_id.h"

#include <stdio.h>
#include <string.h>

#include "base/eight_bytes.h"
#include "base/text.h"
#include "rules/check_character.h"
#include "rules/province.h"

char resident_id_check_char(const char *digits)
{
	return check_character(load_digits(digits), load_digits(digits + 8),
			       (unsigned char)digits[16] ^ '0');
}

bool resident_id_read(const char *number, struct resident_id *out)
{
	if (strnlen(number, ID_LENGTH + 1) != ID_LENGTH ||
	    (eight_not_digits(eight_load(number)) | eight_not_digits(eight_load(number + 8))) !=
		    0 ||
	    !is_ascii_digit((unsigned char)number[16]) ||
	    !(is_ascii_digit((unsigned char)number[17]) || number[17] == 'X'))
		return false;
	memcpy(out->region, number, 6);
	out->region[6] = '\0';
	out->birth.year = text_digits(number + 6, 4);
	out->birth.month = text_digits(number + 10, 2);
	out->birth.day = text_digits(number + 12, 2);
	out->male = text_digits(number + 16, 1) % 2 == 1;
	return true;
}

bool id_normalise(const struct characters *number, char out[ID_LENGTH + 1])
{
	if (number->count > ID_LENGTH)
		return false;
	for (size_t i = 0; i < number->count; i++) {
		uint32_t cp = number->cp[i];
		bool last = i + 1 == number->count;

		if (is_fullwidth_digit(cp))
			cp = text_narrow(cp);
		else if (last && (cp == 'x' || id_is_x_lookalike(cp)))
			cp = 'X';
		if (!is_ascii_digit(cp) && !(last && cp == 'X'))
			return false;
		out[i] = (char)cp;
	}
	out[number->count] = '\0';
	return true;
}

bool id_read_loosely(const char *number, char digits[ID_LENGTH + 1], struct resident_id *out)
{
	struct characters all = characters_read(number), bare = characters_bare(&all);
	bool read = id_normalise(&bare, digits) && resident_id_read(digits, out);

	characters_wipe(&all);
	characters_wipe(&bare);
	return read;
}

bool id_check_fits(const char *number)
{
	return number[ID_LENGTH - 1] == resident_id_check_char(number);
}

bool id_is_valid(const char *number)
{
	struct resident_id ignored;

	return resident_id_read(number, &ignored) && id_check_fits(number);
}

bool id_is_rounded(const char *number)
{
	return strcmp(number + ID_LENGTH_OLD, "000") == 0 && !id_check_fits(number);
}

enum {
	PLACE_BIRTH = 7,
	PLACE_MONTH = 11,
	PLACE_TAIL = 16,
	PLACE_CHECK = 18,
	BIRTH_YEAR_MIN = 1900
};

/* Checks the last character for look-alikes of X. */
static void check_x(const struct characters *number, struct findings *out)
{
	struct characters last = characters_part(number, number->count - 1, 1);

	if (last.cp[0] == 'x')
		characters_report(last, FINDING_ID_LOWERCASE_X, KIND_LOWERCASE_X, out);
	else if (id_is_x_lookalike(last.cp[0]))
		characters_report(last, FINDING_ID_X_LOOKALIKE, KIND_X_LOOKALIKE, out);
}

/* Drops characters that are neither digits nor taken for an X. */
static uint32_t drop_foreign(const struct characters *c, size_t i)
{
	return is_digit(c->cp[i]) || id_is_x(c->cp[i]) ? c->cp[i] : 0;
}

static uint32_t drop_own(const struct characters *c, size_t i)
{
	return drop_foreign(c, i) != 0 ? 0 : c->cp[i];
}

static bool is_plausible(const struct characters *number)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;
	bool plausible = number->count == ID_LENGTH && id_normalise(number, digits) &&
			 resident_id_read(digits, &id) && date_valid(id.birth);

	explicit_bzero(digits, sizeof digits);
	explicit_bzero(&id, sizeof id);
	return plausible;
}

/* Returns a whole number that a mark or a blank parts from other digits, as in 1.110000200709010014
 * and 110000200709010014,00; all of it if there is none. */
static struct characters find_whole(const struct characters *number)
{
	for (size_t i = 0, n; i < number->count; i += n) {
		struct characters run;

		for (n = 1; i + n < number->count && is_digit(number->cp[i]); n++)
			if (number->place[i + n] != number->place[i] + n ||
			    (!is_digit(number->cp[i + n]) &&
			     (n + 1 != ID_LENGTH || !id_is_x(number->cp[i + n]))))
				break;
		run = characters_part(number, i, n);
		if (is_plausible(&run) && !id_is_x(characters_at(number, i + n)))
			return run;
	}
	return *number;
}

struct characters id_strip(const struct characters *number)
{
	struct characters whole = find_whole(number);

	return characters_fold(&whole, drop_foreign);
}

static bool belongs(const struct characters *number, size_t i)
{
	return is_digit(number->cp[i]) || (i + 1 == number->count && id_is_x(number->cp[i]));
}

/* Adds a finding for each run of characters that are no digits; returns their number. */
static size_t check_characters(const struct characters *number, struct findings *out)
{
	size_t wrong = 0;

	for (size_t i = 0, end; i < number->count; i = end) {
		end = i + 1;
		if (belongs(number, i))
			continue;
		while (end < number->count && !belongs(number, end))
			end++;
		wrong += end - i;
		characters_report(characters_part(number, i, end - i), FINDING_ID_CHARACTER,
				  characters_run(number, i, is_like_digit) >= end
					  ? KIND_LETTER_FOR_DIGIT
				  : i + 1 == ID_LENGTH ? KIND_NOT_DIGIT_LAST
						       : KIND_NOT_DIGIT,
				  out);
	}
	return wrong;
}

static void check_length(const struct characters *number, size_t wrong, struct findings *out)
{
	size_t n = number->count;

	/* Surplus characters, or characters in place of digits, are one mistake: do not report the
	 * length, too. */
	if (wrong > 0 && n >= ID_LENGTH && n - wrong <= ID_LENGTH)
		return;
	if (n == ID_LENGTH_OLD && wrong == 0 && is_digit(number->cp[n - 1]))
		findings_add(out, FINDING_ID_FIFTEEN, KIND_FIFTEEN, 0, 0);
	else if (n < ID_LENGTH)
		findings_add(out, FINDING_ID_LENGTH, KIND_TOO_SHORT, 0, ID_LENGTH - n)->other =
			ID_LENGTH;
	else if (n > ID_LENGTH)
		findings_add(out, FINDING_ID_LENGTH, KIND_TOO_LONG, 0, n - ID_LENGTH)->other =
			ID_LENGTH;
}

static int age_on(struct date today, struct date birth)
{
	bool birthday_to_come =
		today.month < birth.month || (today.month == birth.month && today.day < birth.day);

	return today.year - birth.year - (birthday_to_come ? 1 : 0);
}

/* day: YYYYMMDD. */
static void add_day(const char *day, enum finding_code code, enum finding_kind kind, size_t at,
		    struct findings *out)
{
	char *text = findings_add(out, code, kind, at, 8)->is;

	memcpy(text, day, 4);
	memcpy(text + 5, day + 4, 2);
	memcpy(text + 8, day + 6, 2);
	text[4] = text[7] = '-';
	text[10] = '\0';
}

/* Checks a date of birth. day: its eight digits; at: the place of the first. Returns false if it is
 * no day of the calendar or before 1900. */
static bool check_birth(const char *day, struct date b, struct date today, size_t at,
			struct findings *out)
{
	int age = age_on(today, b);

	if (!date_valid(b)) {
		add_day(day, FINDING_ID_BIRTH_DATE, KIND_BIRTH_DATE, at, out);
		return false;
	}
	if (b.year < BIRTH_YEAR_MIN) {
		add_day(day, FINDING_ID_BIRTH_DATE, KIND_BIRTH_LONG_AGO, at, out);
		return false;
	}
	if (today.year == 0)
		return true;
	if (date_compare(b, today) > 0)
		add_day(day, FINDING_ID_FUTURE, KIND_BIRTH_COMING, at, out);
	else if (age < ID_AGE_MIN || age > ID_AGE_MAX)
		findings_add(out, FINDING_ID_AGE, KIND_AGE, at, (size_t)age);
	return true;
}

const char *id_document(const char *digits)
{
	if (digits[0] == '9')
		return "外国人永久居留身份证";
	return digits[0] == '8' ? "港澳台居民居住证" : "居民身份证";
}

/* Checks the parts of a well-formed number. place: the places of its eighteen characters. */
static void check_facts(const char *digits, const struct resident_id *id, const size_t *place,
			struct date today, struct findings *out)
{
	bool dated, fits = id_check_fits(digits);

	if (strcmp(digits + PLACE_MONTH - 1, "00000000") == 0) { /* 3.20102E+17, written out */
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_SCIENTIFIC, 0, 0);
		return;
	}
	dated = check_birth(digits + PLACE_BIRTH - 1, id->birth, today, place[PLACE_BIRTH - 1],
			    out);
	if (digits[0] != '9' && !province_known(digits))
		memcpy(findings_add(out, FINDING_ID_PROVINCE, KIND_PROVINCE, place[0], 2)->is,
		       digits, 2);
	if (!fits && memcmp(digits + ID_LENGTH_OLD, "000", 3) == 0)
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_ROUNDED, place[PLACE_TAIL - 1], 3);
	else if (!fits)
		findings_add(out, FINDING_ID_CHECKSUM, KIND_CHECKSUM, place[PLACE_CHECK - 1], 1);
	else if (digits[0] == '9' && dated && !province_known(digits + 1))
		findings_add(out, FINDING_ID_OTHER_DOCUMENT, KIND_NINE_PROVINCE, place[1], 2);
	else if (digits[0] == '9' && dated)
		finding_quote(id_document(digits), findings_add(out, FINDING_ID_OTHER_DOCUMENT,
								KIND_DOCUMENT_TYPE, place[0], 1)
							   ->should);
}

/* True if it cannot be a resident ID number with a single mistake: it has another length, too few
 * digits, and other characters near the start or in several runs. */
static bool is_of_other_kind(const struct characters *number)
{
	enum { CLEAR = 6 };
	size_t digits = 0, runs = 0, first = number->count;

	if (number->count == ID_LENGTH)
		return false;
	for (size_t i = 0; i < number->count; i++) {
		digits += is_digit(number->cp[i]);
		if (belongs(number, i))
			continue;
		runs += i == 0 || belongs(number, i - 1);
		first = first < i ? first : i;
	}
	return digits < ID_LENGTH_OLD && runs > 0 && (first < CLEAR || runs > 1);
}

static void check_written(const struct characters *number, struct date today, struct findings *out)
{
	char digits[ID_LENGTH + 1] = "";
	struct resident_id id;
	size_t wrong = 0;

	if (is_of_other_kind(number)) {
		findings_add(out, FINDING_ID_CHARACTER, KIND_NOT_RESIDENT, 0, 0);
		return;
	}
	check_x(number, out);
	if (!id_is_whole(number)) {
		wrong = check_characters(number, out);
		check_length(number, wrong, out);
	}
	if (wrong == 0 && id_normalise(number, digits) && resident_id_read(digits, &id))
		check_facts(digits, &id, number->place, today, out);
	explicit_bzero(digits, sizeof digits);
}

/* Reports a blank or invisible character in place of a digit in a number of 18 characters. Returns
 * true if it did. */
static bool check_unseen_digit(const struct characters *all, const struct characters *bare,
			       struct findings *out)
{
	size_t at = characters_differ(all, bare);
	bool blank;

	if (all->count != ID_LENGTH || bare->count != ID_LENGTH - 1 ||
	    characters_run(bare, 0, is_digit) < bare->count - 1)
		return false;
	blank = text_is_blank(all->cp[at]);
	characters_report(characters_part(all, at, 1),
			  blank ? FINDING_ID_SPACE : FINDING_ID_INVISIBLE, KIND_UNSEEN_DIGIT, out);
	return true;
}

/* Adds one finding for all characters that do not belong to the number, at the first, and quotes
 * them: separators inside it only once. head: the part before a spreadsheet's .0; rest: the number
 * in it. */
static void report_foreign(const struct characters *number, const struct characters *head,
			   const struct characters *rest, struct findings *out)
{
	struct characters copy = characters_fold(head, character_narrow);
	struct characters foreign = characters_part(&copy, 0, 0);
	bool inside = rest->place[rest->count - 1] - rest->place[0] >= rest->count;
	struct finding *f = findings_add(out, FINDING_ID_CHARACTER, KIND_NOT_OF_NUMBER, 0, 1);

	for (size_t i = 0, own = 0; i < head->count; i++) {
		if (head->place[i] == characters_place(rest, own)) {
			own++;
		} else if (!inside || characters_find(&foreign, 0, head->cp[i]) == foreign.count) {
			f->at = foreign.count == 0 ? head->place[i] : f->at;
			foreign.cp[foreign.count++] = head->cp[i];
		}
	}
	characters_quote(foreign, f->is);
	if (head->count < number->count) {
		f->kind = KIND_NUMBER_FORMATTED;
		characters_quote(characters_part(number, head->count, number->count), f->should);
	}
	characters_wipe(&copy);
}

/* True if a mark parts a number that lacks digits or has too many: 110000-20070901-001. Once, or
 * doubled, it may be in place of digits. */
static bool is_parted(const struct characters *number, const struct characters *digits)
{
	struct characters marks = characters_fold(number, drop_own);
	bool parted = digits->count >= ID_LENGTH_OLD && marks.cp[0] != '*' &&
		      !is_ascii_letter(marks.cp[0]) && !text_is_ideograph(marks.cp[0]) &&
		      !is_like_digit(marks.cp[0]);

	for (size_t i = 1; i < marks.count; i++)
		parted = parted && marks.cp[i] == marks.cp[0] &&
			 marks.place[i] > marks.place[i - 1] + 1;
	characters_wipe(&marks);
	return parted;
}

/* Reports other characters around or inside a whole number as one mistake, and checks the number.
 * Returns false if the value is no such number. */
static bool check_surrounded(const struct characters *number, struct date today,
			     struct findings *out)
{
	struct characters head = characters_part(number, 0, id_before_point(number)), rest;
	char digits[ID_LENGTH + 1];
	bool whole, parted;

	if (head.count <= ID_LENGTH_OLD)
		return false;
	rest = id_strip(&head);
	whole = rest.count == ID_LENGTH && head.count > ID_LENGTH && id_normalise(&rest, digits);
	parted = !whole && rest.count + 2 <= head.count && is_parted(&head, &rest);
	/* the separators of a rounded number are the spreadsheet's */
	if (parted || (whole && !id_is_rounded(digits)))
		report_foreign(number, &head, &rest, out);
	if (parted || whole)
		check_written(&rest, today, out);
	explicit_bzero(digits, sizeof digits);
	characters_wipe(&rest);
	return whole || parted;
}

bool id_is_sound(const struct characters *number)
{
	char digits[ID_LENGTH + 1] = "";
	struct findings errors;
	bool sound;

	errors.count = 0; /* to clear all of it takes longer than the check */
	if (number->count == ID_LENGTH && id_normalise(number, digits))
		resident_id_check(digits, (struct date){ 0 }, &errors);
	sound = *digits != '\0' && !findings_any(&errors, SEVERITY_ERROR);
	explicit_bzero(digits, sizeof digits);
	explicit_bzero(errors.items, errors.count * sizeof *errors.items);
	return sound;
}

/* Reports what is too many at the end as one mistake: X or, behind an X, digits after 18 characters
 * that are right without them; several X after 17 digits. *rest: the number without them; not set
 * if it is unknown which X was meant. */
static bool check_letters(const struct characters *number, struct characters *rest,
			  struct findings *out)
{
	size_t digits = characters_run(number, 0, is_digit);
	size_t end = characters_run(number, digits, id_is_x);
	struct characters head = characters_part(number, 0, ID_LENGTH);
	bool behind_x = end == ID_LENGTH && characters_run(number, end, is_digit) == number->count;
	bool whole = digits == ID_LENGTH || behind_x;

	if (number->count <= ID_LENGTH || digits < ID_LENGTH - 1 || digits > ID_LENGTH ||
	    (end < number->count && !behind_x) || (whole && !id_is_sound(&head)))
		return false;
	if (whole)
		*rest = head;
	characters_report(characters_part(number, whole ? ID_LENGTH : digits, number->count),
			  FINDING_ID_CHARACTER, whole ? KIND_EXTRA_BEHIND : KIND_X_REPEATED, out);
	return true;
}

/* Removes the finding about .0 if another one tells what a spreadsheet did to the number. */
static void drop_point_zero(struct findings *f)
{
	size_t kept = 0;

	if (!findings_has(f, FINDING_ID_SPREADSHEET))
		return;
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].kind != KIND_POINT_ZERO)
			f->items[kept++] = f->items[i];
	f->count = kept;
}

/* Returns true if it reported all surplus characters, blanks included. */
static bool check_number(const struct characters *number, struct date today, struct findings *out)
{
	struct characters rest;
	bool whole = id_is_whole(number) && text_narrow(number->cp[0]) != '0'; /* not zeros */

	if (!whole && (id_check_other(number, &rest, out) || check_letters(number, &rest, out))) {
		if (rest.count > 0)
			check_written(&rest, today, out);
		drop_point_zero(out);
		return false;
	}
	if (check_surrounded(number, today, out))
		return true;
	check_written(number, today, out);
	return false;
}

static bool is_visible_ascii(const char *s)
{
	while (*s > ' ' && *s < 0x7F)
		s++;
	return *s == '\0';
}

static bool is_fullwidth_own(uint32_t cp)
{
	return is_fullwidth_digit(cp) || cp == 0xFF38; /* Ｘ */
}

/* Replaces the last X of a full-width number, where it is not a look-alike. Returns true if it
 * did. */
static bool narrow_x(struct characters *bare)
{
	bool wide = bare->count > 1 && bare->cp[bare->count - 1] == 0xFF38 &&
		    is_fullwidth_digit(bare->cp[bare->count - 2]);

	if (wide)
		bare->cp[bare->count - 1] = 'X';
	return wide;
}

/* Checks a number that is not well-formed. */
static void check_any(const char *number, struct date today, struct findings *out)
{
	struct characters all = characters_read(number), bare;
	bool reported, none, wide;

	/* Visible ASCII has no blanks, invisible or full-width characters. */
	if (is_visible_ascii(number)) {
		check_number(&all, today, out);
		findings_merge(out);
		characters_wipe(&all);
		return;
	}
	bare = characters_bare(&all);
	if (check_unseen_digit(&all, &bare, out)) {
		characters_wipe(&all);
		characters_wipe(&bare);
		return;
	}
	wide = narrow_x(&bare);
	reported = check_number(&bare, today, out);
	for (size_t i = 0; i < out->count; i++) {
		struct finding *f = &out->items[i];

		if (f->kind == KIND_NOT_DIGIT || f->kind == KIND_LETTER_FOR_DIGIT)
			characters_quote(characters_part(&all, f->at - 1, f->count), f->is);
	}
	none = out->count > 0 &&
	       (id_is_none(out->items[0].kind) || out->items[0].kind == KIND_NOT_RESIDENT ||
		out->items[0].kind == KIND_ID_MASKED || out->items[0].kind == KIND_SCIENTIFIC ||
		(out->items[0].kind == KIND_TOO_LONG &&
		 out->items[0].count == characters_count(&bare, is_fullwidth_digit)));
	if (!none)
		characters_report_runs(&all, wide ? is_fullwidth_own : is_fullwidth_digit,
				       FINDING_ID_FULLWIDTH, KIND_FULLWIDTH, out);
	if (!none && bare.count > 0 && bare.count < all.count) {
		if (!reported && !findings_has(out, FINDING_ID_SPREADSHEET))
			characters_report_runs(&all, text_is_blank, FINDING_ID_SPACE, KIND_BLANK,
					       out);
		characters_report_runs(&all, text_is_invisible, FINDING_ID_INVISIBLE,
				       KIND_INVISIBLE, out);
	}
	findings_merge(out);
	characters_wipe(&all);
	characters_wipe(&bare);
}

void resident_id_check(const char *number, struct date today, struct findings *out)
{
	static const size_t places[] = { 1,  2,  3,  4,  5,  6,  7,  8,  9,
					 10, 11, 12, 13, 14, 15, 16, 17, 18 };
	struct resident_id id;

	/* Rosters hold millions of right numbers, which are checked without allocation. */
	if (resident_id_read(number, &id) && id.birth.year > 0)
		check_facts(number, &id, places, today, out);
	else
		check_any(number, today, out);
}
