/* SPDX-License-Identifier: MIT */
/* What the rules find in a value: a stable code, a place, a sentence. */
#ifndef FINDING_H
#define FINDING_H

#include <stdbool.h>
#include <stddef.h>

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

enum finding_field {
	FIELD_NAME,
	FIELD_ID_NUMBER,
	FIELD_ROW,
	FIELD_MOBILE,
	FIELD_SMS_CODE,
	FIELD_PASSWORD,
	FIELD_EMAIL,
	FIELD_QUESTION,
	FIELD_TERMS,
	FIELD_ADDRESS,
	FIELD_LOGIN,
	FIELD_SHOWN,
	FIELD_CANDIDATE_NUMBER
};

/* Below a masked value a sentence that quotes characters of it gives way (finding_mask()); what is said of
 * mobile numbers, addresses and passwords stays. */
enum finding_sentence { SENTENCE_PLAIN, SENTENCE_QUOTES };

/* One row a code: identifier, field, the name other programs rely on, severity, sentence. */
#define FINDING_CODES(X)                                                               \
	X(ID_EMPTY, ID_NUMBER, "id.empty", ERROR, PLAIN)                               \
	X(ID_LENGTH, ID_NUMBER, "id.length", ERROR, PLAIN)                             \
	X(ID_CHARACTER, ID_NUMBER, "id.character", ERROR, QUOTES)                      \
	X(ID_SPACE, ID_NUMBER, "id.space", ERROR, PLAIN)                               \
	X(ID_INVISIBLE, ID_NUMBER, "id.invisible", ERROR, PLAIN)                       \
	X(ID_FULLWIDTH, ID_NUMBER, "id.fullwidth", ERROR, QUOTES)                      \
	X(ID_LOWERCASE_X, ID_NUMBER, "id.lowercase-x", ERROR, PLAIN)                   \
	X(ID_X_LOOKALIKE, ID_NUMBER, "id.x-lookalike", ERROR, PLAIN)                   \
	X(ID_FIFTEEN, ID_NUMBER, "id.fifteen", ERROR, PLAIN)                           \
	X(ID_PROVINCE, ID_NUMBER, "id.province", ERROR, QUOTES)                        \
	X(ID_OTHER_DOCUMENT, ID_NUMBER, "id.other-document", WARNING, PLAIN)           \
	X(ID_REGION, ID_NUMBER, "id.region", NOTE, QUOTES)                             \
	X(ID_BIRTH_DATE, ID_NUMBER, "id.birth-date", ERROR, QUOTES)                    \
	X(ID_FUTURE, ID_NUMBER, "id.future", ERROR, QUOTES)                            \
	X(ID_AGE, ID_NUMBER, "id.age", WARNING, QUOTES)                                \
	X(ID_CHECKSUM, ID_NUMBER, "id.checksum", ERROR, PLAIN)                         \
	X(ID_SPREADSHEET, ID_NUMBER, "id.spreadsheet", ERROR, PLAIN)                   \
	X(ID_MISMATCH, ID_NUMBER, "id.mismatch", ERROR, QUOTES)                        \
	X(ID_SEX, ID_NUMBER, "id.sex", ERROR, QUOTES)                                  \
	X(ID_BIRTH, ID_NUMBER, "id.birth", ERROR, QUOTES)                              \
	X(NAME_EMPTY, NAME, "name.empty", ERROR, PLAIN)                                \
	X(NAME_SHORT, NAME, "name.short", ERROR, PLAIN)                                \
	X(NAME_LONG, NAME, "name.long", WARNING, PLAIN)                                \
	X(NAME_SPACE, NAME, "name.space", ERROR, PLAIN)                                \
	X(NAME_INVISIBLE, NAME, "name.invisible", ERROR, PLAIN)                        \
	X(NAME_FULLWIDTH, NAME, "name.fullwidth", ERROR, QUOTES)                       \
	X(NAME_CHARACTER, NAME, "name.character", ERROR, QUOTES)                       \
	X(NAME_INTERPUNCT, NAME, "name.interpunct", ERROR, PLAIN)                      \
	X(NAME_LOOKALIKE, NAME, "name.lookalike", ERROR, QUOTES)                       \
	X(NAME_PUA, NAME, "name.pua", ERROR, QUOTES)                                   \
	X(NAME_PLACEHOLDER, NAME, "name.placeholder", WARNING, QUOTES)                 \
	X(NAME_TRUNCATED, NAME, "name.truncated", WARNING, PLAIN)                      \
	X(NAME_MISMATCH, NAME, "name.mismatch", ERROR, QUOTES)                         \
	X(MOBILE, MOBILE, "mobile.format", ERROR, PLAIN)                               \
	X(SMS_CODE, SMS_CODE, "sms_code.wrong", ERROR, PLAIN)                          \
	X(PASSWORD_LENGTH, PASSWORD, "password.length", ERROR, PLAIN)                  \
	X(PASSWORD_CHARACTER, PASSWORD, "password.character", ERROR, PLAIN)            \
	X(PASSWORD_PERSONAL, PASSWORD, "password.personal", WARNING, PLAIN)            \
	X(PASSWORD_WEAK, PASSWORD, "password.weak", WARNING, PLAIN)                    \
	X(PASSWORD_AGAIN, PASSWORD, "password.again", ERROR, PLAIN)                    \
	X(EMAIL, EMAIL, "email.format", ERROR, PLAIN)                                  \
	X(EMAIL_EMPTY, EMAIL, "email.empty", NOTE, PLAIN)                              \
	X(QUESTION_SAME, QUESTION, "question.same", ERROR, PLAIN)                      \
	X(QUESTION_EMPTY, QUESTION, "question.empty", NOTE, PLAIN)                     \
	X(TERMS, TERMS, "terms.open", ERROR, PLAIN)                                    \
	X(ADDRESS_EMPTY, ADDRESS, "address.empty", ERROR, PLAIN)                       \
	X(ADDRESS_SCHEME, ADDRESS, "address.scheme", ERROR, PLAIN)                     \
	X(ADDRESS_PLAIN, ADDRESS, "address.plain-http", NOTE, PLAIN)                   \
	X(ADDRESS_CHARACTER, ADDRESS, "address.character", ERROR, PLAIN)               \
	X(ADDRESS_USER, ADDRESS, "address.user", ERROR, PLAIN)                         \
	X(ADDRESS_HOST, ADDRESS, "address.host", ERROR, PLAIN)                         \
	X(LOGIN, LOGIN, "login.wrong", ERROR, PLAIN)                                   \
	X(SHOWN_PRIVATE, SHOWN, "shown.private", ERROR, PLAIN)                         \
	X(SHOWN_MISMATCH, SHOWN, "shown.mismatch", ERROR, QUOTES)                      \
	X(CANDIDATE, CANDIDATE_NUMBER, "candidate.format", NOTE, PLAIN)                \
	X(CANDIDATE_EMPTY, CANDIDATE_NUMBER, "candidate.empty", ERROR, PLAIN)          \
	X(CANDIDATE_CHARACTER, CANDIDATE_NUMBER, "candidate.character", ERROR, PLAIN)  \
	X(CANDIDATE_MISMATCH, CANDIDATE_NUMBER, "candidate.mismatch", ERROR, PLAIN)    \
	X(ROSTER_DUPLICATE_ID, ROW, "roster.duplicate-id", ERROR, PLAIN)               \
	X(ROSTER_DUPLICATE_CANDIDATE, ROW, "roster.duplicate-candidate", ERROR, PLAIN) \
	X(ROSTER_MISSING, ROW, "roster.missing", ERROR, PLAIN)                         \
	X(ROSTER_COLUMNS, ROW, "roster.columns", ERROR, PLAIN)                         \
	X(ROSTER_SPREADSHEET, ROW, "roster.spreadsheet", ERROR, PLAIN)                 \
	X(ROSTER_ENCODING, ROW, "roster.encoding", ERROR, PLAIN)

enum finding_code {
#define X(id, field, name, severity, sentence) FINDING_##id,
	FINDING_CODES(X)
#undef X
		FINDING_CODE_COUNT
};

enum { FINDINGS_MAX = 16, FINDING_MESSAGE = 256 };

struct finding {
	enum finding_code code;
	size_t at; /* characters from 1; 0: the whole value */
	char message
		[FINDING_MESSAGE]; /* Chinese: what is there, what it should be, how to type it */
};

/* The findings of one value, in the order of their place; those past FINDINGS_MAX are dropped.
 * Start with `struct findings f = {0};`: there is nothing to free. */
struct findings {
	size_t count;
	bool brief; /* codes and places alone, the sentences stay empty: who counts millions is quicker so */
	struct finding items[FINDINGS_MAX];
};

const char *finding_code_name(enum finding_code code);
enum severity finding_code_severity(enum finding_code code);
enum finding_field finding_code_field(enum finding_code code);
const char *finding_field_name(enum finding_field field); /* "name", "id_number", "row" */
const char *severity_name(enum severity severity);        /* "error", "warning", "note" */

/* Adds a finding behind those of the same or an earlier place. */
void findings_add(struct findings *f, enum finding_code code, size_t at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* For values shown masked: a sentence that quotes characters, and so would give away what the mask hides,
 * gives way to one that says the place alone. Returns whether there was one. */
bool finding_mask(struct finding *f);
bool findings_mask(struct findings *f);

/* Whether one of that severity or a graver one is among them. */
bool findings_any(const struct findings *f, enum severity least);

#endif
