/* SPDX-License-Identifier: MIT */
/* Saving fails: each system call with each plausible error, once or from then on; a full disk, a
 * read-only home, another kind of file in the way. The program continues, reports it once, and
 * loses nothing that was saved or reported as saved. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/xalloc.h"
#include "support/terminal.h"
#include "torture/torture.h"

enum { STEP = 3, ITEMS = 4, OUTPUT_MAX = 64 * 1024, STATUS_LEFT = 3, LIMIT_MS = 20000 };

static char output[OUTPUT_MAX];

/* Runs a shell command, its output goes to `output`. Returns the wait status. */
static int run(const char *command)
{
	FILE *p = popen(command, "r");
	size_t n;

	assert_non_null(p);
	n = fread(output, 1, sizeof output - 1, p);
	output[n] = '\0';
	return pclose(p);
}

/* Runs the program with input that ticks the items of a step one by one. `before` is put before its
 * name: a command that starts it, or assignments. Returns the wait status. */
static int tick_with(const char *before)
{
	char *command = xasprintf(
		"printf '1\\ng%d\\n\\n\\n\\n\\n\\n2\\n3\\n4\\n5\\n' | %s %s --plain --record "
		"data/record.example.json 2>&1",
		STEP + 1, before, terminal_program());
	int status = run(command);

	free(command);
	return status;
}

static size_t count(const char *text)
{
	size_t n = 0;

	for (const char *at = output; (at = strstr(at, text)) != NULL; at += strlen(text))
		n++;
	return n;
}

/* How often the output reports that saving failed. */
static size_t failures_reported(void)
{
	return count("没有存上（") + count("这次不保存。");
}

static size_t ticks_in(const struct progress *p)
{
	size_t n = 0;

	for (size_t i = 0; i < ITEMS; i++)
		n += progress_ticked(p, torture_guide()->steps[STEP].items[i].id);
	return n;
}

/* Returns NULL, or what is wrong. once: the fault happened once, so that a retry can succeed. */
static const char *judge(int status, bool once)
{
	static struct progress kept;
	bool sound = torture_kept(&kept), whole = ticks_in(&kept) == ITEMS;

	if (!WIFEXITED(status) || WEXITSTATUS(status) != STATUS_LEFT)
		return "it did not go on to the end";
	if (count("已完成，") != ITEMS)
		return "it did not tick";
	if (!sound)
		return "what was kept is damaged";
	if (!whole && strstr(output, "记着") != NULL && strstr(output, "已记到") != NULL)
		return "it said that all was kept";
	if (!whole && once && count("这次不保存。") == 0)
		return "it did not try again";
	if (!whole && failures_reported() == 0)
		return "it did not say so";
	if (failures_reported() > 1)
		return "it said so more than once";
	if (strstr(output, "Success") != NULL)
		return "it gave success as the reason";
	return NULL;
}

static size_t failures;

static void note(const char *what, int status, bool once)
{
	const char *wrong = judge(status, once);

	if (wrong == NULL)
		return;
	failures++;
	print_error("%s: %s\n%s\n", what, wrong, output);
}

/* Prints the summary and fails the test if anything went wrong. */
static void sum_up(const char *what)
{
	size_t count = failures;

	failures = 0;
	torture_say("faults: %s: %zu went wrong", what, count);
	assert_int_equal(count, 0);
}

/* Errors that the manual pages name for these calls, on local, network and removable disks. */
static const struct {
	const char *call, *reasons;
} plausible[] = {
	{ "mkdir", "EACCES ENOSPC EROFS EDQUOT EIO EPERM" },
	{ "openat", "EACCES ENOSPC EMFILE ENFILE EROFS EIO EDQUOT EINTR ENOENT ELOOP EPERM" },
	{ "fstat", "EIO EACCES EOVERFLOW" },
	{ "newfstatat", "EIO EACCES EOVERFLOW" },
	{ "fchmod", "EPERM EROFS EIO" },
	{ "flock", "EAGAIN EINTR ENOLCK EIO" },
	{ "read", "EIO EINTR EISDIR ESTALE" },
	{ "unlinkat", "EACCES EIO EROFS EPERM EISDIR" },
	{ "write", "ENOSPC EIO EDQUOT EFBIG EINTR EPERM" },
	{ "fsync", "EIO ENOSPC EDQUOT EINVAL EINTR EROFS" },
	{ "close", "EIO EINTR ENOSPC EDQUOT" },
	{ "rename", "EACCES ENOSPC EIO EROFS EDQUOT" },
	{ "renameat", "EACCES ENOSPC EIO EROFS EDQUOT" },
	{ "renameat2", "EACCES ENOSPC EIO EROFS EDQUOT" },
};

enum { CALLS_MAX = 256, KINDS = sizeof plausible / sizeof plausible[0] };

/* A system call on the state folder: its kind, and its number among all calls of that kind, from 1.
 * */
struct call {
	size_t kind, at;
};

/* Reads them from a log of strace -y, which prints the path of each descriptor. Leaves out close()
 * of the lock: a failing close() still closes, which strace cannot inject. */
static size_t read_calls(const char *log, struct call calls[CALLS_MAX])
{
	size_t seen[KINDS] = { 0 }, count = 0;
	char line[4096];
	FILE *f = fopen(log, "r");

	assert_non_null(f);
	while (fgets(line, sizeof line, f) != NULL)
		for (size_t k = 0; k < KINDS; k++) {
			size_t len = strlen(plausible[k].call);

			if (strncmp(line, plausible[k].call, len) != 0 || line[len] != '(')
				continue;
			seen[k]++;
			if (strstr(line, torture_path("state")) == NULL || count == CALLS_MAX ||
			    (strncmp(line, "close", 5) == 0 && strstr(line, ".lock>") != NULL))
				continue;
			calls[count++] = (struct call){ k, seen[k] };
		}
	fclose(f);
	return count;
}

/* The leak sanitizer does not work under ptrace. */
#define STRACE "env ASAN_OPTIONS=detect_leaks=0 strace -qq "

static void try_call(const struct call *c, const char *reason, const char *for_good)
{
	const char *call = plausible[c->kind].call;
	char *before = xasprintf(STRACE "-o /dev/null -e trace=%s -e "
					"inject=%s:error=%s:when=%zu%s",
				 call, call, reason, c->at, for_good);

	torture_keep_others();
	note(before, tick_with(before), *for_good == '\0');
	free(before);
}

/* Calls that also serve the standard streams: these must not fail from then on. */
static bool is_shared(const struct call *c)
{
	return strcmp(plausible[c->kind].call, "read") == 0 ||
	       strcmp(plausible[c->kind].call, "write") == 0;
}

static size_t try_reasons(const struct call *c, size_t reasons_max)
{
	char *reasons = xstrdup(plausible[c->kind].reasons), *rest = reasons, *reason;
	size_t tried = 0;

	while (reasons_max-- > 0 && (reason = strsep(&rest, " ")) != NULL) {
		try_call(c, reason, "");
		tried++;
		if (is_shared(c))
			continue;
		try_call(c, reason, "+");
		tried++;
	}
	free(reasons);
	return tried;
}

static void test_every_call(void **state)
{
	size_t stride = torture_number("CALLS_STRIDE", 13, 1);
	size_t reasons = torture_number("REASONS", 1, SIZE_MAX / 2), tried = 0, count;
	static struct call calls[CALLS_MAX];
	char *before = xasprintf(STRACE "-y -o %s", torture_path("log")), *what;

	(void)state;
	torture_keep_others();
	if (!torture_has("strace") || tick_with(before) == -1 ||
	    access(torture_path("log"), F_OK) != 0) {
		free(before);
		torture_say("faults: no strace that may trace here: skipped");
		skip();
	}
	free(before);
	assert_int_equal(failures_reported(), 0);
	count = read_calls(torture_path("log"), calls);
	assert_in_range(count, ITEMS * 8, CALLS_MAX - 1);
	for (size_t i = 0; i < count; i += stride)
		tried += try_reasons(&calls[i], reasons);
	what = xasprintf("%zu failures of the %zu system calls of saving", tried, count);
	sum_up(what);
	free(what);
}

/* Runs a shell command in the state folder, with $F set to name. */
static void do_at(const char *command, const char *name)
{
	char *line = xasprintf("cd '%s' && F='%s' && { %s; }", torture_path(TORTURE_FOLDER), name,
			       command);

	assert_int_equal(system(line), 0);
	free(line);
}

/* A link, FIFO or folder in place of a file: it is not followed, waited for or written to. */
static void test_something_else_there(void **state)
{
	static const char *const names[] = { "progress.json", "progress.json.new",
					     "progress.lock" };
	static const char *const things[] = { "ln -s ../../victim $F", "mkfifo $F", "mkdir $F",
					      "mkdir -p $F/full" };
	enum { NAMES = sizeof names / sizeof names[0], THINGS = sizeof things / sizeof things[0] };
	int status;

	(void)state;
	for (size_t i = 0; i < NAMES; i++)
		for (size_t k = 0; k < THINGS; k++) {
			torture_keep_others();
			do_at("cp progress.json ../../aside; echo mine >../../victim; rm -f $F",
			      names[i]);
			do_at(things[k], names[i]);
			status = tick_with("timeout 60");
			if (i == 0)
				do_at("rm -r $F; cp ../../aside progress.json", names[i]);
			note(things[k], status, false);
			do_at("test \"$(cat ../../victim)\" = mine; rm -rf $F", names[i]);
		}
	sum_up("12 things in place of a file");
}

/* A write over the limit raises SIGXFSZ, which kills a process that does not ignore it. */
static void test_file_size_limit(void **state)
{
	(void)state;
	torture_keep_others();
	note("ulimit -f 0", tick_with("sh -c 'ulimit -f 0; exec \"$@\"' sh"), false);
	assert_int_equal(failures_reported(), 1);
	assert_true(count("超出文件大小限制") > 0);
	sum_up("no file may grow");
}

/* Mounts a small disk for the state folder; needs root, and a container may forbid it. */
static bool mount_small_disk(const char *options)
{
	mkdir(torture_path("state"), 0700);
	return unshare(CLONE_NEWNS) == 0 &&
	       mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
	       mount("none", torture_path("state"), "tmpfs", 0, options) == 0;
}

/* On a full disk nothing is lost and the program says so; with space again it saves. */
static void check_full_disk(const char *what, const char *options, const char *fill)
{
	static struct progress kept;

	if (!mount_small_disk(options)) {
		torture_say("faults: %s: may not be mounted here: skipped", what);
		skip();
	}
	torture_keep_others();
	do_at(fill, "../fill");
	note(options, tick_with(""), false);
	assert_int_equal(failures_reported(), 1);
	assert_true(count("磁盘已满") > 0);
	do_at("rm -rf $F", "../fill");
	note(options, tick_with(""), true);
	assert_int_equal(failures_reported(), 0);
	assert_true(torture_kept(&kept));
	assert_int_equal(ticks_in(&kept), ITEMS);
	assert_int_equal(umount(torture_path("state")), 0);
	sum_up(what);
}

static void test_full_disk(void **state)
{
	(void)state;
	check_full_disk("a full disk", "size=64k", "! cat /dev/zero 2>/dev/null >$F");
}

static void test_no_inodes(void **state)
{
	(void)state;
	check_full_disk("a disk without inodes", "nr_inodes=32",
			"mkdir $F && ! touch $(seq -f $F/%g 40) 2>/dev/null");
}

static void test_read_only_home(void **state)
{
	bool root = geteuid() == 0;

	(void)state;
	if (root && !mount_small_disk("size=64k")) {
		torture_say("faults: a read-only home: may not be mounted here: skipped");
		skip();
	}
	torture_keep_others();
	if (root)
		assert_int_equal(mount("none", torture_path("state"), "tmpfs",
				       MS_REMOUNT | MS_RDONLY, "size=64k"),
				 0);
	else
		assert_int_equal(chmod(torture_path(TORTURE_FOLDER), 0500), 0);
	note("read-only", tick_with(""), false);
	assert_int_equal(failures_reported(), 1);
	assert_true(count(root ? "磁盘只读" : "没有权限") > 0);
	if (root)
		assert_int_equal(umount(torture_path("state")), 0);
	else
		assert_int_equal(chmod(torture_path(TORTURE_FOLDER), 0700), 0);
	sum_up("a read-only home");
}

/* A disk that never answers: the first page is shown, and the page behind the first key that
 * changes something. */
static void test_disk_without_answer(void **state)
{
	static const struct {
		const char *option, *keys;
		bool shows_step;
	} rows[] = {
		{ "--fresh", "", false },
		{ NULL, "1", true },
	};
	const char *build = getenv("XUEJI_BUILD");
	char no_disk[] = "NO_DISK=1", *environment[] = { NULL, no_disk, NULL };

	(void)state;
	if (SANITIZED)
		skip(); /* a sanitizer insists on being loaded first */
	environment[0] = xasprintf("LD_PRELOAD=%s/tests/support/no_memory.so",
				   build != NULL ? build : "build");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *program = xstrdup(terminal_program());
		char *option = rows[i].option != NULL ? xstrdup(rows[i].option) : NULL;
		char *argv[] = { program, option, NULL };
		struct terminal *t = terminal_start(24, 80, argv, environment);

		assert_true(terminal_wait_text(t, torture_guide()->title, LIMIT_MS));
		terminal_type(t, rows[i].keys);
		if (rows[i].shows_step)
			assert_true(terminal_wait_text(t, "[ ]", LIMIT_MS));
		terminal_end(t);
		free(program);
		free(option);
	}
	free(environment[0]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_call),
		cmocka_unit_test(test_something_else_there),
		cmocka_unit_test(test_file_size_limit),
		cmocka_unit_test(test_full_disk),
		cmocka_unit_test(test_no_inodes),
		cmocka_unit_test(test_read_only_home),
		cmocka_unit_test(test_disk_without_answer),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
