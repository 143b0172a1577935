/* SPDX-License-Identifier: MIT */
/* libxueji: what is wrong with a Chinese resident ID number (GB 11643-1999) or with a name as the
 * student register takes it (GB 18030, 民委发〔2016〕33号), alone or compared with a recorded one.
 *
 * Strings are UTF-8, NUL-terminated, and may hold anything. No function keeps state, writes or
 * asks; where memory runs out, the program ends with a message. Place numbers count characters from
 * 1. Findings hold personal data. Link with -lxueji, nothing else. */
#ifndef XUEJI_H
#define XUEJI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum xueji_severity { XUEJI_NOTE, XUEJI_WARNING, XUEJI_ERROR };

enum { XUEJI_FINDINGS_MAX = 16, XUEJI_QUOTE = 64, XUEJI_SENTENCE = 256 };

struct xueji_date {
	int year, month, day; /* month and day from 1; year 0: not known */
};

struct xueji_finding {
	const char *code;  /* static, stable: "id.lowercase-x" */
	const char *field; /* static: "id_number", "name" */
	enum xueji_severity severity;
	size_t at;            /* 0: the whole value */
	size_t count;         /* how many characters, or what the sentence counts */
	size_t other;         /* a second place or number */
	uint64_t places;      /* of several places: bit n for n + 1; 0: those of at and count */
	char is[XUEJI_QUOTE]; /* what stands there, as much as fits; "" where nothing is quoted */
	char should[XUEJI_QUOTE]; /* what should stand there; "" where that is not known */
	int kind;                 /* for xueji_sentence() */
};

/* In the order of their place; each mistake is reported once, by its most specific finding. */
struct xueji_findings {
	size_t count;
	struct xueji_finding items[XUEJI_FINDINGS_MAX];
};

/* Writes what is wrong with a number, and how it differs from the recorded one (NULL or "": there
 * is none). today: what future dates and ages are measured against. */
void xueji_check_id_number(const char *number, const char *recorded, struct xueji_date today,
			   struct xueji_findings *out);

/* The same for a name. */
void xueji_check_name(const char *name, const char *recorded, struct xueji_findings *out);

/* True if one of them has at least this severity. */
bool xueji_any(const struct xueji_findings *f, enum xueji_severity least);

enum {
	XUEJI_TYPING = 0, /* for who types it: which key to press */
	XUEJI_ROSTER = 1, /* for who has it in a spreadsheet: what to put into the cell */
	XUEJI_MASKED = 2  /* quotes no character of the value */
};

/* Writes the sentence of a finding, Chinese, for a set of the above. Returns out. */
const char *xueji_sentence(const struct xueji_finding *f, unsigned how, char out[XUEJI_SENTENCE]);

struct xueji_id_number {
	char region[7];          /* six digits, GB/T 2260 */
	struct xueji_date birth; /* as written: may be no day of the calendar */
	bool male;               /* the 17th digit is odd */
};

/* Takes a number of the right form apart (17 digits, then a digit or X). false: it is not of that
 * form, *out stays as it was. Neither date nor check character is judged. */
bool xueji_read_id_number(const char *number, struct xueji_id_number *out);

/* The check character of seventeen ASCII digits, '0'..'9' or 'X' (ISO 7064 MOD 11-2). */
char xueji_check_character(const char *digits);

/* The ideograph behind a look-alike (Kangxi or CJK radical, compatibility ideograph) or a
 * private-use code point of GBK and GB 18030; cp itself when it is none. */
uint32_t xueji_real_character(uint32_t cp);

/* A copy with stars for all but the ends, owned by the caller: 1****************X, 李*. */
char *xueji_mask_id_number(const char *number);
char *xueji_mask_name(const char *name);

#ifdef __cplusplus
}
#endif

#endif
