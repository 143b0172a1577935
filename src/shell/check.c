/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "charset.h"
#include "hidden.h"
#include "json_out.h"
#include "person_name.h"
#include "text.h"
#include "validator.h"
#include "xalloc.h"

enum { LINE_BYTES_MAX = 4096, STATUS_TROUBLE = 2 };

static bool trouble(int line, const char *what)
{
	fprintf(stderr, "xueji: -:%d:1: ", line);
	charset_put(what, stderr);
	fputc('\n', stderr);
	return false;
}

/* The n bytes of a line as UTF-8 without a mark or an end, owned; NULL: said why not. */
static char *take_line(const char *bytes, size_t n, int line)
{
	char *text;

	if (memchr(bytes, '\0', n) != NULL)
		return trouble(line, "这一行里有 NUL 字节，不是文字"), NULL;
	if (n > LINE_BYTES_MAX)
		return trouble(line, "这一行太长，不像姓名或号码"), NULL;
	if (line == 1 && n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		bytes += 3; /* the mark that some editors put before a file's first character */
	text = charset_to_utf8(bytes);
	text[strcspn(text, "\r\n")] = '\0';
	if (strstr(text, "\xEF\xBF\xBD") == NULL)
		return text;
	xwipe(text);
	return trouble(line, "这一行不是这个终端的文字，请另存为 UTF-8 再试"), NULL;
}

static char *read_line(FILE *in, int line, bool hidden)
{
	char *bytes = NULL, *text = NULL;
	size_t size = 0;
	ssize_t n;

	n = hidden_getline(&bytes, &size, in, hidden);
	if (n < 0)
		trouble(line, line == 1 ? "第 1 行要是姓名，第 2 行要是证件号码；现在是空的"
					: "少了第 2 行：证件号码");
	else
		text = take_line(bytes, (size_t)n, line);
	if (bytes != NULL)
		explicit_bzero(bytes, size);
	free(bytes);
	return text;
}

static void print_json(const struct findings *name, const struct findings *number, bool ok,
		       FILE *out)
{
	const struct findings *both[] = { name, number };
	const char *comma = "";

	fprintf(out, "{\"ok\": %s, \"findings\": [", ok ? "true" : "false");
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < both[k]->count; i++) {
			fprintf(out, "%s{", comma);
			json_out_finding(&both[k]->items[i], out);
			fputc('}', out);
			comma = ", ";
		}
	fputs("]}\n", out);
}

/* Columns before the character at a place (from 1) of a value that is shown cleaned. */
static int caret_column(const char *value, const char *shown, size_t at)
{
	return text_width_n(shown, text_clean_bytes(value, text_offset(value, at - 1)));
}

/* As a good compiler does: the value, a caret under the place, the sentence. */
static void print_field(const char *label, const char *value, const struct findings *found,
			FILE *out)
{
	int indent = text_width(label) + 3;
	char *shown = text_clean_line(value);

	charset_put(label, out);
	fputs("   ", out);
	charset_put(shown, out);
	fputs(found->count == 0 ? "   " : "\n", out);
	if (found->count == 0)
		charset_put("无误\n", out);
	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];

		if (f->at > 0)
			fprintf(out, "%*s^\n", indent + caret_column(value, shown, f->at), "");
		fprintf(out, "%*s", indent, "");
		charset_put(f->message, out);
		fprintf(out, " [%s]\n", finding_code_name(f->code));
	}
	xwipe(shown);
}

static void judge(const struct check *c, const char *name, const char *number,
		  struct findings *of_name, struct findings *of_number)
{
	validator_name(name, c->record, of_name);
	validator_id_number(number, DOCUMENT_RESIDENT_ID, c->record, c->today, of_number);
	region_check(c->regions, number, of_number);
}

int check_run(const struct check *c, FILE *in, FILE *out)
{
	struct findings of_name = { 0 }, of_number = { 0 };
	bool asks = isatty(fileno(in)), ok;
	char *name, *number = NULL, *masked;

	if (asks)
		charset_put("姓名：", stderr);
	name = read_line(in, 1, false);
	if (name != NULL && asks)
		charset_put("证件号码（不显示）：", stderr);
	if (name != NULL)
		number = read_line(in, 2, asks);
	if (asks)
		fputc('\n', stderr);
	if (number == NULL) {
		xwipe(name);
		return STATUS_TROUBLE;
	}
	judge(c, name, number, &of_name, &of_number);
	ok = !findings_any(&of_name, SEVERITY_ERROR) && !findings_any(&of_number, SEVERITY_ERROR);
	if (c->json) {
		print_json(&of_name, &of_number, ok, out);
	} else {
		masked = resident_id_mask(number);
		print_field("姓名    ", name, &of_name, out);
		print_field("证件号码", masked, &of_number, out);
		xwipe(masked);
	}
	xwipe(name);
	xwipe(number);
	explicit_bzero(&of_name, sizeof of_name);
	explicit_bzero(&of_number, sizeof of_number);
	return ok ? 0 : 1;
}
