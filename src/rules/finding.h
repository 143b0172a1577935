/* SPDX-License-Identifier: MIT */
/* The findings of the rules about a value, as data; sentence.h puts them into words. */
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
	FIELD_DOCUMENT,
	FIELD_ADDRESS,
	FIELD_LOGIN,
	FIELD_SHOWN,
	FIELD_CANDIDATE_NUMBER
};

/* One row per code: identifier, field, the stable name that other programs rely on, severity, and
 * its title in an audit's report (NULL: it does not occur in rosters). */
#define FINDING_CODES(X)                                                                      \
	X(ID_EMPTY, ID_NUMBER, "id.empty", ERROR, "没有证件号码")                             \
	X(ID_LENGTH, ID_NUMBER, "id.length", ERROR, "号码的位数不对")                         \
	X(ID_CHARACTER, ID_NUMBER, "id.character", ERROR, "号码里有别的字符")                 \
	X(ID_SPACE, ID_NUMBER, "id.space", ERROR, "号码里有空格或换行")                       \
	X(ID_INVISIBLE, ID_NUMBER, "id.invisible", ERROR, "号码里有看不见的字符")             \
	X(ID_FULLWIDTH, ID_NUMBER, "id.fullwidth", ERROR, "号码里有全角数字")                 \
	X(ID_LOWERCASE_X, ID_NUMBER, "id.lowercase-x", ERROR, "末位是小写 x")                 \
	X(ID_X_LOOKALIKE, ID_NUMBER, "id.x-lookalike", ERROR, "末位像 X 而不是")              \
	X(ID_FIFTEEN, ID_NUMBER, "id.fifteen", ERROR, "15 位旧号码")                          \
	X(ID_PROVINCE, ID_NUMBER, "id.province", ERROR, "开头不是省份代码")                   \
	X(ID_OTHER_DOCUMENT, ID_NUMBER, "id.other-document", WARNING, "像是别种证件")         \
	X(ID_MASKED, ID_NUMBER, "id.masked", WARNING, "号码被遮住了")                         \
	X(ID_REGION, ID_NUMBER, "id.region", NOTE, "前六位的地区查不到")                      \
	X(ID_BIRTH_DATE, ID_NUMBER, "id.birth-date", ERROR, "出生日期不对")                   \
	X(ID_FUTURE, ID_NUMBER, "id.future", ERROR, "出生日期还没有到")                       \
	X(ID_AGE, ID_NUMBER, "id.age", WARNING, "年龄少见")                                   \
	X(ID_CHECKSUM, ID_NUMBER, "id.checksum", ERROR, "号码里有抄错的数字")                 \
	X(ID_SPREADSHEET, ID_NUMBER, "id.spreadsheet", ERROR, "号码被表格软件改坏")           \
	X(ID_MISMATCH, ID_NUMBER, "id.mismatch", ERROR, "号码与高考信息不同")                 \
	X(ID_SEX, ID_NUMBER, "id.sex", ERROR, "号码与性别不符")                               \
	X(ID_BIRTH, ID_NUMBER, "id.birth", ERROR, "号码与出生日期不符")                       \
	X(NAME_EMPTY, NAME, "name.empty", ERROR, "没有姓名")                                  \
	X(NAME_MASKED, NAME, "name.masked", WARNING, "姓名被遮住了")                          \
	X(NAME_SHORT, NAME, "name.short", ERROR, "姓名只有一个字")                            \
	X(NAME_LONG, NAME, "name.long", WARNING, "姓名太长")                                  \
	X(NAME_SPACE, NAME, "name.space", ERROR, "姓名里有空格或换行")                        \
	X(NAME_INVISIBLE, NAME, "name.invisible", ERROR, "姓名里有看不见的字符")              \
	X(NAME_FULLWIDTH, NAME, "name.fullwidth", ERROR, "姓名里有全角字母")                  \
	X(NAME_CHARACTER, NAME, "name.character", ERROR, "姓名里有别的字符")                  \
	X(NAME_INTERPUNCT, NAME, "name.interpunct", ERROR, "间隔号打错了")                    \
	X(NAME_LOOKALIKE, NAME, "name.lookalike", ERROR, "姓名里有形近字")                    \
	X(NAME_PUA, NAME, "name.pua", ERROR, "姓名里有别处认不出的字")                        \
	X(NAME_PLACEHOLDER, NAME, "name.placeholder", WARNING, "高考信息里像是用别的字代替")  \
	X(NAME_TRUNCATED, NAME, "name.truncated", WARNING, "高考信息里姓名没存全")            \
	X(NAME_ORDER, NAME, "name.order", ERROR, "姓名的字序不同")                            \
	X(NAME_MISMATCH, NAME, "name.mismatch", ERROR, "姓名与高考信息不同")                  \
	X(MOBILE, MOBILE, "mobile.format", ERROR, NULL)                                       \
	X(SMS_CODE, SMS_CODE, "sms_code.wrong", ERROR, NULL)                                  \
	X(PASSWORD_LENGTH, PASSWORD, "password.length", ERROR, NULL)                          \
	X(PASSWORD_CHARACTER, PASSWORD, "password.character", ERROR, NULL)                    \
	X(PASSWORD_PERSONAL, PASSWORD, "password.personal", WARNING, NULL)                    \
	X(PASSWORD_WEAK, PASSWORD, "password.weak", WARNING, NULL)                            \
	X(PASSWORD_AGAIN, PASSWORD, "password.again", ERROR, NULL)                            \
	X(PASSWORD_FIRST, PASSWORD, "password.first", NOTE, NULL)                             \
	X(EMAIL, EMAIL, "email.format", ERROR, NULL)                                          \
	X(EMAIL_EMPTY, EMAIL, "email.empty", NOTE, NULL)                                      \
	X(QUESTION_SAME, QUESTION, "question.same", ERROR, NULL)                              \
	X(QUESTION_EMPTY, QUESTION, "question.empty", NOTE, NULL)                             \
	X(QUESTION_HALF, QUESTION, "question.half", ERROR, NULL)                              \
	X(TERMS, TERMS, "terms.open", ERROR, NULL)                                            \
	X(DOCUMENT, DOCUMENT, "document.other", ERROR, NULL)                                  \
	X(ADDRESS_EMPTY, ADDRESS, "address.empty", ERROR, NULL)                               \
	X(ADDRESS_SCHEME, ADDRESS, "address.scheme", ERROR, NULL)                             \
	X(ADDRESS_PLAIN, ADDRESS, "address.plain-http", NOTE, NULL)                           \
	X(ADDRESS_CHARACTER, ADDRESS, "address.character", ERROR, NULL)                       \
	X(ADDRESS_USER, ADDRESS, "address.user", ERROR, NULL)                                 \
	X(ADDRESS_HOST, ADDRESS, "address.host", ERROR, NULL)                                 \
	X(LOGIN, LOGIN, "login.wrong", ERROR, NULL)                                           \
	X(SHOWN_PRIVATE, SHOWN, "shown.private", ERROR, NULL)                                 \
	X(SHOWN_MISMATCH, SHOWN, "shown.mismatch", ERROR, NULL)                               \
	X(CANDIDATE, CANDIDATE_NUMBER, "candidate.format", NOTE, "考生号少见")                \
	X(CANDIDATE_EMPTY, CANDIDATE_NUMBER, "candidate.empty", ERROR, "考生号空着")          \
	X(CANDIDATE_CHARACTER, CANDIDATE_NUMBER, "candidate.character", ERROR,                \
	  "考生号里有别的字符")                                                               \
	X(CANDIDATE_MASKED, CANDIDATE_NUMBER, "candidate.masked", WARNING, "考生号被遮住了")  \
	X(CANDIDATE_SPREADSHEET, CANDIDATE_NUMBER, "candidate.spreadsheet", ERROR,            \
	  "考生号被表格软件改坏")                                                             \
	X(CANDIDATE_MISMATCH, CANDIDATE_NUMBER, "candidate.mismatch", ERROR,                  \
	  "考生号与高考信息不同")                                                             \
	X(ROSTER_DUPLICATE_ID, ROW, "roster.duplicate-id", ERROR, "证件号码或学生重复")       \
	X(ROSTER_DUPLICATE_CANDIDATE, ROW, "roster.duplicate-candidate", ERROR, "考生号重复") \
	X(ROSTER_MISSING, ROW, "roster.missing", ERROR, "一边有、另一边没有")                 \
	X(ROSTER_COLUMNS, ROW, "roster.columns", ERROR, "格子错位")                           \
	X(ROSTER_ETHNIC_GROUP, ROW, "roster.ethnic-group", ERROR, "民族与高考信息不同")       \
	X(ROSTER_UNREAD, ROW, "roster.unread", NOTE, "拿不准，要看一看")                      \
	X(ROSTER_QUOTE, ROW, "roster.quote", ERROR, "引号不成对")                             \
	X(ROSTER_SPREADSHEET, ROW, "roster.spreadsheet", ERROR, "整列经过表格软件")           \
	X(ROSTER_ENCODING, ROW, "roster.encoding", ERROR, "两种编码混在一起")

enum finding_code {
#define X(id, ...) FINDING_##id,
	FINDING_CODES(X)
#undef X
		FINDING_CODE_COUNT
};

/* What is wrong, more specific than the code (kinds.def). */
enum finding_kind {
#define KIND(id, ...) KIND_##id,
#include "rules/kinds.def"
#undef KIND
	FINDING_KIND_COUNT
};

/* FINDING_TEXT: bytes of a quote, NUL included; a longer one is cut between characters. PLACES_MAX:
 * bits of `places`. */
enum { FINDINGS_MAX = 16, FINDING_TEXT = 64, PLACES_MAX = 64 };

struct finding {
	enum finding_code code;
	enum finding_kind kind;
	size_t at;                 /* place of the first character, from 1; 0: the whole value */
	size_t count, other;       /* number of characters, or what kinds.def says */
	size_t record;             /* row of the record that differs; 0: not named */
	uint64_t places;           /* several places: bit n for place n + 1; 0: see at and count */
	char is[FINDING_TEXT];     /* what the value has there, as given, UTF-8 */
	char should[FINDING_TEXT]; /* what belongs there; "": not known */
	const char *label;         /* borrowed, lives as long as the guide; NULL: none */
	bool in_list;              /* `record` is a position in a list of people */
};

/* The findings of one value, in the order of their places; those past FINDINGS_MAX are dropped.
 * Start with `struct findings f = { 0 };`: there is nothing to free. Holds personal data: wipe
 * it. */
struct findings {
	size_t count;
	struct finding items[FINDINGS_MAX + 1]; /* the last is scratch space for dropped findings */
};

const char *finding_code_name(enum finding_code code);
const char *finding_code_title(enum finding_code code); /* in a report; NULL: not in rosters */
enum severity finding_code_severity(enum finding_code code);
enum finding_field finding_code_field(enum finding_code code);

/* True if the finding comes from comparing with a record; false if from the value alone. */
bool finding_against_record(const struct finding *f);

/* True if the record is at fault, not the value. */
bool finding_blames_record(enum finding_kind kind);

/* The severity for whoever entered the value: a finding that blames the record is a warning at
 * most. */
enum severity finding_severity(const struct finding *f);

/* The same for names, and for numbers that the record only writes differently; for others the
 * severity of the code: a number that differs from the record's must be corrected before it is
 * used. */
enum severity finding_entry_severity(const struct finding *f);

const char *finding_field_name(enum finding_field field); /* "name", "id_number", "row" */
const char *severity_name(enum severity severity);        /* "error", "warning", "note" */

/* Adds a finding after those of the same or an earlier place. Of several about one mistake only the
 * most specific stays (see the table in finding.c). Returns the finding for the caller to fill in,
 * never NULL, even if it is dropped. */
struct finding *findings_add(struct findings *f, enum finding_code code, enum finding_kind kind,
			     size_t at, size_t count);

/* Writes a quote, cut between characters. s: well-formed UTF-8. */
void finding_quote(const char *s, char out[FINDING_TEXT]);

/* Merges findings that differ only in their places; those past place 64 stay separate. */
void findings_merge(struct findings *f);

/* Removes the finding at an index. */
void findings_remove(struct findings *f, size_t at);

/* Adds a copy of one finding, or of each of `others`. */
void findings_copy(struct findings *f, const struct finding *other);
void findings_add_all(struct findings *f, const struct findings *others);

/* True if any finding has at least this severity. */
bool findings_any(const struct findings *f, enum severity least);

/* True if any finding has this code. */
bool findings_has(const struct findings *f, enum finding_code code);
bool findings_has_kind(const struct findings *f, enum finding_kind kind);

#endif
