/* SPDX-License-Identifier: MIT */
/* What the rules find in a value, as data: sentence.h makes the words. */
#ifndef FINDING_H
#define FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

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

/* One row a code: identifier, field, the stable name that other programs rely on, severity. */
#define FINDING_CODES(X)                                                           \
	X(ID_EMPTY, ID_NUMBER, "id.empty", ERROR)                                  \
	X(ID_LENGTH, ID_NUMBER, "id.length", ERROR)                                \
	X(ID_CHARACTER, ID_NUMBER, "id.character", ERROR)                          \
	X(ID_SPACE, ID_NUMBER, "id.space", ERROR)                                  \
	X(ID_INVISIBLE, ID_NUMBER, "id.invisible", ERROR)                          \
	X(ID_FULLWIDTH, ID_NUMBER, "id.fullwidth", ERROR)                          \
	X(ID_LOWERCASE_X, ID_NUMBER, "id.lowercase-x", ERROR)                      \
	X(ID_X_LOOKALIKE, ID_NUMBER, "id.x-lookalike", ERROR)                      \
	X(ID_FIFTEEN, ID_NUMBER, "id.fifteen", ERROR)                              \
	X(ID_PROVINCE, ID_NUMBER, "id.province", ERROR)                            \
	X(ID_OTHER_DOCUMENT, ID_NUMBER, "id.other-document", WARNING)              \
	X(ID_MASKED, ID_NUMBER, "id.masked", WARNING)                              \
	X(ID_REGION, ID_NUMBER, "id.region", NOTE)                                 \
	X(ID_BIRTH_DATE, ID_NUMBER, "id.birth-date", ERROR)                        \
	X(ID_FUTURE, ID_NUMBER, "id.future", ERROR)                                \
	X(ID_AGE, ID_NUMBER, "id.age", WARNING)                                    \
	X(ID_CHECKSUM, ID_NUMBER, "id.checksum", ERROR)                            \
	X(ID_SPREADSHEET, ID_NUMBER, "id.spreadsheet", ERROR)                      \
	X(ID_MISMATCH, ID_NUMBER, "id.mismatch", ERROR)                            \
	X(ID_SEX, ID_NUMBER, "id.sex", ERROR)                                      \
	X(ID_BIRTH, ID_NUMBER, "id.birth", ERROR)                                  \
	X(NAME_EMPTY, NAME, "name.empty", ERROR)                                   \
	X(NAME_SHORT, NAME, "name.short", ERROR)                                   \
	X(NAME_LONG, NAME, "name.long", WARNING)                                   \
	X(NAME_SPACE, NAME, "name.space", ERROR)                                   \
	X(NAME_INVISIBLE, NAME, "name.invisible", ERROR)                           \
	X(NAME_FULLWIDTH, NAME, "name.fullwidth", ERROR)                           \
	X(NAME_CHARACTER, NAME, "name.character", ERROR)                           \
	X(NAME_INTERPUNCT, NAME, "name.interpunct", ERROR)                         \
	X(NAME_LOOKALIKE, NAME, "name.lookalike", ERROR)                           \
	X(NAME_PUA, NAME, "name.pua", ERROR)                                       \
	X(NAME_PLACEHOLDER, NAME, "name.placeholder", WARNING)                     \
	X(NAME_TRUNCATED, NAME, "name.truncated", WARNING)                         \
	X(NAME_ORDER, NAME, "name.order", ERROR)                                   \
	X(NAME_MISMATCH, NAME, "name.mismatch", ERROR)                             \
	X(MOBILE, MOBILE, "mobile.format", ERROR)                                  \
	X(SMS_CODE, SMS_CODE, "sms_code.wrong", ERROR)                             \
	X(PASSWORD_LENGTH, PASSWORD, "password.length", ERROR)                     \
	X(PASSWORD_CHARACTER, PASSWORD, "password.character", ERROR)               \
	X(PASSWORD_PERSONAL, PASSWORD, "password.personal", WARNING)               \
	X(PASSWORD_WEAK, PASSWORD, "password.weak", WARNING)                       \
	X(PASSWORD_AGAIN, PASSWORD, "password.again", ERROR)                       \
	X(EMAIL, EMAIL, "email.format", ERROR)                                     \
	X(EMAIL_EMPTY, EMAIL, "email.empty", NOTE)                                 \
	X(QUESTION_SAME, QUESTION, "question.same", ERROR)                         \
	X(QUESTION_EMPTY, QUESTION, "question.empty", NOTE)                        \
	X(TERMS, TERMS, "terms.open", ERROR)                                       \
	X(ADDRESS_EMPTY, ADDRESS, "address.empty", ERROR)                          \
	X(ADDRESS_SCHEME, ADDRESS, "address.scheme", ERROR)                        \
	X(ADDRESS_PLAIN, ADDRESS, "address.plain-http", NOTE)                      \
	X(ADDRESS_CHARACTER, ADDRESS, "address.character", ERROR)                  \
	X(ADDRESS_USER, ADDRESS, "address.user", ERROR)                            \
	X(ADDRESS_HOST, ADDRESS, "address.host", ERROR)                            \
	X(LOGIN, LOGIN, "login.wrong", ERROR)                                      \
	X(SHOWN_PRIVATE, SHOWN, "shown.private", ERROR)                            \
	X(SHOWN_MISMATCH, SHOWN, "shown.mismatch", ERROR)                          \
	X(CANDIDATE, CANDIDATE_NUMBER, "candidate.format", NOTE)                   \
	X(CANDIDATE_EMPTY, CANDIDATE_NUMBER, "candidate.empty", ERROR)             \
	X(CANDIDATE_CHARACTER, CANDIDATE_NUMBER, "candidate.character", ERROR)     \
	X(CANDIDATE_SPREADSHEET, CANDIDATE_NUMBER, "candidate.spreadsheet", ERROR) \
	X(CANDIDATE_MISMATCH, CANDIDATE_NUMBER, "candidate.mismatch", ERROR)       \
	X(ROSTER_DUPLICATE_ID, ROW, "roster.duplicate-id", ERROR)                  \
	X(ROSTER_DUPLICATE_CANDIDATE, ROW, "roster.duplicate-candidate", ERROR)    \
	X(ROSTER_MISSING, ROW, "roster.missing", ERROR)                            \
	X(ROSTER_COLUMNS, ROW, "roster.columns", ERROR)                            \
	X(ROSTER_ETHNIC_GROUP, ROW, "roster.ethnic-group", ERROR)                  \
	X(ROSTER_QUOTE, ROW, "roster.quote", ERROR)                                \
	X(ROSTER_SPREADSHEET, ROW, "roster.spreadsheet", ERROR)                    \
	X(ROSTER_ENCODING, ROW, "roster.encoding", ERROR)

enum finding_code {
#define X(id, field, name, severity) FINDING_##id,
	FINDING_CODES(X)
#undef X
		FINDING_CODE_COUNT
};

/* What is wrong, finer than the code (kinds.def). */
enum finding_kind {
#define KIND(id, ...) KIND_##id,
#include "rules/kinds.def"
#undef KIND
	FINDING_KIND_COUNT
};

/* FINDING_TEXT: bytes of what is quoted, its NUL included; more is cut between characters. */
enum { FINDINGS_MAX = 16, FINDING_TEXT = 64 };

struct finding {
	enum finding_code code;
	enum finding_kind kind;
	size_t at;                 /* characters of the value from 1; 0: the whole value */
	size_t count, other;       /* characters from `at` on, or what the kind says */
	char is[FINDING_TEXT];     /* what stands there, as given, UTF-8 */
	char should[FINDING_TEXT]; /* what should; "" where that is not known */
	const char *label;         /* borrowed, lives as long as the guide; NULL: none */
};

/* The findings of one value, in the order of their place; those past FINDINGS_MAX are dropped.
 * Start with `struct findings f = { 0 };`: there is nothing to free. Holds personal data: wipe it. */
struct findings {
	size_t count;
	struct finding items[FINDINGS_MAX + 1]; /* the last takes what is dropped */
};

const char *finding_code_name(enum finding_code code);
enum severity finding_code_severity(enum finding_code code);
enum finding_field finding_code_field(enum finding_code code);

/* True if it comes from the comparison with a record; false if from the value alone. */
bool finding_against_record(const struct finding *f);

/* True if the record is at fault, not the value. */
bool finding_blames_record(const struct finding *f);

const char *finding_field_name(enum finding_field field); /* "name", "id_number", "row" */
const char *severity_name(enum severity severity);        /* "error", "warning", "note" */

/* Adds a finding after those of the same or an earlier place. Of several about one mistake only the
 * most specific stays (a table in finding.c). Returns it to be filled in, never NULL; what is dropped
 * may be filled in, too. */
struct finding *findings_add(struct findings *f, enum finding_code code, enum finding_kind kind,
			     size_t at, size_t count);

/* Writes what a finding quotes, cut between characters. s: well-formed UTF-8. */
void finding_quote(const char *s, char out[FINDING_TEXT]);

/* Adds a copy of each. */
void findings_add_all(struct findings *f, const struct findings *others);

/* True if one has at least this severity. */
bool findings_any(const struct findings *f, enum severity least);

/* True if one has this code. */
bool findings_has(const struct findings *f, enum finding_code code);

#endif
