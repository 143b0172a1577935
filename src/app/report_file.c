/* SPDX-License-Identifier: MIT */
#include "app/report_file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

/* Begins the name of a temporary file, which is locked while it is written. */
#define TEMPORARY ".xueji-"

static bool is_temporary(const char *name)
{
	size_t start = sizeof TEMPORARY - 1, digits;

	if (strncmp(name, TEMPORARY, start) != 0)
		return false;
	digits = strspn(name + start, "0123456789");
	return digits > 0 && strcmp(name + start + digits, "~") == 0;
}

/* The folder of a path, with its slash; "" for the current one. Owned by the caller. */
static char *folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return xstrndup(path, slash == NULL ? 0 : (size_t)(slash + 1 - path));
}

/* Removes a temporary file unless a save is writing it. */
static void remove_abandoned(int folder, const char *name)
{
	int fd = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlinkat(folder, name, 0);
	close(fd);
}

static void clean_folder(const char *folder)
{
	DIR *dir = opendir(*folder == '\0' ? "." : folder);
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (is_temporary(entry->d_name))
			remove_abandoned(dirfd(dir), entry->d_name);
	if (dir != NULL)
		closedir(dir);
}

/* Creates a file and locks it. Tries again if another save removes it before it is locked. Returns
 * a descriptor; -1 with errno. */
static int create_locked(const char *path)
{
	struct stat st;
	int fd;

	for (;;) {
		fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
		if (fd < 0)
			return -1;
		flock(fd, LOCK_EX);
		if (fstat(fd, &st) < 0 || st.st_nlink > 0)
			return fd;
		close(fd);
	}
}

/* Gives the temporary file its name. link() never replaces a file, even one that appeared since the
 * caller looked. File systems without links, as on memory sticks, are checked once more before
 * rename(). Returns false and sets errno on failure. */
static bool give_name(const char *temporary, const char *path, bool replace)
{
	struct stat st;

	if (replace)
		return rename(temporary, path) == 0;
	if (link(temporary, path) == 0) {
		unlink(temporary);
		return true;
	}
	if (errno != EPERM && errno != EOPNOTSUPP)
		return false;
	if (lstat(path, &st) == 0) {
		errno = EEXIST;
		return false;
	}
	return rename(temporary, path) == 0;
}

/* Writes the temporary file and gives it its name. Returns false and sets errno on failure. */
static bool write_file(const char *temporary, const char *path, const char *bytes, bool replace)
{
	int fd = create_locked(temporary), reason;
	bool good;

	if (fd < 0)
		return false;
	good = file_write_all(fd, bytes, strlen(bytes)) && fsync(fd) == 0 &&
	       give_name(temporary, path, replace);
	reason = errno;
	if (!good)
		unlink(temporary);
	close(fd); /* after fsync() it has nothing to report */
	errno = reason;
	return good;
}

/* Writes a file after removing what earlier saves left in its folder. Returns false and sets errno
 * on failure. */
static bool save(const char *path, const char *bytes, bool replace)
{
	char *folder = folder_of(path);
	char *temporary = xasprintf("%s" TEMPORARY "%ld~", folder, (long)getpid());
	bool saved;
	int reason;

	clean_folder(folder);
	saved = write_file(temporary, path, bytes, replace);
	reason = errno;
	free(temporary);
	free(folder);
	errno = reason;
	return saved;
}

char *report_file_path(const char *typed)
{
	const char *home = getenv("HOME");

	if (typed[0] != '~' || (typed[1] != '/' && typed[1] != '\0') || home == NULL)
		return xstrdup(typed);
	return xasprintf("%s%s", home, typed + 1);
}

/* Returns true for a folder, or a symbolic link to one. */
static bool is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

void report_file_add_end(struct line_edit *typed)
{
	const char *slash = strrchr(typed->text, '/'),
		   *name = slash != NULL ? slash + 1 : typed->text;
	char *path = report_file_path(typed->text);

	if (*name != '\0' && strchr(name, '.') == NULL && !is_folder(path)) {
		typed->caret = typed->len;
		line_edit_insert(typed, ".txt");
	}
	free(path);
}

/* Returns how many bytes of a path a message shows, for %.*s: at most 100, and never half a
 * character. */
static int shown_bytes(const char *path)
{
	enum { SHOWN = 100 };
	size_t len = strnlen(path, SHOWN);

	while (len > 0 && ((unsigned char)path[len] & 0xC0) == 0x80)
		len--;
	return (int)len;
}

/* Writes a notice on where the file is: its whole path, or the path as given, cut, if that is too
 * long to be read. */
static void say_written(const char *path, bool replaced, char *notice, size_t size)
{
	enum { READABLE = 160 };
	char *whole = realpath(path, NULL);
	bool readable = whole != NULL && strlen(whole) <= READABLE;

	snprintf(notice, size, "%s %.*s", replaced ? "换掉了原来的，结果单已存到" : "结果单已存到",
		 readable ? READABLE : shown_bytes(path), readable ? whole : path);
	free(whole);
}

enum report_written report_file_write(const char *path, const char *bytes, bool replace,
				      char *notice, size_t size)
{
	struct stat st;
	bool exists = lstat(path, &st) == 0;

	if (exists && !S_ISREG(st.st_mode)) {
		snprintf(notice, size,
			 is_folder(path) ? "这是文件夹，后面再写上文件名：%.*s"
					 : "这不是普通文件，没有写，换个名字：%.*s",
			 shown_bytes(path), path);
		return REPORT_FAILED;
	}
	if (replace || !exists) {
		if (save(path, bytes, replace)) {
			say_written(path, exists, notice, size);
			return REPORT_WRITTEN;
		}
		if (replace || errno != EEXIST) {
			snprintf(notice, size, "没有存上（%s），换个地方：%.*s",
				 errno == ENOENT ? "没有这个文件夹" : file_error_text(errno),
				 shown_bytes(path), path);
			return REPORT_FAILED;
		}
	}
	snprintf(notice, size, "%.*s 已经有了。", shown_bytes(path), path);
	return REPORT_EXISTS;
}
