/* SPDX-License-Identifier: MIT */
/* Can this be the number of that document? Permits as the National Immigration Administration
 * prints them, passports of ICAO Doc 9303. */
#include "rules/document_form.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"
#include "rules/province.h"
#include "rules/resident_id.h"

enum { PASSPORT_MIN = 6, PASSPORT_MAX = 12 }; /* characters; the ICAO's machines read 9 */

static bool has(const char *name, const char *word)
{
	return strstr(name, word) != NULL;
}

static enum document_form residence_form(const char *name)
{
	bool hong_kong = has(name, "香港") || has(name, "港澳");
	bool macau = has(name, "澳门") || has(name, "港澳");

	if (has(name, "台"))
		return hong_kong || macau ? DOCUMENT_FORM_UNKNOWN : DOCUMENT_FORM_RESIDENCE_TAIWAN;
	if (hong_kong && macau)
		return DOCUMENT_FORM_RESIDENCE_BOTH;
	return hong_kong ? DOCUMENT_FORM_RESIDENCE_HONG_KONG
	       : macau   ? DOCUMENT_FORM_RESIDENCE_MACAU
			 : DOCUMENT_FORM_UNKNOWN;
}

/* True for 往来港澳通行证 and the like, which people of the mainland have. */
static bool is_of_mainland(const char *name)
{
	return has(name, "往来港澳") || has(name, "往来台湾") || has(name, "前往");
}

enum document_form document_form_of(const char *name)
{
	bool permit = has(name, "通行证") && !is_of_mainland(name);
	bool taiwan = has(name, "台胞证") || (permit && (has(name, "大陆") || has(name, "台湾")));
	bool mainland = has(name, "回乡证") || (permit && (has(name, "内地") || has(name, "港澳")));

	if (has(name, "护照") || has(name, "passport"))
		return has(name, "身份证") ? DOCUMENT_FORM_UNKNOWN : DOCUMENT_FORM_PASSPORT;
	if (has(name, "居住证"))
		return residence_form(name);
	if (taiwan || mainland)
		return !mainland ? DOCUMENT_FORM_TAIWAN
		       : taiwan  ? DOCUMENT_FORM_TRAVEL
				 : DOCUMENT_FORM_MAINLAND;
	if (strcmp(name, "a") == 0)
		return DOCUMENT_FORM_PASSPORT;
	return strcmp(name, "8") == 0 || strcmp(name, "08") == 0 ? DOCUMENT_FORM_TAIWAN
								 : DOCUMENT_FORM_UNKNOWN;
}

static bool is_letter_or_digit(uint32_t cp)
{
	cp = text_narrow(cp);
	return is_ascii_digit(cp) || is_ascii_letter(cp);
}

static uint32_t drop_own(const struct characters *c, size_t i)
{
	return is_letter_or_digit(c->cp[i]) ? 0 : c->cp[i];
}

static uint32_t drop_foreign(const struct characters *c, size_t i)
{
	return is_letter_or_digit(c->cp[i]) ? text_narrow(c->cp[i]) : 0;
}

static bool is_small_letter(uint32_t cp)
{
	return cp >= 'a' && cp <= 'z';
}

static void report_form(const char *document, enum finding_code code, struct findings *out)
{
	findings_add(out, code, KIND_NOT_OF_DOCUMENT, 0, 0)->label = document;
}

/* Reports characters other than letters and digits as one mistake. own: the number without them. */
static void check_characters(const struct characters *number, const struct characters *own,
			     struct findings *out)
{
	struct characters foreign = characters_fold(number, drop_own);
	uint32_t last = characters_at(own, own->count - 1);

	if (foreign.count > 0) {
		struct finding *f = findings_add(out, FINDING_ID_CHARACTER, KIND_FOREIGN_CHARACTERS,
						 foreign.place[0], 1);

		characters_quote(foreign, f->is);
	} else {
		characters_report_runs(own, is_small_letter, FINDING_ID_CHARACTER,
				       KIND_SMALL_LETTER, out);
		if (lower_case(last) == 'o' && is_ascii_digit(characters_at(own, own->count - 2)))
			characters_report(characters_part(own, own->count - 1, 1),
					  FINDING_ID_CHARACTER, KIND_LETTER_LIKELY, out);
	}
	characters_wipe(&foreign);
}

static void check_passport(const struct characters *number, struct findings *out)
{
	struct characters own = characters_fold(number, drop_foreign);

	if (characters_count(&own, is_ascii_digit) == 0)
		report_form("护照", FINDING_ID_CHARACTER, out);
	else if (own.count < PASSPORT_MIN || own.count > PASSPORT_MAX)
		report_form("护照", FINDING_ID_LENGTH, out);
	else
		check_characters(number, &own, out);
	characters_wipe(&own);
}

static bool is_mainland_permit(const struct characters *own)
{
	size_t digits = characters_run(own, 1, is_ascii_digit) - 1;
	uint32_t letter = lower_case(characters_at(own, 0));

	return (letter == 'h' || letter == 'm') && digits + 1 == own->count &&
	       (digits == 8 || digits == 10);
}

static bool is_taiwan_permit(const struct characters *own)
{
	enum { LEAST = 8, MOST = 11 };
	size_t first = is_ascii_letter(characters_at(own, 0));
	size_t end = characters_run(own, first, is_ascii_digit);

	return end - first >= LEAST && end - first <= MOST && own->count - end <= 1;
}

static void check_permit(enum document_form form, const struct characters *number,
			 struct findings *out)
{
	static const char *const names[] = { [DOCUMENT_FORM_MAINLAND] = "港澳居民来往内地通行证",
					     [DOCUMENT_FORM_TAIWAN] = "台湾居民来往大陆通行证",
					     [DOCUMENT_FORM_TRAVEL] = "来往内地（大陆）通行证" };
	struct characters own = characters_fold(number, drop_foreign);
	bool fits = (form != DOCUMENT_FORM_TAIWAN && is_mainland_permit(&own)) ||
		    (form != DOCUMENT_FORM_MAINLAND && is_taiwan_permit(&own));

	if (!fits)
		report_form(names[form], FINDING_ID_LENGTH, out);
	else if (form == DOCUMENT_FORM_MAINLAND)
		check_characters(number, &own, out);
	characters_wipe(&own);
}

static void check_residence(enum document_form form, const struct characters *number,
			    struct findings *out)
{
	static const char *const names[] = {
		[DOCUMENT_FORM_RESIDENCE_HONG_KONG] = "香港居民居住证的号码以 81",
		[DOCUMENT_FORM_RESIDENCE_MACAU] = "澳门居民居住证的号码以 82",
		[DOCUMENT_FORM_RESIDENCE_BOTH] = "港澳居民居住证的号码以 81、82",
		[DOCUMENT_FORM_RESIDENCE_TAIWAN] = "台湾居民居住证的号码以 83",
	};
	uint32_t second = characters_at(number, 1);
	bool fits = form == DOCUMENT_FORM_RESIDENCE_TAIWAN      ? second == '3'
		    : form == DOCUMENT_FORM_RESIDENCE_HONG_KONG ? second == '1'
		    : form == DOCUMENT_FORM_RESIDENCE_MACAU     ? second == '2'
								: second == '1' || second == '2';

	if (characters_at(number, 0) == '8' && !fits)
		findings_add(out, FINDING_ID_OTHER_DOCUMENT, KIND_OTHER_RESIDENCE, number->place[0],
			     2)
			->label = names[form];
}

/* True if the findings say that there is no whole number of one document. */
static bool is_none(const struct findings *f)
{
	static const enum finding_code codes[] = { FINDING_ID_EMPTY,         FINDING_ID_MASKED,
						   FINDING_ID_LENGTH,        FINDING_ID_SPREADSHEET,
						   FINDING_ID_CHARACTER,     FINDING_ID_FULLWIDTH,
						   FINDING_ID_OTHER_DOCUMENT };
	bool none = false;

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		none = none || findings_has(f, codes[i]);
	return none;
}

/* Reports a resident's number as the ID card's, with whatever mistake: a small x, a wrong check
 * character, fifteen digits. Returns true if it is one. */
static bool check_resident(const struct characters *number, struct findings *out)
{
	enum { YEAR = 6, CENTURY = 2 };
	char digits[ID_LENGTH + 1];
	struct resident_id id;
	bool is = id_normalise(number, digits);

	if (is && number->count == ID_LENGTH_OLD) {
		memmove(digits + YEAR + CENTURY, digits + YEAR, ID_LENGTH_OLD - YEAR);
		memcpy(digits + YEAR, "19", CENTURY);
		memcpy(digits + ID_LENGTH - 1, "0", 2);
	}
	is = is && resident_id_read(digits, &id) && province_known(digits) && date_valid(id.birth);
	if (is)
		finding_quote(id_document(digits),
			      findings_add(out, FINDING_ID_OTHER_DOCUMENT, KIND_DOCUMENT_TYPE, 0, 0)
				      ->should);
	explicit_bzero(digits, sizeof digits);
	explicit_bzero(&id, sizeof id);
	return is;
}

void document_form_check(enum document_form form, const char *number, struct findings *out)
{
	struct characters all, bare;

	if (form == DOCUMENT_FORM_UNKNOWN || is_none(out))
		return;
	all = characters_read(number);
	bare = characters_bare(&all);
	if (form <= DOCUMENT_FORM_TRAVEL && check_resident(&bare, out))
		;
	else if (form == DOCUMENT_FORM_PASSPORT)
		check_passport(&bare, out);
	else if (form <= DOCUMENT_FORM_TRAVEL)
		check_permit(form, &bare, out);
	else
		check_residence(form, &bare, out);
	characters_wipe(&all);
	characters_wipe(&bare);
}
