/* SPDX-License-Identifier: MIT */
#include "app/report_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

static enum report_written failed(const char *path, char *notice, size_t size)
{
	snprintf(notice, size, "没有存上 %.100s（%s）。换个文件名或文件夹再试。", path,
		 file_error_text(errno));
	return REPORT_FAILED;
}

/* link() never replaces: nobody's file is lost between looking and writing. A memory stick has no links:
 * there, looking once more must do. */
static bool give_name(const char *beside, const char *path, bool replace)
{
	struct stat st;

	if (replace)
		return rename(beside, path) == 0;
	if (link(beside, path) == 0) {
		unlink(beside);
		return true;
	}
	if (errno != EPERM && errno != EOPNOTSUPP)
		return false;
	if (lstat(path, &st) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(beside, path) == 0;
}

/* Whole or not at all: written beside, then given its name. */
static bool put(const char *beside, const char *path, const char *bytes, bool replace)
{
	int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	bool good;
	int reason;

	if (fd < 0)
		return false;
	good = file_write_all(fd, bytes, strlen(bytes)) && fsync(fd) == 0;
	reason = errno;
	if (close(fd) < 0 && good) {
		good = false;
		reason = errno;
	}
	if (good && !give_name(beside, path, replace)) {
		good = false;
		reason = errno;
	}
	if (!good)
		unlink(beside);
	errno = reason;
	return good;
}

enum report_written report_file_write(const char *path, const char *bytes, bool replace,
				      char *notice, size_t size)
{
	char *beside = xasprintf("%s.%ld~", path, (long)getpid());
	bool there, good;
	struct stat st;

	there = lstat(path, &st) == 0;
	if (there && !S_ISREG(st.st_mode)) {
		free(beside);
		snprintf(notice, size,
			 "%.100s 不是普通文件（文件夹、链接或设备），没有写。换个名字。", path);
		return REPORT_FAILED;
	}
	good = (replace || !there) && put(beside, path, bytes, replace);
	free(beside);
	if (good) {
		snprintf(notice, size, "结果单已存到 %.150s", path);
		return REPORT_WRITTEN;
	}
	if (!replace && (there || errno == EEXIST)) {
		snprintf(notice, size, "%.100s 已经有了。", path);
		return REPORT_EXISTS;
	}
	return failed(path, notice, size);
}
