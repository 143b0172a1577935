/* SPDX-License-Identifier: MIT */
#include "roster/unreadable.h"

#include <string.h>

#include "base/text.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "table/cell.h"
#include "table/words.h"

enum { LINES = 10, LINE = 4096 }; /* of the head of a file; bytes */

const char UNREADABLE_GARBLED[] = "文字成了乱码，改不回来：从原来的表格重新导出。";

/* Whether a piece is an ID number, without the blanks around it. */
static bool is_bare_number(const char *piece)
{
	const char *start = piece + strspn(piece, " ");
	size_t digits = strspn(start, "0123456789");

	return cell_holds_id(start, strlen(start)) && digits >= 17 &&
	       strspn(start + 18, " ") == strlen(start + 18);
}

/* Whether a UTF-8 line cut at a separator has two headings of a roster or, if numbers count, an ID
 * number and another piece. Overwrites the separators. */
static bool is_line_cut_at(char *line, const char *separator, bool numbers_count)
{
	size_t headings = 0, pieces = 0, numbers = 0;

	for (char *next; line != NULL; line = next, pieces++) {
		next = strstr(line, separator);
		if (next != NULL) {
			*next = '\0';
			next += strlen(separator);
		}
		headings += heading_read(line).kind == HEADING_COLUMN;
		numbers += is_bare_number(line);
	}
	return headings >= 2 || (numbers_count && numbers > 0 && pieces > 1);
}

/* Decodes the first line of what is ahead, and moves *ahead behind it. Returns false at the end. */
static bool take_line(const struct csv *in, struct decoder *decoder, struct slice *ahead,
		      char text[LINE])
{
	const char *end = memchr(ahead->bytes, csv_line_end(in), ahead->len);
	struct slice line = { ahead->bytes,
			      end != NULL ? (size_t)(end - ahead->bytes) : ahead->len };
	size_t step = line.len + (end != NULL);

	if (ahead->len == 0)
		return false;
	while (line.len > 0 && (unsigned char)line.bytes[line.len - 1] <= ' ')
		line.len--;
	decoder_read(decoder, line, text, LINE);
	ahead->bytes += step;
	ahead->len -= step;
	return true;
}

/* Whether one of the first ten lines is cut at a separator (is_line_cut_at()). */
static bool is_cut_at(const struct csv *in, struct decoder *decoder, const char *separator,
		      bool numbers_count)
{
	struct slice ahead = csv_ahead(in);
	bool found = false;
	char text[LINE];

	for (int i = 0; i < LINES && !found && take_line(in, decoder, &ahead, text); i++)
		found = is_line_cut_at(text, separator, numbers_count);
	explicit_bzero(text, sizeof text);
	return found;
}

/* Whether one of the first ten lines is as chats make them, 1. 李明 1100…: a number, a point, text
 * and an ID number, in one cell if a comma separates it from the number. */
static bool is_chain(const struct csv *in, struct decoder *decoder)
{
	struct slice ahead = csv_ahead(in);
	bool found = false;
	char text[LINE];

	for (int i = 0; i < LINES && !found && take_line(in, decoder, &ahead, text); i++) {
		size_t digits = strspn(text, "0123456789"),
		       point = words_find(text + digits, ". 、 ． ) ） ,", WORDS_START);
		const char *name = text + digits + point, *end = text[digits] == ',' ? "," : "";

		name += strspn(name, " ");
		found = digits > 0 && point > 0 && (unsigned char)*name >= 0x80 &&
			cell_holds_id(name, strcspn(name, end));
	}
	explicit_bzero(text, sizeof text);
	return found;
}

/* Numbers do not count: they are the same in both encodings. */
bool unreadable_is_big5(const struct csv *in, struct decoder *decoder)
{
	char delimiter[] = { csv_delimiter(in), '\0' };
	struct decoder big5 = { .encoding = ENCODING_GB18030 };
	bool found;

	if (is_cut_at(in, decoder, delimiter, false))
		return false;
	big5.gb18030 = iconv_open("UTF-8", "BIG5");
	if (big5.gb18030 == (iconv_t)-1)
		return false;
	found = is_cut_at(in, &big5, delimiter, false);
	iconv_close(big5.gb18030);
	return found;
}

/* Whether a cell has nothing but blanks, full-width ones among them. */
static bool is_blank(struct decoder *decoder, struct slice cell)
{
	char text[LINE_TEXT];
	const char *p = text;
	uint32_t cp = ' ';

	decoder_read(decoder, cell, text, sizeof text);
	while (text_is_blank(cp) && text_next(&p, &cp))
		;
	explicit_bzero(text, sizeof text);
	return text_is_blank(cp);
}

static bool all_blank(const struct csv *in, struct decoder *decoder)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	bool blank = csv_all_read(in);

	while (blank && (row = csv_next(head, NULL)) != NULL)
		for (size_t i = 0; blank && i < row->count; i++)
			blank = is_blank(decoder, row->cells[i]);
	csv_close(head);
	return blank;
}

/* Whether every row is one cell, empty or with commas in it, because quotes enclose the whole
 * row. */
static bool is_quoted_whole(const struct csv *in)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t rows = 0;
	bool whole = true;

	for (; whole && (row = csv_next(head, NULL)) != NULL; rows++)
		whole = row->count == 1 && row->quote == NULL &&
			(row->cells[0].len == 0 ||
			 memchr(row->cells[0].bytes, ',', row->cells[0].len) != NULL);
	csv_close(head);
	return whole && rows > 0;
}

/* Whether the file was saved in a wrong encoding: 姓名 or 身份证 in UTF-8 read as GBK, 姓名 in GBK
 * or 身份 in UTF-8 read as Latin 1, or U+FFFD in UTF-8 read as GBK. */
static bool is_garbled(const struct csv *in, struct decoder *decoder)
{
	struct slice head = csv_ahead(in);
	char text[512];
	bool found;

	head.len = head.len < sizeof text / 4 ? head.len : sizeof text / 4;
	while (head.len > 0 && (unsigned char)head.bytes[head.len - 1] >= 0x80)
		head.len--; /* half a character would look like another encoding */
	decoder_read(decoder, head, text, sizeof text);
	found = words_find(text, "濮撳悕 韬唤璇 ÐÕÃû èº«ä»½ 锟斤拷", WORDS_ANYWHERE) > 0;
	explicit_bzero(text, sizeof text);
	return found;
}

bool unreadable_report(const struct csv *in, struct decoder *decoder, struct diag *d)
{
	static const struct {
		const char *separator, *name;
		bool alone; /* only if most rows are one cell, unlike 姓名：,李明 */
	} separators[] = {
		{ "|", "“|”", false },
		{ "｜", "“｜”", false },
		{ "│", "“│”", false },
		{ "，", "中文逗号“，”", false },
		{ "；", "中文分号“；”", false },
		{ "、", "顿号“、”", false },
		{ "：", "冒号“：”", true },
		{ ":", "冒号“:”", true },
		{ "#", "“#”", true },
		{ "^", "“^”", true },
		{ "~", "“~”", true },
		{ "*", "“*”", true },
		{ "/", "“/”", true },
		{ "　", "全角空格", true },
		{ " ", "空格", false },
	};

	if (memchr(csv_ahead(in).bytes, '\0', csv_ahead(in).len) != NULL)
		return diag_add(d, 1, 1, "%s",
				csv_is_utf16(in) ? "这是 UTF-32 文件，另存为 UTF-8。"
						 : "这不是文本文件，读不出表格："
						   "向给名册的人要 Excel 或 CSV 文件。");
	if (all_blank(in, decoder))
		return diag_add(d, 1, 1, "每一行都是空的。");
	if (is_garbled(in, decoder))
		return diag_add(d, 1, 1, "%s", UNREADABLE_GARBLED);
	if (is_quoted_whole(in))
		return diag_add(d, 1, 1,
				"每一行整个在一对引号里，成了一格：去掉行首和行尾的引号。");
	if (is_chain(in, decoder))
		return diag_add(d, 1, 1,
				"像是接龙：去掉每行的序号，姓名和号码用英文逗号“,”隔开，"
				"第一行写“姓名,身份证号”。");
	for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++)
		if ((!separators[i].alone || csv_width(in) == 1) &&
		    is_cut_at(in, decoder, separators[i].separator, true))
			return diag_add(d, 1, 1, "各格用%s隔开，读不了：都换成英文逗号“,”。",
					separators[i].name);
	return true;
}

bool unreadable_is_garbled_name(struct decoder *decoder, iconv_t gbk, struct slice name)
{
	char text[LINE_TEXT], bytes[LINE_TEXT], *from = text, *to = bytes;
	size_t left, space = sizeof bytes, step, characters = 0;
	bool garbled;
	uint32_t cp;

	decoder_read(decoder, name, text, sizeof text);
	left = strlen(text);
	garbled = left > 0 && iconv(gbk, &from, &left, &to, &space) == 0;
	for (char *p = bytes; p < to && garbled; p += step, characters++) {
		step = text_decode(p, (size_t)(to - p), &cp);
		garbled = step > 0 && text_is_ideograph(cp);
	}
	explicit_bzero(text, sizeof text);
	explicit_bzero(bytes, sizeof bytes);
	return garbled && characters > 1;
}
