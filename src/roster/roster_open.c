/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "roster/roster.h"
#include "roster/roster_internal.h"

#define SAVE_AS "用 Excel 打开，另存为“CSV UTF-8（逗号分隔）”。"

static bool starts_with(struct slice s, const char *bytes, size_t len)
{
	return s.len >= len && memcmp(s.bytes, bytes, len) == 0;
}

/* A workbook saved under a CSV's name is the commonest slip of all. */
static bool is_text(struct slice head, struct diag *d)
{
	if (head.len == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	if (starts_with(head, "PK\x03\x04", 4) || starts_with(head, "\xD0\xCF\x11\xE0", 4))
		return diag_add(d, 1, 1, "这是 Excel 工作簿，不是 CSV：" SAVE_AS);
	if (starts_with(head, "\xFF\xFE", 2) || starts_with(head, "\xFE\xFF", 2))
		return diag_add(d, 1, 1, "这是 UTF-16 编码的文本，读不了：" SAVE_AS);
	if (starts_with(head, "<", 1))
		return diag_add(d, 1, 1, "这是网页格式的表格，不是 CSV：" SAVE_AS);
	return true;
}

/* The whole rows of the head; all of it when there is but a part of one. */
static struct slice whole_rows(const struct csv_in *in)
{
	struct slice head = csv_in_ahead(in);
	size_t len = head.len;

	if (csv_in_all_read(in))
		return head;
	while (len > 0 && head.bytes[len - 1] != '\n' && head.bytes[len - 1] != '\r')
		len--;
	head.len = len > 0 ? len : head.len;
	return head;
}

void roster_settle(struct roster *r, enum roster_encoding encoding)
{
	r->text.encoding = encoding;
	csv_in_count_by(r->in,
			encoding == ROSTER_GB18030 ? roster_count_gb18030 : roster_count_utf8);
}

static bool find_encoding(struct roster *r, struct diag *d)
{
	struct slice head = csv_in_ahead(r->in);

	roster_settle(r, csv_in_has_mark(r->in)
				 ? ROSTER_UTF8
				 : roster_encoding_find(head, csv_in_all_read(r->in)));
	if (r->text.encoding != ROSTER_GB18030 || roster_text_ready(&r->text))
		return true;
	return diag_add(d, 0, 0,
			"这是 GB18030 编码的文件，本机缺少它的转换表：请另存为 UTF-8 再来。");
}

/* A cell of the header, owned; none where a quote makes the row another than in the head. */
static struct slice copy_cell(const struct csv_row *row, size_t index)
{
	struct slice cell = index < row->count ? row->cells[index] : (struct slice){ 0 };

	return cell.len == 0 ? (struct slice){ 0 }
			     : (struct slice){ memcpy(xmalloc(cell.len), cell.bytes, cell.len),
					       cell.len };
}

/* Goes past what is above the first student. */
static bool skip_rows(struct roster *r, struct diag *d)
{
	for (size_t i = 0; i < r->columns.skip; i++) {
		const struct csv_row *row = csv_in_next(r->in, d);

		if (row == NULL)
			return false;
		if (row->row != r->columns.header_row)
			continue;
		r->header.name = copy_cell(row, r->columns.index[ROSTER_NAME]);
		r->header.number = copy_cell(row, r->columns.index[ROSTER_ID_NUMBER]);
	}
	return true;
}

/* What roster_next() and roster_glance() go by. */
static void set_order(struct roster *r)
{
	struct roster_columns *columns = &r->columns;

	for (size_t i = 0; i < ROSTER_ORDER_MAX; i++)
		columns->order[i] = ROSTER_COLUMN_COUNT;
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		size_t at = columns->index[c];

		if (at == ROSTER_ABSENT)
			continue;
		r->present[r->present_count++] = (enum roster_column)c;
		columns->extra = columns->extra || (c != ROSTER_NAME && c != ROSTER_ID_NUMBER);
		columns->count = at + 1 > columns->count ? at + 1 : columns->count;
		if (at < ROSTER_ORDER_MAX)
			columns->order[at] = (enum roster_column)c;
	}
	if (columns->count > ROSTER_ORDER_MAX)
		columns->count = 0;
}

static bool start(struct roster *r, struct diag *d)
{
	struct roster_probe probe = { 0 };

	if (!is_text(csv_in_ahead(r->in), d) || !find_encoding(r, d))
		return false;
	probe = (struct roster_probe){ whole_rows(r->in), csv_in_next_line(r->in),
				       csv_in_delimiter(r->in), &r->text };
	if (!roster_columns_find(&probe, &r->columns, d))
		return false;
	set_order(r);
	return skip_rows(r, d);
}

struct roster *roster_open_fd(int fd, const struct csv_how *how, struct diag *d)
{
	struct roster *r = xcalloc(1, sizeof *r);
	struct stat st;

	r->own_fd = -1;
	r->text.gb18030 = (iconv_t)-1;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		r->total = (unsigned long long)st.st_size;
	r->in = csv_in_open(fd, how, d);
	if (r->in != NULL && start(r, d))
		return r;
	roster_close(r);
	return NULL;
}

/* Not O_NONBLOCK: a pipe with a name, <(…) in a shell, is as good as a file. */
struct roster *roster_open(const char *path, const struct csv_how *how, struct diag *d)
{
	struct roster *r;
	int fd;

	if (strcmp(path, "-") == 0) {
		diag_file(d, "标准输入");
		return roster_open_fd(STDIN_FILENO, how, d);
	}
	diag_file(d, path);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0) {
		diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
		return NULL;
	}
	r = roster_open_fd(fd, how, d);
	if (r != NULL)
		r->own_fd = fd;
	else
		close(fd);
	return r;
}

void roster_close(struct roster *r)
{
	if (r == NULL)
		return;
	csv_in_close(r->in);
	if (r->text.gb18030 != (iconv_t)-1)
		iconv_close(r->text.gb18030);
	free((char *)(uintptr_t)r->header.name.bytes);
	free((char *)(uintptr_t)r->header.number.bytes);
	if (r->own_fd >= 0)
		close(r->own_fd);
	free(r);
}
