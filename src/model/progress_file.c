/* SPDX-License-Identifier: MIT */
#include "model/progress_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xalloc.h"

#define FILE_NAME "progress.json"
#define NEW_NAME "progress.json.new"
#define DAMAGED_NAME "progress.json.damaged"
#define LOCK_NAME "progress.lock"

enum { BYTES_MAX = 64 * 1024, LOCK_TRIES = 100, LOCK_PAUSE_MS = 10 };

static enum progress_state read_kept(int dir, struct progress *p)
{
	int fd = openat(dir, FILE_NAME, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	enum progress_state kept = PROGRESS_UNREADABLE;
	struct stat st;
	char *bytes;
	size_t len;

	progress_clear(p);
	if (fd < 0)
		return errno == ENOENT ? PROGRESS_NOTHING : PROGRESS_UNREADABLE;
	bytes = xmalloc(BYTES_MAX);
	if (fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
		errno = S_ISDIR(st.st_mode) ? EISDIR : EINVAL;
	else if (file_read_all(fd, bytes, BYTES_MAX, &len))
		kept = progress_parse(bytes, len, p);
	close(fd);
	free(bytes);
	return kept;
}

/* True if the saved progress is the student's own and this run's is a sample's. */
static bool is_own(const struct progress *kept, uint16_t sample)
{
	return sample != 0 && kept->sample == 0 && progress_begun(kept);
}

void progress_file_open(struct progress_file *f, uint16_t sample, struct progress *p, char *notice)
{
	notice[0] = '\0';
	progress_clear(p);
	f->pending = f->replace = false;
	f->dir = paths_open_state(true, f->path);
	if (f->dir < 0) {
		snprintf(notice, PROGRESS_NOTICE, "没有地方保存进度（%s），这次不保存。",
			 file_error_text(errno));
		return;
	}
	switch (read_kept(f->dir, p)) {
	case PROGRESS_NOTHING:
		return;
	case PROGRESS_READ:
		if (!is_own(p, sample)) {
			if (p->sample != sample)
				progress_clear(p);
			return;
		}
		snprintf(notice, PROGRESS_NOTICE, "你自己的进度留着不动；用示例练的，这次不记。");
		progress_file_close(f);
		return;
	case PROGRESS_DAMAGED:
		if (renameat(f->dir, FILE_NAME, f->dir, DAMAGED_NAME) == 0) {
			snprintf(notice, PROGRESS_NOTICE,
				 "上次的进度文件坏了，已改名为 %s；从头开始。", DAMAGED_NAME);
			return;
		}
		snprintf(notice, PROGRESS_NOTICE, "上次的进度文件坏了，又移不开；这次不保存。");
		break;
	case PROGRESS_NEWER:
		snprintf(notice, PROGRESS_NOTICE,
			 "进度是更新版本的 xueji 存的，不动它；这次不保存。");
		break;
	case PROGRESS_UNREADABLE:
		snprintf(notice, PROGRESS_NOTICE, "读不出上次的进度，不动它；这次不保存。");
		break;
	}
	progress_clear(p);
	progress_file_close(f);
}

bool progress_file_keeps(const struct progress_file *f)
{
	return f->dir >= 0;
}

/* Takes the lock, which runs hold for milliseconds. Returns its descriptor; -1 with errno. */
static int take_lock(int dir)
{
	const struct timespec pause = { 0, LOCK_PAUSE_MS * 1000000L };
	int fd = openat(dir, LOCK_NAME, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0)
		return -1;
	for (int i = 0; i < LOCK_TRIES; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return fd;
		if (errno != EWOULDBLOCK && errno != EINTR)
			break;
		nanosleep(&pause, NULL);
	}
	close(fd);
	return -1;
}

/* Replaces the file. Returns NULL, or the step that failed, with errno and the old file
 * untouched. */
static const char *replace_file(int dir, const char *bytes)
{
	const char *failed = NULL;
	int fd, reason;

	unlinkat(dir, NEW_NAME, 0); /* left by a run that was killed: no other run has the lock */
	fd = openat(dir, NEW_NAME, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return "新建文件";
	if (!file_write_all(fd, bytes, strlen(bytes)))
		failed = "写入";
	else if (fsync(fd) < 0)
		failed = "写入磁盘";
	reason = errno;
	if (close(fd) < 0 && failed == NULL) {
		failed = "写入";
		reason = errno;
	}
	if (failed == NULL && renameat(dir, NEW_NAME, dir, FILE_NAME) < 0) {
		failed = "改名";
		reason = errno;
	}
	if (failed != NULL) {
		unlinkat(dir, NEW_NAME, 0);
		errno = reason;
		return failed;
	}
	fsync(dir); /* for the rename; if it fails, the old file is still there */
	return NULL;
}

/* Creates and opens the folder again. */
static bool reopen(struct progress_file *f)
{
	int dir = paths_open_state(true, f->path);

	if (dir < 0)
		return false;
	close(f->dir);
	f->dir = dir;
	return true;
}

static bool fail_to_save(char *notice, const char *step, const char *why)
{
	snprintf(notice, PROGRESS_NOTICE, "进度没有存上（%s：%s），下一步再试；别的照常。", step,
		 why);
	return false;
}

/* Saves p, merged with what other runs saved. Called with the lock held. */
static bool save_merged(int dir, struct progress *p, bool replace, char *notice)
{
	struct progress kept;
	enum progress_state was = read_kept(dir, &kept);
	const char *failed;
	char *bytes;

	if (was == PROGRESS_NEWER)
		return fail_to_save(notice, "读出", "是更新版本的 xueji 存的");
	if (was == PROGRESS_UNREADABLE)
		return fail_to_save(notice, "读出", file_error_text(errno));
	if (was == PROGRESS_DAMAGED && renameat(dir, FILE_NAME, dir, DAMAGED_NAME) < 0)
		return fail_to_save(notice, "移开坏了的", file_error_text(errno));
	if (was == PROGRESS_DAMAGED)
		snprintf(notice, PROGRESS_NOTICE, "进度文件坏了，已改名为 %s；这次的进度另存好了。",
			 DAMAGED_NAME);
	if (!replace && is_own(&kept, p->sample))
		return fail_to_save(notice, "示例", "已经有你自己的进度");
	/* p alone is saved if it replaces the file, or if no file of the same sample was read. */
	if (was != PROGRESS_READ || replace || kept.sample != p->sample)
		progress_copy(&kept, p);
	progress_merge(&kept, p);
	bytes = progress_write(&kept);
	failed = replace_file(dir, bytes);
	free(bytes);
	if (failed != NULL)
		return fail_to_save(notice, failed, file_error_text(errno));
	progress_copy(p, &kept);
	return true;
}

void progress_file_mark(struct progress_file *f, bool replace)
{
	f->pending = true;
	f->replace = f->replace || replace;
}

bool progress_file_save(struct progress_file *f, struct progress *p, char *notice)
{
	int lock;

	notice[0] = '\0';
	if (!f->pending || f->dir < 0) /* progress_file_open() has reported that nothing is saved */
		return true;
	lock = take_lock(f->dir);
	if (lock < 0 && errno == ENOENT && reopen(f)) /* the folder was deleted meanwhile */
		lock = take_lock(f->dir);
	if (lock < 0)
		return fail_to_save(notice, "加锁", file_error_text(errno));
	f->pending = !save_merged(f->dir, p, f->replace, notice);
	f->replace = f->replace && f->pending;
	close(lock);
	return !f->pending;
}

bool progress_file_forget(struct progress_file *f, bool *any, char *notice)
{
	static const char *const names[] = { FILE_NAME, NEW_NAME,          DAMAGED_NAME,
					     LOCK_NAME, PATHS_DEMO_STATUS, PATHS_DEMO_STATUS_NEW };
	int reason = 0;

	*any = false;
	notice[0] = '\0';
	f->dir = paths_open_state(false, f->path);
	if (f->dir < 0 && errno == ENOENT)
		return true;
	if (f->dir < 0)
		reason = errno;
	for (size_t i = 0; f->dir >= 0 && i < sizeof names / sizeof names[0]; i++)
		if (unlinkat(f->dir, names[i], 0) == 0)
			*any = *any || strcmp(names[i], LOCK_NAME) != 0;
		else if (errno != ENOENT)
			reason = errno;
	if (reason == 0 && rmdir(f->path) < 0 && errno != ENOTEMPTY && errno != EEXIST)
		reason = errno;
	if (reason != 0)
		snprintf(notice, PROGRESS_NOTICE, "保存的进度没有删净（%s）。",
			 file_error_text(reason));
	progress_file_close(f);
	return reason == 0;
}

void progress_file_close(struct progress_file *f)
{
	if (f->dir >= 0)
		close(f->dir);
	f->dir = -1;
}
