/* SPDX-License-Identifier: MIT */
/* Types an invented number, name and password into the real program, then searches for them where
 * they must not be: in its memory, arguments and environment, in every file, on the terminal. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/terminal.h"

enum { LIMIT_MS = 20000, SECRET_MAX = 64, PART = 9 };

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

#define NUMBER "530111200608151726"
#define PASSWORD "Zq7-vLk2_mWx9"
#define MOBILE "13986420753"
#define NAME "犇骉㴓"

/* How often a secret occurs in memory: whole or in part as bytes, as wide characters, as cells of
 * curses. */
struct copies {
	size_t bytes, parts, wide, cells;
};

struct secret {
	const char *text;
	size_t len, count, part; /* part: how many bytes count as a part */
	uint32_t characters[SECRET_MAX];
};

static struct secret secret_of(const char *text)
{
	struct secret s = { .text = text, .len = strlen(text) };

	for (size_t at = 0; at < s.len;)
		at += text_decode(text + at, s.len - at, &s.characters[s.count++]);
	s.part = s.len < PART ? s.len : PART;
	return s;
}

static size_t count_bytes(const char *in, size_t size, const char *what, size_t len)
{
	const char *at = in, *end = in + size;
	size_t count = 0;

	while ((at = memmem(at, (size_t)(end - at), what, len)) != NULL) {
		at++;
		count++;
	}
	return count;
}

/* Characters of four bytes, `stride` bytes apart. */
static size_t count_spaced(const char *in, size_t size, const struct secret *s, size_t stride)
{
	size_t count = 0, span = (s->count - 1) * stride + 4;

	for (size_t at = 0; at + span <= size; at += 4) {
		size_t i = 0;

		while (i < s->count && memcmp(in + at + i * stride, &s->characters[i], 4) == 0)
			i++;
		count += i == s->count;
	}
	return count;
}

static void add_copies(const char *in, size_t size, const struct secret *s, struct copies *c)
{
	enum { CELL_MIN = 8, CELL_MAX = 80 }; /* a wide character takes two */

	c->bytes += count_bytes(in, size, s->text, s->len);
	c->parts += count_bytes(in, size, s->text, s->part);
	c->parts += count_bytes(in, size, s->text + s->len - s->part, s->part);
	c->wide += count_spaced(in, size, s, 4);
	for (size_t stride = CELL_MIN; stride <= CELL_MAX; stride += 4)
		c->cells += count_spaced(in, size, s, stride);
}

/* Searches all writable memory: heap (freed or not), stack, data. */
static struct copies copies_in_memory(pid_t pid, const char *text)
{
	char path[64], line[512], perms[8];
	unsigned long from, to;
	struct secret s = secret_of(text);
	struct copies c = { 0 };
	FILE *maps;
	int mem;

	snprintf(path, sizeof path, "/proc/%ld/maps", (long)pid);
	maps = fopen(path, "r");
	snprintf(path, sizeof path, "/proc/%ld/mem", (long)pid);
	mem = open(path, O_RDONLY);
	assert_non_null(maps);
	assert_true(mem >= 0);
	while (fgets(line, sizeof line, maps) != NULL) {
		char *bytes;
		ssize_t n;

		if (sscanf(line, "%lx-%lx %7s", &from, &to, perms) != 3 || perms[1] != 'w')
			continue;
		bytes = xmalloc(to - from);
		n = pread(mem, bytes, to - from, (off_t)from);
		if (n > 0)
			add_copies(bytes, (size_t)n, &s, &c);
		free(bytes);
	}
	fclose(maps);
	close(mem);
	return c;
}

/* Expects that many whole copies, and no part anywhere else. */
static void assert_copies(pid_t pid, const char *text, size_t expected, const char *when)
{
	struct copies c = copies_in_memory(pid, text);

	if (c.bytes != expected || c.parts != 2 * expected || c.wide > 0 || c.cells > 0)
		fail_msg("%s, %s: %zu copies, %zu parts, %zu wide, %zu on a screen; %zu expected",
			 when, text, c.bytes, c.parts, c.wide, c.cells, expected);
}

static const char *const secrets[] = { NUMBER, PASSWORD, MOBILE, NAME };
enum { SECRET_COUNT = sizeof secrets / sizeof secrets[0] };

static void assert_nowhere_in(const char *bytes, size_t len, const char *where)
{
	for (size_t i = 0; i < SECRET_COUNT; i++) {
		struct secret s = secret_of(secrets[i]);
		struct copies c = { 0 };

		add_copies(bytes, len, &s, &c);
		if (c.bytes + c.parts + c.wide + c.cells > 0)
			fail_msg("%s holds %s", where, secrets[i]);
	}
}

static char *read_file(const char *path, size_t *len)
{
	enum { MOST = 64 * 1024 * 1024 };
	int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
	char *bytes = xmalloc(MOST);
	ssize_t n;

	*len = 0;
	while (fd >= 0 && (n = read(fd, bytes + *len, MOST - *len)) > 0)
		*len += (size_t)n;
	if (fd >= 0)
		close(fd);
	return bytes;
}

static int search_file(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
	(void)st;
	(void)walk;
	assert_nowhere_in(path, strlen(path), "the name of a file");
	if (kind == FTW_F) {
		size_t len;
		char *bytes = read_file(path, &len);

		assert_nowhere_in(bytes, len, path);
		free(bytes);
	}
	return 0;
}

static char folder[256], here[4096]; /* the folder of this test, and the source tree */

static void assert_in_no_file(void)
{
	assert_int_equal(nftw(folder, search_file, 16, FTW_PHYS), 0);
}

static void assert_not_in_proc(pid_t pid, const char *name)
{
	char *path = xasprintf("/proc/%ld/%s", (long)pid, name);
	size_t len;
	char *bytes = read_file(path, &len);

	assert_true(len > 0);
	assert_nowhere_in(bytes, len, path);
	free(bytes);
	free(path);
}

/* Starts the program with home, state, temporary and working folder in the test's own folder.
 * before: a command that runs it. */
static struct terminal *start_by(const char *before, const char *name, const char *options,
				 const char *term)
{
	char *command = xasprintf("cd %s/work && exec %s %s%s%s %s", folder, before,
				  *name == '/' ? "" : here, *name == '/' ? "" : "/", name, options);
	char *home = xasprintf("HOME=%s/home", folder), *tmp = xasprintf("TMPDIR=%s/tmp", folder);
	char *kind = xasprintf("TERM=%s", term);
	char shell[] = "sh", flag[] = "-c", state[] = "XDG_STATE_HOME";
	char *argv[] = { shell, flag, command, NULL };
	char *environment[] = { home, tmp, kind, state, NULL };
	struct terminal *t = terminal_start(40, 100, argv, environment);

	assert_true(terminal_wait_text(t, "学籍", LIMIT_MS) || terminal_wait_exit(t, LIMIT_MS));
	free(command);
	free(home);
	free(tmp);
	free(kind);
	return t;
}

static struct terminal *start(const char *options, const char *term)
{
	struct terminal *t = start_by("", terminal_program(), options, term);

	assert_true(terminal_settle(t, LIMIT_MS));
	return t;
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
}

static bool shows(struct terminal *t, const char *text)
{
	return terminal_find(t, text, NULL, NULL);
}

#define TO_FORM "4\r\t\t\r"

/* Types every secret once and the password twice; leaves the caret after the number. */
static void fill_in(struct terminal *t)
{
	type(t, TO_FORM);
	type(t, MOBILE "\t\t\t");
	type(t, PASSWORD "\t" PASSWORD "\t");
	type(t, NAME "\t\t");
	type(t, NUMBER);
	assert_true(shows(t, NUMBER));
	type(t, "\t");
}

/* Proves that the search works: what is being typed is in the cells of curses. */
static void assert_seen(struct terminal *t)
{
	struct copies c;

	assert_true(shows(t, NUMBER));
	c = copies_in_memory(t->pid, NUMBER);
	assert_true(c.bytes > 0 && c.cells > 0);
}

/* Passwords are in memory only while their step is open, the rest of the form until it is
 * completed. */
static void test_memory(void **state)
{
	struct terminal *t;

	(void)state;
	if (SANITIZED)
		skip(); /* sanitizers keep freed memory */
	t = start("--fresh --record $OLDPWD/data/record.example.json", "xterm-256color");
	fill_in(t);
	assert_copies(t->pid, NUMBER, 1, "field left");
	assert_copies(t->pid, PASSWORD, 2, "field left");
	assert_copies(t->pid, MOBILE, 1, "field left");
	type(t, "\033[Z");
	assert_seen(t);
	type(t, "\025\033[200~" NUMBER "\033[201~\t");
	assert_copies(t->pid, NUMBER, 1, "pasted");
	type(t, "\x12");
	assert_seen(t);
	type(t, "\x12");
	assert_copies(t->pid, NUMBER, 1, "revealed and hidden again");
	assert_copies(t->pid, PASSWORD, 2, "revealed and hidden again");
	type(t, "\033[27u\033[27u");
	assert_copies(t->pid, NAME, 1, "back at the step");
	assert_copies(t->pid, PASSWORD, 2, "back at the step");
	type(t, "1");
	assert_copies(t->pid, NUMBER, 1, "at another step");
	assert_copies(t->pid, PASSWORD, 0, "at another step");
	assert_not_in_proc(t->pid, "cmdline");
	assert_not_in_proc(t->pid, "environ");
	terminal_end(t);
}

/* A record from --record is in memory once, as the wizard's. */
static void test_memory_of_a_record(void **state)
{
	char *path = xasprintf("%s/work/own.json", folder);
	FILE *f = fopen(path, "w");
	struct terminal *t;

	(void)state;
	assert_non_null(f);
	fputs("{\"name\": \"" NAME "\", \"id_number\": \"" NUMBER "\"}", f);
	assert_int_equal(fclose(f), 0);
	t = start("--fresh --record own.json", "xterm-256color");
	assert_int_equal(unlink(path), 0);
	free(path);
	if (!SANITIZED) {
		assert_copies(t->pid, NUMBER, 1, "record");
		assert_copies(t->pid, NAME, 1, "record");
	}
	terminal_end(t);
}

#define TO_BUTTON "\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t"

/* Goes through the review and the registration, which lacks a code, to the next step. */
static void finish_form(struct terminal *t)
{
	type(t, TO_BUTTON "\r");
	type(t, "\r");
	type(t, TO_BUTTON "\r");
	type(t, "\t\r");
	assert_true(shows(t, "第 5 步"));
}

/* A core image, as another process of the same user would take it. */
static void assert_not_in_core(pid_t pid)
{
	char *command = xasprintf("cd %s && gcore -o core %ld >gcore.log 2>&1", folder, (long)pid);
	char *image = xasprintf("%s/core.%ld", folder, (long)pid);
	struct stat st;
	size_t len;

	assert_int_equal(system(command), 0);
	assert_int_equal(stat(image, &st), 0);
	free(read_file(image, &len));
	assert_int_equal(len, st.st_size);
	search_file(image, &st, FTW_F, NULL);
	unlink(image);
	free(command);
	free(image);
}

static void test_memory_behind_the_form(void **state)
{
	struct terminal *t;

	(void)state;
	if (SANITIZED)
		skip();
	t = start("--fresh --record $OLDPWD/data/record.example.json", "xterm-256color");
	fill_in(t);
	finish_form(t);
	for (size_t i = 0; i < SECRET_COUNT; i++)
		assert_copies(t->pid, secrets[i], 0, "behind the form");
	assert_in_no_file();
	if (system("command -v gcore >/dev/null") == 0)
		assert_not_in_core(t->pid);
	else
		print_message("no gcore here\n");
	type(t, "q");
	type(t, "y");
	terminal_end(t);
}

/* Plain mode: the terminal echoes all but the passwords. */
static void test_memory_of_plain(void **state)
{
	struct terminal *t;

	(void)state;
	if (SANITIZED)
		skip();
	t = start("--plain --fresh --record $OLDPWD/data/record.example.json", "xterm-256color");
	type(t, "g4\r1\rchsi.com.cn\r1\r1\r/密码\r");
	type(t, PASSWORD "\r");
	type(t, PASSWORD "\r");
	type(t, "/姓名\r" NAME "\r");
	type(t, "/证件号码\r" NUMBER "\r");
	type(t, "\r");
	assert_true(shows(t, "18 位，末位 6"));
	type(t, "/检查并注册\r");
	assert_copies(t->pid, NUMBER, 1, "line by line");
	assert_copies(t->pid, PASSWORD, 2, "line by line");
	assert_copies(t->pid, NAME, 1, "line by line");
	terminal_end(t);
}

/* An unmasked report goes to its file and nowhere else. */
static void test_memory_behind_the_report(void **state)
{
	static const char *const kinds[] = { "txt", "md", "json" };
	struct terminal *t;

	(void)state;
	if (SANITIZED)
		skip();
	t = start("--fresh", "xterm-256color");
	type(t, "\r" NAME "\t" NUMBER "\t");
	type(t, "\r");
	assert_copies(t->pid, NUMBER, 2, "entered"); /* in its field and in the record */
	type(t, "5\r\033[B\033[B\033[B\033[B");
	type(t, "440305200701021234\r");
	type(t, "\t\t\t\t\t\r");
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		char *keys = xasprintf("s1\r\025%s/report.%s\r", folder, kinds[i]), *bytes;
		char *path = xasprintf("%s/report.%s", folder, kinds[i]);
		size_t len;

		type(t, keys);
		bytes = read_file(path, &len);
		assert_non_null(memmem(bytes, len, NUMBER, strlen(NUMBER)));
		assert_int_equal(remove(path), 0);
		assert_copies(t->pid, NUMBER, 2, "report written");
		free(bytes);
		free(path);
		free(keys);
	}
	terminal_end(t);
}

/* On every later screen, and on those that may cover it. */
static void test_masks(void **state)
{
	static const char *const keys[] = {
		"1", "?",  "\033", "2", "n", "\033", "3", "f", "\033[27u\033[27u",
		"4", "\r", "\033", "5"
	};
	struct terminal *t = start("--fresh", "xterm-256color");

	(void)state;
	type(t, "\r" NAME "\t" NUMBER);
	assert_true(shows(t, NUMBER));
	type(t, "\t");
	assert_false(shows(t, NUMBER));
	assert_true(shows(t, "5****************6"));
	type(t, "\r");
	assert_true(shows(t, "第 1 步"));
	for (size_t i = 0; i < sizeof keys / sizeof keys[0] && !t->exited; i++) {
		type(t, keys[i]);
		if (shows(t, NUMBER) || shows(t, "20060815") || shows(t, "5301112"))
			fail_msg("%s: %s", keys[i], terminal_text(t));
		type(t, "t");
		if (!t->exited && shows(t, NAME) && !shows(t, "投影"))
			fail_msg("%s: %s", keys[i], terminal_text(t));
		type(t, "t");
	}
	/* Where the site's texts are typed, the number stands in full only on its row. */
	type(t, "\r\033[B\033[B\033[B");
	assert_false(shows(t, NUMBER) || shows(t, "530111 20060815 1726"));
	type(t, "\033[B");
	assert_true(shows(t, "530111 20060815 1726"));
	type(t, "\033[B");
	assert_false(shows(t, "530111 20060815 1726"));
	terminal_end(t);
}

/* Nothing stays on the terminal or in its scrollback, however the program ended, with and without
 * an alternate screen. */
static void test_left_on_the_terminal(void **state)
{
	static const char *const kinds[] = { "xterm-256color", "vt100", "linux" };
	static const char *const ends[] = { "\033", "\x03", "\x1C", "\x1A" };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		for (size_t k = 0; k < sizeof ends / sizeof ends[0]; k++) {
			struct terminal *t = start("--fresh", kinds[i]);
			const char *shown;

			type(t, "\r" NAME "\t" NUMBER);
			assert_true(shows(t, NUMBER));
			/* Without an alternate screen, a shrinking window scrolls rows out. */
			if (t->alternate)
				terminal_resize(t, 20, 70);
			assert_true(terminal_settle(t, LIMIT_MS));
			type(t, ends[k]);
			for (const char *key = "\033qyqy"; *key != '\0' && !t->exited; key++)
				type(t, (char[]){ *key, '\0' });
			assert_true(terminal_wait_exit(t, LIMIT_MS));
			shown = terminal_text(t);
			assert_nowhere_in(shown, strlen(shown), kinds[i]);
			assert_nowhere_in(t->scrolled, strlen(t->scrolled), "what scrolled away");
			terminal_end(t);
		}
	assert_in_no_file();
}

enum { NOBODY = 65534 };

/* Whether another process of the same user, not root, can open its memory. */
static bool can_look_into(pid_t pid)
{
	char *path = xasprintf("/proc/%ld/mem", (long)pid);
	pid_t looker = fork();
	int status;

	if (looker == 0) {
		if (geteuid() == 0 &&
		    (setgroups(0, NULL) != 0 || setgid(NOBODY) != 0 || setuid(NOBODY) != 0))
			_exit(2);
		_exit(open(path, O_RDONLY) >= 0 ? 0 : 1);
	}
	assert_int_equal(waitpid(looker, &status, 0), looker);
	free(path);
	assert_int_not_equal(WEXITSTATUS(status), 2);
	return WEXITSTATUS(status) == 0;
}

/* The program as released: no process may read its memory, and a crash leaves no core file. */
static void test_closed(void **state)
{
	const char *as = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
	struct rlimit limit, high;
	const char *build = getenv("XUEJI_BUILD");
	struct terminal *t;
	char *released;

	(void)state;
	if (SANITIZED)
		skip(); /* a sanitizer handles the crash itself */
	released = xasprintf("%s/xueji", build != NULL ? build : "build");
	getrlimit(RLIMIT_CORE, &limit);
	high = (struct rlimit){ limit.rlim_max, limit.rlim_max };
	setrlimit(RLIMIT_CORE, &high);
	/* The folder belongs to root, and so may the build: skip what another user cannot run. */
	t = start_by(as, terminal_program(), "", "xterm-256color");
	if (t->exited)
		skip();
	assert_true(can_look_into(t->pid)); /* the traceable program: the check can say yes */
	terminal_end(t);
	t = start_by(as, released, "", "xterm-256color");
	assert_false(can_look_into(t->pid));
	kill(t->pid, SIGSEGV);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_true(WIFSIGNALED(t->status) && !WCOREDUMP(t->status));
	assert_null(terminal_left_behind(t));
	terminal_end(t);
	setrlimit(RLIMIT_CORE, &limit);
	free(released);
}

static void test_forget(void **state)
{
	char *kept = xasprintf("%s/home/.local/state/xueji", folder);
	struct terminal *t = start("--fresh", "xterm-256color");

	(void)state;
	type(t, "\r\t\t\r1 ");
	assert_int_equal(access(kept, F_OK), 0);
	type(t, "q");
	type(t, "y");
	terminal_end(t);
	t = start("forget", "xterm-256color");
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_int_equal(WEXITSTATUS(t->status), 0);
	terminal_end(t);
	assert_int_equal(access(kept, F_OK), -1);
	free(kept);
}

static int make_world(void **state)
{
	static const char *const names[] = { "", "/home", "/tmp", "/work" };
	const char *tmp = getenv("TMPDIR");

	(void)state;
	snprintf(folder, sizeof folder, "%s/xueji-privacy-XXXXXX", tmp != NULL ? tmp : P_tmpdir);
	if (getcwd(here, sizeof here) == NULL || mkdtemp(folder) == NULL ||
	    chmod(folder, 0755) != 0)
		return -1;
	for (size_t i = 1; i < sizeof names / sizeof names[0]; i++) {
		char *path = xasprintf("%s%s", folder, names[i]);

		mkdir(path, 0755);
		free(path);
	}
	return 0;
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *walk)
{
	(void)st;
	(void)kind;
	(void)walk;
	return remove(path);
}

static int remove_world(void **state)
{
	(void)state;
	return nftw(folder, remove_one, 16, FTW_PHYS | FTW_DEPTH);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_memory),
		cmocka_unit_test(test_memory_of_a_record),
		cmocka_unit_test(test_memory_behind_the_form),
		cmocka_unit_test(test_memory_of_plain),
		cmocka_unit_test(test_memory_behind_the_report),
		cmocka_unit_test(test_masks),
		cmocka_unit_test(test_left_on_the_terminal),
		cmocka_unit_test(test_closed),
		cmocka_unit_test(test_forget),
	};

	return cmocka_run_group_tests(tests, make_world, remove_world);
}
