/* SPDX-License-Identifier: MIT */
/* `xueji check`: reads a name and a number, prints the findings. */
#include "cli/cmd_check.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "audit/record_search.h"
#include "base/charset.h"
#include "base/line_in.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "rules/candidate_number.h"
#include "rules/mask.h"
#include "rules/name_character.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "rules/validator.h"
#include "wizard/lookup_pause.h"

#define LOST "\xEF\xBF\xBD" /* U+FFFD: made of bytes that are no text, unless it was there before */

static bool trouble(int line, const char *what)
{
	charset_printf(stderr, "xueji: 标准输入:%d:1: %s\n", line, what);
	return false;
}

/* Returns the line as UTF-8 without byte order mark and line end, owned by the caller. NULL: not
 * text, reported on standard error. */
static char *take_line(const char *bytes, size_t n, int line)
{
	char *text;

	if (memchr(bytes, '\0', n) != NULL)
		return trouble(line, "这一行里有 NUL 字节，不是文字"), NULL;
	if (line == 1 && n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		bytes += 3; /* some editors write a byte order mark */
	text = charset_to_utf8(bytes);
	text[strcspn(text, "\r\n")] = '\0';
	if (strstr(text, LOST) == NULL || strstr(bytes, LOST) != NULL)
		return text;
	xwipe(text);
	return trouble(line, "这一行不是这个终端的文字，另存为 UTF-8 再试"), NULL;
}

/* Reads the next line, owned by the caller; on a terminal, prompts with the label and does not echo
 * the number. NULL: reported on standard error. */
static char *ask_for(FILE *in, int line, const char *label)
{
	static const char *const missing[] = {
		"什么也没有：第 1 行写姓名，第 2 行写证件号码",
		"少了第 2 行：证件号码",
		"少了第 3 行：考生号，在名册里凭它找到你",
	};
	struct line_in read;
	char *text = NULL;

	if (isatty(fileno(in)))
		charset_put(label, stderr);
	switch (line_in_read(in, line == 2, &read)) {
	case LINE_IN_END:
		trouble(line, missing[line - 1]);
		break;
	case LINE_IN_TOO_LONG:
		trouble(line, "这一行太长，不像姓名或号码");
		break;
	case LINE_IN_READ:
		text = take_line(read.bytes, read.len, line);
		break;
	}
	explicit_bzero(&read, sizeof read);
	return text;
}

/* The entered values; owned. Personal data: wipe it. */
struct entry {
	char *name, *number, *candidate; /* NULL if not read or not asked for */
};

static bool read_entry(FILE *in, bool candidates, struct entry *e)
{
	e->name = ask_for(in, 1, "姓名：");
	if (e->name != NULL)
		e->number = ask_for(in, 2, "证件号码（不显示）：");
	if (e->number != NULL && candidates)
		e->candidate = ask_for(in, 3, "考生号：");
	return e->number != NULL && (!candidates || e->candidate != NULL);
}

static void wipe_entry(struct entry *e)
{
	xwipe(e->name);
	xwipe(e->number);
	xwipe(e->candidate);
}

/* Finds the record of the entered student in the roster. Returns false if that fails, which is
 * reported on standard error; a miss only after a pause. */
static bool find_record(const struct check *c, const struct entry *e, struct record *out)
{
	struct record_search search = { .candidate_number = e->candidate,
					.name = e->name,
					.id_number = e->number };
	struct findings form = { 0 };
	char sentence[SENTENCE_MAX];
	struct lookup_pause pause = { 0 };
	struct diag d = { 0 };
	enum record_found result;

	if (c->candidates)
		candidate_number_check_entered(e->candidate, &form);
	if (findings_any(&form, SEVERITY_ERROR))
		return trouble(3, sentence_make(&form.items[0], SENTENCE_TYPING, sentence));
	result = record_search_file(c->roster, &search, &d);
	*out = search.found;
	record_wipe(&search.found);
	if (result == RECORD_FOUND)
		return true;
	record_wipe(out);
	if (result == RECORD_UNREAD) {
		diag_print(&d, stderr, 1);
		return false;
	}
	if (result == RECORD_MISSED) {
		lookup_pause_miss(&pause, 0);
		c->wait(lookup_pause_left(&pause, 0));
	}
	output_trouble(record_search_message(result),
		       "辅导员核对整份名册用 xueji audit --against。");
	return false;
}

/* Findings of the entry, by value. */
enum { OF_NAME, OF_NUMBER, OF_CANDIDATE, OF_COUNT };

static void print_json(const struct findings of[OF_COUNT], bool ok, FILE *out)
{
	const char *comma = "";

	fprintf(out, "{\"ok\": %s, \"findings\": [", ok ? "true" : "false");
	for (size_t k = 0; k < OF_COUNT; k++)
		for (size_t i = 0; i < of[k].count; i++) {
			const struct finding *f = &of[k].items[i];

			fprintf(out, "%s{", comma);
			sentence_write_json(f, finding_entry_severity(f), SENTENCE_TYPING, out);
			fputc('}', out);
			comma = ", ";
		}
	fputs("]}\n", out);
}

/* Returns the value on one line, owned by the caller. Private-use characters, which look different
 * on every machine, are shown as code points. */
static char *shown_value(const char *value)
{
	size_t used = 0;
	char *coded = xmalloc(strlen(value) * 4 + 1), *shown;
	uint32_t cp;

	while (text_next(&value, &cp))
		if (name_is_private(cp))
			used += (size_t)sprintf(coded + used, "<U+%04X>", (unsigned)cp);
		else
			used += text_encode(cp, coded + used);
	coded[used] = '\0';
	shown = text_clean_line(coded);
	xwipe(coded);
	return shown;
}

/* Returns how many columns precede the character at `at` (from 1) of the value as shown. */
static int caret_column(const char *value, size_t at)
{
	char *before = xstrndup(value, text_offset(value, at - 1)), *shown = shown_value(before);
	int column = text_width(shown);

	xwipe(before);
	xwipe(shown);
	return column;
}

/* Prints a line with a caret under each place of a finding (bit n: character n of the value, from
 * 0). */
static void print_carets(const char *value, uint64_t places, int indent, FILE *out)
{
	int end = 0;

	for (size_t i = 0; i < PLACES_MAX; i++)
		if ((places >> i & 1) != 0) {
			fprintf(out, "%*s^", indent + caret_column(value, i + 1) - end, "");
			end = indent + caret_column(value, i + 1) + 1;
		}
	fputs(end > 0 ? "\n" : "", out);
}

/* Prints a value as compilers print a line: with carets under the places of each finding, then its
 * sentence. verdict: printed if there are no findings. */
static void print_field(const char *label, const char *value, const char *verdict,
			const struct findings *found, FILE *out)
{
	int indent = text_width(label) + 3;
	char *shown = shown_value(value), sentence[SENTENCE_MAX];

	if (found->count > 0)
		verdict = "";
	charset_printf(out, "%s   %s%s%s\n", label, shown, *verdict != '\0' ? "   " : "", verdict);
	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];

		print_carets(value, sentence_places(f), indent, out);
		charset_printf(out, "%*s%s [%s]\n", indent, "",
			       sentence_make(f, SENTENCE_TYPING, sentence),
			       finding_code_name(f->code));
	}
	explicit_bzero(sentence, sizeof sentence);
	xwipe(shown);
}

/* Adds the findings of name and number. Returns true if they are in each other's place; that
 * becomes the only finding. */
static bool judge_entry(const struct check *c, const struct entry *e, const struct record *record,
			struct findings *of_name, struct findings *of_number)
{
	bool exchanged;

	validator_name(e->name, record, of_name);
	validator_id_number(e->number, DOCUMENT_RESIDENT_ID, record, c->today, of_number);
	region_check(c->regions, e->number, of_number);
	exchanged = validator_exchanged(of_name, of_number);
	if (exchanged) {
		explicit_bzero(of_name, sizeof *of_name);
		explicit_bzero(of_number, sizeof *of_number);
		findings_add(of_name, FINDING_NAME_CHARACTER, KIND_EXCHANGED, 0, 0);
	}
	return exchanged;
}

static const char *verdict(const char *recorded)
{
	return *recorded != '\0' ? "与高考一致" : "格式对";
}

static bool is_wrong(const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		if (finding_entry_severity(&found->items[i]) == SEVERITY_ERROR)
			return true;
	return false;
}

/* Checks the entry and prints the findings. Returns the exit status. */
static int report_entry(const struct check *c, const struct entry *e, const struct record *record,
			FILE *out)
{
	struct findings of[OF_COUNT] = { 0 };
	bool exchanged = judge_entry(c, e, record, &of[OF_NAME], &of[OF_NUMBER]), ok = true;
	const char *candidate = record != NULL ? record->candidate_number : "";
	char *name, *number;

	if (e->candidate != NULL && *candidate == '\0')
		candidate_number_check(e->candidate, &of[OF_CANDIDATE]);
	else if (e->candidate != NULL && !c->candidates && strcmp(e->candidate, candidate) != 0)
		findings_add(&of[OF_CANDIDATE], FINDING_CANDIDATE_MISMATCH, KIND_CANDIDATE_OTHER, 0,
			     0);
	for (size_t k = 0; k < OF_COUNT; k++)
		ok = ok && !is_wrong(&of[k]);
	if (c->json) {
		print_json(of, ok, out);
	} else {
		name = exchanged || text_holds_number(e->name) ? mask_text(mask_number(e->name))
							       : xstrdup(e->name);
		number = mask_text(mask_number(e->number));
		print_field("姓名    ", name, verdict(record != NULL ? record->name : ""),
			    &of[OF_NAME], out);
		print_field("证件号码", number,
			    exchanged ? "" : verdict(record != NULL ? record->id_number : ""),
			    &of[OF_NUMBER], out);
		if (e->candidate != NULL && !c->candidates)
			print_field("考生号  ", e->candidate, verdict(candidate), &of[OF_CANDIDATE],
				    out);
		xwipe(name);
		xwipe(number);
	}
	explicit_bzero(of, sizeof of);
	return ok ? 0 : 1;
}

/* Returns true if a line that is not blank follows. Does not wait for input from a person or a
 * program. If the line after the number (`first`) is a candidate number, it goes to *candidate,
 * owned by the caller, and does not count. */
static bool has_more(FILE *in, bool first, char **candidate)
{
	struct pollfd ready = { .fd = fileno(in), .events = POLLIN };
	char digits[CANDIDATE_NUMBER_MAX];
	struct line_in read;
	bool more = false;

	while (!more && !isatty(ready.fd) && poll(&ready, 1, 0) > 0 &&
	       line_in_read(in, false, &read) == LINE_IN_READ) {
		read.bytes[strcspn(read.bytes, "\r\n")] = '\0';
		if (first && candidate_number_read(read.bytes, digits) &&
		    strlen(digits) == CANDIDATE_DIGITS)
			*candidate = xstrdup(digits);
		else
			more = read.bytes[strspn(read.bytes, " \t")] != '\0';
		first = false;
		explicit_bzero(&read, sizeof read);
	}
	explicit_bzero(digits, sizeof digits);
	return more;
}

int check_run(const struct check *c, FILE *in, FILE *out)
{
	struct entry e = { 0 };
	struct record found = { 0 };
	int status = STATUS_TROUBLE;
	bool more = false;

	if (read_entry(in, c->candidates, &e) &&
	    (c->roster == NULL || find_record(c, &e, &found))) {
		more = has_more(in, !c->candidates, &e.candidate);
		status = report_entry(c, &e, c->roster != NULL ? &found : c->record, out);
	}
	if (more) {
		trouble(e.candidate != NULL ? 4 : 3,
			"check 一次看一个人，从这一行起没有看；整份名册用 xueji audit");
		status = STATUS_TROUBLE;
	}
	record_wipe(&found);
	wipe_entry(&e);
	return status;
}

static void wait_seconds(int seconds)
{
	struct timespec left = { .tv_sec = seconds };

	while (nanosleep(&left, &left) < 0 && errno == EINTR)
		;
}

int cmd_check(const struct options *o)
{
	static struct record record;
	struct diag d = { 0 };
	struct check c = { .wait = wait_seconds,
			   .today = date_today(time(NULL)),
			   .json = option_given(o, OPTION_JSON) };
	struct source source;
	struct regions *regions;
	int status;

	if (!inputs_source(o, &record, &source, &d))
		return inputs_trouble(&d);
	c.record = source.record;
	c.roster = source.roster;
	c.candidates = source.candidates;
	c.regions = regions = region_load_shipped();
	status = check_run(&c, stdin, stdout);
	region_free(regions);
	record_wipe(&record);
	return output_end(status);
}
