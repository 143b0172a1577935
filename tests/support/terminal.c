/* SPDX-License-Identifier: MIT */
#include "support/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/terminal_internal.h"

enum { TYPE_LIMIT_MS = 5000 };

long terminal_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

const char *terminal_program(void)
{
	const char *path = getenv("XUEJI");

	return path != NULL && *path != '\0' ? path : "build/xueji";
}

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_ALTSCREEN) {
		t->alternate = value->boolean;
		t->ever_alternate = t->ever_alternate || t->alternate;
	}
	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_visible = value->boolean;
	return 1;
}

static int on_cursor(VTermPos now, VTermPos was, int visible, void *user)
{
	(void)was;
	(void)visible;
	((struct terminal *)user)->cursor = now;
	return 1;
}

static int on_bell(void *user)
{
	((struct terminal *)user)->bells++;
	return 1;
}

/* Keeps the lines that scroll off the top. */
static int on_scrolled(int columns, const VTermScreenCell *cells, void *user)
{
	enum { CHARACTER_BYTES = 4 };
	struct terminal *t = user;
	size_t most = (size_t)columns * VTERM_MAX_CHARS_PER_CELL * CHARACTER_BYTES + 2;

	t->scrolled = realloc(t->scrolled, t->scrolled_len + most);
	for (int i = 0; i < columns; i++)
		for (int k = 0; k < VTERM_MAX_CHARS_PER_CELL && cells[i].chars[k] != 0; k++)
			if (cells[i].chars[k] != (uint32_t)-1)
				t->scrolled_len += text_encode(cells[i].chars[k],
							       t->scrolled + t->scrolled_len);
	t->scrolled[t->scrolled_len++] = '\n';
	t->scrolled[t->scrolled_len] = '\0';
	return 1;
}

static void on_send(const char *bytes, size_t len, void *user)
{
	struct terminal *t = user;

	if (t->reading)
		t->questions++; /* not answered, as by some terminals */
	else
		terminal_type_n(t, bytes, len);
}

static void open_emulator(struct terminal *t)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_property,
							.movecursor = on_cursor,
							.bell = on_bell,
							.sb_pushline = on_scrolled };

	t->emulator = vterm_new(t->rows, t->columns);
	vterm_set_utf8(t->emulator, 1);
	vterm_output_set_callback(t->emulator, on_send, t);
	t->screen = vterm_obtain_screen(t->emulator);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	vterm_screen_enable_altscreen(t->screen, !(t->quirks & TERMINAL_ONE_SCREEN));
	vterm_screen_reset(t->screen, 1);
	t->cursor_visible = true;
	t->scrolled = xstrdup("");
	t->alternate = t->ever_alternate = false;
}

static void set_environment(char *const environment[])
{
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("ESCDELAY");
	unsetenv("NO_COLOR");
	for (; environment != NULL && *environment != NULL; environment++) {
		if (strchr(*environment, '=') != NULL)
			putenv(*environment);
		else
			unsetenv(*environment);
	}
}

_Noreturn static void become(const struct terminal *t, char *const argv[],
			     char *const environment[])
{
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (int number = 1; number < NSIG; number++)
		signal(number, SIG_DFL);
	setsid();
	ioctl(t->slave, TIOCSCTTY, 0);
	dup2(t->slave, STDIN_FILENO);
	dup2(t->slave, STDOUT_FILENO);
	dup2(t->slave, STDERR_FILENO);
	set_environment(environment);
	clock_gettime(CLOCK_MONOTONIC, t->started);
	execvp(argv[0], argv);
	_exit(127);
}

struct terminal *terminal_start(int rows, int columns, char *const argv[],
				char *const environment[])
{
	return terminal_start_quirky(rows, columns, argv, environment, 0);
}

struct terminal *terminal_start_quirky(int rows, int columns, char *const argv[],
				       char *const environment[], unsigned quirks)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
	struct terminal *t;

	if (access("/proc/self/syscall", R_OK) != 0) {
		print_message("skipped: terminal_settle() needs /proc\n");
		skip();
	}
	t = xcalloc(1, sizeof *t);
	t->rows = rows;
	t->columns = columns;
	t->quirks = quirks;
	assert_int_equal(openpty(&t->master, &t->slave, NULL, NULL, &size), 0);
	fcntl(t->master, F_SETFD, FD_CLOEXEC);
	fcntl(t->slave, F_SETFD, FD_CLOEXEC);
	fcntl(t->master, F_SETFL, O_NONBLOCK);
	tcgetattr(t->slave, &t->before);
	open_emulator(t);
	t->started = mmap(NULL, sizeof *t->started, PROT_READ | PROT_WRITE,
			  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(t->started, MAP_FAILED);
	t->pid = fork();
	assert_int_not_equal(t->pid, -1);
	if (t->pid == 0)
		become(t, argv, environment);
	return t;
}

void terminal_reap(struct terminal *t)
{
	if (!t->exited && waitpid(t->pid, &t->status, WNOHANG) == t->pid)
		t->exited = true;
}

void terminal_end(struct terminal *t)
{
	if (t == NULL)
		return;
	terminal_reap(t);
	if (!t->exited) {
		kill(t->pid, SIGKILL);
		waitpid(t->pid, &t->status, 0);
	}
	if (t->master >= 0)
		close(t->master);
	if (t->slave >= 0)
		close(t->slave);
	vterm_free(t->emulator);
	munmap(t->started, sizeof *t->started);
	free(t->output);
	free(t->shown);
	free(t->scrolled);
	free(t);
}

/* Shows output a character at a time: libvterm loses one that is cut in two after ASCII. Ambiguous
 * ones are moved to where it takes all for two columns wide. */
static void show(struct terminal *t, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char moved[4];
		uint32_t cp;
		size_t n;

		t->tail[t->tail_len++] = bytes[i];
		n = text_decode(t->tail, t->tail_len, &cp);
		if (n == 0 && t->tail_len < sizeof t->tail && (t->tail[0] & 0x80))
			continue;
		if (n > 0 && (t->quirks & TERMINAL_WIDE) && terminal_is_ambiguous(cp))
			vterm_input_write(t->emulator, moved,
					  text_encode(cp + TERMINAL_MOVED, moved));
		else
			vterm_input_write(t->emulator, t->tail, t->tail_len);
		t->tail_len = 0;
	}
}

static void take_output(struct terminal *t, const char *bytes, size_t len)
{
	if (t->output_len + len >= t->output_capacity) {
		t->output_capacity = t->output_capacity * 2 + len + 1;
		t->output = realloc(t->output, t->output_capacity);
	}
	memcpy(t->output + t->output_len, bytes, len);
	t->output_len += len;
	t->output[t->output_len] = '\0';
	t->reading = true;
	show(t, bytes, len);
	t->reading = false;
}

bool terminal_show_output(struct terminal *t, int ms)
{
	struct pollfd fd = { .fd = t->master, .events = POLLIN };
	char bytes[4096];
	bool any = false;
	ssize_t n;

	if (t->master < 0 || poll(&fd, 1, ms) <= 0)
		return false;
	while ((n = read(t->master, bytes, sizeof bytes)) > 0) {
		take_output(t, bytes, (size_t)n);
		any = true;
	}
	vterm_screen_flush_damage(t->screen);
	return any;
}

void terminal_type_n(struct terminal *t, const char *bytes, size_t len)
{
	long end = terminal_now_ms() + TYPE_LIMIT_MS;

	while (len > 0 && terminal_now_ms() < end) {
		ssize_t n = write(t->master, bytes, len);

		if (n > 0) {
			bytes += n;
			len -= (size_t)n;
		} else if (n < 0 && errno != EAGAIN && errno != EINTR) {
			return; /* the program has closed it: the test sees that */
		} else {
			terminal_show_output(t, 5); /* the queue is full until the program reads */
		}
	}
}

void terminal_type(struct terminal *t, const char *bytes)
{
	terminal_type_n(t, bytes, strlen(bytes));
}

void terminal_key(struct terminal *t, VTermKey key, VTermModifier modifier)
{
	vterm_keyboard_key(t->emulator, key, modifier);
}

void terminal_paste(struct terminal *t, const char *text)
{
	vterm_keyboard_start_paste(t->emulator);
	terminal_type(t, text);
	vterm_keyboard_end_paste(t->emulator);
}

void terminal_resize(struct terminal *t, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	/* libvterm 0.1.4 crashes on a wide character in a window of one column. */
	vterm_set_size(t->emulator, rows, columns < 2 ? 2 : columns);
	t->rows = rows;
	t->columns = columns;
	ioctl(t->master, TIOCSWINSZ, &size);
}

void terminal_hang_up(struct terminal *t)
{
	close(t->slave);
	close(t->master);
	t->master = t->slave = -1;
}
