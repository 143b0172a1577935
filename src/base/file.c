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

/* *size: what it has at present. */
static bool check_kind(int fd, size_t max_bytes, size_t *size, struct diag *d)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
	if (S_ISDIR(st.st_mode))
		return diag_add(d, 0, 0, "这是文件夹，要的是里面的文件。");
	if (!S_ISREG(st.st_mode))
		return diag_add(d, 0, 0, "这不是普通文件（是管道或设备），不读。");
	if (st.st_size == 0)
		return diag_add(d, 0, 0, "文件是空的。");
	if ((unsigned long long)st.st_size > max_bytes)
		return diag_add(d, 0, 0, "文件太大（%lld 字节），最多 %zu 字节：是不是选错了文件？",
				(long long)st.st_size, max_bytes);
	*size = (size_t)st.st_size;
	return true;
}

/* The file may grow or shrink meanwhile: what counts is what is read. */
static char *read_bytes(int fd, size_t size, size_t max_bytes, size_t *len, struct diag *d)
{
	size_t room = size + 2; /* one for the NUL, one to see that no more comes */
	char *bytes = xmalloc(room);
	ssize_t n;

	*len = 0;
	while ((n = read(fd, bytes + *len, room - *len - 1)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 || *len + (size_t)n > max_bytes) {
			diag_add(d, 0, 0, n < 0 ? "读到一半出错：%s。" : "文件太大：%s。",
				 n < 0 ? file_error_text(errno) : "读的时候还在变长");
			explicit_bzero(bytes, room);
			free(bytes);
			return NULL;
		}
		*len += (size_t)n;
		if (room - *len < 2) {
			/* Not realloc: it would leave a copy behind. */
			char *larger = xmalloc(room * 2);

			memcpy(larger, bytes, *len);
			explicit_bzero(bytes, room);
			free(bytes);
			bytes = larger;
			room *= 2;
		}
	}
	bytes[*len] = '\0';
	return bytes;
}

char *file_read(const char *path, size_t max_bytes, size_t *len, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	char *bytes = NULL;
	size_t size = 0;

	diag_file(d, path);
	if (fd < 0) {
		diag_add(d, 0, 0, "打不开：%s。", file_error_text(errno));
		return NULL;
	}
	if (check_kind(fd, max_bytes, &size, d))
		bytes = read_bytes(fd, size, max_bytes, len, d);
	close(fd);
	return bytes;
}

/* The next ASCII character, of two bytes in UTF-16; any other character is some other byte. */
static int next_byte(FILE *f, bool utf16, bool little)
{
	int first = fgetc(f), second;

	if (!utf16 || first == EOF)
		return first;
	second = fgetc(f);
	return (little ? second : first) == 0 ? (little ? first : second) : 0xFF;
}

/* The first byte that is no blank, behind a byte order mark; EOF if there is none. */
static int first_visible(FILE *f)
{
	char mark[3] = { 0 };
	size_t n = fread(mark, 1, sizeof mark, f);
	bool little = n >= 2 && memcmp(mark, "\xFF\xFE", 2) == 0;
	bool utf16 = little || (n >= 2 && memcmp(mark, "\xFE\xFF", 2) == 0);
	bool utf8 = n == 3 && memcmp(mark, "\xEF\xBB\xBF", 3) == 0;
	int c;

	fseek(f, utf16 ? 2 : utf8 ? 3 : 0, SEEK_SET);
	do
		c = next_byte(f, utf16, little);
	while (c == ' ' || c == '\t' || c == '\r' || c == '\n');
	return c;
}

char file_first_byte(const char *path)
{
	struct stat st;
	FILE *f = NULL;
	int fd, c = EOF;

	/* Opening a pipe and closing it again would end its writer. */
	if (stat(path, &st) < 0 || !S_ISREG(st.st_mode))
		return '\0';
	fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	if (fd >= 0 && (f = fdopen(fd, "r")) == NULL)
		xalloc_die();
	if (f == NULL)
		return '\0';
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		c = first_visible(f);
	fclose(f);
	return c == EOF ? '\0' : (char)c;
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
	switch (number) {
	case ENOENT:
		return "没有这个文件或文件夹";
	case EACCES:
	case EPERM:
		return "没有权限";
	case EISDIR:
		return "这是文件夹";
	case ENOTDIR:
		return "路径中有一段不是文件夹";
	case ENOSPC:
	case EDQUOT:
		return "磁盘已满";
	case EROFS:
		return "磁盘只读";
	case EFBIG:
		return "超出文件大小限制";
	case EIO:
		return "磁盘读写出错";
	case ELOOP:
		return "是符号链接";
	case EEXIST:
		return "已经有这个文件";
	case EPIPE:
		return "对方已经关闭";
	case EMFILE:
	case ENFILE:
		return "打开的文件太多";
	case EWOULDBLOCK:
		return "另一个 xueji 正占用";
	case ENAMETOOLONG:
		return "路径太长";
	default:
		return strerror(number);
	}
}
