/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "model/progress_file.h"
#include "support/whole_file.h"

enum { PATH_LEN = 256 };

static char home[PATH_LEN]; /* a folder of each test's own */

static const char *path_of(const char *name)
{
	static char path[PATH_LEN * 2];

	snprintf(path, sizeof path, "%s/%s", home, name);
	return path;
}

static void make_folder(const char *name, mode_t mode)
{
	assert_int_equal(mkdir(path_of(name), mode), 0);
}

/* The folder as progress_file would make it. */
static void make_state_folder(void)
{
	make_folder("state", 0700);
	make_folder("state/xueji", 0700);
}

static void write_file(const char *name, const char *bytes, size_t len)
{
	write_whole_file(path_of(name), bytes, len);
}

static size_t read_file(const char *name, char *bytes, size_t size)
{
	FILE *f = fopen(path_of(name), "rb");
	size_t len;

	assert_non_null(f);
	len = fread(bytes, 1, size - 1, f);
	bytes[len] = '\0';
	fclose(f);
	return len;
}

static bool exists(const char *name)
{
	struct stat st;

	return lstat(path_of(name), &st) == 0;
}

static mode_t mode_of(const char *name)
{
	struct stat st;

	assert_int_equal(lstat(path_of(name), &st), 0);
	return st.st_mode & 07777;
}

/* System calls of the program that fail as a test wants. This file's functions stand before the C
 * library's. */
static struct {
	const char *call; /* NULL: none fails */
	int skip, times;  /* how often it works first, how often it then fails */
	int error;        /* errno; 0: it transfers one byte only */
	int pauses;       /* of nanosleep(), which does not wait */
	uid_t user;       /* what geteuid() returns */
} faults;

static bool fails(const char *call)
{
	if (faults.call == NULL || strcmp(faults.call, call) != 0 || faults.skip-- > 0 ||
	    faults.times-- <= 0)
		return false;
	errno = faults.error;
	return true;
}

#define REAL(name) ((__typeof__(&name))(intptr_t)dlsym(RTLD_NEXT, #name))

ssize_t read(int fd, void *bytes, size_t n)
{
	bool failing = fails("read");

	return failing && faults.error != 0 ? -1 : REAL(read)(fd, bytes, failing ? 1 : n);
}

ssize_t write(int fd, const void *bytes, size_t n)
{
	bool failing = fails("write");

	return failing && faults.error != 0 ? -1 : REAL(write)(fd, bytes, failing ? 1 : n);
}

int close(int fd)
{
	int result = REAL(close)(fd);

	return fails("close") ? -1 : result;
}

int fsync(int fd)
{
	return fails("fsync") ? -1 : REAL(fsync)(fd);
}

int flock(int fd, int operation)
{
	return fails("flock") ? -1 : REAL(flock)(fd, operation);
}

int renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	return fails("renameat") ? -1 : REAL(renameat)(from_dir, from, to_dir, to);
}

int nanosleep(const struct timespec *wanted, struct timespec *left)
{
	(void)wanted;
	(void)left;
	faults.pauses++;
	return 0;
}

uid_t geteuid(void)
{
	return faults.user;
}

struct run {
	struct progress_file file;
	struct progress progress;
	char notice[PROGRESS_NOTICE];
};

static void open_run(struct run *r)
{
	memset(r, 0, sizeof *r);
	progress_file_open(&r->file, false, &r->progress, r->notice);
}

static void open_well(struct run *r)
{
	open_run(r);
	assert_string_equal(r->notice, "");
	assert_true(r->file.dir >= 0);
}

static bool save(struct progress_file *f, struct progress *p, bool replace, char *notice)
{
	progress_file_mark(f, replace);
	return progress_file_save(f, p, notice);
}

static void save_well(struct run *r)
{
	assert_true(save(&r->file, &r->progress, false, r->notice));
	assert_string_equal(r->notice, "");
}

/* Opened, but nothing will be kept: the student is told so. */
static void open_without_keeping(struct run *r)
{
	open_run(r);
	assert_string_not_equal(r->notice, "");
	assert_int_equal(r->file.dir, -1);
	assert_false(progress_begun(&r->progress));
	progress_tick(&r->progress, "login.open", true);
	assert_true(save(&r->file, &r->progress, false, r->notice));
	progress_file_close(&r->file);
}

static void test_save_and_load(void **state)
{
	struct run first, second;

	(void)state;
	open_well(&first);
	assert_false(progress_begun(&first.progress));
	progress_go(&first.progress, "login");
	progress_tick(&first.progress, "login.open", true);
	save_well(&first);
	assert_int_equal(mode_of("state/xueji"), 0700);
	assert_int_equal(mode_of("state/xueji/progress.json"), 0600);
	assert_false(exists("state/xueji/progress.json.new"));
	progress_file_close(&first.file);

	open_well(&second);
	assert_string_equal(second.progress.step, "login");
	assert_true(progress_ticked(&second.progress, "login.open"));
	progress_file_close(&second.file);
}

/* What is saved is what changed, and only until it is kept. */
static void test_saved_is_no_change(void **state)
{
	struct run r;

	(void)state;
	open_well(&r);
	progress_go(&r.progress, "login");
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	assert_false(r.progress.step_changed);
	assert_int_equal(r.progress.count, 1);
	assert_false(r.progress.entries[0].changed);
	progress_file_close(&r.file);
}

static void test_two_at_once(void **state)
{
	struct run mine, yours, later;

	(void)state;
	open_well(&mine);
	open_well(&yours);
	progress_tick(&mine.progress, "login.open", true);
	save_well(&mine);
	progress_set_result(&yours.progress, "verify.name", RESULT_MATCH);
	save_well(&yours);
	assert_true(progress_ticked(&yours.progress, "login.open"));
	progress_tick(&yours.progress, "login.open", false);
	save_well(&yours);
	progress_set_result(&mine.progress, "verify.sex", RESULT_MATCH);
	save_well(&mine);
	progress_file_close(&mine.file);
	progress_file_close(&yours.file);

	open_well(&later);
	assert_false(progress_ticked(&later.progress, "login.open"));
	assert_string_equal(progress_result(&later.progress, "verify.name"), RESULT_MATCH);
	assert_string_equal(progress_result(&later.progress, "verify.sex"), RESULT_MATCH);
	progress_file_close(&later.file);
}

static void test_fresh(void **state)
{
	struct run r;

	(void)state;
	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	memset(&r.progress, 0, sizeof r.progress);
	progress_set_result(&r.progress, "verify.name", RESULT_MATCH);
	assert_true(save(&r.file, &r.progress, true, r.notice));
	progress_file_close(&r.file);

	open_well(&r);
	assert_false(progress_ticked(&r.progress, "login.open"));
	assert_string_equal(progress_result(&r.progress, "verify.name"), RESULT_MATCH);
	progress_file_close(&r.file);
}

/* Left by a run that was killed while it wrote. */
static void test_left_over_is_no_obstacle(void **state)
{
	struct run r;

	(void)state;
	make_state_folder();
	write_file("state/xueji/progress.json.new", "{", 1);
	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	assert_false(exists("state/xueji/progress.json.new"));
	progress_file_close(&r.file);
}

/* Cut anywhere, even to nothing: set aside as it is, said, and not in the way of going on. */
static void test_truncated(void **state)
{
	char whole[512], aside[512];
	struct run r;
	size_t len;

	(void)state;
	open_well(&r);
	progress_go(&r.progress, "login");
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	progress_file_close(&r.file);
	len = read_file("state/xueji/progress.json", whole, sizeof whole);

	for (size_t cut = 0; cut + 1 < len; cut++) {
		write_file("state/xueji/progress.json", whole, cut);
		open_run(&r);
		assert_non_null(strstr(r.notice, "progress.json.damaged"));
		assert_false(progress_begun(&r.progress));
		read_file("state/xueji/progress.json.damaged", aside, sizeof aside);
		assert_int_equal(strlen(aside), cut);
		assert_memory_equal(aside, whole, cut);
		progress_tick(&r.progress, "login.open", true);
		save_well(&r);
		progress_file_close(&r.file);
		open_well(&r);
		assert_true(progress_ticked(&r.progress, "login.open"));
		progress_file_close(&r.file);
	}
}

static void test_too_large(void **state)
{
	static char blanks[1 << 20];
	struct run r;

	(void)state;
	make_state_folder();
	memset(blanks, ' ', sizeof blanks);
	write_file("state/xueji/progress.json", blanks, sizeof blanks);
	open_run(&r);
	assert_string_not_equal(r.notice, "");
	assert_true(exists("state/xueji/progress.json.damaged"));
	progress_file_close(&r.file);
}

static void test_newer_is_left_alone(void **state)
{
	static const char newer[] = "{\"format\": 3, \"other\": [1, 2]}\n";
	char after[512];
	struct run r;

	(void)state;
	make_state_folder();
	write_file("state/xueji/progress.json", newer, strlen(newer));
	open_without_keeping(&r);
	read_file("state/xueji/progress.json", after, sizeof after);
	assert_string_equal(after, newer);
	assert_false(exists("state/xueji/progress.json.damaged"));
}

/* A newer version came while this one ran. */
static void test_newer_is_not_overwritten(void **state)
{
	static const char newer[] = "{\"format\": 3, \"other\": [1, 2]}\n";
	char after[512];
	struct run r;

	(void)state;
	open_well(&r);
	write_file("state/xueji/progress.json", newer, strlen(newer));
	progress_tick(&r.progress, "login.open", true);
	assert_false(save(&r.file, &r.progress, false, r.notice));
	assert_non_null(strstr(r.notice, "更新版本"));
	read_file("state/xueji/progress.json", after, sizeof after);
	assert_string_equal(after, newer);
	assert_true(progress_ticked(&r.progress, "login.open"));
	progress_file_close(&r.file);
}

/* Damaged while this one ran: set aside and reported, and this run's progress is saved. */
static void test_damaged_meanwhile(void **state)
{
	char aside[512];
	struct run r;

	(void)state;
	open_well(&r);
	write_file("state/xueji/progress.json", "{", 1);
	progress_tick(&r.progress, "login.open", true);
	assert_true(save(&r.file, &r.progress, false, r.notice));
	assert_non_null(strstr(r.notice, "progress.json.damaged"));
	read_file("state/xueji/progress.json.damaged", aside, sizeof aside);
	assert_string_equal(aside, "{");
	progress_file_close(&r.file);
	open_well(&r);
	assert_true(progress_ticked(&r.progress, "login.open"));
	progress_file_close(&r.file);
}

/* Damaged while this one ran, and not to be moved away: it may be all that is left. */
static void test_damaged_is_not_overwritten(void **state)
{
	char after[512];
	struct run r;

	(void)state;
	open_well(&r);
	write_file("state/xueji/progress.json", "{", 1);
	make_folder("state/xueji/progress.json.damaged", 0700);
	write_file("state/xueji/progress.json.damaged/kept", "", 0);
	progress_tick(&r.progress, "login.open", true);
	assert_false(save(&r.file, &r.progress, false, r.notice));
	assert_non_null(strstr(r.notice, "移开"));
	read_file("state/xueji/progress.json", after, sizeof after);
	assert_string_equal(after, "{");
	progress_file_close(&r.file);
}

/* Deleted while this one ran: it is made anew, if not at once, then at the next save. */
static void test_folder_deleted(void **state)
{
	struct run r;

	(void)state;
	open_well(&r);
	assert_int_equal(rmdir(path_of("state/xueji")), 0);
	write_file("state/xueji", "", 0);
	progress_tick(&r.progress, "login.open", true);
	assert_false(save(&r.file, &r.progress, false, r.notice));
	assert_int_equal(unlink(path_of("state/xueji")), 0);
	save_well(&r);
	progress_file_close(&r.file);
	open_well(&r);
	assert_true(progress_ticked(&r.progress, "login.open"));
	progress_file_close(&r.file);
}

static void test_symlinks_are_not_followed(void **state)
{
	static const char *const names[] = { "progress.lock", "progress.json",
					     "progress.json.new" };
	char target[PATH_LEN * 2], after[64];
	struct run r;

	(void)state;
	make_state_folder();
	write_file("victim", "mine", 4);
	strcpy(target, path_of("victim"));
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		char link[PATH_LEN];

		snprintf(link, sizeof link, "state/xueji/%s", names[i]);
		assert_int_equal(symlink(target, path_of(link)), 0);
		open_run(&r);
		assert_int_equal(strstr(r.notice, "读不出") != NULL,
				 strcmp(names[i], "progress.json") == 0);
		progress_tick(&r.progress, "login.open", true);
		save(&r.file, &r.progress, false, r.notice);
		progress_file_close(&r.file);
		read_file("victim", after, sizeof after);
		assert_string_equal(after, "mine");
		unlink(path_of(link));
	}
}

static void test_folder_as_symlink(void **state)
{
	char target[PATH_LEN * 2];
	struct run r;

	(void)state;
	make_folder("elsewhere", 0700);
	make_folder("state", 0700);
	strcpy(target, path_of("elsewhere"));
	assert_int_equal(symlink(target, path_of("state/xueji")), 0);
	open_without_keeping(&r);
	assert_false(exists("elsewhere/progress.json"));
}

/* Opening neither waits for a writer nor takes it for a file. */
static void test_fifo(void **state)
{
	struct run r;

	(void)state;
	make_state_folder();
	assert_int_equal(mkfifo(path_of("state/xueji/progress.json"), 0600), 0);
	open_without_keeping(&r);
	assert_true(exists("state/xueji/progress.json"));
}

static void test_directory(void **state)
{
	struct run r;

	(void)state;
	make_state_folder();
	make_folder("state/xueji/progress.json", 0700);
	open_without_keeping(&r);
	assert_int_equal(rmdir(path_of("state/xueji/progress.json")), 0);
	open_well(&r);
	make_folder("state/xueji/progress.json", 0700);
	progress_tick(&r.progress, "login.open", true);
	assert_false(save(&r.file, &r.progress, false, r.notice));
	assert_non_null(strstr(r.notice, "读出：这是文件夹"));
	progress_file_close(&r.file);
	assert_true(exists("state/xueji/progress.json"));
}

/* Deleted while this run has it open: the run saves all that it knows. */
static void test_file_deleted(void **state)
{
	struct run r;

	(void)state;
	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	assert_int_equal(unlink(path_of("state/xueji/progress.json")), 0);
	progress_tick(&r.progress, "login.done", true);
	save_well(&r);
	progress_file_close(&r.file);
	open_well(&r);
	assert_true(progress_ticked(&r.progress, "login.open"));
	assert_true(progress_ticked(&r.progress, "login.done"));
	progress_file_close(&r.file);
}

/* Only the save that was asked to replaces what was kept; the next one merges again. */
static void test_replaced_once(void **state)
{
	struct run mine, yours;

	(void)state;
	open_well(&mine);
	open_well(&yours);
	progress_tick(&mine.progress, "login.open", true);
	assert_true(save(&mine.file, &mine.progress, true, mine.notice));
	progress_tick(&yours.progress, "login.done", true);
	save_well(&yours);
	save_well(&mine);
	assert_true(progress_ticked(&mine.progress, "login.done"));
	progress_file_close(&mine.file);
	progress_file_close(&yours.file);
}

static void test_file_for_a_folder(void **state)
{
	struct run r;

	(void)state;
	write_file("state", "", 0);
	open_without_keeping(&r);
}

static void test_open_folder_is_closed(void **state)
{
	struct run r;

	(void)state;
	make_state_folder();
	assert_int_equal(chmod(path_of("state/xueji"), 0777), 0);
	open_well(&r);
	assert_int_equal(mode_of("state/xueji"), 0700);
	progress_file_close(&r.file);
}

static void test_read_only_folder(void **state)
{
	struct run r;

	(void)state;
	if (geteuid() == 0)
		skip(); /* root is refused nothing */
	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	assert_int_equal(chmod(path_of("state/xueji"), 0500), 0);
	progress_tick(&r.progress, "login.open", false);
	assert_false(save(&r.file, &r.progress, false, r.notice));
	assert_string_not_equal(r.notice, "");
	progress_file_close(&r.file);
	open_well(&r);
	assert_true(progress_ticked(&r.progress, "login.open"));
	progress_file_close(&r.file);
	assert_int_equal(chmod(path_of("state/xueji"), 0700), 0);
}

static void test_read_only_home(void **state)
{
	struct run r;

	(void)state;
	if (geteuid() == 0)
		skip();
	assert_int_equal(chmod(home, 0500), 0);
	open_without_keeping(&r);
	assert_int_equal(chmod(home, 0700), 0);
}

/* The XDG Base Directory Specification: a relative path is invalid and to be ignored. */
static void test_where(void **state)
{
	static const char fallback[] = "/.local/state/xueji";
	struct run r;

	(void)state;
	assert_int_equal(setenv("XDG_STATE_HOME", "state", 1), 0);
	open_well(&r);
	assert_string_equal(r.file.path + strlen(home), fallback);
	assert_true(exists(".local/state/xueji"));
	progress_file_close(&r.file);

	assert_int_equal(setenv("XDG_STATE_HOME", "", 1), 0);
	open_well(&r);
	assert_string_equal(r.file.path + strlen(home), fallback);
	progress_file_close(&r.file);

	assert_int_equal(unsetenv("XDG_STATE_HOME"), 0);
	open_well(&r);
	assert_string_equal(r.file.path + strlen(home), fallback);
	progress_file_close(&r.file);
}

static void test_path_too_long(void **state)
{
	char path[PATH_LEN * 4];
	struct run r;

	(void)state;
	memset(path, 'a', sizeof path - 1);
	path[0] = '/';
	path[sizeof path - 1] = '\0';
	assert_int_equal(setenv("XDG_STATE_HOME", path, 1), 0);
	open_without_keeping(&r);
}

static void test_forget(void **state)
{
	struct progress_file f;
	char notice[PROGRESS_NOTICE];
	bool any;
	struct run r;

	(void)state;
	assert_true(progress_file_forget(&f, &any, notice));
	assert_false(any);
	assert_string_equal(notice, "");
	assert_false(exists("state")); /* nothing is made for the sake of forgetting it */

	make_state_folder();
	write_file("state/xueji/progress.lock", "", 0); /* holds nothing */
	assert_true(progress_file_forget(&f, &any, notice));
	assert_false(any);

	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	progress_file_close(&r.file);
	write_file("state/xueji/progress.json.damaged", "{", 1);
	write_file("state/xueji/progress.json.new", "{", 1);
	assert_true(progress_file_forget(&f, &any, notice));
	assert_true(any);
	assert_string_equal(notice, "");
	assert_false(exists("state/xueji"));
	assert_true(exists("state"));
}

static void test_forget_leaves_what_is_not_ours(void **state)
{
	struct progress_file f;
	char notice[PROGRESS_NOTICE];
	bool any;

	(void)state;
	make_state_folder();
	write_file("state/xueji/notes.txt", "mine", 4);
	write_file("state/xueji/progress.json", "{", 1);
	assert_true(progress_file_forget(&f, &any, notice));
	assert_true(any);
	assert_false(exists("state/xueji/progress.json"));
	assert_true(exists("state/xueji/notes.txt"));
}

/* Each step of saving fails once: the old file stays, the student is told the step, and the next
 * save gets everything. What can be repeated is. */
static void test_failing_calls(void **state)
{
	static const struct {
		const char *call;
		int skip, times, error;
		const char *step, *why; /* NULL: it is saved all the same */
	} rows[] = {
		{ "read", 0, 1, EINTR, NULL, NULL },
		{ "read", 0, 40, 0, NULL, NULL },
		{ "read", 0, 1, EIO, "读出", "磁盘读写出错" },
		{ "read", 1, 1, EIO, "读出", "磁盘读写出错" },
		{ "write", 0, 1, EINTR, NULL, NULL },
		{ "write", 0, 40, 0, NULL, NULL },
		{ "write", 0, 1, ENOSPC, "写入：", "磁盘已满" },
		{ "write", 0, 1, EFBIG, "写入：", "超出文件大小限制" },
		{ "fsync", 0, 1, EIO, "写入磁盘", "磁盘读写出错" },
		{ "fsync", 1, 1, EIO, NULL, NULL }, /* of the folder: the file is complete */
		{ "close", 1, 1, EIO, "写入：", "磁盘读写出错" },
		{ "close", 1, 1, EDQUOT, "写入：", "磁盘已满" },
		{ "renameat", 0, 1, EACCES, "改名", "没有权限" },
		{ "flock", 0, 3, EINTR, NULL, NULL },
		{ "flock", 0, 99, EWOULDBLOCK, NULL, NULL },
		{ "flock", 0, 1000, EWOULDBLOCK, "加锁", "另一个 xueji 正占用" },
		{ "flock", 0, 1, ENOLCK, "加锁", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct run r, other;

		open_well(&r);
		progress_tick(&r.progress, "login.open", i % 2 == 0);
		save_well(&r);
		progress_tick(&r.progress, "login.open", i % 2 != 0);
		faults.call = rows[i].call;
		faults.skip = rows[i].skip;
		faults.times = rows[i].times;
		faults.error = rows[i].error;
		faults.pauses = 0;
		assert_int_equal(save(&r.file, &r.progress, false, r.notice), rows[i].step == NULL);
		faults.call = NULL;
		assert_true(faults.pauses <= 100);
		open_well(&other);
		assert_int_equal(progress_ticked(&other.progress, "login.open"),
				 (i % 2 == 0) == (rows[i].step != NULL));
		assert_false(exists("state/xueji/progress.json.new"));
		progress_file_close(&other.file);
		if (rows[i].step == NULL) {
			assert_string_equal(r.notice, "");
		} else if (strstr(r.notice, rows[i].step) == NULL ||
			   strstr(r.notice, rows[i].why) == NULL) {
			fail_msg("row %zu: %s", i, r.notice);
		} else {
			assert_true(progress_file_save(&r.file, &r.progress, r.notice));
			assert_false(r.file.pending);
		}
		progress_file_close(&r.file);
	}
}

/* Nothing is written before progress_file_save(), and by that only what is marked. A save that
 * replaces is still one when it is tried again. */
static void test_nothing_is_saved_early(void **state)
{
	struct run r, other;

	(void)state;
	open_well(&other);
	progress_tick(&other.progress, "login.open", true);
	save_well(&other);
	progress_file_close(&other.file);

	faults.call = "fsync";
	faults.times = 1;
	faults.error = EIO;
	open_well(&r);
	progress_clear(&r.progress);
	progress_tick(&r.progress, "login.read", true);
	assert_true(progress_file_save(&r.file, &r.progress, r.notice));
	progress_file_mark(&r.file, true);
	progress_file_mark(&r.file, false);
	assert_int_equal(faults.times, 1);
	assert_false(progress_file_save(&r.file, &r.progress, r.notice));
	faults.call = NULL;
	save_well(&r);
	assert_false(progress_ticked(&r.progress, "login.open"));
	progress_file_close(&r.file);
	open_well(&r);
	assert_false(progress_ticked(&r.progress, "login.open"));
	assert_true(progress_ticked(&r.progress, "login.read"));
	progress_file_close(&r.file);
}

/* sudo may keep HOME: root must not leave files there that the user cannot change. */
static void test_root_in_the_home_of_another(void **state)
{
	enum { ANOTHER = 12345 };

	(void)state;
	if (getuid() == 0)
		assert_int_equal(chown(home, ANOTHER, (gid_t)-1), 0);
	faults.user = 0;
	open_without_keeping(&(struct run){ 0 });
	assert_false(exists("state"));
	assert_int_equal(unsetenv("XDG_STATE_HOME"), 0);
	open_without_keeping(&(struct run){ 0 });
	assert_false(exists(".local"));
}

/* The same when the user has kept something there. */
static void test_root_and_the_folder_of_another(void **state)
{
	enum { ANOTHER = 12345 };
	struct run r;

	(void)state;
	open_well(&r);
	progress_tick(&r.progress, "login.open", true);
	save_well(&r);
	progress_file_close(&r.file);
	if (getuid() == 0)
		assert_int_equal(chown(path_of("state/xueji"), ANOTHER, (gid_t)-1), 0);
	faults.user = 0;
	open_without_keeping(&(struct run){ 0 });
}

static int make_home(void **state)
{
	char name[] = P_tmpdir "/xueji-test-XXXXXX";

	(void)state;
	if (mkdtemp(name) == NULL)
		return -1;
	strcpy(home, name);
	faults.call = NULL;
	faults.user = REAL(geteuid)();
	setenv("HOME", home, 1);
	setenv("XDG_STATE_HOME", path_of("state"), 1);
	return 0;
}

static int remove_home(void **state)
{
	char command[PATH_LEN + 16];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", home);
	return system(command);
}

#define IN_HOME(test) cmocka_unit_test_setup_teardown(test, make_home, remove_home)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_HOME(test_save_and_load),
		IN_HOME(test_saved_is_no_change),
		IN_HOME(test_two_at_once),
		IN_HOME(test_fresh),
		IN_HOME(test_left_over_is_no_obstacle),
		IN_HOME(test_truncated),
		IN_HOME(test_too_large),
		IN_HOME(test_newer_is_left_alone),
		IN_HOME(test_newer_is_not_overwritten),
		IN_HOME(test_damaged_meanwhile),
		IN_HOME(test_damaged_is_not_overwritten),
		IN_HOME(test_folder_deleted),
		IN_HOME(test_symlinks_are_not_followed),
		IN_HOME(test_folder_as_symlink),
		IN_HOME(test_fifo),
		IN_HOME(test_file_deleted),
		IN_HOME(test_replaced_once),
		IN_HOME(test_directory),
		IN_HOME(test_file_for_a_folder),
		IN_HOME(test_open_folder_is_closed),
		IN_HOME(test_read_only_folder),
		IN_HOME(test_read_only_home),
		IN_HOME(test_where),
		IN_HOME(test_path_too_long),
		IN_HOME(test_failing_calls),
		IN_HOME(test_nothing_is_saved_early),
		IN_HOME(test_root_in_the_home_of_another),
		IN_HOME(test_root_and_the_folder_of_another),
		IN_HOME(test_forget),
		IN_HOME(test_forget_leaves_what_is_not_ours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
