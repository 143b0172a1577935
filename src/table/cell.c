/* SPDX-License-Identifier: MIT */
#include "table/cell.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/eight_bytes.h"
#include "base/text.h"
#include "rules/name_character.h"
#include "rules/resident_id.h"
#include "table/words.h"

enum {
	CELL = 64,              /* bytes for the longest cell that is read as a sex or a date */
	SERIAL_OF_1970 = 25569, /* 1 January 1970, in days since 30 December 1899 */
	DAYS_TO_1904 = 1462,    /* of a spreadsheet that counts from 1 January 1904 */
	DAY = 24 * 60 * 60,
	YEAR_MIN = 1900, /* range of plausible years of birth */
	YEAR_MAX = 2100,
	DAY_MAX = 31,
	CELL_SEX_WORD = 16 /* bytes of the longest cell that is searched for 男 or 女 */
};

size_t cell_digits(const char *bytes, size_t len)
{
	size_t count = 0;

	for (; len >= EIGHT_BYTES; bytes += EIGHT_BYTES, len -= EIGHT_BYTES)
		count += EIGHT_BYTES - eight_count(eight_not_digits(eight_load(bytes)));
	while (len-- > 0)
		count += bytes[len] >= '0' && bytes[len] <= '9';
	return count;
}

static bool is_numeral(char c)
{
	return c >= '0' && c <= '9';
}

enum { ID = CELL_ID - 1 };

/* Returns true if the G or L of a 学籍号 is before the byte at `at`. */
static bool has_prefix(const char *bytes, size_t at)
{
	return at > 0 && (bytes[at - 1] == 'G' || bytes[at - 1] == 'L') &&
	       (at == 1 || !isalpha((unsigned char)bytes[at - 2]));
}

/* Returns true if 18 bytes are a valid ID number with a plausible year of birth. */
static bool is_sound(const char *bytes)
{
	char number[CELL_ID];
	struct resident_id id;
	bool sound;

	memcpy(number, bytes, ID);
	number[ID] = '\0';
	sound = resident_id_read(number, &id) && id_check_fits(number) && date_valid(id.birth) &&
		id.birth.year > YEAR_MIN && id.birth.year < YEAR_MAX;
	explicit_bzero(number, sizeof number);
	return sound;
}

/* Returns the offset of an ID number in a run of digits, or `run` if there is none. In a longer run
 * only a valid number is recognised. with_x: an X follows the run. */
static size_t place_in(const char *digits, size_t run, bool with_x)
{
	size_t at = 0;

	if (run == ID || (run == ID - 1 && with_x))
		return 0;
	while (at + ID <= run && !is_sound(digits + at))
		at++;
	return at + ID <= run ? at : run;
}

bool cell_take_id(const char **bytes, size_t *len, char out[CELL_ID])
{
	for (size_t at = 0, run, place; at < *len; at += run + 1) {
		for (run = 0; at + run < *len && is_numeral((*bytes)[at + run]);)
			run++;
		place = place_in(*bytes + at, run,
				 at + run < *len && ((*bytes)[at + run] | 0x20) == 'x');
		if (place == run || has_prefix(*bytes, at))
			continue;
		memcpy(out, *bytes + at + place, ID);
		out[ID] = '\0';
		*bytes += at + place + ID;
		*len -= at + place + ID;
		return true;
	}
	return false;
}

bool cell_holds_id(const char *bytes, size_t len)
{
	char ignored[CELL_ID];
	bool holds = len >= CELL_ID - 1 && cell_take_id(&bytes, &len, ignored);

	explicit_bzero(ignored, sizeof ignored);
	return holds;
}

static unsigned year_of(const char *number)
{
	unsigned year = 0;

	for (size_t i = 0; i < 10; i++) {
		if (!is_numeral(number[i]))
			return 0;
		year = i < 6 ? 0 : 10 * year + (unsigned)(number[i] - '0');
	}
	return year > YEAR_MIN && year < YEAR_MAX ? year : 0;
}

bool cell_id_is_elder(const char *number, const char *other)
{
	enum { GENERATION = 15 };
	unsigned year = year_of(number);

	return year > 0 && year + GENERATION <= year_of(other);
}

bool cell_fold(const char *cell, char *out, size_t size)
{
	size_t len = strlen(cell), used = 0, step;
	bool fits = true;
	uint32_t cp = 0;

	for (size_t at = 0; at < len && fits; at += step) {
		if (cell[at] > ' ' && cell[at] < 0x7F) { /* most bytes of a number */
			step = 1;
			fits = used + 4 < size;
			out[used] = cell[at];
			used += fits;
			continue;
		}
		step = text_decode(cell + at, len - at, &cp);
		cp = text_is_blank(cp) ? ' ' : text_narrow(cp);
		fits = step > 0 && used + 4 < size;
		if (fits && !text_is_invisible(cp) && (cp != ' ' || used > 0))
			used += text_encode(cp, out + used);
	}
	while (used > 0 && out[used - 1] == ' ')
		used--;
	out[used] = '\0';
	return fits;
}

bool cell_unquote(char *cell)
{
	size_t len = strlen(cell), end = len, start;
	uint32_t opening, closing;

	while (end > 0 && ((unsigned char)cell[--end] & 0xC0) == 0x80)
		;
	start = text_decode(cell, len, &opening);
	if (start > end || text_decode(cell + end, len - end, &closing) == 0 ||
	    name_closing_bracket(text_narrow(opening)) != text_narrow(closing))
		return false;
	memmove(cell, cell + start, end - start);
	explicit_bzero(cell + end - start, len - (end - start));
	return true;
}

void cell_number(const char *cell, char out[RECORD_TEXT])
{
	char folded[RECORD_TEXT];
	const char *rest = folded;
	size_t len = strspn(cell, "0123456789X"), used = 0;
	uint32_t cp;

	if (len < RECORD_TEXT && cell[len] == '\0') { /* nearly always */
		memcpy(out, cell, len + 1);
		return;
	}
	cell_fold(cell, folded, sizeof folded);
	if (words_find(folded, ".0", WORDS_END) > 0)
		folded[strlen(folded) - 2] = '\0';
	while (text_next(&rest, &cp))
		if (cp < 0x80 ? isalnum((int)cp) : id_is_x_lookalike(cp) && *rest == '\0')
			out[used++] = cp < 0x80 ? (char)toupper((int)cp) : 'X';
	out[used] = '\0';
	explicit_bzero(folded, sizeof folded);
}

bool cell_sex(const char *cell, char out[CELL_SEX])
{
	bool is_male, is_female;
	char says[CELL] = "";

	out[0] = '\0';
	if (!cell_fold(cell, says, sizeof says))
		return false;
	for (char *p = says; *p != '\0'; p++)
		*p = *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p;
	/* 男性, 1-男, (男), 男/M */
	is_male = strlen(says) <= CELL_SEX_WORD && strstr(says, "男") != NULL;
	is_female = strlen(says) <= CELL_SEX_WORD && strstr(says, "女") != NULL;
	if (!is_male && !is_female) {
		is_male = words_find(says, "1 01 1.0 m male man boy 先生 ♂", WORDS_WHOLE) > 0;
		is_female =
			words_find(says, "2 02 2.0 f female woman girl 女士 ♀", WORDS_WHOLE) > 0;
	}
	if (is_male != is_female)
		strcpy(out, is_male ? "男" : "女");
	explicit_bzero(says, sizeof says);
	return *out != '\0';
}

/* Completes a year of two digits: up to 49 it is of this century. */
static int whole_year(int year)
{
	return year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;
}

/* Reads a date as spreadsheets in English write it: Sep-07, 1-Sep-2007, Sep 1, 2007. false: s is no
 * such date. */
static bool take_english(const char *s, struct date *out)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";
	int numbers[2] = { 0, 0 }, count = 0;
	size_t letters = 0, digits;

	*out = (struct date){ 0 };
	for (; *s != '\0'; s += letters + digits > 0 ? letters + digits : 1) {
		char name[4] = "";
		const char *month;

		digits = strspn(s, "0123456789");
		letters = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
		if (digits > 0 && (digits > 4 || count == 2))
			return false;
		if (digits > 0)
			numbers[count++] = text_digits(s, digits);
		if (letters == 0)
			continue;
		for (size_t i = 0; i < 3 && i < letters; i++)
			name[i] = (char)(s[i] | 0x20);
		month = strstr(months, name);
		if (letters < 3 || month == NULL || (month - months) % 3 != 0 || out->month != 0)
			return false;
		out->month = (int)(month - months) / 3 + 1;
	}
	if (out->month == 0 || count == 0)
		return false;
	out->day = count == 2 ? numbers[0] : 0;
	out->year = whole_year(numbers[count - 1]);
	return true;
}

/* Replaces every sign between year, month and day by '-', and what ends the day by a blank. */
static void fold_signs(char *s)
{
	static const struct {
		const char *sign;
		char as;
	} signs[] = {
		{ "年", '-' }, { "月", '-' }, { "日", ' ' }, { "号", ' ' },   { "/", '-' },
		{ ".", '-' },  { "、", '-' }, { "–", '-' },  { "—", '-' },    { "\\", '-' },
		{ "T", ' ' },  { "Z", ' ' },  { "。", '-' }, { "出生", ' ' }, { "生", ' ' },
		{ ",", '-' },  { "AM", ' ' }, { "PM", ' ' }, { "上午", ' ' }, { "下午", ' ' }
	};
	char *weekday = strstr(s, "星期");
	bool ascii = text_is_ascii(s, strlen(s));

	if (weekday != NULL)
		*weekday = '\0';
	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		size_t len;

		if ((ascii && (unsigned char)*signs[i].sign >= 0x80) ||
		    strchr(s, *signs[i].sign) == NULL)
			continue;
		len = strlen(signs[i].sign);
		for (char *at; (at = strstr(s, signs[i].sign)) != NULL;) {
			*at = signs[i].as;
			memmove(at + 1, at + len, strlen(at + len) + 1);
		}
	}
	for (size_t len = strlen(s); len > 0 && s[len - 1] == ' ';)
		s[--len] = '\0';
}

/* Reads a number of min to max digits and skips the blanks around it. -1: there is none. */
static int take_number(const char **at, size_t min, size_t max)
{
	const char *digits = *at + strspn(*at, " ");
	size_t count = strspn(digits, "0123456789");

	*at = digits + count;
	if (count < min || count > max)
		return -1;
	*at += strspn(*at, " ");
	return text_digits(digits, count);
}

static bool take_sign(const char **at)
{
	bool is_sign = **at == '-';

	*at += is_sign;
	return is_sign;
}

/* The days that a cell may mean, the most likely one first. Without a day, `day` is 0; without a
 * month, `month` is 0, too; of a day without a year, `year` is 0. */
enum { READINGS = 4 };
struct readings {
	struct date dates[READINGS];
	size_t count;
	bool unsure; /* perhaps a day without a year */
};

static void add_reading(struct readings *r, int year, int month, int day)
{
	r->dates[r->count++] = (struct date){ whole_year(year), month, day };
}

/* Adds a day without a year. */
static void add_anniversary(struct readings *r, int month, int day)
{
	r->dates[r->count++] = (struct date){ 0, month, day };
	r->unsure = true;
}

/* Reads a month, a day, or a year of two or four digits. -1: there is none. */
static int take_part(const char **at)
{
	const char *start = *at;
	int part = take_number(at, 1, 2);

	if (part >= 0)
		return part;
	*at = start;
	part = take_number(at, 4, 4);
	return part >= 1000 ? part : -1;
}

/* Turns a written 0 into -1: 2007-9-0 is not a month, 2007-0 is not a year. */
static int given(int part)
{
	return part == 0 ? -1 : part;
}

/* Reads 2007-9-1, 9-1-2007, 1-9-07, 2007 9 1, or 2007-9, 9-2007 without a day. months_first: of
 * 9/1/07 the first part is likelier a month than a year. */
static struct readings take_parts(const char **at, bool months_first)
{
	int parts[3] = { 0 }, count = 0;
	struct readings r = { 0 };

	do {
		if (count == 3 || (parts[count++] = take_part(at)) < 0)
			return r;
	} while ((take_sign(at) && **at != '\0') || (count < 3 && is_numeral(**at)));
	if (count == 1 && parts[0] >= YEAR_MIN) {
		add_reading(&r, parts[0], 0, 0);
	} else if (count == 2) {
		add_reading(&r, parts[0], given(parts[1]), 0);
		add_reading(&r, parts[1], given(parts[0]), 0);
		if (parts[0] <= DAY_MAX && parts[1] <= DAY_MAX) {
			add_anniversary(&r, parts[0], parts[1]);
			add_anniversary(&r, parts[1], parts[0]);
		}
	} else if (count == 3) {
		bool last = months_first && parts[0] < 100;

		if (!last)
			add_reading(&r, parts[0], parts[1], given(parts[2]));
		add_reading(&r, parts[2], parts[0], given(parts[1]));
		add_reading(&r, parts[2], parts[1], given(parts[0]));
		if (last)
			add_reading(&r, parts[0], parts[1], given(parts[2]));
	}
	return r;
}

static struct date of_serial(int days)
{
	time_t seconds = (time_t)(days - SERIAL_OF_1970) * DAY;
	struct tm tm = { 0 };

	gmtime_r(&seconds, &tm);
	return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}

static struct readings take_date(const char **at, bool months_first)
{
	size_t digits = strspn(*at, "0123456789");
	struct readings r = { 0 };
	const char *start = *at;
	int year;

	if (digits == 14) /* a time of day follows */
		digits = 8;
	if (digits < 5 || digits > 8)
		return take_parts(at, months_first);
	*at += digits;
	if (digits == 5) {
		r.dates[r.count++] = of_serial(text_digits(start, digits));
		r.dates[r.count++] = of_serial(text_digits(start, digits) + DAYS_TO_1904);
		return r;
	}
	year = text_digits(start, 4);
	if (digits == 8) {
		add_reading(&r, year, given(text_digits(start + 4, 2)), text_digits(start + 6, 2));
		return r;
	}
	if (digits == 7) {
		add_reading(&r, year, given(text_digits(start + 4, 1)), text_digits(start + 5, 2));
		add_reading(&r, year, given(text_digits(start + 4, 2)), text_digits(start + 6, 1));
		return r;
	}
	add_reading(&r, year, given(text_digits(start + 4, 2)), 0);
	add_reading(&r, text_digits(start, 2), given(text_digits(start + 2, 2)),
		    text_digits(start + 4, 2));
	add_reading(&r, year, given(text_digits(start + 4, 1)), text_digits(start + 5, 1));
	return r;
}

/* Replaces Chinese numerals by digits, as in 二〇〇七年九月一日. 十 becomes 1 if no digit is before
 * it, and 0 if none is behind it. */
static void fold_numerals(char *s)
{
	static const char *const numerals[] = { "〇", "一", "二", "三", "四", "五",
						"六", "七", "八", "九", "零", "○" };
	char *out = s;
	bool ten = false;

	for (char *p = s; *p != '\0';) {
		int digit = -1;

		for (int i = 0; i < 12 && digit < 0 && (unsigned char)*p >= 0x80; i++)
			if (strncmp(p, numerals[i], 3) == 0)
				digit = i > 9 ? 0 : i;
		if ((unsigned char)*p >= 0x80 && strncmp(p, "十", 3) == 0) {
			if (out == s || out[-1] < '0' || out[-1] > '9')
				*out++ = '1';
			ten = true;
			p += 3;
			continue;
		}
		if (ten && digit < 0)
			*out++ = '0';
		ten = false;
		if (digit >= 0) {
			*out++ = (char)('0' + digit);
			p += 3;
		} else {
			*out++ = *p++;
		}
	}
	if (ten)
		*out++ = '0';
	*out = '\0';
}

/* Returns true if d is a day, month or year of the calendar in a plausible year. */
static bool is_birth(struct date d)
{
	d.month = d.month == 0 && d.day == 0 ? 1 : d.month;
	d.day = d.day == 0 ? 1 : d.day;
	return d.year >= YEAR_MIN && d.year <= YEAR_MAX && date_valid(d);
}

/* Writes the last `count` digits of a number and returns their end. snprintf() takes ten times as
 * long. */
static char *put_digits(char *to, int number, size_t count)
{
	for (size_t i = count; i > 0; number /= 10)
		to[--i] = (char)('0' + number % 10);
	return to + count;
}

static void write_birth(struct date d, char out[CELL_BIRTH])
{
	char *end = put_digits(out, d.year, 4);

	if (d.month != 0) {
		*end = '-';
		end = put_digits(end + 1, d.month, 2);
	}
	if (d.day != 0) {
		*end = '-';
		end = put_digits(end + 1, d.day, 2);
	}
	*end = '\0';
}

/* Returns true if d is a date of birth, or what is written of it. */
static bool is_birth_of(struct date d, struct date birth)
{
	return (d.year == 0 || (d.year == birth.year && is_birth(d))) &&
	       (d.month == 0 || d.month == birth.month) && (d.day == 0 || d.day == birth.day);
}

/* Returns true for a time as 08:00:00 or 0:00+08:00, with blanks before it or not. */
static bool is_time(const char *s)
{
	size_t digits;

	s += strspn(s, " ");
	digits = strspn(s, "0123456789");
	return (digits == 1 || digits == 2) && s[digits] == ':' &&
	       s[strspn(s, " 0123456789:+-")] == '\0';
}

static struct date day_after(struct date d)
{
	d.day++;
	if (!date_valid(d))
		d = d.month < 12 ? (struct date){ d.year, d.month + 1, 1 }
				 : (struct date){ d.year + 1, 1, 1 };
	return d;
}

/* Returns true for the time of day at which a day begins in China, as UTC writes it; libraries for
 * spreadsheets lose 43 seconds of it. */
static bool is_midnight(const char *time)
{
	time += strspn(time, " ");
	return strncmp(time, "16:00", 5) == 0 || strncmp(time, "15:59:17", 8) == 0;
}

/* Returns what 1-Sep, Sep-07 or 1-Sep-2007 may mean. */
static struct readings of_english(const char *says, struct date d)
{
	struct readings r = { .count = 1, .dates = { d } };
	size_t digits = cell_digits(says, strlen(says));

	if (d.day == 0 && digits <= 2) {
		r.count = digits == 1 ? 0 : 1;
		add_anniversary(&r, d.month, d.year % 100);
	}
	return r;
}

/* Drops the readings with a year, of 9月1日. */
static void keep_anniversaries(struct readings *r)
{
	size_t kept = 0;

	for (size_t i = 0; i < r->count; i++)
		if (r->dates[i].year == 0)
			r->dates[kept++] = r->dates[i];
	r->count = kept;
}

/* Returns the days that a cell may mean; none if it is no date. */
static struct readings read_cell(const char *cell)
{
	struct readings r;
	struct date english;
	bool months_first, year_first, yearless, short_month;
	char says[CELL] = "";
	const char *rest = says;

	if (!cell_fold(cell, says, CELL) ||
	    (cell_digits(says, strlen(says)) == 0 &&
	     words_find(says, "〇 一 二 三 四 五 六 七 八 九 十 零 ○", WORDS_ANYWHERE) == 0))
		return (struct readings){ 0 };
	if (says[strspn(says, "0123456789-")] == '\0') { /* nearly always */
		r = take_date(&rest, false);
	} else if (take_english(says, &english)) {
		r = of_english(says, english);
		rest = "";
	} else {
		months_first = strchr(says, '/') != NULL;
		year_first = strstr(says, "年") != NULL;
		yearless = !year_first && strstr(says, "月") != NULL &&
			   words_find(says, "日 号", WORDS_ANYWHERE) > 0;
		short_month = strlen(says) == 6 && strcmp(says + 4, ".1") == 0;
		fold_numerals(says);
		fold_signs(says);
		r = take_date(&rest, months_first);
		if (short_month && r.count > 0) /* a spreadsheet's 2007.10 */
			add_reading(&r, r.dates[0].year, 10, 0);
		if (year_first) {
			r.count = r.count > 1 ? 1 : r.count;
			r.unsure = false;
		}
		if (yearless && r.unsure)
			keep_anniversaries(&r);
	}
	/* The rest may be the .0 of a spreadsheet or a time of day. */
	if (rest[strspn(rest, " 0:-")] != '\0' && !is_time(rest))
		r.count = 0;
	if (r.count > 0 && r.dates[0].day > 0 && is_birth(r.dates[0]) && is_midnight(rest)) {
		r.dates[1] = day_after(r.dates[0]);
		r.count = 2;
	}
	explicit_bzero(says, sizeof says);
	return r;
}

bool cell_birth_of(const char *cell, const char *id_number, char out[CELL_BIRTH])
{
	struct readings r = read_cell(cell);
	char digits[CELL_ID] = "";
	struct resident_id id = { .birth = { 0 } };
	bool own = false;

	if (id_number != NULL && !resident_id_read(id_number, &id) && r.count > 1)
		id_read_loosely(id_number, digits, &id);
	out[0] = '\0';
	for (size_t i = 0; i < r.count && !own; i++) {
		own = is_birth_of(r.dates[i], id.birth);
		if (own || (is_birth(r.dates[i]) && *out == '\0'))
			write_birth(r.dates[i].year == 0 ? id.birth : r.dates[i], out);
	}
	if (r.unsure && !own && id.birth.year > 0)
		out[0] = '\0';
	explicit_bzero(&r, sizeof r);
	explicit_bzero(&id, sizeof id);
	explicit_bzero(digits, sizeof digits);
	return *out != '\0';
}

bool cell_no_day(const char *cell, char out[CELL_BIRTH])
{
	struct readings r = read_cell(cell);
	bool valid = false;

	out[0] = '\0';
	for (size_t i = r.count; i-- > 0;) {
		struct date d = r.dates[i];

		valid = valid || is_birth(d);
		if (d.year >= YEAR_MIN && d.year <= YEAR_MAX && d.month > 0 && d.month < 100 &&
		    d.day > 0 && d.day < 100)
			write_birth(d, out);
	}
	if (valid)
		out[0] = '\0';
	explicit_bzero(&r, sizeof r);
	return *out != '\0';
}

bool cell_birth(const char *cell, char out[CELL_BIRTH])
{
	return cell_birth_of(cell, NULL, out);
}
