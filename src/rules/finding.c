/* SPDX-License-Identifier: MIT */
/* The properties of each code, and which of several findings names a mistake best. */
#include "rules/finding.h"

#include <string.h>

#include "base/text.h"

static const struct {
	const char *name;
	enum finding_field field;
	enum severity severity;
	const char *title;
} codes[] = {
#define X(id, field, name, severity, title) { name, FIELD_##field, SEVERITY_##severity, title },
	FINDING_CODES(X)
#undef X
};

static const enum {
	FORM,
	RECORD,
	AT_FAULT
} sources[] = {
#define KIND(id, source, ...) source,
#include "rules/kinds.def"
#undef KIND
};

/* A finding with the code `specific` suppresses findings with the codes `general`. PLACE: only at
 * the same place; SPAN: at any place that it covers. */
static const struct {
	enum finding_code specific;
	enum { ANYWHERE, PLACE, SPAN } where;
	enum finding_code general[16]; /* ended by 0, FINDING_ID_EMPTY: never suppressed */
} suppressions[] = {
	/* the comparison with the record says which digits are wrong: other findings about them add
	 * nothing */
	{ FINDING_ID_MISMATCH,
	  ANYWHERE,
	  { FINDING_ID_LENGTH, FINDING_ID_FIFTEEN, FINDING_ID_CHARACTER, FINDING_ID_PROVINCE,
	    FINDING_ID_OTHER_DOCUMENT, FINDING_ID_REGION, FINDING_ID_BIRTH_DATE, FINDING_ID_FUTURE,
	    FINDING_ID_AGE, FINDING_ID_CHECKSUM, FINDING_ID_SPREADSHEET, FINDING_ID_SEX,
	    FINDING_ID_BIRTH } },
	{ FINDING_ID_MISMATCH,
	  PLACE,
	  { FINDING_ID_SPACE, FINDING_ID_INVISIBLE, FINDING_ID_LOWERCASE_X,
	    FINDING_ID_X_LOOKALIKE } },
	/* a wrong part says where the mistake is, the check character only that there is one; the
	 * age and the region that wrong digits give mean nothing */
	{ FINDING_ID_PROVINCE,
	  ANYWHERE,
	  { FINDING_ID_CHECKSUM, FINDING_ID_AGE, FINDING_ID_REGION } },
	{ FINDING_ID_BIRTH_DATE,
	  ANYWHERE,
	  { FINDING_ID_CHECKSUM, FINDING_ID_AGE, FINDING_ID_REGION, FINDING_ID_SPREADSHEET } },
	{ FINDING_ID_FUTURE, ANYWHERE, { FINDING_ID_CHECKSUM, FINDING_ID_AGE, FINDING_ID_REGION } },
	{ FINDING_ID_CHECKSUM, ANYWHERE, { FINDING_ID_AGE, FINDING_ID_REGION } },
	/* the right date of birth is known */
	{ FINDING_ID_BIRTH,
	  ANYWHERE,
	  { FINDING_ID_BIRTH_DATE, FINDING_ID_FUTURE, FINDING_ID_AGE, FINDING_ID_CHECKSUM,
	    FINDING_ID_REGION, FINDING_ID_SPREADSHEET } },
	/* names */
	{ FINDING_NAME_MISMATCH, ANYWHERE, { FINDING_NAME_SHORT, FINDING_NAME_MASKED } },
	{ FINDING_NAME_MISMATCH, SPAN, { FINDING_NAME_CHARACTER } },
	{ FINDING_NAME_MISMATCH,
	  PLACE,
	  { FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE, FINDING_NAME_INTERPUNCT,
	    FINDING_NAME_LOOKALIKE, FINDING_NAME_PUA } },
	{ FINDING_NAME_CHARACTER, PLACE, { FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE } },
	{ FINDING_NAME_CHARACTER, SPAN, { FINDING_NAME_INTERPUNCT } },
	{ FINDING_NAME_CHARACTER, ANYWHERE, { FINDING_NAME_SHORT, FINDING_NAME_MASKED } },
	/* a blank in place of the record's interpunct is not a surplus blank */
	{ FINDING_NAME_INTERPUNCT, SPAN, { FINDING_NAME_SPACE, FINDING_NAME_INVISIBLE } },
	{ FINDING_NAME_INTERPUNCT, ANYWHERE, { FINDING_NAME_MASKED } },
	/* an unpaired quote changes the cells of its row */
	{ FINDING_ROSTER_QUOTE, ANYWHERE, { FINDING_ROSTER_COLUMNS } },
	{ FINDING_CANDIDATE_CHARACTER, ANYWHERE, { FINDING_CANDIDATE } },
	{ FINDING_CANDIDATE_MISMATCH, ANYWHERE, { FINDING_CANDIDATE } },
};

const char *finding_code_name(enum finding_code code)
{
	return codes[code].name;
}

const char *finding_code_title(enum finding_code code)
{
	return codes[code].title;
}

bool finding_against_record(const struct finding *f)
{
	return sources[f->kind] != FORM;
}

enum severity finding_severity(const struct finding *f)
{
	enum severity severity = finding_code_severity(f->code);

	return finding_blames_record(f->kind) && severity > SEVERITY_WARNING ? SEVERITY_WARNING
									     : severity;
}

enum severity finding_entry_severity(const struct finding *f)
{
	bool same = f->kind == KIND_RECORD_EXTRA || f->kind == KIND_RECORD_LACKS ||
		    f->kind == KIND_RECORD_WRITTEN;

	return same || finding_code_field(f->code) == FIELD_NAME ? finding_severity(f)
								 : finding_code_severity(f->code);
}

bool finding_blames_record(enum finding_kind kind)
{
	return sources[kind] == AT_FAULT;
}

enum severity finding_code_severity(enum finding_code code)
{
	return codes[code].severity;
}

enum finding_field finding_code_field(enum finding_code code)
{
	return codes[code].field;
}

const char *finding_field_name(enum finding_field field)
{
	static const char *const names[] = { "name",     "id_number",       "row",     "mobile",
					     "sms_code", "password",        "email",   "question",
					     "terms",    "document",        "address", "login",
					     "shown",    "candidate_number" };

	return names[field];
}

const char *severity_name(enum severity severity)
{
	static const char *const names[] = { "note", "warning", "error" };

	return names[severity];
}

static bool is_listed(const enum finding_code *list, enum finding_code code)
{
	while (*list != FINDING_ID_EMPTY && *list != code)
		list++;
	return *list != FINDING_ID_EMPTY;
}

/* The bit of a place in `places`. */
static uint64_t place_bit(size_t at)
{
	return UINT64_C(1) << (at - 1);
}

/* True if finding a makes finding b redundant. */
static bool explains(const struct finding *a, const struct finding *b)
{
	bool inside = b->at >= a->at && b->at < a->at + a->count;

	/* the second student of a row would be in no count */
	if (a->code == FINDING_ROSTER_QUOTE &&
	    (b->kind == KIND_TWO_STUDENTS || b->kind == KIND_TWO_NUMBERS))
		return false;
	/* what stands around the digits is another mistake than a wrong digit */
	if (a->code == FINDING_ID_MISMATCH && b->kind == KIND_NOT_OF_NUMBER && !inside)
		return false;
	if (a->code == b->code)
		return (a->at == b->at && a->kind == b->kind) ||
		       (finding_against_record(a) && !finding_against_record(b) &&
			(a->at == b->at || inside));
	for (size_t i = 0; i < sizeof suppressions / sizeof *suppressions; i++)
		if (suppressions[i].specific == a->code &&
		    is_listed(suppressions[i].general, b->code))
			return suppressions[i].where == ANYWHERE || a->at == b->at ||
			       (suppressions[i].where == SPAN && inside);
	return false;
}

/* True if `by` makes f redundant at all of its places. Else removes from f the places where it
 * does. */
static bool explains_places(const struct finding *by, struct finding *f)
{
	struct finding one;

	if (f->places == 0)
		return explains(by, f);
	one = *f;
	one.places = 0;
	one.count = 1;
	for (one.at = 1; one.at <= PLACES_MAX; one.at++)
		if ((f->places & place_bit(one.at)) != 0 && explains(by, &one))
			f->places &= ~place_bit(one.at);
	for (f->at = 1; f->places != 0 && (f->places & place_bit(f->at)) == 0;)
		f->at++;
	explicit_bzero(&one, sizeof one);
	return f->places == 0;
}

static void drop_explained(struct findings *f, const struct finding *by)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++) {
		if (explains_places(by, &f->items[i]))
			continue;
		if (kept < i)
			f->items[kept] = f->items[i];
		kept++;
	}
	f->count = kept;
}

struct finding *findings_add(struct findings *f, enum finding_code code, enum finding_kind kind,
			     size_t at, size_t count)
{
	struct finding *new = f->count == 0 ? &f->items[0] : &f->items[FINDINGS_MAX];
	size_t i;

	*new = (struct finding){ .code = code, .kind = kind, .at = at, .count = count };

	/* The usual case: there is nothing to compare with. */
	if (f->count == 0) {
		f->count = 1;
		return new;
	}
	for (i = 0; i < f->count; i++)
		if (explains(&f->items[i], new))
			return new;
	drop_explained(f, new);
	for (i = f->count; i > 0 && f->items[i - 1].at > at; i--)
		;
	if (i == FINDINGS_MAX)
		return new;
	f->count += f->count < FINDINGS_MAX;
	memmove(&f->items[i + 1], &f->items[i], (f->count - i - 1) * sizeof *new);
	f->items[i] = *new;
	return &f->items[i];
}

void findings_remove(struct findings *f, size_t at)
{
	f->count--;
	memmove(&f->items[at], &f->items[at + 1], (f->count - at) * sizeof *f->items);
}

void finding_quote(const char *s, char out[FINDING_TEXT])
{
	size_t len = text_valid_bytes(s, strnlen(s, FINDING_TEXT - 1));

	memcpy(out, s, len);
	out[len] = '\0';
}

/* Appends the characters of `from` that `to` does not hold yet, as long as they fit. */
static void add_characters(const char *from, char to[FINDING_TEXT])
{
	size_t used = strlen(to);
	char one[5];
	uint32_t cp;

	while (text_next(&from, &cp)) {
		one[text_encode(cp, one)] = '\0';
		if (strstr(to, one) == NULL && used + strlen(one) < FINDING_TEXT)
			used = (size_t)(stpcpy(to + used, one) - to);
	}
}

static bool is_blank(enum finding_kind kind)
{
	return kind == KIND_BLANK || kind == KIND_BLANK_START || kind == KIND_BLANK_END ||
	       kind == KIND_BLANK_BOTH_ENDS;
}

/* Returns the kind of the blanks of two findings; a: the first of them. */
static enum finding_kind blanks_of(enum finding_kind a, enum finding_kind b)
{
	return a == KIND_BLANK_START && b == KIND_BLANK_END ? KIND_BLANK_BOTH_ENDS : KIND_BLANK;
}

static bool is_same_but_place(const struct finding *a, const struct finding *b)
{
	static const enum finding_kind kinds[] = {
		KIND_BLANK,         KIND_BLANK_START,         KIND_BLANK_END,
		KIND_BLANK_OR_DOT,  KIND_BLANK_KEEP_ONE,      KIND_INVISIBLE,
		KIND_FULLWIDTH,     KIND_NOT_DIGIT,           KIND_NAME_CHARACTER,
		KIND_NAME_LOST,     KIND_LETTER_FOR_DIGIT,    KIND_LATIN_MARK,
		KIND_NAME_MARK,     KIND_DOT_OR_NOTHING,      KIND_DOT_WRONG,
		KIND_DOT_NEEDLESS,  KIND_LOOKALIKE,           KIND_PRIVATE,
		KIND_PRIVATE_KNOWN, KIND_CANDIDATE_NOT_DIGIT,
	};
	size_t i = 0, count = sizeof kinds / sizeof kinds[0];

	while (i < count && kinds[i] != a->kind)
		i++;
	return i < count && a->code == b->code &&
	       (a->kind == b->kind || (is_blank(a->kind) && is_blank(b->kind))) &&
	       a->at + a->count <= PLACES_MAX && b->at + b->count <= PLACES_MAX &&
	       strcmp(a->should, b->should) == 0 &&
	       (a->should[0] == '\0' || strcmp(a->is, b->is) == 0);
}

static uint64_t places_of(const struct finding *f)
{
	return f->places != 0 ? f->places : ((UINT64_C(1) << f->count) - 1) << (f->at - 1);
}

static void merge_two(struct finding *a, const struct finding *b)
{
	char is[FINDING_TEXT] = "";

	a->places = places_of(a) | places_of(b);
	a->kind = is_blank(a->kind) ? blanks_of(a->kind, b->kind) : a->kind;
	add_characters(a->is, is);
	add_characters(b->is, is);
	memcpy(a->is, is, sizeof is);
	explicit_bzero(is, sizeof is);
}

void findings_merge(struct findings *f)
{
	for (size_t i = 0; i + 1 < f->count; i++) {
		size_t kept = i + 1;

		for (size_t k = i + 1; k < f->count; k++) {
			if (is_same_but_place(&f->items[i], &f->items[k]))
				merge_two(&f->items[i], &f->items[k]);
			else
				f->items[kept++] = f->items[k];
		}
		f->count = kept;
	}
}

void findings_copy(struct findings *f, const struct finding *other)
{
	*findings_add(f, other->code, other->kind, other->at, other->count) = *other;
}

void findings_add_all(struct findings *f, const struct findings *others)
{
	for (size_t i = 0; i < others->count; i++)
		findings_copy(f, &others->items[i]);
}

bool findings_any(const struct findings *f, enum severity least)
{
	for (size_t i = 0; i < f->count; i++)
		if (finding_code_severity(f->items[i].code) >= least)
			return true;
	return false;
}

bool findings_has_kind(const struct findings *f, enum finding_kind kind)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].kind == kind)
			return true;
	return false;
}

bool findings_has(const struct findings *f, enum finding_code code)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->items[i].code == code)
			return true;
	return false;
}
