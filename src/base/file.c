/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

/* Sets *size, in bytes. Returns false unless the file is regular, not empty and not too large. */
static bool check_kind(int fd, size_t max_bytes, size_t *size, struct diag *d)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
	if (S_ISDIR(st.st_mode))
		return diag_add(d, 0, 0, "这是文件夹，要的是里面的文件。");
	if (!S_ISREG(st.st_mode))
		return diag_add(d, 0, 0,
				"这不是普通文件（是管道或设备），读不了：先存成文件再来。");
	if (st.st_size == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	if ((unsigned long long)st.st_size > max_bytes)
		return diag_add(d, 0, 0, "文件太大（%lld 字节），最多 %zu 字节：是不是选错了文件？",
				(long long)st.st_size, max_bytes);
	*size = (size_t)st.st_size;
	return true;
}

bool file_read_all(int fd, char *bytes, size_t size, size_t *len)
{
	ssize_t n = 1;

	for (*len = 0; n != 0 && *len<size; *len += n> 0 ? (size_t)n : 0) {
		n = read(fd, bytes + *len, size - *len);
		if (n < 0 && errno != EINTR)
			return false;
	}
	return true;
}

/* Reads the bytes of a file, expected to be `size`, and adds a NUL. */
static char *read_bytes(int fd, size_t size, size_t *len, struct diag *d)
{
	char *bytes = xmalloc(size + 1);
	/* One byte more than size shows that the file grows. */
	bool done = file_read_all(fd, bytes, size + 1, len);

	if (done && *len <= size) {
		bytes[*len] = '\0';
		return bytes;
	}
	diag_add(d, 0, 0, "读到一半出错：%s。", done ? "文件还在变长" : file_error_text(errno));
	explicit_bzero(bytes, size + 1);
	free(bytes);
	return NULL;
}

char *file_read(const char *path, size_t max_bytes, size_t *len, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char *bytes = NULL;
	size_t size = 0;

	diag_file(d, path);
	if (fd < 0) {
		if (strcmp(path, "-") == 0)
			diag_add(d, 0, 0, "这里不从标准输入读：先存成文件再来。");
		else
			diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
		return NULL;
	}
	if (check_kind(fd, max_bytes, &size, d))
		bytes = read_bytes(fd, size, len, d);
	close(fd);
	return bytes;
}

/* Reads a character, which has two bytes in UTF-16. Returns it if it is ASCII, else some byte
 * above. */
static int next_character(FILE *f, bool utf16, bool little)
{
	int first = fgetc(f), second;

	if (!utf16 || first == EOF)
		return first;
	second = fgetc(f);
	return (little ? second : first) == 0 ? (little ? first : second) : 0xFF;
}

static bool is_blank_byte(int c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Finds the byte that file_first_byte() returns; EOF if there are no characters. */
static int first_telling(FILE *f)
{
	char mark[3] = { 0 };
	size_t n = fread(mark, 1, sizeof mark, f);
	bool little = n >= 2 && memcmp(mark, "\xFF\xFE", 2) == 0;
	bool utf16 = little || (n >= 2 && memcmp(mark, "\xFE\xFF", 2) == 0);
	long at = utf16 ? 2 : 0;
	int c, next, before = EOF;

	for (; n == 3 && memcmp(mark, "\xEF\xBB\xBF", 3) == 0; at += 3)
		n = fread(mark, 1, sizeof mark, f);
	fseek(f, at, SEEK_SET);
	while (is_blank_byte(c = next_character(f, utf16, little)))
		before = c;
	if (c == EOF)
		return before;
	next = next_character(f, utf16, little);
	if (c == '/' && (next == '/' || next == '*'))
		return '{';
	return c == '{' && next == '\\' ? '\\' : c;
}

char file_first_byte(const char *path)
{
	struct stat st;
	FILE *f;
	int c;

	/* Opening a pipe and closing it again would end its writer. */
	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode) || (f = fopen(path, "re")) == NULL)
		return '\0';
	c = first_telling(f);
	fclose(f);
	if (c == EOF)
		return '\0';
	return c == '\0' ? ' ' : (char)c;
}

bool file_write_all(int fd, const char *bytes, size_t len)
{
	while (len > 0) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno != EINTR)
			return false;
		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		}
	}
	return true;
}

const char *file_error_text(int number)
{
	static const struct {
		int number;
		const char *text;
	} errors[] = {
		{ ENOENT, "没有这个文件或文件夹" },
		{ EACCES, "没有权限" },
		{ EPERM, "没有权限" },
		{ EISDIR, "这是文件夹" },
		{ ENOTDIR, "路径中有一段不是文件夹" },
		{ ENOSPC, "磁盘已满" },
		{ EDQUOT, "磁盘已满" },
		{ EROFS, "磁盘只读" },
		{ EFBIG, "超出文件大小限制" },
		{ EIO, "磁盘读写出错" },
		{ ELOOP, "是符号链接" },
		{ EEXIST, "已经有这个文件" },
		{ EPIPE, "对方已经关闭" },
		{ EMFILE, "打开的文件太多" },
		{ ENFILE, "打开的文件太多" },
		{ EWOULDBLOCK, "另一个 xueji 正占用" },
		{ ENAMETOOLONG, "路径太长" },
		{ ENOLCK, "这里不能给文件加锁" },
		{ ESTALE, "网络磁盘断开了" },
		{ ENOMEM, "内存不足" },
		{ EBUSY, "正被占用" },
		{ EINVAL, "这里不支持这样做" },
		{ EOPNOTSUPP, "这里不支持这样做" },
		{ EBADF, "没有打开" },
		{ ENXIO, "设备不在" },
		{ ENODEV, "设备不在" },
	};
	static char other[32];

	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++)
		if (errors[i].number == number)
			return errors[i].text;
	snprintf(other, sizeof other, "系统错误 %d", number);
	return other;
}
