/* SPDX-License-Identifier: MIT */
#include "table/file_kind.h"

#include <stdbool.h>
#include <string.h>

#define WORKBOOK "这是 Excel 工作簿，不是 CSV：" FILE_KIND_SAVE_AS
#define WEB_PAGE "这是网页格式的表格，不是 CSV：" FILE_KIND_SAVE_AS
#define UNPACK "解压出里面的表格，再" FILE_KIND_SAVE_AS
#define NO_TABLE "，读不出表格：向给名册的人要 Excel 或 CSV 文件。"

enum { TAR_MAGIC = 257 /* bytes before it */ };

static const struct {
	const char *bytes;
	size_t len;
	const char *says;
} magics[] = {
	{ "\xD0\xCF\x11\xE0", 4,
	  "这是 Excel 工作簿（.xls、.et）或旧的 Word 文档，不是 CSV：" FILE_KIND_SAVE_AS },
	{ "%PDF", 4, "这是 PDF" NO_TABLE },
	{ "\x1F\x8B", 2, "这是 gzip 压缩包：" UNPACK },
	{ "7z\xBC\xAF", 4, "这是 7z 压缩包：" UNPACK },
	{ "Rar!", 4, "这是 RAR 压缩包：" UNPACK },
	{ "BZh", 3, "这是 bzip2 压缩包：" UNPACK },
	{ "\xFD"
	  "7zXZ",
	  5, "这是 xz 压缩包：" UNPACK },
	{ "\x89PNG", 4, "这是图片" NO_TABLE },
	{ "GIF8", 4, "这是图片" NO_TABLE },
	{ "\xFF\xD8\xFF", 3, "这是图片" NO_TABLE },
	{ "%TSD-Header-###%", 16,
	  "这份文件是加密软件加过密的：请给文件的人解密，再" FILE_KIND_SAVE_AS },
	{ "SQLite format 3", 15, "这是 SQLite 数据库：把名册导出成 CSV。" },
	{ "{\\rtf", 5,
	  "这是 RTF 文档，不是 CSV：把表格复制到 Excel 或 WPS 里，另存为“CSV "
	  "UTF-8（逗号分隔）”。" },
	{ "<", 1, WEB_PAGE },
	{ "MIME-Version:", 13, WEB_PAGE },
};

static bool starts_with(struct slice s, const char *bytes, size_t len)
{
	return s.len >= len && memcmp(s.bytes, bytes, len) == 0;
}

static bool contains(struct slice s, const char *text)
{
	return memmem(s.bytes, s.len, text, strlen(text)) != NULL;
}

/* Tells the kind of a zip file by the names of the files in it. */
static const char *kind_of_zip(struct slice head)
{
	if (contains(head, "word/"))
		return "这是 Word 文档，不是 CSV："
		       "把表格复制到 Excel 或 WPS 里，另存为“CSV UTF-8（逗号分隔）”。";
	if (contains(head, "ppt/"))
		return "这是幻灯片，不是 CSV：向给名册的人要 Excel 或 CSV 文件。";
	if (contains(head, "xl/") || contains(head, "[Content_Types].xml"))
		return WORKBOOK;
	if (contains(head, "opendocument"))
		return "这是 OpenDocument 文件，不是 CSV：" FILE_KIND_SAVE_AS;
	if (contains(head, "OFD.xml"))
		return "这是 OFD" NO_TABLE;
	if (contains(head, ".iwa"))
		return "这是 Numbers 表格，不是 CSV：用 Numbers 打开，导出为 CSV。";
	return "这是压缩包（zip）：" UNPACK;
}

/* Returns true for a dBase or FoxPro table: checks the version, the date of the last change and the
 * sizes. */
static bool is_dbf(struct slice head)
{
	static const unsigned char versions[] = { 0x03, 0x30, 0x31, 0x32, 0x83, 0x8B, 0xF5 };
	const unsigned char *b = (const unsigned char *)head.bytes;

	return head.len >= 32 && memchr(versions, b[0], sizeof versions) != NULL && b[2] >= 1 &&
	       b[2] <= 12 && b[3] >= 1 && b[3] <= 31 && b[11] == 0 && b[12] == 0 && b[13] == 0;
}

/* Returns true for a JSON list or object. No heading begins with these characters. */
static bool is_json(struct slice head)
{
	size_t at = 0;

	if (head.len == 0 || (head.bytes[0] != '{' && head.bytes[0] != '['))
		return false;
	for (at = 1; at < head.len && (unsigned char)head.bytes[at] <= ' ';)
		at++;
	return at < head.len &&
	       strchr(head.bytes[0] == '{' ? "\"}" : "{[\"]", head.bytes[at]) != NULL;
}

const char *file_kind_wrong(struct slice head)
{
	if (starts_with(head, "PK\x03\x04", 4))
		return kind_of_zip(head);
	for (size_t i = 0; i < sizeof magics / sizeof magics[0]; i++)
		if (starts_with(head, magics[i].bytes, magics[i].len))
			return magics[i].says;
	if (head.len > TAR_MAGIC + 5 && memcmp(head.bytes + TAR_MAGIC, "ustar", 5) == 0)
		return "这是 tar 压缩包：" UNPACK;
	if (is_dbf(head))
		return "这是 dBase、FoxPro 的表（.dbf），不是 CSV：" FILE_KIND_SAVE_AS;
	if (is_json(head))
		return "这是 JSON，不是名册：名册要 CSV；JSON 的高考信息存成普通文件，写在 "
		       "--against 后面。";
	return NULL;
}
